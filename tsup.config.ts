import { defineConfig, type Options } from "tsup";
import { doors, sourceOf } from "./.config/doors.ts";
import { engine } from "./.config/engine.mjs";
import { leanCssSelect } from "./.config/lean-css-select.mjs";
import { leanPdfkit } from "./.config/lean-pdfkit.mjs";
import { sharedShapes } from "./.config/shared-shapes.mjs";

const library = Object.fromEntries(doors.map((door) => [door, sourceOf(door)]));

const keepSyntax: Options["esbuildOptions"] = (options) => {
  options.supported = engine.supported;
};

const shared: Options = {
  platform: "node",
  target: engine.target,
  splitting: true,
  noExternal: ["pdfkit"],
  esbuildPlugins: [leanPdfkit],
  plugins: [sharedShapes],
  esbuildOptions: keepSyntax,
};

/** css-tree comes in 123 modules, and once more as one file: that is what the package loads. */
const withFewModules: Options = {
  noExternal: ["css-select", "css-tree", "pdfkit"],
  esbuildPlugins: [
    leanCssSelect,
    leanPdfkit,
    {
      name: "one-css-tree",
      setup({ onResolve }) {
        onResolve({ filter: /^css-tree$/ }, () => ({ path: "css-tree/dist/csstree.esm", external: true }));
      },
    },
  ],
};

const modules: Options = {
  ...shared,
  ...withFewModules,
  format: "esm",
  // Who looks into the stack of an error reads these: lines and names stay.
  esbuildOptions: (options, context) => {
    keepSyntax(options, context);
    options.minifySyntax = true;
  },
  entry: {
    ...library,
    worker: "src/worker/main.ts",
    cli: "src/launch/cli.ts",
    "program/worker": "src/launch/worker.ts",
  },
};

/** Vega has a top-level await, so CommonJS too has to import() it: only the tree-shaking step keeps import() as it is. */
const commonJs: Options = {
  ...shared,
  format: "cjs",
  entry: library,
  shims: true,
  treeshake: true,
  // It would weigh twice as much; who looks into the stack of an error reads the modules.
  esbuildOptions: (options, context) => {
    keepSyntax(options, context);
    options.minifyWhitespace = true;
  },
};

/**
 * The program of workers is built along with the library that they run, so that both are one instance in a process, and both formats
 * start the same workers. The command line has a build of its own (`.config/build-program.mjs`), which `cli` and `program/worker` start.
 * Types of both formats are read from the sources once; with `--no-dts` not at all, since that would make code of them, in files that are being written.
 * `--format esm` leaves out CommonJS, which takes ten times as long, and `--format cjs` makes it alone; `--dts-only` makes the types alone.
 */
export default defineConfig(({ dts, format = typeof dts === "object" && dts.only ? [] : ["esm", "cjs"] }) => [
  ...(format.includes("esm") ? [modules] : []),
  ...(format.includes("cjs") ? [commonJs] : []),
  ...(dts === false
    ? []
    : [{ ...shared, format: ["esm", "cjs"], entry: library, dts: { only: true } } satisfies Options]),
]);
