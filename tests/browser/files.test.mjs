// Files: what is saved opens again as it was, here and elsewhere; what is no save file gets a
// sentence and changes nothing; what goes out says no more than it may.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { Parser } from 'commonmark';
import { unpacked } from './harness/package.mjs';
import { HOSTILE, SECRETS, answer, full, save, typed } from './harness/sample.mjs';
import { LONG, ROOT, inBrowsers } from './harness/suite.mjs';
import { go, openSave, reports, saveFile, withSave } from './harness/ways.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'docs/save-format.schema.json'), 'utf8'));
const validate = new Ajv({ strict: false }).compile(SCHEMA);
const REPORT_SCHEMA = JSON.parse(readFileSync(join(ROOT, 'docs/report-format.schema.json'), 'utf8'));
const validateReport = new Ajv({ strict: false, validateFormats: false }).compile(REPORT_SCHEMA);

/** All of a save file but when it was saved. */
const content = text => {
  const file = JSON.parse(text);
  delete file.head.saved_to_file;
  return file;
};

/** Files that are no save file of this page, and what is said about each. */
const WRONG = {
  'empty.json': ['', /It is empty/],
  'text.json': ['Dear all, here is the file.', /It is not a save file of this page/],
  'picture.json': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0, 1]), /It is not a save file of this page/],
  'foreign.json': ['{"name": "x", "dependencies": {}}', /(another program made it|It is not a save file of this page)/],
  'list.json': ['[1, 2, 3]', /(another program made it|It is not a save file of this page)/],
  'newer.json': [JSON.stringify({ ...full(), version: 99, more: 1 }), /newer version of this page: its format has version 99, and this page reads up to 4\. Open it with the newer page/],
  'newer-questions.json': [JSON.stringify(save({ catalogue_version: '99.0.0' })), /a newer version of the questions, 99\.0\.0, and this page asks version [\d.]+\. Open it with the newer page/],
  'new-field.json': [JSON.stringify(full()).replace('"company":', '"owner":"Sales","company":'), /It is whole, but at line \d+, column \d+ it holds something that this page does not know/],
  'cut.json': [JSON.stringify(full(), null, 2).slice(0, 900), /It is damaged at line \d+, column \d+/],
  'changed.json': [JSON.stringify(full()).replace('"step":4', '"step":9'), /It is damaged at line \d+, column \d+/],
  'other-bank.json': [JSON.stringify(save({ catalogue: 'somebody-elses' })), /another set of questions \(somebody-elses\)/],
  'huge.json': [Buffer.alloc(21 * 1024 * 1024, 0x20), /larger than any save file can be/],
};

/** Tables and workbooks hold no reasons for which tensions were set aside. */
const NOT_TOLD = { csv: ['dismissal'], xlsx: ['dismissal'] };
const tells = (format, what) => !NOT_TOLD[format]?.includes(what);

/** A text without what is shown as something else or not at all. */
const shown = text => text.replace(/[\p{C}\s\ufffd]/gu, '');

/** The title of the document before it is printed, meanwhile and afterwards. */
function titles() {
  const before = document.title;
  dispatchEvent(new Event('beforeprint'));
  const printed = document.title;
  dispatchEvent(new Event('afterprint'));
  return { before, printed, after: document.title };
}

/** Opens a page from the disk, in a profile of its own: it asks for nothing, runs nothing, fits the
 *  window, and axe finds nothing. */
async function opensByItself(visit, html, look) {
  const address = pathToFileURL(visit.file('report.html', html.bytes)).href;
  const alone = await visit.suite.browser.createBrowserContext();
  try {
    const report = await alone.newPage();
    const asked = [];
    const complaints = [];
    report.on('request', request => asked.push(request.url()));
    report.on('console', message => complaints.push(message.text()));
    report.on('pageerror', error => complaints.push(String(error)));
    report.on('dialog', dialog => {
      complaints.push(dialog.message());
      dialog.dismiss().catch(() => {});
    });
    await report.goto(address);
    assert.deepEqual(asked.filter(url => url !== address && !url.startsWith('data:')), []);
    assert.equal(await report.evaluate(() => document.documentElement.lang), 'en');
    assert.ok(await report.evaluate(() => document.title.length > 0));
    for (const width of [320, 1280]) {
      await report.setViewport({ width, height: 900 });
      const wide = await report.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `sideways at ${width} px`);
    }
    await look(report);
    await report.evaluate(AXE);
    const found = await report.evaluate(async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]));
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    assert.equal(report.url(), address);
  } finally {
    await alone.close();
  }
}

/** What is left of a sheet of paper inside the margins of a report, in CSS pixels. */
const PAPER = { A4: { width: 657, height: 982 }, Letter: { width: 679, height: 916 } };

