import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataUnit, DataWords, NumberReading } from "../../src/language/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";

/** Data that counts offences, and measures in these units. */
const isNamed = (word: string) => /^wait/iu.test(word);
const dataIn = (...units: readonly string[]): DataWords =>
  dataOf(units.map((word) => ({ word, isNamed, figures: () => undefined })));
const dataOf = (units: readonly DataUnit[]): DataWords => ({
  isMeasured: (word) => ["offences", "offence", "trosedd", "droseddau"].includes(word),
  isCategory: (word) => word === "Kent" || word === "Caint",
  units: () => units,
});

/** How the first number of a text is read, where no kind of name has it. */
function readIn(data: DataWords, text: string, lang = "en"): NumberReading {
  const { readNumber, namedFigures } = createWords({ language: findLanguage(lang) });
  const { 0: digits, index } = /\p{N}+(?:[.,]\p{N}+)*/u.exec(text) ?? { 0: "", index: 0 };
  const isNamed = namedFigures(text).some((name) => name.index <= index && index < name.index + name.length);
  return isNamed ? "name" : readNumber(text, index, index + digits.length, data);
}
const noTime = dataIn("offences");

const units: readonly (readonly [own: string, ...texts: string[]])[] = [
  ["days", "# days", "# working days", "# minutes", "# years", "#hrs", "# decades"],
  ["km", "# miles", "# km", "#km", "# metres", "#-inch", "#mm", "# feet"],
  ["hectares", "# acres", "#ha", "# km²"],
  ["litres", "# litres", "#ml", "# pints"],
  ["tonnes", "# kg", "#g", "# ounces", "# tonnes"],
  ["°C", "# degrees", "#°C", "# °F"],
  ["GB", "# megabytes", "#GB", "# MB"],
  ["kWh", "# watts", "#kWh", "# calories"],
  ["pages", "# words", "#-page", "# characters"],
];
const unstated = fc.constantFrom(
  "It takes # to do.",
  "We met # later, in Leeds.",
  "Come for over #, and leave.",
  "She stayed # in all.",
);
const ruled = fc.constantFrom("You have up to # for that.", "It must be done within #.", "It is valid for #.");
const stated = fc.constantFrom(
  "They waited for over #, and left.",
  "A wait of #",
  "The average was #.",
  "Kent had #.",
  "The offences came within #.",
  "#",
);

