// Reports on paper: printed from the page and from the HTML file they are the same, and short enough to
// be read, on A4 and Letter, from right to left, too; the page for those who decide is one page in every font.
//
//   REPORTS  a folder that `cargo xtask reports` has written
//   FONTS    a folder with a configuration for each of the fonts that are tried alone

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './harness/browsers.mjs';
import { LONG, Visit, inBrowsers } from './harness/suite.mjs';
import { go, openSave, withSave } from './harness/ways.mjs';

const { REPORTS, FONTS } = process.env;
const SKIP = !(REPORTS && FONTS) && 'REPORTS and FONTS are not set';
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

/** What is written from right to left: as the page and the file would be in such a language. */
const fromRight = () => {
  document.documentElement.dir = 'rtl';
  for (const one of document.querySelectorAll('[dir=ltr]')) one.dir = 'rtl';
};

/** Prints what stands in a page of the browser. Firefox takes the size of the paper from its window alone. */
async function onPaper(visit, page, name, { paper = 'a4', right = false } = {}) {
  if (right) await page.evaluate(fromRight);
  const sized = visit.kind === 'chromium' ? { preferCSSPageSize: true } : {};
  return visit.file(`${name}.${paper}${right ? '.right' : ''}.pdf`, await page.pdf({ format: paper, timeout: 60_000, ...sized }));
}

/** The page, once it prints. */
async function printing(page) {
  await go(page, 'download', 'Download');
  await page.click('button', 'Print');
  await page.until(() => globalThis.prints >= 1, 'the print window');
  return page.page;
}

/** The HTML file, opened. */
async function opened(browser, name) {
  const report = await browser.newPage();
  await report.goto(pathToFileURL(join(REPORTS, `${name}.complete.html`)).href);
  return report;
}

/** The report printed from the page and from the file: the same words on as many pages, no line over another, the
 *  part for those who decide on one page. Returns the pages. */
function alike(fromPage, file, name, { right = false }) {
  const [one, other] = [fromPage, file].map(pages);
  // The day on which it is printed stands on it.
  const undated = text => text.replace(/\d{1,2} [A-Z]\w+ 2\d{3}/g, 'that day').replace(/\s+/g, ' ');
  // Of what goes from right to left, in which order it is read, and where a word ends, is guessed from where it stands.
  const told = text => (right ? [...undated(text).replaceAll(' ', '')].sort().join('') : undated(text));
  assert.equal(one.length, other.length, 'as many pages from the page as from the file');
  for (const [at, text] of one.entries()) {
    const [words, others] = [told(text), told(other[at])];
    const from = [...words].findIndex((letter, place) => letter !== others[place]);
    assert.ok(words === others, `page ${at + 1}: “${words.slice(from, from + 80)}” and “${others.slice(from, from + 80)}”`);
  }
  for (const pdf of [fromPage, file]) {
    const size = statSync(pdf).size;
    assert.ok(size < MOST, `${size} bytes`);
  }
  assert.deepEqual(lines(file).flatMap(overlapping), []);
  onePage(file, name);
  return one;
}

/** The part for those who decide is the second page, and nothing but it. */
function onePage(pdf, name) {
  const { begins, firsts, next, expected } = board(pdf, name);
  assert.equal(begins, 1, `${basename(pdf)} has one page before it: ${firsts.slice(0, 4).join(' | ')}`);
  assert.ok(next.startsWith(expected), `${basename(pdf)}: behind it stands “${next}”`);
}

/** On which papers a report is printed: all of them with LONG, and else one of each kind. From right to left
 *  comes last, as it stays. */
function papers(kind, form) {
  const all = [{ paper: 'a4' }, { paper: 'letter' }, { paper: 'a4', right: true }];
  if (LONG) return [...all, { paper: 'letter', right: true }];
  if (kind === 'firefox') return form === 'short' ? all.slice(0, 1) : [];
  return form === 'short' ? all : all.slice(0, 2);
}

