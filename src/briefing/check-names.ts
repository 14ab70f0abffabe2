import type { Dataset } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";

/**
 * Says which declared names are none: those that are a number, a number with what is counted or with a category of the data,
 * or that a move is told with. A name has a word of its own.
 */
export function checkNames(
  names: readonly string[],
  datasets: ReadonlyMap<string, Dataset>,
  { besideFigures: { after, counted, moves, bands } }: Pick<Words, "besideFigures">,
): readonly Diagnostic[] {
  const known = new Set(
    [...datasets.values()]
      .flatMap(({ definition: { spec }, categories }) => [
        ...Object.values(spec.measures).flatMap(({ label, unit }) => [label, unit.one, unit.other]),
        ...Object.keys(spec.dimensions).flatMap((dimension) => categories(dimension).map(({ label }) => label)),
      ])
      .flatMap(wordsOf),
  );
  const isOwn = (word: string) =>
    !known.has(word) &&
    [counted, moves, bands].every((pattern) => !pattern.test(word)) &&
    after.exec(word)?.[0] !== word;
  const isName = (name: string) => !/[%‰\p{Sc}]/u.test(name) && wordsOf(name).some(isOwn);
  return names.flatMap((name) =>
    isName(name) && !scaled.test(name)
      ? []
      : [
          {
            code: "name-is-figure",
            severity: "error" as const,
            message: `The name ${JSON.stringify(name)} is a figure, or a figure with what it counts.`,
            hint: "A name has a word of its own: Covid-19, Area 51. What is no figure of the data and no name is written {{literal}}.",
          },
        ],
  );
}

/** `999k`, `5m`: a number with its size. */
const scaled = /^\s*\p{N}+(?:[.,]\p{N}+)*\s?(?:k|m|mn|bn|tn|p)?\s*$/iu;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
