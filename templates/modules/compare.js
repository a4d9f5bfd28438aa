// Up to three pathways or routes side by side; the address holds which: ?way=a-to-b&way=a-to-c,c-to-d
import { element, fill, listed, named } from './fill.js';
import { link, load, loadGraph } from './graph.js';
import { offer } from './choice.js';
import { routeAlong, routesBetween } from './routes.js';
import { monthsOf } from './route_view.js';

const MOST = 3;
const [form, status, table, from, to] = ['add', 'status', 'compare', 'from', 'to'].map(named);
const words = table.dataset;
const row = name => table.querySelector(`[data-row=${name}]`);
const say = (name, values = {}) => { status.textContent = fill(status.dataset[name], values); };

const list = items => items.length ? element('ul', ...items.map(text => element('li', text))) : words.none;
const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
const unique = texts => [...new Set(texts.filter(Boolean))];

const asked = () => new URLSearchParams(location.search).getAll('way').map(way => way.split(','));
const go = ways => {
  const query = ways.map(slugs => `way=${slugs.map(encodeURIComponent).join(',')}`).join('&');
  history.pushState(null, '', `${location.pathname}${query && `?${query}`}`);
};

// A skill that an earlier step has taught stands once, with what it took there.
const gapsOf = steps => {
  const known = new Set();
  return steps.flatMap(({ file, step }) => file.skills_to_learn.flatMap(({ name, hours }) => {
    const text = hours === null ? words.ongoing : words.skill;
    if (known.has(name) || step.twice.includes(name)) return [];
    known.add(name);
    return [fill(text, { name, hours: hours ?? 0 })];
  }));
};

const read = async (graph, slugs) => {
  const ways = slugs.map(slug => graph.ways.find(way => way.slug === slug));
  if (ways.includes(undefined) || ways.some((way, at) => at && ways[at - 1].target !== way.origin)) return null;
  const [route, ...files] = await Promise.all([routeAlong(ways), ...slugs.map(slug => load(`api/pathways/${slug}.json`))]);
  const steps = files.map((file, at) => ({ file, step: route.steps[at] }));
  return { slugs, ways, files, route, steps, title: [ways[0].origin, ...ways.map(way => way.target)].map(role => role.name) };
};

const titleOf = ({ title }) => title.join(' → ');

const linksOf = ({ ways, title }) =>
  ways.map((way, at) => element('div', link(`pathways/${way.slug}.html`, `${title[at]} to ${title[at + 1]}`)));

const gateOf = ({ files }) => unique(files.map(file => file.gate ? table.getAttribute(`data-gate-${file.gate}`) : ''));

const CELLS = {
  time: ({ files, route }) => [files.length > 1 ? monthsOf(route, words) : files[0].words.time || words.payless],
  hours: ({ route }) => [fill(words.hours, route), route.saved ? element('p', fill(words.saved, route)) : ''],
  difficulty: ({ files, route }) => {
    const hardest = files.find(file => file.badges.difficulty.level === route.level);
    const step = files.length > 1 ? `${hardest.origin.name} → ${hardest.target.name}: ` : '';
    return [element('b', hardest.words.difficulty), element('p', step + hardest.workings.difficulty)];
  },
  gate: way => [listed(gateOf(way), words.listed) || words.gateNone],
  now: ({ files }) => [files[0].words.origin_pay || words.payless],
  then: ({ files }) => [files.at(-1).words.target_pay || words.payless],
  change: ({ files }) => files.flatMap(file => [element('b', file.words.pay || words.payless), element('p', file.workings.pay)]),
  source: ({ files }) => [unique(files.map(file => file.words.pay_source)).join('; ') || words.payless],
  demand: ({ files }) => [element('b', files.at(-1).words.demand || words.payless), element('p', files.at(-1).workings.demand)],
  gaps: ({ steps }) => [list(gapsOf(steps))],
  brings: ({ files }) => [list(files[0].transferable_skills.map(skill => skill.name))],
  reviewed: ({ files }) => unique(files.map(file => file.reviewed)).map(day => element('div', date.format(new Date(day)))),
};

// The cell that stands out is marked in words, where it alone does.
const TAGS = {
  time: ['shortest', ({ route }) => route.tenths],
  hours: ['least', ({ route }) => route.hours],
  difficulty: ['easiest', ({ route }) => route.level],
  then: ['highest', ({ ways }) => -ways.at(-1).target.pay],
};

const tagged = (name, ways) => {
  const [word, measure] = TAGS[name] ?? [];
  const isComparable = name !== 'then' || new Set(ways.map(({ ways }) => ways.at(-1).target.kind)).size === 1;
  if (!word || ways.length < 2 || !isComparable) return {};
  const values = ways.map(measure);
  const best = Math.min(...values);
  return values.filter(value => value === best).length === 1 ? { word, at: values.indexOf(best) } : {};
};

const start = graph => {
  let turn = 0;

  const show = async () => {
    const now = ++turn;
    const chosen = asked().slice(0, MOST);
    const read_ = await Promise.all(chosen.map(slugs => read(graph, slugs)));
    if (now !== turn) return;
    const ways = read_.filter(Boolean);
    table.hidden = !ways.length;
    for (const cell of table.querySelectorAll('td')) cell.remove();
    for (const way of ways) {
      const remove = Object.assign(element('button', words.remove.split(' ')[0]), { className: 'button', type: 'button' });
      remove.setAttribute('aria-label', fill(words.remove, { title: titleOf(way) }));
      remove.addEventListener('click', () => {
        go(asked().filter(slugs => slugs.join() !== way.slugs.join()));
        show().then(() => (table.querySelector('button') ?? from).focus());
      });
      const head = way.ways.length > 1
        ? [element('b', `${way.title[0]} → ${way.title.at(-1)}`), element('p', ...linksOf(way))]
        : linksOf(way);
      row('title').append(element('td', ...head, remove));
    }
    for (const [name, cell] of Object.entries(CELLS)) {
      const { word, at } = tagged(name, ways);
      ways.forEach((way, number) => {
        const made = element('td', ...cell(way));
        if (number === at) {
          made.prepend(Object.assign(element('span', words[word]), { className: 'tag' }), ' ');
        }
        row(name).append(made);
      });
    }
    if (ways.length < chosen.length) say('lost');
    else if (!ways.length) say('empty');
    else say(ways.length === MOST ? 'full' : 'some', { count: ways.length });
  };

  const add = async () => {
    const [origin, target] = [graph.role(from.value), graph.role(to.value)];
    if (!origin || !target) return say('empty');
    const direct = origin.out.find(way => way.target === target);
    const [route] = direct ? [{ slugs: [direct.slug] }] : await routesBetween(origin, target);
    const ways = asked();
    if (!route) return say('never', { origin: origin.name, target: target.name });
    if (ways.some(slugs => slugs.join() === route.slugs.join())) return say('twice');
    if (ways.length >= MOST) return say('full');
    go([...ways, route.slugs]);
    return show();
  };

  offer(graph);
  form.addEventListener('submit', event => { event.preventDefault(); add(); });
  addEventListener('popstate', show);
  return show();
};

try {
  await start(await loadGraph());
} catch {
  form.remove();
  table.remove();
  say('failed');
}
