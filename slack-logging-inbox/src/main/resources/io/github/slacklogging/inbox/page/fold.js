/* Long content, folded until somebody wants more. */
'use strict';

import { button, h } from './dom.js';

/** Shows the beginning; the button tells on its title why, and unfolds. */
export function fold(node, why) {
  const inner = h('div', 'folded', node);
  const more = button('more', 'Show more', () => {
    const open = inner.classList.toggle('folded') === false;
    more.textContent = open ? 'Show less' : 'Show more';
    more.setAttribute('aria-expanded', String(open));
  });
  more.title = why;
  more.setAttribute('aria-expanded', 'false');
  return h('div', 'fold', inner, more);
}

export function lineBreaks(text) { return text.split('\n').length - 1; }
