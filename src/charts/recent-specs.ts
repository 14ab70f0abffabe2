import type { SpecFacts } from "./chart-program.ts";
import { type CompiledSpec, type CompileSpecOptions, compileSpec } from "./compile-spec.ts";
import { readMarkChannels } from "./scene-reading/mark-channels.ts";
import { readComputations } from "./spec/read-computations.ts";
import { keptExpressions } from "./vega/kept-expressions.ts";
import type { FieldTitle, VegaModules } from "./vega/vega-modules.ts";

export interface RecentSpec {
  readonly compiled: CompiledSpec;
  /** What makes functions of its expressions; undefined where they are interpreted. */
  readonly expressions: object | undefined;
  readonly computations: SpecFacts["computations"];
  readonly channels: SpecFacts["channels"];
}

interface Kept extends RecentSpec {
  /** Whether its axes and legends would be called the same. */
  readonly isTitledSo: (fieldTitle: FieldTitle) => boolean;
}

/** Specs of recipes that are kept, and characters of them, which are some megabytes. */
const most = 12;
const mostCharacters = 4_000_000;
/** What holds more values is some large map, of which the text alone takes a while to write. */
const mostValues = 100_000;

/** By all that they were compiled from; what was asked for last comes last. */
const recent = new Map<string, Kept>();
let characters = 0;

function keep(key: string, made: Kept): void {
  recent.set(key, made);
  characters += key.length;
  for (const oldest of recent.keys()) {
    if (recent.size <= most && characters <= mostCharacters) return;
    forget(oldest);
  }
}

function forget(key: string): void {
  if (recent.delete(key)) characters -= key.length;
}

/**
 * Compiles a spec, or gives what was compiled of the same one before: a program that draws charts by a recipe makes the same spec for each. The last few of
 * recipes are kept, if there was nothing to say of them.
 */
export function compileRecent(modules: VegaModules, options: CompileSpecOptions): RecentSpec | undefined {
  const key = keyOf(options);
  if (key === undefined) return compileAnew(modules, options);
  const known = recent.get(key);
  const isKnown = known?.isTitledSo(options.fieldTitle) === true;
  const { all } = options.diagnostics;
  const saidBefore = all.length;
  const made = isKnown ? known : compileAnew(modules, options);
  forget(key);
  if (made && options.diagnostics.all.length === saidBefore) keep(key, made);
  return made;
}

function keyOf({ prepared, config, trusted, isOfRecipe }: CompileSpecOptions): string | undefined {
  if (!isOfRecipe || prepared.dataset === undefined || !holdsFew(prepared.spec.datasets)) return undefined;
  return JSON.stringify([prepared.spec, config, trusted, prepared.dataset]);
}

function holdsFew(datasets: unknown): boolean {
  let left = mostValues;
  const isWithin = (value: unknown): boolean => {
    left -= 1;
    if (typeof value !== "object" || value === null) return left > 0;
    return left > 0 && Object.values(value).every(isWithin);
  };
  return isWithin(datasets);
}

function compileAnew(modules: VegaModules, options: CompileSpecOptions): Kept | undefined {
  const asked: (readonly [...Parameters<FieldTitle>, string])[] = [];
  const fieldTitle: FieldTitle = (field, titles) => {
    const title = options.fieldTitle(field, titles);
    asked.push([field, titles, title]);
    return title;
  };
  const compiled = compileSpec(modules, { ...options, fieldTitle });
  return (
    compiled && {
      compiled,
      expressions: options.trusted ? keptExpressions(modules.vega.runtimeContext) : undefined,
      computations: readComputations(compiled.spec),
      channels: readMarkChannels(compiled.spec),
      isTitledSo: (other) => asked.every(([field, titles, title]) => other(field, titles) === title),
    }
  );
}
