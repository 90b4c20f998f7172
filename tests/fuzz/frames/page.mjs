// As much of a page as the scripts that speak between pages touch. Nothing is drawn: what they set can be looked
// at, and what they send is noted.
import { readFileSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url);

// A script of the tree as a module, whatever its name.
export const script = path => {
  const text = readFileSync(new URL(path, ROOT)).toString('base64');
  return import(`data:text/javascript;base64,${text}`);
};

export class Style {
  set = {};
  setProperty(name, value) { this.set[name] = String(value); }
}

class ClassList {
  names = new Set();
  add(name) { this.names.add(name); }
  toggle(name, has) { this.names[has ? 'add' : 'delete'](name); }
}

export class Element extends EventTarget {
  style = new Style();
  classList = new ClassList();
  dataset = {};
  children = [];
  attributes = new Map();
  isConnected = true;
  contentWindow = {};
  constructor(name = '') {
    super();
    this.name = name;
  }
  get childElementCount() { return this.children.length; }
  get lastChild() { return this.children.at(-1); }
  append(...children) { for (const child of children) this.appendChild(child); }
  appendChild(child) {
    this.children.push(child);
    child.parent = this;
    return child;
  }
  remove() { if (this.parent) this.parent.children = this.parent.children.filter(child => child !== this); }
  attachShadow() { return this.shadow = new Element('shadow'); }
  getAttribute(name) { return this.attributes.get(name) ?? null; }
  setAttribute(name, value) { this.attributes.set(name, String(value)); }
  querySelector() { return null; }
  querySelectorAll() { return []; }
  getBoundingClientRect() { return { top: 0, bottom: 100, height: 100 }; }
}

class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// A port that notes what is put into it. Both ends of a channel are the test's.
export class Port {
  sent = [];
  isClosed = false;
  onmessage = null;
  postMessage(data) { if (!this.isClosed) this.sent.push(structuredClone(data)); }
  close() { this.isClosed = true; }
}

// A fault of one who hears comes back to the one who spoke, as no browser has it: it is the test's.
const heard = new Map();
const hear = (type, deed, options) => heard.set(type, [...heard.get(type) ?? [], { deed, isOnce: options?.once }]);
const speak = event => {
  const all = heard.get(event.type) ?? [];
  heard.set(event.type, all.filter(one => !one.isOnce));
  for (const { deed } of all) deed(event);
};

// What windows tell each other comes in here.
export const arrives = parts => speak({ type: 'message', ...parts });

export const page = new Element('html');
export const parent = { sent: [], postMessage(data, origin) { this.sent.push({ data, origin }); } };

Object.assign(globalThis, {
  HTMLElement: Element,
  CSSStyleSheet: class { replaceSync() {} },
  customElements: { get: () => undefined, define(_, made) { globalThis.Made = made; } },
  CSS: { supports: (name, value) => name === 'color' && !/[;{}<]|url/.test(value) },
  ResizeObserver: Observer,
  IntersectionObserver: Observer,
  MutationObserver: Observer,
  // In which each end knows the other.
  MessageChannel: class {
    port1 = new Port();
    port2 = Object.assign(new Port(), { other: this.port1 });
  },
  CustomEvent: class extends Event {
    constructor(type, { detail, ...rest }) {
      super(type, rest);
      this.detail = detail;
    }
  },
  document: Object.assign(new Element('document'), {
    documentElement: page,
    body: new Element('body'),
    baseURI: 'https://assess.example/',
    createElement: name => new Element(name),
  }),
  history: { pushState() {}, replaceState() {} },
  location: { origin: 'https://host.example', hash: '', replace() {} },
  innerHeight: 600,
  scrollY: 0,
  parent,
  print: () => speak({ type: 'beforeprint' }),
  addEventListener: hear,
  dispatchEvent: speak,
  // Time does not go on: what is to be done later is done in no test.
  setTimeout: () => 1,
  clearTimeout() {},
});
globalThis.window = globalThis;
if (!globalThis.navigator) globalThis.navigator = {};
