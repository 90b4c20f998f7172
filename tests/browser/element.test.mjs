// The element in pages of others: what it takes from them, what it tells them, and what it leaves alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HOSTILE_STYLES, around, frameIn, hostPage, hosting, strict } from './harness/host.mjs';
import { eventually } from './harness/page.mjs';
import { SECRETS, answer, full, save, tactic } from './harness/sample.mjs';
import { DIST, LONG, ROOT, inBrowsers } from './harness/suite.mjs';
import { begin, go, openSave } from './harness/ways.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a page or a frame, each by itself. */
async function axe(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => (await globalThis.axe.run({ iframes: false })).violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]));
}

/** Questions that have one answer. */
const LADDERS = [...readFileSync(join(ROOT, 'content/ids.toml'), 'utf8').matchAll(/^([\w-]+) = \{.*kind = "ladder"/gm)].map(([, id]) => id);

/** The short form with an answer to each question but this one. */
function allBut(left) {
  const text = readFileSync(join(ROOT, 'content/en/short-form.toml'), 'utf8');
  const list = name => [...new RegExp(`^${name} = \\[([^\\]]*)\\]`, 'm').exec(text)[1].matchAll(/"([\w-]+)"/g)].map(([, id]) => id);
  const tactics = [...list('tactics'), ...[...text.matchAll(/^tactic = "([\w-]+)"/gm)].map(([, id]) => id)];
  const parts = {
    'embed-thinking-first-risk': { words: 'The one risk is this.' },
    'prevent-tactics': { tactics: tactics.map(id => tactic(id, 'unused')) },
  };
  const asked = list('questions').filter(id => id !== left);
  return save({ answers: asked.map(id => answer(id, parts[id] ?? { choice: 'not-known' })) });
}

const element = (src, attributes = '', id = 'one') =>
  `<respect-in-practice id="${id}" src="${src}" ${attributes}><a href="${src}">Open the assessment</a></respect-in-practice>`;

/** What the element said, of one kind. */
const said = (page, kind, id = 'one') =>
  page.evaluate((kind, id) => globalThis.said.filter(one => one.kind === kind && one.id === id).map(one => one.detail), kind, id);

/** Waits until the element has said so. */
const hears = (page, kind, id) => eventually(async () => (await said(page, kind, id)).at(-1), `${kind} is said`);

/** Waits until the frame is as high as what stands in it, and has no scroll bar. */
const isWhole = inside => inside.until(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  return Math.abs(innerHeight - height) <= 1 && document.documentElement.style.overflow === 'hidden' && height;
}, 'as high as what stands in it');

