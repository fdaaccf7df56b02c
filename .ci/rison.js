// Prints generated values, each with the Rison that rison-node writes for it, as lines of JSON. The same seed
// gives the same values. Usage: node rison.js seed count
const assert = require('node:assert');
const rison = require('rison-node');

const [seed, count] = process.argv.slice(2).map(Number);

// mulberry32
let state = seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (bound) => Math.floor(random() * bound);
const oneOf = (list) => list[below(list.length)];

const pieces = [
  ...' !\'():,*@$-._~/?#[]&;=+%"<>|\\`{}^', ...'0123456789', '\n', '\r\n', '\t', '\0', '\u007f', '\u0085', '\u00a0',
  '\u2028', '\ufeff', 'é', 'e\u0301', '日本語', '😀', '👨‍👩‍👧', '🇩🇪', '\udbff\udfff', '!!', "!'", "''", '!t', '!f', '!n',
  '!(', '%20', '%2B', '&amp;', 'null', 'true', 'e', 'a', 'word', 'level', 'logger_name', '@timestamp', 'logs-*', '-1',
  '1e5', '2026-08-14T09:57:00.000Z', '4bf92f3577b34da6a3ce929d0e0e4736', '0b2d4d10-5f6e-11ee-8c99-0242ac120002',
  'message : "a \\"b\\"" and level : "ERROR"',
];
const numbers = [
  0, 1, -1, 7, 10, 1000, -4096, 0.5, -0.25, 0.1, 1e-6, 1.5e-7, -2e-9, 123456789.125, 1e20, 1e21, -1.25e21, 1.5e300,
  2e-300, 2e23, 5e-324, 2.2250738585072014e-308, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER,
];

function text() {
  let text = '';
  for (let i = below(oneOf([2, 3, 4, 12])); i >= 0; i--) {
    text += oneOf(pieces);
  }
  return below(30) === 0 ? '' : text;
}
function number() {
  switch (below(4)) {
    case 0: return below(2000) - 1000;
    case 1: return (random() - 0.5) * 10 ** (below(40) - 20) || 0;
    case 2: return random();
    default: return oneOf(numbers);
  }
}
// What looks like a number is no key that anybody should use: rison and rison-node differ about it.
const isKey = (key) => key !== '__proto__' && (!isFinite(key) || isNaN(parseInt(key)));
function object(depth) {
  const object = {};
  for (let i = below(5); i > 0; i--) {
    const key = text();
    if (isKey(key)) {
      object[key] = value(depth - 1);
    }
  }
  return object;
}
function value(depth) {
  const kind = below(depth > 0 ? 10 : 7);
  if (kind < 4) return text();
  if (kind === 4) return number();
  if (kind === 5) return random() < 0.5;
  if (kind === 6) return random() < 0.7 ? text() : null;
  if (kind === 7) return Array.from({ length: below(5) }, () => value(depth - 1));
  return object(depth);
}
function nested(depth) {
  return depth === 0 ? text() : random() < 0.5 ? [nested(depth - 1)] : { [`k${below(9)}`]: nested(depth - 1) };
}

for (let i = 0; i < count; i++) {
  const wanted = i % 97 === 0 ? nested(60) : value(below(5));
  const written = rison.encode(wanted);
  assert.deepStrictEqual(rison.decode(written), wanted);
  console.log(JSON.stringify({ value: wanted, rison: written }));
}
