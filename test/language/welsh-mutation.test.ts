import { describe, expect, test } from "vitest";
import { exact } from "../../src/language/numbers/rational.ts";
import { locative, mutate, mutatedForms } from "../../src/language/welsh/mutation.ts";
import { ordinal } from "../../src/language/welsh/numerals.ts";
import { area, period, wordsOf } from "./fixtures.ts";

describe("mutations: the standard tables", () => {
  test.each([
    // radical, soft, nasal, aspirate
    ["pen", "ben", "mhen", "phen"],
    ["tad", "dad", "nhad", "thad"],
    ["cath", "gath", "nghath", "chath"],
    ["basged", "fasged", "masged", "basged"],
    ["dyn", "ddyn", "nyn", "dyn"],
    ["gwaith", "waith", "ngwaith", "gwaith"],
    ["mam", "fam", "mam", "mam"],
    ["llaw", "law", "llaw", "llaw"],
    ["rhan", "ran", "rhan", "rhan"],
  ])("%s", (radical, soft, nasal, aspirate) => {
    expect([mutate(radical, "soft"), mutate(radical, "nasal"), mutate(radical, "aspirate")]).toEqual([
      soft,
      nasal,
      aspirate,
    ]);
  });

  test.each([
    "afal",
    "heddlu",
    "ysgol",
    "nifer",
    "siop",
    "ffigur",
    "chwaer",
    "thema",
    "ddoe",
    "jar",
    "100,000",
    "NHS",
    "BBC",
    "GIG",
    "grŵp",
    "gêm",
    "gemau",
    "grant",
    "golff",
    "ŵyn",
    "Tsieina",
    "",
  ])("leave alone: %s", (word) => {
    for (const kind of ["soft", "nasal", "aspirate"] as const) {
      // Only the aspirate and the nasal leave these; the soft one has to leave all of them too.
      expect(mutate(word, kind)).toBe(word);
    }
  });

  test("a capital stays with the first letter, and only the first word changes", () => {
    expect([
      mutate("Gwent", "soft"),
      mutate("Caerdydd", "nasal"),
      mutate("Llundain", "soft"),
      mutate("Powys", "aspirate"),
    ]).toEqual(["Went", "Nghaerdydd", "Lundain", "Phowys"]);
    expect(mutate("dynion mewn carchar", "soft")).toBe("ddynion mewn carchar");
    // After "un", feminine nouns in ll and rh stay as they are.
    expect([mutate("llaw", "afterUn"), mutate("rhan", "afterUn"), mutate("cath", "afterUn")]).toEqual([
      "llaw",
      "rhan",
      "gath",
    ]);
  });

  test.each([
    ["Caerdydd", "yng Nghaerdydd"],
    ["Gwent", "yng Ngwent"],
    ["Gogledd Cymru", "yng Ngogledd Cymru"],
    ["De Cymru", "yn Ne Cymru"],
    ["Dyfed-Powys", "yn Nyfed-Powys"],
    ["Bangor", "ym Mangor"],
    ["Powys", "ym Mhowys"],
    ["Tywyn", "yn Nhywyn"],
    ["Merthyr Tudful", "ym Merthyr Tudful"],
    ["Abertawe", "yn Abertawe"],
    ["Llanelli", "yn Llanelli"],
    ["Rhyl", "yn Rhyl"],
    ["y Deyrnas Unedig", "yn y Deyrnas Unedig"],
    ["yr Alban", "yn yr Alban"],
    ["Chwilog", "yn Chwilog"],
  ])("in %s: %s", (name, expected) => {
    expect(locative(name)).toBe(expected);
    expect(wordsOf("cy").names.located([area(name)])).toBe(expected);
  });

  test("names of another language are left as they are", () => {
    const { names: places } = wordsOf("cy");
    expect(places.located([area("Thames Valley", { lang: "en" })])).toBe("yn Thames Valley");
    expect(places.located([area("Ynys Môn", { locative: "ar Ynys Môn" })])).toBe("ar Ynys Môn");
    expect(places.located([area("Gwent"), area("Kent", { lang: "en" })])).toBe("yn yr ardaloedd hyn: Gwent, Kent");
  });
});

