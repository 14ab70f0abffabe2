import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFolder } from "../cli/ensure-built.ts";
import { type FileImport, readImports } from "./import-graph.ts";

/** The stages, each of which may import those before it. Stages of one line know nothing of each other. */
const order: readonly (readonly string[])[] = [
  ["diagnostics", "launch", "package-root.ts"],
  ["fonts", "images", "memory", "store", "stylesheet", "tables", "topics", "uncertainty"],
  ["dataset"],
  ["language", "survey"],
  ["claims"],
  ["extract", "tracing"],
  ["charts"],
  ["record", "template"],
  ["document"],
  ["html", "pdf", "trail"],
  ["verify"],
  ["briefing"],
  ["article", "batch"],
  ["queue"],
  ["doors"],
  ["preview", "worker"],
  ["cli"],
];

/**
 * The rooms inside a stage, each of which may import those before it. A name is a folder, or a file at the root of the stage;
 * "." stands for all of its files that are not named.
 */
const rooms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  pdf: [
    ["geometry", "objects", "dom"],
    ["css", "tags"],
    ["text"],
    ["canvas"],
    ["svg"],
    ["box"],
    ["layout"],
    ["paint"],
    ["."],
  ],
  charts: [
    ["chart-row.ts", "json.ts", "most-of-whole.ts", "number-writing.ts", "round-as-printed.ts"],
    ["vega"],
    ["spec"],
    ["shape", "theme"],
    ["recipes"],
    ["alt", "draw", "scene-reading"],
    ["checks"],
    ["."],
  ],
  claims: [["spec"], ["result"], ["select"], ["stated"], ["consistency", "kinds"], ["evaluate"], ["."]],
  language: [
    ["asides.ts", "matches-of.ts", "numbers", "recent-answers.ts"],
    ["contract"],
    ["audit", "periods", "typography", "language.ts"],
    ["english", "welsh"],
    ["."],
  ],
};

const imports = readImports();
const stageOf = (file: string): string => file.split("/")[0] ?? file;
const levelOf = (file: string): number => order.findIndex((stages) => stages.includes(stageOf(file)));
const inside = imports.filter(({ isPackage, to }) => !isPackage && !to.startsWith(".."));
const show = ({ from, to }: FileImport) => `${from} imports ${to}`;

describe("the order of the stages", () => {
  it("names every folder of src", () => {
    expect([...new Set(imports.map(({ from }) => stageOf(from)))].filter((stage) => levelOf(stage) < 0)).toEqual([]);
  });

  it("holds: a stage imports only what comes before it", () => {
    const wrong = inside.filter(({ from, to }) => stageOf(from) !== stageOf(to) && levelOf(to) >= levelOf(from));
    expect(wrong.map(show)).toEqual([]);
  });

  it("goes by the fronts: another stage is imported by its index.ts alone", () => {
    const past = inside.filter(
      ({ from, to }) =>
        stageOf(from) !== stageOf(to) && to.includes("/") && !to.endsWith("/index.ts") && stageOf(to) !== "doors",
    );
    expect(past.map(show)).toEqual([]);
  });

  it("leaves the PDF formatter free of briefings: it imports the ground floor only", () => {
    const wrong = inside.filter(
      ({ from, to }) =>
        stageOf(from) === "pdf" &&
        !["pdf", "diagnostics", "stylesheet", "fonts", "images", "memory"].includes(stageOf(to)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it("has no circle of files", () => {
    expect(findCircles(inside.filter(({ isType }) => !isType))).toEqual([]);
  });

  it("has no circle of files that need each other's types", () => {
    expect(findCircles(inside)).toEqual([]);
  });
});

describe.each(Object.entries(rooms))("the order of the rooms in %s", (stage, levels) => {
  const roomOf = (file: string): string => {
    const name = file.split("/")[1] ?? "";
    return levels.flat().includes(name) || !name.endsWith(".ts") ? name : ".";
  };
  const levelIn = (file: string) => levels.findIndex((level) => level.includes(roomOf(file)));
  const ofStage = inside.filter(({ from, to }) => stageOf(from) === stage && stageOf(to) === stage);

  it("names every folder", () => {
    expect(
      [...new Set(ofStage.map(({ from }) => roomOf(from)))].filter((room) => !levels.flat().includes(room)),
    ).toEqual([]);
  });

  it("holds, of types too: a room imports only what comes before it", () => {
    const wrong = ofStage.filter(({ from, to }) => roomOf(from) !== roomOf(to) && levelIn(to) >= levelIn(from));
    expect(wrong.map(show)).toEqual([]);
  });
});

describe("packages that one stage alone may import", () => {
  it.each([
    ["pdfkit", "pdf"],
    ["vega", "charts"],
    ["commander", "cli"],
    ["jiti", "worker"],
    ["handlebars", "template"],
  ])("%s: %s", (name, stage) => {
    const importers = imports.filter(({ isPackage, to }) => isPackage && new RegExp(`^${name}([/-]|$)`).test(to));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter(({ from }) => stageOf(from) !== stage).map(show)).toEqual([]);
  });

  it("CSS is parsed in stylesheet/ alone: whoever reads it asks there", () => {
    const parsers = [...new Set(imports.map(({ from }) => from))].filter((file) =>
      /import \{[^}]*\b(?:parse|fork)\b[^}]*\} from "css-tree"/.test(
        readFileSync(join(packageFolder, "src", file), "utf8"),
      ),
    );
    expect(parsers.filter((file) => stageOf(file) !== "stylesheet")).toEqual([]);
    expect(parsers).not.toEqual([]);
  });

  it("vega is imported when a chart is compiled, and not before", () => {
    const early = imports.filter(({ to, isType, isDynamic }) => /^vega/.test(to) && !isType && !isDynamic);
    expect(early.map(show)).toEqual([]);
  });

  it("the formatter is imported when a PDF is made, and not before", () => {
    const early = inside.filter(
      ({ from, to, isType, isDynamic }) =>
        ["briefing", "batch"].includes(stageOf(from)) && stageOf(to) === "pdf" && !isType && !isDynamic,
    );
    expect(early.map(show)).toEqual([]);
  });
});

/** The circles that a walk along the imports closes, each as the files on it. */
function findCircles(edges: readonly FileImport[]): readonly string[] {
  const next = new Map<string, FileImport[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return circles;
}
