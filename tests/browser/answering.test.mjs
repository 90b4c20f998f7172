// Answering: the ways on are always in view, few keys lead from one question to the next, what may be said
// beside an answer is folded and not lost, what was done can be taken back beside the message of it.

import assert from 'node:assert/strict';
import { OTHER_SITE, framed, inWindow } from './harness/frames.mjs';
import { eventually } from './harness/page.mjs';
import { full, save } from './harness/sample.mjs';
import { DESK, LONG, PHONE, inBrowsers } from './harness/suite.mjs';
import { begin, go, withSave } from './harness/ways.mjs';

const LADDER = 'embed-commit-end-use';
const STRATEGY = 'embed-strategy-exists';
const NEXT = /^Next(:|$)|^What is open$/;

/** An assessment of a form with nothing answered. */
const blank = form => save({ company: 'Example Systems', unit: 'company', modules: ['embedding', 'preventing'], form });

/** Whether what leads on can be pressed where it is, without scrolling: its middle, or what is wrong. */
const inView = () => {
  const button = document.querySelector('main > .go .on button');
  const { left, top, width, height } = button.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(x, y);
  if (top < 0 || top + height > innerHeight || !button.contains(hit)) return { wrong: `${top} to ${top + height} of ${innerHeight}, ${hit?.outerHTML.slice(0, 80)}` };
  const chosen = document.querySelector('main > .go .now b');
  // A long answer ends with an ellipsis where there is no more room.
  const { top: from } = chosen.getBoundingClientRect();
  const { bottom: to } = chosen.parentElement.getBoundingClientRect();
  if (!chosen.textContent || from < 0 || to > innerHeight) return { wrong: `what is chosen: ${chosen.textContent}` };
  return { x, y };
};

/** How many Tabs lead from what has the focus to something that a selector finds. */
async function tabs(page, selector, limit) {
  for (let count = 1; count <= limit; count += 1) {
    await page.key('Tab');
    if (await page.evaluate(selector => !!document.activeElement.closest(selector), selector)) return count;
  }
  return Infinity;
}

const chosen = () => document.querySelector('.answer .choices:first-child input:checked')?.value ?? null;

/** Goes through all questions; `act` answers one, and `on` leads on. */
async function through(page, look) {
  const seen = [];
  for (;;) {
    const place = await page.place();
    if (place === 'open') return seen;
    assert.ok(!seen.includes(place), `${place} comes twice`);
    seen.push(place);
    // The facts have their turn, and are no question.
    if (place === 'reach') await page.key('n');
    else await look(place, await page.evaluate(() => document.querySelector('section.question').classList[1]));
    // The address is the new one before the question is.
    await page.until(place => {
      const at = location.hash.slice(1);
      return at !== place && document.activeElement.matches('h1, h2') && (['open', 'reach'].includes(at) || !!document.getElementById(at.split('.')[0]));
    }, `on from ${place}`, place);
  }
}

