import { type Dataset, type DatasetSpec, groupBy, type MeasureSpec } from "../../dataset/index.ts";

/** Measures that together say a count where they are shown, and the one of them that is left out for it. */
export interface Giveaway {
  readonly count: string;
  readonly from: readonly string[];
  readonly leaveOut: string;
}

/** A place of a table: its coordinates, and its figures by measure. */
interface Row {
  readonly at: Readonly<Record<string, string | undefined>>;
  readonly values: ReadonlyMap<string, number>;
}

/** A count beside a figure that may say it; `error` is how far this may be from what it was rounded from. */
interface Pair {
  readonly row: Row;
  readonly count: number;
  readonly figure: number;
  readonly error: number;
}

/** What a reader takes a count for, and how wide that is. */
interface Estimate {
  readonly pair: Pair;
  readonly estimate: number;
  readonly width: number;
}

/** So many counts have to be worked out, mostly right, by so many different figures, where it is no chance. */
const [fewestTried, mostlyRight, fewestDifferent] = [4, 0.75, 4];
/** A count from which others are worked out is one that nobody hides; those as large as it would be said by any figure that never changes. */
const [smallestKnown, wellBelow] = [5, 0.75];
/** Populations change a little from year to year, and a rate says a small count all the same; what is wider says none. */
const [yearly, widest] = [0.05, 2];
/** Of so many measures two are tried together, in so many rows: the time grows with their square. */
const [mostTogether, mostRows] = [12, 400];
/** So many rows are looked at for what a measure says alone; fewer where there are many pairs of a measure and a count. */
const [mostAlone, mostFigures] = [4000, 2_000_000];

/**
 * Finds figures that say counts beside them, whatever they are called: those that are as large as the counts within a place, a period or the whole
 * table (shares of a total that no row has, rates, an index, what each costs), or so but for an amount (differences from a mean), those that rise by
 * them (running shares), two that make them (a sum and its mean), and what they are of the counts of another category. It looks at what a reader could do, and not for formulas: a formula may
 * take what the table does not have.
 */
export function findGiveaways(dataset: Dataset): readonly Giveaway[] {
  const { measures, dimensions } = dataset.definition.spec;
  const ids = Object.keys(measures);
  const counts = ids.filter((id) => measures[id]?.statType === "count");
  const all = rowsOf(dataset);
  const rows = all.slice(0, Math.min(mostAlone, Math.ceil(mostFigures / (ids.length * counts.length + 1))));
  const errors = new Map(ids.map((id) => [id, roundingOf(rows, id)]));
  const groupings = groupingsOf(rows, Object.keys(dimensions));
  const series = Object.keys(dimensions).map((along) => seriesAlong(rows, along, dimensions));
  const alone = counts.flatMap((count) =>
    ids.flatMap((from) => {
      if (from === count) return [];
      const error = counts.includes(from) ? 0 : (errors.get(from) ?? 0);
      const pairs = pairsOf(rows, count, ({ values }) => ({ figure: values.get(from), error }));
      // Sums of counts over time are found where these are declared.
      const tells = counts.includes(from)
        ? isToldAnyhow(pairs, groupings, exact)
        : isToldAnyhow(pairs, groupings, usual) || isToldByRises(pairs, series);
      return tells ? [{ count, from: [from], leaveOut: from }] : [];
    }),
  );
  return [
    ...alone,
    ...roundedTwins(rows, counts),
    ...pairsThatTell({ rows, measures, counts, errors }),
    ...quotientsAcross(rows, { all, dimensions, measures, counts, errors }),
  ];
}

function rowsOf({ observations, definition }: Dataset): readonly Row[] {
  const ids = Object.keys(definition.spec.dimensions);
  const rows = new Map<string, { at: Row["at"]; values: Map<string, number> }>();
  for (const { measure, at, cell } of observations) {
    if (cell.state !== "value") continue;
    const key = JSON.stringify(ids.map((id) => at[id]));
    const row = rows.get(key) ?? { at, values: new Map<string, number>() };
    rows.set(key, row);
    row.values.set(measure, cell.value);
  }
  return [...rows.values()];
}

