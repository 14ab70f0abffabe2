import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { ensureBuilt, packageFolder } from "../../cli/ensure-built.ts";
import { runProgram } from "../run-program.ts";

export interface InstalledPackage {
  /** A project of its own, with the package and what it depends on in node_modules, and nothing else. */
  readonly project: string;
  /** Where the package lies in it. */
  readonly folder: string;
  readonly tarball: string;
}

/** The package as a stranger gets it: packed by npm, unpacked in an empty project, its dependencies beside it. */
export function useInstalledPackage(): InstalledPackage {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "briefwright-installed-")));
  const modules = join(project, "node_modules");
  const installed = { project, folder: join(modules, "briefwright"), tarball: join(project, "briefwright.tgz") };
  beforeAll(async () => {
    await ensureBuilt();
    const packed = await runProgram(npm, ["pack", "--ignore-scripts", "--json", "--pack-destination", project], {
      cwd: packageFolder,
    });
    const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
    cpSync(join(project, filename), installed.tarball);
    mkdirSync(modules);
    await runProgram("tar", ["-xzf", installed.tarball, "-C", modules], {});
    cpSync(join(modules, "package"), installed.folder, { recursive: true });
    rmSync(join(modules, "package"), { recursive: true });
    for (const name of dependenciesOf(installed.folder)) link(name, modules);
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  return installed;
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

function dependenciesOf(folder: string): readonly string[] {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.keys(dependencies);
}

/** What they depend on in turn is found from where they really lie. */
function link(name: string, modules: string): void {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(join(packageFolder, "node_modules", name), join(modules, name), "junction");
}
