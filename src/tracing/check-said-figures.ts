import { matchesOf } from "../language/index.ts";
import { type CategoryNames, isWordToo, type Mention, type NamedCategory } from "./category-names.ts";
import type { TracedFigure } from "./traced-figure.ts";

/** A figure in a text, with all that it may be. */
export interface SaidFigure {
  readonly index: number;
  readonly text: string;
  readonly figures: readonly TracedFigure[];
}

export interface MisplacedWords {
  readonly said: SaidFigure;
  /** What the text speaks of where the figure stands. */
  readonly about: readonly NamedCategory[];
}

interface CheckSaidFiguresOptions {
  readonly names: CategoryNames;
  readonly timeDimensions: ReadonlySet<string>;
  /** It is no sentence, but the label of its figures: a period in it is theirs, whatever stands between, and each of them that of a figure alone. */
  readonly isLabel?: boolean;
}

/**
 * Whether the figures of an author's text are of what it speaks of: of categories that it names somewhere, and of a period that
 * the clause names, if it names any. Where figures and names alternate ("114 in 2017/18, 274 in 2018/19"), each goes with
 * its own. A figure that stands in a name ("2018/19") is none.
 */
export function checkSaidFigures(
  text: string,
  said: readonly SaidFigure[],
  { names, timeDimensions, isLabel = false }: CheckSaidFiguresOptions,
): readonly MisplacedWords[] {
  const mentions = names.mentions(text).filter((mention) => !isWordToo(mention));
  if (mentions.length === 0) return [];
  const isIn = ({ index }: SaidFigure) =>
    mentions.some((mention) => mention.index <= index && index < mention.index + mention.text.length);
  const figures = said.filter((figure) => figure.figures.length > 0 && !isIn(figure));
  const keys = new Set(mentions.flatMap(({ categories }) => categories.map(({ key }) => key)));
  return figures.flatMap((figure) => {
    const about = [...keys].map((key) => {
      const isOfTime = timeDimensions.has(key);
      const named = namesAt(text, { figure, figures, mentions, key, isOfClause: isOfTime && !isLabel });
      return { named, isOfEach: isOfTime && isLabel && figures.length === 1 };
    });
    const fits = figure.figures.some((traced) =>
      about.every(({ named, isOfEach }) => {
        const says = named.map((mention) => isOfOne(traced, mention, names));
        if (isOfEach && says.includes(false)) return false;
        return says.every((each) => each === undefined) || says.includes(true);
      }),
    );
    return fits ? [] : [{ said: figure, about: about.flatMap(({ named }) => named.flat()) }];
  });
}

/** Whether a figure is of one of the categories that a name may mean: `part` where it is of a part alone, undefined where it says nothing of them. */
export function isOfOne(
  figure: TracedFigure,
  named: readonly NamedCategory[],
  names: CategoryNames,
): boolean | "part" | undefined {
  const says = named.map((category) => names.goesAcross(figure, category) || names.isOf(figure, category));
  return ([true, "part", false] as const).find((answer) => says.includes(answer));
}

interface NamesAtOptions {
  readonly figure: SaidFigure;
  readonly figures: readonly SaidFigure[];
  readonly mentions: readonly Mention[];
  readonly key: string;
  /** A name is only of the clause that it stands in. */
  readonly isOfClause: boolean;
}

/** What the text names of a dimension where a figure stands, name by name. */
function namesAt(
  text: string,
  { figure, figures, mentions, key, isOfClause }: NamesAtOptions,
): readonly (readonly NamedCategory[])[] {
  const all = mentions.flatMap((mention) => {
    const categories = mention.categories.filter((category) => category.key === key);
    return categories.length > 0 ? [{ index: mention.index, categories }] : [];
  });
  const sentence = spanAround(text, figure.index, /[.!?](?=\s)|\n/gu);
  const within = <T extends { readonly index: number }>(items: readonly T[], [from, to]: readonly [number, number]) =>
    items.filter(({ index }) => index >= from && index < to);
  const here = within(all, sentence);
  const said = within(figures, sentence);
  if (here.length > 1 && here.length === said.length) {
    const order = [
      ...here.map(({ index }) => ({ index, kind: "n" })),
      ...said.map(({ index }) => ({ index, kind: "f" })),
    ]
      .toSorted((a, b) => a.index - b.index)
      .map(({ kind }) => kind)
      .join("");
    if (/^(?:nf)+$|^(?:fn)+$/.test(order)) return [here[said.indexOf(figure)]?.categories ?? []];
  }
  if (!isOfClause) return all.map(({ categories }) => categories);
  const clause = spanAround(text, figure.index, /[.!?,;:](?=\s)|\n/gu);
  return within(all, clause).map(({ categories }) => categories);
}

/** From the last end before an index to the next one after it. */
function spanAround(text: string, index: number, ends: RegExp): readonly [number, number] {
  let from = 0;
  for (const end of matchesOf(ends, text)) {
    if (end.index >= index) return [from, end.index];
    from = end.index + end[0].length;
  }
  return [from, text.length];
}
