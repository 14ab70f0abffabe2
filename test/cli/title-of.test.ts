import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import type { ColumnSurvey } from "../../src/survey/table/column-survey.ts";

test("what stands before a note on the data is no title of it", () => {
  const titles = ["Data Source", "Population estimates and projections", "Last Updated Date", "2023-12-20"];
  expect(titleOf("popdata.csv", { titles })).toBe("Population estimates and projections");
});

test("a title that says that it is a table's goes before what is said above it, and a formula is none", () => {
  const titles = [
    "3. Percentage of people with a positive result - out of those with a final result.",
    "Number of people invited with a positive result        x 100",
    "Number of people invited with a final result",
    "Table 3 Percentage of people with a positive result, by board and sex",
  ];
  expect(titleOf("kpi.xlsx", { titles })).toBe("Percentage of people with a positive result, by board and sex");
  expect(titleOf("kpi.xlsx", { titles: titles.slice(1, 3) })).toBe("Number of people invited with a final result");
});

test("what a colour stands for is no title, and a survey of people of an age is one", () => {
  const legend = ["Board did not partake in survey", "Number examined too small (below 30) for robust estimate"];
  const titles = [...legend, "5-year-old Survey 2011/12 - Local Authority Data", "Based on fewer than 30 volunteers"];
  expect(titleOf("teeth.xlsx", { titles })).toBe("5-year-old Survey 2011/12 - Local Authority Data");
  expect(titleOf("teeth.xlsx", { titles: legend })).toBe("Teeth");
  expect(titleOf("a.csv", { titles: ["Adults who did not take part in sport"] })).toMatch(/^Adults who did not/u);
});

test("a title has no remark on a line of its own below it, however long that is", () => {
  const remark = `(Figures are ${"provisional, and ".repeat(9)}may change)`;
  expect(titleOf("a.xlsx", { titles: [`Victims of offences in Norland, \nby province\n${remark}`] })).toBe(
    "Victims of offences in Norland, by province",
  );
});

test("what closes a parenthesis is no number of a note", () => {
  expect(titleOf("a.csv", { titles: ["Stays by region (Provisional, Apr 21 - Mar 22)"] })).toMatch(/Mar 22\)$/u);
  expect(titleOf("a.csv", { titles: ["Stays by region and country 1)"] })).toBe("Stays by region and country");
});

test("letters of East Asia make a title without capitals and gaps, and no source or unit", () => {
  const titles = ["単位：人", "資料：町の統計課による人口の調査", "市区町村別の将来の老年人口"];
  expect(titleOf("48.xls", { titles })).toBe("市区町村別の将来の老年人口");
  expect(titleOf("teeth.xls", { titles: titles.slice(0, 2) })).toBe("Teeth");
});

test("who published a table, or in which series, is no title where a line below says what it is of", () => {
  const titles = ["Gaming Commission", "Industry statistics 2024", "Overview of gaming halls"];
  expect(titleOf("t.xlsx", { titles })).toBe("Overview of gaming halls");
  expect(titleOf("t.xlsx", { titles: ["World Trade Outlook, July Update", "Growth of selected economies"] })).toBe(
    "Growth of selected economies",
  );
  // A place, a day, or nothing more, says less than the series.
  for (const below of [["Northern Ireland"], ["As at 31 May 2018"], []])
    expect(titleOf("t.xlsx", { titles: ["Housing statistics 2019-20", ...below] })).toBe("Housing statistics 2019-20");
  const numbered = ["Table 3: Police workforce statistics", "Officers and staff of all forces"];
  expect(titleOf("t.xlsx", { titles: numbered })).toBe("Police workforce statistics");
  expect(titleOf("t.xlsx", { titles: ["Fire statistics by county", "Fires that were deliberate"] })).toBe(
    "Fire statistics by county",
  );
});

