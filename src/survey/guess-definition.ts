import {
  type CategorySpec,
  categoryId,
  type DatasetSpec,
  groupBy,
  type LayoutSpec,
  periodReadings,
} from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import { isNameOfAverage } from "./areas/average-names.ts";
import { withoutCoarserAreas } from "./areas/coarser-areas.ts";
import { remarkOnNamedAgain } from "./areas/named-again.ts";
import { withHeldByNames } from "./areas/nested-names.ts";
import { withParentHeadings } from "./areas/parents-by-headings.ts";
import { type ParentsInRows, parentsInRows } from "./areas/parents-in-rows.ts";
import { withoutResidualRows } from "./areas/residual-areas.ts";
import { holdCoded } from "./dimensions/add-column.ts";
import { isNamedPeriod } from "./dimensions/add-time.ts";
import { dimensionOf } from "./dimensions/dimensions-guess.ts";
import { guessDimensions } from "./dimensions/guess-dimensions.ts";
import { idOfRows, idsLeftOut } from "./dimensions/ids-of-rows.ts";
import { guessMarkers } from "./guess-markers.ts";
import type { SheetsGuess } from "./guess-sheets.ts";
import { type HiddenBelow, hiddenBelow } from "./hidden-below.ts";
import { type LevelSign, levelSigns, ofUsualLevel } from "./levels/level-signs.ts";
import { isForeign, meaningOf } from "./meaning-of.ts";
import { withoutCloseCounts } from "./measures/close-figures.ts";
import { remarkOnComparisons } from "./measures/comparisons.ts";
import { withFiguresInCells } from "./measures/figures-in-cells.ts";
import { remarkOnGrades } from "./measures/grades.ts";
import { guessMeasures } from "./measures/guess-measures.ts";
import { inSentence } from "./measures/guess-unit.ts";
import type { GuessedMeasures } from "./measures/guessed-measures.ts";
import { saysPercent } from "./measures/measure-kind.ts";
import { isGenericSheet, isNameOfFile } from "./measures/name-of-all.ts";
import { remarkOnQualified } from "./measures/qualified-in-notes.ts";
import { withUnitsInNames } from "./measures/units-in-names.ts";
import { withUnitsElsewhere } from "./measures/units-said-elsewhere.ts";
import { createNamer } from "./naming.ts";
import { withBreaks } from "./periods/breaks-told.ts";
import { spansOfDayIn } from "./periods/clock-times.ts";
import { withDurations } from "./periods/durations.ts";
import { withEarlierLast } from "./periods/earlier-periods.ts";
import { isPlainlyPeriod } from "./periods/guess-period.ts";
import { extentByHeading } from "./periods/said-by-heading.ts";
import { hasOwnYear, hasYear, spanOfYearsIn, yearsIn } from "./periods/said-years.ts";
import { statusesOfRows } from "./periods/statuses-of-rows.ts";
import { withStocks } from "./periods/stocks.ts";
import { titleOfSheets } from "./periods/title-of-sheets.ts";
import { kindOfPublisher, publisherSaid, type SaidPublisher, sourceWithoutPublisher } from "./publisher-said.ts";
import { remarkOnIgnored } from "./reasons-left-out.ts";
import { createRemarks, guessedFrom, type Remarks, someOf } from "./remarks.ts";
import { sayAdded } from "./rows/added-rows.ts";
import { columnRoles, hasUnread, isOfCurrency, isOfUnits, type Roles, timeHole } from "./rows/column-roles.ts";
import { isOfPlacesOfFew } from "./rows/places-of-few.ts";
import { sayLeftOut } from "./rows/rows-named-alike.ts";
import type { AlikeRows, RowsReading } from "./rows/tell-apart.ts";
import { toldBy } from "./rows/told-by.ts";
import { ofPublication } from "./said-in-titles.ts";
import { remarkOnSignsBeside } from "./signs-beside-blanks.ts";
import { exceptedIn } from "./sums/excepted-in.ts";
import { remarkOnWays } from "./sums/parts-by-name.ts";
import type { ColumnSurvey, RaggedSurvey, TableSurvey } from "./table/column-survey.ts";
import { preparedSurvey } from "./table/prepared-survey.ts";
import { figuresIn, isTotal } from "./table/survey-column.ts";
import { isOfNotes } from "./table/tables-beside.ts";
import { textIn } from "./text-in.ts";
import { areaHole, categoryHole, secondHole } from "./wide/wide-guess.ts";
import { wordsOf } from "./words.ts";

export interface GuessChoices {
  /** Sheets that hold the same table, a period each. */
  readonly sheets?: SheetsGuess | undefined;
  /** Names of sheets that hold other tables. */
  readonly others?: readonly string[] | undefined;
  /** Names of sheets with numbers, in which no table was found. */
  readonly loose?: readonly string[] | undefined;
  /** How rows are read that no columns tell apart. */
  readonly rows?: RowsReading | undefined;
  /** What figures are called whose headings do not say it: as the file is, say. Absent: as the title. */
  readonly called?: string | undefined;
  /** Whether somebody gave the title: it is used as it is. */
  readonly isTitleGiven?: boolean | undefined;
  /** Whether the title stands on a sheet before the table. */
  readonly isOfCover?: boolean | undefined;
  /** What stands on sheets that hold no table, in short texts. */
  readonly notes?: readonly string[] | undefined;
  /** The day after which periods are still to come, as `2026-11-28`; where absent, none is known to be. */
  readonly date?: string | undefined;
}

export interface DefinitionGuess {
  readonly spec: DatasetSpec;
  /** Rows that no columns tell apart. */
  readonly alike: AlikeRows | undefined;
  /** What rows are one by one, where they are: of a group there may be few, and fewer in the next edition. */
  readonly rowsAre?: "people" | "cases" | undefined;
  /** Which counts its publisher hides, as notes beside the table say. */
  readonly hiddenBelow?: HiddenBelow | undefined;
  /** What could not be known, by the field of the definition that it is about. */
  readonly remarks: Remarks;
  /** What columns say of the levels of each dimension's categories. */
  readonly signs: ReadonlyMap<string, readonly LevelSign[]>;
}

/**
 * Guesses the definition of a table: what a careful person would take it to be; what the table does not tell is remarked.
 */
