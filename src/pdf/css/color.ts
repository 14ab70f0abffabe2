export { black, type Color, parseColor, transparent, white } from "../../css-values/index.ts";
