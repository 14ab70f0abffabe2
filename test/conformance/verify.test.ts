import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { verifyFile } from "../../src/verify/index.ts";
import { chosenFolder, ofEachFolder, writtenFiles } from "./written-files.ts";

/** The page that leads to a set of briefings carries no data of its own, nor does a checked article. */
const verifiable = /^(regions|rhanbarthau|protected|thames-valley)\/(?!(?:index|article)\.)/;
const all = [".pdf", ".html"].map((ending) => writtenFiles(ending).filter(({ name }) => verifiable.test(name)));
/** Of a folder of many areas some, and all with `DEEP=1`. */
const files = all.flatMap((own) => ofEachFolder(own, 8));

describe.skipIf(chosenFolder !== undefined)(
  `files that nobody touched: ${files.length} of ${all.flat().length}`,
  () => {
    test.each(files)("$name agrees with itself", async ({ path, name }) => {
      const { verdict, findings } = await verifyFile(readFileSync(path), { file: name });
      expect({ verdict, findings }).toEqual({ verdict: "agrees", findings: [] });
    });
  },
);
