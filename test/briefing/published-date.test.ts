import { count, defineBriefing, defineDataset, generateBriefing } from "briefwright";
import { diffBriefings } from "briefwright/record";
import { describe, expect, test } from "vitest";
import { offences } from "./recorded-offences.ts";

const datasetOf = (published: string | undefined) =>
  defineDataset({
    ...offences.spec,
    translations: {
      cy: {
        title: "Troseddau",
        dimensions: { area: { label: "Heddlu" }, period: { label: "Blwyddyn" } },
        measures: { offences: { label: "Troseddau", unit: { one: "trosedd", other: "troseddau" } } },
        sources: { home: { title: "Troseddau", publisher: "Swyddfa Gartref" } },
      },
    },
    sources: {
      home: {
        title: "Recorded crime",
        publisher: "Home Office",
        kind: "official-statistics",
        ...(published !== undefined && { published }),
      },
    },
  });

const generate = (published: string | undefined, { lang = "en-GB", template = "<p>{{published}}</p>" } = {}) =>
  generateBriefing(
    defineBriefing({
      title: "Offences",
      lang,
      datasets: { offences: datasetOf(published) },
      claims: ({ offences }) => ({ kent: count(offences, { area: "kent", period: "latest" }) }),
      template: {
        file: "briefing.hbs",
        text: `<h1>{{title}}</h1>${template}<p>{{claim "kent"}}{{note "kent"}}</p>{{sources}}{{provenance}}`,
      },
    }),
    { data: { offences: { csv: "area,period,offences\nKent,2018/19,130" } }, formats: ["html"] },
  );

const wordsOf = ({ html = "" }: { readonly html?: string }) =>
  html.slice(html.indexOf("<body"), html.indexOf("</body>")).replaceAll(/<[^>]+>|&nbsp;|\u00A0/g, " ");

describe("a date is printed as precisely as it is known", () => {
  test.each([
    ["2021", "en-GB", "2021"],
    ["2021-03", "en-GB", "March 2021"],
    ["2021-03-09", "en-GB", "9 March 2021"],
    ["2021", "cy", "2021"],
    ["2021-03", "cy", "Mawrth 2021"],
    ["2021-03-09", "cy", "9 Mawrth 2021"],
  ])("%s in %s, everywhere", async (published, lang, words) => {
    const found = await generate(published, { lang });
    const { html = "", record } = found;
    expect(html.replaceAll("\u00A0", " ")).toContain(`<p><time datetime="${published}">${words}</time></p>`);
    // The note, the list of sources, the appendix: what is printed of 2021 is that and no more.
    const dates = [...wordsOf(found).matchAll(/(?:\d+ )?(?:(?:January|March|Ionawr|Mawrth) )?2021/g)].map(([date]) =>
      date.trim(),
    );
    expect(dates.length).toBeGreaterThanOrEqual(4);
    expect(new Set(dates)).toEqual(new Set([words]));
    expect(html).toContain(`<meta name="dcterms.date" content="${published}">`);
    expect([...html.matchAll(/"datePublished":"([^"]*)"/g)].map(([, date]) => date)).toEqual([
      published,
      published,
      published,
    ]);
    expect(diffBriefings(record, record).previous.date).toBe(published);
  });

  test("one that nobody knows is not printed: neither a first of January 1970 nor a word before nothing", async () => {
    const guarded = "{{#if (has published=true)}}<p>Published {{published}}</p>{{/if}}";
    const { html = "", record } = await generate(undefined, { template: guarded });
    expect(html).not.toMatch(/1970|Published|dcterms\.date|datePublished/);
    expect(record.date).toBe("");
    await expect(generate(undefined)).rejects.toThrow(/Nobody says when this was published/);
  });

  test.each(["2021-13", "2021-02-30", "01/02/2021"])("%s is no date", (published) => {
    expect(() => datasetOf(published)).toThrow(/must be an ISO date, or its first part/);
  });
});