export function guessDefinition(
  given: TableSurvey,
  said: string,
  {
    sheets,
    others: otherSheets = [],
    loose = [],
    rows,
    called = said,
    isTitleGiven,
    isOfCover = false,
    notes,
    date,
  }: GuessChoices = {},
): DefinitionGuess {
  const survey = preparedSurvey(given);
  const remarks = createRemarks();
  const roles = columnRoles(survey, rows);
  const idOf = createNamer(holesOf(roles));
  const perSheet = roles.period || roles.wide?.tells.includes("period") ? undefined : sheets;
  const title = titleOfSheets(said, { sheets: perSheet, isTitleGiven });
  const { wide, long } = roles;
  const { tables, ...crossed } = guessDimensions({
    survey,
    roles,
    sheets: perSheet,
    elsewhere: { sheet: survey.sheet.name, file: called, notes },
    naming: { idOf, remarks },
    date,
  });
  const { dimensions, layouts, parents: above } = withParentHeadings(crossed, { survey, roles, remarks });
  const headed = guessMeasures(survey, roles, { idOf, remarks, called, title, isOfCover });
  const elsewhere = { titles: title === called ? survey.titles : [title, ...survey.titles], notes: survey.notes };
  const ofNames = withUnitsInNames(headed.specs, roles, {
    remarks,
    idOf: (column) => dimensionOf(column, { dimensions, layouts }),
  });
  const united = withUnitsElsewhere(ofNames, { ...elsewhere, sheet: survey.sheet.name }, remarks);
  const isOfTimes = perSheet !== undefined || isTimed(roles);
  const amounts = { specs: united, names: headed.names, isTimed: isOfTimes, remarks };
  const measures = { ...headed, specs: withoutCloseCounts(survey.columns, amounts) };
  remarkOnWays(measures.specs, remarks);
  remarkOnQualified(measures.specs, survey, remarks);
  remarkOnTold(survey, { roles, names: measures.names, remarks });
  remarkOnLarger(survey, { roles, names: measures.names, remarks });
  const grades = remarkOnGrades(survey.columns, { ...measures, remarks });
  const stocked = withStocks(survey, {
    grades,
    ...measures,
    period: roles.period,
    isTimed: isOfTimes,
    remarks,
  });
  remarkOnUnits(survey, { ids: Object.keys(measures.specs), roles, remarks });
  remarkOnKinds(survey, { ids: Object.keys(measures.specs), roles, remarks });
  remarkOnPlacesOfFew(survey, { layouts, remarks });
  const timed = {
    ...measures,
    specs: withDurations({ ...measures, specs: stocked }, roles, { remarks, columns: survey.columns }),
  };
  const { specs: written, cells } = withFiguresInCells(timed, roles, { remarks, columns: survey.columns });
  const ordered = withEarlierLast({ specs: written, names: measures.names }, { survey, roles, remarks });
  const specs = withBreaks(ordered, { survey, roles, remarks });
  const markers = guessMarkers(survey, countsAmong(survey.columns, measures, wide), remarks);
  remarkOnSignsBeside(survey, remarks);
  const areas = { survey, area: roles.area, remarks };
  const signs = signsOf(survey, dimensions, layouts);
  const except = withoutResidualRows(
    withoutCoarserAreas(
      withoutLabelsOfHeadings(withoutNotData(exceptRows(survey, roles, remarks), survey, remarks), survey, {
        roles,
        remarks,
      }),
      {
        ...areas,
        codes: roles.codes,
        wholes: [...wholesOf(dimensions), ...namesInTree(survey, { area: roles.area, dimensions, layouts })],
        isOfUsualLevel: usualAmong(survey, roles),
      },
    ),
    areas,
  );
  const held = withHeldByNames(dimensions, { roles, measures: specs, remarks });
  const rooted = withoutRows(held, { layouts, except, survey });
  const { leftOut = [], uncounted = [], slips = [] } = measures;
  // What is left out says nothing of a row: a heading between rows stands alone beside a remark.
  const beside = survey.columns.filter(
    ({ isAgain, kind, name }) => isAgain || (roles.section !== undefined && kind === "note" && name === ""),
  );
  const spare = ignoredColumns(survey, roles);
  const parents = parentsOf(survey, { above, roles, dimensions: rooted, layouts, except, others: spare, remarks });
  const flags = statusesOfRows(survey, roles, remarks);
  const unused = spare.filter((column) => !parents?.columns.includes(column) && column.ref !== flags?.note?.column);
  const ignored = [...unused, ...leftOut, ...uncounted, ...slips];
  remarkOnIgnored(unused, { roles, survey, sheets: perSheet, remarks });
  remarkOnLeftOut(measures, remarks);
  if (roles.alike?.rows === "added") remarks.add("layout.repeatedRows", sayAdded(survey, roles, roles.alike));
  if (roles.alike?.rows === "left-out")
    remarks.add("layout.repeatedRows", sayLeftOut({ survey, roles, layouts }, roles.alike));
  const unread = survey.columns.filter((column) => hasUnread(column, wide) && !unused.includes(column));
  const layout: LayoutSpec = defined({
    sheets: survey.sheet.name === undefined ? undefined : (perSheet?.names ?? survey.sheet.name),
    decimal: survey.decimal === "," ? "," : undefined,
    parentheses: survey.parentheses,
    noteMarks: unlessEmpty(survey.noteMarks),
    headerRow: headerRowOf(survey, roles),
    tables,
    dimensions: unlessEmpty(layouts),
    parents: parentsSaid(above, parents),
    measures: unlessEmpty(measures.names),
    counted: measures.counted,
    cells,
    wide: wide && defined({ columns: wide.columns, measure: measures.only }),
    long: long && defined({ measure: long.measure.ref, value: wide ? undefined : long.values[0]?.ref }),
    firstRow: survey.firstRow,
    lastRow: survey.lastRow,
    fillDown: unlessEmpty(roles.downwards.map((column) => column.ref)),
    rows: unlessEmpty(except) && { except },
    repeatedRows: roles.alike && repeatedRows[roles.alike.rows],
    raggedRows: survey.ragged?.reading,
    unreadableCells: unread.length > 0 || remarks.all.has("layout.unreadableCells") ? "leave-out" : undefined,
    vintage: roles.vintage && { column: roles.vintage.ref },
    ...flags,
    ignore: unlessEmpty([
      ...new Set([
        ...ignored.map((column) => ignoredAs(column, survey.columns, ignored)),
        ...beside.map(({ ref }) => ref),
      ]),
    ]),
  });
  if (roles.downwards.length > 0) remarks.add("layout.fillDown", filledDown);
  if (unread.length > 0) remarks.also("layout.unreadableCells", notRead(unread));
  remarkOnTable(survey, remarks);
  remarkOnSheets({ others: otherSheets, loose }, remarks);
  const areMeasures = !wide?.tells.includes("period");
  const ofDay = spansOfDayIn(roles.figures.map(({ name }) => name));
  const dated = roles.figures.filter(
    ({ index, name }) => areMeasures && !wide?.coarser?.includes(index) && hasYear(name) && !ofDay.has(name),
  );
  if (new Set(dated.map(({ name }) => yearsIn.exec(name)?.[0])).size > 1)
    remarks.add("dimensions", yearsInHeadings(dated));
  else if (!Object.values(dimensions).some(({ role }) => role === "time"))
    remarks.add("dimensions", withoutPeriod(survey, { called, title }));
  remarkOnNamedAgain(survey, roles, remarks);
  remarkOnComparisons(survey, { dimensions, remarks });
  // What names a row of the table names one of another table too.
  const rowNames = new Set(survey.columns.flatMap(({ kind, texts }) => (kind === "label" ? texts : [])));
  const published = publisherSaid(
    survey.notes.filter((text) => !rowNames.has(text.trim())),
    notes,
    survey,
  );
  remarks.add("sources", published ? guessedFrom(published.by, whoPublished) : whoIsToSay(survey.notes));
  const lang = wide?.lang ?? roles.period?.lang;
  if (lang !== undefined) remarks.add("lang", "The language of its labels, by the names of its months or quarters.");
  const table = nameOfTable(
    { called, title, sheet: survey.sheet.name },
    { dimensions: rooted, measures: specs, remarks },
  );
  const naming = { called, title, isTitleGiven };
  const named = withNameOfSheet(table, naming, { read: survey.sheet.name, perSheet, others: otherSheets });
  remarkOnTitle({ ...naming, isOfSheet: named !== table }, remarks);
  const spec: DatasetSpec = defined({
    title: named,
    lang,
    dimensions: rooted,
    measures: specs,
    sources: { publisher: sourceOf(named, published) },
    layout,
    markers: unlessEmpty(markers),
    caveats: caveatsOf(roles, remarks),
  });
  return {
    spec,
    alike: roles.alike,
    rowsAre: kindOfRows(survey),
    hiddenBelow: hiddenBelow(survey.notes, notes),
    remarks,
    signs,
  };
}

