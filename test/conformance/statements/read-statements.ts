import { figurePattern as F, type Printed, readPrinted } from "./printed-figures.ts";

/** A figure and what holds it: `Kent and Essex, about 12 each`. */
export interface Held {
  readonly names: string;
  readonly figure: Printed;
  readonly isAbout: boolean;
  readonly isEach: boolean;
  /** The ends of its interval. */
  readonly ends?: readonly [Printed, Printed] | undefined;
  /** What it is compared with: `Target`, and its figure. */
  readonly other?: readonly [string, Printed] | undefined;
}

/** `12 in 2014`. */
export interface At {
  readonly figure: Printed | undefined;
  readonly names: string;
}

/** What one sentence says. `of` is the small chart, the line or the series that it begins with. */
export type Statement =
  | { readonly kind: "more" | "moreLines" | "points" | "rows" | "spread"; readonly of: string; readonly count: number }
  | { readonly kind: "panels"; readonly count: number; readonly title: string | undefined }
  | { readonly kind: "noData" | "medians" | "atZero"; readonly of: string }
  | {
      readonly kind: "gaps";
      readonly all: readonly {
        readonly count: number;
        readonly state: "suppressed" | "missing" | "conflict";
        readonly names: string | undefined;
      }[];
    }
  | MovesStatement
  | { readonly kind: "largest"; readonly of: string; readonly sign: 1 | -1; readonly moves: readonly Move[] }
  | { readonly kind: "largestPart"; readonly parts: readonly { readonly at: string; readonly names: string }[] }
  | { readonly kind: "turns"; readonly of: string; readonly points: readonly At[] }
  | LineStatement
  | {
      readonly kind: "extremes";
      readonly of: string;
      readonly shown: number | undefined;
      readonly highest: Held | undefined;
      readonly lowest: Held | undefined;
    }
  | {
      readonly kind: "same";
      readonly of: string;
      readonly count: number;
      readonly figure: Printed;
      readonly isAbout: boolean;
    }
  | { readonly kind: "several"; readonly of: string; readonly points: readonly At[] }
  | { readonly kind: "highlighted"; readonly held: Held; readonly rank: Rank | undefined }
  | { readonly kind: "highlightedGap"; readonly name: string; readonly state: string }
  | {
      readonly kind: "against";
      readonly title: string;
      readonly counts: readonly [number, number, number];
      readonly isAbout: boolean;
    }
  | { readonly kind: "span"; readonly title: string; readonly ends: readonly [Printed, Printed] }
  | { readonly kind: "held"; readonly of: string; readonly held: Held }
  | { readonly kind: "times"; readonly of: string; readonly names: string; readonly ends: readonly [string, string] }
  | { readonly kind: "places"; readonly of: string; readonly points: readonly At[] }
  | { readonly kind: "leaders"; readonly all: readonly { readonly at: string; readonly names: string }[] }
  | {
      readonly kind: "annotation";
      readonly label: string;
      readonly figure: Printed | undefined;
      readonly places: string | undefined;
    }
  | { readonly kind: "outside"; readonly side: "above" | "below"; readonly names: string }
  | { readonly kind: "between"; readonly count: number }
  | {
      readonly kind: "limits";
      readonly name: string;
      readonly figure: Printed;
      readonly side: "above" | "below" | "between";
      readonly ends: readonly [Printed, Printed];
    }
  | { readonly kind: "unread" };

interface Move {
  readonly name: string;
  readonly from: Printed;
  readonly to: Printed;
}

export interface MovesStatement {
  readonly kind: "moves" | "pairs";
  readonly of: string;
  readonly from: string;
  readonly to: string;
  /** Up, down and level. */
  readonly counts: readonly [number, number, number];
  readonly shown: number | undefined;
  readonly isAbout: boolean;
}

export interface LineStatement {
  readonly kind: "line";
  readonly of: string;
  readonly first: At;
  readonly last: At | undefined;
  readonly way: "rising" | "falling" | "same" | "about the same" | undefined;
  readonly highest: At | undefined;
  readonly lowest: At | undefined;
}

interface Rank {
  readonly position: number;
  readonly order: "highest" | "lowest";
  readonly isJoint: boolean;
  readonly of: number;
}

const count = (text: string | undefined): number => Number((text ?? "0").replaceAll(",", ""));
const figure = (text: string | undefined): Printed => readPrinted(text) as Printed;
const C = "[\\d,]+";

