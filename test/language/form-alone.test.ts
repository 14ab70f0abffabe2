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
  ["FMU 130k had 69 finishers from 164 starters.", "FMU ???k had ?? finishers from ??? starters."],
  ["There was a choice of 2k and 5K distances.", "There was a choice of ?k and #K distances."],
  ["FMU 130k had 69 offences.", "FMU !!!k had !! offences."],
  ["Katherine came 9th in the selection.", "Katherine came ?th in the selection."],
  ["They finished in 6th place in the heat.", "They finished in ?th place in the heat."],
  ["We placed 5th in the semi final.", "We placed ?th in the semi final."],
  ["The force finished in 6th place.", "The force finished in !th place."],
  ["They finished in 6th place for offences.", "They finished in !th place for offences."],
  ["I used up another of my 9 lives.", "I used up another of my ? lives."],
  ["For Scouts (aged 10 ½ to 14).", "For Scouts (aged ## # to ##)."],
  ["There were 114 ½ offences.", "There were ??? ! offences."],
  ["The fire cost her 9 lives.", "The fire cost her ! lives."],
  ["Waste is mapped into 1 of the 33 categories.", "Waste is mapped into ? of the ?? categories."],
  ["It was in 1 of the 33 categories of crime.", "It was in ! of the ?? categories of crime."],
  ["1 of the 33 wards had more.", "! of the ?? wards had more."],
  ["Your Strength score increases by 2.", "Your Strength score increases by ?."],
  ["Your score of crimes increases by 2.", "Your score of crimes increases by !."],
  ["The score increases by 2.", "The score increases by !."],
  ["Temperatures rose to 16’c for the second lap.", "Temperatures rose to ??’c for the second lap."],
  ["Absence is missing at least 10% of possible sessions.", "Absence is missing at least ??% of possible sessions."],
  ["Pupils were missing 10% of sessions.", "Pupils were missing !!% of sessions."],
  ["Low income is defined as less than 60% of the median.", "Low income is defined as less than ??% of the median."],
  ["Those defined as poor rose by more than 45%.", "Those defined as poor rose by more than !!%."],
  ["1 means more than 75% of rows, 2 means less.", "~ means more than ??% of rows, ~ means less."],
  ["Poverty means more than 30% of children go hungry.", "Poverty means more than !!% of children go hungry."],
  ["Any number over 1 is classed as overcrowded.", "Any number over ? is classed as overcrowded."],
  ["Sample sizes less than 30 are set to 3 here.", "Sample sizes less than ?? are set to ? here."],
  ["The definition of a cost burden at 30% of income.", "The definition of a cost burden at ??% of income."],
  ["Under-75 death rates per 100,000 for CVD", "Under-## death rates per ???,??? for CVD"],
  ["People in the 15% most 'access deprived' areas", "People in the ??% most 'access deprived' areas"],
  [
    "If a firm had 200 staff, 150 full time and 50 on 3 days (0.6), the total is 182.",
    "If a firm had ??? staff, ??? full time and ?? on ~ days (?.?), the total is ???.",
  ],
  ["If each force had 20% of crashes more, they rise.", "If each force had !!% of crashes more, they rise."],
  ["If a force had 20% more, it follows.", "If a force had !!% more, it follows."],
  ["If an area had 200 offences, it is high.", "If an area had !!! offences, it is high."],
  ["The day runs from 0800-0900 and 1600-1700.", "The day runs from ####-#### and ####-####."],
  ["There is a break from 10.00-10.15.", "There is a break from ##.##-##.##."],
  ["Spending rose from 10.00-10.15 million.", "Spending rose from !!.!!-!!.!! million."],
  ["We use Microsoft Dynamics 365 and Dynamics 365.", "We use Microsoft Dynamics ### and Dynamics ###."],
  ["Emergency: 999", "Emergency: ###"],
  ["Crimes: 999", "Crimes: !!!"],
  ["It was the 2019 Festival (14th).", "It was the #### Festival (##th)."],
  ["Our tools are 100% open source.", "Our tools are ###% open source."],
  ["The maximum class size is 16.", "The maximum class size is ??."],
  ["% of children who have more than 1 allocated worker", "% of children who have more than ? allocated worker"],
  ["Suppose firms with more than 250 staff close.", "Suppose firms with more than ??? staff close."],
  ["The firms with more than 250 staff close.", "The firms with more than ??? staff close."],
  ["Rates are given per 100,000 people.", "Rates are given per ~~~,~~~ people."],
  ["All rates are expressed per 1,000 population.", "All rates are expressed per ~,~~~ population."],
  ["Figures are per 10,000 children aged under 18.", "Figures are per ~~,~~~ children aged under ##."],
  ["We give rates per 100,000 people.", "We give rates per ~~~,~~~ people."],
  ["Rates are given per 100,000 people: 45 in Kent.", "Rates are given per !!!,!!! people: !! in Kent."],
  ["Children were harmed per 1,000 people.", "Children were harmed per !,!!! people."],
  ["One blinking is 0–33%, two blinking is 34–66%.", "One blinking is #–##%, two blinking is ##–##%."],
  ["Those blinking were 34–66% of children.", "Those blinking were !!–!!% of children."],
  ["Size 3 for Under 7, 8, 9 and 10.", "Size # for Under #, #, # and ##."],
  ["Size 3 for 45 children.", "Size # for !! children."],
  ["We have srcf.net. 1&1 are not to be trusted.", "We have srcf.net. #&# are not to be trusted."],
  ["1&1 children were hurt.", "?&! children were hurt."],
  [
    "From Beavers to Rovers in their twenties, 115th Ballinteer gives them space.",
    "From Beavers to Rovers in their twenties, ###th Ballinteer gives them space.",
  ],
  ["115th Ballinteer crime was reported.", "???th Ballinteer crime was reported."],
  ["Police: 999", "Police: ###"],
  ["Police (non-emergency): 101", "Police (non-emergency): ###"],
  ["Contact the police (999) or us.", "Contact the police (###) or us."],
  ["Police: 998", "Police: ???"],
  [
    "1st, 2nd and 2nd scores 5 points, which beats 2nd, 3rd and 4th (9 points).",
    "#st, #nd and #nd scores ~ points, which beats #nd, #rd and #th (~ points).",
  ],
  ["UK CAA Part 145 Repair Station", "UK CAA Part ### Repair Station"],
  ["CAGE: 33497", "CAGE: #####"],
  ["CAGE found 33497 offences.", "CAGE found !!!!! offences."],
  ["Each offence costs £4,300.", "Each offence costs £?,???."],
  ["Officers who have more than 45 complaints left.", "Officers who have more than !! complaints left."],
];

