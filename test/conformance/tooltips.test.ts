import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineBriefing, generateBriefing } from "briefwright";
import { rankingSpec } from "briefwright/charts";
import { afterAll, expect } from "vitest";
import { offences } from "../briefing/recorded-offences.ts";
import { auditPage, views } from "./html/audit-page.ts";
import { openBrowser } from "./html/open-browser.ts";
import { validateHtml } from "./html/validate-html.ts";
import { walkTooltips } from "./html/walk-tooltips.ts";
import { lazily } from "./lazily.ts";
import { testWith } from "./test-with.ts";

const folder = mkdtempSync(join(tmpdir(), "briefwright-tooltips-"));
const path = join(folder, "page.html");
const csv = "area,period,offences\nKent,2018/19,114\nEssex,2018/19,1274\nDorset,2018/19,[c]\n";
const tooltip = [{ field: "area" }, { field: "offences" }];
const x = { field: "offences", type: "quantitative" };
const y = { field: "area", type: "nominal", title: null };

const written = lazily(async () => {
  const { layer, ...ranking } = rankingSpec({ category: "area", value: "offences" }) as unknown as {
    layer: readonly { encoding: object }[];
  };
  const [bars, ...labels] = layer;
  const recipe = { ...ranking, layer: [{ ...bars, encoding: { ...bars?.encoding, tooltip } }, ...labels] };
  const own = { mark: "point", encoding: { x, y, tooltip } };
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: () => ({}),
    charts: {
      recipe: { spec: recipe, tooltips: true, data: ({ offences }) => offences.where({ period: "2018/19" }) },
      own: { spec: own, tooltips: true, data: ({ offences }) => offences.where({ period: "2018/19" }) },
    },
    template: {
      file: "b.hbs",
      text: '<h1>{{title}}</h1>{{chart "recipe" caption="Bars"}}{{chart "own" caption="Points"}}',
    },
  });
  const { html } = await generateBriefing(briefing, { data: { offences: { csv, file: "o.csv" } }, formats: ["html"] });
  writeFileSync(path, html);
});
const browser = lazily(openBrowser);
let isOpen = false;
const opened = async () => {
  isOpen = true;
  await written();
  return await browser();
};
afterAll(async () => {
  if (isOpen) await (await browser()).close();
  rmSync(folder, { recursive: true, force: true });
});

for (const widthPx of [340, 900]) {
  testWith("chromium", "checkers")(
    `what shapes say is had by keyboard, seen and heard once, at ${widthPx} px`,
    async () => {
      const walked = await walkTooltips(await opened(), path, widthPx);
      const said = ["Police force: Kent · Offences: 114", "Police force: Essex · Offences: 1,274"];
      expect(walked.map(({ seen }) => seen).toSorted()).toEqual([...said, ...said].toSorted());
      for (const { seen, heard, overflows } of walked) {
        expect(heard).toBe(`radio: ${seen}`);
        expect(overflows).toBe(false);
      }
    },
  );
}

for (const [name, view] of Object.entries(views)) {
  testWith("chromium", "checkers")(`accessible, ${name} (axe)`, async () => {
    expect(await auditPage(await opened(), path, view)).toEqual([]);
  });
}

testWith("java", "checkers")("valid (Nu checker)", async () => {
  await written();
  expect((await validateHtml([path])).get(path)).toEqual([]);
});
