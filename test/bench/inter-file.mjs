import { fileURLToPath } from "node:url";

/** The font that everything here is set in. */
export const interFile = (face) => fileURLToPath(new URL(`../../templates/fonts/inter-${face}.ttf`, import.meta.url));
export const interFolder = fileURLToPath(new URL("../../templates/fonts/", import.meta.url));
