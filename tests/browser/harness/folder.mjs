// Serves a folder with the folders in it, as any web server would.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves it, each path that ends with a slash by its `index.html`. */
export async function serveFolder(folder) {
  const hits = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = await readFile(join(folder, path)).catch(() => null);
    hits.push({ path: pathname, status: body ? 200 : 404 });
    if (!body) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-store' }).end(body);
  });
  server.keepAliveTimeout = 1_000;
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    hits,
    close: () => new Promise(done => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
