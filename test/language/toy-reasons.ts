import type { ReasonWords } from "../../src/language/contract/reasons.ts";

/** Texts and names of an argument, wherever they stand in it. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return /^[a-z-]+$/.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsIn);
}

/** Each sentence is what it is given, and one Greek word. */
const say = (...args: readonly unknown[]): string => ["λόγος", ...args.flatMap(textsIn)].join(" · ");

/** Rooms of the contract, and records of words; all else of it is a function. */
const rooms = new Set(["together", "article", "table"]);
const records = new Set(["plain", "verdicts", "facets", "findings"]);

const word = "λόγος";
const words = new Proxy({}, { get: () => word });

/** A room of the contract in which the toy says the same of all. */
const room = (): unknown =>
  new Proxy(
    {},
    {
      get: (_, name) =>
        rooms.has(String(name)) ? room() : records.has(String(name)) ? words : name === "evidence" ? word : say,
    },
  );

export const reasons = room() as ReasonWords;
