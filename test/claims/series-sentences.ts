/**
 * Reads the sentences of trends and standings back and works out from the cells whether each of them is so: by plain
 * arithmetic in whole numbers, and by nothing of what is tested. A sentence that it cannot read is a fault too.
 */
export interface World {
  readonly statType: "count" | "rate" | "share" | "mean";
  readonly decimals: number;
  readonly years: readonly number[];
  /** By area, year by year, in units of the last decimal; null where there is none. */
  readonly cells: ReadonlyMap<string, readonly (number | null)[]>;
  /** Areas whose figure of the last year is there and hidden: they are some of all. */
  readonly hidden: number;
}

interface Asked {
  readonly area: string;
  readonly lang: "en" | "cy";
}

type Check = (groups: Readonly<Record<string, string | undefined>>) => readonly string[];

/** Faults of a text, which is what one claim says, with its last full stop. */
export function sentenceFaults(text: string, world: World, { area, lang }: Asked): readonly string[] {
  const own = world.cells.get(area) ?? [];
  const unit = 10 ** world.decimals;
  const isShare = world.statType === "share";
  const isYearly = (world.years[1] ?? 0) - (world.years[0] ?? 0) <= 1;
  const last = world.years.length - 1;
  const indexOf = (year = "") => world.years.indexOf(Number(year));
  const units = (figure = "") => Math.round(Number(figure.replaceAll(/[%,]/g, "").replace("−", "-")) * unit);
  const is = (holds: boolean, what: string): readonly string[] => (holds ? [] : [what]);
  const at = (figure: string | undefined, year: string | undefined) =>
    is(own[indexOf(year)] === units(figure), `${figure} is not that of ${year}`);
  const known = own.every((value) => value !== null) ? (own as readonly number[]) : undefined;
  const isExtreme = (value: number, extreme: string) =>
    known?.filter((other) => (extreme === "high" ? other >= value : other <= value)).length === 1;
  /** Half up, of whole numbers. */
  const rounded = (a: number, b: number) => Math.floor((2 * a + b) / (2 * b));
  /** `12%`, or of shares `1.5 percentage points`, as the distance from one to the other. */
  const by = (said: string | undefined, from: number, to: number) => {
    if (said === undefined) return [];
    const number = Number(/[\d.]+/.exec(said.replaceAll(",", ""))?.[0]);
    const size = Math.abs(to - from);
    return isShare
      ? is(/point|pwynt|bwynt/.test(said) && Math.round(number * unit) === size, `${said} from ${from} to ${to}`)
      : is(/%/.test(said) && rounded(100 * size, Math.abs(from)) === number, `${said} from ${from} to ${to}`);
  };
  const first = own[0] ?? 0;
  const end = own[last] ?? 0;
  const up = (word: string | undefined) =>
    /^(?:rose|risen|rise|higher|doubled|trebled|(?:rose|risen) more than \w+fold|cododd|codi|cynnydd|uwch|dyblu|threblu|cynyddu fwy na \w+plyg)$/i.test(
      word ?? "",
    );
  const ways = (word: string | undefined, from: number, to: number) =>
    is(up(word) ? to > from : to < from, `${word} from ${from} to ${to}`);
  const record = ({ record: extreme, count }: Readonly<Record<string, string | undefined>>) =>
    extreme === undefined
      ? []
      : [
          ...is(isExtreme(end, /^(?:highest|uchaf)$/.test(extreme) ? "high" : "low"), `the ${extreme}`),
          ...(count === undefined ? [] : is(isYearly && Number(count) === world.years.length, `${count} years`)),
        ];
  const partOf = (from: number, to: number) => {
    const part = ((own[to] ?? Number.NaN) - (own[from] ?? Number.NaN)) / (end - first);
    return part <= 1 ? part : Number.NaN;
  };
  const largestStep = (groups: Readonly<Record<string, string | undefined>>): readonly string[] => {
    const { largest, u, v, against } = groups;
    const [from, to] = [indexOf(u), indexOf(v)];
    const sizeOf = (index: number) => Math.abs((own[index] ?? Number.NaN) - (own[index - 1] ?? Number.NaN));
    return [
      ...at(groups.e, u),
      ...at(groups.f, v),
      ...ways(largest, own[from] ?? Number.NaN, own[to] ?? Number.NaN),
      ...is(known !== undefined && to === from + 1, "no neighbours"),
      ...is(isYearly === (groups.next === undefined), "in a year, or from one figure to the next"),
      ...is(
        own.every((_, index) => index === 0 || index === to || sizeOf(index) * 1.25 <= sizeOf(to)),
        "not by far the largest",
      ),
      ...is(against === undefined || up(largest) !== end > first, "not against the change"),
    ];
  };
  /** When the change came: how much of it, in which part of the time; or which step is the largest of all. */
  const pace = (groups: Readonly<Record<string, string | undefined>>): readonly string[] => {
    const { part, noun, p, q, since: start, largest } = groups;
    const least = /thirds|dair/.test(part ?? "") ? 2 / 3 : 1 / 2;
    const wanted = least === 1 / 2 ? 1 / 3 : 1 / 2;
    if (part !== undefined) {
      const [from, to] = start === undefined ? [p === undefined ? 0 : indexOf(p), indexOf(q)] : [indexOf(start), last];
      return [
        ...ways(noun, first, end),
        ...is(known !== undefined && from >= 0 && to > from, `in ${p} to ${q}, ${start}`),
        ...is(start === undefined ? from === 0 : to === last, "of no end"),
        ...is((to - from) / last <= wanted + 1e-9 || (last < 6 && to - from === 1), "in too long a time"),
        ...is(partOf(from, to) > least, `${part} of it`),
        ...is(
          own.every((value) => value !== null && Math.min(first, end) <= value && value <= Math.max(first, end)),
          "some of it was undone",
        ),
      ];
    }
    return largest === undefined ? [] : largestStep(groups);
  };
  const steadily = (from: number, to: number, isRise: boolean) =>
    isYearly &&
    known !== undefined &&
    to - from >= 3 &&
    known
      .slice(from + 1, to + 1)
      .every((value, index) => isRise === value > (known[from + index] ?? 0) && value !== known[from + index]);
  interface Change {
    readonly from: number;
    readonly to: number;
  }
  /** As cross products, to stay with whole numbers. */
  const isMore = (one: Change, than: Change) =>
    isShare
      ? one.to - one.from > than.to - than.from
      : (one.to - one.from) * than.from > (than.to - than.from) * one.from;
  const mine: Change = { from: first, to: end };
  const isRise = end > first;
  /** All areas whose change can be said, and how many have a figure at all. */
  const changes = () => {
    const held = [...world.cells.values()].filter((row) => row[last] !== null);
    const all = held.flatMap((row): Change[] => {
      const [from, to] = [row[0] ?? null, row[last] ?? null];
      return from !== null && to !== null && isSaid(from) ? [{ from, to }] : [];
    });
    const size = held.length + world.hidden;
    const [above, below] = [all.filter((area) => isMore(area, mine)), all.filter((area) => isMore(mine, area))];
    const [further, less] = isRise ? [above.length, below.length] : [below.length, above.length];
    const against = all.filter(({ from, to }) => (isRise ? to < from : to > from)).length;
    return { all, size, further, less, against, isWhole: all.length === size };
  };
  const isSaid = (from: number) => isShare || (from > 0 && (world.statType !== "count" || from >= 50));
  /** In per cent, or points. */
  const sizeOf = ({ from, to }: Change) => (isShare ? (to - from) / unit : (100 * (to - from)) / from);
  const besideMedian = ({ side, medianBy }: Readonly<Record<string, string | undefined>>): readonly string[] => {
    if (side === undefined) return [];
    const { all, isWhole } = changes();
    const sorted = all.map(sizeOf).sort((a, b) => a - b);
    const middle = Math.abs((sorted[all.length >> 1] ?? 0) + (sorted[(all.length - 1) >> 1] ?? 0)) / 2;
    const [own, step] = [Math.abs(sizeOf(mine)), isShare ? 1 / unit : 1];
    const said = medianBy === undefined ? undefined : Number(/[\d.]+/.exec(medianBy)?.[0]);
    return is(
      isWhole &&
        (/same|fath/.test(side) ? Math.abs(middle - own) <= step + 1e-9 : /above|mwy/.test(side) === own > middle) &&
        (said === undefined || Math.abs(said - middle) <= step / 2 + 1e-9),
      `${side} the median change of ${medianBy}`,
    );
  };
  /** What is said of the change among those of all areas. */
  const beside = (groups: Readonly<Record<string, string | undefined>>): readonly string[] => {
    const { besideSize, besideNoun, other, inSo, place, end: tail, degree } = groups;
    if (besideSize === undefined) return [];
    const { size, further, less, against, isWhole } = changes();
    const isLargest = /largest|mwyaf/.test(tail ?? "");
    return [
      ...is(Number(besideSize) === size && isSaid(first), `${besideSize} areas of ${size}`),
      ...(besideNoun === undefined ? [] : ways(besideNoun, first, end)),
      ...(other === undefined
        ? []
        : is(
            up(other) !== isRise && isWhole && Number(inSo) === against && 3 * against >= 2 * size,
            `${other} in ${inSo}`,
          )),
      ...(tail === undefined
        ? []
        : is(
            isWhole && (isLargest ? further : less) + 1 === positionOf(place) && (isLargest || against === 0),
            `${place} ${tail}`,
          )),
      ...(degree === undefined
        ? []
        : is(3 * (/larger|mwy/.test(degree) ? less : further) >= 2 * size, `${degree} than most`)),
      ...besideMedian(groups),
    ];
  };
  const moved: Check = (groups) => [
    ...pace(groups),
    ...beside(groups),
    ...at(groups.a, groups.y),
    ...at(groups.b, groups.z),
    ...ways(groups.verb, first, end),
    ...by(groups.by, first, end),
    ...record(groups),
    ...is(indexOf(groups.y) === 0 && indexOf(groups.z) === last, "not from the first to the last"),
  ];
  const compared = ({ than, by: said, same, y }: Readonly<Record<string, string | undefined>>): readonly string[] => {
    if (same === "the same as" || same === "yr") return is(end === first, "not the same");
    if (same !== undefined)
      return is(
        isShare || world.statType === "count" || rounded(100 * Math.abs(end - first), Math.abs(first)) === 0,
        "not much the same",
      );
    return [...ways(than, first, end), ...by(said, first, end), ...is(indexOf(y) === 0, `compared with ${y}`)];
  };
  const turned: Check = (groups) => {
    const { verb, c, x, d, w } = groups;
    const extreme = up(verb) ? "high" : "low";
    const turn = own[indexOf(x)] ?? Number.NaN;
    return [
      ...at(groups.a, groups.y),
      ...at(groups.b, groups.z),
      ...at(c, x),
      ...is(isExtreme(turn, extreme), `${c} is no ${extreme}`),
      ...is(indexOf(x) > 0 && indexOf(x) < last, `turned in ${x}`),
      ...pace(groups),
      ...beside(groups),
      ...(groups.everyOut === undefined ? [] : is(steadily(0, indexOf(x), up(verb)), "not every year out")),
      ...(groups.everyBack === undefined ? [] : is(steadily(indexOf(x), last, !up(verb)), "not every year back")),
      ...(groups.times === undefined ? [] : multiplied(groups.times, turn, end)),
      ...(d === undefined
        ? []
        : [
            ...at(d, w),
            ...is(indexOf(w) > indexOf(x) && indexOf(w) < last, `then in ${w}`),
            ...is(isExtreme(own[indexOf(w)] ?? Number.NaN, up(verb) ? "low" : "high"), `${d} is no turn`),
          ]),
      ...record(groups),
      ...compared(groups),
    ];
  };
  const steady: Check = (groups) => [
    ...moved(groups),
    ...is(
      isYearly &&
        known?.every((value, index) => index === 0 || up(groups.verb) === value > (known[index - 1] ?? 0)) === true,
      "not every year",
    ),
  ];
  const multiplied = (word: string | undefined, from: number, to: number) =>
    is(
      /halved|haneru/.test(word ?? "")
        ? 2 * to < from
        : to > timesIn(word) * from && to <= (timesIn(word) === 9 ? 10 : timesIn(word) + 1) * from,
      `${word} from ${from} to ${to}`,
    );
  const multiple: Check = (groups) => [
    ...at(groups.a, groups.y),
    ...at(groups.b, groups.z),
    ...multiplied(groups.verb, first, end),
    ...record(groups),
    ...pace(groups),
    ...beside(groups),
  ];
  const multipleSteady: Check = (groups) => [
    ...multiple(groups),
    ...is(steadily(0, last, /^(?:rising|godi)$/.test(groups.going ?? "")), "not every year"),
  ];
  const flat: Check = (groups) => [
    ...at(groups.b, groups.z),
    ...(groups.a === undefined
      ? is(first === end, "not the same")
      : [
          ...at(groups.a, groups.y),
          ...is(isShare || rounded(100 * Math.abs(end - first), Math.abs(first)) === 0, "no little change"),
        ]),
  ];
  const constant: Check = (groups) => [
    ...is(isYearly && known?.every((value) => value === units(groups.a)) === true, `not ${groups.a} in every year`),
    ...is(indexOf(groups.y) === 0 && indexOf(groups.z) === last, "not from the first to the last"),
  ];
  const shared: Check = (groups) => {
    const mine = own[last];
    const all = column(groups.y);
    const alike = all.filter((value) => value === mine).length;
    return [
      ...at(groups.a, groups.y),
      ...is(alike === Number(groups.alike) && all.length === Number(groups.size), `${groups.alike} of ${groups.size}`),
      ...is(alike * 3 > all.length, "no third"),
      ...is(
        groups.order === undefined ||
          all.every((value) =>
            /highest|uchaf/.test(groups.order ?? "") ? value <= (mine ?? 0) : value >= (mine ?? 0),
          ),
        `the ${groups.order}`,
      ),
    ];
  };
  const since: Check = (groups) => {
    const turn = own[indexOf(groups.y)] ?? Number.NaN;
    const times = /dou|dyblu/.test(groups.verb ?? "") ? 2 : /tre|thre/.test(groups.verb ?? "") ? 3 : 0;
    const isHalf = /halved|haneru/.test(groups.verb ?? "");
    return [
      ...(times === 0 ? [] : is(end > times * turn, `${groups.verb}`)),
      ...(isHalf ? is(2 * end < turn, `${groups.verb}`) : []),
      ...at(groups.a, groups.y),
      ...is(isExtreme(turn, /low|isaf/.test(groups.turn ?? "") ? "low" : "high"), `no ${groups.turn}`),
      ...ways(groups.verb, turn, end),
      ...by(groups.by, turn, end),
      ...(groups.every === undefined ? [] : is(steadily(indexOf(groups.y), last, up(groups.verb)), "not every year")),
    ];
  };
  const except: Check = (groups) => {
    const named = [groups.y, groups.z].flatMap((name) => (name === undefined ? [] : [indexOf(name)]));
    const [there = 0] = named;
    const otherWay =
      groups.back === undefined
        ? []
        : [
            ...at(groups.b, groups.y),
            ...is(
              /rose|gododd/.test(groups.back)
                ? (own[there] ?? Number.NaN) > (own[there - 1] ?? Number.NaN)
                : (own[there] ?? Number.NaN) < (own[there - 1] ?? Number.NaN),
              `${groups.back} in ${groups.y}`,
            ),
          ];
    if (otherWay.length > 0) return otherWay;
    return is(
      isYearly &&
        known !== undefined &&
        named.length * 5 <= last &&
        ways(groups.verb, first, end).length === 0 &&
        known.every((value, index) => {
          const before = known[index - 1] ?? Number.NaN;
          return index === 0 || named.includes(index) !== (up(groups.verb) ? value > before : value < before);
        }),
      `not every year except ${named.map((index) => world.years[index])}`,
    );
  };
  const step: Check = (groups) => {
    const [from, to] = [own[indexOf(groups.y)] ?? Number.NaN, own[indexOf(groups.z)] ?? Number.NaN];
    const part = (to - from) / (end - first);
    return [
      ...at(groups.a, groups.y),
      ...at(groups.b, groups.z),
      ...ways(groups.noun, first, end),
      ...is(indexOf(groups.z) === indexOf(groups.y) + 1, "no neighbours"),
      ...is(part > 0.5 && part <= 1, "no more than half"),
      ...is(
        own.every((value) => value !== null && Math.min(first, end) <= value && value <= Math.max(first, end)),
        "some of it was undone",
      ),
    ];
  };
  const run: Check = (groups) => {
    const from = indexOf(groups.y);
    const steps = own
      .slice(from + 1)
      .map((value, index) => [own[from + index] ?? Number.NaN, value ?? Number.NaN] as const);
    return is(
      isYearly && from >= 0 && steps.length > 0 && steps.every(([a, b]) => (up(groups.verb) ? b > a : b < a)),
      "no run",
    );
  };

  const column = (year: string | undefined) =>
    [...world.cells.values()].flatMap((row) => row[indexOf(year)] ?? []).sort((a, b) => a - b);
  /** Twice the median, to stay with whole numbers. */
  const middle = (year: string | undefined) => {
    const all = column(year);
    const upper = all[Math.floor(all.length / 2)] ?? Number.NaN;
    return all.length % 2 === 1 ? 2 * upper : upper + (all[all.length / 2 - 1] ?? Number.NaN);
  };
  const ordinals = "first second third fourth fifth sixth seventh eighth ninth".split(" ");
  const trefnolion = "cyntaf ail trydydd pedwerydd pumed chweched seithfed wythfed nawfed degfed".split(" ");
  const positionOf = (word: string | undefined) => {
    if (word === undefined) return 1;
    const named = Math.max(ordinals.indexOf(word), trefnolion.indexOf(word));
    return named >= 0 ? named + 1 : Number.parseInt(word, 10);
  };
  const ranked = (year: string | undefined, groups: Readonly<Record<string, string | undefined>>) => {
    const mine = own[indexOf(year)] ?? Number.NaN;
    const all = column(year);
    const isHighest = /highest|uchaf/.test(groups.order ?? "");
    const further = all.filter((value) => (isHighest ? value > mine : value < mine)).length;
    return [
      ...is(further + 1 === positionOf(groups.rank), `rank ${groups.rank} ${groups.order} in ${year}`),
      ...is(all.filter((value) => value === mine).length > 1 === (groups.joint !== undefined), "joint"),
      ...(groups.size === undefined ? [] : is(all.length === Number(groups.size), `of ${groups.size}`)),
    ];
  };
  const saidMedian = (figure: string | undefined, year: string | undefined) =>
    is(
      rounded(middle(year), 2) === units(figure) || Math.abs(middle(year) / 2 - units(figure)) <= 0.5,
      `median ${figure}`,
    );
  const distance = (
    groups: Readonly<Record<string, string | undefined>>,
    year: string | undefined,
  ): readonly string[] => {
    const mine = 2 * (own[indexOf(year)] ?? Number.NaN);
    const median = middle(year);
    const { far, side, by: said, times } = groups;
    return [
      ...saidMedian(groups.median, year),
      ...(side === undefined ? [] : is(/above|uwch/.test(side) ? mine > median : mine < median, `${side} the median`)),
      ...(said === undefined
        ? []
        : isShare
          ? is(
              Math.abs(Math.abs(mine - median) / 2 - Number(/[\d.]+/.exec(said)?.[0]) * unit) <= 0.5,
              `${said} from the median`,
            )
          : is(
              rounded(100 * Math.abs(mine - median), median) === Number(/[\d,]+/.exec(said)?.[0].replaceAll(",", "")),
              `${said} from the median`,
            )),
      ...(times === undefined
        ? []
        : is(rounded(10 * mine, median) === Math.round(Number(times) * 10) && mine >= 2 * median, `${times} times`)),
      ...(/half|hanner/.test(far ?? "") ? is(2 * mine < median, "half") : []),
      ...(/^just|^ychydig/.test(far ?? "") ? is(Math.abs(mine - median) * 20 < median, "near") : []),
      ...(/equal|yr un/.test(far ?? "") ? is(mine === median, "equal") : []),
    ];
  };
  const standing: Check = (groups) => {
    const year = groups.y;
    const all = column(year);
    const mine = own[indexOf(year)] ?? Number.NaN;
    const order = /highest|uchaf/.test(groups.order ?? "");
    const reach = all.filter((value) => (order ? value >= mine : value <= mine)).length;
    return [
      ...is(indexOf(year) === last, `in ${year}`),
      ...ranked(year, groups),
      ...distance(groups, year),
      ...(groups.quarter === undefined ? [] : is(reach * 4 <= all.length, "no quarter")),
      ...(groups.middle === undefined
        ? []
        : is(Math.abs(positionOf(groups.rank) - (all.length + 1) / 2) <= all.length / 10, "not in the middle")),
    ];
  };
  /** From the highest, between the first and the last of those that share the place. */
  const fromTop = (year: string | number | undefined) => {
    const mine = own[indexOf(String(year))] ?? Number.NaN;
    const all = column(String(year));
    return all.filter((value) => value > mine).length + all.filter((value) => value >= mine).length;
  };
  const earlier: Check = (groups) => [
    ...is(indexOf(groups.y) === 0, `in ${groups.y}`),
    ...ranked(groups.y, groups),
    ...is(
      /higher|uwch/.test(groups.upOrDown ?? "") === fromTop(groups.y) < fromTop(world.years[last]),
      `${groups.upOrDown} in ${groups.y}`,
    ),
  ];
  const then: Check = (groups) => [...is(indexOf(groups.y) === 0, `in ${groups.y}`), ...distance(groups, groups.y)];
  const ofMedian: Check = (groups) => {
    const [before, after] = [middle(String(world.years[0])), middle(String(world.years[last]))];
    const [movedMedian, movedOwn] = isShare
      ? [(after - before) / 2, end - first]
      : [(after - before) / before, (end - first) / first];
    const degree = groups.degree ?? "";
    return [
      ...ways(groups.verb, before, after),
      ...is(Math.floor((before + 1) / 2) !== Math.floor((after + 1) / 2), "from one median to the same"),
      ...saidMedian(groups.a, groups.y),
      ...is(indexOf(groups.y) === 0, `median of ${groups.y}`),
      ...(isShare
        ? []
        : is(
            rounded(100 * Math.abs(after - before), before) ===
              Number(/[\d,]+/.exec(groups.by ?? "")?.[0].replaceAll(",", "")),
            `${groups.by} of the median`,
          )),
      ...(/further|fwy/.test(degree)
        ? is(Math.abs(movedMedian) > Math.abs(movedOwn) && movedMedian * movedOwn > 0, "further")
        : []),
      ...(/less|llai/.test(degree)
        ? is(Math.abs(movedMedian) < Math.abs(movedOwn) && movedMedian * movedOwn > 0, "less")
        : []),
      ...(degree === "" ? is(movedMedian * movedOwn <= 0, "the other way") : []),
    ];
  };

  const patterns = (lang === "en" ? english : welsh)(escapeRegExp(area));
  const checks: Readonly<Record<string, Check>> = {
    moved,
    multiple,
    multipleSteady,
    turned,
    steady,
    flat,
    constant,
    shared,
    since,
    step,
    run,
    standing,
    earlier,
    ofMedian,
    except,
    then,
  };
  return text.split(/(?<=\.) (?=\p{Lu})/u).flatMap((sentence) => {
    for (const [name, pattern] of patterns) {
      const found = pattern.exec(sentence);
      if (found) return (checks[name] as Check)(groupsOf(found)).map((fault) => `${fault}: ${sentence}`);
    }
    return [`cannot be read: ${sentence}`];
  });
}

