// What a card carries beside its words when something is said about it: at a moment of the history, who added it.
export interface CardMark {
  doing: 'added' | 'changed';
  /** Short, on the card. */
  label: string;
  /** With the card's name, for those who hear it. */
  spoken: string;
}
