import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe } from "vitest";

/** A server that a test started, on an address of this machine alone, with data of its own. */
export interface Server {
  readonly port: number;
  /** Ends it as a power cut would, by SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and data. */
  start(): Promise<void>;
  /** Stops it where it is, and lets it go on. */
  pause(): void;
  resume(): void;
  readonly pid: number;
  /** Where its data is. */
  readonly folder: string;
}

/** A Redis that has every write on its disk before it answers, as `examples/scheduled` starts it. */
export interface Redis extends Server {
  readonly url: string;
}

/** A versitygw: a server of S3 over a folder. */
export interface S3 extends Server {
  /** What a program has in its environment to reach it. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes a bucket, and says its address. */
  bucket(name: string): string;
  /** How often each file of a bucket was written, as its own log says: refused writes are none. */
  writesTo(bucket: string): ReadonlyMap<string, number>;
}

/** Where Go, and whoever installs for himself, puts programs, besides PATH. */
const folders = [
  ...(process.env.PATH ?? "").split(":"),
  join(homedir(), "go/bin"),
  join(homedir(), ".local/bin"),
  process.env.GOBIN ?? "",
];
export const programOf = (name: string): string | undefined =>
  folders.map((folder) => join(folder, name)).find((file) => existsSync(file));

/** Tests that need a server: skipped, by name, where it is not installed; with CI=true that is a failure. */
export function describeWith(programs: readonly ("redis-server" | "versitygw")[], name: string, tests: () => void) {
  const missing = programs.filter((program) => programOf(program) === undefined);
  if (missing.length > 0 && process.env.CI) {
    describe(name, () => {
      beforeAll(() => {
        throw new Error(`${missing.join(" and ")} is not installed.`);
      });
      tests();
    });
    return;
  }
  describe.skipIf(missing.length > 0)(
    missing.length > 0 ? `${name} (skipped: ${missing.join(" and ")} is not installed)` : name,
    tests,
  );
}

/** Starts a Redis before the tests of a file or a group, and ends it after. */
export function useRedis(): Redis {
  const server = useServer((port, data) => ({
    program: "redis-server",
    args: [
      ...["--port", String(port), "--bind", "127.0.0.1", "--dir", data, "--save", ""],
      ...["--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"],
    ],
    env: {},
  }));
  return Object.defineProperties(server, {
    url: { get: () => `redis://127.0.0.1:${server.port}` },
  }) as Redis;
}

const keys = { AWS_ACCESS_KEY_ID: "briefwright", AWS_SECRET_ACCESS_KEY: "of-this-machine", AWS_REGION: "us-east-1" };

export function useS3(): S3 {
  const server = useServer((port, data) => ({
    program: "versitygw",
    // What it knows of a file stands beside the files: not every file system keeps attributes.
    args: [
      ...["--port", `127.0.0.1:${port}`, "--quiet", "--access-log", join(data, "log"), "posix"],
      ...["--sidecar", join(data, "known"), join(data, "buckets")],
    ],
    env: { ROOT_ACCESS_KEY_ID: keys.AWS_ACCESS_KEY_ID, ROOT_SECRET_ACCESS_KEY: keys.AWS_SECRET_ACCESS_KEY },
  }));
  return Object.defineProperties(server, {
    env: { get: () => ({ ...keys, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${server.port}` }) },
    bucket: {
      value(name: string) {
        mkdirSync(join(server.folder, "buckets", name), { recursive: true });
        return `s3://${name}`;
      },
    },
    writesTo: {
      value(bucket: string) {
        const writes = new Map<string, number>();
        const lines = readFileSync(join(server.folder, "log"), "utf8").split("\n");
        for (const line of lines) {
          const [, path = ""] = / s3_PutObject .* (\/\S+)\?x-id=PutObject 200 /.exec(line) ?? [];
          const [, own, name = ""] = /^\/([^/]+)\/(.*)$/.exec(decodeURIComponent(path)) ?? [];
          if (own === bucket) writes.set(name, (writes.get(name) ?? 0) + 1);
        }
        return writes;
      },
    },
  }) as S3;
}

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

function useServer(commandOf: (port: number, folder: string) => Command): Server {
  let [folder, port] = ["", 0];
  let child: ChildProcess | undefined;
  const server: Server = {
    get port() {
      return port;
    },
    get pid() {
      return child?.pid ?? 0;
    },
    get folder() {
      return folder;
    },
    async kill() {
      const running = child;
      child = undefined;
      if (!running || running.exitCode !== null) return;
      const gone = once(running, "exit");
      running.kill("SIGKILL");
      await gone;
    },
    async start() {
      const { program, args, env } = commandOf(port, folder);
      child = spawn(programOf(program) ?? program, args, { stdio: "ignore", env: { ...process.env, ...env } });
      await answering(port, child);
    },
    pause: () => child?.kill("SIGSTOP"),
    resume: () => child?.kill("SIGCONT"),
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "briefwright-server-"));
    for (const part of ["known", "buckets"]) mkdirSync(join(folder, part));
    port = await freePort();
    await server.start();
  });
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return server;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch {
      await setTimeout(100);
    } finally {
      socket.destroy();
    }
  }
  throw new Error("The server does not answer.");
}
