import type { Runtime } from "vega";
import { isObject, type JsonObject } from "../json.ts";

/** A step of Vega's dataflow, as its parser writes it. */
interface Step extends JsonObject {
  readonly id: unknown;
}

/** Steps that do nothing but hand on what they make: of no use where nobody takes it. */
const handingOn: ReadonlySet<unknown> = new Set(["sieve", "axisticks", "proxy"]);

/**
 * A parsed spec without the steps that a picture does not need: those that tell a renderer what to draw again, and those whose answers nobody asks
 * for. They are a seventh of all, and each takes a kilobyte of every view. A spec whose items have an order of their own is left as it is, since it
 * is a renderer's step that has them sorted.
 */
export function withoutIdleSteps(runtime: Runtime): Runtime {
  const steps = stepsIn(runtime);
  if (steps.some(ordersItems)) return runtime;
  const taken = new Map<unknown, unknown>();
  for (const { id, type, params } of steps) if (type === "render" && isObject(params)) taken.set(id, params.pulse);
  const idle = idleAmong(steps);
  return mapped(runtime, (object) => {
    if (taken.has(object.$ref)) return taken.get(object.$ref) as JsonObject;
    const { operators } = object;
    if (!Array.isArray(operators)) return object;
    return { ...object, operators: operators.filter(({ id }: Step) => !taken.has(id) && !idle.has(id)) };
  }) as Runtime;
}

/** What takes from a step that is left out may be all that it was asked for by. */
function idleAmong(steps: readonly Step[]): ReadonlySet<unknown> {
  const idle = new Set<unknown>();
  let known = -1;
  while (idle.size > known) {
    known = idle.size;
    const asked = new Set<unknown>();
    for (const step of steps) {
      if (idle.has(step.id)) continue;
      for (const { $ref } of objectsIn(step)) asked.add($ref);
    }
    for (const { id, type, parent } of steps)
      if (handingOn.has(type) && parent === undefined && !asked.has(id)) idle.add(id);
  }
  return idle;
}

/** All of them, also those that are run for each of several groups. */
const stepsIn = (runtime: object): readonly Step[] =>
  objectsIn(runtime).flatMap(({ operators }) => (Array.isArray(operators) ? (operators as Step[]) : []));

const ordersItems = (step: Step): boolean =>
  step.type === "encode" && objectsIn(step).some(({ $output }) => Array.isArray($output) && $output.includes("zindex"));

/** The object itself, and all in it. */
function objectsIn(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** A copy in which each object was changed, innermost first. */
function mapped(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, change)])));
}
