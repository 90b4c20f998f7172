// What may become of the storage of a browser: emptied, deleted, closed, without its stores, of a newer
// version, with anything at all in a record. Work goes on, what the page says of it is so, and what
// cannot be read is neither lost nor in the way.

import assert from 'node:assert/strict';
import { full } from './harness/sample.mjs';
import { LONG, inBrowsers } from './harness/suite.mjs';
import { go, toQuestions, withSave } from './harness/ways.mjs';

const NAME = 'respect-in-practice';
const ID = full().head.id;

/** Opens the database beside the page, lets `act` do something with it in one transaction, and closes it.
 *  As a text: the policy of the page takes no script from a function's. */
const store = (page, act, ...args) => page.page.evaluate(`(async () => {
  const settled = request => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => failed(request.error), onblocked: failed }));
  const database = await settled(indexedDB.open(${JSON.stringify(NAME)}));
  try {
    const transaction = database.transaction(['heads', 'answers'], 'readwrite');
    return await (${act})(transaction, settled, ...${JSON.stringify(args)});
  } finally {
    database.close();
  }
})()`);

/** How many records lie there. */
const counted = page => store(page, async (transaction, settled) => [
  await settled(transaction.objectStore('heads').count()), await settled(transaction.objectStore('answers').count())]);

const said = page => page.evaluate(() => document.querySelector('header [role=status]').innerText);
const NOTE = 'embed-commit-end-use';

async function atNote(visit, options) {
  const page = await withSave(visit, full(), options);
  await go(page, NOTE);
  await page.kept();
  return page;
}

/** Types a word, and reads after a new start that all is there. */
async function allIsThere(page, before) {
  await page.type('note', ' And more.');
  await page.kept();
  assert.deepEqual(await counted(page), before);
  await page.reload();
  await go(page, NOTE);
  assert.equal(await page.value('note'), 'The open note says this. And more.');
}

