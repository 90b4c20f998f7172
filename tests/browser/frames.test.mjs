// Inside a frame of another page, with nothing of that page to help: what is new is in view, the history
// stays that of the page around, and what a sandbox or another site takes away is said.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { full } from './harness/sample.mjs';
import { DESK, LONG, PHONE, inBrowsers } from './harness/suite.mjs';
import { OTHER_SITE, framed, inWindow, inside } from './harness/frames.mjs';
import { Page, eventually } from './harness/page.mjs';
import { begin, choices, go, openSave, saveFile } from './harness/ways.mjs';

const HIGH = 4_000;
const frame = (address, more = '') => `<iframe src="${address}" width="1200" ${more}></iframe>`;
/** A frame as high as what is in it, far down in a page. */
const high = address => `<div style="height: 700px">Intranet</div>${frame(address, `height="${HIGH}"`)}<div style="height: 1500px"></div>`;

/** The same, so high that the longest screen has room in it. */
const highest = (address, width) => `<div style="height: 300px">Intranet</div><iframe src="${address}" width="${width}" height="30000"></iframe><div style="height: 900px"></div>`;

/** In steps of so many pixels a page in a frame is told what of it is seen. */
const STEP = 10;

/** What of the frame is seen, from where to where, in its own measure. */
const slice = page => page.evaluate(() => {
  const { top } = document.querySelector('iframe').getBoundingClientRect();
  return { from: Math.max(-top, 0), to: innerHeight - top };
});

/** What hides what has the focus on a screen, in words; null where all of it is seen, or of what is higher than there
 *  is room for, a part. */
async function hidden(page, one) {
  const { from, to } = await slice(page);
  return one.evaluate((from, to, step) => {
    const focused = document.activeElement;
    const foot = document.querySelector('main > .go').getBoundingClientRect();
    if (foot.bottom > to + step || foot.top < from) return `the foot is at ${foot.top} of ${from} to ${to}`;
    if (!focused.closest('main') || focused.closest('main > .go')) return null;
    const line = document.querySelector('.contents-line');
    const upper = line && !line.contains(focused) ? Math.max(from, line.getBoundingClientRect().bottom) : from;
    const { top, bottom } = focused.getBoundingClientRect();
    const isSeen = bottom - top > foot.top - upper ? top < foot.top && bottom > upper : top >= upper - 1 && bottom <= foot.top + 1;
    return isSeen ? null : `${focused.outerHTML.slice(0, 90)} at ${top} to ${bottom}, seen from ${upper} to ${foot.top}`;
  }, from, to, STEP);
}

/** Waits until the heading with the focus is in view, and says where the window stands then. */
async function inView(page, one, heading) {
  await one.until(heading => document.activeElement.matches('h1, h2') && new RegExp(heading).test(document.activeElement.textContent), heading, heading);
  const at = await eventually(async () => {
    const now = await inWindow(page, one, ':focus');
    return now.top >= 0 && now.bottom <= now.height && now;
  }, `“${heading}” in view`);
  return at.scrolled;
}

/** A frame in a sandbox, in a page of the same origin whose own way to print was left alone. */
async function boxed(visit, allowed) {
  const { kind, server, suite: { proxy } } = visit;
  const page = new Page(await visit.context.newPage(), { kind, server, proxy });
  page.visit = visit;
  visit.pages.push(page);
  await page.page.goto(`${server.address}LICENSE-MIT`);
  await page.evaluate((address, allowed) => {
    const frame = document.createElement('iframe');
    frame.sandbox = `allow-scripts allow-same-origin ${allowed}`;
    Object.assign(frame, { src: address, width: 1000, height: 700 });
    document.body.replaceChildren(frame);
  }, server.address, allowed);
  const one = inside(page);
  await eventually(() => one.frame(), 'the frame');
  await one.sealed();
  return { page, one };
}

/** Presses something where it is: nothing around it is scrolled to it. */
const pressUnmoved = async (one, role, name) => (await one.find(role, name)).evaluate(it => it.click());

const line = one => one.text('header .within');

