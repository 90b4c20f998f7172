// The whole way, from the first screen to files that open elsewhere: with the mouse, and with the
// keyboard alone, on a phone and on a desk.

import assert from 'node:assert/strict';
import { DESK, LONG, PHONE, inBrowsers } from './harness/suite.mjs';
import { choices, go } from './harness/ways.mjs';

/** The same deeds with the mouse and with the keyboard. */
class Mouse {
  constructor(page) { this.page = page; }

  press(role, name, options) { return this.page.click(role, name, options); }

  choose(name, options) { return this.page.click('radio', name, options); }

  async write(id, text) {
    await this.page.clickId(id);
    await this.page.type(id, text);
  }
}

class Keyboard {
  constructor(page) { this.page = page; }

  async press(role, name, options) {
    await this.page.tabTo(role, name, options);
    await this.page.key(role === 'checkbox' ? ' ' : 'Enter');
  }

  /** To the group with the Tab key, in it with the arrows. */
  async choose(name, options) {
    const { page } = this;
    const wanted = await page.tabTo('radio', name, options);
    for (let step = 0; step < 12; step += 1) {
      const found = await page.evaluate(wanted => ({ here: wanted === document.activeElement, chosen: wanted.checked }), wanted);
      if (found.here && found.chosen) return;
      await page.key(found.here ? ' ' : 'ArrowDown');
    }
    throw new Error(`the arrow keys do not reach ${name}`);
  }

  async write(id, text) {
    const { page } = this;
    for (let step = 0; (await page.focus()).id !== id; step += 1) {
      assert.ok(step < 150, `the Tab key does not reach #${id}`);
      await page.key('Tab');
    }
    await page.key('End');
    await page.page.keyboard.type(text);
  }
}

/** Answers one question after the other, each in another way, until there is none. */
async function answerAll(page, hands) {
  const seen = [];
  while (seen.length < 120) {
    const at = seen.length;
    const place = await page.place();
    if (place === 'open') return seen;
    if (place === 'reach') {
      await hands.choose('Through others', { within: '.fact' });
      await hands.press('button', /^Next:/, { within: '.go' });
      await page.until(() => location.hash !== '#reach' && !!document.querySelector('section.question'), 'the question behind the facts');
      continue;
    }
    assert.ok(!seen.includes(place), `${place} comes twice`);
    seen.push(place);
    const kind = await page.evaluate(() => document.querySelector('section.question').className.replace('question', '').trim());
    if (kind === 'ladder' || kind === 'decision') {
      if (at % 7 === 5) await hands.choose('I don’t know yet');
      else if (at % 7 === 6) {
        await hands.choose('Doesn’t apply, because…');
        await hands.write('because', 'We make none.');
      } else {
        const nth = at % 5;
        const name = await page.evaluate(nth => [...document.querySelectorAll('.answer .choices:first-child input')].at(nth).value, nth);
        const label = await page.evaluate(name => document.querySelector(`.answer input[value="${name}"]`).closest('label').innerText.replace(/\s+/g, ' ').trim(), name);
        await hands.choose(label);
      }
      // What may be said beside the answer is folded.
      const open = name => hands.press('button', name, { within: '.beside' });
      if (at % 4 === 0) {
        await open(/^Note/);
        await hands.write('note', `Note ${at}.`);
        await open(/^Evidence/);
        await hands.write(await page.evaluate(() => document.querySelector('.evidence input').id), `Paper ${at}`);
      }
      if (at % 3 === 0) {
        await open(/^How sure/);
        await hands.choose('A guess');
      }
      if (at % 9 === 0) {
        await open(/^Confidential/);
        await hands.press('checkbox', /^Confidential/);
      }
    } else if (kind === 'reflection') {
      await hands.write('words', 'The one risk is this.');
    } else {
      const tactics = await page.evaluate(() => [...document.querySelectorAll('.tactic')].map(one => one.querySelector('h3').id));
      for (const [nth, id] of tactics.entries()) {
        const group = { within: `.tactic[aria-labelledby="${id}"]` };
        await hands.choose(['In use', 'Planned', 'Not used', 'Don’t know', 'Doesn’t fit'][nth % 5], group);
        if (nth % 5 === 0) await hands.choose('Some', group);
      }
    }
    await hands.press('button', /^Next(:|$)|^What is open$/, { within: '.go' });
    await page.until(place => location.hash.slice(1) !== place, `on from ${place}`, place);
    await page.until(() => document.activeElement.matches('h1, h2'), 'the focus has gone along');
  }
  throw new Error('there is no end');
}

