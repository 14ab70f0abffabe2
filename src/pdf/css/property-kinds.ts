import {
  keywordOf,
  type LengthPercentage,
  parseLength,
  parseLengthPercentage,
  type ValueNodes,
} from "../../stylesheet/index.ts";
import type { ComputedStyle } from "./computed-style.ts";
import type { Compute, Property } from "./property.ts";

type KeywordMap<T> = Readonly<Record<string, T>>;

/** A property that takes one of some keywords; `map` says what each computes to. */
export function keywordProperty<T>(
  name: string,
  settings: { readonly inherited?: boolean; readonly initial: T; readonly keywords: KeywordMap<T> },
): Property<T> {
  const { inherited = false, initial, keywords } = settings;
  return {
    name,
    inherited,
    initial,
    values: Object.keys(keywords).join(" \\| "),
    parse(nodes) {
      const keyword = keywordOf(nodes);
      if (keyword === undefined || !Object.hasOwn(keywords, keyword)) return undefined;
      const value = keywords[keyword] as T;
      return () => value;
    },
  };
}

/** Each keyword computes to itself. */
export function same<const K extends string>(...keywords: readonly K[]): Readonly<Record<K, K>> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, keyword])) as Record<K, K>;
}

/** A length or percentage, or one of some keywords; `keywords` says what each computes to. */
export function lengthProperty<T extends string | 0 = never>(
  name: string,
  settings: {
    readonly inherited?: boolean;
    readonly initial: LengthPercentage | NoInfer<T>;
    readonly keywords?: KeywordMap<T>;
    readonly negative?: boolean;
  },
): Property<LengthPercentage | T> {
  const { inherited = false, initial, keywords = {} as KeywordMap<T>, negative = false } = settings;
  return {
    name,
    inherited,
    initial,
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

/** A plain length, pt. */
export function plainLength(nodes: ValueNodes): Compute<number> | undefined {
  return nodes.length === 1 ? parseLength(nodes[0]) : undefined;
}

/** The part of the registry that one file of properties fills. */
export type PropertiesOf<K extends keyof ComputedStyle> = { readonly [Field in K]: Property<ComputedStyle[Field]> };
