// Starts the app, fetches what is needed later, and then seals the page: from there on the browser
// refuses every connection, until the page is left.
//
// What is here is what cannot be in the app: it runs before it, or with what Rust has no hand in. What
// the first question does not wait for stands in powers.js. No sentence stands in either; they are
// templates in index.html.
//
// With the app (src/browser/host.rs): app.js exports `start(questions, host)`; `host` is below, and
// powers.js adds to it. app.js is the first half of the app; `later(module)` takes the later one, whose
// hash is `integrity`.

const LATER_TAKES = 20_000;
const QUIET = 300;
const HELD_AT_MOST = 1_000;
const SEAL = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:; style-src 'none'; form-action 'none'; base-uri 'none'";
const TEST = 'seal-test?';

const root = document.getElementById('app');
const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
const wait = time => new Promise(done => setTimeout(done, time));
const language = (() => {
  const asked = new URLSearchParams(location.search).get('lang');
  return asked && meta('languages').split(' ').includes(asked) ? asked : document.documentElement.lang;
})();

// ---- Files ----

class Fault extends Error {
  constructor(why, file, cause) {
    super(`${why}: ${file}: ${cause}`);
    Object.assign(this, { why, file });
  }
}

async function fetched(file, signal, integrity) {
  const response = await fetch(file, { signal, integrity }).catch(cause => {
    throw new Fault('network', file, cause);
  });
  if (!response.ok) throw new Fault('missing', file, response.status);
  // Where people have to sign in, a sign-in page comes under every address.
  if ((response.headers.get('content-type') ?? '').startsWith('text/html')) throw new Fault('sign-in', file, response.url);
  return response;
}

async function bytesOf(file, signal) {
  const response = await fetched(file, signal);
  return new Uint8Array(await response.arrayBuffer().catch(cause => {
    throw new Fault('network', file, cause);
  }));
}

async function moduleOf(file, signal, integrity) {
  if (!globalThis.WebAssembly) throw new Fault('refused', file, 'no WebAssembly');
  const response = await fetched(file, signal, integrity);
  try {
    // Some servers do not know the type; streaming asks for it.
    return (response.headers.get('content-type') ?? '').startsWith('application/wasm')
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    const why = !(cause instanceof WebAssembly.CompileError) ? 'network' : /polic|CSP|disallowed/i.test(cause) ? 'refused' : 'old';
    throw new Fault(why, file, cause);
  }
}

const glueOf = file => import(`./${file}`).catch(async cause => {
  // An import does not say why it failed.
  if (!(cause instanceof SyntaxError)) await fetched(file);
  throw new Fault(cause instanceof SyntaxError ? 'old' : 'mixed', file, cause);
});

// ---- What the page shows by itself ----

function shown(id, parts, details) {
  const all = document.getElementById(id).content.cloneNode(true);
  all.querySelector('pre').textContent = details;
  for (const part of all.querySelectorAll('[data-why]')) {
    const values = parts[part.dataset.why];
    if (!values) part.remove();
    else part.textContent = part.textContent.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
  all.querySelector('[data-do="again"]').onclick = () => location.reload();
  return all;
}

// The app could not be started: the start screen stays, and says so where its buttons were.
function notStarted(fault) {
  const main = root.querySelector('main');
  const place = root.querySelector('.buttons') ?? main.firstChild;
  main.hidden = false;
  root.querySelector('.seal')?.remove();
  place.hidden = true;
  place.after(shown('fault', { [fault.why ?? 'mixed']: fault }, `${fault}\n${meta('build')}\n${navigator.userAgent}`));
}

let isStopped = false;

// The app is dead. How that is said comes later, so a crash on the first screens waits for it.
async function stopped(message) {
  if (isStopped) return;
  isStopped = true;
  await powers().then(({ stopped }) => stopped(known, message), notStarted);
}

const ofApp = error => globalThis.WebAssembly && (error instanceof WebAssembly.RuntimeError || /\.wasm|wasm-function/.test(error?.stack));
addEventListener('error', event => { if (ofApp(event.error)) stopped(String(event.error)); });
addEventListener('unhandledrejection', event => { if (ofApp(event.reason)) stopped(String(event.reason)); });

// ---- The seal ----

// What was loaded, by the names by which the worker is told.
const later = {};
let since = null;
let sealDone;
const sealed = new Promise(done => { sealDone = done; });
let guidanceDone;
const guidance = new Promise(done => { guidanceDone = done; });

const entries = () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(entry => /^https?:/.test(entry.name) && !entry.name.includes(TEST));

// The whole sheet. The page holds what the screens up to the first question need of it.
let sheetComes;
const sheet = () => sheetComes ??= new Promise((done, failed) => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: 'styles.css', onload: done, onerror: failed });
  document.head.append(link);
});

