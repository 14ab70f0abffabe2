/** How wide a text is, in ems of a usual sans serif. */
export const widthEm = (text: string): number =>
  [...text].reduce((sum, letter) => {
    if (/[MWmw@]/.test(letter)) return sum + 0.95;
    if (/[Ifijlrt1.,'’ -]/.test(letter)) return sum + 0.4;
    return sum + (/\p{Lu}/u.test(letter) ? 0.72 : 0.61);
  }, 0);
