// Without a connection: after one visit the page opens and does all it does, stores nothing that is not
// its own, and asks the server first; a newer version is offered, and can be taken away altogether.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './harness/page.mjs';
import { plain } from './harness/server.mjs';
import { DIST, LONG, ROOT, inBrowsers } from './harness/suite.mjs';
import { begin, go, reports, saveFile, worksOn } from './harness/ways.mjs';

const { build: BUILD } = JSON.parse(readFileSync(join(DIST, 'build.json'), 'utf8'));

const SIGN_IN = '<!doctype html><title>Sign in</title><h1>Sign in first</h1>';

const sum = bytes => createHash('sha256').update(bytes).digest('base64');
const sumOf = name => sum(readFileSync(join(DIST, name)));

/** All that is stored for this origin: by store, the sum of each file. Looked at from beside the app,
 *  which gives that power away when it seals itself. */
async function stored(visit) {
  const page = await beside(visit);
  const found = await page.evaluate(async () => {
    const all = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      all[name] = {};
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        all[name][new URL(request.url).pathname.split('/').pop()] = btoa(String.fromCharCode(...sum));
      }
    }
    return all;
  });
  await close(visit, page);
  return found;
}

/** A page of the same origin that is not the app. */
async function beside(visit) {
  const page = await visit.page();
  await page.loading(() => page.page.goto(`${visit.server.origin}/LICENSE-MIT`), false);
  return page;
}

async function close(visit, page) {
  visit.pages.splice(visit.pages.indexOf(page), 1);
  await page.close();
}

/** What the panel says of it. */
async function said(page) {
  await go(page, 'sealed', /./);
  await page.until(() => !!document.querySelector('p.offline')?.innerText, 'it is said');
  return page.text('p.offline');
}

/** A file that is `change`d from the second time it is asked for: what the page gets is whole, and what
 *  is to be stored is not. */
function after(change) {
  let asked = 0;
  return bytes => { asked += 1; return asked > 1 ? change(bytes) : bytes; };
}

/** Another build of the same files: a script of its own, and what follows from that.
 *  `offline` is what becomes of its worker. */
function another(folder, { powers: change, offline = text => text }) {
  cpSync(DIST, folder, { recursive: true });
  const read = name => readFileSync(join(folder, name), 'utf8');
  const name = readdirSync(folder).find(name => plain(name) === 'powers.js');
  const before = { name, sum: sum(read(name)), page: sum(read('index.html')) };
  const powers = change(read(name));
  assert.notEqual(powers, read(name));
  const own = { sum: sum(powers), build: createHash('sha256').update(powers).digest('hex') };
  own.name = `powers.${Buffer.from(own.sum, 'base64').toString('base64url').slice(0, 8)}.js`;
  const renewed = text => text.replaceAll(before.name, own.name).replaceAll(before.sum, own.sum).replaceAll(BUILD, own.build);
  const page = renewed(read('index.html'));
  rmSync(join(folder, name));
  writeFileSync(join(folder, own.name), powers);
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'offline.js'), offline(renewed(read('offline.js')).replace(before.page, sum(page))));
  return { folder, build: own.build };
}

/** The same build with another page, as its commit stands in that alone. */
function anotherPage(folder) {
  cpSync(DIST, folder, { recursive: true });
  const [page, worker] = ['index.html', 'offline.js'].map(name => readFileSync(join(folder, name), 'utf8'));
  writeFileSync(join(folder, 'index.html'), `${page}\n`);
  writeFileSync(join(folder, 'offline.js'), worker.replace(sum(page), sum(`${page}\n`)));
  return folder;
}

const NEWER = { powers: text => `${text}\n;` };
const WITHOUT = {
  powers: text => text.replace('const IS_KEPT = true;', 'const IS_KEPT = false;'),
  offline: () => readFileSync(join(ROOT, 'without-offline.js')),
};

const isOf = (page, build) => page.evaluate(build => document.querySelector('meta[name=build]').content.endsWith(build), build);
const notice = page => page.until(() => /A newer version of this page is here/.test(document.querySelector('main .notices')?.innerText), 'it is offered');

