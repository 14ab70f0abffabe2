import { figurePattern as F, type Printed, readPrinted } from "./printed-figures.ts";
import type { At, GapsStatement, Held, LargestStatement, MovesStatement, Statement } from "./statement.ts";

export type ReadGroups = Record<string, string | undefined>;

/** A regular expression of a whole sentence without its stop, and what it says. */
export type Form = readonly [form: string, read: (groups: ReadGroups) => Statement | undefined];

/** What an opening is of: titles, empty of what has none. */
interface Subject {
  readonly value: string;
  readonly across: string;
  readonly apart: string;
}

/** What an opening says last: how many there are, from what to what, of what period. */
export interface Extent {
  readonly count: number | undefined;
  readonly ends: readonly [from: string, to: string] | undefined;
  readonly period: string | undefined;
}

/** How a language describes charts. */
export interface Grammar {
  /** Kinds of charts, and what they are called in English. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly forms: readonly Form[];
  readonly subject: (of: Subject, isOfPoints: boolean) => string;
  /** All that the end of an opening may say. */
  readonly extents: (rest: string) => readonly Extent[];
  /** What stands between the titles of an opening. */
  readonly between: RegExp;
}

/** None of a text that says none of it. */
export function extentsOf({ n, from, to, period }: ReadGroups): readonly Extent[] {
  const ends = from === undefined || to === undefined ? undefined : ([from, to] as const);
  const isNone = n === undefined && ends === undefined && period === undefined;
  return isNone ? [] : [{ count: n === undefined ? undefined : readCount(n), ends, period }];
}

export const countPattern = "[\\d,]+";
export const readCount = (text: string | undefined): number => Number((text ?? "0").replaceAll(",", ""));
export const readFigure = (text: string | undefined): Printed => readPrinted(text) as Printed;

export const gapsOf = (all: GapsStatement["all"]): GapsStatement | undefined =>
  all.length === 0 ? undefined : { kind: "gaps", all };

export function readMoves(kind: "moves" | "pairs", groups: ReadGroups, isAbout: boolean): MovesStatement | undefined {
  const { from = "", to = "", up, down, flat, shown } = groups;
  if ((up ?? down ?? flat) === undefined) return undefined;
  return {
    kind,
    of: "",
    from,
    to,
    counts: [readCount(up), readCount(down), readCount(flat)],
    shown: shown === undefined ? undefined : readCount(shown),
    isAbout,
  };
}

/** How a language writes `Kent, about 12, from 10 to 14 each`. */
interface HeldWords {
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly each: string;
}

/** A name with its figure, and with what stands beside it. */
export function heldReader({ about, from, to, each }: HeldWords): (text: string) => Held | undefined {
  const form = new RegExp(
    `^(?:(?<names>.*), )?(?<about>${about} )?(?<figure>${F})(?:, ${from} (?<low>${F}) ${to} (?<high>${F})| \\((?<low2>${F}) ${to} (?<high2>${F})\\)| \\((?<title>.*): (?<other>${F})\\))?(?<each> ${each})?$`,
    "s",
  );
  return (text) => {
    const groups = form.exec(text)?.groups;
    if (!groups) return undefined;
    const low = groups.low ?? groups.low2;
    return {
      names: groups.names ?? "",
      figure: readFigure(groups.figure),
      isAbout: groups.about !== undefined,
      isEach: groups.each !== undefined,
      ends: low === undefined ? undefined : [readFigure(low), readFigure(groups.high ?? groups.high2)],
      other: groups.other === undefined ? undefined : [groups.title ?? "", readFigure(groups.other)],
    };
  };
}

/** A figure and where it stands, of the groups `firstF` and `firstN` where the name is `first`. */
export const readAt = (groups: ReadGroups, name: string): At | undefined =>
  groups[`${name}N`] === undefined
    ? undefined
    : { figure: readPrinted(groups[`${name}F`]), names: groups[`${name}N`] ?? "" };

export const counted =
  (kind: "more" | "moreLines" | "alikeCharts" | "points" | "rows" | "spread" | "areasNotInData") =>
  ({ n }: ReadGroups): Statement => ({ kind, of: "", count: readCount(n) });

/** Moves, each a name with its figures or alone. */
export const readEach = (all: string, move: RegExp): LargestStatement["moves"] =>
  all.split("; ").map((text) => {
    const { name = text, from, to } = move.exec(text)?.groups ?? {};
    return { name, from: readPrinted(from), to: readPrinted(to) };
  });

type Reader = (sentence: string) => readonly Statement[];

const readers = new WeakMap<Grammar, Reader>();

/**
 * All that a sentence may say: names may hold what sentences are made with, so that some can be read in two ways. What stands before a colon may
 * be the small chart or the series that the rest is of.
 */
export function readStatements(sentence: string, grammar: Grammar): readonly Statement[] {
  const reader = readers.get(grammar) ?? createReader(grammar);
  readers.set(grammar, reader);
  return reader(sentence);
}

function createReader({ forms }: Grammar): Reader {
  const compiled = forms.map(([form, make]) => ({ pattern: new RegExp(`^${form}$`, "s"), make }));
  const readWhole = (text: string): Statement[] =>
    compiled.flatMap(({ pattern, make }) => {
      const found = pattern.exec(text);
      return (found && make(found.groups ?? {})) ?? [];
    });
  return (sentence) => {
    const text = sentence.replace(/\.$/, "");
    const read = readWhole(text);
    for (let at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) {
      const of = text.slice(0, at);
      for (const statement of readWhole(text.slice(at + 2)))
        if ("of" in statement) read.push({ ...statement, of: [of, statement.of].filter(Boolean).join(", ") });
    }
    return read.length > 0 ? read : [{ kind: "unread" }];
  };
}
