/* On a phone the channels are a drawer, which is not there for the keyboard while it is shut. */
'use strict';

import { byId } from './dom.js';

const narrow = matchMedia('(max-width: 760px)');

function set(open) {
  document.body.classList.toggle('drawer', open);
  byId('menu').setAttribute('aria-expanded', String(open));
  byId('sidebar').inert = narrow.matches && !open;
  byId('main').inert = narrow.matches && open;
  byId('shade').hidden = !open;
}

export function startDrawer() {
  set(false);
  narrow.addEventListener('change', () => set(false));
  byId('menu').addEventListener('click', () => {
    const open = !document.body.classList.contains('drawer');
    set(open);
    if (open) byId('channels').querySelector('button').focus();
    else byId('menu').focus();
  });
  byId('shade').addEventListener('click', () => set(false));
  byId('sidebar').addEventListener('click', (event) => {
    if (document.body.classList.contains('drawer') && event.target.closest('[data-shuts], [data-view]')) set(false);
  });
}
