import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const countries = ["Kenya", "Mali", "Chad", "Togo", "Ghana"];
const asked = "may be totals of some of the others";

/** Answers to requests, in a few countries, each figure rounded for itself. */
async function remarkOn(answers: readonly string[], figureOf: (answer: string, country: number) => number) {
  const rows = countries.flatMap((country, at) =>
    answers.map((answer) => `${country},${answer},${Math.round(figureOf(answer, at) / 5) * 5}`),
  );
  const { spec, remarks } = await guessOf(["Country,Decision,Requests", ...rows].join("\n"));
  expect(spec.dimensions.decision).toMatchObject({ total: "total" });
  return remarks.get("dimensions.decision");
}

test("a name that says it is a total is asked about where figures leave it open alone", async () => {
  const rejected = (at: number) => 1013 + at * 317;
  const positive = (at: number) => 2127 + at * 211;
  const own = (answer: string, at: number) =>
    answer === "Rejected" ? rejected(at) : answer === "Total positive" ? positive(at) : rejected(at) + positive(at);
  // What all make together, it counts once.
  expect(await remarkOn(["Total", "Total positive", "Rejected"], own)).toBeUndefined();
  // Beside one of what it holds, and nothing of the rest, nobody can tell.
  const withPart = (answer: string, at: number) =>
    answer === "Refugees" ? Math.round(positive(at) * 0.7) : own(answer, at);
  expect(await remarkOn(["Total", "Total positive", "Refugees", "Rejected"], withPart)).toContain(
    `"Total positive" ${asked}`,
  );
});

test("and no longer where the definition says what it holds", async () => {
  const parts = ["Refugees", "Protected", "Rejected"];
  const part = (answer: string, at: number) => 5 * (211 + at * 37 + parts.indexOf(answer) * (113 + at * 7));
  const own = (answer: string, at: number) =>
    (answer === "Total" ? parts : answer === "Total positive" ? parts.slice(0, 2) : [answer]).reduce(
      (sum, one) => sum + part(one, at),
      0,
    );
  expect(await remarkOn(["Total", "Total positive", ...parts], own)).toBeUndefined();
});

test("`Combined` beside two others is their total, and is not added to them", async () => {
  const sales = [2.35, 7.25, 1.15];
  const rows = countries.flatMap((country, at) =>
    sales.flatMap((litres, of) => {
      const [inside, outside] = [
        Math.round((litres + at / 3) * 100) / 100,
        Math.round((litres * 2 + at / 7) * 100) / 100,
      ];
      const all = Math.round((inside + outside) * 100) / 100;
      return [`On-trade,${inside}`, `Off-trade,${outside}`, `Combined,${all}`].map(
        (own) => `${country},${2019 + of},${own}`,
      );
    }),
  );
  const { spec } = await guessOf(["Country,Year,Sector,Litres sold", ...rows].join("\n"));
  expect(spec.dimensions.sector).toMatchObject({ total: "combined" });
});
