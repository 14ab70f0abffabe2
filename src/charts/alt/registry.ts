import type { ChartKindName } from "../../claims/index.ts";
import { describeBars } from "./bars.ts";
import { describeLines } from "./lines.ts";
import { describePoints } from "./points.ts";
import type { Describe } from "./reading.ts";

export interface AltKind {
  /** What the chart is called, in the words of each language. */
  readonly name: ChartKindName;
  readonly describe: Describe;
}

/** How each mark is described. A new mark is one line here, and a file if it reads like none of these. */
export const altKinds: ReadonlyMap<string, AltKind> = new Map<string, AltKind>([
  ["bar", { name: "bar", describe: describeBars }],
  ["line", { name: "line", describe: describeLines }],
  ["trail", { name: "line", describe: describeLines }],
  ["area", { name: "area", describe: describeLines }],
  ["arc", { name: "pie", describe: describeBars }],
  ["point", { name: "dot", describe: describePoints }],
  ["circle", { name: "dot", describe: describePoints }],
  ["square", { name: "dot", describe: describePoints }],
  ["tick", { name: "strip", describe: describePoints }],
]);
