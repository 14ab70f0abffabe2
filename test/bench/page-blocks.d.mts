export declare function pageBlocks(
  html: string,
): readonly { readonly kind: "chart" | "heading" | "paragraph" | "table" }[];
