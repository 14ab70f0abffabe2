import { describe, expect, test } from "vitest";
import { checkTextsDrawn } from "../../src/charts/scene-reading/check-texts-drawn.ts";
import type { FieldMeaning } from "../../src/charts/scene-reading/field-meaning.ts";
import type { ReadMark, SceneItem, SceneScale } from "../../src/charts/scene-reading/read-scene.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { bareMark } from "./bare-mark.ts";
import { madeScale } from "./made-scale.ts";

const rows = [
  { area: "Kent 12", n: 1274, period: "2018-04-01" },
  { area: "Ward 3 of Essex", n: -30, period: "2019-11-23" },
  { area: "Band 2 of 15", n: 6, period: "2019-11-23" },
];
const [kent, essex, band] = rows.map((_, index) => ({ [rowTag]: index }));
const count: FieldMeaning = {
  unit: "number",
  decimals: 0,
  additive: true,
  own: ["offence", "offences"],
  others: [],
  label: "Offences",
  otherLabels: [],
  addsOver: () => true,
  spanMonths: () => undefined,
  isSigned: false,
};
const beside = createWords({ language: findLanguage("en-GB") }).figureAffixes;
const tracer = createDatumTracer(rows, () => count);
const names = new Set(["Kent 12", "2018/19"]);

interface Setting extends Partial<Pick<ReadMark, "role" | "panel">> {
  readonly scale?: SceneScale;
  readonly literals?: readonly string[];
  /** Fields of the scale, and of all scales. */
  readonly fields?: readonly string[];
  readonly all?: readonly string[];
}
function faults(
  items: SceneItem | readonly SceneItem[],
  { role = "mark", panel, scale, literals = [], fields = [], all = [] }: Setting = {},
) {
  const mark: ReadMark = {
    ...bareMark,
    type: "text",
    role,
    name: "texts",
    items: [items].flat() as readonly SceneItem[],
    scaleOf: (name) => (name === "s" ? scale : undefined),
    guideScale: scale ? "s" : undefined,
    panel,
  };
  const signs = { decimal: ".", thousands: ",", magnitudes: beside.magnitudes };
  return checkTextsDrawn(mark, {
    tracer,
    meaningOf: () => count,
    figureFields: [...new Set([...fields, ...all])],
    rightLabels: new Map(),
    fontsOfPictures: new Map(),
    namesBeside: () => [],
    years: new Set(),
    signs,
    literals,
    names,
    rowsDrawn: () => rows,
    fieldsOf: () => fields,
    allFields: () => all,
    affixWords: beside,
    isDateWord: (word) => /^(?:apr|nov|april|november)$/i.test(word),
  });
}
const wrong = (...input: Parameters<typeof faults>) => faults(...input).map(({ figure }) => figure);

