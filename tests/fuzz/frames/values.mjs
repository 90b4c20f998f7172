// Values at random, of every kind that a message can carry from one page to another: whoever embeds the page, or
// is embedded, can send any of them.

// The same numbers from the same seed everywhere (mulberry32).
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PLAIN = [
  undefined, null, true, false, 0, -0, 1, -1, .5, 36, 1_000_000, 1_000_001, 2 ** 53, 2 ** 53 - 1, 1e308, NaN,
  Infinity, -Infinity, 7n, '', ' ', '0', '12px', 'light', 'dark', 'auto', 'light\n', '#abc', 'abc', '#12345678',
  'red', 'rgb(1 2 3)', 'var(--rip-accent)', 'url(//elsewhere.example)', 'red;}', '</style><script>', 'ready',
  '\u0000', '\ud800', '__proto__', 'constructor', 'a'.repeat(32), 'a'.repeat(33), 'x'.repeat(100_000),
];

// What a message may be called: what it is called, what every object has, and what is nearly right.
const KINDS = [
  'respect-in-practice', 'respect-in-practice-hello', 'ready', 'resize', 'progress', 'complete', 'unsaved', 'warning',
  'error', 'left', 'height', 'theme', 'accent', 'inset-top', 'print', 'locker', '__proto__', 'constructor',
  'toString', 'hasOwnProperty', 'valueOf', 'Ready', 'ready ', 'removed-unsaved',
];
const FIELDS = [
  'kind', 'version', 'value', 'height', 'screen', 'sections', 'asked', 'answered', 'unsaved', 'code', 'key', 'number',
  'length', 'then', 'toString', '__proto__', 'constructor',
];

export function values(number) {
  const below = end => Math.floor(number() * end);
  const one = list => list[below(list.length)];

  // An own property, whatever its name.
  const put = (object, name, value) =>
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

  function value(depth = 0) {
    switch (below(depth > 3 ? 4 : 10)) {
      case 0: case 1: case 2: return one(PLAIN);
      case 3: return number() < .5 ? below(2_000_000) - 500_000 : (number() - .5) * 10 ** below(30);
      case 4: return Array.from({ length: below(5) }, () => value(depth + 1));
      case 5: return Array.from({ length: one([1, 3, 99, 100]) }, () => ({ asked: below(9), answered: value(depth + 2) }));
      case 6: return new Uint8Array(one([0, 31, 32, 33])).map(() => below(256));
      case 7: return one([new Date(NaN), new Map([['kind', 'ready']]), new Set(), /x/g, new ArrayBuffer(8), Object('ready'), new Float64Array(2), new Error('ready')]);
      case 8: {
        const around = { kind: one(KINDS) };
        return Object.assign(around, { value: around, sections: [around] });
      }
      default: {
        const object = {};
        for (let at = below(5); at > 0; at -= 1) put(object, one(FIELDS), value(depth + 1));
        return object;
      }
    }
  }

  // What comes right through, so that what is behind it is reached.
  const fit = {
    ready: () => ({}),
    resize: () => ({ height: below(3_000) }),
    progress: () => ({ screen: 'section', sections: [{ asked: below(9), answered: below(9), ...below(4) === 0 && { id: 'A1' } }] }),
    complete: () => ({}),
    unsaved: () => ({ unsaved: number() < .5 }),
    warning: () => ({ code: 'theme' }),
    error: () => ({ code: 'stopped' }),
    left: () => ({}),
    height: () => ({ value: below(3_000) }),
    theme: () => ({ value: one(['light', 'dark', 'auto']) }),
    accent: () => ({ value: one(['#abc', 'red', '']) }),
    'inset-top': () => ({ value: below(100) }),
    print: () => ({}),
    locker: () => ({ value: { key: new Uint8Array(32), number: below(4) } }),
  };

  // A message: as it should be, with something broken in it, or anything at all. It goes the way on which a
  // browser copies it.
  function message() {
    const chance = number();
    if (chance < .2) return structuredClone(value());
    const kind = one(KINDS);
    const data = { kind, ...Object.hasOwn(fit, kind) && fit[kind](), ...number() < .1 && { version: 1 } };
    // What is broken is mostly something that is looked at.
    if (chance > .5) put(data, one([...Object.keys(data), one(FIELDS)]), below(3) ? one(PLAIN) : value());
    return structuredClone(data);
  }

  return { below, one, value, message };
}
