import { DESK, PHONE, inBrowsers } from './harness/suite.mjs';
import { readFileSync } from 'node:fs';
import { go, withSave } from './harness/ways.mjs';
inBrowsers('zz', {}, suite => {
  for (const [n, size] of [['desk', DESK], ['phone', PHONE]]) suite.test('shots ' + n, async visit => {
    const page = await visit.start({ size });
    await page.click('button', 'Start an assessment');
    await page.find('button', /^Who answers/);
    await page.click('radio', /^The company as a whole/);
    await page.click('radio', /^Keep on this device/);
    await page.click('button', 'Start answering');
    await page.screen('Risks to people');
    await page.page.screenshot({ path: `/tmp/shot-blank-${n}.png`, fullPage: true });
    await page.type('risk-name', 'Protesters found by face match, and arrested');
    await page.page.screenshot({ path: `/tmp/shot-named-${n}.png`, fullPage: true });
    await visit.start;
  });
  for (const [n, size] of [['desk', DESK], ['phone', PHONE]]) suite.test('more ' + n, async visit => {
    const page = await withSave(visit, readFileSync('/tmp/samples/orrin-vision.json', 'utf8'), { size });
    for (const [place, title] of [['risks', 'Risks to people'], ['severity.1', 'How grave is it?'], ['risk.1', null], ['result', 'Result']]) {
      await page.evaluate(p => { location.hash = p; }, place);
      await page.until(place => place === 'result' ? document.querySelectorAll('.findings .part').length > 3 : document.querySelector('h1') && location.hash.includes(place), place, place);
      await new Promise(r => setTimeout(r, 2500));
      await page.page.screenshot({ path: `/tmp/shot-${place}-${n}.png`, fullPage: true });
    }
  });
});
