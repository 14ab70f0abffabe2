/**
 * A batch through a queue, beside the same without: seconds, briefings a second, processor time, and the most memory that producer, Redis
 * and workers had. Run by `npm run bench:queue`: 43 and 200 briefings of the template for one area, PDF and HTML, with charts and the table of
 * all areas, from the rates of `examples/regions`. Sizes may be others (`-- 43 1000`).
 *
 * With `small` briefings are small (a heading and a sentence, HTML), so that what the queue costs is seen; `s3` puts files into buckets of
 * a versitygw.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = path.join(root, "dist/cli.js");
const isSmall = process.argv.includes("small");
const given = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const sizes = given.length > 0 ? given : isSmall ? [1000] : [43, 200];
const places = process.argv.includes("s3") ? "s3" : "folder";
const only = process.argv.find((word) => word.startsWith("only="))?.slice("only=".length);
const folder = mkdtempSync(path.join(tmpdir(), "briefwright-bench-queue-"));
const [redisPort, s3Port] = [17_391, 17_392];
const env = {
  ...process.env,
  XDG_CACHE_HOME: path.join(folder, "cache"),
  REDIS_URL: `redis://127.0.0.1:${redisPort}`,
  AWS_ACCESS_KEY_ID: "bench",
  AWS_SECRET_ACCESS_KEY: "of-this-machine",
  AWS_REGION: "us-east-1",
  AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${s3Port}`,
};

const formats = isSmall ? "html" : "pdf,html";
if (isSmall)
  for (const file of ["briefing.ts", "cases.hbs"])
    cpSync(path.join(root, "test/cli/fixtures", file), path.join(folder, file));
else cpSync(path.join(root, "examples/regions"), folder, { recursive: true });

function giveData(total) {
  if (isSmall) {
    const rows = Array.from({ length: total }, (_, at) => `Area ${at},2018/19,${20 + at}`);
    writeFileSync(path.join(folder, "cases.csv"), ["area,period,cases", ...rows].join("\n"));
    return;
  }
  const file = "imprisonment-rates.csv";
  const [head, ...lines] = readFileSync(path.join(root, "examples/regions", file), "utf8")
    .trim()
    .split("\n");
  // As many areas as are wanted: those that there are, and again with a number, somewhat higher.
  const rows = Array.from({ length: total }, (_, at) => {
    const [turn, line] = [Math.floor(at / lines.length), lines[at % lines.length]];
    const [name, ...rates] = line.split(",");
    return turn === 0
      ? line
      : [`${name} ${turn + 1}`, ...rates.map((rate) => (Number(rate) + turn / 10).toFixed(1))].join(",");
  });
  writeFileSync(path.join(folder, file), [head, ...rows].join("\n"));
}

/** Starts a program, and watches what it takes until it ends. */
function start(program, args) {
  const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  const taken = { peak: 0, seconds: 0 };
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      taken.peak = Math.max(taken.peak, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      // utime and stime, in ticks of a hundredth of a second.
      taken.seconds = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // It has ended.
    }
  };
  const timer = setInterval(look, 50);
  const ended = once(child, "exit").then(([code]) => {
    clearInterval(timer);
    return code;
  });
  return { child, taken, ended, look };
}

/** What each first line took of the processor, by its number of briefings: that of `build` in one thread, where it is there. */
const firstOf = new Map();