const escapeRegExp = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

const figure = (name: string) => `(?<${name}>−?[\\d,]+(?:\\.\\d+)?%?)`;
const year = (name: string) => `(?<${name}>\\d{4})`;

type Patterns = readonly (readonly [string, RegExp])[];

const enBy = "(?<by>[\\d,.]+(?:%| percentage points?))";
const enRecord = "(?:, the (?<record>lowest|highest) of the (?<count>\\d+) years)?";
const enThan = `(?:(?<same>the same as|much the same as)|(?:${enBy} )?(?<than>higher|lower) than) in (?<y>\\d{4})`;
const enFar = `(?<far>equal to|less than half|(?<times>[\\d.,]+) times|just (?<side>above|below)|(?:${enBy} )?(?<side>above|below)) the median of ${figure("median")}`;
const enRank = "(?<joint>joint )?(?:(?<rank>\\w+) )?(?<order>highest|lowest)";
const enGroup = " of (?<size>\\d+) areas";

const enPace = `(?:; (?:more than (?<part>half|two thirds) of the (?<noun>rise|fall) (?:came between ${year("p")} and ${year("q")}|has come since ${year("since")})|(?:the largest|its steepest) (?<largest>rise|fall) (?:in a year|(?<next>from one figure to the next)), from ${figure("e")} to ${figure("f")}, came between ${year("u")} and ${year("v")}|the largest change (?:in a year|(?<next>from one figure to the next)) was a (?<against>)(?<largest>rise|fall), from ${figure("e")} to ${figure("f")} between ${year("u")} and ${year("v")}))?`;

