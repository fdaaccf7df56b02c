/*
 * Search: words that must all be there, "several words" in quotes, and from:name, in:#channel, level:error,
 * is:refused, is:edited, is:thread, is:pinned, has:file. Found words are marked without touching the document.
 */
'use strict';

import { isAnswer, repliesTo, SEVERITIES } from './state.js';

const SILENT = new Set(['type', 'style', 'color', 'block_id', 'action_id', 'ts', 'rev', 'hay']);

/** All texts in a value, in the order of the screen. */
export function textsOf(value, silent = SILENT) {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, silent));
  if (!value || typeof value !== 'object') return [];
  return Object.keys(value).filter((key) => !silent.has(key)).flatMap((key) => textsOf(value[key], silent));
}

function haystack(item) {
  if (item.hay === undefined) item.hay = textsOf(item).join('\n').toLowerCase().replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  return item.hay;
}

const IS = {
  refused: (item) => item.refusal !== undefined,
  edited: (item) => item.edits > 0,
  thread: (item) => item.ts !== undefined && (isAnswer(item) || repliesTo(item.ts).length > 0),
  pinned: (item) => Boolean(item.pinned),
  broadcast: (item) => Boolean(item.broadcast)
};

const CONDITIONS = {
  from: (value) => (item) => (item.username || 'application').toLowerCase().includes(value),
  in: (value) => (item) => (item.channel || '').toLowerCase().replace(/^#/, '').startsWith(value.replace(/^#/, '')),
  level: (value) => (item) => SEVERITIES.indexOf(item.severity) >= SEVERITIES.indexOf(value.toUpperCase()) && SEVERITIES.includes(value.toUpperCase()),
  is: (value) => (item) => Object.hasOwn(IS, value) && IS[value](item),
  has: (value) => (item) => value === 'file' && (item.files || []).length > 0
};

/** What was typed as a question to a message or refused request; nothing for nothing. */
export function parse(typed) {
  const parts = typed.toLowerCase().match(/[a-z]+:"[^"]*"?|"[^"]*"?|\S+/g) || [];
  const words = [];
  const conditions = [];
  parts.forEach((part) => {
    const [, name, value] = /^([a-z]+):"?([^"]+)"?$/.exec(part) || [];
    const word = part.replace(/"/g, '');
    if (name && Object.hasOwn(CONDITIONS, name)) conditions.push(CONDITIONS[name](value));
    else if (word) words.push(word);
  });
  if (!words.length && !conditions.length) return null;
  return { typed, words, matches: (item) => conditions.every((holds) => holds(item)) && words.every((word) => haystack(item).includes(word)) };
}

/** Marks the words where they are seen; a browser that cannot shows the messages unmarked. */
export function mark(root, words) {
  if (!globalThis.CSS || !CSS.highlights) return;
  CSS.highlights.delete('found');
  if (!words.length) return;
  const ranges = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.toLowerCase();
    words.forEach((word) => {
      for (let from = text.indexOf(word); from >= 0 && text.length === node.data.length; from = text.indexOf(word, from + word.length)) {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, from + word.length);
        ranges.push(range);
      }
    });
  }
  if (ranges.length) CSS.highlights.set('found', new Highlight(...ranges));
}
