// Saved as typed: a reload, a crash of the page and a crash of the whole browser lose nothing that is
// older than a quarter of a second. Several windows write together. Where nothing can be kept, the page
// says so and offers a file.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAll, launch, renderers } from './harness/browsers.mjs';
import { Page, eventually } from './harness/page.mjs';
import { save, full } from './harness/sample.mjs';
import { LONG, inBrowsers } from './harness/suite.mjs';
import { begin, go, openSave, toQuestions, withSave } from './harness/ways.mjs';

// Three ways of going, so with LONG 201 in each browser.
const RUNS = LONG ? 67 : 1;

/** How long a new page may take, in a browser whose pages were killed. */
const AFTER_CRASH = 5_000;
const WHILE = 250;
/** How long each key is held: thirty letters a second, faster than anybody types. Without a pause the
 *  machine is asked how fast it draws, and not whether what was typed is kept. */
const HELD = 20;

/** Types into the note without end, and remembers what stood there when. */
class Writer {
  constructor(page) {
    this.page = page;
    this.typed = [{ at: Date.now(), text: '' }];
  }

  async begin() {
    await (await this.page.unfold('note')).focus();
    const run = async () => {
      for (let word = 1; !this.ended; word += 1) {
        for (const key of `${word} `) {
          await this.page.page.keyboard.type(key, { delay: HELD });
          this.typed.push({ at: Date.now() - HELD, text: this.typed.at(-1).text + key });
        }
      }
    };
    // It is ended from outside, in the middle of a word.
    this.done = run().catch(() => {});
    return this;
  }

  /** Waits until so many letters are typed. */
  async until(count) {
    await eventually(() => this.typed.length > count, `${count} letters`, 60_000);
  }

  /** What came back has to hold all but the last quarter of a second, and nothing else. */
  async check(found, endedAt) {
    this.ended = true;
    await this.done;
    const due = this.typed.findLast(({ at }) => at <= endedAt - WHILE)?.text ?? '';
    const all = this.typed.at(-1).text;
    assert.ok(found.startsWith(due), `lost: “${due.slice(found.length)}” of ${due.length} letters`);
    assert.ok(`${all}0123456789 `.startsWith(found.slice(0, all.length)), 'nothing else');
  }
}

/** Between 40 and 100 letters, so that runs end at different moments. */
const some = run => 40 + (run * 37) % 60;

/** A new page in a browser whose pages were killed: Firefox sometimes does not answer the first time,
 *  and would be waited for for a minute. */
async function afterCrash(visit) {
  for (let attempt = 1; ; attempt += 1) {
    const late = new Promise((_, failed) => setTimeout(failed, AFTER_CRASH, new Error('no page after the crash')).unref());
    try {
      return await Promise.race([visit.page(), late]);
    } catch (fault) {
      if (attempt === 12) throw fault;
    }
  }
}

/** Ways in which a browser keeps nothing. */
const REFUSALS = {
  'there is none': () => Object.defineProperty(window, 'indexedDB', { value: null }),
  'asking for it throws': () => Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } }),
  'opening it throws': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; },
  'it never opens': () => { IDBFactory.prototype.open = () => new EventTarget(); },
};

