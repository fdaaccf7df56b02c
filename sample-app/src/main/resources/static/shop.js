// Without this script the buttons work as well: the browser then shows the bare answer.

const MOST_ENTRIES = 30;
const LOOK_EVERY_MS = 2000;
const VISIBLE_MS = 8000;

const sold = document.getElementById('sold');
const books = document.getElementById('books');
const latest = document.getElementById('latest');
const nothingYet = document.getElementById('nothing-yet');

let latestGoes;

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...content);
  return made;
}

/** A line of the receipt; everything in it is text. */
function enter(form, text, requestId) {
  const time = element('time', '', new Date().toLocaleTimeString());
  const tone = [...form.classList].find((name) => name !== 'card') ?? '';
  const entry = element('li', tone, time, ' ', element('strong', '', form.querySelector('button').textContent));
  entry.append(text.includes('\n') ? element('pre', '', text) : element('p', '', text));
  entry.append(form.querySelector('.look').cloneNode(true));
  if (requestId) {
    entry.append(element('p', 'request', `requestId ${requestId}`));
  }
  sold.prepend(entry);
  nothingYet.hidden = true;
  latest.textContent = `${text.split('\n')[0]} Look into the inbox.`;
  latest.className = 'news';
  clearTimeout(latestGoes);
  latestGoes = setTimeout(() => latest.className = '', VISIBLE_MS);
  while (sold.children.length > MOST_ENTRIES) {
    sold.lastElementChild.remove();
  }
}

async function press(form) {
  const response = await fetch(form.action, { method: 'POST' });
  if (!response.ok) {
    throw new Error(`The shop answered ${response.status}.`);
  }
  const answer = await response.json();
  enter(form, answer.done, response.headers.get('X-Request-Id'));
}

for (const form of document.querySelectorAll('form.card')) {
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
      enter(form, `That did not work. Is the shop still open? ${error.message}`);
    }
    finally {
      button.removeAttribute('aria-disabled');
      look();
    }
  });
}

function sum(numbers) {
  return Object.values(numbers ?? {}).reduce((all, one) => all + one, 0);
}

function show(book, value) {
  const place = books.querySelector(`[data-book=${book}]`);
  place.textContent = typeof value === 'number' ? value.toLocaleString('en') : value;
  place.classList.toggle('some', value !== 0);
}

/** The books of the endpoint: accepted + recovered = delivered + waiting + dropped. */
async function look() {
  const [status, health] = await Promise.all([ask('actuator/slacklogging'), ask('actuator/health')]);
  if (!status || !health) {
    return;
  }
  const { accepted, delivered, waiting, dropped } = status.events;
  show('status', health.components?.slackLogging?.status ?? 'off');
  show('accepted', accepted);
  show('shown', delivered.shown);
  show('counted', delivered.folded + delivered.summarised);
  show('waiting', waiting);
  show('mutes', status.mutes.length);
  show('lost', sum(dropped));
  books.dataset.status = books.querySelector('[data-book=status]').textContent;
  books.hidden = false;
}

async function ask(path) {
  try {
    const response = await fetch(path);
    return await response.json();
  }
  catch {
    return undefined;
  }
}

setInterval(() => document.hidden || look(), LOOK_EVERY_MS);
look();
