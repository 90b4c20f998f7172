// What docs/embedding.md says can be copied is copied: each piece of HTML there becomes a page of
// another port of this machine, and has to do what the document says of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after } from 'node:test';
import { eventually } from './harness/page.mjs';
import { ROOT, inBrowsers } from './harness/suite.mjs';

const TEXT = readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8');
const THERE = 'https://assess.intranet.example/';

/** The pieces of a kind, each with the heading above it and its place among those of that heading. */
function pieces(kind) {
  const found = [];
  const counts = {};
  let heading = '';
  for (const [, title, language, body] of TEXT.matchAll(/^#{2,3} (.*)$|^```(\w+)\n([^]*?)^```$/gm)) {
    if (title) heading = title;
    else if (language === kind) found.push({ name: `${heading}, ${counts[heading] = (counts[heading] ?? 0) + 1}`, body });
  }
  return found;
}

/** Another origin, which shows one page. */
async function portal() {
  let shown = '';
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shown));
  server.keepAliveTimeout = 1_000;
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    show: html => { shown = html; },
    close: () => new Promise(done => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

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
    await page.page.goto(around.address);
    const inside = () => page.page.frames().filter(frame => frame.url().startsWith(visit.server.address));
    await eventually(() => inside().length === frames, `${frames} frames`);
    return { page, frames: inside() };
  }

  for (const { name, body } of pieces('html')) {
    const elements = body.match(/<respect-in-practice /g)?.length ?? 0;
    const frames = body.match(/<iframe /g)?.length ?? 0;
    // One of each kind is seen in both browsers.
    const shared = !/^(A frame by hand|The element), 1/.test(name);

    if (elements) {
      suite.test(`${name}: the element starts, and its link is out of the way`, { noisy: true, shared }, async visit => {
        // As the configurations in servers/ send it: the script is taken by pages of other origins.
        await visit.serve({ headers: file => (file === 'respect-in-practice.js' ? { 'access-control-allow-origin': '*' } : {}) });
        const { page: around, frames } = await page(visit, body, elements);
        for (const frame of frames) await sealed(frame);
        await around.until(elements => [...document.querySelectorAll('respect-in-practice')].filter(one => !one.querySelector('a').checkVisibility()).length === elements, 'no link', elements);
        assert.equal(new Set(frames.map(frame => new URL(frame.url()).searchParams.get('namespace'))).size, elements, 'names');
        if (!/id="close"/.test(body)) return;
        await around.evaluate(() => document.getElementById('close').click());
        await around.until(() => !document.querySelector('respect-in-practice'), 'it goes');
        assert.equal(around.asked, undefined, 'nothing was unsaved');
      });
    } else if (frames) {
      suite.test(`${name}: the frame starts, seals itself, and an assessment can be begun`, { noisy: true, shared }, async visit => {
        const { page: around, frames: [frame] } = await page(visit, body, 1);
        await sealed(frame);
        assert.match(await around.evaluate(() => document.querySelector('iframe').title), /^Respect in Practice: a self-assessment/);
        assert.ok(await around.evaluate(() => document.querySelector('iframe').clientHeight) >= 600);
        await press(frame, 'Start an assessment');
        await eventually(() => frame.evaluate(() => /What do you want to look at/.test(document.querySelector('main h1')?.textContent)), 'the choice');
        assert.deepEqual(await frame.evaluate(() => [globalThis.violations, location.origin === globalThis.origin]), [[], true]);
        if (/parts=embedding&amp;form=short/.test(body)) {
          const chosen = await frame.evaluate(() => [...document.querySelectorAll('main input:checked')].map(({ name, value, id }) => `${name || id} ${value}`).join(', '));
          assert.match(chosen, /short/i, `the short form is chosen: ${chosen}`);
          assert.ok(await eventually(() => frame.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name.endsWith('.sales'))), 'a database of its own'));
        }
      });
    } else {
      suite.test(`${name}: the link leads to the assessment`, { noisy: true, shared: true }, async visit => {
        const { page: around } = await page(visit, body, 0);
        const link = await around.page.$(`a[href^="${visit.server.address}"]`);
        const target = await link.evaluate(one => one.href);
        await around.page.goto(target);
        await around.sealed();
        assert.match(await around.text('h1'), /\w/);
      });
    }
  }
});
