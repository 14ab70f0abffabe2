import {
  BriefingError,
  count,
  defineBriefing,
  defineDataset,
  generateBriefing,
  rank,
  share,
  type TopicSpec,
} from "briefwright";
import { barSpec } from "briefwright/charts";
import { describe, expect, it } from "vitest";
import { lintTexts, resolveTopics } from "../../src/topics/index.ts";
import { topicIds, topics } from "../../src/topics/shipped/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";

const everything = resolveTopics(topicIds, { lang: "en-GB" });
const lint = (text: string) =>
  lintTexts([{ text, what: "the text", source: { file: "a.hbs", line: 1, column: 1 } }], everything.words);

describe("the topics that ship", () => {
  it.each([...topics.values()].map((topic) => [topic.id, topic] as const))(
    "%s: each helpline can be reached, and was looked up",
    (_, topic) => {
      expect(topic.helplines).not.toEqual([]);
      for (const { phone, url, audience, checked, regions: places } of topic.helplines) {
        if (phone !== undefined) expect(phone).toMatch(/^[\d ]{3,}$/);
        else expect(url).toMatch(/^https:\/\/\S+\.\S+/);
        expect(Object.keys(audience)).toEqual(["en", "cy"]);
        expect(checked).toMatch(/^\d{4}-\d{2}$/);
        expect(places.length).toBeGreaterThan(0);
      }
    },
  );

  it("find the words that they advise against", () => {
    for (const { advice } of topics.values()) {
      for (const word of advice.flatMap(({ words }) => words)) {
        const said = word.replace("*", "x").toUpperCase();
        const messages = lint(`Of ${said}, they said.`).map(({ message }) => message);
        expect(messages, word).toEqual(expect.arrayContaining([expect.stringContaining(`"${said}"`)]));
      }
    }
  });

  it.each([
    "Police recorded offences of sexual communication with a child.",
    "The convicted man was sentenced; convictions rose.",
    "Images of child sexual abuse were found, and the abuse of children reported.",
    "Committees commit to suicide prevention.",
    "There is a time lag, and the woman aged under the limit was let go.",
    "The wife battered at the door.",
    "Children who were exploited, and adults who sell sex.",
  ])("say nothing of: %s", (text) => {
    expect(lint(text)).toEqual([]);
  });
});

describe("a warning", () => {
  it("has the place of each word, its better, and whose advice that is", () => {
    const found = lint("Line one\nof child\n  pornography, and Child porn too");
    expect(found.map(({ source, message, hint }) => [source, message, hint])).toEqual([
      [
        { file: "a.hbs", line: 2, column: 4 },
        '"child pornography" in the text: pornography suggests consent, and these are pictures of abuse.',
        'Say "child sexual abuse material" (Luxembourg Guidelines), unless you quote somebody.',
      ],
      [{ file: "a.hbs", line: 3, column: 20 }, expect.stringContaining('"Child porn"'), expect.any(String)],
    ]);
  });
});

describe("helplines", () => {
  const names = (lang: string, place?: string) =>
    resolveTopics(["domestic-abuse", "sexual-violence"], {
      lang,
      ...(place !== undefined && { region: place }),
    }).helplines.map(({ name }) => name);

  it("are those of the readers' place, each once", () => {
    expect(names("en-GB", "GB-WLS")).toEqual(["Live Fear Free", "Police", "24/7 Rape and Sexual Abuse Support Line"]);
    expect(names("en-GB", "GB-SCT")).toEqual(["Police"]);
    expect(names("en-GB")).toEqual([
      "National Domestic Abuse Helpline",
      "Live Fear Free",
      "Police",
      "24/7 Rape and Sexual Abuse Support Line",
    ]);
    expect(names("en-IE")).toEqual([]);
  });

  it("of a topic that does not exist are an error that names the nearest", () => {
    expect(() => resolveTopics(["suicides" as "suicide", "prison" as "suicide"], { lang: "en" })).toThrow(
      BriefingError,
    );
    expect(
      diagnosticsOf(() => resolveTopics(["suicides" as "suicide", "x" as "suicide"], { lang: "en" })),
    ).toMatchObject([
      { code: "unknown-topic", hint: expect.stringContaining('"suicide"') },
      { code: "unknown-topic", source: { id: "x" } },
    ]);
  });
});

