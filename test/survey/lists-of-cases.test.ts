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

const named = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
/** `05-Mar-19` */
const namedDay = (at: number) => {
  const [year = "", month, of] = day(at).split("-");
  return `${of}-${named[Number(month) - 1]}-${year.slice(2)}`;
};

const patients = table("HQRS Case #\ttreated\tweight\tage\tsex\tdiag\tbody_part\tnarr1", (at) => [
  [
    130_000 + at * 17,
    day(at),
    (15 + (at % 7) * 3.1).toFixed(2),
    (at * 7) % 80,
    1 + (at % 2),
    51 + (at % 9),
    75 + (at % 11),
    `${(at * 7) % 80} YO FELL OFF A LADDER AT NUMBER ${at} AND HURT AN ARM`,
  ].join("\t"),
]);

const complaints = table("Complaint ref,Month received,Service area,Outcome,Days to respond", (at) => [
  `CR${1000 + at}`,
  `2022-${two(1 + (at % 12))}`,
  ["Housing", "Waste", "Roads"][at % 3] ?? "",
  ["Upheld", "Not upheld"][at % 2] ?? "",
  (at * 7) % 60,
]);

const falls = table("Incident,Start,End,Category,Severity score,Duration (mins),Trust", (at) => [
  `INC-${1000 + at}`,
  `${namedDay(at)}`,
  `${namedDay(at + 1)}`,
  ["Fall", "Medication"][at % 2] ?? "",
  1 + (at % 5),
  (at * 13) % 200,
  `Trust ${at % 4}`,
]);

const crashes = table("Date,Time,Hour,Severity,Borough,Vehicles,Casualties", (at) => [
  day(at),
  `${two((at * 5) % 24)}:${two((at * 11) % 60)}`,
  (at * 5) % 24,
  1 + (at % 3),
  `Borough ${at % 4}`,
  1 + (at % 4),
  1 + (at % 3),
]);

describe("a list of cases is counted", () => {
  test.each([
    ["deaths on roads", deaths, /HORA|HH|lugar|altura|pos|ID|victimas|DD/iu],
    ["crimes, by month", crimes, /crime ?id|itude|location/iu],
    ["incidents", incidents, /number|block|lat|long|age/iu],
    ["cases of one month", ofOneMonth, /number|date|time|address/iu],
    ["cases with the parts of their days", withDayColumns, /number|day|address/iu],
    ["patients, by codes and what is told of each", patients, /case|narr|age|weight|diag/iu],
    ["complaints by their references", complaints, /ref|days/iu],
    ["incidents by their numbers", falls, /incident|end|duration/iu],
    ["crashes by their minutes", crashes, /time|hour|vehicles|casualties/iu],
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

test("cases whose days have the name of a month are of the years, without the few of which the day is said otherwise", async () => {
  const gifts = table("Ref,Received,Kind", (at) => [
    `G${at}`,
    at === 7 ? "17-18 November 2020" : namedDay(at),
    ["Ticket", "Meal"][at % 2] ?? "",
  ]);
  const { spec, dataset } = await guessOf(gifts);
  expect(spec.dimensions.period).toMatchObject({ role: "time", format: "{any}-{yy}" });
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2019", "2020", "2021"]);
  expect(dataset?.observations.reduce((sum, { cell }) => sum + (cell.state === "value" ? cell.value : 0), 0)).toBe(95);
});

test("where things lie is no measure, also where it is not known of some: they are counted", async () => {
  const stations = table("SERVICE,STATION_NAME,STATION_EASTING,STATION_NORTHING", (at) => [
    `Service ${at % 6}`,
    `Station ${at}`,
    at === 3 ? "not available here" : 300_000 + at * 977,
    at === 3 ? "not available here" : 100_000 + at * 733,
  ]);
  const { spec } = await guessOf(stations);
  expect(spec.layout?.counted).toBeDefined();
  expect(Object.keys(spec.dimensions)).toEqual(["service"]);
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
      "readings every quarter of an hour",
      table("Date,Time,Station,Reading", (at) => [
        `2021-01-${two(1 + Math.floor(at / 48))}`,
        `${two(Math.floor((at % 48) / 4))}:${two((at % 4) * 15)}`,
        "Hill",
        10 + ((at * 7) % 40),
      ]),
    ],
    [
      "deaths by number of a school",
      table("ID,Date,Region,Deaths", (at) => [`S${at}`, day(at), `Region ${at % 4}`, 2 + ((at * 7) % 40)]),
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

describe("rows of a victim and an offender each", () => {
  const pairs = (last: string, of: (at: number) => readonly (string | number)[]) =>
    table(`Month,Victim age,Edad del agresor,Victim's district,Region,Children,Pregnant${last}`, (at) => [
      1 + (at % 12),
      16 + ((at * 7) % 50),
      at % 9 ? 18 + ((at * 11) % 45) : "unknown",
      `${street(at)} ${at % 60}`,
      ["North", "South", "West"][at % 3] ?? "",
      at % 5,
      Number(at % 8 === 0),
      ...of(at),
    ]);

  test("are cases that are counted, without what would say who they were", async () => {
    const { spec, remarks } = await guessOf(pairs("", () => []));
    expect(spec.layout?.counted).toBeDefined();
    expect(Object.values(spec.layout?.dimensions ?? {})).not.toContain("Victim age");
    expect(spec.layout?.ignore).toEqual(
      expect.arrayContaining(["Victim age", "Edad del agresor", "Victim's district", "Children", "Pregnant"]),
    );
    expect(JSON.stringify([...remarks.entries()])).toContain('by \\"Victim age\\"');
    expect(spec.disclosure).toBeDefined();
  });

  test("are none where it is said how many such pairs there were", async () => {
    const { spec } = await guessOf(pairs(",Number of offences", (at) => [3 + ((at * 13) % 40)]));
    expect(spec.layout?.counted).toBeUndefined();
  });
});