/** The number of the group that each row is in. */
type Grouping = ReadonlyMap<Row, number>;

/** Rows that are alike in some dimensions. */
function alikeIn(rows: readonly Row[], ids: readonly string[]): Grouping {
  const numbers = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const key = JSON.stringify(ids.map((id) => row.at[id]));
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return [row, number];
    }),
  );
}

/** The whole table, what is alike in one dimension, and in all but one. */
function groupingsOf(rows: readonly Row[], ids: readonly string[]): readonly Grouping[] {
  const single = ids.map((id) => [id]);
  const rest = ids.length > 2 ? ids.map((id) => ids.filter((other) => other !== id)) : [];
  return [[], ...single, ...rest].map((keys) => alikeIn(rows, keys));
}

/** Half of the last place that any figure of a measure has. What lies behind the twelfth digit is of arithmetic: 13.93% is 13.930000000000001 in some files. */
function roundingOf(rows: readonly Row[], id: string): number {
  const textOf = (value: number | undefined) => (value === undefined ? "" : `${Number(value.toPrecision(12))}`);
  const decimals = rows.map(({ values }) => /\.(?<digits>\d+)$/u.exec(textOf(values.get(id)))?.groups?.digits ?? "");
  return 0.5 / 10 ** decimals.reduce((most, { length }) => Math.max(most, length), 0);
}

function pairsOf(
  rows: readonly Row[],
  id: string,
  figureOf: (row: Row) => { readonly figure: number | undefined; readonly error: number },
): readonly Pair[] {
  return rows.flatMap((row) => {
    const count = row.values.get(id);
    const { figure, error } = figureOf(row);
    return count === undefined || count < 0 || figure === undefined || !Number.isFinite(figure)
      ? []
      : [{ row, count, figure, error }];
  });
}

/** A dimension along which figures may rise, and what is alike in all others. */
interface Series {
  readonly along: string;
  readonly isTime: boolean;
  readonly others: Grouping;
}

const seriesAlong = (rows: readonly Row[], along: string, dimensions: DatasetSpec["dimensions"]): Series => ({
  along,
  isTime: dimensions[along]?.role === "time",
  others: alikeIn(
    rows,
    Object.keys(dimensions).filter((id) => id !== along),
  ),
});

/** Figures in the order of periods; elsewhere from the smallest, as nobody shows the order of a file. */
const sortedAlong = (pairs: readonly Pair[], { along, isTime, others }: Series): readonly (readonly Pair[])[] =>
  groupsOf(pairs, others).map((group) =>
    group.toSorted((a, b) =>
      isTime ? (a.row.at[along] ?? "").localeCompare(b.row.at[along] ?? "", "en") : a.figure - b.figure,
    ),
  );

/** By how much figures rise. */
const risesOf = (pairs: readonly Pair[], series: Series): readonly Pair[] =>
  sortedAlong(pairs, series).flatMap((sorted) =>
    sorted.map((pair, at) => ({
      ...pair,
      figure: pair.figure - (sorted[at - 1]?.figure ?? 0),
      error: pair.error * 2,
    })),
  );

/** Periods that sums are taken over, each up to the figure's own. */
const windows = [2, 3, 4, 5, 6, 7, 12];

/**
 * What counts are by the change of sums over the periods up to them, and the count that fell out of these. Sums may be told per so many people, or as
 * means: the largest change says how many of a figure a count is.
 */
