import {
  type CellMarker,
  type DatasetSpec,
  type DimensionSpec,
  type LayoutSpec,
  type MeasureSpec,
  reservedDimensionNames,
} from "../dataset/index.ts";
import { columnLetters } from "../diagnostics/index.ts";
import { guessWide, type WideGuess } from "./guess-wide.ts";
import { createRemarks, type Remarks } from "./remarks.ts";
import { type ColumnSurvey, type TableSurvey, wordsOf } from "./survey-table.ts";
import { toldBy } from "./told-by.ts";

export interface DefinitionGuess {
  readonly spec: DatasetSpec;
  /** What could not be known, by the field of the definition that it is about. */
  readonly remarks: ReadonlyMap<string, string>;
}

const areaName =
  /\b(?:areas?|regions?|countr(?:y|ies)|forces?|authorit(?:y|ies)|councils?|states?|count(?:y|ies)|districts?|lads?|geograph(?:y|ies)|nations?|provinces?|boroughs?|wards?|city|place|location|local|board|trust|entity|ardal|gwlad)\b/iu;
const measureName =
  /^(?:measures?|indicators?|variables?|metrics?|statistics?|series|subject|item|value type|measure name)$/iu;
const valueName = /^(?:values?|obs_?value|observation|figure|data_?value|amount|v4_\d+)$/iu;
const totalName =
  /^(?:all|total|totals|overall|grand total|both|persons|everyone|total .*|all .*|.* total|cyfanswm|pawb)$/iu;

