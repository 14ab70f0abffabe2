import type { SurveyOptions } from "./read-survey.ts";
import type { StarterTemplate } from "./starter-templates.ts";

export interface InitOptions extends SurveyOptions {
  readonly out?: string;
  /** A module with the definition, in place of a guess. */
  readonly dataset?: string;
  readonly title?: string;
  readonly template?: StarterTemplate;
  readonly yes?: true;
  /** Periods after it are still to come. */
  readonly date?: Date;
}
