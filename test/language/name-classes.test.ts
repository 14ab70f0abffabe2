import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";

const noData = { isMeasured: () => false, isCategory: () => false, units: () => [] };

/** Whether the audit says nothing of any number of a text: each is in a name of a kind, or stands as one. */
function isSilent(lang: string, text: string): boolean {
  const { namedFigures, readNumber } = createWords({ language: findLanguage(lang) });
  const names = namedFigures(text);
  return [...text.matchAll(/\d+(?:[.,:/]\d+)*/g)].every(({ 0: found, index }) => {
    const end = index + found.length;
    const isNamed = names.some((name) => name.index <= index && end <= name.index + name.length);
    return isNamed || readNumber(text, index, end, noData) === "name";
  });
}

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const number = (min: number, max: number) => fc.integer({ min, max });
const two = (value: number) => String(value).padStart(2, "0");
const year = number(1950, 2024);

describe.each<[string, string, fc.Arbitrary<string>]>([
  [
    "en",
    "numbers of paragraphs",
    fc
      .tuple(number(1, 99), pick("The", "These", "It", "We", "In", "Since", "Some", "With", "However"))
      .map(([n, word]) => `${n} ${word} council has met`),
  ],
  [
    "en",
    "clauses within a text",
    fc.tuple(number(1, 12), number(1, 19)).map(([a, b]) => `This is said. ${a}.${b} The board will hear it.`),
  ],
  [
    "en",
    "what programs listen at, write and are told",
    fc
      .tuple(
        number(1, 65_535),
        number(1, 9),
        pick(
          "Forward port # to your own port #.",
          "It listens at 127.0.0.%:# for now.",
          "Write a %.sql file, or report-%.pdf.",
          "Let it be #px wide x #px high.",
          'Find "status=#".',
          'They pinned it to "~> %.0") at once.',
        ),
      )
      .map(([n, digit, text]) => text.replaceAll("#", String(n + 9)).replaceAll("%", String(digit))),
  ],
  [
    "en",
    "works by volume, issue and page",
    fc
      .tuple(number(1, 300), number(1, 3900), pick("Winter ", "July ", ""), year, number(1, 900))
      .map(
        ([volume, issue, season, y, page]) =>
          `Journal of Democracy ${volume}, no. ${issue} (${season}${y}): ${page}. Science ${volume}, nos. 1 and ${issue} (${y}): ${page}–${page + 9}. Who Gets What, vol. ${volume}, pt. ${(issue % 20) + 1} (New York: Norton, ${y}), ${page}.`,
      ),
  ],
  [
    "en",
    "ages in turn",
    fc
      .tuple(number(5, 20), number(5, 25), pick("if they are ill", "where the parent agrees"))
      .map(([a, b, when]) => `children under ${a} (or ${b} ${when})`),
  ],
  [
    "en",
    "days that are called by their dates",
    pick("the 9/11 terrorist attacks", "After 9/11 they met.", "a post-9/11 world", "the victims of 7/7"),
  ],
  [
    "en",
    "laws by congress",
    fc
      .array(fc.tuple(number(80, 118), number(1, 400)), { minLength: 1, maxLength: 4 })
      .map((laws) => `under Public Laws ${laws.map(([a, b]) => `${a}-${b}`).join(", ")}; and so on`),
  ],
  [
    "en",
    "years that a share is compared with",
    fc
      .tuple(pick("some per cent", "many percentage points"), pick("up", "down", "a decrease"), year)
      .map(([share, move, y]) => `${share} ${move} from ${y}.`),
  ],
  [
    "en",
    "years",
    fc
      .tuple(
        year,
        pick(
          "schools that opened across # did so",
          "the data ran through #.",
          "the # Census estimates",
          "only the # Plan",
        ),
      )
      .map(([y, text]) => text.replace("#", String(y))),
  ],
  [
    "en",
    "spans of years",
    fc
      .tuple(number(10, 60), number(1, 39), pick("for", "in", "of"))
      .map(([a, d, word]) => `the policy ${word} 19${a}-${a + d} was kept`),
  ],
  [
    "en",
    "times of four digits",
    fc
      .tuple(number(0, 9), number(0, 5), number(10, 23), pick("and", "to", "until"))
      .map(([h, m, end, word]) => `peaks between 0${h}${m}0 ${word} ${end}00 each day`),
  ],
  [
    "en",
    "flats of a floor",
    fc
      .tuple(number(1, 30), number(1, 250))
      .map(([floor, flat]) => `the café (Tai Seng Avenue, #${two(floor)}-${two(flat)}) was closed`),
  ],
  [
    "en",
    "names with a number",
    fc
      .tuple(pick("Apollo", "Sputnik", "Interstate", "Proposition", "Rank"), number(1, 99))
      .map(([name, n]) => `they went by ${name} ${n}, and came back`),
  ],
  [
    "en",
    "districts and devices",
    fc
      .tuple(pick("district", "cluster", "device", "station", "region"), number(1, 99))
      .map(([word, n]) => `much of the rate was by ${word} ${n}.`),
  ],
  ["en", "codes with a nought before", number(1, 999).map((n) => `the area called 0${n}A is here`)],
  [
    "en",
    "titles that end in years",
    fc
      .tuple(number(1850, 1990), number(1991, 2043))
      .map(([from, to]) => `Births and deaths in Scotland by age, ${from} to ${to}`),
  ],
  [
    "en",
    "bands of ages",
    fc.tuple(number(10, 60), number(2, 9)).map(([from, d]) => `those of the ${from} to ${from + d} age band did so`),
  ],
  [
    "en",
    "days of each month",
    fc.tuple(number(4, 20), number(24, 28)).map(([a, b]) => `if the ${a}th or ${b}th fall on a Saturday`),
  ],
  [
    "en",
    "kinds before their number",
    fc.tuple(pick("pillar", "myth", "scenario"), number(1, 9)).map(([word, n]) => `added to the ${word} ${n} list`),
  ],
  [
    "cy",
    "cheques and amounts of a form",
    fc
      .tuple(number(1000, 1999), number(10, 999))
      .map(
        ([cheque, n]) => `Rhifau ${cheque}, ${cheque + 1} a ${cheque + 5}. Rhaid fod yn swm, megis £${n} neu £${n}.75`,
      ),
  ],
  [
    "cy",
    "classes, volumes and numbers",
    fc.tuple(pick("Dosbarth", "Cyfrol", "Rhifyn"), number(1, 30)).map(([word, n]) => `yn y ${word} ${n} fe welir hyn`),
  ],
])("%s: %s", (lang, _, texts) => {
  test("say nothing of a figure", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isSilent(lang, text)).toBe(true);
      }),
      { numRuns: trials(60, 60) },
    );
  });
});

