// Finds out what the place in which this page stands lets a page do, and says what follows for each form
// of embedding. It is for those who look after a portal: it loads nothing but its own files, and takes
// away again what it wrote to try.
//
// A classic script without a sum: where the page has no origin of its own (a sandbox), browsers refuse
// modules and sums, and just that has to be said here.

const NAME = 'respect-in-practice.embed-check';
const FILE = 'embed-check.txt';
const PATIENCE = 5_000;
const ANSWER_TAKES = 1_000;

// What runs here: the smallest module there is.
const MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

// How what was found is said, and with which square.
const STATES = { yes: ['Yes.', 'full'], part: ['In part.', 'half'], no: ['No.', 'empty'], open: ['Not known yet.', 'hatched'] };

const framed = parent !== window;
// Two frames of one page must not meet.
const own = `${NAME}.${Math.random().toString(36).slice(2)}`;
const script = document.currentScript.src;
const at = id => document.getElementById(id);
const wait = time => new Promise(done => setTimeout(done, time));
const made = (tag, text, properties = {}) => Object.assign(document.createElement(tag), { textContent: text, ...properties });

// ---- What a policy refuses ----

const breaches = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => breaches.push(`${effectiveDirective}: ${blockedURI}`));

/** What a try came to, and the rule that refused it. */
async function tried(run) {
  const before = breaches.length;
  let fault = null;
  try {
    const late = wait(PATIENCE).then(() => { throw new Error(`no answer within ${PATIENCE / 1000} seconds`); });
    await Promise.race([run(), late]);
  } catch (error) {
    fault = error ?? new Error('refused');
  }
  // The browser tells of a breach a little later.
  if (fault) await wait(50);
  const rules = [...new Set(breaches.slice(before))].join(', ');
  return { fault, why: rules ? `a policy refuses it (${rules})` : fault?.message || String(fault) };
}

const found = (state, says) => ({ state, says });

// ---- Whose page is around ----

/** The windows around this one, the nearest first. */
function around() {
  const all = [];
  for (let one = window; one !== top; all.push(one)) one = one.parent;
  return all;
}

const readable = one => {
  try { return !!one.document; } catch { return false; }
};

function hosts() {
  const known = [...location.ancestorOrigins ?? []].filter(host => host !== 'null');
  if (!known.length && document.referrer) known.push(new URL(document.referrer).origin);
  return known;
}

/** Whether the pages around are of this site: the browser alone knows what a site is, and lets a cookie
 *  that is for one site be written in no other. It is taken away before anything could be sent. */
function ofOneSite() {
  const write = rest => { document.cookie = `${own}=1; SameSite=Strict; path=${location.pathname}${rest}`; };
  try {
    write('');
    const written = document.cookie.includes(own);
    write('; max-age=0');
    return written;
  } catch {
    return false;
  }
}

/** window, none (no origin), origin, site, other, open. */
function relation() {
  if (origin === 'null') return 'none';
  if (!framed) return 'window';
  if (around().every(readable)) return 'origin';
  if (ofOneSite()) return 'site';
  // Where all cookies are refused, the test says nothing.
  return hosts().some(host => new URL(host).hostname !== location.hostname) ? 'other' : 'open';
}

/** What the sandboxes around allow, where the pages around can be read; null where they cannot. */
function allowances() {
  let allowed = { has: () => true };
  for (let one = window; one !== top; one = one.parent) {
    let frame = null;
    try { frame = one.frameElement; } catch { /* Of another origin. */ }
    if (!frame) return null;
    if (!frame.hasAttribute('sandbox')) continue;
    const [before, here] = [allowed, frame.sandbox];
    allowed = { has: name => before.has(name) && here.contains(name) };
  }
  return allowed;
}

const related = relation();
const sandbox = origin === 'null' && !framed ? null : allowances();
const host = hosts()[0] ?? 'a page that does not give its name';

// ---- The ten lines ----

const asked = request => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

const policy = () => {
  const rules = { createScriptURL: address => address };
  try { return globalThis.trustedTypes?.createPolicy('respect-in-practice', rules) ?? rules; } catch { return rules; }
};

