// The page as one file: opened from a disk, and put into another page by its own text. It does all that the
// site does, asks for nothing, and keeps nothing unasked.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { framed } from './harness/frames.mjs';
import { full } from './harness/sample.mjs';
import { DIST, inBrowsers } from './harness/suite.mjs';
import { begin, choices, go, openSave, reports, saveFile } from './harness/ways.mjs';

const NAME = 'respect-in-practice.html';
const PATH = join(DIST, NAME);
const WHY = /as long as its name and place stay the same\. So nothing is kept unless you choose it\./;

/** The file on the disk, or one made of it, as what a page is opened from. */
const onDisk = (path = PATH) => ({ address: pathToFileURL(path).href, hits: [] });

/** A page of it, with all that it asks for. */
async function opened(visit, { path, ...options } = {}) {
  const page = await visit.page({ server: onDisk(path) });
  page.asked = [];
  page.page.on('request', request => page.asked.push(request.url()));
  return page.open('', options);
}

/** Beside its own text, nothing was asked for that does not lie in its memory. */
function asksNothing(page, path = PATH) {
  const { href } = pathToFileURL(path);
  assert.deepEqual(page.asked.filter(url => !/^(data|blob):/.test(url) && url.split('#')[0] !== href), []);
}

/** How many assessments lie in the storage. */
const kept = page => page.evaluate(() => new Promise((done, failed) => {
  const request = indexedDB.open('respect-in-practice');
  request.onerror = failed;
  request.onsuccess = () => {
    const database = request.result;
    if (!database.objectStoreNames.contains('heads')) return done(0);
    const count = database.transaction('heads').objectStore('heads').count();
    count.onsuccess = () => {
      database.close();
      done(count.result);
    };
  };
}));

/** A page around it that holds its text, in a sandbox that gives it no origin. */
const held = visit => {
  const text = readFileSync(PATH, 'utf8').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return framed(visit, `<iframe sandbox="allow-scripts allow-downloads" width="1200" height="800" srcdoc="${text}"></iframe>`);
};

/** What the panel says about each way out. */
async function tryToSend(page) {
  await go(page, 'sealed', 'Nothing leaves this machine');
  await page.click('button', 'Try to send something');
  await page.find('button', 'Try again');
  return page.evaluate(() => [...document.querySelectorAll('.ways tbody tr')].map(row => row.cells[2].innerText.trim()));
}

const REFUSED = Array(7).fill('Refused');
const CLOSED = Array(6).fill('Closed by the page');

