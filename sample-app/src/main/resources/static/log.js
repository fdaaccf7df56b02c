'use strict';

const KEYS = ['id', 'trace', 'logger'];

const given = new URLSearchParams(location.search);
const key = KEYS.find((name) => given.has(name));
const question = document.getElementById('question');
const lines = document.getElementById('lines');

function show(line) {
  return card(String(line.log?.level ?? ''), line['@timestamp'] ?? '', line.message ?? '', json(line));
}

async function load() {
  if (!key) {
    question.textContent = 'no question asked: follow a link from a message';
    return;
  }
  question.textContent = `${key} ${given.get(key)}`;
  const response = await fetch(`log-lines?${key}=${encodeURIComponent(given.get(key))}`);
  const found = response.ok ? await response.json() : [];
  lines.replaceChildren(...found.map(show));
  if (!found.length) {
    question.textContent += ': no such line';
  }
}

load().catch((error) => {
  question.textContent = `The service did not answer: ${error.message}`;
});
