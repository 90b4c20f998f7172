// Starts the app, fetches what is needed later, and then seals the page: from there on the browser
// refuses every connection, until the page is left.
//
// What is here is what cannot be in the app: it runs before it, or with what Rust has no hand in. What
// the first question does not wait for stands in powers.js. No sentence stands in either; they are
// templates in index.html.
//
// With the app (src/browser/host.rs): app.js exports `start(questions, host)`; `host` is below, and
// powers.js adds to it, as framed.js does inside another page. app.js is the first half of the app;
// `later(module)` takes the later one.
//
// Files are called by their plain names here (`app.wasm`). Where each lies and what its sum is stands
// in index.html (the meta `files`), so no two builds can run together.

const LATER = 'later.bin';
const LATER_TAKES = 20_000;
const QUIET = 300;
const HELD_AT_MOST = 1_000;
const SEAL = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:; style-src 'none'; form-action 'none'; base-uri 'none'";
const TEST = 'seal-test?';

// It runs: what says otherwise goes first.
document.getElementById('unstarted').remove();

const root = document.getElementById('app');
const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
const wait = time => new Promise(done => setTimeout(done, time));
// What the page is opened with stands behind `?` in its address. What is not known counts as not said.
const asked = new URLSearchParams(location.search);
const ask = name => asked.get(name) ?? '';
const language = meta('languages').split(' ').includes(ask('lang')) ? ask('lang') : document.documentElement.lang;
// Pages of one origin keep apart what they keep, each under the namespace that it is opened with.
const space = /^[a-z0-9-]{1,32}$/.test(ask('namespace')) ? `.${ask('namespace')}` : '';
const own = name => name + space;
const framed = parent !== window;
// Small things that the tab remembers over a reload, in some sandboxes none; never an answer. One that lies
// in a locker beside them (powers.js) cannot be read there.
const tab = (name, value) => {
  try {
    if (value) sessionStorage[own(name)] = value;
    else if (value === '') delete sessionStorage[own(name)];
    return sessionStorage[own(name)];
  } catch {}
};

// ---- Files ----

class Fault extends Error {
  constructor(why, file, cause) {
    super(`${why}: ${file}: ${cause}`);
    Object.assign(this, { why, file });
  }
}

// What a policy refused so far: a fetch does not say it.
const breaches = [];
addEventListener('securitypolicyviolation', event => breaches.push(event));
const rules = () => breaches.map(({ effectiveDirective, blockedURI, originalPolicy }) => `${effectiveDirective}: ${blockedURI}\n${originalPolicy}\n`).join('');

const isWhole = async (bytes, integrity) =>
  integrity.endsWith(btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))));

const bytesOf = async (file, signal) => new Uint8Array(await taken(file, signal, response => response.arrayBuffer()));

async function compiled(file, compile) {
  if (!globalThis.WebAssembly) throw new Fault('refused', file, 'no WebAssembly');
  try {
    return await compile();
  } catch (cause) {
    // Said only of a file that is whole.
    throw new Fault(/polic|CSP|disallowed/i.test(cause) ? 'refused' : 'old', file, cause);
  }
}

// Some servers do not know the type; streaming asks for it, and takes nothing behind it.
const moduleOf = (file, signal) => taken(file, signal, response => compiled(file,
  async () => response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer())));

// What comes in one file (xtask/src/build/together.rs): each part behind its length. `first` is told the
// first one when it is there, long before the last.
const partsOf = (file, signal, first) => taken(file, signal, async response => {
  const reader = response.body.getReader();
  const parts = [];
  let bytes = new Uint8Array(1 << 20);
  for (let size = 0, at = 0, next; !(next = await reader.read()).done;) {
    const end = size + next.value.length;
    if (end > bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(bytes.subarray(0, size));
      bytes = larger;
    }
    bytes.set(next.value, size);
    size = end;
    const view = new DataView(bytes.buffer);
    for (let from, to; (from = at + 4) <= size && (to = from + view.getUint32(at, true)) <= size; at = to) {
      if (parts.push(bytes.slice(from, to)) === 1) first?.(parts[0]);
    }
  }
  return parts;
});

