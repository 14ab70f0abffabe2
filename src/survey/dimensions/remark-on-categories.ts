import { areOfTwoLetters } from "../areas/area-names.ts";
import { isNameOfAverage } from "../areas/average-names.ts";
import type { Remarks } from "../remarks.ts";
import { furtherTotals } from "../sums/further-totals.ts";
import {
  kindsOfAreas,
  ofOthers,
  overlapping,
  overlappingRanges,
  partByName,
  withinByName,
} from "../sums/parts-by-name.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import type { DimensionsInput } from "./dimensions-guess.ts";
import { areCodes, codesWithin, dottedWithin, doubtOfNames, nestedCodes } from "./names-as-codes.ts";
import { remarkOnTimes } from "./names-as-times.ts";
import { furtherAmong } from "./wholes-among.ts";

/** Of so few names, two that are what is left are of two ways to divide the same. */
const mostWithRests = 12;
const severalRests = (rests: readonly string[]): string =>
  `${rests.map((text) => `"${text}"`).join(" and ")} may be what is left of the same, divided in several ways: then add up none across them, and compare those of one way alone (layout.rows).`;

/** What the names of categories leave open. */
export function remarkOnCategories(
  field: string,
  column: ColumnSurvey,
  {
    survey,
    roles,
    remarks,
    whole,
  }: Pick<DimensionsInput, "survey" | "roles"> & { readonly remarks: Remarks; readonly whole: string | undefined },
): void {
  const kinds = [...roles.attributes].find(
    ([{ name, texts }, by]) =>
      by === column && ((texts.length <= 12 && kindsIn(texts) > 1) || areOneOrOther(name, texts)),
  );
  const isOfCodes = areCodes(column);
  const further = furtherAmong(survey, column, { roles, whole, isOfCodes });
  if (further.length > 0 && !(roles.area === column && kinds)) remarks.add(field, furtherTotals(further));
  // `Other regions`, `Other income levels`: the rest of one kind, and of another one.
  const rests = column.texts.filter((text) => /^(?:all )?other \p{L}/iu.test(text));
  if (!kinds && new Set(rests).size > 1 && column.texts.length <= mostWithRests)
    remarks.also(field, severalRests(rests));
  // `Age`, `Borough`, `Sex`: what people are told apart by, each in its own way.
  const areKinds = column.texts.length > 1 && kindsIn(column.texts) >= Math.max(2, column.texts.length * mostlyKinds);
  const sayKinds = roles.area === column && !areKinds ? kindsOfAreas : overlapping;
  if (kinds || areKinds) remarks.keepApart(field, "the same people again", sayKinds(kinds?.[0].name ?? column.name));
  else remarkOnOverlaps(field, column.texts, remarks);
  const hasNamibia = areOfTwoLetters(column.texts);
  const open = column.texts.filter((text) => openName.test(text) && !(hasNamibia && text === "NA"));
  if (open.length > 0 && column.texts.length > 2) remarks.also(field, leftOpen(open));
  const notAsked = column.texts.filter((text) => notApplied.test(text.trim()));
  if (notAsked.length > 0 && column.texts.length > 2) remarks.also(field, leftOutOfShares(notAsked));
  if (!roles.period && !roles.wide?.tells.includes("period") && roles.area !== column)
    remarkOnTimes(field, column, remarks);
  const ofNames = doubtOfNames(column, isOfCodes);
  if (ofNames !== undefined) remarks.also(field, ofNames);
  const [outer, inner] = isOfCodes ? codesWithin(column.texts) : dottedWithin(column.texts);
  if (outer !== undefined && inner !== undefined) remarks.also(field, nestedCodes(outer, inner));
  const averages = column.texts.filter((text) => isNameOfAverage(text) && !saysAllOf.test(text));
  if (averages.length > 0 && averages.length <= mostAverages && averages.length < column.texts.length)
    remarks.also(field, averagesAmong(averages));
}

/** Says of categories that lie within others by what they are called that they do. */
function remarkOnOverlaps(field: string, texts: readonly string[], remarks: Remarks): void {
  if (haveOverlaps(texts)) {
    remarks.keepApart(field, "the same people again", overlappingRanges);
    return;
  }
  const both = nameOfOthers(texts);
  if (both !== undefined) remarks.add(field, ofOthers(both));
  const [whole, part] = partByName(texts);
  if (whole !== undefined && part !== undefined) remarks.also(field, withinByName(whole, part));
}

/** All of something is no average of it, whatever its name: `All means of travel`, `Other means of payment`. */
const saysAllOf = /^(?:all|any|every|other|total)\b.* means of /iu;

