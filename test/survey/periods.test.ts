import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const day = (at: number) => `2021-03-${String(at + 1).padStart(2, "0")}`;

describe("days", () => {
  test("with their time are days, and hours are not", async () => {
    const days = Array.from({ length: 6 }, (_, at) => `${day(at)}T17:00:00,Lecco,${120 + at * 7}`);
    const { dataset } = await guessOf(lines("data,provincia,totale_casi", ...days));
    expect(dataset?.periods().map(({ start }) => start)).toEqual(Array.from({ length: 6 }, (_, at) => day(at)));
    const hours = Array.from({ length: 6 }, (_, at) => `2021-03-01T1${at}:00:00,${120 + at * 7}`);
    expect((await guessOf(lines("reading,visitors", ...hours))).dataset?.periods()).toEqual([]);
  });

  test("one day of all rows, with its time, is their period", async () => {
    const rows = ["Lecco", "Como", "Bergamo"].map((name, at) => `2021-07-08 17:00:00,${name},${120 + at * 7}`);
    const { dataset } = await guessOf(lines("data,provincia,totale_casi", ...rows));
    expect(dataset?.periods()).toMatchObject([{ start: "2021-07-08", format: "day" }]);
  });

  test("say more than the year and the month beside them: nothing is added up to months", async () => {
    const rows = Array.from(
      { length: 24 },
      (_, at) => `Recife,${day(at)},2021,3,1645727,${30 + at}\nManaus,${day(at)},2021,3,2219580,${50 + at}`,
    );
    const { spec, dataset } = await guessOf(lines("region,date,year,month,population,deaths", ...rows));
    expect(spec.layout).not.toHaveProperty("repeatedRows");
    expect(dataset?.periods()).toHaveLength(24);
    expect(dataset?.observations.find(({ measure }) => measure === "population")?.cell).toEqual({
      state: "value",
      value: 1645727,
    });
  });

  test("are the third of a year, a month and the day that a week ends with", async () => {
    const rows = [7, 14, 21, 28].flatMap((own) => ["1", "2", "4"].map((state) => `2021,2,${own},${state},0.${own}1`));
    const { spec } = await guessOf(lines("year,month,day_endofweek,statefips,engagement", ...rows));
    expect(spec.layout?.dimensions).toMatchObject({ period: { joined: "{year}-{month}-{day_endofweek}" } });
  });

  test("are put together of a number, the name of a month and a year in three columns", async () => {
    const rows = ["January", "February", "March"].flatMap((month, at) =>
      [1, 2, 3].map((own) => `2014,${month},${own},${900 + at * 31 + own}`),
    );
    const { spec, dataset } = await guessOf(lines("Year,Month,Day,Loans", ...rows));
    expect(spec.layout?.dimensions).toEqual({ period: { joined: "{Day} {Month} {Year}" } });
    expect(dataset?.periods()[4]).toMatchObject({ start: "2014-02-02", format: "day" });
  });

  test("in numbers are no figures, whatever stands above them", async () => {
    const rows = [1, 9, 14, 22].map((own) => `Town ${own},201802${String(own).padStart(2, "0")},${own * 31}`);
    const { spec } = await guessOf(lines("Town,stamped,Loans", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["loans"]);
  });
});

describe("days and months that stand for what ends with them, or begins", () => {
  const fridays = ["2020-01-03", "2020-01-10", "2020-01-17", "2020-01-24"];

  test.each([
    ["Week Ending (Friday)", "2019-12-28"],
    ["week_ended", "2019-12-28"],
    ["Week commencing", "2020-01-03"],
  ])("%s", async (heading, start) => {
    const { dataset } = await guessOf(lines(`${heading},Deaths`, ...fridays.map((own, at) => `${own},${300 + at}`)));
    expect(dataset?.periods()[0]).toMatchObject({ start, format: "week" });
  });

  test("days that are no week apart stay days", async () => {
    const days = ["2020-01-03", "2020-01-10", "2020-01-15", "2020-01-24"];
    const { dataset } = await guessOf(lines("Week ending,Deaths", ...days.map((own, at) => `${own},${300 + at}`)));
    expect(dataset?.periods()[0]?.format).toBe("day");
  });

  test("months of twelve, as a column says of all rows", async () => {
    const rows = ["January", "February", "March"].flatMap((month, at) =>
      ["Alaska", "Ohio"].map((state) => `${state},2015,${month},12 month-ending,${4000 + at}`),
    );
    const { dataset } = await guessOf(lines("State,Year,Month,Period,Deaths", ...rows));
    expect(dataset?.periods()[0]).toMatchObject({ start: "2014-02-01", endExclusive: "2015-02-01" });
  });

  test("what a column says of the period of all rows, as nobody else writes it, is told of", async () => {
    const rows = ["Kent", "Essex", "Devon"].map((area, at) => `year/2018,${area},${120 + at}`);
    const { remarks } = await guessOf(lines("Period,Area,Deaths", ...rows));
    expect(remarks.get("dimensions")).toContain("If all figures are of 2018");
  });
});

test("the year of one heading is of its figures alone, and that of most of them of all", async () => {
  const periodOf = async (headings: string) => {
    const rows = ["Kent", "Essex", "Devon", "Dorset"].map(
      (area, at) => `${area},${612 + 7 * at},${830 + 9 * at},${48_120 + 911 * at}`,
    );
    const { remarks } = await guessOf(lines(`Area,${headings}`, ...rows), { title: "Rents of homes, 2009" });
    return /all figures are of (\d{4})/u.exec(remarks.get("dimensions") ?? "")?.[1];
  };
  expect(await periodOf("Rent of one room,Rent of two rooms,Population 2000")).toBe("2009");
  expect(await periodOf("Rent of one room 2008,Rent of two rooms 2008,Households")).toBe("2008");
});

test("a second year above a table is told beside the first", async () => {
  const rows = ["Art", "Biology", "Drama", "French"].map(
    (subject, at) => `${subject},${31.5 - 2.3 * at},${58.1 + 1.7 * at}`,
  );
  const above = ["Results of June 2024,,", "Figures in brackets are those for 2023,,", ",,"];
  const { remarks } = await guessOf(lines(...above, "Subject,% A or above,% B or above", ...rows));
  expect(remarks.get("dimensions")).toContain(
    "of 2024, as is written beside or above them or in the name (2023 is named there as well)",
  );
});

test("the year of a copyright is not that of the figures", async () => {
  const rows = ["Kent", "Essex", "Devon"].map((area, at) => `${area},${120 + at},${9 + at}`);
  const { dataset } = await guessOf(
    lines("(c) The returning officer 2016,,", "Election of 3 October 1976,,", "Area,Votes,Seats", ...rows),
  );
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["3 October 1976"]);
});

const twelveMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ofMonths = (...above: readonly string[]) =>
  lines(
    ...above.map((text) => `${text}${",".repeat(13)}`),
    `Station,${twelveMonths.join(",")},Total`,
    ...["Target", "Stadium", "Snelling"].map(
      (name, at) => `${name},${twelveMonths.map((_, of) => 40 + at + of)},${900 + at}`,
    ),
  );

test("months across the top are of the one year that the title names, which is told of", async () => {
  const { spec, dataset, remarks } = await guessOf(ofMonths("Boardings", "2015 rides by station"));
  expect(spec.dimensions.period).toMatchObject({ role: "time" });
  expect(dataset?.periods()[1]).toMatchObject({ start: "2015-02-01", endExclusive: "2015-03-01" });
  expect(remarks.get("layout.dimensions.period")).toContain("2015");
  for (const title of ["Rides 2015/16", "Rides 2014 and 2015", "Published 2015"])
    expect((await guessOf(ofMonths(title))).spec.dimensions).not.toHaveProperty("period");
});

test("months are read by their codes beside a year, whatever stands above them: M01", async () => {
  const rows = [2018, 2019].flatMap((year) =>
    twelveMonths.map((_, at) => `CUSR0,${year},M${String(at + 1).padStart(2, "0")},${21 + at}.4${at % 9}`),
  );
  const { spec, dataset } = await guessOf(lines("Series ID,Year,Period,Value", ...rows));
  expect(Object.values(spec.dimensions)).toEqual([expect.objectContaining({ role: "time" })]);
  expect(dataset?.periods()).toHaveLength(24);
  expect(dataset?.periods()[1]).toMatchObject({ start: "2018-02-01", endExclusive: "2018-03-01" });
});

