import type { MeasureSpec } from "../../dataset/index.ts";
import { isNameOfArea, wholeArea } from "../areas/find-area.ts";
import { isForeign, meaningOf } from "../meaning-of.ts";
import { sentence } from "../naming.ts";
import { guessedFrom } from "../remarks.ts";
import { isPlainCount, namesThings, partsOfPlace } from "./counted-things.ts";
import { countedBy, isCurrencyName, unitOfText } from "./guess-unit.ts";
import { isOfCounts, isOfThings, kindOfMeasure, mayBeNone } from "./measure-kind.ts";
import { type MeasureInput, notStated, type OneMeasure, shortName, whatIsCounted } from "./one-measure.ts";

const numberOrNone = 'It begins with "no": the number of them, or those without any; say which, and what is counted.';

const readAsCounts =
  "Told in thousands, and some are 1 to 9 of what is counted: read as the counts that they are, so that small ones are hidden.";

/**
 * Figures that are told in thousands and are so small that they are numbers of people. Undefined of others: of tonnes and pounds, of means,
 * and of those that were rounded to hundreds.
 * @param units what the heading says of its unit, and what a column or the title says.
 */
export function countInThousands(
  input: Omit<CountInput, "saidUnit">,
  [own, said]: readonly [own: MeasureSpec["unit"] | undefined, said: string],
): MeasureSpec | undefined {
  const { field, figures, remarks, name } = input;
  const unit = own ?? unitOfText(said)?.unit;
  const { things } = /^thousands?(?: (?<things>.+))?$/iu.exec(unit?.other ?? "")?.groups ?? {};
  const isOfPeople = figures.every((one) => one.isInThousandths) && figures.some((one) => one.smallThousandths > 0);
  const isScaled = /^thousands?\b/iu.test(unit?.other ?? "");
  const areMeasured = things !== undefined && (unitOfText(things) !== undefined || isCurrencyName(things));
  if (!isScaled || !isOfPeople || areMeasured) return undefined;
  const whole = figures.map((one) => ({ ...one, isWhole: true, isMostlySmall: false, isMostlyFraction: false }));
  if (kindOfMeasure(name, whole).statType !== "count") return undefined;
  remarks.add(`${field}.thousands`, readAsCounts);
  const counted = guessCount({ ...input, figures: whole, known: undefined, saidUnit: things ?? "" });
  return { ...counted, thousands: true };
}

/** What a unit says that is counted: `persons` in `Number of persons`. */
export const thingsIn = (unit: string): string =>
  unit
    .trim()
    .replace(/^(?:numbers?|counts?|no\.?|total) (?:of )?/iu, "")
    .replace(/ (?:numbers?|counts?)$/iu, "");

/** Whether a word may be a German noun, which keeps its capital: `Personen`, and not `Personas`. */
const isOfGerman = (text: string): boolean => isForeign(text) && /(?:en|er|e|n)$/u.test(text);

/** Whether a column of units names what is counted: `Persons`, `Person`, `Personen`, and not `Number`. */
export const isThing = (unit: string): boolean =>
  (/^(?:\p{L}{2,} ){0,3}\p{L}{4,}s$|^people$/iu.test(unit) || (/^\p{L}{3,}$/u.test(unit) && isOfCounts(unit))) &&
  !/^(?:counts?|numbers?|totals?|frequency|units?|values?|applications)$/iu.test(meaningOf(unit));

interface CountInput extends OneMeasure, Pick<MeasureInput, "name" | "things" | "thingsAbove"> {
  /** Whether the label is the name of the file, which may say whose it is. */
  readonly isOfFile: boolean;
  /** As a column says it. */
  readonly saidUnit: string;
}

