'use strict';

const state = document.getElementById('state');
const asked = document.getElementById('asked');
const documents = document.getElementById('documents');

/** Names and values, those of an object within by their dotted names. */
function rows(value, name) {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, held]) => rows(held, name ? `${name}.${key}` : key));
  }
  return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
}

function table(hit) {
  const element = document.createElement('table');
  for (const [name, value] of [['_index', hit._index], ['_id', hit._id], ...rows(hit._source, '')]) {
    const row = element.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    row.append(head);
    row.insertCell().append(value.includes('\n') ? text(value) : value);
  }
  return element;
}

function part(title, content, open) {
  const details = document.createElement('details');
  details.open = open;
  const summary = document.createElement('summary');
  summary.textContent = title;
  details.append(summary, content);
  return details;
}

function show(hit, alone) {
  const source = hit._source;
  return card(String(source.severity ?? ''), source['@timestamp'] ?? '', source.message ?? '',
    part('Table', table(hit), alone), part('JSON', json(source), alone));
}

function told(found) {
  const hits = found.hits.length < found.total ? `, the latest ${found.hits.length} of them` : '';
  if (!found.total) {
    return 'no document: what was just logged is found a second or two later, reload this page then';
  }
  return `${found.total} document${found.total === 1 ? '' : 's'}${hits}`;
}

async function load() {
  asked.hidden = true;
  documents.replaceChildren();
  // The state of Discover stands behind the # and looks like a query, so it is sent as one.
  const question = location.hash.slice(1);
  if (!question.startsWith('?')) {
    state.textContent = 'no question asked: follow a link from a message';
    return;
  }
  state.textContent = '…';
  const response = await fetch(`${location.pathname}/documents${question}`);
  const found = await response.json();
  if (!response.ok) {
    state.textContent = found.detail ?? `The service answered ${response.status}.`;
    return;
  }
  state.textContent = told(found);
  document.getElementById('query').textContent = found.question.query;
  document.getElementById('window').textContent = `${found.question.from} to ${found.question.to}`;
  document.getElementById('index').textContent = `${found.question.indexPattern}: ${found.index}`;
  document.getElementById('search').replaceChildren(json(found.search));
  asked.hidden = false;
  documents.replaceChildren(...found.hits.map((hit) => show(hit, found.hits.length === 1)));
}

function reload() {
  load().catch((error) => {
    state.textContent = `The service did not answer: ${error.message}`;
  });
}

addEventListener('hashchange', reload);
reload();