test("the name of a month beside dates is another name of theirs, where they tell nearly all rows apart", async () => {
  const rows = Array.from({ length: 40 }, (_, state) =>
    twelveMonths.map((month, at) => {
      const day = `2021-${String(state === 7 && at === 5 ? at : at + 1).padStart(2, "0")}-28`;
      return `State ${state},${month.toLowerCase()},${day},${2000 + state * 31 + at}`;
    }),
  ).flat();
  const { spec, dataset } = await guessOf(lines("name,month,as_of_date,prisoners", ...rows));
  expect(Object.keys(spec.dimensions)).toEqual(["name", "period"]);
  expect(dataset?.periods()).toHaveLength(12);
  expect(spec.layout).toMatchObject({ repeatedRows: "leave-out" });
});

describe("days that stand for the whole of a month, a quarter or a year", () => {
  const spansOf = async (heading: string, days: readonly string[]) => {
    const { spec, dataset, remarks } = await guessOf(
      lines(`${heading},Calls`, ...days.map((own, at) => `${own},${300 + at}`)),
    );
    const [id = ""] = Object.keys(spec.dimensions);
    return {
      format: dataset?.periods()[0]?.format,
      starts: dataset?.periods().map(({ start }) => start),
      remark: remarks.get(`dimensions.${id}.format`),
    };
  };

  test.each([
    [
      "with a leap year that a program did not know",
      ["2019-12-31", "2020-01-31", "2020-02-28", "2020-03-31"],
      "2019-12-01",
    ],
    ["as Americans write them", ["1/31/2020", "2/29/2020", "3/31/2020", "4/30/2020"], "2020-01-01"],
    ["with points", ["31.01.2020", "29.02.2020", "31.03.2020", "30.04.2020"], "2020-01-01"],
    ["with years of two digits", ["31/01/20", "29/02/20", "31/03/20", "30/04/20"], "2020-01-01"],
    [
      "at midnight",
      ["01/31/2020 12:00:00 AM", "02/29/2020 12:00:00 AM", "03/31/2020 12:00:00 AM", "04/30/2020 12:00:00 AM"],
      "2020-01-01",
    ],
  ])("the ends of months, %s", async (_, days, start) => {
    expect(await spansOf("As of", days)).toMatchObject({ format: "month", starts: expect.arrayContaining([start]) });
  });

  test("written in two ways are the first days of months, and not the first twelve of January", async () => {
    const days = Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2, "0")}/01/2020`);
    expect(await spansOf("Date", days)).toMatchObject({
      format: "month",
      starts: expect.arrayContaining(["2020-12-01"]),
    });
  });

  test("the ends of quarters, and one day a year, of which it is told that it may be meant", async () => {
    const ends = ["3/31/2020", "6/30/2020", "9/30/2020", "12/31/2020"];
    expect(await spansOf("Date", ends)).toMatchObject({ format: "quarter" });
    const { remark, ...once } = await spansOf("Census day", ["30.06.2017", "30.06.2018", "30.06.2019", "30.06.2020"]);
    expect(once).toMatchObject({ format: "year" });
    expect(remark).toContain("as they stood on that day");
  });

  test("across the top", async () => {
    const { dataset, remarks } = await guessOf(
      lines("Area,31/01/2020,29/02/2020,31/03/2020,30/04/2020", "Kent,120,131,142,150", "Essex,220,231,242,250"),
    );
    expect(dataset?.periods().map(({ format }) => format)).toEqual(["month", "month", "month", "month"]);
    expect(remarks.get("dimensions.period.format")).toContain("taken for the whole of it");
  });
});

test("what stands above the names of rows may be of the periods beside it", async () => {
  const { spec, dataset } = await guessOf(lines("Date,2019,2020,2021", "Total,120.5,131.5,142.5"));
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Category", "Period"]);
  // Of some months with their sum, it is theirs.
  const { spec: months } = await guessOf(lines("Month,2019,2020", "January,12,14", "February,15,17", "All,27,31"));
  expect(Object.values(months.dimensions).map(({ label }) => label)).toEqual(["Month", "Period"]);
  expect(dataset?.periods()).toHaveLength(3);
  const { dataset: one } = await guessOf(lines("Time,2010", "Austria,27.5", "Belgium,51.5", "Canada,29.5"));
  expect(one?.periods().map(({ label }) => label)).toEqual(["2010"]);
});

describe("cases that each have a day", () => {
  const towns = ["Dover", "Deal", "Hythe"];
  const cases = (write: (year: number, month: number, day: number) => string, years: number) =>
    Array.from({ length: 300 }, (_, at) => {
      const when = write(2018 + (at % years), 1 + (at % 11), 1 + (at % 4) * 7);
      return `${when},${towns[at % 3]},${1 + ((at * 5) % 7)}`;
    });
  const iso = (year: number, month: number, day: number) =>
    `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

  test.each([
    ["days", iso],
    ["days and times", (year: number, month: number, day: number) => `${iso(year, month, day)}T1${day % 10}:20:00Z`],
    [
      "American days and times",
      (year: number, month: number, day: number) => `${month}/${day}/${year} 1${day % 10}:20`,
    ],
  ])("are added up by their years: %s", async (_, write) => {
    const { spec, dataset, remarks } = await guessOf(lines("date,town,people hurt", ...cases(write, 4)));
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2018", "2019", "2020", "2021"]);
    expect(spec.layout).toMatchObject({ repeatedRows: "sum" });
    expect(remarks.get("dimensions.date.format")).toContain("may not be whole");
    const all = dataset?.observations.reduce((sum, { cell }) => sum + (cell.state === "value" ? cell.value : 0), 0);
    expect(all).toBe(cases(iso, 4).reduce((sum, row) => sum + Number(row.split(",")[2]), 0));
  });

  test("of one year, by its months", async () => {
    const { dataset } = await guessOf(lines("date,town,people hurt", ...cases(iso, 1)));
    expect(dataset?.periods()).toHaveLength(11);
    expect(dataset?.periods()[0]).toMatchObject({ format: "month" });
  });
});

