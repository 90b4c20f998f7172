// The files of a release as somebody gets them: unpacked, compared with their sums, put behind a server
// with the configuration that comes with them, and put into a page by what their own document says.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BROWSERS } from './harness/browsers.mjs';
import { portal } from './harness/frames.mjs';
import { files } from './harness/package.mjs';
import { OWN } from './harness/own.mjs';
import { eventually } from './harness/page.mjs';
import { PATH, start } from './harness/servers.mjs';
import { DIST, ROOT, inBrowsers } from './harness/suite.mjs';
import { wholeWay } from './harness/ways.mjs';

const { RELEASE, XTASK } = process.env;
const skip = RELEASE ? false : 'RELEASE names no files of a release';

const { version } = JSON.parse(readFileSync(join(DIST, 'build.json'), 'utf8'));
const NAME = `respect-in-practice-${version}`;

let unpacked;
after(() => unpacked && rmSync(unpacked, { recursive: true }));

/** The folder that the archive is unpacked to, in this run. */
function archive() {
  if (!unpacked) {
    unpacked = mkdtempSync(join(tmpdir(), 'respect-in-practice-release-'));
    for (const [path, bytes] of Object.entries(files(readFileSync(join(RELEASE, `${NAME}.zip`))))) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), bytes);
    }
  }
  return join(unpacked, NAME);
}

const text = (...path) => readFileSync(join(...path), 'utf8');
const paths = folder => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
const compared = folder => execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');

/** The pieces of the archive's document on embedding that have the element. */
const pieces = () => [...text(archive(), 'docs/embedding.md').matchAll(/^```html\n([^]*?)^```$/gm)]
  .map(([, piece]) => piece).filter(piece => piece.includes('<respect-in-practice '));

