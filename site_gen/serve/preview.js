// Shows what is wrong with the content over the page, which is still the last good one.
let { edition, title, text } = document.currentScript.dataset;
const show = () => {
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
};
show();
// A page is renewed where it stands, which is sooner done than loading it, and nothing flashes or scrolls.
// Only one that now takes in other styles or scripts, or is not there, is loaded again.
const takenIn = page => [...page.head.querySelectorAll('link, script[src]:not([data-edition])')].map(each => each.outerHTML).join();
const renew = async () => {
  const answer = await fetch(location.href, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const own = page.querySelector('script[data-edition]');
  if (!answer.ok || !own || takenIn(page) !== takenIn(document)) throw new Error('another page');
  ({ edition, title, text } = own.dataset);
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  show();
  // The page's own scripts begin anew with what is there now.
  for (const old of document.head.querySelectorAll('script[src][defer]:not([src*="/__waymark/"])')) {
    const again = document.createElement('script');
    for (const { name, value } of old.attributes) again.setAttribute(name, value);
    old.replaceWith(again);
  }
  dispatchEvent(new Event('waymark-renewed'));
};
window.LiveReloadPluginRenewal = class {
  static identifier = 'renewal';
  static version = '1.0';
  reload() {
    renew().catch(() => location.reload());
    return true;
  }
};
// From here on the page is told of every build. One that ended since the page was sent, it has missed.
document.addEventListener('LiveReloadConnect', async () => {
  const answer = await fetch('/__waymark/edition', { cache: 'no-store' });
  if (await answer.text() !== edition) location.reload();
});
