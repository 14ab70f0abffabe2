import type { Remarks } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

/** Says of rows that have the names of another one, and say nothing else, that they do: they may be of what no column tells. */
export function remarkOnNamedAgain(survey: TableSurvey, roles: Roles, remarks: Remarks): void {
  const again = rowsNamedAgain(survey, roles);
  if (again > 0) remarks.also("dimensions", namedAgain(again));
}

function rowsNamedAgain({ sheet, rows }: TableSurvey, roles: Roles): number {
  const { alike, wide, long, section, block, downwards, naming, codes, area, period, vintage, figures } = roles;
  // Of rows that are counted, each is one more.
  if (figures.length === 0 && !wide && !long) return 0;
  // Elsewhere other cells than those of its own row name it.
  if (alike || wide || section || downwards.length > 0 || naming.length === 0) return 0;
  const columns = new Set(
    [...naming, ...codes.values(), area, ...(period?.columns ?? []), long?.measure, vintage, block].flatMap(
      (own) => own ?? [],
    ),
  );
  const seen = new Set<string>();
  for (const row of rows) seen.add(JSON.stringify([...columns].map(({ index }) => textIn(sheet, row, index))));
  return rows.length - seen.size;
}

const namedAgain = (rows: number): string =>
  `${rows === 1 ? "One row is" : `${rows} rows are`} named as others are, and say${rows === 1 ? "s" : ""} the same or nothing: where they are of something else, name the column that tells it.`;
