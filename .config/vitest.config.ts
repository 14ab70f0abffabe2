import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^briefwright\/pdf$/, replacement: `${root}src/pdf/index.ts` },
      { find: /^briefwright\/verify$/, replacement: `${root}src/verify/index.ts` },
      { find: /^briefwright$/, replacement: `${root}src/index.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/conformance/**", "test/tools/**"],
    env: { TZ: "Pacific/Auckland", LANG: "cy_GB.UTF-8" },
    setupFiles: ["test/seed-properties.ts"],
    testTimeout: 30_000,
  },
});
