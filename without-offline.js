// Stands in the place of offline.js in a build that keeps nothing for use without a connection: a
// browser that has the worker of an earlier build finds this one at its address, and is rid of both
// once no window of the page is open. That the files are gone from the server would not do it.

const STORES = `respect-in-practice ${new URL('./', location).pathname} `;

addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(STORES)) await caches.delete(name);
  await registration.unregister();
})()));
