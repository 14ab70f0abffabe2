import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { parseFragment } from "parse5";
import { BriefingError } from "../diagnostics/index.ts";

/** References to the noncharacters that tracing marks are made of: U+FDD0 to U+FDEF, 64976 to 65007. */
const markReference = /&#(?:x0*fd[de][0-9a-f]|0*(?:6497[6-9]|649[89]\d|6500[0-7]));?/gi;

/**
 * Parses what stands in `<body>` (HTML Living Standard, 13.4). Positions are not asked for: they would be those of the
 * rendered text, which nobody wrote, at the price of half the parsing time.
 *
 * A character reference cannot forge a tracing mark. Throws a `BriefingError` if elements are nested past all sense.
 */
export function parseBody(html: string): Root {
  try {
    return fromParse5(parseFragment(html.replaceAll(markReference, ""), { scriptingEnabled: false })) as Root;
  } catch (error) {
    // The parser's tree is copied by recursion, which ends here some two thousand elements down.
    if (!(error instanceof RangeError)) throw error;
    throw new BriefingError([
      {
        code: "nested-too-deeply",
        severity: "error",
        message: "The template's elements are nested too deeply to be read.",
        hint: "Look for a partial that includes itself, or an element that a loop opens and never closes.",
      },
    ]);
  }
}
