// What the page can do by itself once the first screen stands: close the ways out that no policy
// covers, start workers, try to send, and say after a crash that the app is dead. start.js loads it
// before the seal.
//
// `known` is what start.js knows: the element of the app (root), what the address says (ask), how to
// read a meta (meta) and how to fill a template (shown), under which name something is kept in this
// page's namespace (own), what the tab remembers to be open (tab), what was loaded (later), when the
// page is sealed (sealed), where something was kept last (kept: { id, at }), the name of a test of the
// seal (test), for how many milliseconds something is waited for (patience), and inside another page
// what framed.js gave (inside).
//
// With the worker (documents.js, a classic script that is started from memory), in this order:
//   to it    { module, lock, questions, guidance, rules } first; a file that did not come is missing
//            { id, job }                                  from the app: a job's bytes
//            { id, rescue: { head, answers: [bytes] } }   from here, after a crash: stored records
//   from it  { id, outcome }                              a job's outcome as bytes
//            { id, file: { name, type, bytes } }          the save file made from stored records
//            { id, fault }                                what went wrong, for those who look after it

const STORAGE = 'respect-in-practice';

// What the app may call beside what start.js gives it.
export const all = known => ({
  ...known.inside && framed(known),
  around,
  lockers,
  putIntoLocker,
  spawn: () => spawn(known.later),
  tryToSend: () => tryToSend(known.test),
  offline: () => offline,
  newer: () => newer,
  ...ownWordsOf(),
  keys: value => known.tab('keys', value),
});

// ---- The pages around this one ----

// The own origin, then those of the pages around it, the nearest first. Some browsers list them; in the
// others the nearest is where this page was asked for, unless somebody went here from elsewhere in it.
// What is not told is empty.
function around() {
  const origins = [...location.ancestorOrigins ?? []];
  for (let at = 0, one = window; one !== one.parent; at += 1) {
    one = one.parent;
    try { origins[at] = one.location.origin; } catch {}
    const from = at || !document.referrer ? '' : new URL(document.referrer).origin;
    origins[at] ??= from === origin ? '' : from;
  }
  return [origin, ...origins.map(one => one === 'null' ? '' : one)];
}

// ---- Lockers ----

// What nothing but this page holds when it is taken out of the one around it lies in the storage of the tab,
// locked by the app (src/shell/runner/left_behind.rs). The key is the element's, in its page's memory alone.
const LOCKER = `${STORAGE}-locker-`;
const KEY = 32;

// All of this origin in this tab, by name, with what lies in them.
function lockers() {
  try { return Object.entries(sessionStorage).filter(([name]) => name.startsWith(LOCKER)); } catch { return []; }
}

// Nothing empties it. What a page that has crashed holds, nobody knows.
function putIntoLocker(name, locked) {
  try {
    if (locked && !hasStopped) sessionStorage[name] = locked;
    else delete sessionStorage[name];
  } catch {
    // No room, or no storage: what is not written is not found again.
  }
}

// ---- The worker ----

