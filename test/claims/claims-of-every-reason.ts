import type { ClaimSpec } from "../../src/claims/index.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";

/** Random claims about a table in which figures are hidden, missing, rounded, disputed, of a part of their period, and "at least" so much. */

const areas = ["alpha", "beta", "gamma", "delta", "epsilon"] as const;
const years = ["2014", "2015", "2016", "2017", "2018", "2019"] as const;
const kinds = ["one", "two"] as const;

/** Names in Cyrillic letters, which no language of the house has: what is Latin in a reason is of the language. */
const unit = { one: "дело", other: "дела" };
const area = (id: string, label: string) => ({ id, label, parent: "w0" });
const definition = defineDataset({
  title: "Дела",
  dimensions: {
    area: {
      role: "area",
      label: "Место",
      plural: "места",
      categories: [
        { id: "w0", label: "Всё" },
        ...areas.map((id, index) => area(id, ["Ада", "Бор", "Вал", "Гай", "Дом"][index] ?? "")),
      ],
    },
    kind: {
      role: "category",
      label: "Вид",
      exclusive: false,
      total: "every",
      categories: [
        { id: "every", label: "Все" },
        { id: "one", label: "Раз", parent: "every" },
        { id: "two", label: "Два", parent: "every" },
      ],
    },
    period: { role: "time", label: "Год" },
  },
  measures: {
    n: { label: "Дела", unit, statType: "count" },
    all: { label: "Вещи", unit: { one: "вещь", other: "вещи" }, statType: "count" },
    near: { label: "Круг", unit: { one: "круг", other: "круги" }, statType: "count", roundedTo: 10 },
    per: { label: "Доля", unit: { one: "на", other: "на" }, statType: "rate" },
    part: { label: "Часть", unit: { one: "%", other: "%" }, statType: "share" },
  },
  sources: { s: { title: "Дела", publisher: "Дом", kind: "official-statistics" } },
  layout: {
    note: { column: "note" },
    vintage: { column: "vintage" },
    statuses: [
      { noteContains: "half", status: "partial-period" },
      { noteContains: "at least", status: "lower-bound" },
    ],
  },
});

/** A generator of Park and Miller: the same claims for the same seed, on every machine. */
function randomOf(seed: number) {
  let state = seed + 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    one: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    chance: (part: number) => next() < part,
  };
}
type Random = ReturnType<typeof randomOf>;

/** @param plain how much of the table is a plain figure: of little else, most claims are undecided. */
export function tableOf(seed: number, plain: number) {
  const { below, one, chance } = randomOf(seed);
  const figure = (most: number, step = 1) =>
    chance(plain) ? below(most / step) * step : one([0, below(9) * step, below(most / step) * step, "[c]", "[x]"]);
  const rows = [...areas, "w0"].flatMap((place) =>
    ["every", ...kinds].flatMap((kind) =>
      years.flatMap((period) => {
        const few = kind === "every" ? figure(600) : figure(30);
        const row = {
          area: place,
          kind,
          period,
          n: few,
          all: typeof few === "number" ? few + below(900) : figure(900),
          near: figure(900, 10),
          per: figure(90),
          part: figure(100),
          note: chance((1 - plain) / 4) ? one(["half", "at least"]) : "",
          vintage: "2020-01-01",
        };
        return chance((1 - plain) / 4) ? [row, { ...row, n: figure(600), note: "", vintage: "2021-01-01" }] : [row];
      }),
    ),
  );
  return readDataset(definition, { rows }, { id: "d" });
}

type Measure = "n" | "all" | "near" | "per" | "part";
const measures: readonly Measure[] = ["n", "all", "near", "per", "part"];
const hedges = [
  "about",
  "nearly",
  "just-over",
  "more-than",
  "well-over",
  "at-least",
  "less-than",
  "well-under",
  "at-most",
] as const;

/** So many claims, by name; each is of a kind, cells and a number that are chosen without asking whether they are true. */
export function claimsOf(seed: number, count: number): Readonly<Record<string, ClaimSpec>> {
  const random = randomOf(seed);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, claimOf(random) as ClaimSpec]));
}

