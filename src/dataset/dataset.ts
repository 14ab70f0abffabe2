import type { Diagnostic } from "../diagnostics/index.ts";
import type { CellRounding } from "./cell.ts";
import type { ObservationColumns } from "./columns/observation-columns.ts";
import type { AnyDatasetDefinition, DimensionId } from "./definition.ts";
import type { DisclosureReport } from "./disclosure/disclosure-report.ts";
import type { DatasetEdition } from "./editions/edition.ts";
import type { Category, Observation, Source } from "./observation.ts";
import type { Period } from "./period.ts";
import type { RelativePeriods } from "./relative-periods.ts";
import type { Selector } from "./selector.ts";
import type { NamingOptions } from "./translate-dataset.ts";

/** A row as charts take it: labels by dimension id, a number or null by measure id, and the state of the cell. */
export type DatasetRow = Readonly<Record<string, string | number | boolean | null>>;

/** A row with the coordinates of its cell. */
export interface LocatedRow {
  readonly row: DatasetRow;
  readonly measure: string;
  /** Category id by dimension id, the time dimension included. */
  readonly at: Readonly<Record<string, string>>;
  /** How its figure was rounded; undefined where it was not. */
  readonly rounding: CellRounding | undefined;
}

/** Observations with names, ready to be asked. */
export interface Dataset {
  /** The name that the briefing gives it. */
  readonly id: string;
  readonly definition: AnyDatasetDefinition;
  /** The same as `columns`, as objects: made when it is first asked for, all of them. */
  readonly observations: readonly Observation[];
  /** What is kept of the data: plain arrays, which can be copied to a worker. */
  readonly columns: ObservationColumns;
  readonly sources: ReadonlyMap<string, Source>;
  /**
   * SHA-256 of definition and observations, hex: the same data gives the same hash on any machine. What is hidden is not
   * in it, so trying values against it tells nothing.
   */
  readonly hash: string;
  /** What disclosure control did, for the author, where the data were read; undefined in workers, and where the definition asks for none. */
  readonly disclosure: DisclosureReport | undefined;
  /** What is shown of its protected counts, here and in the editions before; undefined where none are protected, and in workers. */
  readonly edition: DatasetEdition | undefined;
  /** Warnings from reading: unknown columns and the like. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Categories of a dimension that the data or the definition holds, in the definition's order, then the data's. Of
   * protected data, those that the definition does not list stand by their labels: the order of a file may tell what is hidden.
   */
  categories(dimension: string): readonly Category[];
  /** The categories of a dimension that hold no other of which the data has figures: what ranks, charts and batches are of. */
  leaves(dimension: string): readonly Category[];
  /** A category by id, label or alias, ignoring case. */
  category(dimension: string, name: string): Category | undefined;
  /** The categories of whatever dimension that a text names: by id, label or alias, or as a sentence names them. */
  categoriesNamed(text: string): readonly Category[];
  /** The periods that the data holds, earliest first. */
  periods(): readonly Period[];
  /** A period that the data holds, by id. */
  period(id: string): Period | undefined;
  /**
   * A period by a label that the data or somebody else gives it, read as the labels of the data are; undefined where it is
   * none, or may be two and the data does not decide.
   */
  readPeriod(label: string): Period | undefined;
  /** What `latest`, `previous` and `first` mean for a measure, and the periods for which it has any figure. */
  relativePeriods(measure: string): RelativePeriods;
  /** All vintages of one cell. `at` has a category id for each dimension of the measure. */
  lookup(measure: string, at: Readonly<Record<string, string>>): readonly Observation[];
  /**
   * Rows for a chart, one a cell that the selector takes in: labels by dimension id, the number by measure id (null
   * where it is suppressed, missing or in conflict), `state`, `rounding` (the multiple that disclosure control rounded to, if
   * it did), and `periodStart` (ISO date) if there is a time dimension.
   */
  where(selector: object): readonly DatasetRow[];
  /** The same rows with the cell that each of them shows. */
  locatedRows(selector: object): readonly LocatedRow[];
  /**
   * The same data with its names in another language, from the definition's translations; names of the first language
   * still find everything. Warns of what is not translated. The dataset itself where nothing would change.
   */
  inLanguage(naming: NamingOptions): Dataset;
}

/** A dataset whose definition the compiler knows: names of dimensions, measures and categories are checked. */
export interface TypedDataset<D extends AnyDatasetDefinition> extends Dataset {
  readonly definition: D;
  categories(dimension: DimensionId<D>): readonly Category[];
  leaves(dimension: DimensionId<D>): readonly Category[];
  category(dimension: DimensionId<D>, name: string): Category | undefined;
  where(selector: Selector<D>): readonly DatasetRow[];
}
