import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Who may ask: only under these names, or with the token. */
export interface Guard {
  /** The names under which the server may be asked, with its port; undefined where it has a token and any will do. */
  readonly hosts: ReadonlySet<string> | undefined;
  readonly token: string | undefined;
}

/** What a request gets: an answer, a cookie with the token that it brought ("remember"), or a status that says why not. */
export type Admission = "answer" | "remember" | 401 | 403 | 405 | 421;

/** `path`: decoded, one part for each `/`; that of the root is one empty text. */
export interface Address {
  readonly path: readonly string[];
  readonly token: string | null;
}

/** What a request is for; undefined where it is no address. */
export function readAddress(url = "/"): Address | undefined {
  try {
    const { pathname, searchParams } = new URL(url, "http://preview");
    return { path: pathname.slice(1).split("/").map(decodeURIComponent), token: searchParams.get("token") };
  } catch {
    return undefined;
  }
}

const cookieName = "briefwright-preview";
/** A browser keeps it for this address, and sends it from none of another site's pages. */
export const tokenCookie = (token: string): string => `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`;

/**
 * Decides on a request. A site whose name was made to lead here (DNS rebinding) sends its own name as `Host`; one that asks from
 * its own page sends itself as `Origin`, or says so by `Sec-Fetch-Site`.
 */
export function admit(
  { method, url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  guard: Guard,
): Admission {
  const { host = "", origin } = headers;
  if (guard.hosts && !guard.hosts.has(host.toLowerCase())) return 421;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return 403;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return 403;
  if (guard.token !== undefined) {
    if (isSame(readAddress(url)?.token, guard.token)) return "remember";
    if (!isSame(cookieOf(headers.cookie), guard.token)) return 401;
  }
  if (method === "GET" || method === "HEAD") return "answer";
  // What changes something is asked for by a page, which says which.
  return method === "POST" && origin !== undefined ? "answer" : 405;
}

function cookieOf(cookies: string | undefined): string | undefined {
  const own = (cookies ?? "").split(/;\s*/).find((cookie) => cookie.startsWith(`${cookieName}=`));
  return own?.slice(cookieName.length + 1);
}

function isSame(given: string | null | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
