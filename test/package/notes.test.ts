import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Files and folders below those that hold the house, with `/` between names and before the first one. */
const held = ["src", "test", "templates", "examples", ".config", ".github"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
    (name) => `/${folder}/${name.replaceAll("\\", "/")}`,
  ),
);
const paths = [...held, "/README.md", "/package.json"].map((path) => `${path}/`);

test.each(["src/README.md", ".github/CONTRIBUTING.md", "src/pdf/README.md", "src/queue/README.md"])(
  "files and folders that %s names are there",
  (notes) => {
    const text = readFileSync(join(root, notes), "utf8");
    const named = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*(?:\.(?:ts|md|mjs|css|hbs)|\/))`/g)].map(
      ([, name = ""]) => name,
    );
    const isThere = (name: string) => paths.some((path) => path.includes(`/${name.replace(/\/$/, "")}/`));
    // What is built, or is of those who use the package.
    const others = /^(?:dist|out)\//;
    expect([...new Set(named)].filter((name) => !isThere(name) && !others.test(name))).toEqual([]);
  },
);
