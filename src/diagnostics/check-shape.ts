import type * as z from "zod";
import { BriefingError } from "./briefing-error.ts";
import type { DiagnosticCode } from "./codes/index.ts";
import type { Diagnostic, SourceLocation } from "./diagnostic.ts";
import { listed } from "./listed.ts";
import { didYouMean } from "./nearest.ts";

interface ShapeReport {
  readonly code: DiagnosticCode;
  /** What has the shape, to begin a sentence: `The briefing`. */
  readonly what: string;
  readonly source?: SourceLocation | undefined;
}

/**
 * Checks that a value has the shape of its type: modules are run without a compiler's check, and a part that is missing or misspelt
 * would be ignored, or end in an exception far from where it stands.
 * @throws BriefingError with everything that is wrong, each with the names on the way to it, in the words of whoever wrote the value.
 */
export function checkShape<T>(
  value: unknown,
  schema: z.ZodType<T>,
  { code, what, source = {} }: ShapeReport,
): asserts value is T {
  const { error } = schema.safeParse(value, { error: say, jitless: true });
  const diagnostics = (error?.issues ?? []).map((issue): Diagnostic => {
    const { path, message } = nearestMiss(issue);
    const field = path.join(".");
    const problem = message.startsWith("Invalid") ? "cannot be read" : message;
    return {
      code,
      severity: "error",
      message: `${what} is wrong: ${field || "it"} ${problem}${/[.?]$/.test(problem) ? "" : "."}`,
      source: field === "" ? source : { ...source, field },
    };
  });
  if (diagnostics.length > 0) throw new BriefingError(diagnostics);
}

/** What types are called by people who write a definition in TypeScript or JSON. */
const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** zod's own words where this has none. */
const say: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return "is missing";
    return `has to be ${typeNames[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === "invalid_value") return `has to be ${either(issue.values)}`;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `has no "${key}". ${didYouMean(key, keysOf(issue.inst))}`).join(" ");
  if (issue.code === "invalid_union" && issue.discriminator !== undefined && "options" in issue)
    return `has to be ${either(issue.options as readonly string[])}`;
  if (issue.code === "too_small" && issue.origin === "array") return "has to have something in it";
  return undefined;
};

const either = (values: readonly unknown[]): string =>
  listed(
    values.map((value) => (typeof value === "string" ? `"${value}"` : String(value))),
    "or",
  );

/** The names that an object may have, for a hint. */
const keysOf = (schema: unknown): readonly string[] =>
  Object.keys((schema as Partial<z.ZodObject> | undefined)?.shape ?? {});

interface Miss {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of a value that may have several shapes, the problem of the shape that it comes nearest to. */
function nearestMiss(issue: z.core.$ZodIssue): Miss {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const shapes = issue.errors.map((problems) => problems.map(nearestMiss));
  const depth = (shape: readonly Miss[]) => Math.max(...shape.map(({ path }) => path.length));
  const [nearest] = [...shapes].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  const [first] = nearest ?? [];
  if (nearest && first && depth(nearest) > 0) return { path: [...issue.path, ...first.path], message: first.message };
  const asked = new Set(shapes.flatMap((shape) => shape.map(({ message }) => message.replace(/^has to be /, ""))));
  return { path: issue.path, message: asked.has("is missing") ? "is missing" : `has to be ${[...asked].join(" or ")}` };
}
