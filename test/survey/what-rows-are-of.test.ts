import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const numbers = (length: number) => Array.from({ length }, (_, at) => at);

test("years in turn are periods, whatever stands above them", async () => {
  const rows = numbers(14).map((at) => `${2001 + at},${(61.5 + at * 1.25).toFixed(2)},${(20.5 + at / 4).toFixed(2)}`);
  const { spec, dataset } = await guessOf(lines("SIC 2007,Output,Wages", ...rows));
  expect(Object.keys(spec.dimensions)).toEqual(["period"]);
  expect(dataset?.periods()).toHaveLength(14);
});

test("descriptions are the names of rows that have no other, and of no others", async () => {
  const jobs = ["Chief Executives and Senior Officials", "Production Managers and Directors", "Officers in Services"];
  const rows = jobs.map((job, at) => `${111 + at},${job},${62 + at * 19},${12.5 + at}`);
  const { spec } = await guessOf(lines("SOC code,Description,Deaths,Rate", ...rows));
  expect(spec.layout?.dimensions ?? spec.dimensions).toHaveProperty("description");
  const named = jobs.map((job, at) => `${["Kent", "Essex", "Devon"][at]},${job},${62 + at * 19},${12.5 + at}`);
  const { spec: other } = await guessOf(lines("Area,Description,Deaths,Rate", ...named));
  expect(Object.keys(other.dimensions)).toEqual(["area"]);
});

test("an area all of whose figures are hidden is one of those beside it", async () => {
  const rows = numbers(8).map((at) => `2020-03-${10 + at},${14 + at},${25 + ((at * 7) % 5)},*,${31 + at}`);
  const { spec, dataset } = await guessOf(lines("Date,Fife,Highland,Orkney Islands,Moray", ...rows));
  expect(spec.dimensions).toMatchObject({ area: { role: "area" } });
  expect(spec.layout).not.toHaveProperty("ignore");
  const hidden = dataset?.observations.filter(({ at }) => at.area === "orkney-islands");
  expect(hidden).toHaveLength(8);
  expect(new Set(hidden?.map(({ cell }) => cell.state))).toEqual(new Set(["suppressed"]));
});

test("a long list in which nothing is one of few is counted by what stands there most often", async () => {
  const rows = numbers(1200).map(
    (at) => `T${10_000 + at},Species ${"abcdefghijkl"[at % 12]} ${at % 60},${at} High Street`,
  );
  const { spec, dataset } = await guessOf(lines("treeID,species,street", ...rows));
  expect(spec.layout?.counted).toBeDefined();
  expect(dataset?.categories("species")).toHaveLength(60);
});

test("single ages across the top are categories, without the groups of ages beside them", async () => {
  const rows = ["Altrincham", "Bowdon", "Davyhulme"].map((name, at) => {
    const ages = numbers(12).map((age) => 71 + at + ((age * 5) % 13));
    const sum = (own: readonly number[]) => own.reduce((all, figure) => all + figure, 0);
    return [name, sum(ages), sum(ages.slice(0, 6)), sum(ages.slice(6)), ...ages].join(",");
  });
  const { spec, dataset } = await guessOf(
    lines(`area_name,all_ages,aged_0_to_5,aged_6_and_over,${numbers(12).join(",")}`, ...rows),
  );
  expect(spec.dimensions).toMatchObject({ group: { label: "Age", total: "all-ages" } });
  expect(spec.layout?.ignore).toEqual(["aged_0_to_5", "aged_6_and_over"]);
  expect(dataset?.categories("group")).toHaveLength(13);
});

test("groups across the top are what the title says beside what columns tell, and measures where it says no more", async () => {
  const rows = (first: string) =>
    numbers(9).map(
      (at) =>
        `${first === "Year" ? 2001 + at : `Ward ${"abcdefghi"[at]}`},${326 + at},${131 - at},${710 + at},${37 + at}`,
    );
  const table = (title: string, first: string) =>
    guessOf(lines(`"${title}",,,,`, ",,,,", `${first},Home,Hospice,Hospital,Elsewhere`, ...rows(first)), { title });
  const by = await table("Number of deaths by date of death and place of occurrence, England and Wales", "Year");
  expect(by.spec.dimensions).toMatchObject({ group: { label: "Place of occurrence" }, year: { role: "time" } });
  expect(Object.values(by.spec.measures)).toMatchObject([
    { unit: { one: "death", other: "deaths" }, statType: "count" },
  ]);
  const told = await table("Number of deaths by ward, England and Wales", "Ward");
  expect(Object.keys(told.spec.measures)).toHaveLength(4);
});

test("what is counted is no group of it, unless all come to a total", async () => {
  const table = (last: string, sum: (people: number, homes: number, cars: number) => number) =>
    guessOf(
      lines(
        '"Households by family type, 2011 to 2019",,,,',
        ",,,,",
        `Year,Couples with children,Other couples,Lone parents,${last}`,
        ...numbers(9).map((at) => {
          const [first, second, third] = [326 + at, 210 - at, 131 + at * 2];
          return `${2011 + at},${first},${second},${third},${sum(first, second, third)}`;
        }),
      ),
    );
  const whole = await table("Total households", (...own) => own.reduce((all, figure) => all + figure, 0));
  expect(whole.spec.dimensions).toMatchObject({ group: { label: "Family type", total: "total-households" } });
  const others = await table("Pensioners", (first) => first * 3);
  expect(Object.keys(others.spec.measures)).toHaveLength(4);
});

