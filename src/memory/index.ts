/**
 * memory/: what has V8 collect sooner than it would.
 *
 * In: that a piece of work is done. Out: nothing; garbage is collected beside the next piece, or, in the midst of a large one, before it goes on.
 * Guarantees
 * - Nobody is kept waiting but who asks for that, and no flag of the process is touched.
 * Not its job: how much anything may take (batch/).
 */
export { createCollector } from "./create-collector.ts";
export { createMidwayCollector } from "./create-midway-collector.ts";
