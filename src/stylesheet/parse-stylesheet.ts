import type { CssNode } from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";
import { locationOf } from "./location.ts";
import { mostParts } from "./nest-selector.ts";
import { parseNested } from "./nested-parser.ts";
import { deepestBrackets, upToDepth } from "./nesting-depth.ts";
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
  const shallow = upToDepth(text);
  if (shallow !== undefined) problems.push(tooDeep(shallow, { line, column, file }));
  const tree = parseNested(shallow ?? text, {
    positions: true,
    filename: file ?? "",
    line,
    column,
    onParseError: ({ message, line, column }) =>
      problems.push({ message, source: file === undefined ? { line, column } : { file, line, column } }),
  });
  let known: readonly StylesheetRule[] | undefined;
  const rules = () => {
    known ??= rulesIn(tree, (rule) =>
      problems.push({
        message: `The selectors of nested rules come to more than ${mostParts} parts here; the rule is left out`,
        source: locationOf(rule, file),
      }),
    );
    return known;
  };
  return {
    text,
    file,
    tree,
    get problems() {
      rules();
      return problems;
    },
    get rules() {
      return rules();
    },
  };
}

function tooDeep(
  before: string,
  { line, column, file }: Required<ParseStart> & Pick<Stylesheet, "file">,
): SyntaxProblem {
  const lines = before.split("\n");
  const last = lines.at(-1) ?? "";
  const at = { line: line + lines.length - 1, column: (lines.length > 1 ? 1 : column) + last.length };
  return {
    message: `Brackets are nested more than ${deepestBrackets} deep; what comes after is left out, too`,
    source: file === undefined ? at : { file, ...at },
  };
}
