// The element is taken out of its page while the frame in it holds what nothing else has, and put back.

import assert from 'node:assert/strict';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { OTHER_SITE, framed } from './harness/frames.mjs';
import { around, frameIn, hostPage, hosting } from './harness/host.mjs';
import { eventually } from './harness/page.mjs';
import { DIST, inBrowsers } from './harness/suite.mjs';
import { begin, choices, go } from './harness/ways.mjs';

const QUESTION = 'embed-commit-end-use';
const NOTE = 'ZQLEFTBEHINDZQ';
const COMPANY = 'ZQCOMPANYZQ';
const BACK = 'Your answers are here again.';
const MEANWHILE = 'ZQMEANWHILEZQ';
const START = 'Respect for human rights, as you practise it';

const element = (src, id = 'one', attributes = '') => `<respect-in-practice id="${id}" src="${src}" ${attributes}></respect-in-practice>`;

/** A frame of the same origin, which shows what lies in the storage of the tab: the first of the page. */
const watch = server => `<iframe id="watch" src="${server.address}LICENSE-MIT"></iframe>`;
const watching = page => eventually(() => page.page.mainFrame().childFrames()[0], 'what watches');
const stored = async page => (await watching(page)).evaluate(() => ({ ...sessionStorage }));
const lockers = async page => Object.entries(await stored(page)).filter(([name]) => name.startsWith('respect-in-practice-locker-'));
const locked = page => eventually(async () => (await lockers(page))[0], 'something is locked up');
const isEmpty = page => eventually(async () => (await lockers(page)).length === 0, 'nothing lies there any more');

/** A page of a host with this in it, and the page in the frame of its element, sealed. */
async function holding(visit, body, { site = 'same site', frame = 1, app = visit.server } = {}) {
  const server = await hosting(visit, DIST, { '/': around(`${watch(app)}${body}<div id="other"></div>`) });
  const page = await hostPage(visit, server, { at: site === 'another site' ? server.elsewhere : server.address });
  return { server, page, inside: await frameIn(page, frame) };
}

/** An answer and a note that are kept nowhere. */
async function write(page, inside, { keep = false, note = NOTE, id = 'one' } = {}) {
  await begin(inside, { keep, company: COMPANY });
  await go(inside, QUESTION);
  await inside.click('radio', 'I don’t know yet');
  await inside.type('note', note);
  if (keep) await inside.kept();
  await page.until((id, keep) => document.getElementById(id).hasUnsaved === !keep, 'the page around knows it', id, keep);
}

const found = inside => inside.evaluate(() => [location.hash, document.getElementById('note')?.value, document.querySelector('input[type=radio]:checked')?.value]);

const isBack = async (inside, note = NOTE) => {
  await eventually(async () => (await found(inside))[1] === note, 'the note is there');
  assert.deepEqual(await found(inside), [`#${QUESTION}`, note, 'not known']);
};

/** Moves the element, so that the frame in it ends and another begins. */
const move = page => page.evaluate(() => {
  const [one, other] = ['one', 'other'].map(id => document.getElementById(id));
  if (one.parentNode === other) document.body.append(one);
  else other.append(one);
});

/** A page in which an answer was left behind and something else was begun before all of the page was there. */
async function meanwhile(visit) {
  const app = await visit.serve({ slow: ['later.bin'] });
  app.release();
  const { page, inside } = await holding(visit, element(app.address), { app });
  await write(page, inside);
  await go(inside, '', START);
  app.hold();
  await move(page);
  // The button stands in the page before the app does, which puts another one there.
  await eventually(async () => {
    await inside.evaluate(() => { [...document.querySelectorAll('main button')].find(one => one.innerText === 'Start an assessment')?.click(); });
    return inside.seek('heading', 'Two choices, then the first question');
  }, 'it is begun');
  await choices(inside, { keep: false, company: MEANWHILE });
  app.release();
  await inside.sealed();
  await inside.find('button', /^Open it/);
  return { page, inside };
}

const waits = inside => inside.evaluate(() => [...document.querySelectorAll('main .notices .notice')].map(one => one.innerText).filter(text => /was open here before|has left an assessment/.test(text)));

/** The key that the element gives its frame, and the same lock as the page has. */
async function keyOf(page) {
  const said = await page.evaluate(() => globalThis.posted.find(one => one.includes('"locker"')));
  return Buffer.from(Object.values(JSON.parse(said).value.key));
}

