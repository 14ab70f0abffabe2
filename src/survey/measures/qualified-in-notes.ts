import type { MeasureSpec } from "../../dataset/index.ts";
import { escapeRegExp } from "../../tables/index.ts";
import type { Remarks } from "../remarks.ts";
import type { TableSurvey } from "../table/column-survey.ts";

/** Says of figures that notes call by a word that their heading has not, wherever they name them: `suspected drug deaths`, of `Drug deaths`. */
export function remarkOnQualified(
  specs: Readonly<Record<string, MeasureSpec>>,
  { notes, titles }: Pick<TableSurvey, "notes" | "titles">,
  remarks: Remarks,
): void {
  const texts = notes.filter((text) => !titles.includes(text));
  for (const [id, { label, unit }] of Object.entries(specs)) {
    const called = [label, unit.other].flatMap((name) => qualifiedAs(name, texts))[0];
    if (called !== undefined)
      remarks.also(
        `measures.${id}.label`,
        `Notes call these "${called}" wherever they name them: say so in its label and its unit.`,
      );
  }
}

/** What doubts the thing that it stands before. */
const qualifiers =
  "suspected|alleged|presumed|probable|possible|apparent|unconfirmed|provisional|estimated|modelled|projected|self-reported";
/** So often is no chance. */
const fewestTimes = 2;

/** A name with the one word that stands before it in each of some texts; of a long name, its last two words. */
function qualifiedAs(name: string, texts: readonly string[]): readonly string[] {
  const { thing = "" } = /(?<thing>\p{L}{3,} \p{L}{3,}s)$/u.exec(name.trim().toLowerCase())?.groups ?? {};
  if (thing === "" || new RegExp(`\\b(?:${qualifiers})\\b`, "iu").test(name)) return [];
  const look = new RegExp(`(?:(?<word>[\\p{L}-]+)[\\s‘'“"]+)?${escapeRegExp(thing.slice(0, -1))}s?(?!\\p{L})`, "giu");
  const words = texts.flatMap((text) =>
    [...text.matchAll(look)].map(({ groups }) => groups?.word?.toLowerCase() ?? ""),
  );
  const [only = "", other] = new Set(words);
  const isDoubt = new RegExp(`^(?:${qualifiers})$`, "u").test(only);
  return words.length >= fewestTimes && other === undefined && isDoubt ? [`${only} ${thing}`] : [];
}
