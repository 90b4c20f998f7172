// What a page and the one around it say to each other, at random: `cargo xtask fuzz frames` for as long as SECONDS
// says, and 4,000 messages on each way with the tests. SEED has it begin elsewhere; a fault names its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Element, Port, arrives, page, parent, script } from './page.mjs';
import { numbers, values } from './values.mjs';

const NAME = 'respect-in-practice';
const MESSAGES = 4_000;
const WAYS = 3;
const SECONDS = Number(process.env.SECONDS ?? 0) / WAYS;
const SEED = Number(process.env.SEED ?? (SECONDS ? Date.now() % 2 ** 32 : 1));

// Runs what is done with one message over and over, each time with other numbers.
function over(deed) {
  const ends = performance.now() + SECONDS * 1_000;
  for (let at = 0; at < MESSAGES || performance.now() < ends; at += 1) {
    const seed = (SEED + at) >>> 0;
    try {
      deed(values(numbers(seed)));
    } catch (fault) {
      throw new Error(`SEED=${seed}: ${fault.message}`, { cause: fault });
    }
  }
}

const isCount = value => Number.isInteger(value) && value >= 0 && value <= 1_000_000;
const isCode = value => typeof value === 'string' && /^[a-z][a-z-]{0,31}$/.test(value);
const has = (object, ...names) => assert.deepEqual(Object.keys(object).sort(), names.sort());

// What each event may carry, to the last field; docs/embedding.md promises it.
const DETAILS = {
  __proto__: null,
  ready: detail => has(detail),
  complete: detail => has(detail),
  resize: detail => {
    has(detail, 'height');
    assert(isCount(detail.height));
  },
  progress: detail => {
    has(detail, 'screen', 'sections');
    assert(isCode(detail.screen));
    assert(detail.sections.length < 100);
    for (const section of detail.sections) {
      has(section, 'asked', 'answered');
      assert(isCount(section.asked) && isCount(section.answered));
    }
  },
  unsaved: detail => {
    has(detail, 'unsaved');
    assert.equal(typeof detail.unsaved, 'boolean');
  },
  warning: detail => {
    has(detail, 'code');
    assert(isCode(detail.code));
  },
  error: detail => {
    has(detail, 'code');
    assert(isCode(detail.code));
  },
};

// What an element may tell its frame.
const TOLD = ['locker', 'theme', 'accent', 'inset-top', 'height', 'print'];

test('whatever a frame says, the element that holds it says what it promises and nothing else', async () => {
  await script('element/respect-in-practice.js');
  const held = new globalThis.Made();
  held.setAttribute('src', 'https://assess.example/');
  held.setAttribute('theme', 'dark');
  held.dispatchEvent = ({ type, detail }) => {
    assert(type in DETAILS, `an event of a kind that is promised: ${type}`);
    DETAILS[type](detail);
    return true;
  };
  held.connectedCallback();
  const frame = held.shadow.children.find(child => child.name === 'iframe');
  // The ports that the element handed over, each as the end that it kept.
  const kept = [];
  frame.contentWindow.postMessage = (data, origin, [port]) => {
    assert.deepEqual(data, { kind: NAME, version: 1 });
    assert.equal(origin, 'https://assess.example', 'a port goes to the origin of the frame alone');
    kept.push(port.other);
  };
  let isReached = false;
  over(({ below, one, message }) => {
    if (below(20) === 0) {
      const before = kept.length;
      const isOwn = below(2) === 0;
      const origin = one(['https://assess.example', 'https://assess.example', 'null', 'https://elsewhere.example']);
      const data = below(3) ? { kind: `${NAME}-hello`, version: 1 } : message();
      arrives({ source: isOwn ? frame.contentWindow : {}, origin, data });
      if (!isOwn || origin !== 'https://assess.example') assert.equal(kept.length, before, 'a stranger is given no port');
      return;
    }
    if (below(200) === 0) held.setAttribute('max-height', one(['', '0', '-1', '400', '1e9', 'NaN', 'tall']));
    const port = one([kept.at(-1), one(kept)]);
    if (!port?.onmessage || port.isClosed) return;
    const before = port.sent.length;
    port.onmessage({ data: message() });
    for (const told of port.sent.slice(before)) {
      isReached = true;
      has(told, 'kind', 'value');
      assert(TOLD.includes(told.kind), told.kind);
    }
    const { height } = frame.style;
    if (height) assert(/^\d+(\.\d+)?px$/.test(height) && Number.parseFloat(height) <= 1_000_000, height);
  });
  assert(isReached, 'some messages come through');
});

