import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Where numbers are served for Prometheus: `GET /metrics`. */
export interface MetricsServer {
  readonly address: string;
  close(): void;
}

/** @param page made anew for each request. */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  page: () => Promise<string>,
): Promise<MetricsServer> {
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
  await once(server, "listening");
  const { address, port: own, family } = server.address() as AddressInfo;
  return {
    address: `http://${family === "IPv6" ? `[${address}]` : address}:${own}/metrics`,
    close: () => void server.close(),
  };
}
