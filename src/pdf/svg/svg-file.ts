import type { Diagnostic, Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import { isStyleElement, styleElementText } from "../css/style-element.ts";
import { createStyleEngine, type Styled } from "../css/style-engine.ts";
import { type CompiledStylesheet, compileStylesheet } from "../css/stylesheet.ts";
import { type DomElement, elementsIn } from "../dom/dom-node.ts";
import { parseSvg } from "./parse-svg.ts";
import { createSvgReport } from "./report.ts";
import type { SvgSurroundings } from "./svg-context.ts";
import { type SvgPicture, svgPicture } from "./svg-picture.ts";

export interface SvgFileOptions extends Pick<SvgSurroundings, "shaper" | "bidi" | "lang" | "picture"> {
  /** How messages name it. */
  readonly name: string;
  /** Its file, for locations in it; undefined where only the image's own location in the HTML means something. */
  readonly file: string | undefined;
  /** Where the HTML shows it. */
  readonly source: SourceLocation;
  readonly userAgent: CompiledStylesheet;
  readonly diagnostics: Diagnostics;
}

/** The picture of an SVG file, with its own styles; undefined, and the error `svg-syntax`, if it cannot be read. */
export function svgFile(text: string, options: SvgFileOptions): SvgPicture | undefined {
  const { name, file, source, diagnostics } = options;
  const placed = (location: DomElement["location"]): SourceLocation =>
    file === undefined ? source : { file, ...location };
  const parsed = parseSvg(text);
  if (parsed.kind === "problem") {
    const { message, location } = parsed.problem;
    diagnostics.error({
      code: "svg-syntax",
      message: `The image "${name}" is not an SVG that can be read. ${sentence(message)}`,
      hint:
        location && file === undefined
          ? `In line ${location.line}, column ${location.column} of it.`
          : "Save it as SVG again.",
      source: placed(location),
    });
    return undefined;
  }
  const { root } = parsed;
  const sheets = elementsIn(root, isStyleElement).map((element) => {
    const { sheet, start } = styleElementText(element, file);
    return compileStylesheet(sheet, start);
  });
  const report = createSvgReport({ diagnostics, reported: new Set(), locate: (element) => placed(element.location) });
  const add = (found: readonly Diagnostic[]) =>
    diagnostics.add(
      file === undefined ? found.map((each) => ({ ...each, source: { ...each.source, ...source } })) : found,
    );
  for (const sheet of sheets) add(sheet.diagnostics);
  const engine = createStyleEngine({ userAgent: options.userAgent, author: sheets });
  const seen = new Set<Styled>();

  function styleOf(element: DomElement, parent: Styled): Styled {
    const styled = engine.styleOf(element, parent);
    if (styled.diagnostics.length > 0 && !seen.has(styled)) {
      seen.add(styled);
      for (const found of styled.diagnostics) {
        const { severity: _, ...details } = found;
        report.warn({ ...details, source: { ...placed(element.location), ...found.source } }, element);
      }
    }
    return styled;
  }

  const styleAt = (element: DomElement): Styled =>
    styleOf(element, element.parent ? styleAt(element.parent) : engine.root);
  const ids = new Map(
    elementsIn(root, ({ attributes }) => attributes.id !== undefined)
      .reverse()
      .map((element) => [element.attributes.id as string, element]),
  );
  const styled = styleAt(root);
  const { shaper, bidi, lang, picture } = options;
  return svgPicture(
    // A file never shows anything outside of its edges.
    {
      element: root,
      styled: { ...styled, style: { ...styled.style, overflowX: "hidden", overflowY: "hidden" } },
      opacity: styled.style.opacity,
    },
    { shaper, bidi, lang, picture, holdsHtml: false, report, styleOf, styleAt, byId: (id) => ids.get(id) },
  );
}

const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.?$/, ".")}`;
