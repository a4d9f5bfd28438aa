// The choice in a form and the one in the address are kept the same; going back brings an earlier one back.
import { named } from './fill.js';

export const mirror = (form, show) => {
  const fields = [...form.elements].filter(each => each.name);
  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const each of fields) {
      const value = asked.get(each.name) ?? '';
      each.value = value;
      if (each.selectedIndex === -1) each.selectedIndex = 0;
    }
    show();
  };
  const write = () => {
    const asked = new URLSearchParams(fields.map(each => [each.name, each.value]).filter(([, value]) => value));
    history.pushState(null, '', `${location.pathname}${asked.size ? `?${asked}` : ''}`);
    show();
  };
  form.addEventListener('change', write);
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('popstate', read);
  // What was chosen while this was loading counts.
  if (!location.search && fields.some(each => each.selectedIndex > 0)) write();
  else read();
  return { read, write };
};

// The roles that a pathway leads from and those that one leads to; both lists are handed back.
export const offer = ({ roles }) => ['from', 'to'].map((end, at) => {
  const select = named(end);
  for (const role of [...roles].sort((a, b) => a.name.localeCompare(b.name))) {
    if (role[at ? 'into' : 'out'].length) select.add(new Option(role.name, role.id));
  }
  return select;
});
