import type { Printed } from "./printed-figures.ts";

/** A figure and what holds it: `Kent and Essex, about 12 each`. */
export interface Held {
  readonly names: string;
  readonly figure: Printed;
  readonly isAbout: boolean;
  readonly isEach: boolean;
  /** The ends of its interval. */
  readonly ends?: readonly [Printed, Printed] | undefined;
  /** What it is compared with: `Target`, and its figure. */
  readonly other?: readonly [string, Printed] | undefined;
}

/** `12 in 2014`. */
export interface At {
  readonly figure: Printed | undefined;
  readonly names: string;
  /** Why there is none: `suppressed`. */
  readonly gap?: string | undefined;
}

/** What one sentence says. `of` is the small chart, the line or the series that it begins with. */
export type Statement =
  | {
      readonly kind: "more" | "moreLines" | "alikeCharts" | "points" | "rows" | "spread" | "areasNotInData";
      readonly of: string;
      readonly count: number;
    }
  | { readonly kind: "panels"; readonly count: number; readonly title: string | undefined }
  | { readonly kind: "noData" | "medians" | "atZero"; readonly of: string }
  | { readonly kind: "intervals"; readonly percent: number }
  | GapsStatement
  | MovesStatement
  | LargestStatement
  | { readonly kind: "largestPart"; readonly parts: readonly { readonly at: string; readonly names: string }[] }
  | { readonly kind: "turns"; readonly of: string; readonly points: readonly At[] }
  | LineStatement
  | {
      readonly kind: "extremes";
      readonly of: string;
      readonly shown: number | undefined;
      readonly highest: Held | undefined;
      readonly lowest: Held | undefined;
    }
  | {
      readonly kind: "same";
      readonly of: string;
      readonly count: number;
      readonly figure: Printed;
      readonly isAbout: boolean;
    }
  | { readonly kind: "several"; readonly of: string; readonly points: readonly At[] }
  | { readonly kind: "highlighted"; readonly held: Held; readonly rank: Rank | undefined }
  | { readonly kind: "highlightedGap"; readonly name: string; readonly state: string }
  | {
      readonly kind: "against";
      readonly title: string;
      readonly counts: readonly [number, number, number];
      readonly isAbout: boolean;
    }
  | { readonly kind: "span"; readonly title: string; readonly ends: readonly [Printed, Printed] }
  | { readonly kind: "held"; readonly of: string; readonly held: Held }
  | { readonly kind: "times"; readonly of: string; readonly names: string; readonly ends: readonly [string, string] }
  | { readonly kind: "places"; readonly of: string; readonly points: readonly At[] }
  | { readonly kind: "leaders"; readonly all: readonly { readonly at: string; readonly names: string }[] }
  | {
      readonly kind: "annotation";
      readonly label: string;
      readonly figure: Printed | undefined;
      readonly places: string | undefined;
    }
  | { readonly kind: "outside"; readonly side: "above" | "below"; readonly names: string }
  | { readonly kind: "innerAlone"; readonly above: number; readonly below: number }
  | { readonly kind: "within"; readonly count: number }
  | {
      readonly kind: "limits";
      readonly name: string;
      readonly figure: Printed;
      readonly side: "above" | "below" | "within";
      readonly ends: readonly [Printed, Printed];
    }
  | { readonly kind: "unread" };

export interface GapsStatement {
  readonly kind: "gaps";
  readonly all: readonly {
    readonly count: number;
    readonly state: "suppressed" | "missing" | "conflict";
    readonly names: string | undefined;
  }[];
}

export interface LargestStatement {
  readonly kind: "largest";
  readonly of: string;
  readonly sign: 1 | -1;
  /** Whether no other went that way. */
  readonly isOnly: boolean;
  /** What the difference is said to be in: the title of what is measured, or `%` for percentage points. */
  readonly unit: string | undefined;
  readonly moves: readonly Move[];
}

/** Without figures where a sentence before has told them. */
interface Move {
  readonly name: string;
  readonly from: Printed | undefined;
  readonly to: Printed | undefined;
}

export interface MovesStatement {
  readonly kind: "moves" | "pairs";
  readonly of: string;
  readonly from: string;
  readonly to: string;
  /** Up, down and level. */
  readonly counts: readonly [number, number, number];
  readonly shown: number | undefined;
  readonly isAbout: boolean;
}

export interface LineStatement {
  readonly kind: "line";
  readonly of: string;
  readonly first: At;
  readonly last: At | undefined;
  readonly way: "rising" | "falling" | "same" | "about the same" | undefined;
  readonly highest: At | undefined;
  readonly lowest: At | undefined;
}

export interface Rank {
  readonly position: number;
  readonly order: "highest" | "lowest";
  readonly isJoint: boolean;
  readonly of: number;
}
