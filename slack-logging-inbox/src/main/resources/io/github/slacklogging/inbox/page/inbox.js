/*
 * The inbox's page. Whatever comes from a message goes into the document as text nodes and
 * checked attributes, never as HTML.
 */
'use strict';

const MAX_ITEMS = 1000;
const HOOK = location.origin + '/services/T000INBOX/B000INBOX/';

/* ---------- small tools ---------- */

function h(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return node;
}

function byId(id) { return document.getElementById(id); }

function list(value) { return Array.isArray(value) ? value : []; }

function str(value) { return typeof value === 'string' ? value : ''; }

function plural(n, word) { return n.toLocaleString() + ' ' + word + (n === 1 ? '' : 's'); }

/** A link, but only to the web; anything else stays text. */
function link(url, ...children) {
  const label = children.length ? children : [url];
  if (!/^https?:\/\//i.test(url)) return h('span', '', ...label);
  const a = h('a', '', ...label);
  a.href = url;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

/* ---------- emoji ---------- */

const CIRCLES = {
  red_circle: '#e5383b', large_orange_circle: '#f3872f', large_yellow_circle: '#f2c12e', large_green_circle: '#35a853',
  large_blue_circle: '#3b82f6', large_purple_circle: '#8b5cf6', white_circle: '#d9d7e0', black_circle: '#3b3846'
};

/* Drawn here, so that the page looks the same where no emoji font is installed. */
const DRAWN = {
  rotating_light: [['M4 19h16v3H4z', '#5b5670'], ['M6 18v-6a6 6 0 0 1 12 0v6z', '#e5383b'],
    ['M11.1 1h1.8v3h-1.8zM2.6 5.2l1.3-1.3L6 6l-1.3 1.3zM18 6l2.1-2.1 1.3 1.3L19.3 7.3zM1 11h2.6v1.8H1zM20.4 11H23v1.8h-2.6z', '#f59e0b'],
    ['M9 17v-5a3 3 0 0 1 3-3v8z', '#ff8f8f']],
  satellite: [['M2.5 5.5 6.5 1.5l5 5-4 4zM12.5 16.5l4-4 5 5-4 4z', '#3b82f6'], ['M9.5 9.5 12 7l5 5-2.5 2.5-2.5 2.5-5-5z', '#9aa3b8'],
    ['M4 14a6 6 0 0 0 6 6v2a8 8 0 0 1-8-8z', '#f3872f'], ['M5.5 13.5a5 5 0 0 0 5 5l-2-3z', '#5b6478']],
  bell: [['M12 2a1.8 1.8 0 0 1 1.8 1.8A7 7 0 0 1 19 10.5V16l2 3H3l2-3v-5.5a7 7 0 0 1 5.2-6.7A1.8 1.8 0 0 1 12 2z', '#f2b01e'], ['M9.5 20h5a2.5 2.5 0 0 1-5 0z', '#c98a06']],
  no_bell: [['M12 2a1.8 1.8 0 0 1 1.8 1.8A7 7 0 0 1 19 10.5V16l2 3H3l2-3v-5.5a7 7 0 0 1 5.2-6.7A1.8 1.8 0 0 1 12 2z', '#b9b5c6'], ['M9.5 20h5a2.5 2.5 0 0 1-5 0z', '#8f8aa0'], ['M2.3 3.7 3.7 2.3l18 18-1.4 1.4z', '#e5383b']],
  white_check_mark: [['M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z', '#2fa45a'], ['M10 17.5 5 12.5l2-2 3 3 7-7 2 2z', '#fff']],
  heavy_check_mark: [['M9.5 19 3 12.5 5.5 10l4 4L18.5 5 21 7.5z', '#2fa45a']],
  warning: [['M10.3 3 1.5 19a2 2 0 0 0 1.7 3h17.6a2 2 0 0 0 1.7-3L13.7 3a2 2 0 0 0-3.4 0z', '#f5b921'], ['M11 9h2v6h-2zM11 17h2v2h-2z', '#3b3224']],
  x: [['M5 2.5 12 9.5l7-7L21.5 5l-7 7 7 7-2.5 2.5-7-7-7 7L2.5 19l7-7-7-7z', '#e5383b']],
  fire: [['M12 1c1 4 7 7 7 14a7 7 0 0 1-14 0c0-3 1.5-5 3-6 0 2 1 3 2 3 0-4 0-8 2-11z', '#f3692f'], ['M12 12c2 2 3.5 3.5 3.5 6a3.5 3.5 0 0 1-7 0c0-2.5 2-3.5 3.5-6z', '#fcc53b']],
  link: [['M10 13.5a4 4 0 0 1 0-5.6l3-3a4 4 0 0 1 5.7 5.7l-1.5 1.5-1.5-1.5 1.5-1.5a1.9 1.9 0 0 0-2.7-2.7l-3 3a1.9 1.9 0 0 0 0 2.6zM14 10.5a4 4 0 0 1 0 5.6l-3 3a4 4 0 0 1-5.7-5.7l1.5-1.5 1.5 1.5-1.5 1.5a1.9 1.9 0 0 0 2.7 2.7l3-3a1.9 1.9 0 0 0 0-2.6z', '#7c8499']]
};

const GLYPHS = {
  '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', eyes: '👀', bug: '🐛', boom: '💥', bulb: '💡', rocket: '🚀', tada: '🎉',
  clock1: '🕐', hourglass: '⌛', hourglass_flowing_sand: '⏳', stopwatch: '⏱️', alarm_clock: '⏰', zap: '⚡', lock: '🔒', key: '🔑',
  package: '📦', memo: '📝', clipboard: '📋', page_facing_up: '📄', chart_with_upwards_trend: '📈', chart_with_downwards_trend: '📉',
  bar_chart: '📊', construction: '🚧', no_entry: '⛔', no_entry_sign: '🚫', octagonal_sign: '🛑', stop_sign: '🛑', question: '❓', exclamation: '❗',
  information_source: 'ℹ️', mag: '🔍', gear: '⚙️', wrench: '🔧', hammer_and_wrench: '🛠️', repeat: '🔁', arrows_counterclockwise: '🔄',
  recycle: '♻️', skull: '💀', ghost: '👻', robot_face: '🤖', ambulance: '🚑', sos: '🆘', mute: '🔇', speaker: '🔈', loudspeaker: '📢', mega: '📣',
  floppy_disk: '💾', cloud: '☁️', sunny: '☀️', ocean: '🌊', snail: '🐌', turtle: '🐢', heart: '❤️', smile: '😄', sob: '😭', thinking_face: '🤔',
  point_right: '👉', arrow_right: '➡️', arrow_up: '⬆️', arrow_down: '⬇️', star: '⭐', sparkles: '✨', siren: '🚨', pushpin: '📌', date: '📅'
};

function svg(name, viewBox, shapes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  node.setAttribute('viewBox', viewBox);
  node.setAttribute('class', 'emoji');
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', name);
  for (const [path, fill] of shapes) {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    shape.setAttribute('d', path);
    shape.setAttribute('fill', fill);
    node.append(shape);
  }
  return node;
}

/** The emoji of a short name, null if it is not known. */
function emoji(name) {
  const label = name.replaceAll('_', ' ');
  if (Object.hasOwn(CIRCLES, name)) return svg(label, '0 0 24 24', [['M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z', CIRCLES[name]]]);
  if (Object.hasOwn(DRAWN, name)) return svg(label, '0 0 24 24', DRAWN[name]);
  if (!Object.hasOwn(GLYPHS, name)) return null;
  const glyph = h('span', 'emoji', GLYPHS[name]);
  glyph.title = ':' + name + ':';
  return glyph;
}

/* ---------- mrkdwn ---------- */

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

function mrkdwn(text, verbatim) {
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

function dateNode(seconds, format, url, fallback) {
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

function dayName(when) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(when).setHours(0, 0, 0, 0)) / 86400000);
  return ({ 0: 'Today', 1: 'Yesterday', '-1': 'Tomorrow' })[days];
}

function ago(when) {
  const seconds = Math.round((when - Date.now()) / 1000);
  const [unit, size] = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]].find(([, size]) => Math.abs(seconds) >= size) || ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/* ---------- blocks ---------- */

