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
  const { parameters, rest: restKind = "any", hash: hashKinds = {} } = helper;
  const names = Object.keys(hashKinds);
  const nothing = helper.makes === "values" ? undefined : "";
  return function (this: unknown, ...all: unknown[]) {
    const { hash, data, fn, inverse } = all.pop() as CallOptions;
    const rendering = data.rendering;
    const position = hash[positionKey] as number;
    const call: HelperCall = { rendering, position, helper: helper.name, isComplete: true };

    const args = new Array<unknown>(parameters.length);
    for (let index = 0; index < parameters.length; index += 1)
      args[index] = convert(parameters[index] as ArgumentKind, all[index], call);
    const rest = new Array<unknown>(Math.max(0, all.length - parameters.length));
    for (let index = 0; index < rest.length; index += 1)
      rest[index] = convert(restKind, all[parameters.length + index], call);
    const options: Record<string, unknown> = {};
    for (const name of names)
      if (Object.hasOwn(hash, name)) options[name] = convert(hashKinds[name] as ArgumentKind, hash[name], call);
    if (!call.isComplete) return nothing;

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
  /** Each of its arguments holds so far. */
  isComplete: boolean;
}

function convert(kind: ArgumentKind, value: unknown, call: HelperCall): unknown {
  const converted = convertArgument[kind](value, call);
  if (converted === undefined && kind !== "any") call.isComplete = false;
  return converted;
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
