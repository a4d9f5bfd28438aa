// Search as one types: Pagefind finds, this shows. Its words live in the HTML.
const named = id => document.getElementById('wm-' + id);
const [form, field, found, results, more, template, browse] =
  ['search', 'words', 'found', 'results', 'more', 'result', 'browse'].map(named);
const FIRST = 3;
const SOME = 8;
const PAUSE = 200;
const RANKING = { metaWeights: { title: 8, ways: 0, difficulty: 0, time: 0, pay: 0, demand: 0 } };

let library;
const load = () => library ??= import(new URL(form.dataset.library, location)).then(async loaded => {
  await loaded.options({ ranking: RANKING, excerptLength: 24 });
  await loaded.init();
  return loaded;
});

let matches = [];
let shown = '';
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const links = () => [...results.querySelectorAll('a')];

// Pagefind escapes what a page says, so the only tags in an excerpt are its own: no HTML is made of it.
const text = escaped => escaped.replace(/\u200b/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
const marked = excerpt => excerpt.split(/<\/?mark>/).map((part, at) => {
  if (at % 2 === 0) return text(part);
  const mark = document.createElement('mark');
  mark.textContent = text(part);
  return mark;
});

const entry = page => {
  const item = template.content.cloneNode(true);
  const link = item.querySelector('a');
  link.href = page.url;
  link.textContent = page.meta.title;
  const [folder, inside] = page.raw_url.split('/').slice(1);
  const kind = inside ? folder : 'page';
  item.querySelector('.meta').textContent = results.getAttribute('data-kind-' + kind) || '';
  item.querySelector('.excerpt').append(...marked(page.excerpt));
  const badges = item.querySelector('.badges');
  for (const name of results.dataset.badges.split(' ')) if (page.meta[name]) {
    badges.append(Object.assign(document.createElement('li'), { textContent: page.meta[name] }));
  }
  if (!badges.firstChild) badges.remove();
  return item;
};
const entries = async (from, to) => (await Promise.all(matches.slice(from, to).map(each => each.data()))).map(entry);

const address = words => {
  const url = new URL(location);
  if (words) url.searchParams.set('q', words);
  else url.searchParams.delete('q');
  return url;
};
// Some browsers refuse an address that changes too often; the next one will do.
const mirror = words => { try { history.replaceState(null, '', address(words)); } catch {} };

const isStale = words => field.value.trim() !== words;
// One Latin letter stands on every page: it only says which part of the index will be wanted.
const find = async words => {
  if (!words) return [];
  const engine = await load();
  if (/^\w$/.test(words)) return engine.preload(words);
  return (await engine.search(words)).results;
};
const show = async words => {
  const all = await find(words);
  if (isStale(words)) return;
  matches = all || [];
  results.replaceChildren(...await entries(0, FIRST));
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
  more.hidden = n <= SOME;
};

// One search at a time: what is typed meanwhile is searched for next, and what was typed before that never.
let isRunning = false;
const search = async () => {
  if (isRunning) return;
  isRunning = true;
  try {
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

field.addEventListener('focus', () => load().catch(() => {}), { once: true });
field.addEventListener('input', search);
form.addEventListener('submit', event => {
  event.preventDefault();
  search();
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
  results.append(...await entries(at, at + SOME));
  more.hidden = results.children.length >= matches.length;
  links()[at].focus();
});
addEventListener('popstate', read);

form.hidden = false;
read();
