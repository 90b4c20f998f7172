// The gravest risk is named beside each question that speaks of it, in the words of those who answer, and
// how a step is chosen is one line below the steps.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { answer, save } from './harness/sample.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, withSave } from './harness/ways.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FIRST = 'embed-thinking-first-risk';
/** Of these, the first and the second speak of it. */
const [SPEAKS, SPEAKS_TOO, SILENT] = ['embed-commit-end-use', 'prevent-contribution-analysis', 'embed-gov-exec'];
const RISK = 'Somebody who fled from a violent partner can be found at the door, because the map shows it to whoever sends a parcel. One of them could be killed.\nAnd this is the second line.';
const BEGINNING = 'Your gravest risk: “Somebody who fled from a violent partner can be found at the door, because the …”';
const LOWEST = 'If you cannot tell, take the lowest of the places where people could be severely harmed.';

const assessment = first => save({ company: 'Example Systems', unit: 'company', modules: ['embedding', 'preventing'], answers: first ? [answer(FIRST, first)] : [] });

const line = page => page.text('.named-risk');

/** What is unfolded below the answer, by its line. */
const unfolded = page => page.evaluate(() => [...document.querySelectorAll('.rules details[open] > summary')].map(one => one.innerText));

/** What Tab meets between the question and its answer. */
async function between(page) {
  await page.evaluate(() => document.getElementById('question').focus());
  const met = [];
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.key('Tab');
    const focus = await page.evaluate(() => !document.activeElement.closest('.answer') && document.activeElement.innerText);
    if (focus === false) return met;
    met.push(focus);
  }
  return met;
}

inBrowsers('gravest', { shared: true }, suite => {
  for (const size of [PHONE, DESK]) {
    suite.test(`what is named stands as text below each question that speaks of it, and in full below the answer, ${size.width} px`, async visit => {
      const page = await withSave(visit, assessment({ words: RISK, confidential: true }), { size, keep: false });
      for (const place of [SPEAKS, SPEAKS_TOO, 'prevent-tactics.design']) {
        await go(page, place);
        await page.until(beginning => document.querySelector('.named-risk').innerText === beginning, `named at ${place}`, BEGINNING);
        assert.deepEqual(await between(page), [], 'nothing stands between question and answer');
        await page.click('button', 'Your gravest risk in full');
        assert.equal(await page.evaluate(() => document.querySelector('.own-words').innerText), RISK, 'with its lines');
      }
      for (const place of [FIRST, SILENT]) {
        await go(page, place);
        assert.equal(await line(page), '', place);
        assert.equal(await page.seek('button', 'Your gravest risk in full'), null, place);
      }
    });
  }

  suite.test('it follows what is typed, Undo, and what is said instead', async visit => {
    const page = await withSave(visit, assessment(null), { keep: false });
    const says = async expected => {
      await go(page, SPEAKS);
      assert.equal(await line(page), expected);
    };
    await go(page, SPEAKS);
    assert.deepEqual(await between(page), ['Name it in A3.9'], 'the way to name it, until it is named');
    await page.click('link', 'Name it in A3.9');
    await page.screen('First');
    await page.type('words', 'A door is broken in.');
    await says('Your gravest risk: “A door is broken in.”');
    assert.equal(await page.seek('button', 'Your gravest risk in full'), null, 'all of it stands there already');
    await page.click('button', /^Undo/);
    await page.until(first => location.hash.slice(1) === first && !document.getElementById('words').value, 'taken back, where it was said', FIRST);
    await says('You have not named your gravest risk yet. Name it in A3.9');
    await go(page, FIRST);
    await page.click('radio', 'I don’t know yet');
    await says(`Your gravest risk is not known yet. ${LOWEST}`);
    assert.deepEqual(await between(page), []);
    await go(page, 'prevent-tactics.design');
    assert.equal(await line(page), 'Your gravest risk is not known yet.', 'tactics have no step to take');
    await go(page, FIRST);
    await page.click('radio', 'Doesn’t apply, because…');
    await says('You have not named your gravest risk yet. Name it in A3.9');
    await go(page, FIRST);
    await page.type('because', 'We sell nothing.');
    await says(`You named no gravest risk: “We sell nothing.” ${LOWEST}`);
  });

  suite.test('how a step is chosen opens by keyboard, stays open at the next question and shuts again', async visit => {
    const page = await withSave(visit, assessment({ words: RISK }), { size: DESK, keep: false });
    await go(page, SILENT);
    await page.tabTo('button', /^How to choose/);
    assert.deepEqual(await unfolded(page), []);
    await page.key('Enter');
    await page.until(() => !!document.querySelector('.rules details[open]'), 'open');
    assert.match((await page.focus()).text, /^How to choose/, 'the focus stays');
    const card = await page.text('.rules .inside');
    for (const says of ['nothing is untrue today', '“As 3, and”', 'where the gravest risk to people lies', LOWEST, '“at least one” means one', '“Such as” gives examples']) assert.ok(card.includes(says), says);
    for (const place of [SPEAKS, SPEAKS_TOO]) {
      await go(page, place);
      assert.deepEqual(await unfolded(page), ['How to choose if it differs, or is done in part']);
    }
    for (const place of ['embed-strategy-exists', FIRST, 'prevent-tactics.design']) {
      await go(page, place);
      assert.deepEqual(await unfolded(page), [], `${place} has no steps`);
    }
    await go(page, SPEAKS);
    await page.tabTo('button', /^How to choose/);
    await page.key(' ');
    await page.until(() => !document.querySelector('.rules details[open]'), 'shut');
    await go(page, SILENT);
    assert.deepEqual(await unfolded(page), []);
    await go(page, 'source');
    const rule = await page.text('main');
    for (const says of ['nothing is untrue today', LOWEST]) assert.ok(rule.includes(says), 'the page on the source says the same');
  });
});

for (const looks of [{}, { dark: true }]) {
  inBrowsers(`gravest ${looks.dark ? 'dark' : 'light'}`, { shared: true, ...looks }, suite => {
    for (const [said, first] of [['is named', { words: RISK }], ['is not', null]]) {
      suite.test(`axe finds nothing, and nothing runs over the edge at 320 px, where it ${said} and all is unfolded`, async visit => {
        const page = await withSave(visit, assessment(first), { size: { width: 320, height: 640 }, keep: false });
        await go(page, SPEAKS);
        await page.until(() => !!document.querySelector('.rules summary'), 'the line');
        for (const summary of await page.page.$$('.rules summary')) await summary.evaluate(one => one.click());
        await page.until(() => !document.querySelector('.rules details:not([open])'), 'all is unfolded');
        await page.evaluate(AXE);
        const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]));
        assert.deepEqual(violations, []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      });
    }
  });
}
