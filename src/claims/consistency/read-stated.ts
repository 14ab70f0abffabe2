import {
  type Dataset,
  isPeriodWord,
  type Period,
  type PlainSelector,
  parsePeriod,
  periodReadings,
  previousPeriod,
} from "../../dataset/index.ts";
import type { Interval } from "../result/interval.ts";
import type { Said } from "../result/said.ts";
import type { ChangeSpec, ClaimSpec, ComparisonSpec, StatedSpec, StatedUnit } from "../spec/claim-spec.ts";
import { describeStated } from "../stated/judge-value.ts";
import { statedDifference } from "../stated/stated-difference.ts";
import { type StatedOf, statedInterval } from "../stated/stated-interval.ts";
import { statedRatio } from "../stated/stated-ratio.ts";
import type { StatedClaim, StatedPeriod, Subject } from "./stated-claim.ts";

interface ReadContext {
  /** For the labels of ids only; may be empty. */
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** What a claim says, as the rules take it; undefined for one that states nothing that another could agree with. */
export function readStated(id: string, spec: ClaimSpec, context: ReadContext): StatedClaim | undefined {
  if (spec.kind === "statement" || !spec.stated) return undefined;
  const base = { id, spec };
  const read = context.datasets.get(spec.dataset)?.readPeriod ?? parsePeriod;
  const subject = (selector: PlainSelector) => subjectOf(selector, spec.dataset, context);
  switch (spec.kind) {
    case "count": {
      const stated = statedNumber(spec);
      const period = periodOf(spec.of, read);
      return stated && period && { ...base, ...stated, kind: "count", subject: subject(spec.of), period };
    }
    case "change": {
      const mode = modeOf(spec);
      const stated = statedNumber(spec);
      return (
        stated && {
          ...base,
          ...stated,
          ...spanOf(spec, read),
          kind: "change",
          mode,
          subject: subject(spec.of),
          whole: spec.whole ? subject(spec.whole) : undefined,
        }
      );
    }
    case "share": {
      const stated = statedNumber(spec);
      const period = periodOf(spec.part, read);
      const sides = { part: subject(spec.part), whole: subject(spec.whole) };
      return stated && period && { ...base, ...stated, kind: "share", ...sides, period };
    }
    case "direction": {
      const { direction } = spec;
      return (
        direction && {
          ...base,
          ...spanOf(spec, read),
          kind: "direction",
          subject: subject(spec.of),
          direction,
        }
      );
    }
    case "record": {
      const period = periodOf(spec.of, read);
      const { extreme } = spec;
      return period && { ...base, kind: "record", subject: subject(spec.of), period, extreme };
    }
    case "comparison": {
      if ("median" in spec.right) return undefined;
      const [left, right] = [periodOf(spec.left, read), periodOf(spec.right, read)];
      if (!left || !right) return undefined;
      const { relation } = spec;
      return {
        ...base,
        ...statedNumber(spec),
        relation: relation && relation !== "times" ? relation : undefined,
        kind: "comparison",
        of: distanceOf(spec) ?? "ratio",
        isUnsigned: relation === undefined,
        left: { ...subject(spec.left), period: left },
        right: { ...subject(spec.right), period: right },
      };
    }
    // The rules know nothing of these but that two of one subject should agree: see `same-thing`.
    case "rate":
    case "median":
    case "rank":
      return undefined;
  }
}

interface StatedNumber {
  readonly interval: Interval;
  /** In words. */
  readonly said: Said;
}

/** The number that a claim states, in the unit that its kind computes where it names none. */
export function statedNumber(spec: ClaimSpec): StatedNumber | undefined {
  if (!spec.stated) return undefined;
  switch (spec.kind) {
    case "comparison":
      return distanceOf(spec) ? distanceIn(spec) : ratioIn(spec);
    case "change":
      return numberIn(spec.stated, unitOf[modeOf(spec)], "change");
    case "share":
      return numberIn(spec.stated, "percent");
    default:
      return numberIn(spec.stated, "number");
  }
}

function numberIn(stated: StatedSpec, usual: StatedUnit, of?: StatedOf): StatedNumber | undefined {
  const full = { ...stated, unit: stated.unit ?? usual };
  const interval = statedInterval(full, of);
  return interval && { interval, said: describeStated(full) };
}

function ratioIn(spec: ComparisonSpec): StatedNumber | undefined {
  const { allowed, said } = statedRatio(spec) ?? {};
  return allowed && said ? { interval: allowed, said } : undefined;
}

/** What a comparison in such a unit says of two figures is how far they are apart. */
function distanceOf({ stated }: ComparisonSpec): "absolute" | "points" | undefined {
  if (stated?.unit === "percentage-points") return "points";
  return stated?.unit === "number" ? "absolute" : undefined;
}

/** Signed as left less right is, where the claim says which is higher; none for "4,000 times". */
function distanceIn(spec: ComparisonSpec): StatedNumber | undefined {
  if (spec.relation === "times" || spec.relation === "equal") return undefined;
  const difference = statedDifference(spec)?.(false);
  const interval = difference && statedInterval(difference.stated, "change");
  return interval && { interval, said: describeStated(spec.stated ?? {}) };
}

type Mode = NonNullable<ChangeSpec["mode"]>;

const unitOf: Readonly<Record<Mode, StatedUnit>> = {
  relative: "percent",
  absolute: "number",
  points: "percentage-points",
  ratio: "times",
};

function modeOf({ mode, stated, whole }: ChangeSpec): Mode {
  const named = (Object.keys(unitOf) as Mode[]).find((candidate) => unitOf[candidate] === stated?.unit);
  return mode ?? named ?? (whole && stated?.unit !== "fraction" ? "points" : "relative");
}

/** Reads a name of a period as the claim's dataset does, where there is one. */
type ReadPeriod = (name: string) => Period | undefined;

function asPeriod(name: string, read: ReadPeriod): StatedPeriod {
  const period = read(name);
  const named: Said = ({ reasons }) => reasons.time(name, period);
  if (!period) return { id: name, name: named };
  return { id: period.id, name: named, start: period.start, endExclusive: period.endExclusive };
}

function spanOf({ from, to }: { readonly from: string; readonly to: string }, read: ReadPeriod) {
  const end = read(to);
  return {
    from: asPeriod(from === "previous" && end ? previousPeriod(end).label : from, read),
    to: asPeriod(to, read),
  };
}

const isPeriod = (choice: string | readonly string[]): boolean =>
  (typeof choice === "string" ? [choice] : choice).every(
    (name) => isPeriodWord(name) || periodReadings(name).length > 0,
  );

/** Several periods that are added up are one time. */
function periodOf({ at }: PlainSelector, read: ReadPeriod): StatedPeriod | undefined {
  const choice = Object.values(at).find(isPeriod);
  if (choice === undefined) return undefined;
  const periods = (typeof choice === "string" ? [choice] : choice).map((name) => asPeriod(name, read));
  const [only, ...others] = periods;
  if (only && others.length === 0) return only;
  return {
    id: periods
      .map(({ id }) => id)
      .sort()
      .join(" + "),
    name: (words) => words.reasons.all(periods.map(({ name }) => name(words))),
  };
}

function subjectOf({ dataset, measure = "", at }: PlainSelector, own: string, { datasets }: ReadContext): Subject {
  const id = dataset ?? own;
  const choices = Object.entries(at)
    .filter(([, choice]) => !isPeriod(choice))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const label = (dimension: string, name: string) =>
    datasets.get(id)?.category(dimension, name)?.inText ?? name.replaceAll("-", " ");
  const labels = choices.flatMap(([dimension, choice]) => [choice].flat().map((name) => label(dimension, name)));
  return { key: JSON.stringify([id, measure, choices]), dataset: id, measure, choices, label: labels.join(", ") };
}
