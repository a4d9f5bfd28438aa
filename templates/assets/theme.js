// Classic and blocking on purpose: it runs before the first paint, so that nothing flashes and nothing moves.
// A page opened from a folder may not load modules: what needs them stays hidden there.
document.documentElement.dataset.js = location.protocol === 'file:' ? 'file' : '';
try { document.documentElement.dataset.theme = localStorage['wm-theme'] || ''; } catch {}
