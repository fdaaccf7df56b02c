/* The markup inside a line of Markdown. */
'use strict';

import { h, link } from './dom.js';
import { emoji } from './emoji.js';

const MAX_DEPTH = 6;

/* Bounded, so that a text of nothing but marks is read in no time. */
const SOME = '[\\s\\S]{1,600}?';

const MARKS = [
  '\\\\([!-\\/:-@\\[-`{-~])', // 1 escaped
  '(?<!`)(`{1,3})(?!`)([^`]|[^`]' + SOME + '[^`]|[^`][^`])\\2(?!`)', // 2 and 3 code
  '!\\[([^\\]\\n]{0,2000})\\]\\(([^()\\s]+|[^()\\s]*\\([^()\\s]*\\)[^()\\s]*)(?: "[^"\\n]*")?\\)', // 4 and 5 image
  '\\[([^\\]\\n]{1,2000})\\]\\(([^()\\s]+|[^()\\s]*\\([^()\\s]*\\)[^()\\s]*)(?: "[^"\\n]*")?\\)', // 6 and 7 link
  '<((?:https?:\\/\\/|mailto:)[^<>\\s]+)>', // 8 address
  '\\*\\*(?=\\S)(' + SOME + ')(?<!\\s)\\*\\*(?!\\*)', // 9 bold
  '(?<![\\p{L}\\p{N}])__(?=\\S)(' + SOME + ')(?<!\\s)__(?![\\p{L}\\p{N}_])', // 10 bold
  '\\*(?=[^\\s*])(' + SOME + ')(?<![\\s*])\\*(?!\\*)', // 11 italic
  '(?<![\\p{L}\\p{N}_])_(?=[^\\s_])(' + SOME + ')(?<![\\s_])_(?![\\p{L}\\p{N}_])', // 12 italic
  '(~{1,2})(?=[^\\s~])(' + SOME + ')(?<![\\s~])\\13(?!~)', // 13 and 14 strike
  ':([a-z0-9_+\'\\-]+):(?::skin-tone-([2-6]):)?', // 15 emoji, 16 its skin tone
  '(https?:\\/\\/[^\\s<>|]+[^\\s<>|.,;:!?)\\]\'"*_~`])' // 17 bare link
].join('|');

/** Adds the text to a node. */
export function markdownLine(parent, text, depth = 0) {
  const pattern = new RegExp(MARKS, 'gu');
  let from = 0;
  for (let match = depth < MAX_DEPTH && pattern.exec(text); match; match = pattern.exec(text)) {
    const node = marked(match, depth + 1);
    if (node) {
      parent.append(text.slice(from, match.index), node);
      from = pattern.lastIndex;
    }
    else {
      pattern.lastIndex = match.index + 1;
    }
  }
  parent.append(text.slice(from));
  return parent;
}

function marked(match, depth) {
  const [, escaped, , code, alt, source, label, target, address, bold, bolder, italic, slanted, , strike, name, tone, bare] = match;
  if (escaped !== undefined) return escaped;
  if (code !== undefined) return h('code', 'inline', code);
  if (source !== undefined) return h('span', '', '🖼 ', link(source, alt || source));
  if (target !== undefined) return link(target, markdownLine(h('span'), label, depth));
  if (address !== undefined) return link(address, address.replace(/^mailto:/i, ''));
  if (bold !== undefined || bolder !== undefined) return markdownLine(h('strong'), bold ?? bolder, depth);
  if (italic !== undefined || slanted !== undefined) return markdownLine(h('em'), italic ?? slanted, depth);
  if (strike !== undefined) return markdownLine(h('s'), strike, depth);
  if (name !== undefined) return emoji(name, tone);
  return link(bare);
}
