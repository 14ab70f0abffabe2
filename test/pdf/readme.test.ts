import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { supportTables } from "./support-tables.ts";

it("src/pdf/README.md lists what the registries hold", async () => {
  const readme = await readFile(new URL("../../src/pdf/README.md", import.meta.url), "utf8");
  // To bring it up to date: npx jiti .config/pdf-support-table.ts
  expect(plain(readme)).toContain(plain(supportTables()));
});

/** However wide a formatter draws the columns. */
const plain = (table: string) => table.replaceAll(/ +/g, " ").replaceAll(/ ?-{3,} ?/g, "---");
