/** Of culori, which declares no types, what the tests ask for. */
declare module "culori" {
  type Rgb<Mode extends string> = { readonly mode: Mode; readonly r: number; readonly g: number; readonly b: number };
  type Filter = (color: Rgb<"rgb">) => Rgb<"rgb">;
  export function converter(mode: "lrgb"): (color: string) => Rgb<"lrgb"> | undefined;
  export function converter(mode: "rgb"): (color: string) => Rgb<"rgb"> | undefined;
  export function displayable(color: string): boolean;
  export function differenceEuclidean(mode: "lab65"): (a: Rgb<"lrgb">, b: Rgb<"lrgb">) => number;
  export function filterDeficiencyDeuter(severity: number): Filter;
  export function filterDeficiencyProt(severity: number): Filter;
  export function filterDeficiencyTrit(severity: number): Filter;
  export function wcagContrast(a: string, b: string): number;
}