test("days with the time at which they were written down are days, where none is there twice", async () => {
  const rows = Array.from({ length: 10 }, (_, at) => `${day(at)} 2${at % 4}:30:0${at}+00:00,${120 + at * 7}`);
  const { dataset } = await guessOf(lines("time,visitors", ...rows));
  expect(dataset?.periods().map(({ start }) => start)).toEqual(Array.from({ length: 10 }, (_, at) => day(at)));
});

test("school years are read by their short name", async () => {
  const rows = ["SY2018-19", "SY2019-20"].flatMap((year, at) => [
    `${year},North,${310 + at}`,
    `${year},South,${250 + at}`,
  ]);
  const { dataset } = await guessOf(lines("year,school,pupils", ...rows));
  expect(dataset?.periods().map(({ start }) => start)).toEqual(["2018-09-01", "2019-09-01"]);
});

test("the day on which a file was brought up to date is no period of its figures", async () => {
  const rows = Array.from({ length: 8 }, (_, at) => `Area ${at}x,26/09/2019,01/04/2016,${40 + at * 7}`);
  const { spec, remarks } = await guessOf(`Area,DateOfThisUpdate,DateOfDataset,Offences\n${rows.join("\n")}\n`);
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["area"]);
  expect(remarks.get("dimensions")).toContain("No column tells a period");
});

test("a label in step with the dates of periods is another name of theirs, and no category", async () => {
  const rows = Array.from({ length: 39 }, (_, at) => {
    const [year, part] = [Math.floor(at / 13), (at % 13) + 1];
    const begins = new Date(Date.UTC(2010, 3, 1 + at * 28)).toISOString().slice(0, 10);
    return `${String(part).padStart(2, "0")}_${10 + year}/${11 + year},${begins},${180 + ((at * 7) % 31)}.5,${90 + ((at * 5) % 17)}.3`;
  });
  // Whoever wrote the labels repeated those of a year: the dates say which is which.
  const slips = rows.map((row, at) => (at >= 26 ? row.replace("_12/13", "_11/12") : row));
  for (const own of [rows, slips]) {
    const { spec, dataset } = await guessOf(
      `Period and financial year,Period beginning,Bus journeys (m),Tram journeys (m)\n${own.join("\n")}\n`,
    );
    expect(Object.keys(spec.dimensions)).toEqual(["period"]);
    expect(dataset?.categories("period")).toHaveLength(39);
  }
});

