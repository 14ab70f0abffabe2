import type { Options } from "tsup";

export declare function withSharedShapes(code: string): string;

export declare const sharedShapes: NonNullable<Options["plugins"]>[number];
