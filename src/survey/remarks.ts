import { groupBy } from "../dataset/index.ts";
import type { KeptApart } from "./levels/comparable.ts";

/** What could not be known, by the field that it is about; the first remark on a field stands. */
export interface Remarks {
  readonly all: ReadonlyMap<string, string>;
  add(field: string, text: string): void;
  /** Adds to what was said of a field. */
  also(field: string, text: string): void;
  /** Says something else of a field, in the place of what was said of it. */
  replace(field: string, text: string): void;
  /** Takes back what was said of a field. */
  remove(field: string): void;
  /** Fields whose categories are kept apart, whatever their levels: no rank has them, and no chart holds them against each other. */
  readonly apart: ReadonlyMap<string, KeptApart>;
  /** Adds to what was said of a field that its categories are to be kept apart. */
  keepApart(field: string, why: KeptApart, text: string): void;
  /** The same remarks, to be added to. */
  copy(): Remarks;
}

/** The one weak sign that a guess was made from. */
export type WeakSign =
  | "the names of the file and of its sheet"
  | "its name"
  | "its heading"
  | "its figures"
  | "the figures"
  | "the name of the file"
  | "the name of the sheet"
  | "a sheet before it"
  | "a sheet without a table"
  | "a line below the table"
  | "the title"
  | "a note"
  | "a column"
  | "the headings"
  | "its labels"
  | "a code beside it"
  | "a count beside it";

/** A remark on a guess whose evidence is thin. What is said by the table, or by several signs together, needs none. */
export const guessedFrom = (sign: WeakSign, text: string): string => `${guessedBegin}${sign}; check. ${text}`;

/**
 * Whether a remark is on a guess whose evidence is thin, and no note on what was read how.
 * @param sign of which this evidence is; absent: any.
 */
export const isGuessed = (text: string, sign: WeakSign | "" = ""): boolean => text.includes(`${guessedBegin}${sign}`);
const guessedBegin = "Guessed from ";

/** Names in quotes, the first ones and how many there are besides. */
export function someOf(names: readonly string[], most: number = mostTogether): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  return `${shown.join(", ")}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ""}`;
}

/** So many measures of which one thing is said are told together. */
const fewestTogether = 3;

/**
 * Remarks with what is said of several measures told once, above all of them, with their names: a comment on each of thirty columns is
 * read by nobody.
 * @param nameOf what a measure is called.
 */
export function togetherOnMeasures(
  given: ReadonlyMap<string, string>,
  nameOf: (measure: string) => string,
): ReadonlyMap<string, string> {
  const isOfMeasure = (field: string) => /^measures\.[^.]+\.[^.]+$/u.test(field);
  const together = [
    ...groupBy(
      [...given].filter(([field]) => isOfMeasure(field)),
      ([field, text]) => JSON.stringify([field.split(".").at(-1), text]),
    ).values(),
  ].filter((own) => own.length >= fewestTogether);
  const all = createRemarks();
  const moved = new Set(together.flatMap((own) => own.map(([field]) => field)));
  for (const [field, text] of given) if (!moved.has(field)) all.add(field, text);
  for (const own of together) {
    const [[field, text] = ["", ""]] = own;
    const names = own.map(([one]) => nameOf(one.split(".")[1] ?? ""));
    all.also("measures", `The ${field.split(".").at(-1)} of ${someOf(names)}: ${text}`);
  }
  return all.all;
}

/** So many of them are named. */
const mostTogether = 8;

/** What is said of several fields, once: the fields, and the text. */
export const remarksByText = (
  remarks: ReadonlyMap<string, string>,
): readonly (readonly [fields: string, text: string])[] =>
  [...groupBy([...remarks], ([, text]) => text)].map(([text, own]) => {
    const fields = own.map(([field]) => field);
    const more = fields.length > 3 ? ` and ${fields.length - 3} more` : "";
    return [`${fields.slice(0, 3).join(", ")}${more}`, text] as const;
  });

export function createRemarks(known?: Pick<Remarks, "all" | "apart">): Remarks {
  const all = new Map<string, string>(known?.all);
  const apart = new Map<string, KeptApart>(known?.apart);
  // It becomes a comment, and what it quotes of the data may not end that.
  const plain = (text: string) => text.replaceAll(/\s+/gu, " ");
  const also = (field: string, text: string): void => {
    const known = all.get(field);
    if (!known?.includes(plain(text))) all.set(field, known === undefined ? plain(text) : `${known} ${plain(text)}`);
  };
  return {
    all,
    apart,
    also,
    remove(field) {
      all.delete(field);
      // What whoever published the figures asks for holds whatever is read of them.
      if (apart.get(field) !== "not wanted") apart.delete(field);
    },
    keepApart(field, why, text) {
      if (!apart.has(field)) apart.set(field, why);
      also(field, text);
    },
    copy: () => createRemarks({ all, apart }),
    replace: (field, text) => void all.set(field, plain(text)),
    add(field, text) {
      if (!all.has(field)) all.set(field, plain(text));
    },
  };
}