async function timed(name, total, run) {
  if (only !== undefined && !name.startsWith(only)) return;
  const began = performance.now();
  const parts = await run(total);
  const seconds = (performance.now() - began) / 1000;
  const processor = Object.values(parts).reduce((sum, part) => sum + part.seconds, 0);
  const told = Object.entries(parts).map(
    ([part, { peak, seconds: used }]) => `${part} ${Math.round(peak)} MB, ${used.toFixed(1)} s of processor`,
  );
  const first = firstOf.get(total) ?? { name, processor };
  firstOf.set(total, first);
  const dearer = first.name === name ? "" : `, ${(processor / first.processor).toFixed(2)} × ${first.name}`;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${(total / seconds).toFixed(1)} a second; processor ${processor.toFixed(1)} s, ${((1000 * processor) / total).toFixed(0)} ms each${dearer}: ${told.join("; ")}`,
  );
}

const build = (jobs) => async (total) => {
  const out = path.join(folder, `build-${total}-${jobs}`);
  const run = start(process.execPath, [
    cli,
    "build",
    "briefing.ts",
    "-e",
    "area",
    "-f",
    formats,
    "-j",
    String(jobs),
    "-o",
    out,
  ]);
  const code = await run.ended;
  if (code !== 0) throw new Error(`build ended with ${code}`);
  return { build: run.taken };
};

const queued = (workers) => async (total) => {
  const place = (name) =>
    places === "s3" ? `s3://${name}-${total}-${workers}` : path.join(folder, `${name}-${total}-${workers}`);
  if (places === "s3")
    for (const name of ["queue", "work"])
      mkdirSync(path.join(folder, "s3/buckets", `${name}-${total}-${workers}`), { recursive: true });
  const stores = ["--out", place("queue"), "--work", place("work"), "--queue", `bench-${total}-${workers}`];
  const redis = start("redis-server", [
    ...["--port", String(redisPort), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes"],
    ...[
      "--appendfsync",
      "always",
      "--appenddirname",
      `aof-${total}-${workers}`,
      "--loglevel",
      "warning",
      "--logfile",
      "/dev/null",
    ],
  ]);
  await setTimeout(500);
  const producer = start(process.execPath, [cli, "enqueue", "briefing.ts", "-e", "area", "-f", formats, ...stores]);
  const code = await producer.ended;
  if (code !== 0) throw new Error(`enqueue ended with ${code}`);
  const all = Array.from({ length: workers }, () =>
    start(process.execPath, [cli, "worker", "briefing.ts", ...stores, "--drain"]),
  );
  await Promise.all(all.map(({ ended }) => ended));
  redis.look();
  redis.child.kill();
  await redis.ended;
  return {
    producer: producer.taken,
    redis: redis.taken,
    ...Object.fromEntries(all.map(({ taken }, at) => [`worker ${at + 1}`, taken])),
  };
};

let s3;
try {
  if (places === "s3") {
    for (const part of ["known", "buckets"]) mkdirSync(path.join(folder, "s3", part), { recursive: true });
    s3 = spawn(
      "versitygw",
      [
        "--port",
        `127.0.0.1:${s3Port}`,
        "--quiet",
        "posix",
        "--sidecar",
        path.join(folder, "s3/known"),
        path.join(folder, "s3/buckets"),
      ],
      {
        env: {
          ...process.env,
          ROOT_ACCESS_KEY_ID: env.AWS_ACCESS_KEY_ID,
          ROOT_SECRET_ACCESS_KEY: env.AWS_SECRET_ACCESS_KEY,
        },
        stdio: "ignore",
      },
    );
    await setTimeout(1000);
  }
  for (const total of sizes) {
    giveData(total);
    const kind = isSmall ? "small briefings" : "briefings of the template for one area, PDF and HTML";
    console.log(`${total} ${kind}, ${places === "s3" ? "into buckets" : "into folders"}`);
    if (places === "folder") for (const jobs of [1, 2]) await timed(`build, ${jobs} at a time`, total, build(jobs));
    for (const workers of [1, 2])
      await timed(`queue, ${workers} worker${workers > 1 ? "s" : ""}`, total, queued(workers));
    if (places === "folder" && only === undefined) compare(total);
  }
} finally {
  s3?.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** All runs wrote the same. */
function compare(total) {
  const contentOf = (name) => {
    const own = path.join(folder, name);
    return JSON.stringify(
      readdirSync(own)
        .sort()
        .map((file) => [
          file,
          createHash("sha256")
            .update(readFileSync(path.join(own, file)))
            .digest("hex"),
        ]),
    );
  };
  const first = contentOf(`build-${total}-1`);
  for (const name of [`build-${total}-2`, `queue-${total}-1`, `queue-${total}-2`])
    if (contentOf(name) !== first) throw new Error(`${name} is not what build-${total}-1 is`);
  console.log("All four wrote the same bytes.");
}
