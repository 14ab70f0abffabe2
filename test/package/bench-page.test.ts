import { generateBriefing } from "briefwright";
import { expect, test } from "vitest";
import { areas, briefing, data } from "../bench/briefing.mjs";
import { pageBlocks } from "../bench/page-blocks.mjs";

test("others are given each chart of the bench's briefing once, as its PDF has it", async () => {
  const { html } = await generateBriefing(briefing, { data, parameters: { area: areas[0] ?? "" }, formats: ["html"] });
  const kinds = pageBlocks(html).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "chart")).toHaveLength(3);
  expect(kinds.filter((kind) => kind === "table")).toHaveLength(1);
});
