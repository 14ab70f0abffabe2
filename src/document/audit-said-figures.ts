import type { Diagnostics } from "../diagnostics/index.ts";
import type { DataWords, Words } from "../language/index.ts";
import { contextOf } from "./audit-figures.ts";
import { hasJoiners, readApart, readLetters } from "./read-letters.ts";
import { joinFlow, pieceAt, type TextFlow } from "./text-flow.ts";

/** What becomes of a figure that the author says in words. */
export type SaidFigures = "warn" | "error" | "ignore";

/**
 * The figure audit of numbers said in words: `twelve offences`, `doubled`, `a third of`. It reads what the author typed as it
 * looks, across markup, in the language of the document, and rather misses one than takes an idiom for a figure. The same
 * words are reported once.
 */
export function auditSaidFigures(
  flows: readonly TextFlow[],
  { saidFigures, dataWords }: Pick<Words, "saidFigures"> & { readonly dataWords: DataWords | undefined },
  report: Diagnostics["warn"],
): void {
  const reported = new Set<string>();
  const readAs = (flow: TextFlow, read: (text: string) => string) => {
    const joined = joinFlow(flow, read);
    for (const { text: said, index } of saidFigures(joined.text, dataWords?.isMeasured)) {
      if (flow.pieces[pieceAt(joined, index)]?.run) continue;
      const message = `"${said}" in ${flow.where} says a figure in words, which cannot be traced: "${contextOf(joined.text, index, said)}".`;
      if (reported.has(message)) continue;
      reported.add(message);
      report({
        code: "said-figure",
        message,
        hint: `Print it with {{claim}}, or write {{literal "${said}"}} if it is not a figure of the data.`,
        source: flow.source,
      });
    }
  };
  // An invisible character may be within a word or between two.
  for (const flow of flows) {
    const typed = flow.pieces.filter(({ run }) => !run);
    if (typed.length > 0) readAs(flow, readLetters);
    if (typed.some(({ text }) => hasJoiners(text))) readAs(flow, readApart);
  }
}
