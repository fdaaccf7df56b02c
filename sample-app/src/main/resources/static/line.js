'use strict';

// What the pages for log lines have in common. Everything that was logged is set as text, nothing as HTML.

/** One line of a log. */
function card(severity, time, message, ...parts) {
  const article = document.createElement('article');
  article.className = `card line ${severity.toLowerCase()}`;
  const head = document.createElement('p');
  head.className = 'severity';
  head.textContent = `${severity} · ${time}`;
  const title = document.createElement('h2');
  title.textContent = message;
  article.append(head, title, ...parts);
  return article;
}

/** Several lines, as they are. */
function text(lines) {
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.textContent = lines;
  return pre;
}

/** A value as JSON. A stack trace is easier to read as it was printed than as one string. */
function json(value) {
  return text(JSON.stringify(value, null, 2).replaceAll('\\n', '\n').replaceAll('\\t', '  '));
}
