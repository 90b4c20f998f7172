// The element in pages of others: what it takes from them, what it tells them, and what it leaves alone.

import assert from 'node:assert/strict';
import { Inside, HOSTILE_STYLES, around, hostPage, hosting, strict } from './harness/host.mjs';
import { eventually } from './harness/page.mjs';
import { DIST, LONG, inBrowsers } from './harness/suite.mjs';
import { begin } from './harness/ways.mjs';

const element = (src, { attributes = '', id = 'one' } = {}) =>
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

inBrowsers('element', {}, suite => {
  suite.test('under the strictest rules of a page it starts, is as high as what it shows, and breaks none', async visit => {
    const app = visit.server.address;
    const server = await hosting(visit, DIST, { '/': { body: around(element(app)), headers: strict(visit.server.origin) } });
    const page = await hostPage(visit, server);
    const inside = await (await Inside.of(page)).ready();
    await hears(page, 'ready');
    const before = await isWhole(inside);
    assert.deepEqual(await inside.evaluate(() => [document.referrer, document.documentElement.className]), [server.address, 'framed']);
    const [frame] = await page.evaluate(() => [...document.querySelector('#one').shadowRoot.querySelectorAll('iframe')].map(one => [one.title, one.loading, one.sandbox.value]));
    assert.deepEqual(frame, ['Respect in Practice: a self-assessment', 'lazy', 'allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox']);
    assert.equal(await page.evaluate(() => document.querySelector('#one a').checkVisibility()), false);
    await begin(inside);
    assert.notEqual(await isWhole(inside), before);
    assert.deepEqual(await inside.violations(), []);
    for (const one of await page.evaluate(() => globalThis.said)) assert.ok(one.bubbles && one.composed, one.kind);
  });
});
