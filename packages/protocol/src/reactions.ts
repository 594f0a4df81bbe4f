// What somebody shows the room for a moment. Kept nowhere.
export const reactions = ['agree', 'thanks', 'celebrate', 'surprised', 'think'] as const;
export type Reaction = (typeof reactions)[number];
