// What people type and list has bounds that they see before they meet them; what is too much is kept out
// whole, and what was there stays.

import assert from 'node:assert/strict';
import { inBrowsers, PHONE } from './harness/suite.mjs';
import { action, answer, full, save } from './harness/sample.mjs';
import { go, withSave } from './harness/ways.mjs';

const ABOUT = 'embed-commit-end-use';

const noted = (length, parts = {}) => save({ answers: [answer(ABOUT, { choice: { step: 4 }, note: 'ü'.repeat(length), ...parts })] });

/** What stands beside a field, and what the browser says of it. */
const beside = (page, id) => page.evaluate(id => {
  const field = document.getElementById(id);
  return { letters: [...field.value].length, beside: field.closest('.field').innerText, says: field.validationMessage };
}, id);

/** Whether the page lets the browser put a text into a field, as if it was pasted. */
const lets = (page, id, text, [start, end] = []) => page.evaluate((id, text, start, end) => {
  const field = document.getElementById(id);
  field.focus();
  field.setSelectionRange(start ?? field.value.length, end ?? field.value.length);
  return field.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'insertFromPaste', data: text }));
}, id, text, start, end);

async function atNote(visit, length, options) {
  const page = await withSave(visit, noted(length), options);
  await go(page, ABOUT);
  await page.unfold('note');
  return page;
}

inBrowsers('bounds', { proves: 'What has no room', shared: true }, suite => {
  suite.test('a field says how much room is left before it is full', async visit => {
    const page = await atNote(visit, 2_399, { size: PHONE });
    assert.doesNotMatch((await beside(page, 'note')).beside, /left of/);
    await page.type('note', 'a');
    await page.until(() => /600 letters left of 3000/.test(document.getElementById('note').closest('.field').innerText), 'how much is left');
    // Whoever comes back to the field hears it with its hint.
    const described = await page.evaluate(() => document.getElementById('note').getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent));
    assert.match(described[0], /name nobody who was harmed/);
    assert.equal(described[1], '600 letters left of 3000.');
  });

  suite.test('no letter more goes in than has room, and the browser says so until the next', async visit => {
    const page = await atNote(visit, 2_998);
    await page.type('note', 'abc');
    await page.until(() => /0 letters left of 3000/.test(document.getElementById('note').closest('.field').innerText), 'that nothing is left');
    const { letters, says } = await beside(page, 'note');
    assert.equal(letters, 3_000);
    assert.equal(says, 'This would be 3001 letters, and 3000 have room here. Nothing was put in and nothing was changed.');
    await page.key('Backspace');
    await page.until(() => document.getElementById('note').validationMessage === '', 'the browser no longer says so');
    assert.equal((await beside(page, 'note')).letters, 2_999);
  });

  suite.test('a text that has no room stays out whole, and one that takes the place of another goes in', async visit => {
    const page = await atNote(visit, 2_000);
    assert.equal(await lets(page, 'note', 'a'.repeat(1_000)), true);
    assert.equal(await lets(page, 'note', 'a'.repeat(1_001)), false);
    assert.match((await beside(page, 'note')).says, /This would be 3001 letters/);
    assert.equal((await beside(page, 'note')).letters, 2_000);
    assert.equal(await lets(page, 'note', 'a'.repeat(1_001), [0, 1]), true, 'for a letter that goes');
    // A letter is what people take for one: of two units, as of three bytes.
    assert.equal(await lets(page, 'note', '🏳'.repeat(1_000)), true);
    assert.equal(await lets(page, 'note', '🏳'.repeat(1_001)), false);
    await go(page, 'choose', /./);
    assert.equal(await lets(page, 'company-name', 'a'.repeat(301)), false, 'a line has less room');
    assert.match((await beside(page, 'company-name')).says, /300 have room/);
  });

  suite.test('a text that an earlier version kept longer is all there, is told, and can be shortened', async visit => {
    const page = await atNote(visit, 3_500);
    await page.until(() => /500 letters more than the 3000/.test(document.getElementById('note').closest('.field').innerText), 'that it is too long');
    assert.equal((await beside(page, 'note')).letters, 3_500);
    assert.equal(await lets(page, 'note', 'ab', [0, 5]), true, 'shorter than what goes');
    assert.equal(await lets(page, 'note', 'a'), false, 'longer still');
  });

  suite.test('an eleventh row of evidence is not offered in silence', async visit => {
    const evidence = Array.from({ length: 9 }, (_, at) => ({ kind: 'document', place: `Paper ${at}`, as_of: '' }));
    const page = await withSave(visit, noted(3, { evidence }));
    await go(page, ABOUT);
    await page.unfold('evidence-0-place');
    await page.click('button', 'Add another');
    await page.until(() => document.activeElement.id === 'evidence-9-place', 'the tenth row');
    await page.until(() => /10 rows are the most/.test(document.querySelector('fieldset.evidence').innerText), 'that ten are the most');
    await page.click('button', 'Add another');
    await page.until(() => /10 rows are the most/.test([...document.querySelectorAll('[role=status], [aria-live]')].map(one => one.textContent).join(' ')), 'it is read out');
    assert.equal(await page.evaluate(() => document.querySelectorAll('fieldset.evidence li').length), 10);
  });

  suite.test('a full plan can be worked in, and says that it takes no more', async visit => {
    const plan = Array.from({ length: 200 }, (_, at) => action(at + 1, `Action ${at + 1}.`, { question: ABOUT, owner: 'Somebody' }));
    const page = await withSave(visit, { ...full(), plan });
    await go(page, 'plan', 'Plan');
    await page.until(() => /The plan has 200 actions, and takes no more/.test(document.querySelector('.above').innerText), 'that it is full');
    assert.equal(await page.evaluate(() => document.getElementById('new-action')), null);
    await go(page, 'plan.7');
    await page.type('first-step-7', 'Ask.');
    await page.until(() => document.getElementById('first-step-7').value === 'Ask.', 'what was typed');
  });

  suite.test('of several files none is opened, and it is said', async visit => {
    const page = await visit.start();
    await page.evaluate(() => {
      const data = new DataTransfer();
      for (const name of ['one.json', 'two.json']) data.items.add(new File(['{}'], name));
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await page.until(() => /Only one file can be opened at a time/.test(document.querySelector('[role=alert]')?.innerText ?? ''), 'that it takes one');
  });
});
