// The plan: what the answers suggest is taken over, reworded, ordered with mouse and keys, filtered, kept,
// and stands in the report; what is overdue says so on the screen and in every file.

import assert from 'node:assert/strict';
import { action, answer, save } from './harness/sample.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, reports, saveFile, withSave } from './harness/ways.mjs';

const low = (parts = {}) => save({
  form: 'complete',
  answers: [
    answer('prevent-monitoring', { choice: { step: 1 } }),
    answer('prevent-suspension', { choice: { step: 2 } }),
    answer('embed-gov-exec', { choice: { step: 1 } }),
  ],
  ...parts,
});

/** A day so many days from today, as a save file has it. */
const inDays = days => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

/** A plan with one of everything. */
const full = () => [
  action(1, 'Watch how it is used.', { question: 'prevent-monitoring', owner: 'Operations', due: inDays(-15) }),
  action(2, 'Agree on who may suspend.', { question: 'prevent-suspension', owner: 'Legal', due: inDays(20) }),
  action(3, 'Ask the board.', { priority: 'next', owner: 'Legal', due: inDays(80), status: 'started' }),
  action(4, 'Write to the resellers.', { priority: 'next' }),
  action(5, 'Read the old contract.', { status: 'done', owner: 'Operations', due: inDays(-40) }),
  action(6, 'Buy a tool.', { priority: 'later', status: 'dropped' }),
];

/** The words of the actions that stand in each group. */
const planned = page => page.evaluate(() => [...document.querySelectorAll('.when')].map(group => [...group.querySelectorAll('.opens')].map(button => button.textContent.trim())));

const said = page => page.text('[role=status].unseen');

const plan = async page => {
  await go(page, 'plan');
  await page.until(() => document.querySelectorAll('.when').length === 3, 'the plan');
};

/** Chooses in a list, as a person does. */
const choose = (page, id, words) => page.evaluate((id, words) => {
  const list = document.getElementById(id);
  list.value = [...list.options].find(option => option.textContent === words).value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}, id, words);

const setDay = (page, id, day) => page.evaluate((id, day) => {
  const due = document.getElementById(id);
  due.value = day;
  due.dispatchEvent(new Event('change', { bubbles: true }));
}, id, day);

const open = async (page, id) => {
  await page.clickId(`open-${id}`);
  await page.until(id => !!document.getElementById(`action-${id}`), 'it is open', id);
};

async function begin(visit, options) {
  const page = await withSave(visit, low(), options);
  await plan(page);
  await page.click('button', /^Show the 3,/);
  await page.until(() => document.querySelectorAll('.suggestions > li').length === 3, 'three suggestions');
  return page;
}

/** Takes suggestions over, the first ones first. */
async function add(page, count) {
  for (let taken = 0; taken < count; taken += 1) {
    const left = await page.evaluate(() => document.querySelectorAll('.suggestions > li').length);
    await page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
    await page.until(left => document.querySelectorAll('.suggestions > li').length === left - 1, 'one less', left);
  }
}

