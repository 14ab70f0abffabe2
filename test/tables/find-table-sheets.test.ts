import { expect, test } from "vitest";
import { findTableSheets } from "../../src/tables/index.ts";
import { read } from "./read-tables.ts";
import { writeXlsx, type XlsxSheet } from "./write-workbooks.ts";

const rows = (...cells: readonly (readonly (string | number)[])[]) =>
  `<sheetData>${cells
    .map(
      (row) =>
        `<row>${row.map((cell) => (typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join("")}</row>`,
    )
    .join("")}</sheetData>`;
const data = rows(
  ["Table 1: offences"],
  ["This worksheet contains one table"],
  ["Area", "2019", "2020"],
  ["Kent", 5, 6],
);

async function purposesOf(sheets: readonly XlsxSheet[]) {
  const found = await read(writeXlsx(sheets), { file: "table.xlsx" });
  return findTableSheets(found.sheets).map(({ sheet, purpose }) => [sheet.name, purpose]);
}

test("cover, contents and notes are told from the data, by their names and by what they hold", async () => {
  expect(
    await purposesOf([
      { name: "Cover", xml: rows(["Offences"], ["Published 2020"]) },
      { name: "Table_of_contents", xml: rows(["Sheet", "Title"], ["Table 1", "Offences"]) },
      { name: "Notes table", xml: rows(["Note number", "Note text"], [1, "Provisional"]) },
      { name: "Table 1", xml: data },
      { name: "Index of crime", xml: data },
      { name: "What this is", xml: rows(["We counted twice."], ["Ask us."]) },
      { name: "Two columns", xml: rows(["Area", "Cases"], ["Kent", "[c]"], ["Essex", "1,204"]) },
    ]),
  ).toEqual([
    ["Cover", "cover"],
    ["Table_of_contents", "contents"],
    ["Notes table", "notes"],
    ["Table 1", "data"],
    ["Index of crime", "data"],
    ["What this is", "notes"],
    ["Two columns", "data"],
  ]);
});

test("where nothing would be data, all is", async () => {
  expect(await purposesOf([{ name: "Notes", xml: data }])).toEqual([["Notes", "data"]]);
});
