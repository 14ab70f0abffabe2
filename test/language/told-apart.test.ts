import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";
import { readText } from "./read-text.ts";

/** What the audit says of a text: its digits where it warns or stops, and its figures in words. */
function toldOf(text: string, lang: string): readonly string[] {
  const read = readText(text, lang);
  const digits = [...text.matchAll(/\d[\d.,:]*\d|\d/g)].filter(({ 0: { length }, index }) =>
    /[?!]/.test(read.slice(index, index + length)),
  );
  const { saidFigures } = createWords({ language: findLanguage(lang) });
  return [...digits.map(({ 0: found }) => found), ...saidFigures(text).map(({ text: said }) => said)];
}

interface Kind {
  readonly silent: readonly string[];
  /** The same words where they are a figure, with the figure. */
  readonly told: readonly (readonly [figure: string, text: string])[];
}

const english: Readonly<Record<string, Kind>> = {
  "years before another number of things": {
    silent: [
      "In 2019 several councils met.",
      "By 1820 many families had moved.",
      "In 2020 most children stayed at home.",
    ],
    told: [
      ["2019", "There were 2019 several offences."],
      ["2020", "Since May, 2020 children stayed at home."],
      ["1820", "It rose by 1820 in several families."],
    ],
  },
  "what kind of people so many are": {
    silent: ["In 2019 five year old girls came to it."],
    told: [
      ["100", "100 five year old children were hurt."],
      ["12", "12 two day courses were held."],
      ["2019", "2019 children were hurt."],
    ],
  },
  "ages that are set": {
    silent: [
      "The minimum age is 18.",
      "The age limit is 25, and we keep to it.",
      "However 25 is the upper age limit for members.",
    ],
    told: [
      ["18", "The average age is 18."],
      ["12", "The maximum age was 12."],
      ["25", "The age limit is 25 offences."],
    ],
  },
  "ages of those of whom a share is said": {
    silent: [],
    told: [
      ["60", "60% of the people will be under 40."],
      ["40", "The number was under 40."],
      ["40", "12% more came, and the total is over 40."],
    ],
  },
  "rooms and parts of a series": {
    silent: ["She is downstairs in room 568.", "We are celebrating episode 400!"],
    told: [
      ["568", "In the room 568 offences were recorded."],
      ["400", "In that episode 400 people were hurt."],
      ["12", "They had room for 12 children."],
    ],
  },
  "paragraphs and numbers of a text": {
    silent: [
      "Rules 4(d) and 18(3) specify the need.",
      "See Part 2(6)(1 and 2) of the Act.",
      "Answer 47 & 48 say so.",
      "It is a 501c(3) charity.",
      "By the Ohio Revised Code Section (RC) 3313.12, 3311.19, it is so.",
      "It stands in School of Law; 2010:40.",
      "There are broad goals: 1. keeping on and 2. going back.",
    ],
    told: [
      ["18", "Section 4 and 18 offences"],
      ["13", "Kent (RC) had 13.12 offences."],
      ["2", "In ward 1. Kent rose to 2. Essex fell."],
      ["48", "Answers of 47 & 48 children were lost."],
    ],
  },
  "how far things are apart": {
    silent: [
      "Ring with 1m+ separation.",
      "They stood up to 100m apart.",
      "Turn right, then take the left after only about 20m.",
    ],
    told: [
      ["1", "It cost 1m+ children a year."],
      ["100", "Up to 100m people stood apart."],
      ["20", "It rose to about 20m, followed by a fall."],
    ],
  },
  addresses: {
    silent: [
      "Where: Heritage House 2.05, 61 Southgates, Leicester LE1 5RR",
      "It is at 105 Leicester Rd, Mountsorrel.",
      "All Saints is at 31 rue des Jardins, Québec.",
      "Café la Mosaïque, 5727, rue Saint-Louis, Lévis",
      "State Route 37, Watertown, N.Y. 13601.",
    ],
    told: [
      ["61", "In Leicester 61 offences were recorded, at LE1 5RR too."],
      ["61", "61 Offences, Leicester LE1 5RR"],
      ["13601", "N.Y. 13601 offences"],
    ],
  },
  days: {
    silent: ["It includes Sunday 27th.", "It followed the September 11 attacks.", "It is no earlier than about 1980."],
    told: [
      ["27", "On Sunday 27 children were hurt."],
      ["11", "In September 11 attacks were recorded."],
      ["1980", "It was no more than about 1980 offences."],
    ],
  },
  "names that hold a number": {
    silent: [
      "The 11th Annual Fair was held.",
      "It is the 30 by 30 commitment.",
      "CarpentryCon2020 takes place in June.",
      "the Third Annual Event",
    ],
    told: [
      ["11", "It is the 11th highest."],
      ["30", "It fell by 30 by 30 June."],
      ["2020", "There were in2020 offences."],
      ["third annual", "It was the third annual rise."],
    ],
  },
  "kinds of homes and years of school": {
    silent: [
      "We need a 3 or 4 bedroom property.",
      "A 2 bedroom property will not do.",
      "Grade 5 and 6 students go to camp.",
    ],
    told: [
      ["12", "There were 12 bedroom fires."],
      ["12", "They closed 12 bed units."],
      ["6", "From Grade 5, 6 students were hurt."],
    ],
  },
  "what is worked out": {
    silent: ["The method multiplies it by 5 to compare."],
    told: [
      ["5", "Offences multiplied by 5 in a year."],
      ["5", "It rose by 5."],
      ["12", "The team multiplies it by 12 offences."],
    ],
  },
  "halves and lists that are no share": {
    silent: [
      "The north half of the front was the hall.",
      "But that’s only half the story.",
      "Here is the top ten:",
      "They are of the top ten Google searches.",
      "The last couple of days my feeds have been full.",
    ],
    told: [
      ["half", "The other half of it is so, and half of the children stayed."],
      ["Half", "Half the stories of the children were told."],
      ["ten", "They are the top ten police forces."],
      ["The last couple of", "The last couple of offences my friend saw."],
    ],
  },
  "people told apart, and ways to speak": {
    silent: [
      "The Kurdish minority was very small.",
      "Our comments were threefold.",
      "It is a violation through a single incident or series of actions.",
      "With them came Aaron, who was then thirteen.",
      "Covid-19 Missive Two, March",
    ],
    told: [
      ["The tiny minority", "The tiny minority were hurt."],
      ["threefold", "The rise was threefold."],
      ["a single", "There was a single incident in Kent."],
      ["thirteen", "The victims, who were thirteen, came."],
      ["Two", "Two came to us."],
    ],
  },
  "ages in words, and numbers that are said twice": {
    silent: [
      "He died at the age of just thirty-three.",
      "All over the age of eighteen may vote.",
      "It is for those eighteen (18) years of age and older.",
      "Each has one (1) vote.",
      "It is the print that we used in session two.",
    ],
    told: [
      ["thirty-three", "They had an average age of thirty-three."],
      ["eighteen", "At that age eighteen children came."],
      ["18", "There were eighteen (18) children."],
      ["1", "Only one (1) child came."],
    ],
  },
  "telephones, times and who is sure": {
    silent: [
      "Enquiry Line: 028 90 890 890 (for all)",
      "Call the emergency services – 999",
      "It is open from 10am to 12 in the main hall.",
      "None of us were 100% sure.",
      "It will be reviewed regularly – at least every 3 years – and mended.",
    ],
    told: [
      ["12", "From 10am to 11, 12 in all came."],
      ["100", "It was 100% of the offences."],
      ["3", "A child is hurt at least every 3 months."],
      ["999", "The emergency services had 999 calls."],
    ],
  },
  "teams, clubs and laws": {
    silent: [
      "All Under 14’s are with their parent, and so are Under -13s.",
      "He came up with the idea of 6-a-side.",
      "They started a Chippewa 500 Club.",
      "Through AB 2257 and Prop 22 it is so.",
      "The drivers (No on 22) will lose.",
      "Opening a new high school (2019)",
      "Message of October 22-24th",
    ],
    told: [
      ["14", "They fell to under 14%."],
      ["500", "There were 500 club members."],
      ["22", "AB 22 children came."],
      ["2019", "Children in schools (2019)"],
      ["24", "In October 24 children came."],
    ],
  },
  "days, buses, votes and years of school": {
    silent: [
      "(May 31)",
      "It is on or before April 30 of the year that they start.",
      "Take the 40 bus to 7th St.",
      "Recently I met a 1st grade student.",
      "Remote learning is from 9 to Noon.",
      "Don't just vote 1!",
      "Emissions went below 1990 levels.",
      "Call 03 9844 2757, or 1800 896 950.",
      "It has a good side and a negative one on the whole.",
    ],
    told: [
      ["31", "In May: 31"],
      ["30", "In April 30 of the victims came."],
      ["40", "The 40 bus drivers were hurt."],
      ["9", "From 9 to 12 children came."],
      ["1990", "There were 1990 offences."],
      ["950", "There were 1800 896 950 offences."],
      ["negative one", "It fell to negative one in all."],
    ],
  },
  "letters that are no Roman numeral": {
    silent: ["DV cases need care.", "The AI and ML skills of it", "CX leads use it."],
    told: [
      ["XII", "XII offences were recorded."],
      ["CXX", "CXX cases were recorded."],
      ["DVI", "DVI cases need care."],
    ],
  },
};

