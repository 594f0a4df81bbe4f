// What a command is, as keys, palette and help show it.

export const sections = ['Write', 'On a card', 'Look around', 'In the meeting', 'This review'] as const;
export type Section = (typeof sections)[number];

export interface CommandSpec {
  section: Section;
  /** Plain words, beginning with what it does. */
  name: string;
  /** Other words by which somebody may look for it. */
  words?: string;
  /** The key, as `pressOf` tells it; the first is shown. */
  press?: readonly string[];
  /** The browser's own key for it: shown, never listened for. */
  native?: string;
  /** Only for those who may write on the board. */
  writes?: boolean;
  /** Said in the help instead of the name, where there is more to say. */
  help?: string;
}
