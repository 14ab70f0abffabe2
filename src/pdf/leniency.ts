import { createDiagnostics, type Diagnostic, type DiagnosticDetails, type Diagnostics } from "../diagnostics/index.ts";

/** What may be let pass: codes of errors that have something to stand in for what is missing. */
export const leniencies = [
  "missing-alt",
  "missing-language",
  "missing-title",
  "missing-glyph",
  "unknown-image",
  "unknown-image-format",
  "damaged-image",
  "cmyk-image",
  "svg-syntax",
  "svg-too-deep",
  "svg-too-large",
  "unsupported-element",
] as const;

/** What stops a PDF, and may be let pass: `missing-alt`, `missing-glyph` and so on. */
export type Leniency = (typeof leniencies)[number];

/**
 * `true`: all of them; a list: these. `false`: none, and errors do not speak of it. Absent: none, and an error that could be
 * let pass says so.
 */
export type LenientOption = boolean | readonly Leniency[];

export interface LenientDiagnostics extends Diagnostics {
  /** Something was let pass: the document may not be called accessible. */
  readonly hasPassed: boolean;
}

/** Collects diagnostics; errors that are let pass become warnings. */
export function createLenientDiagnostics(lenient: LenientOption | undefined): LenientDiagnostics {
  const diagnostics = createDiagnostics();
  const passing: ReadonlySet<string> = new Set(lenient === true ? leniencies : lenient || []);
  for (const code of passing) if (!isLeniency(code)) rejectLeniency(code, diagnostics);
  const known: ReadonlySet<string> = new Set(lenient === false ? [] : leniencies);
  /** The way out is said once for each code. */
  const said = new Set<string>();
  let hasPassed = false;

  function judged<T extends DiagnosticDetails>(found: T): T & { readonly passes: boolean } {
    const passes = passing.has(found.code);
    hasPassed ||= passes;
    const hasWayOut = !passes && known.has(found.code) && !said.has(found.code);
    said.add(found.code);
    const hint = hasWayOut ? [found.hint, wayOut(found.code)].join(" ").trim() : found.hint;
    return { ...found, hint, passes };
  }

  function add(all: readonly Diagnostic[]): void {
    for (const found of all) {
      if (found.severity === "warning") diagnostics.add([found]);
      else error(found);
    }
  }

  function error(details: DiagnosticDetails): void {
    const { passes, ...found } = judged(details);
    if (passes) diagnostics.warn(found);
    else diagnostics.error(found);
  }

  return {
    all: diagnostics.all,
    warn: diagnostics.warn,
    error,
    add,
    addError: diagnostics.addError,
    collect: diagnostics.collect,
    throwIfErrors: diagnostics.throwIfErrors,
    get hasPassed() {
      return hasPassed;
    },
  };
}

const isLeniency = (code: string) => (leniencies as readonly string[]).includes(code);

function rejectLeniency(code: string, diagnostics: Diagnostics): void {
  diagnostics.error({
    code: "invalid-option",
    message: `"${code}" is nothing that can be let pass.`,
    hint: `These can: ${leniencies.join(", ")}.`,
    source: { field: "lenient" },
  });
}

const wayOut = (code: string) =>
  `Or let it pass, in a file that does not claim PDF/UA: lenient (--lenient, --allow ${code}).`;
