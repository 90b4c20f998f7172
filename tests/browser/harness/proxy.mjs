// A forward proxy that records all that a browser asks for, from every thread of it. What goes to
// this machine is passed on; everything else is refused.

import { createServer, request as send } from 'node:http';
import { connect } from 'node:net';

// Browsers call their makers by themselves: updates, settings, lists of dangerous sites.
const MAKERS = /(^|\.)(google|googleapis|gstatic|gvt1|gvt2|chromium|mozilla|firefox|mozgcp|mozaws|cdn\.mozilla)\.(com|org|net)$/;

export async function record() {
  const seen = [];
  const note = (method, host, path) => {
    const name = host.replace(/:\d+$/, '');
    if (!MAKERS.test(name)) seen.push({ method, host, path, at: Date.now() });
  };
  // The last name is one that browsers do not take for this machine.
  const isHere = host => /^(127\.0\.0\.1|localhost|intranet\.test)(:\d+)?$/.test(host);
  const proxy = createServer((request, response) => {
    const url = URL.canParse?.(request.url) === false ? null : new URL(request.url, 'http://proxy');
    note(request.method, url.host, url.pathname + url.search);
    if (!isHere(url.host)) return void response.writeHead(403).end();
    const onward = send(Object.assign(url, { hostname: '127.0.0.1' }), { method: request.method, headers: request.headers }, answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  // What leads through is no request any more, and the server does not count it among its connections.
  const tunnels = new Set();
  proxy.on('connect', (request, socket, head) => {
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    note('CONNECT', request.url, '');
    socket.on('error', () => {});
    if (!isHere(request.url)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const [host, port] = request.url.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
  proxy.keepAliveTimeout = 1_000;
  await new Promise(done => proxy.listen(0, '127.0.0.1', done));
  return {
    host: '127.0.0.1',
    port: proxy.address().port,
    seen,
    close: () => new Promise(done => {
      proxy.close(done);
      proxy.closeAllConnections();
      for (const socket of tunnels) socket.destroy();
    }),
  };
}
