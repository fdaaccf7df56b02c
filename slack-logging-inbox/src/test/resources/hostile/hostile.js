/*
 * Run in the page by tests: watches for scripts that run and for what is asked from elsewhere, and draws payloads with
 * something hostile in every place.
 */
(async () => {
  const { renderBody } = await import('/body.js');
  const { mrkdwn } = await import('/mrkdwn.js');
  const { markdown } = await import('/markdown.js');
  const reports = [];
  document.addEventListener('securitypolicyviolation', (event) => reports.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  window.addEventListener('error', (event) => reports.push('error ' + event.message));
  window.addEventListener('unhandledrejection', (event) => reports.push('rejection ' + event.reason));
  window.alert = () => { window.__pwned = 'alert'; };

  const FORBIDDEN = 'script:not([src^="/"]), iframe, object, embed, style, base, meta[http-equiv], form, math, audio, video, portal, frame, applet, a[*|href]:not([href])';
  const STYLES = ['--bar', '--swatch', 'background-color'];

  function findings(place) {
    const found = reports.splice(0);
    if (window.__pwned) found.push('a script ran: ' + window.__pwned);
    window.__pwned = undefined;
    for (const entry of performance.getEntriesByType('resource')) {
      if (!entry.name.startsWith(location.origin + '/')) found.push('asked for ' + entry.name);
    }
    if (Object.prototype.polluted !== undefined || Array.prototype.polluted !== undefined) found.push('a prototype was changed');
    for (const node of place.querySelectorAll('*')) {
      if (node.matches(FORBIDDEN)) found.push('an element ' + node.outerHTML.slice(0, 90));
      if (node.localName === 'img' && new URL(node.src).origin !== location.origin) found.push('an image of ' + node.src);
      if (node.localName === 'a' && !['http:', 'https:', 'mailto:'].includes(node.protocol)) found.push('a link to ' + node.href);
      for (const attribute of node.attributes) {
        if (/^on/i.test(attribute.name) || ['srcdoc', 'action', 'formaction', 'ping'].includes(attribute.name)) found.push('an attribute ' + attribute.name);
      }
      for (const property of node.style || []) {
        const ofAGauge = property === 'width' && node.matches('.gauge > i') && /^[\d.]+%$/.test(node.style.width);
        if (!STYLES.includes(property) && !ofAGauge) found.push('a style ' + property);
      }
    }
    return [...new Set(found)];
  }

  /** The same payload with every text replaced; types stay, or nothing would be drawn. */
  function replaced(value, make, key) {
    if (typeof value === 'string') return key === 'type' ? value : make(value, key);
    if (Array.isArray(value)) return value.map((each) => replaced(each, make, key));
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, make, name)]));
    return value;
  }

  function withKey(value, key, other) {
    if (Array.isArray(value)) return value.map((each) => withKey(each, key, other));
    if (!value || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === key ? other : withKey(each, key, other)]));
  }

  function keysOf(value, into = new Set()) {
    if (Array.isArray(value)) value.forEach((each) => keysOf(each, into));
    else if (value && typeof value === 'object') Object.entries(value).forEach(([key, each]) => { into.add(key); keysOf(each, into); });
    return into;
  }

  const draw = (payload) => renderBody({ text: payload.text, blocks: payload.blocks, attachments: payload.attachments,
    markdownText: payload.markdown_text, files: payload.files });

  const place = document.createElement('div');
  document.getElementById('messages').before(place);

  const turn = () => new Promise((done) => setTimeout(done));

  /**
   * Draws, lets everything happen that wants to, and tells what was wrong. To lay everything out takes most of the time; where
   * nobody sees it, only an address in a style is not asked for, and a style is told of anyway.
   */
  async function judged(nodes, seen) {
    place.hidden = !seen;
    place.replaceChildren(...nodes);
    place.querySelectorAll('details').forEach((each) => { each.open = true; });
    place.querySelectorAll('button').forEach((each) => each.click());
    place.querySelectorAll('*').forEach((each) => each.dispatchEvent(new Event('mouseover')));
    await turn();
    await turn();
    const found = findings(place);
    place.replaceChildren();
    return found;
  }

  const DEEP = JSON.parse('['.repeat(400) + ']'.repeat(400));
  const NONSENSE = [null, 7, -1, true, '', 'x', [], {}, [null], [[[]]], { type: 'x' }, DEEP, JSON.parse('{"__proto__": {"polluted": 1}, "toString": 1, "type": {"toString": 1}}')];

  window.hostile = {
    findings: () => findings(document.body).join('\n'),
    /** Uses every button of every message, and tells what came of it when the page was painted again. */
    findingsBehindButtons: async () => {
      document.querySelectorAll('#messages button').forEach((each) => each.click());
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return findings(document.body).join('\n');
    },
    /** Opens each view of every message, one after the other, and waits until it is there. */
    findingsInEveryView: async () => {
      const found = [];
      for (const view of ['json', 'validation', 'notification', 'request', 'history', 'shown']) {
        document.querySelectorAll(`#messages [data-tab=${view}]`).forEach((each) => each.getAttribute('aria-selected') === 'true' || each.click());
        for (let i = 0; i < 1000 && document.querySelector('.panel[aria-busy]'); i++) await new Promise((done) => setTimeout(done, 10));
        found.push(...findings(document.body));
      }
      return [...new Set(found)].join('\n');
    },
    inEveryText: async (payload, strings) => [
      ...await judged(strings.map((each) => draw(replaced(payload, () => each))), true),
      ...await judged(strings.flatMap((each) => [draw(replaced(payload, (old) => old + each)), draw(replaced(payload, (old) => each + old))]), false)
    ].join('\n'),
    inEveryKey: async (payload) => (await judged([...keysOf(payload)].flatMap((key) => NONSENSE.map((other) => draw(withKey(payload, key, other)))), false)).join('\n'),
    /** Reads each of these, in both languages. */
    read: (texts) => texts.forEach((text) => [mrkdwn, markdown].forEach((read) => read(text)))
  };
  return 'watching';
})()