const withoutNumbers = (headings: readonly string[]): string =>
  `${someOf(headings)}: read without the numbers at the end, which look like those of notes that are not in the file. See what these say.`;

/** Who published the data: what nothing says is printed as such. */
const sourceOf = (title: string, said: SaidPublisher | undefined): DatasetSpec["sources"][string] => ({
  title,
  publisher: said?.publisher ?? "(publisher not stated)",
  kind: said ? kindOfPublisher(said.publisher) : "other",
});
const whoIsToSay = (notes: readonly string[]): string => {
  const source = sourceWithoutPublisher(notes);
  const named =
    source === undefined ? "" : ` A line says ${JSON.stringify(source)}, from which no publisher was taken.`;
  return `Who published the data, when and where: it is printed beside the figures.${named}`;
};
const whoPublished =
  "What it names as publisher or source. Where that is a survey, a database or whoever collected the figures, say who published them, when and where: it is printed beside the figures.";

/** What readers are to know of the periods beside their labels, by the heading of their column. */
function caveatsOf({ period, wide }: Roles, remarks: Remarks): readonly string[] | undefined {
  const extent = period && !wide?.tells.includes("period") ? extentByHeading(period) : undefined;
  if (extent === undefined) return undefined;
  remarks.add("caveats", saidOfPeriods);
  return [`The data calls its periods “${extent}”.`];
}
const saidOfPeriods = guessedFrom(
  "its heading",
  "What it says of the periods, which may not be the years or months that their labels look like: say it in full, or leave it out.",
);

interface TitleNaming extends Pick<GuessChoices, "isTitleGiven"> {
  readonly called: string;
  readonly title: string;
}

/** The name of a file with that of the one of its sheets that is read, which says that the figures of the others are none of these: `Grants, Thrive 2024`. */
function withNameOfSheet(
  table: string,
  { isTitleGiven, ...naming }: TitleNaming,
  {
    read = "",
    perSheet,
    others,
  }: {
    readonly read: string | undefined;
    readonly perSheet: SheetsGuess | undefined;
    readonly others: readonly string[];
  },
): string {
  if (isTitleGiven || perSheet || others.length === 0 || !isNameOfFile(naming)) return table;
  const isSaid = table.toLowerCase().includes(read.trim().toLowerCase());
  return isSaid || isGenericSheet(read) ? table : `${table}, ${read.trim()}`;
}

/** Says of a title that is nothing but the name of the file, and of one of its sheets, that it is. */
function remarkOnTitle(
  { called, title, isTitleGiven, isOfSheet }: TitleNaming & { readonly isOfSheet: boolean },
  remarks: Remarks,
): void {
  if (isTitleGiven || !isNameOfFile({ called, title })) return;
  const from = isOfSheet ? "the names of the file and of its sheet" : "the name of the file";
  remarks.add("title", guessedFrom(from, "No title was found in the data: say what it is of."));
}

/** What columns say of the levels of each dimension's categories. */
const signsOf = (
  survey: TableSurvey,
  dimensions: DatasetSpec["dimensions"],
  layouts: NonNullable<LayoutSpec["dimensions"]>,
): DefinitionGuess["signs"] =>
  new Map(
    Object.entries(dimensions).flatMap(([id, { role }]) =>
      role === "time" ? [] : [[id, levelSigns(survey, layouts[id] ?? id)] as const],
    ),
  );

/** Whether an area is of the level that most are of, by what a column beside the names says. */
function usualAmong(survey: TableSurvey, { area }: Roles): (name: string) => boolean {
  const usual = area ? ofUsualLevel(levelSigns(survey, area.ref)) : new Set<string>();
  return (name) => usual.has(categoryId(name));
}

/** The columns of figures that were taken for counts. */
function countsAmong(
  columns: readonly ColumnSurvey[],
  { specs, names }: GuessedMeasures,
  wide: Roles["wide"],
): readonly ColumnSurvey[] {
  const counts = Object.entries(specs).filter(([, { statType }]) => statType === "count");
  const own = new Set(counts.flatMap(([id, { label }]) => names[id] ?? [id, label]));
  return columns.filter(
    ({ kind, index, name, ref }) =>
      kind === "figure" && (wide?.indices.includes(index) ? counts.length > 0 : own.has(ref) || own.has(name)),
  );
}

const parentsSaid = (
  above: LayoutSpec["parents"] | undefined,
  parents: ReturnType<typeof parentsOf>,
): LayoutSpec["parents"] | undefined => above ?? (parents && { [parents.id]: parents.layout });

/** What holds the areas of a table, or else the schools or the like, as other columns say of each row; where headings between rows say it, no column is asked. */
function parentsOf(
  survey: TableSurvey,
  {
    roles,
    dimensions,
    layouts,
    except,
    others,
    above,
    remarks,
  }: {
    readonly above: LayoutSpec["parents"] | undefined;
    readonly roles: Roles;
    readonly dimensions: DatasetSpec["dimensions"];
    readonly layouts: NonNullable<LayoutSpec["dimensions"]>;
    readonly except: RowsLeftOut["except"];
    readonly others: readonly ColumnSurvey[];
    readonly remarks: Remarks;
  },
): (ParentsInRows & { readonly id: string }) | undefined {
  // Of people and cases, nobody asks where each is: what is counted is told apart by nothing.
  if (above || survey.people || survey.cases || roles.alike?.rows === "numbered") return undefined;
  const { area, codes, downwards, naming } = roles;
  const inOrder = [...(area ? [area] : []), ...naming.filter((column) => column !== area)];
  for (const names of inOrder) {
    const id = dimensionOf(names, { dimensions, layouts });
    const own = dimensions[id ?? ""];
    if (id === undefined || !own || own.role === "time" || own.holds) continue;
    const code = codes.get(names);
    const found = parentsInRows(survey, {
      names,
      code,
      others: [...others, ...(code ? [code, ...(holdCoded(survey, { names, code }) ? [names] : [])] : [])],
      downwards,
      except,
    });
    if (!found) continue;
    remarks.add("layout.parents", inWhich(found));
    return { ...found, id };
  }
  return undefined;
}

