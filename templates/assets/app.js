// Everything here is an extra: pages read, link, print and tick without it. Words live in the HTML.
{
const root = document.documentElement;
const words = document.body.dataset;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const named = id => document.getElementById('wm-' + id);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const recall = key => { try { return localStorage['wm-' + key]; } catch {} };
// A browser that keeps nothing still works: it forgets.
const keep = (key, value) => { try { localStorage['wm-' + key] = value; } catch {} };

const theme = named('theme');
theme.value = root.dataset.theme;
theme.addEventListener('change', () => keep('theme', root.dataset.theme = theme.value));

const boxes = all('.tasks input');
if (boxes.length) {
  const key = 'ticks:' + words.pathway;
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
      const part = done(all('.tasks input', phase));
      const say = phase.querySelector('.count');
      say.textContent = part.all ? fill(words.done, part) : '';
      say.classList.toggle('is-done', part.all && part.n === part.all);
    }
  };
  const load = () => {
    const ticked = new Set((recall(key) || '').split(' '));
    for (const box of boxes) box.checked = ticked.has(box.id);
    count();
  };
  const save = () => {
    keep(key, boxes.filter(box => box.checked).map(box => box.id).join(' '));
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
  const total = named('total');
  const finish = named('finish');
  const base = +pace.value;
  const number = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(root.lang, { dateStyle: 'long' });
  // Only labels change and bars keep their shape, so nothing on the page moves.
  const relabel = () => {
    const hours = +pace.value;
    const scale = week => Math.round(week * base / hours);
    const weeks = hours === base ? +pace.dataset.total : scale(pace.dataset.total);
    const values = { h: number.format(hours), w: number.format(weeks) };
    total.textContent = fill(total.dataset.tpl, values);
    pace.nextElementSibling.firstChild.textContent = values.h;
    pace.setAttribute('aria-valuetext', fill(pace.dataset.tpl, values));
    for (const each of all('[data-a]')) {
      const a = scale(each.dataset.a) + 1;
      const b = Math.max(a, scale(each.dataset.b));
      each.textContent = fill(a === b ? words.week : words.weeks, { a: number.format(a), b: number.format(b) });
    }
    for (const each of all('text[data-week]')) each.textContent = number.format(scale(each.dataset.week));
    return weeks;
  };
  // The finishing date is for the eye and the ear both, so it waits until the control is let go.
  const settle = () => {
    finish.textContent = fill(finish.dataset.tpl, { date: day.format(Date.now() + relabel() * 6048e5) });
  };
  pace.value = recall('pace') || base;
  pace.addEventListener('input', relabel);
  pace.addEventListener('change', () => { keep('pace', pace.value); settle(); });
  settle();
}

all('[data-print]')[0]?.addEventListener('click', () => print());
let shut = [];
addEventListener('beforeprint', () => { for (const each of shut = all('details:not([open])')) each.open = true; });
addEventListener('afterprint', () => { for (const each of shut) each.open = false; });
}
