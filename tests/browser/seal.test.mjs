// Sealed: once the page has loaded its own files it asks for nothing more, whatever is done in it,
// and says so only where the browser itself reports it.

import assert from 'node:assert/strict';
import { eventually } from './harness/page.mjs';
import { LONG, inBrowsers } from './harness/suite.mjs';
import { full } from './harness/sample.mjs';
import { begin, go, openSave, reports, saveFile, withSave, worksOn } from './harness/ways.mjs';

// What the policy refuses, and what no policy covers.
const REFUSED = ['Request', 'Beacon', 'WebSocket', 'Picture', 'Script', 'Worker', 'Form'];
const CLOSED = ['Direct connection', 'Direct connection of a frame', 'New window', 'Download link', 'Another address', 'Refresh'];

/** What the panel says about each way. */
async function tryToSend(page) {
  await go(page, 'sealed', 'Nothing leaves this machine');
  await page.click('button', 'Try to send something');
  await page.find('button', 'Try again');
  const rows = await page.evaluate(() => [...document.querySelectorAll('.ways tbody tr')].map(row => [row.cells[0].innerText.trim(), row.cells[2].innerText.trim()]));
  return { rows: Object.fromEntries(rows), said: await page.text('.tried') };
}

inBrowsers('seal', { proves: 'The seal' }, suite => {
  suite.test('the panel shows each way refused by the browser or closed by the page, and no way reaches the server', { noisy: true, offline: true }, async visit => {
    const page = await visit.start();
    const { rows, said } = await tryToSend(page);
    assert.deepEqual(rows, Object.fromEntries([...REFUSED.map(way => [way, 'Refused']), ...CLOSED.map(way => [way, 'Closed by the page'])]));
    assert.match(said, /All 13 were refused or closed\.$/);
    const hits = page.server.hits.slice(page.sealedAt.hits);
    assert.deepEqual(hits, []);
    assert.deepEqual(visit.suite.proxy.seen.slice(page.sealedAt.seen), []);
    assert.equal(await page.evaluate(() => document.visibilityState), 'visible', 'no window opens over it');
    // The breaches of policy are the panel's own, and no others.
    for (const { blocked, sample } of await page.violations()) assert.match(`${blocked} ${sample}`, /seal-test\?/);
    assert.match(await page.text('.facts-of-seal'), /^Sealed since .*\. Loaded before that: \d+ files, [\d]+ KB\. All came from this address\. Since then: 0 requests\.$/);
  });

  suite.test('a seal that lets something through is found out', { noisy: true }, async visit => {
    const weaker = text => {
      assert.match(text, /const SEAL = "default-src 'none'/);
      return text.replace(/const SEAL = ".*?";/, `const SEAL = "object-src 'none'";`);
    };
    const page = await visit.page({ server: await visit.serve({ change: { 'start.js': weaker } }) });
    await page.open();
    const { rows, said } = await tryToSend(page);
    for (const way of ['Request', 'Beacon', 'Picture', 'Script']) assert.equal(rows[way], 'Not refused', way);
    // The first policy refuses these by itself.
    for (const way of ['Worker', 'Form']) assert.equal(rows[way], 'Refused', way);
    assert.match(said, /were not refused\.$/);
    const arrived = page.server.hits.filter(hit => hit.path.includes('seal-test')).map(hit => hit.path);
    for (const way of ['request', 'beacon', 'picture', 'script']) assert.ok(arrived.some(path => path.endsWith(`?${way}`)), `${way} arrived`);
    // Whatever else gets through is counted.
    await page.evaluate(async () => void await (await fetch('LICENSE-MIT')).text());
    await go(page, '', /./);
    await go(page, 'sealed', /./);
    await page.until(() => /Since then: 1 request\.$/.test(document.querySelector('.facts-of-seal').innerText.trim()), 'it is counted');
  });

  suite.test('ways that are left open are found out, and trying them leads nowhere', { noisy: true }, async visit => {
    const left = text => {
      assert.match(text, /export function close\(\) \{/);
      return text.replace('export function close() {', 'export function close() { return;');
    };
    const page = await visit.page({ server: await visit.serve({ change: { 'powers.js': left } }) });
    await page.open();
    const { rows, said } = await tryToSend(page);
    assert.deepEqual(rows, Object.fromEntries([...REFUSED.map(way => [way, 'Refused']), ...CLOSED.map(way => [way, 'Not refused'])]));
    assert.match(said, /6 were not refused\.$/);
    assert.deepEqual(page.server.hits.slice(page.sealedAt.hits), []);
    assert.equal(await page.place(), 'sealed', 'the page stands');
    assert.equal(await page.evaluate(() => frames.length), 0, 'no frame is left in it');
  });

  suite.test('the sealed page stays with a person: another address that is typed, Back, and loading anew', { noisy: true }, async visit => {
    const page = await visit.start();
    await begin(page);
    await page.click('radio', 'I don’t know yet');
    await page.kept();
    await page.page.goto(`${page.server.address}LICENSE-MIT`);
    assert.match(await page.text(), /MIT License/);
    await page.back();
    await page.sealed();
    await page.until(() => !!document.querySelector('section.question'), 'the question');
    await page.evaluate(() => location.reload());
    await page.until(() => performance.getEntriesByType('navigation')[0].type === 'reload', 'loaded anew');
    await page.sealed();
    await page.until(() => document.querySelector('input[type=radio]:checked') !== null, 'the answer');
  });

  suite.test('a page that could not close what no policy covers does not say that it is sealed', { noisy: true }, async visit => {
    const stuck = () => Object.defineProperty(globalThis, 'RTCPeerConnection', { value: class {}, configurable: false });
    const page = await visit.page({ prepare: stuck });
    await page.open('', { sealed: false });
    await page.until(() => /^Not sealed/.test(document.querySelector('header .seal').innerText), 'not sealed');
  });

  suite.test('an extension that took WebRTC away for good does not keep the page from its seal', async visit => {
    const taken = () => Object.defineProperty(globalThis, 'RTCPeerConnection', { value: undefined, configurable: false });
    const page = await visit.page({ prepare: taken });
    await page.open();
  });

  suite.test('in a sandbox without an origin of its own the panel says that leaving gives no sign, and links lead nowhere', { noisy: true }, async visit => {
    const headers = { 'content-security-policy': 'sandbox allow-scripts', 'access-control-allow-origin': '*' };
    const page = await visit.page({ server: await visit.serve({ headers, empty: /^nothing/ }) });
    await page.open();
    const { rows, said } = await tryToSend(page);
    // The sandbox refuses forms by itself, and says so to nobody.
    const noSign = ['Form', 'Another address', 'Refresh'];
    for (const way of REFUSED) assert.equal(rows[way], noSign.includes(way) ? 'Gives no sign' : 'Refused', way);
    for (const way of CLOSED) assert.equal(rows[way], noSign.includes(way) ? 'Gives no sign' : 'Closed by the page', way);
    assert.match(said, /Of 3 your browser gives no sign\. The others were refused or closed\.$/);
    assert.deepEqual(page.server.hits.slice(page.sealedAt.hits), []);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'nothing-by-a-link';
      document.body.append(link);
      link.click();
      location.href = 'nothing-by-an-address';
    });
    // As the privacy review says of such a page.
    const paths = () => page.server.hits.slice(page.sealedAt.hits).map(hit => hit.path);
    await eventually(() => paths().length > 0, 'the address is asked for');
    assert.deepEqual(paths(), ['/nothing-by-an-address']);
  });

  suite.test('a page without the seal says so, and offers neither test nor files', async visit => {
    const without = text => {
      assert.ok(text.includes('document.head.append(second);'));
      return text.replace('document.head.append(second);', '');
    };
    const page = await visit.page({ server: await visit.serve({ change: { 'start.js': without } }) });
    await page.open('', { sealed: false });
    await page.until(() => /^Not sealed/.test(document.querySelector('header .seal').innerText), 'not sealed');
    await begin(page);
    await go(page, 'sealed', 'This page is not sealed');
    await page.find('alert', /Load the page again/);
    assert.equal(await page.seek('button', 'Try to send something'), null);
    await go(page, 'download', 'Download');
    await page.until(() => /No file can be written/.test(document.querySelector('main').innerText), 'no files');
  });

  suite.test('nothing is asked for whatever is done: every screen, every file, the printer', { offline: true }, async visit => {
    const page = await withSave(visit, full());
    for (const place of ['choose', 'questions', 'embed-commit-end-use', 'prevent-tactics.use', 'open', 'result', 'sealed', '', 'example', 'download']) {
      await go(page, place, /./);
    }
    await reports(visit, page);
    await saveFile(visit, page);
    await page.click('radio', /^Others: for sharing/);
    // Chromium hands out ten files a tab before somebody has to allow more.
    await visit.download(() => page.click('button', 'Save Report'));
    await page.click('button', 'Print');
    await page.until(() => prints === 1, 'the print window');
    // Printing takes Firefox many seconds.
    if (suite.kind === 'chromium' || LONG) await page.page.pdf({ timeout: 60_000 });
    await page.kept();
    // checkQuiet looks at server and proxy afterwards.
  });

  suite.test('with the server gone everything works, files too', async visit => {
    const page = await (await visit.page({ server: await visit.serve() })).open();
    await page.server.close();
    await worksOn(visit, page, ' Typed without a network.');
    const { html, markdown } = await reports(visit, page);
    for (const { text } of [html, markdown, await saveFile(visit, page)]) assert.match(text, /Typed without a network\./);
  });

  suite.test('what comes late is waited for, and what does not come is named', async visit => {
    const server = await visit.serve({ missing: ['documents.js'] });
    const page = await (await visit.page({ server })).open();
    // The page's own complaint about the missing file is the browser's.
    page.complaints.length = 0;
    const notice = await page.find('alert', /documents\.js/);
    assert.ok(notice);
    await begin(page);
    await go(page, 'download', 'Download');
    await page.until(() => /No file can be written here now\./.test(document.querySelector('main').innerText), 'no files');
    await go(page, 'sealed', 'Nothing leaves this machine');
    assert.match(await page.text('.facts-of-seal'), /Did not arrive: documents\.js/);
    assert.match(await page.text('.facts-of-seal'), /^Sealed since/);
    await page.drop('sample.json', '{}');
    await page.find('alert', /sample\.json/);
  });

  for (const [what, options] of [
    ['help', { missing: ['later.en.bin'] }],
    ['the later half', { missing: ['later.bin'] }],
    ['a later half, but that of another build,', { damage: { 'later.bin': () => '\x08\0\0\0\0asm\x01\0\0\0' } }],
  ]) {
    suite.test(`where not ${what} comes, the page says so, and one can answer and keep`, async visit => {
      const server = await visit.serve(options);
      const page = await (await visit.page({ server })).open();
      assert.ok(await page.find('alert', /A part of this page did not arrive\./));
      page.complaints.length = 0;
      await begin(page);
      await page.click('radio', 'I don’t know yet');
      await page.kept();
      assert.match(await page.text('.seal'), /^Sealed/);
      await go(page, 'result', 'This part of the page is not here yet.');
    });
  }

  suite.test('where the file with the programs breaks off behind the later half, its screens are there, and files are not', async visit => {
    const server = await visit.serve({ damage: { 'later.bin': bytes => bytes.subarray(0, bytes.length - 9) } });
    const page = await (await visit.page({ server })).open();
    page.complaints.length = 0;
    assert.ok(await page.find('alert', /later\.bin/));
    await begin(page);
    await go(page, 'download', 'Download');
    await page.until(() => /No file can be written here now\./.test(document.querySelector('main').innerText), 'no files');
  });

  suite.test('until the later half has come the first question can be answered, and what was asked meanwhile is done then', async visit => {
    const server = await visit.serve({ slow: ['later.bin'] });
    const page = await (await visit.page({ server })).open('', { sealed: false });
    await begin(page);
    await page.click('radio', 'I don’t know yet');
    await page.kept();
    await go(page, 'download', 'This part of the page is not here yet.');
    server.release();
    await page.find('heading', 'Download');
  });

  suite.test('two visits do not see each other’s requests: the next page seals itself anew', async visit => {
    const page = await visit.start();
    await page.reload();
    await page.checkQuiet();
    const second = await visit.start();
    await openSave(visit, second, full());
  });
});
