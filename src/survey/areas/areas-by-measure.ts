import { unitInHeading } from "../measures/guess-unit.ts";
import { isOfChange, isOfCounts, isOfMoney, saysPercent } from "../measures/measure-kind.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { codesOf } from "./area-names.ts";
import { isAreaName, isNameOfArea } from "./find-area.ts";

/** What stands between the name of an area and that of a measure, as headings write it. */
const gaps = [" | ", " - ", " – ", ": ", ", ", "_", ".", " "] as const;

/** A heading in two parts. */
interface Parts {
  readonly index: number;
  readonly area: string;
  readonly measure: string;
}

/** Columns whose headings tell an area and a measure. */
export interface AreasByMeasure {
  readonly tells: readonly ["area"];
  /** A pattern of `layout.wide.columns`. */
  readonly columns: string;
  readonly indices: readonly number[];
  readonly measures: readonly string[];
  /** Which of them each column is of. */
  readonly measureOf: ReadonlyMap<number, string>;
  readonly bare: readonly [];
  /** The names of the areas. */
  readonly categories: readonly string[];
}

/** So many areas, so many measures; and so much of what each could have with each is there. */
const [fewestAreas, fewestMeasures, mostlyThere] = [3, 2, 0.8];
/** So many of the columns are told by area, and so many of the names are known, where names alone say that they are areas. */
const [mostlyTold, mostlyKnown] = [0.6, 0.6];

/**
 * Headings that are of some areas and of some measures: `Kent cases`, `Kent deaths`, `Essex cases`, … Figures beside them that are of no area are
 * left out. Undefined where nothing says that the names are areas: `New cases`, `New deaths` are two measures.
 * @param hole of the pattern, for the area.
 */
export function guessAreasByMeasure(columns: readonly ColumnSurvey[], hole: string): AreasByMeasure | undefined {
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  if (figures.length < fewestAreas * fewestMeasures) return undefined;
  for (const gap of gaps)
    for (const order of ["area first", "measure first"] as const) {
      const found = crossing(figures, { gap, order, hole });
      if (found) return found;
    }
  return undefined;
}

interface Look {
  readonly gap: (typeof gaps)[number];
  readonly order: "area first" | "measure first";
  readonly hole: string;
}

function crossing(figures: readonly ColumnSurvey[], { gap, order, hole }: Look): AreasByMeasure | undefined {
  const all = figures.flatMap(({ index, name }): readonly Parts[] =>
    splits(name.trim(), gap).map(([first, second]) =>
      order === "area first" ? { index, area: first, measure: second } : { index, area: second, measure: first },
    ),
  );
  // What many areas have is a measure; what several measures have, an area.
  const areasOf = groups(all, "measure", "area");
  const measures = new Set([...areasOf].filter(([, own]) => own.size >= fewestAreas).map(([name]) => name));
  const isMeasure = (name: string) => measures.has(name);
  const measuresOf = groups(
    all.filter(({ measure }) => isMeasure(measure)),
    "area",
    "measure",
  );
  const areas = new Set([...measuresOf].filter(([, own]) => own.size >= fewestMeasures).map(([name]) => name));
  // Of `Kent new cases`, the longest measure that others have too.
  const longest = new Map<number, Parts>();
  for (const own of all) {
    if (!areas.has(own.area) || !isMeasure(own.measure)) continue;
    const known = longest.get(own.index);
    if (!known || own.measure.length > known.measure.length) longest.set(own.index, own);
  }
  const told = [...longest.values()];
  const [names, kinds] = [[...new Set(told.map(({ area }) => area))], [...new Set(told.map(({ measure }) => measure))]];
  const places = new Set(told.map(({ area, measure }) => JSON.stringify([area, measure])));
  const isWhole =
    names.length >= fewestAreas &&
    kinds.length >= fewestMeasures &&
    places.size === told.length &&
    told.length >= names.length * kinds.length * mostlyThere &&
    told.length >= figures.length * mostlyTold;
  if (!isWhole || !kinds.every(isWhatIsMeasured) || !areAreas(names)) return undefined;
  return {
    tells: ["area"],
    columns: order === "area first" ? `{${hole}}${gap}{measure}` : `{measure}${gap}{${hole}}`,
    indices: told.map(({ index }) => index).sort((a, b) => a - b),
    measures: kinds,
    measureOf: new Map(told.map(({ index, measure }) => [index, measure] as const)),
    bare: [],
    categories: names,
  };
}

/** All ways to divide a heading at a gap. */
function splits(name: string, gap: string): readonly (readonly [first: string, second: string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = name.indexOf(gap); at >= 0; at = name.indexOf(gap, at + 1)) {
    const [first, second] = [name.slice(0, at).trim(), name.slice(at + gap.length).trim()];
    if (first !== "" && second !== "") found.push([first, second]);
  }
  return found;
}

function groups(
  parts: readonly Parts[],
  by: "area" | "measure",
  of: "area" | "measure",
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const own of parts) found.set(own[by], (found.get(own[by]) ?? new Set()).add(own[of]));
  return found;
}

/** Whether a name is of something that is counted or measured, and not of a place, a year or a group. */
const isWhatIsMeasured = (name: string): boolean =>
  !isNameOfArea(wordsOf(name)) &&
  (isOfCounts(name) ||
    isOfMoney(name) ||
    isOfChange(name) ||
    saysPercent(wordsOf(name), []) ||
    unitInHeading(name).said !== undefined ||
    measured.test(wordsOf(name)));

const measured =
  /\b(?:counts?|numbers?|totals?|rates?|index|score|average|mean|median|per|population|persons?|people|cases|deaths|recover(?:ies|ed)|tests|births|households|dwellings|jobs|votes|seats|turnout|hospitali[sz](?:ed|ations?)|admissions|vaccinations|offences|crimes|pupils|schools|area|density|value|change)\b/iu;

/** Names of areas, by what is known of them. */
function areAreas(names: readonly string[]): boolean {
  if (codesOf(names) !== undefined) return true;
  const known = names.filter((name) => isNameOfArea(wordsOf(name)));
  // `Arrivals from foreign countries` has the word, and is no area: one of them at least is known.
  const called = names.filter((name) => !known.includes(name) && isAreaName(wordsOf(name)));
  return known.length > 0 && known.length + called.length >= Math.max(2, names.length * mostlyKnown);
}
