// The plan: what the answers suggest is taken over, reworded, ordered with mouse and keys, kept, and
// stands in the report.

import assert from 'node:assert/strict';
import { action, answer, save } from './harness/sample.mjs';
import { PHONE, inBrowsers } from './harness/suite.mjs';
import { go, reports, saveFile, withSave } from './harness/ways.mjs';

const low = () => save({
  form: 'complete',
  answers: [
    answer('prevent-monitoring', { choice: { step: 1 } }),
    answer('prevent-suspension', { choice: { step: 2 } }),
    answer('embed-gov-exec', { choice: { step: 1 } }),
  ],
});

/** The words of the actions, group by group. */
const planned = page => page.evaluate(() => [...document.querySelectorAll('.when')].map(group => [...group.querySelectorAll('.what textarea')].map(field => field.value)));

async function begin(visit, options) {
  const page = await withSave(visit, low(), options);
  await go(page, 'plan', 'Plan');
  await page.until(() => document.querySelectorAll('.suggestions > li').length === 3, 'three suggestions');
  return page;
}

inBrowsers('plan', { shared: true }, suite => {
  suite.test('a suggestion is taken over, worded anew, and stands in files and after a reload', async visit => {
    const page = await begin(visit);
    const suggested = await page.text('.suggestions > li:first-child .says');
    await page.click('button', new RegExp('^Add'), { within: '.suggestions > li:first-child' });
    await page.until(() => document.querySelectorAll('.suggestions > li').length === 2, 'it is suggested no longer');
    assert.deepEqual(await planned(page), [[suggested], [], []]);
    await page.type('action-1', ' By Friday.');
    await page.type('owner-1', 'Operations');
    await page.evaluate(() => {
      const due = document.getElementById('due-1');
      due.value = '2027-01-31';
      due.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.kept();
    await page.reload();
    await page.until(() => document.getElementById('due-1')?.value === '2027-01-31', 'the day is there again');
    assert.deepEqual(await planned(page), [[`${suggested} By Friday.`], [], []]);
    await go(page, 'download', 'Download');
    const files = await reports(visit, page);
    for (const text of [files.html.text, files.markdown.text]) {
      assert.match(text, /By Friday\\?\./);
      assert.match(text, /31 January 2027/);
    }
    const saved = JSON.parse((await saveFile(visit, page)).text);
    assert.equal(saved.plan[0].owner, 'Operations');
    assert.equal(saved.plan[0].question.length > 0, true);
  });

  suite.test('what would close a gap is added where the gap stands, and leads to the plan', async visit => {
    const page = await withSave(visit, low());
    await go(page, 'result', 'Result');
    await page.until(() => document.querySelectorAll('.of-gaps .actions button').length === 3, 'three gaps');
    await page.click('button', /^Add to plan/, { within: '.of-gaps li:nth-child(2)' });
    await page.until(() => document.activeElement.innerText.startsWith('In the plan'), 'the same button says so');
    assert.match(await page.text('[role=status].unseen'), /It is in the plan now\./);
    await page.key('Enter');
    await page.screen('Plan');
    const [first, ...others] = await planned(page);
    assert.equal(first.length, 1);
    assert.deepEqual(others, [[], []]);
    await page.until(() => document.querySelectorAll('.suggestions > li').length === 2, 'two are left');
    await page.click('button', /^Remove/);
    await go(page, 'result', 'Result');
    await page.until(() => [...document.querySelectorAll('.of-gaps .actions button')].every(button => button.innerText.startsWith('Add to plan')), 'it can be added again');
  });

  suite.test('actions are ordered by keys and by the menu, it is said, and the focus stays on the handle', async visit => {
    const page = await begin(visit, { size: PHONE });
    for (let left = 3; left > 0; left -= 1) {
      await page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
      await page.until(left => document.querySelectorAll('.suggestions > li').length === left - 1, 'one less', left);
    }
    const [[one, two, three]] = await planned(page);
    await page.evaluate(() => document.getElementById('handle-3').focus());
    await page.page.keyboard.down('Alt');
    await page.key('ArrowUp');
    await page.page.keyboard.up('Alt');
    await page.until(() => document.activeElement.id === 'handle-3', 'the focus stays');
    assert.deepEqual(await planned(page), [[one, three, two], [], []]);
    assert.match(await page.text('[role=status].unseen'), /Now 2 of 3 in First\./);
    await page.key('Enter');
    await page.click('button', 'To Later', { within: '.planned > li:nth-child(2)' });
    await page.until(() => document.activeElement.id === 'handle-3', 'the focus comes back');
    assert.deepEqual(await planned(page), [[one, two], [], [three]]);
  });

  suite.test('what is added hands the focus on to the next suggestion, and the last to its action', async visit => {
    const page = await begin(visit);
    const texts = await page.evaluate(() => [...document.querySelectorAll('.suggestions .says')].map(says => says.innerText));
    const add = () => page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
    for (const next of texts.slice(1)) {
      await add();
      await page.until(next => document.activeElement.matches('.suggestions button') && document.activeElement.innerText.includes(next), `Add ${next}`, next);
    }
    assert.match(await page.text('[role=status].unseen'), /It is in the plan now\./);
    await add();
    await page.until(() => document.activeElement.id === 'action-3', 'the new action');
  });

  suite.test('the menu offers what moves something, and Escape closes it', async visit => {
    const page = await begin(visit);
    await page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
    const offered = () => page.evaluate(() => [...document.querySelectorAll('.menu button')].map(button => button.textContent.trim()));
    await page.find('button', /^Remove/);
    assert.deepEqual(await offered(), ['Down', 'To Next', 'To Later']);
    await page.evaluate(() => document.getElementById('handle-1').focus());
    await page.key('Enter');
    await page.key('Tab');
    await page.until(() => document.activeElement.innerText === 'Down', 'the first move');
    await page.key('Escape');
    await page.until(() => document.activeElement.id === 'handle-1' && !document.querySelector('.handle[open]'), 'closed, with the focus back');
    await page.key('Enter');
    await page.click('button', 'To Later');
    await page.until(() => document.activeElement.id === 'handle-1', 'moved');
    assert.deepEqual(await offered(), ['Up', 'To First', 'To Next']);
  });

  suite.test('the fields of an action stand in lines, and show all of what is typed', async visit => {
    const owner = 'Head of responsible technology, trust and safety';
    const plan = [action(1, 'One. '.repeat(40), { owner, first_step: owner })];
    const page = await withSave(visit, { ...low(), plan });
    await go(page, 'plan', 'Plan');
    const tops = await page.evaluate(() => ['action', 'owner', 'due', 'status'].map(name => Math.round(document.querySelector(`label[for=${name}-1]`).getBoundingClientRect().top)));
    assert.equal(tops[0], tops[1], 'action and owner');
    assert.equal(tops[2], tops[3], 'due and status');
    await page.page.setViewport({ width: 320, height: 640 });
    const cut = await page.evaluate(() => ['owner', 'first-step'].filter(name => {
      const field = document.getElementById(`${name}-1`);
      return field.scrollWidth > field.clientWidth;
    }));
    assert.deepEqual(cut, []);
  });

  // Firefox does not let a test look at a page as it is printed.
  suite.test('result and plan are printed without notices, and the result from the first page on', { skip: suite.kind === 'firefox', shared: false }, async visit => {
    const page = await begin(visit);
    await page.drop('wrong.json', 'wrong');
    await page.find('alert', /./);
    const printed = async selector => {
      await page.page.emulateMediaType('print');
      const { display, breakBefore } = await page.evaluate(selector => {
        const { display, breakBefore } = getComputedStyle(document.querySelector(selector));
        return { display, breakBefore };
      }, selector);
      await page.page.emulateMediaType('screen');
      return { display, breakBefore };
    };
    assert.equal((await printed('.notices')).display, 'none', 'above the plan');
    await go(page, 'result', 'Result');
    await page.drop('wrong.json', 'wrong');
    await page.find('alert', /./);
    await page.until(() => !!document.querySelector('.of-profile'), 'the profile');
    assert.equal((await printed('.notices')).display, 'none', 'above the result');
    assert.equal((await printed('.of-profile')).breakBefore, 'auto');
  });

  suite.test('an action is dragged before another', async visit => {
    const page = await begin(visit);
    for (let left = 3; left > 1; left -= 1) {
      await page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
      await page.until(left => document.querySelectorAll('.suggestions > li').length === left - 1, 'one less', left);
    }
    const [[one, two]] = await planned(page);
    // What a browser sends while something is dragged.
    await page.evaluate(() => {
      const data = new DataTransfer();
      const send = (element, kind) => element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
      send(document.getElementById('handle-2'), 'dragstart');
      const target = document.querySelector('.planned > li');
      send(target, 'dragover');
      send(target, 'drop');
    });
    await page.until(() => document.activeElement.id === 'handle-2', 'it is moved');
    assert.deepEqual(await planned(page), [[two, one], [], []]);
  });

  suite.test('an action whose reason is gone says so, and the person decides', async visit => {
    const page = await begin(visit);
    await page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
    const question = await page.evaluate(() => document.querySelector('.reason a').hash.slice(1));
    await go(page, question);
    await page.click('radio', /^5 /);
    await page.kept();
    await go(page, 'plan', 'Plan');
    await page.until(() => document.querySelector('.reason')?.innerText.includes('has changed'), 'the reason is gone');
    await page.click('button', 'Keep it anyway');
    await page.until(() => document.querySelector('.reason')?.innerText.includes('It stays'), 'it is kept');
    await page.click('button', /^Remove/);
    await page.until(() => document.activeElement.id === 'new-action', 'the focus goes on');
    assert.deepEqual(await planned(page), [[], [], []]);
  });
});
