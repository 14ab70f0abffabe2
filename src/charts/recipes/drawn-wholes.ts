import { fieldReference } from "../spec/encoded-field.ts";
import { datumField } from "./figure-label.ts";

/** What shares may be rounded to: per cent, or tenths or hundredths of them. */
const roundedUnits = [0.01, 0.001, 0.0001];

/** Of up to eight parts, rounding takes hardly ever more than this from a whole, in what they are rounded to: what lacks three is not all. */
const mostRoundedOff = 2;

export interface DrawnWholesOptions {
  /** Field of the shares. */
  readonly share: string;
  /** Field of the bars. */
  readonly bar: string;
  /** A Vega expression: whether a row is a part of its bar; all are where it is absent. A bar without a part that has a share is no whole. */
  readonly isPart?: string;
}

/** Transforms: what the shares of a bar add up to, whether they are those of a whole but for their rounding, and what each is then drawn as a part of. */
export function drawnWholes({ share, bar, isPart = "true" }: DrawnWholesOptions): readonly object[] {
  const figure = datumField(share);
  const unit = roundedUnits.reduceRight(
    (finer, own) => `abs(${figure} / ${own} - round(${figure} / ${own})) < 1e-6 ? ${own} : ${finer}`,
    "0",
  );
  return [
    { calculate: `isValid(${figure}) ? (${isPart} ? (${unit}) : ${figure} > 0 ? -1 : 0) : 0`, as: "ownUnit" },
    { calculate: `${isPart} ? ${figure} : 0`, as: "partShare" },
    {
      joinaggregate: [
        { op: "sum", field: "partShare", as: "ownWhole" },
        { op: "count", as: "partCount" },
        { op: "min", field: "ownUnit", as: "roundedTo" },
      ],
      groupby: [fieldReference(bar)],
    },
    {
      calculate: `abs(datum.ownWhole - 1) <= datum.roundedTo * min(${mostRoundedOff}, datum.partCount / 2) + 1e-9`,
      as: "isRounded",
    },
    { calculate: "datum.isRounded ? datum.ownWhole : 1", as: "drawnWhole" },
    { calculate: "max(1, datum.ownWhole / datum.drawnWhole)", as: "ownEnd" },
    { joinaggregate: [{ op: "max", field: "ownEnd", as: "scaleEnd" }] },
  ];
}
