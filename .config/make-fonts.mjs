// Makes templates/fonts from the published faces of Inter, Tinos and Cousine (SIL Open Font License, no reserved names). Run by
// hand, seldom, with fontTools (`pip install fonttools brotli`) and the faces
// (`npm i --no-save @expo-google-fonts/inter @expo-google-fonts/tinos @expo-google-fonts/cousine`):
//   node .config/make-fonts.mjs
// The TTF is what measures and what PDF embeds a part of; the WOFF2 is the Latin part, inlined into HTML. Both keep the
// layout features that are used, and no others: fewer make a page half as large and a first line twice as fast.
// Tinos is as wide as Times New Roman, Cousine as Courier New: a document without fonts takes the pages that it takes elsewhere.
import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(path.join(process.cwd(), "package.json"));
const folderOf = (family) => path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
const target = fileURLToPath(new URL("../templates/fonts/", import.meta.url));

const features = "kern,mark,mkmk,ccmp,locl,tnum";
/** Basic Latin, Latin-1, Latin Extended-A, the Welsh and Gaelic letters outside it, punctuation, arrows, minus. */
const latin =
  "20-7E,A0-17F,218-21B,1E02-1E03,1E0A-1E0B,1E1E-1E1F,1E40-1E41,1E56-1E57,1E60-1E61,1E6A-1E6B,1E80-1E85,1EF2-1EF3,10A-10B,2010-2027,2030,2032-2033,2039-203A,20AC,2190-2193,2212,2248,2260,2264-2265,25A0,25B2,25BC,25CB,25CF";
/** All of Latin, marks, Greek, Cyrillic, punctuation, currencies, letters as signs, arrows, mathematics, boxes, shapes, signs. */
const european =
  "20-7E,A0-24F,250-2AF,2B0-36F,370-3FF,400-52F,1D00-1DBF,1E00-1EFF,1F00-1FFF,2000-206F,2070-209F,20A0-20BF,2100-218F,2190-21FF,2200-22FF,2300-23FF,2500-25FF,2600-26FF,2700-27BF,FB00-FB06,FFFC-FFFD";

const faces = { regular: "400Regular", italic: "400Regular_Italic", bold: "700Bold", "bold-italic": "700Bold_Italic" };

function subset(family, name, ...options) {
  const file = `${family[0].toUpperCase()}${family.slice(1)}_${faces[name]}.ttf`;
  execFileSync("pyftsubset", [
    path.join(folderOf(family), faces[name], file),
    `--layout-features=${features}`,
    "--no-hinting",
    ...options,
  ]);
}

const whole = ["--name-IDs=*", "--notdef-outline"];
for (const name of Object.keys(faces)) {
  subset("inter", name, "--unicodes=*", "--glyph-names", ...whole, `--output-file=${target}inter-${name}.ttf`);
  subset("inter", name, `--unicodes=${latin}`, "--flavor=woff2", `--output-file=${target}inter-${name}.woff2`);
  for (const family of ["tinos", "cousine"])
    subset(family, name, `--unicodes=${european}`, ...whole, `--output-file=${target}${family}-${name}.ttf`);
}
copyFileSync(path.join(folderOf("inter"), "LICENSE_FONT"), `${target}OFL.txt`);
for (const family of ["tinos", "cousine"])
  copyFileSync(path.join(folderOf(family), "LICENSE_FONT"), `${target}OFL-${family}.txt`);
