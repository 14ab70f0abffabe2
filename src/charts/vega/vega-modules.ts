import type { Changeset, Runtime } from "vega";
import type { JsonObject } from "../json.ts";
import type { TitleConfig, TitledField } from "./field-titles.ts";
import type { RuntimeContext } from "./kept-expressions.ts";
import type { OperatorClasses } from "./lean-operators.ts";
import type { VegaPulse } from "./lean-pulse.ts";
import type { RelayTools } from "./lean-relay.ts";
import type { ExpressionNode, ReadExpression } from "./read-expressions.ts";

/** What Vega says while it works. */
export interface VegaLogger {
  level(): number;
  level(value: number): this;
  error(...parts: readonly unknown[]): this;
  warn(...parts: readonly unknown[]): this;
  info(...parts: readonly unknown[]): this;
  debug(...parts: readonly unknown[]): this;
}

/** The properties of a text item that decide its width. */
export interface TextItem {
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontStyle?: string;
  readonly fontWeight?: string | number;
  /** Widest it may be drawn; longer text ends in an ellipsis. 0 or absent: no limit. */
  readonly limit?: number;
}

export interface TextMetrics {
  width: (item: TextItem, text: string) => number;
}

export interface Scene {
  readonly root: object;
}

export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Of an item and all in it, in px of its parent. */
export interface Bounds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The part of `vega.View` used here, with the two fields that its own headless rendering reads. */
export interface VegaView {
  change(name: string, changeset: Changeset): this;
  /** The rows of a dataset. */
  data(name: string): readonly JsonObject[];
  signal(name: string): unknown;
  signal(name: string, value: unknown): this;
  locale(locale: object): this;
  padding(): Sides;
  padding(value: Sides): this;
  background(): string | null;
  origin(): readonly [number, number];
  scenegraph(): Scene;
  /** Asks for the layout to be done again on the next run. */
  resize(): this;
  run(): this;
  /** Does something when the present run is over; `enqueue`: the next, where there is none. */
  runAfter(callback: (view: VegaView) => void, enqueue?: boolean, priority?: number): void;
  readonly _pulse: object | null;
  finalize(): void;
  readonly _viewWidth: number;
  readonly _viewHeight: number;
}

/** A mark or an item of Vega's scene, as far as what is drawn goes. Positions in px of its parent. */
export interface SceneNode {
  readonly marktype?: string;
  readonly role?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly opacity?: number;
  fill?: unknown;
  readonly fillOpacity?: number;
  stroke?: unknown;
  readonly strokeOpacity?: number;
  readonly strokeWidth?: number;
  readonly blend?: string;
  readonly zindex?: number;
  readonly clip?: unknown;
  readonly bounds?: Bounds;
  readonly datum?: unknown;
  text?: unknown;
  readonly fontSize?: number;
  tooltip?: unknown;
  /** What Vega's SVG writes as the item's `aria-label`; `SvgMarkup` makes a title of it. */
  description?: string | undefined;
  readonly url?: unknown;
  readonly items?: readonly SceneNode[];
}

/** Marks that are one shape of all their items, whose bounds the first has. */
export const isOneShape = ({ marktype }: SceneNode): boolean =>
  marktype === "area" || marktype === "line" || marktype === "trail";

export interface SceneRenderer {
  initialize(
    element: null,
    width: number,
    height: number,
    origin: readonly number[],
    scale: number,
    options?: object,
  ): this;
  background(color: string | null): this;
  /** `types`: of the marks to be drawn; absent: all. Those in groups count. */
  render(root: object, types?: readonly string[]): this;
  /** Draws the items of a mark, and of the marks in it. */
  draw(context: object, mark: SceneNode, ...rest: readonly unknown[]): void;
}

/** What writes numbers and dates, by patterns. */
export interface VegaLocale {
  readonly format: (pattern?: string) => (value: unknown) => string;
}

/** The part of Vega used here. Its own types leave out the renderers and the text metrics; specs are plain data. */
export interface Vega extends OperatorClasses, RelayTools {
  /** `ast`: expressions are kept as syntax trees, for an interpreter to run. */
  readonly parse: (spec: JsonObject, config?: object, options?: { readonly ast: boolean }) => Runtime;
  readonly parseExpression: (text: string) => ExpressionNode;
  /** Number and date formats; parsing their patterns takes a while, so once a chart. */
  readonly locale: (number: object, time: object) => VegaLocale;
  /** Rows of a text, or of JSON, in the format that a spec says. */
  readonly read: (values: unknown, format?: unknown) => unknown;
  readonly changeset: () => Changeset;
  readonly runtimeContext: RuntimeContext;
  readonly textMetrics: TextMetrics;
  readonly random: () => number;
  readonly setRandom: (random: () => number) => void;
  readonly randomLCG: (seed: number) => () => number;
  readonly View: new (runtime: Runtime, options: object) => VegaView;
  readonly SVGStringRenderer: new (
    loader: object,
  ) => SceneRenderer & {
    /** Writes a mark and all that is in it. */
    mark(markup: object, mark: object): void;
    /** Writes the gradients and clips of the marks so far. */
    defs(markup: object): void;
  };
  readonly CanvasRenderer: new (loader: object) => SceneRenderer;
  readonly Bounds: new () => Bounds;
  readonly Pulse: { readonly prototype: VegaPulse };
  /** A step that goes on to what is drawn. */
  readonly Transform: new (
    value: unknown,
    params: object,
  ) => object;
  /** Gives a function that expressions call, or puts another in its place. */
  readonly expressionFunction: (name: string, put?: unknown) => unknown;
  /** By its name in specs, in small letters. */
  readonly transforms: Record<string, object>;
  /** By type; `nested`: all items of a mark make one shape, and it takes the mark in place of an item. */
  readonly Marks: Readonly<
    Record<string, { readonly nested: boolean; bound(bounds: Bounds, item: object): Bounds } | undefined>
  >;
}

/** Titles an axis or a legend that has no title. */
export type FieldTitle = (field: TitledField, config: TitleConfig) => string;

export interface VegaModules {
  readonly vega: Vega;
  /** Vega-Lite's compiler; its own types know specs as unions of thousands of forms. */
  readonly compile: (
    spec: JsonObject,
    options: { readonly config: object; readonly logger: VegaLogger; readonly fieldTitle: FieldTitle },
  ) => { readonly spec: JsonObject };
  /** Reads each text once, for all charts; undefined where Vega cannot read it. */
  readonly readExpression: (text: string) => ReadExpression | undefined;
}
