// Pages that hold others in frames, as an intranet has them, and a page inside such a frame.

import { createServer } from 'node:http';
import { eventually } from './page.mjs';

/** A host name that is another site than that of the servers; the proxy of the tests knows it. */
export const OTHER_SITE = 'intranet.test';

/** A server of a host's own, which has one page, whatever is asked for: browsers ask for an icon too. */
export async function portal() {
  let shown = '';
  let more = {};
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...more }).end(shown);
  });
  server.keepAliveTimeout = 1_000;
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    /** Same site as the servers, as a port makes no difference; or another one. */
    address: (host = '127.0.0.1') => `http://${host}:${port}/`,
    /** Makes this its page, sent with these headers as well. */
    show: (page, headers = {}) => { [shown, more] = [page, headers]; },
    close: () => new Promise(done => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/** The frame with this number in a page, as a page by itself: looked up anew each time, as the host may load it again. */
export function inside(page, nth = 0) {
  const frame = () => page.page.mainFrame().childFrames()[nth];
  const within = Object.create(page);
  within.frame = frame;
  within.page = {
    evaluate: (...all) => frame().evaluate(...all),
    evaluateHandle: (...all) => frame().evaluateHandle(...all),
    keyboard: page.page.keyboard,
  };
  // The window of the host scrolls in its own time, when a frame of another site wants to be seen: what is
  // pressed has to stand still in it, over two of its frames and of those of the page inside, which draws in
  // its own time as well, and none where it is out of view.
  within.press = async element => {
    const show = () => element.evaluate(one => one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' }));
    const hit = () => element.evaluate(one => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return (one.closest('label') ?? one).contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    let before;
    let scrolls = false;
    const { x, y } = await eventually(async () => {
      // What comes meanwhile may have pushed it out of view. What stands in view is not scrolled to, as nobody
      // does: the foot would move along.
      if (scrolls) await show();
      const height = await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(innerHeight)))));
      await element.evaluate(async () => {
        const drawn = () => new Promise(requestAnimationFrame);
        await Promise.race([drawn().then(drawn), new Promise(over => setTimeout(over, 200))]);
      });
      const now = await element.clickablePoint().catch(() => null);
      const isSeen = now && now.y > 0 && now.y < height && await hit();
      scrolls = !isSeen;
      const stands = isSeen && before?.x === now.x && before.y === now.y;
      before = isSeen ? now : null;
      return stands && now;
    }, 'it stands still');
    await page.page.mouse.click(x, y);
  };
  // What the server saw is of all frames together.
  within.mark = () => {};
  return within;
}

/** Opens the page of a host in a visit, and waits until the pages in its frames are sealed. */
export async function framed(visit, body, { host, headers, frames = 1, sealed = true, ...options } = {}) {
  const server = await portal();
  server.show(`<!doctype html><meta charset="utf-8"><title>Intranet</title><style>body { margin: 0 } iframe { display: block; border: 0 }</style>${body}`, headers);
  visit.servers.push(server);
  const page = await visit.page(options);
  await page.page.goto(server.address(host));
  const all = Array.from({ length: frames }, (_, nth) => inside(page, nth));
  for (const one of all) {
    await eventually(() => one.frame(), 'a frame');
    if (sealed) await one.sealed();
  }
  return { page, all, one: all[0], server };
}

/** Where an element of a frame lies in the window of the host: `{ top, bottom, height }` of that window. */
export async function inWindow(page, one, selector, nth = 0) {
  const { top, bottom } = await one.evaluate(selector => {
    const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
    return { top, bottom };
  }, selector);
  const host = await page.evaluate(nth => ({ top: document.querySelectorAll('iframe')[nth].getBoundingClientRect().top, height: innerHeight, scrolled: scrollY }), nth);
  return { top: host.top + top, bottom: host.top + bottom, height: host.height, scrolled: host.scrolled };
}
