// What every key does, for the help dialog. A key that is not here does nothing in the room.

export interface KeyHelp {
  keys: readonly string[];
  does: string;
  /** Only for those who may write on the board. */
  writes?: boolean;
}

export const keyHelp: readonly { title: string; keys: readonly KeyHelp[] }[] = [
  {
    title: 'Write',
    keys: [
      { keys: ['N'], does: 'New card, beside the selected one or in the room’s zone', writes: true },
      { keys: ['Enter'], does: 'Edit the card; in a field: keep what is written', writes: true },
      { keys: ['Shift', 'Enter'], does: 'A new line', writes: true },
      { keys: ['Esc'], does: 'Leave the field, then the card', writes: true },
      { keys: ['Ctrl', 'Z'], does: 'Take back my own last change', writes: true },
      { keys: ['Shift', 'Ctrl', 'Z'], does: 'Do it again', writes: true },
    ],
  },
  {
    title: 'On a card',
    keys: [
      { keys: ['←', '↑', '→', '↓'], does: 'Next card that way' },
      { keys: ['Alt', 'arrows'], does: 'Move it: in its list, to the next column, an event by a minute', writes: true },
      { keys: ['E'], does: 'Details: time, kind, lane, evidence', writes: true },
      { keys: ['L'], does: 'Link to…', writes: true },
      { keys: ['M'], does: 'Move to…', writes: true },
      { keys: ['Delete'], does: 'Remove it', writes: true },
    ],
  },
  {
    title: 'Look around',
    keys: [
      { keys: ['1'], does: 'Timeline' },
      { keys: ['2'], does: 'Perspectives' },
      { keys: ['3'], does: 'Factors' },
      { keys: ['4'], does: 'Learnings and actions' },
      { keys: ['G'], does: 'Go where the room is' },
      { keys: ['O'], does: 'Outline and back to the board' },
      { keys: ['+'], does: 'Larger' },
      { keys: ['−'], does: 'Smaller' },
      { keys: ['0'], does: 'Back to 100 %' },
      { keys: ['?'], does: 'This help' },
    ],
  },
  {
    title: 'In the meeting',
    keys: [
      { keys: ['R'], does: 'I am ready, or not yet', writes: true },
      { keys: ['H'], does: 'Raise my hand, or lower it', writes: true },
    ],
  },
];