describe("a number in a unit", () => {
  const amount = fc.integer({ min: 2, max: 359 });
  test.each(units)(
    "that no data is in is of something else, and one that it is in (%s) may be a figure",
    (own, ...texts) => {
      const written = fc.constantFrom(...texts);
      const all = fc.oneof(unstated, ruled);
      const isSure = (said: string) => readIn(dataIn(own), said);
      fc.assert(
        fc.property(all, stated, unstated, ruled, written, amount, (any, sure, open, rule, unit, number) => {
          const [other, figure, either, mayBe] = [any, sure, open, rule].map((text) =>
            text.replace("#", unit.replace("#", String(number))),
          ) as [string, string, string, string];
          expect([other, readIn(noTime, other)]).toEqual([other, "other"]);
          expect([figure, isSure(figure)]).toEqual([figure, "figure"]);
          expect([either, isSure(either)]).toEqual([either, "quantity"]);
          expect([mayBe, isSure(mayBe)]).toEqual([mayBe, expect.stringMatching(/quantity|other/)]);
        }),
        { numRuns: trials(100, 100) },
      );
    },
  );

  test.each([
    ["It must reach us within 18 weeks.", "quantity"],
    ["It must reach us within 30 days.", "other"],
    ["You will have it in 30 days.", "other"],
    ["Patients must be seen within 18 weeks.", "quantity"],
    ["Patients were seen within 18 weeks.", "quantity"],
    ["Patients stayed 18 weeks.", "figure"],
    ["All offences were seen within 18 weeks.", "figure"],
    ["All waited the 30 days that they must.", "figure"],
    ["Everyone was seen within 18 weeks.", "quantity"],
    ["Everyone was seen within 90 days.", "quantity"],
    ["In Kent, all were seen within 18 weeks.", "figure"],
    ["Waiting took 18 weeks.", "figure"],
    ["The longest was 18 weeks.", "figure"],
    ["18 working weeks", "figure"],
    ["Offences took 18 weeks.", "figure"],
    ["An offence must be told within 18 weeks.", "quantity"],
    ["They have been given up to 30 days to answer it.", "other"],
    ["They are nursed up to 2 years from birth.", "quantity"],
    ["It came after its 90-day report.", "other"],
    ["Courses range from 18 to 28 weeks with one week of rest.", "quantity"],
    ["your first 2 years of teaching", "other"],
  ])("that data is in is an error where the data is spoken of, and a guess where it is not: %s", (text, expected) => {
    expect(readIn(dataIn("weeks"), text)).toBe(expected);
  });

  test.each([
    ["It took 30 minutes.", "other"],
    ["He led it for 22 years.", "other"],
    ["They waited 9 months.", "figure"],
    ["They stayed 9 months.", "quantity"],
    ["They waited 100 days.", "figure"],
    ["They waited 200 weeks.", "figure"],
    ["The average wait was 30 minutes.", "quantity"],
    ["It was opened 12 weeks ago.", "other"],
    ["In the last 12 weeks it rained.", "other"],
    ["The 10-day Berlinale ends.", "other"],
    ["A 10-week wait was usual.", "figure"],
    ["Of the last 12 offences, all were cleared up.", "figure"],
  ])("is a figure in another unit as far as it is as large as the data is: %s", (text, expected) => {
    const data = dataOf([{ word: "weeks", isNamed, figures: () => ({ least: 9, most: 18 }) }]);
    expect(readIn(data, text)).toBe(expected);
  });

  test("property: any figure of the data is one in whichever unit it is said", () => {
    const sizes = { hours: 3600, days: 86_400, weeks: 604_800, months: 2_629_746, years: 31_556_952 };
    const unit = fc.constantFrom(...(Object.keys(sizes) as (keyof typeof sizes)[]));
    fc.assert(
      fc.property(unit, unit, fc.integer({ min: 2, max: 900 }), (own, said, figure) => {
        const amount = Math.round((figure * sizes[own]) / sizes[said]);
        fc.pre(amount > 1 && amount < 1000);
        const data = dataOf([{ word: own, isNamed, figures: () => ({ least: figure, most: figure }) }]);
        expect([own, said, amount, readIn(data, `They waited ${amount} ${said}.`)]).toEqual([
          own,
          said,
          amount,
          "figure",
        ]);
      }),
    );
  });

  test.each([
    "The average wait was 18 weeks.",
    "Waits rose to 18 weeks.",
    "There was a report every 3 minutes.",
    "A 12-week wait",
    "over 5 years",
    "a median of 40 miles",
    "In Kent, 12 days",
  ])("that no data is in is a warning where a statistic is said: %s", (text) => {
    expect(readIn(noTime, text)).toBe("quantity");
  });

  test.each([
    ["en", "The fee is £250.", "other"],
    ["en", "Please donate 5 pounds, or more if you can.", "other"],
    ["en", "We spent £250 on it.", "quantity"],
    ["en", "It is valued at £3m today.", "quantity"],
    ["en", "It comes to £274,000 for them.", "quantity"],
    ["en", "It comes to £27,400 for them.", "quantity"],
    ["en", "It comes to £2,740 for them.", "other"],
    ["en", "Costs rose to £250.", "quantity"],
    ["en", "The average bill is £250.", "quantity"],
    ["cy", "Mae angen £250 arnoch chi.", "other"],
    ["cy", "Mae’n costio £3m eleni.", "quantity"],
  ])("money, %s: %s", (lang, text, expected) => {
    expect(readIn(noTime, text, lang)).toBe(expected);
    expect(readIn(dataIn("£"), text, lang)).toBe("figure");
  });

  test.each(["12 o flynyddoedd", "o fewn 28 diwrnod i hynny", "5 milltir oddi yno", "mewn 3 mis arall"])(
    "in Welsh: %s",
    (text) => {
      expect(readIn(noTime, text, "cy")).toBe("other");
    },
  );
});

