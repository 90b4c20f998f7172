// Starts stock browsers: Chromium over CDP, Firefox ESR over BiDi. Everything that differs between
// them is here.

import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { OTHER_SITE } from './frames.mjs';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Settings with which a browser lets pages in frames of another site keep nothing. Firefox has one for people.
 *  In Chromium that of third-party cookies leaves all else, apart; a rule for a site inside another takes it. */
const THIRD_PARTIES_REFUSED = {
  chromium: { profile: { content_settings: { exceptions: { cookies: { [`http://127.0.0.1,http://${OTHER_SITE}`]: { setting: 2 } } } } } },
  firefox: { 'network.cookie.cookieBehavior': 1 },
};

/** The browsers that tests run in; `BROWSERS=chromium` narrows it down while one works on a test. */
export const BROWSERS = (process.env.BROWSERS ?? 'chromium,firefox').split(',');

/**
 * @param kind     `chromium` or `firefox`
 * @param options  proxy: from `record()`; downloads: folder; profile: folder, kept afterwards;
 *                 privately: in a private window; dark, forced: how the page is to look; beside: an address that is reached without the
 *                 proxy, and connections to it in advance, as Firefox has them with people alone; refusesThirdParties: pages in
 *                 frames of another site may keep nothing, which takes a profile; frames: `at once` where a screen's 60 in a
 *                 second would blur what is measured (Chromium only)
 */
export async function launch(kind, options = {}) {
  const { proxy, downloads, profile, dark = false, forced = false, beside, frames, refusesThirdParties, privately = false } = options;
  const settings = refusesThirdParties && THIRD_PARTIES_REFUSED[kind];
  // A call into a page that never answers is told after a minute, and not after three. Servers of the
  // tests make their own certificates.
  const common = { protocolTimeout: 60_000, executablePath: program(kind), headless: true, acceptInsecureCerts: true, userDataDir: profile, waitForInitialPage: false };
  const downloadBehavior = downloads && { policy: 'allow', downloadPath: downloads };
  if (kind === 'chromium') {
    if (settings) {
      // It reads them as it starts.
      mkdirSync(join(profile, 'Default'), { recursive: true });
      writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(settings));
    }
    return puppeteer.launch({
      ...common,
      browser: 'chrome',
      downloadBehavior,
      args: [
        '--no-sandbox',
        '--no-first-run',
        '--disable-background-networking',
        '--lang=en-GB',
        // Tests draw nothing that a graphics card would help with.
        '--disable-gpu',
        // It loads a page of its own into each new window, for its address bar: half of what a test costs.
        '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
        ...(privately ? ['--incognito'] : []),
        ...(frames === 'at once' ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []),
        ...(proxy ? [`--proxy-server=http://${proxy.host}:${proxy.port}`, `--proxy-bypass-list=<-loopback>${beside ? `;${beside}` : ''}`] : []),
      ],
    });
  }
  return puppeteer.launch({
    ...common,
    browser: 'firefox',
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB, en',
      'browser.shell.checkDefaultBrowser': false,
      // As people have it: pages from the disk are each an origin. Who drives the browser takes that away.
      'security.fileuri.strict_origin_policy': true,
      // Otherwise the list of downloads opens over the page and takes the keyboard.
      'browser.download.alwaysOpenPanel': false,
      // A worker of an older build goes once it has been idle for these two, one after the other; as people have
      // it that is a minute.
      'dom.serviceWorkers.idle_timeout': 3_000,
      'dom.serviceWorkers.idle_extended_timeout': 3_000,
      // Both matter only where a test kills the browser: no safe mode, no old tabs.
      'toolkit.startup.max_resumed_crashes': -1,
      'browser.sessionstore.resume_from_crash': false,
      ...settings,
      ...(beside && { 'network.http.speculative-parallel-limit': 20 }),
      ...(downloads && { 'browser.download.dir': downloads, 'browser.download.folderList': 2 }),
      ...(privately && { 'browser.privatebrowsing.autostart': true }),
      ...(dark && { 'layout.css.prefers-color-scheme.content-override': 0 }),
      ...(forced && { 'browser.display.document_color_use': 2 }),
      ...(proxy && {
        'network.proxy.type': 1,
        'network.proxy.http': proxy.host,
        'network.proxy.http_port': proxy.port,
        'network.proxy.ssl': proxy.host,
        'network.proxy.ssl_port': proxy.port,
        'network.proxy.allow_hijacking_localhost': true,
        'network.proxy.no_proxies_on': beside ?? '',
      }),
    },
  });
}

/** How a page looks, as far as it is the page's and not the browser's. */
export async function emulate(kind, page, { dark = false, forced = false }) {
  if (kind !== 'chromium' || !(dark || forced)) return;
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
}

/** The processes that draw pages. */
export function renderers(browser) {
  const all = descendants(browser.process().pid);
  return all.filter(({ command }) => command.includes('--type=renderer') || command.trim().endsWith(' tab'));
}

/** Ends the whole browser at once, as a crash or a power cut of the session would. */
export function killAll(browser) {
  const main = browser.process().pid;
  const all = descendants(main);
  for (const pid of [main, ...all.map(one => one.pid)]) {
    try { process.kill(pid, 'SIGKILL'); } catch { /* It has gone by itself. */ }
  }
}

function descendants(root) {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      parents.set(Number(name), { pid: Number(name), parent, command });
    } catch { /* It has ended meanwhile. */ }
  }
  const found = [];
  for (let next = [root]; next.length;) {
    const children = [...parents.values()].filter(({ parent }) => next.includes(parent));
    found.push(...children);
    next = children.map(({ pid }) => pid);
  }
  return found;
}

function program(kind) {
  const given = process.env[kind.toUpperCase()];
  if (given) return given;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES[kind]) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch { /* Not here. */ }
    }
  }
  throw new Error(`no ${NAMES[kind].join(' or ')} in PATH`);
}

/** The version of a browser, for a report. */
export const version = kind => execFileSync(program(kind), ['--version'], { encoding: 'utf8' }).trim();
