import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

// The whole site lies beside the page, while one works on it and when it is built. On a host name of its own, the
// scripts of this page could not read what is written there; then `src` names that one, and nothing is copied.
const site = dirname(createRequire(import.meta.url).resolve('respect-in-practice/site/index.html'));
cpSync(site, 'public/assessment', { recursive: true });

export default {
  base: './',
};
