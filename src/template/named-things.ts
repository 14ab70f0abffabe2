import { didYouMean } from "../diagnostics/index.ts";
import type { Rendering, TemplateInput } from "./rendering.ts";

/** Things by their ids. */
interface Things {
  has(id: string): boolean;
  get(id: string): unknown;
  keys(): Iterable<string>;
}

/** Those of an object, of which nothing is copied: a template asks for one phrase after the other. */
const thingsOf = (things: Readonly<Record<string, unknown>>): Things => ({
  has: (id) => Object.hasOwn(things, id),
  get: (id) => (Object.hasOwn(things, id) ? things[id] : undefined),
  keys: () => Object.keys(things),
});

const noThings = new Map<string, unknown>();

/** The kinds of argument that are ids, with where each is looked up. */
export const namedThings = {
  claim: (input: TemplateInput) => input.claims,
  chart: (input: TemplateInput) => input.charts,
  table: (input: TemplateInput) => input.tables,
  image: (input: TemplateInput) => input.images ?? noThings,
  source: (input: TemplateInput) => input.sources,
  phrase: ({ words }: TemplateInput) => thingsOf(words.template.phrases),
  symbol: ({ words }: TemplateInput) => thingsOf(words.template.markers),
} as const satisfies Readonly<Record<string, (input: TemplateInput) => Things>>;

export type NamedKind = keyof typeof namedThings;

export const isNamedKind = (kind: string): kind is NamedKind => Object.hasOwn(namedThings, kind);

/** Whether all of these are there: ids by kind, and names of parameters. */
export const hasNames = (input: TemplateInput, names: Readonly<Record<string, string>>): boolean =>
  Object.entries(names).every(([kind, id]) =>
    isNamedKind(kind) ? namedThings[kind](input).has(id) : Object.hasOwn(input.parameters, id),
  );

interface Name {
  readonly kind: NamedKind;
  readonly id: string;
  readonly position: number;
}

/** A name as sets hold it: `claim:rise`. */
export const nameKey = (kind: string, id: string): string => `${kind}:${id}`;

/** The thing of that name, or undefined once an error is reported. */
export function findNamed(rendering: Rendering, name: Name): unknown {
  const found = namedThings[name.kind](rendering.input).get(name.id);
  const isEmpty = name.kind === "chart" && rendering.input.emptyCharts?.has(name.id) === true;
  if (found === undefined && !isEmpty && !rendering.missing.has(nameKey(name.kind, name.id))) {
    reportUnknown(rendering, name);
  }
  return found;
}

export function reportUnknown({ input, error }: Rendering, { kind, id, position }: Name): void {
  const hint = didYouMean(id, namedThings[kind](input).keys());
  error({ code: `unknown-${kind}`, message: `There is no ${kind} "${id}".`, hint }, position);
}
