import { type Category, type Period, parsePeriod, type UnitSpec } from "../../src/dataset/index.ts";
import type { ClaimPhrases } from "../../src/language/contract/claims.ts";
import { createWords, type Words } from "../../src/language/create-words.ts";
import { findLanguage } from "../../src/language/index.ts";
import type { NumberStyleName } from "../../src/language/numbers/number-style.ts";
import { exact } from "../../src/language/numbers/rational.ts";

export const wordsOf = (lang: string, style: NumberStyleName = "govuk"): Words =>
  createWords({ language: findLanguage(lang), style });

export function period(label: string): Period {
  const found = parsePeriod(label);
  if (!found) throw new Error(`${label} is no period.`);
  return found;
}

export const area = (label: string, more: Partial<Category> = {}): Category => ({
  dimension: "area",
  id: label,
  label,
  inText: label,
  ...more,
});

const offences: Readonly<Record<string, UnitSpec>> = {
  en: { one: "offence", other: "offences" },
  cy: { one: "trosedd", other: "troseddau", gender: "feminine" },
};

const years = { from: period("2017/18"), to: period("2018/19") };
const forces = { en: { size: 42, plural: "police forces" }, cy: { size: 42, plural: "heddluoedd" } };
const rounded = (value: number, decimals: number) => ({ value: exact(value), decimals });
const range = (low: number, high: number) => ({ low: exact(low), high: exact(high) });

const women = { en: { one: "woman", other: "women" }, cy: { one: "menyw", other: "menywod" } } as const;

/** One claim of each kind and shape, said in the phrases of a language. */
export const said: Readonly<
  Record<string, (phrases: ClaimPhrases, lang: "en" | "cy") => ReturnType<ClaimPhrases["count"]>>
