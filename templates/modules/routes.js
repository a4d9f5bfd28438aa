// Routes over one to four pathways, by the same rules and in the same whole numbers as site_gen/model/routes.py.
import { load } from './graph.js';

const MOST_STEPS = 4;
const ENOUGH = 6;

// The roles that lead to one, with the least number of steps.
const stepsTo = target => {
  const steps = new Map([[target, 0]]);
  let border = [target];
  for (let length = 1; length < MOST_STEPS; length++) {
    const next = new Set(border.flatMap(role => role.into.filter(way => way.hours).map(way => way.origin)));
    border = [...next].filter(role => !steps.has(role));
    for (const role of border) steps.set(role, length);
  }
  return steps;
};

// Every way between two roles that visits none twice, each a list of pathways.
export const waysBetween = (origin, target) => {
  const found = [];
  if (origin === target) return found;
  const left = stepsTo(target);
  for (let length = 1; length <= MOST_STEPS && found.length < ENOUGH; length++) {
    const goOn = (role, way, seen) => {
      const rest = length - way.length - 1;
      for (const each of role.out) {
        if (!each.hours) continue;
        if (each.target === target) {
          if (!rest) found.push([...way, each]);
        } else if (!seen.has(each.target) && (left.get(each.target) ?? MOST_STEPS) <= rest) {
          goOn(each.target, [...way, each], new Set(seen).add(each.target));
        }
      }
    };
    goOn(origin, [], new Set([origin]));
  }
  return found;
};

const kept = new Map();
const legsOf = role => {
  if (!kept.has(role.id)) kept.set(role.id, load(`api/legs/${role.id}.json`));
  return kept.get(role.id);
};

// From some weeks, given as a fraction, to a third more: in months of 4.345 weeks, each rounded up.
const months = (n, d) => ({ low: Math.ceil(200 * n / (869 * d)), high: Math.ceil(800 * n / (2607 * d)) });

// What an earlier step has taught is not learnt again, but for those whose time a school or a trade sets.
const stepOf = (way, [hours, pace, setsPace, learns], known) => {
  const again = learns.filter(([skill]) => known.has(skill));
  const sum = list => list.reduce((total, [, each]) => total + Math.max(each, 0), 0);
  const repeated = sum(again);
  const saved = setsPace || !repeated ? 0 : Math.floor(repeated * hours / Math.max(hours, sum(learns)));
  for (const [skill] of learns) known.add(skill);
  const left = hours - saved;
  return { way, pace, saved, whole: hours, hours: left, ...months(left, pace), twice: again.map(([skill]) => skill) };
};

const divisor = (a, b) => b ? divisor(b, a % b) : a;

// A sum of weeks as a fraction, for no rounding may tell this answer from the one of the build.
const weeksOf = steps => steps.reduce(([n, d], { hours, pace }) => {
  const [part, whole] = [n * pace + hours * d, d * pace];
  const by = divisor(part, whole);
  return [part / by, whole / by];
}, [0, 1]);

const routeOf = steps => {
  const [n, d] = weeksOf(steps);
  const stops = steps.map(({ way }) => way.target);
  const known = stops.every(({ pay, kind }) => pay && kind === stops[0].kind);
  const pays = known ? stops.map(({ pay }) => pay) : [0];
  return {
    steps,
    tenths: Math.floor((20 * n + d) / (2 * d)),
    ...months(n, d),
    hours: steps.reduce((sum, each) => sum + each.hours, 0),
    saved: steps.reduce((sum, each) => sum + each.saved, 0),
    level: Math.max(...steps.map(({ way }) => way.level)),
    least: Math.min(...pays),
    mean: Math.floor(pays.reduce((sum, pay) => sum + pay, 0) / pays.length),
    known,
    slugs: steps.map(({ way }) => way.slug),
  };
};

const byTime = route => [route.tenths, route.steps.length, route.level, ...route.slugs];
const ORDERS = {
  time: byTime,
  pay: route => [+!route.known, -route.least, -route.mean, ...byTime(route)],
  difficulty: route => [route.level, ...byTime(route)],
};

const compare = (a, b) => {
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
  }
  return a.length - b.length;
};

export const ranked = (routes, by) => [...routes].sort((a, b) => compare(ORDERS[by](a), ORDERS[by](b)));

export const routeAlong = async ways => {
  const legs = await Promise.all(ways.map(way => legsOf(way.origin)));
  const known = new Set();
  return routeOf(ways.map((way, at) => stepOf(way, legs[at][way.slug], known)));
};

// To each role that two pathways in a row lead to, the quickest way.
export const twoSteps = async origin => {
  const ways = origin.out.filter(way => way.hours).flatMap(first => first.target.out
    .filter(way => way.hours && way.target !== origin).map(second => [first, second]));
  const best = new Map();
  for (const route of ranked(await Promise.all(ways.map(routeAlong)), 'time')) {
    const { target } = route.steps[1].way;
    if (!best.has(target)) best.set(target, route);
  }
  return [...best.values()];
};

export const routesBetween = async (origin, target) =>
  ranked(await Promise.all(waysBetween(origin, target).map(routeAlong)), 'time');
