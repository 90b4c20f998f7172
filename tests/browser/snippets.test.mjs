// What docs/embedding.md and README.md say can be copied is copied: each piece of HTML there becomes a page
// of another port of this machine, and has to do what the document says of it. And what
// docs/privacy-review.md says can be typed to check a claim is typed.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { BROWSERS } from './harness/browsers.mjs';
import { portal } from './harness/frames.mjs';
import { eventually } from './harness/page.mjs';
import { serve } from './harness/server.mjs';
import { DIST, ROOT, inBrowsers } from './harness/suite.mjs';

const TEXTS = ['docs/embedding.md', 'README.md'].map(name => [name, readFileSync(join(ROOT, name), 'utf8')]);
/** Where the assessment lies in them: somewhere, and where `cargo xtask serve` has it. */
const THERE = /https:\/\/assess\.intranet\.example\/|http:\/\/127\.0\.0\.1:8080\//g;

/** The pieces of a kind, each with the heading above it and its place among those of that heading. */
const pieces = kind => TEXTS.flatMap(([name, text]) => piecesOf(text, kind).map(piece => (name === 'README.md' ? { ...piece, name: `README, ${piece.name}` } : piece)));

function piecesOf(text, kind) {
  const found = [];
  const counts = {};
  let heading = '';
  for (const [, title, language, body] of text.matchAll(/^#{2,3} (.*)$|^```(\w+)\n([^]*?)^```$/gm)) {
    if (title) heading = title;
    else if (language === kind) found.push({ name: `${heading}, ${counts[heading] = (counts[heading] ?? 0) + 1}`, body });
  }
  return found;
}

// As the configurations in servers/ send it: the script is taken by pages of other origins.
const ELEMENT = file => (file === 'respect-in-practice.js' ? { 'access-control-allow-origin': '*' } : {});

const sealed = frame => eventually(() => frame.evaluate(() => /^Sealed/.test(document.querySelector('header .seal')?.textContent)), 'sealed');
const press = (frame, text) => eventually(() => frame.evaluate(text => {
  const found = [...document.querySelectorAll('button')].find(button => button.textContent.includes(text));
  found?.click();
  return !!found;
}, text), text);

inBrowsers('what can be copied from the documents', {}, suite => {
  let started;
  after(async () => (await started)?.close());

  /** A page that is nothing but this piece, and the frames in it that hold the assessment. */
  async function page(visit, body, frames) {
    const around = await (started ??= portal());
    around.show(`<!doctype html><html lang="en"><title>Portal</title><h1>Portal</h1>${body.replaceAll(THERE, visit.server.address)}`);
    const page = await visit.page();
    await page.page.goto(around.address());
    const inside = () => page.page.frames().filter(frame => frame.url().startsWith(visit.server.address));
    await eventually(() => inside().length === frames, `${frames} frames`);
    return { page, frames: inside() };
  }

  suite.test('an element far below what is seen asks for its script alone, until one comes near', { noisy: true, shared: true }, async visit => {
    await visit.serve({ headers: ELEMENT });
    const { body } = pieces('html').find(({ name }) => name === 'The element, 1');
    const { page: around } = await page(visit, `<p>${'Far above. '.repeat(20_000)}</p>${body}`, 0);
    await around.until(() => !!customElements.get('respect-in-practice'), 'the element');
    // Two pictures of the page have been drawn by then.
    await around.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.deepEqual(visit.server.hits.map(({ path }) => path), ['/respect-in-practice.js']);
    await around.evaluate(() => document.querySelector('respect-in-practice').scrollIntoView());
    await eventually(() => visit.server.hits.some(({ path }) => path === '/'), 'the frame is asked for');
  });

  for (const { name, body } of pieces('html').filter(({ body }) => body.includes('<respect-in-practice '))) {
    const count = body.match(/<respect-in-practice /g).length;
    // One is seen in both browsers.
    suite.test(`${name}: the element starts, and its link is out of the way`, { noisy: true, shared: !name.endsWith('1') }, async visit => {
      await visit.serve({ headers: ELEMENT });
      const { page: around, frames } = await page(visit, body, count);
      for (const frame of frames) await sealed(frame);
      await around.until(count => [...document.querySelectorAll('respect-in-practice')].filter(one => !one.querySelector('a').checkVisibility()).length === count, 'no link', count);
      assert.equal(new Set(frames.map(frame => new URL(frame.url()).searchParams.get('namespace'))).size, count, 'names');
      if (!/id="close"/.test(body)) return;
      await around.evaluate(() => document.getElementById('close').click());
      await around.until(() => !document.querySelector('respect-in-practice'), 'it goes');
      assert.equal(around.asked, undefined, 'nothing was unsaved');
    });
  }

  suite.test('each frame, here and for portals, starts, seals itself, and an assessment can be begun with what its address wishes', { noisy: true }, async visit => {
    const all = pieces('html').filter(({ body }) => body.includes('<iframe '));
    assert.ok(all.length >= 4, all.map(({ name }) => name).join());
    const { page: around, frames } = await page(visit, all.map(({ body }) => body).join('\n'), all.length);
    for (const [title, height] of await around.evaluate(() => [...document.querySelectorAll('iframe')].map(frame => [frame.title, frame.clientHeight]))) {
      assert.match(title, /^Respect in Practice: a self-assessment/);
      assert.ok(height >= 600);
    }
    for (const frame of frames) {
      await sealed(frame);
      assert.deepEqual(await frame.evaluate(() => globalThis.violations), []);
    }
    for (const frame of [frames.find(frame => !frame.url().includes('?')), frames.find(frame => frame.url().includes('namespace=sales'))]) {
      await press(frame, 'Start an assessment');
      await eventually(() => frame.evaluate(() => /Two choices, then the first question/.test(document.querySelector('main h1')?.textContent)), 'the choice');
      const chosen = await frame.evaluate(() => [...document.querySelectorAll('main :is([id^=module-], [name=form]):checked')].map(({ id, value, type }) => (type === 'radio' ? value : id)));
      assert.deepEqual(chosen.sort(), frame.url().includes('?') ? ['complete', 'module-preventing'] : ['module-embedding', 'module-preventing', 'short']);
    }
    await eventually(() => frames[0].evaluate(async () => (await indexedDB.databases()).some(({ name }) => name.endsWith('.sales'))), 'a database of its own');
  });

  suite.test('each link, here and for portals, leads to the assessment', { noisy: true, shared: true }, async visit => {
    const all = pieces('html').filter(({ body }) => !/<(iframe|respect-in-practice) /.test(body));
    const { page: around } = await page(visit, all.map(({ body }) => body).join('\n'), 0);
    const links = await around.evaluate(() => [...document.querySelectorAll('a')].map(link => link.href));
    assert.equal(links.length, 2);
    for (const link of links) {
      assert.ok(link.startsWith(visit.server.address), link);
      await around.page.goto(link);
      await around.sealed();
    }
  });
});

const REVIEW = readFileSync(join(ROOT, 'docs/privacy-review.md'), 'utf8');
const part = name => REVIEW.split(/^## /m).find(text => text.startsWith(`${name}\n`));
const run = promisify(execFile);

const BUILD = JSON.parse(readFileSync(join(DIST, 'build.json'), 'utf8')).build;

// By how a command begins: what it has to say.
const SAY = {
  'sha256sum -c': said => assert.equal(said, `${BUILD}  -\n`),
  "grep -o 'build\"": said => assert.match(said, new RegExp(`^build" content="\\S+ .* ${BUILD}\n$`)),
  'curl -s $A/ | sha256sum': said => assert.equal(new Set(said.match(/^[0-9a-f]{64}/gm)).size, 1),
  'for f in *.*.js': said => assert.match(said, /^app\.[\w-]{8}\.js: in the page$[^]*^later\.en\.[\w-]{8}\.bin: in the page$/m),
  'cat *.html': said => assert.match(said, /^ *\d+ http:\/\/www\.w3\.org\n$/),
  "curl -s $A/ | grep -o 'Security-Policy": said => assert.equal(said.replace(/.*content="/, '').replace(/'sha256-[^']*'/, "'sha256-…'").trim(), policies[0]),
  'grep -h': said => assert.equal(said.trim(), `const SEAL = "${policies[1]}";`),
  'curl -sI': said => assert.equal(said, ''),
  'curl -s $A/offline.js': said => assert.deepEqual(said.match(/(?<=')\w+/g), ['activate', 'fetch', 'install']),
  'for f in *;': said => assert.equal(said, '0\n1\n'),
};
const policies = [...part('The two policies').matchAll(/^```\n(.*)\n```$/gm)].map(([, text]) => text);

// Nothing here asks a browser.
describe('what can be typed to check a claim', { skip: !BROWSERS.includes('chromium') }, () => {
  const commands = [...part('In thirty minutes').matchAll(/`([^`]+)`/g)].map(([, text]) => text.replaceAll('\\|', '|'))
    .filter(text => /^(sha256sum|grep|curl|for f|cat) /.test(text));

  it('every command says what the review says it does', async () => {
    const server = await serve(DIST);
    const files = mkdtempSync(join(tmpdir(), 'respect-in-practice-'));
    writeFileSync(join(files, 'a copy.md'), 'nothing\n');
    writeFileSync(join(files, 'another.md'), 'xyzzy\n');
    try {
      assert.deepEqual(Object.keys(SAY).filter(begins => !commands.some(text => text.startsWith(begins))), [], 'commands that are no longer there');
      for (const command of commands) {
        const begins = Object.keys(SAY).filter(begins => command.startsWith(begins)).sort((one, other) => other.length - one.length)[0];
        assert.ok(begins, `what it has to say is not known: ${command}`);
        if (begins.endsWith('offline.js') && !existsSync(join(DIST, 'offline.js'))) continue;
        const cwd = begins === 'for f in *;' ? files : DIST;
        const { stdout } = await run('sh', ['-c', command], { cwd, env: { ...process.env, A: server.origin } }).catch(fault => fault);
        SAY[begins](stdout);
      }
    } finally {
      rmSync(files, { recursive: true });
      await server.close();
    }
  });
});
