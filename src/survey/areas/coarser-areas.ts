import { categoryId, groupBy, type LayoutSpec } from "../../dataset/index.ts";
import { cellAt, cellText, type Sheet } from "../../tables/index.ts";
import { guessedFrom, type Remarks, someOf, type WeakSign } from "../remarks.ts";
import { exceptedIn } from "../sums/excepted-in.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { withoutNoteMark } from "../table/note-marks.ts";
import { isTotal } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { codesOf, codesOfOtherForm, isNameOfCountry, isNameOfDivision, isNameOfGroup } from "./area-names.ts";
import { regionOfWorld } from "./find-area.ts";
import { indentOf } from "./nested-indents.ts";
import { repeatedWholes } from "./repeated-wholes.ts";
import { isNameOfResidual } from "./residual-areas.ts";

type Except = NonNullable<NonNullable<LayoutSpec["rows"]>["except"]>;

/** The levels of areas by what codes of the Office for National Statistics begin with, the coarsest first; others are authorities, as most are. */
const levelsOfCodes: readonly RegExp[] = [
  /^K\d{8}$/u,
  /^[ENSW]92\d{6}$/u,
  /^E(?:12|40)\d{6}$/u,
  /^E(?:1[13]|47)\d{6}$/u,
  /^E10\d{6}$/u,
  /^E0[6-9]\d{6}$/u,
  /^(?:[EWS]02|[EW]05|S13|N08)\d{6}$/u,
  /^[EWS]01\d{6}$/u,
  /^(?:[EWSN]00)\d{6}$/u,
];
const [ofCounties, ofAuthorities] = [4, 5];
/** A code, or one before or behind the name of its area. */
const officialCode = /^[A-Z]\d{8}(?=$|[\s:–-])|(?<=[([])[A-Z]\d{8}(?=[)\]]$)/u;
const countyCode = /^E10\d{6}$/u;
const districtCode = /^E07\d{6}$/u;
/** Wales and Scotland stand beside the regions of England. */
const besideRegions = /^[NSW]92\d{6}$/u;
const regions = 2;
/** Bodies that serve several councils each, by their codes, and those of councils of their nation. */
const bodiesOfCouncils: readonly (readonly [body: RegExp, council: RegExp])[] = [
  [/^S(?:08|37)\d{6}$/u, /^S12\d{6}$/u],
  [/^W11\d{6}$/u, /^W06\d{6}$/u],
  [/^E(?:38|54)\d{6}$/u, /^E0[6-9]\d{6}$/u],
];
const fewestCouncils = 3;
/** Authorities above others, which may have figures of their own: county councils, and combined authorities. */
const ofUpperTier = /^E(?:10|47)\d{6}$/u;

/** A county is beside other authorities where none of its districts is there. */
const levelOf = (code: string, hasDistricts: boolean): number => {
  const found = levelsOfCodes.findIndex((look) => look.test(code));
  return found < 0 || (found === ofCounties && !hasDistricts) ? ofAuthorities : found;
};

/** Regions of England and parts of London, and what holds them. */
const regionName =
  /^(?:north east|north west|yorkshire (?:(?:and|&) (?:the )?)?humber(?:side)?|east midlands|west midlands|east(?: of england)?|east anglia|eastern(?: england)?|south east|south west|(?:inner |outer |greater )?london)(?: region)?$/iu;
const nationName = /^(?:uk|united kingdom|great britain|gb|england|england (?:and|&) wales)$/iu;
/** So many times as many areas as there are of their regions and nations stand beside them. */
const mostlySmaller = 2;

/**
 * Rows of areas that hold others of the table, left out beside the level that most areas are of, `England` and `Inner London` beside boroughs: the
 * first page is of none of them, and no rank has them. What was taken for the total of all stays.
 */
