// Question sheets: what is not known goes out for somebody to fill in, comes back, is looked at row by
// row, and changes nothing that was not chosen.

import assert from 'node:assert/strict';
import { packed, parts, unpacked } from './harness/package.mjs';
import { answer, save, tactic } from './harness/sample.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, reports, saveFile, withSave } from './harness/ways.mjs';

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

/** A workbook in which somebody filled in cells: the number of the sheet, the place, what is typed, words or the
 *  digits of a number; and in which something else was changed. */
function filled(bytes, cells, change = () => {}) {
  const all = parts(bytes);
  change(all);
  for (const [sheet, place, typed] of cells) {
    const part = `xl/worksheets/sheet${sheet}.xml`;
    const cell = new RegExp(`<c r="${place}"[^>]*/>`);
    assert.match(all[part], cell, `${sheet} ${place}`);
    if (typed.number) {
      all[part] = all[part].replace(cell, `<c r="${place}"><v>${typed.number}</v></c>`);
      continue;
    }
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

/** What earlier versions of the page filled in beside every tactic that is not known. */
const ALL = 'Product manager, Engineering, Sales, Trust and safety';

/** Tactics of several phases, none of them known. */
const TACTICS = ['rsch-misuse-forecast', 'rsch-dataset-review', 'dsgn-friction', 'dsgn-audit-trail', 'dev-release-gate', 'dev-subgroup-tests', 'dep-customer-check', 'dep-use-restrictions', 'use-suspension', 'use-trusted-channels'];

const tacticsNotKnown = typed => save({
  id: (typed ? 'b2' : 'c3').repeat(16),
  form: 'complete',
  answers: [answer('prevent-tactics', { tactics: TACTICS.map(id => tactic(id, 'unknown', { could_know: typed })).sort((one, other) => (one.tactic < other.tactic ? -1 : 1)) })],
});

/** Everybody who gets a sheet, with how many questions and tactics. */
const people = page => page.evaluate(() => Object.fromEntries([...document.querySelectorAll('[aria-labelledby=people] li')].map(row => [row.querySelector('b').innerText, parseInt(row.querySelector('.hint').innerText)])));

/** What is on record: each sheet by its name, with what is said of it. */
const recorded = page => page.evaluate(() => [...document.querySelectorAll('.records > li')].map(record => [record.querySelector('h3').innerText, record.querySelector('p').innerText]));

inBrowsers('question sheets', { shared: true }, suite => {
  suite.test('each tactic that nobody knows stands on one sheet, also where an earlier version named four', async visit => {
    const before = [];
    for (const typed of ['', ALL]) {
      const page = await withSave(visit, tacticsNotKnown(typed), { size: DESK });
      await go(page, 'sheets', 'Sheets to hand out');
      const found = await people(page);
      const all = Object.values(found);
      assert.equal(all.reduce((sum, count) => sum + count, 0), TACTICS.length, JSON.stringify(found));
      assert.ok(all.length > 1, 'more than one function leads');
      before.push(found);
    }
    assert.deepEqual(before[0], before[1]);
  });

  suite.test('who leads on a tactic is filled in where it is said not to be known', async visit => {
    const page = await withSave(visit, save({ form: 'complete', answers: [] }));
    await go(page, 'prevent-tactics.design');
    await page.click('radio', 'Don’t know', { within: '.tactic-group' });
    const typed = await page.evaluate(() => document.querySelector('.tactic-group input[type=text]').value);
    assert.ok(typed && !/,/.test(typed), `one function: ${typed}`);
    await go(page, 'sheets', 'Sheets to hand out');
    assert.deepEqual(await people(page), { [typed]: 1 });
  });

  suite.test('what went out and what came back is on record, kept, saved, taken back, and in no copy for sharing', { shared: false }, async visit => {
    const page = await withSave(visit, asking(), { size: DESK });
    await go(page, 'sheets', 'Sheets to hand out');
    assert.match(await page.text('[aria-labelledby=record]'), /No sheet has gone out yet/);
    assert.match(await page.text('[aria-labelledby=people]'), /No sheet has gone out to them yet/);
    const { bytes } = await visit.download(() => page.click('button', 'Save as Excel (XLSX) Sales'));
    await page.until(() => document.querySelectorAll('.records > li').length === 1, 'it is on record');
    assert.match((await recorded(page)).flat().join(' '), /^Sales Handed to the browser on .* as a workbook with 3 rows\.$/);
    assert.equal(await page.text('.told'), '', 'to take back what went out is not offered');
    await page.key('Control', 'z');
    assert.equal((await recorded(page)).length, 1, 'and no undo takes it off the record');
    const id = await page.evaluate(() => document.querySelector('.records input[type=text]').id);
    await page.type(id, 'Anna Zwqx in Sales');
    await page.click('button', 'It is there Sales');
    await page.until(() => /^Saved on/.test(document.querySelector('.records p').innerText), 'it is said');
    assert.match(await page.text('[aria-labelledby=people]'), /Saved on .*, to Anna Zwqx in Sales\./);

    // It comes back with one answer, and one that is none.
    const sheet = filled(bytes, [[2, 'D2', '3'], [2, 'D3', '9']]);
    await readBack(visit, page, sheet);
    await page.until(() => document.querySelectorAll('[aria-labelledby=changes] li').length === 1, 'one row');
    assert.match(await page.text('[aria-labelledby=changes]'), /This is the sheet for Sales\. Saved on .*, to Anna Zwqx in Sales\./);
    await page.click('button', 'Take over 1 row');
    const all = /Saved on .* with 3 rows, to Anna Zwqx in Sales; read back on .*: 1 of 3 rows taken over, 1 could not be read\./;
    await page.until(() => /taken over/.test(document.querySelector('.records p').innerText), 'it came back');
    assert.match((await recorded(page))[0][1], all);

    await page.kept();
    await page.reload();
    await page.screen('Sheets to hand out');
    assert.match((await recorded(page))[0][1], all);

    await go(page, 'download', 'Download');
    const complete = await reports(visit, page);
    for (const format of ['html', 'docx', 'markdown', 'xlsx', 'json']) assert.match(complete[format].text, /Anna Zwqx in Sales/, format);
    assert.match(complete.html.text, /1 of 3 rows taken over/);
    const saved = JSON.parse((await saveFile(visit, page)).text);
    assert.deepEqual(saved.sheets.map(({ to, returns }) => [to, returns.map(({ taken, rows }) => [taken, rows])]), [['Anna Zwqx in Sales', [[1, 3]]]]);
    // Chromium hands out ten files a tab before somebody has to allow more.
    const named = { ...saved, head: { ...saved.head, id: 'b2'.repeat(16) } };
    const other = await withSave(visit, named, { keep: null });
    await go(other, 'download', 'Download');
    await other.click('radio', /^Others: for sharing/);
    await other.click('checkbox', 'who answered');
    for (const [format, file] of Object.entries(await reports(visit, other))) {
      assert.ok(!file.text.includes('Zwqx'), format);
      assert.ok(!Buffer.from(file.bytes).includes('Zwqx'), format);
      assert.doesNotMatch(file.text, /Question sheets that went out|rows taken over/, format);
    }

    await go(page, 'sheets', 'Sheets to hand out');
    await page.click('button', 'Take off the record Sales');
    await page.until(() => document.querySelectorAll('.records > li').length === 0, 'it is off the record');
    await page.key('Control', 'z');
    await page.until(() => document.querySelectorAll('.records > li').length === 1, 'it is back');
    assert.match((await recorded(page))[0][1], all);
  });

  suite.test('a sheet of an earlier version is read, and on record as that', async visit => {
    const page = await withSave(visit, asking(), { size: PHONE });
    await go(page, 'sheets', 'Sheets to hand out');
    const { bytes } = await visit.download(() => page.click('button', 'Save as Excel (XLSX) All questions'));
    // What the version before wrote: its own number, and none of a sheet.
    const older = filled(bytes, [[2, `D${row(bytes, 2, 'embed-gov-exec')}`, '3']], all => {
      const lists = Object.keys(all).filter(name => name.startsWith('xl/worksheets/sheet')).sort().at(-1);
      assert.match(all[lists], /<c r="B1"[^>]*><v>4<\/v>/);
      all[lists] = all[lists].replace(/(<c r="B1"[^>]*><v>)4</, (_, before) => `${before}1<`);
    });
    await readBack(visit, page, older);
    await page.until(() => document.querySelectorAll('[aria-labelledby=changes] li').length === 1, 'one row');
    assert.match(await page.text('[aria-labelledby=changes]'), /An earlier version of this page made the sheet/);
    await page.click('button', 'Take over 1 row');
    await page.until(() => document.querySelectorAll('.records > li').length === 1, 'it is on record');
    assert.match((await recorded(page))[0].join(' '), /^A sheet of an earlier version of this page Read back on .*: 1 of \d+ rows taken over\.$/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'nothing sticks out');
  });

  suite.test('that a sheet came back can be noted where nothing of it is taken over', async visit => {
    const page = await withSave(visit, asking(), { size: DESK });
    await go(page, 'sheets', 'Sheets to hand out');
    const { bytes } = await visit.download(() => page.click('button', 'Save as Excel (XLSX) Legal'));
    await readBack(visit, page, bytes);
    await page.click('button', 'Note that it came back');
    await page.until(() => /It is on record that the sheet came back/.test(document.querySelector('main [role=status]').innerText), 'it is said');
    assert.match((await recorded(page))[0][1], /read back on .*: 0 of 1 row taken over\./);
    assert.equal(await page.text('.told'), '', 'nothing was changed, so nothing is offered to be taken back');
    await page.click('button', 'Take what came back last off the record Legal');
    await page.until(() => !/read back/.test(document.querySelector('.records p').innerText), 'it is off the record');
    assert.match(await page.text('.told'), /What came back last was taken off the record/);
    await page.click('button', 'Undo', { within: '.told' });
    await page.until(() => /read back/.test(document.querySelector('.records p').innerText), 'it is back');
  });

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
    await page.click('button', 'Undo: 2 rows of a sheet', { within: '.history' });
    assert.deepEqual(await both(), ['not known', '2']);
    await go(page, 'sheets', 'Sheets to hand out');
    assert.match((await recorded(page))[0][1], /0 of \d+ rows taken over, 2 left as they were/, 'that it came back stays');
    await page.click('button', /^Redo/, { within: '.history' });
    await page.kept();
    await page.reload();
    assert.deepEqual(await both(), ['3', '4']);
  });

  suite.test('numbers in cells are read to their last digit, and columns are as wide as they were made', async visit => {
    const page = await withSave(visit, asking());
    await go(page, 'sheets', 'Sheets to hand out');
    const { bytes } = await visit.download(() => page.click('button', 'Save as Excel (XLSX) All questions'));
    assert.match(parts(bytes)['xl/worksheets/sheet2.xml'], /<col min="1" max="1" width="8\.7109375"/);
    // As they come on the sheet: the nearest to three tenths but one, a tenth, what a double cannot hold, and many digits.
    const numbers = [['embed-commit-known', '0.30000000000000004', '0.30000000000000004'], ['embed-gov-exec', '0.1', '0.1'], ['prevent-monitoring', '9007199254740993', '9007199254740992'], ['prevent-suspension', '2.2250738585072014e-5', '0.000022250738585072014']];
    const sheet = filled(bytes, numbers.map(([id, typed]) => [2, `F${row(bytes, 2, id)}`, { number: typed }]));
    await readBack(visit, page, sheet);
    await page.until(() => document.querySelectorAll('[aria-labelledby=changes] li').length === 4, 'all rows');
    const shown = await page.text('[aria-labelledby=changes]');
    assert.deepEqual(shown.match(/(?<=Where, or what is missing: )\S+/g), numbers.map(([, , digits]) => digits));
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
