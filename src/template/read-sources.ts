import Handlebars from "handlebars";
import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import type { Compilation, PartialCall } from "./compilation.ts";
import { type HtmlContext, plainContext, startOfText } from "./html-context.ts";
import { prepareProgram } from "./prepare-program.ts";
import type { TemplateSource } from "./template-source.ts";
import { withoutMarks } from "./traced-text.ts";

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
  for (const { name, partial, position, fallback } of partialCalls) {
    // Within a partial the block of its own call may be meant.
    if (partial === undefined && !fallback && compilation.blockPartials.has(name))
      compilation.error(
        {
          code: "misplaced-partial",
          message: `The partial "${name}" sets what it is called with, and is called with nothing.`,
          hint: `Write {{#> ${name}}} … {{/${name}}}.`,
        },
        position,
      );
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

/** Reads one source. A syntax error becomes a diagnostic with its line, and undefined is given. */
function parseTemplate({ text, file }: TemplateSource, diagnostics: Diagnostics): hbs.AST.Program | undefined {
  const clean = withoutMarks(text);
  try {
    return Handlebars.parse(clean);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const open = unclosedBlock(clean);
    const mismatch = /^(\S+) doesn't match (\S+)/u.exec(error.message);
    const expression = /Parse error on line (\d+)/u.exec(error.message);
    const at = error as { lineNumber?: number; column?: number };
    if (mismatch) {
      diagnostics.error({
        code: "template-syntax",
        message: `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}.`,
        hint: `Close it with {{/${mismatch[1]}}}.`,
        source: { file, line: at.lineNumber, column: at.lineNumber ? (at.column ?? 0) + 1 : undefined },
      });
    } else if (open && error.message.includes("got 'EOF'")) {
      diagnostics.error({
        code: "template-syntax",
        message: `{{#${open.name}}} is never closed.`,
        hint: `Add {{/${open.name}}}.`,
        source: { file, line: open.line, column: open.column },
      });
    } else {
      diagnostics.error({
        code: "template-syntax",
        message: `The template cannot be read here: ${excerpt(error.message)}.`,
        hint: 'Helpers are written {{name "id" option="text"}}, blocks {{#name}}…{{/name}}.',
        source: { file, line: expression ? Number(expression[1]) : undefined },
      });
    }
    return undefined;
  }
}

/** The text around the place, from the parser's message: its second line. */
function excerpt(message: string): string {
  const line = message.split("\n")[1]?.trim();
  return line ? `\`${line}\`` : message;
}

/** The innermost block that is opened and never closed. */
function unclosedBlock(text: string): { name: string; line: number; column: number } | undefined {
  const open: { name: string; offset: number }[] = [];
  const code = text.replaceAll(/\{\{~?!--.*?--~?\}\}|\{\{~?!.*?\}\}/gsu, (comment) =>
    comment.replaceAll(/[^\n]/gu, " "),
  );
  for (const { 1: sign, 2: name, index } of code.matchAll(/\{\{~?([#/])[>*]?\s*([^\s}~]+)/gu)) {
    if (sign === "#") open.push({ name: name as string, offset: index });
    else open.pop();
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const before = text.slice(0, last.offset).split("\n");
  return { name: last.name, line: before.length, column: (before.at(-1) as string).length + 1 };
}
