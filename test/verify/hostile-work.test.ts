import { count, defineBriefing, generateBriefing, rank } from "briefwright";
import { expect, it } from "vitest";
import { parseVerificationData } from "../../src/record/index.ts";
import { recompute } from "../../src/verify/recompute.ts";
import { verdictOf } from "../../src/verify/verification.ts";
import { offences } from "../briefing/recorded-offences.ts";

it("stops where figures rest on more cells than a file can need, and cannot tell", async () => {
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: ({ offences }) => ({
      total: count(offences, { area: "kent", period: "2018/19" }),
      place: rank(offences, { area: "kent", period: "2018/19", among: "area" }),
    }),
    template: { text: '<h1>{{title}}</h1><p>{{claim "total"}}, {{claim "place"}}</p>', file: "briefing.hbs" },
    verifiable: true,
  });
  const csv = "area,period,offences\nKent,2018/19,100\nEssex,2018/19,200\n";
  const { html } = await generateBriefing(briefing, { data: { offences: { csv } }, formats: ["html"] });
  const [, json = ""] = /id="briefwright-verification">(.*?)<\/script>/s.exec(html) ?? [];
  const data = parseVerificationData(json);
  if ("problem" in data) throw new Error(data.problem);
  expect(recompute(data).findings).toEqual([]);
  const { claims, findings } = recompute(data, { mostReads: 2 });
  expect([...claims.keys()]).toEqual(["total"]);
  expect(findings.map(({ code }) => code)).toEqual(["too-much-work"]);
  expect(verdictOf(findings)).toBe("cannot-tell");
});
