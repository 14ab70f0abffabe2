import { parsePeriod } from "../dataset/index.ts";
import type { HedgedMention } from "./find-mentions.ts";
import type { PeriodMention } from "./sentence.ts";

/**
 * `between 2010 and 2018`, `from 2016/17 to 2018/19`: two times as one, whose ends a change is from and to. Of a figure that
 * is no change it is the whole span.
 */
export function joinPeriods(words: string, mentions: readonly HedgedMention[]): readonly HedgedMention[] {
  const joined: HedgedMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const span = last && join(words, last, mention);
    if (span) joined[joined.length - 1] = span;
    else joined.push(mention);
  }
  return joined;
}

function join(words: string, first: HedgedMention, second: HedgedMention): PeriodMention | undefined {
  if (first.kind !== "period" || second.kind !== "period") return undefined;
  // "In the previous year, 2022."
  if (
    first.period.kind === "previous" &&
    second.period.kind === "named" &&
    /^,\s$/u.test(words.slice(first.end, second.start))
  )
    return { ...second, start: first.start };
  const lead =
    /(?<!\p{L})(?<word>between|from|over\s+the\s+period|in\s+the\s+period)\s+(?:the\s+|those\s+in\s+)?$/iu.exec(
      words.slice(0, first.start),
    );
  const isJoined = /^\s*(?:and|to|until|through(?:\s+to)?|up\s+to|-|–)\s*(?:in\s+|the\s+|those\s+in\s+)?$/iu.test(
    words.slice(first.end, second.start),
  );
  if (!lead || !isJoined) return undefined;
  const span = { start: lead.index, end: second.end, kind: "period", hedge: "none" } as const;
  const [from, to] = [first, second].map(({ period }) =>
    period.kind === "named" && period.labels.length === 1 ? period.labels[0] : undefined,
  );
  const [start, end] = [from, to].map((label) => (label === undefined ? undefined : parsePeriod(label)));
  if (from === undefined || to === undefined || !start || !end || start.start >= end.start) {
    return { ...span, period: { kind: "vague" } };
  }
  const whole = `${start.start}/${end.endExclusive}`;
  // "From 2018 to 2019" are two years, or a financial one.
  const year = Number(from);
  const isYear = /^\d{4}$/.test(from) && Number(to) === year + 1 && /^from/iu.test(lead.groups?.word ?? "");
  return {
    ...span,
    period: {
      kind: "named",
      labels: isYear ? [whole, `${from}/${String(Number(to) % 100).padStart(2, "0")}`] : [whole],
      ends: { from, to },
    },
  };
}
