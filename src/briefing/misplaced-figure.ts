import type { DiagnosticDetails, SourceLocation } from "../diagnostics/index.ts";
import { type CategoryNames, describeCoordinates, type Misplaced, type Mixed } from "../tracing/index.ts";

interface MisplacedFigureOptions {
  readonly names: CategoryNames;
  /** Subject of the sentence: `The chart's rows`. */
  readonly what: string;
  readonly hint: string;
  readonly source: SourceLocation;
}

/** The error of a figure that stands beside another's name. */
export function misplacedFigure(
  found: Misplaced | Mixed,
  { names, what, hint, source }: MisplacedFigureOptions,
): DiagnosticDetails {
  if (found.kind === "mixed") {
    const [one, other] = found.figures.map((figure) => `${figure.value} is of ${describeCoordinates(figure, names)}`);
    return {
      code: "misplaced-figure",
      message: `${what} set figures of several periods beside one another in "${found.field}", and do not say so: ${one}, ${other}.`,
      hint: "Give the rows the period of each figure, or take figures of one period.",
      source: { ...source, field: found.field },
    };
  }
  const { figure, field, said, count } = found;
  const value = figure.value === null ? "the figure" : String(figure.value);
  const others = count > 2 ? ` So do ${count - 1} others.` : count === 2 ? " So does another." : "";
  return {
    code: "misplaced-figure",
    message: `${what} have ${value} in "${field}" for ${said}, and it is of ${describeCoordinates(figure, names)}.${others}`,
    hint,
    source: { ...source, field: found.textField },
  };
}