export function withoutCoarserAreas(
  except: Except,
  {
    survey,
    area,
    codes,
    wholes,
    isOfUsualLevel,
    remarks,
  }: {
    readonly survey: TableSurvey;
    readonly area: ColumnSurvey | undefined;
    /** Whether a column says of a name that it is of the level of most: then no name makes a whole of it. */
    readonly isOfUsualLevel: (name: string) => boolean;
    readonly remarks: Remarks;
  } & KnownOfAreas,
): Except {
  const leftByLevel = survey.coarser?.filter((own) => own.codes.length > 0) ?? [];
  if (leftByLevel.length > 0) {
    const all = leftByLevel.map(({ column, codes }) => [column, [...exceptedIn(except, column), ...codes]] as const);
    for (const { of, codes, names, areApart, areBare } of leftByLevel)
      remarks.also(
        "layout.rows",
        areBare
          ? headsOfRows(names)
          : of === undefined
            ? leftOut(areApart ? "its labels" : "a code beside it", names)
            : ofOtherLevels(of, codes),
      );
    return withoutRests({ ...except, ...Object.fromEntries(all) }, { survey, area, remarks });
  }
  if (!area || area.ref in except) return except;
  const coarser = coarserAreas(survey, area, { codes, wholes }).filter((name) => !isOfUsualLevel(name));
  if (coarser.length === 0) return withoutRests(except, { survey, area, remarks });
  const again = repeatedWholes(survey, area, coarser);
  if (again.length > 0) remarks.also("layout.rows", guessedFrom("its figures", `${someOf(again)}: ${figuresAgain}`));
  const ofOtherForm = codesOfOtherForm(area.texts);
  const areByForm = coarser.every((text) => ofOtherForm.includes(text));
  remarks.also("layout.rows", areByForm ? leftOutByForm(coarser) : leftOut("its name", coarser));
  const twice = namedTwice(survey, area, coarser);
  if (twice.length > 0) remarks.also("layout.rows", `${someOf(twice)}: ${bothLeftOut}`);
  return { ...except, [area.ref]: [...coarser, ...again] };
}
const figuresAgain =
  "the figures of an area that is left out, once more, to compare others with, and left out with it.";

/** The names that have more rows than most others, which are one area of a period: a region and a force may both be called `West Midlands`. */
function namedTwice(
  { sheet, rows }: TableSurvey,
  { index }: ColumnSurvey,
  names: readonly string[],
): readonly string[] {
  const own = groupBy(rows, (row) => textIn(sheet, row, index));
  const usual = [...own.values()].map(({ length }) => length).toSorted((a, b) => a - b)[Math.floor(own.size / 2)] ?? 0;
  return names.filter((name) => (own.get(name)?.length ?? 0) > usual);
}
/** Said of names by which rows of two levels are left out. */
export const bothLeftOut =
  "more rows than others have. An area of the usual level may be called so too, and is left out with it: give it another name in the data.";

/** So many rows are of what is left of an area, and of so many of these there is a row as well. */
const [fewestRests, mostlyNamed] = [3, 0.8];

/** Rows to leave out, and those of what is left of each area, with its name behind a word: `Postal votes - Graz` beside `Graz`. */
function withoutRests(
  except: Except,
  { survey, area, remarks }: Pick<Parameters<typeof withoutCoarserAreas>[1], "survey" | "area" | "remarks">,
): Except {
  if (!area || area.firstOf || area.partOf || area.ref in except) return except;
  // What the areas that are left out are called stands in the sheet all the same.
  const names = new Set(survey.sheet.columns[area.index]?.values.map((cell) => cellText(cell).trim()));
  const parted = area.texts.flatMap((text) => {
    const {
      word,
      gap = "",
      name = "",
    } = /^(?<word>\p{L}[\p{L} ]*?)(?<gap> ?[-–:] )(?<name>.+)$/u.exec(text)?.groups ?? {};
    return word === undefined || names.has(word) ? [] : [{ start: `${word}${gap}`, isNamed: names.has(name) }];
  });
  const rests = [...groupBy(parted, ({ start }) => start)].flatMap(([start, own]) => {
    const named = own.filter(({ isNamed }) => isNamed).length;
    return named >= fewestRests && named >= own.length * mostlyNamed ? [`${start}*`] : [];
  });
  if (rests.length === 0) return except;
  remarks.also("layout.rows", guessedFrom("its name", `${rests.map((text) => `"${text}"`).join(", ")}: ${ofRests}`));
  return { ...except, [area.ref]: rests };
}
const ofRests = "no areas of their own, but something of each, and left out, so that ranks compare areas.";

