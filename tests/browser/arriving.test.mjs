// Files that were handed to the browser: whether one arrived, the page cannot see. It counts once somebody
// says that it is there, and where nothing arrived what is in it can be had another way.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { LONG, inBrowsers } from './harness/suite.mjs';
import { begin, go, openSave, saveFile } from './harness/ways.mjs';

/** All of a save file but when it was saved. */
const content = text => {
  const file = JSON.parse(text);
  delete file.head.saved_to_file;
  return file;
};

/** The page inside a frame of another one that lets no file out, as a person has it. */
async function framed(page) {
  await page.page.goto(`${page.server.address}LICENSE-MIT`);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts allow-same-origin';
    Object.assign(frame, { src: './', width: 1000, height: 700 });
    const paste = document.createElement('textarea');
    paste.id = 'paste';
    document.body.replaceChildren(paste, frame);
  });
  const frame = await page.page.waitForFrame(frame => frame.parentFrame() && frame.url() === page.server.address);
  const inside = Object.create(page);
  inside.page = {
    evaluate: (...all) => frame.evaluate(...all),
    evaluateHandle: (...all) => frame.evaluateHandle(...all),
    keyboard: page.page.keyboard,
  };
  await inside.sealed();
  return inside;
}

const HANDED_OUT = () => /Checked and handed to your browser/.test(document.querySelector('main').innerText);

/** Makes the save file on the screen for that. */
async function handOut(page) {
  await go(page, 'download', 'Download');
  await page.click('button', 'Save Save file');
  await page.until(HANDED_OUT, 'it is handed out');
}

async function copy(page) {
  // In a frame it stands open.
  if (!await page.seek('button', /^Copy as text/)) await page.click('button', /^Nothing arrived\?/);
  await page.click('button', /^Copy as text/);
}

/** Opens a text as a file elsewhere, and compares what a save file made there holds. */
async function opensExactly(visit, text, words) {
  const other = await visit.start();
  await openSave(visit, other, text, { keep: false });
  // It opens at the first question that is open.
  await go(other, content(text).answers[0].question);
  assert.equal(await other.value('words'), words);
  await go(other, 'download', 'Download');
  assert.deepEqual(content((await saveFile(visit, other)).text), content(text));
}

/** Ways in which a browser puts nothing into the clipboard. */
const REFUSALS = {
  'it is refused': () => { Clipboard.prototype.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')); },
  'it throws': () => { Clipboard.prototype.writeText = () => { throw new TypeError('no'); }; },
  'there is none': () => { Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }); },
};

