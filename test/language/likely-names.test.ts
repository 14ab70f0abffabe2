import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";

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
    ["en", "and in a 24 hour clock"],
    ["en", "the funding (ES/S008624/1) of it"],

    ["en", "falls throughout 2001 and 2002 followed, and it was cut from a half to a third for 2004. Axa blamed"],
    [
      "en",
      "available from 1995 for England and Wales, 2004 for Scotland and 2005 for Northern Ireland, a series back to 1968",
    ],
    ["en", "Owain (1354 - c. 1416), and the Grenfell Tower fire 2017"],
    ["en", "Best Musical, District 3’ shortly before, at Gates 10 & 11 on the 5th floor, at 44th St"],
    ["en", "You need the 16-digit reference number. For example"],
    ["en", "12 and over do an individual audition. Robert Napier, won it."],
    ["en", "Registered Charity (Number 1156987); then press 55 when prompted"],
    ["en", "VoiceOver on iOS (iPhone Operating System) 17 reads it"],

    ["en", "If 'Yes', go to 2.2.2.6.2. The post-16 assessment of learners, a number of B-29s, the Fund-2025"],
    ["en", "4C Major restrictions to mobility"],
    ["en", "1. Definitions. 4. Restrictions. 7. Termination. You have"],
    ["en", "in first half 1986, for calendar 1987, and its last full year, 1985, in the week ended Feb 27 to"],
    ["en", "under 16 and living at home with you; year 1 of schooling; (seats available + 1)"],
    ["en", "Enter 0 if this does not apply"],
    ["cy", "Dynodwyd y parc ym 1951 fel y trydydd; cafodd ei eni yn 1887. Mae data ar gael o 1995 ar gyfer Cymru"],
    ["cy", "ar 4 Awst, 1962, ar ddechrau'r 1970au, 3ydd Barwn Grey"],
    ["cy", "o 8am - 6pm, 10am i 2pm Nid yw, am 6 o'r gloch heno"],
    ["cy", "Rhowch 0 os nad oes gennych rai. Er enghraifft"],
    ["cy", "etholiadau lleol 2019 yn Swydd Lincoln"],
    ["cy", "y rhifau 0 i 9 yn unig, adrannau 10A, 10B, yng ngholofn 1, yng Ngham 12"],
    ["cy", "mae iOS 17 yn darllen, ac Arolwg Chwaraeon Ysgol 2022, a'r gyfradd R² uchel"],
    ["cy", "wedi cau ers 1784 ac eto ym Mehefin 1806 hefyd"],
    ["cy", "3.1 Fel defnyddiwr y gwasanaeth"],
  ])("%s: %s", (lang, text) => {
    expect(readText(text, lang)).not.toMatch(/[?!]/);
  });

  test.each([
    ["en", "Police recorded 1905 offences.", "1905"],
    ["en", "Cases (1987) and arrests", "1987"],
    ["en", "The office dealt with 2087 of these in May", "2087"],
    ["en", "Kent Police, 25, and Essex Police, 12", "25"],
    ["en", "There were 12 and the others 3", "12"],
    ["cy", "Cofnodwyd 1905 o droseddau", "1905"],
    ["cy", "Roedd y cyfanswm yn 1987 eleni", "1987"],
  ])("%s: %s: a quantity, or nobody knows", (lang, text, digits) => {
    const at = text.indexOf(digits);
    expect(readText(text, lang).slice(at, at + digits.length)).not.toContain("#");
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
    "18+ or with consent",
  ])("%s", (text) => {
    expect(readText(text)).not.toMatch(/[?!]/);
  });

  test("what is counted behind them is told", () => {
    expect(readText("In the first year 11 pupils left.")).toMatch(/[?!]/);
    expect(readText("There are at least 19 people.")).toMatch(/[?!]/);
  });
});