inBrowsers('paper', {}, suite => {
  for (const [form, most] of [['short', 10], ['complete', 29]]) {
    const name = `paper-${form}`;
    const tried = papers(suite.kind, form);
    suite.test(`${name}: ${most} pages at most, the same from the page and from the file, and no line over another`, { skip: SKIP || (tried.length === 0 && 'only with LONG') }, async visit => {
      const page = await printing(await withSave(visit, saved(name)));
      const file = await opened(visit.context, name);
      for (const how of tried) {
        const made = [await onPaper(visit, page, `${name}.page`, how), await onPaper(visit, file, `${name}.file`, how)];
        const told = alike(...made, name, how);
        assert.ok(told.length <= most, `${told.length} pages on ${JSON.stringify(how)}`);
        const last = told.at(-1).trim().split('\n');
        assert.ok(how.paper !== 'a4' || last.length > 6, `the last page holds ${last.length} lines`);
      }
      await file.close();
    });
  }

  const shrinks = SKIP || (suite.kind !== 'firefox' && 'Firefox alone makes smaller what is wider than the paper');
  suite.test('a saved report is printed as large as from the page', { skip: shrinks }, async visit => {
    const name = 'paper-complete';
    const page = await printing(await withSave(visit, saved(name)));
    const file = await opened(visit.context, name);
    const heading = pdf => {
      // The contents name it in smaller letters.
      const named = lines(pdf).flat().filter(line => line.text.startsWith('Gaps, the most severe'));
      return Math.max(...named.map(line => line.bottom - line.top));
    };
    const [one, other] = [heading(await onPaper(visit, page, `${name}.page`)), heading(await onPaper(visit, file, `${name}.file`))];
    await file.close();
    assert.ok(Math.abs(one - other) < 0.05, `a heading is ${one} high from the page, and ${other} from the file`);
  });

  const skip = SKIP || (suite.kind === 'firefox' && !LONG && 'only with LONG');
  suite.test('the page for those who decide is one page from the page and from the file in every font, with everything at its longest', { skip }, async visit => {
    const before = process.env.FONTCONFIG_FILE;
    for (const font of readdirSync(FONTS).filter(file => file.endsWith('.conf'))) {
      process.env.FONTCONFIG_FILE = join(FONTS, font);
      const browser = await launch(suite.kind, { proxy: suite.proxy, downloads: suite.downloads });
      const other = new Visit(Object.assign(Object.create(suite), { browser }));
      try {
        await other.begin();
        const page = await other.start();
        const name = 'paper-full-page';
        await openSave(other, page, saved(name));
        const printed = await onPaper(other, await printing(page), `${name}.page.${basename(font)}`);
        onePage(printed, name);
        // Letter is lower than A4, and DejaVu the widest. To the letter is little less than longer.
        const limits = LONG || font === 'dejavu.conf';
        for (const name of ['paper-full-page', ...(limits ? ['paper-full-limits'] : [])]) {
          const file = await opened(other.context, name);
          for (const how of LONG ? [{ paper: 'a4' }, { paper: 'letter' }] : [{ paper: 'letter' }]) {
            const pdf = await onPaper(other, file, `${name}.file.${basename(font)}`, how);
            onePage(pdf, name);
            if (suite.kind === 'chromium' && how.paper === 'a4') hasFoot(pdf);
          }
          await file.close();
        }
        if (suite.kind === 'chromium') hasFoot(printed);
      } finally {
        await other.end();
        await browser.close();
        if (before === undefined) delete process.env.FONTCONFIG_FILE;
        else process.env.FONTCONFIG_FILE = before;
      }
    }
  });
});

/** The foot of each page of A4 is one line, and the number of the page stands beside it. Chromium alone has it. */
function hasFoot(pdf) {
  for (const [at, page] of lines(pdf).entries()) {
    const foot = page.filter(line => line.top > 800).sort((one, other) => one.left - other.left);
    assert.match(foot.map(line => line.text).join('|'), new RegExp(`^Tidewell.*… ·[^|]*\\|${at + 1} / \\d+$`));
  }
}
