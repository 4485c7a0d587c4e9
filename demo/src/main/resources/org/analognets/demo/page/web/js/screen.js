// A canvas that is as sharp as the display, drawn at most once a frame, and not while nobody looks.

const style = getComputedStyle(document.documentElement);

/** A colour of the theme. */
export function colour(name) {
  return style.getPropertyValue(`--${name}`).trim();
}

/** The font of labels in canvases. */
export function font(size, weight = 400) {
  return `${weight} ${size}px ${style.getPropertyValue('--sans')}`;
}

/**
 * Prepares a canvas.
 *
 * draw(context, width, height) gets CSS pixels. Returns what asks for a new drawing.
 */
export function screen(canvas, draw) {
  const context = canvas.getContext('2d');
  let asked = false;

  function paint() {
    asked = false;
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) {
      return;
    }
    const pixels = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
      [canvas.width, canvas.height] = pixels;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, width, height);
  }

  function ask() {
    if (!asked && !document.hidden) {
      asked = true;
      requestAnimationFrame(paint);
    }
  }

  new ResizeObserver(ask).observe(canvas);
  document.addEventListener('themechange', ask);
  document.addEventListener('visibilitychange', ask);
  return ask;
}
