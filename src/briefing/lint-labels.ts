import type { Dataset } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";

/** So many labels are named; the rest are counted. */
const shown = 3;

const percentage = /\p{N}\s?[%‰]/u;

/**
 * Labels that come with the data, and not from the definition, and that say a figure as a sentence would: `Kent rose 999%`.
 * They print as names, which nobody traces. Bands, ages and years are names (`16-17`, `Under 5`, `Zone 3`).
 */
export function lintLabels(
  datasets: Iterable<Dataset>,
  { besideFigures: { moves, bands } }: Pick<Words, "besideFigures">,
): readonly Diagnostic[] {
  const saysFigure = (label: string) =>
    /\p{N}/u.test(label) && !bands.test(label) && (moves.test(label) || percentage.test(label));
  return [...datasets].flatMap((dataset) =>
    Object.entries(dataset.definition.spec.dimensions).flatMap(([dimension, spec]): Diagnostic[] => {
      if (spec.role === "time") return [];
      const declared = new Set(spec.categories?.map(({ id }) => id));
      const found = dataset
        .categories(dimension)
        .filter(({ id, label }) => !declared.has(id) && saysFigure(label))
        .map(({ label }) => JSON.stringify(label));
      if (found.length === 0) return [];
      const others = found.length > shown ? ` and ${found.length - shown} more` : "";
      return [
        {
          code: "label-says-figure",
          severity: "warning",
          message: `Labels of ${dimension} in the data say figures that nobody can trace: ${found.slice(0, shown).join(", ")}${others}.`,
          hint: `List them in the definition's categories of ${dimension}, with a name each and the label of the data among its aliases.`,
          source: { id: dataset.id, field: dimension },
        },
      ];
    }),
  );
}
