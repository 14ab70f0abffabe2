// Makes templates/fonts from the published Inter faces (SIL Open Font License, no reserved name). Run by hand, seldom:
//   npm i --no-save subset-font @expo-google-fonts/inter && node .config/make-fonts.mjs
// The TTF is what measures and what PDF embeds (a subset of it); the WOFF2 is the Latin part, inlined into HTML.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.cwd(), "package.json"));
const subsetFont = require("subset-font");
const source = path.dirname(require.resolve("@expo-google-fonts/inter/package.json"));
const target = new URL("../templates/fonts/", import.meta.url).pathname;

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");
/** Basic Latin, Latin-1, Latin Extended-A, the Welsh and Gaelic letters outside it, general punctuation, arrows, minus. */
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}ȘșȚțẀẁẂẃẄẅỲỳḂḃĊċḊḋḞḟṀṁṖṗṠṡṪṫ${range(0x2010, 0x2027)}‰′″‹›€→↑↓←−≈≠≤≥▲▼●■`;

const faces = {
  regular: "400Regular/Inter_400Regular",
  italic: "400Regular_Italic/Inter_400Regular_Italic",
  bold: "700Bold/Inter_700Bold",
  "bold-italic": "700Bold_Italic/Inter_700Bold_Italic",
};
await mkdir(target, { recursive: true });
for (const [name, file] of Object.entries(faces)) {
  const ttf = path.join(source, `${file}.ttf`);
  await copyFile(ttf, `${target}inter-${name}.ttf`);
  await writeFile(
    `${target}inter-${name}.woff2`,
    await subsetFont(await readFile(ttf), latin, { targetFormat: "woff2" }),
  );
}
await copyFile(path.join(source, "LICENSE_FONT"), `${target}OFL.txt`);
