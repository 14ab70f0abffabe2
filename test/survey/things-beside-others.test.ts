import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { wholeOf } from "../../src/survey/dimensions/total-among.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

/** Stations with the next one of each: its number, where it stands, and its name. A few are called alike. */
const stations = Array.from({ length: 60 }, (_, at) => ({
  id: 41_207 + at * 37,
  name: at % 15 === 14 ? "Market Square" : `Station ${"abcdefghij"[at % 10]}${at}`,
  lat: (51 + at * 0.013_17).toFixed(6),
  lng: (-1 - at * 0.021_31).toFixed(6),
}));
const rows = stations.map(({ id, name, lat, lng }, at) => {
  // Those that are called alike are next to each other.
  const next = name === "Market Square" ? stations[at === 14 ? 29 : 14] : stations[(at * at + 1) % stations.length];
  return [id, `"${name}"`, lat, lng, (0.21 + at * 0.337).toFixed(3), next?.id, next?.lat, next?.lng, `"${next?.name}"`];
});
// Somebody copied one of them.
const csv = [
  "LocationRef,Location,Latitude,Longitude,Distance,next_id,nextlat,nextlng,Next location",
  ...[...rows, rows[5] ?? []].map((row) => row.join(",")),
].join("\n");

test("what the number of each thing tells, the number, place and name of another, is no dimension", async () => {
  const { spec, dataset } = await guessOf(`${csv}\n`);
  expect(Object.keys(spec.dimensions)).toEqual(["location"]);
  expect(spec.layout?.dimensions?.location).toEqual({ joined: "{Location} ({LocationRef})" });
  expect(spec.layout?.ignore).toEqual(["Latitude", "Longitude", "next_id", "nextlat", "nextlng", "Next location"]);
  expect(dataset?.observations).toHaveLength(60);
});

test("of things that each have their own place on the map, none is the total of the others by a word of its name", async () => {
  const wholeIn = async (text: string) => {
    const [sheet] = await readSheets(text, { file: "stations.csv", diagnostics: createDiagnostics() });
    const survey = sheet && surveyTable(sheet);
    const names = survey?.columns.find(({ name }) => name === "Location");
    return survey && names && wholeOf(survey, names, true);
  };
  const named = (name: string) => `${csv.replaceAll("Station a20", name)}\n`;
  const garage = named("All Electric Garages-Ford, 3 Mills");
  expect(await wholeIn(garage)).toBeUndefined();
  expect(await wholeIn(named("Total"))).toBe("Total");
  expect(await wholeIn(garage.replaceAll(/,5\d\.\d+,-\d\.\d+/gu, ",,"))).toContain("All Electric");
});
