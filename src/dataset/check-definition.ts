import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import type { DatasetSpec } from "./definition.ts";
import type { CategoryDimensionSpec, CategorySpec } from "./dimension-spec.ts";
import { cellPatterns, measuresInCells } from "./layout/cell-pattern.ts";
import { areAbove, sharedHeadings } from "./layout/cells-in.ts";
import { wideColumns, wideHeadings } from "./layout/column-names.ts";
import { createHolePattern } from "./layout/hole-pattern.ts";
import type { LayoutSpec } from "./layout/layout-spec.ts";
import { areApart, lifetimeOf, spanOf } from "./lifetime.ts";
import { isMeasured } from "./measure-spec.ts";
import { periodReadings } from "./period-reader.ts";
import { reservedDimensionNames } from "./reserved-names.ts";

/** Checks the names within a definition: what refers to what, what would stand for two things. Reports all. */
export function checkDefinition(spec: DatasetSpec, diagnostics: Diagnostics): void {
  const check: Check = { spec, diagnostics };
  checkDimensions(check);
  checkMeasures(check);
  checkSums(check);
  checkLayout(check);
  checkTranslations(check);
}

interface Check {
  readonly spec: DatasetSpec;
  readonly diagnostics: Diagnostics;
}

function checkDimensions(check: Check): void {
  const { spec, diagnostics } = check;
  const source = { id: spec.title };
  if (Object.values(spec.dimensions).filter(({ role }) => role === "time").length > 1) {
    diagnostics.error({
      code: "several-time-dimensions",
      message: "A dataset has one time dimension at most.",
      hint: "Give the others the role category.",
      source,
    });
  }
  for (const [name, dimension] of Object.entries(spec.dimensions)) {
    const isMeasure = Object.hasOwn(spec.measures, name);
    if (reservedDimensionNames.has(name) || isMeasure) {
      const owner = isMeasure ? "a measure is" : "selectors and rows use the word for something else";
      diagnostics.error({
        code: "name-taken",
        message: `A dimension cannot be called "${name}": ${owner}.`,
        hint: "Rename it; its column can keep its name, through layout.dimensions.",
        source: { ...source, field: `dimensions.${name}` },
      });
    }
    if (dimension.role === "time") continue;
    checkParents(check, name, dimension);
    checkLabels(check, name, dimension);
    checkLifetimes(check, name, dimension);
  }
}

function checkParents(check: Check, name: string, { categories, open, total, aliases }: CategoryDimensionSpec): void {
  if (!categories || open) return;
  const ids = categories.flatMap(({ id, label, aliases: own = [] }) => [id, label, ...own]);
  for (const id of Object.values(aliases ?? {}))
    checkName(check, { kind: "category", name: id, names: ids, field: `dimensions.${name}.aliases` });
  checkName(check, { kind: "category", name: total, names: ids, field: `dimensions.${name}.total` });
  for (const { id, parent } of categories) {
    checkName(check, {
      kind: "category",
      name: parent,
      names: ids,
      field: `dimensions.${name}.categories.${id}.parent`,
    });
  }
}

/** No id, label or alias may stand for two categories at one time. */
function checkLabels(
  { spec, diagnostics }: Check,
  dimension: string,
  { categories = [] }: CategoryDimensionSpec,
): void {
  const owners = new Map<string, CategorySpec[]>();
  for (const category of categories) {
    const { id, label, aliases = [] } = category;
    for (const name of new Set([id, label, ...aliases].map((text) => text.trim().toLowerCase()))) {
      const others = owners.get(name) ?? [];
      owners.set(name, [...others, category]);
      const owner = others.find((other) => other.id === id || !areApart(other, category));
      if (owner === undefined) continue;
      diagnostics.error({
        code: "duplicate-category",
        message: `"${name}" stands for two categories of ${dimension}: ${owner.id} and ${id}.`,
        hint: "Ids, labels and aliases have to tell categories apart, but for those that are never there on one day: say since and until.",
        source: { id: spec.title, field: `dimensions.${dimension}` },
      });
    }
  }
}

