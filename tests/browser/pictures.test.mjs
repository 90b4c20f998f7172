// The pictures of README.md: each shows the words that stand on its screen today. `cargo xtask pictures`
// takes them anew, by this same file.
//
//   REPORTS   a folder that `cargo xtask reports` has written
//   PICTURES  where to put pictures, and the sums of their words, instead of comparing

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, it } from 'node:test';
import { BROWSERS } from './harness/browsers.mjs';
import { inFewColours, pixels } from './harness/few-colours.mjs';
import { ROOT, inBrowsers } from './harness/suite.mjs';
import { go, openSave } from './harness/ways.mjs';

const { REPORTS, PICTURES } = process.env;
const SKIP = !REPORTS && 'REPORTS is not set';
const FOLDER = PICTURES ?? join(ROOT, 'docs/images');
const LIST = join(FOLDER, 'pictures.toml');

/** Bytes that each may have. */
const LIMIT = 100_000;

/** Days that are overdue are so from here; the examples are of the weeks before. */
const TODAY = Date.UTC(2026, 10, 24, 12);

const PLACES = 'nav.places .places-list';

/**
 * Each: whose assessment, which place, how large a window, which words tell that the screen is whole, and in
 * which of its elements the words stand that the picture is compared by. They are the first of each.
 */
const PICTURED = [
  {
    name: 'question',
    example: 'orrin-vision',
    place: 'prevent-customer-check',
    size: { width: 1200, height: 976 },
    whole: ['aside.help', /Why it matters/],
    words: [PLACES, 'main .title', '#prevent-customer-check', 'aside.help'],
  },
  {
    name: 'result',
    example: 'orrin-vision',
    place: 'result',
    size: { width: 1200, height: 1370 },
    whole: ['.findings', /Where each answer stands/],
    words: [PLACES, 'main .title', 'nav.contents-line', '.findings .parts > .alone'],
  },
  {
    name: 'plan',
    example: 'orrin-vision',
    place: 'plan',
    size: { width: 1200, height: 1370 },
    // The reasons come from the worker, after the actions.
    whole: ['.when', /Touches R1[^]*Touches R1[^]*Touches R1/],
    words: [PLACES, 'main .title', '.when'],
  },
];

/** The day, and the language of days, are those of the pictures and not of who takes them. */
const onThatDay = today => {
  const { Date: Clock } = globalThis;
  const ahead = today - Clock.now();
  globalThis.Date = class extends Clock {
    constructor(...given) {
      if (given.length) super(...given);
      else super(Clock.now() + ahead);
    }

    static now() {
      return Clock.now() + ahead;
    }
  };
  Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['en-GB', 'en'], configurable: true });
};

const sum = bytes => createHash('sha256').update(bytes).digest('hex');

/** What stands in the list of pictures: by name, the sum of the words and that of the file. */
const listed = text => Object.fromEntries([...text.matchAll(/^\[(\S+)\]\nwords = "(\w+)"\nfile = "(\w+)"$/gm)].map(([, name, words, file]) => [name, { words, file }]));

const asList = all => `# What each picture shows, as sums: the words on its screen, and the file. \`cargo xtask pictures\` writes both.\n${
  all.map(([name, { words, file }]) => `\n[${name}]\nwords = "${words}"\nfile = "${file}"\n`).join('')}`;

const before = () => listed(existsSync(LIST) ? readFileSync(LIST, 'utf8') : '');

