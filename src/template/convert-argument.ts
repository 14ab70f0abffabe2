import Handlebars from "handlebars";
import type { ArgumentKind, ArgumentTypes } from "./helpers/helper.ts";
import { findNamed, type NamedKind } from "./named-things.ts";
import { printValue } from "./print-value.ts";
import type { Rendering } from "./rendering.ts";
import { TracedValue } from "./traced-value.ts";

export interface HelperCall {
  readonly rendering: Rendering;
  readonly position: number;
  readonly helper: string;
}

type Convert<K extends ArgumentKind> = (value: unknown, call: HelperCall) => ArgumentTypes[K] | undefined;

/** What Handlebars passes becomes what helpers declare. Undefined once an error is reported. */
export const convertArgument: { readonly [K in ArgumentKind]: Convert<K> } = {
  claim: named("claim"),
  chart: named("chart"),
  table: named("table"),
  image: named("image"),
  source: named("source"),
  phrase: named("phrase"),
  symbol: named("symbol"),
  text: (value, { rendering, position }) => printValue(rendering, value, position),
  name: plainWords,
  literal: plainWords,
  flag: (value) => Boolean(value),
  any: (value) => value,
};

function named<K extends NamedKind>(kind: K): Convert<K> {
  return (value, call) => {
    const id = plainWords(value, call);
    if (id === undefined) return undefined;
    return findNamed(call.rendering, { kind, id, position: call.position }) as ArgumentTypes[K] | undefined;
  };
}

function plainWords(value: unknown, { rendering, position, helper }: HelperCall): string | undefined {
  if (typeof value === "string") return value;
  if (value instanceof TracedValue) return value.text;
  const what = value instanceof Handlebars.SafeString ? "printed text" : typeof value;
  const message = `{{${helper}}} takes an id or plain words, not ${what === "object" ? "a group of values" : what}.`;
  const hint = "A figure is printed by the id of its claim, so that it can be traced.";
  rendering.error({ code: "wrong-argument", message, hint }, position);
  return undefined;
}
