// What is said at the beginning of every review. Our own words; the source of the thought is named and linked.

/** After Norman L. Kerth's retrospective prime directive: the thought is his, the words are ours. */
export const primeDirective = {
  words:
    'Whatever comes to light today, we start from this: each of us worked as well as the moment let us, with the knowledge, the skills, the means and the pressures of that hour.',
  source: 'After the Prime Directive of Norman L. Kerth',
  url: 'http://www.retrospectives.com/pages/retroPrimeDirective.html',
} as const;

/** Few enough to be kept. */
export const groundRules: readonly { rule: string; more: string }[] = [
  { rule: 'Curiosity before judgement.', more: 'Ask how it made sense at the time.' },
  { rule: 'Speak for yourself.', more: 'What did you see, know, expect?' },
  { rule: 'Leave room.', more: 'One speaks at a time, and a pause is no gap to fill.' },
  { rule: 'Accounts may differ.', more: 'Both stay, side by side.' },
  { rule: 'Told here to learn from.', more: 'Nothing of it serves to judge anybody’s work.' },
];

/** To be spoken, not only shown. */
export const safetyReminder: readonly string[] = [
  'Nobody has to say anything. You may pass, write instead of speaking, or leave the room for a while, without a reason.',
  'If a question sounds like blame, say so, also when it is mine. I will ask it in another way.',
  'And if this is hard today, tell me, here or afterwards.',
];
