import type { MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { isNameOfArea } from "../areas/find-area.ts";
import { isForeign, meaningOf } from "../meaning-of.ts";
import { guessedFrom } from "../remarks.ts";
import { isThing } from "./guess-count.ts";
import { countedBy } from "./guess-unit.ts";
import { arePartsOfOne, isOfChange, type MeasureKind, namesPart } from "./measure-kind.ts";
import { type MeasureInput, notStated, type OneMeasure, whatIsCounted } from "./one-measure.ts";

/** A share or a change in percent, as parts of 1 where its figures are such. Figures far above 100 are none. */
export function guessPercent(
  { label, field, remarks, figures, said }: OneMeasure & { readonly said: string },
  { statType }: MeasureKind,
  isSaid: boolean,
): MeasureSpec {
  if (ofPoints.test(`${label} ${said}`)) return { label, unit: points, statType: "quantity" };
  const isNamed = isSaid || namesPart.test(meaningOf(said));
  const areParts = isNamed && arePartsOfOne(figures);
  if (areParts) remarks.add(`${field}.fractions`, partsOfOne);
  else if (figures.length > 0 && figures.every((own) => own.isMostlySmall && !own.hasPercent))
    remarks.also(
      `${field}.unit`,
      "Nearly all lie between -1 and 1: if these are fractions, add fractions: true, and 0.5 is read as 50%; or name another unit.",
    );
  if (!(areParts || isSaid))
    remarks.add(`${field}.statType`, guessedFrom("its name", "Taken for percentages by its name alone."));
  const most = isOfChange(label) || isAgainst.test(label) ? 0 : Math.max(0, ...figures.map(({ largest }) => largest));
  if (most > noPercentages) {
    remarks.replace(`${field}.unit`, ofOtherUnits);
    remarks.remove(`${field}.statType`);
    return { label, unit: notStated, statType: "quantity" };
  }
  if (most > farAboveAll) remarks.also(`${field}.unit`, beyondAll);
  return defined({ label, unit: { one: "%", other: "%" }, statType, fractions: areParts || undefined });
}

/** What is compared with another thing that it is no part of, and may be more than all of it: `Housing wage as % of min wage`. */
const isAgainst = /\bas (?:an? )?(?:%|per ?cent(?:age)?|pct) of\b/iu;

/** What lies between two percentages, and is no percentage of anything. */
const points = { one: "percentage point", other: "percentage points" } as const;
const ofPoints =
  /\bpercentage[\s-]points?\b|(?<=[\s(])p\.?p\.?(?=\)|$)|\bprozentpunkte|\bpoints? de pourcentage\b|\bpuntos? porcentual/iu;

const partsOfOne = guessedFrom(
  "its figures",
  "Percentages or shares, as the table shows, and none is above 1: read as parts of 1, so that 0.5 is 50%. Take fractions away where 0.5 is half of one percent.",
);

/** Figures above it are hardly percentages: numbers of answers among their shares, or what a column calls so by mistake. */
const farAboveAll = 200;
/** Nor is any so large: where rows are of several kinds, the unit of some is none of all. */
export const noPercentages = 1000;
const ofOtherUnits =
  "Some rows are percentages, by a sign or a name, and some are far above 100: read those of one unit (layout.rows), or make a measure of each (layout.long), and say its unit.";
const beyondAll =
  "Some are far above 100: leave out rows of other figures by layout.rows, numbers of answers say, or name another unit.";

/** Cases per so many, of those whom its heading names. */
export function guessRate(
  {
    label,
    field,
    remarks,
    things,
    saidUnit,
  }: OneMeasure & Pick<MeasureInput, "things"> & { readonly saidUnit: string },
  { per, people }: Extract<MeasureKind, { statType: "rate" }>,
): MeasureSpec {
  remarks.add(`${field}.per`, "Cases per how many.");
  const { inside } = /\((?:[^();]*; ?)?(?<inside>\p{L}[\p{L} -]*?) per \d[^()]*\)$/u.exec(label)?.groups ?? {};
  const cases = (inside ?? label)
    // `Aid no P10000HH` says of nothing that it is counted.
    .replace(/^.*\bp10{3,6}.*$/iu, "")
    .replace(/\s*(?:\b(?:rates?\b.*|per ?\(?['’]?\d.*|per \(?(?:thousand|million).*)|\/ ?1[ ,.]?0{2}.*)$/iu, "")
    .replace(/[\s,;:(]+$/u, "")
    .replace(/\bmortality$/iu, "deaths");
  // `England rate per 100,000` is a rate in England, and of no `englands`.
  // Of another language, whose words for rates are not known, the whole heading would be counted: `Taux de fécondité pour 100 femmes`.
  const isWhole = isForeign(label) && cases === label;
  if (cases === label && isThing(saidUnit))
    return withPeople({ label, unit: countedBy(saidUnit.toLowerCase()), statType: "rate", per }, people);
  const isNoThing = ofNoThing.test(cases) || isShort.test(cases) || adverbAlone.test(countedBy(cases).one);
  const isOfAny = cases === "" || isWhole || isNameOfArea(cases) || isNoThing;
  if (isOfAny && things) remarks.replace(`${field}.unit`, guessedFrom("the title", whatIsCounted));
  else if (isOfAny) remarks.add(`${field}.unit`, "Its heading does not say what is counted: say it.");
  return withPeople({ label, unit: isOfAny ? (things ?? notStated) : countedBy(cases), statType: "rate", per }, people);
}

const withPeople = (spec: MeasureSpec, people: string): MeasureSpec =>
  defined({ ...spec, population: isOfPeople(people) ? people : undefined });

/** What a unit says before of how many it is told: `Devices` in `Devices per 100,000 population`. */
export const thingsOfRate = (unit: string): string =>
  /^(?<things>.+?) per \d/iu.exec(unit.trim())?.groups?.things ?? "";

/** What says how something was done, and of what not: `Locally per 1,000 people`. */
const adverbAlone = /^(?!(?:fami|assemb|supp|anoma|f|re)ly$)\p{L}{2,}ly$/iu;

/** What is short for a rate, `EASR per 100,000`, and names nothing that is counted. */
const isShort = /^\p{Lu}{2,6}$/u;

/** What has a rate, and no plural that says what is counted for it: `Prevalence`, `Unemployment`. */
const ofNoThing =
  /^(?:(?:directly|indirectly|age|sex|and|crude|standardi[sz]ed|adjusted|specific|annual|average|mean|overall|total)[\s-]*)+$|(?:^|\s)(?:incidence|prevalence|(?:un)?employment|obesity|poverty|fertility|morbidity|literacy)$/iu;

/** Whether what stands behind `per 100,000` is a word for whom, and no short form, as `NL` is of a lower bound, nor the beginning of an age. */
const isOfPeople = (text: string): boolean => /\p{L}{4}/u.test(text) && !/\b(?:aged?|under|over)$/iu.test(text.trim());
