// The finder of the front page: what it shows goes by api/graph.json, for the page need not hold every card.
import { element, fill, filled, named } from './fill.js';
import { address, link, loadGraph } from './graph.js';
import { mirror, offer } from './choice.js';

const SCREENFUL = 24;
const MOST_ONWARD = 8;
const [form, status, results, heading, none, cards, more, compare, further, beyond] =
  ['finder', 'status', 'results', 'found', 'none', 'cards', 'more', 'compare', 'further', 'onward'].map(named);
const blank = named('card').content.firstElementChild;
// `finder` covers the whole page, with its lists in it: they make room for what was found.
const lists = document.querySelectorAll('[data-lists]');

const TESTS = {
  from: (way, role) => way.origin.id === role,
  to: (way, role) => way.target.id === role,
  months: (way, months) => way.high <= +months,
  difficulty: (way, level) => way.level <= +level,
};
const matches = (ways, choice) => ways.filter(way => Object.entries(choice).every(([key, value]) => TESTS[key](way, value)));
const without = (choice, key) => Object.fromEntries(Object.entries(choice).filter(([other]) => other !== key));

const cardOf = way => filled(blank, {
  ...way,
  address: address(`pathways/${way.slug}.html`),
  origin: way.origin.name,
  target: way.target.name,
});

const fit = (route, { months = Infinity, difficulty = 4 }) => route.high <= months && route.level <= difficulty;

const start = graph => {
  const choice = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  let shown = SCREENFUL;
  let turn = 0;

  // What to loosen: each part of the choice without which there would be a pathway.
  const loosen = asked => ['months', 'difficulty', 'to', 'from'].filter(key => asked[key]).flatMap(key => {
    const count = matches(graph.ways, without(asked, key)).length;
    if (!count) return [];
    const text = fill(none.getAttribute(`data-any-${key}`), { count });
    const button = Object.assign(element('button', text), { className: 'button', type: 'button' });
    button.addEventListener('click', () => {
      form.elements[key].value = '';
      form.dispatchEvent(new Event('change'));
      heading.focus();
    });
    return [button];
  });

  // Where two pathways in a row lead, as far as they fit.
  const onward = async asked => {
    const role = graph.role(asked.from);
    if (!role || asked.to) return [];
    const [{ twoSteps }, { monthsOf }] = await Promise.all([import('./routes.js'), import('./route_view.js')]);
    return (await twoSteps(role)).filter(route => fit(route, asked)).slice(0, MOST_ONWARD).map(route => {
      const [{ target: via }, { target }] = route.steps.map(step => step.way);
      const pay = target.earns || none.dataset.payless;
      const text = fill(beyond.dataset.tpl, { target: target.name, via: via.name, time: monthsOf(route, none.dataset), pay });
      return element('li', link(`routes.html?from=${role.id}&to=${target.id}`, text));
    });
  };

  // Which routes of several pathways would do.
  const routes = async asked => {
    const [origin, target] = [graph.role(asked.from), graph.role(asked.to)];
    if (!origin || !target) return [];
    const [{ routesBetween }, { monthsOf, titleOf }] = await Promise.all([import('./routes.js'), import('./route_view.js')]);
    const names = { origin: origin.name, target: target.name };
    const all = (await routesBetween(origin, target)).filter(route => route.steps.length > 1);
    if (!all.length) return [element('p', fill(none.dataset.never, names))];
    const words = none.dataset;
    const fits = all.filter(route => fit(route, asked));
    const lines = (fits.length ? fits : all).slice(0, fits.length ? 3 : 1).map(route => {
      const text = fill(words.route, {
        title: titleOf(route, words),
        time: monthsOf(route, words),
        difficulty: route.steps.find(({ way }) => way.level === route.level).way.difficulty.toLowerCase(),
        pay: target.earns || words.payless,
      });
      return element('p', link(`routes.html?from=${origin.id}&to=${target.id}`, text));
    });
    return [element('p', fill(fits.length ? words.fits : words.late, names)), ...lines];
  };

  const show = async () => {
    const asked = choice();
    const now = ++turn;
    const ways = matches(graph.ways, asked);
    const isChosen = Object.keys(asked).length > 0;
    const words = isChosen ? (ways.length ? 'some' : 'none') : 'all';
    status.textContent = fill(status.dataset[words], { count: ways.length, all: graph.ways.length });
    results.hidden = !isChosen;
    for (const each of lists) each.hidden = isChosen;
    cards.replaceChildren(...ways.slice(0, shown).map(cardOf));
    more.hidden = ways.length <= shown;
    compare.hidden = ways.length < 2;
    compare.textContent = compare.dataset[ways.length > 2 ? 'more' : 'two'];
    compare.href = address(`compare.html?${ways.slice(0, 3).map(way => `way=${way.slug}`).join('&')}`);
    const role = asked.to ? undefined : graph.role(asked.from);
    further.hidden = !role;
    if (role) {
      further.href = address(`roles/${role.id}.html#wm-further`);
      further.textContent = fill(further.dataset.tpl, { role: role.name });
    }
    none.replaceChildren();
    beyond.hidden = true;
    const items = await onward(asked);
    if (now !== turn) return;
    beyond.hidden = !items.length;
    beyond.querySelector('ul').replaceChildren(...items);
    if (isChosen && !ways.length) {
      const parts = await routes(asked);
      const buttons = element('p', ...loosen(asked));
      buttons.className = 'buttons';
      if (now === turn) none.replaceChildren(...parts, buttons);
    }
  };

  offer(graph);
  const { write } = mirror(form, () => { shown = SCREENFUL; return show(); });
  form.addEventListener('submit', () => (results.hidden ? lists[0] : heading).focus());
  form.addEventListener('reset', () => setTimeout(write));
  more.addEventListener('click', () => {
    const first = cards.children.length;
    shown += SCREENFUL;
    show();
    cards.children[first].querySelector('a').focus();
  });
};

try {
  start(await loadGraph());
} catch {
  form.querySelector('.buttons').remove();
  for (const each of form.querySelectorAll('label')) each.remove();
  status.textContent = status.dataset.failed;
}
