import { type CellMarker, type DatasetSpec, groupBy, type LayoutSpec, type MeasureSpec } from "../dataset/index.ts";
import { columnRoles, type LongGuess, type Roles, timeHole, valueName } from "./column-roles.ts";
import { unitSign } from "./find-headings.ts";
import { guessDimensions, isNamedPeriod } from "./guess-dimensions.ts";
import type { SheetsGuess } from "./guess-sheets.ts";
import { areaHole, categoryHole, type WideGuess } from "./guess-wide.ts";
import { kindOfMeasure } from "./measure-kind.ts";
import { createNamer, lastHeading, type Naming, plural, sentence } from "./naming.ts";
import { createRemarks, type Remarks } from "./remarks.ts";
import { type ColumnSurvey, notKnown, type TableSurvey } from "./survey-table.ts";
import type { AlikeRows, RowsReading } from "./tell-apart.ts";

export interface GuessChoices {
  /** Sheets that hold the same table, a period each. */
  readonly sheets?: SheetsGuess | undefined;
  /** How rows are read that no columns tell apart. */
  readonly rows?: RowsReading | undefined;
  /** What figures are called whose headings do not say it: as the file is, say. Absent: as the title. */
  readonly called?: string | undefined;
}

export interface DefinitionGuess {
  readonly spec: DatasetSpec;
  /** Rows that no columns tell apart. */
  readonly alike: AlikeRows | undefined;
  /** What could not be known, by the field of the definition that it is about. */
  readonly remarks: ReadonlyMap<string, string>;
}

/**
 * Guesses the definition of a table: what a careful person would take it to be; what the table does not tell is remarked.
 */
export function guessDefinition(
  survey: TableSurvey,
  title: string,
  { sheets, rows, called = title }: GuessChoices = {},
): DefinitionGuess {
  const remarks = createRemarks();
  const roles = columnRoles(survey, rows);
  const idOf = createNamer(holesOf(roles));
  const perSheet = roles.period || roles.wide?.tells.includes("period") ? undefined : sheets;
  const { wide, long, period: { columns: [first] = [], others = [] } = {} } = roles;
  const { dimensions, places } = guessDimensions({ survey, roles, sheets: perSheet, naming: { idOf, remarks } });
  const ownName = survey.sheet.name ?? "";
  const nameOfSheet = /^(?:sheet|table|tabelle|data|figures|results|export)?[\s_.-]*\d*[a-z]?$/iu.test(ownName)
    ? ""
    : ownName;
  const measures = guessMeasures(survey, roles, { idOf, remarks, called, nameOfSheet });
  const markers = guessMarkers(survey.columns, remarks);
  const except = {
    ...(first && others.length > 0 && { [first.ref]: others }),
    ...(survey.totals && { [survey.totals.column]: survey.totals.texts }),
  };
  if (others.length > 0) remarks.add("layout.rows", "These rows name no period.");
  else if (survey.totals) remarks.add("layout.rows", "These rows total the others.");
  const ignored = ignoredColumns(survey, roles);
  remarkOnIgnored(roles, remarks);
  if (roles.alike?.rows === "added") remarks.add("layout.repeatedRows", addedUp(roles.alike));
  const layout: LayoutSpec = {
    ...(survey.sheet.name !== undefined && { sheets: perSheet?.names ?? survey.sheet.name }),
    ...(survey.headerRow !== 1 && { headerRow: survey.headerRow }),
    ...(Object.keys(places).length > 0 && { dimensions: places }),
    ...(Object.keys(measures.names).length > 0 && { measures: measures.names }),
    ...(wide && {
      wide: {
        columns: wide.columns,
        ...(measures.only !== undefined && { measure: measures.only }),
      },
    }),
    ...(long && { long: { measure: long.measure.ref, value: long.value.ref } }),
    ...(survey.lastRow !== undefined && { lastRow: survey.lastRow }),
    ...(roles.downwards.length > 0 && {
      fillDown: roles.downwards.map((column) => column.ref),
    }),
    ...(Object.keys(except).length > 0 && { rows: { except } }),
    ...(roles.alike?.rows === "added" && { repeatedRows: "sum" }),
    ...(roles.vintage && { vintage: { column: roles.vintage.ref } }),
    ...(ignored.length > 0 && { ignore: ignored }),
  };
  remarks.add("sources", "Who published the data, when and where: it is printed beside the figures.");
  const spec: DatasetSpec = {
    title,
    dimensions,
    measures: measures.specs,
    sources: { publisher: { title, publisher: "Publisher", kind: "official-statistics" } },
    layout,
    ...(Object.keys(markers).length > 0 && { markers }),
  };
  return { spec, alike: roles.alike, remarks: remarks.all };
}

