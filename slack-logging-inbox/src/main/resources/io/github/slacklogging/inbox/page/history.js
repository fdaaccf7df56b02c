/* What a message looked like before each edit, and which words changed. */
'use strict';

import { renderBody } from './body.js';
import { button, clock, h, list } from './dom.js';

const MAX_WORDS = 1500; // the comparison costs the square of it
const LINES = 'div, p, li, pre, td, th, blockquote, summary';

/** The words that people read, line by line, with the space between them. */
function words(shown) {
  let text = '';
  let line = null;
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const here = node.parentElement.closest(LINES);
    text += (line && here !== line ? '\n' : '') + node.data;
    line = here;
  }
  return text.split(/(\s+)/).filter(Boolean).slice(0, MAX_WORDS);
}

/** Lengths of the longest common subsequences of all ends of two lists. */
function table(a, b) {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
  }
  return rows;
}

/** Runs of words that stayed, went (del) or came (ins). */
export function compare(a, b) {
  const lengths = table(a, b);
  const runs = [];
  const add = (kind, word) => runs.length && runs.at(-1)[0] === kind ? runs.at(-1)[1] += word : runs.push([kind, word]);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { add('span', a[i++]); j++; }
    else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) add('del', a[i++]);
    else add('ins', b[j++]);
  }
  return runs;
}

function changes(old, next) {
  return h('div', 'changes', ...compare(words(renderBody(old)), words(renderBody(next))).map(([kind, text]) => h(kind, '', text)));
}

export function historyView(details, message, panel) {
  const earlier = list(details.earlier);
  if (!earlier.length) return [h('p', 'gone', 'What it looked like before is no longer known.')];
  const forms = [...earlier, { ...message }];
  let at = Math.min(panel.at ?? earlier.length - 1, earlier.length - 1);
  if (panel.latest !== false) at = earlier.length - 1; // follows the newest edit until someone steps back
  const label = h('span', 'when');
  label.setAttribute('role', 'status');
  const past = h('div', 'past');
  const diff = h('div', 'diff');
  const step = (by) => { panel.at = at += by; panel.latest = at === earlier.length - 1; show(); };
  const older = button('', '‹ Older', () => step(-1));
  const newer = button('', 'Newer ›', () => step(1));
  function show() {
    label.replaceChildren(`Earlier form ${at + 1} of ${earlier.length} · since `, clock(earlier[at].receivedAt, true));
    past.replaceChildren(h('h3', '', 'Before'), renderBody(earlier[at]));
    diff.replaceChildren(h('h3', '', 'What the edit changed'), changes(forms[at], forms[at + 1]));
    older.disabled = at === 0;
    newer.disabled = at === earlier.length - 1;
  }
  show();
  return [h('header', '', older, newer, label), h('div', 'sides', past, diff)];
}
