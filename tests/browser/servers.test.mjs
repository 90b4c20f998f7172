// Where the page may stand: what a server's own rules and headers take from it, it says at once, in
// words, and names the rule for those who look after the server.

import assert from 'node:assert/strict';
import { inBrowsers } from './harness/suite.mjs';
import { begin, go, saveFile } from './harness/ways.mjs';

const policy = text => ({ 'content-security-policy': text });

const PLAIN_HOST = 'intranet.test';

/** The same server by a name that browsers do not take for this machine: plain HTTP, nothing secure. */
const insecure = server => ({ ...server, hits: server.hits, address: server.address.replace('127.0.0.1', PLAIN_HOST) });

inBrowsers('servers', { proves: 'Builds that meet, and servers', shared: true }, suite => {
  // Policies that let the page start and seal itself, but no worker from memory, and what is named then.
  for (const [text, named] of [
    ["default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", /(worker|script)-src.*: blob/],
    ["default-src 'self'; script-src 'self' 'unsafe-eval'", /(worker|script)-src.*: blob/],
    ["worker-src 'self'", /worker-src: blob/],
    ["require-trusted-types-for 'script'; trusted-types other", /trusted-types: trusted-types-policy/],
    ["trusted-types 'none'", /trusted-types: trusted-types-policy/],
  ]) {
    suite.test(`that no file can be made is said before the first answer, with the rule: ${text}`, { noisy: true }, async visit => {
      const page = await visit.start({ server: await visit.serve({ headers: policy(text) }) });
      await page.find('alert', /^Here the page can make no file and no result\./);
      await page.click('button', /The rule, for those who look after/);
      assert.match(await page.text('.notice details'), named);
      assert.match(await page.text('.notice details'), new RegExp(text.split(' ')[0]), 'the whole policy');
      assert.match(await page.text('header .seal'), /^Sealed/);
      assert.equal(await page.seek('link', 'Open it in a window of its own'), null, 'it is in one');
      await begin(page);
      await page.click('radio', 'I don’t know yet');
      await page.kept();
      await go(page, 'result', 'Result');
      await page.until(() => /No result can be drawn here now/.test(document.querySelector('main').innerText), 'it says so');
      await go(page, 'download', 'Download');
      await page.click('button', 'Save Save file');
      await page.until(() => /Not written: the part of this page that makes files is not here/.test(document.querySelector('main').innerText), 'it says so');
      assert.doesNotMatch(await page.text(), /fault of the page/);
    });
  }

  suite.test('where the page stands inside another one, a window of its own is offered', { noisy: true }, async visit => {
    const page = await visit.page({ server: await visit.serve({ headers: policy("worker-src 'self'") }) });
    await page.page.goto(`${page.server.address}LICENSE-MIT`);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: './', width: 900, height: 900 });
      document.body.append(frame);
    });
    const offered = () => frames[0].document.querySelector('.notice a[target=_blank]')?.href;
    assert.equal(await page.until(offered, 'the link'), page.server.address);
  });

  suite.test('the policy that docs/hosting.md names takes nothing away', { noisy: true }, async visit => {
    const text = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self' blob:; trusted-types respect-in-practice";
    const page = await visit.start({ server: await visit.serve({ headers: policy(text) }) });
    assert.equal(await page.seek('alert'), null);
    await begin(page);
    await go(page, 'download', 'Download');
    assert.match((await saveFile(visit, page)).text, /"answers"/);
  });

  for (const text of ["default-src 'self'", "script-src 'self'"]) {
    suite.test(`WebAssembly refused by a server is said with the rule: ${text}`, { noisy: true }, async visit => {
      const page = await visit.page({ server: await visit.serve({ headers: policy(text) }) });
      await page.open('', { sealed: false });
      await page.find('alert', /does not let it run WebAssembly.*find the rule below/);
      assert.match(await page.evaluate(() => document.querySelector('[role=alert] pre').textContent), /(script|default)-src/);
    });
  }

  // Each: what keeps the start script from running.
  for (const [what, options] of [
    ['it is cut off', { damage: { 'start.js': bytes => bytes.subarray(0, 900) } }],
    ['it is not there', { missing: ['start.js'] }],
    ['its type is another one', { types: { js: 'text/plain' }, headers: { 'x-content-type-options': 'nosniff' } }],
    ['a sign-in page comes instead', { types: { js: 'text/html' }, damage: { 'start.js': () => '<!doctype html>' } }],
    ['a policy wants a nonce', { headers: policy("script-src 'nonce-a' 'strict-dynamic'") }],
    ['a sandbox gives the page no origin', { headers: policy('sandbox allow-scripts') }],
  ]) {
    suite.test(`the start script does not run, as ${what}: a style says so`, { noisy: true }, async visit => {
      const page = await visit.page({ server: await visit.serve(options) });
      await page.open('', { sealed: false });
      const seen = () => document.getElementById('unstarted').checkVisibility({ visibilityProperty: true });
      assert.equal(await page.evaluate(seen), false, 'not at once');
      await page.unstarted();
      assert.match(await page.text('#unstarted'), /has not started.*Load the page again$/);
    });
  }

  suite.test('where a sandbox lets no script run at all, the page says that scripts are switched off here', { noisy: true }, async visit => {
    const page = await visit.page({ server: await visit.serve({ headers: policy('sandbox') }) });
    await page.page.goto(page.server.address);
    assert.match(await page.text(), /this page needs JavaScript, which is switched off/);
  });

  suite.test('where a policy refuses the styles in the page as well, the line is there from the beginning', { noisy: true }, async visit => {
    const page = await visit.page({ server: await visit.serve({ headers: policy("default-src 'nonce-a'") }) });
    await page.open('', { sealed: false });
    assert.match(await page.text('#unstarted'), /has not started\. If this line stays/);
  });

  suite.test('a start that comes off never says that it did not', async visit => {
    const page = await visit.start();
    assert.equal(await page.evaluate(() => document.getElementById('unstarted')), null);
  });

  for (const [what, options] of [
    ['is not there', { missing: ['styles.css'] }],
    ['comes as another type', { types: { css: 'text/plain' }, headers: { 'x-content-type-options': 'nosniff' } }],
    ['is refused by a policy', { headers: policy("style-src 'nonce-a'") }],
  ]) {
    suite.test(`a style sheet that ${what} is said, and nothing else is lost`, { noisy: true }, async visit => {
      const page = await visit.start({ server: await visit.serve(options) });
      await page.find('alert', /^This page looks plainer than it should\. .*styles\.css.*All else works/);
      await begin(page, { keep: false });
      await go(page, 'download', 'Download');
      assert.match((await saveFile(visit, page)).text, /"answers"/);
    });
  }

  suite.test('another encoding in the header of the page changes no letter', async visit => {
    // The app never comes, so that what stands there is what the page says by itself.
    const page = await visit.page({ server: await visit.serve({ slow: ['app.wasm'], types: { html: 'text/html; charset=iso-8859-1' } }) });
    await page.page.goto(page.server.address, { waitUntil: 'domcontentloaded' });
    assert.equal(await page.evaluate(() => document.characterSet), 'UTF-8');
    assert.match(await page.text('main'), /’/);
    assert.doesNotMatch(await page.text(), /â€/);
  });

  suite.test('over plain HTTP all works, and where keeping is chosen the page says that it has no locks', { noisy: true }, async visit => {
    const page = await visit.start({ server: insecure(await visit.serve()) });
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await page.click('button', 'Start an assessment');
    await page.until(() => /does not tell its windows apart/.test(document.querySelector('.not-held')?.innerText), 'it says so');
    await page.evaluate(() => { location.hash = ''; });
    await begin(page);
    await go(page, 'download', 'Download');
    assert.match((await saveFile(visit, page)).text, /"answers"/);
  });

  suite.test('over plain HTTP, where there is nothing to take sums with, a changed file is refused as well', { noisy: true }, async visit => {
    const server = await visit.serve({ damage: { 'app.wasm': bytes => Buffer.concat([bytes, Buffer.from([0, 2, 1, 97])]) } });
    const page = await visit.page({ server: insecure(server) });
    await page.open('', { sealed: false });
    await page.find('alert', /damaged, or belongs to another version of it: app\.wasm/);
  });

  suite.test('over HTTPS or here, nothing is said of windows', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.until(() => !!document.querySelector('.not-held'), 'the choice');
    assert.equal(await page.text('.not-held'), '');
  });
});
