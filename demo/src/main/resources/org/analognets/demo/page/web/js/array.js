// The crossbar: conductances as embers, layers as outlines, the one that computes brighter.
//
// Rows run from left to right and columns from top to bottom, so that the array lies on its side.

import { EMBERS, ember } from './ember.js';
import { screen, colour, font } from './screen.js';
import { digits } from './format.js';

const HEADER_BYTES = 24;
const TOP_OF_SCALE = 0.7; // of g_max: a pixel is a mean over pairs of which one device is idle
const STEP_MILLIS = 110; // how long a layer stays bright; the chip itself takes microseconds
const LABEL_HEIGHT = 15;

/** Reads a binary message. */
export function readArray(buffer) {
  const view = new DataView(buffer);
  return {
    sensor: view.getUint8(1),
    height: view.getUint16(2, true),
    width: view.getUint16(4, true),
    age: view.getFloat64(8, true),
    gMax: view.getFloat32(16, true),
    mean: view.getFloat32(20, true),
    levels: new Uint8Array(buffer, HEADER_BYTES),
  };
}

export class ArrayPanel {
  #image = document.createElement('canvas');
  #array;
  #chip;
  #active = 0;
  #running = false;
  #still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor() {
    this.canvas = document.getElementById('array');
    this.mean = document.getElementById('mean-text');
    this.#paintArray = screen(this.canvas, (...at) => this.#drawArray(...at));
    this.#paintLayers = screen(document.getElementById('array-layers'), (...at) => this.#drawLayers(...at));
    this.#paintScale = screen(document.getElementById('scale'), (...at) => this.#drawScale(...at));
    setInterval(() => this.#step(), STEP_MILLIS);
  }

  #paintArray;
  #paintLayers;
  #paintScale;

  /** Shows a chip's layers. */
  setChip(chip) {
    this.#chip = chip;
    const note = `${chip.rows.toLocaleString('en')} rows \u00d7 ${chip.columns} columns, ${chip.weights.toLocaleString('en')} weights, ${chip.device === 'ideal' ? 'ideal devices' : `${chip.device.toUpperCase()} pairs`}`;
    document.getElementById('array-note').textContent = note;
    document.getElementById('scale-top').textContent = `${digits(TOP_OF_SCALE * chip.gMaxMicroSiemens)} \u00b5S`;
    this.#paintLayers();
    this.#paintScale();
  }

  /** Shows conductances. */
  setArray(array) {
    this.#array = array;
    this.#render(array);
    this.mean.textContent = `${digits(array.mean)} \u00b5S`;
    this.canvas.setAttribute('aria-label', `Conductances of the crossbar, ${digits(array.mean)} microsiemens on average`);
    this.#paintArray();
    this.#paintScale();
  }

  /** Whether inferences come. */
  setRunning(running) {
    this.#running = running;
  }

  /** Turns the picture on its side while it looks up the colours. */
  #render({ width, height, levels }) {
    this.#image.width = height;
    this.#image.height = width;
    const context = this.#image.getContext('2d');
    const image = context.createImageData(height, width);
    const pixels = new Uint32Array(image.data.buffer);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const level = levels[row * width + column];
        if (level > 0) {
          pixels[column * height + row] = EMBERS[Math.min(255, Math.round((level - 1) / TOP_OF_SCALE))];
        }
      }
    }
    context.putImageData(image, 0, 0);
  }

  #drawArray(context, width, height) {
    if (this.#array) {
      context.imageSmoothingEnabled = width < this.#image.width;
      context.drawImage(this.#image, 0, 0, width, height);
    }
  }

  #drawLayers(context, width, height) {
    if (!this.#chip) {
      return;
    }
    const { rows, columns, layers } = this.#chip;
    context.font = font(11, 500);
    context.textBaseline = 'top';
    layers.forEach((layer, i) => {
      const box = [
        (layer.row / rows) * width,
        (layer.column / columns) * height,
        (layer.rows / rows) * width,
        (layer.columns / columns) * height,
      ];
      const active = this.#running && i === this.#active;
      context.lineWidth = active ? 2 : 1;
      context.strokeStyle = active ? '#fff' : 'rgb(255 235 215 / 62%)';
      context.strokeRect(box[0] + 0.5, box[1] + 0.5, box[2] - 1, box[3] - 1);
      this.#drawLabel(context, layer, box, active);
    });
  }

  #drawLabel(context, layer, [x, y, width, height], active) {
    const text = `${layer.name}  ${layer.rows}\u00d7${layer.columns}`;
    const measured = context.measureText(text).width + 10;
    if (measured > width || LABEL_HEIGHT + 2 > height) {
      return;
    }
    context.fillStyle = active ? '#fff' : 'rgb(10 8 7 / 78%)';
    context.fillRect(x + 1, y + 1, measured, LABEL_HEIGHT);
    context.fillStyle = active ? '#0a0807' : colour('die-ink');
    context.fillText(text, x + 6, y + 3);
  }

  #drawScale(context, width, height) {
    const gradient = context.createLinearGradient(0, 0, width, 0);
    for (let i = 0; i <= 16; i++) {
      gradient.addColorStop(i / 16, ember(i / 16));
    }
    context.fillStyle = gradient;
    context.fillRect(0, 2, width, height - 4);
    if (this.#array) {
      const x = (width * this.#array.mean) / (TOP_OF_SCALE * this.#array.gMax);
      context.fillStyle = colour('ink');
      context.fillRect(Math.min(width - 3, x - 1.5), 0, 3, height);
    }
  }

  #step() {
    if (this.#chip && this.#running && !this.#still.matches) {
      this.#active = (this.#active + 1) % this.#chip.layers.length;
      this.#paintLayers();
    }
  }
}
