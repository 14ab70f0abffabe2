import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { readText } from "./read-text.ts";

describe("digits that stand as those of a label do, in English", () => {
  test.each([
    "Here at 18F, an analyst ran sha256 over the file m365Email and called oauth2 twice.",
    "We moved to Microsoft 365, as American Legion Post 64 did. The Scrambling for Safety 7 conference met.",

    "1.1 Cookies are small text files",
    "a 501c3 charity, the GPT-4 model, issues #121, #122 and #123",
    "(SRA ID: 127795), User Story 186345",
    "the Agency, “2018 Standard Crime Contract” and schools across 2022 and 2024. The 1990 Trust met.",
    "the previous cycle (2018) and the Maddison Project (2012).",
    "It was begun by 1380; it existed as a turnpike from 1758. It was recorded between 1779 and 1939, and again from 1769 and on.",
    "It runs from 1870 to 2011. The workshop June 3, the one on September 23 and those of June 15-22.",
    "For police assistance use 101 or 999.",
    "Children under 13 without consent. You’re 67 and retired. Take your pension before 55.",
    "50 or over",
    "at 50 UN Plaza, which is near",
    "the Accessibility Guidelines 2.2 level A",
    "Posting 1 — Web Developer",

    "the old 747s",
    "They develop High Speed 3, and floor 3, Wing 1 of it. See steps 4 & 5 of Subject 2 (optional).",
    "Divine Liturgy on Sunday morning at 0800.",
    "if you are under 18 at a police station, or over 75 you pay",
    "In 1755 four licensed premises were recorded, and in 1541 Horsley was granted.",
    "the cohort’s value will be 2024, in the cabinet of 2021, and then back to 2024 if needed",
  ])("%s", (text) => {
    expect(readText(text)).not.toMatch(/!/);
  });

  test.each([
    "Storm kills 12",
    "Hired More Than 50 Political Appointees",

    "Kent 12, Essex 34",

    "l4O offences",
    "It stood at 1500.",
    "It rose by 1500 in Kent.",
    "an attendance of 1950 in May",
    "the membership is 2019",
    "a total of nearly 2019",
    "It was up to 2024.",
    "in year 3 died",
    "In Scotland 12, in Wales 9.",
    "Deaths 12",
    "Total 2019",
    "2019",
    "1950.",
    "Deaths: 2019",
    "There were 2019",
    "It rose to 2019.",
    "It fell from 1978 to 1950.",

    "It resulted in 1871.",
    "It went up by 1380;",
    "Of those, 1976 were girls.",
    "Cases (2087) and arrests (94)",
    "In Kent 2019 children",
    "2019 new homes",

    "2.5 Million children",

    "2.3 Offences per head",
    "1.234.567",

    "12K offences",

    "9MN",
    "£3BN",
    "GBP2000",
    "were274 children",
    "rose to274",
    "12offences",
    "The total number of people under 18.",
    "A total of 999.",
    "A 12-Month Wait",
    "a membership of over 20.",
    "12 Labour MPs",
    "12 South Wales Offences",
    "3 in 10",
    "12/40",
    "about 1600 of those",
    "average attendance was 75",
    "no fewer than 2013 in all",
    "up almost 200 from 2013 offences",
  ])("a statistic is no label: %s", (text) => {
    expect(readText(text)).not.toMatch(/#/);
  });

  test("property: a number with what it counts, or that words say is one, is never a label", () => {
    const before = fc.constantFrom(
      "",
      "Police recorded ",
      "In Kent, ",
      "There were ",
      "It rose to ",
      "A total of ",
      "Microsoft sold ",
      "Of the Act, ",
      "Since May, ",
    );
    const counted = fc.constantFrom(
      "offences",
      "children",
      "per cent",
      "recorded offences",
      "reported sexual offences",
      "young people",
      "%",
      "million",
      "new homes",
    );
    fc.assert(
      fc.property(before, fc.integer({ min: 0, max: 99_999 }), counted, (opening, number, after) => {
        const text = `${opening}${number} ${after}`;
        expect(readText(text)).not.toMatch(/#/);
      }),
      { numRuns: trials(500, 500) },
    );
    const said = fc.constantFrom(
      "There were #.",
      "The total was #.",
      "It rose to # in Kent.",
      "It fell by #.",
      "We counted #.",
      "Only # of them came.",
      "Nearly # in all.",
      "Deaths: #.",
      "#",
      "Kent: #",
      "Kent (#) and Essex",
    );
    fc.assert(
      fc.property(said, fc.integer({ min: 0, max: 99_999 }), (shape, number) => {
        // Years behind a name may be when it was.
        fc.pre(!shape.startsWith("Kent") || number < 1000 || number > 2100);
        const text = shape.replace("#", String(number));
        expect(readText(text)).not.toMatch(/#/);
      }),
      { numRuns: trials(500, 500) },
    );
  });
});

describe("digits that stand as those of a label do, in Welsh", () => {
  test.each(["4.1 Hyfforddi Staff a Gwirfoddolwyr", "Cynllun (2022 a 2023), a gwefan 18F", "Deddf Data, 2018, sydd"])(
    "%s",
    (text) => {
      expect(readText(text, "cy")).not.toMatch(/!/);
    },
  );

  test.each(["Roedd 2019 o droseddau.", "Y cyfanswm yw 1950.", "2019 trosedd", "cofnodwyd 2019 yno", "2019"])(
    "a statistic is no label: %s",
    (text) => {
      expect(readText(text, "cy")).not.toMatch(/#/);
    },
  );
});