test("years that are written once, beside months without a heading, are one period of months", async () => {
  const rows = [2019, 2020, 2021].flatMap((year) =>
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map(
      (month, at) => `${at === 0 ? year : ""},${month},${200_000 + (year - 2018) * 1300 + at * 317},${101 + at}.5`,
    ),
  );
  for (const [heading, years] of [
    ["Year,", "Year"],
    [",", "#A"],
  ]) {
    const { spec, dataset } = await guessOf(`${heading},Price,Index\n${rows.join("\n")}\n`);
    expect(spec.layout?.dimensions).toEqual({ period: { joined: `{#B} {${years}}` } });
    expect(spec.layout?.fillDown).toEqual([years]);
    expect(dataset?.categories("period")[0]?.label).toBe("Jan 2019");
    expect(dataset?.categories("period")).toHaveLength(36);
  }
});

describe("quarters by the letter of another language", () => {
  const places = ["Aarhus", "Odense", "Vejle"];

  test.each([
    ["T1_2019", "T{q}_{yyyy}"],
    ["2019T1", "{yyyy}T{q}"],
    ["1T2019", "{q}T{yyyy}"],
    ["2019K1", "{yyyy}K{q}"],
    ["Kv1 2019", "Kv{q} {yyyy}"],
  ])("%s are periods, across the top and down the side", async (first, format) => {
    const quarters = [2019, 2020].flatMap((year) =>
      [1, 2, 3, 4].map((own) => first.replace(/(?<=^|\D)1|1$/u, String(own)).replace("2019", String(year))),
    );
    const figure = (place: number, at: number) => `${7 + place}.${1 + ((at * 7) % 9)}`;
    const wide = await guessOf(
      lines(
        ["Place", ...quarters].join(","),
        ...places.map((place, own) => [place, ...quarters.map((_, at) => figure(own, at))].join(",")),
      ),
    );
    expect(wide.spec.dimensions.period).toMatchObject({ role: "time", format });
    const long = await guessOf(
      lines(
        "Place,Quarter,Rate",
        ...places.flatMap((place, own) => quarters.map((quarter, at) => `${place},${quarter},${figure(own, at)}`)),
      ),
    );
    for (const { dataset } of [wide, long]) {
      expect(dataset?.periods()).toHaveLength(8);
      expect(dataset?.periods()[1]).toMatchObject({ start: "2019-04-01", format: "quarter" });
    }
  });

  test("one of all rows is their period", async () => {
    const { dataset } = await guessOf(
      lines("Provincias,Periodo,Total", ...places.map((place, at) => `${place},2020T4,4${at}.63`)),
    );
    expect(dataset?.periods()).toMatchObject([{ start: "2020-10-01", format: "quarter" }]);
  });

  test("three a year are terms, and no quarters", async () => {
    const rows = places.flatMap((place) => [1, 2, 3].map((term) => `${place},2020T${term},${120 + term * 7}`));
    const { dataset } = await guessOf(lines("School,Term,Pupils", ...rows));
    expect(dataset?.periods()).toEqual([]);
  });
});

describe("rail periods", () => {
  const years = ["2017-18", "2018-19"];
  const all = years.flatMap((year) => Array.from({ length: 13 }, (_, at) => ({ year, number: at + 1 })));

  test("across the top are periods, and none of them is its year", async () => {
    const heads = all.map(({ year, number }) => `${year} P${number}`);
    const rows = ["Northern", "Southern", "Chiltern"].map((name, own) =>
      [name, ...heads.map((_, at) => 900 + own * 70 + at * 13)].join(),
    );
    const { spec, dataset } = await guessOf(lines(["Operator", ...heads].join(), ...rows));
    expect(dataset?.periods()).toHaveLength(26);
    expect(dataset?.periods().every(({ format }) => format === "rail-period")).toBe(true);
    expect(Object.values(spec.dimensions).filter(({ role }) => role !== "time")).toHaveLength(1);
  });

  test.each([
    ["Year", "Period", (number: number) => `P${number}`],
    ["Financial year", "Rail period", (number: number) => `${number}`],
  ])("beside their years, below %s and %s", async (year, period, write) => {
    const rows = all.flatMap((own) =>
      ["Northern", "Southern"].map(
        (name, at) => `${name},${own.year},${write(own.number)},${900 + at * 70 + own.number}`,
      ),
    );
    const { dataset } = await guessOf(lines(`Operator,${year},${period},Delays`, ...rows));
    expect(dataset?.periods()).toHaveLength(26);
    expect(dataset?.periods()[0]).toMatchObject({ start: "2017-04-01", format: "rail-period" });
  });
});

