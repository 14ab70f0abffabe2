import { groupBy } from "../../dataset/index.ts";
import { cellAt, cellText, type SheetCell } from "../../tables/index.ts";
import { isNameOfCountry } from "../areas/area-names.ts";
import { arePlaceNumbers } from "../areas/codes-without-heading.ts";
import { findArea, isAreaName, isNameOfArea, isOfAreaCodes, mayBeAreaName, wholeArea } from "../areas/find-area.ts";
import { keyOfForm } from "../areas/levels-of-forms.ts";
import { largestOf, smallestOf } from "../extremes.ts";
import { meaningOf } from "../meaning-of.ts";
import { areOfAnyMinute } from "../periods/clock-times.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { withoutNumbering, wordsOf } from "../words.ts";
import { arePostcodes, isOfAddresses } from "./places-of-few.ts";
import { toldBy } from "./told-by.ts";

/** Which columns tell the rows of a table apart. */
export interface ToldApart {
  /** The columns that name a dimension each. */
  readonly naming: readonly ColumnSurvey[];
  /** Those of them in which an empty cell stands for something. */
  readonly blanks: ReadonlySet<ColumnSurvey>;
  /** A column of codes beside one of names, where a name alone leaves open what is meant. */
  readonly codes: ReadonlyMap<ColumnSurvey, ColumnSurvey>;
  /** Labels that another column tells. */
  readonly attributes: ReadonlyMap<ColumnSurvey, ColumnSurvey>;
  /** Labels that rows are told apart without. */
  readonly spare: readonly ColumnSurvey[];
  /** Nothing does. */
  readonly alike: AlikeRows | undefined;
}

/** Rows that no columns tell apart: a list of cases, say. */
export interface AlikeRows extends RowsReading {
  /** What rows may be called by. */
  readonly offered: readonly ColumnSurvey[];
  /** Whether all figures may be added up. */
  readonly canAdd: boolean;
  /** Whether nearly each of them has a name of its own. */
  readonly areCases?: boolean;
}

/** How rows are read that no columns tell apart. */
export interface RowsReading {
  /**
   * Figures of rows that are alike are added up; or each row is a category of its own, called by its number; or, of a few, what they say
   * differently is left out.
   */
  readonly rows: "added" | "numbered" | "left-out";
  /** By which columns rows are called. */
  readonly by: readonly ColumnSurvey[];
}

export interface TellingInput {
  readonly survey: TableSurvey;
  /** Columns that tell rows apart in any case: of periods, and of the names of measures. */
  readonly always: readonly ColumnSurvey[];
  /** Columns of labels that may name a dimension. */
  readonly labels: readonly ColumnSurvey[];
  readonly downwards: readonly ColumnSurvey[];
  readonly figures: readonly ColumnSurvey[];
  /** Whether all figures may be added up. */
  readonly canAdd: boolean;
  /** How rows are to be read, where no columns tell them apart. */
  readonly wanted: RowsReading | undefined;
}

/**
 * Finds the smallest set of columns that tells rows apart which have different figures: labels that stand in every row; then those
 * that stand in some; then a column of codes, beside the names that it tells. Where none does, rows that are clearly several of each name are added up, and others are
 * called by a name and their number.
 */
export function tellApart(input: TellingInput): ToldApart {
  const rows = createRows(input);
  if (input.figures.length === 0) return countedRows(input);
  return (
    toldByKinds(input, rows) ?? withNumberedParts(withNamesOfCodes(toldByColumns(input, rows)), input.survey, rows)
  );
}

/** Rows that are told apart by codes with the names beside these, of which some come again: `Neustadt (G30408)`, and that of another district. */
function withNamesOfCodes(told: ToldApart): ToldApart {
  const own = told.naming.find((column) => column.kind === "label" && isCodeLike(column) && !told.codes.has(column));
  const isName = ({ kind, texts }: ColumnSurvey) =>
    kind === "label" &&
    texts.every((text) => /\p{L}{2}/u.test(text)) &&
    texts.length < (own?.texts.length ?? 0) &&
    texts.length >= (own?.texts.length ?? 0) * mostlyOnce;
  const [name] = [...told.attributes].find(([column, by]) => by === own && !isCodeLike(column) && isName(column)) ?? [];
  if (!own || !name || told.alike) return told;
  const attributes = [...told.attributes].filter(([column]) => column !== name);
  return {
    ...told,
    naming: told.naming.map((column) => (column === own ? name : column)),
    codes: new Map([...told.codes, [name, own]]),
    attributes: new Map(attributes.map(([column, by]) => [column, by === own ? name : by] as const)),
  };
}

/** What areas are divided into that have a number in each, and no name. */
const numberedPart =
  /\b(?:circonscriptions?|constituenc(?:y|ies)|districts?|wards?|precincts?|divisions?|circuits?|zones?|wahlkreise?|stimmbezirke?|se(?:cci[oó]n|zione|[cç][aã]o)|okr[eę]g)\b/iu;
/** A number of several areas has so many digits at most. */
const partNumber = /^\d{1,3}$/u;

/** Areas that are told by a name and the number of a part of it are called by both: the first part of one is none of another. */
function withNumberedParts(told: ToldApart, survey: TableSurvey, rows: Rows): ToldApart {
  if (told.codes.size > 0 || told.alike) return told;
  const part = told.naming.find(
    (column) =>
      column.kind === "code" &&
      numberedPart.test(meaningOf(column.name)) &&
      column.texts.every((text) => partNumber.test(text)),
  );
  const named = told.naming.filter((column) => column.kind === "label" && !isCodeLike(column));
  const whole = part && findArea(survey, named);
  // The first of each whole is called alike, and most wholes have others.
  if (!part || !whole || rows.classes([whole, part]) < part.texts.length * mostlyInOne) return told;
  return { ...told, naming: told.naming.filter((column) => column !== part), codes: new Map([[whole, part]]) };
}

/** So many names are those of groups that the rows of a list are counted by, and so many rows, on average, have each, or each of more names. */
const [mostGroups, fewestOfEach, fewestOfCommon] = [40, 4, 20];
/** What says of a case what it is. */
const ofKind =
  /\b(?:types?|categor(?:y|ies)|kinds?|class(?:es)?|offen[cs]es?|crimes?|causes?|reasons?|groups?|species)\b/iu;

/** A list without any figure: its rows are counted by area, and by what says of each what it is, or else by the column of the fewest names. */
function countedRows({ survey, labels }: TellingInput): ToldApart {
  const height = survey.rows.length;
  const named = labels.filter(({ texts }) => texts.length > 1 && texts.length * fewestOfEach <= height);
  const area = findArea(survey, named);
  const groups = named.filter((column) => column !== area && column.texts.length <= mostGroups);
  const rankOf = ({ name, filled }: ColumnSurvey) => (ofKind.test(wordsOf(name)) ? 0 : 2) + (filled < height ? 1 : 0);
  // Of a long list in which nothing is one of few, what stands there most often says of what there are how many: trees, by species.
  const common = area ? [] : named.filter(({ texts }) => texts.length * fewestOfCommon <= height);
  const [best] = [...(groups.length > 0 ? groups : common)].sort(
    (a, b) => rankOf(a) - rankOf(b) || a.texts.length - b.texts.length || a.index - b.index,
  );
  const naming = [...(area ? [area] : []), ...(best ? [best] : [])].sort((a, b) => a.index - b.index);
  return {
    naming,
    blanks: new Set(naming.filter(({ filled }) => filled < height)),
    codes: new Map(),
    attributes: new Map(),
    spare: labels.filter((column) => !naming.includes(column)),
    alike: undefined,
  };
}

