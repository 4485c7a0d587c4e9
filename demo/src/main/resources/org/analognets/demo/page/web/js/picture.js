// What is seen: the camera's picture, and beside it the small one that the network gets.

import { screen } from './screen.js';

const HEADER_BYTES = 8;
const PERSON = 'person';

/** Fits a picture into a canvas, whole and in its own proportions. */
function contain(context, picture, width, height, smooth) {
  const scale = Math.min(width / picture.width, height / picture.height);
  const size = [picture.width * scale, picture.height * scale];
  context.imageSmoothingEnabled = smooth;
  context.drawImage(picture, (width - size[0]) / 2, (height - size[1]) / 2, ...size);
}

export class PicturePanel {
  #seen;
  #tensor = document.createElement('canvas');
  #paintSeen;
  #paintTensor;

  constructor() {
    this.#paintSeen = screen(document.getElementById('camera'), (context, ...size) => {
      if (this.#seen) {
        contain(context, this.#seen, ...size, true);
      }
    });
    this.#paintTensor = screen(document.getElementById('tensor'), (context, ...size) => {
      if (this.#tensor.width > 0) {
        contain(context, this.#tensor, ...size, false);
      }
    });
  }

  /** Takes a camera's picture. */
  async setSeen(buffer) {
    const jpeg = new Blob([new Uint8Array(buffer, HEADER_BYTES)], { type: 'image/jpeg' });
    const picture = await createImageBitmap(jpeg);
    this.#seen?.close();
    this.#seen = picture;
    this.#paintSeen();
  }

  /** Takes what the network sees. */
  setTensor(buffer) {
    const view = new DataView(buffer);
    const [height, width] = [view.getUint16(2, true), view.getUint16(4, true)];
    const rgb = new Uint8Array(buffer, HEADER_BYTES);
    const image = new ImageData(width, height);
    for (let i = 0; i < width * height; i++) {
      image.data.set([rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2], 255], 4 * i);
    }
    [this.#tensor.width, this.#tensor.height] = [width, height];
    this.#tensor.getContext('2d').putImageData(image, 0, 0);
    this.#paintTensor();
  }

  /** Takes what a tick brings. */
  tick(readings, labels) {
    const newest = readings.at(-1);
    if (newest) {
      const score = newest.s[labels.indexOf(PERSON)] / 1000;
      document.getElementById('person').value = score;
      document.getElementById('person-score').textContent = score.toFixed(2);
    }
  }

  /** Shows whether a person is there. */
  setPresent(present) {
    const said = document.getElementById('person-word');
    said.textContent = present ? 'a person' : 'nobody';
    said.dataset.present = present ? 'yes' : 'no';
  }
}
