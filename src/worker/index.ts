/**
 * worker/: the program that a worker of a batch runs, in a thread or a process of its own.
 *
 * In: messages of batch/ (`batch/workers/messages.ts`): the address of a briefing's module, the protected data, then one set of
 * parameters after another. Out: what was made of each, or the diagnostics of why not.
 * Guarantees
 * - It loads and compiles once, and begins with it before there is data.
 * - It reads no data: it has what was published of them, and nothing else.
 * Not its job: deciding what is made when, limits, files (batch/ and cli/).
 */
export { createReloader, importAsProgram, prepareImport } from "./import-module.ts";
