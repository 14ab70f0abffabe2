/**
 * tracing/: which cell a figure is, and whether it stands where it is said to be.
 *
 * In: figures with their cells or claims, the names of datasets, rows and texts that print figures beside names.
 * Out: for each row its figures' origins; what is said of another category or period than its own.
 * Guarantees
 * - A figure is known by its cell (dataset, measure and coordinates), not by its value: one that is equal to another cell's
 *   is of the row that names it, and of no other.
 * - A name means what readers take it for: a label before an id.
 * Not its job: names that no dataset knows ("the South", an abbreviation that is no alias): what they mean, nobody said.
 */
export {
  type CategoryNames,
  createCategoryNames,
  isWordToo,
  type Mention,
  type NamedCategory,
} from "./category-names.ts";
export {
  type CheckedRows,
  checkFigureRows,
  type FigureRow,
  type Misplaced,
  type Mixed,
} from "./check-figure-rows.ts";
export { checkSaidFigures, isOfOne, type MisplacedWords, type SaidFigure } from "./check-said-figures.ts";
export { describeCoordinates, labelsOfCoordinates } from "./describe-coordinates.ts";
export {
  cellFigure,
  claimFigure,
  dimensionKey,
  type FigureOrigin,
  roundingOfClaim,
  type TracedFigure,
} from "./traced-figure.ts";
