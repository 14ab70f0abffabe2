import { expect, test } from "vitest";
import { kindOfPublisher, publisherSaid } from "../../src/survey/publisher-said.ts";
import { guessOf } from "./guess-of.ts";

const said = (...texts: readonly string[]) => publisherSaid(texts)?.publisher;

test.each([
  ["Source: Northern Aid Foundation, Giving Report 2022", "Northern Aid Foundation"],
  ["Source: Labour Force Survey, Office for National Statistics", "Office for National Statistics"],
  ["Source: Department for Culture, Media and Sport", "Department for Culture, Media and Sport"],
  ["Source: Department for Transport, Office of Rail and Road", "Department for Transport"],
  ["Source: Department for Transport statistics", "Department for Transport"],
  ["Published by the Ministry of Housing", "Ministry of Housing"],
  ["Quelle: Statistisches Bundesamt (Destatis), 2023", "Statistisches Bundesamt"],
  ["Source: Home Office - Police recorded crime", "Home Office"],
  ["Data source: ONS", "ONS"],
  ["Source: Resolution Foundation analysis of ONS, Labour Force Survey", "Resolution Foundation"],
  ["Source: Statistics Norland. Figures are rounded", "Statistics Norland"],
  ["Source: Shelter", "Shelter"],
  ["Source: Shelter analysis of rents", "Shelter"],
  ["Source: ONS mid-year estimates", "ONS"],
  ["Source: Land Registry price paid data", "Land Registry"],
  ["Source: Homes England", "Homes England"],
  ["Source: Inter-Harbour Union Open Data", "Inter-Harbour Union"],
  ["© Statistisches Landesinstitut (SLI), 2022", "Statistisches Landesinstitut"],
  ["© 2022 Norland Statistics Office", "Norland Statistics Office"],
])("%s", (text, publisher) => {
  expect(said("Table 1: Deaths by place", text, "Notes")).toBe(publisher);
});

test.each([
  "Source: Labour Force Survey",
  "Source: Census 2021",
  "Source: Hospital Episode Statistics",
  "Source: Author’s calculations",
  "Source: see table 3",
  "Source: Age-standardised death rates",
  "Source: Recorded crime in the year before",
  "Source: Life Expectancy in Scotland",
  "Source: Base: all adults who answered",
  "Source: Births",
  "Source: https://example.org/figures",
  "Sources of income are listed below",
  "The source: nobody",
  "Sources: the NHDC(Agg)D, NHD(el)D and NHPED.",
  "Source: the NHDC(Agg)D",
  "Source: Local Authority Open Data",
  "© Crown copyright 2022",
  "© Shelter",
])("%s: no publisher", (text) => {
  expect(said(text)).toBeUndefined();
});

test("what stands beside the key is it, and a publisher goes before a source", () => {
  expect(said("Publisher", "Ministry of Housing")).toBe("Ministry of Housing");
  expect(said("Source: Land Registry", "Published by: Shelter")).toBe("Shelter");
});

test("a column says it that says the same in each row", async () => {
  const rows = (source: string) => ["Aldford", "Birwick", "Caston"].map((area, at) => `${area},${40 + at}%,${source}`);
  const { spec, remarks } = await guessOf(`Authority,% open,Source\n${rows("ARCIP").join("\n")}\n`);
  expect(spec.sources).toMatchObject({ publisher: { publisher: "ARCIP" } });
  expect(remarks.get("sources")).toMatch(/^Guessed from a column; check\./u);
  for (const other of ["Labour Force Survey", ""]) {
    const without = await guessOf(`Authority,% open,Source\n${rows(other).join("\n")}\n`);
    expect(without.spec.sources).toMatchObject({ publisher: { publisher: "(publisher not stated)" } });
  }
});

test("sheets without tables say it where all of them name the same one", () => {
  expect(publisherSaid([], ["Published by Shelter"])?.by).toBe("a sheet without a table");
  expect(publisherSaid([], ["Source: Home Office", "Source: Shelter"])).toBeUndefined();
});

test("a line that is the name of an office is the publisher, and that of a division is none", () => {
  expect(said("Gaming Commission", "Table 1: Bets")).toBe("Gaming Commission");
  expect(said("Analytics Division", "Table 1: Bets")).toBeUndefined();
});

test("statistics are official where a state publishes them", () => {
  expect(["Office for National Statistics", "Eurostat", "Ministry of Housing"].map(kindOfPublisher)).toEqual(
    Array(3).fill("official-statistics"),
  );
  expect(["Shelter", "Northern Aid Foundation"].map(kindOfPublisher)).toEqual(["other", "other"]);
});

test("a guess names the publisher, marked, and says where none is known", async () => {
  const table = "Deaths by place\nPlace,2020,2021\nHome,1200,1300\nHospital,2300,2200\nCare home,900,950\n";
  const { spec, remarks } = await guessOf(`${table}\nSource: Home Office\n`);
  expect(spec.sources).toMatchObject({ publisher: { publisher: "Home Office", kind: "official-statistics" } });
  expect(remarks.get("sources")).toMatch(/^Guessed from a note; check\./u);
  const ofWork = await guessOf(`${table}\nSource: Age-standardised death rates\n`);
  expect(ofWork.spec.sources).toMatchObject({ publisher: { publisher: "(publisher not stated)" } });
  expect(ofWork.remarks.get("sources")).toContain('"Source: Age-standardised death rates"');
  const without = await guessOf(table);
  expect(without.spec.sources).toMatchObject({ publisher: { publisher: "(publisher not stated)", kind: "other" } });
});
