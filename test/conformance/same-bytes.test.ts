import { describe, expect, inject, test } from "vitest";
import { chosenFolder } from "./written-files.ts";

const [here = {}, elsewhere = {}] = inject("runs");
const names = Object.keys(here);

describe.skipIf(chosenFolder !== undefined)("the examples", () => {
  test("write briefings in both formats", () => {
    expect(names.filter((name) => name.endsWith(".pdf"))).not.toHaveLength(0);
    expect(names.filter((name) => name.endsWith(".html"))).not.toHaveLength(0);
  });

  test("write the same files in another time zone and locale", () => {
    expect(Object.keys(elsewhere)).toEqual(names);
  });
});

describe.each(names)("%s", (name) => {
  test("same bytes in another time zone and locale", () => {
    expect(elsewhere[name]).toBe(here[name]);
  });
});
