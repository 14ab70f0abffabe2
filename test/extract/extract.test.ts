import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  offences as offencesDefinition,
  platforms as platformsDefinition,
} from "../../examples/thames-valley/datasets.ts";
import { checkConsistency, createClaimEvaluator, evaluateClaims } from "../../src/claims/index.ts";
import { type Dataset, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { type ClaimProposal, confirmProposal, type Extraction, extractClaims } from "../../src/extract/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";
import { trials } from "../support/trials.ts";
import { describeProposal } from "./describe-proposal.ts";
import { nothing, readings } from "./extract-corpus.ts";

const folder = new URL("../../examples/thames-valley/", import.meta.url);
let datasets: { offences: Dataset; platforms: Dataset };
beforeAll(async () => {
  datasets = {
    offences: await readDataset(offencesDefinition, new URL("offences.csv", folder), { id: "offences" }),
    platforms: await readDataset(platformsDefinition, new URL("platforms.csv", folder), { id: "platforms" }),
  };
});

describe("a sentence is read as", () => {
  test.each(readings)("%s", (sentence, expected) => {
    expect(extractClaims(sentence).proposals.map(describeProposal)).toEqual(expected);
  });
});

describe("nothing is proposed for", () => {
  test.each(nothing)("%s", (sentence, expected) => {
    const { proposals, unread } = extractClaims(sentence);
    expect(proposals.map(describeProposal)).toEqual([]);
    expect(unread.map(({ text, what }) => `${text}: ${what}`)).toEqual(expected);
  });
});

/** All offsets of a text that hold a digit, and that no proposal and no unread number covers. */
function uncovered(text: string, { proposals, unread }: Extraction): string[] {
  const spans = [...proposals.flatMap((proposal) => proposal.readings), ...unread];
  return [...text.matchAll(/\p{Nd}/gu)]
    .filter(({ index }) => !spans.some(({ start, end }) => start <= index && index < end))
    .map(({ index }) => text.slice(Math.max(0, index - 20), index + 20));
}

function expectWhole(text: string, extraction: Extraction): void {
  expect(uncovered(text, extraction)).toEqual([]);
  for (const { span, text: words, sentence, readings: read } of extraction.proposals) {
    expect(text.slice(span.start, span.end)).toBe(words);
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    for (const { start, end } of [span, ...read]) {
      expect(start).toBeLessThan(end);
      expect(sentence.start).toBeLessThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(sentence.end);
    }
  }
  for (const { start, end, text: words } of extraction.unread) expect(text.slice(start, end)).toBe(words);
  expect(extractClaims(text)).toEqual(extractClaims(text));
}

describe("every digit is in a proposal or among the unread, and every span is a slice", () => {
  test("of the corpus as one text", () => {
    const text = [...readings, ...nothing].map(([sentence]) => sentence).join(" ");
    expectWhole(text, extractClaims(text));
  });

  test("of any text made of what newspapers are made of", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...["rose by", "fell", "up from", "a record", "the highest since", "per cent", "%", "offences", "more than"],
        ...["a fifth of", "twice as many", "in 2018/19", "the year before", "aged", "-year-old", "£", "between", "and"],
        ...[", ", ". ", "; ", " (", ") ", "\n\n", "\n1. ", "“", "” ", "–", "-", "/", ":", "Covid-", "A", "September "],
        ...["one in", "times", "doubled", "12 months to", "percentage points", "a day", "per 100,000", "of 42", "0800"],
      ),
      fc.integer({ min: 0, max: 100_000 }).map(String),
      fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => value.toFixed(1)),
      fc.integer({ min: 0, max: 10_000_000 }).map((value) => value.toLocaleString("en-GB")),
      fc.string({ maxLength: 6 }),
      fc.constantFrom("٣٤", "½", "x²", "1e9", "0x1F", "3rd", "20%-30%", "2018-19-20", "1,23,456", "5.5.5"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, spaced) => {
        const text = pieces.join(spaced ? " " : "");
        expectWhole(text, extractClaims(text));
      }),
      { numRuns: trials(1500, 200) },
    );
  });

  test("numbers in words are not passed over either", () => {
    const { proposals, unread } = extractClaims(
      "Seven men met. Twelve offences and forty-two thefts were recorded, twice.",
    );
    expect([...proposals, ...unread].map(({ text }) => text).sort()).toEqual(["Seven", "Twelve", "forty-two", "twice"]);
  });
});

