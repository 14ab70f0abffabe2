/** Whether a text has the form of a language tag (BCP 47), which is all that a PDF may hold for one (ISO 14289-1, 7.2). */
export const isLanguageTag = (text: string) => /^(?:[a-z]{2,8}|[ix](?=-))(?:-[a-z0-9]{1,8})*$/i.test(text);