/** `Kent, 12`, with what stands beside it. */
function readHeld(text: string): Held | undefined {
  const groups = new RegExp(
    `^(?:(?<names>.*), )?(?<about>about )?(?<figure>${F})(?:, from (?<low>${F}) to (?<high>${F})| \\((?<low2>${F}) to (?<high2>${F})\\)| \\((?<title>.*): (?<other>${F})\\))?(?<each> each)?$`,
    "s",
  ).exec(text)?.groups;
  if (!groups) return undefined;
  const low = groups.low ?? groups.low2;
  return {
    names: groups.names ?? "",
    figure: figure(groups.figure),
    isAbout: groups.about !== undefined,
    isEach: groups.each !== undefined,
    ends: low === undefined ? undefined : [figure(low), figure(groups.high ?? groups.high2)],
    other: groups.other === undefined ? undefined : [groups.title ?? "", figure(groups.other)],
  };
}

const at = (name: string): string => `(?<${name}F>${F})(?: \\([^()]*\\))? (?:in|on) (?<${name}N>.*?)`;
const readAt = (groups: Record<string, string | undefined>, name: string): At | undefined =>
  groups[`${name}N`] === undefined
    ? undefined
    : { figure: readPrinted(groups[`${name}F`]), names: groups[`${name}N`] ?? "" };

type Read = (groups: Record<string, string | undefined>) => Statement | undefined;

const counted =
  (kind: "more" | "moreLines" | "points" | "rows" | "spread"): Read =>
  ({ n }) => ({ kind, of: "", count: count(n) });