const lines = {
  place() {
    const depth = around().length > 1 ? ` (${around().length} pages deep)` : '';
    const which = {
      window: () => 'In a window of its own.',
      none: () => framed ? `Inside ${host}${depth}, in a sandbox that gives this page no origin of its own (no allow-same-origin).` : 'In a window, without an origin of its own: the server sends a policy with sandbox, or the page was opened as a file.',
      origin: () => `Inside ${host}${depth}, the same origin: scripts of that page can read what is written here.`,
      site: () => `Inside ${host}${depth}, the same site and another origin: scripts of that page cannot read what is written here.`,
      other: () => `Inside ${host}${depth}, another site: scripts of that page cannot read what is written here.`,
      open: () => `Inside ${host}${depth}. Whether that is the same site cannot be told.`,
    };
    return found(null, which[related]());
  },

  async scripts() {
    // As the app asks for its files.
    const { fault, why } = await tried(async () => {
      const response = await fetch(script);
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
    });
    if (!fault) return found('yes', 'They run, and the page gets its own files.');
    if (related === 'none') return found('no', 'They run, but without an origin of its own the page gets none of its files. Either allow-same-origin in the sandbox, or the header Access-Control-Allow-Origin: * from the server.');
    return found('no', `They run, but the page gets none of its own files: ${why}.`);
  },

  async wasm() {
    const { fault, why } = await tried(async () => {
      if (!globalThis.WebAssembly) throw new Error('this browser has it switched off');
      await WebAssembly.instantiate(MODULE);
    });
    return fault ? found('no', `${why}. The server’s policy needs script-src 'wasm-unsafe-eval'.`) : found('yes', 'It runs.');
  },

  async worker() {
    const address = URL.createObjectURL(new Blob(['postMessage(0)'], { type: 'text/javascript' }));
    const { fault, why } = await tried(() => new Promise((done, failed) => {
      const worker = new Worker(policy().createScriptURL(address));
      worker.onmessage = () => { worker.terminate(); done(); };
      worker.onerror = () => failed(new Error('it does not start'));
    }));
    URL.revokeObjectURL(address);
    return fault ? found('no', `${why}. The server’s policy needs worker-src blob: and trusted-types respect-in-practice.`) : found('yes', 'It starts.');
  },

  async storage() {
    const { fault } = await tried(async () => {
      if (!globalThis.indexedDB) throw new Error('none');
      const opening = indexedDB.open(own, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('lines');
      const database = await asked(opening);
      try {
        const store = mode => database.transaction('lines', mode).objectStore('lines');
        await asked(store('readwrite').put('a line', 1));
        if (await asked(store('readonly').get(1)) !== 'a line') throw new Error('what was written did not come back');
      } finally {
        database.close();
        await asked(indexedDB.deleteDatabase(own));
      }
    });
    if (fault) {
      const why = related === 'none' ? 'A page without an origin of its own keeps nothing' : `The browser refuses it here (${fault.name})`;
      return found('no', `${why}: answers are in the tab alone, until they are saved to a file.`);
    }
    const where = {
      window: () => found('yes', 'What is kept is this site’s own.'),
      origin: () => found('yes', 'What is kept is this site’s own, inside this page and in a window alike.'),
      site: () => found('yes', 'What is kept is this site’s own, inside this page and in a window alike.'),
      other: () => found('part', `What is kept can be seen only inside pages of ${host}: in a window of its own the list of assessments is another one, and some browsers delete this one sooner.`),
      open: () => found('part', 'Something is kept. Whether it is the same as in a window of its own cannot be told.'),
    };
    return where[related]();
  },

  async secure() {
    if (!isSecureContext) return found('no', framed && location.protocol === 'https:' ? 'A page around this one came over plain HTTP: no locks between windows, and no use without a connection.' : 'Plain HTTP: no locks between windows, and no use without a connection.');
    const locks = await tried(() => navigator.locks.request(own, { ifAvailable: true }, () => {}));
    const worker = await tried(() => navigator.serviceWorker.getRegistration());
    const lacks = [locks.fault && 'locks between windows', worker.fault && 'use without a connection'].filter(Boolean);
    if (!lacks.length && framed) return found('yes', 'Locks between windows. A frame is not kept for use without a connection; a window is.');
    if (!lacks.length) return found('yes', 'Locks between windows, and use without a connection after the first visit.');
    return found('part', `The connection is secure. Refused here: ${lacks.join(', ')}.`);
  },

  downloads() {
    return allowed('allow-downloads', 'Nothing around this page refuses them. A rule of the browser may.', 'The sandbox of the page around lacks allow-downloads. Text can be copied all the same.');
  },

  print() {
    return allowed('allow-modals', 'Nothing around this page refuses it.', 'The sandbox of the page around lacks allow-modals.');
  },

  copy() {
    if (!navigator.clipboard?.writeText) return found('no', 'Over plain HTTP no page may write into the clipboard. A field is shown to copy from by hand.');
    const rules = document.featurePolicy ?? document.permissionsPolicy;
    if (rules?.allowsFeature('clipboard-write') === false) return found('no', 'The frame lacks allow="clipboard-write". A field is shown to copy from by hand.');
    return found('yes', 'On a press. “Copy these lines” below tries it.');
  },

  async size() {
    const here = `This page has ${innerWidth} by ${innerHeight} pixels`;
    if (!framed) return found(null, `${here}, in a window.`);
    const room = await (answers ??= answered());
    if (room) return found('yes', `${here}. The page around answers: the element is there, and gives the frame its height.`);
    if (room === false) return found('part', `${here}. The page around answers, but the frame does not become as high as was asked for: a rule of that page holds it. It scrolls inside.`);
    const scrolls = document.documentElement.scrollHeight > innerHeight ? ', and scrolls' : '';
    const low = innerHeight < 600 ? ' For the assessment that is low: give the frame 800.' : '';
    return found('no', `${here}${scrolls}. The page around does not answer questions for the size, as the element does.${low}`);
  },
};

function allowed(name, yes, no) {
  if (sandbox) return sandbox.has(name) ? found('yes', yes) : found('no', no);
  if (!framed && origin !== 'null') return found('yes', yes);
  return found('open', 'This cannot be found out by looking. Try it:');
}

/** Whether the page around makes room when it is asked in the words of the app's frame (framed.js); null
 *  where it does not answer. It is asked once. */
let answers;
async function answered() {
  const port = await new Promise(done => {
    addEventListener('message', ({ source, data, ports }) => {
      if (source === parent && data?.kind === 'respect-in-practice' && data.version === 1) done(ports[0]);
    });
    parent.postMessage({ kind: 'respect-in-practice-hello', version: 1 }, '*');
    setTimeout(done, ANSWER_TAKES);
  });
  if (!port) return null;
  let given = null;
  port.onmessage = ({ data }) => { if (data?.kind === 'height') given = data.value; };
  port.postMessage({ kind: 'ready' });
  new ResizeObserver(() => {
    port.postMessage({ kind: 'resize', height: Math.ceil(document.body.getBoundingClientRect().height) });
  }).observe(document.body);
  for (const end = performance.now() + ANSWER_TAKES; performance.now() < end; await wait(50)) {
    if (innerHeight === given) return true;
  }
  return false;
}

// ---- What follows ----

const results = {};
const is = (line, state) => results[line]?.state === state;

function limits() {
  return [
    is('worker', 'no') && 'No result and no file can be made.',
    is('storage', 'no') && 'Nothing is kept: people save to a file before they leave.',
    is('storage', 'part') && related === 'other' && `What is kept is seen only inside pages of ${host}. People take the save file to go on elsewhere.`,
    is('secure', 'no') && 'No use without a connection, and no locks between windows.',
    is('downloads', 'no') && 'No file arrives. The text of a file can be copied, or the page be opened in a window of its own.',
    is('print', 'no') && 'Printing works from a window of its own.',
  ].filter(Boolean);
}

function verdicts() {
  const stops = ['scripts', 'wasm'].filter(line => is(line, 'no')).map(line => results[line].says);
  const works = stops.length ? ['No.', ...stops] : limits().length ? ['Yes, with limits.', ...limits()] : ['Yes.'];
  const portal = ['Not seen from here.', 'Put this page into the portal, in the frame that the assessment will have.'];
  return {
    link: framed ? ['Not seen from here.', 'Open this check in a window of its own.'] : works,
    frame: framed ? works : portal,
    element: !framed ? portal : stops.length ? works
      : is('size', 'yes') || is('size', 'part') ? works
        : ['Not here now.', 'The element’s script does not run in the page around this one. Where the portal takes a script from this address, it does; where not, use the frame by hand.'],
  };
}

const report = () => [
  'Respect in Practice: what this place allows',
  ...Object.keys(lines).map(id => `${at(id).querySelector('dt').textContent}: ${says(results[id])}`),
  ...Object.entries(verdicts()).map(([id, [short, ...more]]) => `${at(id).querySelector('th').textContent}: ${[short, ...more].join(' ')}`),
  `Page: ${location.href}`,
  `Browser: ${navigator.userAgent}`,
].join('\n');

const says = ({ state, says }) => [STATES[state]?.[0], says].filter(Boolean).join(' ');

// ---- How it is shown ----

function show(id, result) {
  results[id] = result;
  const room = at(id).querySelector('dd');
  let line = room.querySelector('.found');
  if (!line) room.prepend(line = made('p', '', { className: 'found' }));
  const [word, square] = STATES[result.state] ?? [];
  const text = made('span', '');
  if (word) text.append(made('strong', word), ' ');
  text.append(result.says);
  line.replaceChildren(...square ? [made('span', '', { className: `square ${square}`, ariaHidden: 'true' })] : [], text);
}

function conclude() {
  for (const [id, [short, ...more]] of Object.entries(verdicts())) {
    at(id).querySelector('td').replaceChildren(...[made('strong', short), ...more].map(text => {
      const line = made('p', '');
      line.append(text);
      return line;
    }));
  }
  at('text').value = report();
}

/** Buttons of a line, after those that it had. */
function offer(id, ...buttons) {
  const room = at(id).querySelector('dd');
  room.querySelector('.buttons')?.remove();
  if (!buttons.length) return;
  const place = made('p', '', { className: 'buttons' });
  place.append(...buttons.map(([text, act]) => made('button', text, { type: 'button', className: 'button', onclick: act })));
  room.append(place);
}

function revise(id, result) {
  show(id, result);
  conclude();
}

function tryDownload() {
  const address = URL.createObjectURL(new Blob(['This file came from the check of what a place allows.\n'], { type: 'text/plain' }));
  const link = made('a', '', { href: address, download: FILE, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  revise('downloads', found('open', `Handed to the browser, which does not tell more. Did ${FILE} arrive?`));
  const said = (state, text) => () => {
    revise('downloads', found(state, text));
    offer('downloads', ['Try a download', tryDownload]);
    at('downloads').querySelector('button').focus();
  };
  offer('downloads',
    ['It is there', said('yes', 'A file arrived.')],
    ['Nothing came', said('no', 'Nothing arrived: the page around, or a rule of the browser, refuses it.')]);
  at('downloads').querySelector('button').focus();
}

async function tryPrint() {
  let began = false;
  addEventListener('beforeprint', () => { began = true; }, { once: true });
  print();
  await wait(300);
  revise('print', began ? found('yes', 'The browser began to print.') : found('no', 'The browser did nothing: the page around refuses it.'));
}

async function copy() {
  at('text').value = report();
  try {
    await navigator.clipboard.writeText(report());
    show('copy', found('yes', 'The lines are in the clipboard.'));
    at('taken').textContent = 'Copied.';
  } catch {
    show('copy', found('no', 'The browser refuses it here. A field is shown to copy from by hand.'));
    at('taken').textContent = 'The browser refuses it here. The lines below are selected: copy them by hand.';
    at('text').focus();
    at('text').select();
  }
  conclude();
  if (document.activeElement === at('text')) at('text').select();
}

at('unstarted').remove();
at('take').onclick = copy;
at('own').href = location.href;
at('own').parentElement.hidden = !framed;
Promise.all(Object.entries(lines).map(async ([id, look]) => {
  try {
    show(id, await look());
  } catch (fault) {
    show(id, found('open', `It could not be tried: ${fault}.`));
  }
})).then(() => {
  offer('downloads', ['Try a download', tryDownload]);
  offer('print', ['Try to print', tryPrint]);
  at('follows').hidden = at('ticket').hidden = false;
  conclude();
  addEventListener('resize', async () => revise('size', await lines.size()));
  at('summary').textContent = 'All that can be found out by looking stands below.';
});
