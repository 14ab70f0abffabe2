import { reservedDimensionNames } from "../dataset/index.ts";
import type { Remarks } from "./remarks.ts";
import { noteSign, unitSign } from "./table/unit-signs.ts";
import { wordsOf } from "./words.ts";

export interface Naming {
  readonly idOf: (name: string, fallback: string) => string;
  readonly remarks: Remarks;
}

/** Makes names for code of headings, each once. */
export function createNamer(reserved: readonly string[]): Naming["idOf"] {
  const taken = new Set<string>([...reservedDimensionNames, ...reserved]);
  return (name, fallback) => {
    const base = idOfHeading(name) || fallback;
    let free = base;
    // Any object has a `constructor`: what asks for it by that name would find one that nobody gave.
    for (let number = 2; taken.has(free) || free in Object.prototype; number += 1) free = `${base}${number}`;
    taken.add(free);
    return free;
  };
}

/** The id of a heading: `inSchoolSuspensions`; "" where it has no letters that may stand in one. */
export const idOfHeading = (name: string): string => {
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

/** What names a thing by its number, and says of nothing how many there are. */
export const numberOfName = /(?<!\b(?:total|whole|average|mean|overall)) (?:number|no\.?)$/iu;

/** Whether a heading is of how many there are of what another one tells in a unit: `Gross tax no.` beside `Gross tax $`. */
export function isNumberBeside(name: string, others: readonly { readonly name: string }[]): boolean {
  const { stem = "" } = /^(?<stem>.*\S)[\s|,:(–-]+(?:number|no)\b\W*$/isu.exec(name)?.groups ?? {};
  return (
    stem !== "" &&
    others.some((other) => other.name.startsWith(stem) && /^[\s|,:(–-]+[$£€%]\W*$/u.test(other.name.slice(stem.length)))
  );
}

/** A heading as the beginning of a sentence. */
export const sentence = (name: string): string => {
  const words = inSmallLetters(wordsOf(name.replaceAll(/ \| (?=\()/gu, " ").replaceAll(/ \| |!!/gu, ": ")));
  return words === "" ? "" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
};

/** A heading in capitals throughout in small letters, but for what may be short for something: `TOTAL EMPLOYMENT`, `CHILD POV PCT`. */
const inSmallLetters = (words: string): string => {
  const isLoud = !/\p{Ll}/u.test(words) && /\p{Lu}{4}/u.test(words) && /\p{L}[\s:,-]+\p{L}|\p{L}{6}/u.test(words);
  return isLoud
    ? words.replaceAll(
        /(?<![\p{L}\p{N}])(?:\p{Lu}{4,}|OF|IN|BY|THE|AND|PER|TO|FOR|WITH|ALL|NO|ON|AT|OR|NOT|AGE|NEW)(?![\p{L}\p{N}])/gu,
        (word) => word.toLowerCase(),
      )
    : words;
};

/** The code of a field on a form: `e11a`, `e29bd`. */
const codeOfForm = /^\p{Ll}{1,2}\d{2,4}\p{Ll}{1,3}$/u;

/** A day with words about it, which says when a column is of and not what: `am 31.12.2019 (Jahr)`. Bare days may tell columns apart. */
const dayInWords =
  /^(?:\p{L}[\p{L} ]* \d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4} \(\p{L}+\))(?: \(\p{L}+\))?$/u;

const numberInLanguages = /^(?:anzahl|nombre|antal|aantal)$/iu;

/** What a census says behind each of its headings, where these are numbers of people: `White: Irish; measures: Value`. */
const saidOfMeasures = /; measures?: (?:values?|numbers?|counts?)$/iu;

/** The lowest of the headings of a column, with its unit. */
export function lastHeading(name: string): string {
  // The Census Bureau writes headings below each other so: `Total!!Male!!Estimate`.
  const all = name.split(/ \| |!!/u).filter((part) => !noteSign.test(part));
  // Below what it says, each column may have its code on a form: `White British | e11a`.
  const parts = all.length > 1 && codeOfForm.test(all.at(-1) ?? "") ? all.slice(0, -1) : [...all];
  // `weiblich | Anzahl` are so many, as all whole numbers are.
  if (parts.length > 1 && (numberInLanguages.test(parts.at(-1) ?? "") || dayInWords.test(parts.at(-1) ?? "")))
    parts.pop();
  const isUnit = parts.length > 1 && unitSign.test(parts.at(-1) ?? "");
  return parts
    .slice(isUnit ? -2 : -1)
    .join(" | ")
    .replace(saidOfMeasures, "");
}

/** The headings above them that all names share: `financial year | `. */
export function sharedStart(names: readonly string[]): string {
  const parts = names.map((name) => name.split(" | ").slice(0, -1));
  const [first = []] = parts;
  const length = first.findIndex((part, at) => !parts.every((own) => own[at] === part));
  const shared = first.slice(0, length < 0 ? first.length : length);
  return names.length > 1 ? shared.map((part) => `${part} | `).join("") : "";
}
