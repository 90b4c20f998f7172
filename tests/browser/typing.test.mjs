// Typing survives: whatever comes from elsewhere while somebody writes, the field is the same
// element, holds what was typed, and the caret stays where it was. Then each hazard of the view
// library that was measured once (docs/decisions.md), as a test that stays.

import assert from 'node:assert/strict';
import { DESK, DIST_DEBUG, PHONE, inBrowsers } from './harness/suite.mjs';
import { begin, go, openSave, withSave } from './harness/ways.mjs';
import { full } from './harness/sample.mjs';

/** Puts the caret in the middle of what is typed, and marks the element. */
async function startTyping(page, id) {
  const field = await page.unfold(id);
  await field.focus();
  await page.evaluate(id => document.getElementById(id).select(), id);
  await page.page.keyboard.type('abcdef');
  await page.evaluate(id => {
    const field = document.getElementById(id);
    field.marked = true;
    field.setSelectionRange(3, 3);
  }, id);
}

async function checkTyping(page, id, value, caret, about) {
  const found = await page.evaluate(id => {
    const field = document.getElementById(id);
    return { same: field?.marked === true, focus: document.activeElement === field, value: field?.value, caret: field?.selectionStart };
  }, id);
  assert.deepEqual(found, { same: true, focus: true, value, caret }, about);
}

/** What comes from elsewhere. Each is run in the page, by scripts that take no focus. */
const ELSEWHERE = {
  'the window loses and gets the focus': () => {
    for (const type of ['blur', 'focus', 'pageshow', 'resize', 'online', 'offline', 'visibilitychange']) {
      window.dispatchEvent(new Event(type));
      document.dispatchEvent(new Event(type));
    }
  },
  'the address is told again': () => {
    for (const type of ['popstate', 'hashchange']) window.dispatchEvent(new Event(type));
  },
  'every other choice beside it is made': () => {
    const mine = document.activeElement.closest('.choice, .tactic');
    for (const control of document.querySelectorAll('main input[type=radio], main input[type=checkbox]')) {
      if (control.checked || control.disabled || mine?.contains(control)) continue;
      // The choice under which the field stands has to stay.
      if (mine && control.name && control.name === mine.querySelector(':scope > label input')?.name) continue;
      if (control.name === 'keeping') continue;
      control.click();
    }
  },
  'the last choice is taken back and put back': () => {
    const buttons = [...document.querySelectorAll('.history > button')];
    for (const button of buttons) button.click();
  },
};

async function survives(page, id) {
  await startTyping(page, id);
  let [value, caret] = ['abcdef', 3];
  await checkTyping(page, id, value, caret, `${id}: typed`);
  for (const [about, run] of Object.entries(ELSEWHERE)) {
    await page.evaluate(run);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    await checkTyping(page, id, value, caret, `${id}: ${about}`);
    await page.page.keyboard.type('X');
    value = value.slice(0, caret) + 'X' + value.slice(caret);
    caret += 1;
    await checkTyping(page, id, value, caret, `${id}: typing on after: ${about}`);
  }
  for (const size of [PHONE, DESK]) {
    await page.page.setViewport(size);
    await checkTyping(page, id, value, caret, `${id}: ${size.width} px`);
  }
}

