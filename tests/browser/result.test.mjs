// The result: it begins with what to do, its parts stand in a line that stays in view, it is found again as
// it was left, and it ends with the way to a file.

import assert from 'node:assert/strict';
import { framed, inWindow } from './harness/frames.mjs';
import { eventually } from './harness/page.mjs';
import { action, answer, save } from './harness/sample.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, openSave, withSave } from './harness/ways.mjs';

const RISK = 'Police match videos of a march with a list of people. Some are found at home.';

/** Ladders of the short form, from the first to the last. */
const LADDERS = [
  'embed-commit-end-use', 'embed-raise-concern', 'embed-incentives', 'prevent-foresee-people', 'prevent-contribution-analysis',
  'prevent-customer-check', 'prevent-monitoring', 'prevent-safeguard-harm', 'prevent-effect', 'embed-gov-exec', 'embed-daily-gates', 'prevent-red-lines',
];

/** Many gaps in the complete form, some of them not known, with a plan. */
const many = (more = {}) => save({
  form: 'complete',
  saved_to_file: null,
  plan: [
    action(7, 'Ask the three largest resellers.', { question: 'prevent-customer-check', owner: 'Head of product', due: '2026-01-31' }),
    action(8, 'It is done.', { question: 'prevent-effect', status: 'done' }),
  ],
  answers: [
    answer('embed-thinking-first-risk', { words: RISK }),
    ...LADDERS.map((id, at) => answer(id, at % 4 === 3 ? { choice: 'not-known' } : { choice: { step: 1 + at % 2 }, sureness: at % 2 ? 'guess' : null })),
  ],
  ...more,
});

/** The result, with all that it says. */
async function result(page) {
  await go(page, 'result', 'Result');
  await page.until(() => !!document.querySelector('.findings .of-gaps'), 'the findings');
}

const words = (page, selector) => page.evaluate(selector => document.querySelector(selector).innerText.split(/\s+/).filter(Boolean).length, selector);