interface KnownOfAreas {
  /** The columns of what areas lie in, or of their codes, by which those of one name are told apart. */
  readonly codes: ReadonlyMap<ColumnSurvey, ColumnSurvey>;
  /** Ids of what was taken for the total, or is known to hold others. */
  readonly wholes: readonly string[];
}

/** The names of areas that hold others of the table, or are called as the wholes of larger ones are. A whole of each is no total of all. */
export function coarserAreas(
  survey: TableSurvey,
  area: ColumnSurvey,
  { codes, wholes }: KnownOfAreas,
): readonly string[] {
  if (area.partOf || area.firstOf) return [];
  const outer = codes.get(area);
  const ofEach = outer ? wholesOfEach(survey, { area, outer }) : [];
  if (ofEach.length > 0) return ofEach;
  const coarser = coarserByCodes(survey, area) ?? coarserByIndents(survey, area) ?? coarserByNames(area.texts);
  return coarser.filter((name) => !wholes.includes(categoryId(name)) && !lacksWhatOthersHave(survey, area, name));
}

/** In so many columns of figures an area has nothing of what at least half of the others have: it holds none of these. */
const fewestLacking = 2;

/** Whether an area has nothing where most others have something: one of figures of its own, `Greater London Authority`, whatever its code says, and no whole of them. */
function lacksWhatOthersHave({ sheet, columns, rows }: TableSurvey, area: ColumnSurvey, name: string): boolean {
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const own = rows.filter((row) => textAt(row, area) === name);
  const others = rows.filter((row) => textAt(row, area) !== name);
  const lacking = columns.filter(
    (column) =>
      column.kind === "figure" &&
      own.length > 0 &&
      own.every((row) => /^-?0(?:\.0*)?$/u.test(textAt(row, column))) &&
      others.filter((row) => Number(textAt(row, column)) > 0).length >= others.length / 2,
  );
  return lacking.length >= fewestLacking;
}

/** What the whole of each larger area is called beside the areas in it: `All local authorities` of `England`, and of `Wales`. */
function wholesOfEach(
  { sheet, rows }: TableSurvey,
  { area, outer }: { readonly area: ColumnSurvey; readonly outer: ColumnSurvey },
): readonly string[] {
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  return area.texts.filter(isTotal).filter((text) => {
    const own = rows.filter((row) => textAt(row, area) === text);
    return own.length * mostlySmaller <= rows.length && new Set(Array.from(own, (row) => textAt(row, outer))).size > 1;
  });
}

const ofOtherLevels = (column: string, levels: readonly string[]): string =>
  guessedFrom(
    "its labels",
    `Areas of several levels, by "${column}": ${levels.map((name) => `"${name}"`).join(", ")} are left out, so that ranks compare those of one level. For a briefing of these, name them by "only".`,
  );

const headsOfRows = (names: readonly string[]): string =>
  `${someOf(names, mostNames)}: say what the rows below them are of, and hold no figures.`;

const leftOut = (sign: WeakSign, names: readonly string[]): string =>
  guessedFrom(
    sign,
    `${someOf(names, mostNames)}: areas of another level than most, which may hold some of the others, and are left out: they would lead all ranks. For a briefing of these, name them by "only".`,
  );
/** So many names stand in a remark. */
const mostNames = 12;

