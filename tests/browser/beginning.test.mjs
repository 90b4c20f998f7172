// From the start screen to the first question: few words, few clicks, two choices in one window; what is
// left open is asked again; and every screen counts the same.

import assert from 'node:assert/strict';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { full, save } from './harness/sample.mjs';
import { begin, go, withSave } from './harness/ways.mjs';

/** Words that can be seen in the screen, with those of what can be pressed. */
const WORDS = () => document.querySelector('main').innerText.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;

inBrowsers('beginning', {}, suite => {
  suite.test('four clicks and 300 words lead to the first question, and nothing is chosen beforehand', async visit => {
    const page = await visit.start({ size: DESK });
    const start = await page.evaluate(WORDS);
    let clicks = 0;
    const click = (...what) => { clicks += 1; return page.click(...what); };
    await click('button', 'Start an assessment');
    await page.screen('Two choices, then the first question');
    await page.find('button', /^Who answers/);
    const choose = await page.evaluate(WORDS);
    assert.ok(start + choose <= 300, `${start} and ${choose} words`);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.groups :checked')].map(one => one.value)), []);
    await click('radio', /^The company as a whole/);
    await click('radio', /^Keep on this device/);
    await click('button', 'Go to the first question');
    await page.screen('Whom it reaches');
    assert.equal(clicks, 4);
    await page.find('radio', 'Directly');
    await page.click('button', /^Next: A3\.9/);
    await page.until(() => !!document.querySelector('section.question#embed-thinking-first-risk'), 'the first of the 25');
    await page.click('button', /^Whom it reaches/, { within: '.go' });
    await page.screen('Whom it reaches');
  });

  for (const [size, seen] of [[DESK, ['company', 'product', 'device', 'nowhere']], [PHONE, ['company', 'product', 'device']]]) {
    suite.test(`both choices stand in the first window, ${size.width} px`, async visit => {
      const page = await visit.start({ size });
      await page.click('button', 'Start an assessment');
      await page.find('button', /^Who answers/);
      const inView = () => page.evaluate(() => {
        const foot = document.querySelector('.go').getBoundingClientRect().top;
        const rows = [...document.querySelectorAll('.groups .choice > label')];
        return rows.filter(row => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().bottom <= foot).map(row => row.firstChild.value);
      });
      assert.deepEqual(await inView(), seen);
      if (size === PHONE) return;
      await page.click('radio', /^One product/);
      await page.evaluate(() => scrollTo(0, 0));
      assert.deepEqual(await inView(), seen, 'with both names');
      await page.find('button', 'Go to the first question');
    });
  }

  suite.test('what is set already says so, and can be changed there', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.click('button', /^Parts and length Embedding respect, Preventing contribution, the short form: 25 questions/);
    await page.click('radio', /^All questions/);
    await page.find('button', /the complete form: 91 questions/);
    await page.click('button', /^Who answers not said yet/);
    await page.click('checkbox', 'Sales');
    await page.find('button', /^Who answers Sales/);
    await page.click('checkbox', /^Embedding respect/);
    await page.click('checkbox', /^Preventing contribution/);
    await page.click('radio', /^The company/);
    await page.click('radio', /^Don’t keep/);
    await page.click('button', 'Go to the first question');
    await page.click('link', 'at least one part');
    await page.until(() => document.activeElement.id === 'modules', 'what is missing inside a line is reached');
  });

  suite.test('facts left open are listed as such, and each is reached from there', async visit => {
    const page = await visit.start();
    await begin(page);
    await go(page, 'open', 'What is open');
    assert.match(await page.text('main .lead'), /^10 facts about whom it reaches are open\./);
    assert.equal(await page.text('#facts'), 'Whom it reaches 10');
    await page.click('link', /^Answer It is likely used by children/);
    await page.until(() => location.hash === '#reach.scope-children' && document.activeElement.name === 'scope-children', 'at the fact');
    await page.click('radio', 'No', { within: '[aria-labelledby=scope-children]' });
    await page.until(() => document.querySelector('.now').textContent === '1 of 10 said', 'said');
    assert.match(await page.text('nav.places'), /Whom it reaches\s*1 of 10/);
    await go(page, 'open', 'What is open');
    assert.equal(await page.text('#facts'), 'Whom it reaches 9');
  });

  suite.test('what has no name is asked for it where a name would stand', async visit => {
    const page = await visit.start();
    await begin(page, { keep: false });
    for (const place of ['open', 'download']) {
      await go(page, place, /./);
      await page.click('link', 'Give it a name');
      await page.screen('Two choices, then the first question');
    }
    await page.type('company-name', 'Example Systems');
    await go(page, 'open', 'What is open');
    assert.equal(await page.text('.unnamed'), '');
    await go(page, 'download', 'Download');
    assert.match(await page.text('main'), /It begins with the subject/);
  });

  suite.test('not to keep what is kept is asked about first', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'choose', 'What you look at');
    await page.click('radio', /^Don’t keep/);
    await page.find('heading', /^Take “.*” off this device\?$/);
    assert.match(await page.text('dialog'), /\d+ answers with/);
    await page.click('button', 'Keep it on this device');
    await page.until(() => document.querySelector('input[value=device]').checked, 'nothing has changed');
    await page.reload();
    await page.screen('What you look at');
    await page.click('radio', /^Don’t keep/);
    await page.click('button', 'Take it off this device');
    await page.until(() => document.querySelector('input[value=nowhere]').checked, 'kept no longer');
    await page.until(async () => !(await indexedDB.databases()).length
      || !document.querySelector('dialog'), 'the question is gone');
  });

  suite.test('every screen counts questions, and the same', async visit => {
    const page = await withSave(visit, full());
    const counts = async () => {
      await go(page, 'open', 'What is open');
      return page.evaluate(() => Object.fromEntries(['unanswered', 'partly', 'not-known'].map(id => [id, Number(document.querySelector(`#${id} .count`).textContent)])));
    };
    for (const form of ['short', 'complete']) {
      await go(page, 'choose', 'What you look at');
      if (!await page.evaluate(() => document.querySelector('#modules').parentElement.open)) await page.click('button', /^Parts and length/);
      await page.click('radio', form === 'short' ? /^The short form/ : /^All questions/);
      const line = await page.text('#modules .is');
      const chosen = Number(/(\d+) questions/.exec(line)[1]);
      const open = await counts();
      const closed = await page.evaluate(() => /(\d+) of (\d+)/.exec(document.querySelector('.go .now').textContent).slice(1).map(Number));
      // One that is not asked because of another answer is not counted: the decision on a strategy folds some.
      const all = closed[1];
      assert.ok(form === 'short' ? all === chosen && all === 25 : all <= chosen, `${all} of ${chosen}`);
      assert.equal(closed[0] + open.unanswered + open.partly, all, JSON.stringify(open));
      const sections = await page.evaluate(() => [...document.querySelectorAll('.places-list summary .unseen')].map(one => /(\d+) of (\d+)/.exec(one.textContent).slice(1).map(Number)));
      assert.deepEqual([sections.reduce((sum, one) => sum + one[0], 0) + open['not-known'], sections.reduce((sum, one) => sum + one[1], 0)], closed, 'the navigation');
      await page.kept();
      const said = new RegExp(`${closed[0] - open['not-known']} of ${all} answered, ${open['not-known']} not known yet${open.partly ? `, ${open.partly} partly` : ''}`);
      await go(page, '', /./);
      await page.until(said => new RegExp(said).test(document.querySelector('.shelf').innerText), `the list: ${said}`, said.source);
      await go(page, 'sealed', /./);
      await page.until(said => new RegExp(said).test(document.querySelector('.kept').innerText), `the privacy panel: ${said}`, said.source);
      await go(page, 'open', 'What is open');
      await page.click('button', 'Start again: clear all answers');
      assert.match(await page.text('dialog'), new RegExp(`^.*\\b${closed[0] + open.partly} answers with`));
      await page.click('button', 'Keep the answers');
    }
  });

  suite.test('Plan and Download stay in view beside every question, and a matrix is one question', async visit => {
    const page = await withSave(visit, full());
    await page.page.setViewport(DESK);
    for (const place of ['embed-commit-end-use', 'prevent-tactics.research', 'comm-negative', 'result']) {
      await go(page, place);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const seen = await page.evaluate(() => ['plan', 'download'].map(place => {
        const { top, bottom } = document.querySelector(`.places a[href="#${place}"]`).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }));
      assert.deepEqual(seen, [true, true], place);
    }
  });

  suite.test('after the short form the complete one says how many tactics have a state', async visit => {
    const page = await withSave(visit, save({ form: 'complete', answers: full().answers.filter(one => one.question === 'prevent-tactics') }));
    await go(page, 'open', 'What is open');
    assert.match(await page.text('#partly'), /Partly answered 1/);
    assert.match(await page.text('section[aria-labelledby=partly]'), /\d+ of 52 tactics have a state/);
  });
});
