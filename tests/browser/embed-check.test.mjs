// The page that says what a place allows: put into each kind of place, it says what is so there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after } from 'node:test';
import { emulate } from './harness/browsers.mjs';
import { OTHER_SITE, portal } from './harness/frames.mjs';
import { eventually } from './harness/page.mjs';
import { plain } from './harness/server.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHECK = 'embed-check.html';
const FULL = 'allow-scripts allow-same-origin allow-downloads allow-modals';
const policy = text => ({ headers: { 'content-security-policy': text } });

/** What the page came to: each line, and what follows. */
const lines = frame => eventually(() => frame.evaluate(() => {
  if (!document.getElementById('summary')?.textContent) return null;
  const read = element => element.innerText.replace(/\s+/g, ' ').trim();
  const found = [...document.querySelectorAll('dl > div')].map(({ id }) => [id, read(document.querySelector(`#${id} .found`))]);
  const follows = [...document.querySelectorAll('tbody tr')].map(row => [row.id, read(row.cells[1])]);
  return Object.fromEntries([...found, ...follows]);
}), 'the lines');

/** What stands in the page before its script. Where none may run, not every browser lets one be run to ask. */
const unstarted = frame => eventually(() => frame.evaluate(() => document.getElementById('unstarted').innerText)
  .catch(fault => (/Cannot find context|sandboxed|destroyed/.test(fault) ? 'not asked' : Promise.reject(fault))), 'the line');

/** Every line that is named has to be so. */
function are(seen, wanted) {
  for (const [line, text] of Object.entries(wanted)) assert.match(seen[line], text, line);
}

