// Reports on paper: printed from the page and from the HTML file they are the same, and short enough to
// be read; the page for those who decide is one page in every font.
//
//   REPORTS  a folder that `cargo xtask reports` has written
//   FONTS    a folder with a configuration for each of the fonts that are tried alone

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './harness/browsers.mjs';
import { Visit, inBrowsers } from './harness/suite.mjs';
import { go, openSave, withSave } from './harness/ways.mjs';

const { REPORTS, FONTS } = process.env;
const SKIP = !(REPORTS && FONTS) && 'REPORTS and FONTS are not set';
const A4 = { format: 'a4', preferCSSPageSize: true, timeout: 60_000 };
const MOST = 2_000_000;

const saved = name => readFileSync(join(REPORTS, `${name}.json`), 'utf8');

const headings = name => {
  const report = JSON.parse(readFileSync(join(REPORTS, `${name}.complete.report.json`), 'utf8'));
  return report.parts.map(part => ({ kind: part.kind, heading: part.heading }));
};

/** The text of each page of a PDF. */
const pages = pdf => execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);

/** Lines of a PDF with the boxes in which they stand, page by page. */
function lines(pdf) {
  const told = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return told.split('<page ').slice(1).map(page =>
    [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs)].map(([, ...found]) => {
      const [left, top, right, bottom] = found.slice(0, 4).map(Number);
      return { left, top, right, bottom, text: found[4].replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim() };
    }));
}

/** Lines that stand over each other: more than a third of the lower one's height in common, and some of
 *  their width. */
function overlapping(page) {
  const found = [];
  page.forEach((one, at) => page.slice(at + 1).forEach(other => {
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    if (wide > 2 && high > Math.min(one.bottom - one.top, other.bottom - other.top) / 2) found.push([one.text, other.text]);
  }));
  return found;
}

/** Where the part for those who decide begins, and what stands at the head of the page behind it. */
function board(pdf, name) {
  const parts = headings(name);
  const at = parts.findIndex(part => part.kind === 'board');
  const firsts = lines(pdf).map(page => page.reduce((one, other) => (other.top < one.top ? other : one)).text);
  const begins = firsts.findIndex(first => first.startsWith(parts[at].heading));
  return { begins, firsts, next: firsts[begins + 1] ?? '', expected: parts[at + 1].heading };
}

/** Prints what the page prints. */
async function printed(visit, page, name) {
  await go(page, 'download', 'Download');
  await page.click('button', 'Print');
  await page.until(() => globalThis.prints >= 1, 'the print window');
  const path = visit.file(`${name}.page.pdf`, await page.page.pdf(A4));
  return path;
}

async function printedFile(visit, browser, html, name) {
  const report = await browser.newPage();
  await report.goto(pathToFileURL(html).href);
  const path = visit.file(`${name}.file.pdf`, await report.pdf(A4));
  await report.close();
  return path;
}

inBrowsers('paper', {}, suite => {
  const skip = SKIP || (suite.kind === 'firefox' && 'Chromium alone has margin boxes, and says how many pages there are');

  for (const [name, most] of [['paper-short', 10], ['paper-complete', 25]]) {
    suite.test(`${name}: ${most} pages at most, the same from the page and from the file, and no line over another`, { skip }, async visit => {
      const page = await withSave(visit, saved(name));
      const fromPage = await printed(visit, page, name);
      const file = await printedFile(visit, visit.context, join(REPORTS, `${name}.complete.html`), name);
      const [one, other] = [fromPage, file].map(pages);
      assert.ok(one.length <= most, `${one.length} pages`);
      // The day on which it is printed stands on it.
      const undated = text => text.replace(/\d{1,2} [A-Z]\w+ 2\d{3}/g, 'that day').replace(/\s+/g, ' ');
      assert.equal(one.length, other.length, 'as many pages from the page as from the file');
      for (const [at, text] of one.entries()) {
        const [words, others] = [undated(text), undated(other[at])];
        const from = [...words].findIndex((letter, place) => letter !== others[place]);
        assert.ok(words === others, `page ${at + 1}: “${words.slice(from, from + 80)}” and “${others.slice(from, from + 80)}”`);
      }
      for (const pdf of [fromPage, file]) {
        const size = statSync(pdf).size;
        assert.ok(size < MOST, `${size} bytes`);
      }
      assert.deepEqual(lines(file).flatMap(overlapping), []);
      const last = one.at(-1).trim().split('\n');
      assert.ok(last.length > 6, `the last page holds ${last.length} lines`);
    });
  }

  suite.test('the page for those who decide is one page from the page and from the file in every font, with everything at its longest', { skip }, async visit => {
    const name = 'paper-full-page';
    const before = process.env.FONTCONFIG_FILE;
    for (const font of readdirSync(FONTS).filter(file => file.endsWith('.conf'))) {
      process.env.FONTCONFIG_FILE = join(FONTS, font);
      const browser = await launch(suite.kind, { proxy: suite.proxy, downloads: suite.downloads });
      const other = new Visit(Object.assign(Object.create(suite), { browser }));
      try {
        await other.begin();
        const page = await other.start();
        await openSave(other, page, saved(name));
        const made = [
          await printed(other, page, `${name}.${basename(font)}`),
          await printedFile(other, other.context, join(REPORTS, `${name}.complete.html`), `${name}.${basename(font)}`),
        ];
        for (const pdf of made) {
          const { begins, firsts, next, expected } = board(pdf, name);
          assert.equal(begins, 1, `${basename(pdf)} has one page before it: ${firsts.slice(0, 4).join(' | ')}`);
          assert.ok(next.startsWith(expected), `${basename(pdf)}: behind it stands “${next}”`);
          // The foot is one line, and the number of the page stands beside it.
          for (const [at, page] of lines(pdf).entries()) {
            const foot = page.filter(line => line.top > 800).sort((one, other) => one.left - other.left);
            assert.match(foot.map(line => line.text).join('|'), new RegExp(`^Tidewell.*… ·[^|]*\\|${at + 1} / \\d+$`));
          }
        }
      } finally {
        await other.end();
        await browser.close();
        if (before === undefined) delete process.env.FONTCONFIG_FILE;
        else process.env.FONTCONFIG_FILE = before;
      }
    }
  });
});