// What the page tells the one around it, whoever that is.
const OUT = ['ready', 'resize', 'progress', 'complete', 'unsaved', 'warning', 'error', 'left'];

async function inFrame(given = {}) {
  const { framed } = await script('framed.js');
  const root = new Element('main');
  const host = { ask: name => given[name] ?? '' };
  return { root, host, inside: framed(root, host) };
}

test('a page takes one greeting, of the page around it and in its words, and all else is counted', async () => {
  const { host, inside } = await inFrame();
  host.ready();
  parent.sent.length = 0;
  let ignored = 0;
  let taken = null;
  over(({ below, one, message }) => {
    const isGreeting = below(50) === 0;
    const data = isGreeting ? { kind: NAME, version: 1 } : message();
    const source = one([parent, parent, {}, null]);
    const ports = Array.from({ length: one([0, 1, 1, 2]) }, () => new Port());
    const fits = source === parent && ports.length === 1 && data?.kind === NAME && data.version === 1;
    arrives({ source, data, ports, origin: 'https://host.example' });
    if (fits && !taken) {
      [taken] = ports;
      assert(taken.sent.some(({ kind }) => kind === 'ready'), 'it hears what it came too late for');
    } else {
      ignored += 1;
    }
    assert.equal(inside.port ?? null, taken, 'whoever came first is heard, and nobody else');
    assert.equal(Number(page.dataset.ignored ?? 0), ignored);
    for (const port of ports) if (port !== taken) assert.equal(port.sent.length, 0, 'nobody else is told anything');
    if (taken) for (const { kind } of taken.sent) assert(OUT.includes(kind), kind);
    if (below(400) === 0) {
      dispatchEvent({ type: 'pagehide' });
      taken = null;
    }
  });
  assert.equal(parent.sent.length, 0, 'with no time gone by, nobody is greeted');
});

test('whatever the page around it says, a page changes its looks alone, and says what it did not take', async () => {
  const { root, host, inside } = await inFrame();
  const { all } = await script('powers.js');
  const kept = [];
  const powers = all({
    root, inside,
    ask: host.ask,
    own: name => name,
    tab: (...what) => kept.push(what),
    sealed: new Promise(() => {}),
  });
  inside.port = new Port();
  let locker = null;
  powers.locker().then(given => { locker = given; });
  over(({ message }) => {
    const data = message();
    const before = Number(page.dataset.ignored ?? 0);
    inside.port.sent.length = 0;
    inside.hears({ data });
    assert(Number(page.dataset.ignored ?? 0) - before <= 1);
    for (const name of root.classList.names) assert(/^(light|dark)$/.test(name), name);
    assert(root.classList.names.size <= 1, 'light and dark at once');
    assert(/^(light|dark|)$/.test(page.style.colorScheme ?? ''), page.style.colorScheme);
    const accent = root.style.set['--rip-accent'] ?? '';
    assert(accent === '' || /^rgb\(from [#\w(),.%\s/+*-]+ r g b\)$/.test(accent), accent);
    const inset = page.style.set['--inset-top'] ?? '0px';
    assert(/^\d[\d.e+-]*px$/.test(inset), inset);
    for (const told of inside.port.sent) {
      assert.equal(told.kind, 'warning');
      assert(isCode(told.code), told.code);
    }
    assert.equal(kept.length, 0, 'nothing is kept');
  });
  await null;
  assert(locker === null || (locker.key.length === 32 && /^respect-in-practice-locker-\d+$/.test(locker.name)));
});