inBrowsers('plan', { shared: true }, suite => {
  suite.test('a suggestion is taken over, worded anew, and stands in files and after a reload', async visit => {
    const page = await begin(visit);
    const suggested = await page.text('.suggestions > li:first-child .says');
    await add(page, 1);
    assert.match(await said(page), /It is in the plan now, under First\./);
    assert.deepEqual(await planned(page), [[suggested], [], []]);
    await open(page, 1);
    const owner = await page.value('owner-1');
    assert.ok(owner.length > 0, 'who could know owns it');
    assert.match(await page.text('#owner-1-hint'), /From who could know/);
    assert.match(await page.text('.row .due'), /No date/, 'no day is made up');
    await page.type('action-1', ' By Friday.');
    await page.type('owner-1', ' at night');
    await page.type('needs-1', 'Two days of the team on duty.');
    await page.type('first-sign-1', 'One person is called back.');
    await page.click('radio', 'Medium', { within: '.edit' });
    // The year 26, as two digits make it: told once the field is left, and it stays there as it was typed.
    await setDay(page, 'due-1', '0026-01-31');
    assert.equal(await page.evaluate(() => document.getElementById('due-1-problem')), null, 'not while it is typed');
    await page.evaluate(() => document.getElementById('due-1').dispatchEvent(new FocusEvent('blur')));
    await page.until(() => /no day from 1990 to 2199/.test(document.getElementById('due-1-problem')?.textContent ?? ''), 'it is told');
    assert.equal(await page.value('due-1'), '0026-01-31');
    assert.match(await page.text('.row .due'), /No date/, 'the plan takes nothing of it');
    await setDay(page, 'due-1', '2027-01-31');
    await page.until(() => !document.getElementById('due-1-problem'), 'nothing is told any more');
    await page.kept();
    await page.reload();
    await page.until(() => document.getElementById('due-1')?.value === '2027-01-31', 'the same action is open, with its day');
    assert.deepEqual(await planned(page), [[`${suggested} By Friday.`], [], []]);
    await go(page, 'download');
    const files = await reports(visit, page);
    for (const text of [files.html.text, files.markdown.text]) {
      assert.match(text, /By Friday\\?\./);
      assert.match(text, /31 January 2027/);
      assert.match(text, /Two days of the team on duty/);
      assert.match(text, /One person is called back/);
      assert.match(text, /Medium/);
    }
    const [saved] = JSON.parse((await saveFile(visit, page)).text).plan;
    assert.equal(saved.owner, `${owner} at night`);
    assert.deepEqual([saved.effort, saved.needs, saved.first_sign], ['medium', 'Two days of the team on duty.', 'One person is called back.']);
    assert.equal(saved.question.length > 0, true);
  });

  suite.test('what would close a gap is added where the gap stands, leads to its action, and from there back to the gap', async visit => {
    const page = await withSave(visit, low());
    await go(page, 'result');
    await page.until(() => document.querySelectorAll('.of-gaps .actions button').length === 3, 'three gaps');
    await page.click('button', /^Add to plan/, { within: '.of-gaps li:nth-child(2)' });
    await page.until(() => document.activeElement.innerText.startsWith('In the plan'), 'the same button says so');
    assert.match(await said(page), /It is in the plan now, under First\./);
    await page.key('Enter');
    await page.until(() => location.hash === '#plan.1' && document.activeElement.id === 'open-1', 'its action, open');
    assert.ok(await page.value('action-1'));
    const question = await page.evaluate(() => document.querySelector('.reason a').hash);
    await page.click('link', 'See it in the result');
    await page.until(question => location.hash === '#result' && document.activeElement.hash === question, 'the gap', question);
    assert.equal(await page.evaluate(() => !!document.activeElement.closest('.findings')), true);
    await page.back();
    await page.until(() => location.hash === '#plan.1' && !!document.getElementById('action-1'), 'the action again, open');
    await page.click('link', 'Go to the answer');
    await page.until(question => location.hash === question, 'the answer', question);
    await page.back();
    await page.until(() => location.hash === '#plan.1' && !!document.getElementById('action-1'), 'and back');
    await page.click('button', /^Remove/);
    await page.until(() => document.activeElement.id === 'new-action' && location.hash === '#plan', 'the focus goes on');
    await go(page, 'result');
    await page.until(() => [...document.querySelectorAll('.of-gaps .actions button')].every(button => button.innerText.startsWith('Add to plan')), 'it can be added again');
  });

  for (const size of [DESK, PHONE]) {
    suite.test(`an action that one is led to stands in view with its first field, and a long one takes no more than its place, ${size.width} px`, async visit => {
      const long = full().map(one => one.id === 3 ? { ...one, what: 'Ask each reseller who uses it. '.repeat(70) } : one);
      const page = await withSave(visit, low({ plan: long }), { size });
      await plan(page);
      const high = id => page.evaluate(id => document.getElementById(`open-${id}`).closest('.row').offsetHeight, id);
      assert.ok(await high(3) < await high(2) + 350, 'its beginning');
      await go(page, 'result');
      await go(page, 'plan.3');
      await page.until(() => document.activeElement.id === 'open-3' && !!document.getElementById('action-3'), 'open');
      await page.until(() => {
        const { top } = document.getElementById('action-3').getBoundingClientRect();
        return top > 0 && top < document.querySelector('main > .go').getBoundingClientRect().top - 40;
      }, 'its first field is in view');
      assert.match(await page.value('action-3'), /^(Ask each reseller who uses it\. ?){70}$/);
      await page.click('button', /^Remove/);
      await page.until(() => !!document.querySelector('.told button'), 'it is said');
      const { bottom, high: all } = await page.evaluate(() => ({ bottom: document.querySelector('.told button').getBoundingClientRect().bottom, high: innerHeight }));
      assert.ok(bottom <= all, `Undo ends at ${bottom} of ${all}`);
      assert.ok(!(await page.text('.told p')).includes('..'));
      await page.click('button', /^Undo/, { within: '.told' });
      await page.until(() => document.querySelectorAll('.opens').length === 4, 'it is back');
    });
  }

  suite.test('a row opens and closes in its place, with keys, and says so', async visit => {
    const page = await withSave(visit, low({ plan: full() }));
    await plan(page);
    assert.equal(await page.evaluate(() => document.querySelectorAll('.edit textarea').length), 0, 'rows alone');
    await page.evaluate(() => document.getElementById('open-2').focus());
    await page.key('Enter');
    await page.until(() => document.getElementById('open-2').getAttribute('aria-expanded') === 'true', 'it says that it is open');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'open-2', 'the focus stays');
    assert.equal(await page.value('owner-2'), 'Legal');
    await open(page, 3);
    assert.equal(await page.evaluate(() => document.getElementById('action-2')), null, 'one is open at a time');
    const before = await page.evaluate(() => history.length);
    await page.click('button', 'Close');
    await page.until(() => document.activeElement.id === 'open-3' && !document.querySelector('.edit textarea'), 'closed, with the focus on its row');
    assert.equal(await page.evaluate(() => history.length), before, 'no step back of its own');
  });

  suite.test('an action says that it is saved as one types only where it is', async visit => {
    const page = await withSave(visit, low({ plan: full() }), { keep: false });
    await plan(page);
    await open(page, 2);
    assert.doesNotMatch(await page.text('.ends'), /Saved/);
    await go(page, 'choose', /./);
    await page.click('radio', /^Keep on this device/);
    await page.kept();
    await plan(page);
    await open(page, 2);
    assert.match(await page.text('.ends'), /Saved as you type/);
  });

  suite.test('what is overdue says so in words, and moves on by a month', async visit => {
    const page = await withSave(visit, low({ plan: full() }));
    await plan(page);
    assert.match(await page.text('.lead'), /^6 actions: 1 is overdue, 2 are due by .+, 1 has no date, 1 is done, 1 will not be done\.$/);
    const looks = await page.evaluate(() => {
      const bold = document.querySelector('.row .due b');
      const { color, fontWeight } = getComputedStyle(bold);
      return { words: bold.textContent, same: color === getComputedStyle(document.querySelector('main')).color, fontWeight, lead: document.querySelector('.lead b').textContent };
    });
    assert.deepEqual(looks, { words: 'Overdue, 15 days', same: true, fontWeight: '650', lead: '1 is overdue' });
    await go(page, 'download');
    const files = await reports(visit, page);
    for (const [format, file] of Object.entries(files)) assert.match(file.text, /Overdue, 15 days/, format);
    const calendar = await visit.download(() => page.click('button', /^Save .*calendar/i));
    assert.match(calendar.text.replaceAll('\r\n ', ''), /Overdue\\, 15 days/);
    const events = calendar.text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
    const done = events.filter(event => /Read the old contract/.test(event));
    assert.equal(done.length, 1);
    assert.match(done[0], /SUMMARY[^\r]*:Done: Read the old contract\.\r\n[^]*STATUS:CANCELLED/, 'it takes back what stood there');
    await plan(page);
    await open(page, 1);
    await page.click('button', /^Move to /);
    await page.until(() => !document.querySelector('.row .due b') && !document.querySelector('.lead b'), 'overdue no more');
  });

  suite.test('what is done or dropped is folded at the end, and comes back by its status', async visit => {
    const page = await withSave(visit, low({ plan: full() }));
    await plan(page);
    assert.deepEqual((await planned(page)).map(group => group.length), [2, 2, 0]);
    assert.match(await page.text('.when:nth-of-type(3)'), /never because few people are hit/);
    await page.click('button', 'Done or dropped: 2');
    await page.until(() => document.querySelectorAll('.over .row').length === 2, 'both');
    await open(page, 5);
    await choose(page, 'status-5', 'Started');
    await page.click('button', 'Close');
    await page.until(() => document.activeElement.id === 'open-5' && !!document.activeElement.closest('.when'), 'among the first again');
    await open(page, 2);
    await choose(page, 'status-2', 'Done');
    assert.deepEqual((await planned(page)).map(group => group.length), [3, 2, 0], 'nothing jumps while it is open');
    await page.click('button', 'Close');
    await page.until(() => document.activeElement.id === 'open-2' && !!document.activeElement.closest('.over'), 'among what is done');
    assert.match(await said(page), /stands under “Done or dropped” now/);
  });

  suite.test('filters hide, say how many, keep the order, and are none of the assessment', async visit => {
    const page = await withSave(visit, low({ plan: full() }));
    await plan(page);
    const all = await planned(page);
    await choose(page, 'filter-owner', 'Legal');
    await page.until(() => document.querySelectorAll('.when .row').length === 2, 'two of them');
    assert.match(await page.text('.hides'), /^4 actions are hidden by the filter/);
    await choose(page, 'filter-due', 'Within 30 days');
    await page.until(() => document.querySelectorAll('.when .row').length === 1, 'one of them');
    await choose(page, 'filter-due', 'Overdue');
    await page.until(() => document.querySelector('.hides').innerText.startsWith('No action matches'), 'nothing matches');
    await page.click('button', 'Show all');
    await page.until(() => document.querySelectorAll('.when .row').length === 4 && !document.querySelector('.hides').innerText, 'all again');
    assert.deepEqual(await planned(page), all);
    await choose(page, 'filter-owner', 'Nobody yet');
    await page.until(() => document.querySelectorAll('.when .row').length === 1, 'that of nobody');
    await page.reload();
    await page.until(() => document.querySelectorAll('.when .row').length === 4, 'nothing of it is kept');
  });

  suite.test('the menu of a handle lies over all that stands in its row and below', async visit => {
    const page = await withSave(visit, low({ plan: full() }), { size: DESK });
    await plan(page);
    await page.click('button', /^Move:/, { within: '.planned > li:first-child' });
    const through = await page.evaluate(() => {
      const menu = document.querySelector('.menu');
      const { left, top, width, height } = menu.getBoundingClientRect();
      const found = new Set();
      for (let x = left + 2; x < left + width - 2; x += 4) {
        for (let y = top + 2; y < top + height - 2; y += 4) {
          const hit = document.elementFromPoint(x, y);
          if (!menu.contains(hit)) found.add(hit.outerHTML.slice(0, 60));
        }
      }
      return [...found];
    });
    assert.deepEqual(through, []);
  });

  suite.test('at 360 px the filters are one line, which says what they show and opens', async visit => {
    const page = await withSave(visit, low({ plan: full() }), { size: PHONE });
    await plan(page);
    const line = () => page.text('.above summary');
    assert.equal(await line(), 'All owners, any date');
    assert.ok(await page.evaluate(() => document.querySelector('.above').offsetHeight) <= 110, 'it takes little room');
    assert.equal(await page.seek('combobox', 'Owner'), null);
    await page.click('button', 'All owners, any date');
    await page.find('combobox', 'Owner');
    await choose(page, 'filter-owner', 'Legal');
    await page.until(() => document.querySelector('.above summary').innerText.trim() === 'Legal, any date', 'it says so');
    await page.find('combobox', 'Due');
    await page.click('button', 'Legal, any date');
    await page.gone('combobox', 'Owner');
    await page.find('button', 'Show all');
  });

  suite.test('a plan of version 1 opens, with nothing in the fields that came later', async visit => {
    const before = full().map(({ effort, needs, first_sign: sign, risks: of, ...fields }) => fields);
    const { sheets, risks, ...first } = low({ plan: before });
    assert.deepEqual([sheets, risks.risks], [[], []]);
    const answers = first.answers.map(({ elsewhere, ...fields }) => fields);
    const page = await withSave(visit, { ...first, answers, version: 1 });
    await plan(page);
    await open(page, 1);
    assert.deepEqual([await page.value('needs-1'), await page.value('first-sign-1'), await page.value('owner-1')], ['', '', 'Operations']);
    assert.equal(await page.evaluate(() => document.querySelector('.edit .segments :checked').value), 'not-said');
  });

  suite.test('what is removed comes back with all that stood in it by one undo', async visit => {
    const page = await withSave(visit, low({ plan: full() }));
    await plan(page);
    await open(page, 1);
    await page.click('button', /^Remove/);
    await page.until(() => document.activeElement.id === 'open-2', 'the focus goes to the next one');
    await page.page.keyboard.down('Control');
    await page.key('z');
    await page.page.keyboard.up('Control');
    await page.until(() => !!document.getElementById('open-1'), 'it is there again');
    await open(page, 1);
    assert.equal(await page.value('owner-1'), 'Operations');
    assert.equal(await page.value('due-1'), inDays(-15));
  });

  suite.test('actions are ordered by keys and by the menu, it is said, and the focus stays on the handle', async visit => {
    const page = await begin(visit, { size: PHONE });
    await add(page, 3);
    const [[one, two, three]] = await planned(page);
    await page.evaluate(() => document.getElementById('handle-3').focus());
    await page.page.keyboard.down('Alt');
    await page.key('ArrowUp');
    await page.page.keyboard.up('Alt');
    await page.until(() => document.activeElement.id === 'handle-3', 'the focus stays');
    assert.deepEqual(await planned(page), [[one, three, two], [], []]);
    assert.match(await said(page), /Now 2 of 3 in First\./);
    await page.key('Enter');
    await page.click('button', 'To Later', { within: '.planned > li:nth-child(2)' });
    await page.until(() => document.activeElement.id === 'handle-3', 'the focus comes back');
    assert.deepEqual(await planned(page), [[one, two], [], [three]]);
  });

  suite.test('what is added hands the focus on to the next suggestion, and the last to its action', async visit => {
    const page = await begin(visit);
    const texts = await page.evaluate(() => [...document.querySelectorAll('.suggestions .says')].map(says => says.innerText));
    const press = () => page.click('button', /^Add/, { within: '.suggestions > li:first-child' });
    for (const next of texts.slice(1)) {
      await press();
      await page.until(next => document.activeElement.matches('.suggestions button') && document.activeElement.innerText.includes(next), `Add ${next}`, next);
    }
    assert.match(await said(page), /It is in the plan now, under First\./);
    await press();
    await page.until(() => document.activeElement.id === 'open-3', 'the new action');
  });

  suite.test('the menu offers what moves something, and Escape closes it', async visit => {
    const page = await begin(visit);
    await add(page, 1);
    const offered = () => page.evaluate(() => [...document.querySelectorAll('.menu button')].map(button => button.textContent.trim()));
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

  suite.test('the fields of an action stand in lines, show all of what is typed, and say what has no room', async visit => {
    const owner = 'Head of responsible technology, trust and safety';
    const page = await withSave(visit, low({ plan: [action(1, 'One. '.repeat(40), { owner, first_step: owner, needs: `${'Two days. '.repeat(10)}x` })] }), { size: DESK });
    await plan(page);
    await open(page, 1);
    const tops = await page.evaluate(() => ['owner', 'due', 'status'].map(name => Math.round(document.querySelector(`label[for=${name}-1]`).getBoundingClientRect().top)));
    assert.equal(new Set(tops).size, 1, 'owner, due and status');
    // 199 letters, of which 140 have room: a space at the end takes none.
    assert.match(await page.text('#action-1-problem'), /^59 letters more than have room/);
    assert.match(await page.text('#owner-1-hint'), /Up to 60 letters have room/);
    assert.match(await page.text('#needs-1-hint'), /Up to 100 letters have room/);
    assert.match(await page.text('#needs-1-problem'), /^1 letter more than has room/);
    assert.ok(await page.evaluate(() => !document.getElementById('first-step-1-hint')), 'the first step does not stand on that page');
    await page.page.setViewport({ width: 320, height: 640 });
    const cut = await page.evaluate(() => ['action', 'owner', 'needs', 'first-step', 'first-sign'].filter(name => {
      const field = document.getElementById(`${name}-1`);
      return field.scrollWidth > field.clientWidth;
    }));
    assert.deepEqual(cut, []);
  });

  suite.test('at 360 px the cells stand below each other with their names, whatever is typed nothing runs over the edge, and the handles are seen', async visit => {
    const long = 'x'.repeat(300);
    const page = await withSave(visit, low({ plan: [...full(), action(7, long, { owner: long, first_step: long })] }), { size: PHONE });
    await plan(page);
    await open(page, 7);
    const found = await page.evaluate(() => {
      const row = document.getElementById('open-1').closest('.row');
      const tops = ['.opens', '.owner', '.due', '.stands'].map(part => row.querySelector(part).getBoundingClientRect().top);
      const channel = value => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      const luminance = colour => {
        const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map(channel);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const dots = luminance(getComputedStyle(document.querySelector('.handle .icon')).stroke);
      return {
        ordered: tops.every((top, at) => at === 0 || top > tops[at - 1]),
        names: ['.owner', '.due', '.stands'].map(part => row.querySelector(part).innerText.split(':')[0]),
        // Where room is kept for a scroll bar that is not drawn, the page is narrower than its window.
        sideways: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
        contrast: (luminance('rgb(255, 255, 255)') + 0.05) / (dots + 0.05) >= 3,
      };
    });
    assert.deepEqual(found, { ordered: true, names: ['Owner', 'Due', 'Status'], sideways: 0, contrast: true });
  });

  // Firefox does not let a test look at a page as it is printed.
  suite.test('result and plan are printed without notices, and the result from the first page on', { skip: suite.kind === 'firefox', shared: false }, async visit => {
    const page = await withSave(visit, low({ plan: full() }));
    await plan(page);
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
    assert.notEqual((await printed('.opens')).display, 'none', 'the words of an action');
    await go(page, 'result');
    await page.drop('wrong.json', 'wrong');
    await page.find('alert', /./);
    await page.until(() => !!document.querySelector('.of-profile'), 'the profile');
    assert.equal((await printed('.notices')).display, 'none', 'above the result');
    assert.equal((await printed('.of-profile')).breakBefore, 'auto');
  });

  suite.test('an action is dragged before another', async visit => {
    const page = await begin(visit);
    await add(page, 2);
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
    await add(page, 1);
    const question = await page.evaluate(() => document.querySelector('.reason a').hash.slice(1));
    await go(page, question);
    await page.click('radio', /^5 /);
    await page.kept();
    await plan(page);
    await page.until(() => document.querySelector('.reason')?.innerText.includes('has changed'), 'the reason is gone');
    await open(page, 1);
    await page.click('button', 'Keep it anyway');
    await page.until(() => document.querySelector('.reason')?.innerText.includes('It stays'), 'it is kept');
    await page.click('button', /^Remove/);
    await page.until(() => document.activeElement.id === 'new-action', 'the focus goes on');
    assert.deepEqual(await planned(page), [[], [], []]);
  });
});