const enChange = "(?<percent>percentage )?(?<besideNoun>rise|fall)";
const besideSize = "(?<besideSize>\\d+)";
const enBeside = `(?:(?:,| and) (?:while it (?<other>rose|fell) in (?<inSo>\\d+) of|the (?:(?<place>\\w+) )?(?<end>largest|smallest) ${enChange} of|a (?<degree>larger|smaller) ${enChange} than in two thirds of|(?<side>above|below) the median ${enChange} of (?<medianBy>[\\d,.]+(?:%| percentage points?)) among|(?<side>much the same) as the median ${enChange} among) the ${besideSize} areas)?`;

const folds = ["four", "five", "six", "seven", "eight", "nine"];
const enFold = (verb: "rose" | "risen") => `${verb} more than (?:${folds.join("|")})fold`;
const cyFolds = ["phedwar", "phum", "chweph", "seith", "wyth", "naw"];
const cyFold = `cynyddu fwy na (?:phedwarplyg|phumplyg|chwephlyg|seithplyg|wythplyg|nawplyg)`;

/** What a word for a multiple says: more than so many times. */
function timesIn(word = ""): number {
  if (/doubled|dyblu/.test(word)) return 2;
  if (/trebled|threblu/.test(word)) return 3;
  return 4 + [folds, cyFolds].map((all) => all.findIndex((each) => word.includes(each))).find((index) => index >= 0)!;
}

