// When the page itself breaks: it says so in plain words, nothing that was kept is lost, and the
// stored answers can be had as a file without the app.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { full } from './harness/sample.mjs';
import { inBrowsers } from './harness/suite.mjs';
import { begin, go, openSave, saveFile, withSave } from './harness/ways.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An assessment of another name. */
function another() {
  const one = full();
  return { ...one, head: { ...one.head, id: 'f'.repeat(32) } };
}

/** What a panic in the app ends in. */
const trap = () => { dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })); };

inBrowsers('faults', { proves: 'The worker, the app, and files from outside', shared: true }, suite => {
  suite.test('a crash says what happened, and the stored answers can be saved to a file', { noisy: true }, async visit => {
    const sample = full();
    const page = await withSave(visit, sample);
    await go(page, 'embed-commit-end-use');
    await page.type('note', ' Typed before the crash.');
    await page.kept();
    await page.evaluate(trap);
    await page.find('heading', 'This page has stopped working');
    assert.equal((await page.focus()).text, 'This page has stopped working');
    assert.match(await page.text('main [role=alert]'), /It is a fault of ours.*Your answers are safe: the last change was saved on this device at \d/);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]));
    assert.deepEqual(found, []);
    const file = await visit.download(() => page.click('button', 'Save my answers to a file'));
    const saved = JSON.parse(file.text);
    assert.equal(saved.answers.length, sample.answers.length);
    assert.match(file.text, /Typed before the crash\./);
    await page.evaluate(() => { globalThis.old = true; });
    await page.click('button', 'Start the page again');
    await page.until(() => !globalThis.old, 'another page stands there');
    await page.sealed();
    await page.until(() => !!document.getElementById('note'), 'the question is back');
    assert.match(await page.value('note'), /Typed before the crash\.$/);
    const other = await visit.start();
    await other.choose('open', visit.file('rescued.json', file.bytes));
    await other.find('dialog', 'This assessment is on this device already');
  });

  suite.test('a crash with nothing kept says so, and offers no file of another assessment', { noisy: true }, async visit => {
    const page = await withSave(visit, full());
    await go(page, '', /./);
    await openSave(visit, page, another(), { keep: false });
    await page.evaluate(trap);
    await page.find('heading', 'This page has stopped working');
    assert.match(await page.text('main [role=alert]'), /No assessment that is kept on this device was open/);
    assert.doesNotMatch(await page.text('main [role=alert]'), /safe: /);
    assert.equal(await page.seek('button', 'Save my answers to a file'), null);
    assert.ok(await page.seek('button', 'Start the page again'));
  });

  suite.test('a crash of one that was opened and not changed says that it is on this device, and hands out that one', { noisy: true }, async visit => {
    await (await withSave(visit, another())).close();
    visit.pages.length = 0;
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    await page.kept();
    await page.reload();
    await page.until(() => !!document.getElementById('note'), 'the question is back');
    await page.evaluate(trap);
    await page.find('heading', 'This page has stopped working');
    assert.match(await page.text('main [role=alert]'), /Your answers are safe: /);
    const file = await visit.download(() => page.click('button', 'Save my answers to a file'));
    assert.equal(JSON.parse(file.text).head.id, full().head.id);
  });

  suite.test('a crash whose answers cannot be looked for does not say that they are lost', { noisy: true }, async visit => {
    const page = await withSave(visit, full());
    await page.evaluate(() => { indexedDB.open = () => new EventTarget(); });
    await page.evaluate(trap);
    await page.find('heading', 'This page has stopped working');
    assert.match(await page.text('main [role=alert]'), /could not be found out/);
    await page.click('button', 'Save my answers to a file');
    await page.until(() => /could not be written\. What was kept on this device is still there/.test(document.body.innerText), 'it says so');
  });

  suite.test('files are written where the page has no origin of its own', async visit => {
    const headers = { 'content-security-policy': 'sandbox allow-scripts allow-downloads', 'access-control-allow-origin': '*' };
    const page = await visit.start({ server: await visit.serve({ headers }) });
    await begin(page, { keep: false });
    await go(page, 'download', 'Download');
    assert.match((await saveFile(visit, page)).text, /"answers"/);
  });

  suite.test('a worker that stops fails its file, says so, and the next file is written', async visit => {
    const page = await visit.page({
      prepare: () => {
        const Original = Worker;
        globalThis.workers = [];
        globalThis.Worker = class extends Original {
          constructor(...all) {
            super(...all);
            globalThis.workers.push(this);
          }

          // The next job is swallowed, as by a worker that dies over it.
          postMessage(message, ...more) {
            if (message.job && globalThis.swallow) return;
            super.postMessage(message, ...more);
          }
        };
      },
    });
    await page.open();
    await openSave(visit, page, full());
    await go(page, 'download', 'Download');
    await page.evaluate(() => { globalThis.swallow = true; });
    await page.click('button', 'Save Report');
    await page.find('button', 'Cancel Report');
    await page.evaluate(() => workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'gone' })));
    await page.until(() => /Not written: what writes files stopped/.test(document.querySelector('main').innerText), 'it says so');
    await page.evaluate(() => { globalThis.swallow = false; });
    const file = await visit.download(() => page.click('button', 'Save Report'));
    assert.match(file.text, /The open note says this\./);
    assert.ok(await page.evaluate(() => workers.length > 1), 'by a worker of its own');
  });

  suite.test('a file that takes long can be cancelled, and others are written all the same', async visit => {
    const page = await visit.page({
      prepare: () => {
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, ...more) {
          if (message.job && globalThis.swallow) return;
          post.call(this, message, ...more);
        };
      },
    });
    await page.open();
    await openSave(visit, page, full());
    await go(page, 'download', 'Download');
    await page.evaluate(() => { globalThis.swallow = true; });
    await page.click('button', 'Save Report');
    await page.find('button', 'Cancel Report');
    await page.evaluate(() => { globalThis.swallow = false; });
    await page.click('button', 'Cancel Report');
    await page.gone('button', 'Cancel Report');
    const file = await saveFile(visit, page);
    assert.match(file.text, /The open note says this\./);
  });
});
