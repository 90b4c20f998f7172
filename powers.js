// What the page can do by itself once the first screen stands: start workers, try to send, and say
// after a crash that the app is dead. start.js loads it before the seal.
//
// `known` is what start.js knows: the element of the app (root), how to read a meta (meta) and how to
// fill a template (shown), what was loaded (later), when the page is sealed (sealed), where something
// was kept last (kept: { id, at }), the name of a test of the seal (test), and for how many
// milliseconds something is waited for (patience).
//
// With the worker (documents.js, a classic script that is started from memory), in this order:
//   to it    { module, questions, guidance, rules }       first; a file that did not come is missing
//            { id, job }                                  from the app: a job's bytes
//            { id, rescue: { head, answers: [bytes] } }   from here, after a crash: stored records
//   from it  { id, outcome }                              a job's outcome as bytes
//            { id, file: { name, type, bytes } }          the save file made from stored records
//            { id, fault }                                what went wrong, for those who look after it

const STORAGE = 'respect-in-practice';

// What the app may call beside what start.js gives it.
export const all = known => ({ spawn: () => spawn(known.later), tryToSend: () => tryToSend(known.test) });

// ---- The worker ----

// The one policy of the page: a script may only come from the page's own memory.
const policy = (() => {
  // A page without an origin of its own (a sandbox) has one all the same, as its addresses of memory do: null.
  const rules = {
    createScriptURL(address) {
      const url = new URL(address);
      if (url.protocol !== 'blob:' || url.origin !== globalThis.origin) throw new TypeError(address);
      return address;
    },
  };
  try {
    return globalThis.trustedTypes?.createPolicy('respect-in-practice', rules) ?? rules;
  } catch {
    return rules;
  }
})();

const fromMemory = source => policy.createScriptURL(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));

// Whether a worker may be started, which a server's own policy can refuse: an empty one has to answer.
export const worksHere = patience => new Promise(done => {
  setTimeout(done, patience, false);
  const worker = new Worker(fromMemory('postMessage(0)'));
  worker.onerror = () => done(false);
  worker.onmessage = () => {
    worker.terminate();
    done(true);
  };
}).catch(() => false);

let address;
function spawn({ module, source, questions, guidance, rules }) {
  if (!module || !source) return null;
  address ??= fromMemory(source);
  const worker = new Worker(address);
  worker.postMessage({ module, questions, guidance, rules });
  return worker;
}

// ---- Trying to send ----

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

async function tryToSend(test) {
  const verdicts = [];
  for (const [way, attempt] of Object.entries(ways)) {
    const at = new URL(test + way, document.baseURI).href;
    const fits = event => [event.blockedURI, event.sample].some(text => text?.includes(test + way));
    verdicts.push(way in needs && !needs[way] ? 2 : await refused(() => attempt(at), fits) ? 0 : 1);
  }
  return Uint8Array.from(verdicts);
}

// ---- After a crash ----

// Which assessment this tab has open and on this device, as src/shell/runner.rs remembers it.
const open = () => { try { return sessionStorage.getItem('open'); } catch { return null; } };

// The notice stands outside the app's tree, where none of its listeners is. What it says of the answers
// is what lies in the storage, which is looked at before.
export async function stopped(known, message) {
  const { root, kept } = known;
  const { lang } = document.documentElement;
  const own = navigator.languages.find(one => one === lang || one.startsWith(`${lang}-`));
  const id = open();
  const found = !id ? 'not-kept' : await heads(LOOK).then(all => all.some(one => one.id === id) ? 'kept' : 'not-kept', () => 'not-known');
  const time = found === 'kept' && kept?.id === id && new Date(kept.at).toLocaleTimeString(own ?? lang);
  const notice = document.createElement('div');
  notice.className = root.className;
  const parts = { [found === 'kept' && !time ? 'on-device' : found]: { time } };
  notice.append(known.shown('stopped', parts, `${message}\n${known.meta('build')}\n${navigator.userAgent}`));
  root.hidden = true;
  root.after(notice);
  const save = notice.querySelector('[data-do="save"]');
  if (found === 'not-kept') save.remove();
  save.onclick = async () => {
    const say = state => notice.querySelectorAll('[data-state]').forEach(one => { one.hidden = one.dataset.state !== state; });
    save.disabled = true;
    say('saving');
    say(await rescue(known, id).catch(() => 'not-saved'));
    save.disabled = false;
  };
  notice.querySelector('h1').focus();
}

// How long the notice waits for what it says of the answers, in milliseconds.
const LOOK = 3_000;

// Reads from the storage within so much time. Where there is none, there are no records.
async function read(patience, stores, ask) {
  const late = new Promise((_, failed) => setTimeout(failed, patience));
  const opened = new Promise((done, failed) => {
    const request = indexedDB.open(STORAGE);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = () => (request.error?.name === 'AbortError' ? done(null) : failed(request.error));
  });
  const database = await Promise.race([opened, late]);
  if (!database) return null;
  try {
    const records = database.transaction(stores);
    const asked = ask(name => records.objectStore(name));
    await Promise.race([late, new Promise((done, failed) => Object.assign(records, { onabort: failed, oncomplete: done }))]);
    return asked.map(request => request.result);
  } finally {
    database.close();
  }
}

// The drafts on this device: the id and the record of each.
async function heads(patience) {
  const [ids, records] = await read(patience, ['heads'], store => [store('heads').getAllKeys(), store('heads').getAll()]) ?? [[], []];
  return ids.map((id, at) => ({ id, head: records[at] }));
}

// Has a fresh worker make a save file from the stored records of a draft, without the app.
async function rescue({ later, sealed, patience }, id) {
  const found = (await heads(LOOK)).find(one => one.id === id);
  if (!found) return 'nothing';
  const range = IDBKeyRange.bound([id], [id, []]);
  const [answers] = await read(LOOK, ['answers'], store => [store('answers').getAll(range)]);
  await sealed;
  const worker = spawn(later);
  try {
    const { file } = await new Promise((done, failed) => {
      worker.onerror = failed;
      worker.onmessage = ({ data }) => { (data.file ? done : failed)(data); };
      worker.postMessage({ id, rescue: { head: found.head, answers } });
      setTimeout(failed, patience);
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
    link.download = file.name;
    link.click();
  } finally {
    worker.terminate();
  }
  return 'saved';
}