function toldByColumns(input: TellingInput, rows: Rows): ToldApart {
  const { survey, always, labels, downwards } = input;
  const height = rows.count;
  const isFull = (column: ColumnSurvey) => downwards.includes(column) || rows.isFilled(column);
  const [filled, sparse] = [labels.filter(isFull), labels.filter((column) => !isFull(column))];
  const full = withoutAddresses(withoutTimes(filled, always, rows), rows);
  const none: Pick<ToldApart, "blanks" | "codes" | "alike" | "spare"> = {
    blanks: new Set(),
    codes: new Map(),
    alike: undefined,
    spare: [],
  };
  const each = full.filter((column) => height > 1 && rows.classes([column]) === height);
  const plain = full.filter((column) => !each.includes(column));
  // The key of a series, `Q:FR:R:628`, says no more than the columns that it is put together of.
  const isPutTogether =
    each.every((column) => isCodeLike(column) && !caseName.test(wordsOf(column.name))) &&
    plain.length > 1 &&
    rows.classes(plain) === height;
  const alone = isPutTogether ? undefined : toldByOne(each, { full, rows });
  if (alone) return { ...none, ...alone };
  const numbered = toldByNumbers(input, { full, rows });
  if (numbered) return { ...none, ...numbered };
  // Of a series, what stands beside its periods says something of each, and is no dimension.
  if (
    always.length > 0 &&
    height > 2 &&
    rows.classes(always) === height &&
    full.every((column) => rows.classes([column]) <= height / 2)
  )
    return { ...none, naming: [], attributes: new Map(), spare: full };
  const { attributes, naming } = toldNames(
    full.filter((column) => !(isPutTogether && each.includes(column))),
    { full, rows, input },
  );
  naming.push(...groupsByCode(input, { named: naming, full, rows }));
  const base = [...always, ...naming];
  const told = toldByThings(input, { full, rows, attributes }) ?? toldFully(input, { naming, rows });
  if (told) return { ...none, attributes, ...told };
  const byCodes = dimensionsOfCodes(codesBeside(survey, rows), { full, rows });
  // Of what has a number of its own, the numbers beside it say something of it: which other is nearest.
  const isToldByOne = byCodes.some((column) => rows.isKey([...always, column]));
  if (byCodes.length > 1 && !isToldByOne && rows.isKey([...base, ...byCodes]))
    return { ...none, naming: [...naming, ...byCodes].sort((a, b) => a.index - b.index), attributes };
  const byCode = toldByCode(input, { naming, sparse, full, rows, attributes });
  if (byCode) return { ...none, ...byCode };
  const offered = labels.filter(({ texts }) => texts.length > 1);
  // A list in which nearly each row has a name of its own is one of cases, and what else they have tells no two of them apart.
  const name = height >= fewestCases ? full.find((column) => rows.classes([column]) >= height * 0.8) : undefined;
  const areNearlyTold = rows.classes([...always, ...naming]) >= height * (1 - mostDoubtful);
  if (name && !input.wanted && sparse.length > 0 && !areNearlyTold)
    return {
      ...none,
      naming: [],
      attributes: new Map(),
      alike: { rows: "numbered", by: [name], offered, canAdd: input.canAdd, areCases: true },
    };
  const blanks: ColumnSurvey[] = [];
  for (const column of sparse)
    if (
      !rows.isKey([...base, ...blanks]) &&
      rows.classes([...base, ...blanks, column]) > rows.classes([...base, ...blanks])
    )
      blanks.push(column);
  if (rows.isKey([...base, ...blanks])) {
    const needed = blanks.filter((column) => !rows.isKey([...base, ...blanks.filter((other) => other !== column)]));
    const kept = rows.isKey([...base, ...needed]) ? needed : blanks;
    const twice = toldByGaps(kept, { input, naming, attributes, rows });
    if (twice) return { ...none, ...leftOut(twice.naming, { ...twice, offered, canAdd: input.canAdd }) };
    const inOrder = [...naming, ...kept].sort((a, b) => a.index - b.index);
    // What stands in each row may tell nothing that those with gaps do not: the quintiles of areas, beside their names.
    const pruned = prune(inOrder, (own) => rows.isKey([...always, ...own]));
    const spare = inOrder.filter((column) => !pruned.includes(column));
    return { ...none, naming: pruned, attributes, spare, blanks: new Set(kept.filter((own) => pruned.includes(own))) };
  }
  const doubtful = namesOfDoubtful(input, { naming: naming.length > 0 ? naming : areaCodes(survey, rows), rows });
  if (doubtful) return { ...none, ...leftOut(doubtful, { naming, attributes, offered, canAdd: input.canAdd }) };
  return { ...none, ...toldAsAlike(input, { offered, rows, isFull }) };
}

/**
 * What names rows, where columns tell them apart by their gaps alone: what a name tells wherever it says anything, the region of a country, is known of
 * it, and a few rows that stand twice are in doubt. Undefined where they are not few.
 */
function toldByGaps(
  sparse: readonly ColumnSurvey[],
  {
    input,
    naming,
    attributes,
    rows,
  }: Pick<ToldApart, "naming" | "attributes"> & { readonly input: TellingInput; readonly rows: Rows },
): Pick<ToldApart, "naming" | "attributes"> | undefined {
  const told = sparse.flatMap((column) => {
    const by = naming.find((name) => rows.tellsWhereSaid(name, column));
    return by ? [[column, by] as const] : [];
  });
  const twice = told.length === sparse.length ? namesOfDoubtful(input, { naming, rows }) : undefined;
  return twice && { naming: twice, attributes: new Map([...attributes, ...told]) };
}

/** Rows of which a few say other things than others that are named alike. */
function leftOut(
  by: ToldApart["naming"],
  {
    naming,
    attributes,
    offered,
    canAdd,
  }: Pick<ToldApart, "naming" | "attributes"> & Pick<AlikeRows, "offered" | "canAdd">,
): Pick<ToldApart, "naming" | "attributes" | "alike" | "spare"> {
  const spare = naming.filter((column) => !by.includes(column));
  return { naming: by, attributes, alike: { rows: "left-out", by, offered, canAdd }, spare };
}

/** Rows that nothing tells apart, as somebody wishes them to be read, or as they look. */
function toldAsAlike(
  input: TellingInput,
  {
    offered,
    rows,
    isFull,
  }: {
    readonly offered: readonly ColumnSurvey[];
    readonly rows: Rows;
    readonly isFull: (column: ColumnSurvey) => boolean;
  },
): Pick<ToldApart, "naming" | "blanks" | "attributes" | "alike"> {
  const reading = input.wanted ?? readAlike(input, { offered, rows });
  const summed = reading.rows === "added" ? reading.by : [];
  const isKey = reading.rows === "added" && rows.classes([...input.always, ...summed]) === rows.count;
  return {
    naming: summed,
    blanks: new Set(summed.filter((column) => !isFull(column))),
    attributes: new Map(),
    alike: isKey ? undefined : { ...reading, offered, canAdd: input.canAdd },
  };
}

