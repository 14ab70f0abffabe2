import type { Color, LengthContext, ValueNodes } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "./computed-style.ts";

/** What a specified value needs to become a computed one. Sizes in pt. While `font-size` itself is computed, `fontSize` is the parent's. */
export interface ComputeContext extends LengthContext {
  readonly parent: ComputedStyle;
  /** Of the font size `medium`: less for monospaced text. */
  readonly mediumSize: number;
  /** The element's own colour; the parent's while `color` itself is computed. */
  readonly color: Color;
}

/** A specified value, compiled: a function from the element's surroundings to its computed value. */
export type Compute<T> = (context: ComputeContext) => T;

/** What there is to know of a longhand property beside its name, which is that of its field. */
export interface PropertyRecord<T> {
  /** Absent: not inherited. */
  readonly inherited?: boolean | undefined;
  readonly initial: T;
  /** For an initial value that depends on the element, such as currentcolor; `initial` stands for it without one. */
  readonly computeInitial?: Compute<T> | undefined;
  /** What it takes, in words or CSS value syntax, for the table in the README. */
  readonly values: string;
  /** Undefined: not a value that is supported. */
  parse(nodes: ValueNodes): Compute<T> | undefined;
}

/** The records that one file of properties has, or all of them. */
export type PropertyRecords = { readonly [Field in keyof ComputedStyle]?: PropertyRecord<ComputedStyle[Field]> };

/** One longhand property that the formatter supports. */
export interface Property<T> extends PropertyRecord<T> {
  /** As written in CSS. */
  readonly name: string;
  readonly inherited: boolean;
}

/** A shorthand: one declaration that sets several longhands. */
export interface Shorthand {
  readonly name: string;
  readonly longhands: readonly string[];
  readonly values: string;
  /** The nodes for each longhand; a longhand that is absent takes its initial value. Undefined: not supported. */
  expand(nodes: ValueNodes): Readonly<Record<string, ValueNodes>> | undefined;
}

/** The longhands that a shorthand names; those without nodes take their initial value. */
export const namedLonghands = (parts: Readonly<Record<string, ValueNodes>>): Readonly<Record<string, ValueNodes>> =>
  Object.fromEntries(Object.entries(parts).filter(([, nodes]) => nodes.length > 0));
