// Before the app runs: the first words stand in the page itself, and the app takes over without
// moving anything. What cannot start says so in plain words.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from './harness/server.mjs';
import { DESK, DIST, LONG, PHONE, inBrowsers } from './harness/suite.mjs';
import { eventually } from './harness/page.mjs';
import { begin, go, saveFile } from './harness/ways.mjs';

const SHEET = readFileSync(join(DIST, readdirSync(DIST).find(name => plain(name) === 'styles.css')), 'utf8');

/** Puts into a page: how all that a selector finds looks, each element with its place and all that its
 *  styles come to; what is another in the second of two looks; and both at once, without a sheet and
 *  with it, so that nothing else can happen in between. */
function prepare() {
  globalThis.look = selector => {
    for (const animation of document.getAnimations()) animation.finish();
    const styles = (element, part) => {
      const computed = getComputedStyle(element, part);
      // A part that is not there has styles all the same.
      if (part && computed.content === 'none') return { content: 'none' };
      // Properties of one's own count by what uses them, and not every browser lists them.
      return Object.fromEntries([...computed].filter(name => !name.startsWith('--')).map(name => [name, computed.getPropertyValue(name)]));
    };
    // What is folded away is laid out where a browser likes to.
    return [...document.querySelectorAll(selector)].filter(element => element.checkVisibility()).map(element => ({
      name: `${element.localName}.${element.getAttribute('class') ?? ''}`,
      place: JSON.stringify(element.getBoundingClientRect()),
      parts: [null, '::before', '::after'].map(part => styles(element, part)),
    }));
  };
  globalThis.changes = (before, after) => before.flatMap(({ name, place, parts }, at) => {
    const now = after[at];
    if (!now) return [`${name}: gone`];
    const styles = parts.flatMap((part, which) => Object.keys(part)
      .filter(key => part[key] !== now.parts[which][key])
      .map(key => `${key}: ${part[key]} -> ${now.parts[which][key]}`));
    return [...(place === now.place ? [] : ['moved']), ...styles].map(what => `${name}: ${what}`);
  });
  globalThis.changesWith = text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const early = look('#app, #app *');
    document.adoptedStyleSheets = [sheet];
    const found = changes(early, look('#app, #app *'));
    document.adoptedStyleSheets = [];
    return { count: early.length, found };
  };
}

/** What stands on the start screen from the first words on, and stays as it is. The whole of it does not: what
 *  the assessment asks comes with the later half, at its end. */
const WORDS = '.rip, .home, .home *, .opening, .opening *, .shelf > h2';

/** The rules that stand in the page, compared with the whole sheet: on each screen up to the first
 *  question, and before anything else has come. Each width in each light in one of the browsers, as a
 *  missing rule is missing in both, and all of it in both with LONG. */