/** Rows each of which one of some columns names: what else tells them apart is told by it. */
function toldByOne(
  each: readonly ColumnSurvey[],
  { full, rows }: Pick<CodeInput, "full" | "rows">,
): Pick<ToldApart, "naming" | "attributes"> | undefined {
  const alone = nameInstead(each, rows) ?? each[0];
  if (!alone) return undefined;
  const naming = full.filter((column) => column === alone || isPairOf(alone, column));
  const others = full.filter((column) => !naming.includes(column));
  return { naming, attributes: new Map(others.map((column) => [column, alone])) };
}

/** Things that have a name and stand in a place: of some names there are several. */
const nameOfThings =
  /\b(?:schools?|colleges?|coll[èe]ges?|lyc[ée]es?|[ée]coles?|universit(?:y|ies)|academ(?:y|ies)|hospitals?|clinics?|practices?|surger(?:y|ies)|pharmac(?:y|ies)|homes?|centres?|centers?|nurser(?:y|ies)|institutions?|establishments?|[ée]tablissements?|facilit(?:y|ies)|stations?|sites?|prisons?|librar(?:y|ies)|museums?|shops?|stores?|branch(?:es)?|estates?|parks?|churches|courts?|provider|scuol[ae]|istitut[oi]|escuelas?|colegios?|escolas?|schule|krankenhaus)\b/iu;
/** So many of the rows, or of those of one period, have a name of their own; the others have that of another thing. */
const mostlyOwn = 0.8;

/**
 * Schools or the like, of which a few are called alike, by their names with the place or the code beside these that tells them apart: classes of figures may do so by chance,
 * and would be dimensions of nothing. Undefined where rows are of something else too.
 */
function toldByThings(
  { survey, always, labels }: TellingInput,
  { full, rows, attributes }: Omit<CodeInput, "naming">,
): Pick<ToldApart, "naming" | "codes" | "attributes" | "spare"> | undefined {
  const names = full
    .filter((column) => nameOfThings.test(wordsOf(column.name)) && !isCodeLike(column))
    .find((column) => {
      const classes = rows.classes([...always, column]);
      return column.texts.length >= fewestCases && classes < rows.count && classes >= rows.count * mostlyOwn;
    });
  if (!names) return undefined;
  const isKey = (column: ColumnSurvey) => column !== names && rows.isKey([...always, names, column]);
  // No more things than names and a few: what has several of each breaks them down.
  const tellsThings = (column: ColumnSurvey) =>
    isKey(column) && rows.classes([names, column]) * mostlyOwn <= names.texts.length;
  const places = full.filter((column) => isAreaName(column.name) && rows.classes([column]) < names.texts.length);
  const beside = [...full.filter(isCodeLike), ...codesBeside(survey, rows)].filter(
    ({ index }) => Math.abs(index - names.index) <= nearNames,
  );
  const code = [...places, ...beside].find(tellsThings);
  if (!code) return undefined;
  const told = full.filter((column) => column !== names && column !== code && rows.tells(names, column));
  return {
    naming: [names],
    codes: new Map([[names, code]]),
    attributes: new Map([...attributes, ...told.map((column) => [column, names] as const)]),
    spare: labels.filter((column) => column !== names && column !== code && !told.includes(column)),
  };
}
/** So many columns from the names of things stand the codes of these. */
const nearNames = 2;

/** Rows that names tell apart, or the name of an area and the code of what it lies in. */
const toldFully = (
  input: TellingInput,
  { naming, rows }: { readonly naming: readonly ColumnSurvey[]; readonly rows: Rows },
) =>
  rows.isKey([...input.always, ...naming])
    ? toldByNames(input, { naming, rows })
    : areaWithinCode(input, { naming, rows });

/** Labels with gaps stand in so many of the rows, where they are columns of the table like the others. */
const mostlyThere = 0.8;

/**
 * Whether labels tell each row from all others, if those with a few gaps are taken with them, and say the same of several rows each: a number that each row has besides says
 * nothing of what it is of.
 */
function areToldByLabels(
  sparse: readonly ColumnSurvey[],
  { naming, rows }: { readonly naming: readonly ColumnSurvey[]; readonly rows: Rows },
): boolean {
  const all = [
    ...naming,
    ...sparse.filter(
      ({ filled, texts }) =>
        filled >= rows.count * mostlyThere && texts.length > 1 && texts.length * fewestOfName <= rows.count,
    ),
  ];
  const areGroups = naming.every((column) => rows.classes([column]) * fewestOfName <= rows.count);
  return areGroups && all.length > naming.length && rows.classes(all) === rows.count;
}

/** Rows that a code tells apart: all of them, or all but a few of very many, which have that of others by mistake. Undefined where none does. */
function toldByCode(
  { survey, always, labels, wanted, canAdd }: TellingInput,
  { naming, sparse, full, rows, attributes }: CodeInput & { readonly sparse: readonly ColumnSurvey[] },
): (Pick<ToldApart, "naming" | "codes" | "attributes" | "spare"> & Partial<Pick<ToldApart, "alike">>) | undefined {
  if (areToldByLabels(sparse, { naming: [...always, ...naming], rows })) return undefined;
  const codes = codesBeside(survey, rows);
  const classes = (own: readonly ColumnSurvey[]) => rows.classes([...always, ...own]);
  const key = codes.find((column) => rows.isKey([...always, ...naming, column]));
  const nearly = codes.find(
    (column) => rows.count - classes([...naming, column]) <= rows.count * mostCodesAgain && !wanted && !canAdd,
  );
  const code = key ?? nearly;
  if (!code) return undefined;
  const needed = prune(naming, (own) =>
    key ? rows.isKey([...always, key, ...own]) : classes([code, ...own]) === classes([code, ...naming]),
  );
  const named = namedByCode(code, { naming: needed, full, rows, attributes });
  const spare = naming.filter((column) => !needed.includes(column));
  if (key) return { ...named, spare };
  const offered = labels.filter(({ texts }) => texts.length > 1);
  return { ...named, spare, alike: { rows: "left-out", by: named.naming, offered, canAdd } };
}

/** Rows that names tell apart: those that are needed for it, of areas within others together with these. */
function toldByNames(
  { survey, always }: TellingInput,
  { naming, rows }: { readonly naming: readonly ColumnSurvey[]; readonly rows: Rows },
): Pick<ToldApart, "naming" | "spare"> & Partial<Pick<ToldApart, "codes">> {
  const telling = prune(naming, (own) => rows.classes([...always, ...own]) === rows.count);
  // Figures of all and those of a part are not alike, also where no two rows of a sample differ by that alone.
  const isBroken = ({ texts }: ColumnSurvey) => texts.length > 1 && texts.some((text) => isTotal(text));
  const needed = naming.filter((column) => telling.includes(column) || isBroken(column));
  const spare = naming.filter((column) => !needed.includes(column));
  const nested = areaWithin(survey, { naming: needed, rows }) ?? nearlyWithin(survey, { naming: needed, rows });
  if (!nested) return { naming: needed, spare };
  const { inner, outer } = nested;
  return { naming: needed.filter((column) => column !== outer), codes: new Map([[inner, outer]]), spare };
}

