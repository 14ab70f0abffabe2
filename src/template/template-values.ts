import type { Category } from "../dataset/index.ts";
import type { Words } from "../language/index.ts";
import type { TemplateInput } from "./rendering.ts";
import { withoutMarks } from "./traced-text.ts";
import { TracedValue } from "./traced-value.ts";

/** Names that every template knows besides its parameters. */
export const standardVariables = ["title", "lang"] as const;

/** The parameters as a template reads them: categories as traced fields, free text without marks. */
export function templateValues({ parameters, lang, words }: TemplateInput): Record<string, unknown> {
  const values = Object.entries(parameters).map(([name, value]) => [name, templateValue(value, words)] as const);
  return { ...Object.fromEntries(values), lang };
}

function templateValue(value: Category | string | number | boolean, { names }: Words): unknown {
  if (typeof value === "string") return withoutMarks(value);
  if (typeof value !== "object") return value;
  const field = (text: string | undefined) => (text === undefined ? null : new TracedValue(text, { kind: "metadata" }));
  return {
    id: field(value.id),
    label: field(value.label),
    inText: field(value.inText),
    locative: field(names.located([value])),
    dimension: field(value.dimension),
    parent: field(value.parent),
    aliases: (value.aliases ?? []).map(field),
  };
}
