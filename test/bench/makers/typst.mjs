import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { interFolder } from "../inter-file.mjs";
import { requireTool } from "../tools.mjs";

const binding = "@myriaddreamin/typst-ts-node-compiler";

/** Typst, in this process, draws the same words, table and charts, which it is given finished: those of one area after another. */
export const maker = {
  name: "Typst, an equivalent page",
  missing: "PDF/A and PDF/UA in one, links",
  available: () => requireTool(binding) !== undefined,
  async open({ typstFolder: folder }) {
    const { NodeCompiler } = requireTool(binding);
    const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [interFolder] }] });
    // Written before: what it is given finished is not its time.
    const sources = (await readdir(folder)).filter((name) => name.endsWith(".typ")).sort();
    let made = 0;
    return {
      async make() {
        const mainFilePath = join(folder, sources[made % sources.length]);
        made += 1;
        const pdf = compiler.pdf({ mainFilePath }, { pdfStandard: "ua-1" });
        // As its own command does while it watches. A page that comes again after all others is made again.
        compiler.evictCache(10);
        return pdf;
      },
      async close() {},
    };
  },
};
