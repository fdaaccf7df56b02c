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
  node.addEventListener('click', onClick);
  return node;
}

export function plural(n, word) { return n.toLocaleString() + ' ' + word + (n === 1 ? '' : 's'); }

/** A link, but only to the web or to a mailbox; anything else stays text. */
export function link(url, ...children) {
  const label = children.length ? children : [url];
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return h('span', '', ...label);
  const a = h('a', '', ...label);
  a.href = url;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

export function copyText(button, text) {
  const done = (word) => {
    button.textContent = word;
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  };
  navigator.clipboard.writeText(text).then(() => done('Copied'), () => done('Press Ctrl+C'));
}
