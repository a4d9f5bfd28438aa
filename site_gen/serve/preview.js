// Shows what is wrong with the content over the page, which is still the last good one.
addEventListener('DOMContentLoaded', async () => {
  const answer = await fetch('/__waymark/report.json', { cache: 'no-store' });
  const { title, text } = await answer.json();
  if (!text) return;
  const make = (name, words) => Object.assign(document.createElement(name), { textContent: words });
  const box = make('section', '');
  box.className = 'waymark-report';
  box.setAttribute('role', 'alert');
  const close = make('button', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => box.remove());
  box.append(close, make('h2', title), make('p', 'This page is the last good one. It reloads when the mistake is mended.'), make('pre', text));
  document.body.append(box);
});