const windowsOf = (pairs: readonly Pair[], series: Series, length: number): readonly Pair[] =>
  sortedAlong(pairs, series).flatMap((sorted) => {
    const changes = sorted.flatMap((pair, at) => {
      const [before, gone] = [sorted[at - 1], sorted[at - length]];
      // Where as many came as went, a figure that never changes would say so too.
      return before && gone && gone.count !== pair.count
        ? [{ pair, gone: gone.count, by: pair.count - gone.count, change: pair.figure - before.figure }]
        : [];
    });
    const [largest] = changes.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
    if (!largest || largest.change === 0) return [];
    const each = largest.by / largest.change;
    // The largest says nothing but that.
    return changes
      .filter((own) => own !== largest)
      .map(({ pair, gone, change }) => ({
        ...pair,
        figure: change * each + gone,
        error: pair.error * 2 * Math.abs(each),
      }));
  });

function groupsOf(pairs: readonly Pair[], grouping: Grouping): readonly (readonly Pair[])[] {
  const groups = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const number = grouping.get(pair.row) ?? 0;
    const own = groups.get(number);
    if (own) own.push(pair);
    else groups.set(number, [pair]);
  }
  return [...groups.values()];
}

/** Whether any attack works out counts in any grouping. */
const isToldAnyhow = (pairs: readonly Pair[], groupings: readonly Grouping[], bar: Bar): boolean =>
  groupings.some((grouping) => [proportional, offset, shifted].some((attack) => isTold(pairs, grouping, attack, bar)));

/** Whether counts are what figures rise by: running totals and shares, those per so many people of each area, and sums of so many periods. */
const isToldByRises = (pairs: readonly Pair[], all: readonly Series[]): boolean =>
  all.some(
    (series) =>
      [undefined, series.others].some((grouping) => isTold(risesOf(pairs, series), grouping, proportional, usual)) ||
      (series.isTime &&
        windows.some((length) => isTold(windowsOf(pairs, series, length), undefined, proportional, usual))),
  );

/** What has to be right where it is no chance; counts that say others have to do so nearly always, and exactly. */
interface Bar {
  readonly mostly: number;
  readonly different: number;
  /** How far figures may be from what the others of their group make them. */
  readonly drift: number;
  /** How far what is worked out may be from a count. */
  readonly near: number;
}
const usual: Bar = { mostly: mostlyRight, different: fewestDifferent, drift: yearly, near: 0.5 };
const ofCounts: Bar = { mostly: 0.95, different: 8, drift: 0, near: 0.5 };
/** Counts that are about others, as victims are about as many as offences, say none of them. */
const exact: Bar = { ...ofCounts, near: 0.01 };

type Attack = (pairs: readonly Pair[], bar: Bar) => readonly Estimate[];

const largestOf = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.reduce<Pair | undefined>((most, pair) => (most && most.count >= pair.count ? most : pair), undefined);

/** Figures that are as large as their counts, within a few in a hundred. */
const proportional: Attack = (pairs, { drift }) => {
  const known = largestOf(pairs);
  if (!known || known.count < smallestKnown || known.figure === 0) return [];
  const each = known.figure / known.count;
  return pairs
    .filter(({ count }) => count > 0 && count <= known.count * wellBelow)
    .map((pair) => ({
      pair,
      estimate: pair.figure / each,
      width: Math.max(pair.error / Math.abs(each), pair.count * drift),
    }));
};

/** Figures that are more than their counts, or fewer, by the same amount: what has changed since a year that is not there. */
const offset: Attack = (pairs) => {
  const known = largestOf(pairs);
  if (!known || known.count < smallestKnown) return [];
  return pairs
    .filter(({ count }) => count > 0 && count <= known.count * wellBelow)
    .map((pair) => ({
      pair,
      estimate: known.count + pair.figure - known.figure,
      width: 2 * pair.error,
    }));
};

