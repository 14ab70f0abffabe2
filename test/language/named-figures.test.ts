import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLanguage } from "../../src/language/index.ts";

/** A text with the digits of names as `#`. */
function withoutNames(text: string, lang = "en"): string {
  const { namedFigures } = findLanguage(lang);
  return namedFigures(text).reduce(
    (left, { index, length }) =>
      left.slice(0, index) + left.slice(index, index + length).replaceAll(/\p{N}/gu, "#") + left.slice(index + length),
    text,
  );
}

describe("digits that are no statistic, in English", () => {
  test.each([
    "Covid-19 and the G7, on A4 paper, by the M25.",
    "The Children Act 1989, the Care Act 2014 and the Children and Families Act 2014.",
    "Children under 18 can call 24/7. Under-18s and over 65s too. She turned 18 in May.",
    "Anyone aged 16 to 24, a 12-year-old, 16- to 24-year-olds, ages 4 to 7.",
    "Write to SW1A 2AA, or to the SW1A office. A 3D film.",
    "Section 47 of the Act, Article 8, Schedule 2, sections 2, 3 and 7.",
    "Call 999 or 101. Ring Childline on 0800 1111. Call the police on 101.",
    "Year 6 pupils at Key Stage 2; Years 7 to 11.",
    "On 3 May 2019, in April 2017, since 2015, 1st January, from 2015 to 2019.",
    "Open 9am to 5pm, at 17:30, until 10.30pm.",
    "In 2018/19 and 2018-19, the 2019 survey.",
    "See www.example.org/2019/3 or write to help24@example.org.",
    "Registered charity number 216401 and SC037717.",
    "10 Downing Street, London.",
    "A 10-year plan and a 24-hour helpline.",
    "1. What we did",
    "the 1990s and the 21st century",
    "Founded in 1866, established 1884. We began 2017 with a new board. 2020 in numbers. 2020 Annual Report",
    "Our 2016-2020 strategic plan, the 35th Annual Report, its 150th anniversary.",
    "For offenders aged 16 - 18. In note 1 to the accounts, under FRS 102.",
    "1.1 Founded by two sisters",
    "2.4 A safer referral must be made",
    "a 4 year course, a 10-point action plan, 1 of the following, 14/08/2019 11:48:00",
    "Area 51, Level 3 qualifications, Category 1 calls, Section 47 enquiries, Room 101",
  ])("%s", (text) => {
    expect(withoutNames(text)).not.toMatch(/\d/);
  });

  test.each([
    "18 children",
    "under 18 children were harmed",
    "There were under 18 in Kent.",
    "Under 18 offences were recorded.",
    "It rose from 1989 to 2019.",
    "A total of 2019 was reached.",
    "1989 offences",
    "It resulted in 2019 arrests.",
    "up 24/7%",
    "4K offences and 3M people",
    "£5, GBP5, 5%",
    "101 offences",
    "It happened on 101 occasions.",
    "call 999 children",
    "In 2019 cases, nothing was done.",
    "Kent (1989)",
    "a 12-week wait",
    "Ranked 1st of 43",
    "Zone 34%",
    "Section 47% of",
    "Table 4,373",
    "people over 274 times",
    "18 months",
    "18. 5%",
    "12 to 18",
    "the 2019 offences",
    "since May, 1900 offences",
    "Year 274 offences",
    "at 12.5",
    "Area 4373",
    "Group 274",
    "Ward 1.274",
    "a record level 43 offences",
    "closed within 28 days",
    "the highest in the last 10 years",
    "twice as many as 10 years ago",
    "a child every 3 minutes",
    "in the first 6 weeks",
    "a 10-year sentence",
    "a 12-point margin",
    "for the 11th year",
    "1.4 Times more",
    "2.3 Offences",
    "2.5 Million",
    "12 types of offences",
    "0.5",
  ])("a statistic passes for no name: %s", (text) => {
    const digits = /\d+(?=\D*$)/.exec(text)?.[0] as string;
    expect(withoutNames(text)).toContain(digits);
  });

  test("property: a number with what it counts is never a name, whatever stands before", () => {
    const opening = fc.constantFrom(
      "",
      "Police recorded ",
      "In Kent, ",
      "under ",
      "over ",
      "since May, ",
      "There were ",
      "of the Act, ",
      "It is up to ",
      "with more than ",
      "rose to ",
    );
    const counted = fc.constantFrom(
      "offences",
      "children",
      "per cent",
      "recorded offences",
      "young people",
      "%",
      "million",
    );
    fc.assert(
      fc.property(opening, fc.integer({ min: 0, max: 99_999 }), counted, (before, number, after) => {
        const text = `${before}${number} ${after}`;
        expect(withoutNames(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

/** Nouns that are followed by a number of few digits, and so could have one invented behind them. */
const classes = fc.constantFrom(
  ..."Area Ward Group Category Sector Division League Level Tier Band Zone Type Unit Item Lot Wave Round Series Cohort Priority Goal Day Week level tier stage step day".split(
    " ",
  ),
);

test("property: a figure of three digits or more is no name, whatever class stands before it", () => {
  fc.assert(
    fc.property(classes, fc.integer({ min: 100, max: 1899 }), (noun, number) => {
      expect(withoutNames(`Kent ${noun} ${number}`)).toBe(`Kent ${noun} ${number}`);
    }),
    { numRuns: 300 },
  );
});

test("property: a span of time is a figure, whatever stands before it", () => {
  const before = fc.constantFrom(
    "within",
    "in the last",
    "over the past",
    "in the first",
    "every",
    "up to",
    "after",
    "less than",
    "lasting",
  );
  const span = fc.constantFrom("minutes", "hours", "days", "working days", "weeks", "months", "years", "years ago");
  fc.assert(
    fc.property(before, fc.integer({ min: 2, max: 99 }), span, (words, number, unit) => {
      expect(withoutNames(`cases ${words} ${number} ${unit}`)).toContain(String(number));
    }),
    { numRuns: 300 },
  );
});

describe("digits that are no statistic, in Welsh", () => {
  test.each([
    "Deddf Plant 1989, Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014",
    "dan 18 oed, rhwng 16 a 24 oed",
    "ar 3 Mai 2019, ers 2015, yn 2018",
    "adran 47, Cyfnod Allweddol 2, Blwyddyn 6",
    "Ffoniwch 999. GIG 111. 0800 1111",
    "Covid-19",
  ])("%s", (text) => {
    expect(withoutNames(text, "cy")).not.toMatch(/\d/);
  });

  test.each(["18 o blant", "dan 18 o droseddau", "1989 o droseddau", "yn 2018 o achosion", "47 y cant"])(
    "a statistic passes for no name: %s",
    (text) => {
      expect(withoutNames(text, "cy")).toBe(text);
    },
  );
});
