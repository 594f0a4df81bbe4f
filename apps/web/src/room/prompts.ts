// Questions to read aloud, by stage, where its agenda brings none. They ask about the work and its conditions, never about a person's failing.

/** Used where a stage has none of its own. */
const general: readonly string[] = [
  'What would somebody who was not there want to know first?',
  'What are we not saying, because everyone knows it?',
];

const byStage: Record<string, readonly string[]> = {
  opening: [
    'What would make this hour worth it for you?',
    'Everyone did what made sense with what they knew. What helps us keep to that?',
    'Who is not in the room, and whose view will we miss?',
  ],
  reports: [
    'What surprised you while you wrote your account?',
    'Which topic did several of us come to by themselves?',
    'What did you look at first, and why there?',
  ],
  timeline: [
    'When did it first become unclear?',
    'What did the tools show at that moment, and what did they leave out?',
    'Who learned of it when, and from whom?',
    'What was happening in the stretches where nothing is noted?',
  ],
  perspectives: [
    'What did you expect to see next?',
    'What did you know then that others could not see?',
    'Which options did you have, and what spoke for each of them?',
    'What made the step you took the sensible one?',
  ],
  factors: [
    'What would have to be true for this to be seen in five minutes?',
    'Which pressures were at work that week?',
    'What did the tools show, and what did they leave out?',
    'Was the process clear, and easy to follow at that hour?',
    'What usually keeps this from happening, and where was it this time?',
  ],
  learnings: [
    'What do you now understand about the system that you did not before?',
    'What went well, and what made it go well?',
    'Which one change would have helped most people most?',
    'What would make the same hour easier next time?',
  ],
  narrative: [
    'How would you tell this to somebody who joins next month?',
    'Where does the story turn?',
    'Which sentence is hard to understand without having been there?',
  ],
  closing: [
    'What will you do differently on Monday?',
    'Whose help is worth a word of thanks?',
    'Who should hear about this, and from whom?',
  ],
};

export const promptsOf = (stageId: string | undefined): readonly string[] => byStage[stageId ?? ''] ?? general;
