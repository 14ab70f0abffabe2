import type { RecordedFigure } from "./briefing-record.ts";

/** A figure with what decides how it changed. */
export interface ComparedFigure extends PrintedFigure {
  readonly id: string;
  readonly isShown: boolean;
  /** Disclosure control or the publisher hides it. */
  readonly isHidden: boolean;
  /** What was asked for. */
  readonly asked: string;
  /** Null for the figures of charts. */
  readonly source: RecordedFigure | null;
}

/** A figure as one edition prints it; of one that is withheld, no value, phrase or verdict. */
export interface PrintedFigure {
  readonly value: string;
  readonly phrase: string;
  readonly period: string;
  readonly area: string;
  readonly verdict: string;
}
