// The example results: three invented companies, which say so on the screen and in every file, and
// never come near one's own work.

import assert from 'node:assert/strict';
import { unpacked } from './harness/package.mjs';
import { PHONE, inBrowsers } from './harness/suite.mjs';
import { begin, go } from './harness/ways.mjs';

const COMPANIES = ['Orrin Vision', 'Tamarin Messenger', 'Halden Cloud'];
const INVENTED = /no such company/;

/** Waits for the result of a company. */
async function stands(page, company) {
  await page.screen(`An example result: ${company}`);
  await page.until(company => document.querySelector('.example .paper')?.textContent.includes(company), company, company);
}

/** What this browser keeps of assessments. */
const stored = page => page.evaluate(async () => {
  const request = indexedDB.open('respect-in-practice');
  const database = await new Promise(done => { request.onsuccess = () => done(request.result); });
  const all = await Promise.all(['heads', 'answers'].map(store => new Promise(done => {
    const read = database.transaction(store).objectStore(store).getAll();
    read.onsuccess = () => done(read.result.map(bytes => [...new Uint8Array(bytes.buffer ?? bytes)].join(' ')));
  })));
  database.close();
  return [all, sessionStorage.length, localStorage.length];
});

inBrowsers('example', { shared: true }, suite => {
  suite.test('from the start to each company, with nothing kept and nothing to change', async visit => {
    const page = await visit.start({ size: PHONE });
    await page.click('link', 'See an example result');
    for (const company of COMPANIES) {
      if (company !== COMPANIES[0]) await page.click('link', company, { within: 'main nav' });
      await stands(page, company);
      assert.match(await page.text('.title .kicker'), INVENTED);
      assert.match(await page.text('.paper .copy'), INVENTED);
      assert.equal(await page.text('main nav [aria-current=page]'), company);
      await page.until(() => document.activeElement.matches('h1'), 'focus on the heading');
      const found = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        leading: document.querySelectorAll('.paper a').length,
        fields: document.querySelectorAll('.paper :is(button, input, textarea, select)').length,
        parts: ['board', 'profile', 'gaps', 'not-known', 'strengths', 'tensions', 'tactics', 'plan', 'answers'].filter(part => !document.querySelector(`.paper .of-${part}`)),
      }));
      assert.deepEqual(found, { wide: false, leading: 0, fields: 0, parts: [] }, company);
    }
    await page.back();
    await stands(page, COMPANIES[1]);
    await page.click('link', 'Back to the start');
    await page.screen('Respect for human rights, as you practise it');
    await page.until(() => !document.querySelector('section.shelf .rows li'), 'nothing on this device');
    assert.deepEqual(await stored(page), [[[], []], 0, 0]);
    await go(page, 'example');
    await page.click('button', 'Start your own assessment');
    await page.screen('Two choices, then the first question');
    assert.doesNotMatch(await page.text('body'), /Orrin/);
  });

  suite.test('files of an example say in name and content that it is invented', async visit => {
    const page = await visit.start();
    await go(page, 'example.halden-cloud');
    await stands(page, 'Halden Cloud');
    for (const [name, extension] of [[/HTML/, 'html'], [/DOCX/, 'docx'], [/XLSX/, 'xlsx']]) {
      const file = await visit.download(() => page.click('button', name));
      assert.match(file.name, new RegExp(`^example-Halden.*\\.${extension}$`));
      const text = extension === 'html' ? file.text : unpacked(file.bytes).text;
      assert.match(text, INVENTED, extension);
      assert.doesNotMatch(text, /This copy holds every answer/, extension);
    }
  });

  suite.test('one’s own draft is unharmed by looking at an example', async visit => {
    const page = await visit.start();
    await begin(page, { company: 'Own Works' });
    await go(page, 'embed-commit-end-use');
    await page.type('note', 'Half a thought');
    await page.kept();
    const before = await stored(page);
    await go(page, 'example');
    await stands(page, 'Orrin Vision');
    assert.doesNotMatch(await page.text('body'), /Own Works/, 'two companies on one screen');
    assert.doesNotMatch(await page.evaluate(() => document.title), /Own Works/);
    assert.equal(await page.seek('link', 'Result'), null, 'its places are not those of the example');
    await page.click('link', 'Halden Cloud', { within: 'main nav' });
    await stands(page, 'Halden Cloud');
    await page.click('link', 'Back to where you were');
    await page.until(() => location.hash === '#embed-commit-end-use', 'where it was');
    assert.equal(await page.value('note'), 'Half a thought');
    assert.equal(await page.text('header .subject'), 'Own Works');
    assert.deepEqual(await stored(page), before);
    await go(page, 'result', 'Result');
    await page.until(() => /Own Works/.test(document.querySelector('.kicker')?.innerText ?? ''), 'one’s own result');
    assert.doesNotMatch(await page.text('main'), /Halden|Orrin/);
    // An address of an example leads there at once, and leaves the draft on the device.
    await go(page, 'example.tamarin-messenger');
    await page.reload();
    await stands(page, 'Tamarin Messenger');
    await page.click('link', 'Back to the start');
    await page.click('button', 'Continue Own Works');
    await page.until(() => document.querySelector('header .subject').textContent === 'Own Works', 'open again');
    await go(page, 'embed-commit-end-use');
    assert.equal(await page.value('note'), 'Half a thought');
  });

  suite.test('without the worker the screen says that it cannot be drawn', { noisy: true }, async visit => {
    await visit.serve({ missing: ['documents.js'] });
    const page = await (await visit.page()).open('#example', { sealed: false });
    await page.until(() => /The example cannot be drawn here now/.test(document.querySelector('main').innerText), 'said');
  });
});
