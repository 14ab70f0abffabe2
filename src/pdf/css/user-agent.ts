import { type CompiledStylesheet, compileStylesheet } from "./stylesheet.ts";
import { userAgentStylesheet } from "./user-agent-stylesheet.ts";

let compiled: CompiledStylesheet | undefined;

/** The stylesheet that every document begins with. Compiled when it is first asked for, and the same for all formatters. */
export function userAgent(): CompiledStylesheet {
  compiled ??= compileStylesheet({ text: userAgentStylesheet });
  return compiled;
}
