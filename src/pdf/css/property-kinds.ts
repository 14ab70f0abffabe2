import {
  keywordOf,
  type LengthPercentage,
  numberOf,
  parseLength,
  parseLengthPercentage,
  type ValueNodes,
} from "../../stylesheet/index.ts";
import type { Compute, PropertyRecord } from "./property.ts";

type KeywordMap<T> = Readonly<Record<string, T>>;

/** A property that takes one of some keywords; `map` says what each computes to. */
export function keywordProperty<T>(settings: {
  readonly inherited?: boolean;
  readonly initial: T;
  readonly keywords: KeywordMap<T>;
}): PropertyRecord<T> {
  const { keywords, ...record } = settings;
  return {
    ...record,
    values: Object.keys(keywords).join(" \\| "),
    parse(nodes) {
      const keyword = keywordOf(nodes);
      if (keyword === undefined || !Object.hasOwn(keywords, keyword)) return undefined;
      const value = keywords[keyword] as T;
      return () => value;
    },
  };
}

/** The parser of values that are the same wherever they stand; `read` gives undefined for what is none. */
export const fixed =
  <T>(read: (nodes: ValueNodes) => T | undefined) =>
  (nodes: ValueNodes): Compute<T> | undefined => {
    const value = read(nodes);
    return value === undefined ? undefined : () => value;
  };

interface IntegerSettings<T> {
  readonly inherited?: boolean;
  readonly initial: number | NoInfer<T>;
  readonly least?: number;
  readonly most?: number;
  readonly keyword?: T;
}

/** An integer from `least` to `most`, or a keyword. */
export const integerProperty = <const T extends string = never>({
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
  keyword,
  ...record
}: IntegerSettings<T>): PropertyRecord<number | T> => ({
  ...record,
  values: keyword === undefined ? "integer" : `${keyword} \\| integer`,
  parse: fixed((nodes) => {
    if (keyword !== undefined && keywordOf(nodes) === keyword) return keyword;
    const value = numberOf(nodes);
    return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  }),
});

/** Each keyword computes to itself. */
export function same<const K extends string>(...keywords: readonly K[]): Readonly<Record<K, K>> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, keyword])) as Record<K, K>;
}

/** A length or percentage, or one of some keywords; `keywords` says what each computes to. */
export function lengthProperty<T extends string | 0 = never>(settings: {
  readonly inherited?: boolean;
  readonly initial: LengthPercentage | NoInfer<T>;
  readonly keywords?: KeywordMap<T>;
  readonly negative?: boolean;
}): PropertyRecord<LengthPercentage | T> {
  const { keywords = {} as KeywordMap<T>, negative = false, ...record } = settings;
  return {
    ...record,
    values: ["length", "percentage", ...Object.keys(keywords).filter((keyword) => !keyword.startsWith("-"))].join(
      " \\| ",
    ),
    parse(nodes): Compute<LengthPercentage | T> | undefined {
      if (nodes.length !== 1) return undefined;
      const keyword = keywordOf(nodes);
      if (keyword !== undefined && Object.hasOwn(keywords, keyword)) {
        const computed = keywords[keyword] as T;
        return () => computed;
      }
      const value = parseLengthPercentage(nodes[0]);
      if (!value || negative) return value;
      return (context) => {
        const computed = value(context);
        return typeof computed === "number" ? Math.max(0, computed) : computed;
      };
    },
  };
}

/** A number or percentage, kept between 0 and 1. */
export function parseShare(nodes: ValueNodes): number | undefined {
  const [node] = nodes;
  const value = node?.type === "Percentage" ? Number(node.value) / 100 : numberOf(nodes);
  return value === undefined || nodes.length !== 1 ? undefined : Math.min(1, Math.max(0, value));
}

/** A plain length, pt. */
export function plainLength(nodes: ValueNodes): Compute<number> | undefined {
  return nodes.length === 1 ? parseLength(nodes[0]) : undefined;
}
