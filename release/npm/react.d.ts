// <respect-in-practice> as React 19 knows it: its properties, and each event as `on` with its name in small
// letters. `import 'respect-in-practice/react'` brings these and the element.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { RespectInPracticeElement, RespectInPracticeEventMap } from './respect-in-practice.js';

export type * from './respect-in-practice.js';

/** All that the element has beyond any other and that can be set. */
type Properties = Partial<Omit<RespectInPracticeElement, Exclude<keyof HTMLElement, 'lang'> | 'hasUnsaved' | 'print'>>;

type Listeners = {
  [Kind in keyof RespectInPracticeEventMap as `on${Kind}`]?: (event: RespectInPracticeEventMap[Kind]) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'respect-in-practice':
        & Omit<DetailedHTMLProps<HTMLAttributes<RespectInPracticeElement>, RespectInPracticeElement>, 'lang'>
        & Properties
        & Listeners;
    }
  }
}
