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

/** `Caint, 12`, with what stands beside it. */
const readHeld = heldReader({ about: "tua", from: "o", to: "i", each: "yr un" });

/** `12 (2014)`, of an estimate `12 (6 i 20) (2014)`, beside a target `12 (Targed: 15) (2014)`. */
const at = (name: string): string =>
  `(?<${name}F>${F})(?: \\(${F} i ${F}\\)| \\([^()]*: ${F}\\))? \\((?<${name}N>.*?)\\)`;
const pointsIn = (all: string): readonly At[] =>
  [...all.matchAll(new RegExp(`${at("p")}(?=, ${F} \\(|$)`, "gs"))].flatMap(
    ({ groups = {} }) => readAt(groups, "p") ?? [],
  );

const gap =
  (state: "suppressed" | "missing" | "conflict") =>
  ({ n, names }: ReadGroups) =>
    gapsOf([{ count: count(n), state, names }]);
const among = `(?: \\(o'r (?<shown>${C}) y dangosir eu dau ffigur\\))?`;
const same = "(?<about>tua'r|yr) un fath";
const isAbout = ({ about }: ReadGroups): boolean => about?.startsWith("tua") ?? false;
const orders: Readonly<Record<string, Rank["order"]>> = { uchaf: "highest", isaf: "lowest" };
const ways: Readonly<Record<string, LineStatement["way"]>> = {
  "yn codi i": "rising",
  "yn gostwng i": "falling",
  "a'r un fath": "same",
  "a thua'r un fath": "about the same",
};
const hidden: Readonly<Record<string, string>> = {
  "gwerth a ataliwyd": "suppressed",
  "gwerth sydd ar goll": "missing",
  "cyhoeddiadau'n anghytuno": "publications disagree",
};
const gaps = Object.keys(hidden).join("|");
const point = `(?:${F}|${gaps}) \\([^:]*?\\)`;