test("a title in capitals, a long one, and one behind a number or a code of an office are read", () => {
  expect(titleOf("t.xls", { titles: ["V.33. DIRECT INVESTMENT BY COUNTRY OF ORIGIN", "Specification"] })).toBe(
    "DIRECT INVESTMENT BY COUNTRY OF ORIGIN",
  );
  const long = `Estimates of ${"poverty and of its many dimensions, ".repeat(3)}by commune, by methods for small areas`;
  expect(titleOf("t.xls", { titles: [long] })).toBe(long);
  expect(titleOf("t.xls", { titles: [`${long}. They are provisional.`] })).toBe("T");
  expect(titleOf("t.xls", { titles: ["表2-9A(1)　男女年齢階級別人口：高位推計"] })).toBe(
    "男女年齢階級別人口：高位推計",
  );
  expect(titleOf("t.xls", { titles: ["(DF_EO9_LTB) Prices of energy - projections"] })).toBe(
    "Prices of energy - projections",
  );
});

test("what the contents of a workbook say of a sheet is its title, and what a column says of all figures", () => {
  expect(titleOf("t.xls", { titles: ["Statistical Office"], contents: "Marriages by county of residence" })).toBe(
    "Marriages by county of residence",
  );
  const column = {
    index: 0,
    name: "Indicator",
    ref: "Indicator",
    kind: "label" as const,
    texts: ["Average monthly earnings by sex"],
    filled: 20,
    figures: undefined,
  };
  expect(titleOf("t.csv", { titles: [], columns: [column] })).toBe("Average monthly earnings by sex");
  expect(titleOf("t.csv", { titles: ["Data Source", "World Database"], columns: [column] })).toBe(
    "Average monthly earnings by sex",
  );
  expect(titleOf("t.csv", { titles: [], columns: [{ ...column, texts: ["Count"] }] })).toBe("T");
});

test("a line that begins with what figures are told by goes on with the one above it", () => {
  const titles = ["Table 4", "Crime in Norland", "by county and state, 2016-2017"];
  expect(titleOf("t.xls", { titles })).toBe("Crime in Norland by county and state, 2016-2017");
  expect(titleOf("t.xls", { titles: ["Crime by county", "by state"] })).toBe("Crime by county");
});

test("of the line of a series and the one that says what the rows are, the latter is the title", () => {
  const region: ColumnSurvey = {
    index: 0,
    name: "Região/Unidade",
    ref: "Região/Unidade",
    kind: "label",
    texts: ["Norte", "Sul"],
    filled: 2,
    figures: undefined,
  };
  const series = "Procedimentos hospitalares - por local de internação - Brasil";
  const titles = [series, "Óbitos por Região/Unidade e Mês atendimento", "Período: 2008"];
  expect(titleOf("obitos.csv", { titles, columns: [region] })).toBe("Óbitos por Região/Unidade e Mês atendimento");
  expect(titleOf("obitos.csv", { titles })).toBe(series);
  // What is said of the rows in a sentence is no title.
  expect(titleOf("a.csv", { titles: [series, "Regions may change in Região/Unidade."], columns: [region] })).toBe(
    series,
  );
});

test("a line that names a file is no title where another says what it has, and an appendix has numbered tables too", () => {
  const titles = [
    "Filename: table04.csv",
    "Appendix table 4. Adults on parole, 2012",
    "Report title: Parole in Norland",
  ];
  expect(titleOf("t.xlsx", { titles })).toBe("Adults on parole, 2012");
  expect(titleOf("t.csv", { titles: ["data/table04.csv"] })).toBe("T");
});

test("what a line above a table says that all its figures are, before their unit, is told with its title", () => {
  const titleWith = (line: string) => titleOf("a.csv", { titles: ["Spending of councils in Norland, 2021-22", line] });
  expect(titleWith("Net current expenditure (£ thousand)")).toBe(
    "Spending of councils in Norland, 2021-22: net current expenditure",
  );
  for (const line of ["All figures (£ thousand)", "United Kingdom (£ million)", "Spending of councils (£ million)"])
    expect(titleWith(line)).toBe("Spending of councils in Norland, 2021-22");
});

