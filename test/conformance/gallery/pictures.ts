import { checkersRequire } from "../checkers-require.ts";

/** Pixels of a px, each way. */
export const scale = 2;

/** Four bytes a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const { PNG } = checkersRequire("pngjs") as {
  PNG: {
    new (size: object): { data: Uint8Array };
    sync: {
      read(png: Uint8Array): { width: number; height: number; data: Uint8Array };
      write(png: object): Uint8Array;
    };
  };
};

export function readPng(bytes: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(bytes);
  return { width, height, data: new Uint8ClampedArray(data) };
}

export function writePng({ width, height, data }: Picture): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png);
}

/**
 * What pdftoppm writes, a short head in words, then three bytes a pixel; at a `finer`th of its size, each pixel the middle
 * of the square that it stands for.
 */
export function readPpm(bytes: Uint8Array, finer: number): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 40)).toString("latin1"));
  if (!head) throw new Error("pdftoppm wrote no PPM.");
  const row = Number(head[1]) * 3;
  const [width, height] = [Math.floor(Number(head[1]) / finer), Math.floor(Number(head[2]) / finer)];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const count = finer * finer;
  for (let y = 0, to = 0; y < height; y += 1) {
    const top = head[0].length + y * finer * row;
    for (let x = 0; x < width; x += 1, to += 4) {
      let [red, green, blue] = [0, 0, 0];
      for (let line = 0, start = top + x * finer * 3; line < finer; line += 1, start += row) {
        for (let at = start; at < start + finer * 3; at += 3) {
          red += bytes[at] as number;
          green += bytes[at + 1] as number;
          blue += bytes[at + 2] as number;
        }
      }
      data[to] = red / count;
      data[to + 1] = green / count;
      data[to + 2] = blue / count;
    }
  }
  return { width, height, data };
}

/** A part of a picture; white beyond its edges. */
export function crop(
  picture: Picture,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Picture {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const used = Math.max(0, Math.min(width, picture.width - x));
  for (let row = 0; row < Math.min(height, picture.height - y); row += 1) {
    const from = ((y + row) * picture.width + x) * 4;
    data.set(picture.data.subarray(from, from + used * 4), row * width * 4);
  }
  return { width, height, data };
}

/** Each pixel is the middle of four. */
export function halved(picture: Picture): Picture {
  const [width, height] = [picture.width >> 1, picture.height >> 1];
  const data = new Uint8ClampedArray(width * height * 4);
  const from = picture.data;
  const row = picture.width * 4;
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0, at = 2 * y * row; x < width; x += 1, at += 8) {
      for (let channel = at; channel < at + 4; channel += 1, to += 1) {
        const two = (from[channel] as number) + (from[channel + 4] as number);
        data[to] = (two + (from[channel + row] as number) + (from[channel + row + 4] as number)) / 4;
      }
    }
  }
  return { width, height, data };
}
