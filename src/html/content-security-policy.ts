/**
 * The policy that holds the page to its promise: it fetches nothing, runs nothing, and uses the one style sheet that it
 * was written with (Content Security Policy Level 3). `styleAttributes` allows style attributes, if the page has any.
 */
export function contentSecurityPolicy(styleHash: string, { styleAttributes }: { styleAttributes: boolean }): string {
  return [
    "default-src 'none'",
    "img-src data:",
    "font-src data:",
    `style-src ${styleHash}`,
    ...(styleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
