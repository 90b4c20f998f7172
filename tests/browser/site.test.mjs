// Real web servers with the configurations that are handed out: what they send of each kind of file,
// and the whole way under them. Their answers are the same whatever browser asks, so they are looked at
// beside one of the two; web.config is read, as there is no IIS here.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BROWSERS } from './harness/browsers.mjs';
import { around, frameIn, hostPage, hosting } from './harness/host.mjs';
import { eventually } from './harness/page.mjs';
import { plain } from './harness/server.mjs';
import { PATH, SERVERS, start } from './harness/servers.mjs';
import { DIST, ROOT, inBrowsers } from './harness/suite.mjs';
import { begin, go, saveFile, wholeWay } from './harness/ways.mjs';
import { elements, read } from './harness/xml.mjs';

const ASKED = 'no-cache';
const KEPT = 'public, max-age=31536000, immutable';
const POLICY = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; trusted-types respect-in-practice; frame-ancestors 'self'";
const WORKER = "default-src 'none'; connect-src 'self'";
const SCRIPT = 'text/javascript; charset=utf-8';

const names = readdirSync(DIST);
const isTwin = name => /\.(br|gz)$/.test(name);
const address = file => names.find(name => plain(name) === file) ?? file;

/** What is sent with each kind of file: its type, how long it may be kept, and what differs from all
 *  others. */
const KINDS = {
  '': { type: 'text/html; charset=utf-8', packed: true },
  'index.html': { type: 'text/html; charset=utf-8', packed: true },
  [address('start.js')]: { type: SCRIPT, keeps: KEPT, packed: true },
  [address('app.js')]: { type: SCRIPT, keeps: KEPT, packed: true },
  [address('app.wasm')]: { type: 'application/wasm', keeps: KEPT, packed: true },
  [address('later.bin')]: { type: 'application/octet-stream', keeps: KEPT, packed: true },
  [address('questions.en.bin')]: { type: 'application/octet-stream', keeps: KEPT, packed: true },
  [address('styles.css')]: { type: 'text/css; charset=utf-8', keeps: KEPT, packed: true },
  'save-format.schema.json': { type: 'application/json', packed: true },
  'build.json': { type: 'application/json' },
  'LICENSE-MIT': { type: 'text/plain; charset=utf-8' },
  'THIRD-PARTY-LICENSES': { type: 'text/plain; charset=utf-8' },
  'sbom.cdx.json': { type: 'application/json' },
  SHA256SUMS: { type: 'text/plain; charset=utf-8' },
  'offline.js': { type: SCRIPT, policy: WORKER, packed: true },
  'respect-in-practice.js': { type: SCRIPT, origin: '*', packed: true },
  'respect-in-practice.d.ts': { type: 'text/plain; charset=utf-8' },
  'custom-elements.json': { type: 'application/json', packed: true },
  'respect-in-practice.html': { type: 'text/html; charset=utf-8' },
  'embed-check.html': { type: 'text/html; charset=utf-8', packed: true, resource: 'cross-origin' },
  [address('embed-check.js')]: { type: SCRIPT, keeps: KEPT, packed: true, resource: 'cross-origin' },
  [address('embed-check.css')]: { type: 'text/css; charset=utf-8', keeps: KEPT, packed: true, resource: 'cross-origin' },
};

const PACKINGS = { br: brotliDecompressSync, gzip: gunzipSync };
const original = (server, name) => readFileSync(join(server.site, name || 'index.html'));

/** Each header at most once: two say two things. */
function once({ raw }, about) {
  const headers = raw.filter((_, at) => at % 2 === 0).map(name => name.toLowerCase());
  assert.deepEqual(headers, [...new Set(headers)], about);
}

