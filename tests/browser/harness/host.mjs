// Pages of others that hold the assessment in a frame, and the frame as a page of its own.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { inside } from './frames.mjs';
import { eventually } from './page.mjs';

/** The host's own rules, if it is as strict as can be. */
export const strict = app =>
  ({ 'content-security-policy': `default-src 'none'; script-src 'self'; frame-src ${app}; require-trusted-types-for 'script'; trusted-types 'none'` });

/** What a page of another would say of everything in it, and shout. */
export const HOSTILE_STYLES = `* { margin: 3px !important; padding: 7px !important; border: 2px dotted red !important; box-sizing: content-box !important; line-height: 3 !important; overflow: auto !important; }
iframe { height: 40px !important; max-height: 50px !important; display: inline !important; opacity: 0.1 !important; }
p, a, slot { position: absolute !important; color: red !important; }`;

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', wasm: 'application/wasm' };

/** A page of a host with this in it; its scripts and styles are files of its own. */
export const around = (body, { head = '' } = {}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Intranet</title>${head}<script type="module" src="/respect-in-practice.js"></script></head><body>${body}</body></html>`;

/**
 * Serves pages of a host. Its copy of the element lies beside them, and below `/app/` the whole build,
 * for a host that has it at its own address.
 *
 * @param dist   the build
 * @param pages  by path (`/`): { body, headers, status }, or the body alone
 */
export async function host(dist, pages) {
  const hits = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    hits.push({ path: request.url, at: Date.now() });
    // Browsers ask for it by themselves.
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const page = pages[pathname];
    const { body, headers = {}, status = 200 } = typeof page === 'string' ? { body: page } : page ?? {};
    const name = /^\/(?:app\/)?([\w.-]*)$/.exec(pathname)?.[1];
    const file = body ?? (await readFile(join(dist, name || 'index.html')).catch(() => null));
    if (file === null) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    const type = TYPES[body === undefined ? (name || 'index.html').split('.').pop() : pathname.split('.')[1] ?? 'html'] ?? 'application/octet-stream';
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(file);
  });
  server.keepAliveTimeout = 1_000;
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    address: `http://127.0.0.1:${port}/`,
    // A name that neither browsers nor sites take for this machine; the proxy does.
    elsewhere: `http://intranet.test:${port}/`,
    hits,
    close: () => new Promise(done => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/** Notes in the host's page what the element says, in any page what goes through a port, and what
 *  is posted to it. Ten seconds pass at once where `hurries`. Runs in every frame before any script. */
export function listen(hurries) {
  globalThis.said = [];
  globalThis.posted = [];
  for (const kind of ['ready', 'resize', 'progress', 'complete', 'unsaved', 'warning', 'error']) {
    addEventListener(kind, event => {
      if (event instanceof CustomEvent) said.push({ kind, detail: event.detail, id: event.target.id, bubbles: event.bubbles, composed: event.composed });
    });
  }
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (...given) {
    posted.push(JSON.stringify(given[0]));
    return postMessage.apply(this, given);
  };
  addEventListener('message', ({ data }) => { if (data?.kind) posted.push(JSON.stringify(data)); });
  if (!hurries || parent !== window) return;
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (run, time, ...given) => setTimeout(run, time >= 10_000 ? 200 : time, ...given);
}

/** A page of a host, opened. `hurries`: ten seconds pass at once in it. */
export async function hostPage(visit, server, { at = server.address, hurries = false, size, javascript } = {}) {
  const page = await visit.page({ server, prepare: listen, args: [hurries], size, javascript });
  await page.page.goto(at);
  return page;
}

/** Serves pages of a host for as long as the visit goes. */
export async function hosting(visit, dist, pages) {
  const server = await host(dist, pages);
  visit.servers.push(server);
  return server;
}

/** The page in a frame of a host's page, the element's too, sealed. Where it stands in the window
 *  (`box`) is asked of the host: who drives the browser does not look into elements. */
export async function frameIn(page, nth = 0) {
  const within = inside(page, nth);
  await eventually(() => within.frame(), 'the frame');
  within.box = async () => (await page.evaluate(FRAMES))[nth];
  within.press = async element => {
    let before;
    let seen = true;
    const point = await eventually(async () => {
      // The frame takes another height while it is scrolled to. What stands in view is not scrolled to, as nobody
      // does: the foot would move along.
      const { x, y, hit } = await element.evaluate(async (one, seen) => {
        if (!seen) one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const frame = () => new Promise(requestAnimationFrame);
        await Promise.race([frame().then(frame), new Promise(over => setTimeout(over, 200))]);
        const { width } = one.getBoundingClientRect();
        const box = ((width < 3 && one.closest('label')) || one).getBoundingClientRect();
        const point = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) };
        return { ...point, hit: (one.closest('label') ?? one).contains(document.elementFromPoint(point.x, point.y)) };
      }, seen);
      const frame = await within.box();
      const now = { x: frame.x + x, y: frame.y + y };
      const isStill = before?.x === now.x && before.y === now.y;
      before = now;
      seen = hit && now.y > 0 && now.y < frame.window;
      return isStill && seen && now;
    }, 'it is in view and stands still');
    await page.page.mouse.click(point.x, point.y);
  };
  await within.sealed();
  return within;
}

/** All frames of a page in their order, in the page and in elements: where, and what they show. */
const FRAMES = () => [...document.querySelectorAll('iframe, respect-in-practice')]
  .map(one => one.shadowRoot?.querySelector('iframe') ?? one)
  .filter(one => one.localName === 'iframe')
  .map(one => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x, y, width, height, src: one.src.split('#')[0], window: innerHeight };
  });
