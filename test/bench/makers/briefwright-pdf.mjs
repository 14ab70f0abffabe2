import { briefwrightMaker } from "../briefwright-maker.mjs";

export const maker = briefwrightMaker("briefwright, tagged PDF", "pdf");
