/** How the names of the layers begin that write numbers which a key tells the names of, and of the lines that lead to them. */
export const keyNumbers = "keyNumber";
