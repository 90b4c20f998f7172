// Times of the app in Chromium beside the smallest page of its kind (xtask/floor) and beside its own
// start page without any script, with banks of 50, 500 and 5,000 questions, and of the files of an
// assessment in which every question has a note of 2,000 characters, and ten risks are at their limits. Run by `cargo xtask bench`, which
// builds what the variables name:
//
//   DIST, FLOOR, PLAIN               folders of finished pages
//   BANK_50, BANK_500, BANK_5000     the same with banks of so many questions
//   FULL                             the save file of that assessment
//   MOST                             the save file of one with everything at its bound
//   CHROMIUM                         the program
//   MINUTES                          how long all of it may take; 10 by default
//   ONLY                             `loading`, `acting`, `files` or `bounds`, while one works on it
//
// The processor is slowed 4 times. While pages load, the network gives 1.6 Mbit/s with 150 ms, and the
// server answers with brotli at quality 11, as a host would that compresses ahead. Files are written
// at full speed: their limits are stated for a common computer.
//
// What is compared is measured in turn, again and again, each round beginning with another one, until
// the 95 % interval of each ratio lies within 5 % of it (harness/steady.mjs says how it is worked out).
// A ratio that is not so steady when the time is over fails, as one does that is over its limit.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launch } from './harness/browsers.mjs';
import { estimate, ratio } from './harness/steady.mjs';
import { Suite, Visit, closeBrowsers } from './harness/suite.mjs';
import { go } from './harness/ways.mjs';

const SLOWER = 4;
const NETWORK = { download: 1_600_000 / 8, upload: 1_600_000 / 8, latency: 150 };
const DEADLINE = 60_000;

/** How many rounds of each are made at least, and at most. */
const ROUNDS = { loading: [8, 200], clicking: [12, 500], typing: [12, 500], risks: [12, 500], files: [7, 25] };

/** Which part of the time is over when each has to end. */
const ENDS = { loading: 0.5, clicking: 0.65, typing: 0.75, risks: 0.9, files: 1 };

const STARTED = performance.now();
const TIME = Number(process.env.MINUTES ?? 10) * 60_000;

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm' };

async function serve(folder) {
  const files = new Map(readdirSync(folder).map(name => [name, brotliCompressSync(readFileSync(join(folder, name)))]));
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://x').pathname.slice(1) || 'index.html';
    const body = files.get(name);
    if (!body) return void response.writeHead(404).end();
    const type = TYPES[name.split('.').pop()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'no-store' }).end(body);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => { server.closeAllConnections(); server.close(); } };
}

/** Rounds of a part, until all that they measure is steady or the time of the part is over. */
async function rounds(part, round, isSteady) {
  const [fewest, most] = ROUNDS[part];
  const left = () => STARTED + TIME * ENDS[part] - performance.now();
  let at = 0;
  while (at < fewest || (at < most && !isSteady())) {
    if (left() < 0) break;
    await round(at);
    at += 1;
  }
  return at;
}

/** The names in an order that begins with another one each round. */
const turned = (names, at) => names.map((_, place) => names[(place + at) % names.length]);

// ---- In the page ----

/** Goes to the first question as fast as a person could who does not read, and notes when it stands. */
function hurry() {
  const pressed = new Set();
  const press = (key, element) => {
    if (!element || element.disabled || pressed.has(key)) return;
    pressed.add(key);
    element.click();
  };
  const said = (selector, text) => [...document.querySelectorAll(selector)].find(one => one.textContent.trim().startsWith(text));
  const step = () => {
    if (document.querySelector('section.question :is(input, textarea), #risk-name, main.reach')) {
      // Behind the frame that shows it.
      requestAnimationFrame(() => setTimeout(() => { globalThis.answerable = performance.now(); }));
      return;
    }
    press('begin', document.getElementById('begin'));
    press('company', said('main label', 'The company as a whole')?.querySelector('input'));
    press('keep', said('main label', 'Don’t keep')?.querySelector('input'));
    if (pressed.has('company') && pressed.has('keep')) press('go', said('main button', 'Start answering'));
    requestAnimationFrame(step);
  };
  addEventListener('DOMContentLoaded', step);
}

/** Clicks an option, or types a letter into the field that has the focus, so many times, and gives the
 *  times from each act to the frame that shows it. Between two, the page comes to rest: what a frame
 *  still costs other processes would be taken for the cost of the next act. */
async function timed(kind, count) {
  const acts = {
    click: at => {
      const options = [...document.querySelectorAll('section.question input[type=radio]')].slice(0, 5);
      options[at % options.length].click();
    },
    // What a key does, with its event: the sealed page has no command for it any more.
    letter: () => {
      const field = document.activeElement;
      field.setRangeText('a', field.selectionEnd, field.selectionEnd, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'a', inputType: 'insertText' }));
    },
  };
  const found = [];
  for (let at = 0; at < count; at += 1) {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done))));
    const start = performance.now();
    acts[kind](at);
    await new Promise(done => requestAnimationFrame(() => {
      const behind = new MessageChannel();
      behind.port1.onmessage = done;
      behind.port2.postMessage(0);
    }));
    found.push(performance.now() - start);
  }
  return found;
}

