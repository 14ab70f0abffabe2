import { expect, test } from "vitest";
import { titleSaid } from "../../src/survey/index.ts";
import { guessOf } from "./guess-of.ts";

const wide = "Town,2019,2020\nAyr,125,135\nBute,225,236\nCrail,310,318\n";
const long = "Town,Year,Visits\nAyr,2019,125\nBute,2019,225\nAyr,2020,135\nBute,2020,236\n";

test.each(["Table 1", "Data", "Coverage", "Tab a", "Dataset"])(
  "a file that is called %s gives its table no title",
  async (called) => {
    const unnamed = await guessOf(wide, { title: called, called });
    expect(unnamed.spec.title).toBe("(title not stated)");
    expect(unnamed.remarks.get("title")).toMatch(/^Neither the table nor the file has a title/u);
    expect((await guessOf(long, { title: called, called })).spec.title).toBe("Visits by town");
  },
);

test("a file that is called as what it has is asked about, and called so", async () => {
  const { spec, remarks } = await guessOf(wide, { title: "Births in towns", called: "Births in towns" });
  expect(spec.title).toBe("Births in towns");
  expect(remarks.get("title")).toContain("No title was found");
});

test("what stands above a table and is of all tables, or a path, is no title", () => {
  for (const text of ["List of tables", "Data tables", "Coverage of the data", "Health\\Births\\Live births by town"])
    expect(titleSaid({ titles: [text] }, [])).toBe(undefined);
  expect(titleSaid({ titles: ["Vaccine coverage by town"] }, [])?.title).toBe("Vaccine coverage by town");
});
