import { type ChartRow, decimalsShown, type FormatValue } from "../charts/index.ts";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import { exact, type Words } from "../language/index.ts";
import {
  type CategoryNames,
  checkSaidFigures,
  describeCoordinates,
  type SaidFigure,
  type TracedFigure,
} from "../tracing/index.ts";
import type { RowOrigins } from "./traced-rows.ts";

interface CheckAltFiguresOptions {
  readonly id: string;
  readonly text: string;
  readonly field: "alt" | "longDescription";
  readonly origins: RowOrigins;
  readonly formatValue: FormatValue;
  readonly words: Words;
  readonly names: CategoryNames;
  readonly timeDimensions: ReadonlySet<string>;
}

const written = /\p{N}+(?:[.,:/–-]?\p{N}+)*/gu;

/** Figures of a chart's alt text that are of another area or period than the text speaks of there. */
export function checkAltFigures(options: CheckAltFiguresOptions): readonly DiagnosticDetails[] {
  const { id, text, field, origins, names, timeDimensions } = options;
  const forms = formsOf(origins, options);
  const said = [...text.matchAll(written)].map(
    ({ 0: found, index }): SaidFigure => ({ index, text: found, figures: forms.get(found) ?? [] }),
  );
  return checkSaidFigures(text, said, { names, timeDimensions }).map(({ said: figure, about }) => {
    const [first] = figure.figures;
    const named = [...new Set(about.map((category) => names.labelOf(category)))].join(", ");
    return {
      code: "misplaced-figure",
      message: `The figure "${figure.text}" in the chart's ${field === "alt" ? "alt text" : "long description"} is of ${first ? describeCoordinates(first, names) : "another place"}, where the text speaks of ${named}: "${text}".`,
      hint: "Name the area and the period of each figure where it stands.",
      source: { id, field },
    };
  });
}

/** The rows' figures by the ways in which a text may write them. */
function formsOf(
  origins: RowOrigins,
  { formatValue, words }: CheckAltFiguresOptions,
): ReadonlyMap<string, readonly TracedFigure[]> {
  const forms = new Map<string, TracedFigure[]>();
  const add = (form: string, figure: TracedFigure) => {
    const [digits] = /\p{N}+(?:[.,:/–-]?\p{N}+)*/u.exec(form) ?? [];
    if (digits === undefined) return;
    const known = forms.get(digits);
    if (known) known.push(figure);
    else forms.set(digits, [figure]);
  };
  for (const [row, figures] of origins) {
    for (const [field, figure] of figures) {
      const value = (row as ChartRow)[field];
      if (typeof value !== "number") continue;
      const forms = [
        String(value),
        formatValue(value, field),
        words.numbers.decimal(exact(value), decimalsShown(value)),
      ];
      for (const form of new Set(forms)) add(form, figure);
    }
  }
  return forms;
}