function claimOf(random: Random): object {
  const { below, one, chance } = random;
  const dataset = "d";
  const place = () => one([...areas, "w0"]);
  const cell = (measure: string, period: string = one(years)) => ({
    measure,
    at: { area: place(), kind: chance(0.85) ? "every" : chance(0.5) ? one(kinds) : [...kinds], period },
  });
  const count = () => one(["n", "n", "all", "near"] as const);
  const any = () => one(measures);
  const hedge = () => (chance(0.4) ? one(hedges) : "none");
  const stated = (units: readonly string[], most: number) => {
    const unit = one(units);
    const value =
      unit === "fraction"
        ? one([0.1, 0.2, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 3 / 7])
        : unit === "times"
          ? 1 + below(4)
          : below(most);
    return { value, unit, hedge: hedge(), ...(chance(0.05) ? { counted: "люди" } : {}) };
  };
  const from = one(years.slice(0, -1));
  const span = { from, to: one(years.filter((year) => year > from)) };
  const whole = { measure: "all", at: { area: place(), kind: "every", period: one(years) } };
  const moved = (measure: string) => {
    const { period: _, ...at } = cell(measure).at;
    return { measure, at };
  };
  const base = { dataset, text: "…" };
  switch (below(11)) {
    case 0:
      return {
        kind: "count",
        ...base,
        of: cell(count(), chance(0.05) ? one(["2010", "2018/19"]) : undefined),
        stated: stated(["number"], 600),
      };
    case 1:
      return { kind: "rate", ...base, of: cell("n"), population: whole, per: 100, stated: stated(["number"], 90) };
    case 2:
      return {
        kind: "rate",
        ...base,
        of: cell(one(["per", "part"])),
        stated: stated([one(["number", "percent"])], 90),
      };
    case 3: {
      const of = moved(any());
      return {
        kind: "change",
        ...base,
        of,
        ...span,
        stated: chance(0.1) ? undefined : stated(["percent", "fraction", "number", "percentage-points", "times"], 90),
      };
    }
    case 4: {
      const at = { area: place(), kind: "every", period: one(years) };
      const otherWhole = chance(0.5) ? { measure: one(["all", "near"]), at: { ...at, period: one(years) } } : undefined;
      return {
        kind: "share",
        ...base,
        part: { measure: "n", at },
        whole: { measure: "all", at },
        otherWhole,
        stated: stated(["percent", "fraction"], 100),
      };
    }
    case 5:
      return {
        kind: "direction",
        ...base,
        of: moved(any()),
        ...span,
        direction: one(["up", "down", "flat"]),
        degree: one([undefined, "significantly", "сильно"]),
        stated: chance(0.9) ? {} : undefined,
      };
    case 6:
      return {
        kind: "record",
        ...base,
        of: cell(any()),
        extreme: one(["highest", "lowest"]),
        since: one([undefined, "2015"]),
        surpassing: chance(0.2),
        stated: chance(0.5) ? {} : stated(["number"], 600),
      };
    case 7: {
      const measure = any();
      const right = chance(0.2)
        ? { median: { measure, at: { kind: "every", period: one(years) } }, among: { dimension: "area" } }
        : cell(measure);
      return {
        kind: "comparison",
        ...base,
        left: cell(measure),
        right,
        relation: one([undefined, "higher", "lower", "equal", "times"]),
        stated: chance(0.3) ? {} : stated(["percent", "times", "percentage-points", "number"], 90),
      };
    }
    case 8:
      return {
        kind: "rank",
        ...base,
        of: cell(any()),
        among: { dimension: "area" },
        order: one(["highest", "lowest"]),
        stated: stated(["number"], 6),
      };
    case 9: {
      const { measure, at } = cell(any());
      const { area: _, ...others } = at;
      return {
        kind: "median",
        ...base,
        of: { measure, at: others },
        among: { dimension: "area" },
        stated: stated(["number"], 600),
      };
    }
    default:
      return one([
        { kind: "statement", text: "…" },
        { kind: "trend", dataset, of: moved(any()), ...span },
        { kind: "standing", dataset, of: { ...cell(any()) }, among: { dimension: "area" } },
        { kind: "change", dataset, of: moved(any()), ...span },
      ]);
  }
}