test.each([
  ["¾ of children", "figure"],
  ["½ the offences", "figure"],
  ["Offences rose 3 times.", "figure"],
  ["3 times as many offences", "figure"],
  ["It was 3 times higher.", "figure"],
  ["274m offences", "figure"],
  ["£5,000m went to it.", "quantity"],
  ["Offences 3 of 12", "figure"],
  ["5% use cream", "figure"],
  ["Sales of cream rose 2%", "figure"],
  ["Cream 2% of sales", "figure"],
  ["Offences were as follows: 12. Kent had most.", "quantity"],
  ["Offences were up to 300%", "figure"],
  ["1 offence", "figure"],
  ["1 died.", "quantity"],
  ["Kent: 1 break-in", "figure"],
  ["Cases had increased to 16 by 1889.", "figure"],
])("shares, multiples and counts stay what they are beside what only looks like them: %s", (text, expected) => {
  expect(readIn(noTime, text)).toBe(expected);
});

test("words of grammar in the label of a measure are of everything", () => {
  const data = {
    ...noTime,
    isMeasured: (word: string) => ["the", "in", "was", "offences"].includes(word.toLowerCase()),
  };
  expect(readIn(data, "The cycles are 26, 27 and 30 of July.")).not.toBe("figure");
  expect(readIn(data, "The concerts are July 26, 27 and 30.")).toBe("name");
  expect(readIn(data, "There were only 1,000 newspapers.")).toBe("quantity");
  expect(readIn(data, "The offences were 26.")).toBe("figure");
});

describe("what no data and no briefing counts", () => {
  test.each([
    ["We have 7 libraries.", "other"],
    ["You may bring 2 photographs.", "other"],
    ["We have 17 libraries.", "quantity"],
    ["It has 1,204 trees.", "quantity"],
    ["3 of the libraries closed.", "quantity"],
    ["It read 37 million rows.", "quantity"],
    ["17 libraries", "figure"],
    ["7 libraries", "quantity"],
    ["the top 250 festivals", "other"],
    ["In Kent, 17 libraries", "figure"],
  ])("%s: %s", (text, expected) => {
    expect(readIn(noTime, text)).toBe(expected);
  });

  test("property: what the data or any briefing counts is a figure, however it is said", () => {
    const counted = fc.constantFrom(
      "offences",
      "children",
      "young people",
      "recorded offences",
      "cases",
      "per cent",
      "%",
    );
    expect(readIn(noTime, "Police reveal 274 offences, and Operation Oak 18 offences.")).toBe("figure");
    expect(readIn(noTime, "In Operation Oak 18 offences came to light.")).toBe("figure");
    expect(readIn(noTime, "the top 5 offences")).toBe("figure");
    const said = fc.constantFrom("We had # in May.", "A # rise", "up to #", "It took 3 days and #.", "at least # each");
    fc.assert(
      fc.property(said, counted, fc.integer({ min: 1, max: 99_999 }), (text, noun, number) => {
        fc.pre(number < 1000 || number > 2100);
        const whole = text.replace("#", `${number} ${noun}`).replace("3 days", "some days");
        expect([whole, readIn(noTime, whole)]).toEqual([whole, "figure"]);
      }),
      { numRuns: trials(300, 300) },
    );
  });
});