describe('servers, what they send', { skip: !BROWSERS.includes('chromium') }, () => {
  it('each file is listed with its sum, and each twin is the file beside it', () => {
    const lines = readFileSync(join(DIST, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const sum = bytes => createHash('sha256').update(bytes).digest('hex');
    assert.deepEqual(lines, names.filter(name => name !== 'SHA256SUMS').map(name => `${sum(readFileSync(join(DIST, name)))}  ${name}`));
    const { build, files: about } = JSON.parse(readFileSync(join(DIST, 'build.json'), 'utf8'));
    assert.ok(build);
    const twins = names.filter(isTwin);
    for (const file of Object.keys(KINDS).filter(file => file && KINDS[file].packed)) {
      for (const ending of ['br', 'gz']) assert.ok(twins.includes(`${file}.${ending}`), `${file}.${ending}`);
    }
    for (const twin of twins) {
      const bytes = readFileSync(join(DIST, twin));
      const unpacked = (twin.endsWith('.br') ? brotliDecompressSync : gunzipSync)(bytes);
      assert.ok(unpacked.equals(readFileSync(join(DIST, twin.slice(0, -3)))), twin);
      assert.ok(bytes.length < unpacked.length, twin);
      assert.equal(about[twin].bytes, bytes.length, twin);
    }
  });

  for (const kind of SERVERS) {
    // Apache is told the same in a second way, by a file in the folder.
    const paths = kind === 'apache' ? [PATH, `/portal${PATH}`] : [PATH];
    describe(`of ${kind}`, () => {
      let server;
      before(async () => { server = await start(kind); });
      after(() => server?.close());

      for (const path of paths) {
        it(`each kind of file has its type, its policy and its time, under ${path}`, async () => {
          for (const [name, { type, keeps = ASKED, policy = POLICY, origin, resource = 'same-origin' }] of Object.entries(KINDS)) {
            const answer = await server.ask(path + name);
            const { status, headers, body } = answer;
            assert.deepEqual({
              name,
              status,
              type: headers['content-type'],
              keeps: headers['cache-control'],
              policy: headers['content-security-policy'],
              sniffs: headers['x-content-type-options'],
              refers: headers['referrer-policy'],
              origin: headers['access-control-allow-origin'],
              resource: headers['cross-origin-resource-policy'],
              encoding: headers['content-encoding'],
            }, { name, status: 200, type, keeps, policy, sniffs: 'nosniff', refers: 'no-referrer', origin, resource, encoding: undefined });
            assert.match(headers['permissions-policy'], /camera=\(\).*clipboard-write=\(self\)/, name);
            assert.ok(body.equals(original(server, name)), name);
            once(answer, name);
          }
        });

        it(`what lies there packed is sent packed, to those who ask for it, under ${path}`, async () => {
          for (const [name, { type, keeps = ASKED, packed }] of Object.entries(KINDS)) {
            if (!packed) continue;
            const vary = answer => assert.match(answer.headers.vary ?? '', /^accept-encoding$/i, `${kind} ${name}: to be told apart by caches`);
            vary(await server.ask(path + name));
            for (const [accept, encoding] of [['br', 'br'], ['gzip', 'gzip'], ['gzip, deflate, br, zstd', 'br'], ['gzip, deflate', 'gzip']]) {
              const answer = await server.ask(path + name, { 'accept-encoding': accept });
              const { headers, body } = answer;
              assert.deepEqual({ name, status: answer.status, encoding: headers['content-encoding'], type: headers['content-type'], keeps: headers['cache-control'] }, { name, status: 200, encoding, type, keeps });
              const twin = original(server, `${name || 'index.html'}.${encoding === 'br' ? 'br' : 'gz'}`);
              assert.ok(body.equals(twin), `${name}: the twin that the build made`);
              assert.ok(PACKINGS[encoding](body).equals(original(server, name)), name);
              vary(answer);
              once(answer, name);
            }
          }
        });

        it(`what is asked for each time is not sent again where nothing changed, under ${path}`, async () => {
          for (const encoding of ['', 'gzip', 'br']) {
            const first = await server.ask(`${path}index.html`, { 'accept-encoding': encoding });
            const { etag } = first.headers;
            assert.ok(etag, 'a mark of its content');
            const again = await server.ask(`${path}index.html`, { 'accept-encoding': encoding, 'if-none-match': etag });
            assert.equal(again.status, 304, `${encoding} ${etag}`);
            assert.equal(again.headers['cache-control'], ASKED);
          }
        });

        it(`nothing else is sent, and nothing that is not there is kept, under ${path}`, async () => {
          for (const [name, expected] of Object.entries({
            'app.AAAAAAAA.wasm': /404/,
            'nothing.html': /404/,
            '.left-behind': /40[34]/,
            '.htaccess': /40[34]/,
            'folder/': /40[34]/,
            '../pid': /40[034]/,
            '..%2fpid': /40[034]/,
            '%2e%2e/pid': /40[034]/,
            'folder/../../pid': /40[034]/,
            '..%5cpid': /40[034]/,
          })) {
            const answer = await server.ask(path + name, { 'accept-encoding': 'gzip, br' });
            // A path that leads out is another one, of which this site has nothing.
            const nothing = answer.status === 200 && answer.body.length === 0 && decodeURIComponent(name).includes('..');
            assert.ok(nothing || expected.test(answer.status), `${name}: ${answer.status}`);
            assert.doesNotMatch(answer.headers['cache-control'] ?? '', /immutable|max-age=[1-9]/, name);
            assert.doesNotMatch(answer.body.toString(), /file\.txt|Nobody is to read/, name);
          }
          const posted = await server.ask(`${path}index.html`, {}, 'POST');
          assert.doesNotMatch(posted.headers['cache-control'] ?? '', /immutable/);
          assert.notEqual(posted.status, 500);
        });
      }

      it('the path without its slash leads to the one with it, in the same place, with its parameters', async () => {
        const { status, headers } = await server.ask('/assessment');
        assert.match(`${status}`, /30[18]/);
        assert.equal(new URL(headers.location, `${server.origin}/assessment`).href, server.address);
        const asked = await server.ask('/assessment?lang=en&form=short');
        assert.equal(new URL(asked.headers.location, server.origin).href, `${server.address}?lang=en&form=short`);
      });

      it('a version that is copied over the last one leaves its files, and they are sent as before', async () => {
        const { status, headers } = await server.ask(`${PATH}folder/file.txt`);
        assert.equal(status, 200);
        assert.equal(headers['cache-control'], ASKED, 'what is not named by its content is asked for');
      });
    });

    it(`of ${kind}: other hosts may show the page, and frames without an origin take its files, where the two lines say so`, async () => {
      const server = await start(kind, { change: text => opened(kind, text) });
      try {
        const { headers } = await server.ask(PATH + address('app.js'));
        assert.match(headers['content-security-policy'], /; frame-ancestors 'self' https:\/\/intranet\.example$/);
        assert.equal(headers['access-control-allow-origin'], '*');
        assert.equal((await server.ask(`${PATH}respect-in-practice.js`)).headers['access-control-allow-origin'], '*');
      } finally {
        await server.close();
      }
    });
  }

  it('of nginx over HTTPS: the same, and in one connection', async () => {
    const server = await start('nginx', { tls: true });
    try {
      const { status, headers } = await server.ask(PATH + address('app.wasm'), { 'accept-encoding': 'br' });
      assert.deepEqual([status, headers['content-encoding'], headers['content-type'], headers['cache-control']], [200, 'br', 'application/wasm', KEPT]);
      assert.equal((await server.ask('/assessment')).headers.location, PATH);
    } finally {
      await server.close();
    }
  });
});

/** What somebody changes who lets another host show the page, and frames without an origin take its
 *  files, as the comments say. */
function opened(kind, text) {
  const changes = {
    nginx: [[`$assessment_frame_ancestors "'self'"`, `$assessment_frame_ancestors "'self' https://intranet.example"`], ['$assessment_opaque_frames ""', '$assessment_opaque_frames "*"']],
    apache: [["frame-ancestors 'self'\"", "frame-ancestors 'self' https://intranet.example\""], ['# Header always set Access', 'Header always set Access']],
    caddy: [[`vars frame_ancestors "'self'"`, `vars frame_ancestors "'self' https://intranet.example"`], ['# header Access', 'header Access']],
  }[kind];
  return changes.reduce((now, [from, to]) => {
    assert.equal(now.split(from).length, 2, `${kind}: ${from} stands there once`);
    return now.replace(from, to);
  }, text);
}

describe('IIS, which is not here', { skip: !BROWSERS.includes('chromium') }, () => {
  const root = read(readFileSync(join(ROOT, 'servers/web.config'), 'utf8'));
  const [web] = elements(root, 'system.webServer');
  const rules = elements(web, 'rules').flatMap(one => one.children);
  const after = elements(web, 'outboundRules').flatMap(one => one.children.filter(({ name }) => name === 'rule'));
  const conditions = Object.fromEntries(elements(web, 'preCondition').map(one => [one.attributes.name, one.children.map(({ attributes }) => attributes)]));
  const headers = within => Object.fromEntries(elements(within, 'customHeaders').flatMap(one => one.children).filter(({ name }) => name === 'add').map(({ attributes }) => [attributes.name.toLowerCase(), attributes.value]));

  /** What the rules make of a request, as the module does it: the file that is sent, and the headers. */
  function sent(asked, accepts, there = name => names.includes(name)) {
    let file = asked;
    for (const rule of rules) {
      const [match] = elements(rule, 'match');
      const found = new RegExp(match.attributes.url, 'i').exec(file);
      const fits = elements(rule, 'conditions').flatMap(one => one.children).every(({ attributes: { input, pattern, matchType } }) => (matchType === 'IsFile'
        ? there(input.replace('{REQUEST_FILENAME}', file))
        : new RegExp(pattern, 'i').test({ '{HTTP_ACCEPT_ENCODING}': accepts }[input])));
      if (!found || !fits) continue;
      file = elements(rule, 'action')[0].attributes.url.replace('{R:0}', found[0]);
      if (rule.attributes.stopProcessing === 'true') break;
    }
    const status = there(file) ? '200' : '404';
    const type = elements(web, 'mimeMap').find(({ attributes }) => attributes.fileExtension === (file.match(/\.[^.]*$/)?.[0] ?? '.'))?.attributes.mimeType;
    const own = elements(root, 'location').find(({ attributes }) => attributes.path === file);
    const result = { ...headers(web), ...(own && headers(own)), 'content-type': type, 'cache-control': 'no-cache' };
    for (const rule of after) {
      const fits = conditions[rule.attributes.preCondition].every(({ input, pattern }) => new RegExp(pattern, 'i').test({ '{URL}': `/any/${file}`, '{RESPONSE_STATUS}': status }[input]));
      const [{ attributes }] = elements(rule, 'match');
      if (fits) result[attributes.serverVariable.replace('RESPONSE_', '').replaceAll('_', '-').toLowerCase()] = elements(rule, 'action')[0].attributes.value;
    }
    return { file, status, ...result };
  }

  it('web.config is well formed, and names no type, header or rule twice', () => {
    assert.equal(root.name, 'configuration');
    for (const [what, name] of [['mimeMap', 'fileExtension'], ['rule', 'name'], ['preCondition', 'name']]) {
      const all = elements(web, what).map(({ attributes }) => attributes[name]);
      assert.ok(all.length > 1);
      assert.deepEqual(all, [...new Set(all)], what);
    }
    // A type that a server knows already is a fault unless it is taken out first.
    for (const { children } of elements(web, 'staticContent')) {
      const maps = children.filter(({ name }) => name !== 'clientCache').map(({ name, attributes }) => `${name} ${attributes.fileExtension}`);
      for (const map of maps.filter(map => map.startsWith('mimeMap'))) assert.equal(maps[maps.indexOf(map) - 1], map.replace('mimeMap', 'remove'));
    }
    for (const rule of after) assert.ok(conditions[rule.attributes.preCondition], rule.attributes.name);
  });

  it('web.config says of each file what the other servers say', () => {
    for (const [name, { type, keeps = ASKED, policy = POLICY, origin, packed, resource = 'same-origin' }] of Object.entries(KINDS)) {
      // Two have headers of their own, which IIS finds by their own name alone.
      for (const [accepts, encoding] of packed && !(origin || policy !== POLICY) ? [['', undefined], ['gzip, deflate, br', 'br'], ['gzip', 'gzip']] : [['gzip, deflate, br', undefined]]) {
        const found = sent(name, accepts);
        assert.deepEqual(
          [name, found.status, found['content-type'], found['cache-control'], found['content-security-policy'], found['access-control-allow-origin'], found['cross-origin-resource-policy'], found['content-encoding'], found['x-content-type-options']],
          [name, '200', type, keeps, policy, origin, resource, encoding, 'nosniff'],
        );
        if (packed) assert.equal(found.vary, 'Accept-Encoding');
      }
    }
    assert.equal(sent('app.AAAAAAAA.wasm', 'br')['cache-control'], ASKED, 'that a file is not there is no news for ever');
  });
});

/** What a server sends lets the page be kept: it opens when that server is gone. */
async function opensAlone(visit, page, server) {
  await go(page, 'sealed', /./);
  await page.until(() => /^The page itself is kept too/.test(document.querySelector('p.offline')?.innerText), 'its policies let it be kept');
  allThere(server);
  await go(page, 'download', 'Download');
  await page.checkQuiet();
  await server.close();
  await page.reload();
  await page.screen('Download');
  assert.equal(JSON.parse((await saveFile(visit, page)).text).head.company, 'Under a server');
}

const allThere = server => assert.deepEqual(server.hits.filter(({ status }) => ![200, 304].includes(status)), []);

/** A page of somebody else, in which ours stands twice, as it is and without an origin of its own, and
 *  the check of what a place allows without one. */
async function portal(address) {
  const frame = (more, page = '') => `<iframe title="The assessment" width="900" height="500" src="${address}${page}"${more}></iframe>`;
  const alone = ' sandbox="allow-scripts"';
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>Somebody else</title>${frame('')}${frame(alone)}${frame(alone, 'embed-check.html')}`);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What stands in each frame of a page. */
const frames = page => Promise.all(page.page.frames().filter(frame => frame.parentFrame()).map(async frame => {
  try {
    return await frame.evaluate(() => document.querySelector('header .seal, #summary')?.textContent.trim() ?? 'nothing of ours');
  } catch {
    return 'nothing of ours';
  }
}));

inBrowsers('a site', { proves: 'Builds that meet, and servers' }, suite => {
  suite.test('the whole way to a save file under nginx, over HTTPS, packed by brotli; and it opens when the server is gone', { noisy: true, offline: true }, async visit => {
    const server = await start('nginx', { tls: true });
    try {
      const page = await wholeWay(visit, server, PATH);
      assert.equal(await page.evaluate(() => isSecureContext), true);
      await opensAlone(visit, page, server);
    } finally {
      await server.close();
    }
  });

  suite.test('the whole way to a save file under Apache, over plain HTTP, by a file in the folder; and it opens when the server is gone', { noisy: true, offline: true }, async visit => {
    const server = await start('apache');
    try {
      const path = `/portal${PATH}`;
      const page = await wholeWay(visit, server, path);
      allThere(server);
      // When it was loaded again, nothing was asked for that is named by its content.
      const last = server.hits.findLastIndex(hit => hit.path === path);
      assert.ok(last > 0, 'it was asked for twice');
      assert.deepEqual(server.hits.slice(last).filter(hit => plain(hit.path) !== hit.path), []);
      await opensAlone(visit, page, server);
    } finally {
      await server.close();
    }
  });

  suite.test('a page of a host that is named may show ours, also without an origin of its own, and a page of another host may not', { noisy: true }, async visit => {
    let server;
    let other;
    try {
      server = await start('nginx', { change: text => opened('nginx', text).replaceAll('https://intranet.example', 'http://127.0.0.1:*') });
      other = await portal(server.address);
      const page = await visit.page({ server });
      await page.page.goto(`http://127.0.0.1:${other.port}/`);
      const fits = said => /^Sealed/.test(said[0]) && /^Sealed/.test(said[1]) && said[2] && said[2] !== 'nothing of ours';
      await eventually(async () => fits(await frames(page)), 'two are sealed, and the check says what it found');
      await page.page.goto(`http://intranet.test:${other.port}/`);
      await eventually(async () => (await frames(page)).every(said => said === 'nothing of ours'), 'the browser refuses them');
    } finally {
      await server?.close();
      other?.close();
    }
  });

  suite.test('a page of another site takes the element from nginx, which names its host, and hears that it is ready and how high it is', async visit => {
    const server = await start('nginx', { change: text => opened('nginx', text).replaceAll('https://intranet.example', 'http://intranet.test:*') });
    try {
      const tag = around(`<respect-in-practice id="one" src="${server.address}"><a href="${server.address}">Open it</a></respect-in-practice>`);
      const other = await hosting(visit, DIST, { '/': tag.replace('/respect-in-practice.js', `${server.address}respect-in-practice.js`) });
      const page = await hostPage(visit, other, { at: other.elsewhere });
      const inside = await frameIn(page);
      const hears = kind => page.until(kind => said.some(one => one.kind === kind), kind, kind);
      await hears('ready');
      await begin(inside);
      await inside.click('radio', 'I don’t know yet');
      await hears('progress');
      // The height goes both ways: the frame has it, and no scroll bar.
      await inside.until(() => Math.abs(innerHeight - document.body.getBoundingClientRect().height) <= 1 && document.documentElement.style.overflow === 'hidden', 'as high as what stands in it');
      assert.deepEqual(await page.evaluate(() => said.filter(({ kind }) => /warning|error/.test(kind))), []);
      assert.deepEqual(await inside.violations(), []);
      allThere(server);
      assert.ok(server.hits.some(({ path }) => path === `${PATH}respect-in-practice.js`), 'nginx sent the element');
      assert.ok(!other.hits.some(({ path }) => path.endsWith('.js')), 'and the host no script');
    } finally {
      await server.close();
    }
  });
});
