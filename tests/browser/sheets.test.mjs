// Question sheets: what is not known goes out for somebody to fill in, comes back, is looked at row by
// row, and changes nothing that was not chosen.

import assert from 'node:assert/strict';
import { packed, parts, unpacked } from './harness/package.mjs';
import { answer, save, tactic } from './harness/sample.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, withSave } from './harness/ways.mjs';

const notKnown = (question, who, more = {}) => answer(question, { choice: 'not-known', could_know: who, note: 'Between us.', ...more });

const asking = () => save({
  form: 'complete',
  answers: [
    notKnown('embed-gov-exec', 'Sales'),
    notKnown('embed-commit-known', 'Sales, Legal'),
    notKnown('prevent-monitoring', 'Sales', { confidential: true }),
    answer('prevent-suspension', { choice: { step: 2 }, note: 'My note.' }),
    answer('prevent-tactics', { tactics: [tactic('dsgn-friction', 'unknown', { could_know: 'Sales' })] }),
  ],
});

/** A workbook in which somebody filled in cells: the number of the sheet, the place, what is typed. */
function filled(bytes, cells) {
  const all = parts(bytes);
  for (const [sheet, place, typed] of cells) {
    const part = `xl/worksheets/sheet${sheet}.xml`;
    const cell = new RegExp(`<c r="${place}"[^>]*/>`);
    assert.match(all[part], cell, `${sheet} ${place}`);
    const text = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    all[part] = all[part].replace(cell, `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`);
  }
  return packed(all);
}

/** The row of a question on a sheet, whose cells hold the numbers of texts. */
function row(bytes, sheet, id) {
  const all = parts(bytes);
  const texts = all['xl/sharedStrings.xml'].match(/<si>.*?<\/si>/gs).map(text => text.replaceAll(/<[^>]*>/g, ''));
  return new RegExp(`r="[A-Z]+(\\d+)"[^>]*><v>${texts.indexOf(id)}<`).exec(all[`xl/worksheets/sheet${sheet}.xml`])[1];
}

const readBack = async (visit, page, bytes) => {
  await page.choose('read-sheet', visit.file('answers.xlsx', bytes));
};

/** The questions of which something would change, each with whether it is chosen. */
const changes = page => page.evaluate(() => [...document.querySelectorAll('[aria-labelledby=changes] li')].map(row => [row.querySelector('.check .text').innerText.split(' ')[0], row.querySelector('input').checked]));

inBrowsers('question sheets', { shared: true }, suite => {
  suite.test('one sheet for each who could know holds their questions and no answer', async visit => {
    const page = await withSave(visit, asking(), { size: DESK });
    await go(page, 'open', 'What is open');
    await page.click('link', 'Sheets to hand out to those who could know');
    await page.screen('Sheets to hand out');
    const people = await page.evaluate(() => [...document.querySelectorAll('[aria-labelledby=people] li')].map(row => row.querySelector('b').innerText));
    assert.deepEqual(people, ['Sales', 'Legal']);
    assert.match(await page.text('[aria-labelledby=people]'), /1 confidential question that is not known stands on no sheet/);
    for (const name of ['Save as Excel (XLSX) Sales', 'Save as Word (DOCX) Sales']) {
      const file = await visit.download(() => page.click('button', name));
      assert.match(file.name, /^questions-for-Sales_\d{4}-\d\d-\d\d\.(xlsx|docx)$/);
      const { text } = unpacked(file.bytes);
      assert.match(text, /A4\.2/);
      assert.doesNotMatch(text, /Between us|My note|B5\.1 /);
    }
  });

  suite.test('a filled-in sheet is looked at, chosen from, taken over and taken back', async visit => {
    const page = await withSave(visit, asking(), { size: PHONE });
    await go(page, 'sheets', 'Sheets to hand out');
    const { bytes } = await visit.download(() => page.click('button', 'Save as Excel (XLSX) All questions'));
    const at = id => row(bytes, 2, id);
    const sheet = filled(bytes, [
      [2, `D${at('embed-gov-exec')}`, '3'],
      [2, `F${at('embed-gov-exec')}`, 'Asked <them> & wrote it down.'],
      [2, `D${at('prevent-suspension')}`, '4'],
      [2, `D${at('embed-commit-known')}`, '9'],
    ]);
    await readBack(visit, page, sheet);
    await page.until(() => document.querySelectorAll('[aria-labelledby=changes] li').length === 2, 'two rows');
    await page.until(() => document.activeElement.matches('h1'), 'focus on the heading');
    const [[first, firstChosen], [second, secondChosen]] = await changes(page);
    assert.deepEqual([first, firstChosen, second, secondChosen], ['A4.2', true, 'B5.4', false]);
    assert.match(await page.text('[aria-labelledby=odd]'), /“9” is none of the answers to choose from/);
    assert.match(await page.text('[aria-labelledby=changes] li:nth-child(2)'), /Step 2[^]*Step 4/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'nothing sticks out');
    await page.tabTo('checkbox', /^B5\.4/);
    await page.key(' ');
    await page.tabTo('button', 'Take over 2 rows');
    await page.key('Enter');
    await page.until(() => /2 rows were taken over/.test(document.querySelector('main [role=status]').innerText), 'it is said');
    const chosen = async id => {
      await go(page, id);
      return page.evaluate(() => document.querySelector('.question input[type=radio]:checked')?.value);
    };
    const both = async () => [await chosen('embed-gov-exec'), await chosen('prevent-suspension')];
    assert.deepEqual(await both(), ['3', '4']);
    await page.click('button', /^Undo/, { within: '.history' });
    assert.deepEqual(await both(), ['not known', '2']);
    await page.click('button', /^Redo/, { within: '.history' });
    await page.kept();
    await page.reload();
    assert.deepEqual(await both(), ['3', '4']);
  });

  suite.test('what is no sheet is refused in words, and a sheet needs an assessment', async visit => {
    const page = await withSave(visit, asking());
    await go(page, 'download', 'Download');
    const report = await visit.download(() => page.click('button', 'Save Report as a workbook'));
    await go(page, 'sheets', 'Sheets to hand out');
    await readBack(visit, page, report.bytes);
    await page.find('alert', /no question sheet that was made with this page/);
    const blank = await visit.download(() => page.click('button', 'Save as Excel (XLSX) All questions'));
    const other = await visit.start();
    await other.choose('open', visit.file('sheet.xlsx', blank.bytes));
    await other.find('alert', /It is a question sheet\. Go on with the assessment it belongs to/);
  });
});
