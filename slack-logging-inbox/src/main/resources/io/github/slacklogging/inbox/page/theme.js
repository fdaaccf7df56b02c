/* Light and dark: as the system has it, or as was chosen here, which is remembered. */
'use strict';

const NEXT = { system: 'light', light: 'dark', dark: 'system' };

function remembered() {
  try { return localStorage.getItem('theme') || 'system'; } catch { return 'system'; } // storage may be forbidden
}

function apply(theme) {
  document.documentElement.dataset.theme = theme;
  const button = document.getElementById('theme');
  if (button) button.querySelector('span').textContent = 'Theme: ' + theme;
}

apply(remembered()); // before anything is painted

export function startTheme() {
  apply(remembered());
  document.getElementById('theme').addEventListener('click', () => {
    const theme = NEXT[document.documentElement.dataset.theme] || 'system';
    try { localStorage.setItem('theme', theme); } catch { /* then it holds for this page */ }
    apply(theme);
  });
}
