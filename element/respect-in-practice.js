// <respect-in-practice src="https://assess.example/"><a href="https://assess.example/">Open it</a></respect-in-practice>
//
// Puts the assessment into a page, in a frame: the frame keeps its own policy and its own seal, and no
// script around it can read an answer. This one asks for nothing by itself. What it and the frame say
// to each other stands at the head of framed.js.

const NAME = 'respect-in-practice';
const VERSION = 1;
const PATIENCE = 10_000;
const HIGHEST = 1_000_000;

// What the frame is told at any time; what its address says, which is another one with each of them.
const LIVE = ['theme', 'accent', 'inset-top'];
const LOADED = ['src', 'lang', 'parts', 'form', 'namespace'];
const ALL = [...LIVE, ...LOADED, 'max-height'];

// The master language of the content; others as they come.
const WORDS = {
  en: { title: 'Respect in Practice: a self-assessment', late: 'If nothing can be seen below, the assessment has not started here.', link: 'Open it in a window of its own' },
};

const property = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const number = text => Math.max(0, Number.parseFloat(text) || 0);
const isCount = value => Number.isInteger(value) && value >= 0 && value <= HIGHEST;
const isCode = value => typeof value === 'string' && /^[a-z][a-z-]{0,31}$/.test(value);

// What the frame may say, by kind: the detail of the event, or nothing where it is not in these words.
const HEARD = {
  __proto__: null,
  ready: () => ({}),
  resize: ({ height }) => isCount(height) && { height },
  progress: ({ screen, sections }) => isCode(screen) && Array.isArray(sections) && sections.length < 100
    && sections.every(one => isCount(one?.asked) && isCount(one.answered))
    && { screen, sections: sections.map(({ asked, answered }) => ({ asked, answered })) },
  complete: () => ({}),
  unsaved: ({ unsaved }) => typeof unsaved === 'boolean' && { unsaved },
  warning: ({ code }) => isCode(code) && { code },
  error: ({ code }) => isCode(code) && { code },
  left: () => ({}),
};

// What a frame alone holds when it is taken out lies locked in the storage of its tab. This opens it, for as
// long as this page stands, and nobody finds it written anywhere. Each frame has a locker of its own;
// who comes to an address and a name after another has gone is given the one that is free.
const KEY = globalThis.crypto?.getRandomValues(new Uint8Array(32));
const LOCKERS = [];

const make = (name, parts) => Object.assign(document.createElement(name), parts);

// A server that draws pages beforehand knows no elements: there this is loaded, and does nothing.
class RespectInPractice extends (globalThis.HTMLElement ?? Object) {
  static from = import.meta.url;
  static observedAttributes = ALL;

  #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #sentence = make('p', { role: 'status' });
  #slot = make('slot', { hidden: true });
  #link = make('a', { target: '_blank', rel: 'noopener' });
  #frame = null;
  #origin = '';
  #port = null;
  #locker = null;
  #height = 0;
  #isReady = false;
  #isUnsaved = false;
  #waits = false;
  #timer = 0;
  #sight = null;
  #around = null;

  constructor() {
    super();
    // No rule of the page reaches in here, and its policy forbids a style element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host{display:block}:host([hidden]),[hidden],p:empty{display:none!important}iframe{display:block;width:100%;height:36rem;border:0}');
    this.#root.adoptedStyleSheets = [sheet];
    this.#slot.append(this.#link);
    this.#root.append(this.#sentence, this.#slot);
  }

