import { crc32, deflateSync } from "node:zlib";

/** Colours of a picture, at most; the most frequent ones of it. */
const mostColors = 48;

/**
 * A canvas as a PNG with a palette: pages have few colours, and a picture of one need not have more.
 * @param most colours, at most: of pages with photographs, and of several brands, as many as a palette holds.
 */
export function encodePng(canvas, most = mostColors) {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const key = colorOf(data[at], data[at + 1], data[at + 2]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([key]) => key);
  const nearest = new Map();
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const key = colorOf(data[at], data[at + 1], data[at + 2]);
      const index = nearest.get(key) ?? closest(palette, key);
      nearest.set(key, index);
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]));
  const parts = [
    chunk("IHDR", header),
    chunk("PLTE", colors),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND"),
  ];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

const colorOf = (red, green, blue) => (red << 16) | (green << 8) | blue;

function closest(palette, key) {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, color] of palette.entries()) {
    const distance =
      ((color >> 16) - (key >> 16)) ** 2 +
      (((color >> 8) & 255) - ((key >> 8) & 255)) ** 2 +
      ((color & 255) - (key & 255)) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type, content = Buffer.alloc(0)) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