inBrowsers('arriving', { proves: 'Files that are handed out', shared: true }, suite => {
  suite.test('in a frame that lets no file out the save file is had as text, and opens again exactly', { noisy: true }, async visit => {
    const page = await visit.page();
    const inside = await framed(page);
    await begin(inside, { keep: false });
    await inside.type('words', 'Typed “here” & there.');
    await handOut(inside);
    await copy(inside);
    await inside.until(() => /Copied\. Paste it into a text editor and save it as .*\.json: it opens here/.test(document.querySelector('.arrival').innerText), 'it says so');
    assert.equal(await inside.evaluate(() => document.querySelector('.arrival a[target=_blank]').href), page.server.address);
    await page.evaluate(() => document.getElementById('paste').focus());
    await page.page.keyboard.down('Control');
    await page.page.keyboard.press('v', suite.kind === 'chromium' ? { commands: ['Paste'] } : {});
    await page.page.keyboard.up('Control');
    const text = await page.until(() => document.getElementById('paste').value, 'what is in the clipboard');
    assert.deepEqual(readdirSync(suite.downloads), [], 'nothing arrived');
    await inside.click('button', /^It is there/);
    await inside.until(() => /Last saved to a file on/.test(document.querySelector('main').innerText), 'it counts');
    await opensExactly(visit, text, 'Typed “here” & there.');
  });

  for (const [how, prepare] of Object.entries(REFUSALS)) {
    // Another one in each browser, and all of them with LONG.
    const own = suite.kind === 'chromium' ? 'it throws' : 'there is none';
    suite.test(`a clipboard that takes nothing, as ${how}: the text is shown to be copied by hand, and opens again exactly`, { skip: !LONG && ![own, 'it is refused'].includes(how), shared: false }, async visit => {
      const page = await visit.start({ prepare });
      await begin(page, { keep: false });
      await page.type('words', 'Typed “here” & there.');
      await handOut(page);
      await copy(page);
      await page.find('textbox', /^The browser does not let the page copy it\. .* save it as .*\.json\.$/);
      const chosen = await page.until(() => {
        const field = document.activeElement;
        return field.matches('.by-hand') && { text: field.value, all: field.selectionStart === 0 && field.selectionEnd === field.value.length, fixed: field.readOnly };
      }, 'it has the focus');
      assert.deepEqual({ all: chosen.all, fixed: chosen.fixed }, { all: true, fixed: true });
      await opensExactly(visit, chosen.text, 'Typed “here” & there.');
    });
  }

  suite.test('a file that was handed out and not said to be there: leaving asks, and afterwards it does not', async visit => {
    const page = await visit.start();
    await begin(page, { keep: false });
    await page.type('words', 'Only here.');
    await handOut(page);
    assert.match(await page.text('main'), /A file was handed to your browser on .* Say below whether it is there\./);
    await page.reload();
    assert.equal(page.asked, 'beforeunload', 'nobody said that it is there');

    page.asked = undefined;
    await begin(page, { keep: false });
    await page.type('words', 'Only here.');
    await handOut(page);
    await page.click('button', /^It is there/);
    await page.until(() => /Last saved to a file on/.test(document.querySelector('main').innerText), 'it counts');
    assert.equal((await page.focus()).id, 'save-file', 'the focus stays beside');
    await page.until(() => /Noted: it is saved to a file\./.test(document.body.textContent), 'it is told');
    await page.reload();
    assert.equal(page.asked, undefined, 'it is in a file');
  });

  suite.test('the question before leaving can be answered by saying that the file is there', async visit => {
    const page = await visit.start();
    await begin(page, { keep: false });
    await page.type('words', 'Only here.');
    await handOut(page);
    await go(page, '', /./);
    await page.click('button', 'Start an assessment');
    await page.find('dialog', /^Leave .* without keeping it\?/);
    assert.match(await page.text('dialog'), /All of it is in .*\.json, which was handed to your browser\./);
    await page.click('button', 'The file is there: leave');
    await page.screen('Two choices, then the first question');
    await page.gone('dialog', /./);
  });

  suite.test('a save file from the list counts once it is said to be there', async visit => {
    const page = await visit.start();
    await begin(page, { company: 'Tidewell' });
    await page.reload();
    await go(page, '', /./);
    await page.reload();
    const shelf = () => page.text('section.shelf');
    await page.click('button', /^More /);
    await page.click('button', /^Save to a file/);
    await page.until(HANDED_OUT, 'it is handed out');
    assert.match(await shelf(), /Not yet saved to a file\./);
    await page.click('button', /^It is there/);
    await page.until(() => /Last saved to a file today/.test(document.querySelector('section.shelf').innerText), 'the list says so');
    await page.until(() => !/Checked and handed/.test(document.querySelector('main').innerText), 'it is asked about no more');
  });

  suite.test('of a packed file it is said what can be copied instead', async visit => {
    const page = await visit.start();
    await begin(page);
    await go(page, 'download', 'Download');
    await page.click('button', 'Save Report as a Word document');
    await page.click('button', /^Nothing arrived\?/);
    assert.match(await page.text('.arrival'), /packed and cannot be copied as text\. Where HTML, Markdown or JSON/);
    assert.equal(await page.seek('button', /^Copy as text/), null);
    assert.equal(await page.seek('button', /^It is there/), null, 'no save file');
  });
});
