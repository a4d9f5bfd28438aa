// Classic and blocking on purpose: it runs before the first paint, so that nothing flashes and nothing moves.
document.documentElement.dataset.js = location.protocol === 'file:' ? 'file' : '';
try { document.documentElement.dataset.theme = localStorage['wm-theme'] || ''; } catch {}