const welsh: readonly (readonly [text: string, read: string])[] = [
  ["Daeth y tîm yn 12fed yn y ras.", "Daeth y tîm yn ??fed yn y ras."],
  ["Mae angen 6 o 10 i orffen y gynghrair.", "Mae angen # o ?? i orffen y gynghrair."],
  ["Mae ffi canslo o 40 y cant.", "Mae ffi canslo o ?? y cant."],
  ["Rydym yn gynghrair o 8 sefydliad.", "Rydym yn gynghrair o ? sefydliad."],
  ["Stopiwyd 12k o bobl.", "Stopiwyd !!k o bobl."],
  ["Rhedais ras 10k, mewn amser o 5.37, 100m o'r siop.", "Rhedais ras ##k, mewn amser o #.##, ###m o'r siop."],
  ["Mae'n dechrau am 7.30.", "Mae'n dechrau am #.##."],
  ["Roedd dewis o 2k a 5K o bellteroedd.", "Roedd dewis o ?k a ?K o bellteroedd."],
  ["Mae yn 1 o'r 33 categori.", "Mae yn ? o'r ?? categori."],
  ["Absenoldeb yw colli o leiaf 10% o sesiynau.", "Absenoldeb yw colli o leiaf ??% o sesiynau."],
  ["Ystyr 1 yw mwy na 75% o'r rhesi.", "Ystyr # yw mwy na ??% o'r rhesi."],
  ["Diffinnir tlodi fel incwm is na 60% o'r canolrif.", "Diffinnir tlodi fel incwm is na ??% o'r canolrif."],
  ["Os oes gan bob heddlu 20% o ddamweiniau, bydd mwy.", "Os oes gan bob heddlu !!% o ddamweiniau, bydd mwy."],
  ["Rhoddir cyfraddau fesul 100,000 o bobl.", "Rhoddir cyfraddau fesul ~~~,~~~ o bobl."],
  ["Mae'r cyfraddau fesul 1,000 o blant.", "Mae'r cyfraddau fesul ~,~~~ o blant."],
  ["Rhoddir cyfraddau fesul 1,000 o blant: 45.", "Rhoddir cyfraddau fesul !,!!! o blant: !!."],
  ["Heddlu: 999", "Heddlu: ###"],
  ["Cysylltwch â'r heddlu (101) neu ni.", "Cysylltwch â'r heddlu (###) neu ni."],
  ["Mae 1af, 2il ac 2il yn sgorio 5 pwynt.", "Mae #af, #il ac #il yn sgorio # pwynt."],
  ["Maint 3 ar gyfer Dan 7, 8 a 9.", "Maint # ar gyfer Dan #, # a #."],
  ["Nid yw 1&1 yn ateb.", "Nid yw #&# yn ateb."],
  ["Mae Adran 52 o Ddeddf 2021 yn gofyn hyn.", "Mae Adran ## o Ddeddf #### yn gofyn hyn."],
];

