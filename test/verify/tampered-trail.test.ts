import { generateBriefing } from "briefwright";
import { verifyFile } from "briefwright/verify";
import { beforeAll, expect, it } from "vitest";
import briefing, { data } from "../../examples/thames-valley/briefing.ts";

let page = "";
beforeAll(async () => {
  page = (await generateBriefing(briefing, { data, formats: ["html"] })).html;
});

const [anEntry, aSource] = [/<section class="trail-entry".*?<\/section>/gs, /href="https:[^"]*"/];

const tricks: Readonly<Record<string, readonly [tampered: (html: string) => string, code: string]>> = {
  "a value": [(html) => html.replace(/(class="trail-entry".*?\d: \d*)\d/s, "$1\u0667"), "figure-differs"],
  "two entries that changed places": [
    (html) => {
      const [first = "", second = ""] = html.match(anEntry) ?? [];
      return html.replace(first + second, () => second + first);
    },
    "order-differs",
  ],
  "an entry left out": [(html) => html.replace(new RegExp(anEntry, "s"), ""), "figure-missing"],
  "a link to the entry of other figures": [
    (html) => html.replace('href="#trail-2"', 'href="#trail-3"'),
    "alternative-differs",
  ],
  "two headings that links lead to": [
    (html) =>
      html.replace('id="trail-2"', 'id="x"').replace('id="trail-3"', 'id="trail-2"').replace('id="x"', 'id="trail-3"'),
    "alternative-differs",
  ],
  "the address of a source": [(html) => html.replace(aSource, 'href="https://example.org/"'), "alternative-differs"],
};

it.each(Object.entries(tricks))("of a trail, %s is named", async (_, [tampered, code]) => {
  const content = tampered(page);
  expect(content).not.toBe(page);
  const { verdict, findings } = await verifyFile(content, { file: "page.html" });
  expect({ verdict, codes: findings.map((finding) => finding.code) }).toMatchObject({
    verdict: "differs",
    codes: expect.arrayContaining([code]),
  });
});
