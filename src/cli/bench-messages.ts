import type { EarlyPage, PreviewData, PreviewPage, PreviewPlan, PreviewProblem } from "../preview/index.ts";

/** What the process of a preview that has the server asks the one that makes the briefings. */
export interface ToBench {
  readonly id: number;
  readonly ask: BenchQuestion;
}

export type BenchQuestion =
  /** Reads again what changed, and what follows from it, when it is asked for next. */
  | { readonly kind: "forget"; readonly what: Changed | "everything" }
  /** Loads the module again, of which some files were saved, when it is asked for next. */
  | { readonly kind: "reload"; readonly files: readonly string[] }
  | { readonly kind: "plan" }
  | { readonly kind: "page"; readonly name: string }
  | { readonly kind: "data" };

/** A template, stylesheet or font; or what a dataset is read from. */
export type Changed = "templates" | "data";

export interface BenchAnswers {
  readonly forget: null;
  /** False where a process that has loaded it before cannot: it takes another one. */
  readonly reload: boolean;
  readonly plan: PreviewPlan;
  readonly page: PreviewPage;
  readonly data: readonly PreviewData[];
}

export type FromBench =
  /** Before the answer, of a page. */
  | { readonly id: number; readonly early: EarlyPage }
  | { readonly id: number; readonly value: BenchAnswers[keyof BenchAnswers] }
  | { readonly id: number; readonly problems: readonly PreviewProblem[] };
