import type { Nodes, Root } from "hast";
import { BriefingError, type DiagnosticCode } from "../diagnostics/index.ts";
import { parseFragment } from "./parse-fragment.ts";

/** References to the noncharacters that tracing marks are made of: U+FDD0 to U+FDEF, 64976 to 65007. */
const markReference = /&#(?:x0*fd[de][0-9a-f]|0*(?:6497[6-9]|649[89]\d|6500[0-7]));?/gi;

/** Stands after the last character. If it is no comment in the tree, the text ended inside something and was lost. */
const endOfText = "end of text";

/**
 * Parses what stands in `<body>` (HTML Living Standard, 13.4). Positions are not asked for: they would be those of the
 * rendered text, which nobody wrote, at the price of half the parsing time.
 *
 * A character reference cannot forge a tracing mark. Throws a `BriefingError` if elements are nested past all sense, or
 * if something that is never closed swallows the rest of the text.
 */
export function parseBody(html: string): Root {
  const text = `${html.replaceAll(markReference, "")}<!--${endOfText}-->`;
  const tree = toTree(text);
  if (!reachesEnd(tree)) {
    throw refusal(
      "unclosed-html",
      "The template ends inside a tag, a comment or an element that holds no elements, so that text would be lost.",
      'Look for an attribute without its closing quotation mark, a "<!--" without "-->", or an unclosed <title>, <style>, <script>, <textarea> or <template>.',
    );
  }
  return tree;
}

function toTree(text: string): Root {
  try {
    return parseFragment(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refusal(
      "nested-too-deeply",
      "The template's elements are nested too deeply to be read.",
      "Look for a partial that includes itself, or an element that a loop opens and never closes.",
    );
  }
}

const reachesEnd = (node: Nodes): boolean =>
  node.type === "comment"
    ? node.value === endOfText
    : "children" in node && node.children.toReversed().some(reachesEnd);

const refusal = (code: DiagnosticCode, message: string, hint: string) =>
  new BriefingError([{ code, severity: "error", message, hint }]);
