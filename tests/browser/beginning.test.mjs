// From the start screen to the first question: few words, few clicks, two choices in one window; what is
// left open is asked again; and every screen counts the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { answer, full, save } from './harness/sample.mjs';
import { begin, go, withSave } from './harness/ways.mjs';

/** Which questions the short form asks. */
const SHORT = readFileSync(new URL('../../content/en/short-form.toml', import.meta.url), 'utf8');

/** Words that can be seen in the screen, with those of what can be pressed. */
const WORDS = () => document.querySelector('main').innerText.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;

/** Those of a screen that stand before something in it. */
const WORDS_BEFORE = selector => {
  const main = document.querySelector('main');
  const at = main.querySelector(selector);
  const behind = [...main.querySelectorAll('*')].filter(one => one === at || at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  for (const one of behind) one.style.setProperty('display', 'none', 'important');
  const words = main.innerText.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
  for (const one of behind) one.style.removeProperty('display');
  return words;
};

/** What is said of a count, as numbers: answered, of all, not known, partly; what is not said is none. */
const numbers = said => {
  const found = /(\d+) of (\d+)(?: questions? answered)?(?:, (\d+) not known(?: yet)?)?(?:, (\d+) partly)?/.exec(said);
  assert.ok(found, said);
  return found.slice(1).map(number => Number(number ?? 0));
};

const sum = all => all.reduce((sum, one) => sum.map((number, at) => number + one[at]), [0, 0, 0, 0]);

inBrowsers('beginning', {}, suite => {
  suite.test('four clicks and 300 words lead to the first answer, and nothing is chosen beforehand', async visit => {
    const page = await visit.start({ size: DESK });
    const start = await page.evaluate(WORDS);
    let clicks = 0;
    const click = (...what) => { clicks += 1; return page.click(...what); };
    await click('button', 'Start an assessment');
    await page.screen('Two choices, then the first question');
    await page.find('button', /^Who answers/);
    const choose = await page.evaluate(WORDS);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.groups :checked')].map(one => one.value)), []);
    await click('radio', /^The company as a whole/);
    await click('radio', /^Keep on this device/);
    await click('button', 'Start answering');
    await page.screen('Risks to people');
    assert.equal(clicks, 4);
    await page.kept();
    const risk = await page.evaluate(WORDS_BEFORE, '#risk-name');
    assert.ok(start + choose + risk <= 300, `${start}, ${choose} and ${risk} words`);
    // Four fields and how grave it is come before the 25 questions.
    assert.equal(await page.evaluate(() => document.querySelectorAll('.risk .aspect').length), 4);
    await page.type('risk-name', 'The wrong door is broken in.');
    await page.until(() => location.hash === '#risks.1', 'it is listed');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'risk-name', 'who types stays there');
    await page.click('checkbox', /^Not users/);
    await page.click('checkbox', /^A State/);
    await page.click('checkbox', /^Use/);
    assert.equal(await page.evaluate(() => document.querySelector('details.others').open), false);
    await page.click('link', /^How grave is it\?/, { within: '.go' });
    await page.screen('How grave is it?');
    for (const scale of ['scale', 'scope', 'irremediability']) await page.evaluate(scale => document.querySelector(`[name=mark-${scale}][value="4"]`).click(), scale);
    await page.click('link', 'Next: Whom it reaches');
    await page.screen('Whom it reaches');
    await page.find('radio', 'Directly');
    // Its words serve as the answer to the question for the gravest risk.
    await page.click('button', 'Risks to people', { within: '.go' });
    await page.screen('Risks to people');
    await go(page, 'prevent-foresee-people');
    assert.match(await page.text('main'), /The wrong door is broken in\./);
  });

  suite.test('Next, Back, their keys and the list of sections go one way: the gravest risk, the facts, everything else', async visit => {
    const page = await visit.start({ size: DESK });
    await begin(page);
    const listed = () => page.evaluate(() => [...document.querySelectorAll('.places-list details[open] > ul a, .places-list > ul:first-child a')].map(one => one.hash.slice(1)).filter(place => place !== 'risks').slice(0, 3));
    const way = ['embed-thinking-first-risk', 'reach', 'embed-commit-end-use'];
    assert.deepEqual(await listed(), way);
    const at = place => page.until(place => location.hash.slice(1) === place && document.activeElement.matches('h1, h2'), place, place);
    for (const press of [key => page.key(key), key => page.click('button', key === 'n' ? /^Next: / : /./, { within: key === 'n' ? '.go .on' : '.go .back' })]) {
      for (const place of way.slice(1)) {
        await press('n');
        await at(place);
      }
      assert.deepEqual(await listed(), way);
      for (const place of [...way].reverse().slice(1)) {
        await press('p');
        await at(place);
      }
    }
    await go(page, 'reach', 'Whom it reaches');
    await page.key('o');
    await at(way[2]);
    await go(page, 'plan', 'Plan');
    await page.key('o');
    await at(way[0]);
    // The complete form goes the same way, and asks for it once.
    await go(page, 'choose', 'Two choices, then the first question');
    await page.click('button', /^Parts and length/);
    await page.click('radio', /^All questions/);
    await page.click('button', 'Start answering');
    await page.screen('First');
    assert.deepEqual(await listed(), [...way.slice(0, 2), 'embed-commit-approval']);
    await page.key('n');
    await at('reach');
    await page.click('button', /A3\.9/, { within: '.go .back' });
    await page.screen('First');
    await page.click('button', 'What you look at', { within: '.go .back' });
    await page.screen('Two choices, then the first question');
  });

  for (const form of ['short', 'complete']) {
    suite.test(`one part alone asks for the gravest risk and begins its result with it, ${form} form`, async visit => {
      const page = await visit.start();
      await page.click('button', 'Start an assessment');
      await page.click('button', /^Parts and length/);
      await page.click('checkbox', /^Embedding respect/);
      if (form === 'complete') await page.click('radio', /^All questions/);
      const line = await page.text('#modules .is');
      if (form === 'short') {
        assert.equal(line, 'Preventing contribution, the short form: 17 questions, about 30 minutes');
        await page.find('radio', /^The short form .* 17 questions, about 30 minutes\./);
      }
      const [, promised] = /(\d+) question/.exec(line);
      await page.find('checkbox', new RegExp(`^Preventing contribution .* ${promised} questions`));
      await page.click('radio', /^The company as a whole/);
      await page.click('radio', /^Keep on this device/);
      await page.click('button', 'Start answering');
      if (form === 'short') {
        // Whoever lists no risk there is asked for the gravest one in words.
        await page.screen('Risks to people');
        await page.click('button', 'Next: A3.9');
      }
      await page.screen('First');
      await page.type('words', 'The wrong door is broken in.');
      await page.kept();
      assert.deepEqual(numbers(await page.text('.go .now')), [1, Number(promised), 0, 0]);
      await go(page, 'result', 'Result');
      await page.until(() => document.querySelectorAll('.findings .part').length > 0, 'the findings');
      const top = await page.text('.findings');
      assert.match(top, /^.{0,200}The gravest risk, in the company’s own words.{0,120}The wrong door is broken in\./s);
      assert.doesNotMatch(top, /No gravest risk is written down/);
    });
  }

  for (const size of [DESK, PHONE]) {
    suite.test(`both choices stand in the first window, ${size.width} px`, async visit => {
      const page = await visit.start({ size });
      await page.click('button', 'Start an assessment');
      await page.find('button', /^Who answers/);
      const inView = () => page.evaluate(() => {
        const foot = document.querySelector('.go').getBoundingClientRect().top;
        const rows = [...document.querySelectorAll('.groups .choice > label')];
        return rows.filter(row => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().bottom <= foot).map(row => row.firstChild.value);
      });
      const seen = ['company', 'product', 'device', 'nowhere'];
      assert.deepEqual(await inView(), seen);
      if (size === PHONE) return;
      await page.click('radio', /^One product/);
      await page.evaluate(() => scrollTo(0, 0));
      assert.deepEqual(await inView(), seen, 'with both names');
      await page.find('button', 'Start answering');
    });
  }

  suite.test('what is set already says so, and can be changed there', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.click('button', /^Parts and length Embedding respect, Preventing contribution, the short form: 25 questions/);
    await page.click('radio', /^All questions/);
    await page.find('button', /the complete form: 98 questions/);
    await page.click('button', /^Who answers not said yet/);
    await page.click('checkbox', 'Sales');
    await page.find('button', /^Who answers Sales/);
    await page.click('checkbox', /^Embedding respect/);
    await page.click('checkbox', /^Preventing contribution/);
    await page.click('radio', /^The company/);
    await page.click('radio', /^Don’t keep/);
    await page.click('button', 'Start answering');
    await page.click('link', 'at least one part');
    await page.until(() => document.activeElement.id === 'modules', 'what is missing inside a line is reached');
  });

  suite.test('facts left open are listed as such, and each is reached from there', async visit => {
    const page = await visit.start();
    await begin(page);
    await go(page, 'open', 'What is open');
    assert.match(await page.text('main .lead'), /^11 facts about whom it reaches are open\./);
    assert.equal(await page.text('#facts'), 'Whom it reaches 11');
    await page.click('link', /^Answer It is likely used by children/);
    await page.until(() => location.hash === '#reach.scope-children' && document.activeElement.name === 'scope-children', 'at the fact');
    await page.click('radio', 'No', { within: '[aria-labelledby=scope-children]' });
    await page.until(() => document.querySelector('.now').textContent === '1 of 11 said', 'said');
    assert.match(await page.text('nav.places'), /Whom it reaches\s*1 of 11/);
    await go(page, 'open', 'What is open');
    assert.equal(await page.text('#facts'), 'Whom it reaches 10');
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
    await page.until(() => !document.querySelector('dialog'), 'the question is gone');
    await page.until(async () => {
      const settled = request => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
      const database = await settled(indexedDB.open('respect-in-practice'));
      const stores = [...database.objectStoreNames];
      const counts = await Promise.all(stores.map(store => settled(database.transaction(store).objectStore(store).count())));
      database.close();
      return stores.length > 0 && counts.every(count => !count);
    }, 'nothing of it is on the device');
    await page.reload();
    await page.open('');
    await page.until(() => /What you start is listed here/.test(document.querySelector('.shelf').innerText), 'and it is not in the list');
    assert.equal(await page.seek('button', /^Continue/), null);
  });

  suite.test('every screen counts questions, and says the same', async visit => {
    const page = await withSave(visit, full(), { size: DESK });
    for (const form of ['short', 'complete']) {
      await go(page, 'choose', 'What you look at');
      if (!await page.evaluate(() => document.querySelector('#modules').parentElement.open)) await page.click('button', /^Parts and length/);
      await page.click('radio', form === 'short' ? /^The short form/ : /^All questions/);
      const [promised, folded] = /(\d+) questions(?:.* (\d+) more are not asked)?/.exec(await page.text('#modules .is')).slice(1).map(number => Number(number ?? 0));
      await go(page, 'open', 'What is open');
      const [long, short] = await page.evaluate(() => ['.long', '.short'].map(size => document.querySelector(`.go .now ${size}`).textContent));
      const all = numbers(long);
      const [answered, asked, notKnown, partly] = all;
      assert.match(long, /^\d+ of \d+ questions answered, \d+ not known yet, \d+ partly · about \d+ minutes left$/);
      assert.ok(notKnown > 0 && answered > 0 && partly > 0, long);
      assert.deepEqual(numbers(short), all, 'where there is little room');
      const [said] = long.split(' · ');
      // One that is not asked because of another answer is not counted, and named beside the count: the decision
      // on a strategy folds some.
      assert.equal(asked, promised, 'where it is chosen');
      assert.ok(form === 'short' ? asked === 25 && folded === 0 : asked + folded === 98 && folded > 0, `${asked} and ${folded}`);
      const open = await page.evaluate(() => ['unanswered', 'not-known', 'partly'].map(id => Number(document.querySelector(`#${id} .count`).textContent)));
      assert.deepEqual(open, [asked - answered - notKnown - partly, notKnown, partly], 'what is open');
      const parts = await page.evaluate(() => [...document.querySelectorAll('.places-list summary')].map(one => ['.count', '.unseen'].map(size => one.querySelector(size).textContent)));
      for (const [seen, unseen] of parts) assert.deepEqual(numbers(seen), numbers(unseen), 'as it is seen and as it is read');
      assert.deepEqual(sum(parts.map(([seen]) => numbers(seen))), all, 'the parts in the navigation');
      const sections = await page.evaluate(() => [...document.querySelectorAll('.places-list details li .unseen')].map(one => one.textContent));
      assert.deepEqual(sum(sections.map(numbers)), all, 'the sections');
      await go(page, 'embed-commit-end-use');
      assert.equal(await page.text('.go .how-far .long'), long, 'beside a question');
      assert.equal(await page.evaluate(() => document.querySelector('.so-far').textContent), short, 'and in a low window');
      await page.kept();
      await go(page, '', /./);
      await page.until(said => document.querySelector('.shelf').innerText.includes(said), `the list: ${said}`, said);
      await go(page, 'sealed', /./);
      await page.until(said => document.querySelector('.kept').innerText.includes(`${said}.`), `the privacy panel: ${said}`, said);
      await go(page, 'open', 'What is open');
      await page.click('button', 'Start again: clear all answers');
      assert.match(await page.text('dialog'), new RegExp(`^.*\\b${answered + notKnown + partly} answers with`));
      await page.click('button', 'Keep the answers');
    }
  });

  suite.test('what is not known is not done, in a section and in a part', async visit => {
    const unknown = [...SHORT.matchAll(/^ {2}"(embed-[\w-]+)"/gm)].map(([, id]) => answer(id, { choice: 'not-known' }));
    const page = await withSave(visit, save({ modules: ['embedding'], answers: unknown }), { size: DESK });
    await go(page, 'embed-commit-end-use');
    const part = () => page.evaluate(() => ['.count', '.unseen'].map(size => document.querySelector(`.places-list summary ${size}`).textContent));
    assert.deepEqual(await part(), ['0 of 9, 9 not known', '0 of 9 questions answered, 9 not known yet']);
    assert.match(await page.text('.places-list details li a'), /0 of 1 question answered, 1 not known yet$/);
    assert.match(await page.text('.go .now'), /0 of 9 questions answered, 9 not known yet$/);
    for (const { question } of unknown) {
      await go(page, question);
      await page.until(question => !!document.querySelector(`section.question#${question}`), question, question);
      const first = await page.evaluate(() => document.querySelector('.answer .choice input').type === 'radio' && document.querySelector('.answer .choice input').value !== 'not known');
      if (first) await page.click('radio', /./, { within: '.answer .choice:first-child' });
      else await page.type('words', 'It is so.');
    }
    assert.deepEqual(await part(), ['done', '9 of 9 questions answered']);
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
