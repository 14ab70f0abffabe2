import { type CompiledSpec, type CompileSpecOptions, compileSpec } from "./compile-spec.ts";
import { keptExpressions } from "./vega/kept-expressions.ts";
import type { FieldTitle, VegaModules } from "./vega/vega-modules.ts";

export interface RecentSpec {
  readonly compiled: CompiledSpec;
  /** What makes functions of its expressions; undefined where they are interpreted. */
  readonly expressions: object | undefined;
}

interface Kept extends RecentSpec {
  /** Whether its axes and legends would be called the same. */
  readonly isTitledSo: (fieldTitle: FieldTitle) => boolean;
}

/** Of recipes, some megabytes. */
const most = 12;
/** Characters: longer ones hold maps. */
const longest = 200_000;

/** By all that they were compiled from; what was asked for last comes last. */
const recent = new Map<string, Kept>();

/**
 * Compiles a spec, or gives what was compiled of the same one before: a program that draws charts by a recipe makes the same spec for each. The last few of
 * recipes are kept, with nothing to say of them; rows are in none of them.
 */
export function compileRecent(modules: VegaModules, options: CompileSpecOptions): RecentSpec | undefined {
  const key = keyOf(options);
  if (key === undefined) return compileAnew(modules, options);
  const known = recent.get(key);
  const isKnown = known?.isTitledSo(options.fieldTitle) === true;
  const { all } = options.diagnostics;
  const saidBefore = all.length;
  const made = isKnown ? known : compileAnew(modules, options);
  recent.delete(key);
  if (!made || options.diagnostics.all.length > saidBefore) return made;
  if (recent.size === most) recent.delete(recent.keys().next().value as string);
  recent.set(key, made);
  return made;
}

function keyOf({ prepared, config, trusted, isOfRecipe }: CompileSpecOptions): string | undefined {
  if (!isOfRecipe || prepared.dataset === undefined || "datasets" in prepared.spec) return undefined;
  const key = JSON.stringify([prepared.spec, config, trusted, prepared.dataset]);
  return key.length > longest ? undefined : key;
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
      isTitledSo: (other) => asked.every(([field, titles, title]) => other(field, titles) === title),
    }
  );
}
