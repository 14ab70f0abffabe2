import { quantitative } from "./channels.ts";
import { extentOf, figureAxis } from "./room-for-names.ts";

/** A scale of figures along which each row is a dot. */
export const dotScale = (field: string, title: string | undefined, format: string) =>
  quantitative(field, title, {
    axis: { ...figureAxis(field, format), grid: false, domain: true, ticks: true, tickSize: 4 },
    // Not from the data of the marks: where the dots stand is worked out from the scale.
    scale: { domain: [{ expr: `${extentOf(field)}[0]` }, { expr: `${extentOf(field)}[1]` }], nice: true, zero: false },
  });
