// Packages (ZIP) unpacked, so that what stands in a file can be searched.

import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

/** The parts of a package by name, in the order of its directory. */
export function parts(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  assert.ok(end >= 0, 'a package has a directory');
  const found = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.toString('latin1', at, at + 4), 'PK\x01\x02');
    const [name, extra, comment] = [28, 30, 32].map(place => bytes.readUInt16LE(at + place));
    const start = bytes.readUInt32LE(at + 42);
    const content = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(content, content + bytes.readUInt32LE(at + 20));
    found[bytes.toString('utf8', at + 46, at + 46 + name)] = inflateRawSync(packed).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return found;
}

/** All parts one after the other, as text and as bytes. */
export function unpacked(bytes) {
  const text = Object.entries(parts(bytes)).map(([name, part]) => `== ${name}\n${part}\n`).join('');
  return { text, bytes: Buffer.concat([bytes, Buffer.from(text)]) };
}
