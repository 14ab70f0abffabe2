// Makes templates/fonts from the published Inter faces (SIL Open Font License, no reserved name). Run by hand, seldom, with
// fontTools (`pip install fonttools brotli`) and the faces (`npm i --no-save @expo-google-fonts/inter`):
//   node .config/make-fonts.mjs
// The TTF is what measures and what PDF embeds a part of; the WOFF2 is the Latin part, inlined into HTML. Both keep the
// layout features that are used, and no others: fewer make a page half as large and a first line twice as fast.
import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(path.join(process.cwd(), "package.json"));
const source = path.dirname(require.resolve("@expo-google-fonts/inter/package.json"));
const target = fileURLToPath(new URL("../templates/fonts/", import.meta.url));

const features = "kern,mark,mkmk,ccmp,locl,tnum";
/** Basic Latin, Latin-1, Latin Extended-A, the Welsh and Gaelic letters outside it, punctuation, arrows, minus. */
const latin =
  "20-7E,A0-17F,218-21B,1E02-1E03,1E0A-1E0B,1E1E-1E1F,1E40-1E41,1E56-1E57,1E60-1E61,1E6A-1E6B,1E80-1E85,1EF2-1EF3,10A-10B,2010-2027,2030,2032-2033,2039-203A,20AC,2190-2193,2212,2248,2260,2264-2265,25A0,25B2,25BC,25CB,25CF";

const faces = {
  regular: "400Regular/Inter_400Regular",
  italic: "400Regular_Italic/Inter_400Regular_Italic",
  bold: "700Bold/Inter_700Bold",
  "bold-italic": "700Bold_Italic/Inter_700Bold_Italic",
};
for (const [name, file] of Object.entries(faces)) {
  const subset = (...options) =>
    execFileSync("pyftsubset", [
      path.join(source, `${file}.ttf`),
      `--layout-features=${features}`,
      "--no-hinting",
      ...options,
    ]);
  subset(
    "--unicodes=*",
    "--name-IDs=*",
    "--glyph-names",
    "--notdef-outline",
    `--output-file=${target}inter-${name}.ttf`,
  );
  subset(`--unicodes=${latin}`, "--flavor=woff2", `--output-file=${target}inter-${name}.woff2`);
}
copyFileSync(path.join(source, "LICENSE_FONT"), `${target}OFL.txt`);
