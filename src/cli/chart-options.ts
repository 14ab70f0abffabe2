export interface ChartCommandOptions {
  readonly out: string;
  readonly width?: number;
  readonly alt?: string;
  readonly title?: string;
  /** A Markdown file for its description and its data. */
  readonly text?: string;
  readonly lang: string;
  readonly date?: Date;
  readonly allow?: readonly string[];
  readonly trust?: boolean;
}
