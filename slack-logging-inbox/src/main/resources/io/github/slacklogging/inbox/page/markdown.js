/* Markdown, as in markdown blocks: block by block, read once from the top. HTML in it is text. */
'use strict';

import { h } from './dom.js';
import { markdownLine } from './markdownline.js';
import { sheet } from './table.js';

const MAX_DEPTH = 8;
const MAX_LENGTH = 40000;

export function markdown(text) {
  const node = h('div', 'text markdown');
  if (text.length > MAX_LENGTH) node.append(text);
  else blocks(node, text.replace(/\r\n?/g, '\n').split('\n'), 0);
  return node;
}

/* Each takes what begins at a line and gives the line behind it; 0 for what is not its kind. */
const KINDS = [fence, heading, rule, quote, bullets, grid];

function blocks(parent, lines, depth) {
  for (let at = 0; at < lines.length;) {
    at = lines[at].trim() === '' ? at + 1 : take(parent, lines, at, depth);
  }
  return parent;
}

function take(parent, lines, at, depth) {
  for (const kind of depth < MAX_DEPTH ? KINDS : []) {
    const next = kind(parent, lines, at, depth);
    if (next) return next;
  }
  return paragraph(parent, lines, at);
}

function fence(parent, lines, at) {
  const begin = /^ {0,3}(`{3,}|~{3,})([^`]*)$/.exec(lines[at]);
  if (!begin) return 0;
  let end = at + 1;
  while (end < lines.length && !closes(lines[end].trim(), begin[1])) end++;
  const node = h('pre', 'block', lines.slice(at + 1, end).join('\n'));
  const language = begin[2].trim().split(' ')[0];
  if (language) node.dataset.language = language;
  parent.append(node);
  return end + 1;
}

function closes(line, mark) { return line.length >= mark.length && line === mark[0].repeat(line.length); }

function heading(parent, lines, at) {
  const begin = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(lines[at]);
  if (!begin) return 0;
  let text = lines[at].slice(begin[0].length).trim();
  while (text.endsWith('#')) text = text.slice(0, -1);
  parent.append(title(begin[1].length, text.trim()));
  return at + 1;
}

function title(level, text) {
  const node = markdownLine(h('div', 'heading heading-' + level), text);
  node.setAttribute('role', 'heading');
  node.setAttribute('aria-level', String(Math.min(6, level + 2)));
  return node;
}

function rule(parent, lines, at) {
  if (!/^ {0,3}([-*_])(?: *\1){2,} *$/.test(lines[at])) return 0;
  parent.append(h('hr'));
  return at + 1;
}

function quote(parent, lines, at, depth) {
  let end = at;
  while (end < lines.length && /^ {0,3}>/.test(lines[end])) end++;
  if (end === at) return 0;
  parent.append(blocks(h('blockquote'), lines.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, '')), depth + 1));
  return end;
}

/* ---------- lists ---------- */

const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?: +|$)/;

function bullets(parent, lines, at, depth) {
  const first = ITEM.exec(lines[at]);
  if (!first) return 0;
  const ordered = first[2].length > 1;
  const node = h(ordered ? 'ol' : 'ul', `marker-${depth % 3}`);
  if (ordered && parseInt(first[2], 10) !== 1) node.start = parseInt(first[2], 10);
  let next = at;
  for (let begin = first; begin && (begin[2].length > 1) === ordered; begin = next < lines.length && ITEM.exec(lines[next])) {
    next = item(node, lines, next, begin[0].length, depth);
  }
  parent.append(node);
  return next;
}

/** One item with all that is indented below it. */
function item(node, lines, at, indent, depth) {
  const own = [lines[at].slice(indent)];
  let end = at + 1;
  const inside = (line) => /^ {2,}/.test(line) || (line.trim() === '' && end + 1 < lines.length && /^ {2,}\S/.test(lines[end + 1]));
  while (end < lines.length && inside(lines[end])) {
    own.push(lines[end].slice(Math.min(indent, lines[end].length - lines[end].trimStart().length)));
    end++;
  }
  const row = h('li');
  const task = /^\[([ xX])\] /.exec(own[0]);
  if (task) {
    own[0] = own[0].slice(task[0].length);
    row.className = 'task';
    row.append(h('span', 'box', task[1] === ' ' ? '☐' : '☑'));
  }
  node.append(blocks(row, own, depth + 1));
  return end;
}

/* ---------- tables ---------- */

const DELIMITERS = /^ *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$/;

function grid(parent, lines, at) {
  if (!lines[at].includes('|') || at + 1 >= lines.length || !DELIMITERS.test(lines[at + 1])) return 0;
  const alignments = cells(lines[at + 1]).map((mark) => ({ '::': 'align-center', ':-': 'align-left', '-:': 'align-right' })[mark[0] + mark[mark.length - 1]] || '');
  let end = at + 2;
  while (end < lines.length && lines[end].includes('|') && lines[end].trim() !== '') end++;
  const row = (tag, line) => h('tr', '', ...alignments.map((align, column) => markdownLine(h(tag, align), cells(line)[column] || '')));
  parent.append(sheet(h('table', '', h('thead', '', row('th', lines[at])), h('tbody', '', ...lines.slice(at + 2, end).map((line) => row('td', line)))), 'Table'));
  return end;
}

function cells(line) {
  const trimmed = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return trimmed.split(/(?<!\\)\|/).map((each) => each.replaceAll('\\|', '|').trim());
}

/* ---------- paragraphs ---------- */

function paragraph(parent, lines, at) {
  let end = at + 1;
  while (end < lines.length && lines[end].trim() !== '' && !interrupts(lines[end])) end++;
  const text = lines.slice(at, end).map((line) => line.trim()).join('\n');
  const under = end < lines.length && /^ {0,3}(?:(=+)|-+) *$/.exec(lines[end]);
  parent.append(under ? title(under[1] ? 1 : 2, text) : markdownLine(h('div', 'paragraph'), text));
  return under ? end + 1 : end;
}

function interrupts(line) { return /^ {0,3}(?:#{1,6}(?: |$)|>|`{3}|~{3}|[-*+] |\d{1,9}[.)] |=+ *$|-+ *$|\*{3})/.test(line); }
