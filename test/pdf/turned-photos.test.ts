import { expect, it } from "vitest";
import { type Orientation, orientationSegment, readRaster } from "../../src/images/index.ts";
import { apply, identity, type Matrix, multiply } from "../../src/pdf/geometry/matrix.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import { greyPhoto } from "../support/grey-photo.ts";
import { OPS, readPages } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";

const [width, height] = [6, 4];
const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
];

/** Where what is seen at a place stands in the file, as shares of its sides (Exif 2.32, 4.6.4, A). */
const storedAt: Readonly<Record<Orientation, (x: number, y: number) => readonly [number, number]>> = {
  1: (x, y) => [x, y],
  2: (x, y) => [1 - x, y],
  3: (x, y) => [1 - x, 1 - y],
  4: (x, y) => [x, 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [y, 1 - x],
  7: (x, y) => [1 - y, 1 - x],
  8: (x, y) => [1 - y, x],
};

/** The file of a camera that was held so. */
function photo(orientation: Orientation): Uint8Array {
  const stored = orientation > 4 ? { width: height, height: width } : { width, height };
  return greyPhoto(stored, [orientationSegment(orientation)]);
}

/** The corners of the page, as shares of its sides from the top left, at which the corners of the stored picture are drawn. */
async function drawnCorners(pdf: Uint8Array): Promise<readonly (readonly number[])[]> {
  const [found = []] = await readPages(pdf, async (page) => {
    const { fnArray, argsArray } = await page.getOperatorList();
    const last = fnArray.lastIndexOf(OPS.paintImageXObject);
    const open: Matrix[] = [identity];
    for (const [index, code] of fnArray.slice(0, last).entries()) {
      const current = open.at(-1) ?? identity;
      if (code === OPS.save) open.push(current);
      if (code === OPS.restore) open.pop();
      if (code === OPS.transform) open.splice(-1, 1, multiply(current, argsArray[index] as Matrix));
    }
    const [, , across = 0, down = 0] = page.view;
    return corners.map(({ x, y }) => {
      // A picture is drawn into the unit square, its first row at the top.
      const [right, up] = apply(open.at(-1) ?? identity, x, 1 - y);
      return [Math.round(right / across), Math.round(1 - up / down)];
    });
  });
  return found;
}

it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)("shows a photo upright whose camera says %i", async (orientation) => {
  const data = photo(orientation);
  expect(readRaster(data)).toMatchObject({ width, height, orientation });
  const { bytes } = await renderPdf(`<p><img src="photo.jpg" alt="A flag"></p>`, {
    title: "A photo",
    lang: "en",
    date,
    fonts,
    css: `@page { size: 300pt 200pt; margin: 0 } body, p { margin: 0; line-height: 0 } img { display: block; width: 300pt }`,
    images: () => ({ kind: "raster", data }),
  });
  const drawn = await drawnCorners(bytes);
  const stored = drawn.map(([x = 0, y = 0]) => storedAt[orientation](x, y));
  expect(stored).toEqual(corners.map(({ x, y }) => [x, y]));
});
