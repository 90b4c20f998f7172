// Runs the same tests in each browser: one start of a browser for all suites that want the same one, a
// fresh context per test.
//
//   DIST       the build that is tested; `dist` by default
//   DIST_DEBUG another build, with debug assertions and a mark behind each text, for the tests that ask
//              for it; skipped where not set
//   LONG=1     runs what takes minutes in full
//   SECOND_LOOKS  how many tests may be run once more and pass then; none by default
//   PROVED     a folder, into which suites that say what they prove write which of their tests passed
//   BROWSERS   `chromium`, `firefox` or both
//   CHROMIUM, FIREFOX  the programs, where they are not in PATH

import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BROWSERS, emulate, launch } from './browsers.mjs';
import { Page, eventually } from './page.mjs';
import { record } from './proxy.mjs';
import { serve } from './server.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

export const LONG = process.env.LONG === '1';
export const DIST = resolve(process.env.DIST ?? join(HERE, '../../../dist'));
export const DIST_DEBUG = process.env.DIST_DEBUG && resolve(process.env.DIST_DEBUG);
export const ROOT = join(HERE, '../../..');

/** Sizes of windows that tests are run at. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

/** How many tests may still be run a second time in this browser, as the machine may have stood still. What
 *  breaks every time, or in many places, fails as it should; what passed then is named at the end. */
let secondLooks = Number(process.env.SECOND_LOOKS ?? 0);

/** A browser with its proxy and a folder of its own, by what it was started with. */
const running = new Map();