for (const dark of [false, true]) {
  inBrowsers(`the early look, ${dark ? 'dark' : 'light'}`, { dark }, suite => {
    const own = (suite.kind === 'chromium') === dark ? PHONE : DESK;
    for (const size of LONG ? [PHONE, DESK] : [own]) {
      suite.test(`nothing changes when the sheet comes, ${size.width} px`, async visit => {
        const server = await visit.serve({ slow: ['styles.css', 'later.bin'] });
        const page = await visit.page({ size, server, prepare });
        await page.page.goto(server.address, { waitUntil: 'domcontentloaded' });
        await page.until(() => !document.querySelector('main noscript'), 'the app has taken over');
        const stays = async about => {
          const { count, found } = await page.evaluate(text => changesWith(text), SHEET);
          assert.deepEqual(found, [], about);
          assert.ok(count > 30, about);
        };
        assert.ok(await page.evaluate(() => getComputedStyle(document.querySelector('.rip')).getPropertyValue('--paper') !== ''), 'the page has styles');
        await stays('the start screen');
        await page.click('button', 'Start an assessment');
        await page.screen('Two choices, then the first question');
        await page.click('button', 'Start answering');
        await page.find('alert', /please choose/);
        await stays('what is missing');
        await page.click('radio', /^One product/);
        await page.click('radio', /^Don’t keep/);
        await stays('what was chosen');
        await page.click('button', 'Start answering');
        await page.until(() => !!document.querySelector('section.question'), 'the first question');
        await stays('the first question');
        await page.evaluate(() => document.querySelector('section.question input[type=radio]').click());
        await page.until(() => !!document.querySelector('section.question :checked'), 'answered');
        await stays('an answer');
        assert.equal(await page.evaluate(() => [...document.styleSheets].filter(sheet => sheet.href).length), 0, 'the sheet was not there');
      });
    }
  });
}

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
      const places = () => page.evaluate(() => ['h1', '.lead', '#begin', '.promise', '.sketch', '#shelf', '.about-it'].map(
        selector => {
          const place = document.querySelector(selector)?.getBoundingClientRect();
          // The last of them is filled by the later half: below it nothing stands that could move.
          return place && (selector === '.about-it' ? [place.x, place.y, place.width] : place.toJSON());
        }));
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
      const before = await places();
      assert.ok(before.every(Boolean));
      const shifts = () => page.evaluate(() => globalThis.shifts);
      visit.server.release();
      await page.until(() => !document.querySelector('main noscript'), 'the app has taken over');
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

  suite.test('the seal takes no style away', async visit => {
    const page = await visit.page({ prepare, server: await visit.serve({ slow: ['later.bin'] }) });
    await page.page.goto(page.server.address, { waitUntil: 'domcontentloaded' });
    await page.until(() => !document.querySelector('main noscript'), 'the app has taken over');
    await page.evaluate(words => { globalThis.before = look(words); }, WORDS);
    page.server.release();
    await page.sealed();
    assert.deepEqual(await page.evaluate(words => changes(before, look(words)), WORDS), []);
    // Rules stand in layers.
    const sheets = () => page.evaluate(() => {
      const rules = of => [...of.cssRules].reduce((sum, rule) => sum + (rule instanceof CSSLayerBlockRule ? rules(rule) : 1), 0);
      return [...document.styleSheets].map(sheet => [sheet.href?.split('/').pop() ?? null, rules(sheet) > 50]);
    });
    assert.deepEqual((await sheets()).map(([name, full]) => [name && plain(name), full]), [[null, true], ['styles.css', true]]);
    // Without the sheet, what stands in the page is all there is.
    await page.evaluate(() => { document.styleSheets[1].disabled = true; });
    assert.deepEqual(await page.evaluate(words => changes(before, look(words)), WORDS), []);
    await page.evaluate(() => { document.styleSheets[1].disabled = false; });
    await begin(page);
    assert.deepEqual((await page.evaluate(text => changesWith(text), SHEET)).found, []);
  });

  suite.test('a server whose policy does not know the page’s styles costs the early look alone', { noisy: true }, async visit => {
    const usual = await visit.page({ prepare });
    await usual.open();
    const headers = { 'content-security-policy': "style-src 'self'" };
    const page = await visit.page({ prepare, server: await visit.serve({ headers }) });
    await page.open();
    const refused = await page.violations();
    assert.deepEqual(refused.map(({ blocked, directive }) => [blocked, directive]), [['inline', 'style-src-elem']]);
    const looks = await usual.evaluate(words => look(words), WORDS);
    assert.deepEqual(await page.evaluate((looks, words) => changes(looks, look(words)), looks, WORDS), []);
    assert.ok(looks.length > 30);
    assert.equal(await page.seek('alert'), null);
    await begin(page);
  });

  suite.test('a sheet that does not come is named, and files are written all the same', { noisy: true }, async visit => {
    const page = await visit.page({ server: await visit.serve({ missing: ['styles.css'] }) });
    await page.open();
    await page.find('alert', /styles\.css/);
    await begin(page, { keep: false });
    await go(page, 'download', 'Download');
    assert.match((await saveFile(visit, page)).text, /"answers"/);
  });

  suite.test('a press before the app is there is done when it is', async visit => {
    const server = await visit.serve({ slow: ['app.wasm'] });
    const page = await visit.page({ server });
    await page.page.goto(server.address);
    await page.click('button', 'Start an assessment');
    server.release();
    await page.screen('Two choices, then the first question');
    assert.match((await page.focus()).text, /Two choices, then the first question/, 'it is read out');
    await page.sealed();
    await page.back();
    await page.screen(/^(?!Two choices, then the first question)/);
    assert.ok(await page.seek('button', 'Start an assessment'), 'it was begun once');
  });

  suite.test('a press that is held while the app comes is done when it ends', async visit => {
    const server = await visit.serve({ slow: ['app.wasm'] });
    const page = await visit.page({
      server,
      prepare: () => {
        const plain = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...all) => {
          const made = await plain.apply(WebAssembly, all);
          // Behind what the start script does next.
          setTimeout(() => { globalThis.made = true; });
          return made;
        };
      },
    });
    await page.page.goto(server.address);
    await (await page.find('button', 'Start an assessment')).hover();
    await page.page.mouse.down();
    server.release();
    await page.until(() => globalThis.made, 'the app is there');
    await page.page.mouse.up();
    await page.screen('Two choices, then the first question');
    await page.sealed();
  });

  // Each: what is wrong, the options of the server, and what is said.
  for (const [wrong, options, said] of [
    ['the app is not there', { missing: ['app.wasm'] }, /not where it should be: app\.wasm/],
    ['the glue is not there', { missing: ['app.js'] }, /not where it should be: app\.js/],
    ['a sign-in page comes instead', { types: { wasm: 'text/html' }, damage: { 'app.wasm': () => '<!doctype html>' } }, /sign-in has run out/],
    ['a part leads to a sign-in page elsewhere', { moved: { 'app.wasm': 'http://sign-in.test/' } }, /sign-in has run out/],
    ['the glue leads to a sign-in page elsewhere', { moved: { 'app.js': 'http://sign-in.test/' } }, /sign-in has run out/],
    ['WASM is forbidden', { change: { 'index.html': text => text.replace(" 'wasm-unsafe-eval'", '') } }, /does not let it run WebAssembly/],
    ['the app is damaged', { damage: { 'app.wasm': () => 'not wasm' } }, /damaged, or belongs to another version of it: app\.wasm/],
    ['the questions are damaged', { damage: { 'questions.en.bin': () => 'x' } }, /damaged, or belongs to another version of it: questions\.en\.bin/],
    ['the browser does not know the app', { change: { 'app.wasm': () => 'not wasm' } }, /too old/],
    ['a policy refuses what is loaded', { headers: { 'content-security-policy': "connect-src 'none'" } }, /rule of the server does not let the page load a part of itself: (app|questions)\.[\w.]+\./],
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
    await page.screen('Two choices, then the first question');
  });

  suite.test('it works under any path', async visit => {
    const page = await visit.page({ server: await visit.serve({ prefix: '/some/where/' }) });
    await page.open();
    await page.click('button', 'Start an assessment');
    await page.screen('Two choices, then the first question');
    assert.ok(page.server.hits.every(({ path }) => path.startsWith('/some/where/')), JSON.stringify(page.server.hits));
  });
});
