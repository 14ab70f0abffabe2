import { describe, expect, test } from "vitest";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { readText } from "./read-text.ts";

/** What has the form of a figure and may be a distance, a place in a race, a fee or a rule; and the same where a word says what was counted. */
const english: readonly (readonly [text: string, read: string])[] = [
  ["I hit 10k feeling good but behind target pace.", "I hit ??k feeling good but behind target pace."],
  ["The 800m was held on a Saturday.", "The ???m was held on a Saturday."],
  ["Races run down a broad 1,200 m sweep of the river.", "Races run down a broad ~,~~~ m sweep of the river."],
  ["We met Bedford over 1k side-by-side.", "We met Bedford over ?k side-by-side."],
  ["She finished in 4th position.", "She finished in ?th position."],
  ["They came 81 out of 287 with Ann in the bow.", "They came ?? out of ??? with Ann in the bow."],
  ["You need 6 of 10 to complete the league.", "You need ? of ?? to complete the league."],
  [
    "There may be a cancellation charge of up to 100% of the booking value.",
    "There may be a cancellation charge of up to ???% of the booking value.",
  ],
  ["The vessels pay a 1.6% landing fee on each delivery.", "The vessels pay a ?.?% landing fee on each delivery."],
  ["If an organisation had 200 staff, it has a rate.", "If an organisation had ??? staff, it has a rate."],
  ["Admissions per 100,000 population from 2015-2022", "Admissions per ???,??? population from ####-####"],
  ["Table A7: Crime rates per 1,000 population", "Table A#: Crime rates per ?,??? population"],
  ["It is open to all (minimum 30 members).", "It is open to all (minimum ?? members)."],
  ["We are an alliance of 8 organisations.", "We are an alliance of ? organisations."],
  ["The fair had 8 local employers.", "The fair had ? local employers."],
  ["Offences: 12 – 15 Park Road", "Offences: !! – ## Park Road"],
  ["Homes at (128 – 150 Blackfriars Road).", "Homes at (### – ### Blackfriars Road)."],
  ["Those who reached 18 rose.", "Those who reached ?? rose."],
  ["Officers stopped 12k people.", "Officers stopped !!k people."],
  ["Kent finished 3rd for offences.", "Kent finished !rd for offences."],
  ["Kent was the 12th highest for crimes.", "Kent was the !!th highest for crimes."],
  ["In 12 of 40 cases the victim was a child.", "In !! of !! cases the victim was a child."],
  ["Deaths rose to 12k.", "Deaths rose to !!k."],
  ["Victims had 12% of cases.", "Victims had !!% of cases."],
  ["The minimum age for membership of the Club is 18.", "The minimum age for membership of the Club is ##."],
  ["She ran in a time of 5.37, and they drop at 12 UTC.", "She ran in a time of #.##, and they drop at ## UTC."],
  ["The route is 10.4k long, and 100m from the shop.", "The route is ??.?k long, and ###m from the shop."],
];

const welsh: readonly (readonly [text: string, read: string])[] = [
  ["Daeth y tîm yn 12fed yn y ras.", "Daeth y tîm yn ??fed yn y ras."],
  ["Mae angen 6 o 10 i orffen y gynghrair.", "Mae angen # o ?? i orffen y gynghrair."],
  ["Mae ffi canslo o 40 y cant.", "Mae ffi canslo o ?? y cant."],
  ["Rydym yn gynghrair o 8 sefydliad.", "Rydym yn gynghrair o ? sefydliad."],
  ["Stopiwyd 12k o bobl.", "Stopiwyd !!k o bobl."],
  ["Rhedais ras 10k, mewn amser o 5.37, 100m o'r siop.", "Rhedais ras ##k, mewn amser o #.##, ###m o'r siop."],
  ["Mae'n dechrau am 7.30.", "Mae'n dechrau am #.##."],
];

describe("what has the form of a figure alone", () => {
  test.each(english)("%s", (text, read) => {
    expect(readText(text)).toBe(read);
  });

  test.each(welsh)("%s", (text, read) => {
    expect(readText(text, "cy")).toBe(read);
  });
});

test("crimes that double are told of where a pronoun stands for them", () => {
  const { saidFigures } = createWords({ language: findLanguage("en") });
  expect(saidFigures("They double.").map(({ text }) => text)).toEqual(["double"]);
  expect(saidFigures("They double up.")).toEqual([]);
});
