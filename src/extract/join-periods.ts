import type { Period } from "../dataset/index.ts";
import type { HedgedMention, PeriodMention } from "./find-mentions.ts";

/**
 * `between 2010 and 2018`, `from 2016/17 to 2018/19`: two times as one, whose ends a change is from and to. Of a figure that
 * is no change it is the whole span.
 * @param readers how each dataset reads a label; what they read otherwise may be any of it
 */
export function joinPeriods(
  words: string,
  mentions: readonly HedgedMention[],
  readers: readonly ReadLabel[],
): readonly HedgedMention[] {
  const joined: HedgedMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const span = last && join({ words, readers }, last, mention);
    if (span) joined[joined.length - 1] = span;
    else joined.push(mention);
  }
  return joined;
}

type ReadLabel = (label: string) => Period | undefined;

interface JoinContext {
  readonly words: string;
  readonly readers: readonly ReadLabel[];
}

function join({ words, readers }: JoinContext, first: HedgedMention, second: HedgedMention): PeriodMention | undefined {
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
  if (from === undefined || to === undefined) return { ...span, period: { kind: "vague" } };
  const [whole, ...others] = new Set(
    readers.flatMap((read) => {
      const [start, end] = [read(from), read(to)];
      return start && end && start.start < end.start ? [`${start.start}/${end.endExclusive}`] : [];
    }),
  );
  if (whole === undefined) return { ...span, period: { kind: "vague" } };
  // "From 2018 to 2019" are two years, or a financial one.
  const year = Number(from);
  const isYear = /^\d{4}$/.test(from) && Number(to) === year + 1 && /^from/iu.test(lead.groups?.word ?? "");
  return {
    ...span,
    period: {
      kind: "named",
      labels: [whole, ...others, ...(isYear ? [`${from}/${String(Number(to) % 100).padStart(2, "0")}`] : [])],
      ends: { from, to },
    },
  };
}
