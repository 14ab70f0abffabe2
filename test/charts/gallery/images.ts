import { layers, n, plot, q, type Specs } from "./plot.ts";
import { areas } from "./rows.ts";

/** A disc of 16 by 16 px with clear corners. */
const disc =
  "data:image/png;base64," +
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAQ0lEQVR42mNgoDYQcs79jw9TpBmvIcRqxmoINgWHwnlQMF5DCGnG" +
  "ZQhWA3BpxmbIcDWA4kAkKxopTkhUScpUyUzkAAANH0HYKn1CAgAAAABJRU5ErkJggg==";
/** Stripes, 18 by 9 px. */
const flag =
  "data:image/png;base64," +
  "iVBORw0KGgoAAAANSUhEUgAAABIAAAAJCAYAAAA/33wPAAAAJ0lEQVR42mPQmtv/nxqYYfAZ9J9KYBAa1Fd9/j82fCichyQ8+AwC" +
  "ADh41VQoVQH4AAAAAElFTkSuQmCC";

export const imageSpecs: Specs = {
  "image-points": plot(
    areas.map((row) => ({ ...row, picture: disc })),
    { type: "image", width: 24, height: 24 },
    { x: q("rate"), y: q("n"), url: n("picture") },
  ),
  "image-aspect": plot(
    areas.map((row, index) => ({ ...row, picture: index % 2 ? disc : flag })),
    { type: "image", width: 40, height: 20, aspect: true },
    { x: q("rate"), y: q("n"), url: n("picture") },
  ),
  "image-stretched": plot(
    areas.map((row, index) => ({ ...row, picture: index % 2 ? disc : flag })),
    { type: "image", width: 16, height: 40, aspect: false, opacity: 0.6, align: "right", baseline: "bottom" },
    { x: q("rate"), y: q("n"), url: n("picture") },
  ),
  "image-and-labels": layers(areas, { y: n("area"), x: q("n") }, [
    { mark: "bar" },
    { mark: { type: "image", url: flag, width: 18, height: 9, xOffset: 14 } },
    { mark: { type: "text", align: "left", dx: 28 }, encoding: { text: q("n") } },
  ]),
};
