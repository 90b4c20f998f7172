// Going around: addresses, Back and Forward, reload, titles, focus, undo, starting again, deleting,
// several assessments side by side.

import assert from 'node:assert/strict';
import { inBrowsers } from './harness/suite.mjs';
import { full, save } from './harness/sample.mjs';
import { begin, choices, go, openSave, withSave } from './harness/ways.mjs';

const TITLES = {
  '': ['Respect in Practice', 'Respect for human rights, as you practise it'],
  choose: ['Two choices, then the first question · Example Systems · Respect in Practice', 'Two choices, then the first question'],
  reach: ['Whom it reaches · Example Systems · Respect in Practice', 'Whom it reaches'],
  questions: ['All questions · Example Systems · Respect in Practice', 'All questions'],
  open: ['What is open · Example Systems · Respect in Practice', 'What is open'],
  result: ['Result · Example Systems · Respect in Practice', 'Result'],
  download: ['Download · Example Systems · Respect in Practice', 'Download'],
  sealed: ['Nothing leaves this machine · Example Systems · Respect in Practice', 'Nothing leaves this machine'],
  // Nobody’s own: the name of what is assessed does not stand beside it.
  example: ['An example result · Respect in Practice', 'An example result: Orrin Vision'],
  words: ['What the words mean · Example Systems · Respect in Practice', 'What the words mean'],
  source: ['Where this comes from, and its limits · Example Systems · Respect in Practice', 'Where this comes from, and its limits'],
};

