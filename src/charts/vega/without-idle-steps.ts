import type { Runtime } from "vega";
import { isObject, type JsonObject } from "../json.ts";

/** A step of Vega's dataflow, as its parser writes it, with what it and the steps in it refer to. */
interface Step {
  readonly own: JsonObject;
  readonly refs: unknown[];
  ordersItems: boolean;
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
  if (steps.some(({ own, ordersItems }) => own.type === "encode" && ordersItems)) return runtime;
  const taken = new Map<unknown, JsonObject>();
  for (const { own } of steps)
    if (own.type === "render" && isObject(own.params)) taken.set(own.id, own.params.pulse as JsonObject);
  return without(runtime, taken, idleAmong(steps)) as Runtime;
}

/** What takes from a step that is left out may be all that it was asked for by. */
function idleAmong(steps: readonly Step[]): ReadonlySet<unknown> {
  const askedBy = new Map<unknown, number>();
  for (const { refs } of steps) for (const id of refs) askedBy.set(id, (askedBy.get(id) ?? 0) + 1);
  const idle = new Set<unknown>();
  let left = steps.filter(({ own }) => handingOn.has(own.type) && own.parent === undefined);
  let found: readonly Step[];
  do {
    found = left.filter(({ own }) => !askedBy.get(own.id));
    left = left.filter(({ own }) => askedBy.get(own.id));
    for (const { own, refs } of found) {
      idle.add(own.id);
      for (const id of refs) askedBy.set(id, (askedBy.get(id) ?? 0) - 1);
    }
  } while (found.length > 0);
  return idle;
}

function note(step: Step, { $ref, $output }: JsonObject): void {
  if ($ref !== undefined) step.refs.push($ref);
  if (Array.isArray($output) && $output.includes("zindex")) step.ordersItems = true;
}

/** All of them, also those that are run for each of several groups, in one walk: there are thousands of objects in them. */
function stepsIn(runtime: object): readonly Step[] {
  const steps: Step[] = [];
  const visit = (value: unknown, within: readonly Step[]): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, within);
    if (!isObject(value)) return;
    for (const step of within) note(step, value);
    for (const key of Object.keys(value)) {
      const part = value[key];
      if (key === "operators" && Array.isArray(part)) for (const own of part as JsonObject[]) visitStep(own, within);
      else if (typeof part === "object") visit(part, within);
    }
  };
  const visitStep = (own: JsonObject, within: readonly Step[]): void => {
    const step: Step = { own, refs: [], ordersItems: false };
    steps.push(step);
    visit(own, [...within, step]);
  };
  visit(runtime, []);
  return steps;
}

/** The same without some steps: those that take from `taken` take what these do. What has none of them in it stays the same object. */
function without(value: unknown, taken: ReadonlyMap<unknown, JsonObject>, idle: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value.map((each) => without(each, taken, idle));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  if (!isObject(value)) return value;
  const instead = taken.get(value.$ref);
  if (instead) return instead;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const part = value[key];
    if (typeof part !== "object") continue;
    const kept =
      key === "operators" && Array.isArray(part)
        ? part.filter(({ id }: JsonObject) => !taken.has(id) && !idle.has(id))
        : part;
    const changed = without(kept, taken, idle);
    if (changed === part) continue;
    copy ??= { ...value };
    copy[key] = changed;
  }
  return copy ?? value;
}
