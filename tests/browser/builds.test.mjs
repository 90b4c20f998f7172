// No two builds run together, and nothing that is not whole: any file of another build, and any that
// was cut, changed or packed once too often, ends in a sentence that names it and a page that can be
// loaded anew, never in wrong words or a crash.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { full } from './harness/sample.mjs';
import { plain } from './harness/server.mjs';
import { DIST, DIST_DEBUG, LONG, inBrowsers } from './harness/suite.mjs';
import { begin, go, withSave } from './harness/ways.mjs';

/** Stands behind each text of the other build. */
const MARK = '\u200a';

/** All records on this device, as they lie there. */
const records = page => page.evaluate(async () => {
  const request = indexedDB.open('respect-in-practice');
  const database = await new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
  const all = [];
  for (const store of [...database.objectStoreNames]) {
    const read = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([read.getAllKeys(), read.getAll()].map(asked => new Promise(done => { asked.onsuccess = () => done(asked.result); })));
    keys.forEach((key, at) => all.push(JSON.stringify([store, key, [...values[at]]])));
  }
  database.close();
  return all;
});

/** No word on the page is of another build than this one. */
async function onlyOf(page, build) {
  const whole = await page.evaluate(() => document.body.textContent);
  if (build === DIST) return assert.ok(!whole.includes(MARK));
  // What questions and answers say is the same in both; these never come from them.
  const texts = await page.evaluate(() => [...document.querySelectorAll('.button, header .name, header .seal')].map(one => one.textContent));
  assert.ok(texts.length >= 3, texts.join());
  assert.deepEqual(texts.filter(text => !text.includes(MARK)), []);
}

/** The files of a build that the page loads, by plain name. */
const files = folder => Object.fromEntries(readdirSync(folder)
  .filter(name => plain(name) !== name && readFileSync(join(folder, 'index.html')).includes(name))
  .map(name => [plain(name), readFileSync(join(folder, name))]));

const BUILT = files(DIST);
const FIRST = ['app.js', 'app.wasm', 'questions.en.bin'];
// What is loaded inside other pages alone is tested there (element.test.mjs).
const LATER = Object.keys(BUILT).filter(name => ![...FIRST, 'start.js', 'framed.js'].includes(name));

/** Another text at the place of one, of the same length. */
const reworded = bytes => {
  const at = bytes.indexOf('the ');
  return Buffer.concat([bytes.subarray(0, at), Buffer.from('THE '), bytes.subarray(at + 4)]);
};
const longer = bytes => Buffer.concat([bytes, Buffer.from('\n//')]);
const WAYS = {
  cut: bytes => bytes.subarray(0, bytes.length - 9),
  'packed twice': bytes => gzipSync(bytes),
  changed: bytes => (bytes.includes('the ') ? reworded(bytes) : longer(bytes)),
};

// What closes the ways that no policy covers: without it the page is not sealed, and says so.
const SEALS = 'powers.js';
const SAID = /A part of this page (did not|has not) arrive|looks plainer than it should|could not seal itself/;

const STARTS = /^The assessment could not be started\./;

/** What stands there after a start that did not come off; the page does nothing else. */
async function refusedStart(visit, damage, said) {
  const page = await visit.page({ server: await visit.serve({ damage }) });
  await page.open('', { sealed: false });
  await page.find('alert', STARTS);
  const text = await page.text('[role=alert]');
  assert.match(text, said);
  assert.doesNotMatch(text, /too old|stopped working/);
  return page;
}

/** The rest goes on without the file, and names it. */
async function named(visit, damage, name) {
  const page = await visit.page({ server: await visit.serve({ damage }) });
  await page.open('', { sealed: name !== SEALS });
  await page.find('alert', SAID);
  assert.equal(await page.seek('heading', 'This page has stopped working'), null);
  await page.evaluate(() => { location.hash = 'sealed'; });
  // What names it is in the later half, and in its words.
  const isPanelHere = ![SEALS, 'later.en.bin'].includes(name) && (name !== 'later.bin' || damage[name] === WAYS.cut);
  if (isPanelHere) {
    await page.until(name => document.querySelector('.facts-of-seal')?.innerText.includes(name), `${name} is named`, name);
  }
  await page.evaluate(() => { location.hash = ''; });
  await begin(page);
  return page;
}

