// Serves a folder as the plainest web server would, and logs every hit.

import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  wasm: 'application/wasm',
  bin: 'application/octet-stream',
};

/** The name of a file without what the build put in from its sum. */
export const plain = name => name.replace(/\.[\w-]{8}(?=\.(bin|css|js|wasm)$)/, '');

const integrity = bytes => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/**
 * @param folder   what is served; `show` changes it, as a release does
 * @param options  prefix: under which path (`/some/where/`); types: other types by extension;
 *                 missing: names that are not there; moved: by name, where it is sent to;
 *                 change: by name, what a file is turned into, as if it had been built so;
 *                 damage: the same, behind the back of the page, which still lists the sum of what was
 *                 built; headers: sent with every file, or a function that gives those of a name;
 *                 slow: names that are only answered when released, and `hold` has them wait again; broken: names answered with a 503;
 *                 empty: which names are answered with nothing (204).
 *                 All names are plain ones (`app.wasm`)
 */
export async function serve(folder, options = {}) {
  const { prefix = '/', types = {}, missing = [], moved = {}, change = {}, damage = {}, headers = {}, slow = [], broken = [], empty } = options;
  const names = await readdir(folder);
  let shown = folder;
  const read = name => readFile(join(shown, name)).catch(() => null);
  // A changed file has another sum, and the page lists it.
  const sums = [];
  for (const name of names.filter(name => name !== 'index.html' && change[plain(name)])) {
    const bytes = await read(name);
    sums.push([bytes, Buffer.from(change[plain(name)](bytes.toString()))].map(integrity));
  }
  const hits = [];
  const waiting = [];
  let released = false;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    hits.push({ method: request.method, path: request.url, cookie: request.headers.cookie, at: Date.now() });
    const address = path.startsWith(prefix) ? path.slice(prefix.length) || 'index.html' : '';
    const name = plain(address);
    if (slow.includes(name) && !released) await new Promise(answer => waiting.push(answer));
    if (empty?.test(address)) return void response.writeHead(204).end();
    const there = /^[\w.-]+$/.test(address) && !address.startsWith('.') && !missing.includes(name);
    if (broken.includes(name)) return void response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Broken');
    if (moved[name]) return void response.writeHead(302, { location: moved[name] }).end();
    let body = there ? await read(address) : null;
    if (!body) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    if (change[name]) body = Buffer.from(change[name](body.toString()));
    if (damage[name]) body = Buffer.from(damage[name](body));
    if (name === 'index.html') body = sums.reduce((page, [built, now]) => page.replaceAll(built, now), body.toString());
    const extension = name.split('.').pop();
    response.writeHead(200, {
      'content-type': types[extension] ?? TYPES[extension] ?? 'text/plain; charset=utf-8',
      ...(typeof headers === 'function' ? headers(name) : { 'cache-control': 'no-store', ...headers }),
    }).end(body);
  });
  server.keepAliveTimeout = 1_000;
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const release = () => {
    released = true;
    waiting.splice(0).forEach(answer => answer());
  };
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    address: origin + prefix,
    hits,
    missing,
    release,
    hold: () => { released = false; },
    show: folder => { shown = folder; },
    close: () => new Promise(done => {
      release();
      // Closing it again is no fault.
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/** A port of this machine that nobody listens to, for a program that is told which one to take. */
export async function freePort() {
  const server = createServer();
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}
