import type { DimensionLayout, DimensionSpec, LayoutSpec } from "../../dataset/index.ts";
import type { SheetsGuess } from "../guess-sheets.ts";
import type { Naming } from "../naming.ts";
import type { ToldElsewhere } from "../periods/said-years.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/** What dimensions are guessed from. */
export interface DimensionsInput {
  readonly survey: TableSurvey;
  readonly roles: Roles;
  /** Sheets that are a period each. */
  readonly sheets: SheetsGuess | undefined;
  /** Where a period of all figures may be told, besides above the table. */
  readonly elsewhere: ToldElsewhere;
  readonly naming: Naming;
  /** The day after which periods are still to come, where somebody says it. */
  readonly date?: string | undefined;
}

/** The dimensions found so far, to which each kind adds its own. */
export interface Guess {
  readonly dimensions: Record<string, DimensionSpec>;
  readonly layouts: Record<string, DimensionLayout>;
  /** Where blocks of rows stand that their headings tell apart. */
  tables?: LayoutSpec["tables"];
}

/** The dimension whose names stand in a column: alone, beside codes, or where an empty cell stands for something. */
export const dimensionOf = ({ ref }: ColumnSurvey, { dimensions, layouts }: Guess): string | undefined =>
  Object.keys(dimensions).find((own) => {
    const layout = layouts[own];
    if (own === ref || layout === ref) return true;
    if (typeof layout !== "object") return false;
    return (
      ("column" in layout && layout.column === ref) || ("joined" in layout && layout.joined.startsWith(`{${ref}}`))
    );
  });
