/**
 * The policy that holds the page to its promise: it fetches nothing, runs nothing, and uses the one style sheet that it
 * was written with (Content Security Policy Level 3). `styleAttributes` allows style attributes, if the page has any;
 * `scriptHash` names its one block of data, which is a script to a policy and runs nowhere.
 */
export function contentSecurityPolicy(
  styleHash: string,
  { styleAttributes, scriptHash }: { readonly styleAttributes: boolean; readonly scriptHash?: string },
): string {
  return [
    "default-src 'none'",
    "img-src data:",
    "font-src data:",
    `style-src ${styleHash}`,
    ...(scriptHash === undefined ? [] : [`script-src ${scriptHash}`]),
    ...(styleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
