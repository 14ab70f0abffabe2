import { groupBy } from "../../dataset/index.ts";
import { codesOf, isNameOfCountry, isNameOfDivision } from "../areas/area-names.ts";
import { guessAreasByMeasure } from "../areas/areas-by-measure.ts";
import { isNameOfAverage } from "../areas/average-names.ts";
import { coarserByNames } from "../areas/coarser-areas.ts";
import { isNameOfArea } from "../areas/find-area.ts";
import { unitInHeading } from "../measures/guess-unit.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isPlainTotal, isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";
import { allCategories, areaHole, isWithoutFigures, type WideGuess } from "./wide-guess.ts";

/** Finds headings that are areas, by their names or their codes, alone or beside what is measured. */
export const guessAreaHeadings = (survey: TableSurvey): WideGuess | undefined =>
  withoutCoarser(guessWideAreas(survey)) ??
  withoutCoarser(guessAreasOfOne(survey.columns)) ??
  guessAreasOfLevels(survey.columns) ??
  guessPlacesWithCodes(survey.columns) ??
  guessAreasByMeasure(survey.columns, areaHole) ??
  guessAreasAndMore(survey.columns);

/** Headings that are all names of areas, and figures of one kind below them. */
function guessWideAreas({ columns, titles, sheet }: TableSurvey): WideGuess | undefined {
  // All of an area may be hidden: `*`.
  const isHidden = (column: ColumnSurvey) =>
    column.kind === "label" && isWithoutFigures(column) && isNameOfArea(column.name.trim());
  const figures = columns.filter((column) => column.kind === "figure" || isHidden(column));
  // `England (million ha)`, `Wales (million ha)`: what all headings end with is the unit.
  const noted = new Map(figures.flatMap(({ name }) => notedAreas(name)));
  const plain = (name: string) => noted.get(name) ?? unitInHeading(name).words.trim();
  const ends = new Set(figures.flatMap(({ name }) => (noted.has(name) ? [] : [name.trim().slice(plain(name).length)])));
  const names = figures.map(({ name }) => plain(name));
  const plainCodes = names.filter((name) => !/^E[AU]\d/u.test(name));
  const areas = codesOf(plainCodes) !== undefined ? figures : figures.filter(({ name }) => isNameOfArea(plain(name)));
  const areSame = new Set(figures.flatMap(({ figures: own }) => own?.hasPercent ?? [])).size === 1;
  const [end = ""] = ends;
  const origins =
    ends.size === 1 && end === "" ? originsOf(figures, { columns, said: [...titles, sheet.name ?? ""] }) : undefined;
  if (origins) return origins;
  const others = figures.filter(
    (own) => !areas.includes(own) && !isTotal(plain(own.name)) && !isNameOfAverage(plain(own.name)),
  );
  // Of many areas, some are written in another way, or are no more: `USSR`.
  // `TIME/GEO`: what stands across the top says itself what it is.
  const isSaid = columns.some(({ kind, name }) => kind !== "figure" && acrossAreas.test(name.trim()));
  const areAll = others.length === 0 || (areas.length >= fewestAreas && others.length <= areas.length / 3) || isSaid;
  if ((areas.length < 3 && !isSaid) || !areSame || !areAll || ends.size > 1) return undefined;
  return {
    tells: ["area"],
    columns: noted.size === 0 ? `{${areaHole}}${end}` : patternsOfNotes(noted, end),
    indices: figures.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: figures.map(({ name }) => plain(name)),
    unit: unitInHeading(figures[0]?.name ?? "").said,
  };
}

/** Columns of one area each, without those of areas that hold others of them, and of means of them. What all lie in stays, as their total. */
function withoutCoarser(wide: WideGuess | undefined): WideGuess | undefined {
  const names = wide?.categories ?? [];
  // `Kent average`, `Essex average`, … are the areas.
  const means = names.filter(isNameOfAverage);
  const coarser = new Set([
    ...coarserByNames(names).filter((name) => !isPlainTotal(name)),
    ...(means.length <= names.length / 3 ? means : []),
  ]);
  if (!wide || coarser.size === 0) return wide;
  const isCoarser = (_: unknown, at: number) => coarser.has(names[at] as string);
  return {
    ...wide,
    indices: wide.indices.filter((own, at) => !isCoarser(own, at)),
    categories: names.filter((name) => !coarser.has(name)),
    coarser: wide.indices.filter(isCoarser),
  };
}