const inWhich = ({ columns, clashing }: ParentsInRows): string => {
  const called = columns.map(({ name }) => `"${name}"`).join(", ");
  const apart =
    clashing.length === 0
      ? ""
      : ` ${someOf(clashing)}: areas in them are called so too, so that they are called apart.`;
  return `Which ${called} each is in: ranks may be among those of one. For the figures of these, make a dataset of its own, with them in the place of what they hold, and repeatedRows: "sum" where figures add up.${apart}`;
};

const kindOfRows = ({ people, cases }: TableSurvey): DefinitionGuess["rowsAre"] =>
  people ? "people" : cases ? "cases" : undefined;

/** What a table is called whose file has no word in its name: as its sheet is, by several words, or by what it has figures of, and by what these are told. */
function nameOfTable(
  {
    called,
    title,
    sheet = "",
  }: { readonly called: string; readonly title: string; readonly sheet?: string | undefined },
  { dimensions, measures, remarks }: Pick<DatasetSpec, "dimensions" | "measures"> & { readonly remarks: Remarks },
): string {
  const [measure, ...others] = Object.values(measures);
  if (!isNameOfFile({ called, title }) || /\p{L}{2}/u.test(called) || !measure) return title;
  remarks.add("title", guessedFrom("the headings", "Neither the table nor the file has a title: say what it is of."));
  // With who alone is counted.
  const ofWhom = title.slice(called.length);
  if (/\p{L}{2,}(?:.*\s\p{L}{2,}){2}/u.test(sheet)) return `${sheet.trim()}${ofWhom}`;
  const labels = Object.values(dimensions).flatMap(({ role, label }) => (role === "time" ? [] : [inSentence(label)]));
  const all = others.length === 0 ? measure.label : `${measure.label} and others`;
  return labels.length === 0 || isForeign(measure.label)
    ? `${all}${ofWhom}`
    : `${all} by ${[...labels.slice(0, -2), labels.slice(-2).join(" and ")].join(", ")}${ofWhom}`;
}

/** What an ignored column is called: by its letter where one that is read has the same heading, as in a table beside this one. */
function ignoredAs(own: ColumnSurvey, all: readonly ColumnSurvey[], ignored: readonly ColumnSurvey[]): string {
  const headingOf = ({ name, heading }: ColumnSurvey) => heading ?? name;
  const isRead = (other: ColumnSurvey) => headingOf(other) === headingOf(own) && !ignored.includes(other);
  return all.some(isRead) ? own.ref : headingOf(own);
}

/**
 * The row of headings, unless it is the one that is read if nothing is said: of several tables that a workbook marks, that may be another, and below
 * headings of groups alone, beside columns without one, a table may begin further below.
 */
const headerRowOf = (
  { headerRow, otherTables, columns }: TableSurvey,
  { wide, block }: Roles,
): TableSurvey["headerRow"] | undefined =>
  headerRow === 1 &&
  otherTables === undefined &&
  block?.ranges === undefined &&
  !(wide && columns.some(({ ref }) => ref.startsWith("#")))
    ? undefined
    : headerRow;

const isTimed = ({ period, wide }: Roles): boolean => period !== undefined || wide?.tells.includes("period") === true;

interface RowsLeftOut {
  readonly layouts: LayoutSpec["dimensions"];
  readonly except: NonNullable<NonNullable<LayoutSpec["rows"]>["except"]>;
  readonly survey: TableSurvey;
}

/** Dimensions that hold, and name, none of what stands in rows that are left out. */
function withoutRows(
  dimensions: DatasetSpec["dimensions"],
  { layouts, except, survey }: RowsLeftOut,
): DatasetSpec["dimensions"] {
  return Object.fromEntries(
    Object.entries(dimensions).map(([id, own]) => {
      const read = layouts?.[id] ?? id;
      const texts = typeof read === "string" ? exceptedIn(except, read) : [];
      const byRows = own.role === "time" ? new Set<string>() : idsLeftOut(survey, read, except);
      if (own.role === "time" || texts.length + byRows.size === 0) return [id, own];
      const inData = survey.columns.find(({ ref }) => ref === read)?.texts ?? [];
      const gone = goneAmong(own.categories ?? [], { texts, inData });
      const left = new Set([...texts.map(categoryId), ...byRows, ...gone.map((category) => category.id)]);
      const holds = Object.entries(own.holds ?? {}).flatMap(([whole, parts]) => {
        const kept = parts.filter((part) => !left.has(part));
        return left.has(whole) || kept.length === 0 ? [] : [[whole, kept] as const];
      });
      const categories = own.categories?.filter((category) => !gone.includes(category));
      return [
        id,
        defined({
          ...own,
          categories: categories?.length ? categories : undefined,
          open: categories?.length ? own.open : undefined,
          total: own.total !== undefined && byRows.has(own.total) ? undefined : own.total,
          holds: holds.length > 0 ? Object.fromEntries(holds) : undefined,
        }),
      ];
    }),
  );
}

/** Categories all of whose names in the data are left out. */
const goneAmong = (
  categories: readonly CategorySpec[],
  { texts, inData }: { readonly texts: readonly string[]; readonly inData: readonly string[] },
): readonly CategorySpec[] =>
  categories.filter(({ label, aliases = [] }) => {
    const own = [label, ...aliases].filter((text) => inData.includes(text));
    return own.length > 0 && own.every((text) => texts.includes(text));
  });

/** The areas that hold others, as is known already, by all their names: no rank has them. */
const wholesOf = (dimensions: DatasetSpec["dimensions"]): readonly string[] =>
  Object.values(dimensions).flatMap((own) => {
    if (own.role !== "area") return [];
    const wholes = [...(own.total === undefined ? [] : [own.total]), ...Object.keys(own.holds ?? {})];
    const named = (own.categories ?? []).filter(({ id }) => wholes.includes(id));
    return [...wholes, ...named.flatMap(({ aliases = [] }) => aliases.map(categoryId))];
  });

/** The ids of the names of areas that are part of a tree which their codes and figures tell, whether they hold others or lie in some: that says what no rank has. */
function namesInTree(
  survey: TableSurvey,
  {
    area,
    dimensions,
    layouts,
  }: Pick<Roles, "area"> & {
    readonly dimensions: DatasetSpec["dimensions"];
    readonly layouts: NonNullable<LayoutSpec["dimensions"]>;
  },
): readonly string[] {
  const id = area && dimensionOf(area, { dimensions, layouts });
  const own = dimensions[id ?? ""];
  const read = layouts[id ?? ""];
  const idOf = typeof read === "object" ? idOfRows(survey, read) : undefined;
  if (!area || !own || own.role === "time" || !own.holds || !idOf) return [];
  const tree = new Set([...(own.total === undefined ? [] : [own.total]), ...Object.entries(own.holds).flat(2)]);
  const [inside, outside] = [new Set<string>(), new Set<string>()];
  for (const row of survey.rows)
    (tree.has(idOf(row)) ? inside : outside).add(categoryId(textIn(survey.sheet, row, area.index)));
  return [...inside].filter((name) => !outside.has(name));
}