describe("what counts something is told of in the same places", () => {
  test.each<[string, fc.Arbitrary<string>]>([
    ["after a number of a paragraph", number(3, 999).map((n) => `${n} children were hurt`)],
    ["after a district", number(3, 999).map((n) => `In each district ${n} children were hurt`)],
    ["a share and a count", number(1100, 1899).map((n) => `It fell by 3% from ${n} offences.`)],
    ["years that are counts", year.map((n) => `Police recorded ${n} offences.`)],
    ["years in a list of places", year.map((n) => `Kent had ${n - 1}, Essex ${n}.`)],
    ["a nought before a count", number(1, 999).map((n) => `Police recorded 0${n} offences.`)],
    ["what is said to be so many", number(300, 999).map((n) => `The cases numbered ${n}-${n + 40}.`)],
    ["a place, though a year has the number", year.map((n) => `In Wiltshire ${n} were hurt.`)],
    ["a place", number(3, 99).map((n) => `In Wiltshire ${n} were hurt.`)],
    ["a share that is written as a day is", pick("9/11 children were hurt", "9/11 of all", "solved 7/7 offences")],
    ["a count behind a port", number(20, 999).map((n) => `In the port ${n} children were hurt.`)],
    ["a count by an equals sign", number(20, 999).map((n) => `Kent=${n}`)],
    ["hours that are a count", number(11, 23).map((n) => `from 1000 to ${n}00 offences`)],
  ])("%s", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isSilent("en", text)).toBe(false);
      }),
      { numRuns: trials(60, 60) },
    );
  });
});
