import { groupBy, isMeasured, type MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { isForeign } from "../meaning-of.ts";
import { guessedFrom, isGuessed, type Remarks } from "../remarks.ts";
import type { ColumnSurvey, FigureSurvey } from "../table/column-survey.ts";
import { isRanking } from "../table/numberings.ts";
import { wordsOf } from "../words.ts";
import { makeBounds } from "./bounds-of-measures.ts";
import { isPlainCount } from "./counted-things.ts";
import { eachSaid } from "./guess-mean.ts";
import { isMoney } from "./guess-unit.ts";
import type { GuessedMeasures, OwnNaming } from "./guessed-measures.ts";
import { saysShare } from "./measure-kind.ts";
import { notStated, whatIsCounted } from "./one-measure.ts";
import type { Quotient } from "./quotients.ts";
import { places, ranksByFigures } from "./ranks.ts";
import { isSampleSize, ofSample } from "./sample-sizes.ts";
import { currency } from "./units-of-money.ts";

/** Settles what the measures of one table tell of each other: ranks, sums and their parts, shares, bounds, and those that are called alike. */
export function settleTogether(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  naming: OwnNaming,
): void {
  const { remarks, quotients } = naming;
  makeRanks(specs, ids, remarks);
  makeCountsOfFamilies(specs, ids, remarks);
  makeSums(specs, ids, naming);
  makeParts(specs, ids, naming);
  remarkOnSamples(specs, remarks);
  for (const [column, id] of ids)
    makeShare(specs, id, {
      remarks,
      quotient: quotients.get(column),
      figures: column.figures ? [column.figures] : [],
      idOf: (of) => ids.get(of),
    });
  makeBounds(specs, ids, remarks);
  remarkOnTwins(specs, ids, remarks);
  takeBackPluralsOfNames(specs, remarks);
}

/** So many counts that are called alike but for the first word show what another is. */
const fewestOfFamily = 3;

/** Makes counts of whole figures whose short first word only looks like that of a statistic: `se_pop` beside `asian_pop | black_pop | white_pop` is a number of people. */
function makeCountsOfFamilies(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  remarks: Remarks,
): void {
  const partsOf = ({ name }: ColumnSurvey) =>
    /^(?<first>\p{L}+) (?<rest>.+)$/u.exec(wordsOf(name).toLowerCase())?.groups;
  for (const [column, id] of ids) {
    const { first = "", rest } = partsOf(column) ?? {};
    const { figures } = column;
    const isShort = first.length <= longestShort && rest !== undefined;
    const spec = specs[id];
    if (!isShort || !spec || !isMeasured(spec) || !figures?.isWhole || figures.hasNegative) continue;
    const family = [...ids].flatMap(([other, own]) =>
      other !== column && partsOf(other)?.rest === rest ? (specs[own] ?? []) : [],
    );
    const [one] = family;
    if (!one || family.length < fewestOfFamily || family.some(({ statType }) => statType !== "count")) continue;
    const unit = family.every((own) => own.unit.other === one.unit.other) ? one.unit : notStated;
    remarks.replace(
      `measures.${id}.statType`,
      guessedFrom("its figures", "A count, as those beside it that are called alike."),
    );
    remarks.replace(`measures.${id}.unit`, whatIsCounted);
    specs[id] = { label: spec.label, unit, statType: "count" };
  }
}
/** `se`, `med`: what is short for many things. */
const longestShort = 3;

/**
 * Measures with what they count said by the one count beside them, where neither heading nor title names it: rates, `Rate per 100,000`, and some of
 * what that one counts, `of which killed`.
 */
export function withCasesBeside(guessed: GuessedMeasures, remarks: Remarks): GuessedMeasures {
  const all = Object.entries(guessed.specs);
  const counts = all.filter(([, { statType, unit }]) => statType === "count" && unit !== notStated);
  const [unit, further] = new Map(counts.map(([, own]) => [own.unit.other, own.unit])).values();
  if (!unit || further) return guessed;
  const isOfIt = ({ statType, label }: MeasureSpec) =>
    statType === "rate" || (statType === "count" && /^of (?:which|whom)\b/iu.test(label));
  const named = all.map(([id, own]) => {
    if (own.unit !== notStated || !isOfIt(own)) return [id, own] as const;
    remarks.replace(`measures.${id}.unit`, guessedFrom("a count beside it", whatIsCounted));
    return [id, { ...own, unit }] as const;
  });
  return { ...guessed, specs: Object.fromEntries(named) };
}

/** So many headings of one word each that count nothing known are names, and so is one among them that ends as a plural does. */
const [fewestOfNames, mostlyOfNames] = [5, 0.8];

/** So many headings that say nothing of what is counted show that the title says it of all. */
const fewestByTitle = 2;

/**
 * Tells categories of one measure in what the title says that is counted, where some are told so: `Learning difficulties` beside `Dyslexia` below `Reports
 * by type of need` are reports too.
 */
export function unitsOfTitle(specs: Record<string, MeasureSpec>, remarks: Remarks): void {
  const isBy = (id: string, sign: "the title" | "its name") =>
    specs[id]?.statType === "count" && isGuessed(remarks.all.get(`measures.${id}.unit`) ?? "", sign);
  const [first, ...others] = Object.keys(specs).filter((id) => isBy(id, "the title"));
  const unit = specs[first ?? ""]?.unit;
  if (first === undefined || !unit || others.length + 1 < fewestByTitle) return;
  if (others.some((id) => specs[id]?.unit.other !== unit.other)) return;
  const remark = remarks.all.get(`measures.${first}.unit`) ?? "";
  for (const [id, own] of Object.entries(specs)) {
    if (!isBy(id, "its name")) continue;
    specs[id] = { ...own, unit };
    remarks.replace(`measures.${id}.unit`, remark);
  }
}

/**
 * Asks of each of some columns that may be categories of one measure what it counts, where it is asked of any: `divers` beside `weiblich` is no thing either. Where the
 * plural of another language is its own singular, it is a guess.
 */
export function askOfSiblings(specs: Record<string, MeasureSpec>, remarks: Remarks): void {
  const counts = Object.entries(specs).filter(([, { statType }]) => statType === "count");
  const isUnknown = ({ unit }: MeasureSpec) => unit.other === notStated.other;
  const isAnyUnknown = counts.some(([, own]) => isUnknown(own));
  for (const [id, own] of counts) {
    const field = `measures.${id}.unit`;
    const isByName = own.unit.other.toLowerCase() === own.label.toLowerCase() && !isUnknown(own);
    if (!isByName) continue;
    if (isAnyUnknown && !isPlainCount(own.label)) {
      specs[id] = { ...own, unit: notStated };
      remarks.replace(field, whatIsCounted);
    } else if (own.unit.one === own.unit.other && isForeign(own.label))
      remarks.replace(field, guessedFrom("its name", whatIsCounted));
  }
}

/** Takes back what is counted by a heading that only happens to look like a plural, among names of places and such: `Paradies` beside `Altstadt | Egg | Staad`. */
function takeBackPluralsOfNames(specs: Record<string, MeasureSpec>, remarks: Remarks): void {
  const all = Object.entries(specs);
  const isName = ({ label }: MeasureSpec) => /^\p{L}+$/u.test(label);
  const unknown = all.filter(([, own]) => own.unit.other === notStated.other && isName(own));
  if (unknown.length < fewestOfNames || unknown.length < (all.length - 1) * mostlyOfNames) return;
  for (const [id, own] of all) {
    const field = `measures.${id}.unit`;
    const isByName = own.unit.other.toLowerCase() === own.label.toLowerCase() && isName(own);
    if (!isByName || isPlainCount(own.label) || !isGuessed(remarks.all.get(field) ?? "", "its name")) continue;
    specs[id] = { ...own, unit: notStated };
    remarks.replace(field, whatIsCounted);
  }
}

/** Says of measures that are called alike which column each stands behind: `Annual change`, once of the median and once of the mean. */
function remarkOnTwins(
  specs: Readonly<Record<string, MeasureSpec>>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  remarks: Remarks,
): void {
  const all = [...ids.values()];
  const alike = groupBy(all, (id) => specs[id]?.label ?? id);
  for (const id of all.filter((own) => (alike.get(specs[own]?.label ?? own)?.length ?? 0) > 1)) {
    const before = specs[all[all.indexOf(id) - 1] ?? ""]?.label;
    const where = before === undefined ? "the first of them" : `it stands behind "${before}"`;
    remarks.also(`measures.${id}.label`, `Several columns are called so, and ${where}: say what it is of.`);
  }
}

/** Makes counts of measures that are the sums of counts beside them, whatever their headings say: published as means, they would tell hidden ones. */
function makeSums(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  { sumsBeside: sums, remarks }: Pick<OwnNaming, "sumsBeside" | "remarks">,
): void {
  const isCount = (column: ColumnSurvey) => specs[ids.get(column) ?? ""]?.statType === "count";
  for (const [column, id] of ids) {
    const [own, parts] = [specs[id], sums?.get(column)];
    if (own === undefined || !isMeasured(own) || !parts?.every(isCount)) continue;
    const named = parts.map(({ name }) => `"${name}"`).join(", ");
    remarks.replace(`measures.${id}.statType`, guessedFrom("its figures", `A count: the sum of ${named}.`));
    specs[id] = { label: own.label, unit: own.unit, statType: "count" };
  }
}

/** Makes counts of what was taken for money and is, with other counts, a part of one. */
function makeParts(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  { sumsBeside: sums, remarks }: Pick<OwnNaming, "sumsBeside" | "remarks">,
): void {
  const specOf = (column: ColumnSurvey) => specs[ids.get(column) ?? ""];
  for (const [whole, parts] of sums ?? []) {
    const counted = parts.filter((part) => isTakenForMoney(part, specOf(part)));
    const unit = specOf(whole)?.unit ?? notStated;
    // Small amounts of money are rare, and small counts have to be hidden.
    const areSmall = parts.some(({ figures }) => (figures?.small ?? 0) > 0);
    if (!areSmall || specOf(whole)?.statType !== "count" || counted.length === parts.length) continue;
    for (const part of counted) {
      const id = ids.get(part) as string;
      remarks.replace(`measures.${id}.statType`, guessedFrom("its figures", `A count: a part of "${whole.name}".`));
      remarks.replace(`measures.${id}.unit`, whatIsCounted);
      specs[id] = { label: specs[id]?.label ?? id, unit, statType: "count" };
    }
  }
}

/** Whether whole numbers were taken for money by their name: `Social rent` among homes, which make a number of these. */
const isTakenForMoney = ({ figures }: ColumnSurvey, spec: MeasureSpec | undefined): boolean =>
  spec !== undefined && isMeasured(spec) && spec.unit.other === currency.other && figures?.isWhole === true;

/** Says of measures that are sample sizes that they are the base of the others. */
function remarkOnSamples(specs: Readonly<Record<string, MeasureSpec>>, remarks: Remarks): void {
  for (const [id, { label }] of Object.entries(specs))
    if (isSampleSize(label)) remarks.also(`measures.${id}.statType`, ofSample);
}

/** Makes ranks of measures that have each number once, as others beside them do: places, whatever they are called by. */
function makeRanks(specs: Record<string, MeasureSpec>, ids: ReadonlyMap<ColumnSurvey, string>, remarks: Remarks): void {
  const columns = [...ids.keys()];
  for (const [column, id] of ids) {
    if (!isRanking(column, columns)) continue;
    for (const field of ["unit", "statType"]) remarks.remove(`measures.${id}.${field}`);
    remarks.add(`measures.${id}.statType`, ranksByFigures);
    const label = specs[id]?.label ?? column.name;
    specs[id] = { label, unit: places, statType: "quantity", decimals: 0 };
  }
}

interface ShareInput {
  readonly remarks: Remarks;
  readonly quotient: Quotient | undefined;
  readonly figures: readonly FigureSurvey[];
  readonly idOf: (of: ColumnSurvey) => string | undefined;
}

/** Makes a measure the share that figures beside it show it to be, and says which measures it is made of, so that it is hidden where these are. */
export function makeShare(
  specs: Record<string, MeasureSpec>,
  id: string,
  { remarks, quotient, figures, idOf }: ShareInput,
): void {
  const own = specs[id];
  // What the table tells in money is by chance one figure in another.
  if (!quotient || !own || isMoney(own.unit)) return;
  const { whole, part, of } = quotient;
  const [base, other] = of;
  const made = defined({ numerator: idOf(part), denominator: base && !other ? idOf(base) : undefined });
  if (whole === 1 && isRatio(own, figures)) {
    remarks.remove(`measures.${id}.statType`);
    specs[id] = { ...own, ...made };
    return;
  }
  for (const field of ["unit", "statType"]) remarks.remove(`measures.${id}.${field}`);
  const named = of.map(({ name }) => `"${name}"`).join(" and ");
  remarks.add(`measures.${id}.unit`, `Of what, as a sentence has it: by their figures, "${part.name}" of ${named}.`);
  const ofPart = specs[idOf(part) ?? ""]?.label;
  // Of several columns that are called `%`, each is called after what it is the share of.
  const label = shareAlone.test(own.label) && ofPart !== undefined ? `${ofPart}, in %` : own.label;
  if (label !== own.label) remarks.remove(`measures.${id}.label`);
  specs[id] = defined({
    label,
    unit: { one: "%", other: "%" },
    statType: "share",
    fractions: whole === 1 || undefined,
    ...made,
  });
}

/** Whether one count divided by another is so many to each of it, and no part: its heading says so, or some are more than all, and it names no share. */
const isRatio = ({ label, statType, unit }: MeasureSpec, figures: readonly FigureSurvey[]): boolean =>
  isMeasured({ statType }) &&
  unit.other !== "%" &&
  !saysShare(label) &&
  (eachSaid(label) !== undefined || figures.some(({ largest }) => largest > 1));

const shareAlone = /^(?:(?:in )?%|per ?cent(?:ages?)?|shares?|pct)$/iu;

/** What all columns of a measure are, each by others; undefined where some are not, or are written otherwise. */
export function commonQuotient(
  columns: readonly ColumnSurvey[],
  quotients: OwnNaming["quotients"],
): Quotient | undefined {
  const [first, ...others] = columns.map((column) => quotients.get(column));
  return first && others.every((own) => own?.whole === first.whole) ? first : undefined;
}