function english(area: string): Patterns {
  const s = `^${area}(?:'s|') figure`;
  const ends = `from ${figure("a")} in ${year("y")} to ${figure("b")} in ${year("z")}`;
  const list: readonly (readonly [string, string])[] = [
    ["moved", `${s} (?<verb>rose|fell)(?: by ${enBy},)? ${ends}${enRecord}${enBeside}${enPace}\\.$`],
    [
      "multiple",
      `${s} (?:more than )?(?<verb>halved|doubled|trebled|${enFold("rose")}), ${ends}${enRecord}${enBeside}${enPace}\\.$`,
    ],
    [
      "multipleSteady",
      `${s} (?:more than )?(?<verb>halved|doubled|trebled|${enFold("rose")}), ${ends}, (?<going>rising|falling) every year${enBeside}${enPace}\\.$`,
    ],
    [
      "turned",
      `${s} (?<verb>rose|fell)(?<everyOut> every year)? from ${figure("a")} in ${year("y")} to a (?:high|low) of ${figure("c")} in ${year("x")}(?: and (?:fell|rose) to a (?:high|low) of ${figure("d")} in ${year("w")}; it was|, then (?:(?:fell|rose)(?<everyBack> every year)?|(?:more than )?(?<times>halved|doubled|trebled|${enFold("rose")})) to) ${figure("b")} in ${year("z")},(?: the (?<record>lowest|highest) of the (?<count>\\d+) years and)? ${enThan}${enBeside}${enPace}\\.$`,
    ],
    [
      "steady",
      `${s} (?<verb>rose|fell) every year from ${year("y")} to ${year("z")}, from ${figure("a")} to ${figure("b")}(?:: by ${enBy} in all)?${enBeside}${enPace}\\.$`,
    ],
    ["constant", `${s} was ${figure("a")} in every year from ${year("y")} to ${year("z")}\\.$`],
    [
      "shared",
      `${s} was ${figure("a")} in ${year("y")}, as in (?<alike>\\d+) of the (?<size>\\d+) areas(?:, the (?<order>highest|lowest))?\\.$`,
    ],
    ["flat", `${s} was ${figure("b")} in ${year("z")}, the same as in ${year("y")}\\.$`],
    ["flat", `${s} changed little, ${ends}\\.$`],
    [
      "since",
      `^It has (?:more than )?(?<verb>risen|fallen|halved|doubled|trebled|${enFold("risen")})(?: by ${enBy})? since its (?<turn>high|low) of ${figure("a")} in ${year("y")}\\.$`,
    ],
    [
      "since",
      `^It has (?<verb>risen|fallen)(?<every> every year) since its (?<turn>high|low) of ${figure("a")} in ${year("y")}(?:, by ${enBy} in all)?\\.$`,
    ],
    [
      "except",
      `^It (?<verb>rose|fell) in every year except ${year("y")}(?: and ${year("z")}|, when it (?<back>rose|fell) to ${figure("b")})?\\.$`,
    ],
    [
      "step",
      `^More than half of that (?<noun>rise|fall) came between ${year("y")} and ${year("z")}, from ${figure("a")} to ${figure("b")}\\.$`,
    ],
    ["run", `^It has (?<verb>risen|fallen) every year since ${year("y")}\\.$`],
    ["standing", `${s} was the ${enRank}${enGroup} in ${year("y")}, ${enFar}\\.$`],
    [
      "standing",
      `${s} was in the (?<quarter>highest|lowest) quarter in ${year("y")}: the ${enRank}${enGroup}, ${enFar}\\.$`,
    ],
    ["standing", `${s} was in the (?<middle>middle) in ${year("y")}: the ${enRank}${enGroup}, ${enFar}\\.$`],
    ["standing", `${s} was ${enFar} in ${year("y")}, the ${enRank}${enGroup}\\.$`],
    ["earlier", `^In ${year("y")} it was (?<upOrDown>higher up|lower down): the ${enRank}\\.$`],
    ["then", `^In ${year("y")} it was ${enFar}\\.$`],
    [
      "ofMedian",
      `^The median (?<verb>rose|fell)(?<degree> further,| less,|) by ${enBy} from ${figure("a")} in ${year("y")}\\.$`,
    ],
  ];
  return list.map(([name, source]) => [name, new RegExp(withUnique(source), "u")]);
}

