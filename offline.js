// Keeps this page for use without a connection: a service worker, which powers.js registers before the
// page is sealed. The build puts in what belongs to it (xtask/src/build/offline.rs).
//
// It stores its own list and nothing else, each file compared with its sum before any is stored. It
// answers what is on the list and whoever comes to the page; everything else it does not touch. It asks
// the network for its list, and for the page when somebody comes to it. It listens to no messages, and
// takes no page over from an earlier one: a new one waits until no window of this page is open.
//
// Whoever runs the page may name a file of their own words in it. That is the one line in which a page may
// differ from the one that was built, in one way; its file is asked for each time, and what came last is
// stored. It has no sum: the page reads it as it does any file from outside.

const BUILD = '{{build}}';

// The sum of the page; address and sum of each file, with spaces between.
const PAGE = '{{page}}';
const LIST = new Map([...'{{files}}'.matchAll(/(\S+) (\S+)/g)].map(([, address, sum]) => [address, sum]));

// The line in which the page names own words, and that one file.
const OWN = 'own.json';
const line = name => `<meta name="own" content="${name}">`;

// How long storing all of it may take, for which the page waits; and how long the network may take for
// the page before the stored one is shown, in milliseconds.
const STORING = 5_000;
const PATIENCE = 3_000;

// Other pages of this origin have stores too. powers.js reads the names.
const FOLDER = new URL('./', location).pathname;
const STORES = `respect-in-practice ${FOLDER} `;
const OF_BUILD = `${STORES}${BUILD} `;
// The same files may come with another page, as the commit that it names is no part of the build.
const isOwn = name => name.startsWith(OF_BUILD) && name.endsWith(` ${PAGE}`);

const stores = async () => (await caches.keys()).filter(name => name.startsWith(STORES));

// It is unpacked now, and the same for everyone; all else a server says of it holds here, too.
function unpacked(response, body) {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  return new Response(body, { headers });
}

// The browser may have it already, as the page has just loaded it.
async function taken(address, integrity, signal) {
  const take = cache => fetch(address, { integrity, cache, signal, redirect: 'error' });
  const response = await take('force-cache').catch(() => take('reload'));
  return unpacked(response, await response.blob());
}

// Whether these are the bytes of the page that was built, but for the line of own words: whether it names
// them. None: it is another page.
async function namesOwn(bytes) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const built = text.replace(line(OWN), line(''));
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(built)));
  return PAGE === `sha256-${btoa(String.fromCharCode(...sum))}` ? built !== text : undefined;
}

// The same of the page, whose sum is taken here.
async function takenPage(address, signal) {
  for (const cache of ['force-cache', 'reload']) {
    const response = await fetch(address, { cache, signal, redirect: 'error' });
    const bytes = response.ok && await response.arrayBuffer();
    const names = bytes ? await namesOwn(bytes) : undefined;
    if (names !== undefined) return { page: unpacked(response, bytes), names };
  }
  throw new TypeError(address);
}

// The last file of own words that was one. Where people have to sign in, a page may come in its place; one
// that was taken away goes here, too.
async function keep(cache, response) {
  if (response.status === 404 || response.status === 410) await cache.delete(OWN);
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (response.ok && response.type === 'basic' && !isPage) await cache.put(OWN, unpacked(response, await response.blob()));
}

// All or nothing. The page goes first, as a sign-in page may come instead, and is put last: where it
// lies, all of it does.
async function store() {
  const signal = AbortSignal.timeout(STORING);
  const { page, names } = await takenPage('./', signal).catch(() => takenPage('index.html', signal));
  const files = await Promise.all([...LIST].map(async ([address, sum]) => [address, await taken(address, sum, signal)]));
  const earlier = (await stores()).filter(isOwn);
  // The time tells which of several builds came last.
  const name = `${OF_BUILD}${Date.now()} ${PAGE}`;
  try {
    const cache = await caches.open(name);
    await Promise.all(files.map(([address, response]) => cache.put(address, response)));
    // That it does not come keeps nothing of the page from being stored.
    if (names) await fetch(OWN, { signal, cache: 'no-cache', redirect: 'error' }).then(response => keep(cache, response), () => {});
    await cache.put('index.html', page);
  } catch (fault) {
    await caches.delete(name);
    throw fault;
  }
  // What an earlier attempt left.
  for (const name of earlier) await caches.delete(name);
}

addEventListener('install', event => event.waitUntil(store()));

// No window of an earlier build is open any more.
addEventListener('activate', event => event.waitUntil(stores().then(
  all => Promise.all(all.filter(name => !isOwn(name)).map(name => caches.delete(name))))));

let opened;
const own = () => opened ??= stores().then(all => all.find(isOwn)).then(name => name && caches.open(name));
const stored = async address => (await own())?.match(address);

// A script that once ran in the page could have put another one there.
async function storedPage() {
  const response = await stored('index.html');
  return response && await namesOwn(await response.clone().arrayBuffer()) !== undefined ? response : undefined;
}

// Own words may be named, or no longer be, without another build. Then the stored page is the one that came.
async function follow(response) {
  const bytes = await response.arrayBuffer();
  const names = await namesOwn(bytes);
  // Of another build, whose worker may be taking this store away: to open it would make it anew.
  if (names === undefined) return;
  const before = await storedPage();
  if (!before || names === await namesOwn(await before.arrayBuffer())) return;
  const cache = await own();
  await cache.put('index.html', unpacked(response, bytes));
  if (!names) await cache.delete(OWN);
}

// Whatever the browser has kept of the page, the server is asked. Some gates lead to where one signs in
// only who really comes to a page, so what is refused is asked for once more as it came.
async function fromServer(request) {
  const response = await fetch(new Request(request, { cache: 'no-cache' }));
  const isAnswer = response.ok || response.type === 'opaqueredirect' || response.status >= 500;
  return isAnswer ? response : fetch(request);
}

// From the network first: a sign-in page, or the page of another build, is shown and not stored. The
// stored one comes where the network does not answer in time, or the server is broken.
async function page(event) {
  const asked = fromServer(event.request).catch(() => undefined);
  const response = await Promise.race([asked, new Promise(late => setTimeout(late, PATIENCE))]);
  if (response?.ok) event.waitUntil(follow(response.clone()).catch(() => {}));
  if (response && response.status < 500) return response;
  return await storedPage() ?? await asked ?? Response.error();
}

// From the network first, as the page is.
async function words(event) {
  const asked = fetch(event.request).catch(() => undefined);
  const response = await Promise.race([asked, new Promise(late => setTimeout(late, PATIENCE))]);
  const copy = response?.clone();
  if (copy) event.waitUntil(own().then(cache => cache && keep(cache, copy)).catch(() => {}));
  if (response && response.status < 500) return response;
  return await stored(OWN) ?? await asked ?? Response.error();
}

addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(FOLDER)) return;
  const name = pathname.slice(FOLDER.length);
  if (request.mode === 'navigate') {
    if (name === '' || name === 'index.html') event.respondWith(page(event));
  } else if (name === OWN && !search) {
    event.respondWith(words(event));
  } else if (LIST.has(name) && !search && request.cache !== 'reload') {
    // Only what the browser has lost of it is asked for.
    event.respondWith(stored(name).then(response => response ?? fetch(name, { integrity: LIST.get(name) })));
  }
});