test("months across the top are those of years from any century, beside means of several of them", async () => {
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const rows = Array.from({ length: 30 }, (_, at) =>
    [1880 + at, ...months.map((__, of) => (at - of) / 100), 0.1, 0.2].join(),
  );
  const { dataset } = await guessOf(lines(["Year", ...months, "J-D", "DJF"].join(), ...rows));
  expect(dataset?.periods()).toHaveLength(360);
  expect(dataset?.periods()[0]).toMatchObject({ start: "1880-01-01", format: "month" });
});

describe("a period that is said above a table whose rows all have one year", () => {
  const beds = (said: string) =>
    `Beds open overnight\nPeriod:,${said}\n\nYear,Period end,Trust,Available,Occupied\n${[
      "Alder",
      "Birch",
      "Cedar",
      "Elder",
    ]
      .map((name, at) => `2020-21,June,${name},${320.5 + at * 7},${210.25 + at * 9}`)
      .join("\n")}\n`;

  test("is that of the figures, where it is a part of the year", async () => {
    const { spec, dataset } = await guessOf(beds("April to June 2020"));
    expect(spec.layout?.dimensions).toMatchObject({ period: { cell: "B2" } });
    expect(spec.layout?.ignore).toContain("Year");
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["April to June 2020"]);
  });

  test("is not, where it is the year, or lies outside it", async () => {
    for (const said of ["2020-21", "April to June 2021"]) {
      const { spec } = await guessOf(beds(said));
      expect(Object.values(spec.layout?.dimensions ?? {})).toContain("Year");
    }
  });
});

test("figures below a period are figures, though all of them could be years", async () => {
  const periods = Array.from({ length: 13 }, (_, at) => `2012-13 Period ${at + 1}`);
  const { dataset } = await guessOf(
    lines(
      ["Operator", ...periods].join(),
      ...["Northern", "Southern"].map((name, own) => [name, ...periods.map((_, at) => 1000 + own * 171 + at)].join()),
    ),
  );
  expect(dataset?.periods().length).toBe(13);
  expect(dataset?.observations.length).toBe(26);
});

test("what is said above a table in a part of a year, or over two, is its period", async () => {
  const households = (title: string) =>
    lines(
      `"Households by duty, ${title}",,`,
      "Area,Prevention,Relief",
      "Ashby,120,130",
      "Birch,160,128",
      "Coldfell,95,71",
    );
  const labels = async (title: string) =>
    (await guessOf(households(title))).dataset?.periods().map(({ label }) => label);
  expect(await labels("October to December 2022")).toEqual(["October to December 2022"]);
  expect(await labels("England\nQ3 2022")).toEqual(["Q3 2022"]);
  expect(await labels("November 2022 to January 2023")).toEqual(["November 2022 to January 2023"]);
  for (const none of ["since March 2019", "2019 and 2020", "January 2015 to March 2020"])
    expect(await labels(none)).toEqual([]);
});

test("what is said above a table to be of a day in each period makes no sum over time, and what happens does", async () => {
  const rolls = (title: string, measure: string) =>
    guessOf(
      lines(
        `${title},`,
        `Year,${measure}`,
        ...[2018, 2019, 2020, 2021].map((year, at) => `${year},${3100 + ((at * 37) % 90)}`),
      ),
    );
  const saidOf = async (title: string, measure: string) =>
    [...(await rolls(title, measure)).remarks.values()].some((text) => text.includes("no sum over time"));
  expect(await saidOf("Student roll as at 1 July", "Enrolled")).toBe(true);
  expect(await saidOf("Student roll by year", "Enrolled")).toBe(false);
  expect(await saidOf("Register as at 1 July", "Births")).toBe(false);
});

