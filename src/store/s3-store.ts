import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import { checkName } from "./check-name.ts";
import { loadS3Sdk } from "./s3-sdk.ts";
import type { Store, WriteCondition } from "./store.ts";

/** How long a server may take to accept a connection and to answer, in ms; the client tries again by itself before it gives up. */
const timeouts = { connectionTimeout: 5000, requestTimeout: 60_000 };
const attempts = 4;
/** In ms, before a file is read again whose bytes came cut off or torn. */
const pause = 50;

/**
 * A bucket, or what is below a prefix of it. The address, region and credentials of the server are those of the environment
 * (`AWS_ENDPOINT_URL_S3`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, …), as every program of AWS reads them. A version is an ETag.
 *
 * It needs a server that knows `If-None-Match` and `If-Match` of PutObject; the first write on a condition finds out.
 */
export async function openS3Store(location: string): Promise<Store> {
  const { bucket, prefix } = bucketOf(location);
  const sdk = await loadS3Sdk(location);
  const client = new sdk.S3Client({
    maxAttempts: attempts,
    // Servers other than AWS's have no name for each bucket.
    forcePathStyle: (process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL) !== undefined,
    requestHandler: { ...timeouts, throwOnRequestTimeout: true },
  });
  const target = (name: string) => ({ Bucket: bucket, Key: prefix + checkName(name) });
  const describe = (name: string): string => `s3://${bucket}/${prefix}${name}`;

  async function asking<T>(name: string, ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw unavailable(describe(name), error);
    }
  }

  return {
    location,
    describe,
    head: (name) =>
      asking(name, async () => {
        const found = await client.send(new sdk.HeadObjectCommand(target(name)));
        return {
          bytes: found.ContentLength ?? 0,
          version: found.ETag ?? "",
          sha256: found.Metadata?.[hashKey],
        };
      }),
    read: (name) =>
      asking(name, () =>
        untilWhole(async () => {
          const found = await client.send(new sdk.GetObjectCommand(target(name)));
          const read = async () => (await found.Body?.transformToByteArray()) ?? new Uint8Array();
          return { read, version: found.ETag ?? "" };
        }),
      ),
    async write(name, content, condition) {
      const body = typeof content === "string" ? Buffer.from(content) : content;
      try {
        const { ETag } = await client.send(
          new sdk.PutObjectCommand({
            ...target(name),
            ...conditionOf(condition),
            Body: body,
            ContentType: typeOf(name),
            Metadata: { [hashKey]: createHash("sha256").update(body).digest("hex") },
          }),
        );
        return { kind: "written", version: ETag ?? "" };
      } catch (error) {
        // What was seen is not there any more, or another write is under way.
        if (condition !== undefined && (isRefused(error) || isMissing(error))) return { kind: "conflict" };
        throw unavailable(describe(name), error);
      }
    },
    async remove(name) {
      await asking(name, () => client.send(new sdk.DeleteObjectCommand(target(name))));
    },
    async *list(own = "") {
      let token: string | undefined;
      do {
        const page = await asking(own, () =>
          client.send(
            new sdk.ListObjectsV2Command({
              Bucket: bucket,
              Prefix: prefix + own,
              Delimiter: "/",
              ContinuationToken: token,
            }),
          ),
        );
        for (const { Key, Size, ETag } of page?.Contents ?? [])
          if (Key !== undefined && Key !== prefix)
            yield { name: Key.slice(prefix.length), bytes: Size ?? 0, version: ETag };
        token = page?.NextContinuationToken;
      } while (token !== undefined);
    },
  };
}

/**
 * The client tries again where it gets no answer, but not where one ends too early, or has other bytes than those of its checksum: so may
 * a file be that another program writes at that moment.
 */
async function untilWhole(
  ask: () => Promise<{ readonly version: string; read(): Promise<Uint8Array> }>,
): Promise<{ readonly content: Uint8Array; readonly version: string }> {
  for (let tried = 1; ; tried += 1) {
    const { version, read } = await ask();
    try {
      return { content: await read(), version };
    } catch (error) {
      if (tried === attempts) throw error;
      await setTimeout(tried * pause);
    }
  }
}

/** Of what a program that wrote a file says of it. */
const hashKey = "sha256";

function bucketOf(location: string): { readonly bucket: string; readonly prefix: string } {
  const [, bucket = "", path = ""] = /^s3:\/\/([^/?#]+)(?:\/([^?#]*))?$/i.exec(location) ?? [];
  if (bucket === "") {
    throw new BriefingError([
      {
        code: "invalid-store",
        severity: "error",
        message: `"${location}" is no address of a bucket.`,
        hint: "Write it as s3://bucket or s3://bucket/prefix; AWS_ENDPOINT_URL_S3 names a server other than AWS's.",
      },
    ]);
  }
  // A server that is asked for such a name may not say so, and is waited for in vain.
  if (!/^[a-z\d](?!.*\.\.)[a-z\d.-]{1,61}[a-z\d]$/.test(bucket)) {
    throw new BriefingError([
      {
        code: "invalid-store",
        severity: "error",
        message: `No bucket can be called "${bucket}".`,
        hint: "Its name has 3 to 63 small letters, digits, hyphens and dots, begins and ends with a letter or a digit, and has no two dots beside each other.",
      },
    ]);
  }
  const prefix = path.replaceAll(/\/+/g, "/").replace(/^\/|\/$/g, "");
  return { bucket, prefix: prefix === "" ? "" : `${prefix}/` };
}

const conditionOf = (condition: WriteCondition) =>
  condition === undefined ? {} : condition === "absent" ? { IfNoneMatch: "*" } : { IfMatch: condition.version };

const types: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  json: "application/json",
};
const typeOf = (name: string): string => types[/\.(\w+)$/.exec(name)?.[1] ?? ""] ?? "application/octet-stream";

interface Answer {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
}

const statusOf = (error: unknown): number | undefined => (error as Answer).$metadata?.httpStatusCode;
/** Of a file, and not of its bucket. */
const isMissing = (error: unknown): boolean => statusOf(error) === 404 && (error as Answer).name !== "NoSuchBucket";
/** Precondition failed, and the conflict of two writes at once. */
const isRefused = (error: unknown): boolean => statusOf(error) === 412 || statusOf(error) === 409;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function unavailable(file: string, error: unknown): BriefingError {
  const status = statusOf(error);
  const { name = "Error" } = error as Answer;
  const diagnostic: Diagnostic = {
    code: "store-unavailable",
    severity: "error",
    message: `The store does not do what it is asked for: ${name}${status === undefined ? "" : ` (${status})`}: ${messageOf(error).trim().replace(/\.$/, "")}.`,
    hint: "Check the address, the bucket, and what the credentials may do; or wait until the store is back.",
    source: { file },
  };
  return new BriefingError([diagnostic], { cause: error });
}
