import type { UnreadKind, UnreadNumber } from "./extraction.ts";

const explanations: Readonly<Record<UnreadKind, string>> = {
  date: "A date or a year, and no claim in its sentence is about it.",
  age: "An age.",
  "phone number": "A phone number.",
  "time of day": "A time of day.",
  duration: "A length of time.",
  ordinal: "A place in an order.",
  "list number": "The number of a list or a note.",
  reference: "The number of something, not how many of it.",
  name: "A part of a name.",
  "web address": "A part of an address.",
  money: "An amount of money; claims here have no currency.",
  measurement: "A length, a weight or another quantity that is measured.",
  score: "A score.",
  compound: "It describes one thing, and counts none.",
  frequency: "How often somebody does something, or so many times of what the words do not say.",
  "rate base": "What a rate is of so many; it counts none.",
  forecast: "It is about what may come or should be, which no figure decides.",
  denial: "The words deny it; what they state instead is no number.",
  range: "A range; a claim states one number. Enter its ends by hand.",
  "small number": "A small number in words, of nothing that figures count.",
  number: "How this number is meant could not be read.",
};

const undecided: ReadonlySet<UnreadKind> = new Set(["money", "range", "denial", "small number", "number"]);

export function unreadNumber(
  source: string,
  { start, end }: { start: number; end: number },
  what: UnreadKind,
): UnreadNumber {
  return {
    start,
    end,
    text: source.slice(start, end),
    reason: undecided.has(what) ? "not-understood" : "not-a-statistic",
    what,
    explanation: explanations[what],
  };
}
