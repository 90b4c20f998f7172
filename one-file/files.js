// Where files come from in a page that holds all of them: takes the place of the part of start.js by that
// name (xtask/src/build/one_file.rs), and gives the rest of it the same.
//
// What is data lies in an element by its name, packed by gzip and written in letters. Scripts are functions
// that give what the files would export: `scripts`, which the build puts before.

// ---- Where they come from ----

async function unpacked(file) {
  const letters = atob(document.getElementById(file).textContent);
  const packed = new Uint8Array(letters.length);
  for (let at = 0; at < packed.length; at += 1) packed[at] = letters.charCodeAt(at);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

// A file that was cut off or changed on its way does not unpack.
async function taken(file, signal, read) {
  if (!globalThis.DecompressionStream) throw new Fault('old', file, 'no DecompressionStream');
  return read(new Response(await unpacked(file).catch(cause => { throw new Fault('damaged', file, cause); })));
}

const glueOf = async file => scripts[file]();

const sheet = async () => {};
