// Light or dark, before anything is drawn: as the system, unless somebody chose.
(() => {
  const KEY = 'analognets-theme';
  const NAMES = { auto: 'Auto', light: 'Light', dark: 'Dark' };
  const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
  let chosen = 'auto';

  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // a browser that keeps nothing
    }
  }

  function remember() {
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // then it is forgotten with the page
    }
  }

  function apply() {
    if (chosen === 'auto') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = chosen;
    }
    document.dispatchEvent(new Event('themechange'));
  }

  const saved = remembered();
  if (saved in NEXT) {
    chosen = saved;
  }
  apply();

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const show = () => {
      button.textContent = NAMES[chosen];
      button.setAttribute('aria-label', `Colours: ${chosen === 'auto' ? 'as the system' : chosen}`);
    };
    show();
    button.addEventListener('click', () => {
      chosen = NEXT[chosen];
      remember();
      apply();
      show();
    });
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
})();
