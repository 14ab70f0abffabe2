import { transform } from "esbuild";
import { expect, it } from "vitest";
import { engine } from "../../.config/engine.mjs";

it("keeps regular expressions as literals in what is built, also those that name classes of Unicode", async () => {
  const asked = String.raw`const ends = (text) => /\p{N}$/u.test(text) || /(?<=\p{L})\d/su.test(text);`;
  const { code } = await transform(asked, { ...engine, minifyWhitespace: true });
  expect(code).toContain(String.raw`/\p{N}$/u.test(text)||/(?<=\p{L})\d/su.test(text)`);
});
