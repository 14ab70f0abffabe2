import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const states = ["Alabama", "Alaska", "Arizona"];
const kindsOf = (
  measures: Readonly<Record<string, { readonly statType: string; readonly unit: { readonly other: string } }>>,
) => Object.fromEntries(Object.entries(measures).map(([id, { statType, unit }]) => [id, `${statType}, ${unit.other}`]));

test("numbers and percentages in the rows of each state are a measure each", async () => {
  const rows = states.flatMap((state, at) => [
    `${state},Children,"${at + 1},105,010","${at + 1},104,020"`,
    `${state},Children in poverty,"${at + 2}41,320","${at + 2}39,110"`,
    `${state},Percent of children in poverty,2${at}.8,2${at}.1`,
  ]);
  const { spec } = await guessOf(`State,Told,2021,2022\n${rows.join("\n")}\n`);
  expect(spec.layout?.long).toEqual({ measure: "Told" });
  expect(kindsOf(spec.measures)).toEqual({
    children: "count, children",
    childrenInPoverty: "count, children in poverty",
    percentOfChildrenInPoverty: "share, %",
  });
});

test("also in one column of values, and below headings between the rows", async () => {
  const rows = states.map((_, at) => [
    `Population,"${at + 1},105,010"`,
    `Uninsured,"${at + 2}41,320"`,
    `Percent uninsured,2${at}.8`,
  ]);
  const wanted = { population: "count, people", uninsured: "count, (unit not stated)", percentUninsured: "share, %" };
  const inRows = rows.flatMap((own, at) => own.map((row) => `${states[at]},${row}`));
  const told = await guessOf(`State,Group,Value\n${inRows.join("\n")}\n`);
  expect(kindsOf(told.spec.measures)).toEqual(wanted);
  const below = rows.flatMap((own, at) => [`${states[at]},,`, ...own.map((row) => row.replace(/,(.+)$/u, ",$1,$1"))]);
  const sectioned = await guessOf(`State and coverage,2021,2022\n${below.join("\n")}\n`);
  expect(kindsOf(sectioned.spec.measures)).toEqual(wanted);
});

test("facts of states across the top are a measure each", async () => {
  const { spec } = await guessOf(
    [
      "Fact,Alabama,Alaska,Arizona",
      '"Persons under 5, percent",5.7%,6.3%,5.3%',
      '"Housing units","2,370,706","329,867","3,226,402"',
      '"Median household income (dollars)","$59,609","$86,370","$72,581"',
      '"Households","1,933,150","264,376","2,739,136"',
      "",
    ].join("\n"),
  );
  expect(kindsOf(spec.measures)).toMatchObject({
    personsUnder5Percent: "share, %",
    households: "count, households",
    medianHouseholdIncomeDollars: "mean, dollars",
  });
});

test("a column of percentages with a number of people in it is no percentage of anything", async () => {
  const { spec, remarks } = await guessOf(
    [
      "Subject,Estimate,Percent",
      'Households,"1,933,150","1,933,150"',
      'Families,"1,262,310",65.3%',
      'People alone,"480,112",24.8%',
      'Others,"190,728",9.9%',
      "",
    ].join("\n"),
  );
  expect(spec.measures.percent?.unit).toEqual({ one: "(unit not stated)", other: "(unit not stated)" });
  expect(remarks.get("measures.percent.unit")).toContain("far above 100");
});

test("a levy that is nearly nowhere is no share of what is beside it, which is nearly nowhere too", async () => {
  const rows = Array.from({ length: 240 }, (_, at) => {
    const [levy, paid] = at % 40 === 3 ? [`${-586 + at}.5`, 0] : [0, at === 90 ? 400 : 0];
    return `Place ${at}x,${paid},${4120 + at * 37},${levy}`;
  });
  const { spec } = await guessOf(
    `£ thousand,,,\nAuthority,Public health capital,Services,Community levy\n${rows.join("\n")}\n`,
    { title: "Revenue outturn" },
  );
  expect(spec.measures.communityLevy?.unit.other).toBe("thousand pounds");
});

test("money a little of which was paid back is no count with a slip, and a number of people beside it is one", async () => {
  const rows = Array.from({ length: 240 }, (_, at) => {
    const own = at === 7 ? -12 : at % 9;
    return `Place ${at}x,${4120 + at * 37},${own * 31 + (at % 4)},${own}`;
  });
  const { spec } = await guessOf(
    `£ thousand,,,\nAuthority,Roads,Other services,Number of pensioners\n${rows.join("\n")}\n`,
    { title: "Revenue outturn" },
  );
  expect(spec.measures.otherServices?.unit.other).toBe("thousand pounds");
  expect(spec.layout?.ignore).toEqual(["Number of pensioners"]);
});

test("columns that come to 1 in each row are shares, with however few decimals, and in each of several periods", async () => {
  const towns = ["Aston", "Bray", "Cole", "Dunn", "Esk", "Fyne"];
  const share = (at: number) => (0.28 + at * 0.07).toFixed(2);
  const rest = (at: number) => (1 - Number(share(at))).toFixed(2);
  const one = towns.map((town, at) => `${town},${share(at)},${rest(at)}`);
  const plain = await guessOf(`Town,Own,Rent\n${one.join("\n")}\n`);
  const wanted = { unit: { one: "%", other: "%" }, statType: "share", fractions: true };
  expect(plain.spec.measures).toMatchObject({ own: wanted, rent: wanted });
  const several = towns.map((town, at) => `${town},${share(at)},${rest(at)},${share(at + 1)},${rest(at + 1)}`);
  const wide = await guessOf(`Town,Own 2019,Rent 2019,Own 2020,Rent 2020\n${several.join("\n")}\n`);
  expect(wide.spec.measures).toMatchObject({ own: wanted, rent: wanted });
  const flags = towns.map((town, at) => `${town},${at % 2},${1 - (at % 2)}`);
  const whole = await guessOf(`Town,Open,Shut\n${flags.join("\n")}\n`);
  for (const own of Object.values(whole.spec.measures)) expect(own.statType).not.toBe("share");
});

test("a share that is told with three decimals up to nearly 1 is one in fractions, and one of small figures is asked", async () => {
  const towns = ["Aston", "Bray", "Cole", "Dunn", "Esk", "Fyne"];
  const told = (of: (at: number) => string) =>
    `Town,teacher_share\n${towns.map((town, at) => `${town},${of(at)}`).join("\n")}\n`;
  const { spec } = await guessOf(told((at) => (0.3117 + at * 0.0813).toFixed(4)));
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "%" }, statType: "share", fractions: true }]);
  const small = await guessOf(told((at) => (0.0117 + at * 0.0113).toFixed(4)));
  expect(Object.values(small.spec.measures)[0]?.fractions).toBeUndefined();
});

test("whole figures that lie close together in many rows, and that no heading counts, are no counts", async () => {
  const names = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].flatMap((letter) => [`${letter}orton`, `${letter}ansby`]);
  const told = (of: (at: number) => number) =>
    `District,Yardstick,Share\n${names.map((name, at) => `${name},${of(at)},${(at % 7) + 20}.5%`).join("\n")}\n`;
  const close = await guessOf(told((at) => 60_011 + ((at * 17) % 41) * 713));
  expect(close.spec.measures).toMatchObject({ yardstick: { statType: "quantity" } });
  const wide = await guessOf(told((at) => 1011 + ((at * 17) % 41) * 713));
  expect(wide.spec.measures).toMatchObject({ yardstick: { statType: "count" } });
});
