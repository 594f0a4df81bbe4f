// Questions to ask, by stage and by kind of card, as data. They ask about the work and its conditions, never about a person's
// failing. Rules: SPEC Q1-Q3.
import type { Card, EventKind, FactorCategory, PerspectiveFacet } from '@hearth/board/cards';
import type { Stage, Zone } from '@hearth/review/templates/template';

/** For stages that none of the others fits. */
const anyStage: readonly string[] = [
  'What would somebody who was not there want to know first?',
  'What are we not saying, because everyone knows it?',
  'What surprised you so far?',
];

/** By the id of a stage of the agendas that come with Hearth. */
const byStage: Readonly<Record<string, readonly string[]>> = {
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
  reading: [
    'Which sentence of somebody else’s would you like to hear more about?',
    'Where do two of us tell the same moment in different ways?',
    'What did you learn just now that would have helped you then?',
  ],
  closing: [
    'What will you do differently on Monday?',
    'Whose help is worth a word of thanks?',
    'Who should hear about this, and from whom?',
    'If the same began tonight, what is in place for those on call?',
  ],
};

const byZone: Readonly<Record<Zone, readonly string[]>> = {
  timeline: [
    'When did it first become unclear?',
    'Which tools were in use at that moment, what did they show, and what did they leave out?',
    'Who learned of it when, and from whom?',
    'What was happening in the stretches where nothing is noted?',
    'Where could it have come to light earlier, and through what?',
    'Which moments were quiet because something worked?',
  ],
  perspectives: [
    'What did you expect to see next, and what did you see?',
    'What did you know then that others could not see?',
    'Which information would have helped you, and where was it to be found?',
    'Which options did you have, and what spoke for each of them?',
    'What made the step you took the sensible one?',
    'What else asked for your attention in that hour?',
  ],
  factors: [
    'What made it possible for this to go as it did?',
    'What would have to be true for it not to happen, or to be seen in five minutes?',
    'Which pressures were at work that week?',
    'Was the process clear, and easy to follow at that hour?',
    'What usually keeps this from happening, and where was it this time?',
    'Which of these conditions is still there today?',
  ],
  learnings: [
    'What do you now understand about the system that you did not before?',
    'What went well, and what made it go well?',
    'Which one change would have helped most people most?',
    'What would make the same hour easier next time?',
    'Which of these would help another team as well?',
  ],
  narrative: [
    'How would you tell this to somebody who joins next month?',
    'Where does the story turn?',
    'Which sentence is hard to understand without having been there?',
    'Whose view is not in the story yet?',
  ],
};

/** The stage's own questions first: those of its agenda, else those that come with Hearth. The stage's question leads. */
export const deckOf = (stage: Pick<Stage, 'id' | 'zone' | 'question' | 'prompts'> | null): readonly string[] => {
  if (stage === null) return anyStage;
  const written = stage.prompts ?? [];
  const ours = byStage[stage.id] ?? (stage.zone === null ? anyStage : byZone[stage.zone]);
  return [...new Set([stage.question, ...(written.length > 0 ? written : ours)])];
};

const eventDecks: Readonly<Record<EventKind, readonly string[]>> = {
  detection: [
    'Which cue gave it away, and what did it look like among everything else?',
    'What had been visible before, and to whom?',
    'Who could have seen it as well, and what did their screens show?',
  ],
  diagnosis: [
    'Which explanations were on the table, and what spoke for each?',
    'What did you look at, and what made you trust it, or not?',
    'What would have ruled this explanation out sooner?',
  ],
  decision: [
    'Which options were seen at that moment, and what spoke for each of them?',
    'What was known then, and what was still open?',
    'What did people hope for, and what did they want to keep from happening?',
    'How much time did it seem that there was?',
  ],
  action: [
    'What was this step meant to do, and what did it do?',
    'How did one know that it had worked?',
    'How does this step go on an ordinary day?',
  ],
  communication: [
    'Who needed to know, and how did it reach them?',
    'What did those who heard it take it to mean?',
    'What did it cost the responders to tell it?',
  ],
  change: [
    'What was the change for, and who was waiting for it?',
    'How did it look in review, in tests, in the rollout?',
    'What in the system made its effect so large, or so late?',
  ],
  impact: [
    'Who felt it, and how did they get on meanwhile?',
    'How did we learn of it: from a signal, or from somebody?',
    'What kept it from becoming larger?',
  ],
  recovery: [
    'What made the way back possible, and who had prepared it?',
    'How did one know that it was over?',
    'What was put off meanwhile, and who picked it up?',
  ],
};

const facetDecks: Readonly<Record<PerspectiveFacet, readonly string[]>> = {
  saw: ['What did you make of it at that moment?', 'What did others see at the same time?'],
  expected: ['Where did that expectation come from?', 'What was the first sign that it would be different?'],
  knew: ['How did you come to know it?', 'Who else knew, and who would have needed to?'],
  'did-not-know': ['Where was this to be found at that time?', 'What would have brought it to you by itself?'],
  'made-sense': [
    'Which experience spoke for it?',
    'What would have had to look different for you to choose another way?',
  ],
};

const categoryDecks: Readonly<Record<FactorCategory, readonly string[]>> = {
  human: [
    'Which conditions would lead anybody to do the same?',
    'What did people have in front of them, and what were they in the middle of?',
    'What did people do here that no process asked of them?',
  ],
  technical: [
    'Who decided that it should be so, and which need did it serve?',
    'What would have shown it, and to whom?',
    'What made it hard to change before?',
  ],
  organisational: [
    'How did this come to be the usual way?',
    'Which goals pull in other directions here?',
    'Who feels the effect, and who could change it?',
  ],
};

const questionDeck = ['Who might know, in this room or outside?', 'What would change for us if we knew?'];
const learningDeck = [
  'Who else would be glad to know this?',
  'What would we do differently tomorrow, knowing it?',
  'What else does this explain?',
];
const actionDeck = [
  'Which condition on the board would this change?',
  'How will we notice that it helped?',
  'Who owns it, and what will they have to put aside for it?',
];

/** Questions to ask about one card. */
export const cardDeckOf = (card: Card): readonly string[] => {
  switch (card.kind) {
    case 'event':
      return eventDecks[card.eventKind];
    case 'perspective':
      return facetDecks[card.facet];
    case 'factor':
      return categoryDecks[card.category];
    case 'question':
      return questionDeck;
    case 'learning':
      return learningDeck;
    case 'action':
      return actionDeck;
  }
};

/** Every question that comes with Hearth, for tests of their words. */
export const everyQuestion = (): readonly string[] =>
  [byStage, byZone, eventDecks, facetDecks, categoryDecks]
    .flatMap((decks) => Object.values(decks).flat())
    .concat(anyStage, questionDeck, learningDeck, actionDeck);