describe("the article, in our words", () => {
  const text = `Grooming crimes up 140% in the Milton Keynes region

Offences of this kind have risen steeply in the Thames Valley. Record numbers of children were targeted on Instagram.

Thames Valley Police recorded 274 offences in the year to April 2019, a 140% rise on the year before. The number of children targeted on Instagram rose significantly.

The parent of a 12-year-old victim said children should be safe at home from the messages of strangers.

Over two years, Facebook, Instagram, WhatsApp and Snapchat were used in 77% of the crimes where the force recorded the method. The police say that a growing number of cases come through popular apps, and that many go unreported.

Across the UK, police recorded 4,373 offences in the year to April 2019, compared with 3,217 the year before. Some 34% of those cases involved Instagram, against a fifth of cases the year before.

The chief executive said that children are abused on these platforms every day, and that networks will not act until the law makes them.`;
  let extraction: Extraction;
  beforeAll(() => {
    extraction = extractClaims(text, { datasets });
  });

  test("has these claims in it, and one number that is none", () => {
    expect(extraction.proposals.map((proposal) => [describeProposal(proposal), proposal.missing.join(" ")])).toEqual([
      // c1: the years are in no headline.
      ['change "140%": 140 percent, relative', "from to"],
      ['direction "risen steeply": up, steeply', "from to"],
      ['record "Record numbers": highest', "area period"],
      ['count "274": 274 number, of offences, in 2018/19', ""],
      ['change "140%": 140 percent, relative, previous to 2018/19', ""],
      ['direction "rose significantly": up, significantly', "area from to"],
      // c8: which two years, and of what, is for the author to say.
      ['share "77%": 77 percent', "area period whole"],
      ['direction "growing": up', "dataset from to"],
      ['count "4,373": 4373 number, of offences, in 2018/19', ""],
      ['count "3,217": 3217 number, in 2017/18', ""],
      ['share "Some 34%": 34 percent, about', "area period whole"],
      ['share "a fifth": 0.2 fraction, in 2017/18', "area whole"],
      ['rate "every day": 1, at-least, of children, day', "dataset period"],
    ]);
    expect(extraction.unread.map(({ text: words, what }) => [words, what])).toEqual([["12-year-old", "age"]]);
    expectWhole(text, extraction);
  });

  test("what is complete is checked as it is; what is not says what it lacks", () => {
    const confirmed = Object.fromEntries(
      extraction.proposals
        .filter(({ missing }) => missing.length === 0)
        .map((proposal) => [proposal.id, confirmProposal(proposal)]),
    );
    const claims = evaluateClaims(confirmed, createClaimEvaluator(new Map(Object.entries(datasets))));
    expect([...claims.values()].map(({ id, kind, verdict }) => [id, kind, verdict])).toEqual([
      ["p4", "count", "supported"],
      ["p5", "change", "supported"],
      ["p9", "count", "not-enough-evidence"],
      ["p10", "count", "not-enough-evidence"],
    ]);
    const share = extraction.proposals.find(({ text: words }) => words === "77%") as ClaimProposal;
    expect(() => confirmProposal(share)).toThrow(
      /does not say the area of p7[\s\S]*the period of p7[\s\S]*the whole of p7/,
    );
  });

  test("an author's answers complete a proposal", () => {
    const share = extraction.proposals.find(({ text: words }) => words === "Some 34%") as ClaimProposal;
    const at = { area: "england-and-wales", period: "2018/19" };
    const claim = confirmProposal(share, {
      at,
      whole: { measure: "offences", at },
      text: "34% of those cases involved Instagram",
      attribution: { who: "a charity" },
    });
    expect(claim).toEqual({
      kind: "share",
      text: "34% of those cases involved Instagram",
      attribution: { who: "a charity" },
      stated: { value: 34, unit: "percent", hedge: "about" },
      dataset: "platforms",
      part: { measure: "instances", at: { platform: "instagram", ...at } },
      whole: { measure: "offences", at },
    });
    const checked = evaluateClaims({ it: claim }, createClaimEvaluator(new Map(Object.entries(datasets)))).get("it");
    expect(checked?.facets.map(({ id, verdict }) => [id, verdict])).toEqual([["denominator", "refuted"]]);
  });
});

