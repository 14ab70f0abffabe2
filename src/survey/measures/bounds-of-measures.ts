import type { MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { lastHeading } from "../naming.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";

type End = "lower" | "upper";

/** Whether a measure is called as a bound of another: it says how sure that one is, no briefing is about it, and nothing is ranked by it. */
export const isBound = (label: string): boolean => /, (?:(?:lower|upper) bound|margin)$/u.test(label);

/** Makes bounds of measures whose headings say that they are the lower or the upper limit of an interval: of the unit of what they are bounds of, and called so. */
export function makeBounds(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  remarks: Remarks,
): void {
  makeMargins(specs, ids, remarks);
  for (const [column, { end, whole }] of boundsAmong([...ids.keys()]))
    makeBound(specs, { id: ids.get(column) ?? "", of: ids.get(whole) ?? "", end, from: "its heading" }, remarks);
}

/**
 * Makes bounds of measures that rows name, where both ends of an interval stand among the names, and what they are ends of: `Lower 95% CI of the rate`
 * of `Rate`. In what order names stand says nothing. Each bound stands behind all that are none.
 */
export function makeBoundsOfNames(
  specs: Record<string, MeasureSpec>,
  names: Readonly<Record<string, string>>,
  remarks: Remarks,
): void {
  const called = Object.entries(names).map(([id, name]) => ({ id, name }));
  for (const [{ id }, { end, whole }] of boundsAmong(called, "name")) {
    makeBound(specs, { id, of: whole.id, end, from: "its labels" }, remarks);
    const bound = specs[id];
    delete specs[id];
    if (bound) specs[id] = bound;
  }
}

interface NamedBound {
  readonly id: string;
  /** The id of what it is a bound of. */
  readonly of: string;
  readonly end: End;
  readonly from: "its heading" | "its labels" | "its figures";
}

/** Makes a measure the bound of another. */
export function makeBound(
  specs: Record<string, MeasureSpec>,
  { id, of, end, from }: NamedBound,
  remarks: Remarks,
): void {
  const own = specs[of];
  if (!own) return;
  specs[id] = specOfBound(own, end);
  for (const field of ["unit", "statType", "label"]) remarks.remove(`measures.${id}.${field}`);
  remarks.add(`measures.${id}.statType`, guessedFrom(from, saysHowSure(own.label)));
}

/** A bound of a measure: of its unit, called so, and written as it is: those of parts of one are parts of one. */
export const specOfBound = ({ label, unit, decimals, fractions }: MeasureSpec, end: End): MeasureSpec =>
  defined({
    label: `${label}, ${end} bound`,
    unit,
    statType: fractions === true ? ("share" as const) : ("quantity" as const),
    decimals,
    fractions,
  });

export const saysHowSure = (label: string): string =>
  `A bound of "${label}": it says how sure that is, and nothing is added up, compared or ranked by it.`;

/** What says in a heading how far the figure before it may be from the truth: `KI +/- (in %)`, `± 95%`, `Margin of error`. */
const marginName = /±|\+ ?\/ ?[-–−]|\bmargins? of error\b/iu;

/** Makes margins of measures whose headings say how far the figure right before each may be from the truth, and whose figures are never negative. */
function makeMargins(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  remarks: Remarks,
): void {
  const figures = [...ids.keys()];
  for (const [at, column] of figures.entries()) {
    const [id = "", of = ""] = [ids.get(column), ids.get(figures[at - 1] ?? column)];
    const own = specs[of];
    const before = figures[at - 1];
    if (!own || !before || before.index !== column.index - 1 || column.figures?.hasNegative) continue;
    if (!marginName.test(lastHeading(column.name)) || marginName.test(lastHeading(before.name))) continue;
    const { unit, decimals, fractions } = own;
    const statType = fractions === true ? ("share" as const) : ("quantity" as const);
    specs[id] = defined({ label: `${own.label}, margin`, unit, statType, decimals, fractions });
    for (const field of ["unit", "statType", "label"]) remarks.remove(`measures.${id}.${field}`);
    remarks.add(`measures.${id}.statType`, guessedFrom("its heading", saysHowFar(own.label)));
  }
}
const saysHowFar = (label: string): string =>
  `How far "${label}" may be from the truth, to either side: nothing is added up, compared or ranked by it.`;

interface Named {
  readonly name: string;
}

interface Bound<Figure extends Named> {
  readonly end: End;
  /** The figure that it is a bound of. */
  readonly whole: Figure;
}

/** The bounds among figures, where both stand there: of what their headings name, else, where their order says so, of the figure before them. */
function boundsAmong<Figure extends Named>(
  figures: readonly Figure[],
  by: "name" | "order" = "order",
): ReadonlyMap<Figure, Bound<Figure>> {
  const said = new Map(figures.map((column) => [column, endIn(column.name)] as const));
  const others = figures.filter((column) => !said.get(column));
  const bounds = new Map<Figure, Bound<Figure>>();
  for (const [at, column] of figures.entries()) {
    const own = said.get(column);
    if (!own) continue;
    const whole = named(own.of, others) ?? (by === "order" ? before(at, figures, said) : undefined);
    const isPair = [...said.values()].some((other) => other && other.end !== own.end && other.of === own.of);
    if (whole && isPair) bounds.set(column, { end: own.end, whole });
  }
  // One end behind one figure and the other behind another are of neither.
  const hasBoth = (of: Figure) =>
    new Set([...bounds.values()].filter((own) => own.whole === of).map(({ end }) => end)).size === 2;
  return new Map([...bounds].filter(([, { whole }]) => hasBoth(whole)));
}

/** The figure that a bound names: as it is called, or without what says of which kind it is, `Lower D3MFT` of `Mean D3MFT`, where one alone is called so. */
function named<Figure extends Named>(of: string, others: readonly Figure[]): Figure | undefined {
  if (of === "") return undefined;
  const isCalled = (look: (text: string) => string) =>
    others.filter(({ name }) => [name, lastHeading(name)].some((text) => look(plain(text)) === look(of)));
  const [only, another] = isCalled(withoutKind);
  return isCalled((text) => text)[0] ?? (another === undefined ? only : undefined);
}

/** A name without what it says of the kind of its figures. */
const withoutKind = (name: string): string =>
  name
    .replaceAll(
      /%|\b(?:means?|averages?|medians?|rates?|percent(?:age)?s?|per cent|proportions?|prevalence|estimates?|values?|of|the)\b/gu,
      " ",
    )
    .replaceAll(/\s+/gu, " ")
    .trim();

/** The figure right before a bound, and before others of the same: bounds of several, one behind the other, are not all of the last figure before them. */
function before<Figure extends Named>(
  at: number,
  figures: readonly Figure[],
  said: ReadonlyMap<Figure, ReturnType<typeof endIn>>,
): Figure | undefined {
  const of = said.get(figures[at] as Figure)?.of;
  const first = figures.slice(0, at).findLast((other) => said.get(other)?.of !== of);
  return first !== undefined && said.get(first) === undefined ? first : undefined;
}

export function withoutBounds(figures: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const bounds = boundsAmong(figures);
  return figures.filter((column) => !bounds.has(column));
}

/** Whether a heading is of an end of an interval. */
export const isEndOfInterval = (heading: string): boolean => endIn(heading) !== undefined;

/** Which end of an interval a heading is of that does not say of what: `Lower limit`, `Upper int`. */
export const bareEnd = (heading: string): End | undefined => {
  const own = endIn(heading);
  return own?.of === "" ? own.end : undefined;
};

/** Which end of an interval a heading is of, and what else it says: `Rate` in `Rate, lower 95% CI`. */
function endIn(heading: string): { readonly end: End; readonly of: string } | undefined {
  const words = wordsOf(heading);
  const [isLower, isUpper] = [lower, upper].map((look) => look.test(words));
  if (isLower === isUpper || !(ofInterval.test(words) || short.test(words))) return undefined;
  return { end: isLower ? "lower" : "upper", of: plain(words.replaceAll(anyOfThese, " ")).replace(anew, "") };
}

const word = (...words: readonly string[]) => `(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`;
const [ofLower, ofUpper] = [
  [
    "lower",
    "low",
    "lci",
    "lcl",
    "lcb",
    "inf(?:[ée]rieure?)?",
    "inferior",
    "untere?",
    "untergrenze",
    "minimum",
    "min",
    "isaf",
  ],
  [
    "upper",
    "high",
    "uci",
    "ucl",
    "ucb",
    "sup(?:[ée]rieure?)?",
    "superior",
    "obere?",
    "obergrenze",
    "maximum",
    "max",
    "uchaf",
  ],
];
const [lower, upper] = [ofLower, ofUpper].map((words = []) => new RegExp(word(...words), "iu")) as [RegExp, RegExp];
/** `LCI` says that it is an end of an interval, too. */
const short = new RegExp(word("[lu]ci", "[lu]c[lb]", "(?:unter|ober)grenze"), "iu");
const intervals = [
  "confidence(?: (?:interval|limit|bound|level)s?)?",
  "intervals?",
  "int",
  "l[ií]mites?",
  "limits?",
  "bounds?",
  "c\\.?i\\.?s?",
  "ic(?: ?95)?",
  "konfidenzintervall",
  "intervalle? de confiance",
  "intervalo de confian[zç]a",
  "cyfwng hyder",
];
const ofInterval = new RegExp(word(...intervals), "iu");
const anyOfThese = new RegExp(
  `${word(...(ofLower ?? []), ...(ofUpper ?? []), ...intervals)}|9[059](?:\\.\\d)? ?%?|%`,
  "giu",
);

/** `Lower 95% CI2`: a heading that stands there again, as programs number it. */
const anew = /^\d+$/u;

const plain = (text: string): string =>
  wordsOf(text)
    .replaceAll(/[^\p{L}\d%]+/gu, " ")
    .trim()
    .toLowerCase();
