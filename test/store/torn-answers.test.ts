import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";

const content = Buffer.from('{"run":"one"}');
const checksumOf = (bytes: Buffer): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString("base64");
};

/** How a server answers that another program is writing the file for. */
const torn = {
  "with the checksum of another version": { checksum: checksumOf(Buffer.from("another")), sent: content },
  "with fewer bytes than it says": { checksum: checksumOf(content), sent: content.subarray(0, 5) },
};

describe.each(Object.entries(torn))("a file that comes %s", (_, { checksum, sent }) => {
  let asked = 0;
  let isTornUntil = 0;
  const server = createServer((request, answer) => {
    asked += 1;
    request.resume();
    const isTorn = asked <= isTornUntil;
    answer.writeHead(200, {
      "content-length": content.length,
      etag: `"${asked}"`,
      "x-amz-checksum-crc32": isTorn ? checksum : checksumOf(content),
    });
    const bytes = isTorn ? sent : content;
    answer.write(bytes, () => (bytes.length < content.length ? answer.destroy() : answer.end()));
  });
  const before = { ...process.env };
  beforeEach(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    asked = 0;
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ...{ AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b", AWS_REGION: "us-east-1" },
    });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });

  it("is read again, with the version of the answer that came whole", async () => {
    isTornUntil = 2;
    const found = await (await openStore("s3://bucket")).read("current.json");
    expect([Buffer.from(found?.content ?? []).toString(), found?.version]).toEqual([String(content), '"3"']);
  });

  it("is told of where it never comes otherwise", async () => {
    isTornUntil = Number.POSITIVE_INFINITY;
    const store = await openStore("s3://bucket");
    const [problem] = await laterErrorsOf(() => store.read("current.json"));
    expect(problem).toMatchObject({ code: "store-unavailable", source: { file: "s3://bucket/current.json" } });
  });
});
