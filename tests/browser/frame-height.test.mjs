// How high a frame is, what of it is seen, and what comes into view, in pages of others.

import assert from 'node:assert/strict';
import { around, frameIn, hostPage, hosting } from './harness/host.mjs';
import { eventually } from './harness/page.mjs';
import { DIST, LONG, inBrowsers } from './harness/suite.mjs';
import { begin, go } from './harness/ways.mjs';

const element = (src, attributes = '') => `<respect-in-practice id="one" src="${src}" ${attributes}></respect-in-practice>`;

/** Waits until the frame is as high as what stands in it, to a pixel, and gives how high. */
const whole = inside => inside.until(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  return Math.abs(innerHeight - height) <= 1 && document.documentElement.style.overflow === 'hidden' && height;
}, 'as high as what stands in it');

/** A host page with one element, and the page in its frame, sealed. */
async function one(visit, attributes, { before = '', behind = '', at = 'address', size } = {}) {
  const server = await hosting(visit, DIST, { '/': around(before + element(visit.server.address, attributes) + behind) });
  const page = await hostPage(visit, server, { at: server[at], size });
  const inside = await frameIn(page);
  return { page, inside };
}

/** Waits until the heading with the focus, or what a selector finds, lies in the window of the host, below what
 *  covers its top. */
const inView = (inside, what, cover = 0) => eventually(async () => {
  const frame = await inside.box();
  const box = await inside.evaluate(what => {
    const one = what === 'heading' ? document.activeElement : document.querySelector(what);
    const { top, bottom } = one.getBoundingClientRect();
    return one.matches('h1, h2, dialog, legend') && { top, bottom };
  }, what);
  return box && frame.y + box.top >= cover - 1 && frame.y + box.bottom <= frame.window + 1;
}, `${what} in view`);

