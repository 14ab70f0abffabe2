import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const names = ["Aldorf", "Brunnau", "Celbach", "Dornfeld", "Eschberg", "Flussau", "Grunheim", "Hochtal"];
const all = Array.from(
  { length: 32 },
  (_, at) => `${names[at % 8]}${["", " Ost", " West", " Nord"][Math.floor(at / 8)]}`,
);
const kinds = ["Landkreis", "Kreis", "Stadtkreis"];
const row = (name: string, kind: string, at: number): string => `${name},${kind},${30 + at * 7},${41 + at * 9}`;

test("what kind each area is crosses none of them, and tells those apart that are called alike", async () => {
  const rows = all.map((name, at) => row(name, kinds[at % 3] ?? "", at));
  const again = all.slice(0, 3).map((name, at) => row(name, kinds[(at + 1) % 3] ?? "", at + 40));
  const { spec, dataset } = await guessOf(["Kreis,Bez,2020,2021", ...rows, ...again].join("\n"));
  expect(Object.keys(spec.dimensions)).toEqual(["kreis", "period"]);
  expect(spec.layout?.dimensions?.kreis).toEqual({ joined: "{Kreis} ({Bez})" });
  expect(dataset?.categories("kreis")).toHaveLength(35);
});

test("what a few areas are divided by, and all others are told together of, is no kind of theirs", async () => {
  const rows = all.map((name, at) => row(name, "Both", at));
  const parts = all.slice(0, 3).map((name, at) => row(name, "Women", at + 40));
  const { spec } = await guessOf(["Kreis,Of whom,2020,2021", ...rows, ...parts].join("\n"));
  expect(Object.keys(spec.dimensions)).toEqual(["kreis", "ofWhom", "period"]);
});
