// The words of whoever runs a copy of the page: shown where the page names their file, told where they do
// not fit, asked for once and before the seal, and there without a connection, too.

import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv/dist/2020.js';
import { LINE, OWN, ownSite } from './harness/own.mjs';
import { PHONE, ROOT, inBrowsers } from './harness/suite.mjs';
import { begin, go } from './harness/ways.mjs';

const site = (visit, options) => ownSite(join(visit.suite.folder, 'site'), options);

const asked = server => server.hits.filter(({ path }) => path.includes('own.json')).length;
const told = page => page.until(() => document.querySelector('main .notices')?.innerText.includes('words of their own') && document.querySelector('main .notices').textContent, 'it is told');
const shown = page => page.until(() => document.querySelector('section.own')?.innerText, 'they are shown');

it('the example in the documentation fits the schema, and colours and pictures of other kinds do not', () => {
  const fits = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(ROOT, 'docs/own.schema.json'), 'utf8')));
  const example = JSON.parse(/```json\n([^]*?)```/.exec(readFileSync(join(ROOT, 'docs/own-words.md'), 'utf8'))[1]);
  assert.ok(fits(example), JSON.stringify(fits.errors));
  assert.ok(fits(OWN), JSON.stringify(fits.errors));
  for (const wrong of [{ accent: 'red' }, { accent: '#0b536g' }, { logo: 'https://elsewhere.example/logo.png' }, { logo: 'data:image/gif;base64,AAAA' }, { name: ' ' }, { contact: 'Ada\nBo' }, { introduction: '\n' }]) {
    assert.equal(fits({ ...OWN, ...wrong }), false, JSON.stringify(wrong));
  }
});

