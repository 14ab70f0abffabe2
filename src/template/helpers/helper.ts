import type { RenderedChart } from "../../charts/index.ts";
import type { Claim, ClaimTable } from "../../claims/index.ts";
import type { Source } from "../../dataset/index.ts";
import type { Rendering, TemplateImage } from "../rendering.ts";

/** What an argument of a helper is, by kind. Ids arrive as the thing that they name; unknown ones never arrive. */
export interface ArgumentTypes {
  readonly claim: Claim;
  readonly chart: RenderedChart;
  readonly table: ClaimTable;
  readonly image: TemplateImage;
  readonly source: Source;
  /** Words of the shipped templates, by name. */
  readonly phrase: string;
  /** The meaning of a marker. */
  readonly symbol: string;
  /** Words to be printed: escaped HTML text with its marks. */
  readonly text: string;
  /** Words that are not printed as they are: a class, a language tag, an ISO date. */
  readonly name: string;
  /** Words that the author declares to be no figure of the data. Plain text. */
  readonly literal: string;
  readonly flag: boolean;
  readonly any: unknown;
}

export type ArgumentKind = keyof ArgumentTypes;

type ArgumentsOf<P extends readonly ArgumentKind[]> = { -readonly [I in keyof P]: ArgumentTypes[P[I]] };
type HashOf<H extends Readonly<Record<string, ArgumentKind>>> = { readonly [K in keyof H]?: ArgumentTypes[H[K]] };

/** What may be checked of a call before anything runs. */
export interface HelperSignature {
  readonly name: string;
  /** `text` may stand in attribute values too, `elements` may not; `values` are for other helpers and print nothing. */
  readonly makes: "text" | "elements" | "values";
  /** Whether it wraps content: `{{#name}}…{{/name}}`. Default: never. */
  readonly block?: "always" | "optional";
  readonly parameters: readonly ArgumentKind[];
  /** Kind of any number of further arguments. */
  readonly rest?: ArgumentKind;
  readonly hash?: Readonly<Record<string, ArgumentKind>>;
}

export interface HelperCall<H> {
  readonly rendering: Rendering;
  readonly hash: H;
  /** The further arguments. */
  readonly rest: readonly unknown[];
  /** Index of the position of the call. */
  readonly position: number;
  /** Renders what a block holds; undefined where the call is not a block. HTML text. */
  readonly content?: (() => string) | undefined;
  /** Renders what stands after its `{{else}}`; empty text where it has none. */
  readonly otherwise?: (() => string) | undefined;
}

export interface Helper extends HelperSignature {
  /** Text and elements are given as HTML text. */
  run(call: HelperCall<Readonly<Record<string, unknown>>>, ...args: unknown[]): unknown;
}

interface HelperDefinition<
  P extends readonly ArgumentKind[],
  H extends Readonly<Record<string, ArgumentKind>>,
  M extends Helper["makes"],
> extends HelperSignature {
  readonly makes: M;
  readonly parameters: P;
  readonly hash?: H;
  run(
    call: HelperCall<HashOf<H>>,
    ...args: Extract<ArgumentsOf<P>, readonly unknown[]>
  ): M extends "values" ? unknown : string;
}

/** Types a helper's arguments from the kinds that it declares. */
export function defineHelper<
  const P extends readonly ArgumentKind[],
  const H extends Readonly<Record<string, ArgumentKind>>,
  const M extends Helper["makes"],
>(definition: HelperDefinition<P, H, M>): Helper;
export function defineHelper(definition: Helper): Helper {
  return definition;
}
