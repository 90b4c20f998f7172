// One word that is longer than any line, wherever people type: it widens no screen, and no report.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBrowsers, PHONE, ROOT } from './harness/suite.mjs';
import { full, typed } from './harness/sample.mjs';
import { go, withSave } from './harness/ways.mjs';

const WORD = 'W'.repeat(300);

/** Risks with all that can be said of them, as a build has kept them. */
const RISKS = JSON.parse(readFileSync(join(ROOT, 'domain/tests/data/save/v4/risks.json'), 'utf8')).risks;

/** The same with such a word in each field for words. */
function long() {
  const texts = new Set(['company', 'product', 'person', 'other_function', 'note', 'place', 'as_of', 'because', 'could_know', 'words', 'what', 'owner', 'first_step', 'needs', 'first_sign', 'story', 'hit_harder', 'value', 'name']);
  const lengthen = value => Object.fromEntries(Object.entries(value).map(([key, held]) => [key, texts.has(key) && held && typeof held === 'string' ? WORD : within(held)]));
  const within = held => Array.isArray(held) ? held.map(within) : held && typeof held === 'object' ? lengthen(held) : held;
  const [all, some] = [full(), typed([WORD])];
  return within({ ...all, risks: { ...RISKS, leads: false }, head: { ...all.head, form: 'complete' }, plan: [...all.plan, ...some.plan.map((action, at) => ({ ...action, id: 90 + at }))] });
}

const PLACES = ['choose', 'reach', 'risks', 'risks.2', 'severity.2', 'risk.2', 'questions', 'open', 'result', 'plan', 'plan.1', 'plan.90', 'sheets', 'download', 'review', 'sealed', ''];

inBrowsers('long words', { shared: true }, suite => {
  suite.test('no screen is wider than a phone', async visit => {
    const page = await withSave(visit, long(), { size: PHONE });
    const questions = await page.evaluate(() => [...document.querySelectorAll('.places-list a')].map(a => a.getAttribute('href').slice(1)));
    const asked = long().answers.map(answer => answer.question);
    const wide = [];
    for (const place of new Set([...PLACES, ...asked, ...questions])) {
      await page.evaluate(place => { location.hash = place; }, place);
      await page.evaluate(() => new Promise(done => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      const found = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const width = document.documentElement.clientWidth;
        const over = [...document.querySelectorAll('body *')].filter(element => element.scrollWidth > width && getComputedStyle(element).overflowX === 'visible' && element.getBoundingClientRect().right > width + 1);
        return document.documentElement.scrollWidth > width ? over.slice(-3).map(element => `${element.tagName}.${element.className}`).join(' ') || 'somewhere' : '';
      });
      if (found) wide.push(`${place}: ${found}`);
    }
    assert.deepEqual(wide, []);
  });

  suite.test('no report is wider than a phone', async visit => {
    const page = await withSave(visit, long());
    await go(page, 'download', 'Download');
    const file = await visit.download(() => page.click('button', 'Save Report'));
    const report = await visit.page({ size: PHONE });
    await report.page.setContent(file.text);
    const [is, fits] = await report.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(is <= fits, `${is} of ${fits}`);
  });
});
