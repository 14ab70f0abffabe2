import type { Dataset } from "../../src/dataset/index.ts";

/**
 * True sentences made from the figures of the examples, with the hedges and the rounding that truthful people use, and
 * each with false ones made of it. What is true is worked out here by plain arithmetic, and by none of what is tested.
 */
export interface TrueSentence {
  readonly kind: string;
  readonly sentence: string;
  readonly mutants: readonly Mutant[];
}

export interface Mutant {
  readonly facet: "value" | "unit" | "area" | "period" | "denominator" | "direction";
  readonly sentence: string;
}

interface Cell {
  readonly area: string;
  readonly period: string;
  readonly value: number;
}

/** The cells of a measure that have one value. */
function cellsOf(dataset: Dataset, measure: string): Cell[] {
  const cells = new Map<string, Cell | null>();
  for (const observation of dataset.observations) {
    const { cell, at, statuses } = observation;
    if (observation.measure !== measure || cell.state !== "value") continue;
    if (statuses.includes("partial-period") || statuses.includes("lower-bound")) continue;
    const { area = "", period = "" } = at;
    const key = `${area} ${period}`;
    const found = cells.get(key);
    const next = {
      area: dataset.category("area", area)?.inText ?? area,
      period: dataset.period(period)?.label ?? period,
      value: cell.value,
    };
    // Two publications that disagree make no sentence true.
    cells.set(key, found === undefined || found?.value === cell.value ? next : null);
  }
  return [...cells.values()].filter((cell) => cell !== null);
}

const digits = (value: number, places = 0) =>
  value.toLocaleString("en-GB", { minimumFractionDigits: places, maximumFractionDigits: places });
const halfUp = (value: number) => Math.sign(value) * Math.round(Math.abs(value));

/** The same sentence of another cell, for every other cell that the number is false of. */
function elsewhere(
  cell: Cell,
  cells: readonly Cell[],
  { say, holds }: { say: (cell: Cell) => string; holds: (value: number) => boolean },
): Mutant[] {
  const sibling = cells.find(
    (other) => other.period === cell.period && other.area !== cell.area && !holds(other.value),
  );
  const neighbour = cells.find(
    (other) => other.area === cell.area && other.period !== cell.period && !holds(other.value),
  );
  return [
    ...(sibling ? [{ facet: "area" as const, sentence: say({ ...cell, area: sibling.area }) }] : []),
    ...(neighbour ? [{ facet: "period" as const, sentence: say({ ...cell, period: neighbour.period }) }] : []),
  ];
}

export function countSentences(dataset: Dataset): TrueSentence[] {
  const cells = cellsOf(dataset, "offences");
  return cells.flatMap((cell, index) => {
    const { value } = cell;
    const say = (words: string) => (at: Cell) => `Police in ${at.area} recorded ${words} offences in ${at.period}.`;
    const step = value >= 1000 ? 100 : 10;
    const above = Math.floor(value / step) * step + step;
    const below = Math.ceil(value / step) * step - step;
    const forms: { words: string; wrong: string; holds: (value: number) => boolean }[] = [
      { words: digits(value), wrong: digits(Math.round(value * 1.3) + 1), holds: (other) => other === value },
      ...(value >= 0.9 * above
        ? [
            {
              words: `nearly ${digits(above)}`,
              wrong: `nearly ${digits(above * 2)}`,
              holds: (other: number) => other >= 0.9 * above && other < above,
            },
          ]
        : []),
      ...(below > 0
        ? [
            {
              words: `more than ${digits(below)}`,
              wrong: `more than ${digits(above)}`,
              holds: (other: number) => other > below,
            },
            {
              words: `at least ${digits(below)}`,
              wrong: `at least ${digits(above)}`,
              holds: (other: number) => other >= below,
            },
          ]
        : []),
      {
        words: `fewer than ${digits(above)}`,
        wrong: `fewer than ${digits(Math.max(1, below))}`,
        holds: (other: number) => other < above,
      },
      {
        words: `about ${digits(Math.round(value / step) * step)}`,
        wrong: `about ${digits(Math.round(value / step) * step * 2 + step)}`,
        holds: (other: number) =>
          Math.abs(other - Math.round(value / step) * step) <=
          Math.max(step / 2, 0.1 * Math.round(value / step) * step),
      },
    ];
    // Each cell in two of the forms, all forms over the cells.
    return [forms[0], forms[1 + (index % (forms.length - 1))]].flatMap((form) => {
      if (!form || form.words.endsWith(" 0")) return [];
      const { words, wrong, holds } = form;
      return {
        kind: "count",
        sentence: say(words)(cell),
        mutants: [
          { facet: "value", sentence: say(wrong)(cell) },
          { facet: "unit", sentence: say(words)(cell).replace("offences", "children") },
          ...elsewhere(cell, cells, { say: say(words), holds }),
        ],
      } satisfies TrueSentence;
    });
  });
}

