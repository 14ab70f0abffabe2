import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DatasetSpec } from "../../../src/dataset/index.ts";

/** A small table, what the definition says of it, and what is read. */
export interface TableCase {
  readonly title: string;
  /** Parts of the definition, beside those that all cases share. */
  readonly spec: Partial<DatasetSpec>;
  readonly table: string;
  /** The dataset as text, or what is wrong: a line an observation or a diagnostic. */
  readonly expected: string;
}

export const casesFolder = new URL("./cases/", import.meta.url);

/** The cases of all files: `== title`, then the parts `-- spec` (JSON), `-- table` and `-- dataset`. */
export const caseFiles = (): readonly { readonly file: string; readonly cases: readonly TableCase[] }[] =>
  readdirSync(fileURLToPath(casesFolder))
    .sort()
    .map((file) => ({ file, cases: readCases(readFileSync(new URL(file, casesFolder), "utf8")) }));

const readCases = (text: string): readonly TableCase[] =>
  text
    .split(/^== /mu)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.split("\n");
      const body = lines.join("\n");
      const section = (name: string) =>
        new RegExp(`^-- ${name}\\n([\\s\\S]*?)(?=^-- |(?![\\s\\S]))`, "mu").exec(body)?.[1] ?? "";
      const spec = section("spec").trim();
      return {
        title: title.trim(),
        spec: spec === "" ? {} : (JSON.parse(spec) as Partial<DatasetSpec>),
        table: section("table").replace(/\n$/u, ""),
        expected: section("dataset").trim(),
      };
    });

export const writeCases = (cases: readonly TableCase[]): string =>
  cases
    .map(({ title, spec, table, expected }) => {
      const said = Object.keys(spec).length === 0 ? "" : `-- spec\n${JSON.stringify(spec)}\n`;
      return `== ${title}\n${said}-- table\n${table}\n-- dataset\n${expected}\n`;
    })
    .join("\n");