inBrowsers('what a place allows', {}, suite => {
  let started;
  after(async () => (await started)?.close());

  /** The check, inside a page of this host, once for each of these frames. `more` are attributes. */
  async function inside(visit, { host = '127.0.0.1', script = '', size = DESK }, ...frames) {
    const around = await (started ??= portal());
    const tags = frames.map(({ sandbox = FULL, more = '' }, at) => `<iframe title="Check" src="${visit.server.address}${CHECK}?${at}"
      width="100%" height="700" ${sandbox === null ? '' : `sandbox="${sandbox}"`} ${more}></iframe>`);
    around.show(`<!doctype html><title>Portal</title><h1>Portal</h1>${script}${tags.join('')}`);
    // Not as others are made: it is the browser's own way to print that is looked at.
    const page = await visit.context.newPage();
    await page.setViewport(size);
    await page.goto(around.address(host));
    const found = at => eventually(() => page.frames().find(frame => frame.url().endsWith(`${CHECK}?${at}`)), 'the frame');
    return Promise.all(tags.map((_, at) => found(at)));
  }

  suite.test('in a window all is allowed, a file is handed out, and nothing is left behind', async visit => {
    const page = await visit.page({ offline: true });
    await page.page.goto(page.server.address + CHECK);
    are(await lines(page), {
      place: /^In a window of its own/, scripts: /^Yes/, wasm: /^Yes/, worker: /^Yes/, storage: /^Yes.*this site’s own/,
      secure: /^Yes.*use without a connection/, downloads: /^Yes/, print: /^Yes/, copy: /^Yes/, size: /in a window/,
      link: /^Yes\.$/, frame: /^Not seen/, element: /^Not seen/,
    });
    const file = await visit.download(() => page.click('button', 'Try a download'));
    assert.equal(file.name, 'embed-check.txt');
    await page.click('button', 'It is there');
    await page.until(() => /Yes\. A file arrived/.test(document.getElementById('downloads').innerText), 'it is said');
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
    assert.equal(await page.evaluate(() => document.cookie), '');
    const asked = new Set(page.server.hits.map(({ path }) => plain(path.slice(1))));
    assert.deepEqual([...asked].sort(), ['embed-check.css', CHECK, 'embed-check.js']);
  });

  suite.test('in frames of the same site: with all that the documents name nothing is missing; without an origin nothing is got and nothing kept; without scripts the page says so by itself', { noisy: true }, async visit => {
    const [whole, opaque, dead] = await inside(visit, {}, { more: 'allow="clipboard-write" referrerpolicy="strict-origin"' }, { sandbox: 'allow-scripts allow-downloads' }, { sandbox: '' });
    are(await lines(whole), {
      place: /^Inside http:\/\/127\.0\.0\.1:\d+, the same site and another origin/, scripts: /^Yes/, wasm: /^Yes/, worker: /^Yes/,
      storage: /^Yes/, secure: /^Yes\. Locks/, downloads: /^Not known yet/, print: /^Not known yet/, copy: /^Yes/, size: /^No\..* by 700 pixels, and scrolls.*does not answer/,
      link: /^Not seen/, frame: /^Yes\.$/, element: /^Not here now/,
    });
    are(await lines(opaque), {
      place: /no origin of its own/, scripts: /^No.*allow-same-origin.*Access-Control-Allow-Origin/, wasm: /^Yes/, worker: /^Yes/,
      storage: /^No.*keeps nothing/, secure: /^In part/, frame: /^No\./, element: /^No\./,
    });
    assert.match(await unstarted(dead), /no scripts run here.*does not run here either|^not asked$/);
  });

  suite.test('in a frame of another site, what is kept is seen only there', { noisy: true }, async visit => {
    const [frame] = await inside(visit, { host: OTHER_SITE, size: { width: 340, height: 700 } }, { sandbox: null });
    are(await lines(frame), { place: /another site/, storage: /^In part.*only inside pages of/, frame: /^Yes, with limits.*only inside pages/ });
    assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  });

  suite.test('a sandbox that refuses files and printing is read where the page around can be, and is tried where not', { noisy: true }, async visit => {
    // The portal as a page of the same origin.
    visit.server = await visit.serve({ change: { 'save-format.schema.json': () => `<!doctype html><title>Portal</title><iframe title="Check" src="${CHECK}" width="1000" height="500" sandbox="allow-scripts allow-same-origin"></iframe>` }, types: { json: 'text/html' } });
    const page = await visit.context.newPage();
    await page.goto(`${visit.server.address}save-format.schema.json`);
    are(await lines(await eventually(() => page.frames().find(frame => frame.url().endsWith(CHECK)), 'the frame')), {
      place: /the same origin: scripts of that page can read/, storage: /^Yes/, downloads: /^No.*lacks allow-downloads/, print: /^No.*lacks allow-modals/,
      size: /low: give the frame 800/, frame: /^Yes, with limits.*No file arrives.*Printing works from a window/,
    });
    const [frame] = await inside(visit, {}, { sandbox: 'allow-scripts allow-same-origin' });
    await lines(frame);
    await (await frame.$('#print button')).click();
    await eventually(() => frame.$eval('#print', line => /^Printing\s+No\. The browser did nothing/.test(line.innerText)), 'printing');
    await (await frame.$('#downloads button')).click();
    await (await eventually(() => frame.$('#downloads button + button'), 'the question')).click();
    await eventually(() => frame.$eval('#downloads', line => /No\. Nothing arrived/.test(line.innerText)), 'downloads');
    assert.match(await frame.$eval('#frame', row => row.innerText), /No file arrives[^]*Printing works/);
  });

  suite.test('a page around that answers as the element does is noticed, and whether it makes room', { noisy: true, shared: true }, async visit => {
    const answers = makesRoom => `<script>addEventListener('message', ({ data, source, origin }) => {
      if (data?.kind !== 'respect-in-practice-hello') return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data: { kind, height } }) => {
        if (kind !== 'resize') return;
        if (${makesRoom}) document.querySelector('iframe').height = height;
        port1.postMessage({ kind: 'height', value: height });
      };
      source.postMessage({ kind: 'respect-in-practice', version: 1 }, origin, [port2]);
    })</script>`;
    const [makesRoom] = await inside(visit, { script: answers(true) }, { more: 'frameborder="0"' });
    are(await lines(makesRoom), { size: /^Yes\..*the element is there/, element: /^Yes\.$/ });
    const [held] = await inside(visit, { script: answers(false) }, {});
    are(await lines(held), { size: /^In part\..*does not become as high/ });
  });

  // What a server's own policy takes away.
  for (const [text, wanted] of [
    ["script-src 'self'", { scripts: /^Yes/, wasm: /^No.*wasm-unsafe-eval/, link: /^No/ }],
    ["worker-src 'self'", { wasm: /^Yes/, worker: /^No\. a policy refuses it \(worker-src: blob/, link: /^Yes, with limits.*No result and no file/ }],
    ["require-trusted-types-for 'script'; trusted-types 'none'", { worker: /^No/ }],
    ["connect-src 'none'", { scripts: /^No\. They run, but.*connect-src/, link: /^No/ }],
  ]) {
    suite.test(`a policy of the server is found out: ${text}`, { noisy: true, shared: true }, async visit => {
      const page = await visit.page({ server: await visit.serve(policy(text)) });
      await page.page.goto(page.server.address + CHECK);
      are(await lines(page), wanted);
    });
  }

  suite.test('where a policy lets no script run, the page says so by itself', { noisy: true, shared: true }, async visit => {
    const page = await visit.page({ server: await visit.serve(policy("script-src 'none'")) });
    await page.page.goto(page.server.address + CHECK);
    assert.match(await unstarted(page), /no scripts run here.*does not run here either/);
  });

  suite.test('the lines can be copied, and where that is refused they are selected', { noisy: true, shared: true }, async visit => {
    const page = await visit.page();
    await page.page.goto(page.server.address + CHECK);
    await lines(page);
    const text = await page.evaluate(() => document.getElementById('text').value);
    assert.match(text, /^Storage: Yes\. What is kept/m);
    assert.match(text, /^A link to the site: Yes\.$/m);
    await page.evaluate(() => { navigator.clipboard.writeText = async written => { globalThis.written = written; }; });
    await page.click('button', 'Copy these lines');
    await page.until(() => document.getElementById('taken').textContent === 'Copied.', 'copied');
    assert.equal((await page.evaluate(() => globalThis.written)).split('\n').length, text.split('\n').length);
    await page.evaluate(() => { navigator.clipboard.writeText = async () => { throw new Error('refused'); }; });
    await page.click('button', 'Copy these lines');
    await page.until(() => /refuses it here/.test(document.getElementById('taken').textContent), 'refused');
    assert.deepEqual(await page.evaluate(() => {
      const { id, value, selectionStart, selectionEnd } = document.activeElement;
      return [id, selectionEnd - selectionStart === value.length];
    }), ['text', true]);
  });
});

// How it looks does not differ by browser.
inBrowsers('what a place allows, to look at', {}, suite => {
  suite.test('axe finds nothing in any light, and nothing runs over the edge at 320 px', { noisy: true, skip: suite.kind !== 'chromium' }, async visit => {
    const page = await visit.page({ size: { width: 320, height: 640 } });
    await page.page.goto(page.server.address + CHECK);
    await lines(page);
    await page.click('button', 'Try a download');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.evaluate(AXE);
    for (const [light, size, media] of [['light', PHONE, {}], ['dark', DESK, { dark: true }], ['forced', DESK, { forced: true }]]) {
      await page.page.setViewport(size);
      await emulate(suite.kind, page.page, media);
      assert.deepEqual(await page.evaluate(async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0].html])), [], light);
      if (process.env.SHOTS) await page.page.screenshot({ path: join(process.env.SHOTS, `embed-check-${light}-${size.width}.png`), fullPage: true });
    }
  });
});
