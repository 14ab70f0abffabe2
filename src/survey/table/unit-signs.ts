/** Signs and words that are a unit and nothing else. */
export const unitSign =
  /^(?:£|€|\$|%|no\.?|nos\.?|number|numbers|(?:thousands?|millions?|billions?)(?: of \p{L}+(?: \p{L}+){0,2})?|['’]?000s?|[£€$] ?(?:m|k|bn|thousands?|millions?|billions?)|per ?cent|index|rate|ratio|years?|days?|hours?|minutes?|kg|km|km2|km²|qm|m2|m²|ha|ar|hektar|tonnes?|anzahl|personen|prozent|tsd\.?(?: eur)?|mio\.?(?: eur)?|mill\.?(?: eur)?|eur|euro|antal|procent|aantal|nombre|£ per .+|\((?:thousands?|millions?|billions?|['’]?000s?|%|per ?cent|[£€$](?:m|k|bn)?)\))$/iu;

/** A reference to notes, or to columns, alone in its cell: `[note 2]`, `[A]`, `= [A] + [B]`. */
export const noteSign =
  /^(?:[([]?notes? ?\d[\d, and]*[)\]]?|=? ?[([]\p{Lu}[)\]](?: ?[-+*/×÷] ?(?:[([]\p{Lu}[)\]]|\d+))*)$/iu;
