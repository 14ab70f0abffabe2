import { explain } from "./explanation.ts";

/** Of templates, and of the document that they give. */
export const templateCodes = explain({
  "figure-affix": {
    meaning: "What stands directly beside a traced figure, or a stylesheet puts there, makes another figure of it.",
    remedy: "Let the claim print its unit and sign, or put words between.",
  },
  "figure-or-label": {
    meaning:
      "A number may be a figure that cannot be traced: it is not certain what it counts, and it stands as no name, year or code does.",
    remedy: "Declare the name in `names`, or write the number with `{{literal}}`; print a figure by a claim.",
  },
  "circular-partial": {
    meaning: "A partial ends up calling itself.",
    remedy: "Use `{{#each}}`.",
  },
  "claim-without-figure": {
    meaning: "A claim has no figure, because a cell is suppressed or missing, and what is said of it is left out.",
    remedy: "To say something in its place, write it after `{{else}}` in the `{{#known}}` that holds it.",
  },
  "duplicate-id": {
    meaning: "Two elements of the document have the same id.",
    remedy: "Give an id in a loop something of its own, such as `{{@index}}`.",
  },
  "empty-heading": {
    meaning: "A heading has no text.",
    remedy: "Give it text, or take it out.",
  },
  "heading-outline": {
    meaning: "The document has no `<h1>` or several, or a heading skips a level.",
    remedy: "Give the document one `<h1>` and its sections `<h2>`; set sizes in the stylesheet.",
  },
  "literal-argument": {
    meaning: "`{{literal}}` is given a value, which could be any figure, and not words of the template.",
    remedy: "Write the words themselves, in quotation marks.",
  },
  "low-contrast": {
    meaning:
      "A text and what is behind it are of too much the same colour, on a screen, in the dark scheme, on paper, or while it is pointed at or the like.",
    remedy:
      "Set one of the colours that the hint names, or another that is as far from the other, or the opacity that it names.",
  },
  "unknown-contrast": {
    meaning:
      "A text stands on an image, or under a filter, a mask or a colour that cannot be calculated: whether it can be read is not known.",
    remedy: "Give the text a ground of its own, as thin as the hint says, or look at it.",
  },
  "misplaced-output": {
    meaning: "A helper stands where its output cannot: in an attribute, a tag, a comment, a script or a style.",
    remedy: "Put it between tags, or into an attribute that the hint names.",
  },
  "misplaced-partial": {
    meaning: "A partial stands within a tag, or is called without what it sets.",
    remedy:
      "Put it between tags: partials hold whole elements or text. Call one that sets a block as `{{#> name}}…{{/name}}`.",
  },
  "missing-alt": {
    meaning: "An image has no text alternative.",
    remedy: 'Say in `alt` what it shows, or write `alt=""` if it is decoration.',
  },
  "missing-language": {
    meaning: "The document's language is not given, or is no language tag.",
    remedy: "Give the briefing a `lang`, or `<html>` one, such as en-GB or cy.",
  },
  "missing-title": {
    meaning: "The document has no title.",
    remedy: "Give the briefing a `title`, or an HTML page a `<title>`.",
  },
  "misused-helper": {
    meaning: "A helper that prints is used as a block or an argument, or one that prints nothing is used to print.",
    remedy: "Write it in the form that the hint shows.",
  },
  "nested-too-deeply": {
    meaning: "The template's elements are nested too deeply to be read.",
    remedy: "Look for an element that a loop opens and never closes.",
  },
  "notes-twice": {
    meaning: "The template places its notes more than once.",
    remedy: "Keep one `{{notes}}`.",
  },
  "number-argument": {
    meaning: "A helper is given a number, which could not be traced to the data.",
    remedy: "Give the id of a claim; words that hold digits go in quotation marks.",
  },
  "outside-resource": {
    meaning: "The stylesheet asks for a file that the page does not fetch.",
    remedy: "Put it into the stylesheet as a `data:` address, or give it as a font.",
  },
  "said-figure": {
    meaning: 'A text says a figure in words, such as "doubled", which cannot be traced.',
    remedy: "Let a claim say it, or leave it out.",
  },
  "sentence-with-hole": {
    meaning: "A claim without a figure leaves a hole in a sentence.",
    remedy: "Put the whole sentence, with its element, into `{{#known}}`.",
  },
  "template-syntax": {
    meaning: "A template is not Handlebars: something is never closed, or closed by another name.",
    remedy: "Correct it at the line and column of the message.",
  },
  "unbalanced-branches": {
    meaning: "The branches of a block open and close different elements.",
    remedy: "Let each branch close what it opens.",
  },
  "unclosed-html": {
    meaning: "A template ends inside a tag, a comment or an element such as `<title>`, so that text would be lost.",
    remedy: "Look for an attribute without its closing quotation mark, or a comment that is never closed.",
  },
  "unescaped-output": {
    meaning: "`{{{…}}}` and `{{&…}}` would print HTML as it comes.",
    remedy: "Write `{{…}}`.",
  },
  "unknown-chart": {
    meaning: "A template asks for a chart that the briefing does not have.",
    remedy: "Correct the id, or add the chart.",
  },
  "unknown-claim": {
    meaning: "A template asks for a claim that the briefing does not have.",
    remedy: "Correct the id, or add the claim.",
  },
  "unknown-date": {
    meaning: "A text is not a date, or nobody says when something was published.",
    remedy: "Write it as 2019-09-12, 2019-09 or 2019; give a source its `published`, or the briefing a date.",
  },
  "unknown-helper": {
    meaning: "There is no helper of that name.",
    remedy: "Correct the name.",
  },
  "unknown-option": {
    meaning: "A helper has no option of that name.",
    remedy: "Correct the name.",
  },
  "unknown-partial": {
    meaning: "There is no partial of that name, or its name is computed.",
    remedy: "Correct the name, add the partial, or use `{{#if}}` to choose.",
  },
  "unknown-phrase": {
    meaning: "The language has no phrase of that name.",
    remedy: "Correct the name, or add the phrase to the briefing's language.",
  },
  "unknown-symbol": {
    meaning: "There is no symbol of that name.",
    remedy: "Correct the name.",
  },
  "unknown-table": {
    meaning: "A template asks for a table that the briefing does not have.",
    remedy: "Correct the id, or add the table.",
  },
  "unknown-target": {
    meaning: "A link or a reference leads to an id that nothing in the document has.",
    remedy: "Correct the id, or give it to an element.",
  },
  "unknown-template": {
    meaning: "No template of that name ships with the package.",
    remedy: "Use a name that the hint lists, or a URL of a file of your own.",
  },
  "unknown-variable": {
    meaning: "A template asks for a parameter or a variable that there is not.",
    remedy: "Correct the name, or add the parameter.",
  },
  "unprintable-value": {
    meaning: "A value cannot be printed, such as a list or a number that no claim has.",
    remedy: "Print a label, words or a claim.",
  },
  "unsafe-html": {
    meaning: "Elements, attributes or addresses that could run a program or load something are taken out.",
    remedy: "Take them out of the template.",
  },
  "unsupported-syntax": {
    meaning: "Templates have no decorators and no inline partials.",
    remedy: "Put the partial into a file of its own.",
  },
  "untraced-figure": {
    meaning: "A figure is printed, drawn or written by a stylesheet that nothing in the data accounts for.",
    remedy: "Print it by a claim, table or chart; what is no figure of the data is written with `{{literal}}`.",
  },
  "wrong-argument": {
    meaning: "A helper is given a group of values or printed text, and takes an id or plain words.",
    remedy: "Give the id of a claim, or words in quotation marks.",
  },
  "wrong-arguments": {
    meaning: "A helper is given too many or too few arguments.",
    remedy: 'Write it as the hint shows; options are written `name="…"`.',
  },
});
