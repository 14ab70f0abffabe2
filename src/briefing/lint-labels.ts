import type { Dataset } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";

/** So many labels are named; the rest are counted. */
const shown = 3;

const percentage = /\p{N}\s?[%‰]/u;
/** What goes on after a name as a sentence or a remark does. */
const remark = /[,:;(–—]/u;

interface SayingLabels {
  /** Opens the message: `Labels of measures say`. */
  readonly what: string;
  readonly labels: readonly string[];
  readonly hint: string;
}

/**
 * Labels that say a figure as a sentence would, in digits (`Kent rose 999%`) where they come with the data, in words (`Kent, where
 * offences doubled`) wherever they come from. They print as names, which nobody traces. Bands, ages and years are names (`16-17`,
 * `Under 5`, `Zone 3`), and so is a number at the start of one (`Two children`, `Three or more`).
 */
export function lintLabels(
  datasets: Iterable<Dataset>,
  { figureAffixes: { moves, bands }, saidFigures }: Pick<Words, "figureAffixes" | "saidFigures">,
): readonly Diagnostic[] {
  const saysDigits = (label: string) =>
    /\p{N}/u.test(label) && !bands.test(label) && (moves.test(label) || percentage.test(label));
  const saysWords = (label: string) => {
    const [said] = saidFigures(label);
    return said !== undefined && (remark.test(label.slice(0, said.index)) || moves.test(label));
  };

  const report = ({ id }: Dataset, field: string, { what, labels, hint }: SayingLabels) => {
    if (labels.length === 0) return [];
    const named = labels.slice(0, shown).map((label) => JSON.stringify(label));
    const others = labels.length > shown ? ` and ${labels.length - shown} more` : "";
    return [
      {
        code: "label-says-figure" as const,
        severity: "warning" as const,
        message: `${what} figures that nobody can trace: ${named.join(", ")}${others}.`,
        hint,
        source: { id, field },
      },
    ];
  };

  return [...datasets].flatMap((dataset): readonly Diagnostic[] => {
    const { dimensions, measures } = dataset.definition.spec;
    const ofDimensions = Object.entries(dimensions).flatMap(([dimension, spec]) => {
      if (spec.role === "time") return [];
      const declared = new Set(spec.categories?.map(({ id }) => id));
      const labels = dataset.categories(dimension);
      const given = labels.filter(({ id, label }) => !declared.has(id) && (saysDigits(label) || saysWords(label)));
      const defined = labels.filter(({ id, label }) => declared.has(id) && saysWords(label));
      return [
        ...report(dataset, dimension, {
          what: `Labels of ${dimension} in the data say`,
          labels: given.map(({ label }) => label),
          hint: `List them in the definition's categories of ${dimension}, with a name each and the label of the data among its aliases.`,
        }),
        ...report(dataset, dimension, {
          what: `Labels of ${dimension} in the definition say`,
          labels: defined.map(({ label }) => label),
          hint: "Let a label be a name: figures are claims.",
        }),
      ];
    });
    const ofMeasures = Object.values(measures).flatMap(({ label }) => (saysWords(label) ? [label] : []));
    return [
      ...ofDimensions,
      ...report(dataset, "measures", {
        what: "Labels of measures say",
        labels: ofMeasures,
        hint: "Let a label be a name: figures are claims.",
      }),
    ];
  });
}
