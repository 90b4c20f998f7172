// Reads XML that people write, so far as a configuration needs it, and is strict about its form.

/** The element that a text is, with all in it: `{ name, attributes, children }`. */
export function read(text) {
  const open = [{ children: [] }];
  const fault = (about, at) => { throw new Error(`line ${text.slice(0, at).split('\n').length}: ${about}`); };
  const parts = /<\?[^]*?\?>|<!--([^]*?)-->|<\/([\w.-]+)\s*>|<([\w.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g;
  for (const { 0: whole, 1: comment, 2: ends, 3: begins, 4: pairs, 5: empty, 6: words, index } of text.matchAll(parts)) {
    if (comment?.includes('--')) fault('-- in a comment', index);
    if (words?.trim()) fault(`words: ${words.trim()}`, index);
    if (whole === '<') fault('no element', index);
    if (ends && open.pop().name !== ends) fault(`</${ends}>`, index);
    if (!begins) continue;
    const attributes = {};
    for (const [, name, value] of pairs.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (name in attributes) fault(`${name} twice`, index);
      if (/&(?!(amp|lt|gt|quot|apos);)/.test(value)) fault(value, index);
      attributes[name] = value.replace(/&(\w+);/g, (_, one) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[one]);
    }
    const element = { name: begins, attributes, children: [] };
    open.at(-1).children.push(element);
    if (!empty) open.push(element);
  }
  const [{ children: [root, ...others] }, ...left] = open;
  if (left.length || others.length || !root) fault('not one element that ends', text.length);
  return root;
}

/** All elements of a name in another one, however deep. */
export const elements = (within, name) => within.children.flatMap(child => [...(child.name === name ? [child] : []), ...elements(child, name)]);