/** Figures that change as their counts do, from another start: by two that are known. */
const shifted: Attack = (pairs) => {
  const first = largestOf(pairs);
  if (!first || first.count < smallestKnown) return [];
  const below = pairs.filter(({ count }) => count >= smallestKnown && count <= first.count * wellBelow);
  const second = below.reduce<Pair | undefined>(
    (least, one) => (least && least.count <= one.count ? least : one),
    undefined,
  );
  if (!second || second.figure === first.figure) return [];
  const each = (first.figure - second.figure) / (first.count - second.count);
  return pairs
    .filter((pair) => pair !== second && pair.count > 0 && pair.count <= first.count * wellBelow)
    .map((pair) => ({
      pair,
      estimate: first.count + (pair.figure - first.figure) / each,
      width: (2 * pair.error) / Math.abs(each),
    }));
};

/** Whether an attack works out counts, in groups of what is alike in some dimensions. */
function isTold(pairs: readonly Pair[], grouping: Grouping | undefined, attack: Attack, bar: Bar): boolean {
  const tried = (grouping ? groupsOf(pairs, grouping) : [pairs])
    .flatMap((group) => attack(group, bar))
    .filter(({ pair, width }) => width <= Math.max(widest, pair.count * bar.drift));
  const right = tried.filter(
    ({ pair, estimate, width }) => Math.abs(estimate - pair.count) <= Math.max(bar.near, width),
  );
  return (
    tried.length >= fewestTried &&
    right.length >= tried.length * bar.mostly &&
    new Set(right.map(({ pair }) => pair.count)).size >= bar.different
  );
}

interface Together {
  readonly rows: readonly Row[];
  readonly measures: Readonly<Record<string, MeasureSpec>>;
  readonly counts: readonly string[];
  readonly errors: ReadonlyMap<string, number>;
}

/** So many of the figures that are rounded are as near to what they were. */
const mostlyNear = 0.95;
/** Hundreds say nothing of a small count. */
const largestBase = 20;

/** Counts that are others, rounded: to fives, a hidden one is 1 or 2 beside 0, and 3 or 4 beside 5. */
function roundedTwins(rows: readonly Row[], counts: readonly string[]): readonly Giveaway[] {
  return counts.flatMap((twin) => {
    const base = rows.reduce((divisor, { values }) => commonDivisor(divisor, values.get(twin) ?? 0), 0);
    if (base < 2 || base > largestBase) return [];
    return counts.flatMap((count) => {
      const pairs = pairsOf(rows, count, ({ values }) => ({ figure: values.get(twin), error: 0 }));
      const near = pairs.filter((pair) => Math.abs(pair.figure - pair.count) < base);
      const isTwin =
        count !== twin &&
        near.length > fewestTried &&
        near.length >= pairs.length * mostlyNear &&
        near.some((pair) => pair.figure !== pair.count) &&
        new Set(near.map(({ figure }) => figure)).size >= fewestDifferent;
      return isTwin ? [{ count, from: [twin], leaveOut: twin }] : [];
    });
  });
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : commonDivisor(b, a % b));

/** Two measures of which one by the other, or both multiplied, is a count: a sum and its mean, children and one in how many of them. */
function pairsThatTell({ rows: all, measures, counts, errors }: Together): readonly Giveaway[] {
  const ids = Object.keys(measures);
  if (ids.length > mostTogether || ids.length < 3) return [];
  const step = Math.ceil(all.length / mostRows);
  const rows = all.filter((_, at) => at % step === 0);
  return counts.flatMap((count) =>
    ids.flatMap((above) =>
      ids.flatMap((below) => {
        if (above === count || below === count || above === below) return [];
        const bar = counts.includes(above) && counts.includes(below) ? ofCounts : usual;
        const tells = ([1, -1] as const).some(
          (power) =>
            (power === -1 || above < below) &&
            isTold(pairsOf(rows, count, madeOf({ above, below, power, errors })), undefined, proportional, bar),
        );
        return tells ? [{ count, from: [above, below], leaveOut: lessNeeded(measures, above, below) }] : [];
      }),
    ),
  );
}

