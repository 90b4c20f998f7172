// One page as a person has it: opened, looked at, pressed, typed into. Nothing sleeps: everything
// waits for a condition, with a deadline.

import assert from 'node:assert/strict';
import { find } from './find.mjs';

/** How long anything may take. It is seen at once where it is quick: a machine that has much to do is at
 *  times still for a quarter of a minute. */
export const DEADLINE = 40_000;

export class Page {
  constructor(page, { kind, server, proxy, offline = false }) {
    Object.assign(this, { page, kind, server, proxy, offline });
    /** What the browser complained about. */
    this.complaints = [];
    this.sealedAt = null;
    page.setDefaultTimeout(DEADLINE);
    page.on('console', message => this.complain(message.text()));
    page.on('pageerror', error => this.complain(String(error?.message ?? error)));
    page.on('dialog', dialog => {
      this.asked = dialog.type();
      dialog.accept().catch(() => {});
    });
  }

  complain(text) {
    // Chromium says so where a frame passes between a dialog being there and being shown, as on a busy
    // machine; which of its buttons has the focus then is looked at where dialogs are tried.
    if (text === 'Autofocus processing was blocked because a document already has a focused element.') return;
    this.complaints.push(text);
  }

  static async make(context, surroundings) {
    const page = new Page(await context.newPage(), surroundings);
    // Storing the whole page takes half a second on each first visit.
    if (!page.offline) await page.page.evaluateOnNewDocument(() => { delete Navigator.prototype.serviceWorker; });
    await page.page.evaluateOnNewDocument(() => {
      globalThis.violations = [];
      globalThis.prints = 0;
      globalThis.print = () => { globalThis.prints += 1; };
      addEventListener('securitypolicyviolation', event => {
        violations.push({ blocked: event.blockedURI, directive: event.effectiveDirective, sample: event.sample });
      });
    });
    return page;
  }

  // ---- Going ----

  /** Opens an address below that of the server, and waits until the first screen stands. */
  async open(path = '', { sealed = true } = {}) {
    await this.loading(() => this.page.goto(this.server.address + path), sealed);
    return this;
  }

  /** Loads the page again. */
  async reload({ sealed = true } = {}) {
    await this.loading(() => this.page.reload(), sealed);
  }

  /** While this page loads, others of the visit that stand sealed cannot be told from it by what the
   *  server sees: they are checked before, and counted from anew afterwards. */
  async loading(load, sealed) {
    this.sealedAt = null;
    const others = this.visit?.pages.filter(page => page !== this && page.sealedAt) ?? [];
    for (const page of others) page.checkRequests();
    await load();
    if (sealed) await this.sealed();
    else await this.until(() => document.readyState === 'complete', 'loaded');
    for (const page of others) page.mark();
  }

  /** Waits until the page says that it is sealed. From then on it may ask for nothing. */
  async sealed() {
    await this.until(() => document.querySelector('header .seal')?.textContent.startsWith('Sealed'), 'sealed');
    this.mark();
  }

  /** Waits until a page that is loaded says that its script did not run. Styles say so nine seconds
   *  after, which pass at once here. */
  async unstarted() {
    await this.until(() => {
      const line = document.getElementById('unstarted');
      for (const animation of line?.getAnimations() ?? []) animation.finish();
      return line?.checkVisibility({ visibilityProperty: true });
    }, 'styles say that it did not start');
  }

  mark() {
    this.sealedAt = { hits: this.server.hits.length, seen: this.proxy?.seen.length };
  }

  async back() {
    await this.evaluate(() => history.back());
  }

  async forward() {
    await this.evaluate(() => history.forward());
  }

  /** The place in the address. */
  place() {
    return this.evaluate(() => location.hash.slice(1));
  }

  // ---- Looking ----

  evaluate(run, ...args) {
    return this.page.evaluate(run, ...args);
  }

  /** Waits until something is true in the page, and gives what it was. */
  async until(run, about, ...args) {
    return eventually(async () => this.evaluate(run, ...args), `until ${about ?? run}`);
  }

  /** The element with a role and a name, or none. */
  async seek(role, name, { within = null, nth = 0 } = {}) {
    const asked = name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
    const handle = await this.page.evaluateHandle(find, role, asked ?? null, within, nth);
    return handle.asElement();
  }

  /** The same; waits for it. */
  find(role, name, options) {
    return eventually(() => this.seek(role, name, options), `${role} “${name}”`);
  }

  /** Waits until there is no such element. */
  gone(role, name, options) {
    return eventually(async () => !(await this.seek(role, name, options)), `no ${role} “${name}”`);
  }

  async byId(id) {
    const handle = await eventually(async () => {
      const found = await this.page.evaluateHandle(id => document.getElementById(id), id);
      return found.asElement();
    }, `#${id}`);
    return handle;
  }

  /** Waits for the screen with this title. */
  async screen(title) {
    const fits = title instanceof RegExp ? { source: title.source } : title;
    await this.until(
      fits => {
        const text = document.querySelector('main h1')?.textContent.replace(/\s+/g, ' ').trim();
        return text && (typeof fits === 'string' ? text === fits : new RegExp(fits.source).test(text));
      },
      `screen ${title}`,
      fits,
    );
  }