/** Days that can be read, in order, also from a category to those that took its place. */
function checkLifetimes(check: Check, dimension: string, { categories = [] }: CategoryDimensionSpec): void {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const problem = (id: string, message: string, hint: string) =>
    check.diagnostics.error({
      code: "invalid-lifetime",
      message,
      hint,
      source: { id: check.spec.title, field: `dimensions.${dimension}.categories.${id}` },
    });
  for (const category of categories) {
    const { id, since, until, successors = [], parent } = category;
    for (const day of [since, until]) {
      if (day === undefined || spanOf(day)) continue;
      problem(
        id,
        `"${day}" is not a day or a period that has one reading.`,
        "Write it as 2009-04-01, 2009 or 2009/10.",
      );
    }
    const { start, endExclusive } = lifetimeOf(category);
    if (start !== undefined && endExclusive !== undefined && start >= endExclusive)
      problem(
        id,
        `${id} is there since ${since}, and until ${until}, which is before that.`,
        "Exchange them, or correct one.",
      );
    for (const successor of successors) {
      const next = byId.get(successor);
      checkName(check, {
        kind: "category",
        name: successor,
        names: [...byId.keys()],
        field: `dimensions.${dimension}.categories.${id}.successors`,
      });
      if (next && !areApart(category, next))
        problem(
          id,
          `${successor} takes the place of ${id}, and both are there on some days.`,
          `Say until of ${id} and since of ${successor}.`,
        );
    }
    const holder = byId.get(parent ?? "");
    if (holder && areApart(category, holder))
      problem(
        id,
        `${id} is held by ${holder.id}, and they are never there on one day.`,
        "Correct the parent, or the days.",
      );
  }
}

function checkMeasures(check: Check): void {
  const { spec, diagnostics } = check;
  const dimensions = Object.keys(spec.dimensions);
  for (const [name, measure] of Object.entries(spec.measures)) {
    const { dimensions: own = [], seriesStart, breaks = [], roundedTo = 1, statType, fractions } = measure;
    if (fractions !== undefined && statType !== "share") {
      diagnostics.error({
        code: "fractions-of-no-share",
        message: `Only the figures of a share may be fractions of one, and "${name}" is a ${statType}.`,
        hint: 'Write statType: "share", or leave fractions out.',
        source: { id: spec.title, field: `measures.${name}.fractions` },
      });
    }
    if (measure.thousands !== undefined && statType !== "count") {
      diagnostics.error({
        code: "thousands-of-no-count",
        message: `Only counts may be read from thousands, and "${name}" is a ${statType}.`,
        hint: 'Write statType: "count", or leave thousands out and say the unit: "thousand people".',
        source: { id: spec.title, field: `measures.${name}.thousands` },
      });
    }
    if (measure.durations !== undefined && !isMeasured(measure)) {
      diagnostics.error({
        code: "invalid-durations",
        message: `Only the figures of a mean or a quantity may be durations, and "${name}" is a ${statType}.`,
        hint: 'Write statType: "mean", or "quantity" with additive: true where they may be added up, or leave durations out.',
        source: { id: spec.title, field: `measures.${name}.durations` },
      });
    }
    if (statType === "count" && !Number.isInteger(roundedTo)) {
      diagnostics.error({
        code: "invalid-rounding",
        message: `Counts are rounded to a multiple of a whole number, and not of ${roundedTo}.`,
        hint: "Write roundedTo: 5, or leave it out.",
        source: { id: spec.title, field: `measures.${name}.roundedTo` },
      });
    }
    const reported = typeof measure.absent === "object" ? measure.absent.zeroWhereReported : [];
    for (const dimension of reported)
      checkName(check, { kind: "dimension", name: dimension, names: dimensions, field: `measures.${name}.absent` });
    for (const used of own) {
      checkName(check, { kind: "dimension", name: used, names: dimensions, field: `measures.${name}.dimensions` });
    }
    for (const label of [seriesStart, ...breaks.map(({ at }) => at)]) {
      if (label === undefined || periodReadings(label).length > 0) continue;
      diagnostics.error({
        code: "invalid-period",
        message: `"${label}" is not a period.`,
        hint: "Write it as the data does: 2018/19, 2014, 2018-03.",
        source: { id: spec.title, field: `measures.${name}` },
      });
    }
  }
}

