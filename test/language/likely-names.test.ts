import { describe, expect, test } from "vitest";
import { findLanguage } from "../../src/language/index.ts";

/** A text as the figure audit reads its digits: `#` where they are those of a name, `?` where they are a quantity. */
function read(text: string, lang: string): string {
  const { namedFigures, likelyNames, quantityFigures } = findLanguage(lang);
  const mark = (left: string, finds: readonly { index: number; length: number }[], sign: string) =>
    finds.reduce(
      (all, { index, length }) =>
        all.slice(0, index) + all.slice(index, index + length).replaceAll(/\p{N}/gu, sign) + all.slice(index + length),
      left,
    );
  const quantities = mark(mark(text, namedFigures(text), "#"), quantityFigures(text), "?");
  return mark(quantities, likelyNames(text), "#");
}

describe("digits that are likely those of a name", () => {
  test.each([
    ["en", "But from 1784 he lived there, and when he died in January 1806 and was buried, nobody knew."],
    ["en", "the war (1828 to 1829) began before the treaty, and the crisis of 1914 the others"],
    ["en", "Data source: Home Office, 2019"],
    ["en", "Citation: M Ashby. 2016. Using crime science"],
    ["en", "ahead of the upcoming 2026 BRIT Awards"],
    ["en", "Since February 10, many homes have had no water"],
    ["en", "Call 101 or 999. FOR EMERGENCIES CALL 999."],
    ["en", "3.1 As a User of the App, you may"],
    ["en", "not suitable for bands 1 to 3."],
    ["en", "Post Point, 10 South Colonnades, Canary Wharf"],
    ["en", "in the 10-Year Health Plan, and in a 24 hour clock"],
    ["en", "the funding (ES/S008624/1) of it"],
    ["en", "in the correct format; for example, 'QQ 12 34 56 C' or ZUX123456"],
    ["cy", "wedi cau ers 1784 ac eto ym Mehefin 1806 hefyd"],
    ["cy", "3.1 Fel defnyddiwr y gwasanaeth"],
  ])("%s: %s", (lang, text) => {
    expect(read(text, lang)).not.toMatch(/\p{N}|\?(?=[\d?])/u);
  });

  test.each([
    ["en", "Police recorded 1905 offences.", "1905"],
    ["en", "It rose from 1784 to 1829", "1784"],
    ["en", "Cases (1987) and arrests", "1987"],
    ["en", "Kent had 1589, Essex 1987.", "1987"],
    ["en", "The office dealt with 2087 of these in May", "2087"],
    ["cy", "Cofnodwyd 1905 o droseddau", "1905"],
  ])("%s: %s: a quantity, or nobody knows", (lang, text, digits) => {
    const { likelyNames } = findLanguage(lang);
    const at = text.indexOf(digits);
    expect(
      likelyNames(text).filter(({ index, length }) => index <= at && at + digits.length <= index + length),
    ).toEqual([]);
  });
});

describe("names that a plural may follow", () => {
  test.each([
    "They are responsible for year 11 pupils up to the date.",
    "From March, platforms 1 to 12 will be closed, and platforms 13 and 14 will remain open.",
    "quoting log 1619 of 09/12/25",
    "In April 1782, the cabinet agreed to it.",
    "at the height of the 2020 coronavirus pandemic",
    "Child (17 or under), and young people (16-24)",
    "A 4th year medical student wrote.",
    "This requires upgrading Ruby from 3.0 to 3.1 or later. It is Rails 3 that says so.",
    "HTTP Status: 201",
    "18+ or with consent; people are at least 19.",
  ])("%s", (text) => {
    expect(read(text, "en")).not.toMatch(/\p{N}|\?/u);
  });

  test("what is counted behind them is told", () => {
    expect(read("In the first year 11 pupils left.", "en")).toMatch(/11|\?\?/);
    expect(read("There are at least 19 people.", "en")).toMatch(/19|\?\?/);
  });
});
