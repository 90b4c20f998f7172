// Times of the app in Chromium beside the smallest page of its kind (xtask/floor), with banks of 50
// and 500 questions, and of the files of an assessment in which every question has a note of 2,000
// characters. Run by `cargo xtask bench`, which builds what the variables name:
//
//   DIST, FLOOR, BANK_50, BANK_500   folders of finished pages
//   FULL                             the save file of that assessment
//   CHROMIUM                         the program
//   RUNS                             loads of each page; 5 by default
//
// The processor is slowed 4 times, the network gives 1.6 Mbit/s with 150 ms, and the server answers
// with brotli at quality 11, as a host would that compresses ahead. Each number is a median. Files
// are written at full speed, and once each: their limits are stated for a common computer.

import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launch } from './harness/browsers.mjs';
import { Suite, Visit } from './harness/suite.mjs';
import { go, withSave } from './harness/ways.mjs';

const SLOWER = 4;
const NETWORK = { download: 1_600_000 / 8, upload: 1_600_000 / 8, latency: 150 };
const RUNS = Number(process.env.RUNS ?? 5);
const ACTS = 30;
const DEADLINE = 60_000;

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

const median = numbers => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

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
    if (document.querySelector('section.question :is(input, textarea), body > main input[type=radio]')) {
      // Behind the frame that shows it.
      requestAnimationFrame(() => setTimeout(() => { globalThis.answerable = performance.now(); }));
      return;
    }
    press('begin', document.getElementById('begin'));
    press('company', said('main label', 'The company as a whole')?.querySelector('input'));
    press('keep', said('main label', 'Don’t keep')?.querySelector('input'));
    if (pressed.has('company') && pressed.has('keep')) press('go', said('main button', 'Go to the first question'));
    requestAnimationFrame(step);
  };
  addEventListener('DOMContentLoaded', step);
}

/** Times from something that a person does to the frame that shows it. */
function watch(type) {
  globalThis.times = [];
  addEventListener(type, () => {
    const start = performance.now();
    requestAnimationFrame(() => {
      const behind = new MessageChannel();
      behind.port1.onmessage = () => { globalThis.times.push(performance.now() - start); };
      behind.port2.postMessage(0);
    });
  }, { capture: true });
}

// ---- Measuring ----

async function opened(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(DEADLINE);
  page.on('pageerror', error => { throw error; });
  await page.setViewport({ width: 1440, height: 900 });
  await page.emulateCPUThrottling(SLOWER);
  await page.emulateNetworkConditions(NETWORK);
  await page.evaluateOnNewDocument(hurry);
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: DEADLINE });
  await page.waitForFunction('globalThis.answerable', { timeout: DEADLINE });
  return { page, close: () => context.close() };
}

async function load(browser, address) {
  const { page, close } = await opened(browser, address);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  const times = await page.evaluate(() => ({
    words: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    answerable: globalThis.answerable,
  }));
  await close();
  return times;
}

/** Clicks through the options of one question, then types into a note. */
async function use(browser, address) {
  const { page, close } = await opened(browser, address);
  const isOption = 'section.question .steps input[type=radio], section.question input[type=radio], body > main input[type=radio]';
  await page.waitForSelector(isOption);
  const click = await measured(page, 'click', async at => {
    await page.evaluate((isOption, at) => {
      const options = [...document.querySelectorAll(isOption)].slice(0, 5);
      options[at % options.length].click();
    }, isOption, at);
  });
  await page.evaluate(() => {
    const note = document.getElementById('note');
    const hidden = note?.closest('details:not([open])');
    if (hidden) hidden.open = true;
  });
  await page.waitForSelector('#note');
  await page.focus('#note');
  const key = await measured(page, 'input', () => page.keyboard.press('a'));
  await close();
  return { click, key };
}

