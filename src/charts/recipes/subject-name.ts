import { fieldReference } from "../spec/encoded-field.ts";
import { besideName, datumField, defaultFormat, labelField, nameWithFigure } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { charactersIn, figureCharacters, linePx, lines, wrapped } from "./room-for-names.ts";
import { anyFigure } from "./spread-labels.ts";

/** A Vega expression: characters of a line of the name of the one that stands out, which is bold, on a plot that is as wide as the picture. */
export const subjectCharacters = charactersIn(0.88);

/** A parameter: what that name takes at the top of a plot below its first line, px. Nothing, but of a name that is longer than the picture is wide. */
export const subjectRest = "subjectRest";

/** The parameter: of the first row that is marked. */
export function subjectNameParam(
  { category, value, highlight = "highlight", format = defaultFormat }: HighlightedFiguresOptions,
  characters = subjectCharacters,
): object {
  const marks = `pluck(data('data'), ${JSON.stringify(fieldReference(highlight))})`;
  const name = `('' + data('data')[max(0, indexof(${marks}, true))][${JSON.stringify(category)}])`;
  const figure = anyFigure(figureCharacters(value, format));
  const text = lines(wrapped(`${name} + ${besideName(name)} + ${figure}`, characters));
  return {
    name: subjectRest,
    expr: `indexof(${marks}, true) < 0 ? 0 : ${linePx} * (length(split(${text}, '\\n')) - 1)`,
  };
}

/** The transform that writes the name with its figure, in as many lines as it takes. */
export const subjectName = (
  { category, value }: Pick<HighlightedFiguresOptions, "category" | "value">,
  as: string,
  characters = subjectCharacters,
) => ({
  calculate: lines(wrapped(nameWithFigure(datumField(category), `datum.${labelField}`, datumField(value)), characters)),
  as,
});

/** Properties of the mark that has it. */
export const subjectMark = { baseline: "top", fontWeight: "bold", lineBreak: "\n", lineHeight: linePx } as const;
