import { basename, extname } from "node:path";
import type { Briefing } from "../briefing/index.ts";
import type { Dataset } from "../dataset/index.ts";
import { didYouMean } from "../diagnostics/index.ts";
import { fileName } from "./file-name.ts";
import { inputError } from "./input-error.ts";

/** The name of a briefing's files, without folder and extension, from its parameters as they were given. */
export type Namer = (parameters: Readonly<Record<string, string>>) => string;

export interface NamerOptions {
  readonly briefing: Briefing;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly module: string;
  readonly options: { readonly each?: string; readonly name?: string };
}

/**
 * Names by the ids of categories: `{area}` for each area, all category parameters for one briefing, the module's own
 * name for one without any; or by the user's pattern.
 * Throws an `InputError` for a pattern that cannot be used, and where two areas would get one name: before anything is written.
 */
export function createNamer({ briefing, datasets, module, options }: NamerOptions): Namer {
  const specs = briefing.spec.parameters ?? {};
  const pattern = options.name ?? defaultPattern();
  checkPattern(pattern, Object.keys(specs));

  function defaultPattern(): string {
    if (options.each !== undefined) return `{${options.each}}`;
    const categories = Object.keys(specs).filter((name) => specs[name]?.kind === "category");
    return categories.map((name) => `{${name}}`).join("-") || fileName(basename(module, extname(module)));
  }

  /** The id of what was given: its label and aliases name the same file. */
  function idOf(name: string, value: string): string {
    const spec = specs[name];
    if (spec?.kind !== "category") return value;
    return datasets.get(spec.dataset)?.category(spec.dimension, value)?.id ?? value;
  }

  const namer: Namer = (parameters) =>
    pattern.replaceAll(placeholder, (_, name: string) => fileName(idOf(name, parameters[name] ?? "")));

  const each = options.each === undefined ? undefined : specs[options.each];
  if (options.each !== undefined && each?.kind === "category") {
    const categories = datasets.get(each.dataset)?.categories(each.dimension) ?? [];
    checkCollisions(
      categories.map(({ id }) => id),
      (id) => namer({ [options.each as string]: id }),
    );
  }
  return namer;
}

const placeholder = /\{([^{}]*)\}/g;

function checkPattern(pattern: string, known: readonly string[]): void {
  for (const [, name = ""] of pattern.matchAll(placeholder)) {
    if (known.includes(name)) continue;
    throw inputError({
      code: "unknown-parameter",
      message: `The briefing has no parameter "${name}" to name files by.`,
      hint: didYouMean(name, known),
    });
  }
  if (/[<>:"/\\|?*\p{Cc}]/u.test(pattern.replaceAll(placeholder, "")) || /^\.|[. ]$/.test(pattern)) {
    throw inputError({
      code: "invalid-option",
      message: `"${pattern}" cannot be the name of a file on every system.`,
      hint: "Use letters, digits, hyphens and {parameters}; --out takes the folder.",
    });
  }
}

function checkCollisions(ids: readonly string[], nameOf: (id: string) => string): void {
  const firstOf = new Map<string, string>();
  for (const id of ids) {
    const name = nameOf(id);
    const first = firstOf.get(name.toLowerCase());
    if (first !== undefined) {
      throw inputError({
        code: "name-collision",
        message: `"${first}" and "${id}" would both be written to "${name}".`,
        hint: "Change the ids, or give --name a pattern that tells them apart.",
      });
    }
    firstOf.set(name.toLowerCase(), id);
  }
}