/** Describes the first risk by its four fields, and says how grave it is. */
async function firstRisk(page, hands) {
  await page.screen('Risks to people');
  await hands.write('risk-name', 'Followed home after a leak');
  await page.until(() => location.hash === '#risks.1', 'it is listed');
  for (const name of ['Children', 'Individuals or groups', 'Design']) await hands.press('checkbox', name);
  await hands.press('link', /^How grave is it\?/, { within: '.go' });
  await page.screen('How grave is it?');
  for (const scale of ['scale', 'scope', 'irremediability']) await hands.choose(/^3 /, { within: `fieldset:has([name=mark-${scale}])` });
  await hands.press('link', 'Next: Whom it reaches');
  await page.screen('Whom it reaches');
  await page.until(() => location.hash === '#reach' && !!document.querySelector('.fact input'), 'the facts');
}

async function journey(visit, page, hands, { form = 'short', least = 25 } = {}) {
  await hands.press('button', 'Start an assessment');
  await page.screen('Two choices, then the first question');
  await hands.choose(/^One product or service/);
  await hands.write('product-name', 'Journey');
  await hands.press('button', /^Who answers/);
  await hands.press('checkbox', 'Product');
  await hands.press('checkbox', 'Legal');
  if (form === 'complete') {
    await hands.press('button', /^Parts and length/);
    await hands.choose(/^All questions/);
  }
  await hands.choose(/^Keep on this device/);
  await hands.press('button', 'Start answering');
  if (form === 'short') await firstRisk(page, hands);
  else await page.screen('First');

  const seen = await answerAll(page, hands);
  assert.ok(seen.length >= least, `${seen.length} questions and phases`);
  await page.screen('What is open');
  assert.match(await page.text('main'), /No answer yet 0/);
  await hands.press('link', 'See the result');
  await page.screen('Result');
  await page.until(() => document.querySelectorAll('.findings .part').length > 4, 'the findings');
  if (await page.seek('link', 'Download', { within: 'nav.places' })) await hands.press('link', 'Download', { within: 'nav.places' });
  else {
    // Where the page is narrow the list is folded.
    await hands.press('button', /^Result/, { within: 'nav.places' });
    await hands.press('link', 'Download', { within: 'nav.places' });
  }
  await page.screen('Download');
  const complete = await visit.download(() => hands.press('button', 'Save Report'));
  assert.match(complete.name, /\.html$/);
  assert.match(complete.text, /Journey/);
  if (form === 'short') assert.match(complete.text, /Followed home after a leak/);
  const saved = await visit.download(() => hands.press('button', 'Save Save file'));
  await hands.choose(/^Others: for sharing/);
  const shared = await visit.download(() => hands.press('button', 'Save Report as plain text'));
  assert.match(shared.name, /\.md$/);
  assert.doesNotMatch(shared.text, /Journey/);
  await page.kept();

  const file = JSON.parse(saved.text);
  const asked = new Set(seen.map(place => place.split('.')[0]));
  // What the register answers is asked in a part that was not taken.
  assert.equal(file.answers.filter(({ question }) => asked.has(question)).length, asked.size);
  assert.equal(file.risks.risks.length, form === 'short' ? 1 : 0);
  assert.equal(file.head.product, 'Journey');
  assert.deepEqual(file.head.functions, ['product', 'legal']);
  assert.equal(file.head.form, form);
  return saved;
}