/** Does something often: the median time to the next frame, and the work per act. */
async function measured(page, type, act) {
  await page.evaluate(watch, type);
  const work = async () => (await page.metrics()).TaskDuration * 1000;
  const before = await work();
  for (let at = 0; at < ACTS; at += 1) {
    await act(at);
    await page.waitForFunction(count => globalThis.times.length > count, {}, at);
  }
  const after = await work();
  return { frame: median(await page.evaluate(() => globalThis.times)), work: (after - before) / ACTS };
}

/** A file may take so long, from the press to what was read back and checked. */
const WRITTEN = 1000;
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
      this.addEventListener('message', () => { globalThis.started = performance.now() - start; }, { once: true });
    }
  };
}

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

/** Every file of the download screen, complete. */
async function files() {
  const suite = new Suite('chromium', 'bench', {});
  await suite.start();
  const visit = new Visit(suite);
  await visit.begin();
  try {
    const page = await withSave(visit, readFileSync(process.env.FULL, 'utf8'), { keep: false, prepare: watchWork });
    await go(page, 'download', /./);
    const names = await page.evaluate(() => [...document.querySelectorAll('main li button')].map(one => one.innerText.replace(/\s+/g, ' ').trim()).filter(name => name.startsWith('Save ')));
    const rows = [];
    for (const name of names) rows.push({ name, ...(await page.evaluate(written, name)) });
    return { started: await page.evaluate(() => globalThis.started), rows };
  } finally {
    await visit.end();
    await suite.stop();
  }
}

// ---- What is printed ----

const ms = number => `${number.toFixed(0).padStart(6)} ms`;
const ratio = (one, other) => `${(one / other).toFixed(2)} times`;

const browser = await launch('chromium');
const servers = {};
for (const name of ['DIST', 'FLOOR', 'BANK_50', 'BANK_500']) servers[name] = await serve(process.env[name]);

const loads = { DIST: [], FLOOR: [] };
for (let run = 0; run < RUNS; run += 1) {
  for (const name of ['FLOOR', 'DIST']) loads[name].push(await load(browser, servers[name].address));
}
const of = (name, what) => median(loads[name].map(times => times[what]));
console.log(`Loading, processor ${SLOWER} times slower, 1.6 Mbit/s, 150 ms, median of ${RUNS}`);
for (const [what, about] of [['words', 'first words'], ['answerable', 'first question can be answered']]) {
  const [app, floor] = [of('DIST', what), of('FLOOR', what)];
  console.log(`  ${about.padEnd(32)} app ${ms(app)}   floor ${ms(floor)}   ${ratio(app, floor)}`);
}

const uses = {};
for (const name of ['FLOOR', 'BANK_50', 'BANK_500']) uses[name] = await use(browser, servers[name].address);
console.log(`Answering, processor ${SLOWER} times slower, median of ${ACTS}: to the next frame, and work in all`);
for (const [what, about] of [['click', 'a click on an option'], ['key', 'a key press in a note']]) {
  const row = Object.entries(uses).map(([name, { [what]: times }]) => `${name.toLowerCase().replace('_', ' ')} ${ms(times.frame)} (${times.work.toFixed(1)} ms)`);
  const [small, large] = [uses.BANK_50[what], uses.BANK_500[what]];
  console.log(`  ${about.padEnd(24)} ${row.join('   ')}   500 to 50: ${ratio(large.frame, small.frame)} (${ratio(large.work, small.work)})`);
}

for (const server of Object.values(servers)) server.close();
await browser.close();

const { started, rows } = await files();
console.log(`Files of a full assessment, at most ${WRITTEN} ms each; no task of the page over ${TASK} ms`);
console.log(`  ${'worker: start and first answer'.padEnd(40)} ${ms(started)}`);
for (const { name, time, longest, said } of rows) {
  const fault = /Checked/.test(said) ? '' : '   NOT WRITTEN';
  const over = time > WRITTEN || longest > TASK ? '   OVER' : '';
  console.log(`  ${name.padEnd(40)} ${ms(time)}   longest task ${longest ? ms(longest) : `under ${TASK} ms`}${over}${fault}`);
}
