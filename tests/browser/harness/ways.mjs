// Ways that many tests take first.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { unpacked } from './package.mjs';
import { full } from './sample.mjs';

/** Begins an assessment of the company, and goes to its first question. */
export async function begin(page, { keep = true, company = '' } = {}) {
  await page.click('button', 'Start an assessment');
  await page.screen('Two choices, then the first question');
  await choices(page, { keep, company });
}

/** What is chosen before the first question, and then to that. */
export async function choices(page, { keep = true, company = '' } = {}) {
  await page.click('radio', /^The company as a whole/);
  if (company) await page.type('company-name', company);
  await page.click('radio', keep ? /^Keep on this device/ : /^Don’t keep/);
  await toQuestions(page);
  if (keep) await page.kept();
}

/** From the two choices to the first question. */
export async function toQuestions(page) {
  await page.click('button', 'Start answering');
  await pastFacts(page);
}

/** Past the risks and the facts, which stay open, where the way begins with them. */
async function pastFacts(page) {
  const begins = () => document.querySelector('section.question') ? 'question' : document.querySelector('main.risks, main.reach')?.className;
  for (;;) {
    const here = await page.until(begins, 'where the way begins');
    if (here === 'question') return;
    await page.click('button', /^Next:/);
    await page.until(here => document.querySelector('main')?.className !== here, `on from ${here}`, here);
  }
}

/** Opens a save file, and answers whether to keep it. */
export async function openSave(visit, page, save, { keep = true } = {}) {
  const path = visit.file('sample.json', typeof save === 'string' ? save : JSON.stringify(save));
  await page.choose('open', path);
  await pastFacts(page);
  if (keep === null) return;
  await page.click('button', keep ? 'Keep on this device' : 'Don’t keep');
  if (keep) await page.kept();
}

/** A page with this assessment open and kept. */
export async function withSave(visit, save, options = {}) {
  const page = await visit.start(options);
  await openSave(visit, page, save, options);
  return page;
}

/** Goes to a place by its address, as a link does. */
export async function go(page, place, title) {
  await page.evaluate(place => { location.hash = place; }, place);
  if (title) await page.screen(title);
  else await page.until(place => location.hash.slice(1) === place && (!/^[a-z]+-/.test(place) || !!document.getElementById(place.split('.')[0])), `#${place}`, place);
}

/** The files for one copy: formats and what they hold. */
export async function reports(visit, page) {
  const files = {};
  for (const [format, name] of [['html', 'Save Report'], ['docx', 'Save Report as a Word document'], ['markdown', 'Save Report as plain text'], ['xlsx', 'Save Report as a workbook'], ['csv', 'Save Report as tables'], ['json', 'Save Report as data']]) {
    const file = await visit.download(() => page.click('button', name));
    // Of a package, what stands in it: nothing that was typed can be seen in it packed.
    files[format] = ['docx', 'xlsx', 'csv'].includes(format) ? { ...file, ...unpacked(file.bytes) } : file;
  }
  return files;
}

/** Saves to a file on the download screen. */
export const saveFile = (visit, page) => visit.download(() => page.click('button', 'Save Save file'));

/** A folder's file made from bytes, for looking at what failed. */
export const keep = (path, bytes) => writeFileSync(path, bytes);

/** A full assessment is opened, this is typed into it, help and result are there, and it can be taken
 *  along: all that a page does which has come whole, whatever becomes of its server. */
export async function worksOn(visit, page, typed) {
  await openSave(visit, page, full());
  await go(page, 'embed-commit-end-use');
  await page.until(() => /UN Guiding Principle/.test(document.querySelector('.help').textContent), 'the help is there');
  await page.type('note', typed);
  await page.kept();
  await go(page, 'result', 'Result');
  await page.until(() => document.querySelectorAll('.findings .part').length > 4, 'the findings');
  await go(page, 'download', 'Download');
}

/** The whole way to a result and a save file, on a server's path. */
export async function wholeWay(visit, server, path) {
  const page = await visit.page({ server: { get hits() { return server.hits; }, address: server.origin + path } });
  await page.open();
  await begin(page, { company: 'Under a server' });
  await page.click('radio', 'I don’t know yet');
  await page.kept();
  await go(page, 'result', 'Result');
  await page.until(() => document.querySelectorAll('.findings .part').length > 0, 'the findings');
  await go(page, 'download', 'Download');
  assert.match((await visit.download(() => page.click('button', 'Save Report'))).text, /Under a server/);
  const saved = await saveFile(visit, page);
  assert.equal(JSON.parse(saved.text).head.company, 'Under a server');
  await page.reload();
  return page;
}