const welsh: Readonly<Record<string, Kind>> = {
  "ways, and how often": {
    silent: [
      "Gallwch ei gael mewn un o 3 ffordd.",
      "Cewch hyd at 3 gwaith yn gyfangwbl.",
      "Mae’n cwrdd 3 gwaith y flwyddyn.",
      "Sesiwn dau",
    ],
    told: [
      ["un o 3", "Bu un o 3 phlentyn yno."],
      ["3", "Cododd troseddau 3 gwaith ers 2019."],
      ["3", "Bu 3 gwaith yn fwy o droseddau."],
    ],
  },
  "years before another number of things": {
    silent: ["Yn 2019 bu sawl newid."],
    told: [
      ["2019", "Bu 2019 o droseddau."],
      ["tri", "Yn 2019 tri theulu oedd yno."],
      ["2019", "Cafwyd 2019 trosedd."],
    ],
  },
  "who is sure": {
    silent: ["Nid oeddem 100% yn siŵr."],
    told: [
      ["100", "Bu 100% o’r troseddau yno."],
      ["100", "Bu 100% yn fwy o droseddau."],
      ["100", "Roedd 100% yn blant."],
    ],
  },
  "spans of time": {
    silent: ["Bydd yn para 12 wythnos.", "Bydd yn cymryd 30 eiliad.", "Bu yno 3 degawd."],
    told: [
      ["12", "Arhosodd plant 12 wythnos ar gyfartaledd."],
      ["12", "Cyfartaledd o 12 wythnos"],
      ["12", "12 wythnos o oedi"],
    ],
  },
};

