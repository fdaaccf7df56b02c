'use strict';

const KEYS = ['id', 'trace', 'logger'];

const given = new URLSearchParams(location.search);
const key = KEYS.find((name) => given.has(name));
const question = document.getElementById('question');
const lines = document.getElementById('lines');

function show(line) {
  const article = document.createElement('article');
  const severity = String(line.log?.level ?? '').toLowerCase();
  article.className = `card line ${severity}`;
  const head = document.createElement('p');
  head.className = 'severity';
  head.textContent = `${line.log?.level ?? ''} · ${line['@timestamp'] ?? ''}`;
  const message = document.createElement('h2');
  message.textContent = line.message ?? '';
  const json = document.createElement('pre');
  json.tabIndex = 0;
  // A stack trace is easier to read as it was printed than as one string.
  json.textContent = JSON.stringify(line, null, 2).replaceAll('\\n', '\n').replaceAll('\\t', '  ');
  article.append(head, message, json);
  return article;
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