/** Says how the table was found to be written. */
function remarkOnTable(survey: TableSurvey, remarks: Remarks): void {
  const beside = survey.columns.filter((own) => own.kind === "note" && own.name === "" && isOfNotes(own));
  if (beside.length > 0) remarks.also("layout", notesBeside(beside.flatMap(({ texts }) => texts)));
  const { columns, headerRow, decimal, parentheses, noteMarks, notesBehind, notes, ragged, otherTables = [] } = survey;
  const numbered = [...notesBehind.keys()].filter((text) => /(?: \d{1,2}){2}$/u.test(text));
  if (numbered.length > 0 && !notes.some((text) => /^\W*\d{1,2}\W/u.test(text)))
    remarks.also("measures", withoutNumbers(numbered));
  if (columns.some(({ isAgain }) => isAgain)) remarks.also("layout.ignore", namesAgain);
  if (headerRow === "none") remarks.add("layout.headerRow", withoutHeadings);
  if (otherTables.length > 0) remarks.add("layout.headerRow", ofOtherTables(otherTables));
  else if (holdsManyTables(columns)) remarks.add("layout.headerRow", ofManyTables);
  if (decimal === ",") remarks.add("layout.decimal", commaAndPoint);
  if (parentheses) remarks.add("layout.parentheses", belowZero);
  if (noteMarks.length > 0)
    remarks.add(
      "layout.noteMarks",
      noteMarks.some((mark) => /^[pre]$/u.test(mark)) ? `${ofNotes} ${ofStatus}` : ofNotes,
    );
  if (ragged) remarks.add("layout.raggedRows", remarkOnRagged(ragged));
  if (survey.lastRow !== undefined) remarks.add("layout.lastRow", whatIsBelow(survey));
}

const notesBeside = (texts: readonly string[]): string =>
  `Notes stand beside the table: ${texts.map((text) => JSON.stringify(text)).join(", ")}. Tell readers what they have to know of them.`;

const notRead = (columns: readonly ColumnSurvey[]): string =>
  `A few cells of ${someOf(columns.map(({ name }) => name))} are no numbers: not available until they are corrected. The build says where they stand.`;

/** Says why columns of figures are none of the measures. */
function remarkOnLeftOut({ leftOut = [], uncounted = [], slips = [] }: GuessedMeasures, remarks: Remarks): void {
  if (slips.length > 0) remarks.also("layout.ignore", withSlips(slips));
  if (leftOut.length > 0) remarks.also("layout.ignore", givenAway(leftOut));
  if (uncounted.length > 0) remarks.also("layout.ignore", notProtected(uncounted));
}

const givenAway = (columns: readonly ColumnSurvey[]): string =>
  `${columns.map(({ name }) => `"${name}"`).join(", ")}: what counts beside it make, and would give away small ones that are hidden. A claim works it out where it may be said.`;

const withSlips = (columns: readonly ColumnSurvey[]): string =>
  `${columns.map(({ name }) => `"${name}"`).join(", ")}: counts by their other figures, a few of which are below zero, so that small ones could not be hidden. Correct these, and take it off this list.`;

const notProtected = (columns: readonly ColumnSurvey[]): string =>
  `${columns.map(({ name }) => `"${name}"`).join(", ")}: what rates are made of, people mostly, with small figures that could not be hidden, since some have decimals. Take it off this list where nobody could be harmed.`;

const filledDown =
  "Empty cells there were taken to be of what stands above them: leave this out where they are of all of them, or of what is not known.";

const namesAgain =
  "The names at the end of the rows say the same once more, in another language perhaps: take them in place of the first, if they are the ones to be printed.";

const endOfTable =
  "What stands below this row is another table, or notes: for a briefing of such a table, say its headerRow.";

const ofOtherTables = (rows: readonly number[]): string =>
  `Other tables of this sheet begin in row ${rows.toSorted((a, b) => a - b).join(" and row ")}: for a briefing of one of them, say its headerRow, and its lastRow.`;

/**
 * Whether most numbers of a sheet stand in columns of labels: among words, as where a book was turned into one sheet of tables below each other. Codes
 * and ages are a column or two.
 */
function holdsManyTables(columns: readonly ColumnSurvey[]): boolean {
  const areNumbers = ({ kind, texts }: ColumnSurvey) =>
    kind === "label" &&
    texts.length >= fewestNumbers &&
    texts.filter((text) => /^-?\d[\d.,\s]*%?$/u.test(text)).length > texts.length * mostlyNumbers;
  const figures = columns.filter(({ kind }) => kind === "figure").length;
  return columns.filter(areNumbers).length > Math.max(2, figures);
}
/** So many names, most of which are numbers, are figures among words. */
const [fewestNumbers, mostlyNumbers] = [10, 0.5];

const ofManyTables =
  "Most numbers of this sheet stand among words, in columns that were taken for names: it seems to hold many tables, one below the other, and nothing of them was read rightly. Name one of them by its headerRow and its lastRow, or cut it out into a file of its own, before anybody reads this.";

const whatIsBelow = ({ tail, blocksBelow = 0 }: TableSurvey): string =>
  tail ? sumsAtTheEnd(tail) : blocksBelow > 0 ? blocksAgain(blocksBelow) : endOfTable;

const blocksAgain = (count: number): string =>
  guessedFrom(
    "its labels",
    `Below this row the same rows come again, about ${count === 1 ? "once" : `${count} times`}, below lines of their own: only the first block is read, of what stands above it. To read all, write what each block is of (a place, a sex, a year) into a column of its own, beside its rows.`,
  );

const sumsAtTheEnd = (names: readonly string[]): string =>
  `The rows below it are the sums of those above, by their figures, and some are called as these are: ${someOf(names)}. For a briefing of them, give them names of their own in the data.`;

const withoutHeadings =
  "No row of headings was found: columns are called by their letters. Say in labels and units what each holds; where the first row has headings, say headerRow: 1.";

const commaAndPoint =
  'A comma was taken to stand before decimals, and a point between thousands; say "." where it is the other way.';

const belowZero =
  "Numbers in parentheses were taken to be below zero, as accountants write them: leave this out where they are something else.";

const ofNotes =
  "Signs behind some numbers were taken to refer to notes: read there what they say, and leave such figures out where they are none.";

const ofStatus =
  "p, r and e often say that a figure is provisional, revised or estimated, which a page does not say by itself.";

/** What a layout says of rows that are alike; those that are told apart by numbers need nothing. */
const repeatedRows = { added: "sum", "left-out": "leave-out", numbered: undefined } as const;

/** What a definition says, where it has something to say. */
const unlessEmpty = <T extends object>(of: T): T | undefined => (Object.keys(of).length > 0 ? of : undefined);

/** Ids of dimensions that are no names of columns. */
const holesOf = ({ period, wide }: Roles): readonly string[] => [
  ...(wide
    ? [categoryHole, secondHole, areaHole].filter((hole) =>
        [wide.columns].flat().some((own) => own.includes(`{${hole}}`)),
      )
    : []),
  ...(period && !wide?.tells.includes("period") && isNamedPeriod(period) ? [] : [timeHole]),
];

