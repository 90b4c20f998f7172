// Ways out of the sealed page: whatever a script in it tries, nothing leaves, or the privacy review
// says that it does.

import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Page, eventually } from './harness/page.mjs';
import { LONG, ROOT, inBrowsers } from './harness/suite.mjs';
import { SILENT, waysOut } from './harness/ways-out.mjs';

const WAYS = Object.entries(waysOut()).flatMap(([group, ways]) => Object.keys(ways).map(name => ({ group, name })));
const REVIEW = readFileSync(join(ROOT, 'docs/privacy-review.md'), 'utf8');

// Firefox asks nothing of the machine's own loop, and no proxy for connections in advance.
const OUTSIDE = Object.values(networkInterfaces()).flat().find(one => one.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.1';

/** What the review says is open in a browser. */
function open(kind) {
  const [, table] = /\n\| way \| Chromium \| Firefox \|\n\|[-|]+\n((?:\|.*\n)+)/.exec(REVIEW);
  const rows = table.trim().split('\n').map(row => row.split('|').slice(1, -1).map(cell => cell.trim().replaceAll('`', '')));
  return rows.filter(row => row[kind === 'chromium' ? 1 : 2] === 'open').map(([way]) => way).sort();
}

/** A page without a policy, with what the ways work on. */
const BARE = '<!doctype html><meta charset="utf-8"><meta name="out" content="out"><link rel="stylesheet" href="styles.css"><title>Bare</title><body><p id="bare">Bare';

/** Tries every way from pages of a server, and watches where bytes arrive. */
class Attempts {
  constructor(visit, root, ready, expected = []) {
    Object.assign(this, { visit, root, ready, expected, heard: new Set(), ears: [] });
  }

  async begin(server) {
    this.server = server;
    // Passkeys are asked for by a name.
    this.origin = server.origin.replace('127.0.0.1', 'localhost');
    // Where nothing is kept of a visit, Chromium opens no connection in advance.
    this.context = this.visit.suite.browser.defaultBrowserContext();
    await this.begins();
  }

  async begins() {
    await this.page?.close();
    const { kind, suite: { proxy } } = this.visit;
    // With all that a browser lends, and what is stored of the page.
    this.page = await Page.make(this.context, { kind, server: this.server, proxy, offline: true });
    // Nothing is drawn in a page that stands behind another.
    await this.page.page.bringToFront();
    await this.page.page.evaluateOnNewDocument(`globalThis.out = (${waysOut})();`);
    await this.anew();
  }

  async anew() {
    await this.page.page.goto(`${this.origin}/`);
    await this.page.until(this.ready, 'the page');
  }

  async end() {
    for (const ear of this.ears) ear.close();
    await this.page?.close();
  }

  /** An ear of its own for each way that only opens a line, or asks a server for its address. */
  async ear(number, name) {
    const hear = () => this.heard.add(number);
    const [ear, start] = name.includes('WebRTC')
      ? [createSocket('udp4').on('message', hear), 'bind']
      : [createServer(socket => { hear(); socket.destroy(); }), 'listen'];
    await new Promise(done => ear[start](0, OUTSIDE, done));
    this.ears.push(ear);
    return `${OUTSIDE}:${ear.address().port}`;
  }

  async all() {
    for (const [number, way] of WAYS.entries()) {
      const { origin } = this;
      const at = {
        number,
        here: `${origin}/out-${number}.here`,
        nothing: `${origin}/out-${number}.nothing`,
        there: `https://out-${number}.example/`,
        host: `out-${number}.example`,
        ear: /WebRTC|preconnect/.test(way.name) ? await this.ear(number, way.name) : null,
      };
      // Nothing tells that a browser does nothing: it is given so long, and longer at the end.
      await this.page.evaluate(async ({ group, name }, at) => {
        // Firefox asks again where a page was loaded meanwhile.
        if (sessionStorage.getItem('out') === name) return;
        sessionStorage.setItem('out', name);
        const given = new Promise(done => setTimeout(done, 300));
        try {
          const attempt = globalThis.out[group][name](at);
          await (group === 'quiet' ? Promise.race([attempt, given]) : Promise.allSettled([attempt, given]));
        } catch { /* What arrives counts. */ }
      }, way, at).catch(() => { /* The page was left. */ });
      if (way.group === 'quiet') continue;
      if (this.expected.includes(way.name)) await eventually(() => this.arrived().includes(way.name), way.name).catch(() => { /* It is told in the end. */ });
      await this.settle(way.group).catch(fault => { throw new Error(`after “${way.name}”`, { cause: fault }); });
    }
  }

  /** Back to a page of this server, and only that. */
  async settle(group) {
    for (const other of await this.context.pages()) if (other !== this.page.page) await other.close();
    if (group === 'damaging') return this.begins();
    const stands = await this.page.evaluate(root => !!document.querySelector(root), this.root).catch(() => false);
    await (stands ? this.page.until(this.ready, 'the page') : this.anew());
  }

  /** The ways by which something arrived, by name. */
  arrived() {
    const numbers = new Set(this.heard);
    const seen = [...this.server.hits.flatMap(hit => [hit.path, hit.cookie ?? '']), ...this.visit.suite.proxy.seen.map(({ host, path }) => host + path)];
    for (const text of seen) {
      // An address may have been written upon one that was there.
      const [, number] = /.*\bout-(\d+)\./.exec(text) ?? [];
      if (number) numbers.add(Number(number));
    }
    return [...numbers].map(number => WAYS[number].name).sort();
  }
}

inBrowsers('ways out', { proves: 'The seal', beside: OUTSIDE, server: { empty: /\.nothing$/ } }, suite => {
  suite.test('of all ways that a script in the sealed page could take, those lead out that the privacy review names', { noisy: true }, async visit => {
    assert.ok(WAYS.length >= 100);
    assert.equal(Number(/\b(\d+) ways\b/.exec(REVIEW)?.[1]), WAYS.length, 'the number that the review says');
    const attempts = new Attempts(visit, '#app', () => document.querySelector('header .seal')?.textContent.startsWith('Sealed'));
    await attempts.begin(visit.server);
    try {
      await attempts.all();
      // What waits until the page is left, and what is slow, comes before the next page has come.
      await attempts.anew();
      assert.deepEqual(attempts.arrived(), open(suite.kind));
    } finally {
      await attempts.end();
    }
  });

  // With LONG, and whenever a way is added or changed.
  suite.test('from a page that is not sealed the same ways lead out, so that refusing them shows something', { noisy: true, skip: !LONG }, async visit => {
    const server = await visit.serve({ empty: /\.nothing$/, change: { 'index.html': () => BARE } });
    const expected = WAYS.map(way => way.name).filter(name => !SILENT[suite.kind].includes(name));
    const attempts = new Attempts(visit, '#bare', () => document.readyState === 'complete', expected);
    await attempts.begin(server);
    try {
      await attempts.all();
      const missing = () => expected.filter(name => !attempts.arrived().includes(name));
      await eventually(() => missing().length === 0, 'all arrive').catch(() => {});
      assert.deepEqual(missing(), []);
    } finally {
      await attempts.end();
    }
  });
});