inBrowsers('typing', { shared: true }, suite => {
  suite.test('survives in every field of a question', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    await survives(page, 'note');
    for (const part of ['place', 'as-of']) {
      const id = await page.evaluate(part => document.querySelector(`.evidence input[id$="-${part}"]`).id, part);
      await survives(page, id);
    }
    await go(page, 'embed-thinking-first-risk');
    await survives(page, 'words');
    await go(page, 'prevent-remedy-link');
    await page.click('radio', 'I don’t know yet');
    await survives(page, 'could-know');
    await go(page, 'prevent-suspension');
    await page.click('radio', 'Doesn’t apply, because…');
    await survives(page, 'because');
    await go(page, 'prevent-tactics.research');
    await survives(page, 'rsch-release-choice-because');
    await go(page, 'prevent-tactics.design');
    await survives(page, 'dsgn-capability-limit-could-know');
  });

  suite.test('survives in every field of the choice before', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.click('radio', /^One product or service/);
    await page.click('radio', /^Keep on this device/);
    for (const id of ['product-name', 'company-name', 'other-function', 'person']) await survives(page, id);
  });

  suite.test('survives while the result is drawn again and again', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'result', 'Result');
    const button = await page.find('button', /^They do fit, because/);
    await button.click();
    const id = await page.until(() => document.querySelector('.tensions textarea')?.id, 'the field for the reason');
    await (await page.byId(id)).focus();
    await page.evaluate(id => { document.getElementById(id).marked = true; }, id);
    // Each key asks for a new drawing; the drawings come in while the next keys are typed.
    const text = 'because the promise is about something else altogether';
    await page.page.keyboard.type(text, { delay: 10 });
    await page.kept();
    await page.evaluate(() => new Promise(done => setTimeout(done, 300)));
    await checkTyping(page, id, text, text.length, 'after all drawings');
  });

  suite.test('survives the seal and what comes with it', async visit => {
    const server = await visit.serve({ slow: ['documents.js'] });
    const page = await (await visit.page({ server })).open('', { sealed: false });
    await begin(page);
    const place = await page.place();
    assert.ok(place);
    await page.evaluate(() => document.querySelector('summary')?.click());
    await page.click('radio', 'I don’t know yet');
    const id = (await page.evaluate(() => !!document.getElementById('note'))) ? 'note' : 'words';
    await startTyping(page, id);
    server.release();
    await page.sealed();
    await page.until(() => !/on its way/.test(document.querySelector('.help')?.textContent ?? ''), 'the help');
    await checkTyping(page, id, 'abcdef', 3, 'after the seal');
    await page.page.keyboard.type('X');
    await checkTyping(page, id, 'abcXdef', 4, 'typing on');
  });

  suite.test('a word that is being composed is not for the page', { shared: false }, async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    await startTyping(page, 'note');
    const undone = await page.evaluate(() => {
      const field = document.getElementById('note');
      const before = document.querySelector('.unseen[role=status]').textContent;
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true, isComposing: true });
      field.dispatchEvent(key);
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
      return { taken: key.defaultPrevented, said: document.querySelector('.unseen[role=status]').textContent !== before };
    });
    assert.deepEqual(undone, { taken: false, said: false });
    await checkTyping(page, 'note', 'abcdef', 3, 'after composing');
  });

  suite.test('in a text field Ctrl+Z is the browser’s own', { shared: false }, async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    await page.click('radio', /^3 /);
    await startTyping(page, 'note');
    await page.key('Control', 'z');
    assert.equal(await page.evaluate(() => document.querySelector('main input[type=radio]:checked').value), '3');
    assert.equal((await page.focus()).id, 'note');
  });

  suite.test('rows of evidence keep what was typed when others come and go', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'prevent-effect');
    const places = () => page.evaluate(() => [...document.querySelectorAll('.evidence input[id$="-place"]')].map(e => e.value));
    const type = async (at, text) => {
      const id = await page.until(at => document.querySelectorAll('.evidence input[id$="-place"]')[at]?.id, 'the row', at);
      await page.type(id, text);
    };
    await type(0, 'one');
    await page.unfold('add-evidence');
    await page.click('button', 'Add another');
    await page.until(() => document.querySelectorAll('.evidence li').length === 2, 'a second row');
    assert.match((await page.focus()).id, /^evidence-/, 'the focus is in the new row');
    await type(1, 'two');
    await page.click('button', 'Add another');
    await type(2, 'three');
    await page.click('button', 'Remove evidence 1');
    await page.until(() => document.querySelectorAll('.evidence li').length === 2, 'two rows');
    assert.deepEqual(await places(), ['two', 'three']);
    assert.equal((await page.focus()).id, 'add-evidence', 'the focus has somewhere to be');
  });

  suite.test('a list to choose from follows what is taken back', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    const id = await page.evaluate(() => document.querySelector('.evidence select').id);
    await page.page.select(`#${id}`, 'data');
    assert.equal(await page.value(id), 'data');
    await page.click('button', /^Undo/, { within: '.history' });
    await page.until(id => document.getElementById(id).value === 'document', 'the old kind', id);
    await page.click('button', /^Redo/, { within: '.history' });
    await page.until(id => document.getElementById(id).value === 'data', 'the new kind', id);
  });

  suite.test('radios and boxes follow what is taken back', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'prevent-remedy-link');
    const checked = () => page.evaluate(() => [...document.querySelectorAll('main input:checked:not(.elsewhere input)')].map(e => e.value));
    await page.click('radio', /^2 /);
    await page.click('radio', /^As 3|^4 /);
    await page.click('button', /^Confidential/);
    await page.click('checkbox', /^Confidential/);
    await page.click('button', /^How sure/);
    await page.click('radio', 'Have seen it');
    assert.deepEqual(await checked(), ['4', 'seen', 'on']);
    for (const left of [['4', 'on'], ['4'], ['2'], []]) {
      await page.click('button', /^Undo/, { within: '.history' });
      await page.until(async left => JSON.stringify([...document.querySelectorAll('main input:checked:not(.elsewhere input)')].map(e => e.value)) === left, `${left} left`, JSON.stringify(left));
    }
    for (let times = 0; times < 4; times += 1) await page.click('button', /^Redo/, { within: '.history' });
    await page.until(() => document.querySelectorAll('main input:checked:not(.elsewhere input)').length === 3, 'all back');
  });

  suite.test('notices, dialogs and screens come and go without a crash, and no style is an attribute', async visit => {
    const page = await withSave(visit, full());
    const check = async () => {
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('body [style]')].map(e => e.outerHTML)), []);
      assert.equal(await page.seek('heading', 'This page has stopped working'), null);
    };
    for (let turn = 0; turn < 2; turn += 1) {
      for (const place of ['choose', 'questions', 'open', 'sheets', 'result', 'plan', 'download', 'words', 'source', 'example', 'sealed', 'embed-commit-end-use', 'prevent-tactics.use', 'embed-thinking-first-risk', '']) {
        await go(page, place, /./);
        await page.drop('wrong.json', 'wrong');
        await page.find('alert', /./);
        await check();
        await page.click('button', 'Close this notice');
        await page.gone('button', 'Close this notice');
        await check();
      }
      await page.click('button', /^More/);
      await page.click('button', /^Clear all answers/);
      await page.find('dialog', /./);
      await check();
      await page.click('button', 'Keep the answers');
      await page.gone('dialog', /./);
    }
  });
});

