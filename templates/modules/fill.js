// Words of the page with gaps, `{hours}` or `{hours|hour|hours}`, become sentences; site_gen/render/patterns.py does the same.

export const named = id => document.getElementById(`wm-${id}`);

export const element = (tag, ...parts) => {
  const made = document.createElement(tag);
  made.append(...parts);
  return made;
};

const GAP = /\{(\w+)(?:\|(\w+)\|(\w+))?\}/g;
const number = new Intl.NumberFormat('en-US');

export const fill = (text, values) => text.replace(GAP, (_, key, one, many) => {
  const value = values[key];
  return (typeof value === 'number' ? number.format(value) : value) + (one ? ` ${value === 1 ? one : many}` : '');
});

// A copy of a part of the page with all its gaps filled, texts and attributes alike.
export const filled = (part, values) => {
  const copy = part.cloneNode(true);
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = copy; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) node.data = fill(node.data, values);
    for (const each of node.attributes ?? []) if (each.value.includes('{')) each.value = fill(each.value, values);
  }
  return copy;
};

export const listed = (words, pattern) =>
  words.length < 2 ? words.join('') : fill(pattern, { most: words.slice(0, -1).join(', '), last: words.at(-1) });