inBrowsers('height of a frame', {}, suite => {
  suite.test('the frame grows and shrinks with what it shows, at any width and zoom, and never talks in circles', async visit => {
    const { page, inside } = await one(visit, '');
    const start = await whole(inside);
    await go(inside, 'questions', /./);
    // Some of it is drawn as it comes into view.
    await inside.until(start => document.body.getBoundingClientRect().height > 5 * start, 'all questions', start);
    assert.ok(await whole(inside) > 5 * start);
    await go(inside, '', /./);
    assert.equal(await eventually(async () => (await whole(inside)) === start && start, 'as high as before'), start);
    const asked = () => inside.evaluate(() => posted.filter(one => one.includes('"resize"')).length);
    let before = await asked();
    const step = LONG ? 1 : 90;
    for (let width = 300; width <= 1_200; width += step) {
      await page.evaluate(width => { document.querySelector('#one').style.width = `${width}.4px`; }, width);
      await inside.until(width => innerWidth === width, 'the width', width);
      await whole(inside);
      const now = await asked();
      assert.ok(now - before <= 2, `${now - before} messages at ${width}`);
      before = now;
    }
    // Firefox draws a frame in a page that its own styles enlarge by other parts of a pixel than the page.
    for (const zoom of suite.kind === 'firefox' ? [0.8, 2] : [0.8, 1.1, 1.33, 2]) {
      await page.evaluate(zoom => { document.documentElement.style.zoom = zoom; }, zoom);
      await whole(inside);
      // What stands in the page ends within it; how far it could be scrolled, browsers round in their own ways.
      const shape = await inside.evaluate(() => ({ end: document.body.getBoundingClientRect().bottom + scrollY, seen: innerHeight, wide: document.documentElement.scrollWidth - innerWidth, bar: getComputedStyle(document.documentElement).overflowY }));
      assert.ok(shape.end <= shape.seen + 1 && shape.wide <= 0 && shape.bar === 'hidden', `all of it, and no bar, at ${zoom}: ${JSON.stringify(shape)}`);
    }
  });

  suite.test('where a page answers and makes no room the frame keeps its own scroll bar', { shared: true }, async visit => {
    const lie = `addEventListener('message', ({ source, data }) => {
      if (data?.kind !== 'respect-in-practice-hello' || globalThis.port) return;
      const { port1, port2 } = new MessageChannel();
      globalThis.port = port1;
      port1.onmessage = ({ data }) => { if (data.kind === 'resize') port1.postMessage({ kind: 'height', value: data.height }); };
      source.postMessage({ kind: 'respect-in-practice', version: 1 }, '*', [port2]);
    });`;
    const server = await hosting(visit, DIST, {
      '/': `<!doctype html><title>Intranet</title><script src="/lie.js"></script><iframe title="Assessment" width="900" height="400" src="${visit.server.address}"></iframe>`,
      '/lie.js': lie,
    });
    const page = await hostPage(visit, server);
    const inside = await frameIn(page);
    await page.until(() => !!globalThis.port, 'greeted');
    await inside.until(() => posted.some(one => one.includes('resize')), 'the height is told');
    const box = await inside.box();
    await page.page.mouse.move(box.x + 100, box.y + 100);
    await eventually(async () => {
      await page.page.mouse.wheel({ deltaY: 400 });
      return inside.evaluate(() => scrollY > 100);
    }, 'it scrolls with the wheel');
    await inside.tabTo('link', /^Where this comes from/);
    assert.ok(await inside.evaluate(() => document.activeElement.getBoundingClientRect().bottom <= innerHeight), 'and with the keyboard');
    assert.equal(await inside.evaluate(() => document.documentElement.style.overflow), '');
  });

  for (const at of ['address', 'elsewhere']) {
    suite.test(`the next question and every dialog come into view, below what covers the top of the window, in a page of ${at === 'address' ? 'the same' : 'another'} site`, { shared: at === 'address' }, async visit => {
      const header = '<div id="header">Intranet</div><div id="lead"></div>';
      const { page, inside } = await one(visit, 'inset-top="80"', { before: header, behind: '<div id="tail"></div>', at, size: { width: 1_000, height: 700 } });
      await page.evaluate(() => {
        const look = (id, style) => Object.assign(document.getElementById(id).style, style);
        look('header', { position: 'sticky', top: 0, height: '80px', background: '#ccc', zIndex: 1 });
        look('lead', { height: '300px' });
        look('tail', { height: '900px' });
      });
      assert.equal(await page.evaluate(() => scrollY), 0, 'nothing moves on load');
      await begin(inside);
      await inside.click('radio', 'I don’t know yet');
      await whole(inside);
      await inside.click('button', /^Next/);
      await inView(inside, 'heading', 80);
      // The foot of the page is looked at when a far higher screen comes.
      await page.evaluate(() => { scrollTo(0, document.documentElement.scrollHeight); });
      await go(inside, 'questions', 'All questions');
      await eventually(async () => await whole(inside) > 10_000, 'all questions');
      await inView(inside, 'heading', 80);
      // What stands far below is looked at, and a dialog opens there.
      await page.evaluate(() => { scrollTo(0, 6_000); });
      await inside.evaluate(() => {
        const dialog = Object.assign(document.createElement('dialog'), { className: 'dialog', textContent: 'A question' });
        document.getElementById('app').append(dialog);
        dialog.showModal();
      });
      await inView(inside, 'dialog', 80);
      await page.evaluate(() => { scrollTo(0, 4_000); });
      await inView(inside, 'dialog', 80);
      await page.key('Escape');
      await inside.until(() => !document.querySelector('dialog[open]'), 'closed');
    });
  }

  suite.test('what is asked before unkept work goes is asked in the window, wherever it stands in a higher frame, and Escape gives the focus back', { shared: true }, async visit => {
    const { page, inside } = await one(visit, '', { before: '<div style="height: 300px"></div>', behind: '<div style="height: 900px"></div>', at: 'elsewhere', size: { width: 1_000, height: 420 } });
    await begin(inside, { keep: false });
    await inside.type('words', 'Kept nowhere.');
    await inside.click('link', 'Respect in Practice');
    await inside.until(() => !!document.getElementById('begin'), 'the start');
    const { window } = await inside.box();
    assert.ok(await whole(inside) > 2 * window, 'the frame is higher than the window');
    // Where it is pressed with a key, at the end of the window, after some scrolling of the host.
    for (const block of ['start', 'end']) {
      await inside.evaluate(block => {
        const button = document.getElementById('begin');
        button.focus({ preventScroll: true });
        button.scrollIntoView({ block });
      }, block);
      await inside.key('Enter');
      await inside.find('dialog', /^Leave .* without keeping it\?/);
      await inView(inside, 'dialog');
      await page.evaluate(() => { scrollBy(0, 150); });
      await inView(inside, 'dialog');
      await inside.key('Escape');
      await inside.gone('dialog', /./);
      await inside.until(() => document.activeElement.id === 'begin', 'the focus is where it was');
    }
    // Who answers with the mouse stays as well.
    await inside.click('button', 'Start an assessment');
    await inside.find('dialog', /^Leave .* without keeping it\?/);
    await inView(inside, 'dialog');
    assert.ok(await inside.evaluate(() => document.querySelector('dialog').contains(document.activeElement)));
  });
});
