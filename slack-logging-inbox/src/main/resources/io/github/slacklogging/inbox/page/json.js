/* JSON as people read it, with colours, to be copied. */
'use strict';

import { button, copyText, h, list, str } from './dom.js';

/** Text of a payload; what was no JSON stays as it came. */
export function pretty(payload) { return typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2); }

export function coloured(text) {
  const pre = h('pre');
  text.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|-?\b\d[\d.eE+-]*\b)/).forEach((part, index) => {
    if (index % 2 === 0) pre.append(part);
    else pre.append(h('span', part.endsWith(':') ? 'k' : (part[0] === '"' ? 's' : 'n'), part));
  });
  pre.tabIndex = 0; // scrolls by keyboard too
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', 'JSON');
  return pre;
}

function violated(details) {
  const places = list(details.violations).map((each) => str(each.pointer)).filter(Boolean);
  return places.length ? h('span', 'bad', 'Refused at ' + places.slice(0, 3).join(', ')) : null;
}

export function jsonView(details) {
  const text = pretty(details.payload);
  const copy = button('', 'Copy', () => copyText(copy, text));
  const curl = str(details.request && details.request.curl);
  const copyCurl = curl && button('', 'Copy as curl', () => copyText(copyCurl, curl));
  const size = new TextEncoder().encode(JSON.stringify(details.payload)).length;
  return [h('header', '', h('span', '', `What was sent · ${size.toLocaleString()} bytes`), violated(details), h('span', 'space'), copyCurl, copy), coloured(text)];
}
