// Save files that are locked with a passphrase: they open here and in another program, one of another program
// opens here, and nothing of what is in them lies anywhere that is not locked.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as age from './harness/age.mjs';
import { launch } from './harness/browsers.mjs';
import { Page, eventually } from './harness/page.mjs';
import { full } from './harness/sample.mjs';
import { ROOT, inBrowsers } from './harness/suite.mjs';
import { begin, go, openSave, saveFile, withSave } from './harness/ways.mjs';

const PASSPHRASE = 'zwölf Boxkämpfer 12';
const KEPT = join(ROOT, 'lock/tests/data');

const SAMPLE = full();

/** All of a save file but when it was saved. */
const content = text => {
  const file = JSON.parse(text);
  delete file.head.saved_to_file;
  return file;
};

const dialog = page => page.until(() => document.querySelector('dialog[open]')?.id === 'ask-passphrase', 'asked for the passphrase');
const asked = page => page.until(() => !document.querySelector('dialog'), 'no dialog');

/** Gives a passphrase to what asks for it. */
async function give(page, ...passphrases) {
  await dialog(page);
  for (const [at, passphrase] of passphrases.entries()) {
    const id = ['passphrase', 'passphrase-again'][at];
    await page.evaluate(id => { document.getElementById(id).value = ''; }, id);
    await page.type(id, passphrase);
  }
  await page.key('Enter');
}

/** Locks the save file on the download screen. */
const lockedFile = (visit, page, passphrase = PASSPHRASE) => visit.download(async () => {
  await page.click('button', 'Save Save file, locked');
  await give(page, passphrase, passphrase);
});