/** Ids of dimensions that are no names of columns. */
const holesOf = ({ period, wide }: Roles): readonly string[] => [
  ...(wide
    ? [categoryHole, areaHole].filter((hole) => [wide.columns].flat().some((own) => own.includes(`{${hole}}`)))
    : []),
  ...(period && !wide?.tells.includes("period") && isNamedPeriod(period) ? [] : [timeHole]),
];

/** Headings of columns that are no part of the guess. */
function ignoredColumns({ columns }: TableSurvey, roles: Roles): readonly string[] {
  const { period, vintage, naming, codes, figures, long, wide } = roles;
  const used = new Set([
    ...(period?.columns ?? []),
    vintage,
    ...naming,
    ...codes.values(),
    ...(wide ? [] : figures),
    long?.measure,
    long?.value,
    ...(roles.alike?.by ?? []),
  ]);
  const ignored = columns.filter(
    (column) => column.name !== "" && !used.has(column) && !wide?.indices.includes(column.index),
  );
  return [...new Set(ignored.map(({ name }) => name))];
}

const addedUp = ({ by, offered }: AlikeRows): string => {
  const names = (columns: readonly ColumnSurvey[]) => columns.map(({ name }) => `"${name}"`).join(", ");
  const others = offered.filter((column) => !by.includes(column));
  const more = others.length > 0 ? ` ${names(others)} could break them down further.` : "";
  return `Several rows have the same ${names(by)}, as cases have, and their figures are added up.${more}`;
};

function remarkOnIgnored(
  { attributes, constant, dates, figures, spare, unreadable, wide }: Roles,
  remarks: Remarks,
): void {
  const told = [...attributes].map(([{ name }, by]) => `"${name}" is told by "${by.name}".`);
  const always = constant.map(({ name, texts }) => `"${name}" is always "${texts[0]}".`);
  const left = unreadable.map(({ name }) => `"${name}" has cells that are no numbers: correct them to read it.`);
  const dated = dates.map(({ name }) => `"${name}" has a date of each row, and is no dimension of these figures.`);
  const beside = wide
    ? figures.map(({ name }) => `"${name}" has figures, but its heading tells no period or group.`)
    : [];
  const more = spare.map(({ name }) => `"${name}" is not needed to tell rows apart.`);
  const all = [...more, ...left, ...beside, ...told, ...always, ...dated];
  if (all.length > 0) remarks.add("layout.ignore", all.join(" "));
}

function guessMeasures(
  { columns }: TableSurvey,
  { wide, long, figures, constant }: Roles,
  naming: TitledNaming,
): GuessedMeasures {
  if (wide) return wideMeasures(columns, wide, naming);
  // "Rate per 100,000 population", "Percentage": what a column says of all rows, it says of the one measure.
  const hint = constant
    .filter(({ name }) => /^(?:units?(?: (?:of )?measure)?|measures?(?: unit)?|statistics?)$/iu.test(name.trim()))
    .flatMap(({ texts }) => texts)
    .join(" ");
  return long
    ? longMeasures(long, { ...naming, hint })
    : plainMeasures(figures, { ...naming, hint: figures.length === 1 ? hint : "" });
}

interface TitledNaming extends Naming {
  readonly called: string;
  /** Of the sheet, where it is more than a number. */
  readonly nameOfSheet: string;
}

