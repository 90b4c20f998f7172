/** How many questions of a section are asked, and at how many nothing is still to be answered: those not
 *  known yet are among these. */
export interface SectionProgress {
  readonly asked: number;
  readonly answered: number;
}

/** What each event says in its `detail`. Nothing that was typed, no id and no time is in any of them. */
export interface RespectInPracticeEventMap {
  /** The assessment has started. */
  ready: CustomEvent<Record<string, never>>;
  /** The frame has another height, in CSS pixels. */
  resize: CustomEvent<{ readonly height: number }>;
  /** A section was left, or another kind of screen is shown. */
  progress: CustomEvent<{ readonly screen: string; readonly sections: readonly SectionProgress[] }>;
  /** Every question that is asked has an answer. */
  complete: CustomEvent<Record<string, never>>;
  /** There is work that is kept neither in the browser nor in a file, or there is none any more. */
  unsaved: CustomEvent<{ readonly unsaved: boolean }>;
  /** Something is not as it was asked for. */
  warning: CustomEvent<{ readonly code: string }>;
  /** The assessment did not start, or has stopped. */
  error: CustomEvent<{ readonly code: string }>;
}

/** `<respect-in-practice src="…"><a href="…">Open the assessment</a></respect-in-practice>` */
export interface RespectInPracticeElement extends HTMLElement {
  /** Where the assessment lies. */
  src: string;
  /** A language that the assessment has. */
  lang: string;
  /** Which modules are chosen beforehand, with a comma between: `embedding,preventing`. */
  parts: string;
  /** Which form is chosen beforehand. */
  form: '' | 'short' | 'complete';
  /** `auto` follows the page. */
  theme: '' | 'light' | 'dark' | 'auto';
  /** A colour; how light and how strong it is, is made so that it can be read. */
  accent: string;
  /** Of several on one page, each keeps its assessments under a name of its own: `[a-z0-9-]{1,32}`. */
  namespace: string;
  /** In CSS pixels: a longer page has a scroll bar of its own. */
  maxHeight: string | number;
  /** In CSS pixels: what of the window's top is covered by something that stays there. */
  insetTop: string | number;
  /** Whether there is work that neither the browser nor a file has. */
  readonly hasUnsaved: boolean;
  /** Prints what the frame shows, without the page around it. */
  print(): void;
  addEventListener<Kind extends keyof RespectInPracticeEventMap>(
    type: Kind,
    listener: (this: RespectInPracticeElement, event: RespectInPracticeEventMap[Kind]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Kind extends keyof RespectInPracticeEventMap>(
    type: Kind,
    listener: (this: RespectInPracticeElement, event: RespectInPracticeEventMap[Kind]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'respect-in-practice': RespectInPracticeElement;
  }
}