// ---- Loading ----

async function opened(browser, address, { script = true, network = NETWORK } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(DEADLINE);
  page.on('pageerror', error => { throw error; });
  await page.setViewport({ width: 1440, height: 900 });
  await page.emulateCPUThrottling(SLOWER);
  if (network) await page.emulateNetworkConditions(network);
  if (script) await page.evaluateOnNewDocument(hurry);
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: DEADLINE });
  if (script) await page.waitForFunction('globalThis.answerable', { timeout: DEADLINE });
  return { page, close: () => context.close() };
}

async function load(browser, address, script) {
  const { page, close } = await opened(browser, address, { script });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  const times = await page.evaluate(() => ({
    words: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    answerable: globalThis.answerable,
  }));
  await close();
  return times;
}

async function loading(servers) {
  const browser = await launch('chromium');
  const pages = ['DIST', 'FLOOR', 'PLAIN'];
  const loads = [];
  const pairs = (one, other, what) => loads.map(times => [times[one][what], times[other][what]]);
  const lines = () => [
    ['first words, to the floor', pairs('DIST', 'FLOOR', 'words'), 0.85],
    ['first words, to the page without a script', pairs('DIST', 'PLAIN', 'words'), 1.1],
    ['first question, to the floor', pairs('DIST', 'FLOOR', 'answerable'), 1.45],
  ];
  const count = await rounds('loading', async at => {
    const times = {};
    for (const name of turned(pages, at)) times[name] = await load(browser, servers[name].address, name !== 'PLAIN');
    loads.push(times);
  }, () => lines().every(([, pairs]) => ratio(pairs).steady));
  await browser.close();
  console.log(`Loading, processor ${SLOWER} times slower, 1.6 Mbit/s, 150 ms, ${count} rounds`);
  for (const line of lines()) printRatio(...line);
}

// ---- Acting ----

/** A page of its own browser at the first question: a page behind another one is drawn when it pleases
 *  the browser. Frames come as soon as they are drawn, or each time would be one of 16 ms. */
async function asked(server) {
  const browser = await launch('chromium', { frames: 'at once' });
  const { page } = await opened(browser, server.address, { network: null });
  // Past the risks, with which the short form begins in a bank that asks for them, and past the facts.
  await page.waitForFunction(() => {
    if (document.querySelector('section.question input[type=radio]')) return true;
    document.querySelector('main:is(.risks, .reach) .go .on button')?.click();
    return false;
  });
  await page.waitForFunction(() => document.querySelector('header .seal')?.textContent.startsWith('Sealed'));
  return { browser, page };
}

/** The same in the app's own bank, with this assessment open and not kept. */
async function withFile(server, path) {
  const browser = await launch('chromium', { frames: 'at once' });
  const { page } = await opened(browser, server.address, { script: false, network: null });
  const input = await page.waitForSelector('#open:not([disabled])');
  await page.waitForFunction(() => document.querySelector('header .seal')?.textContent.startsWith('Sealed'));
  await input.uploadFile(path);
  await page.waitForFunction(() => {
    [...document.querySelectorAll('main button')].find(one => one.textContent.trim() === 'Don’t keep')?.click();
    location.hash = 'embed-commit-approval';
    return document.querySelector('section.question input[type=radio]');
  });
  return { browser, page };
}

/** What ten risks with every field at its limit cost a click: beside the same answers without a risk. */
async function withRisks(server) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const without = join(folder, 'without.json');
  const full = JSON.parse(readFileSync(process.env.FULL, 'utf8'));
  full.risks.risks = [];
  for (const action of full.plan) action.risks = [];
  writeFileSync(without, JSON.stringify(full));
  const open = { without: await withFile(server, without), full: await withFile(server, process.env.FULL) };
  rmSync(folder, { recursive: true });
  const found = await acts('risks', { without: open.without.page, full: open.full.page }, 'click');
  for (const { browser } of Object.values(open)) await browser.close();
  return found;
}

/** How many acts one round holds in each page. Its middle one counts: a slowed processor is slowed in
 *  slices, and one act meets more of them than another. */
const ACTS = 20;

/** Does something in each page in turn, and gives the times of each round. */
async function acts(part, pages, kind) {
  const rows = [];
  const [least, ...others] = Object.keys(pages);
  const lines = () => others.map(name => [name, rows.map(row => [row[name], row[least]])]);
  const count = await rounds(part, async at => {
    const row = {};
    for (const name of turned(Object.keys(pages), at)) {
      const found = await pages[name].evaluate(timed, kind, ACTS);
      row[name] = found.sort((one, other) => one - other)[ACTS / 2];
    }
    rows.push(row);
  }, () => lines().every(([, pairs]) => ratio(pairs).steady));
  return { rows, lines: lines(), count };
}

