import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageFolder } from "../cli/ensure-built.ts";

/** What would disagree if it stood in two places: what it looks like in a file, in which folders, and where it may. */
const homes: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly within: RegExp;
  readonly files: readonly string[];
}[] = [
  {
    what: "how near lengths are the same",
    pattern: /\b(?:tolerance|epsilon|slack)\w*\s*=\s*[\d.]+|[<>+-]=?\s*0\.0\d+\b/i,
    within: /^pdf\//,
    files: ["pdf/geometry/tolerance.ts"],
  },
  {
    what: "the same, as a power of ten",
    pattern: /\b1e-\d/,
    within: /^pdf\/(?:box|layout|paint|text)\//,
    files: [],
  },
  {
    what: "how near to a whole number the solution of a programme is one",
    pattern: /\b1e-\d/,
    within: /^dataset\/disclosure\//,
    files: ["dataset/disclosure/solver.ts"],
  },
  {
    what: "the decimals of a measure that says none",
    pattern: /\bdecimals\b\s*(?:\?\?|=(?!=|>))\s*\(?[01]\b|\bdecimals \?\? \(|\bdecimals = \w+ \?/,
    within: /^(?:dataset\/measure|claims|briefing|record|template|trail|verify)/,
    files: ["dataset/measure-spec.ts"],
  },
  {
    what: "the marker of a gap",
    pattern: /["'`]\[[cxz]\]["'`]/,
    within: /^(?!language\/\w+\/template\.ts$)/,
    files: [
      // What it may be in data, what it is in what is printed, and the contract by which each language says what it means.
      "dataset/cell.ts",
      "dataset/gap-marker.ts",
    ],
  },
  {
    what: "whether bytes are an SVG",
    pattern: /svg\[\\s>/,
    within: /./,
    files: ["images/is-svg.ts"],
  },
  {
    what: "the kinds of sources",
    pattern: /["']official-statistics["']/,
    within: /./,
    // A guess writes one of them.
    files: ["dataset/source-spec.ts", "survey/publisher-said.ts"],
  },
  {
    what: "whether a briefing is a draft where nobody says",
    pattern: /\bdraft\s*(?:\?\?|=(?!=|>))\s*(?:true|false)/,
    within: /./,
    files: ["briefing/resolve-request.ts"],
  },
  {
    what: "the date where none is known",
    pattern: /["']1970-01-01["']/,
    within: /./,
    files: ["briefing/briefing-date.ts"],
  },
  {
    what: "a key that is there on a condition: a type says what may be absent, and defined() publishes without it",
    pattern: /\.\.\.\([^()\n]*&& \{\s*\w/,
    within: /./,
    // Options of other people's programs, a spec of Vega-Lite, and rows, where a key is a column.
    files: [
      "charts/recipes/bar-spec.ts",
      "charts/recipes/likert-spec.ts",
      "charts/recipes/off-map.ts",
      "charts/recipes/pyramid-spec.ts",
      "charts/recipes/share-spec.ts",
      "charts/scene-reading/read-drawn.ts",
      "dataset/disclosure/solver.ts",
      "tables/parquet/run-hyparquet.ts",
    ],
  },
  {
    what: "the heap of a child process",
    pattern: /max-old-space-size/,
    within: /./,
    // A query's process takes over no flags.
    files: ["batch/workers/limited-process.ts", "tables/sql/run-query.ts"],
  },
];

const root = join(packageFolder, "src");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({
    file: file.replaceAll("\\", "/"),
    code: readFileSync(join(root, file), "utf8").replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, ""),
  }));

it.each(homes)("$what has one home", ({ pattern, within, files }) => {
  const found = sources.filter(({ file, code }) => within.test(file) && pattern.test(code)).map(({ file }) => file);
  expect(found.sort()).toEqual(files);
});