/** So many averages among names are not the names themselves. */
const mostAverages = 3;
const averagesAmong = (names: readonly string[]): string =>
  `${names.map((name) => `"${name}"`).join(", ")}: averages of others, by their names; leave their rows out by layout.rows, or out of ranks and sums.`;

/** The first name that is of two others together: `Black or Hispanic`, beside `Black` and `Hispanic`. */
export function nameOfOthers(texts: readonly string[]): string | undefined {
  const names = new Set(texts.map((text) => text.trim().toLowerCase()));
  return texts.find((text) => {
    const parts = text.split(/ (?:or|and|und|oder|et|ou|y|e) |\s?[/&+]\s?/iu);
    return parts.length > 1 && parts.every((part) => names.has(part.trim().toLowerCase()));
  });
}

/** What stands in place of a name where a row is broken down by something else. */
const openName = /^(?:na|n\/a|n\.a\.|not applicable|null|none|-+)$/iu;
const leftOpen = (names: readonly string[]): string =>
  `${names.map((name) => `"${name}"`).join(", ")}: all of them, where rows are broken down by something else, or those of which it is not known; say which.`;

/** What those are called to whom a question was not put, in a census say. */
const notApplied = /^(?:(?:does|do|did) not apply|no code required)\b/iu;
const leftOutOfShares = (names: readonly string[]): string =>
  `${names.map((name) => `"${name}"`).join(", ")}: none of the others, but those whom it is not asked of. For shares and ranks of the others, leave these rows out by layout.rows: { except: … }, and what in other columns says the same.`;

/** Whether a heading names two kinds of its rows, and no more stand below it: `Raised or resolved` above `Raised`, `Resolved`. */
const areOneOrOther = (name: string, texts: readonly string[]): boolean => {
  const { one, other } = /^(?<one>\p{L}+) or (?<other>\p{L}+)$/iu.exec(wordsOf(name))?.groups ?? {};
  const own = texts.map((text) => text.trim().toLowerCase()).sort();
  return (
    one !== undefined &&
    own.join() ===
      [one, other]
        .map((text) => text?.toLowerCase())
        .sort()
        .join()
  );
};

/** What people are told apart by, each in its own way, and areas of several levels. */
const isKind =
  /\b(?:(?:upper|lower)[ -]tier|world|continents?|(?:sub-?)?regions?|countr(?:y|ies)|national|nations?|states?|county|counties|local authorit(?:y|ies)|municipalit(?:y|ies)|provinces?|cantons?|communes?|districts?|boroughs?|wards?|ages?|sex|gender|race|ethnic(?:ity)?|income|poverty|religion|disability|education|total|overall|all|\S+wide)\b/iu;
/** How many kinds there are in texts: `Country` and `State` are two, `Low income` and `High income` one. */
const kindsIn = (texts: readonly string[]): number =>
  texts.some((text) => text.length > longestKind)
    ? 0
    : new Set(texts.flatMap((text) => isKind.exec(wordsOf(text))?.[0].toLowerCase() ?? [])).size;
/** So many of a few names are those of kinds. */
const mostlyKinds = 0.6;
/** A longer text is a name, or several. */
const longestKind = 30;

/** Whether some ranges of ages, say, lie within others: `16 to 64` and `16 to 24`. */
export function haveOverlaps(texts: readonly string[]): boolean {
  const ranges = texts.flatMap((text) => {
    const { from, to, over } =
      /^(?:aged? )?(?<from>\d{1,3}) ?(?:(?:[-–～〜~]|to|and) ?(?<to>\d{1,3})|(?<over>\+|(?:and|or|years and) (?:over|above|older|more)))(?: years?|[歳岁세])?$/iu.exec(
        text.trim(),
      )?.groups ?? {};
    const last = over === undefined ? Number(to) : Number.POSITIVE_INFINITY;
    return from !== undefined && last > Number(from) ? [{ first: Number(from), last }] : [];
  });
  // Single ages beside the groups that hold them.
  const single = texts.flatMap((text) => (/^\d{1,3}$/u.test(text.trim()) ? [Number(text)] : []));
  const held = single.filter((age) => ranges.some(({ first, last }) => first <= age && age <= last));
  if (ranges.length > 1 && held.length > 1 && held.length + ranges.length >= texts.length / 2) return true;
  // `01-08` is the number of a precinct, and a list of a few ranges among many names is none of ages.
  if (ranges.length < texts.length / 3 || texts.some((text) => /^0\d/u.test(text.trim()))) return false;
  const sorted = ranges.sort((a, b) => a.first - b.first || b.last - a.last);
  return sorted.some(({ first }, index) => index > 0 && first < (sorted[index - 1]?.last ?? 0));
}
