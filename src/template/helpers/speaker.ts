import { defineHelper } from "./helper.ts";

/** `{{speaker "c14"}}`: who said it, with the role: "A. Name, chief executive". Empty where nobody is named. */
export const speaker = defineHelper({
  name: "speaker",
  makes: "text",
  parameters: ["claim"],
  run({ rendering }, { spec }) {
    const { who, role } = spec.attribution ?? { who: "" };
    return rendering.trace({ kind: "metadata" }, role ? `${who}, ${role}` : who);
  },
});
