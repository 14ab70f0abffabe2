import Handlebars from "handlebars";
import type { Diagnostics } from "../diagnostics/index.ts";
import type { TemplateSource } from "./template-source.ts";
import { withoutMarks } from "./traced-text.ts";

/** Reads one source. A syntax error becomes a diagnostic with its line, and undefined is given. */
export function parseTemplate({ text, file }: TemplateSource, diagnostics: Diagnostics): hbs.AST.Program | undefined {
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
