import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { doors, specifierOf } from "../../.config/doors.ts";
import { loadDoors } from "../../src/worker/load-doors.ts";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";

/** The values that each door promises. A name goes only with a new major version. */
const promised = {
  index: [
    "BriefingError",
    "change",
    "comparison",
    "count",
    "defineBriefing",
    "defineDataset",
    "describeProtection",
    "direction",
    "formatDiagnostic",
    "formatEdition",
    "formatNumber",
    "generateBriefing",
    "generateBriefings",
    "inDataset",
    "median",
    "numberStyles",
    "parsePeriod",
    "planBriefings",
    "rank",
    "rate",
    "readCategories",
    "readDataset",
    "readEdition",
    "record",
    "share",
    "standing",
    "statement",
    "table",
    "trend",
  ],
  charts: [
    "areaSpec",
    "barSpec",
    "bulletSpec",
    "bumpSpec",
    "bundledFonts",
    "checkTheme",
    "choroplethSpec",
    "createFontSet",
    "defaultTheme",
    "dumbbellSpec",
    "funnelSpec",
    "heatSpec",
    "histogramSpec",
    "intervalSpec",
    "policeForceTiles",
    "pyramidSpec",
    "likertSpec",
    "tileMapsSpec",
    "unitSpec",
    "rankingSpec",
    "renderSpec",
    "shareSpec",
    "slopeSpec",
    "smallMultiplesSpec",
    "sparklinesSpec",
    "stripSpec",
    "tileMapSpec",
    "trendSpec",
    "ukRegionTiles",
  ],
  check: [
    "checkArticle",
    "checkClaims",
    "checkConsistency",
    "compareCounts",
    "confirmProposal",
    "countInterval",
    "defineClaims",
    "extractClaims",
    "formatClaims",
    "parseClaims",
    "rateInterval",
    "toClaimsFile",
  ],
  record: ["diffBriefings", "formatBriefingRecord", "parseBriefingRecord", "toJsonLd"],
  verify: ["verifyFile", "verifyFiles"],
  queue: ["enqueueBriefings", "openStore", "startQueueWorker", "watchRun"],
  pdf: ["bundledFonts", "createFontSet", "createPdfFormatter", "leniencies", "readFontSpec", "renderPdf"],
} as const;

/** What charts and pages are both drawn with. */
const atTwoDoors = ["bundledFonts", "createFontSet"];

describe("public exports", () => {
  beforeAll(() => ensureBuilt({ commonJs: true }));
  const built = (file: string) => join(packageFolder, "dist", file);

  it.each(doors)("of %s are these, for import and for require", async (door) => {
    const imported = (await import(/* @vite-ignore */ pathToFileURL(built(`${door}.js`)).href)) as object;
    const required = createRequire(import.meta.url)(built(`${door}.cjs`)) as object;
    expect(Object.keys(imported).sort()).toEqual([...promised[door]].sort());
    expect(Object.keys(required).sort()).toEqual([...promised[door]].sort());
  });

  it("stand at one door each", () => {
    const all = Object.values(promised).flat();
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual(atTwoDoors);
  });

  it("are what package.json, and a module that the command line loads, have doors for", async () => {
    const { exports } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { exports: object };
    const named = Object.keys(exports).filter((path) => !path.endsWith(".json"));
    expect(named.map((path) => path.replace(/^\.(?=\/|$)/, "briefwright"))).toEqual(doors.map(specifierOf));
    expect(Object.keys(await loadDoors())).toEqual(doors.map(specifierOf));
  });
});
