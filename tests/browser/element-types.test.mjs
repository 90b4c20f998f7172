// The types of the element, as the compiler of a page that uses it reads them. It needs no browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FOLDER = new URL('../../element/', import.meta.url);
const PAGE = fileURLToPath(new URL('page.ts', FOLDER));
const OPTIONS = {
  strict: true, exactOptionalPropertyTypes: true, noEmit: true,
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [],
};

// What the compiler says of a page with these lines, which lies beside the types.
function said(lines) {
  const text = `import type { RespectInPracticeElement, SectionProgress } from './respect-in-practice.js';
    const one = document.createElement('respect-in-practice');\n${lines}`;
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, getSourceFile } = host;
  host.fileExists = name => name === PAGE || fileExists(name);
  host.getSourceFile = (name, ...rest) => name === PAGE
    ? ts.createSourceFile(name, text, OPTIONS.target)
    : getSourceFile(name, ...rest);
  const program = ts.createProgram([PAGE], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('under the strictest settings a page may use all that the types of the element declare', () => {
  assert.deepEqual(said(`
    const found: RespectInPracticeElement | null = document.querySelector('respect-in-practice');
    found?.print();
    Object.assign(one, { src: 'https://a.example/' });
    one.src = one.parts = one.lang = one.accent = one.namespace = '';
    one.form = 'short';
    one.theme = 'auto';
    one.maxHeight = 300;
    one.insetTop = '3rem';
    const unsaved: boolean = one.hasUnsaved;
    one.addEventListener('progress', function ({ detail }) {
      const all: readonly SectionProgress[] = detail.sections;
      const here: RespectInPracticeElement = this;
      void [all, here, unsaved];
    });
    one.addEventListener('unsaved', ({ detail }) => { const is: boolean = detail.unsaved; void is; });
    one.addEventListener('click', event => event.preventDefault());
  `), []);
});

test('what the element does not have is an error of the page that uses it', () => {
  const wrong = [
    'one.hasUnsaved = true;',
    "one.form = 'long';",
    "one.theme = 'blue';",
    'one.answers;',
    // The script exports nothing.
    "import { RespectInPracticeElement as Made } from './respect-in-practice.js'; new Made();",
    "one.addEventListener('progress', event => event.detail.questions);",
    "one.addEventListener('resize', event => { const height: string = event.detail.height; void height; });",
  ];
  const errors = said(wrong.join('\n'));
  assert.equal(errors.length, wrong.length, errors.join('\n'));
});