function relocked(key, [name, value], change) {
  const bytes = Buffer.from(value, 'latin1');
  const options = { authTagLength: 16 };
  const aad = Buffer.from(name);
  const [nonce, text, tag] = [bytes.subarray(0, 12), bytes.subarray(12, -16), bytes.subarray(-16)];
  const opener = createDecipheriv('chacha20-poly1305', key, nonce, options).setAAD(aad, { plaintextLength: text.length }).setAuthTag(tag);
  const changed = change(Buffer.concat([opener.update(text), opener.final()]));
  const locker = createCipheriv('chacha20-poly1305', key, nonce, options).setAAD(aad, { plaintextLength: changed.length });
  const locked = Buffer.concat([locker.update(changed), locker.final()]);
  return Buffer.concat([nonce, locked, locker.getAuthTag()]).toString('latin1');
}

/** All ways in which a text could stand in another one and still be read by whoever looks for it. */
function written(text) {
  const bytes = Buffer.from(text);
  // Whatever stands before it: three places in base64. The letters at both ends depend on what is beside.
  const shifted = [0, 1, 2].map(before => Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').slice(before ? 4 : 0, -4));
  return [text, [...text].join('\0'), [...text].reverse().join(''), bytes.toString('hex'), ...shifted];
}

inBrowsers('left behind', {}, suite => {
  for (const site of ['same site', 'another site']) {
    suite.test(`taken out of a page of ${site} without a warning and put back, an answer that is kept nowhere is there again, and nobody could read it meanwhile`, async visit => {
      const { page, inside } = await holding(visit, element(visit.server.address, 'one', 'namespace="left"'), { site });
      await write(page, inside);
      assert.deepEqual(await lockers(page), [], 'while it is open nothing lies there');
      const ways = {
        'the same one': one => { one.remove(); return () => document.body.append(one); },
        'another one': one => {
          const other = Object.assign(document.createElement('respect-in-practice'), { id: 'one', src: one.src, namespace: one.namespace });
          one.remove();
          return () => document.body.append(other);
        },
      };
      for (const [way, run] of Object.entries(ways)) {
        await page.evaluate(`globalThis.putBack = (${run})(document.querySelector('#one')); 0`);
        const [name, value] = await locked(page);
        assert.match(name, /^respect-in-practice-locker-0\.left$/);
        assert.ok(value.length > 200, 'all of it');
        const all = JSON.stringify(await stored(page)) + value;
        for (const word of [NOTE, COMPANY, QUESTION]) {
          for (const one of written(word)) {
            // The place alone is remembered, as it is without a locker.
            if (one !== QUESTION) assert.ok(!all.includes(one), `${way}: ${one}`);
          }
        }
        await page.evaluate(() => { putBack(); });
        await inside.sealed();
        await isBack(inside);
        assert.deepEqual(await lockers(page), [], `${way} has taken it out`);
        assert.match(await inside.text('main'), new RegExp(`${BACK} This page was loaded anew inside the page around it`));
        assert.match(await inside.text('header [role=status]'), /^Not kept/);
        await page.until(() => document.querySelector('#one').hasUnsaved, 'the page around knows it');
        const [frame] = await inside.evaluate(async () => [(await indexedDB.databases()).map(({ name }) => name)]);
        assert.ok(frame.length <= 1, frame.join());
      }
      // What was locked twice is locked with other bytes.
      assert.equal((await page.evaluate(() => globalThis.posted)).join().includes(NOTE), false);
    });
  }

  suite.test('moved by a script it comes back with all that it held, and again, each time locked anew', { shared: true }, async visit => {
    const { page, inside } = await holding(visit, element(visit.server.address));
    await write(page, inside);
    const seen = new Set();
    for (const turn of [1, 2]) {
      await page.evaluate(() => { document.querySelector('#other').prepend(document.querySelector('#one')); });
      seen.add((await locked(page))[1]);
      await inside.sealed();
      await isBack(inside);
      await isEmpty(page);
      assert.equal(seen.size, turn);
    }
    // Saved now, it is found where it is kept.
    await go(inside, 'choose', 'What you look at');
    await inside.click('radio', /^Keep on this device/);
    await inside.kept();
    await page.evaluate(() => { document.body.prepend(document.querySelector('#one')); });
    await inside.sealed();
    await go(inside, QUESTION);
    await isBack(inside);
    assert.ok(!(await inside.text('main')).includes(BACK));
    assert.deepEqual(await lockers(page), []);
  });

  suite.test('what is kept on the device is not locked up as well', { shared: true }, async visit => {
    const { page, inside } = await holding(visit, element(visit.server.address));
    await write(page, inside, { keep: true });
    await page.evaluate(() => { document.querySelector('#other').append(document.querySelector('#one')); });
    await inside.sealed();
    await isBack(inside);
    assert.deepEqual(await lockers(page), []);
    assert.ok(!(await inside.text('main')).includes(BACK));
  });

  suite.test('what is on record of a question sheet comes back with the answers', { shared: true, noisy: true }, async visit => {
    const { page, inside } = await holding(visit, element(visit.server.address));
    await write(page, inside);
    await go(inside, 'sheets', 'Sheets to hand out');
    const recorded = () => inside.evaluate(() => [...document.querySelectorAll('.records > li')].map(record => record.innerText));
    await visit.download(() => inside.click('button', /^Save as Excel \(XLSX\) (?!All questions)/));
    const before = await eventually(async () => (await recorded())[0], 'it is on record');
    await page.evaluate(() => { document.querySelector('#other').prepend(document.querySelector('#one')); });
    await inside.sealed();
    const after = await eventually(async () => (await recorded())[0], 'it is on record again');
    assert.equal(after, before);
    await isEmpty(page);
  });

  suite.test('what was begun before all of the page was there stays open, and what was left behind waits until it is opened, which asks first', { noisy: true }, async visit => {
    const { page, inside } = await meanwhile(visit);
    assert.match((await waits(inside)).join(), new RegExp(`“${COMPANY}” was open here before, and is still there. It holds 1 answer, in this tab alone`));
    await page.until(() => document.getElementById('one').hasUnsaved, 'the page around knows it');
    // Taken out once more, neither is lost: what was begun opens, and the other one goes on waiting.
    await move(page);
    await inside.sealed();
    await inside.find('button', /^Open it/);
    assert.ok((await inside.text('main')).includes(BACK));
    await go(inside, 'choose', 'Two choices, then the first question');
    assert.equal(await inside.evaluate(() => document.getElementById('company-name').value), MEANWHILE);
    await inside.click('button', /^Open it/);
    await inside.find('dialog', new RegExp(`^Leave “${MEANWHILE}” without keeping it`));
    await inside.click('button', 'Stay here');
    assert.equal((await waits(inside)).length, 1);
    await inside.click('button', /^Open it/);
    await inside.click('button', 'Leave without keeping');
    await inside.until(text => document.body.innerText.includes(text), 'it is said', BACK);
    await isBack(inside);
    assert.deepEqual(await waits(inside), []);
  });

  suite.test('put off, what waits stands on the start screen; let go, it is named first, and nothing of it is left', { noisy: true }, async visit => {
    const { page, inside } = await meanwhile(visit);
    await inside.click('button', /^Not now/);
    await inside.until(() => !document.body.innerText.includes('was open here before'), 'it is put off');
    await go(inside, '', START);
    await inside.click('button', /^Let it go/);
    await inside.find('dialog', `Let go of “${COMPANY}”?`);
    assert.match(await inside.text('dialog'), /1 answer with its note and evidence/);
    await inside.click('button', 'Leave it there');
    assert.equal((await waits(inside)).length, 1);
    await inside.click('button', /^Let it go/, { within: 'main' });
    await inside.click('button', 'Let it go', { within: 'dialog' });
    await inside.until(() => !document.body.innerText.includes('was open here before'), 'it is gone');
    await move(page);
    await inside.sealed();
    await inside.until(text => document.body.innerText.includes(text), 'what was begun is there', BACK);
    assert.deepEqual(await waits(inside), []);
  });

  suite.test('what a newer version has left is said and kept as it is, until that version is there or it is let go', { noisy: true }, async visit => {
    const { page, inside } = await holding(visit, element(visit.server.address));
    await write(page, inside);
    const key = await keyOf(page);
    const change = async how => {
      await page.evaluate(() => { globalThis.one = document.querySelector('#one'); one.remove(); });
      const locker = await locked(page);
      const value = relocked(key, locker, how);
      await (await watching(page)).evaluate((name, value) => { sessionStorage[name] = value; }, locker[0], value);
      await page.evaluate(() => { document.body.append(one); });
      await inside.sealed();
    };
    const other = (from, to) => bytes => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
    await change(other('\x052.1.0', '\x059.0.0'));
    await inside.find('button', /^Let it go/);
    assert.match((await waits(inside)).join(), /Another version of this page has left an assessment here/);
    await page.until(() => document.getElementById('one').hasUnsaved, 'the page around knows it');
    // The same that lies otherwise: nothing of it can be read, and it is given on as it was.
    let first;
    await change(bytes => {
      [first] = bytes;
      return Buffer.from([9, ...bytes]);
    });
    await inside.find('button', /^Let it go/);
    assert.equal((await waits(inside)).length, 1);
    await change(bytes => {
      const at = bytes.indexOf(Buffer.from([9, first]));
      assert.ok(at > 0, 'it stands there as it was');
      return bytes.subarray(at + 1);
    });
    await inside.find('button', /^Let it go/);
    await change(other('\x059.0.0', '\x052.1.0'));
    // It has waited, and so it waits for a person to open it.
    await inside.click('button', /^Open it/);
    await inside.until(text => document.body.innerText.includes(text), 'it is here', BACK);
    await isBack(inside);
    assert.deepEqual(await waits(inside), []);
  });

  suite.test('when the page around loads anew nothing opens what was left behind, and it goes', async visit => {
    const { page, inside } = await holding(visit, element(visit.server.address));
    await write(page, inside);
    await page.evaluate(() => { document.querySelector('#one').remove(); });
    const before = await locked(page);
    await page.page.reload();
    await inside.sealed();
    await isEmpty(page);
    await inside.screen('Respect for human rights, as you practise it');
    assert.ok(!(await inside.text('main')).includes(BACK));
    // Taken along into another page of the same host it opens as little.
    await (await watching(page)).evaluate(([name, value]) => { sessionStorage[name] = value; }, before);
    await page.evaluate(() => { document.querySelector('#other').append(document.querySelector('#one')); });
    await inside.sealed();
    await isEmpty(page);
    await inside.screen('Respect for human rights, as you practise it');
  });

  suite.test('what was changed while it lay there is thrown away without a word, and the page begins as ever', { shared: true }, async visit => {
    const { page, inside } = await holding(visit, element(visit.server.address));
    for (const change of [text => `${text.slice(0, 40)}${text[40] === 'x' ? 'y' : 'x'}${text.slice(41)}`, text => text.slice(0, 9), () => 'Ω no bytes']) {
      await write(page, inside);
      await page.evaluate(() => { document.querySelector('#one').remove(); });
      const [name, value] = await locked(page);
      await (await watching(page)).evaluate((name, value) => { sessionStorage[name] = value; }, name, change(value));
      await page.evaluate(() => { document.querySelector('#other').append(Object.assign(document.createElement('respect-in-practice'), { id: 'one', src: document.querySelector('#watch').src.replace('LICENSE-MIT', '') })); });
      await inside.sealed();
      await isEmpty(page);
      await inside.screen('Respect for human rights, as you practise it');
      assert.ok(!(await inside.text('main')).includes(BACK));
    }
  });

  suite.test('two with the same name take back each its own, and everything deleted in one goes from the locker of the other', { noisy: true }, async visit => {
    const { page, inside: first } = await holding(visit, element(visit.server.address, 'one') + element(visit.server.address, 'two'));
    const second = await frameIn(page, 2);
    await write(page, first, { note: 'Of the first.', id: 'one' });
    await write(page, second, { note: 'Of the second.', id: 'two' });
    await page.evaluate(() => {
      globalThis.both = ['one', 'two'].map(id => document.getElementById(id));
      for (const one of both) one.remove();
    });
    await eventually(async () => (await lockers(page)).length === 2, 'both are locked up');
    await page.evaluate(() => { document.body.append(both[1]); });
    await first.sealed();
    await isBack(first, 'Of the second.');
    assert.equal((await lockers(page)).length, 1, 'the other one stays');
    await go(first, 'choose', 'What you look at');
    await first.click('radio', /^Keep on this device/);
    await first.kept();
    await go(first, 'sealed', 'Nothing leaves this machine');
    await first.click('button', 'Delete everything from this device');
    await first.click('button', /^Delete/, { within: 'dialog' });
    await isEmpty(page);
    await page.evaluate(() => { document.body.append(both[0]); });
    await second.sealed();
    await second.screen('Respect for human rights, as you practise it');
  });

  suite.test('a page that has crashed leaves nothing behind, and begins as ever when it is put back', { shared: true, noisy: true }, async visit => {
    const { page, inside } = await holding(visit, element(visit.server.address));
    await write(page, inside);
    await inside.evaluate(() => { dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })); });
    await inside.find('heading', 'This page has stopped working');
    await page.evaluate(() => { document.querySelector('#other').append(document.querySelector('#one')); });
    await inside.sealed();
    await inside.screen('Respect for human rights, as you practise it');
    assert.deepEqual(await lockers(page), []);
  });

  suite.test('a frame that no element holds leaves nothing behind', { shared: true, noisy: true }, async visit => {
    const { page, all: [, inside] } = await framed(visit, `${watch(visit.server)}<iframe id="one" src="${visit.server.address}" width="900" height="700"></iframe>`, { host: OTHER_SITE, frames: 2, sealed: false });
    await inside.sealed();
    await begin(inside, { keep: false, company: COMPANY });
    await inside.click('radio', 'I don’t know yet');
    await page.evaluate(() => { document.querySelector('#one').remove(); });
    assert.deepEqual(await lockers(page), []);
  });
});
