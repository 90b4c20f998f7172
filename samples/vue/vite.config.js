import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import vue from '@vitejs/plugin-vue';

// The whole site lies beside the page. On a host name of its own, the scripts of this page could not read what
// is written there; then `src` names that one, and nothing has to be copied.
const site = dirname(createRequire(import.meta.url).resolve('respect-in-practice/site/index.html'));

export default {
  base: './',
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: tag => tag === 'respect-in-practice' } } }),
    { name: 'assessment', closeBundle: () => cpSync(site, 'dist/assessment', { recursive: true }) },
  ],
};
