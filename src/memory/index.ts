/**
 * memory/: what has V8 collect sooner than it would.
 *
 * In: that a piece of work is done. Out: nothing; garbage is collected beside the next piece.
 * Guarantees
 * - Nothing is collected at once, and no flag of the process is touched.
 * Not its job: how much anything may take (batch/).
 */
export { createCollector } from "./create-collector.ts";
