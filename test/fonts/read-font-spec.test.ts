import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledFonts, readFontSpec } from "../../src/fonts/index.ts";
import { packageRoot } from "../../src/package-root.ts";

const file = (name: string) => readFileSync(join(packageRoot(), "templates", "fonts", name));

test("a font file says its family, weight and style itself", async () => {
  const bundled = await bundledFonts();
  for (const { data, family, weight, style } of bundled)
    expect(await readFontSpec(data)).toMatchObject({ family, weight, style });
  expect(await readFontSpec(file("inter-bold-italic.woff2"))).toMatchObject({ weight: 700, style: "italic" });
});

test("what is no font is an error that names the file", async () => {
  await expect(readFontSpec(Buffer.from("text"), "a.ttf")).rejects.toMatchObject({
    diagnostics: [{ code: "unusable-font", source: { file: "a.ttf" } }],
  });
});
