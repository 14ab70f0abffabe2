import { expect, test } from "vitest";
import { readTaggedPages } from "../conformance/pdf/read-tagged-pages.ts";
import { randomCount, renderRandom } from "./random/render-random.ts";

// `npm run conformance` has veraPDF look at the same documents.
test(`${randomCount} documents of any elements in any others, with any display, are drawn with all text tagged, or say why there is none`, async () => {
  let drawn = 0;
  for await (const { seed, bytes } of renderRandom()) {
    const pages = await readTaggedPages(bytes);
    expect([seed, ...pages.flatMap(({ untagged }) => untagged)]).toEqual([seed]);
    drawn += 1;
  }
  expect(drawn).toBeGreaterThan(randomCount / 2);
});