const fractions: readonly (readonly [string, number, number])[] = [
  ["a quarter", 0.225, 0.2917],
  ["a third", 0.2917, 0.3667],
  ["half", 0.45, 0.55],
  ["two-thirds", 0.6334, 0.7083],
];

interface ChangeOptions {
  readonly measure: string;
  /** What changed, as a sentence begins. */
  readonly what: string;
}

/** From one year to the next, of counts and of rates: in per cent, fractions and numbers. */
export function changeSentences(dataset: Dataset, { measure, what }: ChangeOptions): TrueSentence[] {
  const cells = cellsOf(dataset, measure);
  const years = [...new Set(cells.map(({ period }) => period))].sort();
  const at = (area: string, period: string | undefined) =>
    cells.find((cell) => cell.area === area && cell.period === period)?.value;
  const before = (period: string) => years[years.indexOf(period) - 1];
  const shareOf = (area: string, to: string) => {
    const [a, b] = [at(area, before(to)), at(area, to)];
    return a === undefined || b === undefined || a === 0 ? undefined : (b - a) / a;
  };
  return cells.flatMap((cell, index): TrueSentence[] => {
    const share = shareOf(cell.area, cell.period);
    if (share === undefined || Math.abs(share) < 0.02) return [];
    const [verb, opposite] = (share > 0 ? ["rose", "fell"] : ["fell", "rose"]) as [string, string];
    const say = (words: string, { area = cell.area, to = cell.period, how = verb } = {}) =>
      `${what} in ${area} ${how} by ${words} in ${to} on the previous year.`;
    const number = Math.abs((at(cell.area, cell.period) ?? 0) - (at(cell.area, before(cell.period)) ?? 0));
    const forms = changeForms(share, measure === "offences" ? number : undefined);
    const { words, wrong } = forms[index % forms.length] as { words: string; wrong: string };
    // Only where the other change is far from this one is the sentence false of it, whatever the hedge.
    const isFalse = (other: number | undefined) =>
      other !== undefined && (Math.sign(other) !== Math.sign(share) || Math.abs(other) < Math.abs(share) * 0.5);
    const sibling = cells.find(({ area, period }) => period === cell.period && isFalse(shareOf(area, period)));
    const neighbour = years.find((to) => to !== cell.period && isFalse(shareOf(cell.area, to)));
    const mutants: Mutant[] = [
      { facet: "value", sentence: say(wrong) },
      { facet: "direction", sentence: say(words, { how: opposite }) },
    ];
    if (sibling && words !== digits(number))
      mutants.push({ facet: "area", sentence: say(words, { area: sibling.area }) });
    if (neighbour && words !== digits(number))
      mutants.push({ facet: "period", sentence: say(words, { to: neighbour }) });
    const percent = Number(/^(\d+)%$/.exec(words)?.[1]);
    if (measure === "offences" && Math.abs(number - percent) > percent * 0.2) {
      mutants.push({ facet: "unit", sentence: say(words.replace("%", "")) });
    }
    const between = (how: string) =>
      `${what} in ${cell.area} ${how} between ${before(cell.period)} and ${cell.period}.`;
    return [
      { kind: "change", sentence: say(words), mutants },
      {
        kind: "direction",
        sentence: between(verb),
        mutants: [{ facet: "direction", sentence: between(opposite) }],
      },
    ];
  });
}