> = {
  "a count": (p, lang) => p.count({ ...rounded(274, 0), unit: offences[lang] as UnitSpec, atLeast: false }),
  one: (p, lang) => p.count({ ...rounded(1, 0), unit: offences[lang] as UnitSpec, atLeast: false }),
  "a small count": (p, lang) => p.count({ ...rounded(3, 0), unit: offences[lang] as UnitSpec, atLeast: false }),
  "at least": (p, lang) => p.count({ ...rounded(4373, 0), unit: offences[lang] as UnitSpec, atLeast: true }),
  "a rate": (p, lang) =>
    p.rate({
      ...rounded(15, 1),
      unit: offences[lang] as UnitSpec,
      per: 100_000,
      population: women[lang],
    }),
  "a rate with its interval": (p, lang) =>
    p.rate({
      ...rounded(52.7, 1),
      unit: offences[lang] as UnitSpec,
      per: 100_000,
      population: women[lang],
      interval: { low: exact(46.6), high: exact(59.3) },
    }),
  "a rate over time": (p, lang) => p.overTime({ ...rounded(2, 1), unit: offences[lang] as UnitSpec, per: "day" }),
  "a share": (p, lang) => p.share({ value: exact(929).div(4373), unit: offences[lang] as UnitSpec }),
  "a published share": (p, lang) =>
    p.publishedShare({ value: exact(0.2124), decimals: 1, label: offences[lang]?.other ?? "" }),
  "next to nothing": (p, lang) => p.share({ value: exact(1).div(999), unit: offences[lang] as UnitSpec }),
  "next to all": (p, lang) => p.share({ value: exact(998).div(999), unit: offences[lang] as UnitSpec }),
  "a rise": (p) => p.change({ ...rounded(1.4035, 0), mode: "relative", direction: "up", unchanged: false, ...years }),
  "a fall since": (p) =>
    p.change({
      ...rounded(-0.08, 0),
      mode: "relative",
      direction: "down",
      unchanged: false,
      from: period("2014"),
      to: period("2018"),
    }),
  "little change": (p) =>
    p.change({ ...rounded(0.002, 0), mode: "relative", direction: "flat", unchanged: false, ...years }),
  "no change": (p) => p.change({ ...rounded(0, 0), mode: "relative", direction: "flat", unchanged: true, ...years }),
  "a number more": (p) => p.change({ ...rounded(5, 0), mode: "absolute", direction: "up", unchanged: false, ...years }),
  "points more": (p) => p.change({ ...rounded(14, 0), mode: "points", direction: "up", unchanged: false, ...years }),
  "one point more": (p) => p.change({ ...rounded(1, 0), mode: "points", direction: "up", unchanged: false, ...years }),
  "a small base": (p) => p.counts({ before: exact(8), after: exact(22), direction: "up", ...years }),
  "a small base, the same": (p) => p.counts({ before: exact(8), after: exact(8), direction: "flat", ...years }),
  "a sure rise": (p) =>
    p.change({
      ...rounded(1.4035, 0),
      mode: "relative",
      direction: "up",
      unchanged: false,
      ...years,
      uncertainty: { significant: true, ratio: { low: exact(1.92), high: exact(3.02) } },
    }),
  "an unsure rise": (p) =>
    p.counts({
      before: exact(14),
      after: exact(22),
      direction: "up",
      ...years,
      uncertainty: { significant: false, ratio: { low: exact(0.77), high: exact(3.32) } },
    }),
  "a rounded count": (p, lang) =>
    p.count({ ...rounded(80, 0), about: true, unit: offences[lang] as UnitSpec, atLeast: false }),
  "a sum of rounded counts": (p, lang) =>
    p.count({ value: range(91, 101), decimals: 0, unit: offences[lang] as UnitSpec, atLeast: false }),
  "a rate of rounded counts": (p, lang) =>
    p.rate({
      value: range(1.8, 3.2),
      decimals: 1,
      unit: offences[lang] as UnitSpec,
      per: 100_000,
      interval: { ...range(0.6, 6.3), withRounding: true },
    }),
  "a share of rounded counts": (p, lang) => p.share({ value: range(0.12, 0.19), unit: offences[lang] as UnitSpec }),
  "a rise between bounds": (p) =>
    p.change({
      value: range(0.12, 0.19),
      decimals: 0,
      mode: "relative",
      direction: "up",
      unchanged: false,
      ...years,
    }),
  "a fall of up to so much": (p) =>
    p.change({ value: range(-2, 0), decimals: 0, mode: "points", direction: "down", unchanged: false, ...years }),
  "a change that is open": (p) =>
    p.change({
      value: range(-0.04, 0.12),
      decimals: 0,
      mode: "relative",
      direction: "open",
      unchanged: false,
      ...years,
    }),
  "rounded counts": (p) =>
    p.counts({
      before: exact(65),
      after: exact(80),
      about: { before: true, after: true },
      direction: "up",
      ...years,
    }),
  "rounded counts, too near": (p) =>
    p.counts({
      before: exact(65),
      after: exact(65),
      about: { before: true, after: true },
      direction: "open",
      ...years,
    }),
  "a place between two": (p, lang) =>
    p.rank({ position: { low: 1, high: 4 }, order: "highest", tied: "open", group: forces[lang] }),
  "a place that may be shared": (p, lang) =>
    p.rank({ position: 2, order: "lowest", tied: "open", group: forces[lang] }),
  "possibly a record": (p) =>
    p.record({
      ...rounded(80, 0),
      extreme: "highest",
      holds: "open",
      tied: false,
      since: period("2014"),
      isFromStart: true,
      figures: undefined,
    }),
  "a direction that is open": (p) =>
    p.direction({ value: range(-4, 4), decimals: 0, direction: "open", significant: false }),
  "too near to compare": (p, lang) =>
    p.comparison({
      relation: "open",
      value: range(0.8, 1.3),
      other: { kind: "median", group: forces[lang] },
    }),
  "a ratio": (p) => p.ratio({ ...rounded(2.4035, 1), ...years }),
  "higher than the median": (p, lang) =>
    p.comparison({ relation: "higher", value: exact(2), other: { kind: "median", group: forces[lang] } }),
  "lower than elsewhere": (p, lang) =>
    p.comparison({
      relation: "lower",
      value: exact(0.5),
      other: {
        kind: "cell",
        categories: [],
        areas: [lang === "en" ? area("Kent") : area("Caint")],
        periods: [],
      },
    }),
  "times another": (p, lang) =>
    p.comparison({
      relation: "times",
      value: exact(2.4),
      other: {
        kind: "cell",
        categories: ["WhatsApp"],
        areas: [lang === "en" ? area("Kent") : area("Caint")],
        periods: [],
      },
    }),
  "a median": (p, lang) => p.median({ ...rounded(15.2, 1), isPercent: false, group: forces[lang] }),
  "a place": (p, lang) => p.rank({ position: 3, order: "highest", tied: false, group: forces[lang] }),
  "a shared place": (p, lang) => p.rank({ position: 2, order: "lowest", tied: true, group: forces[lang] }),
  "the first place": (p, lang) => p.rank({ position: 1, order: "highest", tied: false, group: forces[lang] }),
  "a far place": (p, lang) => p.rank({ position: 12, order: "highest", tied: false, group: forces[lang] }),
  "a record": (p) =>
    p.record({
      ...rounded(274, 0),
      extreme: "highest",
      holds: true,
      tied: false,
      since: period("2014"),
      isFromStart: true,
      figures: undefined,
    }),
  "a record of few figures": (p) =>
    p.record({
      ...rounded(274, 0),
      extreme: "highest",
      holds: true,
      tied: false,
      since: period("2014"),
      isFromStart: false,
      figures: 12,
    }),
  "no record": (p) =>
    p.record({
      ...rounded(274, 0),
      extreme: "lowest",
      holds: false,
      tied: false,
      since: period("2014"),
      isFromStart: true,
      figures: undefined,
    }),
  "a direction": (p) => p.direction({ ...rounded(5, 0), direction: "up", significant: true }),
  "no direction": (p) => p.direction({ ...rounded(0, 0), direction: "flat", significant: false }),
  suppressed: (p) => p.absent.suppressed,
  missing: (p) => p.absent.missing,
  conflict: (p) => p.absent.conflict,
};