const cyBy = "(?<by>[\\d,.]+(?:%| b?p?wynt canran))";
const cyRecord = "(?:, y lefel (?<record>isaf|uchaf) yn y cyfnod hwn)?";
const cyThan = `(?:(?<same>yr|tua'r) un fath ag|(?:${cyBy} )?yn (?<than>uwch|is) nag) yn (?<y>\\d{4})`;
const cyFar =
  `(?<far>yr un fath â'r|yn llai na hanner y|(?<times>[\\d.,]+) gwaith y|ychydig yn (?<side>uwch|is) na'r|(?:${cyBy} )?yn (?<side>uwch|is) na'r) canrif, ${figure("median")}`.replace(
    "canrif",
    "canolrif",
  );
const cyRank =
  "(?:[Rr]hif (?<rank>\\d+) o'r|[Yy]r? (?:(?<rank>\\p{L}+) )?ffigur) (?<order>uchaf|isaf)(?<joint> \\(cydradd\\))?";
const cyGroup = ",? o blith (?<size>\\d+) o ardaloedd";

const cyPace = `(?:; (?:(?:daeth|mae) mwy na (?<part>hanner y|dwy ran o dair o'r) (?<noun>cynnydd|gostyngiad) (?:erbyn ${year("q")}|wedi dod ers ${year("since")})|y (?<largest>cynnydd|gostyngiad) mwyaf(?<next> o un ffigur i'r nesaf)? oedd hwnnw o ${figure("e")} yn ${year("u")} i ${figure("f")} yn ${year("v")}|y newid mwyaf(?<next> o un ffigur i'r nesaf)? oedd y (?<against>)(?<largest>cynnydd|gostyngiad) o ${figure("e")} yn ${year("u")} i ${figure("f")} yn ${year("v")}))?`;

