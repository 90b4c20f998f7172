// A copy of the build with own words.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './suite.mjs';

export const LINE = '<meta name="own" content="">';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>';

/** Own words that fit, with one of everything. */
export const OWN = {
  version: 1,
  name: 'Orrin Vision, Office for Human Rights',
  logo: `data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`,
  introduction: 'Welcome to <b>our</b> assessment.\nIt takes an afternoon.',
  contact: 'Ada, ada@orrin.example',
  accent: '#8a1538',
};

/** A copy of the build that names own words, as `cargo xtask own` leaves it; and how they are changed. */
export function ownSite(folder, { own = OWN, named = 'own.json' } = {}) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(DIST, folder, { recursive: true });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  assert.equal(page.split(LINE).length, 2, 'the line stands there once');
  const site = {
    folder,
    write: own => writeFileSync(join(folder, 'own.json'), typeof own === 'string' ? own : JSON.stringify(own)),
    line: line => writeFileSync(join(folder, 'index.html'), page.replace(LINE, line)),
    name: name => site.line(LINE.replace('""', `"${name}"`)),
  };
  site.name(named);
  if (own) site.write(own);
  return site;
}