/** The first page, and the one for those who decide, take a page each. */
async function fitsPaper(report) {
  await report.emulateMediaType('print');
  for (const [name, paper] of Object.entries(PAPER)) {
    await report.setViewport(paper);
    for (const part of ['.cover', '.of-board']) {
      const height = await report.$eval(part, element => element.getBoundingClientRect().height);
      assert.ok(height > 0 && height <= paper.height, `${part} on ${name}: ${height} px`);
    }
  }
  await report.emulateMediaType('screen');
}

inBrowsers('files', { shared: true }, suite => {
  suite.test('an assessment opens elsewhere exactly as it was saved, by dialog and by drop', { shared: false }, async visit => {
    const sample = full();
    const page = await withSave(visit, sample);
    await go(page, 'download', 'Download');
    const saved = await saveFile(visit, page);
    assert.match(saved.name, /\.json$/);
    assert.equal(validate(JSON.parse(saved.text)), true, JSON.stringify(validate.errors));
    assert.deepEqual(content(saved.text), content(JSON.stringify(sample)));
    await page.until(() => /Checked and handed to your browser: \d+ KB/.test(document.querySelector('main').innerText), 'said');

    for (const way of ['dialog', 'drop']) {
      // A profile that has never seen it.
      const context = await suite.browser.createBrowserContext({ downloadBehavior: { policy: 'allow', downloadPath: suite.downloads } });
      const before = visit.context;
      visit.context = context;
      try {
        const other = await visit.start();
        if (way === 'dialog') await openSave(visit, other, saved.text);
        else {
          await other.drop('saved.json', saved.text);
          await other.click('button', 'Keep on this device');
          await other.kept();
        }
        await other.reload();
        await go(other, 'download', 'Download');
        const again = await saveFile(visit, other);
        assert.deepEqual(content(again.text), content(saved.text), way);
        await other.checkQuiet();
      } finally {
        visit.pages.splice(1);
        await context.close();
        visit.context = before;
      }
    }
  });

  suite.test('what is no save file gets a sentence, and nothing is touched', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'download', 'Download');
    const before = await saveFile(visit, page);
    for (const [name, [bytes, said]] of Object.entries(WRONG)) {
      const path = visit.file(name, bytes);
      // The notice of the file before has a field of its own; the start screen has one always.
      await go(page, '', /./);
      await page.choose('open', path);
      await page.find('alert', new RegExp(`^“${name.replace('.', '\\.')}” was not opened\\. .*${said.source}`));
      assert.match(await page.text('main .notices'), /has not been touched/);
      assert.equal(await page.text('header .subject'), full().head.product);
    }
    await go(page, 'download', 'Download');
    const after = await saveFile(visit, page);
    assert.deepEqual(content(after.text), content(before.text));
    await page.reload();
    assert.deepEqual(content((await saveFile(visit, page)).text), content(before.text));
  });

  suite.test('a file of the open assessment can replace it, or be opened beside it', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    await page.type('note', ' Newer here.');
    await page.kept();
    await go(page, '', /./);
    await page.choose('open', visit.file('older.json', JSON.stringify(full())));
    await page.find('dialog', 'This assessment is on this device already');
    await page.click('button', 'Open nothing');
    await page.gone('dialog', /./);
    await page.choose('open', visit.file('older.json', JSON.stringify(full())));
    await page.click('button', 'Open the file beside it');
    await page.click('button', 'Keep on this device');
    await page.kept();
    await go(page, 'embed-commit-end-use');
    assert.equal(await page.value('note'), 'The open note says this.');
    await go(page, '', /./);
    await page.until(() => document.querySelectorAll('section.shelf .rows li').length === 2, 'both are there');
    await page.choose('open', visit.file('older.json', JSON.stringify(full())));
    await page.click('button', 'Replace the one on this device');
    await page.gone('dialog', /./);
    await page.kept();
    await go(page, 'embed-commit-end-use');
    assert.equal(await page.value('note'), 'The open note says this.');
    await go(page, '', /./);
    await page.until(() => document.querySelectorAll('section.shelf .rows li').length === 2, 'still two');
  });

  suite.test('of an assessment that is kept nowhere, its file does not say that it is on this device, and can replace what is in the tab', async visit => {
    const page = await withSave(visit, full(), { keep: false });
    await go(page, 'embed-commit-end-use');
    await page.type('note', ' Newer here.');
    await go(page, '', /./);
    const again = () => page.choose('open', visit.file('older.json', JSON.stringify(full())));
    await again();
    await page.find('dialog', 'This assessment is open in this tab already');
    assert.doesNotMatch(await page.text('dialog'), /device|beside/);
    assert.match((await page.focus()).text, /^Open nothing/);
    await page.key('Enter');
    await page.gone('dialog', /./);
    await go(page, 'embed-commit-end-use');
    assert.match(await page.value('note'), / Newer here\.$/);
    await go(page, '', /./);
    await again();
    await page.click('button', 'Replace the one in this tab');
    await page.gone('dialog', /./);
    await go(page, 'embed-commit-end-use');
    assert.equal(await page.value('note'), 'The open note says this.');
  });

  // The worker that writes it is the same program in both.
  suite.test('a copy for sharing tells nothing that it must not', { skip: suite.kind !== 'chromium' && !LONG, shared: false }, async visit => {
    // Chromium hands out ten files a tab before somebody has to allow more: a tab for each copy.
    const open = async () => {
      const page = await withSave(visit, full(), { keep: null });
      await go(page, 'download', 'Download');
      return page;
    };
    const complete = await reports(visit, await open());
    assert.equal(validateReport(JSON.parse(complete.json.text)), true, JSON.stringify(validateReport.errors));
    for (const [format, file] of Object.entries(complete)) {
      for (const [what, secret] of Object.entries(SECRETS).filter(([what]) => tells(format, what))) {
        assert.ok(file.text.includes(secret), `the complete ${format} holds ${what}, so that its absence means something`);
      }
      assert.ok(!file.name.includes('for-sharing') && !file.name.includes('for sharing'));
    }

    const check = async (names, allowed, about) => {
      const page = await open();
      await page.click('radio', /^Others: for sharing/);
      for (const name of names) await page.click('checkbox', name);
      const files = await reports(visit, page);
      assert.equal(validateReport(JSON.parse(files.json.text)), true, JSON.stringify(validateReport.errors));
      for (const [format, file] of Object.entries(files)) {
        for (const [what, secret] of Object.entries(SECRETS)) {
          assert.equal(file.bytes.includes(secret), allowed.includes(what) && tells(format, what), `${what} in ${format}, ${about}`);
          assert.ok(!file.name.toUpperCase().includes(secret), `${what} in the file name`);
        }
        assert.match(file.text, /Answers may be left out of this copy\./);
        assert.match(file.text, /The open note says this\./);
        // One sheet of styles serves both kinds of copy.
        assert.doesNotMatch(file.text.replace(/<style>.*?<\/style>/s, ''), /confidential/i, `${format} does not say that anything is`);
      }
      // What is shown before it goes out, and printed, is the same.
      if (await page.seek('button', /^Show all that goes out/)) await page.click('button', /^Show all that goes out/);
      await page.until(() => !!document.querySelector('.going-out .paper'), 'what goes out');
      const shown = await page.evaluate(() => document.querySelector('.going-out').outerHTML);
      for (const [what, secret] of Object.entries(SECRETS)) {
        assert.equal(shown.includes(secret), allowed.includes(what), `${what} on the screen, ${about}`);
      }
      // So is the title that a PDF is given.
      const { printed, before, after } = await page.evaluate(titles);
      for (const [what, secret] of Object.entries(SECRETS)) {
        assert.ok(!printed.includes(secret) || allowed.includes(what), `${what} in “${printed}”, ${about}`);
      }
      assert.ok(printed && shown.includes(printed), `“${printed}” stands on the paper`);
      assert.equal(after, before);
    };
    await check([], [], 'no names');
    await check(['the company'], ['company'], 'the company');
    await check(['the product', 'who answered'], ['product', 'person', 'other', 'couldKnow', 'tacticKnow', 'owner', 'needs'], 'the product and who answered');
  });

  suite.test('what the screen says and what it hands out are the same, also where a translator has rewritten the page', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'download', 'Download');
    // The foot is that of all screens, and says nothing of copies.
    const unasked = await page.evaluate(() => [...document.querySelectorAll('main h2, main button, main .hint, main .file')].filter(one => one.checkVisibility() && !one.closest('[translate="no"], main > .go')).map(one => one.textContent));
    assert.deepEqual(unasked, [], 'the whole screen asks not to be translated');
    // As translators do that do not listen: each text is moved into elements of their own.
    const translate = () => page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('font')) texts.push(walker.currentNode);
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
      return texts.length;
    });
    const says = () => page.evaluate(() => [document.querySelector('#reports').textContent, document.querySelector('aside').textContent].join(' '));
    const choices = [[/^Others: for sharing/, true], [/^Us: everything/, false], [/^Others: for sharing/, true]];
    for (const [choice, sharing] of choices) {
      assert.ok(await translate() > 0);
      await page.click('radio', choice);
      await page.until(sharing => document.querySelector('#reports').textContent === (sharing ? 'Report, for sharing' : 'Report, complete'), 'the heading', sharing);
      assert.equal(/Answers may be left out of this copy/.test(await says()), sharing);
      assert.equal(/This copy is for you/.test(await says()), !sharing);
      const html = await visit.download(() => page.click('button', 'Save Report'));
      assert.equal(html.text.includes(SECRETS.note), !sharing, 'the file is the one that was said');
      assert.equal(/Answers may be left out of this copy/.test(html.text), sharing);
    }
  });

  // Firefox writes no PDF with a title for a test.
  suite.test('a PDF for sharing has the title of the report, without the name that is left out', { skip: suite.kind === 'firefox', shared: false }, async visit => {
    const page = await withSave(visit, save({ company: 'Unsaid Systems', answers: [answer('embed-gov-exec', { choice: { step: 2 } })] }));
    await go(page, 'download', 'Download');
    await page.click('radio', /^Others: for sharing/);
    await page.click('button', 'Print');
    await page.until(() => globalThis.prints === 1, 'the print window');
    const pdf = Buffer.from(await page.page.pdf()).toString('latin1');
    const [, title] = /\/Title \((.*?)\)\n/.exec(pdf);
    assert.equal(title, await page.evaluate(() => document.querySelector('.paper h1').textContent));
    assert.doesNotMatch(title, /Unsaid/);
  });

  suite.test('the report as a page opens by itself: no request, no script, nothing for axe', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'download', 'Download');
    for (const copy of [/^Us: everything/, /^Others: for sharing/]) {
      await page.click('radio', copy);
      const html = await visit.download(() => page.click('button', 'Save Report'));
      assert.doesNotMatch(html.text, /<script|javascript:| on\w+=|<link|@import|url\((?!["']?data:)|<iframe|<object|<embed/i);
      // Firefox does not let a test look at a page as it is printed.
      await opensByItself(visit, html, suite.kind === 'chromium' ? fitsPaper : async () => {});
    }
  });

  suite.test('whatever was typed, the report as a page does nothing and says it', async visit => {
    const page = await withSave(visit, typed(HOSTILE));
    await go(page, 'download', 'Download');
    const html = await visit.download(() => page.click('button', 'Save Report'));
    await opensByItself(visit, html, async report => {
      const said = shown(await report.evaluate(() => document.body.textContent));
      for (const text of HOSTILE) assert.ok(said.includes(shown(text)), JSON.stringify(text));
      assert.equal(await report.evaluate(() => document.querySelectorAll('script, img, iframe, form, base, link, math, [onload], [onerror]').length), 0);
    });
  });

  suite.test('the report as text is plain Markdown for any parser, whatever was typed', async visit => {
    const nasty = '# not a heading\n* no list\n1. none\n> none\n`code` **bold** <b onclick=x>html</b> [link](http://x) ![p](http://x)\n---\n| a | b |\n&amp; \\* http://auto.example <http://angle.example>';
    const sample = save({
      company: '*Stars* & <Co> [x](y)',
      answers: [
        answer('embed-commit-end-use', { choice: { step: 2 }, note: nasty, evidence: [{ kind: 'data', place: '[here](http://x) `a`', as_of: '<i>May</i>' }] }),
        answer('embed-thinking-first-risk', { words: nasty }),
      ],
    });
    const page = await withSave(visit, sample);
    await go(page, 'download', 'Download');
    const markdown = await visit.download(() => page.click('button', 'Save Report as plain text'));
    const headings = [];
    const texts = [];
    const walker = new Parser().parse(markdown.text).walker();
    for (let step = walker.next(); step; step = walker.next()) {
      const { node, entering } = step;
      if (!entering) continue;
      assert.ok(!['html_block', 'html_inline', 'image'].includes(node.type), `${node.type}: ${node.literal ?? node.destination}`);
      if (node.type === 'link') assert.match(node.destination, /^#/, 'only links within the file');
      if (node.type === 'heading') headings.push(node.level);
      if (node.literal) texts.push(node.literal);
    }
    assert.equal(headings[0], 1);
    assert.equal(headings.filter(level => level === 1).length, 1);
    headings.reduce((before, level) => (assert.ok(level <= before + 1, `a heading of level ${level} after ${before}`), level));
    const all = texts.join('');
    for (const line of nasty.split('\n')) assert.ok(all.includes(line), `as typed: ${line}`);
    assert.ok(all.includes('*Stars* & <Co> [x](y)'));
    assert.ok(all.includes('[here](http://x) `a`') && all.includes('<i>May</i>'));
  });

  suite.test('the blank questionnaire can be had before anything is begun', async visit => {
    const page = await visit.start();
    await page.click('link', 'Read all questions');
    await page.screen('All questions');
    await page.until(() => !!document.querySelector('.blank .paper'), 'the questions');
    for (const format of ['HTML', 'Markdown', 'XLSX', 'CSV', 'JSON']) {
      const file = await visit.download(() => page.click('button', new RegExp(`${format}`)));
      assert.match(['XLSX', 'CSV'].includes(format) ? unpacked(file.bytes).text : file.text, /B5|prevent/);
    }
  });
});