describe("a label", () => {
  test.each<[string, unknown, unknown, readonly string[]]>([
    ["that is its figure", kent, "1,274", []],
    ["that has no figure", kent, "many", []],
    ["that has no text", kent, undefined, []],
    ["that is another's figure", essex, "1,274", ["1,274"]],
    ["that is negative", essex, "−30", []],
    ["that says so many digits", kent, "1,270", ["1,270"]],
    ["of two lines", kent, ["Kent 12", "1,274 offences"], []],
    ["of two lines, one of which is wrong", kent, ["Kent 12", "1,275 offences"], ["1,275"]],
    ["with its figure beside its name", kent, "1,274 Kent 12", []],
    ["with its name twice", kent, "Kent 12: 1,274 (Kent 12)", []],
    ["with its name in lines", essex, "Ward 3\nof Es-\nsex −30", []],
    ["with the number of its name beside its name", kent, "12 Kent 12", ["12"]],
    ["with the number of its name as a share", kent, "Kent 12%", ["12%"]],
    ["with the month of its date beside its date", kent, "4  2018-04-01", ["4"]],
    ["with its date twice", kent, "2018-04-01 2018-04-01", ["2018-04-01"]],
    ["with a part of its name", kent, "12", []],
    ["with a part of a number in its name", kent, "1", ["1"]],
    ["with the second number of its name", band, "15", []],
    ["with a part of the second number of its name", band, "5", ["5"]],
    ["that ends where there was no room", essex, "War…", []],
    ["that ends within a number of its name", kent, "Kent 1…", []],
    ["that ends within no number of its name", kent, "Kent 7…", ["7"]],
    ["with a date of its row", kent, "1 Apr 2018", []],
    ["with the day of another's date", kent, "23 Apr 2018", ["23"]],
    ["with a day that no month stands beside", kent, "4", ["4"]],
    ["with a sum of money like the day of its date", essex, "£23 in Nov 2019", ["£23"]],
    ["with another year", kent, "Apr 2017", ["2017"]],
    ["with its quarter", essex, "Q4 2019", []],
    ["with no quarter of it", essex, "Q2 2019", ["2"]],
    ["of its week in a short word", essex, "Wk 47, 2019", []],
    ["of a short year", essex, "Nov 19", []],
    ["with numbers that make a date", essex, "23/11/2019", []],
    ["with numbers that make another", essex, "24/11/2019", ["24/11/2019"]],
    ["of no row", {}, "1,274", ["1,274"]],
    ["with its figure in thousandths", kent, "1,274‰", ["1,274‰"]],
    ["with its figure in thousandths apart", kent, "1,274 ‰", ["1,274"]],
    ["with its figure squared", kent, "1,274²", ["1,274²"]],
    ["with a half behind its figure", kent, "1,274½", ["1,274½"]],
    ["with a half before its figure", kent, "½1,274", ["½1,274"]],
    ["with one in so many", kent, "1 in 1,274", ["1"]],
    ["with one of so many, plainly", kent, "1 of 1274", ["1"]],
    ["with zeros behind its figure", kent, "1274 000", ["000"]],
    ["with zeros apart by a thin space", kent, "1,274\u2009000", ["000"]],
    ["with its figure divided by the number of its month", kent, "1,274 / 4", ["4"]],
    ["with its date and its figure divided by the number of its month", kent, "2018: 1,274 / 4", ["4"]],
    ["with its date and its figure times that number", kent, "Apr 2018: 4×1,274", ["4", "1,274"]],
    ["with its month and year apart", kent, "4 / 2018", []],
    ["with its figure and the number of its month", kent, "4 1,274", ["4"]],
    ["with its figure and one more", kent, "1,274 + 1", ["1"]],
    ["with a figure like its day and month", kent, "4.1", ["4.1"]],
    ["with a figure like its hour and month", kent, "0,4", ["0,4"]],
    ["with its day and month", kent, "1/4", []],
    ["with its day, month and year", essex, "23.11.19", []],
    ["with its month and zeros", essex, "Nov 2019 000", ["000"]],
    ["with the hour of its date", essex, "00:00", []],
    ["with the quarter of its date and its figure", essex, "Q4: −30", []],
  ])("%s", (_, datum, text, expected) => {
    expect(wrong({ datum, text })).toEqual(expected);
  });

  test("is told with what it is of", () => {
    expect(faults({ datum: kent, text: "7" })).toEqual([{ text: "7", figure: "7", of: "a label" }]);
    expect(faults({ datum: {}, text: "7" })).toEqual([{ text: "7", figure: "7", of: "a text" }]);
  });
  test("says no other unit of its figure, in words before it or behind", () => {
    const affixes = (text: string, datum: unknown = kent) => faults({ datum, text }).map(({ affix }) => affix);
    expect(affixes("Share in per cent 1,274")).toEqual(["per cent"]);
    expect(affixes("1,274 of all, in per cent")).toEqual(["per cent"]);
    expect(affixes("Offences 1,274")).toEqual([]);
    expect(["1,274ᵏ", "1,274ⁿ", "1,274!", "1,274ʼs"].map((text) => affixes(text))).toEqual([["ᵏ"], ["ⁿ"], ["!"], []]);
  });
  test("may say a literal, and nobody reads what is not seen", () => {
    expect(wrong({ datum: kent, text: "ages 16-17" }, { literals: ["16-17"] })).toEqual([]);
    expect(wrong({ datum: kent, text: "7", opacity: 0 })).toEqual([]);
    expect(wrong({ datum: kent, text: "7", opacity: 0.5 })).toEqual(["7"]);
  });
});