describe("a briefing with topics", () => {
  const own: TopicSpec = {
    id: "own",
    helplines: [{ name: "Own line", audience: { en: "anyone" }, phone: "0700 0000", regions: ["GB"] }],
    advice: [{ lang: "en", words: ["inmate*"], say: "person in prison", why: "it names somebody by a place." }],
  };
  const cases = defineDataset({
    title: "Inmates counted",
    dimensions: { area: { role: "area", label: "Area" } },
    measures: { people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" } },
    sources: { prison: { title: "Counts", publisher: "The prison", kind: "other", published: "2019-09-11" } },
    caveats: ["Inmates are counted once."],
  });
  const briefing = (template: string) =>
    defineBriefing({
      title: "People in prison",
      lang: "en-GB",
      datasets: { cases },
      parameters: { remark: { kind: "text" } },
      topics: [own, "suicide"],
      claims: ({ cases }) => ({ total: count(cases, { area: "north" }, { caveats: ["Without inmates abroad."] }) }),
      template: { text: template, file: "prison.hbs" },
    });
  const data = { cases: { csv: "area,people\nNorth,120\n" } };
  const request = { data, formats: ["html"], parameters: { remark: "Of inmates." } } as const;

  it("prints its helplines, whose numbers are no figures", async () => {
    const { html } = await generateBriefing(briefing('<h1>P</h1><p>{{claim "total"}}</p>{{> helplines}}'), request);
    expect(html).toContain('<strong>Own line</strong>, anyone: <a href="tel:07000000">0700 0000</a>');
    expect(html).toContain('<a href="https://www.samaritans.org/">samaritans.org</a>');
    expect(html.match(/Where to find help<\/h2>/g)).toHaveLength(1);
  });

  it("prints no empty aside without a topic", async () => {
    const without = defineBriefing({
      title: "P",
      lang: "en-GB",
      datasets: { cases },
      claims: () => ({}),
      template: { text: "<h1>P</h1>{{> helplines}}", file: "p.hbs" },
    });
    const { html } = await generateBriefing(without, { data, formats: ["html"] });
    expect(html).not.toContain("Where to find help");
  });

  it("warns of harmful words wherever the author wrote them, and still prints", async () => {
    const template = '<h1>P</h1>\n{{!-- inmates, says nobody --}}<p>Some inmates: {{claim "total"}}</p>';
    const { diagnostics } = await generateBriefing(briefing(template), request);
    const found = diagnostics.filter(({ code }) => code === "harmful-words");
    expect(found.every(({ severity }) => severity === "warning")).toBe(true);
    expect(found.map(({ source }) => source)).toEqual([
      { id: "cases", field: "title" },
      { id: "cases", field: "caveats.0" },
      { file: "prison.hbs", line: 2, column: 40 },
      { id: "total" },
      { id: "remark" },
    ]);
  });
});

describe("few people of one group in one area", () => {
  const dimensions = {
    area: {
      role: "area",
      label: "Area",
      categories: [
        { id: "country", label: "Country" },
        { id: "north", label: "North", parent: "country" },
        { id: "south", label: "South", parent: "country" },
      ],
    },
    age: { role: "category", label: "Age", total: "all" },
  } as const;
  const csv =
    "area,age,people\nCountry,All,300\nCountry,Under 13,7\nNorth,All,9\nNorth,Under 13,4\nSouth,All,291\nSouth,Under 13,3\n";
  const briefing = (disclosure?: { profile: "none" }) =>
    defineBriefing({
      title: "P",
      lang: "en-GB",
      topics: ["suicide"],
      datasets: {
        cases: defineDataset({
          title: "Cases",
          dimensions,
          measures: { people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" } },
          sources: { s: { title: "Counts", publisher: "The office", kind: "other" } },
          ...(disclosure && { disclosure }),
        }),
      },
      claims: ({ cases }) => ({
        // Of a whole country, of all ages, of an area that is compared with: none tells a small group.
        country: count(cases, { area: "country", age: "under-13" }),
        north: count(cases, { area: "north", age: "all" }),
        place: rank(cases, { area: "north", age: "all", among: "area" }),
        // What a share is of gives its count away.
        part: share(cases, { part: { area: "south", age: "under-13" }, whole: { area: "south", age: "all" } }),
        unprinted: count(cases, { area: "north", age: "under-13" }),
      }),
      charts: {
        ages: {
          spec: barSpec({ x: "age", y: "people" }),
          data: ({ cases }) => cases.where({ area: "north", age: "under-13" }),
          alt: () => "Ages.",
        },
      },
      template: {
        text: '<h1>P</h1><p>{{claim "country"}}, {{claim "north"}}, {{claim "place"}}, {{claim "part"}}</p>{{chart "ages" caption="Ages"}}',
        file: "p.hbs",
      },
    });
  const warnings = async (disclosure?: { profile: "none" }) =>
    (await generateBriefing(briefing(disclosure), { data: { cases: { csv } }, formats: ["html"] })).diagnostics.filter(
      ({ code }) => code === "small-group-in-area",
    );

  it("are warned of where a share or a chart tells them, without their number", async () => {
    expect(await warnings()).toEqual([
      {
        code: "small-group-in-area",
        severity: "warning",
        message:
          "Counts below 10 of one group in one area are printed: South, Under 13 (part); North, Under 13 (chart ages).",
        hint: expect.stringContaining('disclosure: { profile: "under10" }'),
        source: { id: "cases", field: "disclosure" },
      },
    ]);
  });

  it("are the publisher's to show, where the dataset says that they are public", async () => {
    expect(await warnings({ profile: "none" })).toEqual([]);
  });
});