// With debug assertions: keys that stand twice in a list, hooks in another order.
if (DIST_DEBUG) {
  inBrowsers('debug build', { dist: DIST_DEBUG, shared: true }, suite => {
    suite.test('every screen is drawn without a complaint', async visit => {
      const page = await visit.start();
      await openSave(visit, page, full());
      for (const place of ['choose', 'questions', 'open', 'sheets', 'result', 'plan', 'download', 'words', 'source', 'example', 'sealed', 'embed-commit-end-use', 'prevent-tactics.use', 'embed-thinking-first-risk', '']) {
        await go(page, place, /./);
        await page.until(() => !document.querySelector('.waiting[role=status]')?.textContent, 'all is drawn');
      }
      await go(page, 'plan');
      await page.click('button', /^Show (it|the \d+)/);
      await page.until(() => !!document.querySelector('.suggestions > li'), 'suggestions');
      await page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
      await page.click('button', 'Write an action of your own');
      await page.click('button', /^Move:/, { within: '.planned > li:last-child' });
      await page.click('button', 'To Later', { within: '.planned > li:last-child' });
      await page.until(() => document.querySelectorAll('.when:last-of-type .planned > li').length === 2, 'it is moved');
      await go(page, 'prevent-effect');
      for (const name of [/^2 /, 'I don’t know yet', 'Doesn’t apply, because…']) await page.click('radio', name);
      await page.type('because', 'words');
      await page.unfold('add-evidence');
      for (const name of ['Add another', /^Undo/, /^Undo/, /^Redo/]) await page.click('button', name);
      assert.equal(await page.seek('heading', 'This page has stopped working'), null);
    });
  });
}
