import { describeBars } from "./bars.ts";
import { describeLines } from "./lines.ts";
import { describePoints } from "./points.ts";
import type { Describe } from "./reading.ts";

export interface AltKind {
  /** What the chart is called. */
  readonly name: string;
  readonly describe: Describe;
}

/** How each mark is described. A new mark is one line here, and a file if it reads like none of these. */
export const altKinds: ReadonlyMap<string, AltKind> = new Map([
  ["bar", { name: "Bar chart", describe: describeBars }],
  ["line", { name: "Line chart", describe: describeLines }],
  ["trail", { name: "Line chart", describe: describeLines }],
  ["area", { name: "Area chart", describe: describeLines }],
  ["arc", { name: "Pie chart", describe: describeBars }],
  ["point", { name: "Dot chart", describe: describePoints }],
  ["circle", { name: "Dot chart", describe: describePoints }],
  ["square", { name: "Dot chart", describe: describePoints }],
  ["tick", { name: "Strip chart", describe: describePoints }],
]);
