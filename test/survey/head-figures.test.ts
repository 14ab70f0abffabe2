import { expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

async function headOf(content: string): Promise<string | undefined> {
  const { spec, dataset } = await guessOf(content);
  const measure = dataset && chooseStart(dataset, spec).measure;
  return measure === undefined ? undefined : spec.measures[measure]?.label;
}

test("a page begins with the sum of all, of which a sum of some is a part that no sum has", async () => {
  const rows = Array.from({ length: 9 }, (_, at) => {
    const [one, two, three] = [610 + ((at * 37) % 83), 430 + ((at * 53) % 91), 290 + ((at * 71) % 67)];
    return `${2010 + at},${one},${two},${one + two},${three},${one + two + three}`;
  });
  const { spec, dataset } = await guessOf(lines("Year,Letters,Calls,Spoken,Visits,Contacts", ...rows));
  const sums = [
    { whole: "spoken", parts: ["letters", "calls"] },
    { whole: "contacts", parts: ["letters", "calls", "visits"] },
  ];
  expect(dataset && chooseStart(dataset, { ...spec, sums }).measure).toBe("contacts");
});

test.each(["Poblacion", "Población", "Einwohner", "Popolazione"])(
  "a page begins with a count, before %s beside it",
  async (people) => {
    const rows = "Alba,Bera,Cuda,Deva,Elba,Fano"
      .split(",")
      .map((name, at) => `${name},${41_000 + at * 977},${210 + at * 37}`);
    expect(await headOf(lines(`Comuna,${people},Casos`, ...rows))).toBe("Casos");
  },
);
