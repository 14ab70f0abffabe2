import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const ports = ["Aldmouth", "Bernwick", "Coldhaven", "Dunport"];
const boats = (from: number, to: number): number => 310 + from * 57 + to * 31;
/** Routes from each of some ports to each of others. */
const routes = (from: readonly string[], to: readonly string[]): string => {
  const rows = from.flatMap((one, at) =>
    to.flatMap((other, by) => (one === other ? [] : [`${one},${other},${boats(at, by)}`])),
  );
  return ["Reporting port,Other port,Boats", ...rows, ""].join("\n");
};
const isSaid = ({ remarks }: Awaited<ReturnType<typeof guessOf>>): boolean =>
  [...remarks.values()].some((text) => text.includes("Pairs stand twice"));

test("pairs that stand once from each end are told, since a sum may count them twice", async () => {
  expect(isSaid(await guessOf(routes(ports, ports)))).toBe(true);
});

test("pairs that stand once are not", async () => {
  expect(isSaid(await guessOf(routes(ports, ["Eastness", "Farsund", "Gullholm"])))).toBe(false);
});

test("a region that leaves gaps names no rows: a few that stand twice beside it are in doubt, and are not read", async () => {
  const countries = Array.from({ length: 60 }, (_, at) => `Land ${String.fromCharCode(65 + (at % 26))}${at}`);
  const regions = ["Northern Region", "Southern Region", "Western Region"];
  const dates = ["2024-01-07", "2024-01-14", "2024-01-21", "2024-01-28", "2024-02-04"];
  const rows = countries.flatMap((country, at) =>
    dates.map((date, own) => {
      const region = at > 56 ? "" : (regions[at % 3] as string);
      return `${country},${date},${region},${1000 + 37 * at + 11 * own},${9000 + 100 * (at > 56 ? 3 : at % 3) + own}`;
    }),
  );
  const again = dates.map((date, own) => `${countries[4]},${date},,${20 + own},${9300 + own}`);
  const { spec, remarks } = await guessOf(
    `Country,Date,Region,Cases,Cases region\n${[...rows, ...again].join("\n")}\n`,
  );
  expect(Object.values(spec.layout?.dimensions ?? {})).toEqual(["Country", "Date"]);
  expect(spec.layout?.repeatedRows).toBe("leave-out");
  expect(remarks.get("measures.casesRegion")).toContain('The same for each "Country" of one "Region"');
});