/** What a sentence may say, the surest form first. */
const forms: readonly (readonly [form: string, read: Read])[] = [
  [`And (?<n>${C}) more`, counted("more")],
  [`(?<n>${C}) more lines? for comparison`, counted("moreLines")],
  [`No data`, () => ({ kind: "noData", of: "" })],
  [
    `(?<n>${C}) small charts?(?:, one for each (?<title>.*))?`,
    ({ n, title }) => ({ kind: "panels", count: count(n), title }),
  ],
  [`(?<n>${C}) rows? of data`, counted("rows")],
  [`Shows how (?<n>${C}) rows? of data (?:is|are) spread`, counted("spread")],
  [`(?<n>${C}) points?`, counted("points")],
  ["Medians, each with the range that holds the middle half", () => ({ kind: "medians", of: "" })],
  ["What is missing is drawn as 0", () => ({ kind: "atZero", of: "" })],
  [
    `(?:(?<n>${C}) (?:values?|areas?) (?:(?:is|are) suppressed|(?:has|have) a suppressed figure)(?:: (?<names>.*?))?(?:; | and |$))?(?:(?<m>${C}) (?:(?:values?|areas?) )?(?:(?:is|are) missing|(?:has|have) no figure)(?:: (?<mNames>.*))?)?`,
    ({ n, names, m, mNames }) => {
      const all = [
        ...(n === undefined ? [] : [{ count: count(n), state: "suppressed" as const, names }]),
        ...(m === undefined ? [] : [{ count: count(m), state: "missing" as const, names: mNames }]),
      ];
      return all.length === 0 ? undefined : { kind: "gaps", all };
    },
  ],
  [
    `For (?<n>${C}) (?:values?|areas?), publications disagree(?:: (?<names>.*))?`,
    ({ n, names }) => ({ kind: "gaps", all: [{ count: count(n), state: "conflict", names }] }),
  ],
  [
    `(?<from>.*?) to (?<to>.*?)(?:, of the (?<shown>${C}) with both figures shown)?: (?:(?<up>${C}) rose)?(?:, | and )?(?:(?<down>${C}) fell)?(?:, | and )?(?:(?<flat>${C}) stayed (?<about>about )?the same)?`,
    (groups) => movesFrom("moves", groups),
  ],
  [
    `(?:[Oo]f the (?<shown>${C}) with both figures shown: )?[Hh]igher for (?<to>.*): (?<up>${C}); higher for (?<from>.*): (?<down>${C}); (?<about>about )?the same: (?<flat>${C})`,
    (groups) => movesFrom("pairs", groups),
  ],
  [
    `Largest (?<way>rise|fall)s?(?: of those shown)?: (?<all>.*)`,
    ({ way, all = "" }) => {
      const moves = all.split("; ").flatMap((text) => {
        const groups = new RegExp(`^(?<name>.*), from (?<from>${F}) to (?<to>${F})$`).exec(text)?.groups;
        return groups ? [{ name: groups.name ?? "", from: figure(groups.from), to: figure(groups.to) }] : [];
      });
      return { kind: "largest", of: "", sign: way === "rise" ? 1 : -1, moves };
    },
  ],
  [
    "Largest part in (?<a>.*) and in (?<b>.*?): (?<names>.*)",
    ({ a = "", b = "", names = "" }) => ({ kind: "largestPart", parts: [a, b].map((when) => ({ at: when, names })) }),
  ],
  [
    "Largest part (?:of those shown )?in (?<a>.*?): (?<aNames>.*?); (?:of those shown )?in (?<b>.*?): (?<bNames>.*?)",
    ({ a = "", aNames = "", b = "", bNames = "" }) => ({
      kind: "largestPart",
      parts: [
        { at: a, names: aNames },
        { at: b, names: bNames },
      ],
    }),
  ],
  [
    `(?:(?<of>.*), )?[Tt]urning points: (?<all>.*)`,
    ({ of: whose = "", all = "" }) => ({
      kind: "turns",
      of: whose,
      points: [...all.matchAll(new RegExp(`${at("p")}(?=, ${F}(?: \\([^()]*\\))? (?:in|on) |$)`, "g"))].flatMap(
        ({ groups = {} }) => readAt(groups, "p") ?? [],
      ),
    }),
  ],
  [
    `${at("first")}, (?:(?<way>rising|falling) to ${at("last")}|and (?<same>(?:about )?the same) (?:in|on) (?<sameN>.*?))(?:; (?:of those shown, )?(?:highest ${at("high")})?(?:(?:, )?lowest ${at("low")})?)?`,
    (groups) => ({
      kind: "line",
      of: "",
      first: readAt(groups, "first") as At,
      last: readAt(groups, "last") ?? { figure: undefined, names: groups.sameN ?? "" },
      way: (groups.way ?? groups.same) as LineStatement["way"],
      highest: readAt(groups, "high"),
      lowest: readAt(groups, "low"),
    }),
  ],
  [
    `(?:[Oo]f the (?<shown>${C}) shown, |[Oo]f these, )?(?:[Hh]ighest (?<high>.*?))?(?:; )?(?:[Ll]owest (?<low>.*))?`,
    ({ shown, high, low }) => {
      const [highest, lowest] = [high, low].map((text) => (text === undefined ? undefined : readHeld(text)));
      const isRead = (high === undefined || highest) && (low === undefined || lowest) && (high ?? low);
      const told = { of: "", shown: shown === undefined ? undefined : count(shown), highest, lowest };
      return isRead ? { kind: "extremes", ...told } : undefined;
    },
  ],
  [
    `(?:[Bb]oth|[Aa]ll (?<n>${C}))(?: shown)? are (?<about>about )?(?<figure>${F})`,
    ({ n, about, figure: text }) => ({
      kind: "same",
      of: "",
      count: n === undefined ? 2 : count(n),
      figure: figure(text),
      isAbout: about !== undefined,
    }),
  ],
  [
    `(?:Highlighted: )?(?:(?<of>.*?), )?(?<all>${F} \\([^:]*?\\)(?:(?:, | and )${F} \\([^:]*?\\))*)`,
    ({ of: whose = "", all = "" }) => ({
      kind: "several",
      of: whose,
      points: [...all.matchAll(new RegExp(`(${F}) \\(([^:]*?)\\)(?=, ${F}| and ${F}|$)`, "g"))].map(
        ([, own, names = ""]) => ({ figure: figure(own), names }),
      ),
    }),
  ],
  [
    "Highlighted: (?:(?<name>.*), )?(?<state>suppressed|missing|publications disagree)",
    ({ name = "", state = "" }) => ({ kind: "highlightedGap", name, state }),
  ],
  [
    `Highlighted: (?<held>.*?)(?:, (?<joint>joint )?(?:(?<position>\\d+)(?:st|nd|rd|th) )?(?<order>highest|lowest) of (?:the )?(?<all>${C})(?: shown)?)?`,
    ({ held = "", joint, position, order, all }) => {
      const own = readHeld(held);
      const rank =
        order === undefined
          ? undefined
          : {
              position: Number(position ?? 1),
              order: order as Rank["order"],
              isJoint: joint !== undefined,
              of: count(all),
            };
      return own && { kind: "highlighted", held: own, rank };
    },
  ],
  [
    `Compared with (?<title>.*): (?:(?<up>${C}) higher)?(?:, )?(?:(?<down>${C}) lower)?(?:, )?(?:(?<flat>${C}) (?<about>about )?the same)?`,
    ({ title = "", up, down, flat, about }) => ({
      kind: "against",
      title,
      counts: [count(up), count(down), count(flat)],
      isAbout: about !== undefined,
    }),
  ],
  [
    "(?:(?<names>.*), )?from (?<from>.*\\D.*) to (?<to>.*)",
    ({ names = "", from = "", to = "" }) => ({ kind: "times", of: "", names, ends: [from, to] }),
  ],
  [
    `(?<first>\\d+)(?:st|nd|rd|th) in (?<a>.*?)(?:(?:, (?<last>\\d+)(?:st|nd|rd|th) in| and in) (?<b>.*))?`,
    ({ first, a = "", last = first, b }) => ({
      kind: "places",
      of: "",
      points: [{ figure: figure(first), names: a }, ...(b === undefined ? [] : [{ figure: figure(last), names: b }])],
    }),
  ],
  [
    "First in (?<a>.*?) and in (?<b>.*?): (?<names>.*)",
    ({ a = "", b = "", names = "" }) => ({ kind: "leaders", all: [a, b].map((at) => ({ at, names })) }),
  ],
  [
    "First in (?<a>.*?): (?<aNames>.*?)(?:; in (?<b>.*?): (?<bNames>.*))?",
    ({ a = "", aNames = "", b, bNames = "" }) => ({
      kind: "leaders",
      all: [{ at: a, names: aNames }, ...(b === undefined ? [] : [{ at: b, names: bNames }])],
    }),
  ],
  [`(?:Line across|Target line): (?<label>.*), (?<figure>${F})`, readAnnotation],
  [`(?<label>.*): (?<figure>${F})`, readAnnotation],
  ["Shaded, (?<places>.*?): (?<label>.*)", readAnnotation],
  ["Break before (?<places>.*?): (?<label>.*)", readAnnotation],
  ["Note at (?<places>.*?): (?<label>.*)", readAnnotation],
  ["Band around the figures: (?<label>.*)", readAnnotation],
  [
    "(?<side>Above the control limits|Below them): (?<names>.*)",
    ({ side = "", names = "" }) => ({ kind: "outside", side: side === "Below them" ? "below" : "above", names }),
  ],
  [`Between them: (?<n>${C})`, ({ n }) => ({ kind: "between", count: count(n) })],
  [
    `Highlighted: (?<name>.*), (?<figure>${F}), (?<side>above|below|between) the control limits of (?<low>${F}) to (?<high>${F})`,
    ({ name = "", figure: own, side, low, high }) => ({
      kind: "limits",
      name,
      figure: figure(own),
      side: side as "above" | "below" | "between",
      ends: [figure(low), figure(high)],
    }),
  ],
  [
    `(?:(?<title>.*[^,]) )?from (?<low>${F}) to (?<high>${F})`,
    ({ title = "", low, high }) => ({ kind: "span", title, ends: [figure(low), figure(high)] }),
  ],
  [
    `(?:(?<title>.*), )?from (?<low>${F}) to (?<high>${F})`,
    ({ title = "", low, high }) => ({ kind: "span", title, ends: [figure(low), figure(high)] }),
  ],
  [
    `${at("first")}`,
    (groups) => ({
      kind: "line",
      of: "",
      first: readAt(groups, "first") as At,
      last: undefined,
      way: undefined,
      highest: undefined,
      lowest: undefined,
    }),
  ],
  [
    `(?<held>.*)`,
    ({ held = "" }) => {
      const own = readHeld(held);
      return own && { kind: "held", of: "", held: own };
    },
  ],
];

