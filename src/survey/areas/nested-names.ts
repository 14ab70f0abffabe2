import { categoryId, type DatasetSpec, isAdditive } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";

/** The regions of England, as one and as several are called. */
const region =
  /^(?:north east|north west|yorkshire (?:and|&) (?:the )?humber(?:side)?|east midlands|west midlands|east(?: of england| anglia)?|south east|south west|london|merseyside)(?: region)?$/iu;
const nation = /^england$/iu;
/** So many of them are all but a few. */
const fewestRegions = 5;

/**
 * Dimensions whose area England, among the nations of the United Kingdom, holds its regions that stand beside it, by their names: it is ranked among none of
 * them. Of what adds up, the figures say what holds what; where all is of England, it is the total.
 */
export function withHeldByNames(
  dimensions: DatasetSpec["dimensions"],
  {
    roles: { area, codes, section },
    measures,
    remarks,
  }: {
    readonly roles: Pick<Roles, "area" | "codes" | "section">;
    readonly measures: DatasetSpec["measures"];
    readonly remarks: Remarks;
  },
): DatasetSpec["dimensions"] {
  const [id, own] = Object.entries(dimensions).find(([, { role }]) => role === "area") ?? [];
  const isOpen = own !== undefined && own.role !== "time" && !own.holds && !own.categories && !own.aliases;
  // Rows of a heading between rows are left out by nothing that stands in them: it is declared whatever is counted.
  const isSection = area === undefined && section !== undefined;
  const texts = (isSection ? section : area)?.texts ?? [];
  const isTold = area !== undefined && (codes.has(area) || Object.values(measures).some(isAdditive));
  if (id === undefined || !isOpen || isTold) return dimensions;
  const whole = texts.find((text) => nation.test(text.trim()));
  const regions = texts.filter((text) => region.test(text.trim()));
  if (whole === undefined || categoryId(whole) === own.total || regions.length < fewestRegions) return dimensions;
  remarks.add(`dimensions.${id}.holds`, regionsOfEngland);
  return { ...dimensions, [id]: { ...own, holds: { [categoryId(whole)]: regions.map(categoryId) } } };
}

const regionsOfEngland = guessedFrom(
  "its labels",
  "The regions of England, by their names, so that it is not ranked among them.",
);
