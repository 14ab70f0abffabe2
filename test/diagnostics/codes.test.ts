import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { codeTables, diagnosticTables, otherTables } from "./code-tables.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tables = [...diagnosticTables, ...otherTables];
const codes = [...new Set(tables.flatMap(([, table]) => Object.keys(table)))].sort();

describe("the codes of diagnostics", () => {
  it("stand in src/diagnostics/README.md", () => {
    // To bring it up to date: npx jiti .config/diagnostics-page.ts
    const page = readFileSync(join(root, "src/diagnostics/README.md"), "utf8");
    expect(plain(page)).toContain(plain(codeTables()));
  });

  it("stand in one table each", () => {
    const all = diagnosticTables.flatMap(([, table]) => Object.keys(table));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });

  it("are explained in sentences", () => {
    const texts = tables.flatMap(([, table]) =>
      Object.values(table).flatMap(({ meaning, remedy }) => [meaning, remedy]),
    );
    expect(texts.filter((text) => !/^[`A-Z].*[.)]$/.test(text))).toEqual([]);
  });

  it("are each said by the program", () => {
    const sources = textOf("src", (file) => !/diagnostics\/codes\/|(issue|finding)-codes\.ts$/.test(file));
    // template/named-things.ts puts the code of an unknown name together.
    const named = /^unknown-(chart|claim|phrase|source|symbol|table)$/;
    const said = new Set([...wordsIn(sources, /"([\w-]+)(?=")/g), ...wordsIn(sources, /^ +([\w-]+): \[/gm)]);
    expect(codes.filter((code) => !said.has(code) && !named.test(code))).toEqual([]);
  });

  it("are each seen by a test", () => {
    // What the doors declare has all of them.
    const tests = textOf("test", (file) => !/^(?:diagnostics\/codes\.test|package\/api\/)/.test(file));
    const words = wordsIn(tests, /([\w-]+)/g);
    const quoted = wordsIn(tests, /["[](\w+)/g);
    expect(codes.filter((code) => !(code.includes("-") ? words : quoted).has(code))).toEqual([]);
  });
});

const wordsIn = (text: string, pattern: RegExp) => new Set(Array.from(text.matchAll(pattern), ([, word]) => word));

/** However wide a formatter draws the columns. */
const plain = (table: string) => table.replaceAll(/ +/g, " ").replaceAll(/-{3,}/g, "---");

function textOf(folder: string, isRead: (file: string) => boolean): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!package-lock)\.(ts|json|txt|yml)$/.test(file) && isRead(file.replaceAll("\\", "/")))
    .map((file) => readFileSync(join(root, folder, file), "utf8"))
    .join("\n");
}