describe("a title", () => {
  const title = { role: "title-text" };
  test("says names, and what its small chart is of", () => {
    expect(wrong({ text: "Offences in 2018/19" }, title)).toEqual([]);
    expect(faults({ text: "Up 7" }, title)).toEqual([{ text: "Up 7", figure: "7", of: "a title" }]);
    expect(wrong({ text: "Group 7" }, { ...title, panel: { group: 7 } })).toEqual([]);
    expect(wrong({ text: "Ward 9" }, { ...title, panel: { ward: "Ward 9" } })).toEqual([]);
    expect(wrong({ text: "Ward 8" }, { ...title, panel: { ward: "Ward 9", n: 7 } })).toEqual(["8"]);
    expect(wrong({ text: "Apr 2018" }, { ...title, panel: { at: Date.UTC(2018, 3, 1) } })).toEqual([]);
    expect(wrong({ text: "1,274" }, title)).toEqual(["1,274"]);
  });
});

test.each<[string, readonly string[]]>([
  ["Offences 1998-2015", []],
  ["Offences 1998–2015", []],
  ["Offences 2015/1998", []],
  ["Offences 1998-2016", ["1998-2016"]],
  ["Offences 1997-2015", ["1997-2015"]],
  ["Offences 1998.2015", ["1998.2015"]],
  ["Offences 1398-2015", ["1398-2015"]],
  ["Offences 2015-1398", ["2015-1398"]],
  ["Offences 1998-2015-2015", ["1998-2015-2015"]],
])("a span of years is told by names of both: %s", (text, expected) => {
  const panel = { from: "Year 1998", to: "Year 2015", old: "Stock 1398" };
  expect(wrong({ text }, { role: "title-text", panel })).toEqual(expected);
});

describe("a title over figures", () => {
  const linear = madeScale("linear", [0, 100], [0, 1]);
  const ofScale = { text: "Offences (£)", figure: "Offences", of: "the title of an axis or a legend", affix: "£" };
  const ofChart = { ...ofScale, of: "a title" };
  test.each<[string, Setting, object, readonly object[]]>([
    ["of an axis", { role: "axis-title", scale: linear, fields: ["n"] }, {}, [ofScale]],
    ["of a legend", { role: "legend-title", scale: linear, fields: ["n"] }, {}, [ofScale]],
    ["of a scale that shows none", { role: "axis-title", scale: linear, all: ["n"] }, {}, []],
    ["of no scale", { role: "axis-title", fields: ["n"], all: ["n"] }, {}, []],
    ["of the chart", { role: "title-text", all: ["n"] }, {}, [ofChart]],
    ["of a chart of none", { role: "title-subtitle", fields: ["n"] }, {}, []],
    ["that is a text of the author's", { all: ["n"] }, { datum: {} }, [ofChart]],
    ["that is a text of its row", { all: ["n"] }, { datum: { ...kent, area: "Offences (£)" } }, []],
    ["of another kind", { role: "axis-label", scale: linear, fields: ["n"], all: ["n"] }, {}, []],
  ])("%s says no other unit than theirs", (_, setting, item, expected) => {
    expect(faults({ text: "Offences (£)", ...item }, setting)).toEqual(expected);
  });
  test("that is a name of the data says nothing else", () => {
    for (const text of ["2018/19", ""])
      expect(faults({ text }, { role: "axis-title", scale: linear, fields: ["n"] })).toEqual([]);
  });
});

