import type { Rational } from "../numbers/rational.ts";
import type { ReasonFormat, ReasonWords } from "./reasons.ts";

/** Words between and behind the figures of reasons, with the spaces that they have. */
interface FigureJoins {
  /** Behind a distance, by its sign. */
  readonly lower: string;
  readonly higher: string;
  /** Between what publications disagree on, and the ends of what rounding leaves. */
  readonly or: string;
  readonly to: string;
  readonly uncertain: string;
}

/** Makes what prints figures in reasons, of a language that writes a size with its unit and joins them by these words. */
export function createReasonFigures(
  size: (value: Rational, format: ReasonFormat) => string,
  { lower, higher, or, to, uncertain }: FigureJoins,
): Pick<ReasonWords, "figure" | "figures"> {
  const figure: ReasonWords["figure"] = (value, format) => {
    if (format.relation === undefined) return size(value, format);
    const isEqual = format.relation === "unequal" && value.equals(0);
    return `${size(value.abs(), format)}${isEqual ? "" : value.compare(0) < 0 ? lower : higher}`;
  };
  return {
    figure,
    figures(found, format) {
      if (found === "uncertain") return uncertain;
      if (!("low" in found)) return found.map((value) => figure(value, format)).join(or);
      const [low, high] = [figure(found.low, format), figure(found.high, format)];
      return low === high ? low : `${low}${to}${high}`;
    },
  };
}
