import { describe, expect, test } from "vitest";
import { createWords, findLanguage } from "../../src/language/index.ts";

const found = (lang: string, text: string) =>
  findLanguage(lang)
    .saidFigures(text)
    .filter(({ few }) => few === undefined)
    .map(({ text: said, index }) => {
      expect(text.slice(index, index + said.length)).toBe(said);
      return said;
    });

describe("numbers in words that state a figure, in English", () => {
  test.each([
    ["Police recorded twelve offences.", ["twelve"]],
    ["Twenty-two recorded offences were closed.", ["Twenty-two"]],
    ["Two hundred and seventy-four children were harmed.", ["Two hundred and seventy-four"]],
    ["A third of offences were on one platform.", ["A third"]],
    ["Half of all offences; half the children.", ["Half", "half"]],
    ["Nearly half were girls.", ["Nearly half"]],
    ["Two thirds of forces answered, three-quarters in full.", ["Two thirds", "three-quarters"]],
    ["One in ten children, and four out of five parents.", ["One in ten", "four out of five"]],
    ["The figure more than doubled, then halved.", ["more than doubled", "halved"]],
    ["There were twice as many as before.", ["twice as many"]],
    ["Fifty per cent of them; up ten percentage points.", ["Fifty per cent", "ten percentage points"]],
    ["Hundreds of children a week.", ["Hundreds of"]],
    ["It rose threefold.", ["threefold"]],
    [
      "They kept the majority of seats; a majority of respondents; the number has tripled.",
      ["the majority", "a majority", "tripled"],
    ],
    ["A double-digit rise. It is fourfold.", ["double-digit", "fourfold"]],
    ["Kent is in the top ten forces. Twelve were found. In Kent, Nineteen boys.", ["ten", "Twelve", "Nineteen"]],
  ])("%s", (text, expected) => {
    expect(found("en", text)).toEqual(expected);
  });

  test.each([
    "His doubling-down admission: the doubles rubber is over.",
    "The axes do not start at zero. We have a zero tolerance approach towards it.",
    "The index has seven domains. Two metrics of the Five have a note. Four of these calculate a mean. There are three terminal states.",
    "One of the forces did not answer.",
    "One of the top ten threats to public health. The files are kept in Classroom Two.",
    "One child is too many.",
    "This is the first year; the second begins in April.",
    "The third sector, a second opinion, second to none.",
    "In the first half of the year and in the second half.",
    "Over two years, and for the last three months.",
    "A quarter of an hour; half of the year; half an hour.",
    "These two forces answered late. Those three were left out. The two figures cannot be compared.",
    "There are two ways to read this table, and three reasons why.",
    "The three sections below say how.",
    "On behalf of the charity, a half-time post.",
    "At sixes and sevens; one or two of them.",
    "The charity doubled down; a double-sided page; a double room.",
    "Chapter five, page ten, step two.",
    "No one is to blame. Everyone counts. Someone knew.",
    "It happens ten times a day, and thousands of times more in secret.",
    "Quarter to five on the quarter-final's eve.",
    "For children and young people, free, day and night.",
    "Every figure in this briefing is computed from the published data listed below.",
    "Where a percentage change would mislead because the numbers are small, the numbers are given instead.",
    "Tenth Street, Seven Sisters Road",
    "a one-off, a two-way street, four-legged friends",
    "A single child can change a school. It lies three miles off, twenty yards from the door and two clicks away.",
    "It cost half the price. MCI shareholders and DCC officers met.",
    "A half-mile off, less than a quarter-mile away. It begins at about seven, and ends at ten.",
    "A couple of weeks; chapter five, on page nine. Phase II trials; a trip of about five metres.",
    "Enter the six-digit code. The lessons are twofold. Two quarters ahead, the index edged up.",
    "The party kept a majority in the Senate; the Democratic majority will strive, and the rights of the minority. The majority of his time.",
    "In the Group of Seven (G7). I was only half wrong. Like most reports do, it has more triples.",
    "Children over the age of about seven. Children under twelve, by area. A minority ethnic group, the majority view.",
  ])("none in: %s", (text) => {
    expect(found("en-GB", text)).toEqual([]);
  });

  test("none in the words of the house", () => {
    const { template, charts } = findLanguage("en");
    for (const text of [...Object.values(template.phrases), ...Object.values(template.sentences)]) {
      expect([text, found("en", text)]).toEqual([text, []]);
    }
    expect(charts).toBeTypeOf("function");
  });
});