describe("places and measures by the names of the datasets", () => {
  const drafts = (text: string) =>
    extractClaims(text, { datasets }).proposals.map(({ kind, draft, missing }) => ({ kind, ...draft, missing }));

  test("each number goes with its own area and year", () => {
    expect(drafts("In 2018/19, 166 offences were recorded in Essex, and 84 offences in Dorset.")).toMatchObject([
      { at: { area: "essex", period: "2018/19" }, missing: [] },
      { at: { area: "dorset", period: "2018/19" }, missing: [] },
    ]);
    expect(drafts("In Wiltshire offences rose from 28 in 2017/18 to 54 in 2018/19.")).toMatchObject([
      { at: { area: "wiltshire", period: "2017/18" } },
      { at: { area: "wiltshire", period: "2018/19" } },
    ]);
  });

  test("the longer name is the place: not Wales, but England and Wales", () => {
    const { proposals } = extractClaims("Police in England and Wales recorded 4,373 offences in 2018/19.", {
      datasets: { offences: datasets.offences },
    });
    expect(proposals).toMatchObject([{ draft: { at: { area: "england-and-wales" } }, missing: [] }]);
  });

  test("a share of what, of whom, and where", () => {
    expect(drafts("In 2018/19, 21% of offences in England and Wales involved Instagram.")).toMatchObject([
      {
        kind: "share",
        dataset: "platforms",
        measure: "instances",
        at: { area: "england-and-wales", platform: "instagram", period: "2018/19" },
        whole: { measure: "offences", at: { area: "england-and-wales", period: "2018/19" } },
        missing: [],
      },
    ]);
  });

  test("a rate of counts is of a population: the words name it, or it is missing", () => {
    const measure = (other: string, one: string) =>
      ({ label: other, unit: { one, other }, statType: "count" }) as const;
    const cases = defineDataset({
      title: "Offences",
      dimensions: {
        area: { role: "area", label: "Force", categories: [{ id: "kent", label: "Kent" }] },
        period: { role: "time", label: "Year" },
      },
      measures: { offences: measure("offences", "offence"), children: measure("children", "child") },
      sources: {},
    });
    const at = { area: "kent", period: "2018/19" };
    const read = (text: string) => extractClaims(text, { datasets: { cases } }).proposals[0] as ClaimProposal;
    const proposal = read("There were 52.7 offences per 100,000 children in Kent in 2018/19.");
    expect(confirmProposal(proposal)).toEqual({
      kind: "rate",
      text: "There were 52.7 offences per 100,000 children in Kent in 2018/19.",
      stated: { value: 52.7, unit: "number" },
      dataset: "cases",
      of: { measure: "offences", at },
      population: { measure: "children", at },
      per: 100_000,
    });
    const unknown = read("There were 5 offences per 1,000 people in Kent in 2018/19.");
    expect(unknown).toMatchObject({ draft: { measure: "offences", per: 1000 }, missing: ["population"] });
    expect(() => confirmProposal(unknown)).toThrow(/does not say the population of p1/);
    const population = { dataset: "census", at: { area: "kent" } };
    expect(confirmProposal(unknown, { population })).toMatchObject({ population, per: 1000 });
  });

  test("a number in the name of a category is no number, in a claim or out of one", () => {
    const ages = defineDataset({
      title: "Offences by age",
      dimensions: {
        age: { role: "category", label: "Age", categories: [{ id: "u16", label: "Under 16", aliases: ["under-16s"] }] },
        period: { role: "time", label: "Year" },
      },
      measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
      sources: {},
    });
    const text = "There were 30 offences against under-16s in 2019. The under-16s are not at fault.";
    const extraction = extractClaims(text, { datasets: { ages } });
    expect(extraction.proposals).toMatchObject([
      { text: "30", draft: { at: { age: "u16", period: "2019" } }, missing: [] },
    ]);
    expect(extraction.unread).toMatchObject([{ text: "under-16s", what: "name" }]);
    expectWhole(text, extraction);
  });

  test("definitions do as well, but cannot tell two datasets apart by what they hold", () => {
    const text = "Essex recorded 166 offences in 2018/19.";
    const [proposal] = extractClaims(text, { datasets: { offences: offencesDefinition } }).proposals;
    expect(proposal).toMatchObject({ draft: { at: { area: "essex", period: "2018/19" } }, missing: [] });
    const both = { offences: offencesDefinition, platforms: platformsDefinition };
    const thames = "Thames Valley recorded 274 offences in 2018/19.";
    expect(extractClaims(thames, { datasets: both }).proposals[0]).toMatchObject({
      missing: expect.arrayContaining(["dataset"]),
      explanation: expect.stringContaining("More than one dataset fits"),
    });
  });

  test("two years as one time are as long as the data's own years", async () => {
    const years = (yearStartMonth: number) =>
      defineDataset({
        title: "Pupils",
        dimensions: { period: { role: "time", label: "Year", yearStartMonth } },
        measures: { pupils: { label: "Pupils", unit: { one: "pupil", other: "pupils" }, statType: "count" } },
        sources: { s: { title: "S", publisher: "P", kind: "official-statistics" } },
      });
    const periodOf = (month: number) =>
      extractClaims("There were 900 pupils from 2016/17 to 2018/19.", { datasets: { d: years(month) } }).proposals[0]
        ?.draft.at?.period;
    expect(periodOf(9)).toBe("2016-09-01/2019-09-01");
    expect(periodOf(4)).toBe("2016-04-01/2019-04-01");
  });

  test("a year to April may be two things, unless the data holds one of them", () => {
    const text = "There were 274 offences in the year to April 2019.";
    expect(extractClaims(text).proposals[0]).toMatchObject({
      missing: ["dataset", "period"],
      explanation: expect.stringContaining("2018/19 or year ending April 2019"),
    });
  });
});