describe("names that pages of councils, churches and newspapers have", () => {
  test.each([
    "Joseph Marsh Jr., 55, could face it. The teacher, 42, was seen; a girl, 14, of Leeds, was not. “Creek” star, 41, was.",
    "Girl, 14, Belfast. It is a 24-hour-a-day, 7-day-a-week helpline, with 52 weeks in a year.",
    "It is open until at least 2031, and was so from at least 2002 to 2005.",
    "He had a loaded .45-caliber handgun (Principle 2, Practice 7) and type 2 immune responses, and called 911.",
    "The 16-inch MacBook Pro and a 60-watt bulb were there, after the September 11, 2001 attacks, on Monday 11 March 2019 at 19.00 in the hall.",
    "He left when he was only 11 to blot it out.",
    "Write to P.O. Box 69440, Los Angeles, a 5-star hotel and a 3-pointer.",
    "Call us at 1-800-555-0123 or (800) 555-0123, or call police at 555-0123.",
    "He was seen around 20:00hrs on Thursday, and at 23:15 hrs again.",
    "Heather N. Grant, 33, Bulpitt, was seen; Ann Lee, 45, of Leeds, was not; Joe Marsh, 27, was arrested.",
    "The body of Sita Singh, 62, who lived there, was found by her 13 -year- old granddaughter.",
    "It happens to half by the time they are 80. It is seen in anyone older than 60 years who has it.",
    "as the country moves to level 3 restrictions, with stage 4 cancer",
    "He went home in about 1868 to write it, with the help of 3-D printers.",
    "On Wednesday 14th it opens, and on Monday the 2nd; the January 6 attack was before.",
    "A 15-Minute Morning Dance. Read 11 things we learned about Psalm 111 is.",
    "“Prop. 13 is costly”, and Proposition 187 was too",
    "Zoe Hart, 24, was overcome by it; resident Denise Lee, 55, said so, and Karl Lee, 29, originally denied it.",
    "It begins in their 30s, 40s, and 50s, or between the ages of 6 months to 3 years.",
    "It is open 24 hours a day, 365 days a year. Call NHS 111. The March 3 Super Tuesday is over.",
    "The Year 7-10 students and the Year 12 & 13 students write to Year 11-13 parents; some from Year 12 are out.",
    "in her 13th Council district, under the 1992 sexual offences act, at 18-21 week scans",
  ])("%s", (text) => {
    expect(readText(text)).not.toMatch(/[?!]/);
  });

  test.each([
    ["Call 300-4000 children", "4000"],
    ["In the area, 52, was highest", "52"],
    ["The rate stood at 19.00 in Kent", "19.00"],
    ["a 30-foot rise", "30"],
    ["when they were 11 to 14", "11"],
    ["On March 11, 2001 attacks were recorded", "2001"],
    ["the officers, 52, were fewer", "52"],
    ["the officer, 14, 15, and 16", "14"],
    ["Over the last 12 years of waiting", "12"],
    ["In the last 30 offences", "30"],
    ["A wait of 18 years", "18"],
    ["until at least 2021 offences were found", "2021"],
    ["a calibre of 12 men", "12"],
    ["each type 2 offences were", "2"],
    ["it called 911 children", "911"],
    ["12 months in prison", "12"],
    ["a girl, 14, boys, 12", "14"],
    ["Kent, 52, was charged most", "52"],
    ["Greater Manchester, 52, West Yorkshire, 41", "52"],
    ["Greater Manchester, 52, from Kent 12", "52"],
    ["people older than 60 years ago, 14 died", "14"],
    ["At each level 3 qualifications were lost", "3"],
    ["in around 1900 cases", "1900"],
    ["Since about 1900 offences were found", "1900"],
    ["In January 6 attack victims died", "6"],
    ["In January 6 attacks were recorded", "6"],
    ["A 10-Year High In Offences", "10"],
    ["Kent, Essex, 35, said the Home Office", "35"],
    ["Thames Valley, 35, said the Home Office", "35"],
    ["Greater Manchester, 52, was followed by Kent", "52"],
    ["Milton Keynes, 52, was overtaken by Luton", "52"],
    ["Ann Lee, 52, recorded more", "52"],
    ["Women, 40, of Kent, were hurt", "40"],
    ["In the year 11 pupils left", "11"],
    ["The 1992 offences of the act", "1992"],
    ["In their 300s offences fell", "300"],
    ["an 18-21 week wait", "18"],
    ["It took 24 hours and a day", "24"],
    ["NHS 111 staff left", "111"],
    ["The 13th council district", "13"],
  ])("what has their form and counts is told: %s", (text, digits) => {
    const at = text.indexOf(digits);
    expect(readText(text).slice(at, at + digits.length)).not.toContain("#");
  });
});
