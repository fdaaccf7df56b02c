/* One line at the bottom, for some seconds, perhaps with a way back. */
'use strict';

import { button, byId, h } from './dom.js';

let gone = 0;

export function toast(words, label, onClick) {
  clearTimeout(gone);
  const place = byId('toast');
  const way = label && button('', label, () => { place.replaceChildren(); onClick(); });
  place.replaceChildren(h('div', '', h('span', '', words), way));
  gone = setTimeout(() => place.replaceChildren(), way ? 12000 : 4000);
}
