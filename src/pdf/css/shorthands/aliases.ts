import type { Shorthand } from "../property.ts";

/** Names that mean another property: logical ones (lines run from top to bottom), and the old names that CSS keeps. */
const otherNames: Readonly<Record<string, string>> = {
  "inset-block-start": "top",
  "inset-block-end": "bottom",
  "margin-block-start": "margin-top",
  "margin-block-end": "margin-bottom",
  "padding-block-start": "padding-top",
  "padding-block-end": "padding-bottom",
  "border-block-start": "border-top",
  "border-block-end": "border-bottom",
  "inline-size": "width",
  "block-size": "height",
  "min-inline-size": "min-width",
  "max-inline-size": "max-width",
  "min-block-size": "min-height",
  "max-block-size": "max-height",
  "page-break-before": "break-before",
  "page-break-after": "break-after",
  "page-break-inside": "break-inside",
  "word-wrap": "overflow-wrap",
  "-webkit-background-clip": "background-clip",
  "grid-gap": "gap",
  "grid-row-gap": "row-gap",
  "grid-column-gap": "column-gap",
};

export const aliases: readonly Shorthand[] = Object.entries(otherNames).map(([name, target]) => ({
  name,
  longhands: [target],
  values: `as \`${target}\``,
  expand: (nodes) => ({ [target]: nodes }),
}));
