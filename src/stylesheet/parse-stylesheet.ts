import type { CssNode } from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";
import { parseNested } from "./nested-parser.ts";
import { rulesIn, type StylesheetRule } from "./rules.ts";

/** A stylesheet as text, and its file name for diagnostics. */
export interface Stylesheet {
  readonly text: string;
  readonly file?: string | undefined;
}

/** Something that is not CSS; it is left out. */
export interface SyntaxProblem {
  readonly message: string;
  readonly source: SourceLocation;
}

/** A stylesheet that has been read: it stands wherever a `Stylesheet` is asked for, and is not parsed again. */
export interface ParsedStylesheet extends Stylesheet {
  /** All of it, values of custom properties as raw text (see `declarationValue`). */
  readonly tree: CssNode;
  /** The rules one by one, in the order of the text. */
  readonly rules: readonly StylesheetRule[];
  readonly problems: readonly SyntaxProblem[];
}

export interface ParseStart {
  /** Where the text starts in its file, from 1, for a `<style>` inside HTML. */
  readonly line?: number;
  readonly column?: number;
}

/** Parses a stylesheet, unless it has been parsed already. Never throws: what is not CSS is among the problems. */
export function parseStylesheet(
  sheet: Stylesheet | ParsedStylesheet,
  { line = 1, column = 1 }: ParseStart = {},
): ParsedStylesheet {
  if ("tree" in sheet) return sheet;
  const { text, file } = sheet;
  const problems: SyntaxProblem[] = [];
  const tree = parseNested(text, {
    positions: true,
    line,
    column,
    onParseError: ({ message, line, column }) =>
      problems.push({ message, source: file === undefined ? { line, column } : { file, line, column } }),
  });
  let rules: readonly StylesheetRule[] | undefined;
  return {
    text,
    file,
    tree,
    problems,
    get rules() {
      rules ??= rulesIn(tree);
      return rules;
    },
  };
}
