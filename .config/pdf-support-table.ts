// Writes the tables of src/pdf/README.md from the registries of CSS properties and HTML elements:
//   npx jiti .config/pdf-support-table.ts
// A test fails when they are not current.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { supportTables } from "../test/pdf/support-tables.ts";

const path = fileURLToPath(new URL("../src/pdf/README.md", import.meta.url));
const readme = readFileSync(path, "utf8");
writeFileSync(
  path,
  readme.replace(
    /<!-- tables -->[\s\S]*<!-- end of tables -->/,
    () => `<!-- tables -->\n\n${supportTables()}\n\n<!-- end of tables -->`,
  ),
);