inBrowsers('places', { shared: true }, suite => {
  suite.test('each screen has its title and its heading, which gets the focus', async visit => {
    const page = await withSave(visit, save());
    assert.equal((await page.focus()).tag, 'h1', 'after the file was opened');
    for (const [place, [title, heading]] of Object.entries(TITLES)) {
      await go(page, place, heading);
      await page.until(title => document.title === title, `title ${title}`, title);
      await page.until(() => document.activeElement.matches('h1[tabindex="-1"]'), `focus on ${place}`);
      assert.equal(await page.evaluate(() => [...document.querySelectorAll('h1')].filter(h1 => h1.checkVisibility()).length), 1);
      assert.equal(await page.evaluate(() => document.querySelectorAll('main').length), 1);
    }
  });

  suite.test('what is kept nowhere is named in no title, which browsers write into their history', async visit => {
    const page = await visit.start();
    await begin(page, { company: 'Example Systems', keep: false });
    for (const [place, [title]] of Object.entries(TITLES)) {
      await page.evaluate(place => { location.hash = place; }, place);
      const bare = title.replace(' · Example Systems', '');
      await page.until(bare => document.title === bare, `title ${bare}`, bare);
    }
  });

  suite.test('each screen has its title before the later half is here', async visit => {
    const page = await visit.page({ server: await visit.serve({ slow: ['later.bin'] }) });
    await page.page.goto(page.server.address);
    await page.until(() => !document.querySelector('main noscript'), 'the app has taken over');
    await begin(page, { company: 'Example Systems' });
    const more = { choose: ['Two choices, then the first question · Example Systems · Respect in Practice'], plan: ['Plan · Example Systems · Respect in Practice'], sheets: ['Sheets to hand out · Example Systems · Respect in Practice'] };
    for (const [place, [title]] of Object.entries({ ...TITLES, ...more })) {
      await page.evaluate(place => { location.hash = place; }, place);
      await page.until(title => document.title === title, `title ${title}`, title);
    }
    page.server.release();
    await page.sealed();
  });

  suite.test('the first load takes no focus', async visit => {
    const page = await visit.start();
    assert.equal((await page.focus()).tag, 'body');
  });

  suite.test('each question’s group carries its id, and its address leads to it', async visit => {
    const page = await withSave(visit, full());
    const places = await page.evaluate(() => [...document.querySelectorAll('.places-list a')].map(a => a.getAttribute('href').slice(1)));
    assert.ok(places.length >= 15, `${places}`);
    for (const place of [...places.filter(place => place.includes('-')), 'prevent-tactics.deployment']) {
      await go(page, place);
      const [id, phase] = place.split('.');
      await page.until(id => !!document.querySelector(`section.question#${id}`), place, id);
      if (phase) assert.equal(await page.evaluate(() => document.querySelector('.phases [aria-current]').getAttribute('href')), `#${place}`);
      assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-current=page]').length), 1);
    }
  });

  suite.test('an address that is not there leads to one that is', async visit => {
    const page = await withSave(visit, full());
    for (const [asked, found] of [['nonsense', /-/], ['prevent-tactics.nonsense', /^prevent-tactics\.research$/], ['prevent-tactics', /^prevent-tactics\.research$/], ['embed-commit-end-use.x', /^embed-commit-end-use$/]]) {
      await page.evaluate(asked => { location.hash = asked; }, asked);
      await page.until(asked => location.hash.slice(1) !== asked, asked, asked);
      assert.match(await page.place(), found);
    }
  });

  suite.test('Back and Forward lead through screens and questions', async visit => {
    const page = await visit.start();
    await begin(page);
    const first = await page.place();
    await page.click('button', 'Next: Whom it reaches');
    await page.screen('Whom it reaches');
    await page.click('button', /^Next: A/);
    await page.until(() => !!document.querySelector('section.question'), 'the second question');
    const second = await page.place();
    await page.until(() => document.activeElement.matches('h1, h2'), 'focus');
    await page.click('link', 'Result', { within: 'nav.places' });
    await page.screen('Result');
    await page.back();
    await page.until(second => location.hash.slice(1) === second && !!document.querySelector('.question'), 'back at the second', second);
    await page.until(() => document.activeElement.matches('h1, h2'), 'focus');
    await page.back();
    await page.screen('Whom it reaches');
    await page.back();
    await page.until(first => location.hash.slice(1) === first && !!document.querySelector('.question'), 'back at the first', first);
    await page.back();
    await page.screen('Risks to people');
    await page.back();
    await page.screen('Two choices, then the first question');
    await page.back();
    await page.screen('Respect for human rights, as you practise it');
    for (let times = 0; times < 6; times += 1) {
      const before = await page.place();
      await page.forward();
      // A browser may leave out a step that is asked for while it still makes the one before.
      await page.until(before => location.hash.slice(1) !== before, 'one step forward', before);
    }
    await page.screen('Result');
    assert.equal(await page.place(), 'result');
  });

  suite.test('a reload comes back to the same place of the same assessment', async visit => {
    const page = await withSave(visit, full());
    // A newer one in another tab must not come in its place.
    const other = await visit.start();
    await openSave(visit, other, save({ id: 'b2'.repeat(16), company: 'Other Systems', unit: 'company' }));
    await page.page.bringToFront();
    for (const [place, title] of [['result', 'Result'], ['prevent-tactics.design', /./]]) {
      await go(page, place, title);
      await page.kept();
      await page.reload();
      await page.screen(title);
      assert.equal(await page.place(), place);
      assert.equal(await page.text('header .subject'), full().head.product);
    }
    await page.back();
    await page.screen(/./);
    await other.reload();
    assert.equal(await other.text('header .subject'), 'Other Systems');
  });

  suite.test('the link past the header leads to the content', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'embed-commit-end-use');
    const place = await page.place();
    await page.kept();
    await page.reload();
    await page.key('Tab');
    assert.equal((await page.focus()).text, 'Skip to the content');
    const seen = await page.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0);
    assert.ok(seen, 'it is seen while it has the focus');
    await page.key('Enter');
    await page.until(() => document.activeElement.id === 'main', 'focus in the content');
    assert.equal(await page.place(), place, 'the address stays');
  });

  suite.test('undo and redo, by button and by keyboard, say what they did and go there', async visit => {
    const page = await visit.start();
    await begin(page);
    await go(page, 'embed-commit-end-use');
    const chosen = () => page.evaluate(() => document.querySelector('.answer input:checked')?.value ?? null);
    const said = text => page.until(text => document.querySelector('body .unseen[role=status]').textContent === text, text, text);
    await page.click('radio', /^2 /);
    await page.click('radio', /^4 |^As 3/);
    assert.equal(await chosen(), '4');
    await page.click('button', /^Undo/, { within: '.history' });
    await said('Taken back at A1.3.');
    assert.equal(await chosen(), '2');
    await page.click('button', /^Redo/, { within: '.history' });
    await said('Put back at A1.3.');
    assert.equal(await chosen(), '4');
    await page.evaluate(() => document.activeElement.blur());
    await page.key('Control', 'z');
    await page.key('Control', 'z');
    await page.until(() => !document.querySelector('.answer input:checked'), 'both taken back');
    await page.key('Control', 'Shift', 'z');
    await page.key('Control', 'y');
    await page.until(() => document.querySelector('.answer input:checked')?.value === '4', 'both put back');
    await page.click('link', 'Download', { within: 'nav.places' });
    await page.screen('Download');
    await page.key('Control', 'z');
    await page.until(() => location.hash === '#embed-commit-end-use', 'where it was');
    assert.equal(await chosen(), '2');
    await page.kept();
  });

  suite.test('nothing to take back is said, and does no harm', async visit => {
    const page = await withSave(visit, full());
    await page.click('button', /^Undo/, { within: '.history' });
    await page.until(() => document.querySelector('body .unseen[role=status]').textContent === 'There is nothing to take back or put back.', 'said');
  });

  suite.test('starting again asks, names what goes, and can be taken back', async visit => {
    const page = await withSave(visit, full());
    await go(page, 'open', 'What is open');
    await page.click('button', 'Start again: clear all answers');
    await page.find('dialog', 'Clear all answers?');
    assert.match(await page.text('dialog'), /16 answers with their notes and evidence/);
    assert.equal((await page.focus()).text, 'Keep the answers');
    await page.key('Escape');
    await page.gone('dialog', /./);
    await page.click('button', 'Start again: clear all answers');
    await page.click('button', 'Clear all answers');
    await page.screen('Two choices, then the first question');
    await page.kept();
    await go(page, 'open', 'What is open');
    assert.match(await page.text('main'), /29 questions have no answer|\d+ questions have no answer/);
    await page.key('Control', 'z');
    await go(page, 'embed-commit-end-use');
    assert.equal(await page.value('note'), 'The open note says this.');
    await page.kept();
    await page.reload();
    assert.equal(await page.value('note'), 'The open note says this.');
  });

  suite.test('several assessments stand side by side, and each can be deleted', async visit => {
    const page = await visit.start();
    for (const [at, company] of ['One Works', 'Two Works', 'Three Works'].entries()) {
      await openSave(visit, page, save({ id: `c${at}`.repeat(16), company, changed: Date.now() - 1_000_000 + at }));
      await go(page, '', /./);
    }
    const names = () => page.evaluate(() => [...document.querySelectorAll('section.shelf li b:first-child')].map(e => e.textContent.trim()).filter(name => /Works/.test(name)));
    await page.until(() => document.querySelectorAll('section.shelf .rows li').length === 3, 'three rows');
    assert.deepEqual(await names(), ['Three Works', 'Two Works', 'One Works'], 'newest first');
    await page.click('button', 'Continue One Works');
    await page.until(() => document.querySelector('header .subject').textContent === 'One Works', 'the first is open');
    await go(page, '', /./);
    await page.click('button', 'More Two Works');
    await page.click('button', 'Delete from this device Two Works');
    await page.find('dialog', 'Delete “Two Works” from this device?');
    assert.equal((await page.focus()).text, 'Keep it');
    await page.click('button', 'Keep it');
    await page.gone('dialog', /./);
    await page.click('button', 'Delete from this device Two Works');
    await page.click('button', 'Delete from this device');
    await page.until(() => document.querySelectorAll('section.shelf .rows li').length === 2, 'two rows');
    await page.until(() => /^Deleted from this device\./.test(document.querySelector('main .notices').innerText), 'said once it is true');
    await page.reload();
    await page.until(() => document.querySelectorAll('section.shelf .rows li').length === 2, 'two rows after a reload');
    await page.click('button', 'Delete everything from this device');
    await page.find('dialog', 'Delete everything from this device?');
    assert.match(await page.text('dialog'), /2 assessments go: .*Works/);
    await page.click('button', 'Delete everything');
    await page.until(() => /^Deleted from this device\./.test(document.querySelector('main .notices').innerText), 'said once it is true');
    assert.equal(await page.evaluate(() => document.querySelectorAll('section.shelf .rows li').length), 0);
    const left = await page.evaluate(async () => {
      const request = indexedDB.open('respect-in-practice');
      const database = await new Promise(done => { request.onsuccess = () => done(request.result); });
      const counts = await Promise.all(['heads', 'answers'].map(store => new Promise(done => {
        const count = database.transaction(store).objectStore(store).count();
        count.onsuccess = () => done(count.result);
      })));
      database.close();
      return counts;
    });
    assert.deepEqual(left, [0, 0]);
  });

  suite.test('leaving what is kept nowhere asks first', async visit => {
    const page = await visit.start();
    await begin(page, { keep: false });
    await page.click('radio', 'I don’t know yet');
    await go(page, '', /./);
    await page.click('button', 'Start an assessment');
    await page.find('dialog', /^Leave .* without keeping it\?/);
    assert.match(await page.text('dialog'), /Neither on this device nor in a file.*1 answer/s);
    await page.click('button', 'Stay here');
    await page.gone('dialog', /./);
    await page.click('button', 'Start an assessment');
    await page.click('button', /^Leave without keeping/);
    await page.screen('Two choices, then the first question');
  });

  suite.test('closing or reloading a tab that alone holds something asks first', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.screen('Two choices, then the first question');
    await page.reload();
    assert.equal(page.asked, undefined, 'nothing was said yet');
    await page.click('button', 'Start an assessment');
    await choices(page, { keep: false });
    await page.reload();
    assert.equal(page.asked, 'beforeunload', 'what is assessed counts');
    page.asked = undefined;
    await begin(page, { keep: false });
    await page.type('words', 'Only here.');
    await page.reload();
    assert.equal(page.asked, 'beforeunload');
  });

  suite.test('what is missing before the first question is named, and leads there', async visit => {
    const page = await visit.start();
    await page.click('button', 'Start an assessment');
    await page.screen('Two choices, then the first question');
    await page.click('button', 'Start answering');
    await page.until(() => document.activeElement.matches('[role=alert]'), 'the focus is on the list');
    assert.match(await page.text('[role=alert]'), /what you look at whether to keep it on this device$/);
    await page.click('link', 'what you look at');
    await page.until(() => document.activeElement.id === 'subject', 'the focus is there');
    await page.click('radio', /^The company/);
    await page.until(() => !/what you look at/.test(document.querySelector('[role=alert]').innerText), 'no longer missing');
  });
});
