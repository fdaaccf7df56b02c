'use strict';

// Without this script the buttons work as well: the browser then shows the bare answer.

const VISIBLE_MS = 6000;
const toasts = document.getElementById('toasts');

function toast(text, detail) {
  const element = document.createElement('div');
  element.className = 'toast';
  element.append(text);
  if (detail) {
    const small = document.createElement('small');
    small.textContent = detail;
    element.append(small);
  }
  toasts.append(element);
  setTimeout(() => element.remove(), VISIBLE_MS);
}

async function press(form) {
  const response = await fetch(form.action, { method: 'POST' });
  if (!response.ok) {
    throw new Error(`The service answered ${response.status}.`);
  }
  const answer = await response.json();
  const requestId = response.headers.get('X-Request-Id');
  toast(`${answer.done} Now look at the inbox.`, requestId && `requestId ${requestId}`);
}

for (const form of document.forms) {
  const button = form.querySelector('button');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // Not `disabled`: that would take the keyboard's focus away.
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    try {
      await press(form);
    }
    catch (error) {
      toast('That did not work. Is the service still running?', error.message);
    }
    finally {
      button.removeAttribute('aria-disabled');
    }
  });
}