let powersCome;
const powers = () => powersCome ??= glueOf('powers.js');

async function seal() {
  const signal = AbortSignal.timeout?.(LATER_TAKES);
  const late = new Promise((_, failed) => signal?.addEventListener('abort', failed));
  const missing = [];
  const take = async (name, file, read, ...how) => {
    try { later[name] = await Promise.race([read(file, signal, ...how), late]); } catch { missing.push(file); }
  };
  // The later half of the app goes first: somebody may already wait for it.
  await Promise.all([
    take('half', 'later.wasm', moduleOf, app?.integrity),
    take('guidance', `guidance.${language}.bin`, bytesOf),
    take('powers', 'powers.js', powers),
    take('sheet', 'styles.css', sheet),
  ]);
  Object.assign(host, later.powers?.all(known));
  app?.later(later.powers && later.half);
  guidanceDone(later.guidance);
  for (let seen = -1, now = 0; seen !== now || document.readyState !== 'complete'; now = entries().length) {
    seen = now;
    await wait(QUIET);
  }
  await Promise.all([
    take('module', 'documents.wasm', moduleOf),
    take('source', 'documents.js', async (...file) => (await fetched(...file)).text()),
    take('rules', `rules.${language}.bin`, bytesOf),
  ]);
  // The one way out that no policy covers in every browser.
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection']) delete globalThis[name];
  const second = document.createElement('meta');
  second.httpEquiv = 'Content-Security-Policy';
  second.content = SEAL;
  document.head.append(second);
  // Trying it here would leave a breach in the console on every visit; the privacy panel tries it
  // whenever somebody asks.
  if (document.head.contains(second)) since = Date.now();
  const loaded = entries();
  sealDone({
    since: since ?? undefined,
    files: loaded.length,
    bytes: loaded.reduce((sum, entry) => sum + entry.encodedBodySize, 0),
    origins: [...new Set(loaded.map(entry => new URL(entry.name).origin))],
    missing,
    build: meta('build'),
  });
}

// ---- What the app may call ----

const host = {
  guidance: () => guidance,
  sealed: () => sealed,
  requests: () => since === null ? 0 : entries().filter(entry => performance.timeOrigin + entry.startTime > since).length,
  kept(id, at) { known.kept = { id, at }; },
  stopped,
};

// What powers.js works with.
const known = { root, meta, later, sealed, shown, kept: null, test: TEST, patience: LATER_TAKES };

// ---- The start ----

// A server's own policy may refuse what stands in the page.
if (!document.styleSheets.length) sheet().catch(() => {});

// A place in the address: the page comes back to it, so the start screen is not shown on the way.
if (location.hash.length > 1) root.querySelector('main').hidden = true;

// Leads past the header without touching the address, which names the place in the app.
document.addEventListener('click', event => {
  if (!event.target.closest?.('a.skip')) return;
  event.preventDefault();
  document.getElementById('main')?.focus();
});

// What somebody pressed or chose before the app was there is done when it is. Where that is to begin,
// the app does so by itself, and draws no start screen before.
let early = null;
const remember = event => { early = event.target.closest('button, input') ?? early; };
root.addEventListener('click', remember);
root.addEventListener('change', remember);

// What is held down when the app is there is let go first: the app draws the button anew, and a press
// that began on the old one would end on neither.
let isHeld = false;
const hold = ({ type }) => { isHeld = type.endsWith('down'); };
const HOLDS = ['pointerdown', 'pointerup', 'pointercancel', 'keydown', 'keyup'];
for (const type of HOLDS) addEventListener(type, hold, true);

let app;
try {
  const [glue, module, questions] = await Promise.all([glueOf('app.js'), moduleOf('app.wasm'), bytesOf(`questions.${language}.bin`)]);
  later.questions = questions;
  app = glue;
  await app.default(module);
  for (const end = performance.now() + HELD_AT_MOST; isHeld && performance.now() < end;) await wait(20);
  host.begins = early?.id === 'begin';
  await app.start(questions, host);
  root.removeEventListener('click', remember);
  root.removeEventListener('change', remember);
  for (const type of HOLDS) removeEventListener(type, hold, true);
  await wait(0);
  const now = early?.id && document.getElementById(early.id);
  if (now && early.files?.length) {
    now.files = early.files;
    now.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (now && now.type !== 'file' && !host.begins) now.click();
} catch (fault) {
  if (!isStopped) notStarted(fault);
}
seal();
