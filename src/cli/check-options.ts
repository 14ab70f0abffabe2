export interface CheckOptions {
  readonly data?: Readonly<Record<string, string>>;
  readonly format: "table" | "json";
}
