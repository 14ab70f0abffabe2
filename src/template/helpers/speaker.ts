import { capital } from "./capital.ts";
import { defineHelper } from "./helper.ts";

/** `{{speaker "c14"}}`: who said it, with the role: "A. Name, chief executive". Empty where nobody is named. `capital=true` where it stands by itself. */
export const speaker = defineHelper({
  name: "speaker",
  makes: "text",
  parameters: ["claim"],
  hash: { capital: "flag" },
  run({ rendering, hash }, { spec }) {
    const { who, role } = spec.attribution ?? { who: "" };
    const words = role ? `${who}, ${role}` : who;
    return rendering.trace({ kind: "metadata" }, hash.capital ? capital(words, rendering.input.lang) : words);
  },
});
