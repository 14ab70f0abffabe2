import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { isNameOfCountry } from "./area-names.ts";
import { isAreaName, isNameOfArea } from "./find-area.ts";
import { surveyAgain } from "./levels-of-codes.ts";

/** What areas of a level are called, and how short forms have it: the coarsest first. */
const levels: readonly RegExp[] = [
  /^(?:world|global|continents?|(?:world|global) regions?|income groups?)$/u,
  /^(?:nation(?:al)?s?|nationwide|natl?|countr(?:y|ies)|ctry|engwal|uk|gb|(?:whole|all) (?:country|state)|state ?wide)$/u,
  /^(?:(?:english |nhs |government office |statistical |planning |sub-?)?regions?(?:al)?|regl|rgn|gors?|provinces? and regions?)$/u,
  /^(?:states?(?: and territor(?:y|ies))?|provinces?|prefectures?|governorates?|cantons?|(?:bundes)?l[aä]nd(?:er)?)$/u,
  /^(?:(?:shire |metropolitan |non-?metropolitan |ceremonial )?count(?:y|ies)(?: councils?)?|cty|upper[ -]tier(?: local)?(?: authorit(?:y|ies))?|count(?:y|ies) (?:&|and) uas?|icbs?|utlas?|combined authorit(?:y|ies))$/u,
  /^(?:(?:unitary|london|metropolitan)(?: (?:authorit(?:y|ies)|boroughs?|districts?))|(?:unitary|boroughs?|ua|unit|met|lb|md|mb)|council areas?)$/u,
  /^(?:(?:shire |non-?metropolitan |local(?: authority)? )?districts?|districts? (?:&|and) uas?|ccgs?|(?:lower[ -]tier )?(?:local|local education) ?authorit(?:y|ies)(?: districts?)?|las?|lads?|lauas?|ltlas?|leas?|municipalit(?:y|ies)|communes?|gemeinden?|councils?)$/u,
  /^(?:(?:electoral )?wards?|parish(?:es)?|settlements?|cit(?:y|ies)|towns?|villages?|places?|localit(?:y|ies)|suburbs?|neighbou?rhoods?|msoas?|middle(?:[ -]layer)? super output areas?)$/u,
  /^(?:(?:\p{L}+ )?(?:zip|post) ?codes?|(?:census )?tracts?|block groups?|lsoas?|lower(?:[ -]layer)? super output areas?|small areas?)$/u,
  /^(?:(?:census )?output areas?|oas?|meshblocks?|mesh blocks?)$/u,
  /^(?:schools?|institutions?|establishments?|colleges?|providers?|hospitals?|sites?)$/u,
];
const [nation, county, unitary, district] = [1, 4, 5, 6];

/** So many levels a table has at most; so many of its areas are of known ones, and so many are left. */
const [mostLevels, mostlyKnown, fewestLeft] = [12, 0.8, 4];

/**
 * A table whose rows are of areas of several levels, as a column beside their names says, `Geography` above `Region`, `County`, `District`, without the
 * rows of all levels but the one that most areas are of. The one area of the whole country stays, as their total.
 */
export function withoutOtherLevels(given: TableSurvey): TableSurvey {
  if (given.coarser) return given;
  let survey = given;
  for (const { index } of given.columns.filter(mayTellLevels)) {
    const column = survey.columns[index];
    if (!column || !mayTellLevels(column)) continue;
    const counts = countAreas(survey, column);
    const own = counts && usualLevel(counts);
    if (!counts || !own) continue;
    const isOther = ({ level, areas }: LevelCount) =>
      level === undefined ? isGroupBeside(counts, own, areas) : level !== own && !isWhole(level, areas);
    const left = counts.filter(isOther);
    const whole = counts.find(({ level, areas }) => level !== undefined && level !== own && isWhole(level, areas));
    if (left.length === 0 && !(whole && saysLevel(column))) continue;
    const texts = new Set(left.map(({ text }) => text));
    const textAt = (row: number) => textIn(survey.sheet, row, column.index);
    const rows = survey.rows.filter((row) => !texts.has(textAt(row)));
    if (rows.length < fewestLeft) continue;
    const names = [...new Set(left.flatMap(({ areas }) => [...areas]))];
    const coarser = {
      column: column.ref,
      codes: [...texts],
      names,
      of: column.name,
      whole: whole && [...whole.areas][0],
    };
    survey = {
      ...survey,
      rows,
      columns: survey.columns.map((one) => surveyAgain(one, { survey, rows })),
      coarser: [...(survey.coarser ?? []), coarser],
    };
  }
  return survey;
}

interface LevelCount {
  readonly text: string;
  readonly level: number | undefined;
  readonly areas: ReadonlySet<string>;
}

const mayTellLevels = ({ kind, name, texts }: ColumnSurvey): boolean =>
  (kind === "label" || kind === "code") &&
  !ofBodies.test(wordsOf(name)) &&
  texts.length > 1 &&
  texts.length <= mostLevels &&
  new Set(texts.flatMap((text) => levelOf(text, texts) ?? [])).size > 1;

