// Before the app runs: the first words stand in the page itself, and the app takes over without
// moving anything. What cannot start says so in plain words.

import assert from 'node:assert/strict';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { eventually } from './harness/page.mjs';

inBrowsers('first words', {}, suite => {
  // Firefox has no command that switches scripts off for one page.
  const skip = suite.kind === 'firefox';
  suite.test('the start screen reads without any script and says what is needed', { skip }, async visit => {
    const page = await visit.page({ javascript: false });
    await page.open('', { sealed: false });
    const text = await page.text();
    for (const part of [
      'Respect for human rights, as you practise it',
      'Nothing you write leaves this machine',
      'this page needs JavaScript, which is switched off',
      'browser from 2023 or later',
    ]) assert.ok(text.includes(part), part);
    assert.ok(!/undefined|\{\w+\}/.test(text), text);
    const asked = visit.server.hits.filter(hit => /app|questions|documents/.test(hit.path) && !/\.js/.test(hit.path));
    assert.ok(asked.length <= 2, 'nothing is loaded later');
  });

  for (const size of [PHONE, DESK]) {
    suite.test(`the app takes over without moving anything, ${size.width} px`, async visit => {
      const page = await visit.page({
        size,
        prepare: () => {
          globalThis.shifts = [];
          try {
            new PerformanceObserver(list => {
              for (const { value, sources } of list.getEntries()) {
                globalThis.shifts.push({ value, moved: sources.map(({ node }) => node?.outerHTML ?? node?.data) });
              }
            }).observe({ type: 'layout-shift', buffered: true });
          } catch { /* Only Chromium measures it. */ }
        },
      });
      await visit.serve({ slow: ['app.wasm'] });
      page.server = visit.server;
      await page.page.goto(page.server.address);
      const places = () => page.evaluate(() => ['h1', '.lead', '#begin', '.promise', '.legend li:last-child', '#shelf', '.needs'].map(
        selector => document.querySelector(selector)?.getBoundingClientRect().toJSON()));
      const before = await places();
      assert.ok(before.every(Boolean));
      const shifts = () => page.evaluate(() => globalThis.shifts);
      visit.server.release();
      await page.until(() => !!document.querySelector('header .subject'), 'the app has taken over');
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.deepEqual(await places(), before);
      assert.deepEqual(await shifts(), [], 'layout shifts');
      await page.sealed();
      assert.deepEqual(await places(), before);
      // The words of the seal change in their corner; nothing else may.
      const total = (await shifts()).reduce((sum, { value }) => sum + value, 0);
      assert.ok(total < 0.001, JSON.stringify(await shifts()));
    });
  }

  suite.test('a press before the app is there is done when it is', async visit => {
    const server = await visit.serve({ slow: ['app.wasm'] });
    const page = await visit.page({ server });
    await page.page.goto(server.address);
    await page.click('button', 'Start an assessment');
    server.release();
    await page.screen('What do you want to look at?');
    await page.sealed();
  });

  // Each: what is wrong, the options of the server, and what is said.
  for (const [wrong, options, said] of [
    ['the app is not there', { missing: ['app.wasm'] }, /not where it should be: app\.wasm/],
    ['the glue is not there', { missing: ['app.js'] }, /not where it should be: app\.js/],
    ['a sign-in page comes instead', { types: { wasm: 'text/html' } }, /sign-in has run out/],
    ['WASM is forbidden', { change: { 'index.html': text => text.replace(" 'wasm-unsafe-eval'", '') } }, /does not let it run WebAssembly/],
    ['the app is damaged', { change: { 'app.wasm': () => 'not wasm' } }, /too old|do not fit together/],
    ['the questions are of another build', { change: { 'questions.en.bin': () => 'x' } }, /do not fit together/],
  ]) {
    suite.test(`${wrong}: the start screen stays and says so`, { noisy: true }, async visit => {
      const page = await visit.page({ server: await visit.serve(options) });
      await page.open('', { sealed: false });
      const text = await eventually(async () => (await page.seek('alert')) && page.text('[role=alert]'), 'the notice');
      assert.match(text, /^The assessment could not be started\./);
      assert.match(text, said);
      assert.match(text, /Load the page again/);
      assert.equal(await page.evaluate(() => document.querySelector('h1').checkVisibility()), true);
      assert.equal(await page.seek('button', 'Start an assessment'), null, 'no button that does nothing');
    });
  }

  suite.test('wrong types of files do no harm', async visit => {
    const types = { wasm: 'application/octet-stream', bin: 'application/octet-stream' };
    const page = await visit.page({ server: await visit.serve({ types }) });
    await page.open();
    await page.click('button', 'Start an assessment');
    await page.screen('What do you want to look at?');
  });

  suite.test('it works under any path', async visit => {
    const page = await visit.page({ server: await visit.serve({ prefix: '/some/where/' }) });
    await page.open();
    await page.click('button', 'Start an assessment');
    await page.screen('What do you want to look at?');
    assert.ok(page.server.hits.every(({ path }) => path.startsWith('/some/where/')), JSON.stringify(page.server.hits));
  });
});
