import { createRequire } from "node:module";

/** Resolves the packages of test/tools, which has a lock of its own. */
export const checkersRequire = createRequire(new URL("../tools/package.json", import.meta.url));
