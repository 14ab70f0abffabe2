import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** A table of so many rows. */
const table = (heading: string, row: (at: number) => readonly (string | number)[], count = 96) =>
  `${[heading, ...Array.from({ length: count }, (_, at) => row(at).join(","))].join("\n")}\n`;
const two = (value: number) => String(value).padStart(2, "0");
const day = (at: number) => `${2019 + (at % 3)}-${two(1 + (at % 12))}-${two(1 + ((at * 5) % 28))}`;
const streets = "Alder Birch Cedar Elder Fir Hazel Ivy Larch Maple Oak".split(" ");
const street = (at: number) => streets[at % 10];
const crossing = (at: number) => `${street(at)} y ${streets[(at + 1 + Math.floor(at / 10)) % 10]} ${at}`;
const spot = (at: number) => [(-58.4 - at / 977).toFixed(6), (-34.6 - at / 733).toFixed(6)];

const deaths = table("ID,N_VICTIMAS,FECHA,AAAA,MM,DD,HORA,HH,LUGAR_DEL_HECHO,TIPO,Altura,COMUNA,pos x,pos y", (at) => {
  const date = day(at);
  const [year = "", month, of] = date.split("-");
  const [x = "", y = ""] = spot(at);
  const hour = (at * 7) % 24;
  return [
    `${year}-${1000 + at}`,
    1 + Number(at % 30 === 0),
    date,
    year,
    Number(month),
    Number(of),
    `${two(hour)}:${two((at * 11) % 60)}:00`,
    hour,
    crossing(at),
    at % 2 ? "AVENIDA" : "CALLE",
    at % 5 ? "" : 100 + at * 13,
    1 + (at % 6),
    x,
    y,
  ];
});

const crimes = table("Crime ID,Month,Longitude,Latitude,Location,LSOA name,Crime type", (at) => [
  `a${(at * 7919).toString(16)}f${at}`,
  `2023-0${1 + (at % 3)}`,
  ...spot(at % 50),
  `On or near ${street(at)} Street`,
  `Leeds 00${at % 8}A`,
  ["Burglary", "Drugs", "Robbery"][at % 3] ?? "",
]);

const incidents = table("Incident Number,Date,Block Address,Lat,Long,District,Offense Type,Victim Age", (at) => [
  `K${1000 + at}`,
  day(at),
  `${at}XX ${street(at)} St`,
  ...spot(at),
  `D${at % 4}`,
  ["Assault", "Theft"][at % 2] ?? "",
  8 + ((at * 7) % 80),
]);

const ofOneMonth = table("Case number,Date,Time,Address,District", (at) => [
  `C-${at}`,
  `2021-03-${two(1 + (at % 28))}`,
  `${two(at % 24)}:1${at % 6}`,
  `${at} ${street(at)} Road`,
  `D${at % 4}`,
]);

const withDayColumns = table("Case number,Year,Month,Day,Date,Address,District", (at) => {
  const [year = "", month = "", of = ""] = day(at).split("-");
  return [`C-${at}`, year, Number(month), Number(of), day(at), `${at} ${street(at)} Road`, `D${at % 4}`];
});

describe("a list of cases is counted", () => {
  test.each([
    ["deaths on roads", deaths, /HORA|HH|lugar|altura|pos|ID|victimas|DD/iu],
    ["crimes, by month", crimes, /crime ?id|itude|location/iu],
    ["incidents", incidents, /number|block|lat|long|age/iu],
    ["cases of one month", ofOneMonth, /number|date|time|address/iu],
    ["cases with the parts of their days", withDayColumns, /number|day|address/iu],
  ])("%s", async (_, content, spots) => {
    const { spec, remarks } = await guessOf(content);
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["rows"]);
    expect(spec.layout?.counted).toBeDefined();
    expect(Object.keys(spec.dimensions).filter((id) => spots.test(id))).toEqual([]);
    expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
    expect([...remarks.values()].join(" ")).toContain("A list of cases");
    const time = Object.entries(spec.dimensions).find(([, { role }]) => role === "time")?.[0] ?? "";
    const { format } = (spec.dimensions[time] ?? {}) as { readonly format?: string };
    expect(format ?? "").not.toContain("{dd}");
    const read = spec.layout?.dimensions?.[time];
    if (read === "Date" || read === "FECHA") expect(format).toBeDefined();
  });

  test("by district and kind", async () => {
    expect(Object.keys((await guessOf(deaths)).spec.dimensions)).toEqual(expect.arrayContaining(["comuna", "tipo"]));
    expect(Object.keys((await guessOf(incidents)).spec.dimensions)).toContain("offenseType");
    expect(Object.keys((await guessOf(crimes)).spec.dimensions)).toContain("crimeType");
  });
});

describe("other tables with days stay as they are", () => {
  test.each([
    [
      "weather at stations",
      table("Station ID,Date,Latitude,Longitude,Temperature", (at) => [
        `S${at % 4}`,
        `2021-01-${two(1 + Math.floor(at / 4))}`,
        50 + (at % 4) / 8,
        1 + (at % 4) / 8,
        (at * 0.7).toFixed(1),
      ]),
    ],
    [
      "earthquakes",
      table("id,Date,Latitude,Longitude,Magnitude", (at) => [`q${at}`, day(at), ...spot(at), (2 + at / 40).toFixed(1)]),
    ],
    [
      "sales by shop and day",
      table("Date,Shop,Address,Sales", (at) => [
        `2021-01-${two(1 + Math.floor(at / 4))}`,
        `Shop ${at % 4}`,
        `${at % 4} Hill Street`,
        100 + at * 3,
      ]),
    ],
    [
      "sales one by one",
      table("Transaction ID,Date,Address,Price", (at) => [`T${at}`, day(at), `${at} Hill Street`, 100_000 + at * 3]),
    ],
    [
      "incidents by day and ward",
      table("Date,Ward,Number of incidents", (at) => [
        `2021-01-${two(1 + Math.floor(at / 4))}`,
        `Ward ${at % 4}`,
        1 + (at % 9),
      ]),
    ],
  ])("%s", async (_, content) => {
    const { spec, remarks } = await guessOf(content);
    expect(spec.layout?.counted).toBeUndefined();
    expect([...remarks.values()].join(" ")).not.toContain("A list of cases");
  });
});