/** So many of the names of areas, on average, stand in one of the areas that hold them. */
const mostlyInOne = 2;
/** Names of areas that are known, whatever stands above them: `STNAME`. */
const areKnownAreas = ({ texts }: ColumnSurvey): boolean =>
  texts.length >= fewestCoded && texts.filter(isNameOfArea).length >= texts.length * mostlyKnown;
const mostlyKnown = 0.8;
/** So few areas have a code each. */
const fewestCoded = 4;

/**
 * Areas and the larger ones that they lie in, where names come in several of these: `Washington County` of one state, and that of another. These are a
 * few of many, or a code stands beside each of the pairs, `G0100010`. Who compares counties compares all of them, and not those of one state.
 */
function areaWithin(
  survey: TableSurvey,
  { naming, rows }: { readonly naming: readonly ColumnSurvey[]; readonly rows: Rows },
): { readonly inner: ColumnSurvey; readonly outer: ColumnSurvey } | undefined {
  const inner = findArea(survey, naming);
  if (!inner || isCodeLike(inner)) return undefined;
  const codes = codesBeside(survey, rows);
  const outer = naming.find((column) => {
    const isOfAreas =
      isAreaName(column.name) ||
      isOfAreaCodes(column.name) ||
      areKnownAreas(column) ||
      (isAreaName(inner.name) && mayBeAreaName(column.name));
    if (column === inner || !isOfAreas || isPairOf(inner, column)) return false;
    const pairs = rows.classes([inner, column]);
    if (pairs <= inner.texts.length) return false;
    const isOfPairs = (code: ColumnSurvey) =>
      code !== column && rows.classes([code]) === pairs && rows.classes([code, inner, column]) === pairs;
    if (pairs >= fewestCoded && column.texts.length < inner.texts.length && codes.some(isOfPairs)) return true;
    return (
      inner.texts.length >= fewestCases &&
      column.texts.length * 2 < inner.texts.length &&
      pairs <= inner.texts.length * mostlyInOne &&
      // `Town` and `Rural`, of which each area has both, break areas down, and hold none.
      pairs <= (inner.texts.length * (1 + column.texts.length)) / 2
    );
  });
  return outer && { inner, outer };
}

/**
 * Areas of which nearly each stands beside one name of another column, and some are called alike and stand beside two: districts, with what kind each is. That crosses
 * none of them. Where one name stands beside most areas, others may be parts of what it says: few areas are told by sex, and all others of both together.
 */
function nearlyWithin(
  survey: TableSurvey,
  { naming, rows }: { readonly naming: readonly ColumnSurvey[]; readonly rows: Rows },
): { readonly inner: ColumnSurvey; readonly outer: ColumnSurvey } | undefined {
  const area = findArea(survey, naming);
  if (!area || isCodeLike(area) || area.texts.length < fewestCases) return undefined;
  const { length } = area.texts;
  const outer = naming.find((column) => {
    if (column === area || isPairOf(area, column) || column.texts.some((text) => isTotal(text))) return false;
    const again = rows.classes([area, column]) - length;
    return (
      column.texts.length * timesMore <= length &&
      again >= fewestAgain &&
      again <= length * mostAgain &&
      mostOf(survey, column) <= rows.count * mostOfOne
    );
  });
  return outer && { inner: area, outer };
}
/** In how many rows that name of a column stands that stands in the most. */
const mostOf = ({ sheet, rows }: TableSurvey, { index }: ColumnSurvey): number =>
  Math.max(...[...groupBy(rows, (row) => textIn(sheet, row, index)).values()].map(({ length }) => length));
/** So many times as many areas as names beside them; of so few, and no more than so many, two stand beside two; and none stands in more of the rows. */
const [timesMore, fewestAgain, mostAgain, mostOfOne] = [4, 3, 0.1, 0.8];

/** Areas that one name each stands for in each of the larger ones, of which there is the code alone: `Autauga County` beside `AL`. */
function areaWithinCode(
  { survey, always }: TellingInput,
  { naming, rows }: { readonly naming: readonly ColumnSurvey[]; readonly rows: Rows },
): Pick<ToldApart, "naming" | "codes" | "spare"> | undefined {
  for (const code of codesBeside(survey, rows)) {
    const nested = areaWithin(survey, { naming: [...naming, code], rows });
    if (nested?.outer !== code || !rows.isKey([...always, nested.inner, code])) continue;
    const { inner } = nested;
    return {
      naming: [inner],
      codes: new Map([[inner, code]]),
      spare: naming.filter((column) => column !== inner),
    };
  }
  return undefined;
}

/** Rows that the numbers of cases tell apart. That of a line says nothing of what stands in it, where names do that stand in few of them. */
function toldByKey(
  key: ColumnSurvey,
  full: readonly ColumnSurvey[],
  rows: Rows,
): Pick<ToldApart, "naming" | "attributes"> & Partial<Pick<ToldApart, "codes">> {
  const isNamed = full.some(
    (column) => /\p{L}{3}/u.test(column.texts[0] ?? "") && rows.classes([column]) >= rows.count * mostlyOnce,
  );
  const areLines = key.texts.every((text) => /^\d+$/u.test(text) && Number(text) <= rows.count);
  return isNamed && areLines
    ? namedByCode(key, { naming: [], full, rows, attributes: new Map() })
    : { naming: [key], attributes: new Map(full.map((column) => [column, key])) };
}

/**
 * Labels but those that say when: moments, and a week or a month beside periods, which is another name of theirs, where these tell rows apart:
 * alone, or with the other labels all but a few, which were dated wrongly.
 */
function withoutTimes(
  labels: readonly ColumnSurvey[],
  always: readonly ColumnSurvey[],
  rows: Rows,
): readonly ColumnSurvey[] {
  const areTold = always.length > 0 && rows.count > 1 && rows.classes(always) === rows.count;
  const others = labels.filter((column) => !isMoment(column) && !(column.texts.length > 1 && areMonths(column.texts)));
  const areNearlyTold =
    always.length > 0 &&
    others.length > 0 &&
    rows.count >= fewestCases &&
    rows.classes([...always, ...others]) >= rows.count * (1 - mostDoubtful);
  // The number of a month, beside the month of a year.
  const isPart = (column: ColumnSurvey) => areTold || always.some((own) => rows.tells(own, column));
  if (areNearlyTold) return others.filter((column) => !(areTold && isOfTime(column)));
  return labels.filter((column) => !isMoment(column) && !(isOfTime(column) && isPart(column)));
}

/** Labels without where in a street something is, which a name and a number say better: of one school, or of two in one house. */
function withoutAddresses(given: readonly ColumnSurvey[], rows: Rows): readonly ColumnSurvey[] {
  const named = given.filter(({ texts }) => !arePostcodes(texts));
  // Of two that are called alike, it may be all that tells them apart.
  const labels = named.length > 0 && rows.classes(named) === rows.classes(given) ? named : given;
  const others = labels.filter((column) => !isOfAddresses(column));
  return others.length > 0 ? others : labels;
}

/** Whether all texts are names of months. */
export const areMonths = (texts: readonly string[]): boolean =>
  texts.every((text) =>
    /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\p{L}*\.?(?:[ _-]?\d{2,4})?$/iu.test(text.trim()),
  );

/** What a column is of that says when: the number of a week, beside its first day. */
const isOfTime = ({ name, texts }: ColumnSurvey): boolean =>
  /\b(?:weeks?|months?|quarters?|years?|days?|dates?|periods?)\b/iu.test(wordsOf(name)) &&
  texts.every((text) => /\d/u.test(text) || text.length <= longestCode);

