export interface ExtractCommandOptions {
  readonly datasets?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly out?: string;
  readonly format: "table" | "json";
}
