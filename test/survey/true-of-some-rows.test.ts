import { expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const places = ["Norland", "Ashby", "Borton", "Cresswick", "Dunmore"];

/** Crimes of a country and its towns, by year: what the country is no one says. */
const crimes = (scopeOf: (place: string) => string): string =>
  `Year,Place,Scope,Sex,Crimes\n${[2020, 2021, 2022]
    .flatMap((year, at) =>
      places.map(
        (place, of) => `${year},${place},${scopeOf(place)},${scopeOf(place) && "Women"},${420 + at * 31 + of * 57}\n`,
      ),
    )
    .join("")}`;

const titleBy = async (csv: string): Promise<string> => {
  const [sheet] = await readSheets(csv, { file: "crimes.csv", diagnostics: createDiagnostics() });
  const survey = sheet && surveyTable(sheet);
  return survey ? titleOf("crimes.csv", survey) : "";
};

test("what a column says in some rows, and nothing in the others, stands in no title", async () => {
  expect(await titleBy(crimes((place) => (place === "Norland" ? "" : "Municipality")))).toBe("Crimes");
  const everywhere = await titleBy(crimes(() => "Municipality"));
  expect(everywhere).toContain(", Municipality");
  expect(everywhere).toContain("Women (sex)");
});

const signs = ["-", "x", "..."];
const withSigns = (signOf: (at: number) => string, figureOf: (at: number) => string): string =>
  `Year,Place,Sign,Crimes\n${[2020, 2021, 2022]
    .flatMap((year, of) =>
      places.map((place, at) =>
        [year, place, signOf(of * places.length + at), figureOf(of * places.length + at)].join(","),
      ),
    )
    .join("\n")}\n`;
const isEmpty = (at: number) => at % 4 === 1;

test("a column of signs that stand where figures are empty is said to say why, and each is asked", async () => {
  const { remarks } = await guessOf(
    withSigns(
      (at) => (isEmpty(at) ? (signs[at % 3] ?? "") : ""),
      (at) => (isEmpty(at) ? "" : `${300 + at * 17}`),
    ),
  );
  const asked = remarks.get("markers") ?? "";
  expect(asked).toContain('"Sign" has a sign in the rows where "Crimes" is empty');
  for (const sign of signs) expect(asked).toContain(`"${sign}"`);
  expect(remarks.get("layout.ignore")).toContain('says by a sign why "Crimes" is empty');
});

test("signs beside figures say nothing of empty cells", async () => {
  const { remarks } = await guessOf(
    withSigns(
      (at) => (at % 3 === 0 ? (signs[at % 2] ?? "") : ""),
      (at) => (isEmpty(at) ? "" : `${300 + at * 17}`),
    ),
  );
  expect(remarks.get("markers") ?? "").not.toContain("has a sign in the rows");
});