/** Rows to leave out: those that name no period, and those that total the others. */
function exceptRows(
  { rows, totals }: TableSurvey,
  { period, downwards, naming, long, blanks, codes, alike, wide, besideHeadings }: Roles,
  remarks: Remarks,
): Readonly<Record<string, readonly string[]>> {
  const [first] = period?.columns ?? [];
  const hasGaps = first && period?.joined === undefined && first.filled < rows.length && !downwards.includes(first);
  const unnamed = (alike ? [] : [...naming, ...(long ? [long.measure] : [])]).filter(
    (column) =>
      column.kind === "label" &&
      column.filled < rows.length &&
      !blanks.has(column) &&
      !codes.has(column) &&
      !downwards.includes(column) &&
      column.ref !== totals?.column,
  );
  const timeless = [...(period?.others ?? []), ...(hasGaps ? [""] : [])];
  if (timeless.length > 0) remarks.add("layout.rows", remarkOnTimeless(timeless));
  if (unnamed.length > 0) remarks.also("layout.rows", "Rows without a name there hold no figures.");
  if (totals) remarks.also("layout.rows", remarkOnTotals(totals));
  if (besideHeadings)
    remarks.also("layout.rows", "Headings between rows say of each measure what its name says, and hold no figures.");
  const ofYears = wide?.others?.length ? { [wide.joined?.column?.ref ?? ""]: wide.others } : {};
  if (wide?.others?.length)
    remarks.add("layout.rows", "These rows are of whole years, and the others of parts of them.");
  return {
    ...ofYears,
    ...(first && timeless.length > 0 && { [first.ref]: timeless }),
    ...(besideHeadings && { [besideHeadings.ref]: [""] }),
    ...(totals && { [totals.column]: totals.texts }),
    ...Object.fromEntries(unnamed.map((column) => [column.ref, [""]] as const)),
  };
}

/**
 * Rows to leave out, and the first one where it has a name and nothing below any heading, as Eurostat writes what the names are: `GEO (Labels)`
 * below `TIME`.
 */