inBrowsers('journey', {}, suite => {
  // Each way at each width in one of the browsers, and all of them in both with LONG.
  const first = suite.kind === 'chromium';
  for (const size of [PHONE, DESK]) {
    suite.test(`with the mouse, ${size.width} px`, { skip: !LONG && first !== (size === DESK) }, async visit => {
      const page = await visit.start({ size });
      await journey(visit, page, new Mouse(page));
    });
    suite.test(`with the keyboard alone, ${size.width} px`, { skip: !LONG && first !== (size === PHONE) }, async visit => {
      const page = await visit.start({ size });
      // From here on the mouse is gone.
      page.click = page.clickId = () => { throw new Error('no mouse'); };
      await journey(visit, page, new Keyboard(page));
    });
  }

  // The way is the same; that it is as long is tried with LONG.
  suite.test('the complete form with the mouse, 1440 px', { skip: !LONG }, async visit => {
    const page = await visit.start({ size: DESK });
    // All 98 but the one that the decision on a strategy folds away, with five phases of tactics.
    await journey(visit, page, new Mouse(page), { form: 'complete', least: 101 });
  });

  suite.test('a decision folds questions away that can be opened, and forms are changed without losing an answer', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.click('button', /^Parts and length/);
    await page.click('radio', /^All questions/);
    await choices(page);
    await go(page, 'embed-strategy-exists');
    assert.equal(await page.text('.unasked'), '');
    await page.click('radio', 'We have no strategy, and we are not discussing one.');
    await page.click('button', /./, { within: '.unasked' });
    await page.click('link', /./, { within: '.unasked' });
    await page.until(() => location.hash === '#embed-strategy-basis', 'the folded question');
    assert.match(await page.text('main'), /A3\.1/);
    await page.type('note', 'Said all the same.');
    await page.kept();
    await go(page, 'prevent-red-lines');
    await page.click('radio', 'I don’t know yet');
    await page.kept();

    await go(page, 'choose', 'What you look at');
    await page.click('button', /^Parts and length/);
    await page.click('radio', /^The short form/);
    await go(page, 'embed-thinking-first-risk');
    // What the short form does not ask is not in its list, and not lost.
    assert.equal(await page.evaluate(() => [...document.querySelectorAll('nav a')].some(link => link.hash === '#prevent-foresee-uses')), false);
    await go(page, 'choose', 'What you look at');
    await page.click('button', /^Parts and length/);
    await page.click('radio', /^All questions/);
    await page.kept();
    await page.reload();
    await go(page, 'embed-strategy-basis');
    assert.equal(await page.value('note'), 'Said all the same.');
    await go(page, 'prevent-red-lines');
    await page.until(() => document.querySelector('input[value="not known"]').checked, 'the answer is there');
  });

  suite.test('a fact that says “No” folds away what is asked about it alone, says so, and brings it back', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.click('button', /^Parts and length/);
    await page.click('radio', /^All questions/);
    await choices(page);
    await go(page, 'prevent-children');
    await page.click('radio', /We do nothing for children in particular\./);
    assert.equal(await page.text('.unasked'), '');
    await go(page, 'reach.scope-children');
    await page.click('radio', 'No', { within: '[aria-labelledby=scope-children]' });
    await go(page, 'choose', 'What you look at');
    assert.match(await page.text('#modules .is'), /, 1 more is not asked, because of a fact that was set$/);
    await go(page, 'prevent-defaults');
    assert.match(await page.text('.unasked'), /^1 question is not asked now, because of a fact that was set/);
    await page.click('button', /./, { within: '.unasked' });
    await page.click('link', /^What do you do today for the rights of children/, { within: '.unasked' });
    await page.until(() => location.hash === '#prevent-children', 'the folded question');
    assert.match(await page.text('.asked .notice'), /because of a fact that was set: “It is likely used by children or about them”/);
    await page.click('link', 'Change that');
    await page.until(() => location.hash === '#reach.scope-children', 'where the fact is changed');
    await page.click('radio', 'Yes', { within: '[aria-labelledby=scope-children]' });
    await go(page, 'prevent-children');
    assert.equal(await page.seek('link', 'Change that'), null);
    await page.until(() => document.querySelector('.answer input').checked, 'the answer is there');
  });
});