interface HintedNaming extends Naming {
  /** What the table says of all its figures. */
  readonly hint: string;
}

interface GuessedMeasures {
  readonly specs: Readonly<Record<string, MeasureSpec>>;
  /** Names in the data, where the id and the label are others. */
  readonly names: Readonly<Record<string, string>>;
  /** The measure of a wide table's columns whose headings do not tell it. */
  readonly only?: string | undefined;
}

function plainMeasures(figures: readonly ColumnSurvey[], naming: HintedNaming & TitledNaming): GuessedMeasures {
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  // Of chances and portions, those that are 0 or 1 in all rows are no counts.
  const arePortions =
    figures.some((column) => column.figures?.isWhole === false) &&
    figures.every((column) => (column.figures?.largest ?? 2) <= 1 && !column.figures?.hasPercent);
  const lasts = groupBy(figures, ({ name }) => lastHeading(name));
  for (const column of figures) {
    const isOnly = lasts.get(lastHeading(column.name))?.length === 1;
    const own = isOnly ? lastHeading(column.name) : column.name;
    const said = naming.nameOfSheet || naming.called;
    const name = figures.length === 1 && valueName.test(own) && /\p{L}{3}/u.test(said) ? said : own;
    const id = naming.idOf(name, "value");
    specs[id] = guessMeasure(id, { ...naming, name, columns: arePortions ? figures : familyOf(column, figures) });
    names[id] = column.ref;
  }
  return { specs, names };
}

/** Columns that differ by their first words alone, before the same parentheses: `Wood (Gales 2007)`, `Wind (Gales 2007)`. */
function familyOf(column: ColumnSurvey, figures: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const end = /\(.{5,}\)\s*$/u.exec(column.name)?.[0];
  const own = end === undefined ? [column] : figures.filter(({ name }) => name.endsWith(end));
  return own.length > 2 ? own : [column];
}

function wideMeasures(
  columns: readonly ColumnSurvey[],
  wide: WideGuess,
  { idOf, remarks, called, nameOfSheet }: TitledNaming,
): GuessedMeasures {
  const own = columns.filter(({ index }) => wide.indices.includes(index) && !wide.bare.includes(index));
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  const add = (name: string, fallback: string, of: readonly ColumnSurvey[]) => {
    const id = idOf(name, fallback);
    specs[id] = guessMeasure(id, { name: name || called, columns: of, remarks });
    return id;
  };
  const single = wordsBeside([wide.columns].flat().at(-1) ?? "") || nameOfSheet;
  const bare = columns.filter(({ index }) => wide.bare.includes(index));
  const unnamed = wide.measures.length === 0 ? own : bare;
  const only = unnamed.length > 0 ? add(single, "figures", unnamed) : undefined;
  for (const name of wide.measures)
    names[
      add(
        name,
        "figures",
        own.filter((column) => column.name.includes(name)),
      )
    ] = name;
  return { specs, names, only };
}

/** What stands beside the holes of a pattern, without the words that only lead to them: `Total in {period}`. */
const wordsBeside = (pattern: string): string =>
  pattern
    .replaceAll(/\{[^}]*\}/gu, " ")
    .replaceAll(/[\s,:|–_-]+/gu, " ")
    .trim()
    .replace(/(?:^| )(?:in|at|for|on|of|as|to|by)$/iu, "");

function longMeasures({ measure, value }: LongGuess, { idOf, remarks, hint }: HintedNaming): GuessedMeasures {
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  for (const name of [...measure.texts].sort()) {
    const id = idOf(name, "measure");
    specs[id] = guessMeasure(id, { name, columns: [value], remarks, hint });
    names[id] = name;
  }
  return { specs, names };
}

interface MeasureInput {
  readonly name: string;
  readonly columns: readonly ColumnSurvey[];
  readonly remarks: Remarks;
  readonly hint?: string;
}

