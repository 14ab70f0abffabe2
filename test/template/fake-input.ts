import type { RenderedChart } from "../../src/charts/index.ts";
import type { Claim, ClaimTable } from "../../src/claims/index.ts";
import type { Source } from "../../src/dataset/index.ts";
import { englishWords } from "../../src/language/index.ts";
import type { TemplateInput } from "../../src/template/index.ts";

interface ClaimParts {
  readonly value?: number | null;
  readonly unit?: "number" | "percent" | "percentage-points" | "times" | "position";
  readonly text?: string;
  readonly phrase: string;
  readonly change?: string;
  readonly label?: string;
  readonly rounded?: number;
  readonly period?: string;
  readonly area?: string;
  readonly note?: string;
}

/** A claim as the claims stage would give it, with the words that a test is about. */
export function claimOf(id: string, parts: ClaimParts): Claim {
  const {
    value = null,
    unit = "number",
    text = "[c]",
    phrase,
    change = phrase,
    period = "2018/19",
    area = "Thames Valley",
  } = parts;
  return {
    id,
    kind: "count",
    spec: { kind: "count", dataset: "offences", of: { measure: "offences" } } as unknown as Claim["spec"],
    verdict: value === null ? "not-enough-evidence" : "supported",
    facets: [],
    issues: [],
    figure: value === null ? null : { value, rounded: parts.rounded ?? value, unit, text },
    absence: value === null ? "suppressed" : null,
    ownPeriod: false,
    words: {
      phrase,
      lead: "",
      signed: "",
      measure: "",
      when: "",
      sentence: phrase.charAt(0).toUpperCase() + phrase.slice(1),
      value: text,
      change,
      label: parts.label ?? phrase,
      period,
      area,
      place: area && `in ${area}`,
      note: parts.note ?? "",
    },
    evidence: [],
    sources: ["foi-2019"],
  };
}

const foi: Source = {
  id: "foi-2019",
  title: "Sexual communication with a child: recorded offences",
  publisher: "NSPCC",
  kind: "foi",
  url: "https://example.org/foi?a=1&b=2",
  published: "2019-09-06",
  coverage: { responded: 43, asked: 44 },
};

const note =
  "Sexual communication with a child: recorded offences. NSPCC, 6 September 2019. 43 of 44 responded. Year to April 2019.";

const total = claimOf("total", { value: 274, text: "274", phrase: "274 offences", label: "offences", note });
const rise = claimOf("rise", {
  value: 1.4035,
  unit: "percent",
  text: "140%",
  phrase: "a 140% rise on the previous year",
  change: "rose by 140%",
  label: "rise on the previous year",
  period: "2017/18 to 2018/19",
  note,
});
const rank = claimOf("rank", {
  value: 3,
  unit: "position",
  text: "3rd",
  phrase: "the third highest of 43 police forces",
  label: "highest of 43 police forces",
  note,
});

export const trend: RenderedChart = {
  id: "trend",
  widthPx: 640.4,
  heightPx: 320,
  svg: '<svg role="img" aria-label="x"></svg>',
  texts: ["2018/19", "274"],
  sentences: ["2018/19", "274"],
  alt: "Line chart. 114 in 2017/18 & 274 in 2018/19.",
  longDescription: "",
  table: {
    columns: [
      { id: "period", label: "Period", numeric: false },
      { id: "offences", label: "Offences", numeric: true },
    ],
    rows: [
      { period: "2017/18", offences: 1114, state: "value" },
      { period: "2018/19", offences: 274, state: "value", highlight: true },
      { period: "2019/20", offences: null, state: "suppressed" },
    ],
  },
  untraced: [],
  diagnostics: [],
  readableFromPx: 500,
  forWidth: async () => undefined,
  draw() {},
};

export const byYear: ClaimTable = {
  id: "by-year",
  caption: "Offences by police force, {{area.label}}",
  rowHeader: "Police force",
  columns: [{ id: "2018/19", header: "2018/19", fromData: true, show: "value", bars: false }],
  rows: [
    {
      id: "tv",
      header: "Thames Valley",
      fromData: true,
      highlight: true,
      cells: [claimOf("by-year:tv", { value: 274, text: "274", phrase: "274 offences" })],
    },
    {
      id: "surrey",
      header: "Surrey",
      fromData: true,
      highlight: false,
      cells: [claimOf("by-year:surrey", { phrase: "hidden" })],
    },
  ],
};

const byId = <T extends { readonly id: string }>(things: readonly T[]) =>
  new Map(things.map((thing) => [thing.id, thing]));

export function inputOf(parts: Partial<TemplateInput> = {}): TemplateInput {
  return {
    lang: "en-GB",
    words: englishWords(),
    date: "2019-09-12",
    claims: byId([total, rise, rank]),
    charts: byId([trend]),
    tables: byId([byYear]),
    sources: byId([foi]),
    datasets: new Map(),
    parameters: { area: { dimension: "area", id: "thames-valley", label: "Thames Valley", inText: "Thames Valley" } },
    ...parts,
  };
}