test("the offices that stand above a title are none, where that says by what figures are told, in any language", () => {
  const column = (kind: ColumnSurvey["kind"], name: string) => ({ kind, name, texts: [] }) as unknown as ColumnSurvey;
  const columns = [column("label", "Diagnostic"), column("figure", "0-4"), column("figure", "5-9")];
  const titles = [
    "Département fédéral des affaires XY",
    "Statistique des hôpitaux",
    "Cas selon le diagnostic, en 2013",
  ];
  expect(titleOf("a.xls", { titles, columns })).toBe("Cas selon le diagnostic, en 2013");
  const german = ["Behörde für Gesundheit Norden", "Fälle nach Diagnostic und Alter"];
  expect(titleOf("a.xls", { titles: german, columns })).toBe("Fälle nach Diagnostic und Alter");
});

test("the number and letter of one of several tables of a sheet are no part of its title", () => {
  expect(titleOf("a.ods", { titles: ["1 People in work", "1a Proportion of people in work, Norland"] })).toBe(
    "Proportion of people in work, Norland",
  );
});

describe("of the lines above a table, the title is the one that says what is measured", () => {
  const of = (...titles: readonly string[]) => titleOf("t09.xlsx", { titles });

  test.each(["England and Wales", "República de Norlandia", "Republic of Norland", "Kingdom of Norland"])(
    "and not the place that they are of: %s",
    (place) => {
      expect(of(place, "2011 Census: Homes by kind and district")).toBe("2011 Census: Homes by kind and district");
      expect(of("2011 Census: Homes, districts in Norland", place)).toBe("2011 Census: Homes, districts in Norland");
      expect(of(place)).toBe("T09");
    },
  );

  test("and not a sentence on them, which is longer than a title and has a full stop", () => {
    const note =
      "Figures of this study are NOT comparable to those of any former one because of changes in method made in 2020.";
    expect(of(note)).toBe("T09");
    expect(of("Households in fuel poverty by district.")).toBe("Households in fuel poverty by district");
  });

  test("and is whole where it goes on in the lines below", () => {
    const lines = [
      "Cuadro 4. PERSONAS DE 15 Y MÁS AÑOS EN LA REPÚBLICA, POR CONDICIÓN EN LA",
      "ACTIVIDAD, SEGÚN ÁREA, PROVINCIA Y",
      "EDAD: ENCUESTA DE HOGARES, 2021",
    ];
    expect(of("CONTRALORÍA GENERAL DE NORLANDIA", ...lines)).toBe(
      "PERSONAS DE 15 Y MÁS AÑOS EN LA REPÚBLICA, POR CONDICIÓN EN LA ACTIVIDAD, SEGÚN ÁREA, PROVINCIA Y EDAD: ENCUESTA DE HOGARES, 2021",
    );
    expect(of("Offences (Number) by Region, Type of Offence and", "Quarter")).toBe(
      "Offences (Number) by Region, Type of Offence and Quarter",
    );
    expect(of("Deaths by age and sex", "England")).toBe("Deaths by age and sex");
  });

  test("however long, below the number of its table, and up to its second sentence above one without", () => {
    const long = `Median price of homes (existing) by district, ${"year ending September 2002 to ".repeat(3)}year ending September 2018 (£)`;
    expect(of("Contents", "Table 5a", long)).toBe(long);
    const [first, second] = [
      "Estimaciones de pobreza por comuna",
      `Aplicación de metodologías ${"para áreas ".repeat(12)}2022`,
    ];
    expect(of(`${first}. ${second}`)).toBe(first);
  });

  test("and may be a word and a year", () => {
    expect(of("Sterbetafel 1947")).toBe("Sterbetafel 1947");
  });
});
