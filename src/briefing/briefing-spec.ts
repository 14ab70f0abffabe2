import type { ChartLimits, ChartRow, ChartTheme, FormatValue, LoadResource } from "../charts/index.ts";
import type { ClaimSpec, CountSpec, RateSpec, TableSpec } from "../claims/index.ts";
import type { AnyDatasetDefinition, Category, CategoryId, DimensionId, LoadedDatasets } from "../dataset/index.ts";
import type { PagesOptions } from "../document/index.ts";
import type { FontFileSpec } from "../fonts/index.ts";
import type { Language, NumberStyle, NumberStyleName } from "../language/index.ts";
import type { ShippedTemplateName, TemplateSource } from "../template/index.ts";
import type { TopicId, TopicSpec } from "../topics/index.ts";
import type { AttachmentKind } from "./attach-files.ts";
import type { FileReader } from "./file-reader.ts";

export type Definitions = Readonly<Record<string, AnyDatasetDefinition>>;

/** A parameter whose values are the categories of a dimension: the area that a briefing is about. */
export type CategoryParameter<D extends Definitions = Definitions> = {
  readonly [Id in keyof D & string]: {
    readonly kind: "category";
    readonly dataset: Id;
    readonly dimension: DimensionId<D[Id]>;
  };
}[keyof D & string];

/** A parameter that is text: the name of the organisation. Digits in it are not traced, so the figure audit sees them. */
export interface TextParameter {
  readonly kind: "text";
  /** Absent: the parameter has to be given. */
  readonly default?: string;
}

/** What tells one briefing of a module from another: a category of a dataset, or a text. */
export type ParameterSpec<D extends Definitions = Definitions> = CategoryParameter<D> | TextParameter;
export type Parameters<D extends Definitions = Definitions> = Readonly<Record<string, ParameterSpec<D>>>;

/** What a caller gives for each parameter: the id, label or alias of a category, or a text. */
export type ParameterValues<D extends Definitions, P extends Parameters<D>> = {
  readonly [K in keyof P as P[K] extends { readonly kind: "text"; readonly default: string }
    ? never
    : K]: ParameterInput<D, P[K]>;
} & {
  readonly [K in keyof P as P[K] extends { readonly kind: "text"; readonly default: string } ? K : never]?: string;
};

type ParameterInput<D extends Definitions, P> = P extends {
  readonly kind: "category";
  readonly dataset: infer Id;
  readonly dimension: infer K;
}
  ? Id extends keyof D
    ? K extends DimensionId<D[Id]>
      ? CategoryId<D[Id], K> | (string & {})
      : never
    : never
  : string;

/** What a chart of intervals draws. */
export interface FigureInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/** What a funnel plot draws around its points. */
export interface FigureLimits {
  readonly low: number | null;
  readonly high: number | null;
  readonly outerLow: number | null;
  readonly outerHigh: number | null;
}

/** What claims, tables and charts are made from: datasets and parameters by name, and ways to compute one figure. */
export type BriefingContext<D extends Definitions, P extends Parameters<D>> = LoadedDatasets<D> & {
  readonly [K in keyof P]: P[K] extends { readonly kind: "category" } ? Category : string;
} & Figures;

/** Ways to compute one figure. */
export interface Figures {
  /** Evaluates a claim for a chart: its figure, or null where there is none, it is hidden, or rounding leaves it open. */
  readonly figure: (spec: ClaimSpec) => number | null;
  /** The ends of a claim's 95% confidence interval, rounded as its figure; nulls where there is none, or it is hidden. */
  readonly interval: (spec: CountSpec | RateSpec) => FigureInterval;
  /** The control limits of a rate that is set against that of all areas (`overall`); nulls where there are none, or it is hidden. */
  readonly limits: (spec: RateSpec) => FigureLimits;
  /** The least and the greatest that a claim's figure can be, where it comes from rounded counts; else the figure twice. */
  readonly bounds: (spec: ClaimSpec) => FigureInterval;
}

/** A chart of a briefing: how it is drawn, its rows, and the words in place of those that are written from these. */
export interface BriefingChart<Context> {
  /** A Vega-Lite spec without data, from a recipe or by hand. */
  readonly spec: object;
  readonly data: (context: Context) => readonly ChartRow[];
  /** Said in place of the description that is written from the data. Its figures are the rows', as `formatValue` writes them. */
  readonly alt?: (context: Context) => string;
  /** The same for what the alt text has no room for; a line is a paragraph. */
  readonly longDescription?: (context: Context) => string;
  /** How descriptions and tables write a figure of the chart. */
  readonly formatValue?: FormatValue;
  /** Width in CSS px; 640 where absent. */
  readonly widthPx?: number;
  /** Words with digits that the spec draws and that are no figures of the data, as it writes them: `100,000`, `16-17`. */
  readonly literals?: readonly string[];
  /** Reads the images that the rows or the spec name by address, and data such as maps. Absent: nothing is read. */
  readonly load?: LoadResource;
  /** How large it may be (rows, marks), and how slow (milliseconds; not watched where absent). */
  readonly limits?: Partial<ChartLimits>;
  /** In HTML, bars and points say on hover, and to the keyboard's arrows, what the spec's `tooltip` encodings name. Default false. */
  readonly tooltips?: boolean;
  /**
   * The claim whose finding heads the chart, by id; false: none does. Where absent, a recipe's chart takes the first trend or standing
   * that it shows: one whose figures it draws, and whose area it is about. Each heads one chart.
   */
  readonly headline?: string | false;
  /** Whether its caption says what is measured, in the data's words. Default: of charts of the recipes. */
  readonly measure?: boolean;
  /** Whether the sources of its figures stand below it, with what the markers in it mean. Default: of charts of the recipes. */
  readonly sources?: boolean;
}

