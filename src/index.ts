export * from "./claims/index.ts";
export * from "./dataset/index.ts";
