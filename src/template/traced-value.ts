import type { TracedRun } from "./traced-text.ts";

/** A value of the template's context that came from the dataset and prints as such. */
export class TracedValue {
  readonly text: string;
  readonly run: TracedRun;

  constructor(text: string, run: TracedRun) {
    this.text = text;
    this.run = run;
  }

  toString(): string {
    return this.text;
  }
}