/** A count, of what its heading, the one above it, or the title says that is counted. */
export function guessCount({
  label,
  field,
  figures,
  remarks,
  known,
  name,
  saidUnit,
  things,
  thingsAbove,
  isOfFile,
}: CountInput): MeasureSpec {
  const isSure = isPlainCount(label) && !mayBeNone.test(label);
  if (mayBeNone.test(label)) remarks.add(`${field}.label`, numberOrNone);
  if (!isSure && figures.length > 0 && figures.every(({ largest, isWhole }) => isWhole && largest === 1))
    remarks.also(`${field}.unit`, "Nothing but 0 and 1: whether something is so, if it counts nothing.");
  if (!isSure && figures.every(({ largest }) => largest <= 100) && figures.some(({ largest }) => largest > 30))
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        'Whole numbers up to 100 were taken for counts; say "share", of the unit %, where they are percentages.',
      ),
    );
  else if (!isOfThings(name) && known === undefined)
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        'Whole numbers were taken for counts; say "quantity" where they are amounts (with additive: true), scores, ranks or years.',
      ),
    );
  const last = thingsWithin(label, isOfFile);
  const isPlace = things !== undefined && placeOfDeed.test(label);
  const counted = isThing(saidUnit)
    ? countedBy(isOfGerman(saidUnit) ? saidUnit : saidUnit.toLowerCase())
    : (isSure || last !== undefined || namesThings(label)) && !crossesTotals.test(label) && !isPlace
      ? countedBy(last ?? withoutPlaceBehind(label))
      : undefined;
  const unit = known ?? counted;
  const said = thingsAbove ?? things;
  if (unit === undefined && said)
    remarks.replace(`${field}.unit`, guessedFrom(thingsAbove ? "its heading" : "the title", whatIsCounted));
  return { label, ...shortName(label), unit: unit ?? said ?? notStated, statType: "count" };
}

/** `Households in the UK` are households in each of its regions: where all of them are, is no part of what one place has. */
const withoutPlaceBehind = (label: string): string => {
  const { things, place } =
    /^(?<things>(?:\p{L}+ ){0,2}(?:\p{L}{3,}s|people)) in (?:the )?(?<place>\p{Lu}[\p{L} ]+)$/u.exec(label)?.groups ??
    {};
  return things !== undefined && place !== undefined && wholeArea.test(place) ? things : label;
};

/** What is counted of a label that names more: whose it is, or where. */
const thingsWithin = (label: string, isOfFile: boolean): string | undefined =>
  lastThings(label) ?? thingsOfPlace(label) ?? thingsOfOffice(label) ?? (isOfFile ? lastNoun(label) : undefined);

/** What the last of several headings says that is counted, where the ones above it name more: `Deaths involving COVID-19: Deaths`. */
function lastThings(label: string): string | undefined {
  const last = /: (?<last>\p{L}+s)$/iu.exec(label)?.groups?.last;
  return last !== undefined && isPlainCount(last) ? last : undefined;
}

/** What is counted in a place that stands before it, with its source in brackets or none, `England and Wales (census): All deaths`: no place is counted. */
function thingsOfPlace(label: string): string | undefined {
  const { things } = partsOfPlace(label) ?? {};
  return things !== undefined && isPlainCount(things) ? things : undefined;
}

/** What an office or a part of a place counts, `Police Scotland drug deaths`: nobody of its name. */
function thingsOfOffice(label: string): string | undefined {
  const { place, things } = /^\p{Lu}\p{Ll}+ (?<place>\p{Lu}\p{Ll}+) (?<things>\p{Ll}[^:]*)$/u.exec(label)?.groups ?? {};
  return place !== undefined && things !== undefined && isNameOfArea(place) && isPlainCount(sentence(things))
    ? things
    : undefined;
}

/** What the name of a file ends with, where that is counted: `Statcan deaths`, of an office, are deaths. */
function lastNoun(label: string): string | undefined {
  const last = label.split(" ").at(-1) ?? "";
  return /s$/u.test(last) && isPlainCount(sentence(last)) ? last : undefined;
}

/** Where something happened, in the singular: of deaths by place, `Home` and `Hospital` count no homes and no hospitals. */
const placeOfDeed =
  /^(?:(?:own|care|nursing|residential|private|at|in|other|public|the) )*(?:home|house|hospital|hospice|school|prison|hotel|street|workplace|clinic)$/iu;

/** Two ways to divide the same, of one of which it is the total: `Stage - Total Outcome - Solved`. */
const crossesTotals = /\p{L} [-–:|] total \p{L}/iu;
