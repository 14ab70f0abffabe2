/** The text of a template or partial, and the name that diagnostics call it by. */
export interface TemplateSource {
  readonly text: string;
  /** Shown in diagnostics, e.g. `templates/regional.hbs`. */
  readonly file: string;
}
