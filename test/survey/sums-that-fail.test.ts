import fc from "fast-check";
import { expect, test } from "vitest";
import { createRemarks } from "../../src/survey/remarks.ts";
import { sumsThatHold } from "../../src/survey/sums/sums-that-fail.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const town = (at: number) => `Town${"ABCDEFGHIJ"[at % 10]}${at}`;

/** In seven of sixty towns there are young people outdoors; elsewhere all young people are as many as those who are sheltered. */
const rows = Array.from({ length: 60 }, (_, at) => {
  const [youngIn, oldIn, oldOut] = [5 + ((at * 37) % 90), 11 + ((at * 53) % 200), 20 + ((at * 71) % 300)];
  const youngOut = at % 9 === 4 ? 6 + (at % 5) : 0;
  return [
    town(at),
    youngIn + youngOut,
    youngIn,
    youngOut,
    oldIn + oldOut,
    oldIn,
    oldOut,
    youngIn + oldIn,
    youngOut + oldOut,
  ];
});
const headings = "Town,Young people,Young in,Young out,Old people,Old in,Old out,People in,People out";

test("where other parts never fail, they are those of the whole", async () => {
  const { dataset } = await guessOf(`${headings}\n${rows.map((own) => own.join()).join("\n")}\n`);
  if (!dataset) throw new Error("There is no data.");
  const remarks = createRemarks();
  const failing = { whole: "peopleIn", parts: ["youngPeople", "oldIn"] };
  const { sums, replaced } = sumsThatHold([failing], { dataset, remarks });
  expect(sums).toEqual([{ whole: "peopleIn", parts: ["youngIn", "oldIn"] }]);
  expect(replaced).toEqual([failing]);
  expect([...remarks.all]).toEqual([]);
});

test("small numbers and zeros at random are the parts of nothing", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 8 }), {
        minLength: 12,
        maxLength: 40,
      }),
      async (cells) => {
        const named = "abcdefgh".split("").map((letter) => `Things ${letter}`);
        const { spec } = await guessOf(
          `Town,${named.join()}\n${cells.map((own, at) => [town(at), ...own].join()).join("\n")}\n`,
        );
        expect(spec.sums ?? []).toEqual([]);
      },
    ),
    { numRuns: trials(200, 24) },
  ));

test("a sum that fails in some rows and has no other parts is said to, with how many and where first", async () => {
  const csv = `Town,All staff,Doctors,Nurses\n${rows
    .map(([name, , one = 0, , , , two = 0], at) =>
      [name, Number(one) + Number(two) + (at % 20 === 7 ? 5 : 0), one, two].join(),
    )
    .join("\n")}\n`;
  const { spec, remarks } = await guessOf(csv);
  expect(spec.sums).toEqual([{ whole: "allStaff", parts: ["doctors", "nurses"] }]);
  expect(remarks.get("sums")).toContain('"All staff" is not the sum of these parts in 3 of 60 rows, first in "TownH7"');
});

test("a sum that fails in a row alone that is left out is said to fail nowhere", async () => {
  const areas =
    "Adur,Ashford,Babergh,Barnet,Bexley,Bolton,Bradford,Brent,Bristol,Burnley,Bury,Camden,Crawley,Croydon".split(",");
  const own = areas.map((name, at) => [name, 120 + at * 7, 40 + ((at * 53) % 77)] as const);
  const csv = (slip: string) =>
    [
      "Local authority,All households,Rehoused,Warned",
      ...own.map(([name, one, two]) => [name, one + two + (name === slip ? 9 : 0), one, two].join()),
      `Rest of England,${slip === "" ? 9009 : 9000},4000,5000`,
      "",
    ].join("\n");
  const { spec, remarks } = await guessOf(csv(""));
  expect(spec.sums?.map(({ whole }) => whole)).toEqual(["allHouseholds"]);
  expect(JSON.stringify(spec.layout?.rows)).toContain("Rest of England");
  expect(remarks.get("sums") ?? "").not.toContain("first in");
  const other = await guessOf(csv("Bolton"));
  expect(other.remarks.get("sums")).toContain('in 1 of 14 rows, first in "Bolton"');
});
