// Questions to ask instead, a theme each: about what people had to go by, not about what they are.

import type { Reframe } from '../rule.ts';

export type Theme =
  | 'missing-step'
  | 'should-have'
  | 'could-have'
  | 'if-only'
  | 'known-better'
  | 'failing'
  | 'ignored'
  | 'ignored-warning'
  | 'not-noticed'
  | 'not-known'
  | 'left-undone'
  | 'did-not-bother'
  | 'without-care'
  | 'slip'
  | 'pressure'
  | 'slow'
  | 'state'
  | 'process'
  | 'knowledge'
  | 'character'
  | 'human-error'
  | 'mistake'
  | 'mistake-by'
  | 'fault'
  | 'nobody'
  | 'obvious'
  | 'admonition'
  | 'why-not';

export const reframes: Readonly<Record<Theme, Reframe>> = {
  'missing-step': {
    plain: 'What would have made this step easy and natural at the time?',
    withWords: 'What would have made it easy to {…} at the time?',
  },
  'should-have': { plain: 'What was known at that moment, and how did the choice that was made fit it?' },
  'could-have': { plain: 'Which options were seen at the time, and what spoke for the one that was taken?' },
  'if-only': { plain: 'What would have to be true of the system for this to go well by itself next time?' },
  'known-better': { plain: 'Which information was missing then, and where was it to be found?' },
  failing: { plain: 'What made this step easy to leave out, and what could hold it in place?' },
  ignored: { plain: 'What else asked for attention then, and how did this stand out from it?' },
  'ignored-warning': { plain: 'How did the risk look at the time, and what was weighed against it?' },
  'not-noticed': { plain: 'Where could this be seen at the time, and what would make it stand out?' },
  'not-known': {
    plain: 'What could be known at that moment, and from where?',
    withWords: 'Where would one have had to look at the time to {…}?',
  },
  'left-undone': { plain: 'How does this step come about on an ordinary day, and what was different this time?' },
  'did-not-bother': { plain: 'What did the work at hand ask for at that moment, and what did it leave no room for?' },
  'without-care': {
    plain: 'What did people rely on when they went ahead, and what usually makes that work?',
    withWords: 'What would make it quick and natural to {…} first?',
  },
  slip: {
    plain: 'What made this look right at that moment, and what could catch it before it does harm?',
  },
  pressure: { plain: 'What made speed matter at that moment, and what was traded for it?' },
  slow: { plain: 'What did people have to go by in that time, and what would have told them sooner?' },
  state: { plain: 'What did they see, hear and expect at that moment?' },
  process: { plain: 'How is this work really done, and how well does the written process fit it?' },
  knowledge: { plain: 'What does this work ask people to know and to have, and how do they come by it?' },
  character: { plain: 'What pressures, habits and cues made this a sensible thing to do at the time?' },
  'human-error': { plain: 'Which conditions made this slip likely, and what could catch it by itself?' },
  mistake: { plain: 'What made this look right at the time, and when did it begin to look different?' },
  'mistake-by': { plain: 'What in tools, information and hand-overs led to this, whoever happened to be there?' },
  fault: { plain: 'How could a single step have this effect, and what in the system let it?' },
  nobody: { plain: 'Through which signals or habits would this reach somebody, and how did they work this time?' },
  obvious: { plain: 'It is plain now: what did it look like then, among everything else?' },
  admonition: { plain: 'What would make the careful way the easy way?' },
  'why-not': { plain: 'How did it make sense to them at the time, given what they saw and wanted to achieve?' },
};