/** Guesses the definition of a table: what a careful person would take it to be; what the table does not tell is remarked. */
export function guessDefinition(survey: TableSurvey, title: string): DefinitionGuess {
  const remarks = createRemarks();
  const idOf = createNamer();
  const roles = columnRoles(survey);
  const { wide, long } = roles;
  const { dimensions, places } = guessDimensions(roles, { idOf, remarks });
  const measures = guessMeasures(survey, roles, { idOf, remarks, title });
  const markers = guessMarkers(survey.columns, remarks);
  const ignored = ignoredColumns(survey, roles);
  remarkOnIgnored(roles, remarks);
  const layout: LayoutSpec = {
    ...(survey.sheet.name !== undefined && { sheets: survey.sheet.name }),
    ...(survey.headerRow !== 1 && { headerRow: survey.headerRow }),
    ...(Object.keys(places).length > 0 && { dimensions: places }),
    ...(Object.keys(measures.names).length > 0 && { measures: measures.names }),
    ...(wide && {
      wide: {
        columns: wide.columns,
        ...(wide.measures.length === 0 && { measure: Object.keys(measures.specs)[0] ?? "" }),
      },
    }),
    ...(long && { long: { measure: long.measure.name, value: long.value.name } }),
    ...(roles.downwards.length > 0 && {
      fillDown: roles.downwards.map((column) => column.name || byLetter(column)),
    }),
    ...(roles.vintage && { vintage: { column: roles.vintage.name } }),
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
  return { spec, remarks: remarks.all };
}

/** Makes names for code of headings, each once. */
function createNamer(): Naming["idOf"] {
  const taken = new Set<string>(reservedDimensionNames);
  return (name, fallback) => {
    const base = camelCase(name) || fallback;
    let free = base;
    for (let number = 2; taken.has(free); number += 1) free = `${base}${number}`;
    taken.add(free);
    return free;
  };
}

/** What each column of a table is for. */
interface Roles {
  readonly period: ColumnSurvey | undefined;
  readonly wide: WideGuess | undefined;
  readonly long: LongGuess | undefined;
  /** The columns that name a dimension each. */
  readonly naming: readonly ColumnSurvey[];
  readonly area: ColumnSurvey | undefined;
  readonly figures: readonly ColumnSurvey[];
  /** Labels that stand in the first of their rows only. */
  readonly downwards: readonly ColumnSurvey[];
  /** Labels that another column tells. */
  readonly attributes: ReadonlyMap<ColumnSurvey, ColumnSurvey>;
  readonly constant: readonly ColumnSurvey[];
  readonly vintage: ColumnSurvey | undefined;
}

/** The hole of headings that tell the period; the time dimension has the same id. */
const timeHole = "period";

function columnRoles(survey: TableSurvey): Roles {
  const { columns, rows } = survey;
  const wide = guessWide(columns, timeHole);
  const figures = columns.filter(({ kind, index }) => kind === "figure" && !wide?.indices.includes(index));
  const all = columns.filter(({ kind }) => kind === "label");
  const firstFigure = columns.findIndex(({ kind }) => kind === "figure");
  const sparse = all.filter(({ filled }) => filled < rows.length);
  const downwards = sparse.filter(
    ({ index, texts }) => index < firstFigure && isFirstFilled(survey, index) && texts.length > 1,
  );
  const labels = all.filter((column) => !sparse.includes(column) || downwards.includes(column));
  const long = wide ? undefined : guessLong(labels, figures);
  const constant = labels.filter(({ texts, filled }) => texts.length === 1 && filled > 1);
  const candidates = labels.filter((column) => column !== long?.measure && !constant.includes(column));
  const attributes = new Map(
    candidates.flatMap((column) => {
      const by = toldBy(column, candidates, survey);
      return by ? [[column, by] as const] : [];
    }),
  );
  const naming = candidates.filter((column) => !attributes.has(column));
  const area =
    naming.find((column) => isBesideCode(columns, column)) ?? naming.find(({ name }) => areaName.test(wordsOf(name)));
  const [period, vintage] = (["period", "vintage"] as const).map((kind) => columns.find((one) => one.kind === kind));
  return { period, wide, long, naming, area, figures, downwards, attributes, constant, vintage };
}

/** Headings of columns that are no part of the guess. */
function ignoredColumns({ columns }: TableSurvey, roles: Roles): readonly string[] {
  const { period, vintage, naming, figures, long, wide } = roles;
  const used = new Set([period, vintage, ...naming, ...figures, long?.measure, long?.value]);
  const ignored = columns.filter(
    (column) => column.name !== "" && !used.has(column) && !wide?.indices.includes(column.index),
  );
  return [...new Set(ignored.map(({ name }) => name))];
}

function remarkOnIgnored({ attributes, constant }: Roles, remarks: Remarks): void {
  const told = [...attributes].map(([{ name }, by]) => `"${name}" is told by "${by.name}".`);
  const always = constant.map(({ name, texts }) => `"${name}" is always "${texts[0]}".`);
  if (told.length + always.length > 0) remarks.add("layout.ignore", [...told, ...always].join(" "));
}

function guessDimensions({ naming, area, period, wide }: Roles, { idOf, remarks }: Naming) {
  const dimensions: Record<string, DimensionSpec> = {};
  const places: Record<string, string> = {};
  const timeId = wide ? timeHole : idOf(period?.name ?? timeHole, timeHole);
  for (const column of naming) {
    const id = idOf(column.name, "category");
    const label = column.name === "" ? "Category" : sentence(column.name);
    const total = column.texts.find((text) => totalName.test(text));
    dimensions[id] = {
      role: column === area ? "area" : "category",
      label,
      plural: plural(label.toLowerCase()),
      ...(total !== undefined && { total }),
    };
    if (column.name === "") places[id] = byLetter(column);
    else if (id !== column.name) places[id] = column.name;
    if (total !== undefined) remarks.add(`dimensions.${id}.total`, `"${total}" was taken for the total of all others.`);
  }
  if (wide) dimensions[timeId] = { role: "time", label: "Period" };
  else if (period) {
    dimensions[timeId] = { role: "time", label: sentence(period.name) || "Period" };
    if (period.name !== timeId) places[timeId] = period.name === "" ? byLetter(period) : period.name;
  }
  return { dimensions, places };
}

function guessMeasures(
  { columns }: TableSurvey,
  { wide, long, figures, constant }: Roles,
  naming: Naming & { readonly title: string },
): GuessedMeasures {
  if (wide) return wideMeasures(columns, wide, naming);
  // "Rate per 100,000 population", "Percentage": what a column says of all rows, it says of the one measure.
  const hint = constant
    .filter(({ name }) => /^(?:unit|measure|statistic)s?$/iu.test(name.trim()))
    .flatMap(({ texts }) => texts)
    .join(" ");
  return long
    ? longMeasures(long, { ...naming, hint })
    : plainMeasures(figures, { ...naming, hint: figures.length === 1 ? hint : "" });
}

interface Naming {
  readonly idOf: (name: string, fallback: string) => string;
  readonly remarks: Remarks;
}

interface HintedNaming extends Naming {
  /** What the table says of all its figures. */
  readonly hint: string;
}

interface GuessedMeasures {
  readonly specs: Readonly<Record<string, MeasureSpec>>;
  /** Names in the data, where the id and the label are others. */
  readonly names: Readonly<Record<string, string>>;
}

function plainMeasures(figures: readonly ColumnSurvey[], naming: HintedNaming): GuessedMeasures {
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  for (const column of figures) {
    const id = naming.idOf(column.name, "value");
    specs[id] = guessMeasure(id, { ...naming, name: column.name, columns: [column] });
    names[id] = column.name === "" ? byLetter(column) : column.name;
  }
  return { specs, names };
}

function wideMeasures(
  columns: readonly ColumnSurvey[],
  wide: WideGuess,
  { idOf, remarks, title }: Naming & { readonly title: string },
): GuessedMeasures {
  const own = columns.filter(({ index }) => wide.indices.includes(index));
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  for (const name of wide.measures.length > 0 ? wide.measures : [undefined]) {
    const of = name === undefined ? own : own.filter((column) => column.name.includes(name));
    const id = idOf(name ?? wide.columns.replaceAll(/\{[^}]*\}/gu, ""), "figures");
    specs[id] = guessMeasure(id, {
      name: name ?? (wide.columns.replaceAll(/\{[^}]*\}/gu, "").trim() || title),
      columns: of,
      remarks,
    });
    if (name !== undefined) names[id] = name;
  }
  return { specs, names };
}

interface LongGuess {
  readonly measure: ColumnSurvey;
  readonly value: ColumnSurvey;
}

