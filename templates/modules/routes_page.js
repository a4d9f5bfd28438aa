// The page of routes answers for any two roles.
import { fill, named } from './fill.js';
import { loadGraph } from './graph.js';
import { mirror, offer } from './choice.js';
import { ranked, routesBetween } from './routes.js';
import { routeView } from './route_view.js';

const MOST = 6;
const [form, status, found, template, by] = ['choose', 'status', 'found', 'route', 'by'].map(named);

try {
  const graph = await loadGraph();
  const [from, to] = offer(graph);
  form.addEventListener('submit', () => found.querySelector('a')?.focus());
  let asked = 0;
  mirror(form, async () => {
    const turn = ++asked;
    const [origin, target] = [graph.role(from.value), graph.role(to.value)];
    const routes = origin && target ? ranked(await routesBetween(origin, target), by.value) : [];
    if (turn !== asked) return;
    found.replaceChildren(...routes.slice(0, MOST).map(route => routeView(template, route)));
    const pattern = !origin || !target ? (origin ? 'from' : 'choose') : routes.length ? 'some' : 'none';
    for (const each of document.querySelectorAll('[data-origin]')) each.open = each.dataset.origin === origin?.name;
    status.textContent = fill(status.dataset[pattern], { count: routes.length, origin: origin?.name, target: target?.name });
  });
} catch {
  form.remove();
  status.textContent = status.dataset.failed;
}
