/* What stands at the right: one panel at a time, closed by Escape, which gives the focus back. */
'use strict';

import { byId } from './dom.js';

let open = '';
let opener = null;
let leave = () => null;

/** @param whenClosed what else ends with it; may give the node that gets the focus if the one that had it is gone */
export function openPanel(name, whenClosed) {
  if (open && open !== name) closePanel(true);
  if (!open) opener = document.activeElement;
  open = name;
  leave = whenClosed;
  byId(name).hidden = false;
  document.body.classList.add('with-side');
}

export function closePanel(forAnother) {
  if (!open) return false;
  const within = byId(open).contains(document.activeElement) || document.activeElement === document.body;
  byId(open).hidden = true;
  open = '';
  document.body.classList.remove('with-side');
  const other = leave();
  if (forAnother || !within) return true;
  const back = opener && opener !== document.body && opener.isConnected && !opener.closest('[hidden]') ? opener : other;
  if (back) back.focus();
  return true;
}

export function isOpen(name) { return open === name; }

export function startPanels() {
  document.querySelectorAll('[data-close]').forEach((node) => node.addEventListener('click', () => closePanel()));
}
