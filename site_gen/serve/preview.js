// Shows what is wrong with the content over the page, which is still the last good one.
const { edition, title, text } = document.currentScript.dataset;
if (text) {
  const make = (name, words) => Object.assign(document.createElement(name), { textContent: words });
  const box = make('section', '');
  box.className = 'waymark-report';
  box.setAttribute('role', 'alert');
  const close = make('button', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => box.remove());
  box.append(close, make('h2', title), make('p', 'This page is the last good one. It reloads when the mistake is mended.'), make('pre', text));
  document.body.append(box);
}
// From here on the page is told of every build. One that ended since the page was sent, it has missed.
document.addEventListener('LiveReloadConnect', async () => {
  const answer = await fetch('/__waymark/edition', { cache: 'no-store' });
  if (await answer.text() !== edition) location.reload();
});
