// Every screen, as everybody has to be able to use it: nothing for axe in both themes, nothing runs
// over the edge at 320 px, text twice as large or wider set is not cut off, forced colours keep what
// is chosen and what can be pressed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { full } from './harness/sample.mjs';
import { DESK, LONG, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, withSave } from './harness/ways.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Goes through every screen and every part that opens. `look` is told where it is. */
async function everywhere(page, look) {
  const at = async (place, name, open = async () => {}) => {
    await go(page, place, /./);
    await open();
    await look(`${name} (#${place})`);
  };
  await at('', 'start, with a list', () => page.click('button', /^More /));
  await at('choose', 'choose', async () => {
    await page.click('button', /^Who answers/);
    await page.click('button', /^Parts and length/);
  });
  await at('reach', 'facts');
  await at('questions', 'all questions', () => page.until(() => !!document.querySelector('.blank .paper'), 'the questions'));
  await at('embed-commit-end-use', 'ladder', async () => {
    if (await page.seek('button', 'Why it matters, and what could show it')) await page.click('button', 'Why it matters, and what could show it');
    await page.click('button', /^Words used here/, { within: 'aside.help' });
    for (const fold of await page.page.$$(':is(.fold, .rules details):not([open]) > summary')) await page.press(fold);
  });
  await at('embed-tactic-learning', 'ladder, not known');
  await at('embed-gov-exec', 'ladder, does not apply');
  await at('embed-strategy-exists', 'decision');
  await at('embed-thinking-first-risk', 'reflection');
  await at('prevent-tactics.design', 'tactics');
  await at('open', 'what is open');
  await at('sheets', 'question sheets', () => page.find('button', /^Save as Word/));
  await at('result', 'result', async () => {
    await page.until(() => !!document.querySelector('.findings .parts'), 'the result');
    for (const summary of await page.page.$$('.findings details:not([open]) > summary')) await page.press(summary);
  });
  await at('plan', 'plan', async () => {
    await page.click('button', /^Show (it|the \d+)/);
    await page.until(() => !!document.querySelector('.suggestions > li'), 'suggestions');
    await page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
    await page.click('button', 'Write an action of your own');
    await page.click('button', /^Move:/, { within: '.planned > li:first-child' });
  });
  await at('download', 'download, everything');
  await at('download', 'download, for sharing, shown', async () => {
    await page.click('radio', /^Others: for sharing/);
    await page.click('button', /^Show all that goes out/);
    await page.until(() => !!document.querySelector('.going-out .paper'), 'what goes out');
  });
  await at('sealed', 'privacy panel', async () => {
    await page.click('button', 'Try to send something');
    await page.find('button', 'Try again');
  });
  await at('example', 'example', async () => {
    await page.until(() => !!document.querySelector('.example .paper'), 'the example');
    // The longest part by far. Its like was looked at above, in what goes out.
    await page.evaluate(() => { document.querySelector('.example .of-answers').hidden = true; });
  });
  await at('words', 'what the words mean');
  await at('source', 'where this comes from');
  await at('open', 'a question that must be answered', async () => {
    await page.click('button', /^(Start again|Clear all answers)/);
    await page.find('dialog', /./);
  });
  await page.key('Escape');
  await page.gone('dialog', /./);
  await at('open', 'a refused file', async () => {
    await page.drop('wrong.json', 'wrong');
    await page.find('alert', /./);
  });
}

async function axe(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await axe.run();
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map(node => `${node.html} ${node.failureSummary}`) }));
  });
}

