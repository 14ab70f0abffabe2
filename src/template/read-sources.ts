import { didYouMean } from "../diagnostics/index.ts";
import type { Compilation, PartialCall } from "./compilation.ts";
import { type HtmlContext, plainContext, startOfText } from "./html-context.ts";
import { parseTemplate } from "./parse-template.ts";
import { prepareProgram } from "./prepare-program.ts";
import type { TemplateSource } from "./template-source.ts";

/** Parses and prepares one source of HTML text. Undefined where it cannot be parsed. */
export function readSource(source: TemplateSource, partial: string | undefined, compilation: Compilation) {
  return read(source, { partial, context: startOfText }, compilation);
}

/** The same for a source of plain text. */
export function readPlainSource(source: TemplateSource, compilation: Compilation) {
  return read(source, { partial: undefined, context: plainContext }, compilation);
}

interface SourceKind {
  readonly partial: string | undefined;
  readonly context: HtmlContext;
}

function read(source: TemplateSource, { partial, context }: SourceKind, compilation: Compilation) {
  const program = parseTemplate(source, compilation.diagnostics);
  if (program) prepareProgram(program, { file: source.file, partial, context }, compilation);
  return program;
}

/** Reads the partials that are called, and those that they call; reports the ones that do not exist or call themselves. */
export function readPartials(partials: Readonly<Record<string, TemplateSource>>, compilation: Compilation) {
  const read = new Map<string, hbs.AST.Program | undefined>();
  const { partialCalls } = compilation;
  // The list grows while it is read.
  for (const call of partialCalls) {
    const source = Object.hasOwn(partials, call.name) ? partials[call.name] : undefined;
    if (!source) {
      if (call.fallback) continue;
      compilation.error(
        {
          code: "unknown-partial",
          message: `There is no partial "${call.name}".`,
          hint: didYouMean(call.name, Object.keys(partials)),
        },
        call.position,
      );
    } else if (!read.has(call.name)) {
      read.set(call.name, undefined);
      read.set(call.name, readSource(source, call.name, compilation));
    }
  }
  for (const { name, partial, position } of partialCalls) {
    if (partial === undefined || !reachedFrom(name, partialCalls).has(partial)) continue;
    const message = `The partial "${name}" ends up calling itself.`;
    compilation.error({ code: "circular-partial", message, hint: "Use {{#each}}." }, position);
  }
  return read;
}

/** A partial and all that it calls, directly or not. */
function reachedFrom(name: string, calls: readonly PartialCall[]): ReadonlySet<string> {
  const reached = new Set([name]);
  for (const one of reached) {
    for (const call of calls) if (call.partial === one) reached.add(call.name);
  }
  return reached;
}