inBrowsers('keeping', { proves: 'Keeping on this device', shared: true }, suite => {
  suite.test('a reload while typing loses nothing', { shared: false }, async visit => {
    const page = await withSave(visit, save());
    await go(page, 'embed-commit-end-use');
    await page.kept();
    for (let run = 0; run < RUNS; run += 1) {
      await page.evaluate(() => { document.getElementById('note').select(); });
      await page.key('Delete');
      await page.kept();
      const writer = await new Writer(page).begin();
      await writer.until(some(run));
      const endedAt = Date.now();
      writer.ended = true;
      await page.reload();
      await writer.check(await page.value('note'), endedAt);
    }
  });

  suite.test('a killed page loses nothing', { noisy: true, shared: false }, async visit => {
    for (let run = 0; run < RUNS; run += 1) {
      const page = await withSave(visit, save({ id: (0x10 + run).toString(16).repeat(16) }));
      await go(page, 'embed-commit-end-use');
      await page.kept();
      const writer = await new Writer(page).begin();
      await writer.until(some(run));
      const endedAt = Date.now();
      for (const { pid } of renderers(suite.browser)) process.kill(pid, 'SIGKILL');
      writer.ended = true;
      await page.close().catch(() => {});
      visit.pages.length = 0;
      const again = await (await afterCrash(visit)).open('#embed-commit-end-use');
      await again.screen(/./);
      await writer.check(await again.value('note'), endedAt);
      await again.close();
      visit.pages.length = 0;
    }
  });

  suite.test('a killed browser loses nothing', { noisy: true, shared: false }, async visit => {
    const profile = mkdtempSync(join(tmpdir(), 'respect-in-practice-profile-'));
    let browser;
    try {
      // Each starts the browser twice.
      for (let run = 0; run < RUNS; run += 1) {
        const open = async address => {
          browser = await launch(suite.kind, { profile, proxy: suite.proxy });
          const page = await Page.make(browser, { kind: suite.kind, server: visit.server, proxy: suite.proxy });
          return page.open(address);
        };
        const page = await open('');
        await openSave(visit, page, save({ id: (0x10 + run).toString(16).repeat(16) }));
        await go(page, 'embed-commit-end-use');
        await page.kept();
        const writer = await new Writer(page).begin();
        await writer.until(some(run));
        const endedAt = Date.now();
        killAll(browser);
        await eventually(() => browser.process().signalCode ?? browser.process().exitCode, 'the end of the browser');
        const again = await open('#embed-commit-end-use');
        await again.screen(/./);
        await writer.check(await again.value('note'), endedAt);
        await browser.close();
      }
    } finally {
      if (browser?.connected) await browser.close().catch(() => {});
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  });

  // Locks are missing where the page did not come over HTTPS, in old browsers, and in some frames.
  const WITHOUT_LOCKS = () => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
  for (const [how, prepare] of [['with locks', undefined], ['without locks', WITHOUT_LOCKS]]) {
    suite.test(`two windows on the same assessment, ${how}: both write, and each shows what the other wrote`, async visit => {
      const noted = page => page.value('note');
      const shows = (page, text) => page.until(text => document.getElementById('note').value === text, `it shows “${text}”`, text);
      const first = await withSave(visit, full(), { prepare });
      await go(first, 'embed-commit-end-use');
      await first.kept();
      const second = await (await visit.page({ prepare })).open('#embed-commit-end-use');
      assert.equal(await noted(second), 'The open note says this.');
      await second.type('note', ' Written second.');
      await second.kept();
      await shows(first, 'The open note says this. Written second.');
      // Somebody types in the middle while the other window writes behind it.
      await first.page.bringToFront();
      await first.unfold('note');
      await first.evaluate(() => { const note = document.getElementById('note'); note.focus(); note.setSelectionRange(8, 8); });
      await second.evaluate(() => { const note = document.getElementById('note'); note.value += ' Behind.'; note.dispatchEvent(new Event('input', { bubbles: true })); });
      await shows(first, 'The open note says this. Written second. Behind.');
      await first.page.keyboard.type(', typed,');
      await first.kept();
      const middle = 'The open, typed, note says this. Written second. Behind.';
      await shows(first, middle);
      await shows(second, middle);
      // Both at once, in the same field.
      const add = text => { const note = document.getElementById('note'); note.value += text; note.dispatchEvent(new Event('input', { bubbles: true })); };
      await Promise.all([first.evaluate(add, ' One'), second.evaluate(add, ' Two')]);
      await first.until(() => /One/.test(document.getElementById('note').value) && /Two/.test(document.getElementById('note').value), 'both texts');
      const both = await noted(first);
      await shows(second, both);
      // Another question and the plan in the second window, which the first one shows.
      await go(second, 'embed-raise-concern');
      await second.page.bringToFront();
      await second.click('radio', 'I don’t know yet');
      await second.kept();
      await go(first, 'embed-raise-concern');
      await first.until(() => document.querySelector('.answer input[value=not-known], .instead input:checked, .answer input:checked')?.checked, 'the choice of the other window');
      for (const page of [first, second]) {
        await page.kept();
        await page.reload();
        await go(page, 'embed-commit-end-use');
        assert.equal(await noted(page), both);
      }
    });
  }

  suite.test('of two answers at the same time the last one stands, and Undo beside what is said of it brings back the other', async visit => {
    // Windows that hear nothing of each other find out as they write.
    const deaf = () => { BroadcastChannel.prototype.postMessage = () => {}; };
    const question = 'embed-commit-end-use';
    const first = await withSave(visit, full(), { prepare: deaf });
    await go(first, question);
    await first.kept();
    const second = await (await visit.page({ prepare: deaf })).open(`#${question}`);
    await second.screen(/./);
    const choose = async (page, step) => {
      await page.evaluate(step => { document.querySelector(`.answer input[value="${step}"]`).click(); }, step);
      await page.kept();
    };
    const chosen = page => page.evaluate(() => document.querySelector('.answer input:checked')?.value);
    await Promise.all([choose(first, 2), choose(second, 5)]);
    // Whichever wrote last finds the other one there.
    const said = 'The same was changed in two windows at once.';
    const says = page => page.evaluate(said => document.querySelector('main .notices').innerText.includes(said), said);
    const last = await eventually(async () => ((await says(first)) && first) || ((await says(second)) && second), 'it is said');
    const [own, other] = last === first ? ['2', '5'] : ['5', '2'];
    assert.equal(await chosen(last), own);
    await last.click('button', 'Undo', { within: 'main .notices' });
    await last.until(other => document.querySelector('.answer input:checked').value === other, 'the other one is back', other);
    assert.ok(!(await says(last)), 'it is so no longer');
    await last.kept();
  });

  suite.test('what another tab writes is not deleted under its hands', async visit => {
    const first = await withSave(visit, full());
    await go(first, 'embed-commit-end-use');
    await first.kept();
    const second = await visit.start();
    await second.click('button', /^More /);
    await second.click('button', /^Delete from this device /);
    await second.click('button', 'Delete from this device');
    await second.find('alert', /^It could not be deleted\./);
    await first.page.bringToFront();
    await first.type('note', ' And more.');
    await first.kept();
    await first.reload();
    assert.equal(await first.value('note'), 'The open note says this. And more.');
    await go(first, 'embed-raise-concern');
    assert.notEqual(await first.value('note'), '');
  });

  for (const [how, prepare] of Object.entries(REFUSALS)) {
    suite.test(`storage, ${how}: work is possible, the header says so, a file is offered`, async visit => {
      const page = await visit.start({ prepare });
      await page.until(() => !/is listed here/.test(document.querySelector('section.shelf').innerText), 'the list says so');
      await page.click('button', 'Start an assessment');
      await page.click('radio', /^The company as a whole/);
      if (await page.seek('radio', /^Don’t keep/)) await page.click('radio', /^Don’t keep/);
      assert.equal(await page.seek('radio', /^Keep on this device/), null, 'what cannot be is not offered');
      await toQuestions(page);
      await page.until(() => /^Not kept/.test(document.querySelector('header [role=status]').innerText), 'the header says so');
      await page.find('alert', /^This browser lets the page keep nothing\./);
      await page.type('words', 'Typed here.');
      const file = await visit.download(() => page.click('button', 'Save to a file'));
      assert.match(file.text, /Typed here\./);
      const other = await visit.start({ prepare });
      await openSave(visit, other, file.text, { keep: null });
      await go(other, 'embed-thinking-first-risk');
      assert.equal(await other.value('words'), 'Typed here.');
    });
  }

  suite.test('no room: said at once, a file is offered, and the next change tries again', async visit => {
    const page = await visit.start({
      prepare: () => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...all) {
          if (globalThis.full) throw new DOMException('full', 'QuotaExceededError');
          return put.apply(this, all);
        };
      },
    });
    await begin(page);
    await page.type('words', 'Typed before.');
    await page.kept();
    await page.evaluate(() => { globalThis.full = true; });
    await page.type('words', ' Typed after.');
    await page.until(() => /^(Not saved: storage is full|Storage full)/.test(document.querySelector('header [role=status]').innerText), 'the header says so');
    await page.find('alert', /^There is no room left on this device/);
    assert.equal(await page.value('words'), 'Typed before. Typed after.');
    const file = await visit.download(() => page.click('button', 'Save to a file', { within: 'main' }));
    assert.match(file.text, /Typed before\. Typed after\./);
    await page.evaluate(() => { globalThis.full = false; });
    await page.type('words', ' Typed last.');
    await page.kept();
    await page.gone('alert', /^There is no room/);
    await page.reload();
    assert.equal(await page.value('words'), 'Typed before. Typed after. Typed last.');
  });

  suite.test('a private window: kept over a reload, or said that it is not', { noisy: true, skip: !LONG }, async visit => {
    const browser = await launch(suite.kind, { privately: true, proxy: suite.proxy });
    try {
      const page = await (await Page.make(browser, { kind: suite.kind, server: visit.server, proxy: suite.proxy })).open('');
      await begin(page);
      await page.type('words', 'Typed in private.');
      await page.kept();
      await page.reload();
      assert.equal(await page.value('words'), 'Typed in private.');
    } finally {
      await browser.close();
    }
  });

  // A file system of its own, which only an administrator may make.
  const small = LONG && process.getuid?.() === 0;
  suite.test('a disk that is full: said, a file is offered, and what comes after there is room again is kept', { noisy: true, skip: !small }, async visit => {
    const profile = mkdtempSync(join(tmpdir(), 'respect-in-practice-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', profile]);
    let browser;
    try {
      browser = await launch(suite.kind, { profile, proxy: suite.proxy });
      const page = await (await Page.make(browser, { kind: suite.kind, server: visit.server, proxy: suite.proxy })).open('');
      await openSave(visit, page, full());
      await go(page, 'embed-commit-end-use');
      await page.kept();
      const filler = join(profile, 'filler');
      const fill = () => { try { for (let size = 1 << 20; size; size >>= 1) for (;;) { try { appendFileSync(filler, Buffer.alloc(size)); } catch (fault) { if (fault.code !== 'ENOSPC') throw fault; break; } } } catch { /* Full. */ } };
      // Browsers hold some pages of their database back: what they still have room for is written first.
      await eventually(async () => {
        fill();
        await page.evaluate(() => { const note = document.getElementById('note'); note.value += 'full '.repeat(20_000); note.dispatchEvent(new Event('input', { bubbles: true })); });
        return /^(Not saved|Storage full)/.test(await page.evaluate(() => document.querySelector('header [role=status]').innerText));
      }, 'it says that it is not saved', 60_000);
      assert.ok(await page.find('button', 'Save to a file', { within: 'main' }));
      const typed = await page.value('note');
      rmSync(filler);
      await page.type('note', ' Room again.');
      await page.kept();
      await page.reload();
      assert.equal(await page.value('note'), `${typed} Room again.`);
    } finally {
      await browser?.close().catch(() => {});
      execFileSync('umount', ['-l', profile]);
      rmSync(profile, { recursive: true, force: true });
    }
  });

  suite.test('storage that the browser takes away is opened again', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    await page.kept();
    await page.evaluate(() => new Promise(done => {
      // Another version of the page asks for a newer storage, and is gone again.
      const request = indexedDB.open('respect-in-practice', 2);
      request.onupgradeneeded = () => request.transaction.abort();
      request.onerror = done;
      request.onsuccess = done;
    }));
    await page.type('note', ' And more.');
    await page.kept();
    await page.reload();
    assert.equal(await page.value('note'), 'The open note says this. And more.');
  });
});