function readAnnotation({ label = "", figure: own, places }: Record<string, string | undefined>): Statement {
  return { kind: "annotation", label, figure: readPrinted(own), places };
}

function movesFrom(kind: "moves" | "pairs", groups: Record<string, string | undefined>): Statement | undefined {
  const { from = "", to = "", up, down, flat, shown, about } = groups;
  if ((up ?? down ?? flat) === undefined) return undefined;
  return {
    kind,
    of: "",
    from,
    to,
    counts: [count(up), count(down), count(flat)],
    shown: shown === undefined ? undefined : count(shown),
    isAbout: about !== undefined,
  };
}

const compiled = forms.map(([form, make]) => ({ pattern: new RegExp(`^${form}$`, "s"), make }));

/**
 * All that a sentence may say: names may hold what sentences are made with, so that some can be read in two ways. What stands before a colon may
 * be the small chart or the series that the rest is of.
 */
export function readStatements(sentence: string): readonly Statement[] {
  const text = sentence.replace(/\.$/, "");
  const read = readWhole(text);
  for (let at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) {
    const of = text.slice(0, at);
    for (const statement of readWhole(text.slice(at + 2)))
      if ("of" in statement) read.push({ ...statement, of: [of, statement.of].filter(Boolean).join(", ") });
  }
  return read.length > 0 ? read : [{ kind: "unread" }];
}

function readWhole(text: string): Statement[] {
  return compiled.flatMap(({ pattern, make }) => {
    const found = pattern.exec(text);
    return (found && make(found.groups ?? {})) ?? [];
  });
}