describe("years in cells that name something else", () => {
  const crossed = (join: (name: string, year: number) => string) =>
    ["Kent", "Essex"].flatMap((area, at) =>
      ["female", "male", "not-known", "total"].flatMap((name, own) =>
        [2017, 2018, 2019].map((year) => `${area},"${join(name, year)}",${200 + at * 50 + own * 31 + year - 2017}`),
      ),
    );

  test.each([
    ["behind them", (name: string, year: number) => `${name}-${year}`, "{}-20*"],
    ["before them", (name: string, year: number) => `${year}: ${name}`, "20*: {}"],
  ])("%s, are periods, and the names a dimension", async (_, join, pattern) => {
    const { spec, dataset } = await guessOf(lines("Area,Period,People", ...crossed(join)));
    expect(spec.dimensions).toMatchObject({ sex: { label: "Sex", total: "total" }, period: { role: "time" } });
    expect(spec.layout?.dimensions).toMatchObject({ sex: { column: "Period", pattern }, period: "Period" });
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2017", "2018", "2019"]);
    expect(dataset?.categories("sex").map(({ label }) => label)).toEqual(["female", "male", "not-known", "total"]);
    expect(dataset?.observations).toHaveLength(24);
  });

  test("are none where a pattern would cut a name off, nor where each has its own", async () => {
    const ages = ["aged-20-29", "aged-30-39"].flatMap((own) =>
      [2017, 2018].map((year) => `${own}-${year},${(year * 7) % 901}`),
    );
    const own = ["Kent-2017", "Essex-2018", "Devon-2019", "Surrey-2020"].map((name, at) => `${name},${310 + at}`);
    for (const rows of [ages, own])
      expect((await guessOf(lines("Group,People", ...rows))).dataset?.periods()).toEqual([]);
  });
});

describe("rows and names that are no period", () => {
  const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

  test("are told apart from a part of a year", async () => {
    const years = [...Array(14).keys()]
      .map((at) => 2008 + at)
      .map((year, at) => `${year},${410 + at * 13},${310 + at * 7}`);
    const { remarks } = await guessOf(
      lines("Year,North,South", ...years, "2022 (up to end Aug),270,199", "Total,1988,1481"),
    );
    expect(remarks.get("layout.rows")).toBe(
      '"2022 (up to end Aug)": named otherwise than the other periods, a part of one perhaps, and not read. The others name no period.',
    );
  });

  test("are no days without a year where nobody has such days", async () => {
    const terms = ["5/0", "3/0", "2/6", "0/0"].map((term, at) => `${term},${410 + at * 13}`);
    const days = ["5/1", "13/1", "2/6", "30/11"].map((day, at) => `${day},${410 + at * 13}`);
    const [ofTerms, ofDays] = await Promise.all([terms, days].map((rows) => guessOf(lines("Term,Loans", ...rows))));
    expect(JSON.stringify([...(ofTerms?.remarks ?? [])])).not.toContain("Days without a year");
    expect(JSON.stringify([...(ofDays?.remarks ?? [])])).toContain("Days without a year");
  });

  test("are no base of an index", async () => {
    const { remarks } = await guessOf(
      lines("Area,Price index (2015=100)", "Kent,104.2", "Essex,99.1", "Devon,101.7", "Dorset,98.4"),
    );
    expect(JSON.stringify([...remarks])).not.toContain('value: "2015"');
  });
});

describe("spans of a day across the top", () => {
  const heads = ["0745-0800", "0800-0815", "1845-1900", "1900-1915", "1915-1930", "1930-1945"];
  const table = (names: readonly string[]) =>
    lines(
      "Library visits 2017",
      "",
      ["Library", ...names].join(","),
      ...["Ayr", "Bute", "Crail", "Dunoon"].map((name, at) =>
        [name, ...names.map((_, by) => 41 + at * 7 + by)].join(","),
      ),
    );

  test("are no years, and the title says of which year they are", async () => {
    const { dataset, remarks } = await guessOf(table(heads));
    expect([...remarks.values()].join(" ")).not.toContain("headings say of which year");
    expect(dataset?.periods()).toMatchObject([{ start: "2017-01-01" }]);
  });

  test("spans of years are no times of day", async () => {
    const { dataset } = await guessOf(table(["1900-1915", "1915-1930", "1930-1945", "1945-1960"]));
    expect(dataset?.periods()).toHaveLength(4);
  });
});
