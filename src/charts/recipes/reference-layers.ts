import { datumField } from "./figure-label.ts";

/** Transforms that leave the first row, or the first of each group: what is the same in all of them is drawn once. */
export const firstRow = (as: string, groupby: readonly string[] = []) => [
  { window: [{ op: "row_number", as }], groupby: [...groupby] },
  { filter: `datum.${as} === 1` },
];

/** A Vega expression: a figure after its name. */
const namedFigure = (name: string, field: string, format: string) =>
  `${JSON.stringify(`${name} `)} + format(${datumField(field)}, ${JSON.stringify(format)})`;

export interface ReferenceOptions {
  /** Field of a figure that is the same in every row; nothing is drawn where absent. */
  readonly reference: string | undefined;
  readonly title: string | undefined;
  readonly format: string;
  /** A layer that draws a line at the figure, and one that writes its name and itself, without what is written. */
  readonly rule: (reference: string) => { readonly mark?: object; readonly encoding: object };
  readonly text: (reference: string) => { readonly mark: object; readonly encoding: object };
}

/** A line across all, and its name with the figure. */
export function referenceLayers({ reference, title, format, rule, text }: ReferenceOptions): object[] {
  if (reference === undefined) return [];
  const once = [...firstRow("referencePosition"), { filter: `isValid(${datumField(reference)})` }];
  const line = rule(reference);
  const label = text(reference);
  return [
    { transform: once, mark: { type: "rule", ...line.mark }, encoding: line.encoding },
    {
      transform: [...once, { calculate: namedFigure(title ?? reference, reference, format), as: "referenceLabel" }],
      mark: { type: "text", ...label.mark },
      encoding: { ...label.encoding, text: { field: "referenceLabel" } },
    },
  ];
}
