// All roles and pathways of the site, as api/graph.json or the parts that it names have them, become objects.
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

const row = (columns, at) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[at]]));

export const loadGraph = async () => {
  const { parts, ...words } = await load('api/graph.json');
  const loaded = await Promise.all(parts.map(part => part.roles ? part : load(part)));
  const all = loaded.flatMap(({ roles, ...its }) => roles.id.map((_, at) => {
    const role = row(roles, at);
    return {
      ...role,
      field: its.fields[role.field],
      kind: its.kinds[role.kind],
      source: its.sources[role.source],
      out: [],
      into: [],
    };
  }));
  const ways = loaded.flatMap(({ pathways, ...its }) => pathways.from.map((from, at) => {
    const way = row(pathways, at);
    const origin = all[from];
    const target = all[way.to];
    const [label, trend, pay] = its.pays[way.pay];
    Object.assign(way, {
      origin,
      target,
      slug: its.slugs[at] ?? `${origin.id}-to-${target.id}`,
      difficulty: words.difficulties[way.level - 1],
      time: its.times[way.time],
      label,
      trend,
      pay,
      demand: words.demands.at(way.demand),
      meter: Math.max(way.demand, 0),
      view: words.views[way.view],
    });
    origin.out.push(way);
    target.into.push(way);
    return way;
  }));
  return { roles: all, ways, role: id => all.find(each => each.id === id) };
};