inBrowsers('one file', { proves: 'The page as one file' }, suite => {
  suite.test('its first policy allows its own script and styles by what is in them, and nothing from anywhere', async visit => {
    const bytes = readFileSync(PATH);
    assert.ok(bytes.length <= 2_000_000, `${bytes.length} bytes`);
    assert.ok(bytes.every(byte => byte < 0x80), 'read the same in any encoding');
    const page = await opened(visit);
    const { policy, scripts, styles, before } = await page.evaluate(() => ({
      policy: document.querySelector('meta[http-equiv]').content,
      before: document.querySelector('meta[http-equiv]').previousElementSibling.outerHTML,
      scripts: [...document.scripts].filter(one => one.type !== 'text/plain').map(one => one.textContent),
      styles: [...document.querySelectorAll('style')].map(one => one.textContent),
    }));
    const sum = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    assert.equal(scripts.length, 1);
    assert.equal(styles.length, 1);
    assert.equal(policy, `default-src 'none'; script-src ${sum(scripts[0])} 'wasm-unsafe-eval'; style-src ${sum(styles[0])}; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types respect-in-practice`);
    assert.equal(before, '<meta charset="utf-8">', 'nothing stands before it that could ask for something');
    asksNothing(page);
  });

  suite.test('opened from a disk, the whole way and every file, and nothing is asked for', async visit => {
    const page = await opened(visit);
    await openSave(visit, page, full(), { keep: false });
    for (const place of ['choose', 'questions', 'embed-commit-end-use', 'plan', 'sheets', 'example', 'sealed', '']) await go(page, place, /./);
    await go(page, 'embed-commit-end-use');
    await page.until(() => /UN Guiding Principle/.test(document.querySelector('.help').textContent), 'the help is there');
    await page.type('note', ' Typed on a disk.');
    await go(page, 'result', 'Result');
    await page.until(() => document.querySelectorAll('.findings .part').length > 4, 'the findings');
    await go(page, 'download', 'Download');
    const files = await reports(visit, page);
    for (const format of ['html', 'docx', 'markdown', 'xlsx', 'csv', 'json']) assert.match(files[format].text, /Typed on a disk\./, format);
    const saved = await saveFile(visit, page);
    assert.match(saved.text, /Typed on a disk\./);
    const locked = await visit.download(async () => {
      await page.click('button', 'Save Save file, locked');
      for (const id of ['passphrase', 'passphrase-again']) await page.type(id, 'twelve letters');
      await page.key('Enter');
    });
    assert.match(locked.text, /^age-encryption\.org/);
    const calendar = await visit.download(() => page.click('button', /^Save .*calendar/i));
    assert.match(calendar.text, /^BEGIN:VCALENDAR/);
    await page.click('button', 'Print');
    await page.until(() => prints === 1, 'the print window');
    await go(page, 'sheets');
    const sheet = await visit.download(() => page.click('button', 'Save as Excel (XLSX) All questions'));
    assert.equal(sheet.text.slice(0, 2), 'PK');
    assert.equal(await kept(page), 0);
    asksNothing(page);
    // What was saved opens in another window of it.
    const other = await opened(visit);
    await openSave(visit, other, saved.text, { keep: null });
    await other.until(why => new RegExp(why).test(document.querySelector('main .notices').innerText), 'why it is asked', WHY.source);
    await go(other, 'embed-commit-end-use');
    assert.match(await other.value('note'), /Typed on a disk\.$/);
    asksNothing(other);
  });

  suite.test('nothing is kept unless that is chosen, beside which it says why', async visit => {
    const page = await opened(visit);
    await page.click('button', 'Start an assessment');
    await page.screen('Two choices, then the first question');
    await page.until(() => document.querySelector('[name=keeping]:checked')?.closest('label, .row, p, div')?.innerText.startsWith('Don’t keep'), 'not to keep is chosen');
    await page.until(why => new RegExp(why).test(document.querySelector('main').innerText), 'why', WHY.source);
    await choices(page, { keep: false });
    await page.click('radio', 'I don’t know yet');
    assert.equal(await kept(page), 0);
    await go(page, 'choose', /./);
    await page.click('radio', /^Keep on this device/);
    await page.kept();
    assert.equal(await kept(page), 1);
    await page.reload();
    await page.until(() => document.querySelector('main h1')?.textContent, 'it stands again');
    assert.equal(await kept(page), 1);
    await go(page, '', /./);
    await page.find('button', /^Continue/);
  });

  suite.test('what is kept is shown to a copy under another name, and by Firefox to this one alone, as the page says', async visit => {
    const [one, other] = ['one.html', 'another.html'].map(name => visit.file(name, readFileSync(PATH)));
    const page = await opened(visit, { path: one });
    await begin(page, { keep: false, company: 'Orrin' });
    await go(page, 'choose', /./);
    await page.click('radio', /^Keep on this device/);
    await page.kept();
    const why = /Most browsers show what they keep for it to every other HTML file on this disk\. Firefox shows it to this file alone/;
    assert.match(await page.text('main'), why);
    // The panel says it too, where what is kept is listed.
    await go(page, 'sealed', /./);
    assert.match(await page.text('aside'), why);
    const shown = async path => {
      const again = await opened(visit, { path });
      return again.until(() => /Orrin|What you start is listed here/.exec(document.querySelector('main').innerText)?.[0], 'what is listed');
    };
    assert.equal(await shown(one), 'Orrin');
    assert.equal(await shown(other), visit.kind === 'firefox' ? 'What you start is listed here' : 'Orrin');
  });

  suite.test('a save file of a newer version is not said to open once the page is loaded again, as that changes nothing', async visit => {
    const page = await opened(visit);
    await page.choose('open', visit.file('newer.json', JSON.stringify({ ...full(), version: 99 })));
    await page.find('alert', /reads up to 4\. Open it with the file of the page where it was made: this one does not become newer by itself\./);
    assert.doesNotMatch(await page.text('main [role=alert]'), /load this page again/);
  });

  suite.test('the panel says that it is one file, and each way out is refused by the browser or closed by the page', { noisy: true }, async visit => {
    const page = await opened(visit);
    asksNothing(page);
    assert.deepEqual(await tryToSend(page), [...REFUSED, ...CLOSED]);
    for (const { blocked, sample } of await page.violations()) assert.match(`${blocked} ${sample}`, /localhost\/seal-test\?/);
    assert.match(await page.text('.facts-of-seal'), /^Sealed since .*\. Everything is in this one file, so nothing was loaded\. Since then: 0 requests\.$/);
    assert.match(await page.text('.offline'), /opens wherever this file lies\.$/);
    assert.doesNotMatch(await page.text('main'), /its own server|came from this address/);
  });

  suite.test('a seal of it that lets something through is found out', { noisy: true }, async visit => {
    // What leads away from the page stays refused.
    const weaker = "worker-src blob:; form-action 'none'; require-trusted-types-for 'script'; trusted-types respect-in-practice";
    const text = readFileSync(PATH, 'utf8').replace(/default-src 'none'; script-src 'sha256[^"]*/, weaker).replace(/const SEAL = ".*?";/, `const SEAL = "object-src 'none'";`);
    assert.equal(text.match(/default-src 'none'/g), null);
    const page = await opened(visit, { path: visit.file('open.html', text) });
    const verdicts = await tryToSend(page);
    assert.deepEqual(verdicts, [...Array(5).fill('Not refused'), 'Refused', 'Refused', ...CLOSED]);
  });

  suite.test('in a page that holds its text it starts, seals itself, keeps nothing and says so, and makes files', async visit => {
    const { one, server } = await held(visit);
    assert.match(await one.text('header .within'), /^Inside /);
    await begin(one, { keep: false });
    await one.click('radio', 'I don’t know yet');
    // A link to a place leads to that, and not to the page around.
    const links = await one.evaluate(() => [...document.querySelectorAll('header a, nav a')].map(link => link.href));
    assert.ok(links.length > 1);
    for (const link of links) assert.match(link, /^about:srcdoc#/);
    await one.click('link', 'Respect in Practice');
    await one.screen('Respect for human rights, as you practise it');
    await go(one, 'sealed', 'Nothing leaves this machine');
    assert.match(await one.text('main'), /no place of its own to keep anything\. Save it to a file before you leave\./);
    assert.equal(await one.seek('link', 'Open it in a window of its own'), null);
    // The text lies in no file that could be opened elsewhere, and nothing is kept of which somebody could read.
    assert.doesNotMatch(await one.text('main'), /wherever this file lies|every other HTML file/);
    await go(one, 'download', 'Download');
    const saved = await saveFile(visit, one);
    assert.equal(JSON.parse(saved.text).answers.length, 1);
    const html = await visit.download(() => one.click('button', 'Save Report'));
    assert.match(html.text, /<!doctype html>/i);
    assert.equal(one.frame().url().split('#')[0], 'about:srcdoc', 'it is still there');
    assert.ok(server);
  });

  suite.test('in a page that holds its text each way out is refused or closed, as far as the browser tells', { noisy: true }, async visit => {
    const { one } = await held(visit);
    const verdicts = await tryToSend(one);
    assert.deepEqual(verdicts.filter(verdict => verdict === 'Not refused'), []);
    assert.deepEqual(verdicts.slice(0, 6), Array(6).fill('Refused'));
    assert.deepEqual(verdicts.slice(7, 11), Array(4).fill('Closed by the page'));
  });

  suite.test('a file that was cut off or changed on its way says which part is not whole, or that it did not start', { noisy: true }, async visit => {
    const whole = readFileSync(PATH, 'utf8');
    const later = whole.indexOf('id="later.bin"') + 5_000;
    const page = await opened(visit, { path: visit.file('changed.html', `${whole.slice(0, later)}AAAA${whole.slice(later + 4)}`), sealed: false });
    await page.find('alert', /A part of this page did not arrive\./);
    const first = whole.indexOf('id="app.wasm"') + 5_000;
    const cut = await opened(visit, { path: visit.file('cut.html', whole.slice(0, first)), sealed: false });
    await cut.find('alert', /A part of this file is damaged: (app\.wasm|questions\.en\.bin)\. Get the file once more/);
    const other = await opened(visit, { path: visit.file('other.html', whole.replace('const LATER_TAKES', 'const  LATER_TAKES')), sealed: false });
    await other.unstarted();
  });
});
