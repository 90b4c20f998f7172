// The page is one file: it opens wherever that lies, and nothing more is kept of it. Takes the place of the
// part of powers.js by that name (xtask/src/build/one_file.rs).

// ---- Without a connection ----

const OFFLINE = null;

// As src/browser/offline.rs reads it.
const STANDS = { oneFile: 7 };

const offline = Promise.resolve(STANDS.oneFile);

const newer = new Promise(() => {});

export async function keepOffline() {}
