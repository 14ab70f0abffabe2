import type { RenderedTemplate, TracedRun } from "../../src/template/traced-text.ts";

/** Writes marks as the template stage does, so that a test can state a page as text. */
export function createPage() {
  const runs: TracedRun[] = [];
  const positions: { file: string; line: number; column: number }[] = [];
  const run = (text: string, origin: TracedRun) => `\uFDD0${runs.push(origin) - 1}\uFDD1${text}\uFDD2`;
  return {
    run,
    claim: (text: string, value: number | null = null, id = "rise") => run(text, { kind: "claim", id, value }),
    cell: (text: string, value: number | null, id = "by-year/1") =>
      run(text, { kind: "cell", id, value, origin: null }),
    literal: (text: string) => run(text, { kind: "literal" }),
    metadata: (text: string) => run(text, { kind: "metadata" }),
    /** Marks each run of digits as typed on this line, at the column where it stands in `text`. */
    typed: (text: string, line = 1) =>
      text.replaceAll(/\p{N}+/gu, (digits, offset: number) => {
        const index = positions.push({ file: "regional.hbs", line, column: offset + 1 }) - 1;
        return `\uFDD3${index}\uFDD1${digits}`;
      }),
    rendered: (html: string, { title = "A briefing", description = "", lang = "en-GB" } = {}): RenderedTemplate => ({
      html,
      title,
      description,
      lang,
      runs,
      rows: [],
      positions,
      diagnostics: [],
      printed: { figures: new Set(), charts: new Set() },
    }),
  };
}
