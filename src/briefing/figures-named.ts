import type { ChartRow, FigurePlace, NamesFigure } from "../charts/index.ts";
import {
  type CategoryNames,
  checkSaidFigures,
  describeCoordinates,
  isOfOne,
  isWordToo,
  labelsOfCoordinates,
  type Mention,
  type NamedCategory,
  type SaidFigure,
  type TracedFigure,
} from "../tracing/index.ts";
import type { RowOrigins, RowSource } from "./traced-rows.ts";

interface Naming {
  readonly names: CategoryNames;
  readonly timeDimensions: ReadonlySet<string>;
}

/**
 * Tells whether the names beside a chart's figure, in one of its labels, are those of the cell or the claim that it comes from. Of several
 * figures that are equal it may be each: a median is that of the force in the middle as well. Where a label names two places for one figure, it
 * has to be that of both: a sum or a difference, or what is printed alike of each.
 */
export function figuresNamed(
  origins: RowOrigins,
  { names, timeDimensions, figures, all }: Naming & Pick<RowSource, "figures" | "all">,
): NamesFigure {
  return ({ text, row, others, ...place }) => {
    const ofRow = origins.get(row as ChartRow);
    const traced = ofRow?.get(place.field);
    if (!traced) return undefined;
    const mentions = names.mentions(text);
    const years = yearsOfRow(text, { row: row as ChartRow, place, mentions, names, timeDimensions });
    if (mentions.length === 0 && years.length === 0) return undefined;
    const beside = others.flatMap(({ index, figure, field }): SaidFigure[] => {
      const other = ofRow?.get(field);
      return other ? [{ index, text: figure, figures: [other] }] : [];
    });
    const isNamed = (each: TracedFigure): boolean => {
      const said: SaidFigure = { index: place.index, text: place.figure, figures: [each] };
      const inOrder = [...beside, said].toSorted((a, b) => a.index - b.index);
      const isWrong = (isLabel: boolean) =>
        checkSaidFigures(text, inOrder, { names, timeDimensions, isLabel }).some((found) => found.said === said);
      return !isWrong(false) && !isWrong(true) && years.every((year) => isOfYear(each, year, names));
    };
    const right = [traced, ...(traced.value === null ? [] : figures(traced.value))].filter(isNamed);
    const isOfBoth = (pair: NamedPair) => {
      const alike = () => all().filter((each) => printsAlike(each.value, traced.value, place.figure) && isNamed(each));
      return pair.every(
        (categories) =>
          right.some((each) => isOfOne(each, categories, names) !== false) ||
          alike().some((each) => isOfOne(each, categories, names)),
      );
    };
    // The title of a column stands over figures of many places.
    const isOfOneFigure = others.length === 0 && place.figure !== "";
    const pairs = isOfOneFigure && right.length > 0 ? pairsIn(mentions, timeDimensions) : [];
    return {
      isRight: right.length > 0 && pairs.every(isOfBoth),
      // Told of those alone that are wrong.
      get of() {
        return describeCoordinates(traced, names);
      },
      get names() {
        const isOfRight = ({ categories }: Mention) =>
          categories.some((category) => right.some((each) => names.isOf(each, category) === true));
        return [
          ...mentions.filter(isOfRight).map((mention) => mention.text),
          ...right.flatMap((each) => labelsOfCoordinates(each, names).flat()),
        ];
      },
    };
  };
}

/** What each of two names in a label may mean, of one dimension. */
type NamedPair = readonly (readonly NamedCategory[])[];

/** The names in a label of each dimension but time that it names two categories of. */
function pairsIn(mentions: readonly Mention[], timeDimensions: ReadonlySet<string>): readonly NamedPair[] {
  const categories = mentions.filter((mention) => !isWordToo(mention)).map((mention) => mention.categories);
  const keys = new Set(categories.flat().map(({ key }) => key));
  return [...keys]
    .filter((key) => !timeDimensions.has(key))
    .map((key) =>
      categories.map((each) => each.filter((category) => category.key === key)).filter(({ length }) => length > 0),
    )
    .filter(({ length }) => length === 2);
}

/** Whether two values are written as one figure, as far as its last digit tells: a comma or a stop may be that of decimals or of thousands. */
function printsAlike(value: number | null, written: number | null, figure: string): boolean {
  if (value === null || written === null) return false;
  const steps = [".", ","].map((mark) => {
    const [whole = "", decimals = ""] = figure.split(mark);
    const number = Number(`${whole.replaceAll(/\D/g, "")}.${decimals.replaceAll(/\D/g, "")}`);
    return number === 0 ? 0 : Math.abs(written / number) / 10 ** decimals.length;
  });
  return value === written || Math.abs(value - written) < Math.max(...steps);
}

/** A year by itself, as a part of what a row's period is called: 2018 of 2018/19. */
interface YearOfRow {
  readonly year: string;
  /** The periods of the row that are called by it. */
  readonly periods: readonly NamedCategory[];
}

interface YearsOfRowOptions extends Naming {
  readonly row: ChartRow;
  readonly place: FigurePlace;
  readonly mentions: readonly Mention[];
}

/** The years in a label that are no part of a name in it, nor its figure, and that a reader takes for the period of its row. */
function yearsOfRow(
  text: string,
  { row, place, mentions, names, timeDimensions }: YearsOfRowOptions,
): readonly YearOfRow[] {
  const taken = [...mentions, { index: place.index, text: place.figure }];
  return [...text.matchAll(aYear)].flatMap(({ 0: year, index }) => {
    if (taken.some((each) => each.index <= index && index < each.index + each.text.length)) return [];
    const periods = Object.values(row)
      .filter((value) => typeof value === "string" && hasYear(value, year))
      .flatMap((value) => names.named(String(value)))
      .filter(({ key }) => timeDimensions.has(key));
    return periods.length > 0 ? [{ year, periods }] : [];
  });
}

const aYear = /(?<!\p{N})(?:1[5-9]|20)\d\d(?!\p{N})/gu;

const hasYear = (name: string, year: string): boolean => [...name.matchAll(aYear)].some(([found]) => found === year);

/** Whether a figure is of a period of that year, or of none. */
function isOfYear(figure: TracedFigure, { year, periods }: YearOfRow, names: CategoryNames): boolean {
  const says = periods.map((period) => names.goesAcross(figure, period) || names.isOf(figure, period));
  if (says.every((each) => each === undefined) || says.includes(true)) return true;
  return labelsOfCoordinates(figure, names)
    .flat()
    .some((label) => hasYear(label, year));
}
