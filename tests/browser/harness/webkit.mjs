// WebKitGTK, by the one way into it that Debian packs: WebKitWebDriver, which speaks WebDriver, on a
// display that nobody sees.

import { spawn } from 'node:child_process';
import { accessSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { find } from './find.mjs';
import { eventually } from './page.mjs';
import { freePort } from './server.mjs';

const PACKAGES = 'webkit2gtk-driver xvfb';

/** The browser that comes with WebKitGTK for tests: where it lies depends on the machine. */
const BROWSERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(machine => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`);

/** What WebDriver calls an element by. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts a display, a driver and a browser; `close` ends all of them. */
export async function webkit() {
  const programs = { driver: found('WebKitWebDriver'), display: found('Xvfb'), browser: BROWSERS.find(is) };
  if (Object.values(programs).some(path => !path)) throw new Error(`WebKitGTK is missing; as root, this brings it: apt-get install --no-install-recommends ${PACKAGES}`);
  const folder = mkdtempSync(join(tmpdir(), 'respect-in-practice-webkit-'));
  const started = [];
  const close = async () => {
    // A display that goes first takes the browser along, loudly.
    for (const { child, ended } of started.reverse()) {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(late);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const begin = (program, args, options) => {
    const child = spawn(program, args, { cwd: folder, ...options });
    const ended = new Promise(done => child.on('exit', done));
    started.push({ child, ended });
    return child;
  };
  try {
    // It chooses a number that is free, and says which.
    const display = begin(programs.display, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise((done, failed) => {
      display.stdio[3].once('data', part => done(`${part}`.trim()));
      display.once('exit', code => failed(new Error(`the display ended with ${code}`)));
    });
    const own = Object.fromEntries(['CONFIG', 'DATA', 'CACHE', 'RUNTIME'].map(name => {
      const path = join(folder, name.toLowerCase());
      mkdirSync(path, { mode: 0o700 });
      return [name === 'RUNTIME' ? 'XDG_RUNTIME_DIR' : `XDG_${name}_HOME`, path];
    }));
    const env = {
      ...process.env,
      ...own,
      HOME: folder,
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      // There is no graphics card, and its own sandbox cannot be had as root or in a container.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    };
    const port = await freePort();
    const driver = begin(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
    let over = false;
    driver.once('exit', () => { over = true; });
    const session = new Session(`http://127.0.0.1:${port}`, folder);
    await eventually(async () => over || session.ready(), 'the driver answers');
    await session.begin(programs.browser);
    return Object.assign(session, {
      async close() {
        await session.end().catch(() => {});
        await close();
      },
    });
  } catch (fault) {
    await close();
    throw fault;
  }
}

class Session {
  constructor(driver, folder) {
    Object.assign(this, { driver, folder });
  }

  async send(method, path, body) {
    const response = await fetch(this.driver + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async ready() {
    return (await this.send('GET', '/status')).ready;
  }

  async begin(binary) {
    const options = { binary, args: ['--automation'] };
    const { sessionId, capabilities } = await this.send('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    Object.assign(this, { session: `/session/${sessionId}`, version: capabilities.browserVersion });
    await this.send('POST', `${this.session}/window/rect`, { x: 0, y: 0, width: 1380, height: 980 });
  }

  end() {
    return this.send('DELETE', this.session);
  }

  /** Opens an address, and waits until all that stands in it is there. */
  open(url) {
    return this.send('POST', `${this.session}/url`, { url });
  }

  reload() {
    return this.send('POST', `${this.session}/refresh`, {});
  }

  /** Goes on inside the frame, or with none in the whole page. */
  inside(frame = null) {
    return this.send('POST', `${this.session}/frame`, { id: frame });
  }

  evaluate(run, ...args) {
    return this.send('POST', `${this.session}/execute/sync`, { script: `return (${run}).apply(null, arguments)`, args });
  }

  until(run, about, ...args) {
    return eventually(() => this.evaluate(run, ...args), `until ${about ?? run}`);
  }

  /** The element with a role and a name, or none. */
  seek(role, name, within = null) {
    const asked = name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
    return this.evaluate(find, role, asked ?? null, within);
  }

  /** Presses it, as soon as it is there. */
  async click(role, name, within) {
    await eventually(async () => {
      const element = await this.seek(role, name, within);
      if (!element) return false;
      const id = element[ELEMENT];
      // What lies under its label takes the press through it.
      const seen = await this.evaluate(one => {
        one.scrollIntoView({ block: 'center' });
        return one.labels?.[0] ?? one;
      }, element);
      await this.send('POST', `${this.session}/element/${seen[ELEMENT] ?? id}/click`, {});
      return true;
    }, `click ${role} “${name}”`);
  }

  /** Types at the end of a field. */
  async type(id, text) {
    const field = await this.evaluate(id => document.getElementById(id), id);
    await this.send('POST', `${this.session}/element/${field[ELEMENT]}/value`, { text });
  }

  /** Gives a file to a field for files, which nobody sees. */
  async choose(id, path) {
    const field = await this.evaluate(id => document.getElementById(id), id);
    await this.send('POST', `${this.session}/element/${field[ELEMENT]}/value`, { text: path });
  }

  /** A file that was handed to the browser, which asks nobody and puts it into the home folder. */
  download(ending) {
    return eventually(() => {
      const name = readdirSync(this.folder).find(name => name.endsWith(ending));
      const text = name && readFileSync(join(this.folder, name), 'utf8');
      if (!text) return null;
      rmSync(join(this.folder, name));
      return { name, text };
    }, `a file ${ending}`);
  }

  screen(title) {
    return this.until(title => document.querySelector('main h1')?.textContent.replace(/\s+/g, ' ').trim() === title, `screen ${title}`, title);
  }

  text(selector = 'body') {
    return this.evaluate(selector => document.querySelector(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '', selector);
  }
}

function is(path) {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}

const found = program => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, program)).find(is);
