// The message loop of the worker. The build puts it behind bindgen's no_modules output, so that the
// worker is one classic script from a blob: it has no address of its own to fetch from. `freshLock` is the
// same of the module that locks files, made anew with each call.
//
// In: first { module, lock, questions, guidance, rules }, then { id, job } for each job. After a crash of
// the page { id, rescue: { head, answers } } with the stored records of a draft.
// Out: { id, outcome } with the bytes handed over, for a rescue { id, file: { name, type, bytes } },
// or { id, fault } when it could not be done.
// After a fault inside the module nothing in it can be trusted: the page starts a new worker.
'use strict';

let worker = null;
let ready = null;
let lock = null;

// What was locked or opened lay in the memory of an instance, with the passphrase, and the memory that the
// work took is given back with nothing else. So each file has one of its own.
const fresh = () => {
  // A code as the module has them: it did not come.
  if (!lock) throw 0;
  const made = freshLock();
  made.initSync({ module: lock });
  return made;
};
self.lockFile = (plain, passphrase) => fresh().lock(plain, passphrase);
self.openFile = (locked, passphrase) => fresh().open(locked, passphrase);

const start = async ({ module, lock: locks, questions, guidance, rules }) => {
  lock = locks;
  await wasm_bindgen({ module_or_path: module });
  worker = new wasm_bindgen.Worker(
    new Uint8Array(questions), new Uint8Array(guidance), new Uint8Array(rules));
};

const saved = ({ head, answers }) => {
  const all = new Uint8Array(answers.reduce((sum, one) => sum + one.length, 0));
  answers.reduce((at, one) => { all.set(one, at); return at + one.length; }, 0);
  const lengths = Uint32Array.from(answers, one => one.length);
  const now = new Date();
  const file = worker.rescue(head, all, lengths, now.getFullYear(), now.getMonth() + 1, now.getDate());
  return { name: file.name, type: file.media_type, bytes: file.bytes };
};

const run = async ({ id, job, rescue }) => {
  try {
    await ready;
    if (rescue) {
      self.postMessage({ id, file: saved(rescue) });
      return;
    }
    const outcome = worker.run(new Uint8Array(job));
    self.postMessage({ id, outcome }, [outcome.buffer]);
  } catch (fault) {
    self.postMessage({ id, fault: String(fault) });
  }
};

self.onmessage = ({ data }) => {
  if (ready === null) {
    ready = start(data);
    // Told again with each job, which is what somebody waits for.
    ready.catch(() => {});
  } else {
    run(data);
  }
};
