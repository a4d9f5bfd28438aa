// Everything here is an extra: pages read, link, print and tick without it. Words live in the HTML.
{
const root = document.documentElement;
const words = document.body.dataset;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const named = id => document.getElementById('wm-' + id);
// `{w|week|weeks}` is the value and the noun that follows it.
const fill = (text, values) => text.replace(/\{(\w+)(?:\|(\w+)\|(\w+))?\}/g, (_, key, one, many) =>
  values[key] + (one ? ' ' + (values[key] === '1' ? one : many) : ''));
const recall = key => { try { return localStorage['wm-' + key]; } catch {} };
// A browser that keeps nothing still works: it forgets.
const keep = (key, value) => { try { localStorage['wm-' + key] = value; } catch {} };

const theme = named('theme');
theme.value = root.dataset.theme;
theme.addEventListener('change', () => keep('theme', root.dataset.theme = theme.value));

const boxes = all('.task-list input');
if (boxes.length) {
  const key = 'ticks:' + words.pathway;
  // A tick belongs to the words of its task, so that it stays with them when tasks are added or moved.
  const name = box => [...box.parentNode.textContent].reduce((sum, sign) => sum * 31 + sign.codePointAt() | 0, 7);
  const done = list => ({ n: list.filter(box => box.checked).length, all: list.length });
  const count = () => {
    const whole = done(boxes);
    const bar = named('progress');
    if (bar) {
      bar.max = whole.all;
      bar.value = whole.n;
      named('count').textContent = fill(words.done, whole);
    }
    for (const phase of all('.phase')) {
      const part = done(all('.task-list input', phase));
      const say = phase.querySelector('.count');
      say.textContent = part.all ? fill(words.done, part) : '';
      say.classList.toggle('is-done', part.all && part.n === part.all);
    }
  };
  const load = () => {
    const ticked = new Set((recall(key) || '').split(' ').map(Number));
    for (const box of boxes) box.checked = ticked.has(name(box));
    count();
  };
  const save = () => {
    keep(key, boxes.filter(box => box.checked).map(name).join(' '));
    count();
  };
  load();
  addEventListener('storage', event => event.key === 'wm-' + key && load());
  document.addEventListener('change', event => boxes.includes(event.target) && save());
  all('[data-clear]')[0]?.addEventListener('click', event => {
    if (!confirm(event.target.dataset.clear)) return;
    for (const box of boxes) box.checked = false;
    save();
  });
}

const pace = named('pace');
if (pace) {
  // The labels as they came are the plan at its own pace: every other pace is scaled from them.
  const spans = all('.when').map(each => [each, each.textContent.match(/\d+/g)]);
  const marks = all('.axis text').map(each => [each, +each.textContent]);
  const total = marks.at(-1)[1];
  const base = +pace.value;
  const summary = named('total');
  const finish = named('finish');
  const number = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(root.lang, { dateStyle: 'long' });
  // Only labels change and bars keep their shape, so nothing on the page moves.
  const relabel = () => {
    const hours = +pace.value;
    const scale = week => hours === base ? week : Math.round(week * base / hours);
    const values = { h: number.format(hours), w: number.format(scale(total)) };
    summary.textContent = fill(summary.dataset.tpl, values);
    pace.nextElementSibling.firstChild.textContent = values.h;
    pace.setAttribute('aria-valuetext', fill(pace.dataset.tpl, values));
    for (const [each, [first, last = first]] of spans) {
      const a = scale(first - 1) + 1;
      const b = Math.max(a, scale(+last));
      each.textContent = fill(a === b ? words.week : words.weeks, { a: number.format(a), b: number.format(b) });
    }
    for (const [each, week] of marks) each.textContent = number.format(scale(week));
    return scale(total);
  };
  // The finishing date is spoken too, so it waits until the control is let go.
  const settle = () => {
    finish.textContent = fill(finish.dataset.tpl, { date: day.format(Date.now() + relabel() * 6048e5) });
  };
  pace.value = recall('pace') || base;
  pace.addEventListener('input', relabel);
  pace.addEventListener('change', () => { keep('pace', pace.value); settle(); });
  settle();
}

// A page opened from a folder may not load modules: what needs them stays hidden there. Elsewhere the page is painted first.
if (words.module && !root.dataset.js) requestAnimationFrame(() => setTimeout(() => import(new URL(words.module, document.baseURI))));

all('[data-print]')[0]?.addEventListener('click', () => print());
let shut = [];
addEventListener('beforeprint', () => { for (const each of shut = all('details:not([open])')) each.open = true; });
addEventListener('afterprint', () => { for (const each of shut) each.open = false; });
}
