/**
 * launch/: starts the command line, and the workers that it starts, from the scripts of dist/program.
 *
 * In: the scripts, and code of them that an earlier process compiled. Out: the running program; at its end, what it compiled, kept for
 * the next.
 * Guarantees
 * - What runs is the same with kept code and without. Kept code of another source, version, set of flags or processor is not used, nor
 *   what is damaged or what another user may write.
 * - Nothing is said where nothing can be kept: the next start takes as long as this one.
 * Not its job: the library. Who imports it has Node's own `NODE_COMPILE_CACHE`, on Node 22 and later.
 */
export { userCacheFolder } from "./cache-folder.ts";
export { flagsOfBatch } from "./flags-of-run.ts";
