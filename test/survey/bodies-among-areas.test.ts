import { expect, test } from "vitest";
import { guessOf as guess } from "./guess-of.ts";

const districts = Array.from({ length: 20 }, (_, at) => ({ code: `E070000${10 + at}`, name: `Town ${at}`, at }));
const table = (ofLondon: string) =>
  `Code,Area,Education (£000),Libraries (£000),Police (£000)\n${districts
    .map(({ code, name, at }) => `${code},${name},${900 + at * 37},${120 + at * 13},${10 + at}`)
    .join("\n")}\nE12000007,Greater London Authority,${ofLondon}\nE12000008,South East,25030,4870,390\n`;
const leftOut = async (ofLondon: string) => JSON.stringify((await guess(table(ofLondon))).spec.layout?.rows ?? {});

test("an area that has nothing of what most others have holds none of them, whatever its code says", async () => {
  const rows = await leftOut("0,0,4700");
  expect(rows).toContain("South East");
  expect(rows).not.toContain("Greater London Authority");
});

test("one that has something of all may hold them, and is left out by its code", async () => {
  expect(await leftOut("25030,4870,390")).toContain("Greater London Authority");
});
