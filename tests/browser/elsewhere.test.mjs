// Not the same everywhere, or a higher step is true in part: it is chosen and written beside a ladder, says
// what of it counts, is taken back like a note, and stands in the result and in every file.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { parts } from './harness/package.mjs';
import { answer, save } from './harness/sample.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, reports, saveFile, withSave } from './harness/ways.mjs';

const LADDER = 'prevent-red-lines';
const PLACE = 'The cloud division; the network business has no list.';
const NAME = /^Not the same everywhere, or a higher step is true in part/;
const SAYS = 'Step 2 where the gravest risk lies; up to step 4 elsewhere or in part.';
const BRING = 'Bring what is done there to where the gravest risk lies.';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const uneven = (step, elsewhere = {}) => answer(LADDER, {
  choice: step && { step },
  elsewhere: { highest: null, place: '', ...elsewhere },
});

const begun = (visit, one, { id, ...options } = {}) => withSave(visit, save({ id, form: 'complete', answers: [one] }), { size: DESK, ...options });

const line = page => page.text('.elsewhere summary');
const hint = page => page.text('#highest-says .hint');

inBrowsers('a higher step elsewhere', {}, suite => {
  suite.test('what is chosen and written stands in the result, in every file, and in the copy for sharing', async visit => {
    const page = await begun(visit, uneven(2));
    await go(page, LADDER);
    await page.click('button', NAME);
    await page.click('radio', /^4 /, { within: '.elsewhere' });
    await page.type('elsewhere', PLACE);
    const whole = await page.text('#highest-says p');
    const written = await page.evaluate(() => document.querySelectorAll('.answer .choice')[3].querySelector('.text').innerText.trim());
    assert.equal(whole, written, 'the whole step stands below, as it stands above');
    await page.click('button', NAME);
    assert.equal(await line(page), `${NAME.source.slice(1)} up to step 4: ${PLACE} Change`);
    await page.kept();
    await page.reload();
    await page.until(() => /up to step 4/.test(document.querySelector('.elsewhere summary')?.innerText ?? ''), 'it is there again');

    await go(page, 'result', 'Result');
    const gap = '.findings [aria-labelledby=gaps] li, .findings .of-gaps li';
    await page.until(selector => !!document.querySelector(selector), 'the gap', gap);
    const told = await page.text(gap);
    assert.ok(told.includes(`${SAYS} Where, or what is missing: “${PLACE}”`), told);
    assert.ok(told.includes(`What to do next: ${BRING} `), told);
    const button = await page.find('button', new RegExp(`^Add to plan ${BRING}`));
    await page.press(button);
    await go(page, 'plan', /./);
    assert.match(await page.text('.planned'), new RegExp(BRING));

    await go(page, 'download', 'Download');
    const complete = await reports(visit, page);
    for (const format of ['html', 'docx', 'markdown', 'xlsx', 'csv', 'json']) {
      assert.ok(complete[format].text.includes('network business has no list'), format);
      assert.ok(complete[format].text.includes('up to step 4 elsewhere or in part'), format);
    }
    const { facts } = JSON.parse(complete.json.text).questions.find(({ facts }) => facts.some(({ fact }) => fact === 'elsewhere-step'));
    assert.deepEqual(facts.map(({ fact, step }) => [fact, step]), [['step', 2], ['elsewhere-step', 4], ['elsewhere-place', undefined]]);
    assert.match(complete.csv.text, /,elsewhere-place,"?Where, or what is missing"?,/);
    const saved = JSON.parse((await saveFile(visit, page)).text);
    assert.deepEqual(saved.answers[0].elsewhere, { highest: 4, place: PLACE });

    await page.click('radio', /^Others: for sharing/);
    const html = await visit.download(() => page.click('button', 'Save Report'));
    assert.ok(html.text.includes('network business has no list'), 'where the answer may be told, so may this');
  });

  suite.test('what does not count says so and what to do, and lifts no gap', async visit => {
    const page = await begun(visit, uneven(4, { highest: 3, place: PLACE }));
    await go(page, LADDER);
    assert.match(await line(page), /does not count now/);
    await page.unfold('elsewhere');
    assert.match(await hint(page), /not above the step you chose/);
    await page.click('radio', /^5 /, { within: '.elsewhere' });
    assert.equal(await hint(page), '');
    await page.click('radio', 'None', { within: '.elsewhere' });
    assert.match(await hint(page), /Choose the highest step, too/);
    await page.click('radio', /^3 /, { within: '.elsewhere' });
    await page.click('radio', 'I don’t know yet');
    assert.match(await hint(page), /choose first the step/);
    await page.click('radio', /^2 /, { within: '.answer' });
    assert.equal(await hint(page), '');
    assert.equal(await page.value('elsewhere'), PLACE, 'what was written stays through all of it');
    await go(page, 'embed-strategy-exists');
    assert.equal(await page.evaluate(() => document.querySelector('.elsewhere')), null, 'only where steps are asked');
  });

  suite.test('by keyboard: it opens, is chosen, is written and taken back, step by step', async visit => {
    const page = await begun(visit, uneven(2));
    await go(page, LADDER);
    await page.evaluate(() => document.getElementById('question').focus());
    await page.tabTo('button', NAME);
    await page.key('Enter');
    await page.tabTo('radio', 'None', { within: '.elsewhere' });
    await page.key('ArrowUp');
    await page.until(() => document.querySelector('[name=highest]:checked')?.value === '5', 'the step before');
    await page.key('ArrowUp');
    await page.until(() => document.querySelector('[name=highest]:checked')?.value === '4', 'and before that');
    const { outlineStyle, outlineWidth } = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement.closest('label'));
      return { outlineStyle, outlineWidth };
    });
    assert.deepEqual([outlineStyle, outlineWidth], ['solid', '3px'], 'the focus is seen');
    await page.key('Tab');
    assert.equal((await page.focus()).id, 'elsewhere');
    await page.page.keyboard.type('In one market.');
    await page.until(() => /Undo: where a step is true/.test(document.querySelector('.history').innerText), 'it can be taken back');
    await page.click('button', /^Undo/, { within: '.history' });
    await page.until(() => document.getElementById('elsewhere').value === '', 'the words are taken back');
    await page.click('button', /^Undo: highest step elsewhere/, { within: '.history' });
    await page.until(() => document.querySelector('[name=highest]:checked')?.value === '5', 'the step is taken back');
    await page.click('button', /^Redo/, { within: '.history' });
    await page.until(() => document.querySelector('[name=highest]:checked')?.value === '4', 'and put back');
    await page.kept();
  });

  for (const forced of [false, true]) suite.test(`at 320 px and from right to left${forced ? ', in forced colours,' : ''} nothing sticks out, and everything can be pressed`, { forced }, async visit => {
    for (const [at, [size, direction]] of [[{ width: 320, height: 640 }, 'ltr'], [PHONE, 'rtl'], [DESK, 'rtl']].entries()) {
      const page = await begun(visit, uneven(2, { highest: 4, place: `${PLACE} ${'long '.repeat(30)}${'word'.repeat(40)}` }), { size, id: `a${at}`.repeat(16) });
      await go(page, LADDER);
      await page.evaluate(direction => { document.documentElement.dir = direction; }, direction);
      const name = `${size.width} px, ${direction}${forced ? ', forced colours' : ''}`;
      const sticks = () => page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const out = one => { const { left, right } = one.getBoundingClientRect(); return left < -1 || right > width + 1; };
        return [...document.querySelectorAll('.elsewhere *')].filter(one => one.checkVisibility() && !one.closest('.unseen, svg') && out(one)).map(one => one.outerHTML.slice(0, 80));
      });
      assert.deepEqual(await sticks(), [], `${name}, folded`);
      await page.unfold('elsewhere');
      assert.deepEqual(await sticks(), [], `${name}, open`);
      const small = await page.evaluate(() => [...document.querySelectorAll('.elsewhere :is(summary, .segments > label, textarea)')].filter(one => one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 80)));
      assert.deepEqual(small, [], name);
      await page.evaluate(AXE);
      const faults = await page.evaluate(async () => (await axe.run('.elsewhere')).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));
      assert.deepEqual(faults, [], name);
    }
  });

  suite.test('a question sheet has room for it where steps are asked, and for nothing else', async visit => {
    const page = await begun(visit, answer(LADDER, { choice: 'not-known', could_know: 'Sales' }));
    await go(page, 'sheets', 'Sheets to hand out');
    const { bytes } = await visit.download(() => page.click('button', 'Save as Excel (XLSX) Sales'));
    const texts = parts(bytes)['xl/sharedStrings.xml'];
    for (const says of ['If a higher step is true somewhere or in part: the highest', 'Where, or what is missing', 'Choose the highest step of which nothing is untrue today']) assert.ok(texts.includes(says), says);
  });
});
