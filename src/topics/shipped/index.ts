import type { TopicSpec } from "../topic.ts";
import { childSexualAbuse } from "./child-sexual-abuse.ts";
import { domesticAbuse } from "./domestic-abuse.ts";
import { imprisonment } from "./imprisonment.ts";
import { sexualViolence } from "./sexual-violence.ts";
import { suicide } from "./suicide.ts";

export const topicIds = ["child-sexual-abuse", "sexual-violence", "domestic-abuse", "suicide", "imprisonment"] as const;

/** Every topic of the house. A new one is a file here, a line in this list, and its id above. */
const all: readonly (TopicSpec & { readonly id: (typeof topicIds)[number] })[] = [
  childSexualAbuse,
  sexualViolence,
  domesticAbuse,
  suicide,
  imprisonment,
];

export const topics: ReadonlyMap<string, TopicSpec> = new Map(all.map((topic) => [topic.id, topic]));
