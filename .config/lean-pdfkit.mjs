import { readFileSync } from "node:fs";
import { transform } from "esbuild";

/** What pdfkit imports for uses that are not made of it: it sets no text and locks no file. */
const unused = [
  "import { cbc, ecb } from '@noble/ciphers/aes';",
  "import { create } from 'fontkit';",
  "import LineBreaker from 'linebreak';",
];

/** pdfkit as a part of what is built, without a tenth of what a first PDF would load. */
export const leanPdfkit = {
  name: "lean-pdfkit",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/ }, async ({ path }) => {
      const code = readFileSync(path, "utf8");
      for (const line of unused) if (!code.includes(line)) throw new Error(`pdfkit has no line ${line}`);
      const rest = unused.reduce((text, line) => text.replace(line, ""), code);
      const lean = `const [cbc, ecb, create, LineBreaker] = [];${rest}`;
      return { contents: (await transform(lean, { minify: true, charset: "utf8" })).code };
    });
  },
};