function textObject(text) {
  if (!text) return null;
  if (text.type === 'mrkdwn') return mrkdwn(str(text.text), text.verbatim === true);
  return withEmoji(h('div', 'text'), str(text.text), text.emoji !== false);
}

function withEmoji(parent, text, wanted) {
  text.split(/(:[a-z0-9_+-]+:)/).forEach((part, index) => parent.append((index % 2 && wanted && emoji(part.slice(1, -1))) || part));
  return parent;
}

const BLOCKS = {
  section: (block) => h('div', 'section',
    h('div', 'main', textObject(block.text), block.fields && h('div', 'fields', ...list(block.fields).map(textObject))),
    block.accessory && element(block.accessory)),
  header: (block) => withEmoji(h('div', 'header'), str(block.text && block.text.text), true),
  context: (block) => h('div', 'context', ...list(block.elements).map(element)),
  divider: () => h('hr'),
  image: (block) => h('div', '', block.title && textObject(block.title), picture(block, '')),
  actions: (block) => h('div', 'actions', ...list(block.elements).map(element)),
  markdown: (block) => h('div', 'text', str(block.text)),
  rich_text: (block) => h('div', 'rich', ...list(block.elements).map(richContainer)),
  table: (block) => h('table', '', ...list(block.rows).map((row) => h('tr', '', ...list(row).map((cell) =>
    h('td', '', cell.type === 'rich_text' ? BLOCKS.rich_text(cell) : str(cell.text))))))
};