/**
 * Countries across the top, and down the side the parts of one: the latter are the areas, and the former where people are from, or where goods go. What
 * the title or the sheet calls them is their name.
 */
function originsOf(
  figures: readonly ColumnSurvey[],
  { columns, said }: { readonly columns: readonly ColumnSurvey[]; readonly said: readonly string[] },
): WideGuess | undefined {
  const countries = figures.filter(({ name }) => isNameOfCountry(name.trim()) && !isNameOfDivision(name.trim()));
  const areDivided = columns.some(({ kind, texts }) => {
    const parts = texts.filter((text) => isNameOfDivision(text.trim()));
    return kind === "label" && parts.length >= fewestAreas && parts.length >= texts.length * mostlyAreas;
  });
  if (countries.length < fewestAreas || countries.length < figures.length * mostlyAreas || !areDivided)
    return undefined;
  const [called] = said.flatMap((text) => originName.exec(text)?.[0] ?? []);
  return { ...allCategories(figures), label: called ?? "country" };
}
/** Whether groups are called as where people are from, or where goods go: figures are no numbers of these. */
export const isOfOrigins = (label: string): boolean => originName.test(label);
const originName =
  /(?<!\p{L})(?:nationality|citizenship|country of (?:birth|origin|citizenship|nationality|destination|residence)|origin|destination|nationalité|nacionalidad|nacionalidade|staatsangehörigkeit|cittadinanza)(?!\p{L})/iu;

/** The name of an area with the number of a note behind it, `British Columbia 6`: the heading, and the area. None of any other. */
function notedAreas(name: string): readonly (readonly [heading: string, area: string])[] {
  const area = /^(?<area>.*\p{L}) \d{1,2}$/u.exec(name.trim())?.groups?.area;
  return area !== undefined && isNameOfArea(area) && !isNameOfArea(name.trim()) ? [[name, area]] : [];
}

/** What headings of areas look like of which some have the number of a note behind them: those that say more first. */
const patternsOfNotes = (noted: ReadonlyMap<string, string>, end: string): readonly string[] => [
  ...new Set([...noted].map(([heading, area]) => `{${areaHole}}${heading.trim().slice(area.length)}`)),
  `{${areaHole}}${end}`,
];

/** A corner that says what stands down the side and what across the top. */
const acrossAreas =
  /^(?:time|year|date|month|period)s? ?[\\/|] ?(?:geo|country|countries|area|region|state|province|district)s?(?: ?\(.*\))?$/iu;

/** Headings that all begin with what is measured, before the names or the codes of areas: `HOSPRATE_Bronx`, `HOSPRATE_10001`, … */
function guessAreasOfOne(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  const [first] = figures;
  if (!first || figures.length < fewestAreas) return undefined;
  const stem = /^(?:[^\s_:|-]+[\s_:|-]+)/u.exec(first.name)?.[0];
  if (stem === undefined || !figures.every(({ name }) => name.startsWith(stem) && name.length > stem.length))
    return undefined;
  const names = figures.map(({ name }) => name.slice(stem.length).trim());
  const others = names.filter((name) => !isTotal(name));
  const codes = others.filter((name) => /^\d{5}$/u.test(name));
  const known = others.filter((name) => isNameOfArea(wordsOf(name)));
  const areAreas = codesOf(others) !== undefined || codes.length + known.length >= others.length * mostlyAreas;
  if (!areAreas || new Set(names).size < names.length) return undefined;
  return {
    tells: ["area"],
    columns: `${stem}{${areaHole}}`,
    indices: figures.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: names,
    unit: unitInHeading(stem).said,
  };
}

