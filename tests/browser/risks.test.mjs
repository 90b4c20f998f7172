// The register of risks and how grave each is: by keyboard alone, on a small screen, in the tree that assistive
// technology reads, and over a reload.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { save } from './harness/sample.mjs';
import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { go, withSave } from './harness/ways.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const complete = () => save({ form: 'complete', modules: ['embedding', 'preventing', 'mapping', 'assessing'] });

/** What axe finds. */
async function axe(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]));
}

/** The risks as they stand, by heading. */
const listed = page => page.evaluate(() => Object.fromEntries([...document.querySelectorAll('.banded:has(h2)')].map(band => [
  band.querySelector('h2').textContent,
  [...band.querySelectorAll('.risk')].map(risk => `${risk.querySelector('.risk-code').textContent} ${risk.querySelector('h3').textContent}`),
])));

const said = page => page.text('.unseen[role=status]');

/** Whether nothing stands beyond the edge. */
const fits = page => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

const focused = (page, id) => page.until(id => document.activeElement?.id === id, `focus on ${id}`, id);

async function register(visit, options) {
  const page = await withSave(visit, complete(), options);
  await go(page, 'risks', 'Risks to people');
  return page;
}

/** Adds a risk, of which the first stands there to be described, and fills in what is needed, with the keyboard alone. */
async function add(page, name) {
  if (await page.evaluate(() => !!document.querySelector('h3'))) {
    await page.tabTo('button', 'Add a risk');
    await page.key('Enter');
    await focused(page, 'risk-name');
  } else {
    await page.tabTo('textbox', 'What happens to whom');
  }
  await page.page.keyboard.type(name);
  for (const [role, label] of [['checkbox', /^Children/], ['checkbox', /^A State/], ['checkbox', 'Design']]) {
    await page.tabTo(role, label);
    await page.key(' ');
  }
  await page.until(() => /^4 of 4 needed/.test(document.querySelector('.risk.open .hint').textContent), 'all that is needed');
}

/** Lists the first risk, which stands there to be described: whoever names it stays in the field. */
async function first(page, name) {
  await page.type('risk-name', name);
  await page.until(() => location.hash === '#risks.1' && !!document.querySelector('.risk.open h3'), 'it is listed');
  await focused(page, 'risk-name');
}

/** Rates the risk that is open, and comes back to the list. */
async function rate(page, [scale, scope, undone]) {
  await page.tabTo('link', 'How grave is it?');
  await page.key('Enter');
  await page.screen('How grave is it?');
  for (const [name, step] of [['scale', scale], ['scope', scope], ['irremediability', undone]]) {
    const group = `fieldset:has([name=mark-${name}])`;
    await page.tabTo('radio', null, { within: group });
    await page.key(' ');
    for (let at = 5; at > step; at -= 1) await page.key('ArrowDown');
    await page.until((name, step) => document.querySelector(`[name=mark-${name}]:checked`)?.value === step, `${name} ${step}`, name, `${step}`);
  }
  await page.tabTo('link', 'The risk');
  await page.key('Enter');
  await page.screen('Risks to people');
}

const close = async page => {
  await page.tabTo('button', /^Close/);
  await page.key('Enter');
  await page.until(() => !document.querySelector('.risk.open'), 'closed');
};

