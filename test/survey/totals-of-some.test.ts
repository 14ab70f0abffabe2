import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const states = ["Avon", "Brent", "Colne", "Derwent", "Eden"];

/** Districts within states, each with the row of its total, called as it is given. */
const districts = (nameOfTotal: (state: string) => string, least = 1) =>
  lines(
    "State,District,Year,Murders,Thefts",
    ...states.flatMap((state, at) => {
      const own = ["Hill", "Dale", "Moor", "North"].map((name, row) => ({
        name: `${state} ${name}`,
        murders: row === at % 4 ? least + (at % 4) : 40 + at * 7 + row * 5,
        thefts: 210 + at * 31 + row * 17,
      }));
      const of = (figure: "murders" | "thefts") => own.reduce((sum, one) => sum + one[figure], 0);
      return [
        ...own.map(({ name, murders, thefts }) => `${state},${name},2020,${murders},${thefts}`),
        `${state},${nameOfTotal(state)},2020,${of("murders")},${of("thefts")}`,
      ];
    }),
  );

describe("totals of some of the others, which nothing declares, stand beside no hidden counts", () => {
  test("of each group, by one name", async () => {
    const { spec, remarks } = await guessOf(districts(() => "ZZ TOTAL"));
    expect(spec.layout?.rows?.except).toEqual({ District: ["ZZ TOTAL"] });
    expect(remarks.get("layout.rows")).toContain('"ZZ TOTAL": areas of another level');
  });

  test("of each group, by a name of its own", async () => {
    const { spec } = await guessOf(districts((state) => `${state} total`));
    expect(spec.layout?.rows?.except).toEqual({ District: states.map((state) => `${state} total`) });
  });

  test("of each group, by their figures alone", async () => {
    const { spec } = await guessOf(districts(() => "Headquarters"));
    expect(spec.layout?.rows?.except).toEqual({ District: ["Headquarters"] });
  });

  test("and no first page is of what was left out", async () => {
    const { dataset } = await guessOf(districts((state) => `${state} total`));
    const labels = dataset?.categories("district").map(({ label }) => label);
    expect(labels?.length).toBeGreaterThan(0);
    expect(labels?.filter((label) => label.includes("total"))).toEqual([]);
  });

  test("and stand in no rank where no count is small", async () => {
    const { spec, remarks } = await guessOf(districts(() => "ZZ TOTAL", 20));
    expect(spec.layout?.rows?.except).toEqual({ District: ["ZZ TOTAL"] });
    expect(remarks.get("layout.rows")).toContain('"ZZ TOTAL": areas of another level');
  });
});
