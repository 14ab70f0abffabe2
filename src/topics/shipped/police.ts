import type { Helpline } from "../topic.ts";

/** Who helps in danger, whatever the topic. */
export const police: Helpline = {
  name: "Police",
  audience: { en: "if somebody is in danger now", cy: "os oes rhywun mewn perygl nawr" },
  phone: "999",
  regions: ["GB"],
  checked: "2026-11",
};