inBrowsers('risks', { shared: true }, suite => {
  for (const [name, size] of [['a wide screen', DESK], ['a small one', PHONE]]) {
    suite.test(`with the keyboard alone risks are listed, rated, put in order, removed and kept, on ${name}`, async visit => {
      const page = await register(visit, { size });
      assert.deepEqual(await listed(page), {}, 'none is listed yet');
      await add(page, 'Found and arrested');
      await rate(page, [5, 3, 5]);
      await focused(page, 'open-1');
      await close(page);
      await focused(page, 'open-1');
      await add(page, 'Followed home');
      await rate(page, [5, 3, 5]);
      await close(page);
      await add(page, 'Turned away');
      await rate(page, [2, 2, 2]);
      await close(page);
      assert.deepEqual(await listed(page), { Gravest: ['R1 Followed home', 'R2 Found and arrested'], 'To watch': ['R3 Turned away'] });
      assert.match(await page.text('.risk:nth-child(2)'), /As grave as R1/);
      assert.ok(await fits(page));

      await page.tabTo('button', /^Open Found/);
      await page.key('Shift', 'Tab');
      await focused(page, 'handle-1');
      await page.key('Alt', 'ArrowUp');
      await page.until(() => document.querySelector('.risk h3').textContent === 'Found and arrested', 'it went up');
      await focused(page, 'handle-1');
      assert.equal(await said(page), 'Now R1.');
      await page.type('because-1', 'Two warnings came');

      await page.tabTo('button', /^Open Turned/);
      await page.key('Enter');
      await page.until(() => !!document.querySelector('.risk.open'), 'open');
      await page.tabTo('button', /^Remove this risk/);
      await page.key('Enter');
      await page.until(() => document.querySelectorAll('.risk').length === 2, 'one less');
      await focused(page, 'open-2');
      await page.tabTo('button', 'Undo', { within: '.told' });
      await page.key('Enter');
      await page.until(() => document.querySelectorAll('.risk').length === 3, 'there again');

      await page.kept();
      await page.reload();
      await page.screen('Risks to people');
      assert.deepEqual(await listed(page), { Gravest: ['R1 Found and arrested', 'R2 Followed home'], 'To watch': ['R3 Turned away'] });
      assert.equal(await page.value('because-1'), 'Two warnings came');
    });
  }

  suite.test('what happened stands apart, is confidential as a whole, and how near it is is not asked', async visit => {
    const page = await register(visit);
    await first(page, 'Arrested on a wrong match');
    await page.click('radio', 'It has happened');
    await page.until(() => /so the whole risk is confidential/.test(document.querySelector('main').innerText), 'confidential');
    assert.deepEqual(await listed(page), { 'Happening, or has happened': ['R1 Arrested on a wrong match'] });
    await go(page, 'severity.1', 'How grave is it?');
    assert.equal(await page.evaluate(() => document.querySelectorAll('[name=likelihood]').length), 0);
    assert.match(await page.text('.band'), /People have been harmed/);
    await go(page, 'result', 'Result');
    await page.until(() => !!document.querySelector('.of-board'), 'the result');
    assert.equal((await page.text('.of-board')).match(/People have been harmed/g).length, 1, 'it is said once');
  });

  suite.test('the page of a risk has the whole width, plum diamonds, five phases side by side and what is planned in a table', async visit => {
    const planned = { id: 1, what: 'Ask two resellers', question: null, kept: false, priority: 'first', owner: 'Legal', due: '2026-01-31', status: 'started', first_step: '', effort: null, needs: '', first_sign: 'Two answers', risks: [1] };
    const page = await withSave(visit, { ...complete(), plan: [planned] });
    await go(page, 'risks', 'Risks to people');
    await add(page, 'Found and arrested');
    await rate(page, [5, 3, 5]);
    await close(page);
    await add(page, 'Turned away');
    await close(page);
    await go(page, 'risk.1', 'Found and arrested');
    await page.until(() => !!document.querySelector('.of-risk .diamond'), 'the page');
    assert.match(await page.text('nav.kicker'), /^Risks to people · R1 · R2$/);
    assert.equal(await page.text('nav.kicker [aria-current=page]'), 'R1');
    assert.match(await page.text('.title .hint'), /^Gravest · By a State · hits children · starts in design/);
    const looks = await page.evaluate(() => {
      const style = selector => getComputedStyle(document.querySelector(selector));
      const diamond = style('.of-risk .level .diamond.solid');
      const wide = selector => document.querySelector(selector).getBoundingClientRect().width;
      const columns = selector => style(selector).gridTemplateColumns.split(' ').length;
      return {
        background: diamond.backgroundColor,
        fill: diamond.fill,
        people: style('.of-risk .level:has(.diamond) > b').color,
        page: wide('.of-risk') / wide('main'),
        phases: columns('.of-risk .tactics'),
        scales: columns('.of-risk .profile-of'),
        planned: [...document.querySelectorAll('.of-risk .part:last-child tbody tr > *')].map(cell => cell.innerText),
      };
    });
    const { people, page: width, planned: row, ...others } = looks;
    assert.ok(width > 0.9, `${width} of the screen`);
    assert.deepEqual(others, { background: 'rgba(0, 0, 0, 0)', fill: people, phases: 5, scales: 3 });
    assert.match(row.join('|'), /^Ask two resellers\s+Overdue.*\|Legal\|31 January 2026\|Started\|Two answers$/s);
    await page.page.setViewport({ width: 320, height: 640 });
    await page.until(() => getComputedStyle(document.querySelector('.of-risk .tactics')).gridTemplateColumns.split(' ').length === 1, 'stacked');
    assert.ok(await fits(page));
    assert.deepEqual(await axe(page), []);
  });

  suite.test('each field of a risk can be kept out of copies for sharing, with the keyboard alone', async visit => {
    const page = await register(visit);
    await add(page, 'Found and arrested');
    const boxes = await page.evaluate(() => [...document.querySelectorAll('.risk.open [id^=confidential-]')].map(({ id, checked }) => [id.slice('confidential-'.length), checked]));
    const byDefault = ['story', 'status', 'where', 'product', 'since', 'note', 'evidence'];
    const open = ['name', 'people', 'who', 'arises', 'rights', 'users', 'when', 'whole'];
    assert.deepEqual(boxes.filter(([, checked]) => checked).map(([name]) => name).sort(), byDefault.sort());
    assert.deepEqual(boxes.filter(([, checked]) => !checked).map(([name]) => name).sort(), open.sort());
    await page.tabTo('checkbox', 'Confidential', { within: '[aria-labelledby=asks-name]' });
    await page.key(' ');
    await page.until(() => document.getElementById('confidential-name').checked, 'the name stays out');
    await page.kept();
    await page.reload();
    await go(page, 'risks.1', 'Risks to people');
    assert.ok(await page.evaluate(() => document.getElementById('confidential-name').checked));
  });

  suite.test('where only of risks something is confidential, all that is said beside the files agrees', async visit => {
    const page = await register(visit);
    await go(page, 'download', 'Download');
    assert.match(await page.text('main'), /No answer is marked as confidential, so none stays out/);
    assert.doesNotMatch(await page.text('main'), /Of each risk|with confidential answers|confidential ones marked/);
    await go(page, 'risks', 'Risks to people');
    await add(page, 'Found and arrested');
    await go(page, 'download', 'Download');
    const says = await page.text('main');
    assert.match(says, /All answers, notes and evidence, confidential ones marked as such/);
    assert.match(says, /Always complete, with confidential answers/);
    assert.match(says, /No answer is marked as confidential, so none stays out/);
    assert.match(says, /Of each risk to people, what is confidential there stays out of a copy for sharing too/);
  });

  suite.test('at 360 px nothing that has the focus lies under the foot', async visit => {
    const page = await withSave(visit, save(), { size: PHONE });
    await go(page, 'risks', 'Risks to people');
    await first(page, 'Found and arrested');
    const hidden = [];
    for (let at = 0; at < 25; at += 1) {
      await page.key('Tab');
      const fault = await page.evaluate(async () => {
        const focused = document.activeElement;
        if (focused.closest('.go')) return null;
        const hides = () => {
          const { top, bottom } = (focused.closest('label') ?? focused).getBoundingClientRect();
          const foot = document.querySelector('.go').getBoundingClientRect().top;
          return bottom > foot && top > 1 ? `${focused.outerHTML.slice(0, 90)}: ${top} to ${bottom}, foot at ${foot}` : null;
        };
        for (let frame = 0; frame < 3 || (frame < 30 && hides()); frame += 1) await new Promise(requestAnimationFrame);
        return hides();
      });
      if (fault) hidden.push(fault);
    }
    assert.deepEqual(hidden, []);
  });

  suite.test('three filled-in examples stand beside the first risk, each of another company and by somebody else', async visit => {
    const page = await register(visit, { size: PHONE });
    assert.equal(await page.text('.examples > summary'), 'See three filled-in examples');
    await (await page.page.$('.examples > summary')).click();
    await page.until(() => document.querySelector('.examples').open, 'open');
    const told = await page.evaluate(() => [...document.querySelectorAll('.examples li')].map(one => [
      one.querySelector('.kicker').innerText,
      /^By ([^·,]+)/.exec(one.querySelector('.second').innerText)?.[1].trim(),
      one.querySelectorAll('.ticks .diamond').length,
      one.querySelector('blockquote').innerText.length > 80,
    ]));
    assert.deepEqual(told, [
      ['Orrin Vision', 'a State', 3, true],
      ['Tamarin Messenger', 'individuals or groups', 3, true],
      ['Halden Cloud', told[2][1], 3, true],
    ]);
    assert.equal(new Set(told.map(([, by]) => by)).size, 3);
    assert.ok(await fits(page));
    assert.deepEqual(await axe(page), []);
    await page.click('link', 'Tamarin Messenger');
    await page.screen('An example result: Tamarin Messenger');
  });

  suite.test('each scale is told by its own question, and the band with its reason as one chooses', async visit => {
    const page = await register(visit);
    await first(page, 'Found and arrested');
    await go(page, 'severity.1', 'How grave is it?');
    await page.click('radio', /^5 Death/);
    await page.until(() => /^Gravest/.test(document.querySelector('.band').innerText), 'the band');
    assert.match(await page.text('.band'), /because of its scale alone/);
    assert.equal(await page.evaluate(() => document.querySelector('.band').getAttribute('role')), 'status');
    await page.click('radio', /^1 Up to 10/);
    await page.click('radio', 'I don’t know yet', { within: 'fieldset:has([name=mark-irremediability])' });
    await page.until(() => /First find out: how far people can be put back/.test(document.querySelector('.band').innerText), 'what is unknown');
    await page.click('button', 'Say what our measures change');
    await page.until(() => !!document.getElementById('to-scale'), 'the second profile');
    const table = await page.evaluate(() => [...document.querySelectorAll('.table tbody tr')].map(row => [...row.children].map(cell => cell.innerText.trim())));
    assert.deepEqual(table.map(([name, before, after]) => [name, before, after]), [
      ['Scale', '5, death, torture or a life destroyed', 'No lower'],
      ['Scope', '1, up to 10', 'No lower'],
      ['Cannot be undone', 'not known, as 4', 'No lower'],
      ['Likelihood, apart', 'Not said yet', 'No lower'],
    ]);
  });

  suite.test('a fourth right is not taken, and text that is too long is told and not cut', async visit => {
    const page = await register(visit);
    await first(page, 'Found and arrested');
    for (const number of [3, 12, 9]) await page.clickId(`right-${number}`);
    await page.until(() => document.querySelectorAll('.hit > li').length === 3, 'three');
    await page.clickId('right-1');
    await page.until(() => /Take one out first/.test(document.querySelector('.unseen[role=status]').textContent), 'told');
    assert.equal(await page.evaluate(() => document.getElementById('right-1').checked), false);
    await page.click('button', /^Later/, { within: '.hit' });
    await page.until(() => /^1\s*Peaceful/.test(document.querySelector('.hit').innerText), 'the second is first');
    await focused(page, 'harder-12');
    await page.type('risk-name', 'x'.repeat(83 - 'Found and arrested'.length));
    await page.until(() => /^3 letters more/.test(document.getElementById('risk-name-problem')?.textContent ?? ''), 'three too many');
    assert.equal((await page.value('risk-name')).length, 83);
  });

  suite.test('a month is read as it is typed where the browser has no calendar for months, and what is none is told', { skip: suite.kind !== 'firefox' && 'it has one' }, async visit => {
    const page = await register(visit);
    await first(page, 'Found and arrested');
    const typed = async text => {
      await page.evaluate(() => { document.getElementById('risk-since').value = ''; });
      await page.type('risk-since', text);
      await page.key('Tab');
    };
    await typed('3/2026');
    await page.until(() => document.getElementById('risk-since').value === '2026-03', 'it is read');
    await typed('in spring');
    await page.until(() => /no year and month/.test(document.getElementById('risk-since-problem')?.textContent ?? ''), 'it is told');
    assert.equal(await page.value('risk-since'), 'in spring', 'what was typed stands there');
    await page.kept();
    await page.reload();
    await go(page, 'risks.1', 'Risks to people');
    assert.equal(await page.value('risk-since'), '2026-03', 'what was known is known');
  });

  suite.test('axe finds nothing, nothing runs over an edge of 320 px, and each thing has a name', async visit => {
    const page = await register(visit);
    await first(page, `${'Llanfairpwllgwyngyll'.repeat(3)}`);
    await page.click('checkbox', 'At heightened risk');
    await page.click('checkbox', /^A State/);
    await page.click('checkbox', 'Individuals or groups');
    for (const place of ['risks', 'risks.1', 'severity.1']) {
      await go(page, place);
      for (const size of [DESK, { width: 320, height: 640 }]) {
        await page.page.setViewport(size);
        await page.until(() => !!document.querySelector('main.risks, main.severity'), place);
        assert.deepEqual(await axe(page), [], `${place} ${size.width}`);
        assert.ok(await fits(page), `${place} ${size.width}`);
      }
    }
    const tree = await page.page.accessibility.snapshot({ interestingOnly: true });
    const all = [];
    (function walk(node) { all.push(node); (node.children ?? []).forEach(walk); })(tree);
    const nameless = all.filter(({ role, name }) => /button|link|checkbox|radio|textbox|combobox|group/.test(role) && !name);
    assert.deepEqual(nameless, []);
    assert.ok(all.some(({ role, name }) => role === 'radio' && /^[1-5] /.test(name)), 'a mark is named by its digit and what it means');
  });
});