interface Made {
  readonly above: string;
  readonly below: string;
  /** Whether one is multiplied with the other, or by it divided. */
  readonly power: 1 | -1;
  readonly errors: Together["errors"];
}

/** What two figures of a row make, and how far that may be off as they are rounded. */
const madeOf =
  ({ above, below, power, errors }: Made) =>
  ({ values }: Row) => {
    const [one, other] = [values.get(above), values.get(below)];
    if (one === undefined || other === undefined || one === 0 || other === 0) return { figure: undefined, error: 0 };
    const figure = one * other ** power;
    const relative = (errors.get(above) ?? 0) / Math.abs(one) + (errors.get(below) ?? 0) / Math.abs(other);
    return { figure, error: Math.abs(figure) * relative };
  };

/** Of so many categories any may be what the figures of another are of. */
const mostAcross = 12;
const across: Bar = { ...ofCounts, different: fewestDifferent };

/** Figures that say what a count is of the count of another category: `Ratio`, of the births of low weight, to all births. */
function quotientsAcross(
  rows: readonly Row[],
  {
    all,
    dimensions,
    measures,
    counts,
    errors,
  }: Omit<Together, "rows"> & { readonly all: readonly Row[]; readonly dimensions: DatasetSpec["dimensions"] },
): readonly Giveaway[] {
  const ids = Object.keys(dimensions);
  const figures = Object.keys(measures).filter((id) => !counts.includes(id));
  const keyOf = (at: Row["at"]) => JSON.stringify(ids.map((id) => at[id]));
  const rowAt = figures.length > 0 && counts.length > 0 ? new Map(all.map((row) => [keyOf(row.at), row])) : undefined;
  if (!rowAt) return [];
  const found: Giveaway[] = [];
  for (const along of ids) {
    const categories = [...new Set(all.map(({ at }) => at[along]))];
    if (dimensions[along]?.role === "time" || categories.length > mostAcross) continue;
    const own = alikeIn(rows, [along]);
    for (const other of categories) {
      const beside = new Map(rows.map((row) => [row, rowAt.get(keyOf({ ...row.at, [along]: other }))]));
      for (const count of counts) {
        for (const from of figures) {
          const pairs = pairsOf(rows, count, (row) => {
            const whole = beside.get(row) === row ? undefined : beside.get(row)?.values.get(count);
            const figure = row.values.get(from);
            const isNone = whole === undefined || figure === undefined;
            return { figure: isNone ? undefined : figure * whole, error: (errors.get(from) ?? 0) * (whole ?? 0) };
          });
          if (groupsOf(pairs, own).some((group) => isTold(group, undefined, proportional, across)))
            found.push({ count, from: [from], leaveOut: from });
        }
      }
    }
  }
  return found;
}

/** Which of two is left out: a mean before an amount, an amount before a count, and the second of two alike. */
function lessNeeded(measures: Together["measures"], one: string, other: string): string {
  const need = (id: string) => (measures[id]?.statType === "count" ? 2 : measures[id]?.additive === true ? 1 : 0);
  return need(one) < need(other) ? one : other;
}

/** Of what gives counts away, that which is shown where the count is hidden, by data that is protected. What is left out neither tells nor has to be hidden. */
export function shownGiveaways(found: readonly Giveaway[], safe: Dataset): readonly string[] {
  const { measures, dimensions } = safe.definition.spec;
  const ids = Object.keys(dimensions);
  const shown = new Set<string>();
  const hidden = new Map<string, string[]>();
  for (const { measure, at, cell } of safe.observations) {
    const place = JSON.stringify(ids.map((id) => at[id]));
    if (cell.state === "value") shown.add(JSON.stringify([measure, place]));
    else if (cell.state === "suppressed") {
      const own = hidden.get(measure);
      if (own) own.push(place);
      else hidden.set(measure, [place]);
    }
  }
  const left = new Set<string>();
  for (const { count, from, leaveOut } of found) {
    if (!(count in measures) || [count, ...from].some((id) => left.has(id))) continue;
    const tells = (hidden.get(count) ?? []).some((place) => from.every((id) => shown.has(JSON.stringify([id, place]))));
    if (tells) left.add(leaveOut);
  }
  return [...left];
}