test.each([
  "- ¾ cup whole milk, warmed",
  "1½ lbs boneless thighs",
  "350g (1½ cups), around 100°F",
  "The telegram is mentioned 3 times.",
  "his first titles over 1500m and 5,000m",
  "She holds the 10,000m record.",
  "Method 2 of 2: Using Grammar",
  "Method 1 of 3",
  "How do I use Canesten Cream 2%?",
  "A single tube of 2% vaginal cream is enough.",
  "0.9% sterile sodium chloride",
  "It ended 1 – 0 to them.",
  "Making up the top 10 are two songs.",
  "Method 1 Using the Elevator",
  "It is due to these effects: 1. Heat is lost. 2. Air moves.",
  "My extension is 35620.",
  "You can zoom in up to 300% without it.",
  "As late as 1890 there were none.",
  "In 1890 – 91 he wrote it.",
  "Take 1 white onion, diced.",
  "- 1 loaf of bread",
  "The council was founded by 1889 in all but name.",
  "The hall is 30 by 12 metres.",
  "a 3-bedroom home",
  "on 32-bit systems",
  "a 5-star stay",
  "It ended 2-1.",
  "in 10.x of it",
  "a vote of +1's",
  "see[^7] there",
  "a 3in1 plan",
  "the 10x project",
  "in 1downloadaccounts.csv",
  "He won the 800m final, and the women's 1500m.",
  "Idowu landed 17.30m at the trials",
  "specialise in 1 of the 4 areas of it",
  "The product code is 3109328.",
  "from 5300-3900 BC",
  "Please use numbers only, eg 9000",
  "The number must be between 1 and 50.",
  "Put 0 there.",
  "The first 2 are for managers.",
  "It is on record since the year 785.",
  "a score of 6.5",
  "0.5% w/v in water",
  "get a 60+ Oyster card",
  "QQ 12 34 56 C",
  "in the Register (65 FR 24541)",
  "Washington, D.C. 20240",
  "some 11,000 years ago in the East",
  "See P. 123.",
  "a data-limit=“150” there",
  "under Sec. 3264.2-1 of it",
  "by Executive Order 13571",
  "Write in the 3rd person.",
  "Baker, M. (2016). 1,500 scientists lift the lid. Nature, 533(7604), 452–454.",
  "The chance of 1) turning back and 2) going on.",
  "a contrast ratio of at least 4.5:1 to it",
  "the 800-year-old legacy",
  "the House's 90-day Task Force",
  'Change "Change the number of runs to 10" to it.',
])("a kind of a thing, a score, a version or a mark is a name: %s", (text) => {
  expect(readIn(noTime, text)).toMatch(/name|other/);
});

test.each([
  ["In your first year you get a 10% timetable reduction.", "quantity"],
  ["At least 60% should come from it.", "quantity"],
  ["You keep 90% of your pay.", "quantity"],
  ["teachers from the top 5 percent of graduates", "quantity"],
  ["taken from the top 5 to 10 percent of graduates", "quantity"],
  ["a 100% guaranteed plan", "quantity"],
  ["It is 100% functional already.", "quantity"],
  ["As you can see, 45% came.", "figure"],
  ["Telephones make up 75% of the market, which makes it vital that you know them.", "figure"],
  ["Telephones make up 75% of the mobile market, which makes them a must.", "figure"],
  ["You are 45% more likely to be a victim.", "figure"],
  ["a 12% clear-up rate", "figure"],
  ["a 12% rise", "figure"],
  ["Show a count of letters only where somebody has typed 75% of the limit.", "quantity"],
  ["It was not 100% accurate in offences of that year.", "figure"],
  ["It was not 100% accurate for the year in which all those offences came.", "quantity"],
  ["Zoom into 400%.", "quantity"],
  ["a 12% timetable reduction", "figure"],
  ["It had a 45% surge in its income.", "figure"],
  ["There is a 12% chance of that.", "figure"],
  ["12% said so", "figure"],
  ["Kent is in the top 5%.", "figure"],
  ["Kent is among the most deprived 20% of areas.", "figure"],
  ["It is in the most deprived 20% of areas.", "quantity"],
  ["It is 12% cheaper than that.", "figure"],
  ["By law, 12% of offences count.", "figure"],
  ["one of the top 10 visitor hotspots", "other"],
  ["the top 10 schools", "quantity"],
  ["We have 12 patient groups.", "quantity"],
  ["12 patient deaths", "figure"],
  ["12 offence reports", "figure"],
  ["a 12-offence rise", "figure"],
])("a share or a count that rules, chooses or likens is a guess: %s", (text, expected) => {
  expect(readIn(noTime, text)).toBe(expected);
});

test.each([
  ["The birth rate is the number of live births per 1,000 people per year.", "other"],
  ["The birth rate (the number of births for every 100,000 women) fell.", "other"],
  ["Mae’n dangos nifer y genedigaethau fesul 1,000 o bobl.", "other", "cy"],
  // A figure is said of it, or by it.
  ["The number of births per 1,000 people was 12.", "figure"],
  ["The number of births per 1,000 people was \uFFFC.", "figure"],
  ["Births per 1,000 people fell.", "figure"],
  ["The number of births per 1,274 people fell.", "figure"],
])("what a rate is of is no figure where none is said: %s", (text, expected, lang = "en") => {
  expect(readIn(noTime, text, lang)).toBe(expected);
});
