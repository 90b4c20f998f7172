// Pages that one reads beside the questions: what the words mean, where the questions come from.

import assert from 'node:assert/strict';
import { PHONE, inBrowsers } from './harness/suite.mjs';
import { begin, go } from './harness/ways.mjs';

const WORDS = 'What the words mean';
const SOURCE = 'Where this comes from, and its limits';
const QUESTION = 'prevent-contribution-analysis';
const HELP = { within: 'aside.help' };

inBrowsers('reading', { shared: true }, suite => {
  suite.test('from the help of a question to all words and back, nothing is lost', async visit => {
    const page = await visit.start({ size: PHONE });
    await begin(page);
    await go(page, QUESTION);
    await page.type('note', 'Half a thought');
    await page.click('button', 'Why it matters, and what could show it');
    await page.click('button', /^Words used here/, HELP);
    await page.click('link', 'All words explained', HELP);
    await page.screen(WORDS);
    assert.equal(await page.place(), 'words');
    await page.until(() => document.activeElement.matches('h1'), 'focus on the heading');
    await page.back();
    await page.until(place => location.hash.slice(1) === place && !!document.querySelector('section.question'), 'the question', QUESTION);
    assert.equal(await page.value('note'), 'Half a thought');
    await page.forward();
    await page.screen(WORDS);
    await page.click('link', 'Back to where you were');
    await page.until(place => location.hash.slice(1) === place && !!document.querySelector('section.question'), 'the question', QUESTION);
    assert.equal(await page.value('note'), 'Half a thought');
    await page.kept();
  });

  suite.test('the words of a question stand beside it, folded, each with its meaning', async visit => {
    const page = await visit.start();
    await begin(page);
    await go(page, QUESTION);
    const names = () => page.evaluate(() => [...document.querySelectorAll('.help-parts dt')].map(one => one.textContent));
    const found = await names();
    for (const name of ['Contribute', 'Directly linked', 'Own part in a harm']) assert.ok(found.includes(name), `${found}`);
    assert.deepEqual(found, [...found].sort((one, other) => one.localeCompare(other)), 'in alphabetical order');
    await page.click('button', `Words used here ${found.length}`, HELP);
    assert.match(await page.text('.help-parts details[open]'), /the tie needs no contract/);
    // A phase of a matrix has the words of its own tactics.
    await go(page, 'prevent-tactics.use');
    assert.ok((await names()).includes('Remedy'), `${await names()}`);
    await go(page, 'prevent-tactics.research');
    assert.ok(!(await names()).includes('Remedy'), `${await names()}`);
  });

  suite.test('an example answer stands beside the gravest risk, and is nobody’s answer', async visit => {
    const page = await visit.start();
    await begin(page);
    const example = () => page.evaluate(() => [...document.querySelectorAll('aside.help h3')].some(one => /^An example answer/.test(one.textContent)));
    await go(page, 'embed-thinking-first-risk');
    assert.ok(await example());
    assert.match(await page.text('aside.help'), /parcel/);
    assert.equal(await page.evaluate(() => [...document.querySelectorAll('section.question textarea')].map(one => one.value).join('')), '');
    await go(page, QUESTION);
    assert.equal(await example(), false);
  });

  suite.test('both pages are reached from the start, without an assessment, and lead to each other', async visit => {
    const page = await visit.start();
    await page.click('link', WORDS);
    await page.screen(WORDS);
    const terms = await page.evaluate(() => [...document.querySelectorAll('dl.terms > div')].map(({ id, children: [dt, dd] }) => ({ id, name: dt.textContent, says: dd.textContent })));
    const names = terms.map(({ name }) => name);
    assert.ok(names.length > 30, `${names}`);
    assert.deepEqual(names, [...names].sort((one, other) => one.localeCompare(other)), 'from A to Z');
    assert.equal(new Set(terms.map(({ id }) => id)).size, names.length, 'an id each');
    assert.ok(terms.every(({ id, says }) => /^term-[a-z-]+$/.test(id) && says.length > 40));
    await page.click('link', SOURCE);
    await page.screen(SOURCE);
    assert.match(await page.text('main'), /was postponed[^]*no outcomes[^]*Not the voice of the United Nations[^]*Not a certificate[^]*Not legal advice/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('main a:not([href^="#"])').length), 0, 'no link to another address');
    const levels = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4')].filter(one => one.checkVisibility()).map(one => Number(one.tagName[1])));
    assert.ok(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1), `${levels}`);
    await page.click('link', 'Back to the start');
    await page.screen('Respect for human rights, as you practise it');
    await page.click('link', SOURCE);
    await page.screen(SOURCE);
    await page.reload();
    await page.screen(SOURCE);
    await page.back();
    await page.screen('Respect for human rights, as you practise it');
  });

  suite.test('an open assessment leads to both, from its navigation and from the result', async visit => {
    const page = await visit.start();
    await begin(page);
    await page.click('link', WORDS, { within: 'nav.places' });
    await page.screen(WORDS);
    assert.equal(await page.evaluate(() => document.querySelector('nav.places [aria-current]').textContent), WORDS);
    await page.click('link', 'Result', { within: 'nav.places' });
    await page.screen('Result');
    await page.click('link', 'How to read this, and where it comes from');
    await page.screen(SOURCE);
    await page.back();
    await page.screen('Result');
  });
});