/** Every file below a folder in which one of these texts stands, as UTF-8 or UTF-16. */
function found(folder, texts) {
  const wanted = texts.flatMap(text => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  const all = [];
  for (const entry of readdirSync(folder, { recursive: true })) {
    const path = join(folder, entry);
    try {
      if (!statSync(path).isFile()) continue;
      const bytes = readFileSync(path);
      if (wanted.some(text => bytes.includes(text))) all.push(entry);
    } catch (fault) {
      // A browser that runs takes files away at any time.
      if (!['ENOENT', 'ENXIO', 'ELOOP'].includes(fault.code)) throw fault;
    }
  }
  return all;
}

inBrowsers('passphrase', { shared: false }, suite => {
  suite.test('what is locked here opens here and in another program as it was, and counts as saved', async visit => {
    const page = await withSave(visit, SAMPLE);
    await go(page, 'download', 'Download');
    const locked = await lockedFile(visit, page);
    // What is at random in it is another each time.
    assert.notDeepEqual((await lockedFile(visit, page)).bytes.subarray(22, 60), locked.bytes.subarray(22, 60));
    assert.match(locked.name, /^respect-in-practice_[\d-]+\.json\.age$/);
    assert.equal(locked.bytes.subarray(0, 22).toString(), 'age-encryption.org/v1\n');
    await page.until(() => /Say below whether it is there/.test(document.querySelector('main').innerText), 'said');
    // Where the focus was is where it is again.
    assert.match((await page.focus()).text, /^Save/);

    const plain = join(suite.folder, 'opened.json');
    rmSync(plain, { force: true });
    const path = visit.file(locked.name, locked.bytes);
    age.open(path, plain, PASSPHRASE);
    assert.deepEqual(content(readFileSync(plain, 'utf8')), content(JSON.stringify(SAMPLE)));

    await page.click('button', `It is there ${locked.name}`);
    await page.until(() => /Last saved to a file on/.test(document.querySelector('main').innerText), 'counted');

    const other = await visit.start();
    await other.choose('open', path);
    await give(other, PASSPHRASE);
    // It is on this device already, which is asked about as with any save file.
    await other.until(() => document.querySelector('dialog[open]')?.id === 'replace', 'asked which of both');
  });

  suite.test('what another program has locked opens here, as bytes and as text', async visit => {
    const plain = visit.file('theirs.json', JSON.stringify(SAMPLE));
    for (const asText of [false, true]) {
      const theirs = join(suite.folder, `theirs-${asText}.json.age`);
      rmSync(theirs, { force: true });
      age.lock(plain, theirs, PASSPHRASE, { asText });
      const page = await visit.start();
      await page.choose('open', theirs);
      await give(page, PASSPHRASE);
      await page.click('button', 'Don’t keep');
      await go(page, 'download', 'Download');
      const saved = await saveFile(visit, page);
      assert.deepEqual(content(saved.text), content(JSON.stringify(SAMPLE)), `as text: ${asText}`);
      await page.close();
      visit.pages.length = 0;
    }
  });

  suite.test('a wrong passphrase says so and is asked for again, and whoever cancels loses nothing', async visit => {
    const page = await withSave(visit, SAMPLE);
    await go(page, 'embed-commit-end-use');
    await page.type('note', ' Typed before.');
    await page.kept();
    const note = await page.value('note');
    await page.drop('by-us.age', readFileSync(join(KEPT, 'easy.txt.age'), 'latin1'));
    await dialog(page);
    assert.match(await page.text('dialog h2'), /Which passphrase opens “by-us\.age”\?/);
    assert.equal((await page.focus()).id, 'passphrase');
    for (const wrong of ['twelve boxers in the nigh', 'x']) {
      await give(page, wrong);
      await page.until(() => /This passphrase does not open it/.test(document.querySelector('dialog[open] .problem')?.textContent), 'told');
      assert.equal((await page.focus()).id, 'passphrase');
      assert.equal(await page.value('passphrase'), '');
    }
    await page.click('button', 'Cancel');
    await asked(page);
    assert.equal(await page.value('note'), note);
    // The right one, of a file that holds no assessment: told as any other file.
    await page.drop('by-us.age', readFileSync(join(KEPT, 'easy.txt.age'), 'latin1'));
    await give(page, 'twelve boxers in the night');
    await page.until(() => /It is not a save file of this page/.test(document.body.innerText), 'told');
    assert.equal(await page.value('note'), note);
  });

  suite.test('a passphrase that is short or not twice the same locks nothing', async visit => {
    const page = await withSave(visit, SAMPLE);
    await go(page, 'download', 'Download');
    await page.click('button', 'Save Save file, locked');
    await dialog(page);
    await give(page, 'short', 'short');
    await page.until(() => /fewer than 12 letters/.test(document.querySelector('dialog[open] .problem')?.textContent), 'too short');
    assert.equal((await page.focus()).id, 'passphrase');
    await give(page, PASSPHRASE, `${PASSPHRASE}x`);
    await page.until(() => /not the same/.test(document.querySelector('dialog[open] .problem')?.textContent), 'not the same');
    // Each beside its own field, which has the focus.
    assert.equal((await page.focus()).id, 'passphrase-again');
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('dialog input')].map(field => field.getAttribute('aria-invalid'))), [null, 'true']);
    await page.key('Escape');
    await asked(page);
    assert.doesNotMatch(await page.text('main'), /handed to your browser/);
  });

  suite.test('a file that no passphrase opens says why at once or once one is given', async visit => {
    const page = await visit.start();
    const easy = readFileSync(join(KEPT, 'easy.age'));
    for (const [name, bytes, told] of [
      ['key.age', readFileSync(join(KEPT, 'with-a-key.age')), /locked with a key, and not with a passphrase/],
      ['cut.age', easy.subarray(0, -3), /locked and damaged/],
      ['work.age', Buffer.from(easy.toString('latin1').replace(/ 1\n/, ' 30\n'), 'latin1'), /more time or memory than there is here/],
      ['later.age', 'age-encryption.org/v2\n-> scrypt2 x\n\n---\n', /later version of the age format/],
    ]) {
      await page.choose('open', visit.file(name, bytes));
      await give(page, 'twelve boxers in the night');
      await page.until(told => new RegExp(told).test(document.body.innerText), name, told.source);
      assert.match(await page.text(), new RegExp(name.replace('.', '\\.')));
    }
  });

  suite.test('with “Don’t keep” nothing plain lies in any storage, while it runs and afterwards', { noisy: true }, async visit => {
    const folder = mkdtempSync(join(tmpdir(), 'respect-in-practice-locked-'));
    const [profile, downloads] = [join(folder, 'profile'), join(folder, 'downloads')];
    for (const one of [profile, downloads]) mkdirSync(one);
    const secret = 'Quenstedt-Ueberlauf-4711';
    const texts = [secret, PASSPHRASE];
    let browser;
    try {
      browser = await launch(suite.kind, { profile, downloads, proxy: suite.proxy });
      const page = await Page.make(browser, { kind: suite.kind, server: visit.server, proxy: suite.proxy });
      await page.open('');
      // That the search finds what lies there: this does.
      await page.evaluate(() => localStorage.setItem('probe', 'Grauwacke-Sandstein-0815'));
      await begin(page, { keep: false, company: secret });
      await go(page, 'embed-commit-end-use');
      await page.type('note', secret);
      await go(page, 'download', 'Download');
      await page.click('button', 'Save Save file, locked');
      await give(page, PASSPHRASE, PASSPHRASE);
      const name = await eventually(() => readdirSync(downloads).find(name => name.endsWith('.age')), 'the locked file');
      const path = join(folder, 'locked.json.age');
      await eventually(() => {
        writeFileSync(path, readFileSync(join(downloads, name)));
        return statSync(path).size > 500;
      }, 'all of it');
      await page.click('button', /^It is there/);
      await page.reload();
      await page.choose('open', path);
      await give(page, PASSPHRASE);
      await page.click('button', 'Don’t keep');
      await page.until(secret => document.body.innerText.includes(secret), 'open again', secret);
      assert.deepEqual(found(profile, texts), [], 'while it runs');
      await browser.close();
      assert.deepEqual(found(profile, texts), [], 'afterwards');
      assert.notDeepEqual(found(profile, ['Grauwacke-Sandstein-0815']), [], 'what lies there is found');
    } finally {
      if (browser?.connected) await browser.close().catch(() => {});
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  });
});
