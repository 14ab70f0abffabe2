import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directionOf } from "../../src/language/numbers/direction-of.ts";
import { exact } from "../../src/language/numbers/rational.ts";
import { area, period, said, wordsOf } from "./fixtures.ts";

/** Every phrase of a language in a style: what it is, `phrase | change | value | label`. */
const table = (lang: "en" | "cy", style: "govuk" | "ons" | "press") => {
  const { phrases, numbers } = wordsOf(lang, style);
  return Object.fromEntries(
    Object.entries(said).map(([name, say]) => {
      const { phrase, change, value, label } = say(phrases, lang);
      const sentence = numbers.sentence(phrase);
      return [
        name,
        [
          phrase,
          change === phrase ? "" : change,
          value,
          label,
          sentence.slice(1) === phrase.slice(1) ? "" : sentence,
        ].join(" | "),
      ];
    }),
  );
};

describe("phrases, as a newcomer reads them", () => {
  test.each(["en", "cy"] as const)("%s, GOV.UK", (lang) => {
    expect(table(lang, "govuk")).toMatchSnapshot();
  });

  test("each phrase of the contract is among them: a new one is a line of `said` in fixtures.ts", () => {
    const asked = new Set<string | symbol>();
    const phrases = new Proxy(wordsOf("en").phrases, {
      get: (target, name, receiver) => {
        asked.add(name);
        return Reflect.get(target, name, receiver);
      },
    });
    for (const say of Object.values(said)) say(phrases, "en");
    // What these say stands in sentences, which `test/claims/series-sentences.property.test.ts` reads.
    const sentences = ["trend", "standing"];
    expect(Object.keys(phrases).filter((name) => !asked.has(name) && !sentences.includes(name))).toEqual([]);
  });

  test.each(["en", "cy"] as const)("%s: what other styles say differently", (lang) => {
    const govuk = table(lang, "govuk");
    const differing = (style: "ons" | "press") =>
      Object.fromEntries(Object.entries(table(lang, style)).filter(([name, text]) => text !== govuk[name]));
    expect({ ons: differing("ons"), press: differing("press") }).toMatchSnapshot();
  });

  test("in tables, and where a figure stands alone, every style has numerals and the sign", () => {
    for (const lang of ["en", "cy"] as const) {
      for (const style of ["ons", "press"] as const) {
        const [tabular, govuk] = [wordsOf(lang, style).inTables, wordsOf(lang)];
        for (const [name, say] of Object.entries(said)) {
          // Places follow the style's words: "third of 42" is no figure.
          if (/place/.test(name)) continue;
          expect([name, say(tabular.phrases, lang)]).toEqual([name, say(govuk.phrases, lang)]);
          expect(say(wordsOf(lang, style).phrases, lang).value).toBe(say(govuk.phrases, lang).value);
        }
      }
    }
  });
});

describe("direction", () => {
  const size = fc.integer({ min: -100_000, max: 100_000 }).map((thousandths) => exact(thousandths).div(100_000));
  const words: Readonly<Record<"en" | "cy", Readonly<Record<"up" | "down", RegExp>>>> = {
    en: { up: /\brise\b/, down: /\bfall\b/ },
    cy: { up: /^cynnydd/, down: /^gostyngiad/ },
  };

  test.each(["en", "cy"] as const)(
    "property, %s: the word is that of the rounded value, and nothing rises by 0%%",
    (lang) => {
      const { phrases } = wordsOf(lang);
      fc.assert(
        fc.property(size, (value) => {
          const direction = directionOf(value.mul(100), 0);
          const { phrase, change } = phrases.change({
            value,
            decimals: 0,
            mode: "relative",
            direction,
            unchanged: value.equals(0),
            from: period("2017/18"),
            to: period("2018/19"),
          });
          const printed = Number(/(\d+)%/.exec(phrase)?.[1] ?? 0);
          expect(direction === "flat").toBe(printed === 0);
          if (direction === "flat") {
            expect(phrase).not.toMatch(/\d+%/);
            expect(change).not.toMatch(/\d/);
            return;
          }
          expect(phrase).toMatch(words[lang][direction]);
          expect(value.compare(0) > 0).toBe(direction === "up");
        }),
      );
    },
  );
});

