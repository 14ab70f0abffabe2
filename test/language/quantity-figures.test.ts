import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";

describe("digits that are said to be a quantity, in English", () => {
  test.each([
    "12 offences, 31 European countries, 329 FHV companies and 10 for-hire vehicle companies",
    "England’s 10 most lucrative bus lanes, the 10 LSOAs with the worst rate",
    "Removed 17 rows. Police recorded 2014 offences. There were 1900 deaths: 1950 of them in May.",
    "£3, 4%, 5 per cent, GBP 6, 1,274, 28 days, 5kg, a 24-hour limit, 3 to 6 months, 24, 36 or 48 hours",
    "3 of the 12, 20 out of 330, 1 in 20 and 266 (64%) of cases",
    "at least 7, up to 12, More Than 50, a total of nearly 2019, an attendance of 1950 in May",
    "It rose from 54 to 77, fell by 12",
    "The median is 27. The figure for Wales was 12. It stood at 1500.",
    "Kent had 12. Deaths: 954. Cases (16) and arrests (5) followed.",
    "Northumbria, 34; Kent, 12",
    "In Wales 12, in Scotland 9.",
    "20 were girls, and 15 awaiting transport; of those, 1976 were boys.",
    "1 petition was referred. 99 or fewer, 35+ years, 140 more, 3rd highest, ranked 4th of 42",
    "19.4 of them; the pseudo r-squared of 0.028",
    "We counted 140. The figure is 140. There were 140. In all of Kent 140 were hurt, and 38 had gone.",
    "about 140 forms, 140 calls",
    "by%20% in all, a 95% rise, a 95% level, a 6-monthly rise",
    "The crime report 2015 offences, in all reports 2015 offences",
    "140",
  ])("%s", (text) => {
    expect(readText(text)).not.toMatch(/#/);
  });

  test.each([
    "the 2024 cohorts, in 2014 agencies, moved to the 2025 contracts",
    "Microsoft 365 is used. key stage 3 pupils, year 11 pupils, platforms 13 and 14 will close, Art 8 rules",
    "a Caution + 3 interview, Shift + 3",
    "a registered charity in England and Wales (1076346)",
    "see version 3.1 or point 1.1 and Windows (3.1)",
    "IBM 360, HP 9000, etc.",
    "before 55 or at 65",
    "Great Britain 2024, the total for 2024, up to 2022 has",
    "1.4 Key absence measures, wagtail 6.3 upgrade",
    "the 17th at home, A 4th year medical student",
    "He left early. He was 64 and tired. information on 990 forms, many 911 overdose calls",
    "use the 990-PF, by Steuerle, 163–90, the (SIMD) 2020 quintiles, the Renting Homes Act (Wales) 2016",
    "Where the age would be less than 15 or greater than 99, grouped as 65+. Boise’s 65-and-over population",
    "of [1, 2, 3] and [2, 3, 4]; a 360° view",
    "Got%2C%20not%20got%20%3A%20the%20lost%20world",
    "a 6-monthly exam, a 95% confidence interval, the 5% significance level",
  ])("nothing says how much: %s", (text) => {
    expect(readText(text)).not.toMatch(/!/);
  });
});

describe("digits that are said to be a quantity, in Welsh", () => {
  test.each([
    "12 o droseddau, 3 o’r 12, 1 o bob 5, 12 trosedd a 3 phlentyn",
    "£3, 4%, 5 y cant, 1,274, 28 diwrnod, 5kg",
    "mwy na 7, hyd at 12, o leiaf 3",
    "Cynyddodd o 54 i 77. Gostyngodd i 12.",
    "Cofnodwyd 12 yno. Y canolrif oedd 27.",
    "Northumbria, 34; Caint, 12",
    "140",
  ])("%s", (text) => {
    expect(readText(text, "cy")).not.toMatch(/#/);
  });

  test.each([
    "mae’r person ifanc yn hŷn na 19, felly",
    "Deddf Diogelu Data 2018",
    "Ceisydd 1 a Cheisydd 2",
    "yn 2019 ac wedyn",
  ])("nothing says how much: %s", (text) => {
    expect(readText(text, "cy")).not.toMatch(/!/);
  });
});

test("the digits of a word have no share in brackets", () => {
  expect(readText("It grew by 179 km2 (2%) in all.")).toBe("It grew by ??? km# (!%) in all.");
});
