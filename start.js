// Starts the app, fetches what is needed later, and then seals the page: from there on the browser
// refuses every connection, until the page is left.
//
// What is here is what cannot be in the app: it runs before it, after its end, or with values that
// Rust has no type for (Trusted Types). No sentence stands here; they are templates in index.html.
//
// With the app (src/browser/host.rs): app.js exports `start(questions, host)`; `host` is below. It is the
// first half of the app; `later(module)` takes the later one, whose hash is `integrity`.
// With the worker (documents.js, a classic script that is started from memory), in this order:
//   to it    { module, questions, guidance, rules }       first; a file that did not come is missing
//            { id, job }                                  from the app: a job's bytes
//            { id, rescue: { head, answers: [bytes] } }   from here, after a crash: stored records
//   from it  { id, outcome }                              a job's outcome as bytes
//            { id, file: { name, type, bytes } }          the save file made from stored records
//            { id, fault }                                what went wrong, for those who look after it

const LATER_TAKES = 20_000;
const QUIET = 300;
const STORAGE = 'respect-in-practice';
const SEAL = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:; style-src 'none'; form-action 'none'; base-uri 'none'";
const TEST = './seal-test?';

const root = document.getElementById('app');
const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
const wait = time => new Promise(done => setTimeout(done, time));
const language = (() => {
  const asked = new URLSearchParams(location.search).get('lang');
  return asked && meta('languages').split(' ').includes(asked) ? asked : document.documentElement.lang;
})();

