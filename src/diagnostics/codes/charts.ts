import { explain } from "./explanation.ts";

/** Of charts: specs, rows, themes, drawing. Figures in them are `untraced-figure`, as everywhere. */
export const chartsCodes = explain({
  "chart-bad-value": {
    meaning: "A row of a chart has something that is no number in a field that is drawn as one.",
    remedy: "Give a number, or null where there is none.",
  },
  "chart-colour-alone": {
    meaning: "Only colours tell the series of a chart apart, and some readers cannot.",
    remedy: "Write names at the lines, give them dashes or shapes, show fewer, or draw a small chart for each.",
  },
  "chart-contrast": {
    meaning: "A colour of the charts' theme has too little contrast.",
    remedy: "Set a lighter or darker colour for the property that is named.",
  },
  "chart-failed": {
    meaning: "Vega reports an error in the chart.",
    remedy: "Correct the spec; vega.github.io/editor shows the same error with its place.",
  },
  "chart-flat-lines": {
    meaning:
      "Of what a chart draws on one scale, small charts, lines, pairs of dots or areas, half or more is flat or lies on one another, since others have figures that are many times theirs, or since it is far from zero.",
    remedy:
      "Use `sparklinesSpec`, in which each line has a scale of its own, or draw large and small figures in charts of their own.",
  },
  "chart-font": {
    meaning: "Charts ask for a font that the font set does not have.",
    remedy: "Give its file in `fonts`, or name another font in `--chart-font`.",
  },
  "chart-annotation": {
    meaning: "A recipe is given an annotation that it cannot show, or more of them than have room.",
    remedy: "Use a kind that it shows, or a recipe that the hint names.",
  },
  "chart-annotation-unplaced": {
    meaning:
      "An annotation, or a line to compare with, is at a period or a name that the chart's rows do not have, or is of a figure that none of them has, and is neither drawn nor described.",
    remedy: "Write the period or the name as the rows have it, or leave the annotation out where it does not apply.",
  },
  "chart-area-unplaced": {
    meaning:
      "A map has no place for the areas of some rows: it has places of nearly the same names that no row is of, which are told to have no figure, or it has no room to list the areas below itself.",
    remedy:
      "Write the names of the areas as the map has them, or those of the map as the rows have them; leave out rows of what it does not show.",
  },
  "chart-crowded": {
    meaning: "A recipe was given more, or longer, names and figures than its chart has room for.",
    remedy: "Give it more width or fewer rows, or use the recipe that the hint names.",
  },
  "chart-share-not-whole": {
    meaning:
      "The shares that a bar of `shareSpec` is made of come to less than 98% of their whole, or to more than 102%, and none of them is a gap: its rest has no name.",
    remedy:
      'Give the rest a row, such as "Other", or draw shares that are no parts of one whole with `layout: "beside"`.',
  },
  "chart-overdispersed": {
    meaning:
      "More than half of ten areas or more that a funnel draws lie outside of its 95% limits: these allow for chance alone, and areas differ by more.",
    remedy: "Give limits that allow for overdispersion, or use `stripSpec` or `rankingSpec`, which have none.",
  },
  "chart-gaps": {
    meaning: "A chart of its own data works something out of rows of which some have no number.",
    remedy: "Say so beside the chart, or leave those rows out.",
  },
  "chart-interval-unsaid": {
    meaning: "A recipe draws intervals, and neither its options nor the claims that they come from say what they are.",
    remedy: "Give its `interval`: the level of confidence intervals, such as 0.95, or what they are in words.",
  },
  "chart-interval-impossible": {
    meaning: "A recipe draws an interval of a share that reaches below 0% or above 100%.",
    remedy: "Give intervals that end where shares do, such as Wilson's.",
  },
  "chart-hidden-total": {
    meaning:
      "A chart adds up or averages a field of which cells are hidden or missing, so what it shows is too little.",
    remedy: "Draw the cells themselves, or take the total from a claim.",
  },
  "chart-image": {
    meaning: "An image of the chart cannot be drawn.",
    remedy: "Give PNG or JPEG files, as `data:` addresses or read by `load`.",
  },
  "chart-interaction": {
    meaning: "Selections and controls of a chart are left out: paper has none, and the page runs no script.",
    remedy: "Show what matters without them.",
  },
  "chart-link": {
    meaning: "Links inside a chart are left out: a chart is one image to a screen reader.",
    remedy: "Put the links in the text or the table next to it.",
  },
  "chart-local-time": {
    meaning: "The chart would depend on the time zone of the machine.",
    remedy: "Use utc scales, time units and formats.",
  },
  "chart-not-narrow": {
    meaning:
      "A recipe's chart has no room on a narrow page, such as that of a telephone, where readers have to scroll it sideways.",
    remedy: "Shorten names, show fewer of them, or use the recipe that the hint names.",
  },
  "chart-unclear-date": {
    meaning: "A row of a chart has a date that may be of two days, such as 1/2/2000, or that nobody could read.",
    remedy: "Write dates as 2019-04-30.",
  },
  "chart-many-periods": {
    meaning: "A chart of lines from one period to another is given more than two periods.",
    remedy: "Give it the rows of two periods, or use a recipe that draws a line through all of them.",
  },
  "chart-mixed-periods": {
    meaning: "A chart over time is given periods of unlike lengths: years beside quarters.",
    remedy: "Give it the periods of one length; draw the others in a chart of their own.",
  },
  "chart-needs-canvas": {
    meaning: "A transform of the chart draws on a canvas and reads its pixels.",
    remedy: "Install the optional package: `npm install @napi-rs/canvas`.",
  },
  "chart-no-data": {
    meaning: "The chart has no rows, or none of them has a number.",
    remedy: "Give it rows, or leave it out where every figure is suppressed or missing.",
  },
  "chart-not-reproducible": {
    meaning: "An expression of the chart asks for the time, which differs from run to run.",
    remedy: "Put the time into the data.",
  },
  "chart-other-way": {
    meaning:
      "An option of a recipe asks for a way to draw the chart for which there is no room, so that it is drawn in another one.",
    remedy: "Give it more width, or fewer and shorter names; or leave the option out.",
  },
  "chart-outside-data": {
    meaning: "The chart would load its data from an address, which is not allowed or cannot be read.",
    remedy: "Pass the rows, give them inline as `values`, or allow a folder with `--allow` or `load`.",
  },
  "chart-palette": {
    meaning: "Colours of the charts' theme look alike to some readers.",
    remedy: "Choose colours that are further apart, also in lightness.",
  },
  "chart-several-figures": {
    meaning:
      "The rows of a chart have several figures of one period for one line, which would join them as if they were of one thing.",
    remedy: "Select one category of each dimension of the rows, or name the field that tells the lines apart.",
  },
  "chart-spec-warning": {
    meaning: "Vega or Vega-Lite warns of something in the chart's spec.",
    remedy: "Correct the spec as the message says.",
  },
  "chart-text-cut": {
    meaning: "The chart had no room for a text and cut it.",
    remedy: "Shorten the label, widen the chart, or raise the label limit in the spec.",
  },
  "chart-text-small": {
    meaning: "A page has so little room for a chart that its texts are printed below 7 pt.",
    remedy: "Give it a wider column, or draw less in it: fewer or shorter names.",
  },
  "chart-theme-property": {
    meaning: "A stylesheet sets a chart property that there is not, or where charts do not read it.",
    remedy: "Correct the name, and set it in a rule of `:root`.",
  },
  "chart-theme-value": {
    meaning: "A property of the charts' theme has a value that charts cannot use; they keep their own.",
    remedy: "Give a value of the kind that the hint names.",
  },
  "chart-too-large": {
    meaning: "The chart has more rows or marks than the limit.",
    remedy: "Sum up the data before it is drawn, or raise `limits`.",
  },
  "chart-too-slow": {
    meaning: "The chart took longer than the limit and was stopped.",
    remedy: "Sum up the data before it is drawn, or raise `limits`.",
  },
  "chart-answer-unplaced": {
    meaning: "A chart of answers has a place for one that no row has, and none for one that rows have.",
    remedy: "Write the answers of both sides as the rows do.",
  },
  "chart-names-alike": {
    meaning:
      "Two names in the rows of a chart differ in how they are written alone: `Argyll & Bute` and `Argyll and Bute`.",
    remedy: "Write the name in one way in all rows.",
  },
  "chart-rounded-twice": {
    meaning:
      "A figure was rounded when it was computed, and the format of a chart rounds it once more to another number: 11.48 to 11.5, and that to 12.",
    remedy: "Give the recipe a format with as many decimals as the figure has in texts.",
  },
  "chart-tooltip": {
    meaning: "A tooltip is asked for that a page cannot show, or with a field that the drawn rows do not have.",
    remedy: "Write the tooltip into the encodings of a Vega-Lite spec, with fields that the chart draws.",
  },
  "chart-unknown-dataset": {
    meaning: "A spec names data that the chart was not given.",
    remedy: "Name data that there is.",
  },
  "chart-unknown-field": {
    meaning: "A spec names a field that no row has.",
    remedy: "Correct the name.",
  },
  "chart-unknown-mark": {
    meaning: "Vega-Lite has no mark of that name.",
    remedy: "Correct the name.",
  },
  "chart-vega-copies": {
    meaning: "`vega-scenegraph` is installed twice, so the chart is laid out with wrong text widths.",
    remedy: "Run `npm ls vega-scenegraph`, then `npm dedupe` or update vega.",
  },
  "invalid-chart-spec": {
    meaning: "A chart's spec is no object, or does not compile.",
    remedy: "Correct it; vega.github.io/editor shows the same spec with the place marked.",
  },
  "untraced-mark": {
    meaning: "A mark of a chart has a length, place, angle, size or colour that is not that of a figure by its scale.",
    remedy: "Draw figures as they are, on scales that begin at zero where lengths show them.",
  },
});