describe("what has the form of a figure alone", () => {
  test.each(english)("%s", (text, read) => {
    expect(readText(text)).toBe(read);
  });

  test.each(welsh)("%s", (text, read) => {
    expect(readText(text, "cy")).toBe(read);
  });
});

test("a base that no rate of the data has may be wrong, and one that a rate has is how it is given", () => {
  const { readNumber } = createWords({ language: findLanguage("en") });
  const text = "Rates are given per 100,000 people.";
  const read = (numbers: readonly string[]) =>
    readNumber(text, text.indexOf("1"), text.indexOf(" people"), {
      isMeasured: (word: string) => word === "people" && numbers.length > 0,
      isCategory: () => false,
      units: () => [],
      numbers: () => numbers,
    });
  expect(read([])).toBe("other");
  expect(read(["100,000"])).toBe("other");
  expect(read(["100000", "1,000"])).toBe("other");
  expect(read(["1,000"])).toBe("quantity");
});

test("crimes that double are told of where a pronoun stands for them, and offenders of whom not one was charged", () => {
  const { saidFigures } = createWords({ language: findLanguage("en") });
  expect(saidFigures("They double.").map(({ text }) => text)).toEqual(["double"]);
  expect(saidFigures("They double up.")).toEqual([]);
  expect(saidFigures("Not a single offender was charged.")).toHaveLength(1);
  expect(saidFigures("Thirtyone:eight is a charity.")).toEqual([]);
});

test("an area of the data that finished in a place is no person, and its clause has no example or definition", () => {
  const { readNumber } = createWords({ language: findLanguage("en") });
  const data = {
    isMeasured: (word: string) => word === "crashes",
    isCategory: (word: string) => word === "Kent",
    units: () => [],
  };
  const read = (text: string) => {
    const [digits = "", start] = [/\d+/.exec(text)?.[0], text.search(/\d/)];
    return readNumber(text, start, start + digits.length, data);
  };
  expect(read("Kent finished in 3rd place.")).toBe("figure");
  expect(read("Katherine finished in 3rd place.")).toBe("quantity");
  expect(read("If a firm had 200 staff and crashes, it is high.")).toBe("figure");
  expect(read("In Kent, low income is defined as less than 60% of the median.")).toBe("figure");
  expect(read("Low income is defined as less than 60% of the median.")).toBe("quantity");
});
