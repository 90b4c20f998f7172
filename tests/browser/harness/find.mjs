// Finds what a person, or an assistive technology, finds: an element by role and name. Runs in the
// page; both browsers then agree, which their own accessibility trees do not in every detail.

/**
 * @param role   ARIA role, or `*`
 * @param name   accessible name: exact text, or `{ source, flags }` of a regular expression; none: any
 * @param within selector of the element in which to look
 * @param nth    which of several
 */
export function find(role, name, within, nth = 0) {
  const IMPLICIT = {
    A: e => (e.hasAttribute('href') ? 'link' : ''), BUTTON: () => 'button', SUMMARY: () => 'button',
    TEXTAREA: () => 'textbox', SELECT: () => 'combobox', NAV: () => 'navigation', MAIN: () => 'main',
    HEADER: () => 'banner', DIALOG: () => 'dialog', FIELDSET: () => 'group', DETAILS: () => 'group',
    LI: () => 'listitem', UL: () => 'list', OL: () => 'list', TABLE: () => 'table', TR: () => 'row',
    TD: () => 'cell', TH: e => (e.scope === 'row' ? 'rowheader' : 'columnheader'), ASIDE: () => 'complementary',
    ARTICLE: () => 'article', FIGURE: () => 'figure', SECTION: e => (e.hasAttribute('aria-labelledby') ? 'region' : ''),
    H1: () => 'heading', H2: () => 'heading', H3: () => 'heading', H4: () => 'heading',
    INPUT: e => ({ radio: 'radio', checkbox: 'checkbox', file: 'file', button: 'button' }[e.type] ?? 'textbox'),
  };
  const roleOf = e => e.getAttribute('role') ?? IMPLICIT[e.tagName]?.(e) ?? '';
  const tidy = text => text.replace(/\s+/g, ' ').trim();
  const isSeen = e => e.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true });
  const textOf = (node, top) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.getAttribute('aria-hidden') === 'true' || getComputedStyle(node).display === 'none') return '';
    if (node !== top) {
      const label = node.getAttribute('aria-label');
      if (label) return ` ${label} `;
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName)) return '';
    }
    const inside = [...node.childNodes].map(child => textOf(child, top)).join('');
    return getComputedStyle(node).display.startsWith('inline') ? inside : ` ${inside} `;
  };
  const nameOf = e => {
    const by = e.getAttribute('aria-labelledby');
    if (by) return tidy(by.split(' ').map(id => document.getElementById(id)).filter(Boolean).map(one => textOf(one, one)).join(' '));
    if (e.getAttribute('aria-label')) return tidy(e.getAttribute('aria-label'));
    if (e.labels?.length) return tidy([...e.labels].map(label => textOf(label, label)).join(' '));
    if (e.tagName === 'FIELDSET') { const legend = e.querySelector(':scope > legend'); return legend ? tidy(textOf(legend, legend)) : ''; }
    if (e.tagName === 'DETAILS') { const summary = e.querySelector(':scope > summary'); return summary ? tidy(textOf(summary, summary)) : ''; }
    return tidy(textOf(e, e));
  };
  const fits = !name ? () => true : typeof name === 'string' ? text => text === name : text => new RegExp(name.source, name.flags).test(text);
  const root = within ? document.querySelector(within) : document;
  if (!root) return null;
  const open = [...document.querySelectorAll('dialog[open]')].pop();
  let left = nth;
  for (const element of root.querySelectorAll('*')) {
    if (role !== '*' && roleOf(element) !== role) continue;
    if (!isSeen(element) || (open && !open.contains(element) && element !== open)) continue;
    if (!fits(nameOf(element))) continue;
    if (left-- === 0) return element;
  }
  return null;
}
