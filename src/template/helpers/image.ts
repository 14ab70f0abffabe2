import { defineHelper } from "./helper.ts";

/**
 * `{{image "photo"}}`, or with a caption: `{{#image "photo"}}…{{/image}}`: an image of the briefing. With a caption, or with a credit, which
 * is never left out, it is a figure. `alt` says what it shows in place of what the briefing says; `class` is of the figure or the image.
 */
export const image = defineHelper({
  name: "image",
  makes: "elements",
  block: "optional",
  parameters: ["image"],
  hash: { alt: "text", caption: "text", class: "name" },
  run({ rendering, position, hash, content }, { id, alt, credit, widthPx, heightPx }) {
    const { attribute } = rendering;
    const size = widthPx === undefined ? "" : ` width="${widthPx}" height="${heightPx}"`;
    const named = (classes: string) => (classes === "" ? "" : ` class="${attribute(classes)}"`);
    const picture = (classes: string) =>
      `<img src="image:${attribute(id)}" alt="${hash.alt ?? rendering.authored(alt, position)}"${size}${named(classes)}>`;
    const caption = content?.().trim() ?? hash.caption ?? "";
    const by = credit === undefined ? "" : `${rendering.phrase("image-by")} ${rendering.authored(credit, position)}`;
    const whose = by === "" ? "" : `<span class="credit">${by}</span>`;
    if (caption === "" && whose === "") return picture(hash.class ?? "");
    const words = [caption, whose].filter(Boolean).join(" ");
    return `<figure${named(["image", hash.class ?? ""].filter(Boolean).join(" "))}>${picture("")}<figcaption>${words}</figcaption></figure>`;
  },
});
