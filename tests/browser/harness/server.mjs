// Serves a folder as the plainest web server would, and logs every hit.

import { readFile } from 'node:fs/promises';
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

/**
 * @param folder   what is served
 * @param options  prefix: under which path (`/some/where/`); types: other types by extension;
 *                 missing: names that are not there; change: by name, what a file is turned into;
 *                 headers: sent with every file; slow: names that are only answered when released
 */
export async function serve(folder, options = {}) {
  const { prefix = '/', types = {}, missing = [], change = {}, headers = {}, slow = [] } = options;
  const hits = [];
  const waiting = [];
  let released = false;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    hits.push({ method: request.method, path: request.url, at: Date.now() });
    const name = path.startsWith(prefix) ? path.slice(prefix.length) || 'index.html' : '';
    if (slow.includes(name) && !released) await new Promise(answer => waiting.push(answer));
    const there = /^[\w.-]+$/.test(name) && !name.startsWith('.') && !missing.includes(name);
    let body = there ? await readFile(join(folder, name)).catch(() => null) : null;
    if (!body) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    if (change[name]) body = Buffer.from(change[name](body.toString()));
    const extension = name.split('.').pop();
    response.writeHead(200, {
      'content-type': types[extension] ?? TYPES[extension] ?? 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
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
    release,
    close: () => new Promise(done => {
      release();
      // Closing it again is no fault.
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
