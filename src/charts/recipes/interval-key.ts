import { englishWords } from "../../language/index.ts";
import { emphasisColor } from "./emphasis.ts";
import { firstRow } from "./reference-layers.ts";
import { charactersIn, extentOf, linePx, lines, wrapped } from "./room-for-names.ts";
import { intervalParam, intervalSaid, levelSaid, type SaidInterval } from "./said-interval.ts";

/** The parameter of what is said: in English where no language says it, so that the spec can be drawn elsewhere too. */
export const intervalParamOf = (said: SaidInterval) => ({
  name: intervalParam,
  value: intervalSaid(said, levelSaid(said, false, englishWords().charts)) ?? "",
});

/** A sample of an interval, and from its left edge to the words, px. */
const samplePx = 22;
const wordsPx = samplePx + 7;

const said = lines(wrapped(intervalParam, charactersIn(0.82)));

/** A Vega expression: what the key takes, px. */
export const intervalKeyPx = `(${linePx} * length(split(${said}, '\\n')))`;

interface IntervalKeyOptions {
  /** Vega expressions: from the foot of the plot to the key, and where that begins, px. */
  readonly dy: string;
  readonly left: string;
  /** Field of an end of the intervals: without any there is nothing to explain. Asked for nothing where absent. */
  readonly end?: string;
  /** How the sample is drawn; as a line where absent. */
  readonly look?: object;
}

/** A layer below the plot that says what its intervals are, where that is known. */
export function intervalKey({
  dy,
  left,
  end,
  look = { strokeWidth: 2.5, strokeCap: "round" },
}: IntervalKeyOptions): object {
  const transform = [
    ...firstRow("keyPosition"),
    { filter: `length(${intervalParam}) > 0${end === undefined ? "" : ` && isValid(${extentOf(end)}[1])`}` },
    { calculate: "datum.hasSubject === 1 ? 0 : 1", as: "rowEmphasis" },
    { calculate: said, as: "keyText" },
  ];
  const at = (px: number) => ({ value: { expr: `${left} + ${px}` } });
  const layer = [
    {
      mark: { type: "rule", ...look },
      encoding: {
        x: at(0),
        x2: at(samplePx),
        y: { value: { expr: `height + ${dy} + ${linePx / 2}` } },
        color: emphasisColor,
      },
    },
    {
      mark: { type: "text", align: "left", baseline: "top", lineBreak: "\n", lineHeight: linePx },
      encoding: { x: at(wordsPx), y: { value: { expr: `height + ${dy}` } }, text: { field: "keyText" } },
    },
  ];
  return { transform, layer };
}
