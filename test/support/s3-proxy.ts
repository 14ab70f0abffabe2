import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { S3 } from "./servers.ts";

/** What stands between programs and a server of S3 does to requests. */
export type S3Fault =
  | { readonly kind: "refuse"; readonly status: number; readonly code: string }
  /** The request is carried out, and the connection ends without an answer. */
  | { readonly kind: "lose-answers" }
  | { readonly kind: "delay"; readonly ms: number };

export interface S3Proxy {
  /** As `S3.env`, by this way. */
  readonly env: Readonly<Record<string, string>>;
  /** undefined: requests go through. */
  fault: S3Fault | undefined;
}

/** A way to a server of S3 that can be disturbed: what it does to a request, the server knows nothing of. */
export function useS3Proxy(s3: S3): S3Proxy {
  let port = 0;
  const proxy: { -readonly [key in keyof S3Proxy]: S3Proxy[key] } = {
    fault: undefined,
    get env() {
      return { ...s3.env, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` };
    },
  };
  const server = createServer((asked, answer) => void pass(asked, answer, { s3, fault: proxy.fault }));
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

async function pass(asked: IncomingMessage, answer: ServerResponse, { s3, fault }: Passing): Promise<void> {
  if (fault?.kind === "refuse") {
    asked.resume();
    answer.writeHead(fault.status, { "content-type": "application/xml" });
    answer.end(`<?xml version="1.0"?><Error><Code>${fault.code}</Code><Message>Not now.</Message></Error>`);
    return;
  }
  if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms));
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