function withoutLabelsOfHeadings(
  except: ReturnType<typeof exceptRows>,
  { sheet, rows, columns }: TableSurvey,
  { roles, remarks }: { readonly roles: Roles; readonly remarks: Remarks },
): ReturnType<typeof exceptRows> {
  const [first] = rows;
  const [own, other] = roles.naming;
  if (first === undefined || !own || other || own.kind !== "label" || rows.length < fewestRows) return except;
  const textAt = (row: number, index: number) => textIn(sheet, row, index);
  const name = textAt(first, own.index);
  const isAlone = columns.every(({ index }) => index === own.index || textAt(first, index) === "");
  const isOnce = rows.every((row, at) => at === 0 || textAt(row, own.index) !== name);
  if (!isAlone || !isOnce || name === "" || own.ref in except || !/label|code|name|\//iu.test(name)) return except;
  remarks.add("layout.rows", "The first row says what the names are, and holds no figures.");
  return { ...except, [own.ref]: [name] };
}
/** Rows to leave out, and those that are no data. */
function withoutNotData(
  except: ReturnType<typeof exceptRows>,
  { notData, partsOfYears, aboveLabels = [], beyondSections = [] }: TableSurvey,
  remarks: Remarks,
): ReturnType<typeof exceptRows> {
  const parts = (partsOfYears?.texts ?? []).map((text) => ({ column: partsOfYears?.column ?? "", text }));
  if (notData.length + parts.length + beyondSections.length === 0) return except;
  const columns = groupBy([...notData, ...parts, ...beyondSections], ({ column }) => column);
  const texts = [...columns].map(([column, own]) => {
    const all = [...exceptedIn(except, column), ...own.map(({ text }) => text)];
    return [column, [...new Set(all)]] as const;
  });
  if (notData.length > 0) remarks.also("layout.rows", headingsAgain);
  if (aboveLabels.length > 0) remarks.also("layout.rows", standAboveLabels(aboveLabels));
  if (beyondSections.length > 0) remarks.also("layout.rows", standBeyond(beyondSections.map(({ text }) => text)));
  if (partsOfYears) remarks.also("layout.rows", partsWithoutYear(partsOfYears.texts));
  return { ...except, ...Object.fromEntries(texts) };
}
const standAboveLabels = (texts: readonly string[]): string =>
  `${someOf(texts)}: above the names of the columns of labels, of other things than the rows below, and left out. For a briefing of it, make a dataset of its own.`;
const partsWithoutYear = (texts: readonly string[]): string =>
  `${someOf(texts)}: parts of the year above each, of which their own rows do not say it, and are left out. To show them, write the year beside each in the data.`;
const standBeyond = (texts: readonly string[]): string =>
  `${someOf(texts)}: below the rows of a heading, and of more than it holds, or of none of it, as names, indents or sums tell; left out, since the heading would be said of it. For a briefing of it, make a dataset of its own.`;
const headingsAgain =
  "These rows say headings once more, where the table goes on, or that parts follow, or nothing, and hold no figures.";

/** A table with fewer rows may begin with one that has no figures. */
const fewestRows = 4;

/** Why rows without a period that can be read are left out: of some, a part of a year may be all that there is, `2022 (up to end Aug)`. */
function remarkOnTimeless(texts: readonly string[]): string {
  const parts = texts.filter((text) => yearsIn.test(text));
  const others = parts.length < texts.length ? " The others name no period." : "";
  return parts.length === 0
    ? "These rows name no period."
    : `${someOf(parts)}: named otherwise than the other periods, a part of one perhaps, and not read.${others}`;
}

function remarkOnTotals({
  texts,
  areBare,
  areMeans,
  areRates,
  areNoDurations,
  areSums,
}: NonNullable<TableSurvey["totals"]>): string {
  if (areBare) return bareHeadings;
  if (areSums) return sumsOfAll;
  if (areNoDurations)
    return 'These rows hold plain numbers, where the others say how long something takes: for a briefing of them, name them by "only", and give the measure their unit, without durations.';
  if (areRates)
    return "These rows are rates or shares of counts in other rows, some of which are small: beside them, they would give these away.";
  if (areMeans)
    return texts.every(isNameOfAverage)
      ? "These rows are means of the others."
      : 'These rows are averages, among counts: for a briefing of them, name them by "only", with a measure of their own.';
  return texts.includes("") ? unnamedTotals : "These rows total the others, by their names or their figures.";
}
const bareHeadings = "Rows without a name there head those below them, and hold no figures.";
const sumsOfAll = "Rows without a name there are the sums of all others, by their figures, or zeros that check these.";
const unnamedTotals = "Rows without a name there total the others, by what they say or by their figures.";

/** Says of figures that are the same in each period of a category that they are of no period. */
function remarkOnTold(
  survey: TableSurvey,
  {
    roles,
    names,
    remarks,
  }: { readonly roles: Roles; readonly remarks: Remarks; readonly names: Readonly<Record<string, string>> },
): void {
  const { period, naming, figures, wide } = roles;
  if (wide || !period || period.columns.every(({ texts }) => texts.length < 2)) return;
  for (const [id, ref] of Object.entries(names)) {
    const column = figures.find((own) => own.ref === ref);
    const by = column && column.texts.length > 1 ? toldBy(column, naming, survey, "either") : undefined;
    if (by)
      remarks.add(
        `measures.${id}`,
        `The same in all periods of each "${by.name}": a figure of all of them, say, or of one. Never add it up over time.`,
      );
  }
}

/** So many times as many smaller ones lie in what holds them. */
const timesAsMany = 3;

/** Says of figures that are those of what the rows lie in, the same in all constituencies of a region, that they are. */
function remarkOnLarger(
  { sheet, rows }: TableSurvey,
  {
    roles: { attributes, period, figures, wide, long },
    names,
    remarks,
  }: { readonly roles: Roles; readonly remarks: Remarks; readonly names: Readonly<Record<string, string>> },
): void {
  if (wide || long) return;
  const codesOf = ({ index }: ColumnSurvey) => sheet.columns[index]?.codes ?? new Uint32Array();
  const times = (period?.columns ?? []).map(codesOf);
  for (const [outer, inner] of attributes) {
    if (outer.kind !== "label" || outer.texts.length < 2 || outer.texts.length * timesAsMany > inner.texts.length)
      continue;
    const keys = Array.from(rows, (row) => [codesOf(outer), ...times].map((codes) => codes[row]).join(" "));
    for (const [id, ref] of Object.entries(names)) {
      const column = figures.find((own) => own.ref === ref);
      if (!column || column.texts.length < outer.texts.length / 2) continue;
      const own = codesOf(column);
      const known = new Map<string, number>();
      const isSame = keys.every((key, at) => {
        const code = own[rows[at] as number] as number;
        const before = known.get(key) ?? code;
        known.set(key, before);
        return before === code;
      });
      if (isSame) remarks.also(`measures.${id}`, ofLarger(outer.name, inner.name));
    }
  }
}
const ofLarger = (outer: string, inner: string): string =>
  guessedFrom(
    "its figures",
    `The same for each "${inner}" of one "${outer}", so a figure of the latter: never add it up, nor rank by it.`,
  );

/** Says of small figures by full postcodes or the like that whoever lives there is known, also where they are none. */
function remarkOnPlacesOfFew(
  { columns }: TableSurvey,
  { layouts, remarks }: { readonly layouts: LayoutSpec["dimensions"]; readonly remarks: Remarks },
): void {
  if (!columns.some(({ figures }) => figures !== undefined && figures.small > 0)) return;
  for (const [id, own] of Object.entries(layouts ?? {})) {
    const column = columns.find(({ ref }) => ref === own);
    if (column && isOfPlacesOfFew(column)) remarks.also(`dimensions.${id}`, ofFewPeople);
  }
}
const ofFewPeople =
  "Places of a few people each, some with small figures: what is said of one of them may be of somebody who is known there. Take larger areas where these are people.";

/** Says of figures that are told in several units, row by row, that they are. */
function remarkOnUnits(
  { columns }: TableSurvey,
  { ids, roles, remarks }: { readonly ids: readonly string[]; readonly roles: Roles; readonly remarks: Remarks },
): void {
  const units = columns.find(({ kind, name, texts }) => kind === "label" && isOfUnits(name) && texts.length > 1);
  const currencies = columns.find(
    ({ kind, name, texts }) => kind !== "figure" && isOfCurrency(name) && texts.length > 1,
  );
  for (const id of currencies && !roles.long ? ids : [])
    remarks.also(
      `measures.${id}.unit`,
      `If this is money, it is of several currencies, as "${currencies?.name}" says of each row: read those of one alone (layout.rows), and add none of them up.`,
    );
  if (!units || roles.long) return;
  for (const id of ids)
    remarks.also(
      `measures.${id}.unit`,
      `Figures of several units, as "${units.name}" says of each row: read those of one alone (layout.rows), and add none of them up.`,
    );
}

/** Says of figures that are percentages in some rows and counts in others, by what a column says of each. */
function remarkOnKinds(
  survey: TableSurvey,
  { ids, roles, remarks }: { readonly ids: readonly string[]; readonly roles: Roles; readonly remarks: Remarks },
): void {
  const by = survey.columns.find(
    (column) =>
      (column.kind === "label" || column.kind === "section") &&
      column !== roles.long?.measure &&
      column.texts.length > 1 &&
      (column.texts.length <= mostKinds || areRowsOfKinds(column)) &&
      (new Set(column.texts.map((text) => saysPercent(wordsOf(text), []) || /\brate\b/iu.test(wordsOf(text)))).size >
        1 ||
        areOfSeveralKinds(survey, column, roles.figures)),
  );
  if (!by || roles.long || roles.wide) return;
  for (const id of ids)
    remarks.also(
      `measures.${id}.statType`,
      `Figures of several kinds, by "${by.name}": make a measure of each (layout.long), and add none of them up across it.`,
    );
}

/** Whether each row of a table says what it is of, and several of them that they are percentages. */
const areRowsOfKinds = ({ texts, filled }: ColumnSurvey): boolean =>
  texts.length <= mostRowsOfKinds &&
  texts.length >= filled / 2 &&
  texts.filter((text) => saysPercent(wordsOf(text), [])).length >= fewestSaid;

/** Percentages are up to 100; what is so many times larger is no percentage. */
const [mostPercent, timesLarger] = [100, 20];
/** So few kinds of figures a column tells that nobody calls one. */
const fewKinds = 6;

/** Whether figures are whole and large in the rows of some names, and neither in those of others: numbers and percentages. */
function areOfSeveralKinds(survey: TableSurvey, column: ColumnSurvey, figures: readonly ColumnSurvey[]): boolean {
  if (column.texts.length > fewKinds || figures.length !== 1) return false;
  return figures.some((figure) => {
    const kinds = column.texts.map((text) => figuresIn(survey, figure, { column, text }));
    const parts = kinds.filter(({ isWhole, largest }) => !isWhole && largest <= mostPercent);
    const wholes = kinds.filter(({ isWhole, largest }) => isWhole && largest > mostPercent * timesLarger);
    return parts.length > 0 && wholes.length > 0 && parts.length + wholes.length === kinds.length;
  });
}

/** So many different texts may say what kind of figure each row has; of one text each, several have to say that it is a percentage. */
const [mostKinds, mostRowsOfKinds, fewestSaid] = [40, 120, 3];

/** Columns that are no part of the guess. */
function ignoredColumns({ columns }: TableSurvey, roles: Roles): readonly ColumnSurvey[] {
  const { period, vintage, naming, codes, figures, long, wide } = roles;
  const used = new Set([
    ...(period?.columns ?? []),
    vintage,
    ...naming,
    ...codes.values(),
    ...(wide || long ? [] : figures),
    wide?.joined?.column,
    long?.measure,
    ...(wide ? [] : (long?.values.slice(0, 1) ?? [])),
    ...(roles.alike?.by ?? []),
  ]);
  const isMade = ({ firstOf, partOf }: ColumnSurvey) => firstOf !== undefined || partOf !== undefined;
  const readsLevels = columns.some((column) => isMade(column) && used.has(column));
  return columns.filter(
    (column) =>
      column.name !== "" &&
      column.kind !== "section" &&
      column.kind !== "block" &&
      // Columns of levels are read as one, which the file does not have.
      (column.kind === "level" ? !readsLevels : !isMade(column)) &&
      !used.has(column) &&
      !wide?.indices.includes(column.index),
  );
}

/** How many numbers of rows a remark lists. */
const mostRows = 8;

function remarkOnRagged({ reading, rowNumbers }: RaggedSurvey): string {
  const shown = rowNumbers.slice(0, mostRows).join(", ");
  const more = rowNumbers.length > mostRows ? ` and ${rowNumbers.length - mostRows} more` : "";
  const rows = `${rowNumbers.length === 1 ? "Row" : "Rows"} ${shown}${more}`;
  return reading === "read"
    ? `${rows} of other numbers of fields than the header: what is missing at the end is taken for blank.`
    : `${rows} of other numbers of fields than the header, whose cells do not fit their columns: left out until they are corrected.`;
}

/** Says which sheets hold other tables, and which hold numbers that none of these has. */
function remarkOnSheets(
  { others, loose }: { readonly others: readonly string[]; readonly loose: readonly string[] },
  remarks: Remarks,
): void {
  if (others.length > 0) remarks.add("layout.sheets", elsewhere(others));
  if (loose.length > 0) remarks.also("layout.sheets", inNoTable(loose));
}

const inNoTable = (names: readonly string[]): string =>
  `On ${someOf(names)} stand numbers, and no table was found there: give them a row of headings, and name the sheet with --sheet for a briefing of it.`;

const elsewhere = (names: readonly string[]): string =>
  `Other tables stand on ${someOf(names)}: name one of them with --sheet for a briefing of it.`;

/** What a table without periods may be of. */
function withoutPeriod(
  { titles, sheet, columns }: TableSurvey,
  { called, title }: Pick<TitleNaming, "called" | "title">,
): string {
  const constant = columns.flatMap(({ name, texts: [text = "", other] }) =>
    other === undefined && isPlainlyPeriod({ name }) ? [text] : [],
  );
  const unread = columns.flatMap(({ name, texts }) => {
    const [text = "", other] = texts.filter((own) => !isTotal(own));
    // Of `year/2018` the year is all that is said; of `Apr 2024 to Mar 2025 Period 11` it is not.
    const isUnread = texts.length > 1 || (periodReadings(text).length === 0 && (text.match(/\d+/gu)?.length ?? 0) > 1);
    return isUnread && other === undefined && isPlainlyPeriod({ name }) && yearsIn.test(text) ? [{ name, text }] : [];
  })[0];
  if (unread)
    return `"${unread.name}" tells one period, "${unread.text}", in words that are not read: where all figures are of it, say so: a dimension period with the role "time", and period: { value: "…" } in layout.dimensions.`;
  const several = columns.find(isOfSeveralTimes);
  if (several)
    return `"${several.name}" says of when each figure is, ${someOf(several.texts)} say, and does not tell rows apart: figures of different times stand beside each other. Where they are to be told with it, make it a dimension with the role "time".`;
  const left = columns.filter(
    ({ kind, name, texts }) =>
      name !== "" &&
      (kind === "period" || kind === "vintage" || (kind === "label" && areYears(texts))) &&
      texts.length > 1,
  );
  if (left.length > 0)
    return `${someOf(left.map(({ name }) => name))}: dates or periods beside the rows, which were taken for none of their figures. Where figures are of them, make it a dimension with the role "time".`;
  const of = titles.filter((text) => !ofPublication.test(text));
  const span = constant.length > 0 ? undefined : of.map(spanOfYearsIn).find((text) => text !== undefined);
  if (span !== undefined)
    return `No column tells a period, and "${span}" is said above the table: where its figures are of all that time together, print it beside them, in the title say.`;
  // `2015=100` says what an index is told by.
  const yearsOf = (texts: readonly string[]) =>
    texts.flatMap((text) => yearsIn.exec(text.replaceAll(/\d{4}\s*=\s*100\b/gu, ""))?.[0] ?? []);
  const ofDay = spansOfDayIn(columns.map(({ name }) => name));
  const headings = columns.flatMap(({ kind, name }) => (kind === "figure" && !ofDay.has(name) ? [name] : []));
  const inHeadings = yearsOf(headings.filter(hasOwnYear));
  // Above a table, an edition may be told beside the title.
  const ofTitle = title === called ? [] : of.filter((text) => text.includes(title));
  const elsewhere = yearsOf([...ofTitle, ...of, sheet.name ?? "", called]);
  // What half of the headings say of their figures is nearer to them than what the file is called; the year of one is of that one.
  const areNearer = inHeadings.length * 2 >= headings.length;
  const said = [...yearsOf(constant), ...(areNearer ? [inHeadings, elsewhere] : [elsewhere, inHeadings]).flat()];
  const other = elsewhere.find((year) => year !== said[0]);
  const where = areNearer ? `its title or name says ${other}` : `${other} is named there as well`;
  const doubt = other === undefined ? "" : ` (${where})`;
  const isOfSome = !areNearer && inHeadings.length > 0 && yearsOf(constant).length + elsewhere.length === 0;
  if (isOfSome)
    return `No column tells a period, and ${inHeadings[0]} stands in some headings alone. If all figures are of one, say so: a dimension period with the role "time", and period: { value: "…" } in layout.dimensions.`;
  const hint = `a dimension period with the role "time", and period: { value: "${said[0] ?? "…"}" } in layout.dimensions`;
  return said.length > 0
    ? `No column tells a period. If all figures are of ${said[0]}, as is written beside or above them or in the name${doubt}, say so: ${hint}.`
    : `No column tells a period. If all figures are of one, say so: ${hint}.`;
}

/** Whether texts are years in turn or again and again, below whatever heading. */
const areYears = (texts: readonly string[]): boolean => texts.every((text) => /^(?:1[89]|20)\d{2}$/u.test(text));

/** Whether a column that is read as no time has nothing but years and spans of years, some of them of other lengths: `2018`, `2016-18`. */
const isOfSeveralTimes = ({ kind, name, texts }: ColumnSurvey): boolean =>
  kind !== "figure" &&
  kind !== "blank" &&
  texts.length > 1 &&
  ofReference.test(meaningOf(name)) &&
  texts.every((text) => yearsOrSpan.test(text.trim()));
const ofReference =
  /^(?:(?:ref(?:erence)?|data|survey|report(?:ing)?|latest|source)\.? )?(?:periods?|years?|dates?)(?: of (?:data|reference))?$/iu;
const yearsOrSpan = /^(?:\p{L}{3,9} )?(?:19|20)\d{2}(?: ?[-–/] ?(?:\p{L}{3,9} )?(?:\d{2}|(?:19|20)\d{2}))?$/u;

const yearsInHeadings = (columns: readonly ColumnSurvey[]): string => {
  const shown = columns.slice(0, 3).map(({ name }) => `"${name}"`);
  const more = columns.length > shown.length ? ` and ${columns.length - shown.length} more` : "";
  return `Some headings say of which year their figures are (${shown.join(", ")}${more}), and each was taken for a measure of its own: to compare them over time, make one of them by layout.wide, with {period} and {measure} where these stand.`;
};