  /** The text of an element, as it is read. */
  text(selector = 'body') {
    return this.evaluate(selector => document.querySelector(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '', selector);
  }

  value(id) {
    return this.evaluate(id => document.getElementById(id).value, id);
  }

  /** What has the focus: its id, tag and text. */
  focus() {
    return this.evaluate(() => {
      const e = document.activeElement;
      return { id: e.id, tag: e.tagName.toLowerCase(), text: e.textContent.replace(/\s+/g, ' ').trim(), name: e.name };
    });
  }

  /** Waits until the header says that all is kept. */
  async kept() {
    await this.until(() => /^Saved/.test(document.querySelector('header [role=status]')?.innerText ?? ''), 'saved');
  }

  // ---- Doing, with the mouse ----

  async click(role, name, options) {
    // Between finding and pressing, something else may have been drawn in its place.
    await eventually(async () => {
      const element = await this.seek(role, name, options);
      if (element) await this.press(element);
      return element;
    }, `click ${role} “${name}”`);
  }

  async clickId(id) {
    await this.press(await this.unfold(id));
  }

  /** A radio or box that lies under its label takes the press through it. What comes into view by
   *  scrolling may be drawn there for the first time, and then moves what stands below it: so two
   *  frames pass first. A browser that draws none, as another window is in front, is not waited for. */
  async press(element) {
    await element.evaluate(async one => {
      const show = () => one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const before = one.getBoundingClientRect();
      show();
      const after = one.getBoundingClientRect();
      if (before.x === after.x && before.y === after.y) return;
      const frame = () => new Promise(requestAnimationFrame);
      await Promise.race([frame().then(frame), new Promise(over => setTimeout(over, 200))]);
      show();
    });
    const { x, y } = await element.clickablePoint();
    await element.frame.page().mouse.click(x, y);
  }

  /** Opens what an element is folded into, as one does who wants to see it. */
  async unfold(id) {
    const element = await this.byId(id);
    await element.evaluate(one => {
      for (let fold; (fold = one.closest('details:not([open])'));) fold.querySelector('summary').click();
    });
    return element;
  }

  /** Types at the end of a field, key by key. */
  async type(id, text) {
    const field = await this.unfold(id);
    await field.focus();
    await this.evaluate(id => {
      const field = document.getElementById(id);
      field.setSelectionRange(field.value.length, field.value.length);
    }, id);
    await this.page.keyboard.type(text);
  }

  /** Chooses a file in a file field. */
  async choose(id, path) {
    await (await this.byId(id)).uploadFile(path);
  }

  /** Drops a file on the page, beside everything. */
  async drop(name, text) {
    await this.evaluate((name, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'application/json' }));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.querySelector('main').dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
      }
    }, name, text);
  }

  // ---- Doing, with the keyboard ----

  async key(...keys) {
    const held = keys.slice(0, -1);
    for (const key of held) await this.page.keyboard.down(key);
    await this.page.keyboard.press(keys.at(-1));
    for (const key of held.reverse()) await this.page.keyboard.up(key);
  }

  /** Goes from one element to the next with the Tab key, or back with Shift, until one has this role
   *  and name. */
  async tabTo(role, name, { within = null, limit = 150, ...options } = {}) {
    await this.find(role, name, { within, ...options });
    for (let step = 0; step < limit; step += 1) {
      const element = await this.seek(role, name, { within, ...options });
      const way = element && await this.page.evaluate(e => {
        const now = document.activeElement;
        if (e === now || (e.type === 'radio' && now.type === 'radio' && e.name && e.name === now.name)) return 'here';
        return now !== document.body && now.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on';
      }, element);
      if (way === 'here') return element;
      if (way === 'back') await this.key('Shift', 'Tab');
      else await this.key('Tab');
    }
    throw new Error(`the Tab key does not reach ${role} “${name}”`);
  }

  // ---- What must hold ----

  violations() {
    return this.evaluate(() => globalThis.violations ?? []);
  }

  /** No complaint, no breach of policy, and since the seal no request. */
  async checkQuiet({ violations = [] } = {}) {
    assert.deepEqual(await this.violations(), violations, 'policy violations');
    assert.deepEqual(this.complaints, [], 'console and errors');
    this.checkRequests();
  }

  checkRequests() {
    if (!this.sealedAt) return;
    // The browser itself looks for a newer worker whenever somebody has come to a page that has one.
    const isOfPage = ({ method, path }) => !(this.offline && method === 'GET' && path.endsWith('/offline.js'));
    assert.deepEqual(this.server.hits.slice(this.sealedAt.hits).filter(isOfPage), [], 'hits after the seal');
    if (this.proxy) assert.deepEqual(this.proxy.seen.slice(this.sealedAt.seen).filter(isOfPage), [], 'requests after the seal');
  }

  async close() {
    await this.page.close();
  }
}

/** Tries until it gives something that is not false, and gives that. */
export async function eventually(attempt, about, deadline = DEADLINE) {
  const end = Date.now() + deadline;
  for (let fault; ;) {
    try {
      const outcome = await attempt();
      if (outcome) return outcome;
    } catch (error) {
      // While a page is being left there is nothing to ask.
      fault = error;
    }
    if (Date.now() > end) throw new Error(`waited ${deadline} ms: ${about}${fault ? `\n${fault.stack}` : ''}`);
    await new Promise(done => setTimeout(done, 25));
  }
}
