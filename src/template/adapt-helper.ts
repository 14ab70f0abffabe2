import Handlebars from "handlebars";
import type { ArgumentKind, ArgumentTypes, Helper } from "./helpers/helper.ts";
import { findNamed, type NamedKind } from "./named-things.ts";
import { printValue } from "./print-value.ts";
import type { Rendering } from "./rendering.ts";
import { TracedValue } from "./traced-value.ts";

/** Hash key by which the compiler tells a call where it stands; no template can write it. */
export const positionKey = "$position";

interface CallOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly rendering: Rendering };
  /** Of one call of a helper and nothing else they give what that gives, which is no string. */
  readonly fn?: (context: unknown) => string | Handlebars.SafeString;
  readonly inverse?: (context: unknown) => string | Handlebars.SafeString;
}

/** Makes of a helper what Handlebars calls. A call with an argument that does not hold prints nothing; its error is kept. */
export function adaptHelper(helper: Helper): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const { hash, data, fn, inverse } = all.pop() as CallOptions;
    const rendering = data.rendering;
    const position = hash[positionKey] as number;
    const site = { rendering, position, helper: helper.name };

    let complete = true;
    const convert = (kind: ArgumentKind, value: unknown) => {
      const converted = convertArgument[kind](value, site);
      if (converted === undefined && kind !== "any") complete = false;
      return converted;
    };
    const args = helper.parameters.map((kind, index) => convert(kind, all[index]));
    const rest = all.slice(helper.parameters.length).map((value) => convert(helper.rest ?? "any", value));
    const options: Record<string, unknown> = {};
    for (const [name, kind] of Object.entries(helper.hash ?? {})) {
      if (Object.hasOwn(hash, name)) options[name] = convert(kind, hash[name]);
    }
    const nothing = helper.makes === "values" ? undefined : "";
    if (!complete) return nothing;

    const content = fn && (() => String(fn(this)));
    const otherwise = inverse && (() => String(inverse(this)));
    const result = helper.run({ rendering, position, hash: options, rest, content, otherwise }, ...args);
    return helper.makes === "values" ? result : new Handlebars.SafeString(result as string);
  };
}

interface HelperCall {
  readonly rendering: Rendering;
  readonly position: number;
  readonly helper: string;
}

type Convert<K extends ArgumentKind> = (value: unknown, call: HelperCall) => ArgumentTypes[K] | undefined;

/** What Handlebars passes becomes what helpers declare. Undefined once an error is reported. */
const convertArgument: { readonly [K in ArgumentKind]: Convert<K> } = {
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
