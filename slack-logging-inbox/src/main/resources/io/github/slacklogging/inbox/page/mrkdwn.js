/* Slack's markup. */
'use strict';

import { h, link } from './dom.js';
import { dateNode } from './dates.js';
import { emoji } from './emoji.js';

export { dateNode, dayName } from './dates.js';

/* Slack cuts text there; what is longer is shown as it is, without markup. */
const MAX_MARKED = 40000;

/** Slack knows three entities; one pass, so that &amp;lt; stays &lt;. */
function unescape(text) {
  return text.replace(/&(amp|lt|gt);/g, (all, name) => ({ amp: '&', lt: '<', gt: '>' })[name]);
}

/* What stands between two marks; links and code in between keep their own marks. */
function marked(mark) {
  const inner = '(?:<[^<>\\n]*>|`[^`\\n]*`|[^' + mark + '\\n<`])+?';
  return `(?<![\\p{L}\\p{N}${mark}])${mark}(?=\\S)(${inner})(?<!\\s)${mark}(?![\\p{L}\\p{N}${mark}])`;
}

const INLINE = [
  '<([^<>\\n]+)>', // 1 command or link
  '`([^`\\n]+)`', // 2 code
  marked('\\*'), // 3 bold
  marked('_'), // 4 italic
  marked('~'), // 5 strike
  ':([a-z0-9_+\'\\-]+):(?::skin-tone-([2-6]):)?', // 6 emoji, 7 its skin tone
  '(https?:\\/\\/[^\\s<>|]+[^\\s<>|.,;:!?)\\]\'"])' // 8 bare link
].join('|');

function inline(parent, text, autoLink) {
  const pattern = new RegExp(INLINE, 'gu');
  let from = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const node = inlineNode(match, autoLink);
    if (node) {
      parent.append(unescape(text.slice(from, match.index)), node);
      from = pattern.lastIndex;
    }
    else {
      pattern.lastIndex = match.index + 1;
    }
  }
  parent.append(unescape(text.slice(from)));
  return parent;
}

function inlineNode(match, autoLink) {
  const [, command, code, bold, italic, strike, name, tone, bare] = match;
  if (command !== undefined) return commandNode(command);
  if (code !== undefined) return inlineCode(code);
  if (bold !== undefined) return inline(h('strong'), bold, autoLink);
  if (italic !== undefined) return inline(h('em'), italic, autoLink);
  if (strike !== undefined) return inline(h('s'), strike, autoLink);
  if (name !== undefined) return emoji(name, tone);
  return autoLink ? link(unescape(bare)) : null;
}

/** Links work inside code, nothing else does. */
function inlineCode(code) {
  const node = h('code', 'inline');
  const pattern = /<(https?:[^<>|\n]+)(?:\|([^<>\n]*))?>/g;
  let from = 0;
  for (let match = pattern.exec(code); match; match = pattern.exec(code)) {
    node.append(unescape(code.slice(from, match.index)), link(unescape(match[1]), unescape(match[2] || match[1])));
    from = pattern.lastIndex;
  }
  node.append(unescape(code.slice(from)));
  return node;
}

function commandNode(command) {
  const bar = command.indexOf('|');
  const target = bar < 0 ? command : command.slice(0, bar);
  const label = bar < 0 ? '' : command.slice(bar + 1);
  const first = target[0];
  if (first === '!') return specialNode(target.slice(1), label);
  if (first === '@') return h('span', 'mention', '@' + unescape(label || target.slice(1)));
  if (first === '#') return h('span', 'mention', '#' + unescape(label || target.slice(1)));
  return link(unescape(target), unescape(label || target.replace(/^mailto:/, '')));
}

const BROADCASTS = ['here', 'channel', 'everyone', 'group'];

function specialNode(name, label) {
  if (name.startsWith('date^')) {
    const [, seconds, format, url] = name.split('^');
    return dateNode(seconds ? Number(seconds) : NaN, unescape(format || ''), unescape(url || ''), unescape(label));
  }
  if (name.startsWith('subteam^')) return h('span', 'mention', unescape(label || '@' + name.slice('subteam^'.length)));
  if (BROADCASTS.includes(name)) return h('span', 'mention', '@' + name);
  return h('span', '', unescape(label || '<' + name + '>'));
}

export function mrkdwn(text, verbatim) {
  const node = h('div', 'text');
  if (text.length > MAX_MARKED) {
    node.append(text);
    return node;
  }
  text.split(/```\n?([\s\S]+?)\n?```\n?/).forEach((part, index) => {
    if (index % 2) node.append(h('pre', 'block', ...inlineCode(part).childNodes));
    else quotesAndLines(node, part, !verbatim);
  });
  return node;
}

function quotesAndLines(node, text, autoLink) {
  const all = /^(?:>|&gt;){3} ?/m.exec(text); // from there on everything is quoted
  lines(node, all ? text.slice(0, all.index) : text, autoLink);
  if (all) inline(node.appendChild(h('blockquote')), text.slice(all.index + all[0].length), autoLink);
}

function lines(node, text, autoLink) {
  let quote = null;
  text.split('\n').forEach((line, index, all) => {
    const quoted = /^(?:>|&gt;) ?(.*)$/s.exec(line);
    if (quoted) {
      if (!quote) node.append(quote = h('blockquote'));
      else quote.append('\n');
      inline(quote, quoted[1], autoLink);
    }
    else {
      inline(node, line + (index < all.length - 1 ? '\n' : ''), autoLink);
      quote = null;
    }
  });
}
