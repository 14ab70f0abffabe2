import {
  countPattern as C,
  readCount as count,
  counted,
  extentsOf,
  type Form,
  readFigure as figure,
  type Grammar,
  gapsOf,
  heldReader,
  type ReadGroups,
  readAt,
  readEach,
  readMoves,
} from "./grammar.ts";
import { figurePattern as F, readPrinted } from "./printed-figures.ts";
import type { At, LineStatement, Rank, Statement } from "./statement.ts";

/** `Kent, 12`, with what stands beside it. */
const readHeld = heldReader({ about: "about", from: "from", to: "to", each: "each" });

const at = (name: string): string => `(?<${name}F>${F})(?: \\([^()]*\\))? (?:in|on) (?<${name}N>.*?)`;

const gap = "suppressed|missing|publications disagree";

/** What a sentence may say, the surest form first. */
const forms: readonly Form[] = [
  [`And (?<n>${C}) more`, counted("more")],
  [`(?<n>${C}) more charts? says? the same`, counted("alikeCharts")],
  [`(?<n>${C}) more lines? for comparison`, counted("moreLines")],
  [`Areas of the map that are not in the data: (?<n>${C})`, counted("areasNotInData")],
  [`No data`, () => ({ kind: "noData", of: "" })],
  [
    `(?<n>${C}) small charts?(?:, one for each (?<title>.*))?`,
    ({ n, title }) => ({ kind: "panels", count: count(n), title }),
  ],
  [`(?<n>${C}) rows? of data`, counted("rows")],
  [`Shows how (?<n>${C}) rows? of data (?:is|are) spread`, counted("spread")],
  [`(?<n>${C}) points?`, counted("points")],
  ["Medians, each with the range that holds the middle half", () => ({ kind: "medians", of: "" })],
  ["Interval: (?<n>[\\d.]+)% confidence interval", ({ n }) => ({ kind: "intervals", percent: Number(n) })],
  ["What is missing is drawn as 0", () => ({ kind: "atZero", of: "" })],
  [
    `(?:(?<n>${C}) (?:values?|areas?) (?:(?:is|are) suppressed|(?:has|have) a suppressed figure)(?:: (?<names>.*?))?(?:; | and |$))?(?:(?<m>${C}) (?:(?:values?|areas?) )?(?:(?:is|are) missing|(?:has|have) no figure)(?:: (?<mNames>.*))?)?`,
    ({ n, names, m, mNames }) => {
      const all = [
        ...(n === undefined ? [] : [{ count: count(n), state: "suppressed" as const, names }]),
        ...(m === undefined ? [] : [{ count: count(m), state: "missing" as const, names: mNames }]),
      ];
      return gapsOf(all);
    },
  ],
  [
    `For (?<n>${C}) (?:values?|areas?), publications disagree(?:: (?<names>.*))?`,
    ({ n, names }) => gapsOf([{ count: count(n), state: "conflict", names }]),
  ],
  [
    `(?<from>.*?) to (?<to>.*?)(?:, of the (?<shown>${C}) with both figures shown)?: (?:(?<up>${C}) rose)?(?:, | and )?(?:(?<down>${C}) fell)?(?:, | and )?(?:(?<flat>${C}) stayed (?<about>about )?the same)?`,
    (groups) => readMoves("moves", groups, groups.about !== undefined),
  ],
  [
    `(?:[Oo]f the (?<shown>${C}) with both figures shown: )?[Hh]igher for (?<to>.*): (?<up>${C}); higher for (?<from>.*): (?<down>${C}); (?<about>about )?the same: (?<flat>${C})`,
    (groups) => readMoves("pairs", groups, groups.about !== undefined),
  ],
  [
    "(?<most>Largest|The only) (?<way>rise|fall)s?(?: of those shown,?)?(?: in (?<points>percentage points)| in (?<unit>.*?)| (?<per>per .*?))?: (?<all>.*)",
    ({ most, way, points, unit, per, all = "" }) => ({
      kind: "largest",
      of: "",
      sign: way === "rise" ? 1 : -1,
      isOnly: most === "The only",
      unit: points === undefined ? (unit ?? per) : "%",
      moves: readEach(all, new RegExp(`^(?<name>.*), from (?<from>${F}) to (?<to>${F})$`)),
    }),
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
    `${at("first")}, (?:(?<way>rising|falling) to ${at("last")}|and (?<same>(?:about )?the same) (?:in|on) (?<sameN>.*?))(?:; (?:of those shown, )?(?:highest (?:about )?${at("high")})?(?:(?:, )?lowest (?:about )?${at("low")})?)?`,
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
    `(?:Highlighted: )?(?:(?<of>.*?), )?(?<all>(?:${F}|${gap}) \\([^:]*?\\)(?:(?:, | and )(?:${F}|${gap}) \\([^:]*?\\))*)`,
    ({ of: whose = "", all = "" }) => ({
      kind: "several",
      of: whose,
      points: [
        ...all.matchAll(new RegExp(`(${F}|${gap}) \\(([^:]*?)\\)(?=, (?:${F}|${gap})| and (?:${F}|${gap})|$)`, "g")),
      ].map(([, own, names = ""]) => ({ figure: readPrinted(own), names, gap: own })),
    }),
  ],
  [
    `Highlighted: (?:(?<name>.*), )?(?<state>${gap})`,
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
    "(?<side>Above the (?:95|99\\.8)% control limits|Below them): (?<names>.*)",
    ({ side = "", names = "" }) => ({ kind: "outside", side: side === "Below them" ? "below" : "above", names }),
  ],
  [
    `Outside the 95% limits alone: (?<above>${C}) above, (?<below>${C}) below`,
    ({ above, below }) => ({ kind: "innerAlone", above: count(above), below: count(below) }),
  ],
  [`Within (?:them|the 95% limits): (?<n>${C})`, ({ n }) => ({ kind: "within", count: count(n) })],
  [
    `Highlighted: (?<name>.*), (?<figure>${F}), (?<side>above|below|within) the (?:95|99\\.8)% control limits of (?<low>${F}) to (?<high>${F})(?: and within those of 99\\.8%)?`,
    ({ name = "", figure: own, side, low, high }) => ({
      kind: "limits",
      name,
      figure: figure(own),
      side: side as "above" | "below" | "within",
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

function readAnnotation({ label = "", figure: own, places }: ReadGroups): Statement {
  return { kind: "annotation", label, figure: readPrinted(own), places };
}

const kinds =
  "Back-to-back bar chart|Stacked bar chart|Stacked area chart|Bullet chart|Unit chart|Bar chart|Line chart|Slope chart|Chart of places|Area chart|Pie chart|Dot chart|Dumbbell chart|Interval chart|Range chart|Scatter plot|Funnel plot|Strip chart|Heat map|Tile map|Map|Table|Histogram|Density chart|Box plot|Chart".split(
    "|",
  );

export const english: Grammar = {
  kinds: Object.fromEntries(kinds.map((kind) => [kind, kind])),
  forms,
  subject({ value, across, apart }, isOfPoints) {
    const by = (isOfPoints ? [apart] : [across, apart]).filter(Boolean).join(" and ");
    const text = [value, isOfPoints && value && across ? `against ${across}` : "", by && `${value ? "by " : ""}${by}`];
    return text.filter(Boolean).join(" ");
  },
  extents(rest) {
    const groups =
      /^(?:, (?<n>[\d,]+) in all)?(?:, (?<from>.+?) to (?<to>.+?))?(?:, (?<period>[^,]+))?$/.exec(rest)?.groups ?? {};
    return extentsOf(groups);
  },
  between: / by | against | and |, |^by /,
};