/** Ways to say a change that are true of it, each with one that is not. */
function changeForms(share: number, number: number | undefined): { words: string; wrong: string }[] {
  const percent = Math.abs(halfUp(share * 100));
  // The next whole number above: 93.2% is almost 94%, and 92.9% is not.
  const next = Math.floor(Math.abs(share) * 100) + 1;
  const fraction = fractions.find(([, low, high]) => Math.abs(share) >= low && Math.abs(share) < high)?.[0];
  return [
    { words: `${percent}%`, wrong: `${percent + 7}%` },
    ...(fraction ? [{ words: fraction, wrong: fraction === "a quarter" ? "half" : "a quarter" }] : []),
    ...(number === undefined ? [] : [{ words: digits(number), wrong: digits(number * 2 + 1) }]),
    { words: `more than ${percent - 1}%`, wrong: `more than ${percent + 3}%` },
    ...(Math.abs(share) * 100 >= 0.9 * next ? [{ words: `almost ${next}%`, wrong: `almost ${next * 2 + 5}%` }] : []),
  ];
}

/** Doubled, tripled, halved and their neighbours. */
export function multipleSentences(dataset: Dataset): TrueSentence[] {
  const cells = cellsOf(dataset, "offences");
  return cells.flatMap((cell): TrueSentence[] => {
    const before = cells.find(({ area, period }) => area === cell.area && period === "2017/18");
    if (!before || cell.period !== "2018/19") return [];
    const ratio = cell.value / before.value;
    const say = (words: string) => `Offences in ${cell.area} ${words} between 2017/18 and 2018/19.`;
    const forms = [
      { words: "doubled", wrong: "tripled", fits: ratio >= 1.75 && ratio < 2.25 },
      { words: "more than doubled", wrong: "more than tripled", fits: ratio > 2 && ratio < 3 },
      { words: "nearly doubled", wrong: "nearly tripled", fits: ratio >= 1.8 && ratio < 2 },
      { words: "nearly tripled", wrong: "nearly quadrupled", fits: ratio >= 2.75 && ratio < 3 },
    ];
    return forms
      .filter(({ fits }) => fits)
      .map(({ words, wrong }) => ({
        kind: "change",
        sentence: say(words),
        mutants: [
          { facet: "value", sentence: say(wrong) },
          { facet: "direction", sentence: say("halved") },
        ],
      }));
  });
}

/** One area beside another: so many times, and higher or lower. */
export function comparisonSentences(dataset: Dataset): TrueSentence[] {
  const cells = cellsOf(dataset, "rate").filter(({ period }) => period === "2018" || period === "2022");
  return cells.flatMap((left, index): TrueSentence[] => {
    const right = cells.filter(({ period, area }) => period === left.period && area !== left.area)[index % 20];
    if (!right || right.value === left.value || index % 3 !== 0) return [];
    const [relation, opposite] = left.value > right.value ? ["higher", "lower"] : ["lower", "higher"];
    const related = (how: string, area = right.area) =>
      `In ${left.period} the imprisonment rate in ${left.area} was ${how} than in ${area}.`;
    const ratio = left.value / right.value;
    const times = (value: number) =>
      `In ${left.period} the imprisonment rate in ${left.area} was ${digits(value, 1)} times the rate in ${right.area}.`;
    const sentences: TrueSentence[] = [
      {
        kind: "comparison",
        sentence: related(relation as string),
        mutants: [{ facet: "direction", sentence: related(opposite as string) }],
      },
    ];
    if (ratio >= 1.1) {
      sentences.push({
        kind: "comparison",
        sentence: times(ratio),
        mutants: [{ facet: "value", sentence: times(ratio + 0.4) }],
      });
    }
    return sentences;
  });
}

