import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const asked = ["Meals", "Shoes", "Coats", "Gifts"];
const sizes = [772_000, 103_000, 80_000, 61_000, 136_000];
/** The same people in two ways of grouping, each asked four things, and all of them beside these. */
const rows = ["First", "Second"].flatMap((way, at) =>
  sizes.flatMap((_, group) => {
    const size = sizes[(group + at) % sizes.length] ?? 0;
    return [
      `${size},Group ${group},All,All,${way}`,
      ...asked.flatMap((what, own) => [
        `${size - 20_000 - own * 1000},Group ${group},${what},Yes,${way}`,
        `${20_000 + own * 1000},Group ${group},${what},No,${way}`,
      ]),
    ];
  }),
);
const table = ["Population,Group,Characteristic,Answer,Grouping", ...rows].join("\n");

test("categories that each come to all are the same again, and none is said to be missing", async () => {
  const { remarks, comparability } = await guessOf(table, { title: "Children" });
  expect(remarks.get("dimensions.characteristic")).toMatch(/each comes to nearly all of "All" by itself/u);
  expect([...remarks.values()].join(" ")).not.toContain("in none of them");
  expect(comparability.get("characteristic")).toBe("the same people again");
  expect(comparability.get("grouping")).toBe("the same people again");
});

test("what was never crossed is not available, and no zero", async () => {
  const trusts = ["East", "West", "North"].flatMap((region, at) => [
    `${region},`,
    ...["Ash", "Bell", "Crow", "Dale"].map((name, own) => `${name}${"xyz"[at]} Care Trust,${20 + at * 7 + own * 3}`),
  ]);
  const { spec, remarks, dataset } = await guessOf(["Trust,Incidents", ...trusts].join("\n"), { title: "Incidents" });
  expect(spec.measures).toMatchObject({ incidents: { absent: "not-available" } });
  expect(remarks.get("measures.incidents.absent")).toContain("no zero");
  expect(dataset?.diagnostics.map(({ code }) => code)).not.toContain("sparse-counts");
  const counted = asked.flatMap((what, at) =>
    ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gum", "Hazel", "Ivy"].flatMap((place, own) =>
      (at + own) % 3 === 0 ? [] : [`${place},${what},${5 + at * 7 + own * 11}`],
    ),
  );
  const plain = await guessOf(["Place,Offence,Offences", ...counted].join("\n"), { title: "Offences" });
  expect(Object.values(plain.spec.measures)[0]).not.toHaveProperty("absent");
});
