/**
 * How long an author waits after a save: `briefwright preview` as it is built, from the write of a file until the browser is told of its
 * page, and of its PDF. Run by `npm run bench:preview`: the briefing of `examples/regions` with a template and a stylesheet of its own, each
 * kind of file saved eight times. Ms by the clock, and ms of processor of the process that makes the briefings.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const saves = 8;
const area = "kent";
const folder = mkdtempSync(path.join(tmpdir(), "briefwright-bench-preview-"));
const own = (file) => path.join(folder, file);
const edit = (file, change) => writeFileSync(own(file), change(readFileSync(own(file), "utf8")));

cpSync(path.join(root, "examples/regions"), folder, { recursive: true });
cpSync(path.join(root, "templates/regional.hbs"), own("page.hbs"));
writeFileSync(own("page.css"), "p { color: #111 }\n");
edit("create-briefing.ts", (text) =>
  text
    .replace(/^ {4}template,$/m, '    template: new URL("./page.hbs", import.meta.url),')
    .replace(/^ {4}stylesheets,$/m, '    stylesheets: [new URL("./page.css", import.meta.url)],'),
);

/** What is saved, each time otherwise. */
const kinds = {
  template: (turn) => edit("page.hbs", (text) => `${text}<p>Again${" and again".repeat(turn)}</p>\n`),
  stylesheet: (turn) => writeFileSync(own("page.css"), `p { color: #11${turn}11${turn} }\n`),
  "size of charts": (turn) => writeFileSync(own("page.css"), `:root { --chart-font-size: ${13 + turn / 10}px }\n`),
  data: (turn) => edit("imprisonment-rates.csv", (text) => text.replace(/^(Kent,.*),[^,]+$/m, `$1,${20 + turn}.1`)),
  module: (turn) => edit("create-briefing.ts", (text) => text.replace(/author: "[^"]*"/, `author: "Author ${turn}"`)),
};

const program = spawn(process.execPath, [path.join(root, "dist/cli.js"), "preview", "briefing.ts", "--port", "0"], {
  cwd: folder,
  stdio: ["ignore", "pipe", "ignore"],
});

/** Ticks of a hundredth of a second that the processes which it started have taken: those that make briefings. */
function processor() {
  const ofAll = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ofAll.flatMap((id) => {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" ");
      return Number(fields[1]) === program.pid ? [[id, 10 * (Number(fields[11]) + Number(fields[12]))]] : [];
    } catch {
      return [];
    }
  });
}

const spent = (before, after) => {
  const known = new Map(before);
  return after.reduce((sum, [id, ms]) => sum + ms - (known.get(id) ?? 0), 0);
};

try {
  const [line] = await once(program.stdout, "data");
  const { origin } = new URL(String(line).trim());
  const events = (await fetch(`${origin}/events`)).body.getReader();
  const decoder = new TextDecoder();
  const changed = async () => {
    for (let heard = ""; !heard.includes("event: changed"); )
      heard += decoder.decode((await events.read()).value, { stream: true });
  };
  /** As the page of the preview asks. */
  const shown = async (since) => {
    await (await fetch(`${origin}/plan`)).json();
    const times = [];
    let rest = "";
    for await (const text of (await fetch(`${origin}/pages/${area}`)).body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      for (const told of lines) {
        const { problems = [] } = JSON.parse(told);
        const error = problems.find(({ severity }) => severity === "error");
        if (error) throw new Error(error.text);
        times.push(Math.round(performance.now() - since));
      }
    }
    return times;
  };
  const first = await shown(performance.now());
  console.log(`when it is opened: page ${first[0]}, PDF ${first.at(-1)}`);
  // The author looks at it.
  await setTimeout(4000);
  for (const [kind, save] of Object.entries(kinds)) {
    const taken = [];
    for (let turn = 1; turn <= saves; turn += 1) {
      const before = processor();
      const since = performance.now();
      save(turn);
      await changed();
      const [page, pdf] = await shown(since);
      taken.push({ page, pdf, ms: spent(before, processor()) });
      // A module takes the process that waits: the next one starts meanwhile.
      await setTimeout(kind === "module" ? 4000 : 300);
    }
    for (const part of ["page", "pdf", "ms"])
      console.log(`${kind}, ${part === "ms" ? "processor" : part}: ${taken.map((each) => each[part]).join(", ")}`);
  }
} finally {
  program.kill();
  rmSync(folder, { recursive: true, force: true });
}