/** Whether a column says of each row when it was written, to the second, or at which minute of a day it happened: nothing is called so. */
const isMoment = ({ texts }: ColumnSurvey): boolean =>
  texts.length > 1 &&
  (texts.every((text) => /^\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}:\d{2}\.\d+/u.test(text)) || areOfAnyMinute(texts));

/** Which labels others tell, and which of the rest name a dimension: of a code and its name, which tell each other, the name. */
function toldNames(
  own: readonly ColumnSurvey[],
  { full, rows, input }: { readonly full: readonly ColumnSurvey[]; readonly rows: Rows; readonly input: TellingInput },
): { readonly attributes: Map<ColumnSurvey, ColumnSurvey>; readonly naming: ColumnSurvey[] } {
  const attributes = new Map(
    full.flatMap((column) => {
      // Where names stand in the first of their rows only, the blank cells below are of these.
      const others = full.filter((other) => !input.downwards.includes(other) || rows.tells(other, column));
      const by = toldBy(column, others, input.survey);
      return by ? [[column, by] as const] : [];
    }),
  );
  const first = own.filter((column) => !attributes.has(column));
  const naming = first.map((column) => nameOf(column, full, rows));
  for (const [index, column] of first.entries()) {
    const name = naming[index] as ColumnSurvey;
    if (name === column) continue;
    attributes.delete(name);
    attributes.set(column, name);
  }
  return { attributes, naming };
}

/** So many times as many rows are told apart by codes of groups; or of the rows that are alike, half are. */
const leastFactor = 1.5;

/** Codes of a few groups that no name stands beside, and which tell many rows apart: of parliaments, in a list of polls. */
function groupsByCode(
  { survey, always }: TellingInput,
  {
    named,
    full,
    rows,
  }: { readonly named: readonly ColumnSurvey[]; readonly full: readonly ColumnSurvey[]; readonly rows: Rows },
): readonly ColumnSurvey[] {
  const known = [...always, ...named];
  if (rows.isKey(known)) return [];
  const before = rows.classes(known);
  const divides = (after: number) => after >= before * leastFactor || rows.count - after <= (rows.count - before) / 2;
  return survey.columns.filter(
    (column) =>
      column.kind === "code" &&
      column.name !== "" &&
      !isMapCoordinate(wordsOf(column.name)) &&
      column.texts.length > 1 &&
      column.texts.length <= Math.min(fewNames * 5, rows.count / 5) &&
      rows.isFilled(column) &&
      !full.some((other) => rows.tells(other, column) || rows.tells(column, other)) &&
      divides(rows.classes([...known, column])),
  );
}

/** So many rows has a name, on average, that tells another column by more than chance. */
const fewestOfName = 5;

/**
 * Columns of codes that name a dimension each, in a table that has no names of them: of areas, functions and items. None of them tells
 * another, or a label, and none has a code for each row.
 */
function dimensionsOfCodes(
  codes: readonly ColumnSurvey[],
  { full, rows }: { readonly full: readonly ColumnSurvey[]; readonly rows: Rows },
): readonly ColumnSurvey[] {
  const all = codes.filter((column) => column.texts.length > 1 && rows.classes([column]) < rows.count);
  // What says the same of each row once more, `area_name` with the code of `area_code` in it, tells nothing.
  const isAgain = (column: ColumnSurvey, other: ColumnSurvey) => rows.tells(other, column) && rows.tells(column, other);
  const may = all.filter((column, at) => !all.slice(0, at).some((other) => isAgain(column, other)));
  // What has a name in nearly each row tells anything, by chance.
  const tells = (column: ColumnSurvey, told: ColumnSurvey) =>
    column !== told && column.texts.length <= rows.count / fewestOfName && rows.tells(column, told);
  const areNamed = may.some((column) =>
    full.some((other) => other.texts.length > 1 && (tells(column, other) || tells(other, column))),
  );
  return areNamed ? [] : may.filter((column) => !may.some((other) => tells(other, column)));
}

/** Whether a heading is of where something lies on the map. */
export const isMapCoordinate = (name: string): boolean =>
  /\b(?:lat|lng|lon|long|latitud(?:e|ine)?|longitud(?:e|ine)?|(?:breiten|l[äa]ngen)grad|easting|northing)$/iu.test(
    name,
  );

/** Rows that have a number each, those of a form or of cases. */
function toldByNumbers(
  { survey, labels }: Pick<TellingInput, "survey" | "labels">,
  { full, rows }: { readonly full: readonly ColumnSurvey[]; readonly rows: Rows },
): (Pick<ToldApart, "naming" | "attributes"> & Partial<Pick<ToldApart, "codes" | "spare">>) | undefined {
  const form = keyOfForm(survey);
  if (form)
    return {
      naming: [form.name],
      codes: new Map([[form.name, form.key]]),
      attributes: new Map(),
      spare: labels.filter((column) => column !== form.name),
    };
  const key = caseKey(survey, rows);
  return key && toldByKey(key, full, rows);
}

const caseName =
  /\b(?:case|claim|docket|matter|incident|report|reference|ref|file|record|grant|award|project|application|permit|licen[cs]e|collision|accident|crash)\b/iu;

/** The number of a school, or of a property, which has a name. */
const placeNumber = /\bunique (?:\w+ )?reference\b/iu;

/** The column of codes that a list of cases has its numbers in: each stands in one row. */
const caseKey = ({ columns }: TableSurvey, rows: Rows): ColumnSurvey | undefined =>
  columns.find(
    (column) =>
      column.kind === "code" &&
      caseName.test(wordsOf(column.name)) &&
      !placeNumber.test(wordsOf(column.name)) &&
      rows.count > 2 &&
      rows.isFilled(column) &&
      rows.classes([column]) === rows.count,
  );

/** Of columns that name each row, the first that is of names. */
const nameInstead = (each: readonly ColumnSurvey[], rows: Rows): ColumnSurvey | undefined => {
  const names = each.filter((column) => !isCodeLike(column));
  const first = names.find((column) => isAreaName(column.name) && nameOf(column, each, rows) === column) ?? names[0];
  return first && nameOf(first, each, rows);
};

