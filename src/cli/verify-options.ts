export interface VerifyCommandOptions {
  readonly format: "table" | "json";
}