// ---- Where they come from ----

const files = Object.fromEntries([...meta('files').matchAll(/(\S+) (\S+)/g)].map(
  ([, address, integrity]) => [address.replace(/\.[\w-]{8}\./, '.'), { address, integrity }]));

async function fetched(file, signal) {
  const { address, integrity } = files[file];
  const whole = () => fetch(address, { signal, integrity });
  try {
    return await whole();
  } catch {
    // Why, the browser does not say. It is asked for without the sum, past what the browser has kept.
  }
  const network = async cause => {
    await wait(0);
    throw new Fault(breaches.some(({ blockedURI }) => blockedURI.endsWith(address)) ? 'policy' : 'network', file, cause);
  };
  const response = await fetch(address, { signal, cache: 'reload', redirect: 'manual' }).catch(network);
  // Where people have to sign in, a sign-in page comes under every address, or each leads to one.
  if (response.type === 'opaqueredirect' || (response.ok && (response.headers.get('content-type') ?? '').startsWith('text/html'))) {
    throw new Fault('sign-in', file, response.url);
  }
  if (!response.ok) throw new Fault('missing', file, response.status);
  await response.arrayBuffer().catch(network);
  return whole().catch(cause => { throw new Fault('damaged', file, cause); });
}

// A fetch with a sum gives nothing before the last byte, so that the browser could compile no earlier.
// The sum is taken beside it, and only where that is not to be had (plain HTTP) or not the right one the
// file is asked for with its sum.
async function taken(file, signal, read) {
  const { address, integrity } = files[file];
  try {
    const response = await fetch(address, { signal });
    const whole = response.clone().arrayBuffer().then(bytes => isWhole(bytes, integrity));
    const [made, is] = await Promise.all([read(response), whole]);
    if (is) return made;
  } catch {
    // Why, is found out now.
  }
  return read(await fetched(file, signal));
}

// The scripts of the app: a script element compares sums, an import does not, and asks anew for what
// was refused by one. So the file is compared before, or stands in the page as an element.
async function glueOf(file, element) {
  await new Promise((done, failed) => {
    if (element) Object.assign(element, { onload: done, onerror: failed });
    else failed();
  }).catch(() => fetched(file));
  return import(`./${files[file].address}`).catch(cause => {
    throw new Fault(cause instanceof SyntaxError ? 'old' : 'mixed', file, cause);
  });
}

