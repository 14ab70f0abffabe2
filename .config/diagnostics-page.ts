// Writes the tables of src/diagnostics/README.md from the registries of codes:
//   npx jiti .config/diagnostics-page.ts
// A test fails when they are not current.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codeTables } from "../test/diagnostics/code-tables.ts";

const path = fileURLToPath(new URL("../src/diagnostics/README.md", import.meta.url));
const readme = readFileSync(path, "utf8");
writeFileSync(
  path,
  readme.replace(
    /<!-- tables -->[\s\S]*<!-- end of tables -->/,
    () => `<!-- tables -->\n\n${codeTables()}\n\n<!-- end of tables -->`,
  ),
);