function checkSums(check: Check): void {
  const { sums = [], notSums = [], possibleSums = [], measures } = check.spec;
  const names = Object.keys(measures);
  for (const [field, told] of Object.entries({ sums, possibleSums }))
    for (const [index, { whole, parts }] of told.entries())
      for (const name of [whole, ...parts])
        checkName(check, { kind: "measure", name, names, field: `${field}.${index}` });
  for (const name of notSums) checkName(check, { kind: "measure", name, names, field: "notSums" });
}

function checkLayout(check: Check): void {
  const { layout = {}, dimensions, measures, sources } = check.spec;
  const dimension = (name: string | undefined, field: string) =>
    checkName(check, { kind: "dimension", name, names: Object.keys(dimensions), field });
  const measure = (name: string | undefined, field: string) =>
    checkName(check, { kind: "measure", name, names: Object.keys(measures), field });
  for (const name of Object.keys(layout.dimensions ?? {})) dimension(name, "layout.dimensions");
  for (const name of Object.keys(layout.measures ?? {})) measure(name, "layout.measures");
  checkParentLayouts(check, dimension);
  measure(layout.counted, "layout.counted");
  checkCounted(check);
  checkWide(check, dimension, measure);
  checkCells(check, measure);
  const source = layout.source && "id" in layout.source ? layout.source.id : undefined;
  checkName(check, { kind: "source", name: source, names: Object.keys(sources), field: "layout.source" });
  checkLong(check);
  checkTables(check, dimension);
  const [first, last] = typeof layout.headerRow === "object" ? layout.headerRow : [1, 1];
  if (first <= last) return;
  check.diagnostics.error({
    code: "contradictory-layout",
    message: `The headings cannot begin in row ${first} and end in row ${last}.`,
    hint: "Write headerRow: [first, last].",
    source: { id: check.spec.title, field: "layout.headerRow" },
  });
}

/** What holds categories is told row by row, as these are. */
function checkParentLayouts({ spec, diagnostics }: Check, dimension: CheckedName): void {
  const { layout = {}, dimensions } = spec;
  const headings = layout.wide ? wideHeadings(layout.wide) : [];
  for (const name of Object.keys(layout.parents ?? {})) {
    dimension(name, "layout.parents");
    const told = layout.dimensions?.[name];
    const isOfTable =
      typeof told === "object" && ["value", "cell", "sheetName", "fileName"].some((kind) => kind in told);
    const isByRows = !isOfTable && !headings.some((heading) => heading.includes(`{${name}}`));
    if (isByRows && dimensions[name]?.role !== "time") continue;
    diagnostics.error({
      code: "contradictory-layout",
      message: isByRows
        ? `Nothing holds the periods of ${name}.`
        : `Rows cannot say what holds the categories of ${name}: they do not tell these.`,
      hint: isByRows ? "Leave it out of layout.parents." : `Say it by dimensions.${name}.holds.`,
      source: { id: spec.title, field: "layout.parents" },
    });
  }
}

/** Rows that are counted make a count, whose figures stand nowhere else. */
function checkCounted({ spec, diagnostics }: Check): void {
  const { layout = {}, measures } = spec;
  const own = measures[layout.counted ?? ""];
  if (layout.counted === undefined || own === undefined) return;
  const isElsewhere =
    layout.counted in (layout.measures ?? {}) || layout.wide !== undefined || layout.long !== undefined;
  if (own.statType === "count" && !isElsewhere) return;
  diagnostics.error({
    code: "contradictory-layout",
    message: isElsewhere
      ? `"${layout.counted}" counts the rows of the table, and has no column or heading.`
      : `"${layout.counted}" counts the rows of the table, and its statType is not "count".`,
    hint: isElsewhere ? "Leave counted out, or layout.measures of it, wide and long." : 'Say statType: "count".',
    source: { id: spec.title, field: "layout.counted" },
  });
}

