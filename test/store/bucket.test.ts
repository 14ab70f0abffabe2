import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { describeWith, useS3 } from "../support/servers.ts";
import { keepsItsWord, namesOf } from "./keeps-its-word.ts";

describeWith(["versitygw"], "a bucket", () => {
  const s3 = useS3();
  beforeAll(() => {
    Object.assign(process.env, s3.env);
  });
  afterAll(() => {
    for (const name of Object.keys(s3.env)) delete process.env[name];
  });

  describe("as a whole", () => keepsItsWord(() => openStore(s3.bucket("whole"))));
  describe("below a prefix", () => keepsItsWord(() => openStore(`${s3.bucket("shared")}/area/2024/`)));

  it("lists more than fit on one page", async () => {
    const store = await openStore(s3.bucket("many"));
    const names = Array.from({ length: 1100 }, (_, at) => `area-${at}.json`);
    for (const name of names) writeFileSync(join(s3.folder, "buckets", "many", name), "{}");
    expect(await namesOf(store)).toEqual(names.sort());
  });

  it("says what kind of content it is, for those who serve it", async () => {
    const store = await openStore(s3.bucket("typed"));
    await store.write("index.html", "<p>");
    const sdk = "@aws-sdk/client-s3";
    const { S3Client, HeadObjectCommand } = await import(/* @vite-ignore */ sdk);
    const client = new S3Client({ forcePathStyle: true });
    const head = await client.send(new HeadObjectCommand({ Bucket: "typed", Key: "index.html" }));
    expect(head.ContentType).toBe("text/html; charset=utf-8");
  });

  it("names what is wrong: no such bucket, wrong credentials", async () => {
    const none = await openStore("s3://not-there");
    expect((await laterErrorsOf(() => none.write("a.json", "", "absent")))[0]).toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining("NoSuchBucket"),
      source: { file: "s3://not-there/a.json" },
    });
    const secret = process.env.AWS_SECRET_ACCESS_KEY;
    process.env.AWS_SECRET_ACCESS_KEY = "wrong";
    const stranger = await openStore(s3.bucket("typed"));
    const found = await laterErrorsOf(() => stranger.read("index.html"));
    process.env.AWS_SECRET_ACCESS_KEY = secret;
    expect(found[0]).toMatchObject({ code: "store-unavailable", message: expect.stringContaining("403") });
  });

  it("names a server that does not answer", async () => {
    const store = await openStore(s3.bucket("gone"));
    await s3.kill();
    const found = await laterErrorsOf(() => store.write("a.json", ""));
    await s3.start();
    expect(found[0]).toMatchObject({ code: "store-unavailable", message: expect.stringContaining("ECONNREFUSED") });
    expect(await store.write("a.json", "", "absent")).toMatchObject({ kind: "written" });
  });
});
