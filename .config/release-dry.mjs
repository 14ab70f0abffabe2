/**
 * A release without the release: packs, checks the tarball, installs it as a stranger would, and runs it from each door on each
 * supported Node. Run by `npm run release:dry`, which builds first. With NODES="20 22" on those alone; ends with 1 if anything failed.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { largestPackage, strayFiles } from "../test/conformance/package/package-contents.ts";
import { strangerPrints, strangerProgram } from "../test/conformance/package/stranger-program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const nodes = (process.env.NODES ?? "20 22 24").split(" ");
/** What may be combined with MIT and shipped by whoever installs the package. */
const licences =
  /^(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0)$/;
/** Packages whose package.json says no licence, and whose LICENSE was read. */
const read = { "png-js": "MIT" };
const run = (command, args, cwd = root) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

let failed = 0;
function step(name, check) {
  try {
    console.log(`ok    ${name}: ${check()}`);
  } catch (error) {
    failed++;
    console.error(`fails ${name}: ${[error.message, error.stdout, error.stderr].filter(Boolean).join("\n")}`);
  }
}

const project = mkdtempSync(path.join(tmpdir(), "briefwright-release-"));
const [packed] = JSON.parse(run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", project]));
const tarball = path.join(project, packed.filename);
const { version, exports } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const doors = Object.keys(exports)
  .filter((name) => !name.endsWith(".json"))
  .map((name) => name.replace(/^\.(?=\/|$)/, "briefwright"));

step("contents", () => {
  const names = packed.files.map(({ path: name }) => name);
  const stray = strayFiles(names);
  if (stray.length > 0) throw new Error(`does not belong there: ${stray.join(", ")}`);
  if (packed.unpackedSize > largestPackage)
    throw new Error(`${packed.unpackedSize} bytes are more than ${largestPackage}`);
  return `${names.length} files, ${(packed.unpackedSize / 1e6).toFixed(1)} MB unpacked, ${(packed.size / 1e6).toFixed(1)} MB packed`;
});
step("publint", () => run("npx", ["publint", "run", tarball, "--strict"]).trim().split("\n").at(-1));
step("attw", () => {
  run("npx", ["attw", tarball, "--profile", "node16", "--no-definitely-typed", "--format", "ascii", "--no-emoji"]);
  return "types resolve from each door";
});

mkdirSync(path.join(project, "app"));
const app = path.join(project, "app");
writeFileSync(path.join(app, "package.json"), '{ "name": "app", "private": true, "type": "module" }\n');
step("install", () => {
  run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", tarball], app);
  return `briefwright ${version} and ${packagesIn(app).length - 1} packages that it needs`;
});
step("licences", () => {
  const found = packagesIn(app).map(({ name, license }) => ({
    name,
    license: (typeof license === "object" ? license.type : license) ?? read[name],
  }));
  const bad = found.filter(
    ({ license = "" }) =>
      !license
        .replaceAll(/[()]/g, "")
        .split(/ OR /)
        .some((one) => one.split(" AND ").every((each) => licences.test(each))),
  );
  if (bad.length > 0) throw new Error(bad.map(({ name, license }) => `${name}: ${license}`).join(", "));
  return [...new Set(found.map(({ license }) => license))].sort().join(", ");
});

writeFileSync(path.join(app, "doors.mjs"), strangerProgram(doors, "import"));
writeFileSync(path.join(app, "doors.cjs"), strangerProgram(doors, "require"));
writeFileSync(path.join(app, "page.html"), "<h1>Hello</h1>");
for (const version of nodes) {
  const node = (...args) => run("npx", ["--yes", "-p", `node@${version}`, "node", ...args], app).trim();
  step(`Node ${version}`, () => {
    const found = node("--version");
    for (const file of ["doors.mjs", "doors.cjs"]) {
      const said = node(file);
      if (said !== strangerPrints) throw new Error(`${file} says: ${said}`);
    }
    node(
      "node_modules/briefwright/dist/cli.js",
      "pdf",
      "page.html",
      "--title",
      "Hello",
      "--lang",
      "en",
      "-o",
      "page.pdf",
    );
    if (statSync(path.join(app, "page.pdf")).size < 1000) throw new Error("the command line wrote no PDF");
    return `${found}: import and require of ${doors.length} doors, a briefing, a page, a check, the command line`;
  });
}

rmSync(project, { recursive: true, force: true });
if (failed > 0) process.exitCode = 1;
console.log(failed === 0 ? `briefwright ${version} could be released.` : `${failed} failed.`);

function packagesIn(folder) {
  const modules = path.join(folder, "node_modules");
  return readdirSync(modules, { recursive: true, encoding: "utf8" })
    .filter((name) =>
      /(^|[\\/]node_modules[\\/])(@[^\\/]+[\\/])?[^@\\/][^\\/]*[\\/]package\.json$/.test(
        `${path.sep}node_modules${path.sep}${name}`,
      ),
    )
    .map((name) => JSON.parse(readFileSync(path.join(modules, name), "utf8")))
    .filter(({ name }) => name !== undefined);
}
