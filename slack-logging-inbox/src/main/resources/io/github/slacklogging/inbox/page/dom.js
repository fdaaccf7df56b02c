/*
 * Small tools. Whatever comes from a message goes into the document as text nodes and
 * checked attributes, never as HTML.
 */
'use strict';

export function h(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return node;
}

export function byId(id) { return document.getElementById(id); }

export function list(value) { return Array.isArray(value) ? value : []; }

export function str(value) { return typeof value === 'string' ? value : ''; }

export function button(className, label, onClick) {
  const node = h('button', className, label);
  node.type = 'button';
  if (onClick) node.addEventListener('click', onClick);
  return node;
}

/** A button that says what it does in a data attribute; who listens above it does the rest. */
export function does(action, className, label, title) {
  const node = button(className, label);
  node.dataset.does = action;
  if (title) node.title = title;
  return node;
}

export function plural(n, word) { return n.toLocaleString() + ' ' + word + (n === 1 ? '' : 's'); }

const SCHEMES = ['http:', 'https:', 'mailto:'];

function leadsOut(url) { return URL.canParse(url) && SCHEMES.includes(new URL(url).protocol); }

/** A link, but only to the web or to a mailbox; anything else stays text. */
export function link(url, ...children) {
  const label = children.length ? children : [url];
  if (!leadsOut(url)) return h('span', '', ...label);
  const a = h('a', '', ...label);
  a.href = url;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

export function copyText(button, text) {
  const label = button.dataset.label || (button.dataset.label = button.textContent);
  const done = (word) => {
    button.textContent = word;
    setTimeout(() => { button.textContent = label; }, 1500);
  };
  navigator.clipboard.writeText(text).then(() => done('Copied'), () => done('Press Ctrl+C'));
}

const FORMATS = new Map(); // to make one costs more than to format a thousand times

/** A date in the language and the zone of the viewer. */
export function formatted(when, options) {
  const key = JSON.stringify(options);
  if (!FORMATS.has(key)) FORMATS.set(key, new Intl.DateTimeFormat(undefined, options));
  return FORMATS.get(key).format(when);
}

/** A time of day in the zone of the viewer; the whole of it on demand. */
export function clock(iso, precise) {
  const when = new Date(iso);
  const second = precise ? { second: '2-digit' } : {};
  const node = h('time', '', formatted(when, { hour: 'numeric', minute: '2-digit', ...second }));
  node.dateTime = iso;
  node.title = when.toString();
  return node;
}

const FOCUSABLE = 'a[href], button, summary, input, select, [tabindex]';

/** Puts a new form in the place of an old one if it differs; the focus stays where it was. */
export function swap(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const at = old.contains(document.activeElement) ? [old, ...old.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement) : -1;
  old.replaceWith(fresh);
  if (at < 0) return;
  const again = [fresh, ...fresh.querySelectorAll(FOCUSABLE)][at] || fresh.closest('[tabindex]');
  if (again) again.focus({ preventScroll: true });
}

/**
 * Brings the children of a node in line with what shall be there, each with a key: only what is new,
 * changed or gone is touched. When the one with the focus goes, its neighbour gets it. What update
 * gives stands in the place of the old one.
 */
export function align(parent, wanted, { make, update }) {
  const keys = new Set(wanted.map((each) => each.key));
  const kept = new Map();
  [...parent.children].forEach((node) => {
    if (keys.has(node.dataset.key)) kept.set(node.dataset.key, node);
    else removeKeepingFocus(node);
  });
  let at = parent.firstElementChild;
  wanted.forEach((each) => {
    const old = kept.get(each.key);
    const node = old ? update(old, each) : make(each);
    node.dataset.key = each.key;
    if (old === at || node === at) at = node.nextElementSibling;
    else parent.insertBefore(node, at);
  });
}

function removeKeepingFocus(node) {
  const neighbour = node.contains(document.activeElement) && (node.nextElementSibling || node.previousElementSibling);
  node.remove();
  const next = neighbour && (neighbour.matches(FOCUSABLE) ? neighbour : neighbour.querySelector(FOCUSABLE));
  if (next) next.focus({ preventScroll: true });
}