const leftOutByForm = (codes: readonly string[]): string =>
  guessedFrom(
    "its labels",
    `${codes.map((code) => `"${code}"`).join(", ")}: codes of another form than those of countries, so groups of countries, or what is of none, and left out: they would lead all ranks. For a briefing of these, name them by "only".`,
  );

/** Undefined where no official codes stand beside the names, or are the names. */
function coarserByCodes({ sheet, columns, rows }: TableSurvey, area: ColumnSurvey): readonly string[] | undefined {
  const codes = columns.find(
    ({ texts }) => texts.length > 2 && texts.filter((text) => officialCode.test(text)).length >= texts.length * 0.8,
  );
  const [own, names] = [sheet.columns[codes?.index ?? -1], sheet.columns[area.index]];
  if (!own || !names) return undefined;
  const codeOf = new Map<string, string>();
  const namesAt = (row: number) => {
    const [name = "", code = ""] = [names, own].map((of) => cellText(of.values[of.codes[row] ?? 0] ?? null).trim());
    return { name, code };
  };
  for (const row of rows) {
    const { name, code } = namesAt(row);
    const official = officialCode.exec(code)?.[0] ?? "";
    if (name && official) codeOf.set(name, official);
  }
  const hasDistricts = [...codeOf.values()].some((code) => districtCode.test(code));
  const all = [...codeOf.values()];
  const ofBodies = bodiesOfCouncils.filter(
    ([, council]) => all.filter((code) => council.test(code)).length >= fewestCouncils,
  );
  const isBody = (code: string) => ofBodies.some(([body]) => body.test(code));
  const bodies = [...codeOf].flatMap(([name, code]) => (isBody(code) ? [name] : []));
  const levels = [...codeOf]
    .filter(([, code]) => !isBody(code))
    .map(([name, code]) => ({ name, code, level: levelOf(code, hasDistricts) }));
  const counts = new Array<number>(levelsOfCodes.length).fill(0);
  for (const { level } of levels) counts[level] = (counts[level] ?? 0) + 1;
  const usual = counts.lastIndexOf(Math.max(...counts));
  const isBeside = (code: string) => usual === regions && besideRegions.test(code);
  const figures = columns.filter(({ kind }) => kind === "figure").map(({ index }) => index);
  const inTurn = Array.from(rows, (row) => ({ row, code: officialCode.exec(namesAt(row).code)?.[0] ?? "" }));
  const areSums = areSumsOfDistricts(sheet, inTurn, figures);
  const hasOwnFigures = (code: string) => ofUpperTier.test(code) && !(areSums && countyCode.test(code));
  const coarser = levels.flatMap(({ name, level, code }) =>
    level < usual && !isBeside(code) && !hasOwnFigures(code) ? [name] : [],
  );
  return [
    ...coarser,
    ...bodies,
    ...groupsBelow(rows, namesAt),
    ...wholesWithoutCodes([...new Set(area.texts)], codeOf),
  ];
}

/** In so many of so many counties a figure is the sum of those of the districts below it, but for what was rounded to a multiple of so much. */
const [mostlySummed, fewestSummed, roundedTo] = [0.8, 3, 10];