type CheckedName = (name: string | undefined, field: string) => void;

/** What headings tell: a hole for each dimension that they tell, and the measure, by a hole or by name. */
function checkWide({ spec, diagnostics }: Check, dimension: CheckedName, measure: CheckedName): void {
  const { layout = {} } = spec;
  const { wide } = layout;
  if (!wide) return;
  const field = "layout.wide.columns";
  const columns = wideColumns(wide).map((own) => ({ ...own, holes: createHolePattern(own.heading).holes }));
  const contradiction = (message: string, hint: string, where = field) =>
    diagnostics.error({
      code: "contradictory-layout",
      message,
      hint,
      source: { id: spec.title, field: where },
    });
  const all = new Set(columns.flatMap(({ holes, at = {} }) => [...holes, ...Object.keys(at)]));
  for (const { heading, holes, at = {}, measure: own } of columns) {
    for (const name of [...holes, ...Object.keys(at)]) if (name !== "measure") dimension(name, field);
    measure(own, field);
    if (holes.length === 0 && Object.keys(at).length === 0 && own === undefined) {
      contradiction(
        `"${heading}" has no hole for what the headings tell.`,
        `Write the id of a dimension, or measure, in braces: "{${Object.keys(spec.dimensions).at(-1) ?? "measure"}}"; or say it beside: { heading: "${heading}", at: { … } }.`,
      );
      continue;
    }
    for (const name of all) {
      if (name === "measure" || holes.includes(name) || name in at || layout.dimensions?.[name] !== undefined) continue;
      contradiction(
        `Headings that look like "${heading}" do not tell the dimension ${name}, as others do.`,
        `Say of which category they are: { heading: "${heading}", at: { ${name}: "All" } }.`,
      );
    }
  }
  measure(wide.measure, "layout.wide.measure");
  const inCells = measuresInCells(spec);
  const isOnlyOne = Object.keys(spec.measures).filter((name) => !inCells.has(name)).length === 1;
  const isTold = wide.measure !== undefined || isOnlyOne || isToldByRows(layout);
  const rest = columns.filter(({ holes, measure: own }) => own === undefined && !holes.includes("measure"));
  if (isTold || rest.length === 0) return;
  contradiction(
    "Nothing says which measure the columns of the wide table hold.",
    "Say layout.wide.measure, or put {measure} where the headings tell it; where rows do, say layout.long.",
    "layout.wide",
  );
}

/** What cells with several figures hold: measures, each in cells of one alone, and the one whose cells they are. */
function checkCells({ spec, diagnostics }: Check, measure: CheckedName): void {
  const owners = new Map<string, string>();
  const contradiction = (own: string, message: string, hint: string) =>
    diagnostics.error({
      code: "contradictory-layout",
      message,
      hint,
      source: { id: spec.title, field: `layout.cells.${own}` },
    });
  for (const [own, { measures }] of cellPatterns(spec)) {
    for (const name of [own, ...measures]) measure(name, `layout.cells.${own}`);
    if (!measures.includes(own))
      contradiction(
        own,
        `The cells of ${own} hold no figure of it, as layout.cells says.`,
        `Write its id in braces where its figure stands: "{${own}} [{lower}-{upper}]".`,
      );
    for (const name of measures) {
      const other = owners.get(name);
      if (other !== undefined)
        contradiction(
          own,
          other === own
            ? `The cells of ${own} cannot hold ${name} twice.`
            : `${name} cannot stand in the cells of ${other} and of ${own}.`,
          "Give each figure of a cell a measure of its own.",
        );
      owners.set(name, own);
    }
  }
}

