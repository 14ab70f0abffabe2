import { describe, expect, test } from "vitest";
import { read, rowsOf, rowsRead } from "./read-tables.ts";

const json = { file: "table.json" };

/** Made as statistics offices do: dimensions by index as a list and as an object, values as a list and as an object. */
const dataset = {
  version: "2.0",
  class: "dataset",
  label: "Cases",
  id: ["area", "year"],
  size: [2, 3],
  dimension: {
    area: { label: "Area", category: { index: ["E1", "W1"], label: { E1: "Kent", W1: "Ynys Môn" } } },
    year: {
      category: { index: { y2020: 1, y2019: 0, y2021: 2 }, label: { y2019: "2019", y2020: "2020", y2021: "2021" } },
    },
  },
  value: [1, 2, null, 4, 5.5, 6],
  status: { 2: "c" },
};

describe("JSON", () => {
  test("rows as objects: their keys are the first row, in the order met", async () => {
    const rows = [
      { area: "Kent", cases: 5 },
      { cases: null, area: "Essex", note: "p" },
    ];
    expect(await rowsRead(`\uFEFF${JSON.stringify(rows)}`, json)).toEqual([
      ["area", "cases", "note"],
      ["Kent", 5, null],
      ["Essex", null, "p"],
    ]);
    expect(await rowsRead(Buffer.from(`\uFEFF${JSON.stringify(rows)}`), json)).toHaveLength(3);
  });

  test("an object in a line, and rows within what a program put around them", async () => {
    const rows = [
      { area: "Kent", cases: 5 },
      { area: "Essex", cases: 7 },
    ];
    const expected = [
      ["area", "cases"],
      ["Kent", 5],
      ["Essex", 7],
    ];
    const lines = rows.map((row) => JSON.stringify(row)).join("\r\n");
    for (const file of ["table.json", "table.jsonl", "table.ndjson"])
      expect(await rowsRead(`${lines}\n`, { file })).toEqual(expected);
    expect(await rowsRead(JSON.stringify({ count: 2, data: rows, links: ["/next"] }), json)).toEqual(expected);
    expect(await rowsRead('{"area":["Kent","Essex"],"cases":[5,7]}', json)).toEqual(expected);
  });

  test("two lists of objects, columns of other lengths and lines that are no rows are told", async () => {
    const bad = ['{"a":[{"n":1}],"b":[{"n":2}]}', '{"area":["Kent"],"cases":[5,7]}', '{"area":"Kent"}'];
    for (const text of bad) expect((await read(text, json)).codes).toEqual(["empty-file"]);
    expect((await read('{"area":"Kent"}\n5\n', json)).codes).toEqual(["unreadable-file"]);
  });

  test("rows as lists", async () => {
    expect(await rowsRead('[["area","cases"],["Kent",5],[],["Essex",true]]', json)).toEqual([
      ["area", "cases"],
      ["Kent", 5],
      [null, null],
      ["Essex", true],
    ]);
  });

  test("a dataset of JSON-stat: a row a cell, with its status", async () => {
    const rows = [
      ["Area", "year", "value", "status"],
      ["Kent", "2019", 1, null],
      ["Kent", "2020", 2, null],
      ["Kent", "2021", null, "c"],
      ["Ynys Môn", "2019", 4, null],
      ["Ynys Môn", "2020", 5.5, null],
      ["Ynys Môn", "2021", 6, null],
    ];
    expect(await rowsRead(JSON.stringify(dataset), json)).toEqual(rows);
    const sparse = { ...dataset, value: { 0: 1, 1: 2, 3: 4, 4: 5.5, 5: 6 }, status: [null, null, "c"] };
    expect(await rowsRead(JSON.stringify(sparse), json)).toEqual(rows);
  });

  test.each([
    ["no sizes", { size: undefined }],
    ["sizes that are none", { size: [2, -3] }],
    ["a dimension missing", { dimension: {} }],
    ["a size beyond all memory", { size: [100_000, 100_000] }],
    ["no values", { value: 5 }],
  ])("a dataset of JSON-stat with %s is an error", async (_, change) => {
    const { sheets, codes } = await read(JSON.stringify({ ...dataset, ...change }), json);
    expect([sheets, codes]).toEqual([[], ["invalid-json-stat"]]);
  });

  test.each([
    ['{"a": 1}', "empty-file"],
    ["[]", "empty-file"],
    ["[1, 2]", "invalid-row"],
    ["[{}, 3]", "invalid-row"],
    ["{not json", "unreadable-file"],
  ])("%s is an error", async (text, code) => {
    const { sheets, codes } = await read(text, json);
    expect(sheets.flatMap(rowsOf)).toEqual([]);
    expect(codes).toContain(code);
  });
});
