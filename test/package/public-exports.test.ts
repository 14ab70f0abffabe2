import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";

/** The values that the package promises. A name goes only with a new major version. */
const promised = {
  index: [
    "BriefingError",
    "barSpec",
    "bulletSpec",
    "bundledFonts",
    "change",
    "checkClaims",
    "checkConsistency",
    "checkTheme",
    "choroplethSpec",
    "compareCounts",
    "comparison",
    "confirmProposal",
    "count",
    "countInterval",
    "createFontSet",
    "defaultTheme",
    "defineBriefing",
    "defineClaims",
    "defineDataset",
    "describeProtection",
    "diffBriefings",
    "direction",
    "dumbbellSpec",
    "extractClaims",
    "formatClaims",
    "formatDiagnostic",
    "formatNumber",
    "formatRecord",
    "generateBriefing",
    "generateBriefings",
    "inDataset",
    "intervalSpec",
    "median",
    "numberStyles",
    "parseClaims",
    "parsePeriod",
    "parseRecord",
    "policeForceTiles",
    "rank",
    "rankingSpec",
    "rate",
    "rateInterval",
    "readDataset",
    "record",
    "renderSpec",
    "share",
    "shareSpec",
    "slopeSpec",
    "smallMultiplesSpec",
    "sparklinesSpec",
    "statement",
    "table",
    "tileMapSpec",
    "toClaimsFile",
    "toJsonLd",
    "trendSpec",
    "ukRegionTiles",
  ],
  verify: ["verifyFile", "verifyFiles"],
  pdf: ["createPdfFormatter", "renderPdf"],
} as const;

describe("public exports", () => {
  beforeAll(ensureBuilt, 180_000);
  const built = (file: string) => join(packageFolder, "dist", file);

  it.each(["index", "pdf", "verify"] as const)("of %s are these, for import and for require", async (entry) => {
    const imported = (await import(/* @vite-ignore */ pathToFileURL(built(`${entry}.js`)).href)) as object;
    const required = createRequire(import.meta.url)(built(`${entry}.cjs`)) as object;
    expect(Object.keys(imported).sort()).toEqual([...promised[entry]].sort());
    expect(Object.keys(required).sort()).toEqual([...promised[entry]].sort());
  });
});
