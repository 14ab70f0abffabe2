import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { randomCount, renderRandom } from "../pdf/random/render-random.ts";
import { testWith } from "./test-with.ts";
import { validatePdfs } from "./verapdf/validate-pdfs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "random-documents-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe(`${randomCount} documents of any elements in any others, with any display`, () => {
  testWith("java", "maven")("conform to PDF/UA-1 and PDF/A-3a (veraPDF), or say why there is none", async () => {
    const written: string[] = [];
    for await (const { seed, bytes } of renderRandom()) {
      const path = join(folder, `${seed}.pdf`);
      await writeFile(path, bytes);
      written.push(path);
    }
    expect(written.length).toBeGreaterThan(randomCount / 2);
    const problems = await validatePdfs(written, ["ua1", "3a"]);
    expect([...problems].filter(([, broken]) => broken.length > 0)).toEqual([]);
  });
});
