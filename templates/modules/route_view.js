// A route becomes a part of the page, with the words of its template; site_gen/render/routes.py does the same.
import { address } from './graph.js';
import { fill, filled, listed } from './fill.js';

export const monthsOf = ({ low, high }, words) => fill(low === high ? words.month : words.months, { low, high });

const stop = (role, known, unknown) => fill(role.earns ? known : unknown, { role: role.name, pay: role.earns });

const stepView = (step, words) => {
  const { way, hours, pace, saved, whole } = step;
  const twice = listed(step.twice, words.listed);
  return {
    origin: way.origin.name,
    target: way.target.name,
    address: address(`pathways/${way.slug}.html`),
    level: way.level,
    time: saved ? fill(words.less, { here: monthsOf(step, words), time: way.time }) : way.time,
    difficulty: way.difficulty.toLowerCase(),
    hours,
    pace,
    words: twice && fill(saved ? words.twice : words.same, { twice, saved, whole }),
    figures: address(`roles/${way.target.id}.html${way.target.source && '#wm-figures'}`),
    stop: stop(way.target, words.stop, words.unknown),
  };
};

export const titleOf = (route, words) => {
  const via = route.steps.slice(0, -1).map(({ way }) => way.target.name);
  return via.length ? fill(words.via, { via: listed(via, words.listed) }) : words.straight;
};

export const routeView = (template, route) => {
  const words = template.dataset;
  const hardest = route.steps.find(({ way }) => way.level === route.level).way;
  const end = route.steps.at(-1).way.target;
  const blank = template.content.cloneNode(true);
  const step = blank.querySelector('.steps li');
  step.remove();
  const view = filled(blank, {
    title: titleOf(route, words),
    time: monthsOf(route, words),
    hours: route.hours,
    saved: route.saved,
    level: route.level,
    difficulty: hardest.difficulty,
    pay: end.earns || words.payless,
    compare: address(`compare.html?way=${route.slugs.join()}`),
    start: stop(route.steps[0].way.origin, words.start, words.startless),
  });
  if (!route.saved) view.querySelector('.saved').remove();
  for (const each of route.steps) {
    const item = filled(step, stepView(each, words));
    if (!each.twice.length) item.querySelector('.twice').remove();
    view.querySelector('.steps').append(item);
  }
  return view;
};