const cyChange = "(?<besideNoun>cynnydd|gostyngiad)(?<percent> canrannol)?";
const cyBeside = `(?:, (?:tra (?<other>cododd|gostyngodd) mewn (?<inSo>\\d+) o'r ${besideSize}|y ${cyChange} (?<end>mwyaf|lleiaf) o blith ${besideSize}|rhif (?<place>\\d+) o'r (?:cynyddiadau|gostyngiadau)(?<percent> canrannol)? (?<end>mwyaf|lleiaf) o blith ${besideSize}|${cyChange} (?<degree>mwy|llai) nag mewn dwy ran o dair o'r ${besideSize}|(?<side>mwy|llai) na'r ${cyChange} canolrifol ar gyfer ${besideSize}|(?<side>tua'r un fath) â'r ${cyChange} canolrifol ar gyfer ${besideSize}) o ardaloedd(?:, (?<medianBy>[\\d,.]+(?:%| b?p?wynt canran)))?)?`;

function welsh(area: string): Patterns {
  const s = `ffigur ${area}`;
  const ends = `o ${figure("a")} yn ${year("y")} i ${figure("b")} yn ${year("z")}`;
  const verb = "^(?<verb>Cododd|Gostyngodd)";
  const list: readonly (readonly [string, string])[] = [
    ["moved", `${verb} ${s}(?: ${cyBy},)? ${ends}${cyRecord}${cyBeside}${cyPace}\\.$`],
    [
      "multiple",
      `^Mae ${s} wedi (?:mwy na )?(?<verb>haneru|dyblu|threblu|${cyFold}) ers ${year("y")}, o ${figure("a")} i ${figure("b")} yn ${year("z")}${cyRecord}${cyBeside}${cyPace}\\.$`,
    ],
    [
      "multipleSteady",
      `^Mae ${s} wedi (?:mwy na )?(?<verb>haneru|dyblu|threblu|${cyFold}) ers ${year("y")}, o ${figure("a")} i ${figure("b")} yn ${year("z")}, gan (?<going>godi|ostwng) bob blwyddyn${cyBeside}${cyPace}\\.$`,
    ],
    [
      "turned",
      `${verb} ${s}(?<everyOut> bob blwyddyn)? o ${figure("a")} yn ${year("y")} i (?:uchaf|isaf)bwynt o ${figure("c")} yn ${year("x")}, ac yna (?:(?:gostwng|codi)(?<everyBack> bob blwyddyn)?|(?:mwy na )?(?<times>haneru|dyblu|threblu|${cyFold})) i (?:(?:uchaf|isaf)bwynt o ${figure("d")} yn ${year("w")}; ${figure("b")} oedd y ffigur yn ${year("z")}|${figure("b")} yn ${year("z")})${cyRecord}, ${cyThan}${cyBeside}${cyPace}\\.$`,
    ],
    ["steady", `${verb} ${s} bob blwyddyn, ${ends}(?:: ${cyBy} i gyd)?${cyBeside}${cyPace}\\.$`],
    ["constant", `^${figure("a")} oedd ${s} bob blwyddyn o ${year("y")} i ${year("z")}\\.$`],
    [
      "shared",
      `^${figure("a")} oedd ${s} yn ${year("y")}, fel mewn (?<alike>\\d+) o'r (?<size>\\d+) o ardaloedd(?:, y ffigur (?<order>uchaf|isaf))?\\.$`,
    ],
    ["flat", `^${figure("b")} oedd ${s} yn ${year("z")}, yr un fath ag yn ${year("y")}\\.$`],
    ["flat", `^Ni newidiodd ${s} fawr ddim: ${figure("a")} yn ${year("y")}, ${figure("b")} yn ${year("z")}\\.$`],
    [
      "since",
      `^Mae wedi (?:mwy na )?(?<verb>codi|gostwng|haneru|dyblu|threblu)(?: ${cyBy})? ers y lefel (?<turn>uchaf|isaf), sef ${figure("a")} yn ${year("y")}\\.$`,
    ],
    [
      "since",
      `^Mae wedi (?<verb>codi|gostwng)(?<every> bob blwyddyn) ers y lefel (?<turn>uchaf|isaf), sef ${figure("a")} yn ${year("y")}(?:: ${cyBy} i gyd)?\\.$`,
    ],
    [
      "except",
      `^Mae wedi (?<verb>codi|gostwng) bob blwyddyn ac eithrio yn ${year("y")}(?: ac yn ${year("z")}|, pan (?<back>gododd|ostyngodd) i ${figure("b")})?\\.$`,
    ],
    [
      "step",
      `^Mae'r newid o ${figure("a")} yn ${year("y")} i ${figure("b")} yn ${year("z")} yn fwy na hanner y (?<noun>cynnydd|gostyngiad) hwnnw\\.$`,
    ],
    ["run", `^Mae wedi (?<verb>codi|gostwng) bob blwyddyn ers ${year("y")}\\.$`],
    ["standing", `^${cyRank}${cyGroup} oedd ${s} yn ${year("y")}, ${cyFar}\\.$`],
    ["standing", `^Roedd ${s} yn y chwarter (?<quarter>uchaf|isaf) yn ${year("y")}: ${cyRank}${cyGroup}, ${cyFar}\\.$`],
    ["standing", `^Roedd ${s} yn y (?<middle>canol) yn ${year("y")}: ${cyRank}${cyGroup}, ${cyFar}\\.$`],
    ["standing", `^Roedd ${s} ${cyFar}, yn ${year("y")}: ${cyRank}${cyGroup}\\.$`],
    ["earlier", `^Yn ${year("y")}, roedd yn (?<upOrDown>uwch|is) yn y rhestr: ${cyRank}\\.$`],
    ["then", `^Yn ${year("y")}, roedd ${cyFar}\\.$`],
    [
      "ofMedian",
      `^(?<verb>Cododd|Gostyngodd) y canolrif(?<degree> yn fwy,| yn llai,|) ${cyBy}, o ${figure("a")} yn ${year("y")}\\.$`,
    ],
  ];
  return list.map(([name, source]) => [name, new RegExp(withUnique(source), "u")]);
}

/** A group may have one name in several alternatives, which Node.js 20 does not read: each gets a number of its own. */
function withUnique(source: string): string {
  return source.replaceAll(/\(\?<(\w+)>/g, (_, name: string, at: number) => `(?<${name}__${at}>`);
}

function groupsOf(found: RegExpExecArray): Readonly<Record<string, string | undefined>> {
  const named = Object.entries(found.groups ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named.map(([name, value]) => [name.replace(/__\d+$/, ""), value]));
}
