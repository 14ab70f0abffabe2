import { overMarks } from "./emphasis.ts";
import { datumField } from "./figure-label.ts";
import { lines, wrapped } from "./room-for-names.ts";

/** Transforms that leave the first row, or the first of each group: what is the same in all of them is drawn once. */
export const firstRow = (as: string, groupby: readonly string[] = []) => [
  { window: [{ op: "row_number", as }], groupby: [...groupby] },
  { filter: `datum.${as} === 1` },
];

/** A Vega expression: a figure after its name. */
export const namedFigure = (name: string, field: string, format: string) =>
  `${JSON.stringify(/[0-9٠-٩]/.test(name) ? `${name}: ` : `${name} `)} + format(${datumField(field)}, ${JSON.stringify(format)})`;

export interface ReferenceOptions {
  /** Field of a figure that is the same in every row. */
  readonly reference: string;
  readonly title: string;
  readonly format: string;
  /** A Vega expression: its name is written in lines of so many characters. */
  readonly wrapAt: string | undefined;
  /** A layer that draws a line at the figure, and one that writes its name and itself, without what is written. */
  readonly rule: { readonly mark: object; readonly encoding: object };
  readonly text: { readonly mark: object; readonly encoding: object };
}

/** A line across all, and its name with the figure. */
export function referenceLayers({ reference, title, format, wrapAt, rule, text }: ReferenceOptions): {
  readonly rule: object;
  readonly name: object;
} {
  const once = [...firstRow("referencePosition"), { filter: `isValid(${datumField(reference)})` }];
  const label = namedFigure(title, reference, format);
  return {
    rule: { transform: once, mark: { type: "rule", ...rule.mark }, encoding: rule.encoding },
    name: {
      transform: [
        ...once,
        { calculate: wrapAt === undefined ? label : lines(wrapped(label, wrapAt)), as: "referenceLabel" },
      ],
      mark: { type: "text", style: overMarks, ...text.mark },
      encoding: { ...text.encoding, text: { field: "referenceLabel" } },
    },
  };
}
