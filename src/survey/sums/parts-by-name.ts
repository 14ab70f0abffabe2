import { categoryId, type DatasetSpec, type MeasureSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import { isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";

/** A name and one that begins with it, before what sets its part off: `Corruption` and `Corruption: Bribery`. A range or a number behind a sign is no part. */
export function partByName(texts: readonly string[]): readonly string[] {
  const names = new Map(texts.map((text) => [text.trim().toLowerCase(), text]));
  const pairs = texts.flatMap((text) => {
    const whole = names.get(beforeSign.exec(text.trim())?.groups?.start?.toLowerCase() ?? "");
    return whole === undefined || isTotal(whole) ? [] : [[whole, text] as const];
  });
  return pairs[0] ?? [];
}
const beforeSign = /^(?<start>.*?\p{L})(?:: ?| [-–—] | \(?of which:? )(?=\p{L})/u;

export const withinByName = (whole: string, part: string): string =>
  guessedFrom(
    "its labels",
    `"${part}" may be a part of "${whole}", by its name, as others may be: say what each holds by "holds", and add up none across them.`,
  );

export const ofOthers = (text: string): string =>
  `"${text}" is of others among them, by its name: say what it holds by "holds", and add up none across them.`;

const asked: readonly RegExp[] = [
  /Guessed from its labels; check\. "[^"]*" may be a part of "(?<whole>[^"]*)", by its name, as others may be: [^.]*\. ?/u,
  /"(?<whole>[^"]*)" is of others among them, by its name: [^.]*\. ?/u,
];

export const overlapping = (name: string): string =>
  `Its categories are of several kinds, by "${name}", which may each be all of the same: add up none across them.`;
export const kindsOfAreas = (name: string): string =>
  `Its areas are of several kinds, by "${name}": where those of one lie in those of another, say by "holds" in which, and add up none across them.`;
export const overlappingRanges =
  "Some of its ranges lie within others, and count the same again: add up none across them.";

/** Takes back what was asked of a name that a definition says to hold others, or all. */
export function takeBackHeld({ dimensions }: DatasetSpec, remarks: Remarks): void {
  for (const [dimension, own] of Object.entries(dimensions)) {
    if (own.role === "time") continue;
    const wholes = [own.total, ...Object.keys(own.holds ?? {})];
    for (const look of asked) {
      const remark = remarks.all.get(`dimensions.${dimension}`) ?? "";
      const whole = look.exec(remark)?.groups?.whole;
      if (whole === undefined || !wholes.includes(categoryId(whole))) continue;
      const rest = remark.replace(look, "").trim();
      if (rest === "") remarks.remove(`dimensions.${dimension}`);
      else remarks.replace(`dimensions.${dimension}`, rest);
    }
  }
}

/** Says of measures that are some of the sexes and some of ages that both count the same people: `Men`, `Women`, `Under 21`, `21 and over`. */
export function remarkOnWays(measures: Readonly<Record<string, MeasureSpec>>, remarks: Remarks): void {
  const labels = Object.values(measures).map(({ label }) => label);
  const [sex, age] = [ofSex, ofAge].map((way) => labels.find((label) => way.test(wordsOf(label).trim())));
  if (sex !== undefined && age !== undefined)
    remarks.also(
      "measures",
      guessedFrom(
        "the headings",
        `"${sex}" and "${age}" tell the same people apart in two ways: add up none across them.`,
      ),
    );
}
const ofSex = /^(?:males?|females?|men|women|boys|girls)$/iu;
const ofAge =
  /^(?:aged? )?(?:(?:under|over) \d{1,3}|\d{1,3} ?(?:(?:-|–|to|and) ?\d{1,3}|\+|(?:and|or|&) (?:over|above|older|under|younger)))(?: years?)?$/iu;
