/** A page as its PDF has it: without the trail, which HTML alone has, and the links that lead to it. */
export const withoutTrail = (html: string): string =>
  html
    .replace(/<section class="trail"[\s\S]*?(?=<\/main>)/, "")
    .replaceAll(/<a [^>]*id="trail-ref[^>]*>.*?<\/a>/gs, "");