inBrowsers('builds', { proves: 'Builds that meet, and servers' }, suite => {
  for (const name of FIRST) {
    suite.test(`${name} cut, packed twice or changed: the start says which file is not whole`, { noisy: true }, async visit => {
      for (const damage of Object.values(WAYS)) await refusedStart(visit, { [name]: damage }, new RegExp(`damaged, or belongs to another version of it: ${name.replaceAll('.', '\\.')}`));
    });
  }

  for (const name of LATER) {
    suite.test(`${name} cut${LONG ? ' or changed' : ''}: one can answer and keep, and is told`, { noisy: true, shared: true }, async visit => {
      for (const way of LONG ? ['cut', 'changed'] : ['cut']) await named(visit, { [name]: WAYS[way] }, name);
    });
  }

  suite.test('a damaged file that the browser has kept for ever is asked for anew: at most the second press of “Load the page again” mends it', { noisy: true }, async visit => {
    for (const name of LONG ? [...FIRST, SEALS, 'documents.js'] : ['app.js', SEALS]) {
      const damage = { [name]: WAYS.cut };
      await visit.serve({ damage, headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
      const page = await visit.page();
      await page.open('', { sealed: ![...FIRST, SEALS].includes(name) });
      await page.find('alert', /could not be started|has not arrived|did not arrive|could not seal itself/);
      // What comes late moves what is to be pressed. The page seals itself whatever became of the start.
      const rest = () => page.until(() => document.querySelectorAll('meta[http-equiv]').length === 2, 'sealed');
      await rest();
      delete damage[name];
      // Firefox does not import a script that was refused on this page, which has been mended meanwhile.
      for (let presses = 0; presses < 2 && await page.seek('alert'); presses += 1) {
        await page.evaluate(() => { globalThis.old = true; });
        await page.click('button', 'Load the page again');
        await page.until(() => !globalThis.old, 'another page');
        await rest();
      }
      await page.sealed();
      assert.equal(await page.seek('alert'), null, name);
      await page.close();
      visit.pages.length = 0;
    }
  });

  // All pairs: one file of the other build under the name of the one that is asked for.
  for (const [title, own, other] of [['each file of another build in this one', DIST, DIST_DEBUG], ['each file of this build in another one', DIST_DEBUG, DIST]]) {
    // Into the older one with LONG: what is found out is the same.
    const skip = !DIST_DEBUG || (own === DIST_DEBUG && !LONG);
    suite.test(`${title}: it is named, no word is of the other build, no record changes, and loading again mends it`, { noisy: true, skip }, async visit => {
      const [built, strange] = [files(own), files(other)];
      const differing = Object.keys(built).filter(name => !['styles.css', 'framed.js'].includes(name));
      assert.ok([...differing, 'framed.js'].every(name => !built[name].equals(strange[name])), 'every file but the sheet is another one');
      const damage = {};
      await visit.serve({ damage }, own);
      const page = await withSave(visit, full());
      await go(page, 'embed-commit-end-use');
      await page.kept();
      const before = await records(page);
      assert.ok(before.length > 10, `${before.length} records`);
      for (const name of differing) {
        damage[name] = () => strange[name];
        await page.reload({ sealed: false });
        if (name === 'start.js') {
          await page.unstarted();
        } else {
          await page.find('alert', FIRST.includes(name) ? new RegExp(`another version of it: ${name.replaceAll('.', '\\.')}`) : SAID);
        }
        assert.equal(await page.seek('heading', 'This page has stopped working'), null, name);
        await onlyOf(page, own);
        assert.deepEqual(await records(page), before, name);
        delete damage[name];
        await page.evaluate(() => { globalThis.old = true; });
        if (name === 'start.js') await page.page.reload();
        else await page.click('button', 'Load the page again');
        await page.until(() => !globalThis.old, 'another page');
        await page.sealed();
        await page.until(() => !!document.getElementById('note'), 'the question is back');
        assert.deepEqual(await records(page), before, name);
      }
    });
  }

  // Servers that say nothing of keeping: browsers then keep what is old for as long as they like.
  const silent = { headers: () => ({ 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' }) };

  suite.test('a release while a page is open: “Load the page again” brings the new build, though the browser has kept the old page', { noisy: true, skip: !DIST_DEBUG }, async visit => {
    const server = await visit.serve({ ...silent, missing: ['documents.js'] });
    const page = await visit.start();
    await begin(page);
    await page.click('radio', 'I don’t know yet');
    await page.kept();
    const before = await records(page);
    server.show(DIST_DEBUG);
    server.missing.length = 0;
    await page.evaluate(() => { globalThis.old = true; });
    await page.click('button', 'Load the page again');
    await page.until(() => !globalThis.old, 'another page');
    await page.sealed();
    await page.until(() => !!document.querySelector('section.question'), 'the question is back');
    assert.match(await page.text('section.question'), /./);
    await onlyOf(page, DIST_DEBUG);
    assert.deepEqual(await records(page), before);
    assert.equal(await page.seek('alert'), null);
  });

  suite.test('a page that the browser has kept, whose files are gone from the server: loading it again brings the new build', { noisy: true, skip: !DIST_DEBUG }, async visit => {
    // The page alone is kept.
    const server = await visit.serve({ headers: name => (name === 'index.html' ? silent.headers() : { 'cache-control': 'no-store' }) });
    const page = await visit.start();
    server.show(DIST_DEBUG);
    const asked = server.hits.filter(({ path }) => path === '/').length;
    await page.page.goto('about:blank');
    await page.open('', { sealed: false });
    if (server.hits.filter(({ path }) => path === '/').length === asked) {
      // Firefox asks, which is as good.
      await page.unstarted();
      await page.click('link', 'Load the page again');
    }
    await page.sealed();
    await onlyOf(page, DIST_DEBUG);
  });

  suite.test('the page of one build on the files of another: what is not there is named, and loading again asks the server', { noisy: true }, async visit => {
    const server = await visit.serve({ ...silent, missing: [...FIRST] });
    const page = await visit.page();
    await page.open('', { sealed: false });
    await page.find('alert', /has been renewed on the server meanwhile/);
    server.missing.length = 0;
    await page.click('button', 'Load the page again');
    await page.sealed();
  });

  suite.test('each file is asked for once, also where all of it is stored for use without a connection', { offline: true }, async visit => {
    await visit.serve({ headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
    const page = await visit.start();
    const asked = page.server.hits.map(({ path }) => path).filter(path => path !== '/favicon.ico').sort();
    assert.deepEqual(asked, [...new Set(asked)]);
  });
});
