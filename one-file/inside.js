// Inside another page, which may hold this one in its own text: then it has neither an origin nor an address
// of its own, and what is written as a place in it would lead to the page around. That one is told nothing.
// Takes the place of the part of start.js by that name (xtask/src/build/one_file.rs).

// ---- Inside another page ----

const inside = null;

if (framed) {
  const [here] = location.href.split('#');
  // The history is that of the page around: Back leads out of that, and not through the screens in here.
  const replace = history.replaceState.bind(history);
  history.pushState = (state, title, place) => replace(state, title, here + place);
  history.replaceState = history.pushState;
  if (location.protocol === 'about:') {
    const lead = () => {
      for (const link of root.querySelectorAll('a[href^="#"]')) link.href = here + link.getAttribute('href');
    };
    lead();
    new MutationObserver(lead).observe(root, { subtree: true, childList: true, attributeFilter: ['href'] });
  }
}
