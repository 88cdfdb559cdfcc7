/** Height of a row of the history, in CSS pixels: the picture beside it is drawn to it. */
export const ROW_HEIGHT = 60
