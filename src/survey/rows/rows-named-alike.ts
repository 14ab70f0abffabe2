import { groupBy, type LayoutSpec } from "../../dataset/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import type { Roles } from "./column-roles.ts";
import type { AlikeRows } from "./tell-apart.ts";

interface AlikeInput {
  readonly survey: TableSurvey;
  readonly roles: Roles;
  readonly layouts: NonNullable<LayoutSpec["dimensions"]>;
}

/** So many names stand in a remark. */
const mostNames = 3;

/** Says of rows that are named alike and have different figures, none of which is read, which they are, and what reads them. */
export function sayLeftOut({ survey, roles, layouts }: AlikeInput, { by }: AlikeRows): string {
  const { sheet, rows } = survey;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const { period, long, vintage, section, block, wide } = roles;
  const apart = [...by, ...(period?.columns ?? []), long?.measure, vintage, section, block, wide?.joined?.column];
  // A name that is put together with a code beside it tells apart what that does.
  const joined = Object.values(layouts).flatMap((own) =>
    typeof own === "object" && "joined" in own ? own.joined : [],
  );
  const named = survey.columns.filter(({ ref }) => joined.some((text) => text.includes(`{${ref}}`)));
  const telling = [...apart.flatMap((own) => own ?? []), ...named];
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const groups = groupBy(rows, (row) => JSON.stringify(telling.map((own) => textAt(row, own))));
  const differ = [...groups.values()].filter(
    (own) => new Set(own.map((row) => JSON.stringify(figures.map((column) => textAt(row, column))))).size > 1,
  );
  const rowsNamed = differ.slice(0, mostNames).map((own) => {
    const names = by.map((column) => textAt(own[0] as number, column)).filter(Boolean);
    return `"${names.join(", ")}" in rows ${own.map((row) => sheet.rowNumbers[row]).join(" and ")}`;
  });
  const more = differ.length > mostNames ? `, and ${differ.length - mostNames} more` : "";
  const which = rowsNamed.length > 0 ? `: ${rowsNamed.join("; ")}${more}` : "";
  const same = [...(period ? ["period"] : []), ...by.map(({ name, ref }) => `"${name === "" ? ref : name}"`)];
  return `A few rows have the same ${same.join(", ")} and different figures, none of which is read${which}. Where one is a mistake, correct the data;${byRow(by, layouts)} where they are of different things, tell them apart by a column more.`;
}

/** How a layout tells rows apart by their numbers, where one column names them. */
function byRow([own, other]: readonly ColumnSurvey[], layouts: AlikeInput["layouts"]): string {
  const [id] = Object.entries(layouts).find(([, layout]) => layout === own?.ref) ?? [];
  if (own === undefined || other !== undefined || id === undefined) return "";
  return ` to read all, each called by its row too, say ${id}: { rowNumber: "{${own.ref}} (row {})" } in layout.dimensions, without repeatedRows;`;
}
