// <respect-in-practice> as templates of Vue 3 know it: its properties and its events.
// `import 'respect-in-practice/vue'` brings these and the element.

import type { HTMLAttributes, PublicProps } from 'vue';
import type { RespectInPracticeElement, RespectInPracticeEventMap } from './respect-in-practice.js';

export type * from './respect-in-practice.js';

/** All that the element has beyond any other and that can be set. */
type Properties = Partial<Omit<RespectInPracticeElement, Exclude<keyof HTMLElement, 'lang'> | 'hasUnsaved' | 'print'>>;

type Listeners = {
  [Kind in keyof RespectInPracticeEventMap as `on${Capitalize<Kind>}`]?: (event: RespectInPracticeEventMap[Kind]) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'respect-in-practice': new () => {
      $props: Omit<HTMLAttributes, keyof Properties | keyof Listeners> & PublicProps & Properties & Listeners;
    };
  }
}