function guessMeasure(id: string, { name, columns, remarks, hint = "" }: MeasureInput): MeasureSpec {
  const figures = columns.flatMap((column) => column.figures ?? []);
  const { words, unitName } = withoutUnit(name);
  const label = sentence(words) || "Figures";
  const field = `measures.${id}`;
  const kind = kindOfMeasure(`${name} ${hint}`, figures);
  remarks.add(`${field}.unit`, "What is counted, in the singular and the plural, as a sentence has it.");
  if (kind.isPercent) return { label, unit: { one: "%", other: "%" }, statType: kind.statType };
  const unit = unitOf(unitName ?? label);
  if (kind.statType === "rate") {
    remarks.add(`${field}.per`, "Cases per how many.");
    return { label, unit, statType: "rate", per: kind.per, ...(kind.people !== "" && { population: kind.people }) };
  }
  if (kind.statType === "count") return { label, unit, statType: "count" };
  const isWhole = figures.length > 0 && figures.every((own) => own.isWhole);
  if (kind.isFraction)
    remarks.add(
      `${field}.statType`,
      "Figures from 0 to 1 may be fractions: in percent, they are a share of the unit %.",
    );
  remarks.add(
    `${field}.statType`,
    'Figures with decimals were taken for means; say "rate" (with per) or "share" where they are.',
  );
  return {
    label,
    unit: kind.isFraction ? { one: "of 1", other: "of 1" } : unit,
    statType: "mean",
    ...(kind.isFraction && { decimals: 3 }),
    ...(kind.isAmount && { additive: true }),
    ...(isWhole && { decimals: 0 }),
  };
}

/** Texts in columns of figures that are neither numbers nor usual markers. The guess hides rather than shows. */
function guessMarkers(columns: readonly ColumnSurvey[], remarks: Remarks): Readonly<Record<string, CellMarker>> {
  const markers: Record<string, CellMarker> = {};
  for (const { figures } of columns) {
    for (const text of [...(figures?.unknown.keys() ?? [])].sort()) {
      // A text with digits is a figure, or tells of one.
      if (text.length > 30 || /\p{N}/u.test(text)) continue;
      markers[text] =
        /^(?:\.+|:|-+|–|—|\[?[xu]\]?|z)$/iu.test(text) ||
        (notKnown.test(text) && !/refused|withheld|disclosed|suppressed/iu.test(text))
          ? "unavailable"
          : "suppressed";
    }
  }
  if (Object.keys(markers).length > 0)
    remarks.add(
      "markers",
      "What each stands for: suppressed (hidden to protect people), unavailable, not-applicable, not-supplied, zero.",
    );
  return markers;
}

/** A heading without the unit at its end: `Price (£)`, `Price | £`. A number in parentheses refers to a note. */
function withoutUnit(name: string): { readonly words: string; readonly unitName: string | undefined } {
  const found = /^(?<words>.+?)\s*(?:\((?<inside>[^()]+)\)|\| (?<last>[^|]+))$/u.exec(name.trim())?.groups;
  const unit = found?.inside ?? found?.last?.trim();
  if (!found || unit === undefined || (found.last && !unitSign.test(unit))) return { words: name, unitName: undefined };
  if (/^(?:\d{1,2}|\W)$/u.test(unit) && !unitSign.test(unit))
    return { words: found.words ?? name, unitName: undefined };
  return { words: found.words ?? name, unitName: unit };
}

const moneyNames: Readonly<Record<string, MeasureSpec["unit"]>> = {
  "£": { one: "pound", other: "pounds" },
  $: { one: "dollar", other: "dollars" },
  "€": { one: "euro", other: "euros" },
};

/** A unit by the label of a measure: its last word in the singular is the best guess that there is. */
function unitOf(label: string): MeasureSpec["unit"] {
  const money = moneyNames[label.trim()];
  if (money) return money;
  const other = label.toLowerCase();
  const one = /ies$/u.test(other) ? `${other.slice(0, -3)}y` : /[^s]s$/u.test(other) ? other.slice(0, -1) : other;
  return { one, other: one === other ? plural(other) : other };
}
