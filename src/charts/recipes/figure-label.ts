import { gapMarkers } from "../../dataset/index.ts";

/** Fields that the recipes compute beside the rows' own. */
export const labelField = "figureLabel";
export const labelPosition = "figureLabelAt";
/** The rows that a label names beside its own: lines that have gaps in the same periods, areas whose figures are printed alike. */
export const listedRows = "listedRows";

/** A Vega expression for a field of a row, whatever its name. */
export const datumField = (field: string) => `datum[${JSON.stringify(field)}]`;

/** What stands where no row says why there is no figure. A Vega expression. */
export const missingLabel = `'${gapMarkers.missing}'`;

/** What stands where there is no figure, by whether disclosure control hid it. A Vega expression. */
export const gapLabel = `datum.state === 'suppressed' ? '${gapMarkers.suppressed}' : ${missingLabel}`;

/** A d3 number format, or the parameter that has it. */
export type FigureFormat = string | { readonly param: string };

/** A Vega expression for it. */
export const formatCode = (format: FigureFormat): string =>
  typeof format === "string" ? JSON.stringify(format) : format.param;

/** A Vega expression: the figure of a field as text, or why there is none. */
export const figureText = (field: string, format: FigureFormat) =>
  `isValid(${datumField(field)}) ? format(${datumField(field)}, ${formatCode(format)}) : ${gapLabel}`;

/** Transforms that write each figure as text and say where it goes. A gap is not left unexplained. */
export function figureLabels(field: string, format: FigureFormat) {
  const value = datumField(field);
  return [
    { calculate: figureText(field, format), as: labelField },
    { calculate: `isValid(${value}) ? ${value} : 0`, as: labelPosition },
  ];
}

/** What a recipe's figures look like: a d3 number format. `,` writes every digit that a count has. */
export const defaultFormat = ",";

/** Labels of a scale: with the decimals that its steps have, which are round, and not those of the figures; of money with its sign, as these. */
export const tickFormat = (format: string) =>
  format.endsWith("%") ? ",.4~%" : `${writesMoney.test(format) ? "$" : ""},.6~r`;

/** A d3 number format with the currency's sign, before its width and its decimals. */
const writesMoney = /^(?:.?[<>=^])?[+\-( ]?\$/;

/** Letters that are written from right to left. */
const rightToLeft = "regexp('[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]')";

/** A Vega expression: what stands between a name and its figure. Behind a name that has digits of its own also a colon: `80+ 1` reads as one figure. */
export const besideName = (name: string) => `(test(regexp('[0-9٠-٩]'), '' + ${name}) ? ': ' : ' ')`;

/**
 * A Vega expression: a name and its figure, Vega expressions both. Behind letters from right to left a minus stands on the other side of its figure,
 * between it and the name: a figure below zero then stands before the name.
 */
export const nameWithFigure = (name: string, figure: string, value: string, gap = besideName(name)) =>
  `(isValid(${value}) && ${value} < 0 && test(${rightToLeft}, ${name}) ? (${figure}) + ${gap} + ${name} : ${name} + ${gap} + (${figure}))`;
