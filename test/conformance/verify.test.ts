import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { verifyFile } from "../../src/verify/index.ts";
import { chosenFolder, writtenFiles } from "./written-files.ts";

/** The page that leads to a set of briefings carries no data of its own, nor does a checked article. */
const verifiable = /^(regions|rhanbarthau|protected|thames-valley)\/(?!(?:index|article)\.)/;
const files = [...writtenFiles(".pdf"), ...writtenFiles(".html")].filter(({ name }) => verifiable.test(name));

describe.skipIf(chosenFolder !== undefined)("files that nobody touched", () => {
  test.each(files)("$name agrees with itself", async ({ path, name }) => {
    const { verdict, findings } = await verifyFile(readFileSync(path), { file: name });
    expect({ verdict, findings }).toEqual({ verdict: "agrees", findings: [] });
  });
});
