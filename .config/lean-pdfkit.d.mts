import type { Plugin } from "esbuild";

export declare const leanPdfkit: Plugin;
