import type { LengthPercentage } from "../../stylesheet/index.ts";
import type { CssGradient } from "./gradient.ts";

/** An address as it is written, and the file that it is written in, if that is not the document. */
export interface BackgroundAddress {
  readonly kind: "url";
  readonly url: string;
  readonly from: string | undefined;
}

export type BackgroundImage = "none" | BackgroundAddress | CssGradient;

/** Two lengths, one of which may follow from the other by the shape of the picture. */
export type BackgroundSize =
  | "cover"
  | "contain"
  | { readonly width: LengthPercentage | "auto"; readonly height: LengthPercentage | "auto" };

export type RepeatStyle = "repeat" | "no-repeat" | "space" | "round";
export interface BackgroundRepeat {
  readonly x: RepeatStyle;
  readonly y: RepeatStyle;
}

export type BackgroundArea = "border-box" | "padding-box" | "content-box";
/** `text`: the letters in the box. */
export type BackgroundClip = BackgroundArea | "text";
export type BackgroundAttachment = "scroll" | "fixed";

/** How an address is told from those of other files. */
export const addressKey = ({ url, from = "" }: BackgroundAddress): string => `${from}\n${url}`;
