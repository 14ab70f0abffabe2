import { explain } from "./explanation.ts";

/** Of definitions, data files, disclosure control and selectors of cells. */
export const datasetCodes = explain({
  "absent-too-many": {
    meaning: "Filling in zeros for absent cells would make more cells than can be kept.",
    remedy: "Say where the data is complete with `absent: { zeroWhereReported: [...] }`, or leave a dimension out.",
  },
  "ambiguous-number": {
    meaning:
      "Numbers of one measure are written with different signs, and nothing tells which of them stands before decimals.",
    remedy: "Say which: `decimal` in the layout of the definition, or write them alike.",
  },
  "ambiguous-period": {
    meaning: "A label may be read as more than one period: 2018 as a calendar year or a financial year, say.",
    remedy: "Say how labels are read: `format` of the time dimension in the definition.",
  },
  "ambiguous-selector": {
    meaning: "A selector leaves out a dimension that has several categories and no total.",
    remedy: "Name the category, or declare the dimension's `total`.",
  },
  "bad-cell": {
    meaning: "A cell is neither a number nor a marker that the definition declares.",
    remedy: "Correct the cell, or declare what stands in it as a marker.",
  },
  "bad-vintage": {
    meaning: "A vintage is not a date of publication, so later ones cannot be told from earlier ones.",
    remedy: "Write it as 2019-09-11, 2019-09 or 2019.",
  },
  "common-margin": {
    meaning: "Two datasets have figures that are equal throughout, so that one may give away what the other hides.",
    remedy: "Read them with one disclosure control; `notSums` makes a warning of it, if that is chance or seen to.",
  },
  "contradictory-layout": {
    meaning: "A layout says two things that cannot both hold, or leaves open what the columns of a table hold.",
    remedy: "Correct what the message names; the guide of layouts has each shape with an example.",
  },
  "contradictory-rows": {
    meaning: "Two rows give different values for the same cell, source and vintage.",
    remedy: "Remove one, or tell them apart by a column for the vintage.",
  },
  "counted-twice": {
    meaning: "A selector adds up a category and a part of it.",
    remedy: "Select one of them.",
  },
  "damaged-file": {
    meaning: "A file is cut off, its parts are not what its beginning says, or a text holds a byte that no text has.",
    remedy: "Get the file again, or open it in a spreadsheet program and save it anew.",
  },
  "data-failed": {
    meaning: "The function that gives the data of a dataset threw an error, which the message tells.",
    remedy: "Correct the function, or what it asks: the database, the address.",
  },
  "dataset-not-in-edition": {
    meaning:
      "Earlier editions had a dataset that is gone, and nothing of one that is protected now, or the same figures.",
    remedy: "Give it the name that it had, or name the one that is gone under `disclosure.unrelated`.",
  },
  "denied-sum": {
    meaning: "Figures add up to others too often for chance, and the definition says that it is chance (`notSums`).",
    remedy: "Declare the sum: it is protected as one, since readers can subtract, but still ranked and charted.",
  },
  "derived-figures": {
    meaning:
      "Figures of a rate, share or mean are worked out from counts that are hidden, in another way than the definition says.",
    remedy: "Nothing has to be done. Leave the column out: claims work such figures out from what is published.",
  },
  "dimension-not-of-measure": {
    meaning: "A selector names a dimension that its measure is not broken down by.",
    remedy: "Leave the dimension out.",
  },
  "disclosure-mostly-hidden": {
    meaning: "Disclosure control has to hide most cells of a table.",
    remedy: "Use a coarser breakdown: longer periods, larger areas, wider groups.",
  },
  "disclosure-not-protected": {
    meaning: "A cell has to be hidden, and could be worked out from what may not be hidden.",
    remedy: "Take cells off `disclosure.known` and `knownTotals`, leave out a breakdown, or put categories together.",
  },
  "duplicate-category": {
    meaning: "One name stands for two categories of a dimension.",
    remedy: "Give each category ids, labels and aliases of its own.",
  },
  "duplicate-column": {
    meaning: "Two columns of a file have a heading that the layout asks for.",
    remedy: "Name the one that is meant by its letter, `#C`, or take the row of headings above in with `headerRow`.",
  },
  "edition-changed": {
    meaning: "Somebody changed the file that says what an edition showed.",
    remedy: "Take `edition.json` from a copy of the folder as it was published.",
  },
  "edition-not-protected": {
    meaning: "Cells have to be hidden, and could be worked out from this edition and earlier ones together.",
    remedy:
      "Leave the figures around them as they were published last until they change by more, leave out a breakdown or a total, or put categories together.",
  },
  "invalid-durations": {
    meaning: "A measure that is neither a mean nor a quantity says that its figures are durations.",
    remedy: 'Make its `statType` "mean" or "quantity", or leave `durations` out.',
  },
  "edition-of-other-cells": {
    meaning:
      "No cell of an earlier edition, or of one of its measures, is in the data, so that nothing is compared: names were changed.",
    remedy: "Give measures, dimensions and categories the ids that they had, or the dataset another name.",
  },
  "empty-file": {
    meaning: "A file of data is blank, or JSON data is not a list of rows.",
    remedy: "Give a file with a header and rows, or a JSON array of objects.",
  },
  "fractions-as-percentages": {
    meaning: "All figures of a share are between 0 and 1, without a percent sign, and are read as percentages.",
    remedy:
      "Add `fractions: true` to the measure, where 0.5 is a half; `fractions: false`, where it is half of one percent.",
  },
  "fractions-of-no-share": {
    meaning: "A measure that is no share says whether its figures are fractions.",
    remedy: 'Make its `statType` "share", or leave `fractions` out.',
  },
  "guessed-encoding": {
    meaning:
      "A text is not UTF-8 and does not say what it is, so that it was read as what its letters say, or Windows-1252.",
    remedy: "Say its `encoding` (HTML: in a `<meta charset>`), or save it as UTF-8.",
  },
  "hidden-before": {
    meaning:
      "A cell would be shown that an earlier edition hid: its measure is no longer protected, or it is said to be known.",
    remedy: "Protect the cell as before, or name it under `disclosure.released`.",
  },
  "hidden-cell-gone": {
    meaning:
      "A cell that an earlier edition hid is no longer in the data, and what others come to by now would tell it.",
    remedy: "Keep its row, leave out the whole period, or name the cell under `disclosure.released`.",
  },
  "hidden-cells": {
    meaning: "Rows or columns of a sheet are hidden, and are not read.",
    remedy: "Say `hidden: true` to read them too, or delete them.",
  },
  "hidden-sheets": {
    meaning: "Sheets that a workbook hides have a name that fits what is asked for, and are not read.",
    remedy: "Name each of them, if it is meant; a name with `*` stands for sheets that are seen.",
  },
  "invalid-csv": {
    meaning: "A file cannot be read as CSV.",
    remedy: "Look for a quotation mark that is never closed.",
  },
  "invalid-data": {
    meaning: "What was given as the data of a dataset, or what its function gave, is no data.",
    remedy:
      'Give a file, `{ csv: "…" }`, `{ bytes, file }`, `{ rows: [...] }`, a list of these, or a function that gives one.',
  },
  "invalid-dataset-definition": {
    meaning: "A dataset definition lacks a field, has an unknown one, or one of the wrong type.",
    remedy: "Correct the field that the message names; `dataset.schema.json` lists what there is.",
  },
  "invalid-edition": {
    meaning: "A file is not what a build writes of the cells that an edition showed.",
    remedy: "Name a folder as it was written, or take `edition.json` from a copy of it.",
  },
  "invalid-json-stat": {
    meaning: "A dataset of JSON-stat lacks a part, or its parts do not fit together.",
    remedy: "Give a dataset of JSON-stat 2.0.",
  },
  "invalid-lifetime": {
    meaning: "`since`, `until` and `successors` of categories are no days, or contradict each other.",
    remedy: "Correct the days that the message names.",
  },
  "invalid-lookup": {
    meaning: "A row of a lookup has no name, a day that is none, or gives a code another parent than a row before.",
    remedy: "Correct the row, or leave it out with `rows`.",
  },
  "invalid-period": {
    meaning: "A label of the time dimension is not a period.",
    remedy: "Write it as 2018/19, 2014, 2018-Q1 or 2018-03, or say the dimension's `format`.",
  },
  "invalid-profile": {
    meaning: "A disclosure profile contradicts itself.",
    remedy: "Correct the range that it hides, or what it rounds to.",
  },
  "invalid-rounding": {
    meaning: "A count is said to be rounded to something that is no whole number.",
    remedy: "Write `roundedTo: 5` or the like, or leave it out.",
  },
  "invalid-row": {
    meaning: "A row of a JSON file is not an object.",
    remedy: "Write each row as an object with a property a column.",
  },
  "measure-not-in-edition": {
    meaning: "An earlier edition showed figures of a measure that the dataset has no longer, or by another name.",
    remedy:
      "Give the measure the id that it had, declare what it is a sum or a part of, or name it under `disclosure.unrelated`.",
  },
  "measure-not-said": {
    meaning: "A selector does not say which measure, and there are several.",
    remedy: "Add `measure`.",
  },
  "measure-without-figures": {
    meaning: "No row or heading of the data is of a measure.",
    remedy: "Say in `layout.measures` how the data calls it, or leave the measure out.",
  },
  "misnamed-file": {
    meaning: "A file is of another type than its ending says; it is read as what it is.",
    remedy: "Give it the ending of what it is.",
  },
  "missing-column": {
    meaning: "The data has no column that the definition asks for.",
    remedy: "Correct the name in the definition's `layout`, or add the column.",
  },
  "missing-data": {
    meaning: "No data was given for a dataset.",
    remedy: 'Give it under the dataset\'s id: `data: { offences: "offences.csv" }`.',
  },
  "mixed-period-labels": {
    meaning: "The labels of one dimension can only be read as periods of different kinds.",
    remedy: "Correct them, or write the two kinds apart: 2013/14 for a financial year, Mar 2018 for a month.",
  },
  "mixed-periods": {
    meaning: "Figures of different periods would be drawn, sorted, ranked or added up as if they were of one.",
    remedy: "Name one period, or use `latest`, which is the same for all.",
  },
  "name-taken": {
    meaning: "A name is already that of something else: a helper, a dataset, or a value that every briefing has.",
    remedy: "Choose another name; a column can keep its own through `layout.dimensions`.",
  },
  "no-edition": {
    meaning: "A folder does not say what an edition showed.",
    remedy: "Name a folder that `briefwright build` wrote into, or leave the option out for the first edition.",
  },
  "not-additive": {
    meaning: "A selector adds up values that have no sum, such as rates.",
    remedy: "Select one cell, or use `median()`.",
  },
  "not-in-edition": {
    meaning: "The earlier editions have nothing of a dataset that is protected now, and were of no other that is gone.",
    remedy: "If it had another name, give it that name.",
  },
  "notes-left-out": {
    meaning: "The notes beside cells are left out of protected data, because words can tell what is hidden.",
    remedy: 'If readers have them already, say `disclosure: { notes: "published" }`; or take `layout.note` out.',
  },
  "outside-lifetime": {
    meaning: "A category has a figure for a period in which it is not there, by its `since` and `until`.",
    remedy: "Correct the days, or leave them out where the publisher counts by areas of another time.",
  },
  "overlapping-periods": {
    meaning: "A selector adds up or compares periods that share days.",
    remedy: "Select periods that follow each other.",
  },
  "parent-of-own-name": {
    meaning: "A category that holds others, by `layout.parents`, has the name of one that rows put into itself.",
    remedy: "Give the holder another name by `joined`, or name what it holds under `holds`.",
  },
  "password-needed": {
    meaning: "A workbook is protected by a password.",
    remedy: "Open it in a spreadsheet program and save it without one.",
  },
  "pattern-not-matched": {
    meaning: "A cell, or the name of a sheet or a file, does not look as the `pattern` of a dimension says.",
    remedy: "Correct the pattern in `layout.dimensions`, or leave such rows, sheets or files out.",
  },
  "period-not-said": {
    meaning: "A selector does not say which period, and the data holds several.",
    remedy: "Add the time dimension, with `latest` or a period.",
  },
  "protected-before": {
    meaning: "A dataset was read, and so protected, without the earlier editions that are given beside it.",
    remedy: "Give them to `readDataset`, or give the data unread.",
  },
  "ragged-row": {
    meaning: "A row of a CSV file has more or fewer fields than the header.",
    remedy: "Put fields that hold commas into quotation marks, and leave missing ones empty.",
  },
  "rounding-not-possible": {
    meaning: "Counts cannot be rounded together so that their sums stay right.",
    remedy: 'Say `rounding: "each"` in the disclosure control.',
  },
  "several-period-lengths": {
    meaning: "A word such as `latest` is not clear, because the data has periods of several lengths.",
    remedy: "Name the period, or its length as the hint says.",
  },
  "several-time-dimensions": {
    meaning: "A definition gives more than one dimension the role `time`.",
    remedy: "Give the others the role `category`.",
  },
  "shown-before": {
    meaning: "Cells are hidden that an earlier edition shows with the same figure.",
    remedy: "Nothing hidden rests on them; whether the earlier edition is withdrawn is yours to decide.",
  },
  "small-revision": {
    meaning: "A figure differs from an earlier edition by a count so small that the rule hides such.",
    remedy: "Publish revisions together, less often, if the difference tells of someone.",
  },
  "source-id-taken": {
    meaning: "Two datasets name different sources by the same id.",
    remedy: "Give one of the sources another id.",
  },
  "sparse-counts": {
    meaning:
      "A measure of counts has no zeros, and lacks cells that its categories would have: sums over them have no figure.",
    remedy:
      "Say what an absent cell is: `absent` of the measure, `zero`, `not-available` or zero where the place is reported.",
  },
  "sql-failed": {
    meaning: "A query over files failed, is more than one statement, or gives no rows.",
    remedy: "Correct it at the line and column of the message.",
  },
  "thousands-of-no-count": {
    meaning: "A measure that is no count says that the data has it in thousands.",
    remedy: 'Make its `statType` "count", or leave `thousands` out.',
  },
  "too-large": {
    meaning: "A file of data has more rows, columns or bytes than can be read in bounded memory.",
    remedy: "Leave out what is not needed, or divide the file.",
  },
  "too-many-totals": {
    meaning:
      "The cells of a measure are parts of more totals than can be looked through for one that gives a hidden count away.",
    remedy:
      "Leave out columns that only describe a row (`layout.ignore`), or take `total`, `holds` and `parent` off dimensions over which nobody adds up.",
  },
  "two-parents": {
    meaning: "A category is said to be part of two others, or of its own part.",
    remedy: "Keep one parent, and put the other breakdown into a dimension of its own.",
  },
  "undeclared-sum": {
    meaning: "Figures add up to others, and the definition does not say so: what is hidden could be worked out.",
    remedy: "Declare the sum as the hint says, or list the whole under `notSums` if it is chance.",
  },
  "undefined-category": {
    meaning: "A selector names a dimension and gives it no category: it is `undefined` or an empty list.",
    remedy: "Look up a category that exists, or leave the dimension out.",
  },
  "unequal-periods": {
    meaning: "Figures of periods of different lengths would be added up or compared.",
    remedy: "Select periods of one length.",
  },
  "unknown-category": {
    meaning: "A dimension has no category of that name.",
    remedy: "Correct the name; an alias in the definition accepts other spellings.",
  },
  "unknown-dataset": {
    meaning: "Something refers to a dataset that was not given.",
    remedy: "Correct the id, or add the dataset.",
  },
  "unknown-delimiter": {
    meaning: "Fields of a text cannot be divided by the delimiter that was given.",
    remedy: "Choose a comma, a semicolon, a tab, `|` or `^`, or leave it out.",
  },
  "unknown-dimension": {
    meaning: "Something refers to a dimension that the dataset does not have.",
    remedy: "Correct the name, or add the dimension to the definition.",
  },
  "unknown-encoding": {
    meaning: "There is no encoding of texts of that name.",
    remedy: "Write `utf-8`, `utf-16le`, `windows-1252` or another label of the Encoding Standard.",
  },
  "unknown-file-type": {
    meaning: "A file has an ending that cannot be read.",
    remedy: "Give data as a file of a type that is read, and modules as `.ts`, `.mts`, `.js` or `.mjs`.",
  },
  "unknown-measure": {
    meaning: "A selector names a measure that the dataset does not have.",
    remedy: "Correct the name, or add the measure to the definition.",
  },
  "unknown-name": {
    meaning: "A part of a dataset definition refers to a name that no other part defines.",
    remedy: "Correct the name, or define it.",
  },
  "unknown-period": {
    meaning: "A selector's period is not one, or the data does not hold it.",
    remedy: "Write it as the data does, or use a word such as `latest`.",
  },
  "unknown-sheet": {
    meaning: "A workbook has no sheet of that name or number.",
    remedy: "Name one of those that the hint lists.",
  },
  "unknown-source": {
    meaning: "A row or a claim names a source that the definition does not have.",
    remedy: "Add the source to the definition, or say in `layout` where a row names it.",
  },
  "unknown-total": {
    meaning: "A total that readers are said to know cannot be worked out, because a part of it is hidden.",
    remedy: "Put rows with the total into the data, and declare their category as the dimension's `total`.",
  },
  "unlinked-measure": {
    meaning:
      "A rate, share or mean could give away a count that is hidden, as it is not said which counts it is made of.",
    remedy: 'Name its `numerator` and `denominator`, or say `disclosure.measures: { … "publish" }`.',
  },
  "unmet-row-filter": {
    meaning: "No row has what `layout.rows` says.",
    remedy: "Look at how the data writes it, or take it out.",
  },
  "unreadable-columns": {
    meaning:
      "Columns of a Parquet file or a query hold what is no cell: lists, structures, bytes, days of no calendar.",
    remedy: 'Choose the other columns, or turn these into texts or numbers, by a query: `{ sql: "select …" }`.',
  },
  "unreadable-file": {
    meaning: "A file cannot be opened.",
    remedy: "Check its name, its folder and who may read it.",
  },
  untranslated: {
    meaning: "A dataset has no names, or not all of them, in the language of the briefing.",
    remedy: "Add `translations` to the definition, or say the `lang` that its names are in.",
  },
  "unused-column": {
    meaning: "A column of the data is named nowhere in the definition.",
    remedy: "Name it in the layout, or list it under `layout.ignore`.",
  },
  "unused-rows": {
    meaning: "Rows of a long table hold measures that the definition does not have.",
    remedy: "List the wanted ones under `layout.rows.only`, or declare the measures.",
  },
  "withdrawn-figure": {
    meaning: "A figure that an earlier edition showed was revised, and is hidden so that others cannot be worked out.",
    remedy: "Leave figures as they were published until they change by more, if a guess would be too near.",
  },
  "wrong-dataset": {
    meaning: "The dataset that was given was read with another definition.",
    remedy: "Read it with the definition that the briefing has.",
  },
  "wrong-encoding": {
    meaning: "A text is not in the encoding that was given.",
    remedy: "Leave the encoding out, or say another.",
  },
});
