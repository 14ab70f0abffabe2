import type { defineBriefing } from "briefwright";

export declare const data: Readonly<Record<string, URL>>;
export declare const areas: readonly string[];
export declare const briefing: ReturnType<typeof defineBriefing>;
