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