function renderBlock(block) {
  if (block && Object.hasOwn(BLOCKS, block.type)) return BLOCKS[block.type](block);
  return h('div', 'unknown', 'A block of type ' + str(block && block.type));
}

function element(item) {
  if (item.type === 'mrkdwn' || item.type === 'plain_text') return textObject(item);
  if (item.type === 'image') return picture(item, ' small');
  const label = item.text ? str(item.text.text) : (item.placeholder ? str(item.placeholder.text) + ' ▾' : '⋯');
  const button = withEmoji(h('span', 'button ' + (['primary', 'danger'].includes(item.style) ? item.style : '')), label, true);
  return item.url ? link(str(item.url), button) : button;
}

/** Never loaded: the inbox takes nothing from elsewhere. */
function picture(image, size) {
  return h('span', 'picture' + size, '🖼', link(str(image.image_url), str(image.alt_text) || 'image'));
}

function richContainer(container) {
  const leaves = list(container.elements);
  switch (container.type) {
    case 'rich_text_preformatted': return h('pre', 'block', ...leaves.map(richLeaf));
    case 'rich_text_quote': return h('blockquote', 'text', ...leaves.map(richLeaf));
    case 'rich_text_list': return richList(container);
    default: return h('div', 'text', ...leaves.map(richLeaf));
  }
}

function richList(container) {
  const node = h(container.style === 'ordered' ? 'ol' : 'ul', 'indent-' + (Number(container.indent) || 0),
    ...list(container.elements).map((item) => h('li', '', ...list(item.elements).map(richLeaf))));
  if (container.style === 'ordered' && container.offset > 0) node.start = container.offset + 1;
  return node;
}

const LEAVES = {
  text: (leaf) => str(leaf.text),
  link: (leaf) => link(str(leaf.url), str(leaf.text) || str(leaf.url)),
  emoji: (leaf) => emoji(str(leaf.name)) || ':' + str(leaf.name) + ':',
  user: (leaf) => h('span', 'mention', '@' + str(leaf.user_id)),
  usergroup: (leaf) => h('span', 'mention', '@' + str(leaf.usergroup_id)),
  channel: (leaf) => h('span', 'mention', '#' + str(leaf.channel_id)),
  broadcast: (leaf) => h('span', 'mention', '@' + str(leaf.range)),
  date: (leaf) => dateNode(Number(leaf.timestamp), str(leaf.format), str(leaf.url), str(leaf.fallback)),
  team: (leaf) => h('span', 'mention', str(leaf.team_id)),
  color: (leaf) => str(leaf.value)
};

const STYLES = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

function richLeaf(leaf) {
  const plain = Object.hasOwn(LEAVES, leaf.type) ? LEAVES[leaf.type](leaf) : '';
  const style = leaf.style || {};
  const coded = style.code ? h('code', 'inline', plain) : plain;
  return Object.keys(STYLES).filter((key) => style[key]).reduce((inner, key) => h(STYLES[key], '', inner), coded);
}

/* ---------- attachments and files ---------- */

const COLOURS = { good: '#2fa45a', warning: '#daa038', danger: '#d40e0d' };

