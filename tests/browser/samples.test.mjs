// The pages in `samples/`, built with the package of a release, as somebody opens them. That they compile
// under the strictest settings was seen when they were built; what they could use wrongly is tried here.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { BROWSERS } from './harness/browsers.mjs';
import { serveFolder } from './harness/folder.mjs';
import { frameIn, hostPage } from './harness/host.mjs';
import { ROOT, inBrowsers } from './harness/suite.mjs';
import { begin } from './harness/ways.mjs';

const SAMPLES = join(ROOT, 'samples');
const NAMES = ['plain', 'react', 'vue'];
const skip = process.env.RELEASE ? false : 'cargo xtask test builds them';

inBrowsers('pages that hold the package', {}, suite => {
  for (const name of NAMES) {
    suite.test(`${name}: the element shows the start of the assessment, and the page hears how far it is`, { skip, noisy: true }, async visit => {
      const server = await serveFolder(join(SAMPLES, name, 'dist'));
      visit.servers.push(server);
      const page = await hostPage(visit, server);
      const frame = await frameIn(page);
      await page.until(() => document.querySelector('[role=status]').textContent === 'The assessment is ready.', 'the page was told');
      assert.equal(await page.evaluate(() => document.querySelector('respect-in-practice a').checkVisibility()), false, 'no link');
      assert.match(await page.evaluate(() => document.querySelector('respect-in-practice').shadowRoot.querySelector('iframe').src), /\/assessment\/index\.html\?.*form=short/);
      await begin(frame);
      await page.until(() => /^Answered: 0 of [1-9]\d* questions\.$/.test(document.querySelector('[role=status]').textContent), 'the page was told of the questions');
      assert.deepEqual(server.hits.filter(({ status, path }) => status !== 200 && path !== '/favicon.ico'), []);
    });
  }
});

/** What the compiler says of a file with these lines beside the sources of a sample. */
function said(sample, name, lines) {
  const page = join(SAMPLES, sample, name);
  const options = {
    strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, jsx: ts.JsxEmit.ReactJSX,
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = path => path === page || fileExists(path);
  host.getSourceFile = (path, ...rest) => (path === page ? ts.createSourceFile(path, lines.join('\n'), options.target) : getSourceFile(path, ...rest));
  return ts.getPreEmitDiagnostics(ts.createProgram([page], options, host)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('types for those who hold the package', { skip: skip || !BROWSERS.includes('chromium') }, () => {
  it('npm has put the package into each as it was released, and no file of a sample names it', () => {
    const released = join(process.env.RELEASE, 'package');
    const paths = readdirSync(released, { recursive: true }).sort();
    for (const name of NAMES) {
      const read = path => readFileSync(join(SAMPLES, name, path));
      const place = 'node_modules/respect-in-practice';
      assert.deepEqual(readdirSync(join(SAMPLES, name, place), { recursive: true }).sort(), paths, name);
      for (const path of paths.filter(path => statSync(join(released, path)).isFile())) {
        assert.ok(read(join(place, path)).equals(readFileSync(join(released, path))), `${name}: ${path}`);
      }
      assert.match(JSON.parse(read('node_modules/.package-lock.json')).packages[place].resolved, /^file:.*\.tgz$/, 'it was not put there past npm');
      for (const file of ['package.json', 'package-lock.json']) assert.doesNotMatch(`${read(file)}`, /"(node_modules\/)?respect-in-practice"/, `${name}/${file}`);
    }
  });

  it('each sample is one of those that are opened here', () => {
    assert.deepEqual(readdirSync(SAMPLES).filter(name => existsSync(join(SAMPLES, name, 'package.json'))), NAMES);
  });

  it('React: what the element has is taken, and what it has not is an error', () => {
    const begin = ["import 'respect-in-practice/react';"];
    const element = written => `export const a${written.length} = <respect-in-practice ${written} />;`;
    const right = ['src="/a/" form="short" lang="en" className="wide"', 'maxHeight={900} insetTop="3"', 'onprogress={({ detail }) => detail.sections.map(({ asked }) => asked)}', 'onunsaved={event => { const is: boolean = event.detail.unsaved; void is; }}'];
    assert.deepEqual(said('react', 'right.tsx', [...begin, ...right.map(element)]), []);
    const wrong = ['form="long"', 'theme="blue"', 'answers="all"', 'maxHeight={true}', 'onprogress={({ detail }) => detail.questions}', 'hasUnsaved={false}'];
    const errors = said('react', 'wrong.tsx', [...begin, ...wrong.map(element)]);
    assert.equal(errors.length, wrong.length, errors.join('\n'));
  });

  it('Vue: what the element has is taken, and what it has not is an error', () => {
    const begin = ["import 'respect-in-practice/vue';", "import type { GlobalComponents } from 'vue';", "type Given = InstanceType<GlobalComponents['respect-in-practice']>['$props'];"];
    const element = (written, at) => `export const a${at}: Given = { ${written} };`;
    const right = ["src: '/a/', form: 'short', lang: 'en', class: 'wide'", "maxHeight: 900, insetTop: '3'", 'onProgress: ({ detail }) => detail.sections.map(({ asked }) => asked)'];
    assert.deepEqual(said('vue', 'right.ts', [...begin, ...right.map(element)]), []);
    const wrong = ["form: 'long'", "theme: 'blue'", 'maxHeight: true', 'onProgress: ({ detail }) => detail.questions', 'hasUnsaved: false'];
    const errors = said('vue', 'wrong.ts', [...begin, ...wrong.map(element)]);
    assert.equal(errors.length, wrong.length, errors.join('\n'));
  });
});
