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
  if (broken.length < fewestBroken || broken.length < several.length * mostlyBroken) return undefined;
  // Below a heading of several columns the lower ones come again, and have nothing above them but the first.
  const alone = texts.flatMap((own) => (own.filter((text) => text !== "").length === 1 ? [own.at(-1) ?? ""] : []));
  const names = alone.filter((text) => text !== "");
  if (new Set(names).size < names.length || hasMerges(sheet, headerRow)) return undefined;
  const spanning = levels.map(() => "");
  return new Map(
    texts.flatMap((own, index) => {
      // One that stands over nothing but a gap spans what follows it: `Percentiles` over `10 | 20`.
      for (const at of levels.keys()) {
        if (own[at] === "" || at === levels.length - 1) continue;
        spanning[at] = isBroken(own) || own.slice(at + 1).every((text) => text === "") ? "" : (own[at] ?? "");
      }
      const words = own.map((text, at) =>
        text === "" && own.slice(0, at).every((one) => one === "") ? (spanning[at] ?? "") : text,
      );
      const name = words.filter((text) => text !== "").join(" ");
      return name === "" ? [] : [[index, name] as const];
    }),
  );
}

/** Whether some heading is merged over several columns. */
const hasMerges = ({ merges, rowNumbers }: Sheet, [first, last]: readonly [number, number]): boolean =>
  merges.some(({ top, left, right }) => {
    const number = rowNumbers[top] ?? 0;
    return right > left && number >= first && number <= last;
  });