describe("a tick", () => {
  const axis = (scale: SceneScale | undefined, value: unknown, text: string, role = "axis-label") =>
    faults({ datum: { value }, text }, { role, ...(scale && { scale }) });
  const linear = madeScale("linear", [0, 100], [0, 1]);
  test("says where it stands", () => {
    for (const role of ["axis-label", "legend-label", "axis-tick"]) expect(axis(linear, 50, "50", role)).toEqual([]);
    expect(axis(linear, 50, "60")).toEqual([{ text: "60", figure: "60", of: "a tick at 50" }]);
    expect(axis(linear, undefined, "60")).toEqual([{ text: "60", figure: "60", of: "the label of undefined" }]);
    expect(axis(undefined, 50, "50")).toEqual([]);
  });
  test("of a category is its name, or a part of it, and no other's", () => {
    const areas = madeScale("band", ["Ward 3", "Ward 4"], [0, 1]);
    expect(axis(areas, "Ward 3", "Ward 3")).toEqual([]);
    expect(axis(areas, "Ward 3", "3")).toEqual([]);
    // An axis may shorten the words beside the number of its own name; no text elsewhere may.
    expect(axis(areas, "Ward 3", "Wd 3")).toEqual([]);
    expect(wrong({ datum: essex, text: "Wd 3" })).toEqual(["3"]);
    expect(axis(areas, "Ward 3", "Nr 5")).toEqual([{ text: "Nr 5", figure: "5", of: 'the label of "Ward 3"' }]);
    expect(axis(areas, "Ward 3", "Ward 4")).toEqual([
      { text: "Ward 4", figure: "Ward 4", of: 'the label of "Ward 3"', isName: true },
    ]);
    const words = madeScale("band", ["Kent", "Essex"], [0, 1]);
    expect(axis(words, "Kent", "Essex")).toHaveLength(1);
    expect(axis(words, "Kent", "The county")).toEqual([]);
    expect(axis(words, "Kent 7", "Essex")).toEqual([]);
  });
  test("of time is a part of its date, however short", () => {
    const utc = madeScale("utc", [Date.UTC(2018, 0, 1), Date.UTC(2020, 0, 1)], [0, 1]);
    const april = new Date(Date.UTC(2018, 3, 1));
    expect(axis(utc, april, "2018")).toEqual([]);
    expect(axis(utc, april, "4")).toEqual([]);
    expect(axis(utc, Number(april), "Q2")).toEqual([]);
    // 1 April is day 91 and in week 13 of its year, if one counts the first.
    for (const text of ["day 91", "week 12", "week 13"]) expect(axis(utc, april, text)).toEqual([]);
    for (const text of ["day 92", "week 14"]) expect(axis(utc, april, text)).toHaveLength(1);
    expect(axis(utc, april, "2019").map(({ figure }) => figure)).toEqual(["2019"]);
    expect(axis(utc, april, String(Number(april)))).toHaveLength(1);
    expect(axis(madeScale("time", [0, 1], [0, 1]), Number(april), "4")).toEqual([]);
    expect(axis(linear, april, "4")).toEqual([]);
    expect(axis(linear, Number(april), "Apr 2018")).toHaveLength(1);
    // At 20 to four on a Friday in May, the 148th day of its year and in its 22nd week, if one counts the first.
    const may = new Date(Date.UTC(2021, 4, 28, 15, 40, 7, 250));
    for (const text of [
      "15:40",
      "3 pm",
      "3:40 pm",
      "15:40:07",
      ".250",
      "28.5.2021",
      "28/5/21",
      "2021-05-28",
      "day 148",
    ])
      expect(axis(utc, may, text), text).toEqual([]);
    for (const text of [
      "4 pm",
      "15:41",
      "15:40:08",
      ".251",
      "29.5.2021",
      "28/6/21",
      "28/5/20",
      "2020-05-28",
      "day 149",
    ])
      expect(axis(utc, may, text), text).toHaveLength(1);
    expect(axis(utc, new Date(Date.UTC(2021, 4, 28)), "12 am")).toEqual([]);
    // Dates are also set side by side as words are.
    for (const type of ["band", "point", "ordinal"])
      expect(axis(madeScale(type, [Number(april)], [0, 1]), Number(april), "Apr 2018")).toEqual([]);
  });
});

