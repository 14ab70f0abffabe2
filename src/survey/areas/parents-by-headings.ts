import type { DatasetSpec, LayoutSpec } from "../../dataset/index.ts";
import { categoryId } from "../../dataset/index.ts";
import { dimensionOf } from "../dimensions/dimensions-guess.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { isAreaName } from "./find-area.ts";

/** Dimensions, and what holds the areas of one of them. */
interface HeadedAreas {
  readonly dimensions: DatasetSpec["dimensions"];
  readonly layouts: NonNullable<LayoutSpec["dimensions"]>;
  readonly parents?: LayoutSpec["parents"];
}

/** So many areas are below each heading, on average; of fewer areas nobody asks. */
const [fewestHeld, fewestAreas] = [2, 8];

/**
 * Headings between rows that are of areas, each over areas of its own, as what holds these: `East Midlands` above its trusts. As a dimension they would be crossed with
 * them, and nearly all of that is not there.
 */
export function withParentHeadings(
  { dimensions, layouts }: HeadedAreas,
  { survey, roles, remarks }: { readonly survey: TableSurvey; readonly roles: Roles; readonly remarks: Remarks },
): HeadedAreas {
  const { area, section } = roles;
  const id = area && dimensionOf(area, { dimensions, layouts });
  const [above, layout] = Object.entries(layouts).find(([, own]) => typeof own === "object" && "heading" in own) ?? [];
  const own = dimensions[above ?? ""];
  const isOfAreas = own !== undefined && own.role !== "time" && own.total === undefined && isAreaName(own.label);
  if (!area || !section || id === undefined || above === undefined || !isOfAreas) return { dimensions, layouts };
  if (typeof layout !== "object" || !("heading" in layout) || !holdEach(survey, area.index, section.index))
    return { dimensions, layouts };
  for (const field of [...remarks.all.keys()])
    if (`${field}.`.startsWith(`dimensions.${above}.`)) remarks.remove(field);
  remarks.remove(`layout.dimensions.${above}`);
  remarks.add(
    "layout.parents",
    guessedFrom(
      "its labels",
      `The headings between rows were taken for what holds the areas below each ("${own.label}").`,
    ),
  );
  const without = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key !== above));
  return { dimensions: without(dimensions), layouts: without(layouts), parents: { [id]: layout } };
}

/** Whether each area stands in one row, below one of several headings, and no heading is called as an area. */
function holdEach({ sheet, rows }: TableSurvey, area: number, section: number): boolean {
  const names = Array.from(rows, (row) => categoryId(textIn(sheet, row, area)));
  const headings = Array.from(rows, (row) => categoryId(textIn(sheet, row, section)));
  const wholes = new Set(headings);
  return (
    names.length >= fewestAreas &&
    new Set(names).size === names.length &&
    wholes.size > 1 &&
    wholes.size * fewestHeld <= names.length &&
    !wholes.has("") &&
    !names.some((name) => name === "" || wholes.has(name))
  );
}
