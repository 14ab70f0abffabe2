import type { Diagnostics } from "../diagnostics/index.ts";
import { cellText } from "../tables/index.ts";
import type { DatasetSpec } from "./definition.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { CellParser } from "./parse-cell.ts";

/** What is seen of the figures of a share. */
interface SeenShare {
  figures: number;
  /** None is more than one, and none was written as a percentage. */
  mayBeFractions: boolean;
  /** Some are neither none nor all. */
  hasParts: boolean;
}

export interface ShareWatch {
  /** The same parser, which is watched. */
  readonly parseCell: CellParser;
  /** Warns of measures whose figures look like fractions, and are read as percentages. */
  report(diagnostics: Diagnostics): void;
}

/** So few figures tell nothing. */
const fewFigures = 3;

/** Looks at the figures of shares as they are read: 0.25 of one is a quarter, and of a hundred a quarter of one percent. */
export function watchShares(parseCell: CellParser, { measures }: DatasetSpec): ShareWatch {
  const watched = new Map<MeasureSpec, SeenShare>();
  for (const measure of Object.values(measures))
    if (measure.statType === "share" && measure.fractions === undefined)
      watched.set(measure, { figures: 0, mayBeFractions: true, hasParts: false });
  if (watched.size === 0) return { parseCell, report() {} };

  const watching: CellParser = Object.assign(
    ((raw, measure) => {
      const parsed = parseCell(raw, measure);
      const seen = watched.get(measure);
      if (!seen?.mayBeFractions || typeof parsed === "string" || parsed.cell.state !== "value") return parsed;
      const { value } = parsed.cell;
      seen.figures += 1;
      seen.mayBeFractions = Math.abs(value) <= 1 && !(raw !== null && cellText(raw).includes("%"));
      seen.hasParts ||= !Number.isInteger(value);
      return parsed;
    }) satisfies (...given: Parameters<CellParser>) => ReturnType<CellParser>,
    { isFigure: parseCell.isFigure },
  );
  return {
    parseCell: watching,
    report(diagnostics) {
      for (const [name, measure] of Object.entries(measures)) {
        const seen = watched.get(measure);
        if (!seen?.mayBeFractions || !seen.hasParts || seen.figures < fewFigures) continue;
        diagnostics.warn({
          code: "fractions-as-percentages",
          message: `All figures of the share "${name}" are between 0 and 1: a half, 0.5, is printed as 0.5%.`,
          hint: "Add to the measure: fractions: true, where 0.5 is a half; fractions: false, where it is half of one percent.",
          source: { field: `measures.${name}` },
        });
      }
    },
  };
}
