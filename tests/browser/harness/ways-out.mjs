// Ways in which a script that runs in the page could make bytes leave it, each by the name under which
// docs/privacy-review.md tells of it where it is open.
//
// A way is handed where it is to go: `here` (an address of the page's own server), `there` (one of
// another `host`), `nothing` (an address of the own server that answers 204, so that the page stays),
// `ear` (where only a line is opened, or WebRTC asks for its own address).
// Addresses carry the way's number, so whatever arrives, whenever, tells which way it came.

/** Runs in the page, and by itself gives the names alone: nothing is touched before a way is tried.
 *  `quiet` leave the page as it is; `leaving` go elsewhere if they can; after `damaging` it is none. */
export function waysOut() {
  const SVG = 'http://www.w3.org/2000/svg';
  const HTML = 'http://www.w3.org/1999/xhtml';
  const made = (name, properties = {}, space = HTML) => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(properties)) {
      if (space === HTML && key in element) element[key] = value;
      else element.setAttribute(key, value);
    }
    return element;
  };
  const put = (name, properties, space, ...inner) => {
    const element = made(name, properties, space);
    element.append(...inner);
    document.body.append(element);
    return element;
  };
  const svg = (...inner) => put('svg', { width: 10, height: 10 }, SVG, ...inner);
  const shape = (name, properties) => made(name, properties, SVG);
  const box = () => put('p', { textContent: 'x' });
  const styled = (property, value) => { box().style.setProperty(property, value); };
  const rule = text => { document.styleSheets[0].insertRule(text); };
  const link = (rel, href, more = {}) => { document.head.append(made('link', { rel, href, ...more })); };
  const memory = (text, type) => URL.createObjectURL(new Blob([text], { type }));
  const frame = () => put('iframe').contentWindow;
  const soon = (time = 300) => new Promise(done => setTimeout(done, time));
  const peer = async ({ ear }, { RTCPeerConnection } = globalThis) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${ear}` }] });
    connection.createDataChannel('out');
    await connection.setLocalDescription(await connection.createOffer());
  };
  // An anchor that is pressed by a script, in the page or beside it.
  const press = properties => put('a', properties).click();

  const quiet = {
    // Requests of a script.
    'fetch GET': ({ here }) => fetch(here),
    'fetch POST': ({ here }) => fetch(here, { method: 'POST', body: 'out' }),
    'fetch HEAD': ({ here }) => fetch(here, { method: 'HEAD' }),
    'fetch keepalive': ({ here }) => fetch(here, { method: 'POST', keepalive: true, body: 'out' }),
    'fetch no-cors to another host': ({ there }) => fetch(there, { mode: 'no-cors' }),
    'fetch with a question before': ({ there }) => fetch(there, { method: 'PUT', headers: { 'x-out': 'out' } }),
    'fetch of a Request': ({ here }) => fetch(new Request(here, { cache: 'reload', priority: 'high' })),
    'fetchLater': ({ here }) => { fetchLater(here, { activateAfter: 0 }); },
    'XMLHttpRequest GET': ({ here }) => { const request = new XMLHttpRequest(); request.open('GET', here); request.send(); },
    'XMLHttpRequest POST': ({ here }) => { const request = new XMLHttpRequest(); request.open('POST', here); request.send('out'); },
    'XMLHttpRequest that waits': ({ here }) => { const request = new XMLHttpRequest(); request.open('GET', here, false); request.send(); },
    'XMLHttpRequest for a document': ({ here }) => { const request = new XMLHttpRequest(); request.open('GET', here); request.responseType = 'document'; request.send(); },
    'sendBeacon of a text': ({ here }) => { navigator.sendBeacon(here, 'out'); },
    'sendBeacon of a form': ({ here }) => { const form = new FormData(); form.set('out', 'out'); navigator.sendBeacon(here, form); },
    'sendBeacon to another host': ({ there }) => { navigator.sendBeacon(there, 'out'); },
    'EventSource': ({ here }) => { new EventSource(here); },
    'WebSocket': ({ here }) => { new WebSocket(here.replace(/^http/, 'ws')); },
    'WebSocket to another host': ({ there }) => { new WebSocket(there.replace(/^http/, 'ws')); },
    'WebSocketStream': ({ here }) => new WebSocketStream(here.replace(/^http/, 'ws')).opened,
    'WebTransport': ({ there }) => new WebTransport(there).ready,
    'Cache add': async ({ here }) => { await (await caches.open('out')).add(here); },
    'Cache addAll': async ({ here }) => { await (await caches.open('out')).addAll([here]); },
    'WebAssembly streaming': ({ here }) => WebAssembly.compileStreaming(fetch(here)),
    'Background fetch': async ({ here }) => (await navigator.serviceWorker.ready).backgroundFetch.fetch('out', here),

    // Code.
    'import()': ({ here }) => import(here),
    'import() of JSON': ({ here }) => import(here, { with: { type: 'json' } }),
    'script src': ({ here }) => { put('script', { src: here }); },
    'script type=module': ({ here }) => { put('script', { type: 'module', src: here }); },
    'script in SVG': ({ here }) => { svg(shape('script', { href: here })); },
    'script in the text that imports': ({ here }) => { put('script', { type: 'module', textContent: `import ${JSON.stringify(here)}` }); },
    'on… attribute': ({ here }) => { put('p', {}).setAttribute('onclick', `fetch(${JSON.stringify(here)})`); document.body.lastChild.click(); },
    'eval': ({ here }) => (0, eval)(`fetch(${JSON.stringify(here)})`),
    'setTimeout of a text': ({ here }) => { setTimeout(`fetch(${JSON.stringify(here)})`); },
    'speculation rules: prefetch': ({ here }) => { put('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [here], eagerness: 'immediate' }] }) }); },
    'speculation rules: prerender': ({ here }) => { put('script', { type: 'speculationrules', textContent: JSON.stringify({ prerender: [{ urls: [here], eagerness: 'immediate' }] }) }); },
    'Worker': ({ here }) => { new Worker(here); },
    'Worker, module': ({ here }) => { new Worker(here, { type: 'module' }); },
    'Worker from memory that fetches': ({ here }) => { new Worker(memory(`fetch(${JSON.stringify(here)})`, 'text/javascript')); },
    'Worker from memory that imports': ({ here }) => { new Worker(memory(`importScripts(${JSON.stringify(here)})`, 'text/javascript')); },
    'Worker from data: that fetches': ({ here }) => { new Worker(`data:text/javascript,fetch(${JSON.stringify(here)})`); },
    'SharedWorker': ({ here }) => { new SharedWorker(here); },
    'SharedWorker from memory that fetches': ({ here }) => { new SharedWorker(memory(`fetch(${JSON.stringify(here)})`, 'text/javascript')); },
    'service worker': ({ here }) => navigator.serviceWorker.register(here),
    'service worker: another one in the folder': ({ number }) => navigator.serviceWorker.register(`offline.js?out-${number}.`, { scope: './out/' }),
    'service worker: a message to the one that is there': async ({ here }) => { const { active } = await navigator.serviceWorker.getRegistration(); active.postMessage(here); },
    'service worker: asked by a request': ({ number }) => fetch(`index.html?out-${number}.`),
    'notification of the service worker with a picture': async ({ here }) => { await (await navigator.serviceWorker.getRegistration()).showNotification('out', { icon: here }); },
    'Cache put of a request': async ({ here }) => { await (await caches.open('out')).put('out', await fetch(here)); },
    'worklet for sound': ({ here }) => new AudioContext().audioWorklet.addModule(here),
    'worklet for painting': ({ here }) => CSS.paintWorklet.addModule(here),
    'worklet of shared storage': ({ here }) => sharedStorage.worklet.addModule(here),

    // Pictures, sound, film.
    'Image': ({ here }) => { new Image().src = here; },
    'Image of another host': ({ there }) => { new Image().src = there; },
    'img srcset': ({ here }) => { put('img', { srcset: `${here} 1x` }); },
    'img that is lazy': ({ here }) => { put('img', { loading: 'lazy', src: here }).scrollIntoView(); },
    'img with attributionsrc': ({ here }) => { put('img', { attributionsrc: here }); },
    'picture': ({ here }) => { put('picture', {}, HTML, made('source', { srcset: here }), made('img')); },
    'input type=image': ({ here }) => { put('input', { type: 'image', src: here }); },
    'SVG image': ({ here }) => { svg(shape('image', { href: here, width: 9, height: 9 })); },
    'SVG image by xlink': ({ here }) => { const image = shape('image', { width: 9, height: 9 }); image.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', here); svg(image); },
    'SVG feImage': ({ here }) => { const filter = shape('filter', { id: 'out-filter' }); filter.append(shape('feImage', { href: here })); svg(filter, shape('rect', { width: 9, height: 9, filter: 'url(#out-filter)' })); },
    'SVG use': ({ here }) => { svg(shape('use', { href: `${here}#x` })); },
    'SVG filter of another file': ({ here }) => { svg(shape('rect', { width: 9, height: 9, filter: `url(${here}#x)` })); },
    'SVG mask of another file': ({ here }) => { svg(shape('rect', { width: 9, height: 9, mask: `url(${here}#x)` })); },
    'SVG clip-path of another file': ({ here }) => { svg(shape('rect', { width: 9, height: 9, 'clip-path': `url(${here}#x)` })); },
    'SVG fill of another file': ({ here }) => { svg(shape('rect', { width: 9, height: 9, fill: `url(${here}#x)` })); },
    'SVG marker of another file': ({ here }) => { svg(shape('path', { d: 'M0 0h9', 'marker-start': `url(${here}#x)` })); },
    'SVG set of an address': ({ here }) => { const image = shape('image', { width: 9, height: 9 }); image.append(shape('set', { attributeName: 'href', to: here })); svg(image); },
    'SVG animate of an address': ({ here }) => { const image = shape('image', { width: 9, height: 9 }); image.append(shape('animate', { attributeName: 'href', values: here, dur: '1s' })); svg(image); },
    'SVG textPath of another file': ({ here }) => { const text = shape('text'); text.append(shape('textPath', { href: `${here}#x` })); svg(text); },
    'SVG in data: with a picture': ({ here }) => { put('img', { src: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="${SVG}" width="9" height="9"><image href="${here}" width="9" height="9"/></svg>`)}` }); },
    'video': ({ here }) => { put('video', { src: here, preload: 'auto' }); },
    'video poster': ({ here }) => { put('video', { poster: here }); },
    'video source': ({ here }) => { put('video', { preload: 'auto' }, HTML, made('source', { src: here, type: 'video/webm' })); },
    'video track': ({ here }) => { put('video', {}, HTML, made('track', { src: here, kind: 'captions', default: true })).textTracks[0].mode = 'showing'; },
    'audio': ({ here }) => { put('audio', { src: here, preload: 'auto' }); },
    'Audio': ({ here }) => { new Audio(here).load(); },
    'body background': ({ here }) => { document.body.setAttribute('background', here); },
    'table background': ({ here }) => { put('table', { background: here }, HTML, made('tr')); },
    'media session artwork': ({ here }) => { navigator.mediaSession.metadata = new MediaMetadata({ title: 'out', artwork: [{ src: here, sizes: '96x96' }] }); navigator.mediaSession.playbackState = 'playing'; },

    // Styles.
    'style attribute': ({ here }) => { box().setAttribute('style', `background: url(${here})`); },
    'style element': ({ here }) => { put('section', { textContent: 'x' }); put('style', { textContent: `section { background: url(${here}) }` }); },
    '@import in a style element': ({ here }) => { put('style', { textContent: `@import url(${here});` }); },
    'rule with a background': ({ here }) => { put('h6', { textContent: 'x' }); rule(`h6 { background: url(${here}) }`); },
    'rule with content': ({ here }) => { box(); rule(`p::before { content: url(${here}) }`); },
    'rule with a font': ({ here }) => { rule(`@font-face { font-family: out; src: url(${here}) }`); box().style.fontFamily = 'out'; },
    '@import in a rule': ({ here }) => { rule(`@import url(${here});`); },
    'adopted style sheet': ({ here }) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`p { background: url(${here}) }`); box(); document.adoptedStyleSheets.push(sheet); },
    '@import in an adopted style sheet': ({ here }) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`@import url(${here});`); document.adoptedStyleSheets.push(sheet); },
    'style sheet in a shadow': ({ here }) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`p { background: url(${here}) }`); const shadow = box().attachShadow({ mode: 'open' }); shadow.adoptedStyleSheets = [sheet]; shadow.append(made('p', { textContent: 'x' })); },
    'FontFace': ({ here }) => new FontFace('out', `url(${here})`).load(),
    'style background-image': ({ here }) => styled('background-image', `url(${here})`),
    'style of another host': ({ there }) => styled('background-image', `url(${there})`),
    'style image-set': ({ here }) => styled('background-image', `image-set(url(${here}) 1x)`),
    'style cross-fade': ({ here }) => styled('background-image', `-webkit-cross-fade(url(${here}), url(${here}), 50%)`),
    'style by a custom property': ({ here }) => { const one = box(); one.style.setProperty('--out', `url(${here})`); one.style.backgroundImage = 'var(--out)'; },
    'style cursor': ({ here }) => styled('cursor', `url(${here}), auto`),
    'style list-style-image': ({ here }) => { const item = box(); item.style.display = 'list-item'; item.style.listStyleImage = `url(${here})`; },
    'style border-image': ({ here }) => { const one = box(); one.style.border = '1px solid'; one.style.borderImageSource = `url(${here})`; },
    'style content': ({ here }) => styled('content', `url(${here})`),
    'style mask-image': ({ here }) => styled('mask-image', `url(${here})`),
    'style filter': ({ here }) => styled('filter', `url(${here}#x)`),
    'style backdrop-filter': ({ here }) => styled('backdrop-filter', `url(${here}#x)`),
    'style clip-path': ({ here }) => styled('clip-path', `url(${here}#x)`),
    'style shape-outside': ({ here }) => { const one = box(); one.style.float = 'left'; one.style.shapeOutside = `url(${here})`; },
    'style offset-path': ({ here }) => styled('offset-path', `url(${here}#x)`),

    // What a link element or meta asks for.
    'link stylesheet': ({ here }) => link('stylesheet', here),
    'link alternate stylesheet': ({ here }) => link('alternate stylesheet', here, { title: 'out' }),
    'link icon': ({ here }) => link('icon', here),
    'link manifest': ({ here }) => link('manifest', here),
    'link preload of a picture': ({ here }) => link('preload', here, { as: 'image' }),
    'link preload by imagesrcset': ({ here }) => { document.head.append(made('link', { rel: 'preload', as: 'image', imagesrcset: `${here} 1x` })); },
    'link preload of a script': ({ here }) => link('preload', here, { as: 'script' }),
    'link preload for fetch': ({ here }) => link('preload', here, { as: 'fetch', crossorigin: '' }),
    'link preload of a font': ({ here }) => link('preload', here, { as: 'font', crossorigin: '' }),
    'link modulepreload': ({ here }) => link('modulepreload', here),
    'link prefetch': ({ here }) => link('prefetch', here),
    'link prerender': ({ here }) => link('prerender', here),
    'link preconnect': ({ ear }) => link('preconnect', `http://${ear}/`),
    'link dns-prefetch': ({ there }) => link('dns-prefetch', there),
    'link compression-dictionary': ({ here }) => link('compression-dictionary', here),
    'link preconnect, made of one that is there': ({ ear }) => { const one = document.querySelector('link').cloneNode(); Object.assign(one, { rel: 'preconnect', href: `http://${ear}/` }); document.head.append(one); },
    'link prefetch, made of one that is there': ({ here }) => { const one = document.querySelector('link').cloneNode(); Object.assign(one, { rel: 'prefetch', href: here }); document.head.append(one); },

    // Frames, and what they lend.
    'iframe': ({ here }) => { put('iframe', { src: here }); },
    'iframe srcdoc with a picture': ({ here }) => { put('iframe', { srcdoc: `<img src="${here}">` }); },
    'iframe javascript:': ({ here }) => { put('iframe', { src: `javascript:fetch(${JSON.stringify(here)})` }); },
    'iframe data: with a picture': ({ here }) => { put('iframe', { src: `data:text/html,<img src="${here}">` }); },
    'iframe from memory with a picture': ({ here }) => { put('iframe', { src: memory(`<img src="${here}">`, 'text/html') }); },
    'iframe whose location is set': ({ here }) => { frame().location.href = here; },
    'object': ({ here }) => { put('object', { data: here }); },
    'object of a picture': ({ here }) => { put('object', { data: here, type: 'image/svg+xml' }); },
    'embed': ({ here }) => { put('embed', { src: here }); },
    'embed of a type': ({ here }) => { put('embed', { src: here, type: 'image/svg+xml' }); },
    'fencedframe': ({ there }) => { put('fencedframe', { config: new FencedFrameConfig(there) }); },
    'blank frame: fetch': ({ here }) => frame().fetch(here),
    'blank frame: XMLHttpRequest': ({ here }) => { const request = new (frame().XMLHttpRequest)(); request.open('GET', here); request.send(); },
    'blank frame: sendBeacon': ({ here }) => { frame().navigator.sendBeacon(here, 'out'); },
    'blank frame: WebSocket': ({ here }) => { new (frame().WebSocket)(here.replace(/^http/, 'ws')); },
    'blank frame: EventSource': ({ here }) => { new (frame().EventSource)(here); },
    'blank frame: Image': ({ here }) => { new (frame().Image)().src = here; },
    'blank frame: a picture in it': ({ here }) => { const { document } = frame(); document.body.append(Object.assign(document.createElement('img'), { src: here })); },
    'blank frame: document.write': ({ here }) => { frame().document.write(`<img src="${here}">`); },
    'blank frame: Worker': ({ here }) => { new (frame().Worker)(here); },

    // Direct connections, which no policy covers.
    'WebRTC': at => peer(at),
    'WebRTC of a blank frame': at => peer(at, frame()),
    'WebRTC of a blank frame, found by its number': at => { frame(); return peer(at, window[window.length - 1]); },
    'WebRTC of a blank frame, found by its name': at => { put('iframe', { name: 'outframe' }); return peer(at, window.outframe); },
    'WebRTC of a frame of a fragment': at => { const part = document.createDocumentFragment(); const one = made('iframe'); part.append(one); document.body.append(part); return peer(at, one.contentWindow); },
    'WebRTC of a frame in a shadow': at => { const one = made('iframe'); put('div').attachShadow({ mode: 'closed' }).append(one); return peer(at, one.contentWindow); },
    'WebRTC of a srcdoc frame': async at => { const one = put('iframe', { srcdoc: '<p>x' }); await soon(); return peer(at, one.contentWindow); },
    'WebRTC of a frame from memory': async at => { const one = put('iframe', { src: memory('<p>x', 'text/html') }); await soon(); return peer(at, one.contentWindow); },
    'WebRTC of a blank object': async at => { const one = put('object', { data: 'about:blank', type: 'text/html' }); await soon(); return peer(at, one.contentWindow); },
    'WebRTC of a blank embed': async at => { put('embed', { src: 'about:blank', type: 'text/html' }); await soon(); return peer(at, window[window.length - 1]); },
    'WebRTC of a frame by createElement': at => { const one = document.createElement('IFRAME'); document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame of another document': at => { const one = document.implementation.createHTMLDocument('').createElement('iframe'); document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame by createDocument': at => { const one = document.implementation.createDocument(HTML, 'iframe', null).documentElement; document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame as an element of one’s own': at => { class Out extends HTMLIFrameElement {} customElements.define('out-frame', Out, { extends: 'iframe' }); const one = new Out(); document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame, while it is made': at => {
      let one;
      class Out extends HTMLIFrameElement { constructor() { super(); one = this; } }
      customElements.define('out-early', Out, { extends: 'iframe' });
      try { document.createElement('iframe', { is: 'out-early' }); } catch { /* It was made all the same. */ }
      document.body.append(one);
      return peer(at, one.contentWindow);
    },
    'WebRTC of a frame whose name changes while it is read': at => { let asked = 0; const one = document.createElement({ toString: () => (asked++ ? 'iframe' : 'p') }); document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame by innerHTML': at => { box().innerHTML = '<iframe></iframe>'; return peer(at, document.querySelector('iframe').contentWindow); },
    'WebRTC of a frame by outerHTML': at => { box().outerHTML = '<iframe></iframe>'; return peer(at, document.querySelector('iframe').contentWindow); },
    'WebRTC of a frame by insertAdjacentHTML': at => { document.body.insertAdjacentHTML('beforeend', '<iframe></iframe>'); return peer(at, document.querySelector('iframe').contentWindow); },
    'WebRTC of a frame by setHTMLUnsafe': at => { box().setHTMLUnsafe('<iframe></iframe>'); return peer(at, document.querySelector('iframe').contentWindow); },
    'WebRTC of a frame by setHTML': at => { box().setHTML('<iframe></iframe>', { sanitizer: { elements: ['iframe'] } }); return peer(at, document.querySelector('iframe').contentWindow); },
    'WebRTC of a frame by parseHTMLUnsafe': at => { const one = Document.parseHTMLUnsafe('<iframe></iframe>').querySelector('iframe'); document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame by createContextualFragment': at => { document.body.append(new Range().createContextualFragment('<iframe></iframe>')); return peer(at, document.querySelector('iframe').contentWindow); },
    'WebRTC of a frame by DOMParser': at => { const one = new DOMParser().parseFromString('<iframe></iframe>', 'text/html').querySelector('iframe'); document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame by DOMParser, as XML': at => { const one = new DOMParser().parseFromString(`<iframe xmlns="${HTML}"/>`, 'text/xml').documentElement; document.body.append(one); return peer(at, one.contentWindow); },
    'WebRTC of a frame by insertHTML': at => { const one = put('div', { contentEditable: 'true', textContent: 'x' }); one.focus(); getSelection().selectAllChildren(one); document.execCommand('insertHTML', false, '<iframe></iframe>'); return peer(at, document.querySelector('iframe').contentWindow); },
    'WebRTC of a frame by XSLT': at => {
      const XSL = 'http://www.w3.org/1999/XSL/Transform';
      const sheet = document.implementation.createDocument(XSL, 'xsl:stylesheet', null);
      sheet.documentElement.setAttribute('version', '1.0');
      const template = sheet.createElementNS(XSL, 'xsl:template');
      template.setAttribute('match', '/');
      const one = sheet.createElementNS(XSL, 'xsl:element');
      one.setAttribute('name', 'iframe');
      one.setAttribute('namespace', HTML);
      template.append(one);
      sheet.documentElement.append(template);
      const processor = new XSLTProcessor();
      processor.importStylesheet(sheet);
      document.body.append(processor.transformToFragment(document.implementation.createDocument('', 'x', null), document));
      return peer(at, document.querySelector('iframe').contentWindow);
    },
    'WebRTC of a new window': at => peer(at, window.open('', '', 'width=100,height=100')),
    'WebRTC of a new window by document.open': at => peer(at, document.open('about:blank', 'outwindow', 'width=100,height=100')),
    'WebRTC of a picture in picture': async at => peer(at, await documentPictureInPicture.requestWindow()),

    // What the browser itself asks for on behalf of a page.
    'passkey of another host': ({ host }) => navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: host } }),
    'new passkey of another host': ({ host }) => navigator.credentials.create({ publicKey: { challenge: new Uint8Array(16), rp: { id: host, name: 'out' }, user: { id: new Uint8Array(8), name: 'out', displayName: 'out' }, pubKeyCredParams: [{ type: 'public-key', alg: -7 }] } }),
    'sign-in with another host': ({ there }) => navigator.credentials.get({ identity: { providers: [{ configURL: there, clientId: 'out' }] } }),
    'payment': ({ there }) => new PaymentRequest([{ supportedMethods: there }], { total: { label: 'out', amount: { currency: 'EUR', value: '1' } } }).canMakePayment(),
    'notification with a picture': ({ here }) => { new Notification('out', { icon: here }); },
    'interest group': ({ there }) => navigator.joinAdInterestGroup({ name: 'out', owner: new URL(there).origin, biddingLogicURL: there, lifetimeMs: 1_000 }),
    'auction of advertisements': ({ there }) => navigator.runAdAuction({ seller: new URL(there).origin, decisionLogicURL: there, interestGroupBuyers: [] }),
    'presentation on another screen': ({ here }) => new PresentationRequest([here]).start(),
    'push': async () => (await navigator.serviceWorker.ready).pushManager.subscribe({ userVisibleOnly: true }),
    'XML with an entity of another file': ({ here }) => { new DOMParser().parseFromString(`<!DOCTYPE x [<!ENTITY out SYSTEM "${here}">]><x>&out;</x>`, 'text/xml'); },
    'XSLT that imports another file': ({ here }) => {
      const XSL = 'http://www.w3.org/1999/XSL/Transform';
      const sheet = document.implementation.createDocument(XSL, 'xsl:stylesheet', null);
      sheet.documentElement.setAttribute('version', '1.0');
      const one = sheet.createElementNS(XSL, 'xsl:import');
      one.setAttribute('href', here);
      sheet.documentElement.append(one);
      new XSLTProcessor().importStylesheet(sheet);
    },
    // Last: its policy holds for all that comes after.
    'report-uri in a meta': ({ here }) => { document.head.append(made('meta', { httpEquiv: 'Content-Security-Policy', content: `object-src 'none'; report-uri ${here}` })); put('object', { data: '/never' }); },
  };

  const leaving = {
    'location.href': ({ nothing }) => { location.href = nothing; },
    'location.href to another host': ({ there }) => { location.href = there; },
    'location =': ({ nothing }) => { location = nothing; },
    'document.location =': ({ nothing }) => { document.location = nothing; },
    'location.assign': ({ nothing }) => location.assign(nothing),
    'location.replace': ({ nothing }) => location.replace(nothing),
    'location.pathname': ({ nothing }) => { location.pathname = new URL(nothing).pathname; },
    'location.search': ({ number }) => { location.search = `?out-${number}.`; },
    'navigation.navigate': ({ nothing }) => { navigation.navigate(nothing).committed.catch(() => {}); },
    'an address written into the history, and load anew': ({ nothing }) => { history.replaceState(null, '', nothing); location.reload(); },
    'an address added to the history, and load anew': ({ nothing }) => { history.pushState(null, '', nothing); location.reload(); },
    'an address added to the history, and navigation.reload': ({ nothing }) => { history.pushState(null, '', nothing); navigation.reload().committed.catch(() => {}); },
    'a cookie, and load anew': ({ number }) => { document.cookie = `out=out-${number}.`; location.reload(); },
    'a cookie of the cookie store, and load anew': async ({ number }) => { await cookieStore.set('out', `out-${number}.`); location.reload(); },
    'a link': ({ nothing }) => press({ href: nothing }),
    'a link of another document': ({ nothing }) => { const { body } = document.implementation.createHTMLDocument(''); const one = made('a', { href: nothing }); body.append(one); one.click(); },
    'a link whose kind is hidden': ({ here }) => { const one = put('a', { href: here, target: '_blank' }); Object.setPrototypeOf(one, Node.prototype); HTMLElement.prototype.click.call(one); },
    'a link in a shadow': ({ here }) => { const one = made('a', { href: here, target: '_blank' }); put('div').attachShadow({ mode: 'closed' }).append(one); one.click(); },
    'a link that is not in the page': ({ nothing }) => made('a', { href: nothing }).click(),
    'a link pressed by an event': ({ nothing }) => { put('a', { href: nothing }).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); },
    'a link to _top': ({ nothing }) => press({ href: nothing, target: '_top' }),
    'a link with ping': ({ nothing, here }) => press({ href: nothing, ping: here }),
    'a link to a place in the page, with ping': ({ here }) => press({ href: '#out', ping: here }),
    'a link in SVG': ({ nothing }) => { const one = shape('a', { href: nothing }); svg(one); one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); },
    'a link in MathML': ({ nothing }) => { const one = made('mrow', { href: nothing }, 'http://www.w3.org/1998/Math/MathML'); put('math', {}, 'http://www.w3.org/1998/Math/MathML', one); one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); },
    'an area of a map': ({ nothing }) => { const one = made('area', { href: nothing, shape: 'default' }); put('map', { name: 'out' }, HTML, one); one.click(); },
    'a download': ({ here }) => press({ href: here, download: 'out' }),
    'a download that is not in the page': ({ here }) => made('a', { href: here, download: 'out' }).click(),
    'a download by an area': ({ here }) => { const one = made('area', { href: here, download: 'out' }); put('map', {}, HTML, one); one.click(); },
    'meta refresh': ({ nothing }) => { document.head.append(made('meta', { httpEquiv: 'refresh', content: `0;url=${nothing}` })); },
    'meta refresh, made of one that is there': ({ nothing }) => { const one = document.querySelector('meta').cloneNode(); one.removeAttribute('charset'); Object.assign(one, { httpEquiv: 'refresh', content: `0;url=${nothing}` }); document.head.append(one); },
    'form GET': ({ nothing }) => put('form', { action: nothing }).submit(),
    'form POST': ({ nothing }) => put('form', { action: nothing, method: 'post' }).submit(),
    'form by requestSubmit': ({ nothing }) => put('form', { action: nothing }).requestSubmit(),
    'form that is sent as text': ({ nothing }) => put('form', { action: nothing, method: 'post', enctype: 'text/plain' }, HTML, made('input', { name: 'out', value: 'out' })).submit(),
    'formaction of a button': ({ nothing }) => { const one = made('button', { formAction: nothing }); put('form', {}, HTML, one); one.click(); },
    'form of this very address': ({ number }) => put('form', {}, HTML, made('input', { name: `out-${number}.`, value: 'out' })).submit(),
    'form to a new window': ({ here }) => put('form', { action: here, target: '_blank' }).submit(),
    'a link to a new window': ({ here }) => press({ href: here, target: '_blank' }),
    'a link to a new window, not in the page': ({ here }) => made('a', { href: here, target: '_blank' }).click(),
    'window.open': ({ here }) => { window.open(here); },
    'window.open into this window': ({ nothing }) => { window.open(nothing, '_self'); },
    'window.open into a blank window': ({ here }) => { window.open('').location = here; },
    'javascript: address': ({ here }) => { location.href = `javascript:fetch(${JSON.stringify(here)})`; },
    'a document from memory that goes on': ({ here }) => { location.href = memory(`<meta http-equiv="refresh" content="0;url=${here}">`, 'text/html'); },
    'a document from memory without a type': ({ here }) => { location.href = memory(`<!doctype html><meta http-equiv="refresh" content="0;url=${here}">`); },
    'a document from memory, as a picture': ({ here }) => { location.href = memory(`<svg xmlns="${SVG}"><meta xmlns="${HTML}" http-equiv="refresh" content="0;url=${here}"/></svg>`, 'image/svg+xml'); },
    'a document from memory, as XML': ({ here }) => { location.href = memory(`<html xmlns="${HTML}"><head><meta http-equiv="refresh" content="0;url=${here}"/></head></html>`, 'application/xhtml+xml'); },
    'a document from memory, as text': ({ here }) => { location.href = memory(`<!doctype html><meta http-equiv="refresh" content="0;url=${here}">`, 'text/csv'); },
    'a document from data: that goes on': ({ here }) => { location.href = `data:text/html,<meta http-equiv="refresh" content="0;url=${here}">`; },
  };

  const damaging = {
    'a link, where what refuses it was changed before': ({ nothing }) => {
      Event.prototype.preventDefault = () => {};
      String.prototype.slice = String.prototype.indexOf = () => 0;
      Function.prototype.call = Function.prototype.apply = () => {};
      press({ href: nothing });
    },
    'document.write of a picture': ({ here }) => { document.write(`<img src="${here}">`); document.close(); },
    'document.write of a frame, and its WebRTC': at => { document.open(); document.write('<iframe></iframe>'); return peer(at, window[0]); },
    'WebRTC of a frame of a frameset': async at => { const one = made('frame'); const set = made('frameset'); set.append(one); document.body.replaceWith(set); await soon(); return peer(at, one.contentWindow); },
    'frame of a frameset': ({ here }) => { const set = made('frameset'); set.append(made('frame', { src: here })); document.body.replaceWith(set); },
  };
  return { quiet, leaving, damaging };
}