/** A photo, a logo, a drawing. What it shows is not audited, so that it holds no figures; an SVG with texts in it is an error. */
export interface BriefingImage {
  /** A PNG, JPEG or SVG; GIF, WebP and AVIF where `@napi-rs/canvas` is installed. What a camera says in it (when, where) is not published. */
  readonly file: URL;
  /** What it shows, for those who do not see it; empty for decoration. */
  readonly alt: string;
  /** Whose it is, printed beside it: `Ann Example`. */
  readonly credit?: string;
}

/** See `BriefingSpec.verifiable`. */
export type Verifiable = boolean | { readonly publish: boolean };

/** See `BriefingSpec.trail`. */
export type Trail = boolean | { readonly publish: boolean };

/** What a user writes. */
export interface BriefingSpec<
  D extends Definitions = Definitions,
  P extends Parameters<D> = Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>> = Readonly<Record<string, ClaimSpec>>,
> {
  /** A small template of its own: `Online grooming offences: {{area.label}}`. */
  readonly title: string;
  /**
   * BCP 47. Claims, notes, descriptions of charts, dates and the words of the shipped templates are in this language, and so
   * are the dataset's names, where it has a translation. Another language than those that ship is an error.
   */
  readonly lang: "en-GB" | "en" | "cy" | "cy-GB" | (string & {});
  /** A language of your own, `lang` being one of its tags. */
  readonly language?: Language;
  /** How running text writes numbers: `50%` or `50 per cent`, `9` or `nine`. Default `govuk`; or a style of your own. */
  readonly style?: NumberStyleName | NumberStyle;
  /**
   * Whether type is set as the language does: quotation marks and apostrophes, dashes, ellipses, and spaces at which no line breaks
   * (between a figure and its unit), in texts, tables and charts. Code, addresses, ids and data files stay as they are. Default true.
   */
  readonly typography?: boolean;
  /**
   * What the PDF does with what a page on a screen shows on demand. `chartDetails`: descriptions and figures of charts stand after each
   * chart (`after`, the default), in an appendix, or are left out (`none`; the short description stays). `notes`: at the foot of the page
   * that refers to them first (`foot`, the default), or in a list at the end.
   */
  readonly pages?: Partial<PagesOptions>;
  /** What becomes of figures that the author says in words (`twelve offences`, `doubled`), which nobody can trace. Default `warn`. */
  readonly saidFigures?: "warn" | "error" | "ignore";
  /**
   * Names with digits that are no figures, as they are written: `Covid-19`, `Area 51`. Dates, ages, laws and the like need not be
   * declared. A number with what it counts is no name, and an error.
   */
  readonly names?: readonly string[];
  readonly datasets: D;
  readonly parameters?: P;
  readonly claims: (context: BriefingContext<D, P>) => C;
  readonly tables?: (context: BriefingContext<D, P>) => Readonly<Record<string, TableSpec>>;
  readonly charts?: Readonly<Record<string, BriefingChart<BriefingContext<D, P>>>>;
  /** What `{{image "id"}}` shows. The shipped templates know `logo`, in their masthead, and `cover`. */
  readonly images?: Readonly<Record<string, BriefingImage>>;
  /** A file, a text, or the name of a template that ships with the package. */
  readonly template: URL | TemplateSource | ShippedTemplateName;
  /** Partials of your own, by name; they replace the shipped ones of the same name. */
  readonly partials?: Readonly<Record<string, URL | TemplateSource>>;
  /** Stylesheets after the shipped one, which they refine. */
  readonly stylesheets?: readonly (URL | TemplateSource)[];
  /** Stand in for the shipped fonts. */
  readonly fonts?: readonly FontFileSpec[];
  /** Stands before what the stylesheets' `--chart-…` say, property by property. With a colour in it, charts stay as they are on dark pages. */
  readonly chartTheme?: Partial<ChartTheme>;
  /**
   * Sensitive topics that it is about, by id or of your own: their helplines are printed by `{{#helplines}}`, and words
   * that harm those concerned are warnings.
   */
  readonly topics?: readonly (TopicId | TopicSpec)[];
  /** Where its readers are, for helplines: ISO 3166, `GB` or `GB-WLS`. Default: the region of `lang`, or everywhere. */
  readonly region?: string;
  /**
   * Files inside the PDF: `data`, each dataset as CSV with markers in place of suppressed cells; `claims`, what
   * it prints and where each figure comes from, as JSON (`BriefingRecord`). None where absent.
   */
  readonly attach?: readonly AttachmentKind[];
  /**
   * The files carry what a stranger needs to work their figures out again (`briefwright verify`): the protected cells that
   * printed figures rest on, and where each figure stands. `publish`: all of these may be published, also counts under 10
   * that no disclosure control protects and the briefing does not print. Default false.
   */
  readonly verifiable?: Verifiable;
  /**
   * In the HTML, each paragraph, table and chart leads to an entry at its end that says where its figures come from: the cells
   * of the data, their sources, and how they were rounded. It shows cells that the briefing itself does not print; `publish`
   * is as in `verifiable`. Default false.
   */
  readonly trail?: Trail;
  /** Metadata of both outputs. */
  readonly author?: string;
  /** Metadata of both outputs: a small template, as the title is. */
  readonly description?: string;
}

/** A checked briefing. It is compiled once, when it is first used. */
export interface Briefing<
  D extends Definitions = Definitions,
  P extends Parameters<D> = Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>> = Readonly<Record<string, ClaimSpec>>,
> {
  readonly kind: "briefing";
  readonly spec: BriefingSpec<D, P, C>;
  readonly files: FileReader;
}