/** The column of names that a column of short codes stands beside: `af` and `Africa`. */
function nameOf(column: ColumnSurvey, others: readonly ColumnSurvey[], rows: Rows): ColumnSurvey {
  const plain = others.find((other) => isInOrder(column, other) && rows.tells(column, other));
  if (plain) return plain;
  const sizeOf = ({ texts }: ColumnSurvey) => texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  // `-` stands for what has no code: the rest of a country.
  const codes = column.texts.filter((text) => /[\p{L}\d]/u.test(text));
  const areCodes =
    codeHeading.test(wordsOf(column.name)) ||
    codes.every((text) => /\d/u.test(text) && /^'?[\p{Lu}\d_.-]+$/u.test(text));
  if ((sizeOf(column) > longestCode && !areCodes) || column.texts.some((text) => /\s/u.test(text))) return column;
  const isName = (other: ColumnSurvey) =>
    other !== column &&
    other.texts.length === column.texts.length &&
    (Math.abs(other.index - column.index) <= 2 || /(?:name|label|title|description)s?$/iu.test(wordsOf(other.name))) &&
    (sizeOf(other) > 2 * sizeOf(column) || (areCodes && other.texts.some((text) => ofNames.test(text)))) &&
    !codeHeading.test(wordsOf(other.name)) &&
    // `10 - 14세` beside `'15` is a name all the same.
    (!isCodeLike(other) || (areCodes && other.texts.every((text) => ofNames.test(text)))) &&
    rows.tells(column, other);
  return others.find(isName) ?? column;
}

/** What stands in names, and in no code: a space, or a letter of a script without capitals. */
const ofNames = /\s|\p{Lo}/u;

/** Whether a column has the names of another, most of them behind what puts them in order: `a. Cavan` beside `Cavan`. */
function isInOrder(column: ColumnSurvey, other: ColumnSurvey): boolean {
  if (column === other || column.texts.length !== other.texts.length || column.texts.length < 2) return false;
  const names = new Set(other.texts);
  const numbered = column.texts.filter((text) => !names.has(text) && names.has(withoutNumbering(text)));
  return numbered.length >= column.texts.length / 2;
}

/** A heading of what somebody gave each of something, and nobody calls it by. */
const codeHeading = /(?:^|\b|[a-z])(?:ids?|codes?|slugs?|keys?|uuid)$/iu;

/** Codes have fewer letters, on average. */
const longestCode = 4;

const fewestCases = 20;
/** So many of the rows have names that stand in no other. */
const mostlyOnce = 0.6;

interface CodeInput extends Pick<ToldApart, "naming" | "attributes"> {
  readonly full: readonly ColumnSurvey[];
  readonly rows: Rows;
}

/** Rows that a code tells apart, and the names that it stands beside; numbers of groups are no names. */
function namedByCode(
  code: ColumnSurvey,
  { naming, full, rows, attributes }: CodeInput,
): Pick<ToldApart, "naming" | "codes" | "attributes"> {
  const told = full.filter((column) => rows.tells(code, column));
  const isNumber = (text: string) => /^[\d.]+$/u.test(text);
  const names = told.filter(({ texts }) => texts.filter(isNumber).length < texts.length * 0.8);
  const first = names.sort((a, b) => b.texts.length - a.texts.length)[0];
  // Of tracts and their county, the code of the tract says which it is.
  const isOfGroups =
    first !== undefined && isOfAreaCodes(code.name) && first.texts.length <= code.texts.length / fewestOfName;
  const named = isOfGroups ? undefined : first;
  return {
    naming: [named ?? code, ...naming.filter((column) => column.kind === "code" || !rows.tells(code, column))],
    codes: named ? new Map([[named, code]]) : new Map(),
    attributes: new Map([
      ...attributes,
      ...told.filter((column) => column !== named).map((column) => [column, named ?? code] as const),
    ]),
  };
}

/** The columns of codes that stand in every row. */
const codesBeside = ({ columns }: TableSurvey, rows: Rows): readonly ColumnSurvey[] =>
  [
    ...columns.filter((column) => isOfAreaCodes(column.name)),
    ...columns.filter((column) => !isOfAreaCodes(column.name)),
  ].filter(
    (column) =>
      column.kind === "code" &&
      isNamedCode(column) &&
      !isMapCoordinate(wordsOf(column.name)) &&
      !isOrder(wordsOf(column.name)) &&
      rows.isFilled(column),
  );

/** Whether a heading is of where a row stands among others, which names nothing. */
const isOrder = (name: string): boolean =>
  /\b(?:sort|order|rank(?:ing)?|row|line|seq(?:uence)?)\b|^(?:index|object ?id|fid)$/iu.test(name);

/** The first column of the codes of areas, where a table has no names of them. */
const areaCodes = ({ columns }: TableSurvey, rows: Rows): readonly ColumnSurvey[] =>
  columns.filter((column) => column.kind === "code" && isOfAreaCodes(column.name) && rows.isFilled(column)).slice(0, 1);

/** Whether numbers are the codes of something: by their heading, by the zero that they begin with, before the first label, or as numbers of places are. */
const isNamedCode = ({ name, texts }: ColumnSurvey): boolean =>
  name !== "" || texts.some((text) => /^0\d/u.test(text)) || arePlaceNumbers(texts);

/** The columns that tell all rows apart but for a few, whose figures cannot be added up. */
function namesOfDoubtful(
  { always, canAdd, wanted }: TellingInput,
  { naming, rows }: { readonly naming: readonly ColumnSurvey[]; readonly rows: Rows },
): readonly ColumnSurvey[] | undefined {
  const told = rows.classes([...always, ...naming]);
  const repeated = rows.count - told;
  const areVersions =
    always.length > 0 && repeated <= rows.count * mostVersions && rows.areAbout([...always, ...naming]);
  const areFew = (areVersions || repeated <= rows.count * mostDoubtful) && rows.count >= fewestCases;
  const isWanted = wanted === undefined || wanted.rows === "left-out";
  const isNamed = naming.length > 0 || (always.length > 0 && told > 1);
  // Of a series, a day that stands there twice was corrected; of cases, each is one more.
  const mayBeCases = canAdd && naming.length > 0 && (always.length === 0 || rows.isCases(naming));
  if (!isNamed || !areFew || !isWanted || (mayBeCases && !areVersions)) return undefined;
  // Of a list in which some rows have no name of their own, all are cases.
  const isNearlyKey = rows.classes(naming) >= rows.count * (1 - mostDoubtful);
  if (rows.isCases(naming) && !isNearlyKey) return undefined;
  return prune(naming, (own) => rows.classes([...always, ...own]) === told);
}

/** The part of rows that may say other things than rows that are named alike. */
const mostDoubtful = 0.02;

/** The part of rows whose code is that of others by mistake. */
const mostCodesAgain = 0.001;

/** The part of rows of a series that may be versions of others. */
const mostVersions = 0.1;

/** The part of rows that may be copies of others. */
const mostCopies = 0.05;

/** From how many rows of one name, on average, a table is a list of cases. */
const severalRows = 1.5;
/** How many names a column has at most that breaks sums down further. */
const fewNames = 12;

/**
 * How rows are read that no columns tell apart. What has a total among its values is no breakdown of cases, and tells rows apart; rows of which one holds the others are not
 * added up.
 */
function readAlike(
  input: TellingInput,
  beside: { readonly offered: readonly ColumnSurvey[]; readonly rows: Rows },
): RowsReading {
  const { offered, rows } = beside;
  const read = readAsCases(input, beside);
  if (read.rows !== "added") return read;
  const known = [...input.always, ...read.by];
  const withTotals = offered.filter(
    (column) => !read.by.includes(column) && hasTotal(column) && rows.classes([...known, column]) > rows.classes(known),
  );
  const by = [...read.by, ...withTotals];
  return rows.areHeld([...input.always, ...by]) ? { rows: "numbered", by: by.slice(0, 1) } : { rows: "added", by };
}

/** Whether a column has a total among its values, or a country among its areas, which may hold the others. */
const hasTotal = ({ name, texts }: ColumnSurvey): boolean =>
  texts.some((text) => isTotal(text.trim()) || (isAreaName(name) && mayHoldAreas(text.trim())));
const mayHoldAreas = (text: string): boolean =>
  wholeArea.test(text) || isNameOfCountry(text) || /^(?:england|scotland|wales|northern ireland)$/iu.test(text);

function readAsCases(
  { survey, always, canAdd }: TellingInput,
  { offered, rows }: { readonly offered: readonly ColumnSurvey[]; readonly rows: Rows },
): RowsReading {
  const byNames = [...offered].sort((a, b) => b.texts.length - a.texts.length || a.index - b.index);
  // A list of gifts or payments is read for who received them, also where most did once.
  const receiver = canAdd ? offered.find((column) => rows.isFilled(column) && isOfReceivers(column)) : undefined;
  if (receiver) return { rows: "added", by: withBreakdowns(receiver, { offered, rows }) };
  const isOfSeveral = (...by: readonly ColumnSurvey[]) => rows.classes([...always, ...by]) * severalRows <= rows.count;
  const area = findArea(survey, offered);
  const main = area && isOfSeveral(area) ? area : byNames.find((column) => isOfSeveral(column));
  const named = byNames.filter((column) => rows.isFilled(column));
  const [name] = named;
  // A name that comes twice in a long list of names is the same one; figures of it are added up.
  // Two places of one name are two.
  if (canAdd && !main && name && rows.count >= fewestCases && rows.classes([name]) >= rows.count * (1 - mostCopies))
    return { rows: area === name ? "numbered" : "added", by: [name] };
  if (!canAdd || !main) return { rows: "numbered", by: callingRows(byNames) };
  // Of a table that is broken down by few columns, with hardly any rows alike, none is left out.
  const filled = offered.filter((column) => rows.isFilled(column) && column.texts.length <= rows.count / severalRows);
  if (filled.length <= mostBreakdowns && rows.classes([...always, ...filled]) >= rows.count / 2)
    return { rows: "added", by: filled };
  const more = offered.find(
    (column) =>
      column !== main &&
      column.texts.length <= fewNames &&
      rows.isFilled(column) &&
      !rows.tells(main, column) &&
      isOfSeveral(main, column),
  );
  return { rows: "added", by: [main, ...(more ? [more] : [])] };
}

/** What rows are called by that nothing tells apart: names, where nearly as many rows have one of their own as have an address or a code. */
function callingRows(byNames: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const [first] = byNames;
  const isName = (column: ColumnSurvey) =>
    column.kind === "label" && !isCodeLike(column) && !isOfAddresses(column) && !arePostcodes(column.texts);
  const named = byNames.find(
    (column) => isName(column) && column.texts.length >= (first?.texts.length ?? 0) * mostlyOwn,
  );
  return named ? [named] : byNames.slice(0, 1);
}

const mostBreakdowns = 5;

/** Who received something, or gave it, in the languages of a few registers of gifts. */
const receiverName =
  /\b(?:recipient|receiver|beneficiar(?:y|ies)|b[ée]n[ée]ficiaires?|beneficiari[oa]s?|grantee|payee|awardee|donee|supplier|vendor|donor|funder|empf[äa]nger|zuwendungsgeber|lieferant|ontvanger|mottagare|mottaker|modtager|fournisseur|proveedor(?:es)?|fornecedor(?:es)?|fornitor[ei]|nom (?:de (?:la )?)?personne|nom b[ée]n[ée]ficiaire|(?:personne|persona|pessoa) (?:morale|jur[ií]dica))\b/iu;
/** What says something else of them: `recipient_type`, `Supplier number`. */
const ofReceivers =
  /\b(?:types?|categor(?:y|ies)|numbers?|no|ids?|codes?|country|region|city|state|county|address|district)$/iu;
const isOfReceivers = ({ name, texts }: ColumnSurvey): boolean =>
  receiverName.test(wordsOf(name)) &&
  !ofReceivers.test(wordsOf(name)) &&
  texts.filter((text) => /\p{L}{2}/u.test(text)).length >= texts.length * mostlyWords;
/** So many of the names of receivers are words, and no numbers of theirs. */
const mostlyWords = 0.9;

/** So many of the receivers of gifts have one alone, where nobody compares them. */
const mostlyOneEach = 0.8;

/** Whether a column has the number of each case of a list: `Incident Number`. */
const isNumberOfCase = (column: ColumnSurvey, rows: Rows): boolean =>
  caseName.test(wordsOf(column.name)) && isCodeLike(column) && rows.classes([column]) === rows.count;

/** A list of gifts whose receivers have one each, mostly, by what few words say of each gift: programmes and areas. Undefined where nothing does. */
function toldByKinds({ labels, canAdd, wanted }: TellingInput, rows: Rows): ToldApart | undefined {
  const receiver = labels.find(
    (column) => rows.isFilled(column) && (isOfReceivers(column) || isNumberOfCase(column, rows)),
  );
  if (!receiver || !canAdd || wanted || rows.count < fewestCases) return undefined;
  if (rows.classes([receiver]) < rows.count * mostlyOneEach) return undefined;
  const kinds = labels.filter(
    (column) =>
      column !== receiver &&
      column.texts.length > 1 &&
      column.texts.length <= Math.min(fewNames, rows.count / severalRows) &&
      rows.isFilled(column),
  );
  if (kinds.length === 0) return undefined;
  const naming = kinds.slice(0, 2);
  return {
    naming,
    blanks: new Set(),
    codes: new Map(),
    attributes: new Map(),
    spare: labels.filter((column) => rows.isFilled(column) && !naming.includes(column)),
    alike: {
      rows: "added",
      by: naming,
      offered: labels.filter(({ texts }) => texts.length > 1),
      canAdd,
      areCases: true,
    },
  };
}

/** Receivers, and what few words say of what each received, where they do not tell it. */
function withBreakdowns(
  receiver: ColumnSurvey,
  { offered, rows }: { readonly offered: readonly ColumnSurvey[]; readonly rows: Rows },
): readonly ColumnSurvey[] {
  const more = offered.filter(
    (column) =>
      column !== receiver && column.texts.length <= fewNames && rows.isFilled(column) && !rows.tells(receiver, column),
  );
  return [receiver, ...more.slice(0, 1)];
}

/** Leaves out columns that are not needed, those of the fewest names first. */
function prune(
  columns: readonly ColumnSurvey[],
  isEnough: (columns: readonly ColumnSurvey[]) => boolean,
): readonly ColumnSurvey[] {
  let kept = columns;
  for (const column of [...columns].sort((a, b) => a.texts.length - b.texts.length)) {
    if (kept.some((own) => isPairOf(own, column))) continue;
    const without = kept.filter((own) => own !== column);
    if (without.length > 0 && isEnough(without)) kept = without;
  }
  return kept;
}

/** Words of which one names where something begins, and the other where it ends. */
const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:start|from|origin|departure|home|source|buyer|exporter|reporter|donor|payer)\b/iu,
    /\b(?:finish|end|to|destination|arrival|away|target|seller|importer|partner|recipient|payee)\b/iu,
  ],
];