/** What is typed into every field, and which fields can be seen. */
const TYPED = 'ZQTZQ';
const FIELDS = () => {
  for (const one of document.querySelectorAll('main details')) one.open = true;
  return [...document.querySelectorAll('main :is(input, textarea)')]
    .filter(one => /^(text|search|textarea)$/.test(one.type) && !one.readOnly && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
    .map(one => one.id);
};

/** A host page with one element, and the page in its frame, sealed. */
async function one(visit, attributes, { site = 'same site', head, before = '', behind = '', ...options } = {}) {
  const server = await hosting(visit, DIST, { '/': around(before + element(site === 'same origin' ? '/app/' : visit.server.address, attributes) + behind, { head }) });
  const page = await hostPage(visit, server, { at: site === 'another site' ? server.elsewhere : server.address, ...options });
  const inside = await frameIn(page);
  await hears(page, 'ready');
  return { server, page, inside };
}

inBrowsers('element', {}, suite => {
  suite.test('under the strictest rules of a page it starts, is as high as what it shows, and breaks none', { noisy: true }, async visit => {
    const server = await hosting(visit, DIST, { '/': { body: around(element(visit.server.address)), headers: strict(visit.server.origin) } });
    const page = await hostPage(visit, server);
    const inside = await frameIn(page);
    await hears(page, 'ready');
    const before = await isWhole(inside);
    assert.deepEqual(await inside.evaluate(() => [document.referrer, document.documentElement.className]), [server.address, 'framed']);
    const [frame] = await page.evaluate(() => [...document.querySelector('#one').shadowRoot.querySelectorAll('iframe')].map(one => [one.title, one.loading, one.sandbox.value]));
    assert.deepEqual(frame, ['Respect in Practice: a self-assessment', 'lazy', 'allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox']);
    assert.equal(await page.evaluate(() => document.querySelector('#one a').checkVisibility()), false);
    await begin(inside);
    assert.notEqual(await isWhole(inside), before);
    assert.deepEqual(await inside.violations(), []);
    // Firefox asks for a picture for the tab by itself, which such rules refuse.
    assert.deepEqual((await page.violations()).filter(({ blocked }) => !blocked.endsWith('/favicon.ico')), []);
    assert.deepEqual(page.complaints.filter(text => !text.includes('/favicon.ico')), []);
    for (const one of await page.evaluate(() => globalThis.said)) assert.ok(one.bubbles && one.composed, one.kind);
  });

  for (const site of ['same origin', 'same site', 'another site']) {
    suite.test(`in a page of ${site} it is whole, whatever the styles of that page shout`, { shared: site !== 'another site' }, async visit => {
      const styles = `<style>${HOSTILE_STYLES}</style>`;
      const { page, inside } = await one(visit, '', { site, head: styles });
      await isWhole(inside);
      const [style, reads] = await page.evaluate(() => {
        const frame = document.querySelector('#one').shadowRoot.querySelector('iframe');
        const { opacity, marginTop, borderTopWidth, display } = getComputedStyle(frame);
        let reads = true;
        try { reads = !!frame.contentWindow.document.body; } catch { reads = false; }
        return [[opacity, marginTop, borderTopWidth, display], reads];
      });
      assert.deepEqual(style, ['1', '0px', '0px', 'block']);
      // As the privacy review says: scripts of the same origin can, others cannot.
      assert.equal(reads, site === 'same origin');
      await begin(inside);
      const names = () => indexedDB.databases().then(all => all.map(({ name }) => name).filter(name => name.startsWith('respect-in-practice')));
      const kept = await inside.evaluate(names);
      assert.equal(kept.length, 1, kept.join());
      assert.deepEqual(await page.evaluate(names), site === 'same origin' ? kept : []);
    });
  }

  suite.test('where nothing starts within ten seconds the link comes back with a sentence, whatever came instead', { noisy: true }, async visit => {
    const closed = await visit.serve({ headers: { 'x-frame-options': 'DENY' } });
    const signIn = await hosting(visit, DIST, { '/login': '<h1>Sign in</h1>' });
    const moved = await visit.serve({ moved: { 'index.html': `${signIn.address}login` } });
    const none = [`${signIn.address}nothing`, closed.address, moved.address, 'javascript:alert(1)'];
    const server = await hosting(visit, DIST, {
      '/': around(none.map((src, at) => element(src, '', `e${at}`)).join('') + '<respect-in-practice id="bare"></respect-in-practice>'),
      '/blocked': { body: around(element(closed.address)), headers: { 'content-security-policy': `script-src 'none'` } },
    });
    const page = await hostPage(visit, server, { hurries: true, size: { width: 900, height: 3_500 } });
    for (const [at] of none.entries()) {
      const { code } = await hears(page, 'error', `e${at}`);
      assert.equal(code, at === 3 ? 'src' : 'not-ready');
      const isShown = await page.evaluate(id => {
        const one = document.getElementById(id);
        return [one.querySelector('a').checkVisibility(), one.shadowRoot.querySelector('p').checkVisibility() && one.shadowRoot.querySelector('p').textContent];
      }, `e${at}`);
      assert.deepEqual(isShown, [true, 'If nothing can be seen below, the assessment has not started here.']);
    }
    // What tells the page around it came damaged: one can answer all the same.
    const cut = await visit.serve({ damage: { 'framed.js': bytes => bytes.subarray(0, bytes.length - 9) } });
    await page.evaluate(src => { document.body.innerHTML = `<respect-in-practice id="cut" src="${src}"></respect-in-practice>`; }, cut.address);
    assert.deepEqual(await hears(page, 'error', 'cut'), { code: 'not-ready' });
    await begin(await frameIn(page));
    await page.page.goto(`${server.address}blocked`);
    assert.ok(await page.evaluate(() => document.querySelector('#one a').checkVisibility()));
  });

  suite.test('attributes are properties, set before the element is known too, and those about looks are taken while it runs', async visit => {
    const server = await hosting(visit, DIST, {
      '/': around(`${element(visit.server.address)}<script src="/early.js"></script>`).replace('src="/respect-in-practice.js"', ''),
      '/early.js': `Object.assign(document.querySelector('#one'), { theme: 'dark', accent: '#8a1538', maxHeight: 700, insetTop: 80 });`,
    });
    const page = await hostPage(visit, server);
    const load = () => page.evaluate(() => import('/respect-in-practice.js').then(() => true));
    await load();
    const inside = await frameIn(page);
    const looks = () => inside.evaluate(() => {
      const app = document.getElementById('app');
      return [app.className, app.style.getPropertyValue('--rip-accent'), getComputedStyle(document.documentElement).getPropertyValue('--inset-top'), matchMedia('(prefers-color-scheme: dark)').matches];
    });
    await eventually(async () => (await looks())[2] === '80px', 'what covers the top is known');
    assert.deepEqual(await looks(), ['rip dark', 'rgb(from #8a1538 r g b)', '80px', true]);
    await eventually(async () => (await inside.box()).height === 700, 'no higher than allowed');
    // Within the frame it scrolls.
    await inside.until(() => document.documentElement.style.overflow === '' && document.documentElement.scrollHeight > innerHeight, 'a scroll bar of its own');
    assert.deepEqual(await page.evaluate(() => {
      const one = document.querySelector('#one');
      return [one.getAttribute('max-height'), one.maxHeight, one.insetTop, one.src === one.getAttribute('src'), Object.hasOwn(one, 'theme')];
    }), ['700', '700', '80', true, false]);
    await page.evaluate(() => { Object.assign(document.querySelector('#one'), { theme: 'light', accent: 'hsl(300 90% 90%)', maxHeight: null }); });
    await eventually(async () => (await looks())[0] === 'rip light', 'light');
    assert.equal((await looks())[1], 'rgb(from hsl(300 90% 90%) r g b)');
    await isWhole(inside);
    for (const [accent, theme] of [['url(https://elsewhere.example)', 'x'], ['red; color: blue', 'dark;'], ['var(--paper)', '']]) {
      await page.evaluate((accent, theme) => { Object.assign(document.querySelector('#one'), { accent, theme }); }, accent, theme);
    }
    await inside.until(() => document.documentElement.dataset.ignored >= 5, 'others are ignored');
    assert.equal((await looks())[1], 'rgb(from hsl(300 90% 90%) r g b)');
    // A second script of another address, and the same again.
    await page.evaluate(async () => {
      globalThis.warned = [];
      console.warn = text => warned.push(text);
      await import('/respect-in-practice.js');
      await import('/app/respect-in-practice.js');
    });
    assert.match((await page.evaluate(() => warned)).join(), /^<respect-in-practice> is there already, from .*\/respect-in-practice\.js; .*\/app\/respect-in-practice\.js changes nothing\.$/);
  });

  suite.test('10,000 odd messages of the page, of a frame beside and of a window of its own change nothing', { shared: true }, async visit => {
    const odd = `
      const odd = at => [null, at, 'resize', [], { kind: 'respect-in-practice' }, { kind: 'respect-in-practice', version: 2 }, { kind: 'respect-in-practice', version: '1' },
        { kind: 'ready' }, { kind: 'height', value: at }, { kind: 'theme', value: 'dark' }, { kind: 'accent', value: '#f00' }, { kind: 'print' }, { kind: '__proto__', value: {} },
        { kind: 'error', code: 'x' }, { kind: 'unsaved', unsaved: true }, { kind: 'respect-in-practice-hello', version: at }, { kind: 'respect-in-practice-hello', version: 1 }, new Map([[1, 2]]), { kind: ['height'], value: [1] }][at % 19];
      // To the frame, and to the page around it.
      const post = (frame, page, much) => {
        for (let at = 0; at < much; at += 1) {
          frame.postMessage(odd(at), '*', at % 19 === 4 ? [new MessageChannel().port1, new MessageChannel().port1] : at % 19 === 5 ? [new MessageChannel().port1] : []);
          page.postMessage(odd(at), '*');
        }
        return true;
      };
      globalThis.frameOf = page => page.document.querySelector('#one').shadowRoot.querySelector('iframe').contentWindow;`;
    const extra = { '/odd.js': odd, '/beside': '<script src="/odd.js"></script>' };
    const server = await hosting(visit, DIST, { '/': around(`<iframe id="beside" src="/beside"></iframe>${element(visit.server.address)}<script src="/odd.js"></script>`), ...extra });
    const page = await hostPage(visit, server);
    const inside = await frameIn(page, 1);
    await hears(page, 'ready');
    await begin(inside, { keep: false });
    await isWhole(inside);
    const state = async () => [
      await inside.evaluate(() => [document.body.textContent, document.documentElement.className, document.getElementById('app').className, document.documentElement.style.overflow, innerHeight, location.href, prints]),
      await page.evaluate(() => [globalThis.said.length, document.querySelector('#one').shadowRoot.innerHTML, document.querySelector('#one').outerHTML]),
    ];
    const before = await state();
    assert.ok(await page.evaluate(() => post(frameOf(window), window, 3_400)));
    assert.ok(await page.evaluate(() => document.querySelector('#beside').contentWindow.eval('post(frameOf(parent), parent, 3400)')));
    const popup = new Promise(done => { page.page.once('popup', done); });
    await page.evaluate(() => { globalThis.popup = open('/beside'); });
    await popup;
    await page.until(() => popup.eval?.('typeof post === "function" && post(frameOf(opener), opener, 3400)'), 'the window has posted');
    await inside.until(() => Number(document.documentElement.dataset.ignored) >= 10_000, 'all of them have come');
    // Hellos of others are answered by nobody, and wrong versions are not said of the frame.
    assert.deepEqual(await state(), before);
    await page.evaluate(() => { popup.close(); });
  });

  suite.test('added, removed and moved it leaves nothing behind, and where a browser can move it whole it stays as it is', { noisy: true }, async visit => {
    const times = LONG ? 200 : 20;
    const { page } = await one(visit, '', { behind: '<div id="other"></div>' });
    const held = async () => {
      const client = await page.page.createCDPSession();
      await client.send('HeapProfiler.collectGarbage');
      await client.send('HeapProfiler.collectGarbage');
      const { jsHeapSizeLimit, ...counts } = await client.send('Memory.getDOMCounters');
      const { usedSize } = await client.send('Runtime.getHeapUsage');
      await client.detach();
      return { ...counts, usedSize };
    };
    if (await page.evaluate(() => 'moveBefore' in Element.prototype)) {
      const loads = () => visit.server.hits.filter(({ path }) => path === '/').length;
      const before = loads();
      await page.evaluate(() => document.querySelector('#other').moveBefore(document.querySelector('#one'), null));
      // Firefox loads a frame in a shadow tree anew all the same, as decisions.md says.
      if (visit.kind === 'firefox') {
        await eventually(() => loads() > before, 'it is loaded anew');
        await eventually(async () => (await said(page, 'ready')).length === 2, 'and heard again');
      } else {
        // Nobody prints here: that the frame says so shows that it is the same one, and still heard.
        await page.evaluate(() => document.querySelector('#one').print());
        assert.deepEqual(await hears(page, 'warning'), { code: 'print-refused' });
        assert.equal(loads(), before, 'it is not loaded anew');
      }
    }
    const turns = times => page.evaluate(async times => {
      for (let at = 0; at < times; at += 1) {
        const one = document.createElement('respect-in-practice');
        one.src = document.querySelector('#one').src;
        document.body.prepend(one);
        // Every third is heard of before it goes.
        if (at % 3 === 0) await new Promise(done => one.addEventListener('resize', done, { once: true }));
        one.remove();
      }
      return document.querySelectorAll('respect-in-practice').length;
    }, times);
    if (visit.kind !== 'chromium') {
      assert.equal(await turns(6), 1);
      return;
    }
    await turns(6);
    const before = await held();
    await turns(times);
    const after = await held();
    assert.ok(after.documents <= before.documents + 1, `${before.documents} documents, then ${after.documents}`);
    assert.ok(after.jsEventListeners <= before.jsEventListeners + 5, `${before.jsEventListeners} listeners, then ${after.jsEventListeners}`);
    assert.ok(after.nodes <= before.nodes + 50, `${before.nodes} nodes, then ${after.nodes}`);
    assert.ok(after.usedSize < before.usedSize * 1.3 + 300_000, `${before.usedSize} bytes, then ${after.usedSize}`);
  });

  suite.test('Tab goes through the page, the frame and on; axe finds nothing in either, with any accent', { noisy: true }, async visit => {
    const server = await hosting(visit, DIST, {
      '/': around(`<main><h1>Intranet</h1><a id="first" href="#first">Before</a>${element(visit.server.address, 'accent="#ff8800" theme="dark"')}<a id="last" href="#last">Behind</a></main>`),
    });
    const page = await hostPage(visit, server);
    const inside = await frameIn(page);
    await hears(page, 'ready');
    assert.equal(await page.evaluate(() => document.hasFocus() && document.activeElement.localName), 'body', 'nobody is moved on load');
    await page.evaluate(() => document.querySelector('#first').focus());
    const walked = [];
    for (let step = 0; step < 60; step += 1) {
      const outer = await page.evaluate(() => document.activeElement.id);
      if (outer === 'last') break;
      const inner = outer === 'one' ? await inside.evaluate(() => `frame: ${document.activeElement.className || document.activeElement.id || document.activeElement.textContent}`) : outer;
      // Some browsers stop once at the frame itself.
      if (inner !== walked.at(-1)) walked.push(inner);
      await page.key('Tab');
    }
    assert.equal(walked[0], 'first');
    assert.ok(walked.includes('frame: skip'), walked.join('\n'));
    assert.ok(walked.length > 8, walked.join('\n'));
    assert.ok(walked.slice(1).every(one => one.startsWith('frame: ')), walked.join('\n'));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'last');
    for (const one of [page, inside]) assert.deepEqual(await axe(one), []);
  });

  suite.test('axe finds nothing in the page and in the frame while a question stands there, and while a dialog does', { shared: true, noisy: true }, async visit => {
    const server = await hosting(visit, DIST, { '/': around(`<main><h1>Intranet</h1>${element(visit.server.address, 'accent="#ff8800" theme="dark"')}</main>`) });
    const page = await hostPage(visit, server);
    const inside = await frameIn(page);
    await begin(inside, { keep: false });
    await go(inside, 'embed-commit-end-use');
    await inside.click('radio', 'I don’t know yet');
    for (const one of [page, inside]) assert.deepEqual(await axe(one), [], 'a question');
    await inside.click('link', 'Respect in Practice');
    await inside.click('button', 'Start an assessment');
    await inside.find('dialog', /^Leave .* without keeping it\?/);
    for (const one of [page, inside]) assert.deepEqual(await axe(one), [], 'a dialog');
  });

  suite.test('what is typed, chosen or opened is in no message and no event, and what is asked for is the list of the files', async visit => {
    const from = visit.suite.proxy.seen.length;
    const { server, page, inside } = await one(visit, 'namespace="markers"');
    const seal = visit.suite.proxy.seen.length;
    await openSave(visit, inside, full());
    const filled = new Set();
    const fill = async () => {
      const fields = await inside.evaluate(FIELDS);
      for (const id of fields) {
        await inside.type(id, TYPED);
        filled.add(id.replace(/\d+/, 'N'));
      }
      await inside.until((ids, typed) => ids.every(id => document.getElementById(id).value.includes(typed)), `typed into ${fields}`, fields, TYPED);
    };
    const places = {
      choose: 'What you look at', reach: 'Whom it reaches', open: 'What is open', result: 'Result', 'plan.1': 'Plan',
      download: 'Download', questions: 'All questions', sealed: 'Nothing leaves this machine',
      'embed-thinking-first-risk': null, 'embed-gov-exec': null, 'embed-tactic-learning': null, 'prevent-tactics.research': null, 'prevent-tactics.design': null, 'embed-commit-end-use': null,
    };
    for (const [place, title] of Object.entries(places)) {
      await go(inside, place, title);
      if (place === 'choose') await inside.click('button', /^Who answers/);
      if (place === 'reach') await inside.click('radio', 'Directly');
      // The worker draws it.
      if (place === 'result') await inside.until(() => !!document.querySelector('.tensions textarea'), 'fields for reasons');
      await fill();
    }
    await inside.click('radio', 'I don’t know yet');
    await fill();
    await inside.kept();
    await inside.click('button', /^Next/);
    await go(inside, '', 'Respect for human rights, as you practise it');
    await go(inside, 'open', 'What is open');
    assert.deepEqual([...filled].sort(), [
      'action-N', 'because', 'because-N', 'company-name', 'could-know', 'dsgn-capability-limit-could-know', 'elsewhere', 'evidence-N-as-of', 'evidence-N-place',
      'first-sign-N', 'first-step-N', 'needs-N', 'note', 'other-function', 'owner-N', 'person', 'product-name', 'rsch-release-choice-because', 'words',
    ]);
    // A file goes from the page to the browser, and asks nobody.
    await go(inside, 'download', 'Download');
    const file = await visit.download(() => inside.click('button', 'Save Report'));
    assert.ok(file.text.includes(TYPED));
    const { sections } = await hears(page, 'progress');
    assert.ok(sections.length > 3 && sections.some(({ asked, answered }) => asked > answered && answered > 0), JSON.stringify(sections));
    const all = [
      ...await inside.evaluate(() => posted),
      ...await page.evaluate(() => [...posted, ...globalThis.said.map(({ kind, detail }) => JSON.stringify({ kind, detail }))]),
    ];
    assert.ok(all.length > 10);
    const words = new Set();
    for (const one of all) {
      JSON.parse(one, (key, value) => {
        words.add(key);
        if (typeof value === 'string') words.add(value);
        if (typeof value === 'number') assert.ok(value < 100_000, one);
        return value;
      });
    }
    // Numbers name places in lists. Whatever else is said is here.
    const known = ['kind', 'version', 'value', 'height', 'detail', 'screen', 'sections', 'asked', 'answered', 'unsaved', 'code',
      'locker', 'key', 'number',
      'respect-in-practice', 'respect-in-practice-hello', 'ready', 'resize', 'progress', 'complete', 'warning', 'error'];
    const others = [...words].filter(word => !/^\d*$/.test(word) && !known.includes(word));
    const screens = new Set(await page.evaluate(() => globalThis.said.filter(one => one.kind === 'progress').map(one => one.detail.screen)));
    assert.deepEqual(others.filter(word => !screens.has(word)), []);
    assert.deepEqual([...screens].sort(), ['choose', 'download', 'open', 'plan', 'questions', 'reach', 'result', 'sealed', 'section', 'start']);
    for (const secret of [...Object.values(SECRETS), TYPED]) assert.ok(!all.join().includes(secret), secret);
    // The page, the element, and what the page in the frame is made of; nothing since.
    const asked = visit.suite.proxy.seen.slice(from);
    const files = [...new Set(asked.filter(({ host }) => host === new URL(visit.server.address).host).map(({ path }) => path.replace(/\?.*|\.[\w-]{8}(?=\.\w+$)/g, '')))].sort();
    assert.deepEqual(files, ['/', '/app.js', '/app.wasm', '/documents.js', '/framed.js', '/later.bin', '/later.en.bin', '/powers.js', '/questions.en.bin', '/start.js', '/styles.css']);
    assert.deepEqual(asked.filter(({ host }) => host === new URL(server.address).host).map(({ path }) => path).filter(path => path !== '/favicon.ico'), ['/', '/respect-in-practice.js']);
    assert.deepEqual(visit.suite.proxy.seen.slice(seal).filter(({ path }) => path !== '/favicon.ico'), []);
  });

  suite.test('another language or name while work would be lost waits for the next load, and says so; without such work it is taken', async visit => {
    const { page, inside } = await one(visit, '');
    await begin(inside, { keep: false });
    await inside.click('radio', 'I don’t know yet');
    await page.until(() => document.querySelector('#one').hasUnsaved, 'there is work that would be lost');
    assert.deepEqual((await said(page, 'unsaved')).at(-1), { unsaved: true });
    await page.evaluate(() => Object.assign(document.querySelector('#one'), { lang: 'de', namespace: 'other' }));
    assert.deepEqual(await hears(page, 'warning'), { code: 'at-next-load' });
    assert.ok(await inside.evaluate(() => document.querySelector('input[type=radio]:checked') !== null && !location.search));
    // What is taken out says so to those who listen at the element itself: nothing is around it any more.
    const afterwards = await page.evaluate(() => {
      const one = document.querySelector('#one');
      const warnings = [];
      one.addEventListener('warning', ({ detail }) => warnings.push(detail));
      one.remove();
      const afterwards = [one.hasUnsaved, ...warnings];
      document.body.append(one);
      return afterwards;
    });
    assert.deepEqual(afterwards, [false, { code: 'removed-unsaved' }]);
    await inside.until(() => location.search.includes('namespace=other') && document.querySelector('header .seal')?.textContent.startsWith('Sealed'), 'loaded with both');
    const loaded = (await said(page, 'ready')).length;
    await page.evaluate(() => { document.querySelector('#one').namespace = 'third'; });
    await eventually(async () => (await said(page, 'ready')).length > loaded, 'loaded anew');
  });

  suite.test('the page in the frame goes, and a sign-in page comes: nothing of what it said holds, and the link is there', { noisy: true }, async visit => {
    const damage = {};
    await visit.serve({ damage });
    const { page, inside } = await one(visit, '', { hurries: true });
    await begin(inside, { keep: false });
    await inside.click('radio', 'I don’t know yet');
    await page.until(() => document.querySelector('#one').hasUnsaved, 'there is work that would be lost');
    const state = () => page.evaluate(() => {
      const one = document.querySelector('#one');
      return { unsaved: one.hasUnsaved, link: one.querySelector('a').checkVisibility(), height: one.shadowRoot.querySelector('iframe').style.height };
    });
    assert.deepEqual([(await state()).unsaved, (await state()).link], [true, false]);
    damage['index.html'] = () => '<h1>Sign in first';
    await inside.evaluate(() => location.reload());
    await inside.until(() => document.querySelector('h1')?.textContent === 'Sign in first', 'the other page');
    await eventually(async () => (await said(page, 'error')).at(-1)?.code === 'not-ready' && (await state()).link, 'it is said');
    assert.deepEqual(await state(), { unsaved: false, link: true, height: '' });
    assert.deepEqual((await said(page, 'unsaved')).at(-1), { unsaved: false });
    // Signed in, it is there again.
    delete damage['index.html'];
    await inside.evaluate(() => location.reload());
    await inside.until(() => document.querySelector('header .seal')?.textContent.startsWith('Sealed'), 'sealed');
    await eventually(async () => !(await state()).link && /px/.test((await state()).height), 'ready again');
    await page.evaluate(() => { document.querySelector('#one').theme = 'dark'; });
    await inside.until(() => document.getElementById('app').classList.contains('dark'), 'it hears the page around it');
  });

  suite.test('what is kept is there again where the element was taken out and put back, and where another took its place', { shared: true }, async visit => {
    const { page, inside } = await one(visit, 'namespace="back"');
    await begin(inside);
    await go(inside, 'embed-commit-end-use');
    await inside.click('radio', 'I don’t know yet');
    await inside.type('note', 'Still here.');
    await inside.kept();
    const ways = {
      'the same one': one => { one.remove(); document.body.append(one); },
      'another one': one => one.replaceWith(Object.assign(document.createElement('respect-in-practice'), { id: 'one', src: one.src, namespace: 'back' })),
    };
    for (const [way, run] of Object.entries(ways)) {
      const loads = (await said(page, 'ready')).length;
      await page.evaluate(`(${run})(document.querySelector('#one'))`);
      await eventually(async () => (await said(page, 'ready')).length > loads, `${way} has started`);
      const found = () => inside.evaluate(() => [location.hash, document.getElementById('note')?.value, document.querySelector('input[type=radio]:checked')?.value]);
      await eventually(async () => (await found())[1] === 'Still here.', `${way} has the note`);
      assert.deepEqual(await found(), ['#embed-commit-end-use', 'Still here.', 'not known'], way);
      await inside.sealed();
    }
    // Nothing was lost, and nobody is warned that it was.
    assert.deepEqual(await said(page, 'warning'), []);
  });

  // Firefox loads a frame in a shadow tree anew all the same, as decisions.md says.
  suite.test('where a browser can move it whole, an answer that is kept nowhere is still there after the move', { skip: suite.kind === 'firefox' }, async visit => {
    const { page, inside } = await one(visit, '', { behind: '<div id="other"></div>' });
    if (!await page.evaluate(() => 'moveBefore' in Element.prototype)) return;
    await begin(inside, { keep: false });
    await go(inside, 'embed-commit-end-use');
    await inside.click('radio', 'I don’t know yet');
    await inside.type('note', 'Kept nowhere.');
    await page.until(() => document.querySelector('#one').hasUnsaved, 'there is work that would be lost');
    await page.evaluate(() => document.querySelector('#other').moveBefore(document.querySelector('#one'), null));
    assert.ok(await page.evaluate(() => document.querySelector('#other > #one').hasUnsaved));
    const found = await inside.evaluate(() => [document.getElementById('note').value, document.querySelector('input[type=radio]:checked').value]);
    assert.deepEqual(found, ['Kept nowhere.', 'not known']);
    // What is said from there is still heard.
    await go(inside, 'open', 'What is open');
    await eventually(async () => (await hears(page, 'progress')).screen === 'open', 'it is heard');
    assert.deepEqual([(await said(page, 'ready')).length, await said(page, 'warning')], [1, []]);
  });

  suite.test('once the last question is answered and its section left, the page around hears that all is, once, and nothing more', { shared: true }, async visit => {
    const { page, inside } = await one(visit);
    await openSave(visit, inside, allBut('comm-negative'));
    await go(inside, 'comm-negative');
    await inside.click('radio', 'I don’t know yet');
    await inside.kept();
    // While it is in that section, nobody is to see which question it was.
    assert.deepEqual(await said(page, 'complete'), []);
    await go(inside, 'open', 'What is open');
    assert.deepEqual(await hears(page, 'complete'), {});
    await go(inside, 'comm-affected');
    await go(inside, 'result', 'Result');
    await eventually(async () => (await hears(page, 'progress')).screen === 'result', 'the last is heard');
    assert.deepEqual(await said(page, 'complete'), [{}]);
    const { sections } = (await said(page, 'progress')).at(-1);
    assert.ok(sections.length > 3 && sections.every(({ asked, answered }) => asked === answered), JSON.stringify(sections));
  });

  suite.test('it prints what is in the frame, and says so where printing is refused and where the page in it has crashed', { shared: true, noisy: true }, async visit => {
    const { page, inside } = await one(visit);
    await inside.evaluate(() => { globalThis.print = () => { prints += 1; dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); }; });
    await page.evaluate(() => document.querySelector('#one').print());
    await inside.until(() => prints === 1, 'printed');
    assert.equal(await page.evaluate(() => prints), 0);
    await inside.evaluate(() => { globalThis.print = () => {}; });
    await page.evaluate(() => document.querySelector('#one').print());
    assert.deepEqual(await hears(page, 'warning'), { code: 'print-refused' });
    assert.equal((await said(page, 'warning')).length, 1, 'and nothing of what was printed');
    // What stands there after a crash stands beside the app, and is as high as it is.
    await inside.evaluate(() => { dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })); });
    await inside.find('heading', 'This page has stopped working');
    assert.deepEqual(await hears(page, 'error'), { code: 'stopped' });
    assert.ok(await isWhole(inside) > 200);
  });

  suite.test('two on one page keep 50 answers each, and both are back where they were when that page is loaded again', async visit => {
    const server = await hosting(visit, DIST, { '/': around(['left', 'right'].map(name => element(visit.server.address, `namespace="${name}"`, name)).join('')) });
    const page = await hostPage(visit, server);
    const both = [];
    for (const nth of [0, 1]) both.push(await frameIn(page, nth));
    // The first 50 and the last; some have both.
    const questions = [LADDERS.slice(0, 50), LADDERS.slice(-50)];
    const answered = async id => (await hears(page, 'progress', id)).sections.reduce((sum, one) => sum + one.answered, 0);
    for (const [nth, inside] of both.entries()) {
      const answers = questions[nth].map(question => answer(question, { choice: 'not-known' }));
      await openSave(visit, inside, save({ id: ['a1', 'b2'][nth].repeat(16), form: 'complete', modules: ['embedding', 'preventing', 'mapping', 'assessing'], company: ['Left', 'Right'][nth], answers }));
      await go(inside, questions[nth][7 + nth]);
      await inside.type('note', `Of ${nth}.`);
      await inside.kept();
    }
    await page.page.reload();
    for (const [nth, inside] of both.entries()) {
      await inside.sealed();
      await inside.until((place, text) => location.hash.slice(1) === place && document.getElementById('note')?.value === text, 'back where it was', questions[nth][7 + nth], `Of ${nth}.`);
      assert.match(await inside.text('header .subject'), [/Left/, /Right/][nth]);
      await eventually(async () => await answered(['left', 'right'][nth]) === 50, 'all 50');
    }
  });

  suite.test('declarations and the manifest name what the script knows, and no more', { shared: true }, () => {
    const read = name => readFileSync(join(DIST, name), 'utf8');
    const script = read('respect-in-practice.js');
    const [, live] = /const LIVE = \[(.*?)\]/.exec(script);
    const [, loaded] = /const LOADED = \[(.*?)\]/.exec(script);
    const attributes = [...`${live},${loaded},'max-height'`.matchAll(/'([\w-]+)'/g)].map(([, name]) => name).sort();
    // That a page goes is for the element alone.
    const kinds = [...script.slice(script.indexOf('const HEARD')).split('};')[0].matchAll(/^([a-z]\w*): /gm)].map(([, kind]) => kind).filter(kind => kind !== 'left').sort();
    const [{ declarations: [declared] }] = JSON.parse(read('custom-elements.json')).modules;
    assert.deepEqual(declared.attributes.map(({ name }) => name).sort(), attributes);
    assert.deepEqual(declared.events.map(({ name }) => name).sort(), kinds);
    const types = read('respect-in-practice.d.ts');
    for (const { fieldName } of declared.attributes) assert.match(types, new RegExp(`^  ${fieldName}: `, 'm'));
    for (const { name } of declared.events) assert.match(types, new RegExp(`^  ${name}: CustomEvent<`, 'm'));
    assert.match(types, /readonly hasUnsaved: boolean;[^]*print\(\): void;/);
  });

  suite.test('whatever accent is given, words and signs can be read on what they stand on, in both themes', { shared: true }, async visit => {
    const page = await visit.page();
    await page.open('', { sealed: false });
    const poor = await page.evaluate(accents => {
      // A box of its own: the whole page would be drawn anew with each.
      const app = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'rip' }));
      const text = 4.5;
      const sign = 3;
      const PAIRS = [
        ...['paper', 'tint', 'tint2', 'act-tint'].flatMap(ground => [['act', ground, text], ['act-hover', ground, text], ['ink', ground, text], ['ink2', ground, text], ['err', ground, text]]),
        ['on-act', 'act', text], ['on-act', 'act-hover', text], ['on-act', 'done', text],
        ['done', 'paper', sign], ['s5', 'paper', sign], ['s4', 'paper', sign],
      ];
      const names = [...new Set(PAIRS.flatMap(([one, other]) => [one, other]))];
      const probe = document.createElement('span');
      app.append(probe);
      const picture = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
      const light = name => {
        probe.style.color = `var(--${name})`;
        picture.fillStyle = getComputedStyle(probe).color;
        picture.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...picture.getImageData(0, 0, 1, 1).data].map(one => one / 255).map(one => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
      };
      const poor = {};
      for (const theme of ['light', 'dark']) {
        app.classList.add(theme);
        for (const accent of accents) {
          app.style.setProperty('--rip-accent', accent);
          const lights = Object.fromEntries(names.map(name => [name, light(name)]));
          for (const [one, other, least] of PAIRS) {
            const found = Math.max(lights[one], lights[other]) / Math.min(lights[one], lights[other]);
            const name = `${theme}: ${one} on ${other}`;
            if (found < least && found < (poor[name]?.found ?? 99)) poor[name] = { found, accent };
          }
        }
        app.classList.remove(theme);
      }
      return poor;
    }, ['#000000', '#ffffff', '#ffff00', '#00ff00', '#0000ff', '#ff0000', '#ff00ff', '#00ffff', ...Array.from({ length: 200 }, () => `#${Math.floor(Math.random() * 0x1000000).toString(16).padStart(6, '0')}`)]);
    assert.deepEqual(poor, {});
  });
});