/** Areas that are all behind the name of their level, `country:England`, `gor:South East`: those of the level that most are of. */
function guessAreasOfLevels(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap(({ index, name }) => {
    const { level, area } = /^(?<level>\p{Ll}[\p{Ll}\d]*):(?<area>\p{L}.*)$/u.exec(name.trim())?.groups ?? {};
    return level === undefined || area === undefined ? [] : [{ index, level, area }];
  });
  const [own = [], ...others] = [...groupBy(read, ({ level }) => level).values()].sort((a, b) => b.length - a.length);
  const [first] = own;
  const known = own.filter(({ area }) => isNameOfArea(area));
  if (!first || read.length < figures.length || own.length < 3 || known.length * 2 < own.length) return undefined;
  return {
    tells: ["area"],
    columns: `${first.level}:{${areaHole}}`,
    indices: own.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: own.map(({ area }) => area),
    coarser: others.flat().map(({ index }) => index),
  };
}

/** What headings of areas look like that begin with the name of a level: `gor:{area}`. */
export const levelOfAreas = /^\p{Ll}[\p{Ll}\d]*:\{/u;

/** So many columns with a code of their own and a name each are no measures. */
const fewestWithCodes = 12;

/** Headings that are all the code and the name of a place each, behind one word: `ort_194001_aarau`, `ort_010131_adliswil`, … */
function guessPlacesWithCodes(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  // An empty column may have the name of another place once more.
  const figures = columns.filter(({ kind }) => kind === "figure");
  const read = figures.flatMap(({ index, name }) => {
    const { stem, code, gap, place } =
      /^(?<stem>\p{L}+[_ -])?(?<code>\d{4,8})(?<gap>[_ -]+)(?<place>\p{L}[\p{L}\p{M}_ .,'’()/-]+)$/u.exec(name.trim())
        ?.groups ?? {};
    return code === undefined || place === undefined ? [] : [{ index, stem: stem ?? "", code, gap: gap ?? "", place }];
  });
  const [first] = read;
  const areAll = first !== undefined && read.length >= fewestWithCodes && read.length === figures.length;
  const areAlike = read.every(
    ({ stem, code, gap }) => stem === first?.stem && gap === first.gap && code.length === first.code.length,
  );
  const areOwn = [read.map(({ code }) => code), read.map(({ place }) => place)].every(
    (own) => new Set(own).size === own.length,
  );
  if (!areAll || !areAlike || !areOwn) return undefined;
  return {
    tells: ["area"],
    columns: `${first.stem}*${first.gap}{${areaHole}}`,
    indices: read.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: read.map(({ place }) => place),
  };
}

/** Names of areas, and each once more with what else is told of it: `Alabama`, `Alabama_Moe`, `Alaska`, `Alaska_Moe`, … */
function guessAreasAndMore(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const areas = figures.filter(({ name }) => isNameOfArea(name.trim()));
  if (areas.length < fewestAreas || areas.length < figures.length * mostlyHalf) return undefined;
  const names = new Set(areas.map(({ name }) => name.trim()));
  const more = figures.flatMap(({ index, name }) => {
    const { area, gap, rest } =
      /^(?<area>.+?)(?<gap>[_:|-]| \| )(?<rest>\p{L}[\p{L} .]*)$/u.exec(name.trim())?.groups ?? {};
    return area !== undefined && gap !== undefined && rest !== undefined && names.has(area)
      ? [{ index, gap, rest }]
      : [];
  });
  const [first] = more;
  const areAlike = first !== undefined && more.every(({ gap, rest }) => gap === first.gap && rest === first.rest);
  if (!areAlike || more.length !== areas.length) return undefined;
  const bare = areas.map(({ index }) => index);
  return {
    tells: ["area"],
    columns: [`{${areaHole}}${first.gap}{measure}`, `{${areaHole}}`],
    indices: [...bare, ...more.map(({ index }) => index)].sort((a, b) => a - b),
    measures: [first.rest],
    measureOf: new Map(more.map(({ index, rest }) => [index, rest] as const)),
    bare,
    categories: [...names],
  };
}

/** Half of the headings are names of areas, but for a total or two beside them. */
const mostlyHalf = 0.4;

/** So many of the headings are names or codes of areas, where others stand among them. */
const mostlyAreas = 0.8;

/** So many names of areas are a list of areas, also where others stand among them. */
const fewestAreas = 8;
