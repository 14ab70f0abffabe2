import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this package keeps what it can make again: in the folder of caches of the XDG Base Directory Specification. */
export const userCacheFolder = (env: Environment): string =>
  join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "briefwright");

/**
 * Where compiled code is kept. `BRIEFWRIGHT_CACHE` is another folder, or `off`; without it, Node's own `NODE_DISABLE_COMPILE_CACHE`
 * and `NODE_COMPILE_CACHE` are asked. Undefined: nowhere.
 */
export function codeCacheFolder(env: Environment): string | undefined {
  const { BRIEFWRIGHT_CACHE: own, NODE_DISABLE_COMPILE_CACHE: isOff, NODE_COMPILE_CACHE: ofNode } = env;
  if (own === "off") return undefined;
  if (own) return own;
  if (isOff) return undefined;
  if (ofNode) return join(ofNode, "briefwright");
  // A daemon's user may have a home that is not there, and nobody wants it made.
  return env.XDG_CACHE_HOME || existsSync(homedir()) ? join(userCacheFolder(env), "code") : undefined;
}