/** Whether two columns name the two ends of something, so that rows are of both: `Start` and `Finish`, `team1` and `team2`. */
function isPairOf({ name, texts }: ColumnSurvey, other: ColumnSurvey): boolean {
  if (texts.length < 2 || other.texts.length < 2) return false;
  const [one, two] = [wordsOf(name), wordsOf(other.name)];
  const areNumbered = one !== two && /[12]/u.test(one) && one.replace(/[12]/u, "") === two.replace(/[12]/u, "");
  return (
    areNumbered || pairs.some(([from, to]) => (from.test(one) && to.test(two)) || (to.test(one) && from.test(two)))
  );
}

/** Whether most of what a column says are digits and signs, the numbers of files, or parts put together: `Q:FR:R:628`. */
const isCodeLike = ({ texts }: ColumnSurvey): boolean =>
  texts.filter(
    (text) =>
      text.replaceAll(/[^\p{L}]/gu, "").length < text.length / 2 ||
      /^[^\s:|_]+(?:[:|_][^\s:|_]+){2,}$/u.test(text) ||
      /^[\p{Lu}\d]+(?:[.-][\p{Lu}\d]+){2,}$/u.test(text) ||
      /^\p{Ll}+(?:\p{Lu}\p{Ll}+){2,}$/u.test(text),
  ).length >
  texts.length / 2;

