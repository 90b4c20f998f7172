// Packages (ZIP) unpacked, so that what stands in a file can be searched.

import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

/** The parts of a package by name, in the order of its directory. */
export const parts = bytes => Object.fromEntries(Object.entries(files(bytes)).map(([name, part]) => [name, part.toString('utf8')]));

/** The same as bytes. */
export function files(bytes) {
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
    const isStored = bytes.readUInt16LE(at + 10) === 0;
    found[bytes.toString('utf8', at + 46, at + 46 + name)] = isStored ? packed : inflateRawSync(packed);
    at += 46 + name + extra + comment;
  }
  return found;
}

/** A package of these parts, as plain as the format allows: nothing compressed, no day. */
export function packed(parts) {
  const all = [];
  const directory = [];
  let start = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(1 << 11, 2);
    about.writeUInt16LE(33, 8);
    about.writeUInt32LE(sum(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(title.length, 22);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(start, 10);
    all.push(Buffer.from('PK\x03\x04'), about, title, bytes);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), about, at, title);
    start += 30 + title.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...all, ...directory, end]);
}

function sum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

/** All parts one after the other, as text and as bytes. */
export function unpacked(bytes) {
  const text = Object.entries(parts(bytes)).map(([name, part]) => `== ${name}\n${part}\n`).join('');
  return { text, bytes: Buffer.concat([bytes, Buffer.from(text)]) };
}