/** Whether each row, or each table of a sheet, says of which measure it is. */
const isToldByRows = ({ long, tables = [] }: LayoutSpec): boolean =>
  long !== undefined || tables.some(({ at = {} }) => "measure" in at);

/** A long table has its figures in one column or in those of `wide`, and is told its measures in one way. */
function checkLong({ spec, diagnostics }: Check): void {
  const { long, wide, tables = [] } = spec.layout ?? {};
  const source = { id: spec.title, field: "layout.long" };
  const isInHeadings =
    wide && wideColumns(wide).some(({ heading, measure }) => measure !== undefined || heading.includes("{measure}"));
  if (long && wide && (long.value !== undefined || isInHeadings)) {
    diagnostics.error({
      code: "contradictory-layout",
      message: isInHeadings
        ? "Rows and headings cannot both tell the measure."
        : "The figures stand in one column, or in those of layout.wide.",
      hint: isInHeadings
        ? "Leave out layout.long, or what layout.wide says of measures."
        : "Leave out layout.long.value: each row says its measure, and the headings the rest.",
      source,
    });
  }
  const isNowhere = !wide && long?.value === undefined;
  if (!isNowhere || !(long || tables.some(({ at = {} }) => "measure" in at))) return;
  diagnostics.error({
    code: "contradictory-layout",
    message: "Nothing says in which columns the figures of each measure stand.",
    hint: "Say layout.long.value, the one column that holds them, or layout.wide.columns, what their headings look like.",
    source,
  });
}

function checkTables({ spec, diagnostics }: Check, dimension: CheckedName): void {
  const { tables, headerRow, firstRow, lastRow } = spec.layout ?? {};
  const source = { id: spec.title, field: "layout.tables" };
  if (firstRow !== undefined && headerRow !== "none")
    diagnostics.error({
      code: "contradictory-layout",
      message: "layout.firstRow is of tables without headings, and this one has some.",
      hint: 'Say layout.headerRow, the row of the headings; or "none", where there is none.',
      source: { ...source, field: "layout.firstRow" },
    });
  for (const { at = {} } of tables ?? [])
    for (const name of Object.keys(at)) if (name !== "measure") dimension(name, "layout.tables");
  const shared = sharedHeadings(headerRow);
  const areHeadings = shared !== undefined && tables?.every(({ range }) => areAbove(shared, range)) === true;
  if (!tables || ((headerRow === undefined || areHeadings) && lastRow === undefined)) return;
  diagnostics.error({
    code: "contradictory-layout",
    message: "Each of several tables in a sheet has headings and an end of its own.",
    hint: "Leave out layout.headerRow and layout.lastRow: a range begins with the headings, unless these stand above all of them.",
    source,
  });
}

/** A translation is of what there is. Categories that come from the data are looked at once it is read. */
function checkTranslations(check: Check): void {
  const { dimensions, measures, sources, translations = {} } = check.spec;
  for (const [lang, translation] of Object.entries(translations)) {
    const field = `translations.${lang}`;
    const names = [
      ["dimension", translation.dimensions, dimensions],
      ["measure", translation.measures, measures],
      ["source", translation.sources, sources],
    ] as const;
    for (const [kind, given = {}, known] of names) {
      for (const name of Object.keys(given)) {
        checkName(check, { kind, name, names: Object.keys(known), field: `${field}.${kind}s` });
      }
    }
  }
}

interface NameUse {
  readonly kind: string;
  readonly name: string | undefined;
  readonly names: readonly string[];
  readonly field: string;
}

function checkName({ spec, diagnostics }: Check, { kind, name, names, field }: NameUse): void {
  if (name === undefined || names.includes(name)) return;
  diagnostics.error({
    code: "unknown-name",
    message: `There is no ${kind} "${name}" in this dataset definition.`,
    hint: didYouMean(name, names),
    source: { id: spec.title, field },
  });
}