inBrowsers('offline', { proves: 'Without a connection', offline: true }, suite => {
  suite.test('after one visit, with the server gone, the page opens at any of its addresses, and every file is made', async visit => {
    const server = await visit.serve({ prefix: '/some/where/' });
    const first = await visit.start();
    assert.match(await said(first), /^The page itself is kept too/);
    await first.checkQuiet();
    await close(visit, first);
    await server.close();
    const page = await visit.start();
    await worksOn(visit, page, ' Typed without a network.');
    // Each format is made in the same way as where the network is there, which `seal.test.mjs` has.
    const files = [await saveFile(visit, page)];
    if (LONG) files.push(...Object.values(await reports(visit, page)));
    else files.push(await visit.download(() => page.click('button', 'Save Report')));
    for (const { text } of files) assert.match(text, /Typed without a network\./);
    await (await visit.page()).open('index.html?lang=en');
  });

  suite.test('stored is what the page loads, byte for byte, and the page; and where several files went wrong before, all of them', { noisy: true }, async visit => {
    const damage = {
      'documents.js': after(bytes => bytes.subarray(0, bytes.length - 9)),
      'later.en.bin': after(() => SIGN_IN),
    };
    await visit.serve({ damage });
    const page = await visit.start();
    assert.match(await said(page), /is not kept for use without a connection\. The browser or a rule of the server refused it, it took too long, or what came/);
    assert.deepEqual(await stored(visit), {}, 'not one file');
    for (const name of Object.keys(damage)) delete damage[name];
    await page.reload();
    assert.match(await said(page), /^The page itself is kept too/);
    const [[name, files], ...others] = Object.entries(await stored(visit));
    assert.deepEqual(others, []);
    assert.match(name, new RegExp(`^respect-in-practice / ${BUILD} \\d+ sha256-\\S+$`));
    const [, listed] = /<meta name="files" content="([^"]*)">/.exec(readFileSync(join(DIST, 'index.html'), 'utf8'));
    const loaded = listed.split(' ').filter((_, at) => at % 2 === 0);
    assert.ok(loaded.length >= 10);
    assert.deepEqual(files, Object.fromEntries([...loaded, 'index.html'].sort().map(name => [name, sumOf(name)])));
  });

  suite.test('a sign-in page that comes in place of the page is shown and never stored', { noisy: true }, async visit => {
    const damage = { 'index.html': after(() => SIGN_IN) };
    const moved = {};
    const broken = [];
    const server = await visit.serve({ damage, moved, broken });
    const page = await visit.start();
    assert.match(await said(page), /is not kept for use without/);
    assert.deepEqual(await stored(visit), {});
    delete damage['index.html'];
    await page.reload();
    assert.match(await said(page), /^The page itself is kept too/);
    const before = await stored(visit);

    // The network comes first.
    damage['index.html'] = () => SIGN_IN;
    await page.loading(() => page.page.goto(server.address), false);
    assert.equal(await page.text('h1'), 'Sign in first');
    moved['index.html'] = '/LICENSE-MIT';
    await page.page.goto(server.address);
    assert.match(await page.text(), /MIT License/);
    assert.deepEqual(await stored(visit), before);
    // A server that is broken is as good as none.
    delete moved['index.html'];
    broken.push('index.html');
    await page.open();
    assert.deepEqual(await stored(visit), before);
  });

  suite.test('a server that does not answer is waited for three seconds, and what was put in the place of the stored page is not shown', { noisy: true, shared: true }, async visit => {
    const slow = [];
    const server = await visit.serve({ slow });
    const page = await visit.start();
    slow.push('index.html');
    const asked = Date.now();
    await page.open();
    assert.ok(Date.now() - asked > 2_900);
    await close(visit, page);
    const other = await beside(visit);
    await other.evaluate(async () => {
      const [name] = await caches.keys();
      await (await caches.open(name)).put('index.html', new Response('<h1>Another', { headers: { 'content-type': 'text/html' } }));
    });
    await server.close();
    await assert.rejects(other.page.goto(server.address), 'nothing comes');
  });

  suite.test('a newer version is offered to a page that is open, which goes on; loaded again it is that one, with all answers', { noisy: true }, async visit => {
    // Below a folder: a page beside it is none of the worker's, and holds none of its versions.
    const server = await visit.serve({ prefix: '/site/' });
    const { folder, build } = another(join(suite.folder, 'newer'), NEWER);
    const old = await visit.start();
    await begin(old);
    await go(old, 'embed-commit-end-use');
    await old.type('note', 'Written in the old one.');
    await old.kept();
    server.show(folder);
    const second = await visit.start();
    assert.ok(await isOf(second, build), 'from the network, past what is stored of the old one');
    await notice(old);
    assert.doesNotMatch(await second.text('main'), /A newer version/);
    assert.match(await old.text('main .notices'), /What is kept on this device stays\./);
    // It goes on.
    await old.page.bringToFront();
    await old.type('note', ' And on.');
    await old.kept();
    await old.evaluate(() => { globalThis.old = true; });
    await old.loading(async () => {
      await old.click('button', 'Load the page again');
      await old.until(() => !globalThis.old, 'another page');
    }, true);
    await old.until(() => !!document.getElementById('note'), 'the question is back');
    assert.equal(await old.value('note'), 'Written in the old one. And on.');
    assert.ok(await isOf(old, build));
    assert.equal(Object.keys(await stored(visit)).length, 2, 'the old one waits until no window is open');
    // Once no window of either is open the old one goes.
    for (const page of [...visit.pages]) await close(visit, page);
    // Firefox has its worker be idle twice before, and there is a machine on which it then never is.
    if (suite.kind === 'firefox') return;
    await eventually(async () => {
      const stores = Object.keys(await stored(visit));
      return stores.length === 1 && stores[0].includes(build);
    }, 'the old one is gone');
  });

  suite.test('the same build with another page, as another commit makes it, takes nothing away from the one that is open', { noisy: true, shared: true }, async visit => {
    const server = await visit.serve();
    const first = await visit.start();
    assert.match(await said(first), /^The page itself is kept too/);
    const [before] = Object.keys(await stored(visit));
    // From where the stores are looked at a browser asks for a picture for the tab.
    first.mark();
    server.show(anotherPage(join(suite.folder, 'another-page')));
    const second = await visit.start();
    assert.match(await said(second), /^The page itself is kept too/);
    // Browsers ask for a newer worker by themselves, at a time of their own: what it loads is not what a page does.
    const asking = await visit.page();
    await asking.page.goto(`${visit.server.origin}/LICENSE-MIT`);
    await asking.evaluate(async () => { for (const one of await navigator.serviceWorker.getRegistrations()) await one.update(); });
    await asking.until(async () => (await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).match('/index.html')))).filter(Boolean).length === 2, 'both are stored');
    const names = await asking.evaluate(() => caches.keys());
    assert.ok(names.includes(before), 'what the open one answers from stays');
  });

  suite.test('where what is open is kept nowhere, a newer version is offered with a file, and leaving is asked about', { noisy: true, shared: true }, async visit => {
    const server = await visit.serve();
    const old = await visit.start();
    await begin(old, { keep: false });
    await old.click('radio', 'I don’t know yet');
    server.show(another(join(suite.folder, 'newer-too'), NEWER).folder);
    await close(visit, await visit.start());
    await old.page.bringToFront();
    await notice(old);
    assert.match(await old.text('main .notices'), /kept nowhere: save it to a file before\./);
    await old.find('button', 'Save to a file', { within: 'main .notices' });
    await old.click('button', 'Close this notice');
    await old.until(() => !/A newer version/.test(document.querySelector('main').innerText), 'it is closed');
    await old.page.reload();
    assert.equal(old.asked, 'beforeunload');
  });

  suite.test('a build without takes away what an earlier one has stored, and says so', { noisy: true, shared: true }, async visit => {
    const server = await visit.serve();
    const page = await visit.start();
    await close(visit, page);
    assert.equal(Object.keys(await stored(visit)).length, 1);
    server.show(another(join(suite.folder, 'without'), WITHOUT).folder);
    const after = await visit.start();
    assert.match(await said(after), /whoever runs it here chose that\.$/);
    assert.deepEqual(await stored(visit), {});
    await close(visit, after);
    const other = await beside(visit);
    await other.until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0, 'the worker is gone');
    // Whoever has that of the build alone is rid of it as well.
    await other.evaluate(() => navigator.serviceWorker.register('offline.js').then(() => {}));
    await other.until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0, 'it takes itself away');
  });

  suite.test('the worker that takes itself away, put alone into the place of a site or of the worker of one, takes what was stored, too', { noisy: true, shared: true }, async visit => {
    for (const [place, rest] of [['a site', false], ['its worker', true]]) {
      const server = await visit.serve({ prefix: `/${rest}/` });
      await close(visit, await visit.start());
      assert.equal(Object.keys(await stored(visit)).length, 1, place);
      const folder = join(suite.folder, `taken-away-${rest}`);
      cpSync(DIST, folder, { recursive: true, filter: path => rest || path === DIST || path.endsWith('LICENSE-MIT') });
      cpSync(join(ROOT, 'without-offline.js'), join(folder, 'offline.js'));
      server.show(folder);
      const page = await visit.page();
      await page.page.goto(server.address);
      await close(visit, page);
      const other = await beside(visit);
      await other.until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0, `the worker is gone in the place of ${place}`);
      assert.deepEqual(await stored(visit), {}, place);
    }
  });

  suite.test('where nothing can be stored, the panel says why: plain HTTP, another page around it, no origin, a browser without', { noisy: true, shared: true }, async visit => {
    const { server } = visit;
    const insecure = { ...server, hits: server.hits, address: server.address.replace('127.0.0.1', 'intranet.test') };
    const http = await visit.start({ server: insecure });
    assert.match(await said(http), /as it did not come over HTTPS\.$/);
    const none = await visit.start({ offline: false });
    assert.match(await said(none), /this browser has no means for it/);
    assert.match(await none.text('li.build'), new RegExp(`^This is version \\d+\\.\\d+\\.\\d+(, made from commit [0-9a-f]{12}( with changes)?\\.|; from which commit .* not known\\.) Compare .* ${BUILD}$`));
    for (const page of [http, none]) await close(visit, page);
    const around = await beside(visit);
    await around.evaluate(() => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: './#sealed', width: 900, height: 900 });
      document.body.append(frame);
    });
    await around.until(() => /it stands inside another page/.test(frames[0].document.querySelector('p.offline')?.innerText), 'it says so');
    const headers = { 'content-security-policy': 'sandbox allow-scripts', 'access-control-allow-origin': '*' };
    const sandboxed = await visit.start({ server: await visit.serve({ headers }) });
    assert.match(await said(sandboxed), /where it stands it can keep nothing\.$/);
  });

  suite.test('a page in which a script could run lends it nothing of the worker once it is sealed', async visit => {
    const page = await visit.start();
    assert.deepEqual(await page.evaluate(() => [typeof navigator.serviceWorker, typeof caches, ...['register', 'getRegistration'].map(name => typeof ServiceWorkerContainer.prototype[name]), typeof ServiceWorker.prototype.postMessage, typeof ServiceWorkerRegistration.prototype.update]), Array(6).fill('undefined'));
  });

  suite.test('the worker listens to nothing but its own beginning and what is asked for', { shared: true }, () => {
    for (const [file, events] of [['offline.js', ['activate', 'fetch', 'install']], ['without-offline.js', ['activate']]]) {
      const source = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*\/\/.*$/gm, '');
      assert.deepEqual([...source.matchAll(/addEventListener\('(\w+)'/g)].map(([, name]) => name).sort(), events);
      assert.doesNotMatch(source, /\bon\w+ =|clients|skipWaiting|postMessage|BroadcastChannel|importScripts|XMLHttpRequest|WebSocket/);
    }
  });
});