/** Whether the heading of a column says that areas are of levels: `geo_level`, `Geography type`. */
const saysLevel = ({ name }: ColumnSurvey): boolean =>
  /^(?:geo|geograph(?:y|ic(?:al)?)|areas?|admin(?:istrative)?|spatial)(?: areas?)? (?:levels?|types?)$/iu.test(
    wordsOf(name),
  );

/**
 * What a column says of levels, by its texts: the same of those that stand beside each other, as councils with all powers and counties do. Undefined
 * where it is of none.
 */
export function levelsIn(column: ColumnSurvey): ReadonlyMap<string, string> | undefined {
  const { name, texts } = column;
  if (ofBodies.test(wordsOf(name)) || texts.length === 0 || texts.length > mostLevels) return undefined;
  const read = texts.map((text) => (isNameOfCountry(wordsOf(text)) ? undefined : levelOf(text, texts)));
  if (!read.includes(undefined)) return new Map(texts.map((text, at) => [text, `level ${read[at]}`]));
  return saysLevel(column) && texts.length === 1 ? new Map(texts.map((text) => [text, text])) : undefined;
}

/** What belongs to a state or to a city lies in the same places: `Agency type`, `Owner` above `State`, `County`, `City`. */
const ofBodies =
  /\b(?:own(?:er|ers|ership|ed)?|agenc(?:y|ies)|operat(?:or|ors|ed)|sectors?|providers?|governments?|govt|fund(?:er|ing|ed)?|courts?|police|polic(?:y|ies)|offices?|elections?|roads?|employers?|responsib\w*|bod(?:y|ies)|organi[sz]ations?|sponsors?|facilit(?:y|ies)|managed|maintained)\b/iu;

/** The level that a text names: an authority with all powers is beside counties, where no districts lie in these, and beside districts else. */
function levelOf(text: string, all: readonly string[]): number | undefined {
  const read = all.map(readLevel);
  const own = readLevel(text);
  if (own === unitary) return district;
  return own === county && read.includes(unitary) && !read.includes(district) ? district : own;
}

function readLevel(text: string): number | undefined {
  const whole = wordsOf(text)
    .toLowerCase()
    .replace(/ ?\([^()]*\)$/u, "");
  const words = whole.replace(/ (?:levels?|areas?|totals?|averages?|names?)$/u, "");
  // A `Council area` is of another level than a `Council`; `Country/Area` is either.
  for (const own of [whole, words, ...whole.split("/")]) {
    const found = levels.findIndex((look) => look.test(own));
    if (found >= 0) return found;
  }
  // `England`, beside `Region` and `District`.
  return isNameOfCountry(words) ? nation : undefined;
}

/** The areas of each text, by the column of names that has most; undefined where nothing names areas. */
function countAreas({ sheet, rows, columns }: TableSurvey, column: ColumnSurvey): readonly LevelCount[] | undefined {
  const [names] = columns
    .filter(
      (own) =>
        own !== column &&
        own.kind === "label" &&
        own.texts.length > column.texts.length &&
        (isOfAreas(own) || (saysLevel(column) && /^name$/iu.test(wordsOf(own.name)))),
    )
    .sort((a, b) => b.texts.length - a.texts.length);
  if (!names) return undefined;
  const counts = new Map(column.texts.map((text) => [text, new Set<string>()]));
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  for (const row of rows) counts.get(textAt(row, column))?.add(textAt(row, names));
  return [...counts].map(([text, areas]) => ({ text, areas, level: levelOf(text, column.texts) }));
}

const isOfAreas = ({ name, texts }: ColumnSurvey): boolean =>
  isAreaName(name) || texts.filter(isNameOfArea).length >= texts.length * fewKnown;
/** So many of the names of areas are known. */
const fewKnown = 0.3;

/** The level that most areas are of, where nearly all are of one that is known. */
function usualLevel(counts: readonly LevelCount[]): number | undefined {
  const sizeOf = (of: readonly LevelCount[]) => of.reduce((sum, { areas }) => sum + areas.size, 0);
  const known = counts.filter(({ level }) => level !== undefined);
  if (sizeOf(known) < sizeOf(counts) * mostlyKnown) return undefined;
  const sizes = levels.map((_, level) => sizeOf(known.filter((own) => own.level === level)));
  return sizes.lastIndexOf(Math.max(...sizes));
}

/** So many times as many areas are of the usual level as of a group that has no name of a level. */
const timesGroup = 6;

/** Whether a few areas are of a kind that is called as no level is, where a column names the levels of nearly all: `SDG region`, among countries. */
const isGroupBeside = (counts: readonly LevelCount[], usual: number, { size }: LevelCount["areas"]): boolean =>
  usual <= nation &&
  new Set(counts.flatMap(({ level }) => level ?? [])).size > 2 &&
  size * timesGroup <= Math.max(...counts.flatMap(({ level, areas }) => (level === usual ? [areas.size] : [])));

/** Whether a level is that of the one country that all are in. */
const isWhole = (level: number, areas: ReadonlySet<string>): boolean => level <= nation && areas.size === 1;
