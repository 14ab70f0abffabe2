import type { ElementBuilder } from "../svg-context.ts";

export const buildGroup: ElementBuilder = (element, place, builder) => builder.children(element, place);