function guessLong(labels: readonly ColumnSurvey[], figures: readonly ColumnSurvey[]): LongGuess | undefined {
  const measure = labels.find(({ name, texts }) => measureName.test(name.trim()) && texts.length <= 60);
  const value = figures.length === 1 ? figures[0] : figures.find(({ name }) => valueName.test(name.trim()));
  return measure && value ? { measure, value } : undefined;
}

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

const rateOf = /\b(?:per|y)\s+(?:head\b|(?<per>[\d,]+|thousand|million|mil)?\s*(?<people>[\p{L} ]*))/iu;

function guessMeasure(id: string, { name, columns, remarks, hint = "" }: MeasureInput): MeasureSpec {
  const said = `${name} ${hint}`;
  const figures = columns.flatMap((column) => column.figures ?? []);
  const unitName = /\((?<unit>[^)]+)\)\s*$/u.exec(name)?.groups?.unit;
  const label = sentence(name.replace(/\s*\([^)]*\)\s*$/u, "")) || "Figures";
  const isShare =
    figures.some(({ hasPercent }) => hasPercent) || /%|per ?cent|percentage|\bshare\b|proportion|canran/iu.test(said);
  const field = `measures.${id}`;
  remarks.add(`${field}.unit`, "What is counted, in the singular and the plural, as a sentence has it.");
  if (isShare) return { label, unit: { one: "%", other: "%" }, statType: "share" };
  const rate = rateOf.exec(said)?.groups;
  const per = perOf(rate?.per);
  if (rate && (per !== undefined || /\brate\b/iu.test(said))) {
    remarks.add(`${field}.per`, "Cases per how many.");
    const people = (rate.people ?? "").trim();
    return {
      label,
      unit: unitOf(unitName ?? label),
      statType: "rate",
      per: per ?? 1,
      ...(people !== "" && { population: people }),
    };
  }
  const isCount =
    figures.length > 0 &&
    figures.every(({ isWhole, hasNegative }) => isWhole && !hasNegative) &&
    !/\b(?:average|mean|median|index|score|price|age)\b/iu.test(said);
  if (isCount) return { label, unit: unitOf(unitName ?? label), statType: "count" };
  remarks.add(
    `${field}.statType`,
    'Figures with decimals were taken for means; say "rate" (with per) or "share" where they are.',
  );
  return { label, unit: unitOf(unitName ?? label), statType: "mean" };
}

const perOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const word = { thousand: 1000, mil: 1000, million: 1_000_000 }[text.toLowerCase()];
  const number = word ?? Number(text.replaceAll(",", ""));
  return number > 1 ? number : undefined;
};

/** Texts in columns of figures that are neither numbers nor usual markers. The guess hides rather than shows. */
function guessMarkers(columns: readonly ColumnSurvey[], remarks: Remarks): Readonly<Record<string, CellMarker>> {
  const markers: Record<string, CellMarker> = {};
  for (const { figures } of columns) {
    for (const text of [...(figures?.unknown.keys() ?? [])].sort()) {
      // A text with digits is a figure, or tells of one.
      if (text.length > 30 || /\p{N}/u.test(text)) continue;
      markers[text] =
        /^(?:\.+|:|-+|–|—|n\/?a\.?|na|nil|none|null|nan|\[?[xu]\]?|z|not available|missing|no data|unknown)$/iu.test(
          text,
        )
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

/** Whether the first row of a table has a label in a column. */
const isFirstFilled = ({ sheet, rows }: TableSurvey, index: number): boolean =>
  rows[0] !== undefined && (sheet.columns[index]?.codes[rows[0]] ?? 0) !== 0;

/** Whether a column of official codes stands beside it, as it does beside the names of areas. */
const isBesideCode = (columns: readonly ColumnSurvey[], { index }: ColumnSurvey): boolean =>
  [index - 1, index + 1].some(
    (at) => columns[at]?.kind === "code" && columns[at]?.texts.every((text) => /^[A-Z]\d{8}$/u.test(text)),
  );

const camelCase = (name: string): string => {
  const words = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/u)
    .filter(Boolean)
    .slice(0, 5);
  const joined = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word[0]?.toUpperCase() + word.slice(1).toLowerCase()))
    .join("");
  return /^[A-Za-z]/u.test(joined) ? joined : joined === "" ? "" : `n${joined}`;
};

const sentence = (name: string): string => {
  const words = wordsOf(name);
  return words === "" ? "" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
};

/** A column by its letter, as a layout names it: `#C`. */
const byLetter = ({ index }: ColumnSurvey): string => `#${columnLetters(index + 1)}`;

const plural = (word: string): string =>
  /(?:s|x|ch|sh)$/u.test(word) ? word : /[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;

/** A unit by the label of a measure: its last word in the singular is the best guess that there is. */
function unitOf(label: string): MeasureSpec["unit"] {
  const other = label.toLowerCase();
  const one = /ies$/u.test(other) ? `${other.slice(0, -3)}y` : /[^s]s$/u.test(other) ? other.slice(0, -1) : other;
  return { one, other: one === other ? plural(other) : other };
}