interface Rows {
  /** How many rows hold a figure. */
  readonly count: number;
  /** Whether a column holds something in all of them. */
  isFilled(column: ColumnSurvey): boolean;
  /** How many different rows there are, by some columns. */
  classes(columns: readonly ColumnSurvey[]): number;
  /** Whether rows that are the same by some columns have the same figures. */
  isKey(columns: readonly ColumnSurvey[]): boolean;
  /**
   * Whether rows that are the same by some columns say nearly the same in the first column of figures, so that they are two versions of one figure, and
   * none that are added up.
   */
  areAbout(columns: readonly ColumnSurvey[]): boolean;
  /** Whether of rows that are the same by some columns one mostly is the sum of the others, or a copy of the other. */
  areHeld(columns: readonly ColumnSurvey[]): boolean;
  /** Whether some column names nearly each row, as in a list of cases. */
  isCases(columns: readonly ColumnSurvey[]): boolean;
  /** Whether one column decides on another. */
  tells(column: ColumnSurvey, told: ColumnSurvey): boolean;
  /** The same of the rows in which that one says anything; where it says one thing in all of these, nothing shows it. */
  tellsWhereSaid(column: ColumnSurvey, told: ColumnSurvey): boolean;
}

/** Of each code, the first whose text is the same name of a category: `Kent` and `KENT` are one. */
function sameNames(values: readonly SheetCell[]): readonly number[] {
  const known = new Map<string, number>();
  return values.map((cell, code) => {
    const name = cellText(cell).trim().replaceAll(/\s+/gu, " ").toLowerCase();
    const first = known.get(name) ?? code;
    known.set(name, first);
    return first;
  });
}

/** Two figures of one thing that somebody wrote down twice differ by so little; so many of them are large enough to show it, and most are so. */
const [nearness, leastShown, fewestShown, mostlyNear] = [0.1, 20, 3, 0.6];

function areVersions(groups: ReadonlyMap<string, readonly number[]>, figureOf: (at: number) => number): boolean {
  const pairs = [...groups.values()].flatMap((own) => {
    const figures = own.map(figureOf);
    const most = largestOf(figures);
    return own.length > 1 && most >= leastShown ? [{ most, least: smallestOf(figures) }] : [];
  });
  const near = pairs.filter(({ most, least }) => most - least <= most * nearness);
  return near.length >= fewestShown && near.length >= pairs.length * mostlyNear;
}

/** Whether in most groups of large figures one is the sum of the others. */
function areHeldBy(groups: ReadonlyMap<string, readonly number[]>, figureOf: (at: number) => number): boolean {
  const all = [...groups.values()].flatMap((own) => {
    const figures = own.map(figureOf);
    const most = largestOf(figures);
    const others = figures.reduce((sum, figure) => sum + figure, 0) - most;
    return own.length > 1 && most >= leastShown ? [{ most, others }] : [];
  });
  const held = all.filter(({ most, others }) => Math.abs(most - others) <= most * roundings);
  return held.length >= fewestShown && held.length >= all.length * mostlyNear;
}
/** What adding up decimals does to a sum. */
const roundings = 1e-9;

const figureAt = ({ sheet }: TableSurvey, column: ColumnSurvey | undefined, row: number): number =>
  column ? Number(cellText(cellAt(sheet, row, column.index)).replaceAll(",", "") || Number.NaN) : Number.NaN;

function createRows({ survey, downwards, figures }: TellingInput): Rows {
  const { sheet } = survey;
  const codesOf = (column: ColumnSurvey) => sheet.columns[column.index]?.codes ?? new Uint32Array();
  const rows = survey.rows.filter(
    (row) => figures.length === 0 || figures.some((column) => codesOf(column)[row] !== 0),
  );
  const own = new Map<ColumnSurvey, Uint32Array>();
  const inRows = (column: ColumnSurvey): Uint32Array => {
    const known = own.get(column);
    if (known) return known;
    const same = sameNames(sheet.columns[column.index]?.values ?? []);
    const codes = codesOf(column);
    const codeAt = (row: number) => same[codes[row] ?? 0] ?? 0;
    const found = new Uint32Array(rows.length);
    if (downwards.includes(column)) {
      const above = new Map<number, number>();
      let last = 0;
      for (const row of survey.rows) {
        last = codeAt(row) || last;
        above.set(row, last);
      }
      for (const [index, row] of rows.entries()) found[index] = above.get(row) ?? 0;
    } else for (const [index, row] of rows.entries()) found[index] = codeAt(row);
    own.set(column, found);
    return found;
  };
  const classes = (columns: readonly ColumnSurvey[]): number => {
    let ids = new Float64Array(rows.length);
    let count = rows.length === 0 ? 0 : 1;
    for (const column of columns) {
      const codes = inRows(column);
      const width = (sheet.columns[column.index]?.values.length ?? 0) + 1;
      const known = new Map<number, number>();
      ids = ids.map((id, index) => {
        const key = id * width + (codes[index] as number);
        const class_ = known.get(key) ?? known.size;
        known.set(key, class_);
        return class_;
      });
      count = known.size;
      if (count === rows.length) return count;
    }
    return count;
  };
  const isKey = (columns: readonly ColumnSurvey[]) => {
    const count = classes(columns);
    // A line that was copied says the same again; many that do are cases, each with a figure of its own.
    const areCopies = rows.length - count <= rows.length * mostCopies;
    return count === rows.length || (areCopies && count === classes([...columns, ...figures]));
  };
  const groupsBy = (columns: readonly ColumnSurvey[]) =>
    groupBy([...rows.keys()], (at) => columns.map((own) => inRows(own)[at]).join(" "));
  const firstFigure = (at: number) => figureAt(survey, figures[0], rows[at] as number);
  return {
    count: rows.length,
    isFilled: (column) => inRows(column).every((code) => code !== 0),
    classes,
    areAbout: (columns) => areVersions(groupsBy(columns), firstFigure),
    areHeld: (columns) => areHeldBy(groupsBy(columns), firstFigure),
    isKey,
    isCases: (columns) => columns.some((column) => classes([column]) >= rows.length * 0.8),
    tells: (column, told) => classes([column]) === classes([column, told]),
    tellsWhereSaid(column, told) {
      const [own, other] = [inRows(column), inRows(told)];
      const said = new Map<number, number>();
      const isOne = other.every((text, at) => {
        const name = own[at] as number;
        const before = said.get(name) ?? text;
        if (text !== 0) said.set(name, before);
        return text === 0 || before === text;
      });
      return isOne && new Set(said.values()).size > 1;
    },
  };
}
