import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** A table of so many rows. */
const table = (heading: string, row: (at: number) => readonly (string | number)[], count = 90) =>
  `${[heading, ...Array.from({ length: count }, (_, at) => row(at).join(","))].join("\n")}\n`;
const two = (value: number) => String(value).padStart(2, "0");
const day = (at: number) => `${2019 + (at % 3)}-${two(1 + (at % 12))}-${two(1 + ((at * 5) % 28))}`;
const one = (at: number, ...of: readonly string[]) => of[(at * 7 + (at >> 2)) % of.length] ?? "";
/** Of one person each, in no order. */
const age = (at: number, from = 1, to = 90) => from + ((at * 41 + (at >> 1)) % (to - from + 1));

describe("a list of people that are not named is counted, and says nothing of one of them", () => {
  test.each([
    [
      "patients",
      table("patient_id,sex,age,region,confirmed_date,contact_number", (at) => [
        1_000_000_001 + at * 3,
        one(at, "male", "female"),
        age(at),
        one(at, "North", "South", "West"),
        day(at),
        at % 3 ? "" : (at * 11) % 95,
      ]),
      ["patient_id", "age", "contact_number"],
    ],
    [
      "deaths in custody",
      table("Date of death,Age,Gender,Ethnicity,Force,Restrained,Detained", (at) => [
        day(at),
        age(at, 18, 71),
        one(at, "Male", "Female", "Male"),
        one(at, "White", "Black", "Asian"),
        one(at, "Force A", "Force B", "Force C"),
        one(at, "Yes", "No"),
        one(at + 1, "Yes", "No"),
      ]),
      ["Age"],
    ],
    [
      "missing persons",
      table("Lp.,Data zaginięcia,Województwo,Wiek,Płeć", (at) => [
        at + 1,
        day(at),
        one(at, "Mazowieckie", "Pomorskie"),
        age(at),
        one(at, "K", "M"),
      ]),
      ["Lp.", "Wiek"],
    ],
    [
      "court cases",
      table("numero_processo,data_sentenca,assunto,idade_reu,sexo_reu,pena_meses", (at) => [
        `0${100_000 + at * 17}-10.2019`,
        day(at),
        one(at, "Furto", "Roubo"),
        age(at, 18, 66),
        one(at, "M", "F"),
        (at * 13) % 120,
      ]),
      ["numero_processo", "idade_reu", "pena_meses"],
    ],
    [
      "those lost at sea",
      table("incident,date,route,age,sex,survived,remarks", (at) => [
        `B${at}`,
        day(at),
        one(at, "East", "West"),
        age(at, 0, 54),
        one(at, "M", "F"),
        at % 2,
        `Found by a boat on its way north of the port ${at}`,
      ]),
      ["incident", "age", "remarks"],
    ],
    [
      "exclusions of pupils",
      table("Pupil ID,Academic year,Phase,Age at exclusion,Gender,FSM,Sessions lost", (at) => [
        `P${10_000 + at * 7}`,
        one(at, "2018/19", "2019/20"),
        one(at, "Secondary", "Primary"),
        age(at, 5, 16),
        one(at, "Boy", "Girl"),
        one(at, "Y", "N"),
        1 + (at % 20),
      ]),
      ["Pupil ID", "Age at exclusion", "Sessions lost"],
    ],
    [
      "passengers of a ship",
      table("PassengerId,Survived,Pclass,Sex,Age,Fare", (at) => [
        at + 1,
        at % 2,
        1 + (at % 3),
        one(at, "male", "female"),
        at % 9 ? age(at, 1, 70) : "",
        (5 + at / 7).toFixed(2),
      ]),
      ["PassengerId", "Age", "Fare", "Survived"],
    ],
    [
      "what was measured of each",
      table("age,sex,cp,chol,target", (at) => [
        age(at, 29, 77),
        at % 2,
        at % 4,
        126 + ((at * 31) % 300),
        at % 3 ? 1 : 0,
      ]),
      ["age", "chol", "target"],
    ],
    [
      "pupils by a number that only they have",
      table("UPN,School,Reading score,Absence %", (at) => [
        `H80${4_000_000_000 + at * 7_919}`,
        one(at, "Hill School", "Dale School"),
        80 + ((at * 31) % 41),
        ((at * 7) % 300) / 10,
      ]),
      ["UPN", "Reading score", "Absence %"],
    ],
    [
      "prisoners",
      table("Prisoner,Prison,Sentence length (years)", (at) => [
        `A${1000 + at * 13}XY`,
        one(at, "Northgate", "Southgate"),
        1 + ((at * 11) % 25),
      ]),
      ["Prisoner", "Sentence length (years)"],
    ],
    [
      "those who were born on a day",
      table("Date of birth,School,Test score", (at) => [
        `${2006 + (at % 5)}-${two(1 + ((at * 5) % 12))}-${two(1 + ((at * 11) % 28))}`,
        one(at, "Hill School", "Dale School"),
        (at * 31) % 101,
      ]),
      ["Date of birth", "Test score"],
    ],
    [
      "many of each school and sex",
      table("hashed_id,school,gender,attendance", (at) => [
        (123_456_789 + at * 7_919_993).toString(16),
        one(at, "Hill School", "Dale School"),
        at % 3 ? "male" : "female",
        50 + ((at * 7) % 500) / 10,
      ]),
      ["hashed_id", "attendance"],
    ],
    [
      "patients in German",
      table("Fallnummer,Alter in Jahren,Geschlecht,Ort,Verweildauer (Tage)", (at) => [
        `F${7000 + at * 3}`,
        age(at),
        one(at, "m", "w"),
        one(at, "Köln", "Bonn"),
        1 + ((at * 11) % 50),
      ]),
      ["Fallnummer", "Alter in Jahren", "Verweildauer (Tage)"],
    ],
    [
      "people in Welsh",
      table("Rhif,Oed,Rhyw,Ardal", (at) => [
        at + 1,
        age(at),
        one(at, "Gwryw", "Benyw"),
        one(at, "Gwynedd", "Conwy", "Powys"),
      ]),
      ["Rhif", "Oed"],
    ],
    [
      "a few, of whom all is said",
      table("Ref,Age,Sex,Score", (at) => [`X${at}`, age(at), one(at, "M", "F"), (at * 31) % 41], 16),
      ["Ref", "Age", "Score"],
    ],
  ])("%s", async (_, content, ignored) => {
    const { spec, remarks, dataset } = await guessOf(content);
    expect(spec.layout?.counted).toBeDefined();
    expect(spec.layout?.ignore).toEqual(expect.arrayContaining(ignored));
    expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
    expect([...remarks.values()].join(" ")).toContain("A list of cases");
    expect(dataset).toBeDefined();
  });

  test("those who answered, as rows that are not weighed", async () => {
    const survey = table("respid,weight,q1,q2,q3,region", (at) => [
      at + 1,
      (0.4 + (at % 17) / 9).toFixed(4),
      1 + (at % 5),
      1 + ((at * 3) % 5),
      1 + (at % 2),
      one(at, "Wales", "Scotland", "London"),
    ]);
    const { spec, remarks } = await guessOf(survey);
    expect(spec.layout?.counted).toBeDefined();
    expect(spec.layout?.ignore).toEqual(expect.arrayContaining(["respid", "weight", "q1"]));
    expect([...remarks.values()].join(" ")).toContain('"weight" seems to say how many each stands for');
  });
});