describe("places and periods", () => {
  test("in English", () => {
    const { names: places } = wordsOf("en");
    expect(places.located([area("UK", { inText: "the UK" })])).toBe("in the UK");
    expect(places.located([area("Isle of Wight", { locative: "on the Isle of Wight" })])).toBe("on the Isle of Wight");
    expect(places.located([area("Kent"), area("Essex"), area("Surrey")])).toBe("in Kent, Essex and Surrey");
    expect(places.located([])).toBe("");
    expect(places.cell({ categories: [area("Kent")], periods: [period("2018/19")] })).toBe("Kent (2018/19)");
  });

  test.each([
    ["2018/19", "2018/19"],
    ["Mar 2019", "Mawrth 2019"],
    ["Apr-Sep 2017", "Ebrill–Medi 2017"],
    ["year ending March 2019", "y flwyddyn a ddaeth i ben ym mis Mawrth 2019"],
    ["2018-Q3", "chwarter 3, 2018"],
    ["2024-05-17", "17 Mai 2024"],
    ["FYE 2019", "2018/19"],
    ["2018-19 academic year", "blwyddyn academaidd 2018/19"],
    ["year ending 5 April 2019", "y flwyddyn a ddaeth i ben ar 5 Ebrill 2019"],
    ["2018/19 Q1", "Ebrill–Mehefin 2018"],
    ["H2 2018", "ail hanner 2018"],
    ["2018/19 H2", "Hydref 2018–Mawrth 2019"],
    ["2020-W05", "yr wythnos yn dechrau 27 Ionawr 2020"],
    ["2015 to 2017", "2015–2017"],
    ["2018-04-06/2018-05-06", "6 Ebrill 2018 – 5 Mai 2018"],
  ])("in Welsh: %s is %s", (label, expected) => {
    expect(wordsOf("cy").names.period(period(label))).toBe(expected);
  });

  test.each([
    [["2017/18", "2018/19"], "o'i gymharu â'r flwyddyn flaenorol", "on the previous year"],
    [["2014", "2019"], "ers 2014", "since 2014"],
    [["Feb 2019", "Mar 2019"], "o'i gymharu â'r mis blaenorol", "on the previous month"],
    [["Jan 2019", "Mar 2019"], "ers mis Ionawr 2019", "since Jan 2019"],
    [["2018-Q2", "2018-Q3"], "o'i gymharu â'r chwarter blaenorol", "on the previous quarter"],
    [["H1 2018", "H2 2018"], "o'i gymharu â'r chwe mis blaenorol", "on the previous half-year"],
    [["2020-W04", "2020-W05"], "o'i gymharu â'r wythnos flaenorol", "on the previous week"],
    [["2024-05-16", "2024-05-17"], "o'i gymharu â'r diwrnod blaenorol", "on the previous day"],
    [
      ["Apr-Sep 2016", "Apr-Sep 2017"],
      "o'i gymharu â'r un misoedd yn y flwyddyn flaenorol",
      "on the same months of the previous year",
    ],
  ])("what is compared: %s", ([from = "", to = ""], welsh, english) => {
    const span = { from: period(from), to: period(to) };
    const say = (lang: string) =>
      wordsOf(lang).phrases.change({
        value: exact(0),
        decimals: 0,
        mode: "relative",
        direction: "flat",
        unchanged: true,
        ...span,
      }).phrase;
    expect(say("cy")).toBe(`dim newid ${welsh}`);
    expect(say("en")).toBe(`no change ${english}`);
  });
});

describe("notes and descriptions, as a newcomer reads them", () => {
  const place = { categories: [area("Kent")], periods: [period("2018/19")] };
  const coverage = { responded: 38, asked: 43, periods: [period("2017/18")] };

  test.each(["en", "cy"] as const)("%s: notes", (lang) => {
    const { notes } = wordsOf(lang);
    const group = { size: 3, plural: lang === "en" ? "police forces" : "heddluoedd" };
    expect([
      notes.coverage(38, 43),
      notes.conflict,
      notes.coverageDiffers(coverage, { ...coverage, responded: 40, periods: [period("2018/19")] }),
      notes.leftOut({ kept: 2, of: group, left: [area("Kent")] }),
      notes.lowerBound(place),
      notes.partialPeriod(place),
      notes.notComparable(place),
      notes.provisional(place),
      notes.estimated(place),
      notes.revised(place),
      notes.breakAt(place),
      notes.brokenSeries(period("Mar 2019"), "…"),
      notes.overlapping("Platform"),
      notes.moreCells(38),
      notes.rounded({ base: 5 }),
      notes.rounded({ base: 5, madeOf: "Rate" }),
    ]).toMatchSnapshot();
  });

  test.each(["en", "cy"] as const)("%s: charts", (lang) => {
    const { charts } = wordsOf(lang);
    const [first, last] = [
      { name: "2014", figure: "114" },
      { name: "2019", figure: "274" },
    ] as const;
    expect([
      charts.opening({ kind: "bar", values: "N", by: ["A", "B"] }),
      charts.opening({ kind: "line", values: "N", by: [] }),
      charts.opening({ kind: "chart", values: "", by: [] }),
      charts.noData,
      charts.rows(12),
      charts.extremes({
        highest: { names: ["A"], figure: "9" },
        lowest: { names: ["B", "C", "D", "E", "F"], figure: "1" },
      }),
      charts.only({ names: ["A"], figure: "9" }),
      charts.same(5, "12"),
      charts.highlighted("A", "9"),
      charts.line({ series: "", first, direction: "flat" }),
      charts.line({ series: "A", first, last, direction: "up" }),
      charts.line({
        series: "",
        first,
        last,
        direction: "down",
        peak: { names: [last.name], figure: last.figure },
        low: { names: [first.name], figure: first.figure },
      }),
      charts.line({ series: "", first, last, direction: "flat" }),
      charts.moreLines(3),
      charts.points(1),
      charts.span("N", "1", "3"),
      charts.gaps({
        suppressed: { count: 2, names: [] },
        missing: { count: 1, names: [] },
        disputed: { count: 1, names: [] },
      }),
      charts.gaps({
        suppressed: { count: 4, names: [`A (${charts.stretch("2018", "2020")})`, "B"] },
        missing: { count: 0, names: [] },
        disputed: { count: 0, names: [] },
      }),
    ]).toMatchSnapshot();
  });
});