inBrowsers('own words', {}, suite => {
  suite.test('name, logo, introduction, contact and accent are shown as they are written, and asked for once, before the seal', async visit => {
    const server = await visit.serve({}, site(visit).folder);
    const page = await visit.start();
    const words = await shown(page);
    for (const text of ['From Orrin Vision, Office for Human Rights', 'Welcome to <b>our</b> assessment.', 'Whom to ask: Ada, ada@orrin.example']) assert.ok(words.includes(text), words);
    const found = await page.evaluate(() => {
      const logo = document.querySelector('section.own img');
      const { width, height } = logo.getBoundingClientRect();
      return {
        header: document.querySelector('.header .run-by').innerText,
        logo: [logo.alt, logo.complete, width > 20 && height > 10],
        pictures: [...document.images].map(({ src }) => src.split(',')[0]),
        paragraphs: document.querySelectorAll('section.own p').length,
        links: document.querySelectorAll('section.own a').length,
        accent: document.getElementById('app').style.getPropertyValue('--rip-accent'),
      };
    });
    assert.deepEqual(found, {
      header: 'run by Orrin Vision, Office for Human …',
      logo: [OWN.name, true, true],
      pictures: ['data:image/svg+xml;base64'],
      paragraphs: 3,
      links: 0,
      accent: '#8a1538',
    });
    await go(page, 'sealed', /./);
    assert.match(await page.text('main'), /One file more came from the folder of this page: own\.json/);
    assert.match(await page.text('main'), /Since then: 0 /);
    assert.equal(asked(server), 1);
  });

  suite.test('where the page names none, none is asked for, and nobody is named', { shared: true }, async visit => {
    const server = await visit.serve({}, site(visit, { named: '' }).folder);
    const page = await visit.start();
    assert.deepEqual(await page.evaluate(() => [document.querySelector('.run-by'), document.querySelector('.own')]), [null, null]);
    await go(page, 'sealed', /./);
    assert.ok(!(await page.text('main')).includes('own.json'));
    assert.equal(asked(server), 0);
  });

  suite.test('what does not fit is told with file, field and what was expected, and all else works', async visit => {
    await visit.serve({}, site(visit, { own: { ...OWN, accent: 'red', motto: 'x' } }).folder);
    const page = await visit.start();
    const notice = await told(page);
    assert.match(notice, /own\.json, line 1, column \d+, “accent”: Expected is a colour as #0b5360, with six digits; found is “red”\./);
    assert.match(notice, /“motto”: Expected is one of version, name, logo, introduction, contact, accent; no field has this name\./);
    assert.equal(await page.evaluate(() => document.querySelector('.own, .run-by')), null, 'nothing of it is shown');
    await begin(page);
  });

  suite.test('in a frame the accent of the page around it holds, and own words are there all the same', { shared: true }, async visit => {
    const { folder } = site(visit);
    writeFileSync(join(folder, 'around.html'), '<!doctype html><title>Intranet</title><link rel="icon" href="data:,"><iframe title="Assessment" src="./?accent=00aa55" width="1000" height="900"></iframe>');
    await visit.serve({}, folder);
    const page = await visit.page();
    await page.loading(() => page.page.goto(`${visit.server.address}around.html`), false);
    const frame = page.page.frames().find(frame => frame.url().includes('accent'));
    await frame.waitForFunction(() => document.querySelector('section.own'));
    assert.match(await frame.evaluate(() => document.getElementById('app').style.getPropertyValue('--rip-accent')), /00aa55/);
  });

  suite.test('whom to ask stands where a part of the page is missing', { noisy: true, shared: true }, async visit => {
    await visit.serve({ missing: ['documents.js'] }, site(visit).folder);
    const page = await visit.start();
    assert.match(await page.until(() => /A part of this page/.test(document.querySelector('main .notices').innerText) && document.querySelector('main .notices').innerText, 'it is said'), /Whom to ask: Ada, ada@orrin\.example/);
  });

  suite.test('words of many languages stand as they are written, paragraphs run as they begin, and long ones widen no screen', { shared: true }, async visit => {
    const own = site(visit, { own: { version: 1, name: 'مكتب حقوق الإنسان 4711', contact: 'עדה, טל 4711', introduction: 'مرحبا (3).\n葛\u{e0100}城 👩🏽\u200d💻 ශ්\u200dරී' } });
    await visit.serve({}, own.folder);
    const page = await visit.start();
    const words = await shown(page);
    for (const text of ['From مكتب حقوق الإنسان 4711', 'Whom to ask: עדה, טל 4711', '葛\u{e0100}城 👩🏽\u200d💻 ශ්\u200dරී']) assert.ok(words.includes(text), words);
    const runs = () => [...document.querySelectorAll('section.own p')].map(one => getComputedStyle(one).direction);
    assert.deepEqual(await page.evaluate(runs), ['rtl', 'ltr', 'ltr']);
    own.write({ version: 1, name: 'W'.repeat(60), contact: 'm'.repeat(200), introduction: 'w'.repeat(600) });
    const narrow = await visit.start({ size: PHONE });
    await shown(narrow);
    assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  suite.test('of two thousand fields that do not fit it is told that they are too many', { shared: true }, async visit => {
    const own = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`field ${at}`, 1]));
    await visit.serve({}, site(visit, { own: { ...OWN, ...own } }).folder);
    assert.match(await told(await visit.start()), /found is much more, or much that stands inside of something else\./);
  });
});

