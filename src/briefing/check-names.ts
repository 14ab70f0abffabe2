import { type Dataset, figureSpan, type MeasureSpec } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { DataUnit, DataWords, Words } from "../language/index.ts";

type NameWords = Pick<Words, "figureAffixes">;

/**
 * Makes what says whether a text may be a name: one that is a number, a number with what is counted or with a category of the
 * data, or that a move is told with, is none. A name has a word of its own.
 */
export function createNameCheck(
  datasets: ReadonlyMap<string, Dataset>,
  { figureAffixes: { after, counted, moves, bands } }: NameWords,
): (name: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  const isOwn = (word: string) => {
    known ??= knownWords(datasets);
    return (
      !known.has(word) &&
      [counted, moves, bands].every((pattern) => !pattern.test(word)) &&
      after.exec(word)?.[0] !== word
    );
  };
  return (name) => !/[%‰\p{Sc}]/u.test(name) && (wordsOf(name).some(isOwn) || crossed.test(name)) && !scaled.test(name);
}

/** An x between digits multiplies neither: `4x4`. */
const crossed = /\p{N}x\p{N}/iu;

/** Says which declared names are none. */
export function checkNames(
  names: readonly string[],
  datasets: ReadonlyMap<string, Dataset>,
  words: NameWords,
): readonly Diagnostic[] {
  const mayBeName = createNameCheck(datasets, words);
  return names.flatMap((name) =>
    mayBeName(name)
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

/**
 * The words of the data by which numbers are read: those of the names, the short names and the units of measures, those with a
 * capital in the names of areas and other categories, periods aside, and the units. Words of names are known in whatever form the language
 * has them in running text.
 */
export function createDataWords(
  datasets: ReadonlyMap<string, Dataset>,
  { formsOf }: Pick<Words, "formsOf">,
): DataWords {
  let measured: ReadonlySet<string> | undefined;
  let named: ReadonlySet<string> | undefined;
  let units: readonly DataUnit[] | undefined;
  let numbers: readonly string[] | undefined;
  const withForms = (word: string) => [word, ...formsOf(word)];
  const specs = () => [...datasets.values()].map(({ definition: { spec }, categories }) => ({ spec, categories }));
  return {
    isMeasured(word) {
      measured ??= new Set(
        specs().flatMap(({ spec: { measures } }) =>
          Object.values(measures).flatMap(({ label, short, unit }) =>
            [label, short ?? "", unit.one, unit.other].flatMap(wordsOf).flatMap(withForms),
          ),
        ),
      );
      return measured.has(word.toLowerCase());
    },
    isCategory(word) {
      named ??= new Set(
        specs().flatMap(({ spec: { dimensions }, categories }) =>
          Object.entries(dimensions).flatMap(([dimension, { role }]) =>
            role === "time"
              ? []
              : categories(dimension).flatMap(({ label }) => (label.match(capitalised) ?? []).flatMap(withForms)),
          ),
        ),
      );
      return named.has(word);
    },
    units() {
      units ??= [...datasets.values()].flatMap((dataset) =>
        Object.entries(dataset.definition.spec.measures).flatMap(([id, measure]) => {
          let span: ReturnType<typeof figureSpan> | "unknown" = "unknown";
          const figures = () => {
            if (span === "unknown") span = figureSpan(dataset, id);
            return span;
          };
          const names = [measure.label, measure.short ?? ""].flatMap(wordsOf);
          const isNamed = (word: string) => names.some((name) => isFormOf(word.toLowerCase(), name));
          return unitsOf(measure).map((word) => ({ word, isNamed, figures }));
        }),
      );
      return units;
    },
    numbers() {
      numbers ??= specs().flatMap(({ spec: { measures } }) =>
        Object.values(measures).flatMap(({ label, unit }) =>
          [label, unit.one, unit.other].flatMap((said) => said.match(/\d[\d,]*/g) ?? []),
        ),
      );
      return numbers;
    },
  };
}

/** What stands by itself in the forms of a unit, and in brackets in the name of its measure. A year that figures are of is none. */
const unitsOf = ({ label, unit: { one, other } }: MeasureSpec): readonly string[] =>
  [one, other, ...[...label.matchAll(/[(,:] ?([^()]+)/gu)].map(([, said = ""]) => said)].flatMap(
    (form) =>
      form.replaceAll(/(?<!\p{L})(?:an?|each|every|per|y|yr|bob) \S+/giu, " ").match(/\p{Sc}|[^\s\p{Sc}]+/gu) ?? [],
  );

/** Whether two words may be forms of one: `waited` and `wait`, `response` and `respond`. */
function isFormOf(word: string, name: string): boolean {
  const longest = Math.min(word.length, name.length);
  let shared = 0;
  while (shared < longest && word[shared] === name[shared]) shared += 1;
  return shared >= 4 && shared >= longest - 2 && Math.max(word.length, name.length) - shared <= 4;
}

const capitalised = /\p{Lu}[\p{L}\p{M}’'-]*/gu;

/** Words of measures, their units and categories. */
const knownWords = (datasets: ReadonlyMap<string, Dataset>): ReadonlySet<string> =>
  new Set(
    [...datasets.values()]
      .flatMap(({ definition: { spec }, categories }) => [
        ...Object.values(spec.measures).flatMap(({ label, unit }) => [label, unit.one, unit.other]),
        ...Object.keys(spec.dimensions).flatMap((dimension) => categories(dimension).map(({ label }) => label)),
      ])
      .flatMap(wordsOf),
  );

/** `999k`, `5m`: a number with its size. */
const scaled = /^\s*\p{N}+(?:[.,]\p{N}+)*\s?(?:k|m|mn|bn|tn|p)?\s*$/iu;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
