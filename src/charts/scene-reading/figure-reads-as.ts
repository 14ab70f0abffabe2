import type { Words } from "../../language/index.ts";
import { numberWriting } from "../number-writing.ts";
import type { MeaningOf } from "./field-meaning.ts";
import { readsAs, writtenFigures } from "./written-figure.ts";

export interface FigureReadsAsOptions {
  readonly value: number;
  readonly field: string;
  readonly meaningOf: MeaningOf;
  readonly words: Words;
}

/** Whether a text writes a value: one of its figures is the value, or it has none (a marker, a word). */
export function figureReadsAs(text: string, { value, field, meaningOf, words }: FigureReadsAsOptions): boolean {
  const written = writtenFigures(text, numberWriting(words));
  return written.length === 0 || written.some((figure) => readsAs(figure, value, { fields: [field], meaningOf }));
}