inBrowsers('storage', { proves: 'The storage of the browser', shared: true }, suite => {
  suite.test('emptied by hand: noticed at the next change, all is put anew, and said', async visit => {
    const page = await atNote(visit);
    const before = await counted(page);
    await store(page, async (transaction, settled) => { await settled(transaction.objectStore('heads').clear()); await settled(transaction.objectStore('answers').clear()); });
    await page.type('note', '!');
    await page.until(() => /was gone, so all of it was saved anew/.test(document.querySelector('main').innerText), 'it says so');
    await page.kept();
    assert.deepEqual(await counted(page), before);
    await page.reload();
    await go(page, NOTE);
    assert.equal(await page.value('note'), 'The open note says this.!');
  });

  suite.test('deleted by another page: all is put anew', async visit => {
    const page = await atNote(visit);
    const before = await counted(page);
    await page.evaluate(name => new Promise((done, failed) => {
      Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: failed });
    }), NAME);
    await allIsThere(page, before);
  });

  suite.test('closed without a word: opened again', async visit => {
    const page = await atNote(visit, {
      prepare: () => {
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...all) {
          const request = open.apply(this, all);
          request.addEventListener('success', () => { globalThis.databases = [...globalThis.databases ?? [], request.result]; });
          return request;
        };
      },
    });
    const before = await counted(page);
    await page.evaluate(() => { for (const database of globalThis.databases) database.close(); });
    await allIsThere(page, before);
  });

  for (const gone of [['heads', 'answers'], ['answers'], ['heads']]) {
    suite.test(`without ${gone.join(' and ')}: the stores are made, and what lies in the other one stays`, async visit => {
      const page = await visit.page({
        prepare: (name, gone) => {
          if (sessionStorage.getItem('made')) return;
          sessionStorage.setItem('made', 'once');
          const request = indexedDB.open(name, 1);
          request.onupgradeneeded = () => {
            for (const store of ['heads', 'answers']) {
              if (!gone.includes(store)) request.result.createObjectStore(store).put(new Uint8Array([7]), store === 'heads' ? 'x' : ['x', 'y']);
            }
          };
          request.onsuccess = () => request.result.close();
        },
        args: [NAME, gone],
      });
      await page.open('');
      await page.until(() => /is listed here|cannot be read/.test(document.querySelector('section.shelf').innerText), 'the list');
      const kept = await counted(page);
      assert.deepEqual(kept, [gone.includes('heads') ? 0 : 1, gone.includes('answers') ? 0 : 1]);
      await page.click('button', 'Start an assessment');
      await page.click('radio', /^The company as a whole/);
      await page.click('radio', /^Keep on this device/);
      await page.kept();
      assert.equal((await counted(page))[0], kept[0] + 1);
    });
  }

  suite.test('made by a newer version: said so, left as it is, and work goes on in the window', async visit => {
    const page = await visit.page({
      prepare: name => {
        const request = indexedDB.open(name, 2);
        request.onupgradeneeded = () => request.result.createObjectStore('newer').put('untouched', 1);
        request.onsuccess = () => request.result.close();
      },
      args: [NAME],
    });
    await page.open('');
    await page.until(() => /made by a newer version of this page/.test(document.querySelector('section.shelf').innerText), 'the list says so');
    await page.click('button', 'Start an assessment');
    await page.click('radio', /^The company as a whole/);
    if (await page.seek('radio', /^Don’t keep/)) await page.click('radio', /^Don’t keep/);
    await toQuestions(page);
    await page.type('words', 'Typed here.');
    assert.match(await said(page), /^Not kept/);
    const file = await visit.download(() => page.click('button', 'Save to a file'));
    assert.match(file.text, /Typed here\./);
    assert.equal(await page.evaluate(name => new Promise(done => {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        const found = request.result.transaction('newer').objectStore('newer').get(1);
        found.onsuccess = () => { request.result.close(); done(found.result); };
      };
    }), NAME), 'untouched');
  });

  const VALUES = {
    'a text': () => 'text', 'a number': () => 1e12, 'a minus': () => -1, nothing: () => null, 'a list': () => [1, 2], 'an object': () => ({ length: 9 }),
    'a date': () => new Date(0), 'a buffer': () => new ArrayBuffer(8), 'a large number': () => 10n ** 20n, 'a truth value': () => true,
    'no byte': () => new Uint8Array(), 'noise': () => Uint8Array.from({ length: 64 }, (_, at) => (at * 151) % 256), 'a blob': () => new Blob(['x']), 'a map': () => new Map([[1, 2]]),
  };
  // All of them in every store with LONG; a text, a number (which a list of bytes can be made of) and bytes always.
  const values = Object.entries(VALUES).filter(([what]) => LONG || ['a text', 'a number', 'noise'].includes(what));
  /** Puts a value under a key, by whatever gives the value. */
  const put = (page, name, key, value) => store(page, `async (transaction, settled, name, key) => void await settled(transaction.objectStore(name).put((${value})(), key))`, name, key);

  suite.test('an answer that is anything but an answer: named, kept aside as it is, offered as a file, and all others are there', async visit => {
    const page = await atNote(visit);
    for (const [what, value] of values) {
      await put(page, 'answers', [ID, NOTE], value);
      await page.reload();
      await page.find('alert', /^1 answer on this device could not be read\./);
      assert.equal(await page.value('note'), '', what);
      const file = await visit.download(() => page.click('button', 'Save what could not be read'));
      const records = JSON.parse(file.text);
      assert.ok(records.some(({ key }) => key[0] === 'aside' && key[1] === ID && key[2] === NOTE), what);
      await page.type('note', 'The open note says this.');
      await page.kept();
      for (let start = 0; start < (LONG ? 2 : 1); start += 1) {
        await page.reload();
        assert.equal(await page.value('note'), 'The open note says this.', `${what}, start ${start}`);
        assert.equal(await page.seek('alert', /could not be read/), null, what);
      }
      await go(page, 'embed-raise-concern');
      assert.notEqual(await page.value('note'), '', `${what}: another one`);
      await go(page, NOTE);
      await page.kept();
    }
  });

  suite.test('a head that is anything but a head: listed, and its answers can be opened', async visit => {
    const page = await atNote(visit);
    for (const [what, value] of values) {
      await go(page, '');
      await put(page, 'heads', ID, value);
      await page.reload();
      await page.until(() => /Assessment that cannot be read/.test(document.querySelector('section.shelf').innerText), `${what} is listed`);
      await page.click('button', 'Open what can be read');
      await page.screen('What you look at');
      await page.find('alert', /^The beginning of this assessment could not be read\./);
      await page.click('radio', /^The company as a whole/);
      await page.kept();
      await page.reload();
      await go(page, NOTE);
      assert.equal(await page.value('note'), 'The open note says this.', what);
      await page.kept();
    }
  });

  suite.test('a head of a newer version: said so, and left as it is', async visit => {
    const page = await atNote(visit);
    await go(page, '');
    await page.evaluate(() => sessionStorage.clear());
    const lies = () => store(page, async (transaction, settled, key) => [...await settled(transaction.objectStore('heads').get(key))].join(), ID);
    // A newer version of the questions; then one of the record as well.
    const newer = [
      async (transaction, settled, key) => {
        const heads = transaction.objectStore('heads');
        const head = await settled(heads.get(key));
        const at = new TextDecoder('latin1').decode(head).search(/\d+\.\d+\.\d+/);
        head[at] = '9'.charCodeAt();
        await settled(heads.put(head, key));
      },
      async (transaction, settled, key) => {
        const heads = transaction.objectStore('heads');
        const head = await settled(heads.get(key));
        head[0] = 2;
        await settled(heads.put(head, key));
      },
    ];
    for (const change of newer) {
      await store(page, change, ID);
      const before = await lies();
      await page.reload();
      await page.until(() => /A newer version of this page has written it/.test(document.querySelector('section.shelf').innerText), 'it is listed');
      assert.equal(await page.seek('button', 'Open what can be read'), null);
      assert.equal(await page.seek('button', /^Continue/), null);
      await page.click('button', /^More /);
      assert.equal(await page.seek('button', /^(Rename|Make a copy|Save to a file)/), null);
      assert.equal(await lies(), before);
    }
  });

  suite.test('from the list: another name, a copy, a file, and deleting with a way back', async visit => {
    const page = await atNote(visit);
    await go(page, '');
    const more = () => page.click('button', /^More /);
    const names = () => page.evaluate(() => [...document.querySelectorAll('.shelf .list .text > b')].map(one => one.innerText).sort());
    await more();
    const field = await page.find('textbox', 'New name');
    await field.type('Another name');
    await page.click('button', 'Rename');
    await page.until(() => document.querySelector('.shelf .list .text > b').innerText === 'Another name', 'it has the name');
    if (!(await page.seek('button', /^Make a copy/))) await more();
    await page.click('button', /^Make a copy/);
    await page.until(() => document.querySelectorAll('.shelf .list .text > b').length === 2, 'both are listed');
    assert.deepEqual(await names(), ['Another name', 'Copy of Another name']);
    await page.click('button', /^More Copy of/);
    const file = await visit.download(() => page.click('button', /^Save to a file Copy of/));
    assert.match(file.text, /The open note says this\./);
    if (!(await page.seek('button', /^Delete from this device Copy of/))) await page.click('button', /^More Copy of/);
    await page.click('button', /^Delete from this device Copy of/);
    await page.click('button', 'Delete from this device');
    await page.until(() => document.querySelectorAll('.shelf .list .text > b').length === 1, 'it is gone');
    await page.click('button', /^Undo/, { within: '.notices' });
    await page.until(() => document.querySelectorAll('.shelf .list .text > b').length === 2, 'it is back');
    assert.deepEqual(await names(), ['Another name', 'Copy of Another name']);
    await page.reload();
    await page.until(() => document.querySelectorAll('.shelf .list .text > b').length === 2, 'after a reload');
  });
});
