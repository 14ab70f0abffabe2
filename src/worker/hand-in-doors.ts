import * as nodeModule from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../package-root.ts";

type Doors = Readonly<Record<string, object>>;

interface Hooks {
  readonly initialize: (given: HandedIn) => void;
  readonly resolve: unknown;
  readonly load: unknown;
}

interface HandedIn {
  readonly key: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
}

const key = "briefwright.doors";

/** Where the doors stand for the modules that Node makes of them. */
export const doorsSymbol: unique symbol = Symbol.for(key);

/** From Node 22.15 on, for this thread and without another one. */
const { registerHooks } = nodeModule as { readonly registerHooks?: (hooks: Pick<Hooks, "resolve" | "load">) => void };

/**
 * Has Node's own loader give doors of this running package to whoever imports one: once for a process, and again where there are more of
 * them, but for calls side by side, of which each may.
 */
export async function handInDoors(more: Doors): Promise<void> {
  const before = (globalThis as { readonly [doorsSymbol]?: Doors })[doorsSymbol];
  if (before && Object.keys(more).every((specifier) => specifier in before)) return;
  const doors = { ...before, ...more };
  const names = Object.fromEntries(Object.entries(doors).map(([specifier, door]) => [specifier, Object.keys(door)]));
  const given: HandedIn = { key, names };
  const url = pathToFileURL(join(packageRoot(), "src", "worker", "door-hooks.mjs")).href;
  if (registerHooks) {
    const { initialize, resolve, load } = (await import(url)) as Hooks;
    initialize(given);
    if (!before) registerHooks({ resolve, load });
  } else nodeModule.register(url, { data: given });
  Object.defineProperty(globalThis, doorsSymbol, { value: doors, configurable: true });
}