describe("numerals and what they count", () => {
  const phraseOf = (
    unit: Parameters<ReturnType<typeof wordsOf>["phrases"]["count"]>[0]["unit"],
    value: number,
    decimals = 0,
  ) => wordsOf("cy").phrases.count({ value: exact(value), decimals, unit, atLeast: false }).phrase;

  test("of a feminine noun (the samples of Unicode CLDR: 1 gath, 2 gath, 3 cath, 6 chath)", () => {
    const cat = { one: "cath", other: "cathod", gender: "feminine" } as const;
    expect([0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 274].map((n) => phraseOf(cat, n))).toEqual([
      "0 o gathod",
      "1 gath",
      "2 gath",
      "3 cath",
      "4 cath",
      "5 cath",
      "6 chath",
      "7 cath",
      "10 cath",
      "11 o gathod",
      "274 o gathod",
    ]);
  });

  test("of a masculine noun (1 ci, 2 gi, 3 chi, 6 chi)", () => {
    const dog = { one: "ci", other: "cŵn", gender: "masculine" } as const;
    expect([1, 2, 3, 4, 6, 20].map((n) => phraseOf(dog, n))).toEqual([
      "1 ci",
      "2 gi",
      "3 chi",
      "4 ci",
      "6 chi",
      "20 o gŵn",
    ]);
  });

  test("of a noun that does not say its gender: the plural after o, which needs none", () => {
    const offence = { one: "trosedd", other: "troseddau" };
    expect([1, 2, 3, 6, 10].map((n) => phraseOf(offence, n))).toEqual([
      "1 trosedd",
      "2 o droseddau",
      "3 o droseddau",
      "6 o droseddau",
      "10 o droseddau",
    ]);
  });

  test("forms that the author gives, numbers with decimals, English units", () => {
    expect(phraseOf({ one: "blwyddyn", other: "blynyddoedd", two: "flynedd", gender: "feminine" }, 2)).toBe(
      "2 flynedd",
    );
    expect(phraseOf({ one: "cath", other: "cathod", gender: "feminine" }, 1, 1)).toBe("1.0 o gathod");
    const offence = { one: "offence", other: "offences", lang: "en" };
    expect([1, 2, 274].map((n) => phraseOf(offence, n))).toEqual(["1 offence", "2 offences", "274 offences"]);
  });

  test("percentage points: pwynt is masculine", () => {
    const say = (value: number, decimals = 0) =>
      wordsOf("cy").phrases.change({
        value: exact(value),
        decimals,
        mode: "points",
        direction: "up",
        unchanged: false,
        from: period("2017/18"),
        to: period("2018/19"),
      }).value;
    expect([say(1), say(2), say(3), say(6), say(14), say(2, 1)]).toEqual([
      "1 pwynt canran",
      "2 bwynt canran",
      "3 phwynt canran",
      "6 phwynt canran",
      "14 pwynt canran",
      "2.0 pwynt canran",
    ]);
  });

  test("ordinals", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 15, 18, 20, 21, 31, 40, 42, 100].map(ordinal)).toEqual([
      "1af",
      "2il",
      "3ydd",
      "4ydd",
      "5ed",
      "6ed",
      "7fed",
      "10fed",
      "11eg",
      "12fed",
      "13eg",
      "15fed",
      "18fed",
      "20fed",
      "21ain",
      "31ain",
      "40fed",
      "42ain",
      "100fed",
    ]);
  });
});

test("a name is known in each form that it has in running text", () => {
  expect(mutatedForms("Caint")).toEqual(["Gaint", "Nghaint", "Chaint"]);
  expect(mutatedForms("Powys")).toEqual(["Bowys", "Mhowys", "Phowys"]);
  expect(mutatedForms("Essex")).toEqual([]);
});