test("years after something, across the top from 0 on, are categories beside a figure of another kind", async () => {
  const rows = ["Lung", "Liver", "Skin", "Bone"].map(
    (name, at) =>
      `${name},${6044 + at * 37},${numbers(12)
        .map((year) => 100 - year * (3 + at))
        .join(",")}`,
  );
  const { spec } = await guessOf(lines(`Cancer,Tumours,${numbers(12).join(",")}`, ...rows));
  expect(spec.layout).toMatchObject({ wide: { columns: "{group}" }, ignore: ["Tumours"] });
});

test("sexes of several ages across the top are two categories, beside the numbers of what the title says, and no years", async () => {
  const ages = ["0-4", "5-9", "10-14", "15-19", "65 and above"];
  const heads = ages.flatMap((age) => ["female", "male", "others"].map((sex) => `${sex} ${age}`));
  const { spec, dataset } = await guessOf(
    lines(
      `"Total Population by Age, Sex and Community in Littleland in 2012"${",".repeat(heads.length)}`,
      ",".repeat(heads.length),
      `community,${heads.join(",")}`,
      ...[-9, 1, 2, 3].map((own, row) => `${own},${heads.map((_, at) => 31 + ((at * 7 + row * 5) % 23)).join(",")}`),
    ),
  );
  expect(spec.dimensions).toMatchObject({
    community: { role: "category" },
    group: { label: "Sex" },
    subgroup: { label: "Age group" },
  });
  expect(spec.layout).toMatchObject({ wide: { columns: "{group} {subgroup}" } });
  expect(dataset?.observations).toHaveLength(4 * heads.length);
});

test("counties of one name lie in states, whatever stands above these", async () => {
  const states = "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Florida,Georgia,Hawaii,Idaho".split(",");
  const rows = states.flatMap((state, at) =>
    ["Clay", `Lake ${at}`, `Polk ${at}`, `Pike ${at}`].map(
      (name, own) => `${state},${name} County,${910 + at * 37 + own}`,
    ),
  );
  const { spec } = await guessOf(lines("STNAME,CTYNAME,POP2020", ...rows));
  expect(Object.values(spec.layout?.dimensions ?? {})).toContainEqual({ joined: "{CTYNAME} ({STNAME})" });
});

test("what a title says before by are measures, and what it says behind their groups", async () => {
  const table = (title: string, more = 0) =>
    guessOf(
      lines(
        `"${title}",,,,,,`,
        ",Schools,,,Pupils,,",
        ",Primary,Secondary,Total,Primary,Secondary,Total",
        ...numbers(8).map(
          (at) =>
            `${2001 + at},${2291 - at},${392 + at},${2683 + more},${436_979 + at},${313_204 - at},${750_183 + more}`,
        ),
      ),
    );
  const by = await table("Schools and pupils, by school sector, 2001-2008");
  expect(Object.values(by.spec.measures).map(({ label }) => label)).toEqual(["Schools", "Pupils"]);
  expect(by.spec.dimensions).toMatchObject({ group: { label: "School sector", total: "total" } });
  const summed = await table("Education statistics, 2001-2008");
  expect(Object.values(summed.spec.measures).map(({ label }) => label)).toEqual(["Schools", "Pupils"]);
  const untold = await table("Education statistics, 2001-2008", 99_000);
  expect(Object.keys(untold.spec.measures)).toHaveLength(6);
});

test("letters behind one word are categories", async () => {
  const rows = ["Ashford", "Barnsley", "Cardiff"].map(
    (name, at) => `${name},${74 + at}.79,${97 + at}.81,${133 + at}.48`,
  );
  const { spec } = await guessOf(lines("BRMA,CAT A,CAT B,CAT C", ...rows));
  expect(spec.layout).toMatchObject({ wide: { columns: "{group}" } });
});

test("names of measures with their units, longer than a name of a place, name the rows of the first column", async () => {
  const names = [
    "Money income of households, before any taxes or contributions      (thousand pounds)",
    "Money income of households per person, before any taxes     (pounds a month)",
    "Consumer spending of households per person, with services     (pounds a month)",
    "Real money income of households, in % of that of the same period a year before",
  ];
  const figures = [8_089_881_710, 55_670.5, 48_136.8, 99.2];
  const rows = names.map((name, at) => `"${name}",${[0, 1, 2].map((of) => (figures[at] as number) + of).join()}`);
  const { spec } = await guessOf(`Indicators,2021,2022,2023\n${rows.join("\n")}\n`);
  expect(spec.layout?.long).toEqual({ measure: "Indicators" });
  expect(Object.values(spec.measures)).toHaveLength(names.length);
});
