import { quantitative } from "./channels.ts";
import { extentOf, figureAxis } from "./room-for-names.ts";

/** The axis of a scale along which each row is a mark of its own. */
export const dotAxis = (field: string, format: string) => ({
  ...figureAxis(field, format),
  grid: false,
  domain: true,
  ticks: true,
  tickSize: 4,
});

/** The ends of a scale, Vega expressions both, moved apart where a line to compare with lies beyond them. */
export function compared([low, high]: readonly [low: string, high: string], fields: readonly string[]) {
  const wider = (of: "min" | "max", own: string, end: 0 | 1) =>
    fields.reduce((sofar, field) => {
      const other = `${extentOf(field)}[${end}]`;
      return `(isValid(${other}) ? ${of}(${sofar}, ${other}) : ${sofar})`;
    }, own);
  return [{ expr: wider("min", low, 0) }, { expr: wider("max", high, 1) }];
}

/** A scale of figures along which each row is a dot, and on which the lines to compare with are. */
export const dotScale = (field: string, title: string | undefined, format: string, lines: readonly string[]) =>
  quantitative(field, title, {
    axis: dotAxis(field, format),
    // Not from the data of the marks: where the dots stand is worked out from the scale.
    scale: { domain: compared([`${extentOf(field)}[0]`, `${extentOf(field)}[1]`], lines), nice: true, zero: false },
  });
