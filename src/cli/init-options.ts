import type { SurveyOptions } from "./read-survey.ts";

export interface InitOptions extends SurveyOptions {
  readonly out?: string;
  readonly title?: string;
  readonly yes?: true;
}
