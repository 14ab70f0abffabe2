import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll } from "vitest";
import type { S3 } from "./servers.ts";

/** What stands between programs and a server of S3 does to requests. */
export type S3Fault =
  /** `writesTo`: writes to such paths alone. undefined: all. */
  | { readonly kind: "refuse"; readonly status: number; readonly code: string; readonly writesTo?: RegExp }
  /** The request is carried out, and the connection ends without an answer. */
  | { readonly kind: "lose-answers" }
  | { readonly kind: "delay"; readonly ms: number };

export interface S3Proxy {
  /** As `S3.env`, by this way. */
  readonly env: Readonly<Record<string, string>>;
  /** undefined: requests go through. */
  fault: S3Fault | undefined;
  /** Which requests go through one after the other, and how long each has to wait after the last, in ms. undefined: none. */
  gate: { readonly path: RegExp; readonly ms: number } | undefined;
  /** Of whom requests wait at the gate, by `AWS_SDK_UA_APP_ID`. */
  readonly waiting: readonly string[];
}

/** A way to a server of S3 that can be disturbed: what it does to a request, the server knows nothing of. */
export function useS3Proxy(s3: S3): S3Proxy {
  let port = 0;
  const waiting: IncomingMessage[] = [];
  const proxy: { -readonly [key in keyof S3Proxy]: S3Proxy[key] } = {
    fault: undefined,
    gate: undefined,
    get waiting() {
      return waiting.map(({ headers }) => /\bapp\/(\S+)/.exec(headers["user-agent"] ?? "")?.[1] ?? "");
    },
    get env() {
      return { ...s3.env, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` };
    },
  };
  let last: Promise<unknown> = Promise.resolve();
  async function throughGate(asked: IncomingMessage): Promise<void> {
    if (asked.method !== "PUT" || !proxy.gate?.path.test(asked.url ?? "")) return;
    waiting.push(asked);
    last = last.then(() => setTimeout(proxy.gate?.ms ?? 0));
    await last;
    waiting.splice(waiting.indexOf(asked), 1);
  }
  const server = createServer((asked, answer) => {
    void throughGate(asked).then(() => pass(asked, answer, { s3, fault: proxy.fault }));
  });
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return proxy;
}

interface Passing {
  readonly s3: S3;
  readonly fault: S3Fault | undefined;
}

const isRefused = ({ method, url }: IncomingMessage, { writesTo }: S3Fault & { readonly kind: "refuse" }): boolean =>
  writesTo === undefined || (method === "PUT" && writesTo.test(url ?? ""));

async function pass(asked: IncomingMessage, answer: ServerResponse, { s3, fault }: Passing): Promise<void> {
  if (fault?.kind === "refuse" && isRefused(asked, fault)) {
    asked.resume();
    answer.writeHead(fault.status, { "content-type": "application/xml" });
    answer.end(`<?xml version="1.0"?><Error><Code>${fault.code}</Code><Message>Not now.</Message></Error>`);
    return;
  }
  if (fault?.kind === "delay") await setTimeout(fault.ms);
  // Whoever asked may be gone by now.
  if (asked.destroyed) return;
  // With its own host: the signature is of that.
  const { method, url, headers } = asked;
  const onwards = request({ host: "127.0.0.1", port: s3.port, method, path: url, headers }, (found) => {
    if (fault?.kind === "lose-answers") {
      found.resume().on("end", () => answer.destroy());
      return;
    }
    answer.writeHead(found.statusCode ?? 500, found.headers);
    found.pipe(answer);
  });
  onwards.on("error", () => answer.destroy());
  asked.pipe(onwards);
}
