/* Slack's markup and its dates. */
'use strict';

import { h, link } from './dom.js';
import { emoji } from './emoji.js';

/** Slack knows three entities; one pass, so that &amp;lt; stays &lt;. */
function unescape(text) {
  return text.replace(/&(amp|lt|gt);/g, (all, name) => ({ amp: '&', lt: '<', gt: '>' })[name]);
}

const INLINE = new RegExp([
  '<([^<>\\n]+)>', // 1 command or link
  '`([^`\\n]+)`', // 2 code
  '(?<![\\p{L}\\p{N}*])\\*(?=\\S)([^*\\n]*?[^*\\s])\\*(?![\\p{L}\\p{N}*])', // 3 bold
  '(?<![\\p{L}\\p{N}_])_(?=\\S)([^_\\n]*?[^_\\s])_(?![\\p{L}\\p{N}_])', // 4 italic
  '(?<![\\p{L}\\p{N}~])~(?=\\S)([^~\\n]*?[^~\\s])~(?![\\p{L}\\p{N}~])', // 5 strike
  ':([a-z0-9_+\\-]+):', // 6 emoji
  '(https?:\\/\\/[^\\s<>|]+[^\\s<>|.,;:!?)\\]\'"])' // 7 bare link
].join('|'), 'gu');

function inline(parent, text, autoLink) {
  const pattern = new RegExp(INLINE.source, 'gu');
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
  const [, command, code, bold, italic, strike, name, bare] = match;
  if (command !== undefined) return commandNode(command);
  if (code !== undefined) return inlineCode(code);
  if (bold !== undefined) return inline(h('strong'), bold, autoLink);
  if (italic !== undefined) return inline(h('em'), italic, autoLink);
  if (strike !== undefined) return inline(h('s'), strike, autoLink);
  if (name !== undefined) return emoji(name);
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

function specialNode(name, label) {
  if (name.startsWith('date^')) {
    const [, seconds, format, url] = name.split('^');
    return dateNode(Number(seconds), unescape(format || ''), unescape(url || ''), unescape(label));
  }
  if (name.startsWith('subteam^')) return h('span', 'mention', unescape(label || '@group'));
  return h('span', 'mention', '@' + unescape(label || name));
}

export function mrkdwn(text, verbatim) {
  const node = h('div', 'text');
  text.split(/```\n?([\s\S]*?)\n?```\n?/).forEach((part, index) => {
    if (index % 2) node.append(h('pre', 'block', ...inlineCode(part).childNodes));
    else quotesAndLines(node, part, !verbatim);
  });
  return node;
}

function quotesAndLines(node, text, autoLink) {
  let quote = null;
  text.split('\n').forEach((line, index, lines) => {
    const quoted = /^(?:>|&gt;) ?(.*)$/s.exec(line);
    if (quoted) {
      if (!quote) node.append(quote = h('blockquote'));
      else quote.append('\n');
      inline(quote, quoted[1], autoLink);
    }
    else {
      inline(node, line + (index < lines.length - 1 ? '\n' : ''), autoLink);
      quote = null;
    }
  });
}

/* ---------- dates ---------- */

export function dateNode(seconds, format, url, fallback) {
  const when = new Date(seconds * 1000);
  const text = Number.isFinite(seconds) && !Number.isNaN(when.getTime()) ? formatDate(when, format) : fallback;
  const node = h('time', '', url ? link(url, text) : text);
  node.title = Number.isNaN(when.getTime()) ? fallback : when.toString();
  return node;
}

function formatDate(when, format) {
  const as = (options) => new Intl.DateTimeFormat(undefined, options).format(when);
  const tokens = {
    date_num: () => as({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date: () => as({ year: 'numeric', month: 'long', day: 'numeric' }),
    date_short: () => as({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_long: () => as({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    time: () => as({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => as({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(when)
  };
  return format.replace(/\{([a-z_]+)\}/g, (all, name) => {
    const plain = name.replace(/_pretty$/, '');
    if (plain !== name && dayName(when)) return dayName(when).toLowerCase();
    return Object.hasOwn(tokens, plain) ? tokens[plain]() : all;
  });
}

export function dayName(when) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(when).setHours(0, 0, 0, 0)) / 86400000);
  return ({ 0: 'Today', 1: 'Yesterday', '-1': 'Tomorrow' })[days];
}

function ago(when) {
  const seconds = Math.round((when - Date.now()) / 1000);
  const [unit, size] = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]].find(([, size]) => Math.abs(seconds) >= size) || ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
