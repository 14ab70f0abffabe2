import { BriefingError } from "../diagnostics/index.ts";

/**
 * What is used of `@aws-sdk/client-s3`, which few install: whoever compiles a program against this package needs no declarations of it.
 */
export interface S3Sdk {
  readonly S3Client: new (options: {
    readonly maxAttempts: number;
    readonly forcePathStyle: boolean;
    readonly requestHandler: {
      readonly connectionTimeout: number;
      readonly requestTimeout: number;
      readonly throwOnRequestTimeout: true;
    };
  }) => S3Client;
  readonly HeadObjectCommand: Command<ObjectName, Head>;
  readonly GetObjectCommand: Command<ObjectName, Got>;
  readonly PutObjectCommand: Command<Put, { readonly ETag?: string }>;
  readonly DeleteObjectCommand: Command<ObjectName, object>;
  readonly ListObjectsV2Command: Command<List, Listed>;
}

interface S3Client {
  send<Output>(command: Asked<Output>): Promise<Output>;
}

type Command<Input, Output> = new (input: Input) => Asked<Output>;

interface Asked<Output> {
  /** There in the types of TypeScript alone. */
  readonly output?: Output;
}

interface ObjectName {
  readonly Bucket: string;
  readonly Key: string;
}

interface Head {
  readonly ContentLength?: number;
  readonly ETag?: string;
  readonly Metadata?: Readonly<Record<string, string>>;
}

interface Got {
  readonly ETag?: string;
  readonly Body?: { transformToByteArray(): Promise<Uint8Array> };
}

interface Put extends ObjectName {
  readonly IfMatch?: string;
  readonly IfNoneMatch?: string;
  readonly Body: Uint8Array;
  readonly ContentType: string;
  readonly Metadata: Readonly<Record<string, string>>;
}

interface List {
  readonly Bucket: string;
  readonly Prefix: string;
  readonly Delimiter: string;
  readonly ContinuationToken: string | undefined;
}

interface Listed {
  readonly Contents?: readonly { readonly Key?: string; readonly Size?: number; readonly ETag?: string }[];
  readonly NextContinuationToken?: string;
}

/** Where a type checker does not look for it. */
const packageName: string = "@aws-sdk/client-s3";

/** @throws BriefingError where it is not installed. */
export async function loadS3Sdk(location: string): Promise<S3Sdk> {
  try {
    return (await import(packageName)) as S3Sdk;
  } catch (error) {
    throw new BriefingError([
      {
        code: "missing-package",
        severity: "error",
        message: `${location} is written by ${packageName}, which cannot be loaded: ${error instanceof Error ? error.message : String(error)}.`,
        hint: `npm install ${packageName}`,
      },
    ]);
  }
}
