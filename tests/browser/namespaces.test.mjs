// What the address says behind `?`: pages of one origin that keep apart what they keep, and what is chosen
// beforehand.

import assert from 'node:assert/strict';
import { inBrowsers } from './harness/suite.mjs';
import { framed, inside } from './harness/frames.mjs';
import { eventually } from './harness/page.mjs';
import { begin, go } from './harness/ways.mjs';

const QUESTION = 'embed-commit-end-use';
const names = page => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
const trap = () => { dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })); };

/** Writes a note at the first question of the long form that is kept. */
async function write(page, company, text) {
  await begin(page, { company });
  await go(page, QUESTION);
  await page.type('note', text);
  await page.kept();
}

inBrowsers('namespaces', {}, suite => {
  suite.test('two frames of one page keep apart by their namespaces, also when the page around them loads anew', { noisy: true }, async visit => {
    const address = visit.server.address;
    const body = ['one', 'two'].map(name => `<iframe src="${address}?namespace=${name}" width="900" height="700"></iframe>`).join('');
    const { page, all } = await framed(visit, body, { frames: 2 });
    for (const [nth, one] of all.entries()) await write(one, `Company ${nth}`, `Of ${nth}.`);
    await page.page.reload();
    const again = [inside(page, 0), inside(page, 1)];
    for (const [nth, one] of again.entries()) {
      await eventually(() => one.frame(), 'the frame');
      await one.sealed();
      await one.until(nth => document.getElementById('note')?.value === `Of ${nth}.`, 'its own assessment is back', nth);
    }
    assert.deepEqual(await names(again[0]), ['respect-in-practice.one', 'respect-in-practice.two']);

    const [first, second] = again;
    await go(first, 'sealed', 'Nothing leaves this machine');
    await first.find('button', /^Delete it from this device Company 0/);
    assert.match(await first.text('main'), /a name of its own, “one”: what is kept under other names is not listed/);
    assert.equal(await first.seek('button', /Company 1/), null, 'no other is listed');
    await first.click('button', 'Delete everything from this device');
    await first.click('button', /^Delete/, { within: 'dialog' });
    await first.until(() => /No assessment is kept/.test(document.querySelector('main').innerText), 'it is deleted');
    await second.type('note', ' More.');
    await second.kept();
    await go(second, 'sealed', 'Nothing leaves this machine');
    await second.find('button', /^Delete it from this device Company 1/);
  });

  suite.test('after a crash the answers of the own namespace are saved', { noisy: true, shared: true }, async visit => {
    const page = await visit.page();
    await page.open('?namespace=one');
    await write(page, 'Company', 'Before the crash.');
    await page.evaluate(trap);
    await page.find('heading', 'This page has stopped working');
    assert.match(await page.text('main [role=alert]'), /Your answers are safe/);
    const file = await visit.download(() => page.click('button', 'Save my answers to a file'));
    assert.match(file.text, /Before the crash\./);
  });

  suite.test('parts and form that the address names are chosen beforehand, and can be chosen otherwise; what is no namespace counts as none', async visit => {
    const page = await visit.page();
    await page.open(`?parts=preventing,odd&form=complete&namespace=${'a'.repeat(33)}`);
    await page.click('button', 'Start an assessment');
    const chosen = () => page.evaluate(() => [...document.querySelectorAll('main :is([type=checkbox], [name=form])')].filter(one => one.checked).map(one => one.id));
    await page.screen('Two choices, then the first question');
    await page.click('button', /^Parts and length/);
    assert.deepEqual((await chosen()).filter(id => id.startsWith('module-')), ['module-preventing']);
    assert.ok(await page.evaluate(() => document.querySelector('[name=form][value=complete]').checked));
    await page.click('checkbox', /^Embedding/);
    await page.click('radio', /^The short form/);
    await page.click('radio', /^The company as a whole/);
    await page.click('radio', /^Keep on this device/);
    await page.click('button', 'Start answering');
    await page.kept();
    assert.deepEqual(await names(page), ['respect-in-practice']);
    await page.open('?namespace=..%2FB&form=complete#choose');
    await go(page, 'choose', 'Two choices, then the first question');
    await page.until(() => document.querySelector('[name=form][value=short]')?.checked && document.getElementById('module-embedding').checked, 'what was chosen stays');
  });
});