describe("numbers in words that state a figure, in Welsh", () => {
  test.each([
    ["Cofnodwyd pump o droseddau.", ["pump"]],
    ["Roedd dau gant o blant.", ["dau gant"]],
    ["Roedd cannoedd o blant.", ["cannoedd"]],
    ["Hanner y troseddau, a thraean o'r menywod.", ["Hanner", "thraean"]],
    ["Traean o'r menywod", ["Traean"]],
    ["Bu cynnydd o ugain y cant.", ["ugain y cant"]],
    ["Un o bob pump o blant", ["Un o bob pump"]],
    ["Dyblodd y ffigur, ac mae wedi haneru ers hynny.", ["Dyblodd", "wedi haneru"]],
    ["Mae dwywaith cymaint.", ["dwywaith cymaint"]],
    ["Dwy ran o dair o'r heddluoedd; tri chwarter ohonynt.", ["Dwy ran o dair", "tri chwarter"]],
  ])("%s", (text, expected) => {
    expect(found("cy", text)).toEqual(expected);
  });

  test.each([
    "Un o'r heddluoedd yw hwn.",
    "Dros ddwy flynedd, ac am dri mis.",
    "Yr ail flwyddyn, y trydydd tro, y cyntaf.",
    "Hanner awr wedi pump; yr hanner cyntaf; ail hanner y flwyddyn.",
    "Gan yr heddlu, gan o leiaf rai ohonynt.",
    "Mae'r ddau heddlu wedi ateb.",
    "Bum yn darllen; torrodd yn ddau hanner. Tri cham i leihau taliadau; gofod dau ddimensiwn.",
    "Tri chwarter awr.",
    "Mae'r Chwe Gwlad am naw o'r gloch, yn yr unfed ganrif ar hugain; lleiafrif ethnig.",
    "Roedd 99 y cant o bobl yn iawn, a chafodd ei drin yn deg, ond ddim mwy.",
  ])("none in: %s", (text) => {
    expect(found("cy-GB", text)).toEqual([]);
  });

  test("none in the words of the house", () => {
    const { template } = findLanguage("cy");
    for (const text of [...Object.values(template.phrases), ...Object.values(template.sentences)]) {
      expect([text, found("cy", text)]).toEqual([text, []]);
    }
  });
});

describe("numbers under ten of what not every briefing counts", () => {
  const { saidFigures } = createWords({ language: findLanguage("en") });
  const text = "Kent closed three libraries and lost eight officers.";

  test("are figures where the data count it", () => {
    expect(saidFigures(text).map(({ text: said }) => said)).toEqual(["eight"]);
    expect(saidFigures(text, (word) => word === "libraries").map(({ text: said }) => said)).toEqual(["three", "eight"]);
  });
});

describe("so many of what somebody has", () => {
  test.each([
    ["Seven of the county's children are missing.", ["Seven"]],
    ["Seven of the county’s refuges closed last year.", ["Seven"]],
    ["Eleven of the county’s refuges have closed.", ["Eleven"]],
    ["Seven of the trust's schools are closed.", ["Seven"]],
    ["Nine of our shelters are full.", ["Nine"]],
    ["Seven of the city's many homeless families left.", ["Seven"]],
    ["Twelve of the council’s 40 officers left.", ["Twelve of the council’s 40"]],
    ["Seven of the county's twelve refuges closed.", ["Seven of the county's twelve"]],
    ["Most of the county's children were hungry.", ["Most of the"]],
    ["None of the county's refuges is full.", ["None"]],
    ["Three of the author's books are good. Two of the day's sessions are full. Three of the book's chapters.", []],
    ["Apologies: None", []],
    ["Offences: None", ["None"]],
    ["They are safe in place for the second year running.", []],
    ["Offences rose for the second year running.", ["second"]],
    ["Nine of my friends came. One of the county's children is missing.", []],
  ])("%s", (text, expected) => {
    expect(found("en", text)).toEqual(expected);
  });

  test.each([
    ["Caeodd naw o'n hysgolion.", ["naw"]],
    ["Caeodd naw o’n llochesi.", ["naw"]],
    ["Caeodd naw o'ch ysgolion.", ["naw"]],
    ["Aeth saith o'n pobl.", ["saith"]],
    ["Maen nhw yn eu safle am yr ail flwyddyn yn olynol.", []],
    ["Cododd troseddau am yr ail flwyddyn yn olynol.", ["ail"]],
    ["Darllenais dri o'i lyfrau.", []],
  ])("%s", (text, expected) => {
    expect(found("cy", text)).toEqual(expected);
  });
});