describe("a class of a legend", () => {
  const legend = (scale: SceneScale, value: unknown, text: string) =>
    wrong({ datum: { value }, text }, { role: "legend-label", scale });
  const colors = ["#fff", "#888", "#000"];
  test.each<[string, SceneScale]>([
    ["equal classes", madeScale("bin-ordinal", [0, 200, 400], colors, { bins: { start: 0, stop: 600, step: 200 } })],
    ["classes that are named", madeScale("bin-ordinal", [0, 200, 400], colors, { bins: [0, 200, 400, 600] })],
    ["thresholds", madeScale("threshold", [200, 400], colors)],
    ["parts of a domain", madeScale("quantize", [0, 600], colors)],
  ])("of %s is from one figure to the next", (_, scale) => {
    expect(legend(scale, 200, "200 – 400")).toEqual([]);
    expect(legend(scale, 200, "200 – 500")).toEqual(["500"]);
    expect(legend(scale, 200, "200 – 600")).toEqual(["600"]);
    expect(legend(scale, 200, "100 – 400")).toEqual(["100"]);
  });
  test("of one width has an end where it is the last, too", () => {
    const bins = { start: 0, stop: 600, step: 200 };
    for (const scale of [
      madeScale("bin-ordinal", [0, 200, 400], colors, { bins }),
      madeScale("bin-ordinal", [0, 200, 400], colors, { bins: [0, 200, 400, 600] }),
      madeScale("linear", [0, 600], [0, 1], { bins }),
    ]) {
      expect(legend(scale, 400, "400 – 600")).toEqual([]);
      expect(legend(scale, 400, "400 – 800")).toEqual(["800"]);
    }
  });
  test("that has no beginning ends with the first", () => {
    const limits = madeScale("threshold", [200, 400], colors);
    expect(legend(limits, undefined, "below 200")).toEqual([]);
    expect(legend(limits, undefined, "below 400")).toEqual(["400"]);
    expect(legend(limits, 400, "400 and more")).toEqual([]);
  });
  test("that is open may say the highest or the lowest figure of the rows, and no other", () => {
    const said = (value: unknown, text: string) =>
      wrong(
        { datum: { value }, text },
        { role: "legend-label", scale: madeScale("threshold", [200, 400], colors), fields: ["n"] },
      );
    expect(said(400, "400 to 1,274")).toEqual([]);
    expect(said(400, "400 to 1,275")).toEqual(["1,275"]);
    expect(said(undefined, "−30 to under 200")).toEqual([]);
    expect(said(undefined, "6 to under 200")).toEqual(["6"]);
    expect(said(200, "200 to 1,274")).toEqual(["1,274"]);
  });
  test("of quarters is between quantiles", () => {
    const quantile = madeScale("quantile", [10, 20, 30, 40, 50, 60], colors);
    const [first = 0, second = 0] = (quantile.quantiles?.() ?? []) as readonly number[];
    expect(legend(quantile, first, `${first.toFixed(0)} – ${second.toFixed(0)}`)).toEqual([]);
    expect(legend(quantile, first, `${first.toFixed(0)} – 60`)).toEqual(["60"]);
  });
  test("of other scales has no end", () => {
    expect(legend(madeScale("linear", [0, 600], [0, 1]), 200, "200 – 600")).toEqual(["600"]);
    expect(legend(madeScale("linear", [0, 600], [0, 1], { bins: {} }), 200, "200 – 400")).toEqual(["400"]);
  });
});
