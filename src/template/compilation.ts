import type { Diagnostic, Diagnostics } from "../diagnostics/index.ts";
import type { NamedKind } from "./named-things.ts";
import type { Positions } from "./positions.ts";

/** An id that a template writes out, with what it stands in. */
export interface StaticReference {
  readonly kind: NamedKind;
  readonly id: string;
  readonly helper: string;
  readonly position: number;
  readonly scope: Guarded;
}

/** Names that may be used there because it stands in `{{#if (has …)}}`, in its own source; `nameKey` each. */
export interface Guarded {
  /** The partial that it stands in; undefined in the template itself. */
  readonly partial: string | undefined;
  readonly guards: ReadonlySet<string>;
}

export interface PartialCall extends Guarded {
  readonly name: string;
  readonly position: number;
  /** It holds content to show where there is no such partial: `{{#> name}}…{{/name}}`. */
  readonly fallback: boolean;
}

export interface VariableUse extends Guarded {
  readonly name: string;
  readonly position: number;
}

/** What is found while the sources of one template are read. */
export interface Compilation {
  readonly diagnostics: Diagnostics;
  readonly positions: Positions;
  readonly references: StaticReference[];
  readonly partialCalls: PartialCall[];
  /** Partials that set what stands between `{{#> name}}` and `{{/name}}`. */
  readonly blockPartials: Set<string>;
  readonly variables: VariableUse[];
  /** Names that calls of partials pass to them: `{{> masthead kicker="…"}}`. */
  readonly partialArguments: Set<string>;
  error(details: Pick<Diagnostic, "code" | "message" | "hint">, position: number): void;
}

export function createCompilation(diagnostics: Diagnostics, positions: Positions): Compilation {
  return {
    diagnostics,
    positions,
    references: [],
    partialCalls: [],
    blockPartials: new Set(),
    variables: [],
    partialArguments: new Set(),
    error: ({ code, message, hint }, position) => {
      const source = positions.all[position];
      diagnostics.error({ code, message, hint, source });
    },
  };
}

/** What may be missing there: its own guards, and those that every call of its partial stands in. */
export function guardsAt(
  { partial, guards }: Guarded,
  calls: readonly PartialCall[],
  within: readonly string[] = [],
): ReadonlySet<string> {
  if (partial === undefined || within.includes(partial)) return guards;
  const callers = calls.filter(({ name }) => name === partial);
  const [first, ...others] = callers.map((call) => guardsAt(call, calls, [...within, partial]));
  const common = [...(first ?? [])].filter((guard) => others.every((other) => other.has(guard)));
  return new Set([...guards, ...common]);
}
