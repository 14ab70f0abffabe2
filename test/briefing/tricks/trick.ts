import {
  type ClaimSpec,
  change,
  count,
  type DatasetSpec,
  defineBriefing,
  defineDataset,
  rank,
  rate,
} from "briefwright";

export const datasetSpec: DatasetSpec = {
  title: "Recorded offences",
  dimensions: {
    area: {
      role: "area",
      label: "Police force",
      plural: "police forces",
      categories: [
        { id: "all", label: "All forces" },
        { id: "kent", label: "Kent", parent: "all" },
        { id: "essex", label: "Essex", parent: "all" },
        { id: "surrey", label: "Surrey", parent: "all" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: {
    offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" },
    rate: { label: "Rate", unit: { one: "offence", other: "offences" }, statType: "rate", per: 1000 },
  },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
};

export const honestCsv = [
  "area,period,offences,rate",
  "all,2017/18,503,2.1",
  "all,2018/19,755,3.2",
  "kent,2017/18,114,1.2",
  "kent,2018/19,274,2.8",
  "essex,2017/18,301,3.3",
  "essex,2018/19,390,4.1",
  "surrey,2017/18,88,1.6",
  "surrey,2018/19,91,1.7",
].join("\n");

/** The honest briefing that every trick changes in one thing. */
export const honest = defineBriefing({
  title: "Offences in {{area.label}}",
  description: "Offences by police force",
  author: "A charity",
  lang: "en-GB",
  datasets: { offences: defineDataset(datasetSpec) },
  parameters: {
    area: { kind: "category", dataset: "offences", dimension: "area" },
    said: { kind: "text", default: "the council" as string },
  },
  claims: ({ offences, area }) => ({
    total: count(offences, { area, period: "latest", measure: "offences" }),
    before: count(offences, { area, period: "2017/18", measure: "offences" }),
    rise: change(offences, { area, from: "2017/18", to: "2018/19", measure: "offences" }),
    rate: rate(offences, { area, period: "latest", measure: "rate" }),
    rank: rank(offences, { area, period: "latest", measure: "offences", among: "area" }),
    essex: count(offences, { area: "essex", period: "latest", measure: "offences" }),
  }),
  template: {
    file: "page.hbs",
    text: `<h1>{{title}}</h1><p>Police in {{area.label}} recorded {{claim "total"}}{{note "total"}}.</p>`,
  },
});

/** What a trick changes: parts of the briefing, the data, the texts given for parameters. */
type Spec = (typeof honest)["spec"];
export type Change = Omit<Partial<Spec>, "claims"> & {
  readonly claims?: (context: Parameters<Spec["claims"]>[0]) => Readonly<Record<string, ClaimSpec>>;
  readonly csv?: string;
  /** The data of an earlier edition, which this one corrects. */
  readonly earlier?: string;
  readonly given?: Readonly<Record<string, string>>;
};

/**
 * What becomes of a trick. `stopped`: an error of that code whose message or source names the place; `warned` likewise.
 * `absent`: not a word, but the page has nothing of it. `limit`: the figure is printed, and the README says why, in these words.
 */
export type Outcome =
  | { readonly kind: "stopped" | "warned"; readonly code: string; readonly place: RegExp }
  | { readonly kind: "absent"; readonly text: string }
  | { readonly kind: "limit"; readonly readme: string };

export interface Trick {
  readonly class: string;
  readonly name: string;
  readonly change: Change;
  readonly outcome: Outcome;
}

export const stopped = (place: RegExp, code = "untraced-figure"): Outcome => ({ kind: "stopped", code, place });
export const warned = (place: RegExp, code = "said-figure"): Outcome => ({ kind: "warned", code, place });
export const absent = (text: string): Outcome => ({ kind: "absent", text });
export const limit = (readme: string): Outcome => ({ kind: "limit", readme });

export const tricksOf = (
  name: string,
  tricks: readonly (readonly [name: string, change: Change, outcome: Outcome])[],
): readonly Trick[] => tricks.map(([each, change, outcome]) => ({ class: name, name: each, change, outcome }));

/** A page of this body under its title. */
export const page = (body: string): Change => ({ template: { file: "page.hbs", text: `<h1>{{title}}</h1>${body}` } });