/** Published rates, places and records. */
export function rateSentences(dataset: Dataset): TrueSentence[] {
  const cells = cellsOf(dataset, "rate");
  return cells.flatMap((cell, index): TrueSentence[] => {
    if (index % 6 !== 0) return [];
    const say = (value: number, { area, period }: Cell = cell, population = "100,000") =>
      `In ${period}, ${digits(value, 1)} women per ${population} in ${area} were sent to prison.`;
    const peers = cells.filter(({ period }) => period === cell.period);
    const place = peers.filter(({ value }) => value > cell.value).length + 1;
    const places = ["highest", "second highest", "third highest", "fourth highest", "fifth highest", "sixth highest"];
    const ranked = (words: string | undefined, { area, period }: Cell = cell) =>
      `In ${period} the imprisonment rate in ${area} was the ${words} of ${peers.length} police force areas.`;
    const other = peers.find(({ value }) => value !== cell.value);
    const earlier = cells.filter(({ area, period }) => area === cell.area && period < cell.period);
    const isRecord = earlier.length > 1 && earlier.every(({ value }) => value < cell.value);
    const isLow = earlier.length > 1 && earlier.every(({ value }) => value > cell.value);
    const recorded = (words: string) =>
      `In ${cell.period} the imprisonment rate in ${cell.area} was the ${words} since 2014.`;
    return [
      {
        kind: "rate",
        sentence: say(cell.value),
        mutants: [
          { facet: "value", sentence: say(cell.value + 1.5) },
          { facet: "denominator", sentence: say(cell.value, cell, "1,000") },
          ...elsewhere(cell, cells, { say: (at) => say(cell.value, at), holds: (value) => value === cell.value }),
        ],
      },
      ...(place <= 6
        ? [
            {
              kind: "rank",
              sentence: ranked(places[place - 1]),
              mutants: [
                { facet: "value", sentence: ranked(places[place % 6]) },
                { facet: "direction", sentence: ranked(places[place - 1]?.replace("highest", "lowest")) },
                ...(other ? [{ facet: "area", sentence: ranked(places[place - 1], other) } as const] : []),
              ],
            } satisfies TrueSentence,
          ]
        : []),
      ...(isRecord || isLow
        ? [
            {
              kind: "record",
              sentence: recorded(isRecord ? "highest" : "lowest"),
              mutants: [{ facet: "direction", sentence: recorded(isRecord ? "lowest" : "highest") }],
            } satisfies TrueSentence,
          ]
        : []),
    ];
  });
}

/** Of the platforms: the part, and the two bases that could be meant. */
export function shareSentences(dataset: Dataset): TrueSentence[] {
  const rows = [
    { area: "England and Wales", period: "2017/18", part: 418, known: 2097, all: 3217 },
    { area: "England and Wales", period: "Apr-Sep 2018", part: 428, known: 1317, all: 1944 },
    { area: "Lancashire", period: "2017/18", part: 19, known: undefined, all: 64 },
    { area: "Lancashire", period: "2018/19", part: 90, known: undefined, all: 252 },
  ];
  const when = (period: string) => (period.startsWith("Apr") ? "From April to September 2018" : `In ${period}`);
  return rows.flatMap(({ area, period, part, known, all }) => {
    // The rows above have to be those of the data.
    const held = dataset.observations.some(
      ({ measure, cell }) => measure === "instances" && cell.state === "value" && cell.value === part,
    );
    if (!held) throw new Error(`The data has no ${part}.`);
    const say = (words: string, base: string) => `${when(period)}, ${words} of ${base} in ${area} involved Instagram.`;
    const percent = (base: number) => halfUp((100 * part) / base);
    const sentences: TrueSentence[] = [
      {
        kind: "share",
        sentence: say(`${percent(all)}%`, "offences"),
        mutants: [
          { facet: "value", sentence: say(`${percent(all) + 4}%`, "offences") },
          ...(known === undefined
            ? []
            : [{ facet: "denominator" as const, sentence: say(`${percent(known)}%`, "offences") }]),
        ],
      },
    ];
    if (known !== undefined) {
      const base = "offences where the method is known";
      sentences.push({
        kind: "share",
        sentence: say(`${percent(known)}%`, base),
        mutants: [
          { facet: "denominator", sentence: say(`${percent(all)}%`, base) },
          { facet: "value", sentence: say(`${percent(known) + 5}%`, base) },
        ],
      });
    }
    return sentences;
  });
}
