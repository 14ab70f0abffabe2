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

/** What pdftoppm writes: a short head in words, then three bytes a pixel. */
export function readPpm(bytes: Uint8Array): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 40)).toString("latin1"));
  if (!head) throw new Error("pdftoppm wrote no PPM.");
  const [width, height] = [Number(head[1]), Number(head[2])];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0, from = head[0].length; pixel < width * height; pixel += 1, from += 3) {
    data.set(bytes.subarray(from, from + 3), pixel * 4);
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

/** A picture at a half of its size, so many times. */
export function shrunk(picture: Picture, halvings: number): Picture {
  return halvings > 0 ? shrunk(halved(picture), halvings - 1) : picture;
}

/** Each pixel is the middle of four. */
function halved(picture: Picture): Picture {
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
