import type { ElementBuilder } from "../svg-context.ts";

export const buildGroup: ElementBuilder = (element, context, builder) => builder.children(element, context);
