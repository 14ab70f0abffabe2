import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHtml } from "hast-util-to-html";
import { afterAll, describe, expect } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import { testWith } from "../conformance/test-with.ts";
import { validatePdfs } from "../conformance/verapdf/validate-pdfs.ts";
import { timeLimit, trials } from "../support/trials.ts";
import { randomDocument } from "./random/random-document.ts";

const count = trials(1_000, 50);
const folder = await mkdtemp(join(tmpdir(), "random-documents-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe(`${count} documents of any elements in any others, with any display`, () => {
  testWith("java", "maven")(
    "conform to PDF/UA-1 and PDF/A-3a (veraPDF), or say why there is none",
    async () => {
      const fonts = createFontSet(await bundledFonts());
      const written: string[] = [];
      for (let seed = 0; seed < count; seed += 1) {
        const tree = randomDocument(seed);
        try {
          const date = new Date("2026-01-02");
          // As a tree there are elements where a parser leaves none.
          const { bytes } = await renderPdf(seed % 2 ? tree : toHtml(tree), { fonts, title: "T", lang: "en", date });
          const path = join(folder, `${seed}.pdf`);
          await writeFile(path, bytes);
          written.push(path);
        } catch (error) {
          if (!(error instanceof BriefingError)) throw new Error(`Seed ${seed}`, { cause: error });
        }
      }
      expect(written.length).toBeGreaterThan(count / 2);
      const problems = await validatePdfs(written, ["ua1", "3a"]);
      expect([...problems].filter(([, broken]) => broken.length > 0)).toEqual([]);
    },
    timeLimit(120_000),
  );
});