// The whole sheet. The page holds what the screens up to the first question need of it.
let sheetComes;
const sheet = () => sheetComes ??= new Promise((done, failed) => {
  const link = document.createElement('link');
  const { address, integrity } = files['styles.css'];
  // A page without an origin of its own may compare only what it asks for in this way.
  Object.assign(link, { rel: 'stylesheet', href: address, integrity, crossOrigin: 'anonymous', onload: done, onerror: failed });
  document.head.append(link);
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
  // This asks the server for the page, whatever the browser has kept of it, and the page names all else.
  all.querySelector('[data-do="again"]').onclick = () => location.reload();
  return all;
}

// The app could not be started: the start screen stays, and says so where its buttons were.
function notStarted(fault) {
  host.error?.(fault.why ?? 'mixed');
  const main = root.querySelector('main');
  const place = root.querySelector('.buttons') ?? main.firstChild;
  main.hidden = false;
  root.querySelector('.seal')?.remove();
  place.hidden = true;
  place.after(shown('fault', { [fault.why ?? 'mixed']: fault }, `${fault}\n${rules()}${meta('build')}\n${navigator.userAgent}`));
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

let powersCome;
const powers = () => powersCome ??= glueOf('powers.js');

async function seal() {
  const signal = AbortSignal.timeout?.(LATER_TAKES);
  const late = new Promise((_, failed) => signal?.addEventListener('abort', failed));
  const missing = new Set();
  const take = async (name, file, read) => {
    try { later[name] = await Promise.race([read(file, signal), late]); } catch { missing.add(file); }
  };
  const moduleOfPart = (name, part) => take(name, LATER, file => compiled(file, async () => WebAssembly.compile(await part)));
  // The later half of the app goes first: somebody may already wait for it. Its own sum stands in the page; where
  // that cannot be taken, the whole file has to be there.
  let halfComes;
  const half = new Promise(done => { halfComes = done; });
  const isHalf = bytes => isWhole(bytes, meta('half')).then(is => is && halfComes(bytes), () => {});
  const programs = take('programs', LATER, (...file) => partsOf(...file, isHalf)).then(() => later.programs ?? []);
  await Promise.all([
    moduleOfPart('half', Promise.race([half, programs.then(([half]) => half)])),
    take('words', `later.${language}.bin`, partsOf),
    take('powers', 'powers.js', powers),
    take('sheet', 'styles.css', sheet),
  ]);
  [later.guidance, later.rules] = later.words ?? [];
  Object.assign(host, later.powers?.all(known));
  app?.later(later.powers && later.half);
  guidanceDone(later.guidance);
  for (let seen, now = entries().length; seen !== now || document.readyState !== 'complete'; now = entries().length) {
    seen = now;
    await wait(QUIET);
  }
  await Promise.all([
    moduleOfPart('module', programs.then(([, documents]) => documents)),
    moduleOfPart('lock', programs.then(([, , lock]) => lock)),
    take('source', 'documents.js', (...file) => taken(...file, response => response.text())),
  ]);
  later.programs = null;
  await later.powers?.keepOffline(known);
  // The ways out that no policy covers.
  let open = true;
  try {
    later.powers.close();
    open = false;
  } catch {}
  const second = document.createElement('meta');
  second.httpEquiv = 'Content-Security-Policy';
  second.content = SEAL;
  document.head.append(second);
  // Trying it here would leave a breach in the console on every visit; the privacy panel tries it
  // whenever somebody asks.
  if (!open && document.head.contains(second)) since = Date.now();
  // What makes files is tried at once, and not first when somebody has answered for an hour.
  const refused = await later.powers?.worksHere(LATER_TAKES) === false ? rules() : undefined;
  const loaded = entries();
  sealDone({
    since: since ?? undefined,
    files: loaded.length,
    bytes: loaded.reduce((sum, entry) => sum + entry.encodedBodySize, 0),
    origins: [...new Set(loaded.map(entry => new URL(entry.name).origin))],
    missing: [...missing],
    refused,
    build: meta('build'),
  });
}

// ---- What the app may call ----

const host = {
  ask,
  own,
  framed,
  // A plus in an address is a space once that is read.
  wishes: part => ask('parts').split(/[ ,+]/).includes(part),
  wishesAll: ask('form') === 'complete',
  remembered: () => tab('open'),
  remember: id => tab('open', id ?? ''),
  guidance: () => guidance,
  sealed: () => sealed,
  requests: () => since === null ? 0 : entries().filter(entry => performance.timeOrigin + entry.startTime > since).length,
  kept(id, at) { known.kept = { id, at }; },
  stopped,
};

// What powers.js works with.
const known = { root, ask, meta, own, tab, later, sealed, shown, kept: null, test: TEST, patience: LATER_TAKES };

// ---- Inside another page ----

// That the page around this one can be told nothing keeps nobody from answering.
const inside = framed && glueOf('framed.js').then(({ framed }) => { known.inside = framed(root, host); }).catch(() => {});

// A page around this one that loads anew forgets the place in this address, so the tab remembers it.
if (framed && !location.hash) history.replaceState(null, '', tab('place') ?? '');

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
  const [glue, module, questions] = await Promise.all([glueOf('app.js', document.getElementById('glue')), moduleOf('app.wasm'), bytesOf(`questions.${language}.bin`), inside]);
  later.questions = questions;
  app = glue;
  await app.default(module);
  for (const end = performance.now() + HELD_AT_MOST; isHeld && performance.now() < end;) await wait(20);
  host.begins = early?.id === 'begin';
  await app.start(questions, host);
  host.ready?.();
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
  // What tells the page around this one may still be on its way.
  await Promise.race([inside, wait(HELD_AT_MOST)]);
  if (!isStopped) notStarted(fault);
}
seal();