/** Whether counties stand right above their districts, and have in a column what these have together: then it is no figure of the county council's own. */
function areSumsOfDistricts(
  sheet: Sheet,
  inTurn: readonly { readonly row: number; readonly code: string }[],
  figures: readonly number[],
): boolean {
  const groups = inTurn.flatMap(({ row, code }, at) => {
    const below = inTurn.slice(at + 1);
    const end = below.findIndex((own) => !districtCode.test(own.code));
    const parts = below.slice(0, end < 0 ? below.length : end).map((own) => own.row);
    return countyCode.test(code) && parts.length > 1 ? [{ row, parts }] : [];
  });
  return figures.some((column) => {
    const textAt = (row: number) =>
      cellText(cellAt(sheet, row, column))
        .replaceAll(",", "")
        .trim();
    const all = inTurn.map(({ row }) => textAt(row)).filter((text) => /^\d+(?:\.\d+)?$/u.test(text));
    const base = all.every((text) => Number(text) % roundedTo === 0) ? roundedTo : 1;
    const told = groups.filter(({ row }) => Number(textAt(row)) > 0);
    const summed = told.filter(({ row, parts }) => {
      const values = parts.map((own) => Number(textAt(own)));
      const hidden = values.filter((value) => Number.isNaN(value)).length;
      const sum = values.reduce((of, value) => of + (Number.isNaN(value) ? 0 : value), 0);
      return sum > 0 && Math.abs(Number(textAt(row)) - sum) <= (base / 2) * (parts.length + 1) + hidden * base;
    });
    return summed.length >= fewestSummed && summed.length >= told.length * mostlySummed;
  });
}

/** So many areas with a code each stand beside what holds them and has none. */
const mostlyCoded = 0.8;

/** Regions and nations that have no code, where nearly all areas have one: by their names, or as they alone are written in capitals, `NORTH EAST` above `Darlington`. */
function wholesWithoutCodes(names: readonly string[], codeOf: ReadonlyMap<string, string>): readonly string[] {
  const without = names.filter((name) => name !== "" && !codeOf.has(name) && !isTotal(name));
  if (codeOf.size < fewestWithCodes || without.length === 0 || codeOf.size < names.length * mostlyCoded) return [];
  const areCapitals = without.every(isInCapitals) && ![...codeOf.keys()].some(isInCapitals);
  return areCapitals ? without : without.filter((name) => regionName.test(name) || nationName.test(name));
}
const isInCapitals = (name: string): boolean => /\p{Lu}{3}/u.test(name) && !/\p{Ll}/u.test(name);

/** So many areas have a code each, where the few rows without one are of something else. */
const [fewestWithCodes, fewWithoutCodes] = [20, 0.05];

/** The names of rows below an empty one that have no code, where all rows above have one: means of kinds of areas. Totals and what is not known are told elsewhere. */
function groupsBelow(
  rows: Uint32Array,
  namesAt: (row: number) => { readonly name: string; readonly code: string },
): readonly string[] {
  const all = Array.from(rows, (row) => ({ ...namesAt(row), row }));
  const last = all.findLastIndex(({ code }) => code !== "");
  const [above, below] = [all.slice(0, last + 1), all.slice(last + 1)];
  const isApart = (below[0]?.row ?? 0) > (above.at(-1)?.row ?? 0) + 1;
  const areFew = above.length >= fewestWithCodes && below.length <= above.length * fewWithoutCodes;
  if (!isApart || !areFew || above.some(({ code }) => code === "")) return [];
  const known = new Set(above.map(({ name }) => name));
  return below.flatMap(({ name }) =>
    name === "" || known.has(name) || isTotal(name) || isNameOfResidual(name) ? [] : [name],
  );
}

/** So many names stand as far to the right as each other, where these are of one level. */
const [fewestIndented, mostlyIndented] = [8, 0.5];

/** By so many spaces levels differ. */
const leastIndent = 2;

/** Names that stand further to the left than most do, or further to the right: provinces, and communes within them. */
function coarserByIndents({ sheet, rows }: TableSurvey, { index }: ColumnSurvey): readonly string[] | undefined {
  const indents = new Map<string, Set<number>>();
  for (const row of rows) {
    const text = cellText(cellAt(sheet, row, index));
    const name = text.trim();
    if (name !== "") indents.set(name, (indents.get(name) ?? new Set()).add(indentOf(text)));
  }
  const counts = groupBy([...indents], ([, [first = 0]]) => first);
  const [[usual, own] = [0, []]] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  if (counts.size < 2 || usual === 0 || own.length < fewestIndented || own.length < indents.size * mostlyIndented)
    return undefined;
  // What holds all others stands first; a single space is a slip of whoever typed it.
  const [[, top] = ["", new Set([usual])]] = indents;
  const areSlips = [...counts.keys()].some((indent) => indent !== usual && Math.abs(indent - usual) < leastIndent);
  return areSlips || top.has(usual) ? undefined : [...indents].flatMap(([name, all]) => (all.has(usual) ? [] : [name]));
}