inBrowsers('result', {}, suite => {
  for (const size of [DESK, PHONE]) {
    suite.test(`the gravest risk, decisions and what is not known come before all else, ${size.width} px`, async visit => {
      const page = await withSave(visit, many(), { size });
      await result(page);
      const order = await page.evaluate(() => [...document.querySelectorAll('.findings :is(h2 > span:first-child, h3)')].map(one => one.innerText).slice(0, 5));
      assert.deepEqual(order, ['Where to begin', 'The gravest risk, in the company’s own words', 'Decisions needed', 'Not known yet, the gravest first', 'Where each answer stands']);
      assert.match(await page.text('.gravest'), new RegExp(RISK));
      const begin = await page.text('.begin');
      assert.match(begin, /Overdue since 31 January 2026/);
      assert.match(begin, /Carries it out: Head of product\. In the plan\./);
      assert.doesNotMatch(begin, /It is done/);
      assert.match(begin, /Of the \d+ answers by step, decision or set of tactics, \d+ rests? on a guess/);
      if (size === DESK) {
        const seen = await page.evaluate(() => [...document.querySelectorAll('.begin h3')].map(one => one.getBoundingClientRect().bottom <= innerHeight));
        assert.deepEqual(seen, [true, true, true], 'all three begin in the first window');
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing runs over the edge');
    });
  }

  suite.test('the result of the short form has less than half of the words that it had', async visit => {
    const page = await withSave(visit, many({ form: 'short' }));
    await result(page);
    const all = await words(page, '.findings');
    assert.ok(all < 1_588, `${all} words`);
    const lines = await page.evaluate(() => [...document.querySelectorAll('.folds > li > details')].map(one => ({ open: one.open, says: one.querySelector('summary').innerText })));
    assert.ok(lines.length > 5 && lines.every(line => !line.open && /: \d+ /.test(line.says)), JSON.stringify(lines));
  });

  suite.test('the line of parts stays in view, says which is read, and moves what is seen and the focus without a step in the history', async visit => {
    const page = await withSave(visit, many(), { size: DESK });
    await result(page);
    const current = () => page.text('.contents-line [aria-current]');
    assert.equal(await current(), 'Where to begin');
    const before = await page.evaluate(() => history.length);
    await page.click('link', /^Gaps \d+$/, { within: '.contents-line' });
    await page.until(() => document.activeElement.id === 'result.gaps', 'the focus is on the heading');
    const at = await page.evaluate(() => ({
      top: document.querySelector('.contents-line').getBoundingClientRect().top,
      bottom: document.querySelector('.contents-line').getBoundingClientRect().bottom,
      heading: document.activeElement.getBoundingClientRect().top,
      height: innerHeight,
    }));
    assert.ok(at.top >= 0 && at.bottom <= at.heading && at.heading < at.height, JSON.stringify(at));
    assert.match(await current(), /^Gaps/);
    assert.equal(await page.evaluate(() => history.length), before);
    assert.equal(await page.place(), 'result');
    await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
    await page.until(() => document.querySelector('.contents-line [aria-current]').innerText === 'Where to begin', 'what is read is said');
  });

  suite.test('on a phone the line opens, and folds again once a part is gone to', async visit => {
    const page = await withSave(visit, many(), { size: PHONE });
    await result(page);
    assert.equal(await page.seek('link', /^Gaps/, { within: '.contents-line' }), null);
    await page.click('button', /All parts/, { within: '.contents-line' });
    await page.click('link', /^Gaps/, { within: '.contents-line' });
    await page.until(() => document.activeElement.id === 'result.gaps', 'the focus is on the heading');
    await page.until(() => !document.querySelector('.contents-line details').open, 'it is folded');
    assert.match(await page.text('.contents-line summary'), /^Gaps/);
  });

  suite.test('coming back from an answer the result stands as it was left: as far down, as open, with the focus on the square', async visit => {
    const page = await withSave(visit, many(), { size: DESK });
    await result(page);
    await page.click('button', /^Show the other \d+ gaps$/);
    const link = '.of-gaps .rest li:last-child .square';
    for (const back of ['back', 'link']) {
      const left = await page.evaluate(link => {
        document.querySelector(link).scrollIntoView({ block: 'center' });
        return { top: scrollY, to: document.querySelector(link).getAttribute('href') };
      }, link);
      await page.evaluate(link => document.querySelector(link).click(), link);
      await page.until(() => !!document.querySelector('section.question'), 'the answer');
      if (back === 'back') await page.back();
      else await page.click('link', 'Result', { within: 'nav.places' });
      await page.until(to => document.activeElement.getAttribute('href') === to, 'the focus is on the square', left.to);
      const now = await page.evaluate(() => ({ top: scrollY, open: document.getElementById('more-gaps').open }));
      assert.ok(now.open, `${back}: the other gaps are shown`);
      assert.ok(Math.abs(now.top - left.top) <= 2, `${back}: ${now.top}, and it was left at ${left.top}`);
    }
    // The same on what is open.
    await go(page, 'open', 'What is open');
    const to = await page.evaluate(() => {
      const link = [...document.querySelectorAll('main section.part a[href*="-"]')].at(-1);
      link.scrollIntoView({ block: 'center' });
      globalThis.left = scrollY;
      link.click();
      return link.getAttribute('href');
    });
    await page.until(() => !!document.querySelector('section.question'), 'the answer');
    await page.back();
    await page.until(to => document.activeElement.getAttribute('href') === to, 'the focus is where it was', to);
    assert.ok(await page.evaluate(() => Math.abs(scrollY - globalThis.left) <= 2));
  });

  suite.test('in a frame as high as its page the square that led away is in view again', { noisy: true, skip: suite.kind !== 'chromium' }, async visit => {
    const { page, one } = await framed(visit, `<iframe src="${visit.server.address}" width="1200" height="9000"></iframe>`, { host: 'intranet.test' });
    await openSave(visit, one, many(), { keep: false });
    await go(one, 'result', 'Result');
    await one.until(() => !!document.querySelector('.findings .of-gaps'), 'the findings');
    const to = await one.evaluate(() => {
      const link = [...document.querySelectorAll('.of-not-known .square')].at(-1);
      link.click();
      return link.getAttribute('href');
    });
    await one.until(() => !!document.querySelector('section.question'), 'the answer');
    await one.evaluate(() => [...document.querySelectorAll('nav.places a')].find(link => link.getAttribute('href') === '#result').click());
    await one.until(to => document.activeElement.getAttribute('href') === to, 'the focus is on the square', to);
    await eventually(async () => {
      const now = await inWindow(page, one, ':focus');
      return now.top >= 0 && now.bottom <= now.height;
    }, 'it is in view');
  });

  suite.test('at its end the result says whether it is in a file, and saves it there', async visit => {
    const page = await withSave(visit, many(), { size: DESK });
    await result(page);
    const says = () => page.text('.in-a-file .inside > p:first-child');
    assert.match(await says(), /^Not saved to a file yet\./);
    const file = await visit.download(() => page.click('button', 'Save to a file', { within: '.in-a-file' }));
    assert.equal(JSON.parse(file.text).answers.length, LADDERS.length + 1);
    await page.until(() => /handed to your browser on/.test(document.querySelector('.in-a-file .inside > p').innerText), 'it says so');
    await page.click('button', /./, { within: '.in-a-file .arrival' });
    await page.until(() => /Nothing has changed since\.$/.test(document.querySelector('.in-a-file .inside > p').innerText), 'it is in a file');
    await go(page, 'embed-raise-concern');
    await page.click('radio', /./, { within: '.answer', nth: 3 });
    await go(page, 'result', 'Result');
    assert.match(await says(), /1 change since is not in it\.$/);
  });
});
