export const engine: { readonly target: string; readonly supported: Record<string, boolean> };
