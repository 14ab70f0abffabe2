/** Rules of LanguageTool that are not asked, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  ENGLISH_WORD_REPEAT_RULE: "It takes names for words: the figure for Cold Fell fell.",
  MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE: "Usage is free here: In 2014 it was the tenth highest.",
  SECOND_LARGEST_HYPHEN:
    "Usage is free here, and it asks it of some of these words alone: the third largest fall, the third highest rate.",
  SENTENCE_WHITESPACE: "The text of an item that holds several paragraphs has no space between them.",
  UPPERCASE_SENTENCE_START: "Words below a figure in large go on from it, and begin with a small letter.",
};