/** What sets a name off from those of what it lies in: `- Zürich`, `>> Bezirk Affoltern`, `......0001 Aeugst`, `.Alabama`. */
const setOff = /^(?:[-–—•·*>»…]+|\.+) ?(?=[\p{L}\d])/u;
/** So many of the names are of one level, by what sets them off. */
const mostlySetOff = 0.6;

/** Names that are set off by other marks than most of them, or by none; one that is called as those that are is a slip, or lies in none of the others. */
function coarserByMarks(texts: readonly string[]): readonly string[] | undefined {
  const marks = groupBy(texts, (text) => setOff.exec(text)?.[0].trim() ?? "");
  const [[mark, own] = ["", []]] = [...marks].sort(([, a], [, b]) => b.length - a.length);
  if (mark === "" || marks.size < 2 || own.length < fewestNames || own.length < texts.length * mostlySetOff)
    return undefined;
  const kinds = [isNameOfDivision, (text: string) => countyName.test(text)];
  const ofThese = kinds.filter(
    (is) => own.filter((text) => is(text.replace(setOff, ""))).length >= own.length * mostlyOfKind,
  );
  return texts.filter((text) => !own.includes(text) && !ofThese.some((is) => is(text.trim())));
}

/** The names of areas, in any order, that hold others of them by their names alone: `Euro area` beside countries. */
export function coarserByNames(texts: readonly string[]): readonly string[] {
  const ofCounties =
    coarserByMarks(texts) ??
    statesAmongCounties(texts) ??
    partsOfWorld(texts) ??
    partsOfNation(texts) ??
    bodiesAmongAreas(texts);
  if (ofCounties) return ofCounties;
  const found = texts.filter((text) => regionName.test(text.trim()) || nationName.test(text.trim()));
  const ofRegions = found.filter((text) => regionName.test(text.trim()));
  const isSure =
    ofRegions.length > 1 && found.length > 2 && texts.length - found.length >= found.length * mostlySmaller;
  return isSure ? found : [];
}

/** What serves several councils each, by its name. */
const bodyName =
  /\b(?:health board|integrated care board|combined authority|health and social care trust|(?:fire and rescue|police) (?:service|force))$|^bwrdd iechyd\b/iu;
const fewestBodies = 3;

/** The few names that are of bodies which serve several of the others: seven health boards beside 22 councils. */
function bodiesAmongAreas(texts: readonly string[]): readonly string[] | undefined {
  const hasCouncilsOfUlster = texts.filter((text) => councilOfUlster.test(text.trim())).length >= fewestBodies;
  const bodies = texts.filter((text) => {
    const name = text.trim();
    // Beside councils of other nations alone, a trust of Northern Ireland holds none of them.
    return bodyName.test(name) && (hasCouncilsOfUlster || !trustOfUlster.test(name));
  });
  return bodies.length >= fewestBodies && texts.length - bodies.length >= bodies.length * mostlySmaller
    ? bodies
    : undefined;
}
const trustOfUlster = /\bhealth and social care trust$/iu;
const councilOfUlster =
  /^(?:antrim|ards|armagh|belfast|causeway coast|derry|fermanagh|lisburn|mid and east antrim|mid ulster|newry)\b(?!.*\btrust\b)/iu;

/** So many names are a list; so many of them are of one kind, beside what holds these. */
const [fewestNames, mostlyOfKind] = [20, 0.6];

