// The whole way in WebKitGTK, in a window and in frames: a third engine, of which no more is looked at
// than that nothing in it stands in the way. It runs in a process of its own: BROWSERS=webkit.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BROWSERS } from './harness/browsers.mjs';
import { portal } from './harness/frames.mjs';
import { OWN, ownSite } from './harness/own.mjs';
import { action, answer, save } from './harness/sample.mjs';
import { eventually } from './harness/page.mjs';
import { serve } from './harness/server.mjs';
import { start } from './harness/servers.mjs';
import { DIST } from './harness/suite.mjs';
import { webkit } from './harness/webkit.mjs';

const ONE_FILE = join(DIST, 'respect-in-practice.html');

const SEALED = () => document.querySelector('header .seal')?.textContent.startsWith('Sealed');
const KEPT = () => /^Saved/.test(document.querySelector('header [role=status]')?.innerText ?? '');

/** From the first screen to a save file, with what stands on the way. */
async function way(browser, { keep }) {
  await browser.until(SEALED, 'sealed');
  await browser.evaluate(() => {
    globalThis.faults = [];
    addEventListener('error', ({ message }) => faults.push(message));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => faults.push(`${effectiveDirective} ${blockedURI}`));
  });
  await browser.click('button', 'Start an assessment');
  await browser.screen('Two choices, then the first question');
  await browser.click('radio', /^The company as a whole/);
  await browser.click('radio', keep ? /^Keep on this device/ : /^Don’t keep/);
  await browser.click('button', 'Start answering');
  await browser.screen('Risks to people');
  await browser.click('button', 'Next: A3.9');
  await browser.until(() => !!document.querySelector('section.question'), 'the first question');
  await browser.type('words', 'Typed “here” & there.');
  if (keep) await browser.until(KEPT, 'saved');
  await browser.evaluate(() => { location.hash = 'result'; });
  await browser.screen('Result');
  await browser.until(() => document.querySelectorAll('.findings .part').length > 0, 'the findings');
  await browser.evaluate(() => { location.hash = 'download'; });
  await browser.screen('Download');
  await browser.click('button', 'Save Report');
  assert.match((await browser.download('.html')).text, /Typed “here” &amp; there\./);
  await browser.click('button', 'Save Save file');
  const saved = await browser.download('.json');
  assert.equal(JSON.parse(saved.text).answers.length, 1);
  // A browser may leave a notice of a change of size for its next frame, and says so as if it were a fault.
  const faults = await browser.evaluate(() => globalThis.faults);
  assert.deepEqual(faults.filter(fault => !/ResizeObserver loop/.test(fault)), []);
}

