import type { BriefingContext, Definitions, Figures, Parameters } from "./briefing-spec.ts";

/** The context of a briefing whose datasets and parameters are not known to the compiler. */
export type AnyContext = BriefingContext<Definitions, Parameters>;

interface ContextParts {
  readonly datasets: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly figures: Figures;
}

const figureNames = { figure: true, interval: true, limits: true, bounds: true } as const satisfies Record<
  keyof Figures,
  true
>;

/** What no dataset and no parameter may be called: every context and every template has something of that name. */
export const reservedNames: readonly string[] = [...Object.keys(figureNames), "title", "lang", "date"];

/** What claims, tables and charts are made from. */
export function createContext(parts: ContextParts): AnyContext;
/** A type of all names says of each that it is dataset, parameter and function at once: no object can be put together as one. */
export function createContext({
  datasets,
  parameters,
  figures: { figure, interval, limits, bounds },
}: ContextParts): object {
  return { ...datasets, ...parameters, figure, interval, limits, bounds };
}