// The one policy of the page: a script may only come from the page's own memory, or keeps it for use
// without a connection.
const policy = (() => {
  // A page without an origin of its own (a sandbox) has one all the same, as its addresses of memory do: null.
  const rules = {
    createScriptURL(address) {
      const url = new URL(address);
      const isMemory = url.protocol === 'blob:' && url.origin === globalThis.origin;
      if (!isMemory && address !== OFFLINE) throw new TypeError(address);
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
function spawn({ module, source, lock, questions, guidance, rules }) {
  if (!module || !source) return null;
  address ??= fromMemory(source);
  const worker = new Worker(address);
  worker.postMessage({ module, lock, questions, guidance, rules });
  return worker;
}

// ---- The words of whoever runs this copy ----

// The one name that the page may give for their file, beside it; and how long the server may take.
const OWN = 'own.json';
const OWN_TAKES = 5_000;

// As src/browser/own_words.rs reads it: the bytes, or else the number that the server answered, or the name
// that cannot be.
const NOTHING = 0;

// Asked at once, or it would not be before the seal. The server is, whatever the browser has kept of it;
// offline.js has what it answered last.
let ownWords;
function ownWordsOf() {
  // By hand the line may have been put in a second time, or in other letters.
  const names = [...document.querySelectorAll('meta[name=own i]')].map(({ content }) => content);
  ownWords = answered(names.find(name => name && name !== OWN) ?? names.find(name => name));
  return { ownWords: () => ownWords };
}

async function answered(name) {
  if (!name) return null;
  if (name !== OWN) return name;
  try {
    const response = await fetch(OWN, { cache: 'no-cache', redirect: 'error', signal: AbortSignal.timeout?.(OWN_TAKES) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : response.status;
  } catch {
    return NOTHING;
  }
}

// ---- Without a connection ----

// Beside the page: no other address is asked for a script from here.
const OFFLINE = new URL('offline.js', document.baseURI).href;

// Whether this build is kept: the build says so (xtask/src/build/offline.rs).
const IS_KEPT = true;

// As src/browser/offline.rs reads it.
const STANDS = { kept: 0, failed: 1, insecure: 2, absent: 3, framed: 4, nowhere: 5, without: 6 };

// How long the browser may take for the worker's script. What that stores ends by itself (offline.js).
const REGISTERING = 2_000;
// How long the seal waits for both at most.
const STORING = 10_000;

let offlineKnown;
const offline = new Promise(done => { offlineKnown = done; });
let newerCame;
const newer = new Promise(done => { newerCame = done; });

// Has the browser store the page for use without a connection. That is done before the seal, and has
// come to an end by then, one way or the other: afterwards nothing is asked for.
export async function keepOffline(known) {
  // What is still to come of the words of whoever runs it comes before, too.
  await ownWords;
  const late = new Promise(done => setTimeout(done, STORING, STANDS.failed));
  offlineKnown(await Promise.race([stored(known.meta('build').split(' ').pop()).catch(() => STANDS.failed), late]));
}

async function stored(build) {
  if (globalThis.origin === 'null') return STANDS.nowhere;
  if (!isSecureContext) return STANDS.insecure;
  // The page around it would not be there either.
  if (parent !== window) return STANDS.framed;
  const { caches, navigator: { serviceWorker } } = globalThis;
  if (!serviceWorker || !caches) return STANDS.absent;

  // The names are those of offline.js: which page, which build, when.
  const { href, pathname } = new URL('./', OFFLINE);
  const STORES = `respect-in-practice ${pathname} `;
  const stores = async () => (await caches.keys()).filter(name => name.startsWith(STORES)).map(name => {
    const [of, at] = name.slice(STORES.length).split(' ');
    return { name, of, at: Number(at) };
  });
  // The page is put last: where it lies, all of it does.
  const isWhole = async ({ name }) => (await caches.open(name)).match('index.html');
  const find = async fits => {
    for (const store of await stores()) if (fits(store) && await isWhole(store)) return store;
    return null;
  };
  const own = () => find(({ of }) => of === build);

  if (!IS_KEPT) {
    const registration = await serviceWorker.getRegistration(href);
    if (registration?.scope === href) await registration.unregister();
    for (const { name } of await stores()) await caches.delete(name);
    return STANDS.without;
  }

  const soon = attempt => Promise.race([attempt, new Promise((_, late) => setTimeout(late, REGISTERING))]);
  const registration = await soon(serviceWorker.register(policy.createScriptURL(OFFLINE)));
  if (!registration.installing && !await own()) await soon(registration.update());
  await ended(registration.installing);
  const found = await own();
  if (!found) {
    // Where the browser has lost what was stored, only another worker stores it anew.
    if (!(await stores()).length) await registration.unregister();
    return STANDS.failed;
  }
  const isNewer = ({ of, at }) => of !== build && at > found.at;
  if (await find(isNewer)) newerCame();
  // Another window may bring the next build, which waits until none of this page is open. Once sealed,
  // this one can read no more than the names of stores.
  registration.addEventListener('updatefound', async () => {
    const { installing } = registration;
    await ended(installing);
    if (installing?.state !== 'redundant' && (await stores()).some(isNewer)) newerCame();
  });
  return STANDS.kept;
}

// Until a worker is installed, or is not.
const ended = worker => new Promise(done => {
  const look = () => { if (worker?.state !== 'installing') done(); };
  worker?.addEventListener('statechange', look);
  look();
});

// ---- Inside another page ----

// How long a frame may take to become as high as it asked to be, before its own scroll bar comes back.
const GRACE = 500;

// How high each of the strips is by which it is known, to a fifth of one, what of the page is seen.
const STRIP = 48;

// How far below the upper edge of the window a heading stands that comes into view.
const ABOVE = 16;

// How many letters a value for how the page looks has at most (docs/bounds.md).
const LONGEST_LOOK = 100;

// How long a browser may take before it says that it prints.
const PRINT_BEGINS = 300;

// Where a frame may not print, nothing happens and nothing is said. Gives whether it began.
const printBegins = () => new Promise(done => {
  addEventListener('beforeprint', () => done(true), { once: true });
  print();
  setTimeout(done, PRINT_BEGINS, false);
});

// Has the page fit into the one around it, from where framed.js left it. Gives what the app may call there.
function framed({ root, ask, own, tab, sealed, inside }) {
  const warn = code => inside.tell('warning', { code }, code);
  tellStanding(inside, sealed, warn);
  leaveNoEntries(tab);
  // How many pixels at the top of the window of the page around are covered.
  const inset = { height: 0 };
  const fill = fillFrame(inside, followSlice(root, inset));
  keepInView(root, inset);
  const { locker, order } = lockerOf(own);
  const looks = looksOf(root, ask, warn);
  hear(inside, warn, looks, {
    __proto__: null,
    ...looks,
    locker: order,
    height: value => isLength(value) && fill(value),
    'inset-top'(value) {
      if (!isLength(value)) return false;
      inset.height = value;
      document.documentElement.style.setProperty('--inset-top', `${value}px`);
      return true;
    },
    print() {
      printBegins().then(begins => {
        // Each press is told.
        delete inside.told['print-refused'];
        if (!begins) warn('print-refused');
      });
      return true;
    },
  });
  return { locker, printBegins };
}

const isLength = value => Number.isFinite(value) && value >= 0;

// Tells the page around how far the assessment is, and what of the page is not as it should be.
function tellStanding(inside, sealed, warn) {
  const { told, tell } = inside;
  sealed.then(({ since, missing, refused }) => {
    if (!since) warn('not-sealed');
    if (missing.length) warn('missing');
    if (refused !== undefined) warn('no-files');
  });
  inside.stands = () => {
    const [unsaved, asked, answered, complete] = inside.standing ?? [false, [], []];
    tell('unsaved', { unsaved });
    tell('progress', { screen: inside.screen, sections: Array.from(asked, (all, at) => ({ asked: all, answered: answered[at] })) });
    if (complete) tell('complete');
    else delete told.complete;
  };
  if (inside.screen) inside.stands();
}

// Links leave no entry in the history either. Those that the app hears by itself are none of these.
function leaveNoEntries(tab) {
  addEventListener('pagehide', () => tab('place', location.hash));
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="#"]:not(.skip)');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(link.hash || '#');
  });
}

// The scroll bar goes where the frame really is as high as the page, and nowhere else: a parent that
// only says so would cut the page off. Where zoom leaves a part of a pixel, browsers round down.
// `follow` hears how high the page is. Gives what is called as the page around says how high the frame is.
function fillFrame(inside, follow) {
  let given = 0;
  let late = 0;
  const isWhole = () => given === inside.asked && innerHeight >= given - 1;
  const settle = () => {
    clearTimeout(late);
    late = 0;
    document.documentElement.style.overflow = isWhole() ? 'hidden' : '';
  };
  inside.measured = () => {
    follow(inside.asked);
    if (isWhole()) settle();
    else late ||= setTimeout(settle, GRACE);
  };
  addEventListener('resize', inside.measured);
  follow(inside.asked);
  return height => {
    given = height;
    inside.measured();
    return true;
  };
}

// Of a page that is as high as its frame no script of it knows what is in view; an observer is told,
// on other sites too. It is not told of scrolling, so it is asked anew: after each deed, in every
// frame while a dialog is open, and as one of the strips that lie down the page comes into view or goes:
// what stands at the foot of what is seen goes along as the page around scrolls.
// Gives what lays the strips down a page so high.
function followSlice(root, inset) {
  const page = document.documentElement;
  const seen = new IntersectionObserver(all => {
    const { top, height } = all.at(-1).intersectionRect;
    // What covers the top of the window covers nothing of a frame that begins below it.
    const cover = top ? Math.min(inset.height, height) : 0;
    if (height) {
      page.style.setProperty('--slice-top', `${top + cover}px`);
      page.style.setProperty('--slice-height', `${height - cover}px`);
      // What is read is found out by it: in_view.rs.
      dispatchEvent(Object.assign(new Event('slice'), { top: top + cover, height: height - cover }));
    }
    if (root.querySelector('dialog[open]')) look();
  });
  const look = () => {
    seen.unobserve(page);
    seen.observe(page);
  };
  for (const type of ['pointerdown', 'keydown', 'focusin', 'resize']) addEventListener(type, look, true);
  new MutationObserver(look).observe(root, { subtree: true, attributeFilter: ['open'] });
  look();

  const strips = document.body.appendChild(document.createElement('div'));
  // As wide as the page, or to scroll it sideways would take them out of view.
  Object.assign(strips.style, { position: 'absolute', top: 0, width: '100%', visibility: 'hidden' });
  const edges = new IntersectionObserver(look, { threshold: [0, .2, .4, .6, .8, 1] });
  return high => {
    const due = Math.floor(high / STRIP);
    for (let at = strips.childElementCount; at > due; at -= 1) {
      edges.unobserve(strips.lastChild);
      strips.lastChild.remove();
    }
    for (let at = strips.childElementCount; at < due; at += 1) {
      const strip = strips.appendChild(document.createElement('div'));
      strip.style.height = `${STRIP}px`;
      edges.observe(strip);
    }
  };
}

// Where the frame is as high as the page, what scrolls is the page around, which nothing but this moves.
// It heeds no margin for scrolling, so what comes into view is a place that begins above the heading.
// What has the focus lies under neither the foot nor the line of contents; what a pointer pressed stays where it is.
function keepInView(root, inset) {
  let byKey = false;
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, event => { byKey = event.type === 'keydown'; }, true);
  addEventListener('focusin', ({ target }) => {
    const isHeading = target.matches('h1, h2, [role=alert]');
    const foot = root.querySelector('main > .go');
    if (!isHeading && !(byKey && foot && target.closest('main') && !foot.contains(target))) return;
    const { top, bottom } = target.getBoundingClientRect();
    const line = root.querySelector('.contents-line')?.offsetHeight ?? 0;
    const above = Math.min(top + scrollY, inset.height + line + ABOVE);
    const below = isHeading ? 0 : foot.offsetHeight + ABOVE / 2;
    const place = document.createElement('div');
    Object.assign(place.style, { position: 'absolute', top: `${top + scrollY - above}px`, height: `${bottom - top + above + below}px`, width: '1px' });
    document.body.append(place);
    place.scrollIntoView({ block: 'nearest' });
    place.remove();
  });
}

// How the page looks, by what the page around may choose of it, first as the address says.
function looksOf(root, ask, warn) {
  const looks = {
    theme(value) {
      if (!/^(light|dark|auto)$/.test(value)) return false;
      for (const one of ['light', 'dark']) root.classList.toggle(one, one === value);
      document.documentElement.style.colorScheme = value === 'auto' ? '' : value;
      return true;
    },
    // A colour by itself, and opaque: tokens.css takes lightness and strength of it to where it can be read.
    accent(value) {
      const one = value.replace(/^(?=[\da-f]{3,6}$)/i, '#');
      const colour = one && `rgb(from ${one} r g b)`;
      const isColour = /^(#[\da-f]+|(?!var|env|attr|if|light)[a-z-]+(\([^()]*\))?)$/i.test(one) && CSS.supports('color', colour);
      if (one && !isColour) return false;
      root.style.setProperty('--rip-accent', colour);
      return true;
    },
  };
  for (const name of Object.keys(looks)) {
    const value = ask(name);
    if (!value || looks[name](value)) continue;
    warn(name);
    if (name === 'accent') looks.accent('');
  }
  return looks;
}

// Which locker is this page's, once the page around gives its key.
function lockerOf(own) {
  let given;
  const locker = new Promise(done => { given = done; });
  return {
    locker: () => locker,
    order(value) {
      const { key, number } = value ?? {};
      if (!(key instanceof Uint8Array && key.length === KEY && Number.isSafeInteger(number) && number >= 0)) return false;
      given({ key, name: own(LOCKER + number) });
      return true;
    },
  };
}

// Does what the page around orders. What is none of the orders, or does not fit, is counted and left undone.
function hear(inside, warn, looks, orders) {
  inside.hears = ({ data }) => {
    const order = typeof data?.kind === 'string' && orders[data.kind];
    const isFit = order && (!(data.kind in looks) || typeof data.value === 'string');
    if (isFit && !(data.value?.length > LONGEST_LOOK) && order(data.value)) return;
    document.documentElement.dataset.ignored = inside.ignored += 1;
    if (isFit && data.kind in looks) warn(data.kind);
  };
  if (inside.port) inside.port.onmessage = inside.hears;
}

// ---- What no policy covers ----

// Connections from one device to another.
const PEERS = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'];
// What makes a blank frame, which has them anew.
const FRAMES = { __proto__: null, iframe: true, frame: true, object: true, embed: true, fencedframe: true, portal: true };
// What the page needs nowhere. Of the makers of elements, Trusted Types refuse most already, in
// browsers that have them.
const NOT_NEEDED = {
  // Windows, and voices, which may be the browser maker's.
  globalThis: ['open', 'documentPictureInPicture', 'speechSynthesis', 'SpeechRecognition', 'webkitSpeechRecognition', 'Notification', 'PresentationRequest', 'cookieStore', 'caches'],
  // What the browser itself asks other hosts for, on behalf of a page.
  Navigator: ['credentials', 'mediaSession', 'presentation', 'share', 'install', 'registerProtocolHandler', 'joinAdInterestGroup', 'runAdAuction', 'serviceWorker'],
  // What is stored for use without a connection is so by now; a worker has a policy of its own.
  CacheStorage: ['open', 'match', 'has', 'delete'],
  ServiceWorkerContainer: ['register', 'getRegistration', 'getRegistrations', 'ready', 'controller'],
  ServiceWorkerRegistration: ['update', 'unregister', 'showNotification', 'pushManager', 'sync', 'periodicSync', 'backgroundFetch', 'paymentManager', 'navigationPreload', 'cookies'],
  ServiceWorker: ['postMessage'],
  // It is written into, on a press.
  Clipboard: ['read', 'readText'],
  CredentialsContainer: ['get', 'create', 'store'],
  // It would go with the next request.
  CookieStore: ['set'],
  Document: ['cookie', 'open', 'write', 'writeln', 'execCommand'],
  DOMImplementation: ['createDocument'],
  CustomElementRegistry: ['define'],
  Element: ['attachShadow', 'setHTML', 'setHTMLUnsafe', 'insertAdjacentHTML'],
  ShadowRoot: ['setHTML', 'setHTMLUnsafe'],
  Range: ['createContextualFragment'],
  DOMParser: ['parseFromString'],
  XSLTProcessor: ['transformToFragment', 'transformToDocument'],
};
// The same, of the types themselves.
const NOT_NEEDED_OF = {
  Document: ['parseHTML', 'parseHTMLUnsafe'],
  PublicKeyCredential: ['signalUnknownCredential', 'signalAllAcceptedCredentials', 'signalCurrentUserDetails'],
};

// What may lie in the page's memory under an address, as its type says. The rest, pages before all,
// becomes bytes of no type: whoever goes to such an address gets a file, and no page that leads on.
const TYPES = ['text/javascript', 'text/markdown', 'text/calendar', 'application/json', 'application/zip', 'application/vnd.openxmlformats-officedocument.'];
const NO_TYPE = 'application/octet-stream';

const CLOSED = 'sealed';

// Whether the browser had the first, for the panel.
let hadPeers = false;

// Closes them for every script that may run in the page from now on. That one may have changed what
// the browser lends to scripts, so nothing here calls by its name what can be changed: `of` holds it.
export function close() {
  const { call } = Function.prototype;
  const of = method => call.bind(method);
  const read = (type, name) => of(Object.getOwnPropertyDescriptor(type.prototype, name).get);
  const { apply } = Reflect;
  const fix = (owner, name, value) => Object.defineProperty(owner, name, { value, writable: false, configurable: false });
  const take = (owner, name) => {
    if (!owner || Reflect.deleteProperty(owner, name)) return;
    // An extension may have taken it before, for good.
    const { value, get = value } = Object.getOwnPropertyDescriptor(owner, name);
    if (get !== undefined) throw new TypeError(name);
  };

  hadPeers = PEERS.some(name => globalThis[name]);
  for (const name of [...PEERS, ...NOT_NEEDED.globalThis]) take(globalThis, name);
  for (const [type, names] of Object.entries(NOT_NEEDED)) for (const name of names) take(globalThis[type]?.prototype, name);
  for (const [type, names] of Object.entries(NOT_NEEDED_OF)) for (const name of names) take(globalThis[type], name);
  for (const type of [Element, ShadowRoot]) {
    for (const name of ['innerHTML', 'outerHTML']) {
      const found = Object.getOwnPropertyDescriptor(type.prototype, name);
      if (found) Object.defineProperty(type.prototype, name, { ...found, set: undefined, configurable: false });
    }
  }

  // A frame shares its window with whoever put it into the page, so none is handed out.
  const nameOf = read(Element, 'localName');
  for (const name of ['createElement', 'createElementNS']) {
    const make = Document.prototype[name];
    fix(Document.prototype, name, function (...given) {
      const made = apply(make, this, given);
      if (nameOf(made) in FRAMES) throw new TypeError(CLOSED);
      return made;
    });
  }

  const cut = of(String.prototype.slice);
  const typeOf = read(Blob, 'type');
  const typed = of(Blob.prototype.slice);
  const sizeOf = read(Blob, 'size');
  const { URL } = globalThis;
  const addressOf = URL.createObjectURL;
  fix(URL, 'createObjectURL', function (blob) {
    const type = typeOf(blob);
    let isKnown = false;
    for (let at = 0; at < TYPES.length; at += 1) isKnown ||= cut(type, 0, TYPES[at].length) === TYPES[at];
    return apply(addressOf, URL, [isKnown ? blob : typed(blob, 0, sizeOf(blob), NO_TYPE)]);
  });

  // The page stays at its address, and takes nothing but files of its own memory. Where it came from
  // and where a person goes is no affair of it: a browser lets no page refuse that.
  const find = of(String.prototype.indexOf);
  const bare = address => {
    const at = find(address, '#');
    return at < 0 ? address : cut(address, 0, at);
  };
  const here = bare(location.href);
  const isOwn = address => bare(address) === here || cut(address, 0, 5) === 'blob:';
  const refuse = of(Event.prototype.preventDefault);
  if (globalThis.NavigateEvent) {
    const destination = read(NavigateEvent, 'destination');
    const goal = read(NavigationDestination, 'url');
    const way = read(NavigateEvent, 'navigationType');
    // Forms are left to the policy, which refuses all of them, and reports it.
    const form = read(NavigateEvent, 'formData');
    navigation.addEventListener('navigate', event => {
      if (way(event) !== 'traverse' && form(event) === null && !isOwn(goal(destination(event)))) refuse(event);
    }, true);
  }

  // A link may lead into another window, which is no navigation of this one. One that is not in the
  // page is pressed unseen.
  const path = of(Event.prototype.composedPath);
  const has = of(Element.prototype.hasAttribute);
  const isInPage = read(Node, 'isConnected');
  const links = [read(HTMLAnchorElement, 'href'), read(HTMLAreaElement, 'href')];
  // Of anything that may be asked of what it is not.
  const asked = (ask, one) => { try { return ask(one); } catch { return undefined; } };
  const press = event => {
    const all = path(event);
    for (let at = 0; at < all.length; at += 1) {
      const one = all[at];
      const name = asked(nameOf, one);
      const to = asked(links[name === 'area' ? 1 : 0], one);
      // Drawings and formulas have links too, the page's own have none.
      const leads = to === undefined ? name === 'a' || asked(one => has(one, 'href'), one) : to && !isOwn(to);
      if (leads) refuse(event);
    }
  };
  for (const type of ['click', 'auxclick']) addEventListener(type, press, true);
  for (const [type, name] of [[HTMLElement, 'click'], [EventTarget, 'dispatchEvent']]) {
    const does = type.prototype[name];
    fix(type.prototype, name, function (...given) {
      if (asked(isInPage, this) === false) throw new TypeError(CLOSED);
      return apply(does, this, given);
    });
  }
}

// ---- Trying to send ----

// As src/browser/seal.rs reads it.
const VERDICT = { refused: 0, notRefused: 1, absent: 2, closed: 3, notKnown: 4 };

// The policy's, which the browser reports.
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

// What the page closed itself. Nothing goes out where it did not: a connection is made and dropped, no
// window is opened, and what would lead away is held back here.
const connection = from => {
  const Peer = PEERS.map(name => from[name]).find(one => one);
  if (!Peer) return hadPeers ? VERDICT.closed : VERDICT.absent;
  new Peer().close();
  return VERDICT.notRefused;
};

const closed = {
  connection: () => connection(globalThis),
  frame: () => {
    let frame;
    try { frame = document.createElement('iframe'); } catch { return hadPeers ? VERDICT.closed : VERDICT.absent; }
    frame.hidden = true;
    document.body.append(frame);
    try { return connection(frame.contentWindow); } finally { frame.remove(); }
  },
  window: () => globalThis.open ? VERDICT.notRefused : VERDICT.closed,
  download: at => leaves(at, end => {
    const link = document.createElement('a');
    Object.assign(link, { href: at, download: '', hidden: true });
    link.onclick = event => {
      if (event.defaultPrevented) return end(VERDICT.closed);
      if (canTell()) return;
      event.preventDefault();
      end(VERDICT.notRefused);
    };
    document.body.append(link);
    try { link.click(); } finally { link.remove(); }
  }),
  address: at => canTell() ? leaves(at, () => { location.assign(at); }) : VERDICT.notKnown,
  // Comes after the page has spoken, so it is tried only where what comes at once is held back.
  refresh: async (at, before) => before.address !== VERDICT.closed ? before.address : leaves(at, () => {
    const refresh = document.createElement('meta');
    Object.assign(refresh, { httpEquiv: 'refresh', content: `0;url=${at}` });
    document.head.append(refresh);
    refresh.remove();
  }),
};

// Whether this browser tells a page that it is about to be left. A page without an origin is told nothing.
const canTell = () => globalThis.navigation?.currentEntry;

function leaves(at, attempt) {
  return new Promise(done => {
    const end = verdict => {
      globalThis.navigation?.removeEventListener('navigate', heard);
      done(verdict);
    };
    const heard = event => {
      if (event.destination.url !== at) return;
      end(event.defaultPrevented ? VERDICT.closed : VERDICT.notRefused);
      event.preventDefault();
    };
    globalThis.navigation?.addEventListener('navigate', heard);
    setTimeout(end, 1_000, VERDICT.notKnown);
    attempt(end);
  });
}

async function tryToSend(test) {
  const at = way => new URL(test + way, document.baseURI).href;
  const verdicts = {};
  for (const [way, attempt] of Object.entries(ways)) {
    const fits = event => [event.blockedURI, event.sample].some(text => text?.includes(test + way));
    // A form that was let through would have left the page; a sandbox may have refused it without a word.
    verdicts[way] = way in needs && !needs[way] ? VERDICT.absent
      : await refused(() => attempt(at(way)), fits) ? VERDICT.refused
        : way === 'form' ? VERDICT.notKnown : VERDICT.notRefused;
  }
  for (const [way, attempt] of Object.entries(closed)) verdicts[way] = await attempt(at(way), verdicts);
  return Uint8Array.from(Object.values(verdicts));
}

// ---- After a crash ----

let hasStopped = false;

// The notice stands outside the app's tree, where none of its listeners is. What it says of the answers
// is what lies in the storage, which is looked at before.
export async function stopped(known, message) {
  hasStopped = true;
  known.inside?.tell('error', { code: 'stopped' });
  const { root, own: named, tab, kept } = known;
  const { lang } = document.documentElement;
  const own = navigator.languages.find(one => one === lang || one.startsWith(`${lang}-`));
  const id = tab('open');
  const found = !id ? 'not-kept' : await heads(named, LOOK).then(all => all.some(one => one.id === id) ? 'kept' : 'not-kept', () => 'not-known');
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
  // A sealed page lets nobody go to another address, and this one may say more behind `?`.
  notice.querySelector('.home').href = location.href.split('#')[0];
  notice.querySelector('h1').focus();
}

// How long the notice waits for what it says of the answers, in milliseconds.
const LOOK = 3_000;

// Reads from the storage within so much time. Where there is none, there are no records.
async function read(own, patience, stores, ask) {
  const late = new Promise((_, failed) => setTimeout(failed, patience));
  const opened = new Promise((done, failed) => {
    const request = indexedDB.open(own(STORAGE));
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
async function heads(own, patience) {
  const [ids, records] = await read(own, patience, ['heads'], store => [store('heads').getAllKeys(), store('heads').getAll()]) ?? [[], []];
  return ids.map((id, at) => ({ id, head: records[at] }));
}

// Has a fresh worker make a save file from the stored records of a draft, without the app.
async function rescue({ own, later, sealed, patience }, id) {
  const found = (await heads(own, LOOK)).find(one => one.id === id);
  if (!found) return 'nothing';
  const range = IDBKeyRange.bound([id], [id, []]);
  const [answers] = await read(own, LOOK, ['answers'], store => [store('answers').getAll(range)]);
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
    link.hidden = true;
    // Once the page is sealed, none is pressed that is not in it.
    document.body.append(link);
    link.click();
    link.remove();
  } finally {
    worker.terminate();
  }
  return 'saved';
}
