import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { BriefingError } from "../diagnostics/index.ts";

/** Where numbers are served for Prometheus: `GET /metrics`. */
export interface MetricsServer {
  readonly address: string;
  close(): void;
}

/**
 * Asked for before there are connections, which would keep a worker from ending that cannot have the address.
 * @param page made anew for each request.
 * @throws BriefingError where it cannot have the address.
 */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  page: () => Promise<string>,
): Promise<MetricsServer> {
  // Most who load this room serve nothing.
  const { createServer } = await import("node:http");
  const server = createServer((request, response) => {
    if (request.url?.split("?")[0] !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    page().then(
      (text) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  server.listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw new BriefingError([
      {
        code: "invalid-option",
        severity: "error",
        message: `Numbers cannot be served at ${host}, port ${port}: ${error.code === "EADDRINUSE" ? "another program is there" : error.message}.`,
        hint: "Name another port, or 0 for any that is free; and an address of this machine.",
      },
    ]);
  });
  const { address, port: own, family } = server.address() as AddressInfo;
  return {
    address: `http://${family === "IPv6" ? `[${address}]` : address}:${own}/metrics`,
    close: () => void server.close(),
  };
}