const NOWHERE = [
  'Background fetch',
  'worklet of shared storage',
  'img with attributionsrc',
  'SVG textPath of another file',
  'SVG in data: with a picture',
  '@import in an adopted style sheet',
  'link prerender',
  'link dns-prefetch',
  'fencedframe',
  'service worker: a message to the one that is there',
  'notification of the service worker with a picture',
  'notification with a picture',
  'interest group',
  'auction of advertisements',
  'presentation on another screen',
  'push',
  'XML with an entity of another file',
  'report-uri in a meta',
  'a link of another document',
  'a document from data: that goes on',
  'a document from memory, as text',
];

/** Ways by which nothing arrives even from a page without a policy: the browser has no such way, keeps
 *  it from every page, or asks a person first; or nothing of it is seen (names that are looked up). That
 *  they are tried shows something only once a browser changes. */
export const SILENT = {
  chromium: [
    ...NOWHERE,
    'WebTransport',
    'media session artwork',
    'style offset-path',
    'a document from memory without a type',
    'XSLT that imports another file',
    'a link in MathML',
    'a download that is not in the page',
    'a download by an area',
  ],
  firefox: [
    ...NOWHERE,
    'fetchLater',
    'WebSocketStream',
    'speculation rules: prefetch',
    'speculation rules: prerender',
    'worklet for painting',
    'style cross-fade',
    'link manifest',
    'WebRTC of a picture in picture',
    'passkey of another host',
    'new passkey of another host',
    'sign-in with another host',
    'payment',
    'a link to a place in the page, with ping',
  ],
};
