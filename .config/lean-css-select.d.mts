import type { Plugin } from "esbuild";

export declare const leanCssSelect: Plugin;
