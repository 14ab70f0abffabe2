import { type CompiledStylesheet, compileStylesheet } from "./stylesheet.ts";
import { quirksStylesheet, userAgentStylesheet } from "./user-agent-stylesheet.ts";

let plain: CompiledStylesheet | undefined;
let quirky: CompiledStylesheet | undefined;

/**
 * The stylesheet that every document begins with, and what quirks mode adds to it. Compiled when it is first asked for, and the same for all
 * formatters.
 */
export function userAgent({ isQuirky } = { isQuirky: false }): CompiledStylesheet {
  if (!isQuirky) {
    plain ??= compileStylesheet({ text: userAgentStylesheet });
    return plain;
  }
  quirky ??= compileStylesheet({ text: userAgentStylesheet + quirksStylesheet });
  return quirky;
}