// The one policy of the page: a script may only come from the page's own memory.
const policy = (() => {
  const rules = {
    createScriptURL(address) {
      const url = new URL(address);
      if (url.protocol !== 'blob:' || url.origin !== location.origin) throw new TypeError(address);
      return address;
    },
  };
  try {
    return globalThis.trustedTypes?.createPolicy('respect-in-practice', rules) ?? rules;
  } catch {
    return rules;
  }
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
  const place = root.querySelector('.buttons');
  if (!place) return stopped(String(fault));
  root.querySelector('main').hidden = false;
  root.querySelector('.seal')?.remove();
  place.hidden = true;
  place.after(shown('fault', { [fault.why ?? 'mixed']: fault }, `${fault}\n${meta('build')}\n${navigator.userAgent}`));
}

let kept = null;
let isStopped = false;

// The app is dead. The notice stands outside its tree, where none of its listeners is.
function stopped(message) {
  if (isStopped) return;
  isStopped = true;
  const { lang } = document.documentElement;
  const own = navigator.languages.find(one => one === lang || one.startsWith(`${lang}-`));
  const time = kept && new Date(kept.at).toLocaleTimeString(own ?? lang);
  const notice = document.createElement('div');
  notice.className = root.className;
  notice.append(shown('stopped', kept ? { kept: { time } } : { 'not-kept': {} }, `${message}\n${meta('build')}\n${navigator.userAgent}`));
  root.hidden = true;
  root.after(notice);
  const save = notice.querySelector('[data-do="save"]');
  save.onclick = async () => {
    const say = state => notice.querySelectorAll('[data-state]').forEach(one => { one.hidden = one.dataset.state !== state; });
    save.disabled = true;
    say('saving');
    say(await rescue().catch(() => 'not-saved'));
    save.disabled = false;
  };
  notice.querySelector('h1').focus();
}

const ofApp = error => globalThis.WebAssembly && (error instanceof WebAssembly.RuntimeError || /\.wasm|wasm-function/.test(error?.stack));
addEventListener('error', event => { if (ofApp(event.error)) stopped(String(event.error)); });
addEventListener('unhandledrejection', event => { if (ofApp(event.reason)) stopped(String(event.reason)); });

// Has a fresh worker make a save file from the stored records, without the app.
async function rescue() {
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open(STORAGE);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
    setTimeout(failed, LATER_TAKES);
  });
  if (!database) return 'nothing';
  const [heads, answers] = await new Promise((done, failed) => {
    const records = database.transaction(['heads', 'answers']);
    const read = store => [records.objectStore(store).getAllKeys(), records.objectStore(store).getAll()];
    const asked = [...read('heads'), ...read('answers')];
    records.onabort = failed;
    records.oncomplete = () => {
      const [heads, headBytes, keys, bytes] = asked.map(request => request.result);
      done([heads.map((id, at) => ({ id, head: headBytes[at] })), keys.map(([id], at) => ({ id, bytes: bytes[at] }))]);
    };
  });
  database.close();
  // Where it is not known which one was open, each gets its file.
  const wanted = heads.filter(({ id }) => !kept || id === kept.id);
  if (!wanted.length) return 'nothing';
  await sealed;
  const worker = host.spawn();
  try {
    for (const { id, head } of wanted) {
      const { file } = await new Promise((done, failed) => {
        worker.onerror = failed;
        worker.onmessage = ({ data }) => { (data.file ? done : failed)(data); };
        worker.postMessage({ id, rescue: { head, answers: answers.filter(one => one.id === id).map(one => one.bytes) } });
        setTimeout(failed, LATER_TAKES);
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
      link.download = file.name;
      link.click();
    }
  } finally {
    worker.terminate();
  }
  return 'saved';
}

// ---- The seal ----

const later = {};
let since = null;
let sealDone;
const sealed = new Promise(done => { sealDone = done; });
let guidanceDone;
const guidance = new Promise(done => { guidanceDone = done; });

const entries = () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(entry => /^https?:/.test(entry.name) && !entry.name.includes(TEST.slice(1)));

async function seal() {
  const signal = AbortSignal.timeout?.(LATER_TAKES);
  const missing = [];
  const take = async (name, file, read, ...how) => {
    try { later[name] = await read(file, signal, ...how); } catch { missing.push(file); }
  };
  // The later half of the app goes first: somebody may already wait for it.
  await Promise.all([
    take('half', 'later.wasm', moduleOf, app?.integrity),
    take('guidance', `guidance.${language}.bin`, bytesOf),
  ]);
  app?.later(later.half);
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

// Whether the browser reports a breach of policy that fits, while something is tried.
function refused(attempt, fits) {
  return new Promise(done => {
    const end = outcome => {
      removeEventListener('securitypolicyviolation', heard);
      done(outcome);
    };
    const heard = event => { if (fits(event)) end(true); };
    addEventListener('securitypolicyviolation', heard);
    setTimeout(end, 1_000, false);
    // What is thrown or rejected proves nothing.
    try { attempt()?.catch?.(() => {}); } catch {}
  });
}

const address = way => new URL(TEST + way, document.baseURI).href;
const ways = {
  request: at => fetch(at, { method: 'POST', body: 'test' }),
  beacon: at => { navigator.sendBeacon(at, 'test'); },
  socket: at => { new WebSocket(at.replace(/^http/, 'ws')); },
  picture: at => { new Image().src = at; },
  script: at => import(at),
  worker: at => { new Worker(at); },
  form: at => {
    const form = document.createElement('form');
    // Into this page: a window of its own would open, and stay empty, before it is refused.
    Object.assign(form, { action: at, method: 'post', hidden: true });
    document.body.append(form);
    try { form.submit(); } finally { form.remove(); }
  },
};
const needs = { beacon: navigator.sendBeacon, socket: globalThis.WebSocket, worker: globalThis.Worker };

// ---- What the app may call ----

let source;
const host = {
  spawn() {
    if (!later.module || !later.source) return null;
    source ??= policy.createScriptURL(URL.createObjectURL(new Blob([later.source], { type: 'text/javascript' })));
    const worker = new Worker(source);
    worker.postMessage({ module: later.module, questions, guidance: later.guidance, rules: later.rules });
    return worker;
  },
  guidance: () => guidance,
  sealed: () => sealed,
  requests: () => since === null ? 0 : entries().filter(entry => performance.timeOrigin + entry.startTime > since).length,
  async tryToSend() {
    const verdicts = [];
    for (const [way, attempt] of Object.entries(ways)) {
      const at = address(way);
      const fits = event => [event.blockedURI, event.sample].some(text => text?.includes(TEST.slice(2) + way));
      verdicts.push(way in needs && !needs[way] ? 2 : await refused(() => attempt(at), fits) ? 0 : 1);
    }
    return Uint8Array.from(verdicts);
  },
  kept(id, at) { kept = { id, at }; },
  stopped,
};

// ---- The start ----

// A place in the address: the page comes back to it, so the start screen is not shown on the way.
if (location.hash.length > 1) root.querySelector('main').hidden = true;

// Leads past the header without touching the address, which names the place in the app.
document.addEventListener('click', event => {
  if (!event.target.closest?.('a.skip')) return;
  event.preventDefault();
  document.getElementById('main')?.focus();
});

// What somebody pressed or chose before the app was there is done when it is.
let early = null;
const remember = event => { early = event.target.closest('button, input') ?? early; };
root.addEventListener('click', remember);
root.addEventListener('change', remember);

let questions;
let app;
try {
  const [glue, module, bytes] = await Promise.all([glueOf('app.js'), moduleOf('app.wasm'), bytesOf(`questions.${language}.bin`)]);
  questions = bytes;
  app = glue;
  await app.default({ module_or_path: module });
  await app.start(questions, host);
  root.removeEventListener('click', remember);
  root.removeEventListener('change', remember);
  await wait(0);
  const now = early?.id && document.getElementById(early.id);
  if (now && early.files?.length) {
    now.files = early.files;
    now.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (now && now.type !== 'file') now.click();
} catch (fault) {
  if (!isStopped) notStarted(fault);
}
seal();