/** What a profile hides: counts so small. */
const [fewest, few] = [1, 4];
/** Products that may be off by so much, both ways together, show whether a share is one of a count; so many of them have to be whole. */
const [narrow, mostlyWhole] = [0.5, 0.9];
/** So many of them, where nothing says that figures are shares, and so few that are whole by chance. */
const [fewestWhole, mostChance] = [6, 0.5];
/** So many shares of one count are what a table is about, and the count is left out. */
const mainShares = 2;

/**
 * Finds what is left out so that shares, and rates, make no small counts which no cell has with the counts beside them: 6.7% of 45 referrals are 3, and 93.3% all but 3; 2.5 per
 * 1,000 of 1,200 people are 3. Given data as it is shown. Shares that say what they are made of are hidden with it.
 */
export function sharesOfFew(shown: Dataset): readonly string[] {
  const { measures } = shown.definition.spec;
  const rows = rowsOf(shown);
  const counts = Object.keys(measures).filter((id) => measures[id]?.statType === "count");
  const telling = Object.entries(measures).flatMap(([share, own]) => {
    if (own.statType === "count" || (own.numerator !== undefined && own.denominator !== undefined)) return [];
    const isSaid = own.statType === "share" || own.unit.other === "%";
    const wholes = isSaid ? [100] : own.statType === "rate" ? [own.per ?? 1] : [1, 100];
    const error = roundingOf(rows, share);
    return counts
      .filter((count) =>
        wholes.some((whole) =>
          makesFew(
            pairsOf(rows, count, ({ values }) => ({ figure: values.get(share), error })),
            { whole, isSaid },
          ),
        ),
      )
      .map((count) => ({ share, count }));
  });
  const sharesOf = groupBy(telling, ({ count }) => count);
  const main = [...sharesOf].filter(([, own]) => own.length >= mainShares).map(([count]) => count);
  const left = main.length < counts.length || main.length < Object.keys(measures).length ? main : [];
  return [...new Set([...left, ...telling.filter(({ count }) => !left.includes(count)).map(({ share }) => share)])];
}

interface SharesInput {
  /** What all of a count is written as. */
  readonly whole: number;
  /** Whether a table says that these are shares. */
  readonly isSaid: boolean;
}

/** Whether figures that are shares of counts make small ones, or leave few: each of them, with its count, is a whole number as nearly as it is rounded. */
function makesFew(pairs: readonly Pair[], { whole, isSaid }: SharesInput): boolean {
  const made = pairs
    .filter(({ count, figure }) => count > 0 && figure > 0 && figure < whole)
    .map(({ count, figure, error }) => {
      const [least, most] = [figure - error, figure + error].map((share) => (count * share) / whole) as [
        number,
        number,
      ];
      const first = Math.ceil(least - tiny);
      // 93.3% of 45 are all but 3.
      const made = [first, count - first];
      return { width: most - least, isWhole: first <= most + tiny, isOne: first + 1 > most + tiny, made };
    });
  const exact = made.filter(({ width }) => width <= narrow);
  const wholes = exact.filter(({ isWhole }) => isWhole);
  const byChance = exact.reduce((sum, { width }) => sum + width, 0);
  const areOf =
    wholes.length >= exact.length * mostlyWhole &&
    (isSaid || (wholes.length >= fewestWhole && byChance <= exact.length * mostChance));
  const isFew = (number: number) => number >= fewest && number <= few;
  return areOf && made.some((own) => own.isWhole && own.isOne && own.made.some(isFew));
}
/** What arithmetic with decimals is off by. */
const tiny = 1e-9;