describe.each([
  ["en", english],
  ["cy", welsh],
])("what is no figure, and the same words where they are one: %s", (lang, kinds) => {
  test.each(Object.entries(kinds))("%s", (_, { silent, told }) => {
    expect(silent.filter((text) => toldOf(text, lang).length > 0)).toEqual([]);
    expect(told.filter(([figure, text]) => !toldOf(text, lang).some((each) => each.includes(figure)))).toEqual([]);
  });
});

describe("a year before a word for how many", () => {
  const year = fc.integer({ min: 1800, max: 2030 });
  const before = fc.constantFrom("In", "By", "Since", "Until", "Before", "After", "During");
  const many = fc.constantFrom("several", "many", "few", "most", "all", "both", "some", "two", "three", "twelve");
  const things = fc.constantFrom(
    "children",
    "offences",
    "councils",
    "families",
    "young people",
    "new cases",
    "schools",
  );
  test("counts nothing", () => {
    fc.assert(
      fc.property(year, before, many, things, (number, word, how, what) => {
        expect(toldOf(`${word} ${number} ${how} ${what} came.`, "en")).not.toContain(String(number));
      }),
      { numRuns: trials(300, 300) },
    );
  });
  test("is told where it stands before the things", () => {
    fc.assert(
      fc.property(year, before, things, (number, word, what) => {
        expect(toldOf(`${word} ${number} ${what} came.`, "en")).toContain(String(number));
      }),
      { numRuns: trials(300, 300) },
    );
  });
});

test("who is under an age is told from the share of them", () => {
  expect(toldOf("60% of the population will be under 40.", "en")).toEqual(["60"]);
});

test("a word of grammar behind a number is no category, though the name of one has it", () => {
  const { readNumber } = createWords({ language: findLanguage("en") });
  const data = {
    isMeasured: () => false,
    isCategory: (word: string) => ["All", "Kent"].includes(word),
    units: () => [],
  };
  expect(readNumber("5: HALF DAY All Anacortes Schools", 0, 1, data)).toBe("name");
  expect(readNumber("5: All Kent Schools", 0, 1, data)).toBe("figure");
  expect(readNumber("All: 274", 5, 8, data)).toBe("figure");
});

/** Numbers stand before the singular in Welsh, and before `o` and the plural. */
test.each([
  ["eiliad", "eiliadau"],
  ["munud", "munudau"],
  ["wythnos", "wythnosau"],
  ["degawd", "degawdau"],
  ["milimetr", "milimetrau"],
  ["centimetr", "centimetrau"],
  ["cilometr", "cilometrau"],
  ["mililitr", "mililitrau"],
  ["cilogram", "cilogramau"],
])("a Welsh unit is known in both its forms: %s", (singular, plural) => {
  expect(readText(`Bydd yn 12 ${singular}.`, "cy")).toContain("~~");
  expect(readText(`Bydd yn 12 o ${plural}.`, "cy")).toContain("~~");
});
