import { periodReadings } from "../../dataset/index.ts";
import { cellText, rowCells, type Sheet } from "../../tables/index.ts";
import type { FoundHeadings } from "./found-headings.ts";

/** So many columns whose words go on from row to row are no chance; so many of those that have words in several rows. */
const [fewestBroken, mostlyBroken] = [2, 0.5];

/** What a heading ends with that goes on below, and what the rest of one begins with. */
const [isOpen, isRest] = [
  /(?:[,&/–-]|\b(?:of|per|in|the|and|or|to|for|with|by|from|at|on|aged|under|over))$/iu,
  /^(?:[\p{Ll}&]|\(\p{Ll}|(?:of|per|in|and|or|to|for|with|by|from)\b)/u,
];

/**
 * The headings of columns whose words are broken over several rows, each as one text: `Number of` over `children` over `looked after`. Undefined of a
 * table whose upper headings stand over several of the lower ones.
 */
export function brokenHeadings(
  sheet: Sheet,
  { headerRow, columns }: Pick<FoundHeadings, "headerRow" | "columns">,
): ReadonlyMap<number, string> | undefined {
  if (typeof headerRow !== "object") return undefined;
  const [first, last] = headerRow;
  const levels = [...sheet.rowNumbers.entries()].flatMap(([row, number]) =>
    number >= first && number <= last ? [rowCells(sheet, row).map((cell) => cellText(cell).trim())] : [],
  );
  const texts = columns.map((_, index) => levels.map((level) => level[index] ?? ""));
  const goesOn = (own: readonly string[], at: number) =>
    own[at] !== "" &&
    own[at + 1] !== undefined &&
    own[at + 1] !== "" &&
    periodReadings(own[at + 1] ?? "").length === 0 &&
    (isOpen.test(own[at] ?? "") || isRest.test(own[at + 1] ?? ""));
  const isBroken = (own: readonly string[]) => own.some((_, at) => goesOn(own, at));
  const several = texts.filter((own) => own.filter((text) => text !== "").length > 1);
  const broken = several.filter(isBroken);
  const areMostlyBroken = broken.length >= fewestBroken && broken.length >= several.length * mostlyBroken;
  if (!areMostlyBroken && !areBrokenInWords(texts)) return undefined;
  // Below a heading of several columns the lower ones come again, and have nothing above them but the first.
  const alone = texts.flatMap((own) => (own.filter((text) => text !== "").length === 1 ? [own.at(-1) ?? ""] : []));
  const names = alone.filter((text) => text !== "");
  if (new Set(names).size < names.length || hasMerges(sheet, headerRow)) return undefined;
  const spanning = levels.map(() => "");
  return new Map(
    texts.flatMap((own, index) => {
      // One that stands over nothing but a gap spans what follows it: `Percentiles` over `10 | 20`.
      for (const at of levels.keys()) {
        if (!areMostlyBroken || own[at] === "" || at === levels.length - 1) continue;
        spanning[at] = isBroken(own) || own.slice(at + 1).every((text) => text === "") ? "" : (own[at] ?? "");
      }
      const words = own.map((text, at) =>
        text === "" && own.slice(0, at).every((one) => one === "") ? (spanning[at] ?? "") : text,
      );
      const name = words.filter((text) => text !== "").reduce(joined, "");
      return name === "" ? [] : [[index, name] as const];
    }),
  );
}

/** A part of a word before the end of its line: `Unemploy-` above `ment Rate`; of so few letters, the hyphen is one of the word, `Non-response`. */
const [partOfWord, fewLetters] = [/(?<part>\p{L}+)-$/u, 4];
/** Whether a text ends in a part of a word, which goes on in the next row. */
export const isPartOfNext = (text: string, next: string): boolean => partOfWord.test(text) && /^\p{Ll}/u.test(next);

/** The words of two lines as one text. */
function joined(before: string, line: string): string {
  if (before === "") return line;
  if (!isPartOfNext(before, line)) return `${before} ${line}`;
  const isOfWord = (partOfWord.exec(before)?.groups?.part ?? "").length <= fewLetters;
  return `${isOfWord ? before : before.slice(0, -1)}${line}`;
}

/** Whether a word goes on in the next row, and most of the upper headings stand over one column alone, so that they are the first words of its name. */
function areBrokenInWords(texts: readonly (readonly string[])[]): boolean {
  const isBlank = (own: readonly string[] | undefined) => own === undefined || own.every((text) => text === "");
  const uppers = texts.flatMap((own, index) => {
    const next = texts[index + 1];
    const levels = own.slice(0, -1).flatMap((text, at) => (text === "" ? [] : [at]));
    return levels.length === 0 ? [] : [levels.every((at) => isBlank(next) || next?.[at] !== "")];
  });
  return (
    texts.some((own) => own.some((text, at) => isPartOfNext(text, own[at + 1] ?? ""))) &&
    uppers.filter(Boolean).length >= uppers.length * mostlyBroken
  );
}

/** Whether some heading is merged over several columns. */
const hasMerges = ({ merges, rowNumbers }: Sheet, [first, last]: readonly [number, number]): boolean =>
  merges.some(({ top, left, right }) => {
    const number = rowNumbers[top] ?? 0;
    return right > left && number >= first && number <= last;
  });