test("claims without any dataset are held against each other", () => {
  const text =
    "Police recorded 4,373 offences in 2018/19, compared with 3,217 the year before. Offences were up 63% in 2018/19 on the previous year.";
  const specs = Object.fromEntries(
    extractClaims(text).proposals.map((proposal) => [
      proposal.id,
      confirmProposal(proposal, { dataset: "article", at: { area: "uk" } }),
    ]),
  );
  expect(checkConsistency(specs).map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ["inconsistent", "From 3,217 (p2) to 4,373 (p1) is 35.9%, not 63% (p3)."],
  ]);
});

test("areas and times go by the dataset's own names, and one does not stand for both", () => {
  const [proposal] = extractClaims("34% of offences in the area involved Instagram.", { datasets }).proposals;
  expect(proposal?.missing).toEqual(expect.arrayContaining(["area", "period"]));
  const whole = { at: {} };
  const confirm = (at: Record<string, string>) => () => confirmProposal(proposal as ClaimProposal, { at, whole });
  expect(confirm({ force: "kent", year: "2019" })()).toMatchObject({
    whole,
    part: { at: { force: "kent", year: "2019" } },
  });
  expect(confirm({ force: "kent" })).toThrow(/the area of p1[\s\S]*the period of p1/);
  expect(confirm({ area: "kent" })).toThrow(/^(?!.*the area of p1)[\s\S]*the period of p1/);
});

test("a confirmation that lacks something says all of it, with what to do", () => {
  const [proposal] = extractClaims("Crime rose by 12%.").proposals;
  const found = diagnosticsOf(() => confirmProposal(proposal as ClaimProposal));
  expect(found.map(({ code, source, hint }) => [code, source?.id, hint])).toEqual([
    ["unconfirmed-part", "p1", expect.stringContaining("dataset:")],
    ["unconfirmed-part", "p1", expect.stringContaining("from:")],
    ["unconfirmed-part", "p1", expect.stringContaining("to:")],
  ]);
});