async function browserFor(kind, { dark = false, forced = false, beside, refusesThirdParties }) {
  // How pages look is a matter of the whole browser in Firefox alone.
  const looks = kind === 'firefox' && { dark, forced };
  const wanted = JSON.stringify({ kind, beside, refusesThirdParties, ...looks });
  const found = running.get(wanted);
  if (found?.browser.connected) return found;
  await found?.close();
  const folder = mkdtempSync(join(tmpdir(), 'respect-in-practice-'));
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  const proxy = await record();
  const browser = await launch(kind, { proxy, downloads, beside, refusesThirdParties, profile: refusesThirdParties && join(folder, 'profile'), ...looks });
  const close = async () => {
    await browser.close();
    await proxy.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const started = { folder, downloads, proxy, browser, close };
  running.set(wanted, started);
  return started;
}

/** Ends all browsers that suites started. */
export async function closeBrowsers() {
  for (const one of running.values()) await one.close();
  running.clear();
}

let closes = false;

/**
 * @param title   what the tests are about
 * @param options dist: another build; server: options of `serve`; dark, forced: how pages look; beside:
 *                an address that is reached without the proxy; refusesThirdParties: pages in frames
 *                of another site may keep nothing; offline: the browser may store pages for use without a
 *                connection, as it does with people; otherwise it is one that cannot; proves: under which heading its tests stand in
 *                docs/reliability.md; shared: each of its tests runs in one browser, see below
 * @param define  takes a suite, defines tests
 */
export function inBrowsers(title, options, define) {
  if (!closes) after(closeBrowsers);
  closes = true;
  for (const kind of BROWSERS) {
    describe(`${title} [${kind}]`, () => {
      const suite = new Suite(kind, title, options);
      after(() => suite.stop());
      define(suite);
    });
  }
}

export class Suite {
  constructor(kind, title, options) {
    Object.assign(this, { kind, title, options });
  }

  async start() {
    const { folder, downloads, proxy, browser } = await browserFor(this.kind, this.options);
    Object.assign(this, { folder, downloads, proxy, browser });
    this.server = await serve(this.options.dist ?? DIST, this.options.server);
  }

  async stop() {
    await this.server?.close();
  }

  /**
   * Whether a test is left to the other browser: what shows the same in both (`shared`) runs in one of
   * them, and in both with LONG. Which one is in its name, so that no test is left to nobody. Firefox,
   * which takes longer over all else, has one of three.
   */
  isForOther(name, shared) {
    if (LONG || !shared) return false;
    const isForFirefox = createHash('sha256').update(name).digest()[0] % 3 === 0;
    return isForFirefox !== (this.kind === 'firefox');
  }

  proved(name) {
    const { proves } = this.options;
    if (process.env.PROVED && proves) appendFileSync(join(process.env.PROVED, `${this.kind}.txt`), `${proves}\t${name}\n`);
  }

  /**
   * One test. `run` takes a visit; afterwards every page of it must have been quiet.
   *
   * @param options noisy: complaints and requests are what the test is about; offline, as above; skip;
   *                shared: as the suite's, and it comes before that one
   */
  test(name, options, run) {
    if (!run) [options, run] = [{}, options];
    const shared = options.shared ?? this.options.shared;
    it(name, { skip: options.skip || this.isForOther(name, shared) }, async () => {
      // Where all tests of a suite are skipped, no browser is started for them.
      await (this.started ??= this.start());
      try {
        await this.visited(name, options, run);
      } catch (fault) {
        if (!secondLooks) throw fault;
        secondLooks -= 1;
        await this.visited(name, options, run);
        // `cargo xtask test` says it again at its end.
        console.log(`SECOND LOOK: ${name}: ${String(fault.message ?? fault).split('\n')[0]}`);
      }
      this.proved(name);
    });
  }

  async visited(name, options, run) {
    const visit = new Visit(this, options);
    await visit.begin();
    try {
      await run(visit);
      if (!options.noisy) for (const page of visit.pages) await page.checkQuiet();
    } catch (fault) {
      await visit.picture(name).catch(() => {});
      throw fault;
    } finally {
      await visit.end();
    }
  }
}

/** One person's visit: a fresh profile, pages in it, files that they got. */
export class Visit {
  constructor(suite, options = {}) {
    Object.assign(this, { suite, options, kind: suite.kind, server: suite.server, servers: [], pages: [] });
  }

  async begin() {
    for (const name of readdirSync(this.suite.downloads)) rmSync(join(this.suite.downloads, name));
    const downloadBehavior = { policy: 'allow', downloadPath: this.suite.downloads };
    this.context = await this.suite.browser.createBrowserContext({ downloadBehavior });
  }

  async end() {
    await this.context.close().catch(() => {});
    for (const server of this.servers) await server.close();
  }

  /** Has all pages of this visit come from another server. */
  async serve(options, dist = this.suite.options.dist ?? DIST) {
    this.server = await serve(dist, options);
    this.servers.push(this.server);
    return this.server;
  }

  /** A page in this visit, not opened yet. `prepare` is run in it before any script. */
  async page({ size = DESK, prepare, args = [], javascript = true, server = this.server, offline = this.options.offline ?? this.suite.options.offline } = {}) {
    const page = await Page.make(this.context, { kind: this.kind, server, proxy: this.suite.proxy, offline });
    this.pages.push(page);
    page.visit = this;
    await page.page.setViewport(size);
    await emulate(this.kind, page.page, this.suite.options);
    // Keys go to the page that is in front.
    await page.page.bringToFront();
    if (!javascript) await page.page.setJavaScriptEnabled(false);
    if (prepare) await page.page.evaluateOnNewDocument(prepare, ...args);
    return page;
  }

  /** A page at the start screen, sealed. */
  async start(options) {
    return (await this.page(options)).open('');
  }

  /** Does something that hands a file to the browser, and gives the file. */
  async download(act) {
    const folder = this.suite.downloads;
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    await act();
    const name = await eventually(() => {
      const names = readdirSync(folder);
      if (names.some(name => /\.(part|crdownload|tmp)$/.test(name) || name.startsWith('.'))) return null;
      return names.find(name => statSync(join(folder, name)).size > 0);
    }, 'a download');
    const path = join(folder, name);
    return { name, path, bytes: readFileSync(path), text: readFileSync(path, 'utf8') };
  }

  /** A file on the disk, to be chosen. */
  file(name, content) {
    const path = join(this.suite.folder, name);
    writeFileSync(path, content);
    return path;
  }

  async picture(name) {
    const folder = join(HERE, '../screenshots');
    mkdirSync(folder, { recursive: true });
    for (const [at, page] of this.pages.entries()) {
      const file = `${this.kind} ${this.suite.title} ${name} ${at}`.replace(/[^\w]+/g, '-');
      await page.page.bringToFront();
      // A page that hangs has no picture.
      const late = new Promise(done => setTimeout(done, 3_000).unref());
      await Promise.race([page.page.screenshot({ path: join(folder, `${file}.png`) }), late]);
    }
  }
}