describe('in WebKitGTK', { skip: !BROWSERS.includes('webkit') }, () => {
  let browser;
  let site;
  let host;
  let folder;

  before(async () => {
    // A frame without an origin of its own asks for its files as another origin.
    folder = mkdtempSync(join(tmpdir(), 'respect-in-practice-webkit-'));
    site = await serve(DIST, { headers: { 'cache-control': 'no-store', 'access-control-allow-origin': '*' } });
    host = await portal();
    browser = await webkit();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await host?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Goes into a frame of ours, in a page by this name of this machine. */
  async function framed(name, attributes) {
    host.show(`<!doctype html><title>A page around it</title><iframe title="The assessment" width="1000" height="700" ${attributes} src="${site.address}"></iframe>`);
    await browser.inside();
    await browser.open(host.address(name));
    await browser.inside(await browser.evaluate(() => document.querySelector('iframe')));
  }

  /** All that a policy covers is refused, as the browser reports. */
  async function tryToSend() {
    await browser.evaluate(() => { location.hash = 'sealed'; });
    await browser.click('button', 'Try to send something');
    await browser.until(() => document.querySelectorAll('.ways tbody tr').length === 13, 'all ways were tried');
    const rows = await browser.evaluate(() => [...document.querySelectorAll('.ways tbody tr')].map(row => [row.cells[0].innerText.trim(), row.cells[2].innerText.trim()]));
    const ways = outcome => rows.filter(([, came]) => came === outcome).map(([way]) => way);
    assert.deepEqual(ways('Refused'), ['Request', 'Beacon', 'WebSocket', 'Picture', 'Script', 'Worker', 'Form']);
    assert.deepEqual(ways('Not refused'), []);
  }

  it('the whole way to a result and a save file, and after the seal nothing is asked for', async () => {
    await browser.open(site.address);
    await browser.until(SEALED, 'sealed');
    const { length } = site.hits;
    await way(browser, { keep: true });
    await tryToSend();
    assert.deepEqual(site.hits.slice(length), []);
  });

  it('loaded again it comes back to what was kept', async () => {
    await browser.open(site.address);
    await browser.until(SEALED, 'sealed');
    await browser.click('button', /^Continue/);
    // One question is answered, and the facts behind it are open.
    await browser.screen('Whom it reaches');
    await browser.evaluate(() => { location.hash = 'embed-thinking-first-risk'; });
    await browser.until(() => document.getElementById('words')?.value === 'Typed “here” & there.', 'what was typed');
  });

  for (const [where, name] of [['of the same site', '127.0.0.1'], ['of another site', 'localhost']]) {
    it(`in a frame ${where}: the whole way to a save file`, async () => {
      await framed(name, '');
      await way(browser, { keep: false });
    });
  }

  it('as one file whose text another page holds, without an origin of its own: the whole way to a save file', async () => {
    const text = readFileSync(ONE_FILE, 'utf8').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    host.show(`<!doctype html><title>A page around it</title><iframe title="The assessment" width="1000" height="500" sandbox="allow-scripts allow-downloads" srcdoc="${text}"></iframe>`);
    await browser.inside();
    await browser.open(host.address('127.0.0.1'));
    await browser.inside(await browser.evaluate(() => document.querySelector('iframe')));
    await way(browser, { keep: false });
  });

  it('own words are shown as they are written, with their logo, and one file more was asked for', async () => {
    const own = await serve(ownSite(join(folder, 'own')).folder);
    try {
      await browser.inside();
      await browser.open(own.address);
      await browser.until(() => document.querySelector('section.own img')?.complete, 'the logo');
      const shown = await browser.evaluate(() => {
        const logo = document.querySelector('section.own img');
        return [document.querySelector('section.own').innerText, logo.alt, logo.naturalWidth > 0, document.getElementById('app').style.getPropertyValue('--rip-accent')];
      });
      assert.match(shown[0], /From Orrin Vision[^]*Welcome to <b>our<\/b> assessment\.[^]*Whom to ask: Ada, ada@orrin\.example/);
      assert.deepEqual(shown.slice(1), [OWN.name, true, OWN.accent]);
      assert.equal(own.hits.filter(({ path }) => path.endsWith('/own.json')).length, 1);
    } finally {
      await own.close();
    }
  });

  // It takes the page's own rule for scripts ('self') to mean nothing there, whatever the server sends.
  it('in a sandboxed frame without an origin of its own it does not start, and says so', async () => {
    await framed('127.0.0.1', 'sandbox="allow-scripts allow-downloads"');
    await browser.until(() => {
      const line = document.getElementById('unstarted');
      for (const animation of line?.getAnimations() ?? []) animation.finish();
      return line?.checkVisibility({ visibilityProperty: true });
    }, 'styles say that it did not start');
    assert.match(await browser.text('#unstarted'), /has not started.*Load the page again$/);
  });

  // At the end: its window lists each file, and what is pressed in a frame must not lie below what is left of it.
  for (const kind of ['nginx', 'apache']) {
    it(`the whole way to a save file under ${kind}, as it is configured`, async () => {
      const server = await start(kind);
      try {
        await browser.inside();
        await browser.open(server.address);
        await way(browser, { keep: false });
        assert.deepEqual(server.hits.filter(({ path, status }) => ![200, 304].includes(status) && !path.endsWith('/favicon.ico')), []);
      } finally {
        await server.close();
      }
    });
  }

  it('as one file from a disk: the whole way to every file, and each way out is refused or closed', async () => {
    await browser.inside();
    await browser.open(pathToFileURL(ONE_FILE).href);
    await way(browser, { keep: false });
    await tryToSend();
    await browser.evaluate(() => { location.hash = 'download'; });
    await browser.screen('Download');
    for (const [button, ending, begins] of [
      ['Save Report as a Word document', '.docx', 'PK'],
      ['Save Report as plain text', '.md', '# '],
      ['Save Report as a workbook', '.xlsx', 'PK'],
      ['Save Report as tables', '.zip', 'PK'],
      ['Save Report as data', '.json', '{'],
    ]) {
      // The browser's own bar of downloads grows with each, over what would be pressed.
      await browser.evaluate(one => { one.click(); }, await browser.seek('button', button));
      const { text } = await browser.download(ending);
      assert.ok(text.startsWith(begins), `${ending}: ${text.slice(0, 20)}`);
    }
    await browser.evaluate(one => { one.click(); }, await browser.seek('button', 'Save Save file, locked'));
    for (const id of ['passphrase', 'passphrase-again']) await browser.type(id, 'four words for nobody');
    await browser.evaluate(one => { one.click(); }, await browser.seek('button', 'Lock and save'));
    assert.match((await browser.download('.age')).text, /^age-encryption\.org\/v1\n-> scrypt /);
  });

  it('as one file from a disk a save file is opened, and its plan is saved as a calendar and questions as sheets', async () => {
    const path = join(folder, 'saved.json');
    writeFileSync(path, JSON.stringify(save({ answers: [answer('embed-gov-exec', { choice: { step: 1 } })], plan: [action(1, 'Ask the board.', { due: '2031-05-20' })] })));
    await browser.inside();
    await browser.open(pathToFileURL(ONE_FILE).href);
    await browser.until(SEALED, 'sealed');
    await browser.choose('open', path);
    await browser.until(() => document.querySelector('main.risks, main.reach, section.question'), 'it is open');
    await browser.evaluate(() => { location.hash = 'download'; });
    await browser.screen('Download');
    await browser.evaluate(one => { one.click(); }, await eventually(() => browser.seek('button', /^Save .*calendar/i), 'the calendar'));
    assert.match((await browser.download('.ics')).text, /^BEGIN:VCALENDAR[^]*DTSTART;VALUE=DATE:20310520[^]*Ask the board/);
    await browser.evaluate(() => { location.hash = 'sheets'; });
    for (const [button, ending, begins] of [['Save as Excel (XLSX) All questions', '.xlsx', 'PK'], ['Save as Word (DOCX) All questions', '.docx', 'PK']]) {
      await browser.evaluate(one => { one.click(); }, await eventually(() => browser.seek('button', button), button));
      assert.ok((await browser.download(ending)).text.startsWith(begins), ending);
    }
  });
});