// Words are the same in both browsers, as far as they are drawn there; one of them takes the pictures.
if (BROWSERS.includes('chromium')) inBrowsers('pictures', {}, suite => {
  if (suite.kind !== 'chromium') return;
  for (const { name, example, place, size, whole, words } of PICTURED) {
    suite.test(`the picture of the ${name} shows the words of its screen`, { skip: SKIP }, async visit => {
      const page = await visit.page({ size, prepare: onThatDay, args: [TODAY] });
      await page.page.emulateTimezone('UTC');
      await page.open('');
      await openSave(visit, page, readFileSync(join(REPORTS, `${example}.json`), 'utf8'));
      await go(page, place, /./);
      const [element, tells] = whole;
      await page.until((element, tells) => new RegExp(tells).test(document.querySelector(element)?.innerText), `${tells} in ${element}`, element, tells.source);
      const shown = await page.evaluate(words => words.map(one => document.querySelector(one)?.innerText.replace(/\s+/g, ' ').trim() ?? ''), words);
      words.forEach((one, at) => assert.notEqual(shown[at], '', `no words in ${one}`));
      const file = join(FOLDER, `${name}.png`);
      if (PICTURES) {
        // What lies under the pointer is drawn in another way.
        await page.page.mouse.move(size.width - 1, size.height / 2);
        await page.evaluate(() => new Promise(done => {
          scrollTo(0, 0);
          document.activeElement.blur();
          requestAnimationFrame(() => requestAnimationFrame(done));
        }));
        const picture = inFewColours(Buffer.from(await page.page.screenshot()));
        writeFileSync(file, picture);
        const all = { ...before(), [name]: { words: sum(shown.join('\n')), file: sum(picture) } };
        writeFileSync(LIST, asList(PICTURED.filter(one => all[one.name]).map(one => [one.name, all[one.name]])));
      }
      const known = before()[name];
      assert.equal(sum(shown.join('\n')), known?.words, `docs/images/${name}.png shows other words than its screen has now; cargo xtask pictures takes it anew`);
      const picture = readFileSync(file);
      assert.equal(sum(picture), known.file, `docs/images/${name}.png is another file than pictures.toml names; cargo xtask pictures takes it anew`);
      assert.ok(picture.length <= LIMIT, `${picture.length} bytes`);
      assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [size.width, size.height]);
    });
  }
});

describe('pictures in few colours', { skip: !BROWSERS.includes('chromium') }, () => {
  it('areas keep their colour, and each filter of a row is read', () => {
    const white = [255, 255, 255];
    const green = [14, 83, 95];
    const drawn = Array.from({ length: 5 }, (_, y) => Array.from({ length: 7 }, (_, x) => ((x + 2 * y) % 3 ? white : green)));
    const filtered = drawn.map((row, filter) => [filter, ...row.flatMap((pixel, x) => pixel.map((value, part) => {
      const at = (x, y) => drawn[y]?.[x]?.[part] ?? 0;
      const [left, up, corner] = [at(x - 1, filter), at(x, filter - 1), at(x - 1, filter - 1)];
      const guess = left + up - corner;
      const paeth = [left, up, corner].reduce((best, one) => (Math.abs(guess - one) < Math.abs(guess - best) ? one : best));
      return (value - [0, left, up, (left + up) >> 1, paeth][filter]) & 255;
    }))]);
    const png = framed([7, 5, 2], Buffer.from(filtered.flat()));
    const { rows } = pixels(png);
    assert.deepEqual(rows.map(row => [...row]), drawn.map(row => row.flat()));
    const few = inFewColours(png);
    const palette = few.indexOf('PLTE');
    const colours = few.subarray(palette + 4, palette + 4 + few.readUInt32BE(palette - 4)).toString('hex').match(/.{6}/g);
    assert.deepEqual(colours.sort(), ['0e535f', 'ffffff']);
  });

  it('of colours that nobody can tell apart the most frequent one is kept', () => {
    const row = [0, ...[[255, 255, 255], [250, 250, 250], [255, 255, 255]].flat()];
    const few = inFewColours(framed([3, 1, 2], Buffer.from(row)));
    const palette = few.indexOf('PLTE');
    assert.equal(few.readUInt32BE(palette - 4), 3);
    assert.equal(few.toString('hex', palette + 4, palette + 7), 'ffffff');
  });
});

/** A PNG of these rows; its checksums are not looked at. */
function framed([width, height, type], body) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, type], 8);
  const part = (kind, bytes) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, Buffer.from(kind, 'latin1'), bytes, Buffer.alloc(4)]);
  };
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), part('IHDR', head), part('IDAT', deflateSync(body))]);
}
