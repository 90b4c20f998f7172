// The message loop of the worker. The build puts it behind bindgen's no_modules output, so that the
// worker is one classic script from a blob: it has no address of its own to fetch from.
//
// In: first { module, questions, guidance, rules }, then { id, job } for each job.
// Out: { id, outcome } with the bytes handed over, or { id, fault } when the job could not be run.
// After a fault inside the module nothing in it can be trusted: the page starts a new worker.
'use strict';

let worker = null;
let ready = null;

const start = async ({ module, questions, guidance, rules }) => {
  await wasm_bindgen({ module_or_path: module });
  worker = new wasm_bindgen.Worker(
    new Uint8Array(questions), new Uint8Array(guidance), new Uint8Array(rules));
};

const run = async ({ id, job }) => {
  try {
    await ready;
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