describe('files of a release', { skip: skip || !BROWSERS.includes('chromium') }, () => {
  it('the sums fit, of both files, of each file in the archive, and of the site alone', () => {
    assert.deepEqual(compared(RELEASE), [`${NAME}.tgz: OK`, `${NAME}.zip: OK`]);
    const folder = archive();
    const listed = compared(folder).map(line => line.replace(/: OK$/, ''));
    assert.deepEqual(listed.sort(), paths(folder).filter(path => path !== 'SHA256SUMS').sort(), 'each file is listed');
    assert.equal(compared(join(folder, 'site')).length, readdirSync(DIST).length - 1);
  });

  it('its files have the time of their commit: with one time for all releases, servers take the next page for the last one', () => {
    const git = format => execFileSync('git', ['log', '-1', `--format=${format}`, '--date=format-local:%Y-%m-%d %H:%M'], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } }).trim();
    const listed = execFileSync('tar', ['-tvzf', join(RELEASE, `${NAME}.tgz`)], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } }).trim().split('\n');
    assert.deepEqual([...new Set(listed.map(line => /\d{4}-\d\d-\d\d \d\d:\d\d/.exec(line)[0]))], [git('%cd')]);
    const unpacked = execFileSync('python3', ['-c', 'import sys, zipfile; print({"%04d-%02d-%02d %02d:%02d" % one.date_time[:5] for one in zipfile.ZipFile(sys.argv[1]).infolist()})', join(RELEASE, `${NAME}.zip`)], { encoding: 'utf8' });
    assert.equal(unpacked.trim(), `{'${git('%cd')}'}`);
  });

  it('a server that draws pages beforehand may take the element in, and nothing comes of it', () => {
    const script = join(RELEASE, 'package/respect-in-practice.js');
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', `import ${JSON.stringify(script)}; console.log(typeof customElements)`], { encoding: 'utf8' });
    assert.equal(told.trim(), 'undefined');
  });

  it('the configuration in the document of the package, copied as it stands, puts the whole site beside the pages', () => {
    const folder = mkdtempSync(join(tmpdir(), 'respect-in-practice-package-'));
    try {
      mkdirSync(join(folder, 'node_modules'));
      symlinkSync(join(RELEASE, 'package'), join(folder, 'node_modules/respect-in-practice'));
      const [, piece] = /^```js\n([^]*?)^```$/m.exec(text(RELEASE, 'package/README.md'));
      writeFileSync(join(folder, 'vite.config.mjs'), piece);
      const told = execFileSync(process.execPath, ['--input-type=module', '-e', "console.log(typeof (await import('./vite.config.mjs')).default)"], { cwd: folder, encoding: 'utf8' });
      assert.equal(told.trim(), 'object', 'Vite and Next take no file that exports nothing');
      assert.deepEqual(readdirSync(join(folder, 'public/assessment')).sort(), readdirSync(DIST).sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('the site in both is the build that all other tests look at, byte by byte', () => {
    const names = readdirSync(DIST).sort();
    for (const folder of [join(archive(), 'site'), join(RELEASE, 'package/site')]) {
      assert.deepEqual(readdirSync(folder).sort(), names);
      for (const name of names) assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(DIST, name))), `${folder}/${name}`);
    }
  });

  it('each link in its documents leads to a file that is there', () => {
    const folder = archive();
    let count = 0;
    for (const path of paths(folder).filter(path => path.endsWith('.md'))) {
      for (const [, target] of text(folder, path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (target.includes('://')) continue;
        count += 1;
        assert.ok(existsSync(join(folder, normalize(join(dirname(path), target)))), `${path}: ${target}`);
      }
    }
    assert.ok(count > 10, `${count}`);
  });

  it('each sum in its documents is that of the script beside them, at an address with its version', () => {
    const integrity = `sha256-${createHash('sha256').update(readFileSync(join(archive(), 'site/respect-in-practice.js'))).digest('base64')}`;
    const all = pieces();
    assert.ok(all.length >= 3, `${all.length}`);
    for (const piece of all) {
      assert.deepEqual([...piece.matchAll(/integrity="([^"]*)"/g)].map(([, sum]) => sum), [integrity]);
      for (const [address] of piece.matchAll(/https:[^"]*/g)) assert.ok(address.startsWith(`https://assess.intranet.example/${version}/`), address);
    }
    assert.doesNotMatch(text(ROOT, 'docs/embedding.md'), /integrity="/, 'a sum of one build says nothing of the next');
  });

  it('npm takes the package as it is, and finds the same files in it', () => {
    const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], { cwd: join(RELEASE, 'package'), encoding: 'utf8' });
    const [{ name, version: said, files: found }] = JSON.parse(told);
    assert.deepEqual([name, said], ['respect-in-practice', version]);
    const archived = execFileSync('tar', ['-tzf', join(RELEASE, `${NAME}.tgz`)], { encoding: 'utf8' }).trim().split('\n');
    assert.deepEqual(archived.map(path => path.replace('package/', '')).sort(), found.map(({ path }) => path).sort());
    const tape = gunzipSync(readFileSync(join(RELEASE, `${NAME}.tgz`)));
    assert.equal(tape.length % 512, 0);
  });
});

inBrowsers('a release', { }, suite => {
  suite.test('the archive, unpacked behind nginx with its own configuration: the whole way to a save file', { skip, noisy: true, shared: true }, async visit => {
    const server = await start('nginx', { tls: true, from: archive() });
    try {
      await wholeWay(visit, server, PATH);
      assert.deepEqual(server.hits.filter(({ status }) => ![200, 304].includes(status)), []);
    } finally {
      await server.close();
    }
  });

  // As whoever looks after the site does it, with what the command wrote: page, packed twins and file.
  suite.test('own words, put into the archive by the command, are shown behind nginx, and the sums name the page and its twins alone', { skip, noisy: true, shared: true }, async visit => {
    const folder = join(visit.suite.folder, 'own');
    rmSync(folder, { recursive: true, force: true });
    cpSync(archive(), folder, { recursive: true });
    writeFileSync(join(folder, 'own.json'), JSON.stringify(OWN));
    execFileSync(XTASK, ['own', join(folder, 'own.json'), '--dist', join(folder, 'site')]);
    const differ = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: join(folder, 'site'), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    assert.deepEqual(differ.stdout.trim().split('\n').sort(), ['index.html.br: FAILED', 'index.html.gz: FAILED', 'index.html: FAILED']);
    const server = await start('nginx', { tls: true, from: folder });
    try {
      for (const packed of ['br', 'gzip', 'identity']) {
        const { headers, body } = await server.ask(PATH, { 'accept-encoding': packed });
        assert.equal(headers['content-encoding'] ?? 'identity', packed);
        const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: bytes => bytes }[packed];
        assert.ok(unpack(body).includes('<meta name="own" content="own.json">'), packed);
      }
      const page = await visit.page({ server: { get hits() { return server.hits; }, address: server.address } });
      await page.open();
      assert.match(await page.until(() => document.querySelector('section.own')?.innerText, 'they are shown'), /^From Orrin Vision, Office for Human Rights/);
      const asked = () => server.hits.filter(({ path }) => path.endsWith('/own.json')).map(({ status }) => status);
      assert.deepEqual(asked(), [200]);
      await page.reload();
      await page.until(() => !!document.querySelector('section.own'), 'they are shown again');
      assert.equal(asked().length, 2, 'the server is asked each time, and says whether they are others');
    } finally {
      await server.close();
    }
  });

  suite.test('a page that names the script with its sum holds the assessment, and runs no other script under that address', { skip, noisy: true }, async visit => {
    const around = await portal();
    try {
      const origin = file => (file === 'respect-in-practice.js' ? { 'access-control-allow-origin': '*' } : {});
      const opened = async options => {
        const server = await visit.serve({ prefix: `/${version}/`, headers: origin, ...options }, join(archive(), 'site'));
        around.show(`<!doctype html><html lang="en"><title>Portal</title>${pieces()[0].replaceAll(`https://assess.intranet.example/${version}/`, server.address)}`);
        const page = await visit.page({ prepare: () => addEventListener('error', ({ target }) => { globalThis.notRun ??= target.src; }, true) });
        await page.page.goto(around.address());
        return page;
      };
      const page = await opened({});
      const frame = await eventually(() => page.page.frames().find(frame => frame.url().startsWith(visit.server.address)), 'the frame');
      await eventually(() => frame.evaluate(() => /^Sealed/.test(document.querySelector('header .seal')?.textContent)), 'sealed');
      const refused = await opened({ damage: { 'respect-in-practice.js': bytes => `${bytes}\n;` } });
      await refused.until(() => globalThis.notRun?.endsWith('respect-in-practice.js'), 'the browser says that it does not run it');
      assert.deepEqual(await refused.evaluate(() => [!!customElements.get('respect-in-practice'), document.querySelector('respect-in-practice a').checkVisibility()]), [false, true]);
    } finally {
      await around.close();
    }
  });
});