inBrowsers('own words and servers', { proves: 'Builds that meet, and servers', noisy: true, shared: true }, suite => {
  suite.test('own words that are named and not there are told, and so is a name that there cannot be', { noisy: true }, async visit => {
    await visit.serve({}, site(visit, { own: null }).folder);
    assert.match(await told(await visit.start()), /own\.json: The page names this file, and the server answered 404\. 404 means that it is not beside index\.html\./);
    const server = await visit.serve({}, site(visit, { named: 'https://elsewhere.example/own.json' }).folder);
    assert.match(await told(await visit.start()), /own\.json: Expected is own\.json alone in the line “own” of index\.html; found is “https:\/\/elsewhere\.example\/own\.json”\./);
    assert.equal(asked(server), 0);
  });

  suite.test('a sign-in page in the place of own words is told as what it is', { noisy: true }, async visit => {
    await visit.serve({}, site(visit, { own: '<!doctype html><script>alert(1)</script>' }).folder);
    assert.match(await told(await visit.start()), /own\.json, line 1, column 1: Expected is an opening brace at the beginning; found is “<”\./);
  });

  suite.test('what a server answers in the place of own words is said as it is, and one can begin', { noisy: true }, async visit => {
    const { folder } = site(visit);
    for (const [options, says] of [
      [{ broken: ['own.json'] }, /the server answered 503\./],
      [{ moved: { 'own.json': '/' } }, /no whole answer came within five seconds, or one that leads to another address\./],
      [{ empty: /^own\.json$/ }, /the file is empty\./],
      [{ slow: ['own.json'] }, /no whole answer came within five seconds,/],
      [{ damage: { 'own.json': gzipSync } }, /Expected is text in UTF-8;/],
      [{ types: { json: 'text/html' } }, null],
    ]) {
      await visit.serve(options, folder);
      const page = await visit.start();
      if (says) assert.match(await told(page), says);
      else await shown(page);
      await begin(page);
    }
  });

  suite.test('own words are found in whichever way the line is written, and what else it names is told', { noisy: true }, async visit => {
    const own = site(visit);
    await visit.serve({}, own.folder);
    for (const line of ["<meta name='own' content='own.json'>", '<META CONTENT=own.json NAME=OWN>', `${LINE}<meta name="own" content="own.json">`]) {
      own.line(line);
      await shown(await visit.start());
    }
    for (const [name, found] of [['own.json ', 'own.json '], ['./own.json', './own.json'], ['own.json?v=2', 'own.json?v=2'], ['\u202eown.json', '[U+202E]own.json']]) {
      own.line(`<meta name="own" content="own.json">${LINE.replace('""', `"${name}"`)}`);
      assert.ok((await told(await visit.start())).includes(`found is “${found}”.`), name);
    }
  });
});

inBrowsers('own words without a connection', { proves: 'Without a connection', offline: true, noisy: true }, suite => {
  suite.test('own words that came last are there, and the page counts as the one that was built', { noisy: true }, async visit => {
    const own = site(visit, { named: '' });
    const server = await visit.serve({}, own.folder);
    const first = await visit.start();
    await go(first, 'sealed', /./);
    await first.until(() => /^The page itself is kept too/.test(document.querySelector('p.offline')?.innerText), 'it is kept');
    // Named later, with nothing else of the build another, and then changed.
    own.name('own.json');
    for (const name of ['Orrin', 'Halden']) {
      own.write({ ...OWN, name });
      const page = await visit.start();
      assert.ok((await shown(page)).startsWith(`From ${name}`));
      await go(page, 'sealed', /./);
      await page.until(() => /^The page itself is kept too/.test(document.querySelector('p.offline')?.innerText), 'it is kept');
    }
    await server.close();
    const page = await visit.start();
    assert.ok((await shown(page)).startsWith('From Halden'));
    assert.equal(await page.evaluate(() => document.getElementById('app').style.getPropertyValue('--rip-accent')), '#8a1538');
  });

  suite.test('a page that names own words from the first visit on is kept with them', { shared: true, noisy: true }, async visit => {
    const server = await visit.serve({}, site(visit).folder);
    const first = await visit.start();
    await go(first, 'sealed', /./);
    await first.until(() => /^The page itself is kept too/.test(document.querySelector('p.offline')?.innerText), 'it is kept');
    await server.close();
    assert.ok((await shown(await visit.start())).startsWith(`From ${OWN.name}`));
  });

  suite.test('own words whose file was taken away do not come back, and the page opens all the same', { noisy: true }, async visit => {
    const own = site(visit);
    const server = await visit.serve({}, own.folder);
    const kept = async page => {
      await go(page, 'sealed', /./);
      await page.until(() => /^The page itself is kept too/.test(document.querySelector('p.offline')?.innerText), 'it is kept');
    };
    await kept(await visit.start());
    rmSync(join(own.folder, 'own.json'));
    const second = await visit.start();
    assert.match(await told(second), /answered 404\./);
    await kept(second);
    await server.close();
    const page = await visit.start();
    assert.match(await told(page), /no whole answer came/);
    assert.equal(await page.evaluate(() => document.querySelector('.own, .run-by')), null);
    await begin(page);
  });
});
