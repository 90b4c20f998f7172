// All test files in one process, so that they share their browsers. Each also runs by itself:
// `node --test places.test.mjs`.

import { readdirSync } from 'node:fs';

for (const name of readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.test.mjs')).sort()) {
  await import(`./${name}`);
}