async function acting(servers) {
  const open = {};
  for (const name of ['BANK_50', 'BANK_500', 'BANK_5000']) open[name] = await asked(servers[name]);
  const pages = Object.fromEntries(Object.entries(open).map(([name, { page }]) => [name, page]));
  const clicks = await acts('clicking', pages, 'click');
  for (const page of Object.values(pages)) {
    await page.evaluate(() => {
      const hidden = document.getElementById('note')?.closest('details:not([open])');
      if (hidden) hidden.open = true;
    });
    await page.waitForSelector('#note');
    await page.focus('#note');
  }
  const keys = await acts('typing', pages, 'letter');
  const inLong = await typedIntoLong(pages.BANK_50);
  for (const { browser } of Object.values(open)) await browser.close();
  const risks = await withRisks(servers.DIST);
  console.log(`Answering, processor ${SLOWER} times slower, from the act to the frame that shows it`);
  for (const [about, { rows, lines, count }] of [['a click on an option', clicks], ['a letter typed in a note', keys]]) {
    const each = Object.keys(pages).map(name => `${name.slice(5)}: ${ms(estimate(rows.map(row => row[name])).value)}`);
    console.log(`  ${about}, ${count} rounds of ${ACTS}: ${each.join('  ')}`);
    for (const [name, pairs] of lines) printRatio(`${about}, ${name.slice(5)} questions to 50`, pairs, name === 'BANK_500' ? 1.15 : 1.5);
  }
  for (const [, pairs] of risks.lines) printRatio('a click on an option, ten full risks to none', pairs, 1.15);
  console.log('At full speed');
  const { value, low, high } = inLong;
  print(`a letter in a note of ${LONG_NOTE} characters`, ms(value), `${ms(low)} to ${ms(high)}`, ms(KEY), value > KEY ? 'OVER' : 'ok');
}

/** How long a note is that somebody pastes who does not stop at what is asked for, and how long a key in it may take. */
const LONG_NOTE = 57_000;
const KEY = 50;

/** The time of a key in such a note, which has the focus and is shown as it is. */
async function typedIntoLong(page) {
  await page.emulateCPUThrottling(1);
  await page.evaluate(length => {
    const field = document.activeElement;
    field.value = 'Some words of a note that go on. '.repeat(length / 33);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, LONG_NOTE);
  return estimate(await page.evaluate(timed, 'letter', 3 * ACTS));
}

// ---- Files ----

/** A file may take so long, from the press to what was read back and checked. */
const WRITTEN = 500;
/** No task of the page may. */
const TASK = 50;

/** Notes how long the worker takes to start and to answer, and the tasks of the page that are long. */
function watchWork() {
  globalThis.long = [];
  new PerformanceObserver(list => globalThis.long.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'longtask' });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(source, options) {
      const start = performance.now();
      super(source, options);
      this.addEventListener('message', () => { globalThis.started ??= performance.now() - start; }, { once: true });
    }
  };
}

/** What asks for a passphrase before it saves anything. */
const ASKS = /passphrase|locked/i;

/** Presses a button that saves a file, and answers how long it is until the row says that it is done. */
const written = name => new Promise(done => {
  const button = [...document.querySelectorAll('main button')].find(one => one.innerText.replace(/\s+/g, ' ').trim() === name);
  const row = button.closest('li');
  const start = performance.now();
  globalThis.long.length = 0;
  const look = new MutationObserver(() => {
    if (!/Checked|Not handed out/.test(row.innerText)) return;
    look.disconnect();
    const time = performance.now() - start;
    setTimeout(() => done({ time, said: row.innerText, longest: Math.max(0, ...globalThis.long) }), 100);
  });
  look.observe(row, { childList: true, subtree: true, characterData: true });
  button.click();
});