function attachment(item) {
  const node = h('div', 'attachment');
  const colour = COLOURS[item.color] || (/^#?([0-9a-f]{6})$/i.exec(str(item.color)) || [])[1];
  if (colour) node.style.setProperty('--bar', colour.startsWith('#') ? colour : '#' + colour);
  if (item.blocks) node.append(...list(item.blocks).map(renderBlock));
  else node.append(...legacy(item));
  return node;
}

function legacy(item) {
  const parts = [];
  if (item.pretext) parts.push(mrkdwn(str(item.pretext)));
  if (item.author_name) parts.push(h('div', 'foot', str(item.author_name)));
  if (item.title) parts.push(h('div', 'title', item.title_link ? link(str(item.title_link), str(item.title)) : str(item.title)));
  if (item.text) parts.push(mrkdwn(str(item.text)));
  if (item.fields) parts.push(h('div', 'fields', ...list(item.fields).map((field) =>
    h('div', '', h('div', 'title', str(field.title)), mrkdwn(str(field.value))))));
  if (item.image_url) parts.push(picture({ image_url: item.image_url, alt_text: 'image' }, ''));
  if (item.footer) parts.push(h('div', 'foot', str(item.footer)));
  if (!parts.length && item.fallback) parts.push(mrkdwn(str(item.fallback)));
  return parts;
}

function file(item) {
  return h('details', 'file', h('summary', '', str(item.title) + ' ', h('small', '', str(item.name) + ' · ' + plural(Number(item.size), 'byte'))),
    h('pre', 'block', str(item.text)));
}

/* ---------- one message ---------- */

const AVATARS = ['#5b5bd6', '#0f8b8d', '#2f6fd0', '#7b4fa3', '#46617e', '#3d7f5f', '#a0588a', '#8a6d3b'];

function avatarColour(name) {
  let sum = 0;
  for (const c of name) sum = (sum * 31 + c.codePointAt(0)) % 9973;
  return AVATARS[sum % AVATARS.length];
}

function avatar(message) {
  const name = message.username || 'Application';
  const icon = /^:([a-z0-9_+-]+):$/.exec(str(message.iconEmoji));
  const node = h('div', 'avatar', (icon && emoji(icon[1])) || [...name][0].toUpperCase());
  node.style.setProperty('background-color', avatarColour(name));
  node.setAttribute('aria-hidden', 'true');
  return node;
}

function clock(iso) {
  const when = new Date(iso);
  const node = h('time', '', new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(when));
  node.dateTime = iso;
  node.title = when.toString();
  return node;
}

function body(message) {
  const parts = [];
  if (message.blocks) parts.push(...list(message.blocks).map(renderBlock));
  else if (message.text) parts.push(mrkdwn(message.text));
  else if (message.payload && message.payload.markdown_text) parts.push(h('div', 'text', str(message.payload.markdown_text)));
  parts.push(...list(message.attachments).map(attachment), ...list(message.files).map(file));
  return h('div', 'body', ...parts);
}

function renderMessage(message) {
  const who = h('div', 'who', h('b', '', message.username || 'Application'), h('span', 'badge', 'APP'), clock(sentAt(message)),
    message.edits > 0 ? h('span', 'edited', '(edited)') : null,
    state.channel === '' ? h('span', 'in', 'in ' + message.channel) : null);
  const content = h('div', '', who, body(message));
  const node = h('article', 'message', avatar(message), content);
  node.dataset.ts = message.ts;
  node.append(jsonTool(content, message.payload, (message.source === 'WEBHOOK' ? 'webhook' : 'Web API') + ' · ts ' + message.ts));
  return node;
}

function sentAt(message) { return new Date(Number(message.ts) * 1000).toISOString(); }

/** A button that shows what was sent. */
function jsonTool(content, payload, title) {
  const button = h('button', '', 'JSON');
  button.type = 'button';
  button.title = 'Show what was sent';
  button.setAttribute('aria-expanded', 'false');
  let panel = null;
  button.addEventListener('click', () => {
    if (panel) { panel.remove(); panel = null; }
    else content.append(panel = jsonPanel(payload, title));
    button.setAttribute('aria-expanded', String(panel !== null));
  });
  return h('div', 'tools', button);
}

function jsonPanel(payload, title) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2);
  const copy = h('button', '', 'Copy');
  copy.type = 'button';
  copy.addEventListener('click', () => copyText(copy, text));
  const pre = h('pre');
  text.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|-?\b\d[\d.eE+-]*\b)/).forEach((part, index) => {
    if (index % 2 === 0) pre.append(part);
    else pre.append(h('span', part.endsWith(':') ? 'k' : (part[0] === '"' ? 's' : 'n'), part));
  });
  return h('div', 'json', h('header', '', title, copy), pre);
}

