/** A value as code has it: `{ north: ["kent", "essex"] }`. */
export function writeLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, own]) => `${writeKey(key)}: ${writeLiteral(own)}`);
  return `{ ${fields.join(", ")} }`;
}

/** The name of a property: in quotation marks where it has to be. */
export const writeKey = (key: string): string => (/^[A-Za-z_$][\w$]*$/u.test(key) ? key : JSON.stringify(key));
