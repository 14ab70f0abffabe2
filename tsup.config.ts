import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", pdf: "src/pdf/index.ts", cli: "src/cli/main.ts" },
  format: ["esm", "cjs"],
  platform: "node",
  target: "node20.19",
  dts: { entry: { index: "src/index.ts", pdf: "src/pdf/index.ts" } },
  // Vega has a top-level await, so it can only be imported dynamically, from either format.
  splitting: true,
  shims: true,
  clean: true,
  sourcemap: true,
});
