/* Emoji by their short names, or by their code points. */
'use strict';

import { h } from './dom.js';
import { NAMES } from './emoji-names.js';

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
  hourglass_flowing_sand: [['M7 4h10c0 4.4-3.6 6-3.6 8s3.6 3.6 3.6 8H7c0-4.4 3.6-6 3.6-8S7 8.4 7 4z', '#cfe3f2'],
    ['M8.4 7.6h7.2c-.7 2-2.5 3-3 4.4h-1.2c-.5-1.4-2.3-2.4-3-4.4zM8 20c.3-2.6 2-3.9 3.6-4.7h.8c1.6.8 3.3 2.1 3.6 4.7z', '#f2a51e'],
    ['M5 2h14v2.4H5zM5 19.6h14V22H5z', '#9a6a3c']],
  alarm_clock: [['M2.6 8a4.2 4.2 0 0 1 6-5.2zM21.4 8a4.2 4.2 0 0 0-6-5.2zM5 21.6 7.3 18l2 1.4-2.4 3.4zM19 21.6 16.7 18l-2 1.4 2.4 3.4z', '#b3262f'],
    ['M12 4.2a8.6 8.6 0 1 1 0 17.2 8.6 8.6 0 0 1 0-17.2z', '#e5383b'], ['M12 6.8a6 6 0 1 1 0 12 6 6 0 0 1 0-12z', '#fff'],
    ['M11.2 8.4h1.6v4l2.7 1.6-.8 1.4-3.5-2.1z', '#3b3846']],
  test_tube: [['M13.4 4.2 19.8 10.6 9.6 20.8a4.5 4.5 0 0 1-6.4-6.4z', '#cfe3f2'], ['M6.1 11.5h12.8l-9.3 9.3a4.5 4.5 0 0 1-6.4-6.4z', '#35a853'],
    ['M12.6 3.4 14 2l8 8-1.4 1.4z', '#7c8499']],
  fire: [['M12 1c1 4 7 7 7 14a7 7 0 0 1-14 0c0-3 1.5-5 3-6 0 2 1 3 2 3 0-4 0-8 2-11z', '#f3692f'], ['M12 12c2 2 3.5 3.5 3.5 6a3.5 3.5 0 0 1-7 0c0-2.5 2-3.5 3.5-6z', '#fcc53b']],
  link: [['M10 13.5a4 4 0 0 1 0-5.6l3-3a4 4 0 0 1 5.7 5.7l-1.5 1.5-1.5-1.5 1.5-1.5a1.9 1.9 0 0 0-2.7-2.7l-3 3a1.9 1.9 0 0 0 0 2.6zM14 10.5a4 4 0 0 1 0 5.6l-3 3a4 4 0 0 1-5.7-5.7l1.5-1.5 1.5 1.5-1.5 1.5a1.9 1.9 0 0 0 2.7 2.7l3-3a1.9 1.9 0 0 0 0-2.6z', '#7c8499']]
};

const SKIN_TONES = { 2: '\u{1f3fb}', 3: '\u{1f3fc}', 4: '\u{1f3fd}', 5: '\u{1f3fe}', 6: '\u{1f3ff}' };

const MAX_CODE_POINTS = 12;

let characters = null;

/** Reads the list when the first name is asked for. */
function charactersOf(name) {
  characters ||= new Map(NAMES.trim().split('\n').flatMap((line) => {
    const [emoji, ...names] = line.split(' ');
    return names.map((each) => [each, emoji]);
  }));
  return characters.get(name);
}

/** An image drawn from paths, with its name for those who hear it. */
export function drawing(name, className, shapes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  node.setAttribute('viewBox', '0 0 24 24');
  node.setAttribute('class', className);
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

function glyph(text, name) {
  const node = h('span', 'emoji', text);
  node.title = ':' + name + ':';
  return node;
}

function toned(text, tone) {
  if (!Object.hasOwn(SKIN_TONES, tone) || !/^\p{Emoji_Modifier_Base}/u.test(text)) return text;
  const [first, ...rest] = text;
  return first + SKIN_TONES[tone] + rest.join('').replace(/^\ufe0f/, '');
}

/** The emoji of a short name, null if Slack brings none of that name. A skin tone is a number from 2 to 6. */
export function emoji(name, tone) {
  const label = name.replaceAll('_', ' ');
  if (Object.hasOwn(CIRCLES, name)) return drawing(label, 'emoji', [['M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z', CIRCLES[name]]]);
  if (Object.hasOwn(DRAWN, name)) return drawing(label, 'emoji', DRAWN[name]);
  const known = charactersOf(name);
  return known ? glyph(toned(known, tone), name) : null;
}

/** An emoji that brings its code points, as 1f44b-1f3fd; null where these are none. */
export function emojiOfCodePoints(hex, name) {
  if (!/^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*$/i.test(hex)) return null;
  const points = hex.split('-').map((each) => parseInt(each, 16));
  if (points.length > MAX_CODE_POINTS || points.some((each) => each > 0x10ffff)) return null;
  const text = String.fromCodePoint(...points);
  return /\p{Emoji}/u.test(text) ? glyph(text, name) : null;
}

/** Adds text in which :names: stand for emoji. */
export function withEmoji(parent, text) {
  const pattern = /:([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?/g;
  let from = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const node = emoji(match[1], match[2]);
    if (node) {
      parent.append(text.slice(from, match.index), node);
      from = pattern.lastIndex;
    }
    else {
      pattern.lastIndex = match.index + match[1].length + 1; // the second colon may begin a name
    }
  }
  parent.append(text.slice(from));
  return parent;
}
