// Search as one types: names at once, then what Pagefind finds in the texts. The words to say it live in the HTML.
import { element, fill, named } from './fill.js';
import { address as whole, loadGraph } from './graph.js';

const [form, field, found, results, more, template, browse] =
  ['search', 'words', 'found', 'results', 'more', 'result', 'browse'].map(named);
const FIRST = 3;
const NAMES = 4;
const SOME = 8;
const PAUSE = 200;
const PATIENCE = 4000;
const RANKING = { metaWeights: { title: 8 } };

let library;
const load = () => library ??= import(new URL(form.dataset.library, location)).then(async loaded => {
  await loaded.options({ ranking: RANKING, excerptLength: 24 });
  await loaded.init();
  return loaded;
});

let matches = [];
let next = SOME;
let shown = '';
const links = () => [...results.querySelectorAll('a')];

// Pagefind escapes what a page says, so the only tags in an excerpt are its own: no HTML is made of it.
const text = escaped => escaped.replace(/\u200b/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
const marked = excerpt => excerpt.split(/<\/?mark>/).map((part, at) => {
  if (at % 2 === 0) return text(part);
  return element('mark', text(part));
});

// A word typed begins a word of a name, whatever the case and the accents.
const plain = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const parts = words => plain(words).match(/[\p{L}\p{N}+#]+/gu) ?? [];
const begins = (asked, name) => {
  const all = parts(name);
  return asked.length > 0 && asked.every(word => all.some(each => each.startsWith(word)));
};
const markedName = (asked, name) => name.split(/([\p{L}\p{N}+#]+)/u).map(part => {
  const typed = asked.find(word => plain(part).startsWith(word));
  return typed ? element('mark', part) : part;
});

const nameOf = way => `${way.origin.name} to ${way.target.name}`;

// The roles and pathways whose names are typed: they are few and in memory, so they need no index.
let graph;
const loadNames = () => graph ??= loadGraph().then(loaded => graph = loaded, () => graph = { roles: [], ways: [] });
const namesOf = words => {
  const asked = parts(words);
  if (words.length < 2 || !graph?.roles) return [];
  const roles = graph.roles.filter(role => [role.name, ...role.aliases].some(name => begins(asked, name)));
  const ways = graph.ways.filter(way => begins(asked, nameOf(way)));
  const rank = role => [role.name, ...role.aliases].every(name => !plain(name).startsWith(plain(words)));
  roles.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  return [
    ...roles.map(({ id, name, aliases }) => ['roles', id, name, aliases.join(', ')]),
    ...ways.map(way => ['pathways', way.slug, nameOf(way), '']),
  ].slice(0, NAMES).map(([kind, id, title, excerpt]) => ({
    url: whole(`${kind}/${id}.html`),
    kind,
    title: markedName(asked, title),
    excerpt: markedName(asked, excerpt),
    badges: badgesOf(kind, id),
  }));
};

const item = ({ url, kind, title, excerpt, badges }) => {
  const made = template.content.cloneNode(true);
  const link = made.querySelector('a');
  link.href = url;
  link.append(...title);
  made.querySelector('.meta').textContent = results.getAttribute('data-kind-' + kind) || '';
  made.querySelector('.excerpt').append(...excerpt);
  const list = made.querySelector('.badges');
  list.append(...badges.map(text => element('li', text)));
  if (!badges.length) list.remove();
  return made;
};

const badgesOf = (folder, id) => {
  const way = folder === 'pathways' && graph.ways.find(each => each.slug === id);
  const role = folder === 'roles' && graph.roles.find(each => each.id === id);
  if (way) return results.dataset.badges.split('|').map(text => fill(text, way));
  return role && role.earns ? [fill(results.dataset.earns, { pay: role.earns })] : [];
};
const entry = page => {
  const [folder, inside = ''] = page.raw_url.split('/').slice(1);
  return item({
    url: page.url,
    kind: inside ? folder : 'page',
    title: [page.meta.title],
    excerpt: marked(page.excerpt),
    badges: badgesOf(folder, inside.replace(/\.html$/, '')),
  });
};
let known = new Set();
const isNew = page => !known.has(new URL(page.url, location).pathname);
const entries = async (from, to) => {
  const [pages] = await Promise.all([Promise.all(matches.slice(from, to).map(each => each.data())), loadNames()]);
  return pages.filter(isNew).map(entry);
};

const address = words => words ? `?${new URLSearchParams({ q: words })}` : location.pathname;
// Some browsers refuse an address that changes too often; the next one will do.
const mirror = words => { try { history.replaceState(null, '', address(words)); } catch {} };

const isStale = words => field.value.trim() !== words;
// One Latin letter stands on every page: it only says which part of the index will be wanted.
let wake = () => {};
const find = async words => {
  if (!words) return [];
  const engine = await load();
  if (/^\w$/.test(words)) return engine.preload(words);
  // What is typed meanwhile makes an answer worthless, and one that does not come is asked for again.
  const found = await Promise.race([engine.search(words), new Promise(done => { wake = done; setTimeout(done, PATIENCE); })]);
  return found?.results;
};
const show = async words => {
  if (!graph?.roles) await loadNames();
  const names = namesOf(words);
  known = new Set(names.map(each => new URL(each.url).pathname));
  if (names.length) results.replaceChildren(...names.map(item));
  const all = await find(words);
  if (isStale(words) || (words && all === undefined && !/^\w$/.test(words))) return;
  matches = all || [];
  const first = await entries(0, FIRST);
  if (!names.length) results.replaceChildren();
  results.append(...first);
  const n = matches.length;
  const text = found.dataset[n > 1 ? 'many' : n ? 'one' : all ? 'none' : 'short'];
  found.textContent = words && fill(text, { words, n: n.toLocaleString(document.documentElement.lang) });
  browse.hidden = n > 0;
  more.hidden = true;
  shown = words;
  mirror(words);
  // The first few are shown at once; the rest only where a reader stops typing, or it would hold up the next search.
  await new Promise(later => setTimeout(later, PAUSE));
  if (isStale(words)) return;
  const rest = await entries(FIRST, SOME);
  if (isStale(words)) return;
  results.append(...rest);
  next = SOME;
  more.hidden = n <= SOME;
};

// One search at a time: what is typed meanwhile is searched for next, and what was typed before that never.
let isRunning = false;
const search = async () => {
  if (isRunning) return;
  isRunning = true;
  try {
    loadNames();
    while (isStale(shown)) await show(field.value.trim());
  } catch {
    form.hidden = true;
    browse.hidden = false;
    found.textContent = found.dataset.failed;
  }
  isRunning = false;
};

const read = () => {
  field.value = new URLSearchParams(location.search).get('q') || '';
  search();
};
const clear = () => {
  field.value = '';
  field.focus();
  search();
};

field.addEventListener('focus', () => { loadNames(); load().catch(() => {}); }, { once: true });
field.addEventListener('input', () => { wake(); search(); });
form.addEventListener('submit', event => {
  event.preventDefault();
  if (shown && !isStale(shown)) links()[0]?.click();
  else search();
});
document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const all = [field, ...links()];
  const at = all.indexOf(document.activeElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (event.key === 'Escape') clear();
  else if (all[to]) all[to].focus();
  else return;
  event.preventDefault();
});
more.addEventListener('click', async () => {
  const at = results.children.length;
  results.append(...await entries(next, next + SOME));
  next += SOME;
  more.hidden = next >= matches.length;
  (links()[at] ?? links().at(-1)).focus();
});
addEventListener('popstate', read);

// What was typed while this was loading counts.
if (field.value) search();
else read();