inBrowsers('frames', {}, suite => {
  for (const host of [OTHER_SITE, '127.0.0.1']) {
    suite.test(`in a frame as high as its content each new screen is in view, and nothing moves by itself: inside ${host}`, { noisy: true, skip: host !== OTHER_SITE && !LONG }, async visit => {
      const { page, one } = await framed(visit, high(visit.server.address), { host });
      assert.equal(await page.evaluate(() => scrollY), 0, 'not on load');
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'nor the focus');
      assert.ok(await one.evaluate(() => document.getElementById('app').getBoundingClientRect().height) < HIGH, 'it is not as high as its window');
      const entries = await page.evaluate(() => history.length);

      await one.click('button', 'Start an assessment');
      await inView(page, one, 'Two choices, then the first question');
      await choices(one, { keep: false });
      await inView(page, one, '.');
      await one.click('radio', 'I don’t know yet');
      await page.evaluate(() => { scrollTo(0, 600); });
      await one.click('link', 'Result');
      await inView(page, one, 'Result');
      await one.click('link', 'Respect in Practice');
      await inView(page, one, '.');
      await one.click('link', 'What the words mean');
      await inView(page, one, 'What the words mean');
      assert.equal(await page.evaluate(() => history.length), entries, 'no entry for Back to go through');
    });
  }

  suite.test('Back leads out of the page around it, and links inside work as ever', { noisy: true, shared: true }, async visit => {
    const { page, one, server } = await framed(visit, frame(visit.server.address, 'height="700"'));
    await page.page.goto(`${server.address()}first`);
    await page.page.goto(`${server.address()}second`);
    const again = inside(page);
    await again.sealed();
    await begin(again, { keep: false });
    await again.click('link', 'Respect in Practice');
    await again.screen(/./);
    await again.click('link', 'Read all questions');
    await again.screen('All questions');
    await again.click('link', 'Respect in Practice');
    await again.until(() => !!document.querySelector('main.start'), 'the start');
    await page.back();
    await eventually(async () => new URL(page.page.url()).pathname === '/first', 'the page before');
    assert.ok(one);
  });

  suite.test('the page around it loads anew: the frame is where it was, and shows no start screen on the way', { noisy: true }, async visit => {
    const watch = () => {
      const look = () => {
        // Before its script runs the page is what the server sent.
        if (!document.getElementById('unstarted') && document.querySelector('main.start')?.checkVisibility()) globalThis.sawStart = true;
        requestAnimationFrame(look);
      };
      if (parent !== window) look();
    };
    const { page, one } = await framed(visit, frame(visit.server.address, 'height="700"'), { host: OTHER_SITE, prepare: watch });
    assert.equal(await one.evaluate(() => globalThis.sawStart), true, 'it is seen at first');
    await begin(one);
    await go(one, 'embed-commit-end-use');
    await one.type('note', 'Where I was.');
    await one.kept();
    await page.page.reload();
    const again = inside(page);
    await eventually(() => again.frame(), 'the frame');
    await again.sealed();
    await again.until(() => document.getElementById('note')?.value === 'Where I was.', 'the question is back');
    assert.equal(await again.evaluate(() => globalThis.sawStart), undefined);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus stays outside');
  });

  suite.test('a dialog stands in the part of a high frame that is seen', { noisy: true, shared: true }, async visit => {
    const { page, one } = await framed(visit, high(visit.server.address), { host: OTHER_SITE });
    await begin(one, { keep: false });
    await one.type('words', 'Kept nowhere.');
    await one.click('link', 'Respect in Practice');
    await one.find('button', 'Start an assessment');
    // What framed.js finds out.
    await page.evaluate(() => { scrollTo(0, 1200); });
    const slice = await page.evaluate(() => ({ top: -document.querySelector('iframe').getBoundingClientRect().top, height: innerHeight }));
    await one.evaluate(({ top, height }) => {
      document.documentElement.style.setProperty('--slice-top', `${top}px`);
      document.documentElement.style.setProperty('--slice-height', `${height}px`);
      document.getElementById('begin').click();
    }, slice);
    await one.find('dialog', /^Leave .* without keeping it\?/);
    const at = await inWindow(page, one, 'dialog');
    assert.ok(at.top >= 0 && at.bottom <= at.height, JSON.stringify(at));
    await one.key('Escape');
    await one.gone('dialog', /./);
  });

  suite.test('a sandbox that lets no file out and prints nothing: what can be done instead stands there at once', { noisy: true }, async visit => {
    const { one } = await boxed(visit, '');
    await begin(one, { keep: false });
    await go(one, 'download', 'Download');
    for (const [name, copied] of [['Save Save file', true], ['Save Report', true], ['Save Report as a Word document', false]]) {
      await one.click('button', name);
      await one.until(() => document.querySelector('.arrival details p')?.checkVisibility(), 'it stands there');
      const within = '.arrival';
      await one.find('link', 'Open it in a window of its own', { within });
      assert.equal(!!await one.seek('button', /^Copy as text/, { within }), copied, name);
      assert.match(await one.text(within), new RegExp(`If no window opens, .* The address is ${visit.server.address}$`));
      await one.evaluate(() => document.querySelector('.arrival').remove());
    }
    await one.click('button', 'Print');
    await one.find('alert', /^Nothing can be printed here\. .* Save the report as HTML/);
    await one.click('button', 'Close this notice');
  });

  const ALL = ['allow-downloads', 'allow-modals', 'allow-popups'];
  for (const allowed of [['allow-downloads'], ['allow-modals'], ['allow-popups'], ALL]) {
    const may = name => allowed.includes(`allow-${name}`);
    suite.test(`a sandbox with ${allowed.join(' ')}: what is allowed works, and for all else there is another way`, { noisy: true, shared: true }, async visit => {
      const { page, one } = await boxed(visit, allowed.join(' '));
      await begin(one, { keep: false, company: 'In a sandbox' });
      await one.evaluate(() => addEventListener('beforeprint', () => { globalThis.printed = true; }));
      await go(one, 'download', 'Download');
      const within = '.arrival';
      const save = () => one.click('button', 'Save Report');
      if (may('downloads')) assert.match((await visit.download(save)).text, /In a sandbox/);
      else await save();
      // No page is told whether a file has arrived: so it is offered each time.
      await one.find('button', /^Copy as text/, { within });
      const opened = async () => (await visit.context.pages()).find(page => page.url() === visit.server.address);
      assert.match(await one.text(within), new RegExp(`If no window opens, .* The address is ${visit.server.address}$`));
      await one.click('link', 'Open it in a window of its own', { within });
      if (may('popups')) {
        const own = await eventually(opened, 'a window');
        await eventually(() => own.evaluate(() => parent === window && /^Sealed/.test(document.querySelector('header .seal')?.textContent)), 'the page in it');
      }
      await page.page.bringToFront();
      // Last, as the page waits for the print window.
      await one.click('button', 'Print');
      if (may('modals')) await one.until(() => globalThis.printed, 'it prints');
      else await one.find('alert', /^Nothing can be printed here\./);
      if (!may('popups')) assert.equal(await opened(), undefined);
      if (!may('downloads')) assert.deepEqual(readdirSync(suite.downloads), []);
    });
  }

  suite.test('the server is gone once the frame is sealed: answers are kept, the result is drawn and a file is made', { shared: true }, async visit => {
    const server = await visit.serve();
    const { one } = await framed(visit, frame(server.address, 'height="700"'), { host: OTHER_SITE });
    await server.close();
    const asked = () => suite.proxy.seen.filter(({ host }) => host === new URL(server.address).host).length;
    const before = asked();
    await begin(one, { company: 'Cut off' });
    await one.click('radio', 'I don’t know yet');
    await one.kept();
    await go(one, 'result', 'Result');
    await one.until(() => document.querySelectorAll('.findings .part').length > 0, 'the findings');
    await go(one, 'download', 'Download');
    assert.equal(JSON.parse((await saveFile(visit, one)).text).head.company, 'Cut off');
    assert.equal(asked(), before, 'nothing was tried');
  });

  suite.test('where the next heading is in view already nothing of the page around moves, and the way back brings its heading into view', { noisy: true, shared: true }, async visit => {
    const { page, one } = await framed(visit, high(visit.server.address), { host: OTHER_SITE });
    await begin(one, { keep: false });
    await one.click('radio', 'I don’t know yet');
    const scrolled = y => page.until(y => {
      scrollTo(0, y);
      return scrollY === y;
    }, 'scrolled', y);
    // All headings lie in the upper part of the window.
    await scrolled(650);
    const stays = async heading => assert.equal(await inView(page, one, heading), 650, heading);
    await pressUnmoved(one, 'button', /^Next/);
    await stays('.');
    await pressUnmoved(one, 'link', 'Result');
    await stays('Result');
    await go(one, 'words', 'What the words mean');
    await stays('What the words mean');
    // From the foot of what is read, which lies above the window then.
    await scrolled(1_500);
    await pressUnmoved(one, 'link', /^Back to where you were/);
    const at = await inView(page, one, 'Result');
    assert.ok(at < 1_500, 'it came into view');
  });

  for (const size of [DESK, PHONE]) {
    // Firefox, driven by a test, takes the focus of the window away after some presses of Tab (`document.hasFocus()`),
    // and then tells a frame of none.
    suite.test(`with the keyboard through a high frame, nothing that has the focus lies under the foot or under the line of parts, ${size.width} px`, { noisy: true, skip: suite.kind === 'firefox' }, async visit => {
      const { page, one } = await framed(visit, highest(visit.server.address, size.width - 20), { host: OTHER_SITE, size });
      await openSave(visit, one, full(), { keep: false });
      const faults = [];
      for (const place of ['embed-commit-end-use', 'prevent-tactics.design', 'open', 'plan', 'result', 'download', 'reach']) {
        await go(one, place);
        if (place === 'result') await one.until(() => !!document.querySelector('.contents-line'), 'the line of parts');
        await one.evaluate(() => {
          for (const fold of document.querySelectorAll('.fold')) fold.open = true;
        });
        // Pressed, as only then keys go to the frame in every browser, with the events of the focus.
        await one.click('heading', /./, { within: 'main .title' });
        await one.until(() => document.activeElement.matches('h1'), 'the heading has the focus');
        const look = async (...keys) => {
          await one.key(...keys);
          let fault;
          await eventually(async () => !(fault = await hidden(page, one)), 'seen', 2_000).catch(() => faults.push(`${place}: ${fault}`));
        };
        for (let count = 0; count < 40; count += 1) await look('Tab');
        for (let count = 0; count < 15; count += 1) await look('Shift', 'Tab');
      }
      assert.deepEqual(faults, []);
    });
  }

  suite.test('the line of parts stays in what is seen of a high frame, says which is read as the page around scrolls, and leads to a part', { noisy: true, shared: true }, async visit => {
    const { page, one } = await framed(visit, highest(visit.server.address, 1_200), { host: OTHER_SITE });
    await openSave(visit, one, full(), { keep: false });
    await go(one, 'result');
    await one.until(() => !!document.querySelector('.contents-line'), 'the line of parts');
    const reads = name => one.until(name => document.querySelector('.contents-line [aria-current]')?.innerText.startsWith(name), `${name} is read`, name);
    const stands = () => eventually(async () => {
      const { from, to } = await slice(page);
      const { top, bottom } = await one.evaluate(() => {
        const { top, bottom } = document.querySelector('.contents-line').getBoundingClientRect();
        return { top, bottom };
      });
      return Math.abs(top - from) < STEP && bottom < to;
    }, 'the line stands at the top of what is seen');
    await reads('Where to begin');
    const { top, scrolled } = await inWindow(page, one, '#result\\.gaps');
    await page.evaluate(y => { scrollTo(0, y); }, top + scrolled - 150);
    await reads('Gaps');
    await stands();
    await one.click('link', /^Tactics/, { within: '.contents-line' });
    await one.until(() => document.activeElement.id === 'result.tactics', 'the focus is on the heading');
    await reads('Tactics');
    await stands();
    await eventually(async () => !(await hidden(page, one)), 'the heading is seen');
    await one.evaluate(() => document.activeElement.blur());
    await page.evaluate(() => { scrollTo(0, 0); });
    await reads('Where to begin');
  });

  suite.test('a sandbox that gives no origin: nothing can be kept, that is said before the first answer, and where it can', { noisy: true }, async visit => {
    const server = await visit.serve({ headers: { 'access-control-allow-origin': '*' } });
    const { one } = await framed(visit, frame(server.address, 'height="700" sandbox="allow-scripts"'));
    await one.click('button', 'Start an assessment');
    await one.until(() => /The page around this one leaves it no place of its own/.test(document.querySelector('.not-held').innerText), 'it says so');
    assert.equal(await one.seek('radio', /^Keep on this device/), null);
    assert.equal(await one.evaluate(() => document.querySelector('.not-held a[target=_blank]').href), server.address);
    await choices(one, { keep: false });
    await one.type('words', 'Kept nowhere.');
    await one.until(() => /Not kept: what you wrote goes when the page around this one does\./.test(document.querySelector('header .within').innerText), 'it warns');
  });

  suite.test('it says inside which page it stands, and where what is kept is found again', { noisy: true }, async visit => {
    const address = visit.server.address;
    const chosen = async one => {
      await one.click('button', 'Start an assessment');
      await one.screen('Two choices, then the first question');
      await one.until(() => !!document.querySelector('.not-held .hint:last-child'), 'the sentence');
      return one.text('.not-held .hint:last-child');
    };
    const body = frame(address, 'height="700"') + frame(address, 'height="700" referrerpolicy="no-referrer"');
    const { all: [known, unknown] } = await framed(visit, body, { host: OTHER_SITE, frames: 2 });
    assert.equal(await line(known), `Inside ${OTHER_SITE}.`);
    assert.match(await chosen(known), new RegExp(`inside another website\\. .* inside pages of ${OTHER_SITE} only`));
    await choices(known);
    assert.equal(await line(known), `Inside ${OTHER_SITE}. What is saved is found again inside pages of ${OTHER_SITE} only.`);
    await go(known, 'sealed', 'Nothing leaves this machine');
    assert.match(await known.text('main'), /found again in this browser inside pages of intranet\.test only/);
    assert.doesNotMatch(await known.text('main'), /comes from the same address/);
    // Some browsers name the page around all the same.
    const named = await unknown.evaluate(() => !!location.ancestorOrigins?.[0] && location.ancestorOrigins[0] !== 'null');
    assert.equal(await line(unknown), named ? `Inside ${OTHER_SITE}.` : 'Inside another page.');
    assert.match(await chosen(unknown), named ? /of intranet\.test only/ : /may be found again inside this website only/);

    const { one } = await framed(visit, frame(address, 'height="700"'));
    assert.equal(await line(one), 'Inside 127.0.0.1.');
    const [seal, within] = await one.evaluate(() => ['.seal', '.within'].map(name => document.querySelector(`header ${name}`).getBoundingClientRect().toJSON()));
    assert.ok(within.top >= seal.bottom, 'it has a row of its own below all else');
    assert.match(await chosen(one), /^This page stands inside another one of the same website\..* opened by itself\.$/);
    await go(one, 'sealed', 'Nothing leaves this machine');
    assert.doesNotMatch(await one.text('main'), /comes from the same address/, 'another port');

    const own = await visit.page();
    await own.page.goto(`${address}LICENSE-MIT`);
    await own.evaluate(address => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: `${address}#sealed`, width: 1000, height: 700 });
      document.body.replaceChildren(frame);
    }, address);
    await inside(own).until(() => /comes from the same address, so its scripts can read/.test(document.querySelector('main').innerText), 'who can read it');
  });

  suite.test('the page around it is told counts when a section is left, at once whether anything would be lost, and kinds of screens', { noisy: true, shared: true }, async visit => {
    const listen = text => text.replace('await app.start(questions, host);', `
      globalThis.told = [];
      for (const name of ['standing', 'screen', 'warn']) {
        const before = host[name];
        host[name] = (...all) => { told.push([name, ...all]); before?.(...all); };
      }
      await app.start(questions, host);`);
    const server = await visit.serve({ change: { 'start.js': listen } });
    const { one } = await framed(visit, frame(`${server.address}?parts=preventing,odd&form=long&lang=xx&namespace=A`, 'height="700"'));
    const told = name => one.evaluate(name => told.filter(one => one[0] === name).map(one => one.slice(1)), name);
    await begin(one, { keep: false });
    const last = async () => (await told('standing')).at(-1);
    await one.click('radio', 'I don’t know yet');
    const [, asked, answered, complete] = await eventually(async () => {
      const now = await last();
      return now[0] && now;
    }, 'it would be lost');
    assert.equal(complete, false);
    assert.equal(asked.length, answered.length);
    assert.ok(answered.every(count => count === 0), 'which question it was is not told');
    await go(one, 'result', 'Result');
    await eventually(async () => (await last())[2].reduce((sum, count) => sum + count) === 1, 'it is counted');
    assert.deepEqual((await told('screen')).flat(), ['start', 'choose', 'risks', 'section', 'result']);
    assert.deepEqual((await told('warn')).flat(), ['lang', 'namespace', 'parts', 'form']);
  });
});

inBrowsers('frames, with what other sites keep refused', { refusesThirdParties: true }, suite => {
  suite.test('third-party storage refused: that is said, and that a window of its own may keep it', { noisy: true }, async visit => {
    const { one } = await framed(visit, frame(visit.server.address, 'height="700"'), { host: OTHER_SITE });
    // Firefox leaves what the tab alone has.
    const ofTab = await one.evaluate(() => { try { return sessionStorage.length; } catch ({ name }) { return name; } });
    assert.equal(ofTab, visit.kind === 'chromium' ? 'SecurityError' : 0);
    await one.click('button', 'Start an assessment');
    await one.until(() => /browsers may let such a page keep nothing\. In a window of its own it may be allowed to\./.test(document.querySelector('.not-held').innerText), 'it says so');
    await one.find('alert', /^This browser lets the page keep nothing\..*Open it in a window of its own/);
    await choices(one, { keep: false });
  });
});