/** Every file of the download screen, complete, in a fresh page each round. */
async function files() {
  const suite = new Suite('chromium', 'bench', {});
  await suite.start();
  const full = readFileSync(process.env.FULL, 'utf8');
  const started = [];
  const formats = new Map();
  const times = ({ rows }) => estimate(rows.map(row => row.time));
  try {
    await rounds('files', async () => {
      const visit = new Visit(suite);
      await visit.begin();
      try {
        // Where the way begins with such a file is no matter here.
        const page = await visit.start({ prepare: watchWork });
        await page.choose('open', visit.file('full.json', full));
        await page.click('button', 'Don’t keep');
        await go(page, 'download', /./);
        const names = await page.evaluate(() => [...document.querySelectorAll('main li button')].map(one => one.innerText.replace(/\s+/g, ' ').trim()).filter(name => name.startsWith('Save ') && !ASKS.test(name)));
        for (const name of names) {
          if (!formats.has(name)) formats.set(name, { rows: [] });
          formats.get(name).rows.push(await page.evaluate(written, name));
        }
        started.push(await page.evaluate(() => globalThis.started));
      } finally {
        await visit.end();
      }
    }, () => [...formats.values()].every(format => isDecided(times(format), WRITTEN)));
  } finally {
    await suite.stop();
    await closeBrowsers();
  }
  console.log(`Files of a full assessment, ${started.length} rounds; no task of the page over ${TASK} ms`);
  console.log(`  worker, start and first answer: ${ms(estimate(started).value)}`);
  for (const [name, format] of formats) {
    const longest = Math.max(...format.rows.map(row => row.longest));
    const isWritten = format.rows.every(row => /Checked/.test(row.said));
    const found = times(format);
    const verdict = !isWritten ? 'NOT WRITTEN' : longest > TASK ? `OVER: a task of ${ms(longest)}` : found.value > WRITTEN ? 'OVER' : isDecided(found, WRITTEN) ? 'ok' : 'not steady';
    print(name, ms(found.value), `${ms(found.low)} to ${ms(found.high)}`, ms(WRITTEN), verdict);
  }
}

// ---- Bounds ----

/** With everything at its bound, a person waits no longer than this for anything. */
const WAITS = 5_000;

/** Screens that show much of an assessment. */
const SCREENS = ['open', 'result', 'plan', 'risks', 'sheets', 'download', 'review'];

/** Goes somewhere, and answers how long it is until that is drawn and a frame of it is shown. */
const shown = place => new Promise(done => {
  const start = performance.now();
  const before = document.querySelector('main h1');
  const look = () => requestAnimationFrame(() => {
    const title = document.querySelector('main h1');
    const waits = document.querySelector('main [aria-busy=true]') || title === before || !title;
    if (waits) return void look();
    requestAnimationFrame(() => done(performance.now() - start));
  });
  location.hash = place;
  look();
});

/** An assessment with everything at its bound: to open it, to go to each screen, and to save each file. */
async function bounds() {
  const suite = new Suite('chromium', 'bench', {});
  await suite.start();
  const most = readFileSync(process.env.MOST, 'utf8');
  console.log(`Everything at its bound, a save file of ${(most.length / 2 ** 20).toFixed(1)} MB, once each`);
  const said = (about, time) => print(about, ms(time), 'once', ms(WAITS), time > WAITS ? 'OVER' : 'ok');
  const visit = new Visit(suite);
  await visit.begin();
  try {
    const page = await visit.start({ prepare: watchWork });
    const start = performance.now();
    await page.choose('open', visit.file('most.json', most));
    await page.click('button', 'Don’t keep');
    said('from choosing the file to its first screen', performance.now() - start);
    for (const place of SCREENS) said(`to the screen ${place}`, await page.evaluate(shown, place));
    await go(page, 'download', /./);
    const names = await page.evaluate(() => [...document.querySelectorAll('main li button')].map(one => one.innerText.replace(/\s+/g, ' ').trim()).filter(name => name.startsWith('Save ')));
    for (const name of names.filter(name => !ASKS.test(name))) said(name, (await page.evaluate(written, name)).time);
  } finally {
    await visit.end();
    await suite.stop();
    await closeBrowsers();
  }
}

/** Whether a time is known well enough: nearly, or for sure on one side of its limit. */
const isDecided = ({ low, high, steady }, limit) => steady || high <= limit || (low > limit && high < Infinity);

// ---- What is printed ----

const ms = number => `${number.toFixed(number < 100 ? 1 : 0)} ms`;

let failed = false;

function print(about, value, interval, limit, verdict) {
  if (verdict !== 'ok') failed = true;
  console.log(`  ${about.padEnd(46)} ${value.padStart(8)}   (${interval})   at most ${limit}   ${verdict}`);
}

function printRatio(about, pairs, limit) {
  const { value, low, high, steady } = ratio(pairs);
  print(about, value.toFixed(2), `${low.toFixed(2)} to ${high.toFixed(2)}`, String(limit), !steady ? 'not steady' : value > limit ? 'OVER' : 'ok');
}

const only = process.env.ONLY;
const wanted = part => !only || only === part;
const servers = {};
for (const name of ['DIST', 'FLOOR', 'PLAIN', 'BANK_50', 'BANK_500', 'BANK_5000']) servers[name] = await serve(process.env[name]);
if (wanted('loading')) await loading(servers);
if (wanted('acting')) await acting(servers);
if (wanted('files')) await files();
if (wanted('bounds')) await bounds();
for (const server of Object.values(servers)) server.close();
process.exitCode = failed ? 1 : 0;