  get hasUnsaved() { return this.#isUnsaved; }

  print() { this.#tell('print'); }

  connectedCallback() {
    // What was set before the element was known lies in front of what it means.
    for (const name of ALL.map(property)) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#around = new AbortController();
    addEventListener('message', event => this.#meets(event), this.#around);
    this.#load();
  }

  // A browser that can move an element without loading its frame anew asks for no more than this.
  connectedMoveCallback() {}

  disconnectedCallback() {
    if (this.#isUnsaved) this.#say('warning', { code: 'removed-unsaved' });
    this.#around.abort();
    this.#end();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#around || !this.isConnected) return;
    if (LIVE.includes(name)) this.#live(name);
    else if (name === 'max-height') this.#fit();
    else if (!this.#waits) {
      this.#waits = true;
      // Several at once are one load.
      queueMicrotask(() => {
        this.#waits = false;
        if (!this.isConnected) return;
        if (this.#isUnsaved) this.#say('warning', { code: 'at-next-load' });
        else this.#load();
      });
    }
  }

  #load() {
    this.#end();
    const words = this.#words;
    let url = null;
    try { url = new URL(this.getAttribute('src') || 'none:', document.baseURI); } catch { /* Said below. */ }
    if (!/^https?:$/.test(url?.protocol)) return this.#fail('src');
    this.#origin = url.origin;
    Object.assign(this.#link, { href: url, textContent: words.link });
    for (const name of ['lang', 'parts', 'form', 'namespace', 'theme', 'accent']) {
      const value = this.getAttribute(name);
      if (value) url.searchParams.set(name, value);
    }
    const frame = make('iframe', {
      title: this.title || words.title,
      loading: 'lazy',
      referrerPolicy: 'strict-origin',
      allow: 'clipboard-write',
    });
    // Around a page of the same origin a sandbox would hold nothing, and browsers say so.
    if (url.origin !== location.origin) {
      frame.sandbox = 'allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
    }
    frame.src = url;
    this.#frame = frame;
    this.#scheme();
    this.#root.append(frame);
    // A frame far below is not loaded yet, and not late.
    this.#sight = new IntersectionObserver(all => {
      if (!all.some(one => one.isIntersecting)) return;
      this.#sight.disconnect();
      this.#timer = setTimeout(() => this.#fail('not-ready'), PATIENCE);
    });
    this.#sight.observe(this);
  }

  // The number of its locker, which it keeps for as long as the frame stands, and has again where it can.
  #own() {
    if (this.#locker?.by !== this) {
      const of = `${this.#link.href} ${this.getAttribute('namespace')}`;
      this.#locker = [this.#locker, ...LOCKERS].find(one => one?.of === of && !one.by) ?? { of };
      this.#locker.by = this;
      if (!LOCKERS.includes(this.#locker)) LOCKERS.push(this.#locker);
    }
    return LOCKERS.indexOf(this.#locker);
  }

  #end() {
    clearTimeout(this.#timer);
    this.#sight?.disconnect();
    this.#port?.close();
    this.#frame?.remove();
    if (this.#locker?.by === this) this.#locker.by = null;
    this.#frame = this.#port = null;
    this.#isReady = this.#isUnsaved = false;
    this.#height = 0;
    this.#show(false);
  }

  get #words() { return WORDS[this.lang] ?? WORDS.en; }

  #show(isShown) {
    // What reads a page out says what comes into this.
    this.#sentence.textContent = isShown ? this.#words.late : '';
    this.#slot.hidden = !isShown;
  }

  // The frame stays: a sign-in page in it can be used.
  #fail(code) {
    this.#show(true);
    this.#say('error', { code });
  }

  // The frame says hello each time a page in it starts, and again until it is heard. Which of the
  // ports it took shows in what it says.
  #meets({ source, origin, data }) {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || data?.kind !== `${NAME}-hello`) return;
    // The address led elsewhere. It is said each time: whoever looks may have come late.
    if (origin !== this.#origin) return this.#say('warning', { code: 'origin' });
    if (data.version !== VERSION) return this.#say('warning', { code: 'version' });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => { if (frame === this.#frame) this.#hears(port1, data); };
    source.postMessage({ kind: NAME, version: VERSION }, origin, [port2]);
  }

  #hears(port, data) {
    const detail = isCode(data?.kind) && HEARD[data.kind]?.(data);
    if (!detail || !this.#frame) return;
    if (port !== this.#port) {
      this.#port?.close();
      this.#port = port;
      this.#isReady = false;
      this.#tell('locker', { key: KEY, number: this.#own() });
      LIVE.forEach(name => this.#live(name, true));
    }
    const { kind } = data;
    if (kind === 'left') return this.#left();
    if (kind === 'resize') {
      this.#height = detail.height;
      return this.#fit();
    }
    if (kind === 'ready') {
      clearTimeout(this.#timer);
      this.#sight.disconnect();
      this.#isReady = true;
      this.#show(false);
    }
    if (kind === 'unsaved') this.#isUnsaved = detail.unsaved;
    if (kind === 'error' && !this.#isReady) {
      clearTimeout(this.#timer);
      this.#show(true);
    }
    this.#say(kind, detail);
  }

  // Another page comes into the frame, or none that answers: nothing of the one before holds.
  #left() {
    this.#port.close();
    this.#port = null;
    if (this.#isUnsaved) this.#say('unsaved', { unsaved: this.#isUnsaved = false });
    this.#timer = setTimeout(() => {
      this.#height = 0;
      this.#frame.style.height = '';
      this.#fail('not-ready');
    }, PATIENCE);
  }

  #fit() {
    if (!this.#height) return;
    const height = Math.min(this.#height, number(this.getAttribute('max-height')) || HIGHEST);
    this.#frame.style.height = `${height}px`;
    this.#tell('height', height);
    this.#say('resize', { height });
  }

  #live(name, isFirst) {
    const value = this.getAttribute(name);
    if (name === 'theme') this.#scheme();
    if (isFirst && value === null) return;
    this.#tell(name, name === 'theme' ? value || 'auto' : name === 'accent' ? value ?? '' : number(value));
  }

  // The page in the frame follows the colours of the element that holds it, before any script.
  #scheme() {
    const theme = this.getAttribute('theme');
    if (this.#frame) this.#frame.style.colorScheme = /^(light|dark)$/.test(theme) ? theme : '';
  }

  #tell(kind, value) { this.#port?.postMessage({ kind, value }); }

  #say(kind, detail) { this.dispatchEvent(new CustomEvent(kind, { bubbles: true, composed: true, detail })); }
}

for (const name of ALL.filter(name => name !== 'lang')) {
  Object.defineProperty(RespectInPractice.prototype, property(name), {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name) ?? ''; },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

const there = globalThis.customElements?.get(NAME);
if (!there) globalThis.customElements?.define(NAME, RespectInPractice);
else if (there.from !== RespectInPractice.from) console.warn(`<${NAME}> is there already, from ${there.from}; ${RespectInPractice.from} changes nothing.`);
