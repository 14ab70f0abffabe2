/**
 * preview/: briefings on a local page, while they are written.
 *
 * In: a `Bench` that makes briefings. Out: a server for one person's browser.
 *
 *   browser ──▶ guard (who may ask) ──▶ server ──▶ bench (another process, which runs the author's module)
 *
 * Guarantees
 * - What is shown is what the bench made, byte for byte: there is no second way to render.
 * - Other sites cannot read it: a request names this server as its host and as its origin. Where others can reach the address, it
 *   takes a token too.
 * - A briefing that cannot be made says why, and the last page that could be made stays in sight.
 * - An answer that has begun is brought to its end, whatever becomes of the bench: its last line says what went wrong.
 * - Of hidden cells it knows no more than the files do.
 * Not its job: reading modules and data, watching files.
 */
export {
  type Bench,
  BenchError,
  type EarlyPage,
  type PreviewData,
  type PreviewFigure,
  type PreviewPage,
  type PreviewPlan,
  type PreviewProblem,
} from "./bench.ts";
export { type PreviewServer, startPreviewServer } from "./preview-server.ts";
