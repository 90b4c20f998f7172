// All test files in one process, so that they share their browsers. Each also runs by itself:
// `node --test places.test.mjs`.

import { readdirSync } from 'node:fs';
import { describe } from 'node:test';

// Where most tests are left out, the first files are through before the last are there, and what ends
// the browsers would run then, and not again. This is not through before they are.
let allThere;
const waiting = new Promise(done => { allThere = done; });
describe('all files of tests', () => waiting);

for (const name of readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.test.mjs')).sort()) {
  await import(`./${name}`);
}

allThere();