function renderRefusal(request) {
  const [, code, details] = /^(.*?)(?:: (.*))?$/s.exec(request.refusal);
  const node = h('article', 'refused', h('b', '', 'Refused: ' + (request.status ? request.status + ' ' : '') + code), ' ',
    request.channel && state.channel === '' ? 'for ' + request.channel + ' ' : '', clock(request.receivedAt));
  if (details) node.append(h('ul', '', ...details.split('; ').map((detail) => h('li', '', h('code', '', detail)))));
  let payload = request.body;
  try { payload = JSON.parse(request.body); } catch (ignored) { /* shown as it came */ }
  node.append(jsonTool(node, payload, request.method + ' ' + request.path));
  return node;
}

/* ---------- the page ---------- */

const state = { messages: new Map(), refused: [], channel: '', unread: new Map(), away: 0, loaded: '', arrivals: 0 };

function visible(item) { return state.channel === '' || item.channel === state.channel; }

function items() {
  const messages = [...state.messages.values()].filter((message) => !isReply(message)).map((message) => ({ at: Number(message.ts), message }));
  const refused = state.refused.map((request) => ({ at: Date.parse(request.receivedAt) / 1000, request }));
  return [...messages, ...refused].filter((item) => visible(item.message || item.request)).sort((a, b) => a.at - b.at);
}

function isReply(message) { return Boolean(message.threadTs) && message.threadTs !== message.ts && state.messages.has(message.threadTs); }

function renderItem(item) { return item.request ? renderRefusal(item.request) : renderThread(item.message); }

function renderThread(message) {
  const node = renderMessage(message);
  const replies = [...state.messages.values()].filter((reply) => isReply(reply) && reply.threadTs === message.ts);
  if (replies.length) {
    const thread = h('details', 'thread', h('summary', '', replies.length === 1 ? '1 reply' : replies.length + ' replies'), ...replies.map(renderMessage));
    thread.open = true;
    node.children[1].append(thread);
  }
  return node;
}

function day(at) {
  const when = new Date(at * 1000);
  const name = dayName(when) || new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' }).format(when);
  const node = h('div', 'day', h('span', '', name));
  node.dataset.day = when.toDateString();
  return node;
}

function renderAll() {
  const scroll = byId('scroll');
  byId('messages').replaceChildren();
  items().forEach(append);
  renderFrame();
  scroll.scrollTop = scroll.scrollHeight;
}

function append(item) {
  const log = byId('messages');
  const last = [...log.children].reverse().find((node) => node.dataset.day);
  if (!last || last.dataset.day !== new Date(item.at * 1000).toDateString()) log.append(day(item.at));
  const node = renderItem(item);
  log.append(node);
  return node;
}

function renderFrame() {
  const all = [...state.messages.values()];
  const counts = new Map();
  [...all, ...state.refused].forEach((item) => item.channel && counts.set(item.channel, (counts.get(item.channel) || 0)));
  all.forEach((message) => counts.set(message.channel, counts.get(message.channel) + 1));
  if (!counts.size) counts.set('#inbox', 0);
  byId('channels').replaceChildren(channelButton('', 'All messages', all.length), ...[...counts.keys()].sort().map((name) =>
    channelButton(name, name, counts.get(name))));
  const shown = all.filter(visible).length;
  const refused = state.refused.filter(visible).length;
  const name = state.channel || 'All messages';
  byId('title').textContent = name;
  byId('count').textContent = plural(shown, 'message') + (refused ? ` · ${refused} refused` : '');
  byId('empty').hidden = shown + refused > 0;
  const hook = state.channel || '#inbox';
  byId('hook-channel').textContent = hook;
  byId('hook-url').textContent = HOOK + hook.slice(1);
  byId('hook').hidden = shown + refused === 0;
  document.title = (state.away ? `(${state.away}) ` : '') + 'Slack Inbox';
}