/** What a sentence may say, the surest form first. */
const forms: readonly Form[] = [
  [`Nifer y rhai eraill: (?<n>${C})`, counted("more")],
  [`Siartiau eraill sy'n dweud yr un peth: (?<n>${C})`, counted("alikeCharts")],
  [`Llinellau eraill er mwyn cymharu: (?<n>${C})`, counted("moreLines")],
  [`Ardaloedd y map nad ydynt yn y data: (?<n>${C})`, counted("areasNotInData")],
  ["Dim data", () => ({ kind: "noData", of: "" })],
  [`Siartiau bach, yn ôl (?<title>.*): (?<n>${C})`, ({ n, title }) => ({ kind: "panels", count: count(n), title })],
  [`Nifer y rhesi o ddata: (?<n>${C})`, counted("rows")],
  [`Dosbarthiad y data\\. Nifer y rhesi o ddata: (?<n>${C})`, counted("spread")],
  [`Pwyntiau: (?<n>${C})`, counted("points")],
  ["Canolrifau, pob un gyda'r ystod sy'n dal yr hanner canol", () => ({ kind: "medians", of: "" })],
  ["Cyfwng: cyfwng hyder (?<n>[\\d.]+)%", ({ n }) => ({ kind: "intervals", percent: Number(n) })],
  ["Dangosir gwerthoedd sydd ar goll fel 0", () => ({ kind: "atZero", of: "" })],
  [
    `(?:Gwerthoedd a ataliwyd|Ardaloedd y mae eu ffigur wedi'i atal): (?<n>${C})(?:, sef (?<names>.*))?`,
    gap("suppressed"),
  ],
  [`(?:Gwerthoedd sydd ar goll|Ardaloedd y mae eu ffigur ar goll): (?<n>${C})(?:, sef (?<names>.*))?`, gap("missing")],
  [
    `(?:Gwerthoedd y mae cyhoeddiadau'n anghytuno arnynt|Ardaloedd y mae cyhoeddiadau'n anghytuno ar eu ffigur): (?<n>${C})(?:, sef (?<names>.*))?`,
    gap("conflict"),
  ],
  [
    `(?<from>.*?) – (?<to>.*?)${among}: (?:yn codi: (?<up>${C}))?(?:; |$)?(?:yn gostwng: (?<down>${C}))?(?:; |$)?(?:${same}: (?<flat>${C}))?`,
    (groups) => readMoves("moves", groups, isAbout(groups)),
  ],
  [
    `Uwch ar gyfer (?<to>.*): (?<up>${C}); uwch ar gyfer (?<from>.*): (?<down>${C}); ${same}: (?<flat>${C})${among}`,
    (groups) => readMoves("pairs", groups, isAbout(groups)),
  ],
  [
    "(?:(?<way>Cynnydd|Gostyngiad|Cynyddiadau|Gostyngiadau) mwyaf|Yr unig (?<only>gynnydd|ostyngiad))(?: mewn (?<points>pwyntiau canran)| \\((?<unit>.*?)\\))?(?: o'r rhai a ddangosir)?: (?<all>.*)",
    ({ only, way = only ?? "", points, unit, all = "" }) => ({
      kind: "largest",
      of: "",
      sign: /^C|^gy/.test(way) ? 1 : -1,
      isOnly: only !== undefined,
      unit: points === undefined ? unit : "%",
      moves: readEach(all, new RegExp(`^(?<name>.*), o (?<from>${F}) i (?<to>${F})$`)),
    }),
  ],
  [
    "Cyfran fwyaf \\((?<a>.*?), (?<b>.*?)\\): (?<names>.*)",
    ({ a = "", b = "", names = "" }) => ({ kind: "largestPart", parts: [a, b].map((when) => ({ at: when, names })) }),
  ],
  [
    "Cyfran fwyaf(?: o'r rhai a ddangosir)? \\((?<a>.*?)\\): (?<aNames>.*?); cyfran fwyaf(?: o'r rhai a ddangosir)? \\((?<b>.*?)\\): (?<bNames>.*?)",
    ({ a = "", aNames = "", b = "", bNames = "" }) => ({
      kind: "largestPart",
      parts: [
        { at: a, names: aNames },
        { at: b, names: bNames },
      ],
    }),
  ],
  [
    "(?:(?<of>.*), t|T)robwyntiau: (?<all>.*)",
    ({ of: whose = "", all = "" }) => ({ kind: "turns", of: whose, points: pointsIn(all) }),
  ],
  [
    `${at("first")}, (?:(?<way>yn codi i|yn gostwng i) ${at("last")}|(?<same>a'r un fath|a thua'r un fath) wedyn \\((?<sameN>.*?)\\))(?:; (?:o'r rhai a ddangosir, )?(?:uchaf: (?:tua )?${at("high")})?(?:(?:, )?isaf: (?:tua )?${at("low")})?)?`,
    (groups) => ({
      kind: "line",
      of: "",
      first: readAt(groups, "first") as At,
      last: readAt(groups, "last") ?? { figure: undefined, names: groups.sameN ?? "" },
      way: ways[groups.way ?? groups.same ?? ""],
      highest: readAt(groups, "high"),
      lowest: readAt(groups, "low"),
    }),
  ],
  [
    `(?:[Oo]'r (?<shown>${C}) a ddangosir, |[Oo]'r rhain, )?(?:[Uu]chaf: (?<high>.*?))?(?:; )?(?:[Ii]saf: (?<low>.*))?`,
    ({ shown, high, low }) => {
      const [highest, lowest] = [high, low].map((text) => (text === undefined ? undefined : readHeld(text)));
      const isRead = (high === undefined || highest) && (low === undefined || lowest) && (high ?? low);
      const told = { of: "", shown: shown === undefined ? undefined : count(shown), highest, lowest };
      return isRead ? { kind: "extremes", ...told } : undefined;
    },
  ],
  [
    `(?<about>[Tt]ua )?(?<figure>${F}) yw pob un o'r (?<n>${C})(?: a ddangosir)?`,
    ({ n, about, figure: text }) => ({
      kind: "same",
      of: "",
      count: count(n),
      figure: figure(text),
      isAbout: about !== undefined,
    }),
  ],
  [
    `(?:Amlygwyd: )?(?:(?<of>.*?), )?(?<all>${point}(?:, ${point})*)`,
    ({ of: whose = "", all = "" }) => ({
      kind: "several",
      of: whose,
      points: [...all.matchAll(new RegExp(`(${F}|${gaps}) \\(([^:]*?)\\)(?=, (?:${F}|${gaps})|$)`, "g"))].map(
        ([, own = "", names = ""]) => ({ figure: readPrinted(own), names, gap: hidden[own] }),
      ),
    }),
  ],
  [
    `Amlygwyd: (?:(?<name>.*), )?(?<state>${gaps})`,
    ({ name = "", state = "" }) => ({ kind: "highlightedGap", name, state: hidden[state] ?? "" }),
  ],
  [
    `Amlygwyd: (?<held>.*?)(?:, (?:rhif (?<position>\\d+) o'r )?(?<order>uchaf|isaf)(?<joint> \\(cydradd\\))? o blith (?:y )?(?<all>${C})(?: a ddangosir)?)?`,
    ({ held = "", joint, position, order, all }) => {
      const own = readHeld(held);
      const rank =
        order === undefined
          ? undefined
          : {
              position: Number(position ?? 1),
              order: orders[order] as Rank["order"],
              isJoint: joint !== undefined,
              of: count(all),
            };
      return own && { kind: "highlighted", held: own, rank };
    },
  ],
  [
    `Cymharu \\((?<title>.*)\\): (?:uwch: (?<up>${C}))?(?:; |$)?(?:is: (?<down>${C}))?(?:; |$)?(?:${same}: (?<flat>${C}))?`,
    (groups) => ({
      kind: "against",
      title: groups.title ?? "",
      counts: [count(groups.up), count(groups.down), count(groups.flat)],
      isAbout: isAbout(groups),
    }),
  ],
  [
    "(?:(?<names>.*), )?o (?<from>.*\\D.*) i (?<to>.*)",
    ({ names = "", from = "", to = "" }) => ({ kind: "times", of: "", names, ends: [from, to] }),
  ],
  [
    "safle (?<first>\\d+) \\((?<a>.*?), (?<b>.*)\\)",
    ({ first, a = "", b = "" }) => ({
      kind: "places",
      of: "",
      points: [a, b].map((names) => ({ figure: figure(first), names })),
    }),
  ],
  [
    "safle (?<first>\\d+) \\((?<a>.*?)\\)(?:, safle (?<last>\\d+) \\((?<b>.*)\\))?",
    ({ first, a = "", last, b }) => ({
      kind: "places",
      of: "",
      points: [{ figure: figure(first), names: a }, ...(b === undefined ? [] : [{ figure: figure(last), names: b }])],
    }),
  ],
  [
    "Safle 1 \\((?<a>.*?), (?<b>.*?)\\): (?<names>.*)",
    ({ a = "", b = "", names = "" }) => ({ kind: "leaders", all: [a, b].map((when) => ({ at: when, names })) }),
  ],
  [
    "Safle 1 \\((?<a>.*?)\\): (?<aNames>.*?)(?:; \\((?<b>.*?)\\): (?<bNames>.*))?",
    ({ a = "", aNames = "", b, bNames = "" }) => ({
      kind: "leaders",
      all: [{ at: a, names: aNames }, ...(b === undefined ? [] : [{ at: b, names: bNames }])],
    }),
  ],
  [`(?:Llinell ar draws|Llinell darged): (?<label>.*), (?<figure>${F})`, readAnnotation],
  [`(?<label>.*): (?<figure>${F})`, readAnnotation],
  ["Wedi'i liwio, (?<places>.*?): (?<label>.*)", readAnnotation],
  ["Toriad cyn (?<places>.*?): (?<label>.*)", readAnnotation],
  ["Nodyn, (?<places>.*?): (?<label>.*)", readAnnotation],
  ["Band o amgylch y ffigurau: (?<label>.*)", readAnnotation],
  [
    "(?<side>Uwchlaw'r terfynau rheoli (?:95|99\\.8)%|Islaw iddynt): (?<names>.*)",
    ({ side = "", names = "" }) => ({
      kind: "outside",
      side: side.startsWith("U") ? "above" : "below",
      names: names === "dim un" ? "none" : names,
    }),
  ],
  [
    `Y tu allan i'r terfynau 95% yn unig: (?<above>${C}) uwchlaw, (?<below>${C}) islaw`,
    ({ above, below }) => ({ kind: "innerAlone", above: count(above), below: count(below) }),
  ],
  [`(?:Rhyngddynt|Rhwng y terfynau 95%): (?<n>${C})`, ({ n }) => ({ kind: "within", count: count(n) })],
  [
    `Amlygwyd: (?<name>.*), (?<figure>${F}), (?<side>uwchlaw'r|islaw'r|rhwng y) terfynau rheoli (?:95|99\\.8)%, (?<low>${F}) i (?<high>${F})(?:, a rhwng rhai 99\\.8%)?`,
    ({ name = "", figure: own, side = "", low, high }) => ({
      kind: "limits",
      name,
      figure: figure(own),
      side: side.startsWith("u") ? "above" : side.startsWith("i") ? "below" : "within",
      ends: [figure(low), figure(high)],
    }),
  ],
  [
    `(?:(?<title>.*): )?[Oo] (?<low>${F}) i (?<high>${F})`,
    ({ title = "", low, high }) => ({ kind: "span", title, ends: [figure(low), figure(high)] }),
  ],
  [
    `(?:(?<title>.*), )?[Oo] (?<low>${F}) i (?<high>${F})`,
    ({ title = "", low, high }) => ({ kind: "span", title, ends: [figure(low), figure(high)] }),
  ],
  [
    at("first"),
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
    "(?<held>.*)",
    ({ held = "" }) => {
      const own = readHeld(held);
      return own && { kind: "held", of: "", held: own };
    },
  ],
];

