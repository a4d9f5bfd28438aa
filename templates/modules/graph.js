// All roles and pathways of the site, as api/graph.json has them, become objects.
import { element } from './fill.js';

// This file stands two folders below the site, wherever that is.
const site = new URL('../../', import.meta.url);

export const address = path => new URL(path, site).href;

export const link = (path, text) => Object.assign(element('a', text), { href: address(path) });

export const load = async path => {
  const answer = await fetch(address(path));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

export const loadGraph = async () => {
  const { roles, pathways, ...words } = await load('api/graph.json');
  const all = roles.id.map((id, at) => ({
    id,
    name: roles.name[at],
    aliases: roles.aliases[at],
    field: words.fields[roles.field[at]],
    pay: roles.pay[at],
    kind: roles.kind[at],
    earns: roles.earns[at],
    source: words.sources[roles.source[at]],
    out: [],
    into: [],
  }));
  const ways = pathways.from.map((from, at) => {
    const origin = all[from];
    const target = all[pathways.to[at]];
    const demand = pathways.demand[at];
    const [label, trend, pay] = words.pays[pathways.pay[at]];
    const way = {
      origin,
      target,
      slug: words.slugs[at] ?? `${origin.id}-to-${target.id}`,
      hours: pathways.hours[at],
      low: pathways.low[at],
      high: pathways.high[at],
      level: pathways.level[at],
      difficulty: words.difficulties[pathways.level[at] - 1],
      time: words.times[pathways.time[at]],
      label,
      trend,
      pay,
      demand: words.demands.at(demand),
      meter: Math.max(demand, 0),
      view: words.views[pathways.view[at]],
    };
    origin.out.push(way);
    target.into.push(way);
    return way;
  });
  return { roles: all, ways, role: id => all.find(each => each.id === id) };
};