/** States and their country, beside a list of mostly counties. */
function statesAmongCounties(texts: readonly string[]): readonly string[] | undefined {
  const counties = texts.filter((text) => countyName.test(text.trim()));
  const states = texts.filter((text) => isNameOfDivision(text.trim()) || isNameOfCountry(text.trim()));
  const areCounties = counties.length >= fewestNames && counties.length >= texts.length * mostlyOfKind;
  return areCounties && states.length > 1 ? states.filter((text) => !countyName.test(text.trim())) : undefined;
}
const countyName =
  /\b(?:county|parish|borough|census area|municipality)(?:, (?:[A-Z]{2}|\p{Lu}\p{Ll}+(?: \p{Lu}?\p{L}+){0,2}))?$/iu;

/** Parts of the world and groups of countries, beside a list of mostly countries. */
function partsOfWorld(texts: readonly string[]): readonly string[] | undefined {
  const countries = texts.filter((text) => isNameOfCountry(text.trim()));
  const isGroup = (given: string) => {
    const text = withoutNoteMark(given).replace(/ \d{1,2}\)$/u, "");
    const isCalled = regionOfWorld.test(text) || groupOfCountries.test(text) || ofBlocs.test(text);
    return isNameOfGroup(text) || (isCalled && !isNameOfCountry(text));
  };
  const ofOtherForm = codesOfOtherForm(texts);
  const parts = texts.filter((text) => isGroup(text.trim()) || ofOtherForm.includes(text));
  const others = texts.filter((text) => !parts.includes(text));
  const areCountries =
    others.length >= fewestCountries &&
    (countries.length >= texts.length * mostlyOfKind || codesOf(others) !== undefined);
  return areCountries && parts.length > 0 ? parts : undefined;
}
const fewestCountries = 10;
/** What the World Bank puts countries together by. */
const groupOfCountries =
  /^(?:arab world|.*\bsmall states|.*\bdividend|(?:ida|ibrd)\b.*|.*\((?:ida|excluding|ibrd)\b.*\)|.*\b(?:ida|ibrd) (?:only|total|blend)|fragile and .*|heavily indebted .*|least developed .*|central europe and the baltics|low & middle income|not classified|(?:(?:more|less|least) )?develop(?:ed|ing) (?:countries|economies|regions).*|(?:emerging|advanced) .*economies|(?:sub-saharan|north|latin|central|eastern|western|southern|northern) .*\b(?:africa|america|asia|europe)\b.*|(?:.* )?(?:income|deficit|importing|exporting|landlocked|land locked) (?:\p{L}+ ){0,3}countries|(?:.* )?small island (?:\p{L}+ )?states|rest of (?:the )?world|non-?oecd.*|brics?|asean|commonwealth)$/iu;

/** Unions of countries and who is in none of them, in the languages of a few offices: `EU-28 / EFTA`, `Extra-EU`, `Drittstaaten`. */
const ofBlocs =
  /^(?:(?:eu|ue|ea|eea|ewr|efta|aele)[-_ ]?\d*(?: ?[/+&] ?(?:eu|ue|eea|ewr|efta|aele)[-_ ]?\d*)*|(?:non|nicht|extra|intra|au(?:ss|ß)er)[- ]?(?:eu|ue|europa)\b.*|(?:third countries|drittstaaten|pays tiers|paesi terzi|pa[ií]ses terceros)\b.*|(?:andere|übrige|other|autres) (?:.*\b)?(?:eu|ue)\b.*)$/iu;

/** The whole country and its towns and villages, beside a list of areas: `National`, `Urban`, `Rural`. */
function partsOfNation(texts: readonly string[]): readonly string[] | undefined {
  const parts = texts.filter((text) => partOfNation.test(text.trim()));
  return parts.length > 1 && texts.length - parts.length >= fewestCountries ? parts : undefined;
}
const partOfNation =
  /^(?:(?:all )?(?:national|nationwide|urban|rural|metropolitan|non-metropolitan|peri-urban)(?: (?:areas?|total|average|level))?|country(?:wide| total| average)?|whole country|total (?:urban|rural))$/iu;