/** Elements that stick out to the side, and texts that are cut off. */
const clipped = () => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide of ${root.clientWidth}`);
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, svg, [aria-hidden=true]')) continue;
    const box = element.getBoundingClientRect();
    const name = () => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
    if (box.width && (box.right > root.clientWidth + 1 || box.left < -1)) found.push(`${name()} from ${box.left} to ${box.right}`);
    const style = getComputedStyle(element);
    // Only read out.
    if (style.clipPath !== 'none' || box.width <= 1) continue;
    // The line to which a fold shuts ends where there is no more room, and stands in full inside.
    if (element.matches('.fold .holds')) continue;
    const hasText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!hasText || /^(TEXTAREA|SELECT|OPTION|INPUT)$/.test(element.tagName)) continue;
    const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) found.push(`${name()} is cut off`);
    // Text that runs out of its own box, over what stands beside it.
    if (!cuts && style.display !== 'inline' && element.clientWidth && element.scrollWidth > element.clientWidth + 1) found.push(`${name()} runs over: ${element.scrollWidth} of ${element.clientWidth} px`);
  }
  return found.slice(0, 10);
};

/** What can be pressed and is too small for a finger. */
const small = () => {
  const found = [];
  for (const element of document.querySelectorAll('main button, main a[href], main label:has(input), main select, header a, nav a, summary, main input[type=text], main textarea')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, .square.chart')) continue;
    // Links within a sentence are as high as their line; squares of a chart are 24 px.
    const style = getComputedStyle(element);
    const least = element.matches('.square') ? 24 : style.display === 'inline' ? 0 : 44;
    // What is pressed may reach over the whole row in which its words stand.
    const over = getComputedStyle(element, '::after');
    const own = element.getBoundingClientRect().height;
    const height = over.content !== 'none' && over.position === 'absolute' ? Math.max(own, parseFloat(over.height)) : own;
    if (height + 0.5 < least) found.push(`${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}” ${Math.round(height)} px`);
  }
  return [...new Set(found)].slice(0, 10);
};

/** Has all text larger, or set wider, by a sheet that policies do not reach. */
const restyle = text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
};
const LARGE = 'html { font-size: 200%; }';
const WIDE = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';

function findsNothing(suite, size, dark) {
  suite.test(`axe finds nothing on any screen, ${dark ? 'dark' : 'light'}, ${size.width} px`, { noisy: true }, async visit => {
    const first = await visit.start({ size });
    assert.deepEqual(await axe(first), [], 'start');
    const paper = await first.evaluate(() => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector('.rip')).backgroundColor);
    assert.equal(/rgb\(17, 24, 23\)/.test(paper), dark, `the theme: ${paper}`);
    await first.close();
    visit.pages.length = 0;
    const page = await withSave(visit, full(), { size });
    await everywhere(page, async name => assert.deepEqual(await axe(page), [], name));
    assert.deepEqual(page.complaints.filter(text => !/seal-test|TrustedScriptURL|injection sink/.test(text)), []);
  });
}

// What axe looks at hardly differs by browser: each width and each light is seen in one of them, and all
// of it in both with LONG.
inBrowsers('looks in the dark', { dark: true }, suite => {
  for (const size of LONG ? [DESK, PHONE] : suite.kind === 'chromium' ? [DESK] : []) findsNothing(suite, size, true);
});

inBrowsers('looks', {}, suite => {
  for (const size of LONG ? [DESK, PHONE] : suite.kind === 'chromium' ? [PHONE] : []) findsNothing(suite, size, false);

  const cases = [
    ['nothing runs over the edge at 320 px', { width: 320, height: 640 }, ''],
    ['text twice as large is not cut off, 1280 px', { width: 1280, height: 900 }, LARGE],
    ['text twice as large is not cut off, 360 px', PHONE, LARGE],
    ['text set wider is not cut off, 768 px', { width: 768, height: 1024 }, WIDE],
  ];
  for (const [at, [name, size, sheet]] of cases.entries()) {
    // Every second one in the second browser, and all of them with LONG.
    const skip = suite.kind !== 'chromium' && at % 2 === 1 && !LONG;
    suite.test(name, { noisy: true, skip }, async visit => {
      const page = await withSave(visit, full(), { size });
      await page.evaluate(restyle, sheet);
      const faults = [];
      await everywhere(page, async name => {
        const found = await page.evaluate(clipped);
        if (found.length) faults.push([name, found]);
      });
      assert.deepEqual(faults, []);
    });
  }

  suite.test('no question of the complete form runs over the edge at 320 px', { noisy: true, skip: suite.kind !== 'chromium' && !LONG }, async visit => {
    const page = await withSave(visit, { ...full(), head: { ...full().head, form: 'complete' } }, { size: { width: 320, height: 640 } });
    const faults = [];
    const seen = new Set();
    for (let here = await page.place(); ; here = await page.place()) {
      const found = await page.evaluate(clipped);
      if (found.length) faults.push([here, found]);
      seen.add(here);
      if (!(await page.seek('button', /^Next(:|$)/, { within: '.go' }))) break;
      await page.click('button', /^Next(:|$)/, { within: '.go' });
      await page.until(here => location.hash.slice(1) !== here, `on from ${here}`, here);
    }
    assert.deepEqual(faults, []);
    // From the first one that was open to the end, without what the decision folds away.
    assert.ok(seen.size >= 60, `${seen.size} questions`);
  });

  suite.test('what can be pressed is large enough for a finger', { noisy: true }, async visit => {
    const page = await withSave(visit, full(), { size: PHONE });
    const faults = [];
    await everywhere(page, async name => {
      const found = await page.evaluate(small);
      if (found.length) faults.push([name, found]);
    });
    assert.deepEqual(faults, []);
  });
});

inBrowsers('forced colours', { forced: true }, suite => {
  suite.test('what is chosen, what is open and what can be pressed can still be told', { noisy: true }, async visit => {
    const page = await withSave(visit, full());
    assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
    await go(page, 'embed-commit-end-use');
    const rows = await page.evaluate(() => [...document.querySelectorAll('.answer .choice')].map(row => ({
      chosen: row.querySelector('input').checked,
      outline: getComputedStyle(row).outlineStyle !== 'none' && parseFloat(getComputedStyle(row).outlineWidth),
    })));
    assert.equal(rows.filter(row => row.chosen).length, 1);
    for (const { chosen, outline } of rows) assert.equal(outline === 3, chosen, JSON.stringify(rows));
    const segments = await page.evaluate(() => [...document.querySelectorAll('.segments label')].map(one => [one.querySelector('input').checked, getComputedStyle(one).outlineWidth]));
    assert.ok(segments.every(([chosen, width]) => (width === '3px') === chosen), JSON.stringify(segments));

    // A row, a segment and a chip that are chosen look otherwise while they have the focus.
    for (const [place, chosen, drawn] of [['embed-commit-end-use', '.answer .choice :checked', '.choice'], ['reach', '.segments :checked', 'label'], ['choose', '.choice :checked', '.choice']]) {
      await go(page, place, /./);
      const offsets = await page.evaluate(async (chosen, drawn) => {
        const field = document.querySelector(chosen);
        const offset = () => getComputedStyle(field.closest(drawn)).outlineOffset;
        const rest = offset();
        field.focus({ focusVisible: true });
        return [rest, offset(), field.matches(':focus-visible')];
      }, chosen, drawn);
      assert.deepEqual(offsets, ['-3px', '2px', true], place);
    }

    await everywhere(page, async name => {
      const found = await page.evaluate(() => {
        const faults = [];
        const probe = document.createElement('i');
        document.body.append(probe);
        const colour = name => { probe.style.color = name; return getComputedStyle(probe).color; };
        const [canvas, text] = [colour('Canvas'), colour('CanvasText')];
        for (const control of document.querySelectorAll('main button, main a.button, label.button')) {
          if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.unseen')) continue;
          const style = getComputedStyle(control);
          if (style.color === style.backgroundColor) faults.push(`unreadable: ${control.textContent}`);
        }
        for (const square of document.querySelectorAll('.square')) {
          if (!square.checkVisibility()) continue;
          const style = getComputedStyle(square);
          // Answered squares are full, hatched ones hatched, by colours of the system.
          if (square.matches('.full:not(.cut)') && style.backgroundColor === canvas) faults.push(`empty though full: ${square.outerHTML}`);
          if (square.matches('.partly') && style.backgroundImage === 'none') faults.push(`not half: ${square.outerHTML}`);
          if (square.matches('.hatched') && style.backgroundImage === 'none') faults.push(`not hatched: ${square.outerHTML}`);
          if (square.matches('.s1, .s2, .s3, .s4, .s5') && style.backgroundColor === text) faults.push(`a step is full: ${square.outerHTML}`);
        }
        probe.remove();
        return faults.slice(0, 5);
      });
      assert.deepEqual(found, [], name);
    });
  });
});
