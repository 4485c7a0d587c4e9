// Where a sensor's input comes from: another source, or none for a while.

import { ask } from './feed.js';

const WORDS = {
  starting: 'opening',
  running: '',
  lost: 'lost',
  held: 'held: closed, the chip rests',
  failed: 'failed',
};

const element = (id) => document.getElementById(id);

export class SourcePanel {
  #name;
  #sensor;
  #state;

  /** Controls the elements whose ids begin with this name. */
  constructor(name) {
    this.#name = name;
    element(`${name}-source`).addEventListener('change', ({ target }) => this.#ask({ source: target.value }));
    element(`${name}-hold`).addEventListener('click', () => this.#ask({ hold: this.#state !== 'held' }));
  }

  async #ask(change) {
    const complaint = await ask(this.#sensor, change);
    if (complaint !== undefined) {
      this.#say(complaint, 'failed');
    }
  }

  /** Shows how a sensor stands. */
  show({ model, state, source, sourceName, sources, problem }) {
    this.#sensor = model;
    this.#state = state;
    this.#options(sources, source);
    const hold = element(`${this.#name}-hold`);
    hold.setAttribute('aria-pressed', String(state === 'held'));
    hold.textContent = state === 'held' ? 'Go on' : 'Hold';
    this.#say([WORDS[state], state === 'held' ? '' : sourceName, problem].filter(Boolean).join(', '), state);
  }

  #options(sources, chosen) {
    const select = element(`${this.#name}-source`);
    const known = sources.some(({ id }) => id === chosen) || !chosen;
    const all = known ? sources : [{ id: chosen, name: chosen }, ...sources];
    const wanted = JSON.stringify(all);
    if (select.dataset.options !== wanted) {
      select.dataset.options = wanted;
      select.replaceChildren(...all.map(({ id, name }) => new Option(name, id)));
    }
    select.value = chosen;
  }

  #say(text, state) {
    const status = element(`${this.#name}-status`);
    status.textContent = text;
    status.dataset.state = state;
  }
}