describe("figures of several are read, whatever stands beside them", () => {
  const ages = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const grid = (heading: string, rows: readonly (readonly (string | number)[])[]) =>
    `${[heading, ...rows.map((row) => row.join(","))].join("\n")}\n`;
  test.each([
    [
      "single years of age",
      grid(
        "Age,Sex,Population",
        ages(0, 90).flatMap((of) => ["Male", "Female"].map((sex) => [of, sex, 1500 + ((of * 97) % 900)])),
      ),
      ["population"],
    ],
    [
      "offences by year, sex and age",
      grid(
        "Year,Area,Sex,Age,Offences",
        [2019, 2020, 2021].flatMap((year) =>
          ["North", "South"].flatMap((area) =>
            ["Male", "Female"].flatMap((sex) => ages(10, 19).map((of) => [year, area, sex, of, (of * year) % 9])),
          ),
        ),
      ),
      ["offences"],
    ],
    [
      "deaths by age, the most first",
      grid(
        "Age,Sex,Deaths",
        ages(20, 79).flatMap((of) => ["M", "F"].map((sex) => [(of * 37) % 97, sex, 140 - of])),
      ),
      ["deaths"],
    ],
    [
      "contracts",
      table("Ref,Date,Supplier,Department,Amount", (at) => [
        `C${100 + at}`,
        day(at),
        one(at, "Alder Ltd", "Birch plc"),
        one(at, "Housing", "Roads"),
        (at * 977.35).toFixed(2),
      ]),
      ["amount"],
    ],
    [
      "stations",
      table("Station code,Station,Lines,Step free,Platforms", (at) => [
        `S${at}`,
        `Station ${at}`,
        1 + (at % 4),
        one(at, "Yes", "No"),
        1 + (at % 8),
      ]),
      ["lines", "platforms"],
    ],
    [
      "schools and their pupils",
      table("URN,School name,Phase,Gender,Number of pupils,Lowest age", (at) => [
        100_000 + at * 7,
        `${one(at, "Oak", "Elm")} School ${at}`,
        one(at, "Primary", "Secondary"),
        one(at, "Mixed", "Boys", "Girls"),
        90 + ((at * 31) % 900),
        2 + ((at * 5) % 11),
      ]),
      ["numberOfPupils"],
    ],
    [
      "numbers of pupils",
      table("Year,Area,Pupil number", (at) => [
        2015 + Math.floor(at / 10),
        `${one(at % 10, "Oak", "Elm", "Ash")}ton ${"ABCDEFGHIJ"[at % 10]}`,
        900 + at * 31,
      ]),
      ["pupilNumber"],
    ],
    [
      "players, who have names",
      table("Player,Date of birth,Goals", (at) => [
        `Alder ${"ABCDEFGHIJ"[at % 10]}irch${"abcdefghi"[Math.floor(at / 10)]}`,
        day(at).replace(/^20/u, "19"),
        (at * 7) % 40,
      ]),
      ["goals"],
    ],
    [
      "figures of each area and sex that an export numbers",
      table("Id,Area,Sex,Year,Rate", (at) => [
        10_000 + at,
        `${one(at % 15, "Oak", "Elm", "Ash")}ton ${"ABCDEFGHIJKLMNO"[at % 15]}`,
        at % 2 ? "Male" : "Female",
        2018 + Math.floor(at / 30),
        (4 + ((at * 13) % 90) / 7).toFixed(2),
      ]),
      ["rate"],
    ],
  ])("%s", async (_, content, measures) => {
    const { spec } = await guessOf(content);
    expect(spec.layout?.counted).toBeUndefined();
    expect(Object.keys(spec.measures)).toEqual(expect.arrayContaining(measures));
  });
});