function readAnnotation({ label = "", figure: own, places }: ReadGroups): Statement {
  return { kind: "annotation", label, figure: readPrinted(own), places };
}

/** Descriptions in Welsh: what stands side by side is set apart by brackets, as most words between would mutate names. */
export const welsh: Grammar = {
  kinds: {
    "Siart bar cefn wrth gefn": "Back-to-back bar chart",
    "Siart bar wedi'i bentyrru": "Stacked bar chart",
    "Siart arwynebedd wedi'i bentyrru": "Stacked area chart",
    "Siart bwled": "Bullet chart",
    "Siart unedau": "Unit chart",
    "Siart bar": "Bar chart",
    "Siart llinell": "Line chart",
    "Siart llethr": "Slope chart",
    "Siart safleoedd": "Chart of places",
    "Siart arwynebedd": "Area chart",
    "Siart cylch": "Pie chart",
    "Siart dotiau": "Dot chart",
    "Siart parau": "Dumbbell chart",
    "Siart cyfyngau": "Interval chart",
    "Siart ystod": "Range chart",
    "Diagram gwasgariad": "Scatter plot",
    "Plot twndis": "Funnel plot",
    "Siart stribed": "Strip chart",
    "Map gwres": "Heat map",
    "Map teils": "Tile map",
    Map: "Map",
    Tabl: "Table",
    Histogram: "Histogram",
    "Siart dosbarthiad": "Density chart",
    "Plot blwch": "Box plot",
    Siart: "Chart",
  },
  forms,
  subject({ value, across, apart }, isOfPoints) {
    const by = [across, apart].filter(Boolean).join(", ");
    return [value, by && value ? `${isOfPoints ? "yn erbyn" : "yn ôl"} ${by}` : by].filter(Boolean).join(" ");
  },
  extents(rest) {
    const inside = /^ \((.*)\)$/s.exec(rest)?.[1];
    const form = /^(?:nifer: (?<n>[\d,]+)(?:; |$))?(?:(?<from>.+?) – (?<to>[^;]+?)(?:; |$))?(?<period>[^;]+)?$/;
    return inside === undefined ? [] : extentsOf(form.exec(inside)?.groups ?? {});
  },
  between: / yn ôl | yn erbyn |, |^yn ôl | a | ac /,
};
