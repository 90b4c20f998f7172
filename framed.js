// What the page does inside another one, and there alone, before its first screen stands: its looks,
// how high it is, and what the page around it is told. start.js loads it where the page has a parent;
// what can wait stands in powers.js.
//
// The page around it can be anybody's who may embed this one (the server says who). It is told counts,
// kinds and codes, never what was typed, an id, a place or a time; docs/privacy-review.md has the list.
// Once the page has heard the greeting of its parent it takes no other, and all goes through one port:
//   hello    { kind: 'respect-in-practice-hello', version }    to the parent, with nothing in it
//   greeting { kind: 'respect-in-practice', version }, [port]  from the parent
//   out      ready, resize { height }, progress { screen, sections: [{ asked, answered }] }, complete,
//            unsaved { unsaved }, warning { code }, error { code }, left: the page goes
//   in       height { value }: so high is the frame now; theme, accent, inset-top { value }; print;
//            locker { value: { key, number } }: what the element alone can open

const NAME = 'respect-in-practice';
const VERSION = 1;
const HELLO_AFTER = [0, 250, 1_000, 3_000, 8_000];

// Adds to `host` what the app tells the page around it; gives what powers.js works with.
export function framed(root, host) {
  const page = document.documentElement;
  page.classList.add('framed');
  const inside = { asked: 0, ignored: 0, tell };

  // ---- What is told ----

  // The last of each kind, for one who comes later.
  const told = inside.told = {};
  function tell(kind, more, key = kind) {
    const message = { kind, ...more };
    if (JSON.stringify(told[key]) === JSON.stringify(message)) return;
    told[key] = message;
    inside.port?.postMessage(message);
  }
  Object.assign(host, {
    ready() { tell('ready'); },
    warn(code) { tell('warning', { code }, code); },
    error(code) { tell('error', { code }); },
    screen(kind) {
      inside.screen = kind;
      inside.stands?.();
    },
    standing(...standing) {
      inside.standing = standing;
      inside.stands?.();
    },
  });

  // ---- Height ----

  // The body is as high as what stands in it (the notice after a crash stands beside the app); the
  // document would be as high as the frame at least, and never shrink.
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    inside.asked = height;
    tell('resize', { height });
    inside.measured?.();
  }).observe(document.body);

  // ---- Where it is ----

  // The history is that of the page around: Back leads out of that, and not through the screens in here.
  history.pushState = history.replaceState;

  // ---- Looks, as the address says; powers.js looks at both again ----

  const theme = host.ask('theme');
  if (/^(light|dark)$/.test(theme)) root.classList.add(theme);
  root.style.setProperty('--rip-accent', host.ask('accent').replace(/^(?=[\da-f]{3,6}$)/i, '#'));

  // ---- The parent ----

  addEventListener('message', ({ source, data, ports }) => {
    if (inside.port || source !== parent || ports.length !== 1 || data?.kind !== NAME || data.version !== VERSION) {
      // What is said by others, or not in these words, changes nothing. It is counted, for whoever wonders.
      page.dataset.ignored = inside.ignored += 1;
      return;
    }
    [inside.port] = ports;
    // Until powers.js is here, what comes in waits in the port.
    if (inside.hears) inside.port.onmessage = inside.hears;
    for (const key in told) inside.port.postMessage(told[key]);
  });
  const greet = () => {
    for (const time of HELLO_AFTER) {
      setTimeout(() => { if (!inside.port) parent.postMessage({ kind: `${NAME}-hello`, version: VERSION }, '*'); }, time);
    }
  };
  greet();
  // What the page around it knows of this one ends with it, or begins anew where a browser kept it.
  addEventListener('pagehide', () => {
    inside.port?.postMessage({ kind: 'left' });
    inside.port = null;
  });
  addEventListener('pageshow', ({ persisted }) => { if (persisted) greet(); });
  return inside;
}