inBrowsers('answering', {}, suite => {
  for (const [form, questions] of [['short', 25], ['complete', 98]]) {
    for (const size of [PHONE, DESK]) {
      suite.test(`every question of the ${form} form is two clicks or two keys, with the way on in view, ${size.width} px`, { shared: true }, async visit => {
        const page = await withSave(visit, blank(form), { size, keep: false });
        const faults = [];
        const fault = (place, what) => faults.push(`${place}: ${what}`);

        // With the mouse: one press answers, the next one leads on from where the page stands then.
        const look = async (place, kind) => {
          await page.evaluate(() => document.getElementById('question').focus());
          const there = await tabs(page, '.answer', 6);
          if (there > 6) fault(place, 'more than six Tabs to the answer');
          await page.evaluate(() => {
            const all = [...document.querySelectorAll('.answer :is(input, textarea, select, button)')].filter(one => one.checkVisibility());
            // From the words that were typed, what can be chosen instead lies between.
            (document.querySelector('.answer textarea') ?? all.at(-1)).focus();
          });
          const on = await tabs(page, 'main > .go .on', 3);
          if (on > 3) fault(place, 'more than three Tabs from the answer to the way on');
          const rows = kind === 'ladder' || kind === 'decision' ? '.answer .choice:nth-child(2) label' : kind === 'matrix' ? '.tactic .segments label' : '.answer .choice label';
          await page.press(await page.page.$(rows));
          if (!(await page.page.$('.answer input:checked'))) fault(place, 'nothing is chosen by one press');
          const { wrong, x, y } = await page.evaluate(inView);
          if (wrong) fault(place, `the way on: ${wrong}`);
          return wrong ? null : { x, y };
        };
        const seen = await through(page, async (place, kind) => {
          const at = await look(place, kind);
          if (at) await page.page.mouse.click(at.x, at.y);
          else await page.click('button', NEXT, { within: '.go' });
        });

        // With two keys, and another decision about the strategy: what is asked because of that was not seen before.
        await go(page, seen[0]);
        await page.evaluate(() => document.getElementById('question').focus());
        const others = await through(page, async (place, kind) => {
          if (!seen.includes(place)) await look(place, kind);
          if (place === STRATEGY) {
            await page.key('4');
            await page.until(() => document.querySelector('.answer input:checked')?.value === 'thinking', 'the other decision');
          } else if (kind === 'ladder' || kind === 'decision') {
            const before = await page.evaluate(chosen);
            await page.key('3');
            const other = before => (document.querySelector('.answer .choices:first-child input:checked')?.value ?? before) !== before;
            await page.until(other, `what the key 3 chooses at ${place}`, before);
            if (kind === 'ladder' && !/^Step 3/.test(await page.text('.go .now'))) fault(place, await page.text('.go .now'));
          }
          await page.key('n');
        });
        assert.deepEqual(faults, []);
        const asked = [...seen, ...others].filter(place => place !== 'reach');
        const all = new Set(asked.map(place => place.split('.')[0]));
        assert.equal(all.size, questions, 'every question of the form');
        assert.equal(new Set(asked.filter(place => place.startsWith('prevent-tactics.'))).size, 5, 'every phase');
      });
    }

    suite.test(`at 400 % the foot says in words what is chosen on every question of the ${form} form, is one row, and leads on`, { shared: true, skip: form === 'complete' && !LONG }, async visit => {
      const page = await withSave(visit, blank(form), { size: { width: 320, height: 256 }, keep: false });
      const faults = [];
      const seen = await through(page, async (place, kind) => {
        const row = kind === 'matrix' ? '.tactic .segments input' : '.answer .choice input';
        await page.evaluate(row => document.querySelector(row).click(), row);
        await page.until(() => !/^No answer yet|^0 of/.test(document.querySelector('.go .now').innerText), `chosen at ${place}`);
        const { wrong } = await page.evaluate(inView);
        if (wrong) faults.push(`${place}: ${wrong}`);
        const { high, wide, now } = await page.evaluate(() => ({
          high: document.querySelector('.go').offsetHeight,
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          now: document.querySelector('.go .now').innerText.trim(),
        }));
        if (high > 60 || wide > 0) faults.push(`${place}: the foot is ${high} px high, ${wide} px too wide`);
        if (kind === 'ladder' && now !== 'Step 1') faults.push(`${place}: ${now}`);
        await page.evaluate(() => document.querySelector('.go .on button').click());
      });
      assert.ok(seen.length >= questions - 1, `${seen.length} questions and phases`);
      assert.deepEqual(faults, []);
    });
  }

  suite.test('an answer to a tactic is taken back in one place for all that are shown, by keyboard, and the focus is at that tactic', async visit => {
    const page = await withSave(visit, full(), { keep: false });
    await go(page, 'prevent-tactics.design');
    const said = () => page.evaluate(() => [...document.querySelectorAll('.tactic .states input:checked')].map(input => input.name));
    const before = await said();
    assert.ok(before.length > 1, 'several are answered');
    assert.equal(await page.evaluate(() => document.querySelectorAll('.tactic button').length), 0, 'none stands at the tactics');
    await page.tabTo('button', 'Clear one of these answers');
    await page.key('Enter');
    const name = await page.evaluate(id => document.getElementById(id).innerText, before[0]);
    await page.tabTo('button', `Clear: ${name}`);
    await page.key('Enter');
    await page.until(id => !document.querySelector(`input[name="${id}"]:checked`), 'it has no answer', before[0]);
    assert.equal((await page.focus()).name, before[0]);
    assert.deepEqual(await said(), before.slice(1));
    assert.equal(await page.seek('button', `Clear: ${name}`), null, 'what has no answer is not listed');
    await page.click('button', /^Undo/);
    await page.until(id => !!document.querySelector(`input[name="${id}"]:checked`), 'undone', before[0]);
  });

  for (const size of [PHONE, DESK]) {
    suite.test(`words of 300 letters in every field make no question wider than the window, ${size.width} px`, { shared: true }, async visit => {
      const page = await withSave(visit, blank('complete'), { size, keep: false });
      const faults = [];
      await through(page, async (place, kind) => {
        const long = 'n'.repeat(300);
        await page.evaluate((long, kind) => {
          const write = () => {
            for (const field of document.querySelectorAll('main :is(textarea, input[type=text])')) {
              field.value = long;
              field.dispatchEvent(new Event('input', { bubbles: true }));
            }
          };
          for (const fold of document.querySelectorAll('.fold')) fold.open = true;
          write();
          const pick = value => document.querySelector(`.answer input[value="${value}"]`)?.click();
          if (kind === 'matrix') for (const state of document.querySelectorAll('.tactic input[value=unfit], .tactic:nth-child(2n) input[value=unknown]')) state.click();
          else pick('not known');
          globalThis.write = write;
        }, long, kind);
        const wide = () => {
          write();
          const root = document.documentElement;
          const out = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} of ${root.clientWidth}`] : [];
          for (const one of document.querySelectorAll('main *')) {
            const { left, right, width } = one.getBoundingClientRect();
            if (width && (right > root.clientWidth + 1 || left < -1) && one.checkVisibility() && !one.closest('.unseen, .back')) out.push(one.outerHTML.slice(0, 60));
          }
          return out.slice(0, 3);
        };
        for (const state of [null, 'does not apply', 'folded']) {
          await page.evaluate(state => {
            if (state === 'folded') for (const fold of document.querySelectorAll('.fold')) fold.open = false;
            else if (state) document.querySelector(`.answer input[value="${state}"]`)?.click();
          }, state);
          const out = await page.evaluate(wide);
          if (out.length) faults.push([place, state, out]);
        }
        await page.click('button', NEXT, { within: '.go' });
      });
      assert.deepEqual(faults, []);
    });
  }

  suite.test('in a window as high as text at 400 % leaves it, the foot is one row, says what is chosen, and hides no focus', async visit => {
    const page = await withSave(visit, full(), { size: { width: 320, height: 256 } });
    await go(page, LADDER);
    const { height, now } = await page.evaluate(() => ({ height: document.querySelector('.go').offsetHeight, now: document.querySelector('.go .now').innerText.trim() }));
    assert.ok(height <= 60, `${height} px`);
    assert.equal(now, 'Step 4');
    assert.match(await page.text('.so-far'), /^\d+ of 25/);
    for (const fold of await page.page.$$('.fold > summary')) await fold.evaluate(one => one.click());
    await page.evaluate(() => document.getElementById('question').focus());
    const hidden = [];
    const count = await page.evaluate(() => [...document.querySelectorAll('main :is(a[href], button, input, textarea, select, summary)')].filter(one => one.checkVisibility()).length);
    for (let at = 0; at < count + 5; at += 1) {
      await page.key('Tab');
      const fault = await page.evaluate(async () => {
        const focused = document.activeElement;
        if (!focused.closest('main') || focused.closest('.go')) return null;
        const hides = () => {
          // Of a row, its radio; of what is higher than the window, a part.
          const { top, bottom } = focused.getBoundingClientRect();
          const foot = document.querySelector('.go').getBoundingClientRect().top;
          return bottom > foot + 1 && top > 1 ? `${focused.outerHTML.slice(0, 90)}: ${top} to ${bottom}, foot at ${foot}` : null;
        };
        // A browser may bring it into view some frames behind the key. Nobody presses one key a frame: the next
        // would come before what the last one scrolls, which then takes out of view what has the focus by now.
        for (let frame = 0; frame < 3 || (frame < 30 && hides()); frame += 1) await new Promise(requestAnimationFrame);
        return hides();
      });
      if (fault) hidden.push(fault);
    }
    assert.deepEqual(hidden, []);
  });

  suite.test('keys that are switched off do nothing, the page says so, and a reload changes nothing of that', async visit => {
    const page = await withSave(visit, full());
    await go(page, LADDER);
    const rest = async () => {
      for (const key of ['2', '?', 'n', 'o', 'p']) await page.key(key);
      assert.equal(await page.place(), LADDER);
      assert.equal(await page.evaluate(chosen), '4');
    };
    await page.click('button', 'All keys, and how to switch them off');
    await page.find('dialog', 'Keys');
    await page.click('checkbox', /^Use these keys/);
    await rest();
    await page.key('Escape');
    await page.gone('dialog', /./);
    assert.match((await page.focus()).text, /^All keys/, 'the focus is where it was');
    await page.until(() => /^Keys are switched off\./.test(document.querySelector('.keys').innerText.trim()), 'the page says so');
    await page.evaluate(() => document.activeElement.blur());
    await rest();
    await page.kept();
    await page.reload();
    await page.until(() => /switched off/.test(document.querySelector('.keys')?.innerText ?? ''), 'still off');
    await rest();
    await page.click('button', 'All keys, and how to switch them on');
    await page.click('checkbox', /^Use these keys/);
    await page.key('Escape');
    // The page hears of it after the browser has closed it.
    await page.until(() => !document.querySelector('dialog'), 'closed');
    await page.key('2');
    await page.until(() => document.querySelector('.answer input:checked').value === '2', 'on again');
    assert.equal(await page.evaluate(() => document.activeElement.value), '2', 'what was chosen has the focus, and is read out');
    await page.key('?');
    await page.until(() => document.querySelector('.answer input:checked').value === 'not known', 'not known');
    // The field for who could know stands there now, and the key went to no field.
    assert.doesNotMatch(await page.value('could-know'), /\?/);
  });

  suite.test('letters that are typed, and those held with other keys, lead nowhere', async visit => {
    const page = await withSave(visit, full());
    await go(page, LADDER);
    const before = await page.value('note');
    await page.type('note', 'nop 2?');
    assert.equal(await page.value('note'), `${before}nop 2?`);
    await page.unfold('evidence-0-kind');
    await page.evaluate(() => document.getElementById('evidence-0-kind').focus());
    await page.key('n');
    await page.evaluate(() => document.activeElement.blur());
    await page.key('Alt', 'n');
    assert.equal(await page.place(), LADDER);
    assert.equal(await page.evaluate(chosen), '4');
    await page.key('n');
    await page.until(place => location.hash.slice(1) !== place, 'the key alone leads on', LADDER);
    await page.key('p');
    await page.until(place => location.hash.slice(1) === place, 'and back', LADDER);
  });

  suite.test('on every screen inside an assessment there is a way to the next open question, and to what can be taken back', async visit => {
    const page = await withSave(visit, full());
    await go(page, LADDER);
    await page.click('radio', /^2 /);
    const open = await page.evaluate(() => document.querySelector('.next-open')?.innerText || document.querySelector('.on').innerText);
    assert.match(open, /A|B/);
    await page.find('button', 'Undo: step 2');
    // What leads to the questions says so in its own words.
    const ways = { choose: 'Go on' };
    for (const place of ['open', 'sheets', 'result', 'plan', 'download', 'words', 'source', 'questions', 'choose', 'reach']) {
      await go(page, place);
      await page.until(way => document.querySelector('main > .go')?.innerText.includes(way), `the foot of ${place}`, { choose: 'Start' }[place] ?? 'Next open');
      await page.find('button', 'Undo: step 2, A1.3');
      await page.find('button', 'Redo');
      await page.find('button', ways[place] ?? /^Next open: [AB]\d/, { within: 'main > .go' });
      const seen = await page.evaluate(() => {
        const { top, bottom } = document.querySelector('main > .go').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight + 1;
      });
      assert.ok(seen, `the foot is in view on ${place}`);
    }
    const leads = [];
    for (const [place, way] of [['open', /^Next open: /], ['reach', /^Next open: /], ...Object.entries(ways)]) {
      await go(page, place);
      await page.click('button', way, { within: 'main > .go' });
      await page.until(() => !!document.querySelector('section.question'), `a question from ${place}`);
      leads.push(await page.place());
    }
    await go(page, 'plan', 'Plan');
    await page.key('o');
    await page.until(() => !!document.querySelector('section.question'), 'the next open question');
    assert.deepEqual(new Set(leads), new Set([await page.place()]), 'all of them lead to the same one');
    assert.match(await page.text('.go .now'), /^(No answer yet|\d+ of \d+ tactics)/);
    await go(page, 'plan', /./);
    await page.click('button', 'Undo: step 2, A1.3');
    await page.until(place => location.hash.slice(1) === place, 'where it was', LADDER);
    assert.equal(await page.evaluate(chosen), '4');
  });

  suite.test('what was removed is offered back beside the message, which stays until something else is done', async visit => {
    const page = await withSave(visit, full());
    await go(page, LADDER);
    await page.unfold('add-evidence');
    await page.click('button', 'Remove evidence 1');
    await page.until(() => /^Evidence removed/.test(document.querySelector('.told').innerText), 'it is said');
    await page.click('button', 'Undo', { within: '.told' });
    await page.until(() => document.getElementById('evidence-0-place').value === 'The open policy', 'it is back');
    assert.equal(await page.text('.told'), '');
    await page.click('button', 'Remove evidence 1');
    await page.click('button', 'Close', { within: '.told' });
    assert.equal(await page.text('.told'), '');
    await page.click('button', /^Undo: evidence/, { within: '.history' });
    await page.click('button', 'Remove evidence 1');
    await page.find('button', 'Undo', { within: '.told' });
    await page.click('radio', /^2 /);
    await page.until(() => !document.querySelector('.told').innerText, 'something else was done');
  });

  suite.test('what is folded says what is in it, opens, and stays open while one types and goes on', async visit => {
    const page = await withSave(visit, full());
    await go(page, LADDER);
    const lines = () => page.evaluate(() => [...document.querySelectorAll('.fold > summary')].map(one => one.innerText.replace(/\s+/g, ' ').trim()));
    assert.deepEqual(await lines(), ['Not the same everywhere, or a higher step is true in part Add', 'Note The open note says this. Change', 'Evidence 1: The open policy, May 2026 Change', 'How sure Have checked it Change', 'Confidential no Mark']);
    for (const line of await page.page.$$('.fold')) assert.ok((await line.boundingBox()).height < 50, 'one line each');
    await page.click('button', /^Note/);
    await page.type('note', ' And this.');
    await page.click('radio', /^2 /);
    assert.equal(await page.evaluate(() => document.getElementById('note').closest('details').open), true);
    await page.click('button', /^Note/);
    assert.equal((await lines())[1], 'Note The open note says this. And this. Change');
    await page.kept();
  });

  suite.test('a very long note keeps its place in the window, and it is said by how much it is too long', async visit => {
    const page = await withSave(visit, full());
    await go(page, LADDER);
    await page.unfold('note');
    await page.evaluate(() => {
      const note = document.getElementById('note');
      note.value = 'word '.repeat(11_400);
      note.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.until(() => /^54,?000 letters more than the 3,?000/.test(document.getElementById('note-problem')?.innerText ?? ''), 'it is said');
    const { height, value } = await page.evaluate(() => ({ height: document.getElementById('note').offsetHeight, value: document.getElementById('note').value.length }));
    assert.ok(height <= 24 * 16 + 2, `${height} px`);
    assert.equal(value, 57_000, 'nothing is cut off');
    await page.kept();
  });

  suite.test('in a frame as high as its page, the foot stands at the foot of what is seen, wherever the page around is scrolled', { noisy: true }, async visit => {
    const { page, one } = await framed(visit, `<p>Above</p><iframe src="${visit.server.address}" width="800" height="3000"></iframe><p>Below</p>`, { host: OTHER_SITE });
    await begin(one, { keep: false });
    await one.evaluate(place => { location.hash = place; }, LADDER);
    await one.until(() => document.querySelector('section.question')?.id === 'embed-commit-end-use', 'the question');
    for (const top of [0, 300, 333, 700]) {
      await page.evaluate(top => scrollTo(0, top), top);
      await eventually(async () => {
        const at = await inWindow(page, one, 'main > .go');
        const content = await inWindow(page, one, 'main');
        // Where the content ends above, so does the foot.
        return Math.abs(at.bottom - Math.min(at.height, content.bottom)) < 3;
      }, `at the foot of what is seen, scrolled by ${top}`);
    }
  });
});
