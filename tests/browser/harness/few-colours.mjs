// Pictures of screens in a third of their bytes: a screen has a few colours and what lies between them at
// the edges of letters, and browsers write it as if it were a photograph.

import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOUR_TYPES = { 2: 3, 6: 4 };

/** A PNG as browsers write it: its size, and its rows without the filters, three or four bytes a pixel. */
export function pixels(png) {
  let size;
  const packed = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') size = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), depth: body[8], bytes: COLOUR_TYPES[body[9]] };
    if (kind === 'IDAT') packed.push(body);
    at += 12 + length;
  }
  if (size?.depth !== 8 || !size.bytes) throw new Error('no picture of eight bits a colour');
  const { width, height, bytes } = size;
  const filtered = inflateSync(Buffer.concat(packed));
  const rows = [];
  for (let y = 0; y < height; y += 1) {
    const from = y * (width * bytes + 1);
    rows.push(unfiltered(filtered[from], Buffer.from(filtered.subarray(from + 1, from + 1 + width * bytes)), rows.at(-1), bytes));
  }
  return { width, height, bytes, rows };
}

/** One row, from what it differs by from the pixel to its left and the row above. */
function unfiltered(filter, row, above, bytes) {
  for (let at = 0; at < row.length; at += 1) {
    const left = at < bytes ? 0 : row[at - bytes];
    const up = above?.[at] ?? 0;
    const corner = at < bytes ? 0 : above?.[at - bytes] ?? 0;
    row[at] += [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
  }
  return row;
}

function nearest(left, up, corner) {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map(one => Math.abs(guess - one));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The same picture with the most frequent colour of each sixteenth of red, green and blue: areas keep
 *  theirs, and only edges of letters change by less than one sees. */
export function inFewColours(png) {
  const { width, height, bytes, rows } = pixels(png);
  const counts = new Map();
  const colour = (row, at) => (row[at] << 16) | (row[at + 1] << 8) | row[at + 2];
  for (const row of rows) for (let at = 0; at < row.length; at += bytes) counts.set(colour(row, at), (counts.get(colour(row, at)) ?? 0) + 1);
  const kept = new Map();
  const like = one => one & 0xf0f0f0;
  for (const [one, count] of counts) if (count > (counts.get(kept.get(like(one))) ?? 0)) kept.set(like(one), one);
  if (kept.size > 256) throw new Error(`${kept.size} colours, where a palette has 256`);
  const places = new Map([...kept.keys()].map((key, place) => [key, place]));
  const body = Buffer.alloc((width + 1) * height);
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x += 1) body[y * (width + 1) + 1 + x] = places.get(like(colour(row, x * bytes)));
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const palette = Buffer.from([...kept.values()].flatMap(one => [one >> 16, (one >> 8) & 255, one & 255]));
  const parts = [['IHDR', head], ['PLTE', palette], ['IDAT', deflateSync(body, { level: 9 })], ['IEND', Buffer.alloc(0)]];
  return Buffer.concat([SIGNATURE, ...parts.map(([kind, bytes]) => part(kind, bytes))]);
}

function part(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(sum(named), framed.length - 4);
  return framed;
}

/** The checksum of a part, as PNG has it. */
function sum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
