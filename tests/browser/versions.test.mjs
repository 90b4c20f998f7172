// Assessments of another version: what an earlier one said is kept and shown, what a newer one kept is
// left as it lies.

import assert from 'node:assert/strict';
import { answer, full, save, tactic } from './harness/sample.mjs';
import { PHONE, inBrowsers } from './harness/suite.mjs';
import { go, saveFile, withSave } from './harness/ways.mjs';

/** The first byte of the head record on this device; set, where one is given. */
const version = set => new Promise(done => {
  const request = indexedDB.open('respect-in-practice');
  request.onsuccess = () => {
    const store = request.result.transaction('heads', 'readwrite').objectStore('heads');
    store.openCursor().onsuccess = event => {
      const cursor = event.target.result;
      const bytes = cursor.value;
      if (set !== null) {
        bytes[0] = set;
        cursor.update(bytes);
      }
      store.transaction.oncomplete = () => {
        request.result.close();
        done(bytes[0]);
      };
    };
  };
});

inBrowsers('versions', { proves: 'Other versions' }, suite => {
  suite.test('what a file of an earlier version says about questions that are gone is shown and kept', async visit => {
    const gone = answer('question-of-yesterday', {
      choice: { step: 2 },
      note: 'Kept as it is: “ü”, \u202e, \t.',
      tactics: [{ tactic: 'tactic-of-yesterday', state: 'used', effect: null, known: null, could_know: '', because: '' }],
    });
    const before = save({
      catalogue_version: '0.9.0',
      answers: [answer('embed-commit-end-use', { choice: { step: 3 } }), gone],
      functions: ['product', 'function-of-yesterday'],
    });
    const page = await withSave(visit, before);
    const said = /1 answer belongs to a question that this version does not have\. It is kept/;
    await page.until(text => new RegExp(text).test(document.querySelector('main .notices').innerText), 'the notice', said.source);
    assert.match(await page.text('main .notices'), /1 choice names something that this version does not have/);
    await page.click('button', 'Close this notice');
    await page.until(() => !/does not have/.test(document.querySelector('main .notices').innerText), 'closed');

    await go(page, 'open', 'What is open');
    assert.match(await page.text('main'), said);
    await go(page, 'embed-commit-end-use');
    await page.type('note', 'Something else.');
    await page.kept();
    await page.reload();
    await go(page, 'download', 'Download');
    const after = JSON.parse((await saveFile(visit, page)).text);
    assert.deepEqual(after.answers.find(found => found.question === gone.question), gone);
    assert.deepEqual(after.head.functions, before.head.functions);
    assert.notEqual(after.head.catalogue_version, '0.9.0');
    await page.checkQuiet();
  });

  suite.test('what was answered in other words is shown in those and in the words of today, until somebody says that it holds', async visit => {
    const page = await withSave(visit, save({
      id: 'd4'.repeat(16),
      form: 'complete',
      catalogue_version: '1.0.0',
      answers: [
        answer('prevent-channels', { choice: { step: 4 }, note: 'As we said then.' }),
        answer('prevent-cease', { choice: { decision: 'unclear' } }),
        answer('prevent-tactics', { tactics: [tactic('use-demand-handling', 'used'), tactic('use-fix-patch', 'used')] }),
        answer('comm-basis', { choice: { step: 2 } }),
        answer('embed-commit-approval', { choice: { step: 4 } }),
      ],
    }), { size: PHONE });
    await page.until(() => /4 questions that you answered come from an earlier version/.test(document.querySelector('main .notices').innerText), 'the notice');

    await go(page, 'open', 'What is open');
    const all = await page.text('[aria-labelledby=earlier]');
    assert.match(all, /Step 4: As 3, and for high-risk products \(those that can severely harm people\), they name them to us before delivery\./);
    assert.match(all, /As it reads today\s*Step 4: As 3, and they name them to us before delivery\./);
    assert.match(all, /The question itself reads as before; what stands below it does not\./);
    assert.match(all, /Your answer, then as now\s*Step 4: The top body has approved our statement on human rights\./);
    assert.match(all, /We looked, and the answer is not clear, or its reasons are not on record\./);
    assert.match(all, /“Demands by States are met with no more than they strictly ask for, .*”: In use\./);
    assert.match(all, /“Demands by States are read as narrowly as law allows, .*”: In use\./);
    assert.doesNotMatch(all, /The product is changed fast/, 'a tactic that reads as before waits for nothing');
    assert.doesNotMatch(all, /What decides today what you make public/, 'nor does a question that does');

    await go(page, 'prevent-channels');
    const beside = await page.text('.earlier');
    assert.match(beside, /You answered this when it had other words\. The question itself reads as before/);
    assert.ok(await page.evaluate(() => document.querySelector('.earlier').checkVisibility()), 'on a phone, too');
    assert.match(beside, /As it reads today\s*Step 4: As 3, and they name them to us before delivery\./);
    assert.equal(await page.value('note'), 'As we said then.');
    await page.click('button', /^My answer still holds/);
    await page.until(() => !document.querySelector('.earlier'), 'it is said to hold');
    await page.kept();
    await page.reload();
    await page.until(() => !!document.querySelector('section.question'), 'the question');
    assert.equal(await page.evaluate(() => document.querySelector('input:checked').value), '4');
    assert.equal(await page.evaluate(() => !!document.querySelector('.earlier')), false);
    await page.checkQuiet();
  });

  suite.test('what a newer version of the page has kept is there, untouched, and the page says so', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    await page.kept();
    const own = await page.evaluate(version, null);
    await page.evaluate(version, own + 1);
    await page.reload();
    await page.find('alert', /comes from a newer version of this page\..* has not been touched/);
    assert.equal(await page.evaluate(version, null), own + 1);
    // With the version that this page reads it opens again.
    await page.evaluate(version, own);
    await go(page, '', /./);
    await page.reload();
    await page.click('button', /^Continue/);
    await page.until(() => !!document.querySelector('section.question'), 'it opens');
    await go(page, 'embed-commit-end-use');
    assert.equal(await page.value('note'), 'The open note says this.');
  });
});