function channelButton(channel, name, total) {
  const unread = state.unread.get(channel) || 0;
  const button = h('button', '', h('span', 'name', name), unread ? h('span', 'unread', String(unread)) : h('span', 'total', total ? String(total) : ''));
  button.type = 'button';
  button.setAttribute('aria-current', String(state.channel === channel));
  button.addEventListener('click', () => {
    state.channel = channel;
    state.unread.delete(channel);
    renderAll();
  });
  return h('li', '', button);
}

/** Adds what just came; a reader who scrolled up is not moved. */
function arrive(item) {
  state.arrivals++;
  const known = byId('messages').querySelector(`[data-ts="${CSS.escape(item.message ? item.message.ts : '')}"]`);
  const scroll = byId('scroll');
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  if (visible(item.message || item.request)) {
    let node;
    if (item.message && isReply(item.message)) node = replaceThread(item.message.threadTs);
    else if (known) known.replaceWith(node = renderItem(item));
    else node = append(item);
    if (node) node.classList.add('fresh');
  }
  else {
    const channel = (item.message || item.request).channel;
    state.unread.set(channel, (state.unread.get(channel) || 0) + 1);
  }
  if (document.hidden) state.away++;
  renderFrame();
  if (atEnd && !known) scroll.scrollTop = scroll.scrollHeight;
}

function replaceThread(ts) {
  const old = byId('messages').querySelector(`:scope > [data-ts="${CSS.escape(ts)}"]`);
  const node = renderThread(state.messages.get(ts));
  if (old) old.replaceWith(node);
  return node;
}

function prune() {
  while (state.messages.size > MAX_ITEMS) {
    const oldest = state.messages.keys().next().value;
    state.messages.delete(oldest);
    const node = byId('messages').querySelector(`[data-ts="${CSS.escape(oldest)}"]`);
    if (node) node.remove();
  }
  state.refused.splice(0, Math.max(0, state.refused.length - MAX_ITEMS));
}

async function reload() {
  const arrivals = state.arrivals;
  const answer = await (await fetch('/messages')).text();
  if (arrivals !== state.arrivals) return reload(); // what came meanwhile need not be in the answer
  if (answer === state.loaded) return;
  state.loaded = answer;
  const everything = JSON.parse(answer);
  state.messages = new Map(everything.messages.map((message) => [message.ts, message]));
  state.refused = everything.refused;
  renderAll();
}

function follow() {
  const events = new EventSource('/events');
  const status = byId('status');
  events.addEventListener('open', () => {
    status.className = 'status live';
    status.lastChild.textContent = 'live';
    reload(); // what came while nobody followed
  });
  events.addEventListener('error', () => {
    status.className = 'status';
    status.lastChild.textContent = 'waiting for the inbox …';
  });
  events.addEventListener('message', (event) => {
    const message = JSON.parse(event.data);
    state.messages.set(message.ts, message);
    state.loaded = '';
    arrive({ at: Number(message.ts), message });
    prune();
  });
  events.addEventListener('refused', (event) => {
    const request = JSON.parse(event.data);
    state.refused.push(request);
    state.loaded = '';
    arrive({ at: Date.parse(request.receivedAt) / 1000, request });
    prune();
  });
  events.addEventListener('cleared', reload);
  events.addEventListener('reload', reload);
}

function copyText(button, text) {
  const done = (word) => {
    button.textContent = word;
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  };
  navigator.clipboard.writeText(text).then(() => done('Copied'), () => done('Press Ctrl+C'));
}

function start() {
  byId('property').textContent = 'slack.logging.webhook-url=' + HOOK + 'inbox';
  byId('curl').textContent = `curl -H 'Content-Type: application/json' -d '{"text":":bell: It *works*."}' ${HOOK}inbox`;
  document.querySelectorAll('[data-copy]').forEach((button) =>
    button.addEventListener('click', () => copyText(button, byId(button.dataset.copy).textContent)));
  byId('clear').addEventListener('click', () => fetch('/clear', { method: 'POST' }));
  document.addEventListener('visibilitychange', () => {
    state.away = 0;
    renderFrame();
  });
  const still = location.search === '?still'; // for pictures: a page that waits for nothing
  byId('status').hidden = still;
  reload().finally(() => still || follow());
}

start();
