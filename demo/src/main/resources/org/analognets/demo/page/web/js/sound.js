// What is heard: the outline of the last seconds, and the window of features that the network sees.

import { EMBERS } from './ember.js';
import { screen, colour } from './screen.js';

const STEPS = 500; // of 10 ms
const LOUDEST = 127;
const COEFFICIENTS = 10;

export class SoundPanel {
  #outline = new Int8Array(2 * STEPS);
  #window = new Uint8Array(0);
  #image = document.createElement('canvas');
  #paintWave;
  #paintWindow;

  constructor() {
    this.#paintWave = screen(document.getElementById('wave'), (...at) => this.#drawWave(...at));
    this.#paintWindow = screen(document.getElementById('mfcc'), (...at) => this.#drawWindow(...at));
  }

  /** Takes what a tick brings. */
  tick({ wave, window }) {
    if (wave.length > 0) {
      this.#outline.copyWithin(0, wave.length);
      this.#outline.set(wave.slice(-this.#outline.length), Math.max(0, this.#outline.length - wave.length));
      this.#paintWave();
    }
    if (window) {
      this.#window = Uint8Array.from(atob(window), (c) => c.charCodeAt(0));
      this.#render();
      this.#paintWindow();
    }
  }

  #drawWave(context, width, height) {
    const middle = height / 2;
    context.fillStyle = colour('line');
    context.fillRect(0, middle - 0.5, width, 1);
    context.fillStyle = colour('ink');
    const step = width / STEPS;
    for (let i = 0; i < STEPS; i++) {
      const top = middle - (this.#outline[2 * i + 1] / LOUDEST) * middle;
      const bottom = middle - (this.#outline[2 * i] / LOUDEST) * middle;
      if (bottom - top > 0.4) {
        context.fillRect(i * step, top, Math.max(step * 0.8, 0.8), bottom - top);
      }
    }
  }

  /** Time from left to right, the lowest coefficient at the bottom. */
  #render() {
    const columns = this.#window.length / COEFFICIENTS;
    this.#image.width = columns;
    this.#image.height = COEFFICIENTS;
    const context = this.#image.getContext('2d');
    const image = context.createImageData(columns, COEFFICIENTS);
    const pixels = new Uint32Array(image.data.buffer);
    this.#window.forEach((value, i) => {
      const coefficient = i % COEFFICIENTS;
      const column = Math.floor(i / COEFFICIENTS);
      pixels[(COEFFICIENTS - 1 - coefficient) * columns + column] = EMBERS[value];
    });
    context.putImageData(image, 0, 0);
  }

  #drawWindow(context, width, height) {
    if (this.#window.length > 0) {
      context.imageSmoothingEnabled = false;
      context.drawImage(this.#image, 0, 0, width, height);
    }
  }
}
