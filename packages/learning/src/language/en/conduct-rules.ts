// What people did, told as a failing: verbs and adverbs.

import type { Rule } from '../rule.ts';
import { adverbs, anyWord, anywhere, before, byPeople, here, words } from './patterns.ts';
import type { Theme } from './reframes.ts';
import { careBase, doBase } from './care.ts';

const outsider = anywhere('users?|customers?|clients?|attackers?');
const changed = String.raw`(?:pressed|plugged|unplugged|gave|provided|hit|focused|focussed|looked|looking|went|followed|investigated|called|paged|blamed|checked|deleted|dropped|typed|ran|changed|picked|chose|edited|removed|pushed|used|selected|clicked|deployed|restarted|copied|pasted|entered|merged|applied|targeted|put|set|sent|made|took|executed|configured|reverted)`;
/** Past forms that may follow an adverb; wider than the list of what people do. */
const pastAct = String.raw`(?:[a-z-]{2,24}ed|ran|put|set|cut|left|made|sent|took|thought|broke|let|shut|did|gave|went|wrote|chose|forgot|kept|brought|told|saw|read|lost|hit)`;

export const conductRules: readonly Rule<Theme>[] = [
  // failed to
  {
    pattern: here(
      `(?:failed|neglected|forgot|omitted) to ${adverbs}(?<verb>${careBase}|${doBase}|take|make|see|know|pay|think)`,
    ),
    who: 'person-or-dropped',
    unless: anywhere('(?:job|test|build|check|request|pod|task|step|run)s? that failed'),
    theme: 'missing-step',
  },
  // failed to anything
  {
    at: words('failed neglected forgot omitted forgotten'),
    pattern: here(
      `(?:failed|neglected|omitted) to|forgot(?: about| to)?|neglected|forgotten (?:about|to)|(?<=(?:had|have|has|'d|'ve) )forgotten`,
    ),
    who: 'person-or-dropped',
    notBefore: before(`(?:may|might|could)(?: have)?|not|never|n't`),
    theme: 'failing',
  },
  // failing
  {
    at: words(
      'overlooked ignored disregarded underestimated overestimated misjudged misunderstood misread misinterpreted misconfigured mistyped misdiagnosed mishandled miscalculated miscommunicated mismanaged misled misused botched bungled skipped bypassed circumvented violated dismissed panicked hesitated procrastinated fumbled',
    ),
    pattern: anyWord,
    who: 'person-or-dropped',
    notBefore: before(`(?:was|were|been|being|is|are|be|get|gets|got|not|never|n't)(?: [a-z]{2,20}ly)?`),
    unless: anywhere(`(?:can|could|may|might|to) be ignored`),
    theme: 'ignored',
  },
  // missed
  {
    pattern: here(
      'missed(?: (?:the|an?|our|this|that|these|those|several|some|all|it|one|many|two))?(?! (?:out|you|heartbeats?|by|connections?|calls?|builds?)(?![a-z]))',
    ),
    who: 'person-or-dropped',
    notBefore: before(`(?:was|were|been|being|is|are|may have|might have|not|never|n't)`),
    unless: anywhere(
      `missed (?:our|the|their|its) (?:[a-z-]{2,20} )?(?:slos?|slas?|targets?|goals?|deadlines?|error budgets?)`,
    ),
    theme: 'not-noticed',
  },
  // mess
  {
    pattern: here(
      String.raw`(?:messed|screwed) (?:(?:this|it|that|things) )?up|sat on|(?:got|become) (?:too |so |easily )?(?:sidetracked|distracted|comfortable|carried away)|broke (?:the|our|production|prod|protocol|everything|it|master|main)|dropped the ball|fat-fingered|let (?:\w{2,20} ){1,3}(?:down|slip|expire|lapse|fall)|(?:took|cut) (?:\w{1,10} ){0,2}(?:corners|shortcuts?)|jumped (?:straight )?to (?:a |the |wrong )?conclusions?|gave up|went (?:rogue|ahead anyway)|turned a blind eye|fell asleep|blew it|wasted|kept (?:on )?(?:ignoring|making|forgetting|breaking|missing|postponing|delaying|deferring|pushing)|refused to|insisted on|guessed|put off|(?:just|simply|only) hoped|did nothing|lost (?:control|track|sight|focus)|mixed up|mistook|confused (?:[\w-]{1,20} ){1,5}(?:with|and)|rubber-stamped`,
    ),
    who: 'person-or-dropped',
    notBefore: before(`(?:not|never|n't|to|was|were)`),
    theme: 'failing',
  },
  // lacked
  {
    pattern: here(
      `(?:lacked|showed (?:a lack of|no|little|poor)|(?:had|has) (?:no|little|insufficient|limited|not enough)) (?:[a-z-]{2,20} ){0,2}(?:discipline|knowledge|care|experience|skills?|understanding|awareness|attention|judge?ment|expertise|competence|diligence|idea|clue|regard|interest)`,
    ),
    who: 'person',
    theme: 'knowledge',
  },
  // by error adverb
  {
    at: words(
      'wrongly mistakenly incorrectly carelessly blindly naively accidentally foolishly prematurely improperly needlessly recklessly hastily lazily unwisely falsely stupidly wrongfully',
    ),
    pattern: anyWord,
    who: 'person',
    notBefore: before(`(?:not|never|n't|could|can|may|might|to|cannot)`),
    theme: 'slip',
  },
  // unmeant adverb
  {
    at: words(
      'unintentionally inadvertently erroneously unknowingly unwittingly accidentally mistakenly wrongly prematurely carelessly hastily',
    ),
    pattern: here(`[a-z]{4,20}ly ${pastAct}(?! by(?![a-z]))`),
    who: 'person-or-dropped',
    theme: 'slip',
  },
  // wrongly held
  {
    pattern: here(
      '(?:was|were|been) (?:wrongly|mistakenly|incorrectly|erroneously|falsely|naively|accidentally|inadvertently) (?:assumed|believed|thought|concluded|assessed|judged|understood|interpreted|left|approved|merged|committed)',
    ),
    who: 'anything',
    theme: 'mistake',
  },
  // thought wrong
  {
    at: words('thought believed assumed figured expected concluded'),
    pattern: anyWord,
    who: 'person',
    needs: anywhere(
      "which (?:was|turned out to be|proved) (?:wrong|incorrect|false|not|a mistake)|but (?:this|that|it) (?:was|turned out|proved)(?:n't)? (?:to be )?(?:not|wrong|incorrect|false|the case|true)|turned out (?:to be )?(?:wrong|incorrect|false|not)|when in (?:fact|reality)",
    ),
    theme: 'mistake',
  },
  // wrongly by people
  {
    pattern: here(
      `(?:(?:incorrectly|wrongly|mistakenly|carelessly|accidentally|inadvertently|improperly) [a-z-]{2,24}|(?:wrong|incorrect) [a-z-]{2,24} (?:was|were|had been) [a-z-]{2,24}) by ${byPeople}`,
    ),
    who: 'anything',
    theme: 'slip',
  },
  // trailing adverb
  {
    pattern: here(
      'incorrectly|wrongly|mistakenly|carelessly|accidentally|the wrong way|too (?:quickly|hastily|lightly|late|easily|readily|narrowly|optimistically)',
    ),
    before: before(
      String.raw`(?:^|[,;(]|but|and|because|since|when|as|that)\s{0,2}(?:we|i|he|she|they|someone|(?:the|our|an?) (?:[a-z-]{2,20} ){0,2}(?:team|engineer|developer|operator|admin|reviewer|responder|manager|author)s?) (?:had |have )?${pastAct} (?:[\w'-]{1,24} ){1,6}`,
    ),
    who: 'anything',
    theme: 'slip',
  },
  // by mistake
  {
    pattern: here('(?:by (?:mistake|accident|error)|in error)'),
    who: 'anything',
    needs:
      /(?:^|[^a-z])(?:we|i|he|she|they|you|someone|somebody|@\w{1,40}|(?:team|engineer|developer|operator|admin|administrator|colleague|contractor|member|responder|manager|intern|person|staff|vendor)s?)\s(?!who\sreported)/u,
    unless: anywhere('through'),
    theme: 'slip',
  },
  // the wrong
  {
    pattern: here(
      String.raw`${changed} (?:[\w'-]{1,24} ){0,4}(?:(?:the|an?) (?:wrong|incorrect|invalid)|(?:production|prod) instead of)`,
    ),
    who: 'person-or-dropped',
    theme: 'slip',
  },
  // rushed
  {
    at: words('rushed rushing hurried'),
    pattern: anyWord,
    who: 'anything',
    notBefore: before(`(?:not|never|n't|avoid|without|instead of|rather than|no)(?: (?:to|be|being))?`),
    unless: anywhere(`rush(?:ed|ing)? hours?|(?:requests|traffic|users|customers) (?:rushed|rushing)`),
    theme: 'pressure',
  },
  // too late
  {
    pattern: here(
      `(?:was|were|are|got|(?:relied|depended|trusted|leaned|focused|acted|reacted|responded|took|waited|moved|escalated|noticed|started|declared|came)(?: [a-z]{1,12}){0,2})(?: [a-z]{1,10}){0,2} too (?:slow|slowly|late|long|quick|quickly|hasty|hastily|confident|eager|optimistic|trusting|busy|tired|focused|narrowly|reliant|complacent|lax|relaxed|proud|ambitious|cautious|much time|few|fast|heavily|much)`,
    ),
    who: 'person',
    theme: 'slow',
  },
  // took too long
  {
    pattern: here(
      String.raw`(?:took (?:us|them|me|him|her|the team|the engineers?|people|everyone|support)(?: [a-z-]{2,20}){0,2} (?:too|so) (?:long|much time)|took (?:far |way |much )?too long (?:for ${byPeople}|to (?:respond|react|notice|reali[sz]e|recogni[sz]e|escalate|declare|understand|communicate|identify|find|detect|diagnose|roll))|(?:spent|waited|for) (?:far |way |much )?too (?:much|long))`,
    ),
    who: 'anything',
    needs: anywhere(
      'we|i|he|she|they|us|our|their|nobody|no one|took|spent|someone|people|staff|support|vendor|management|(?:[a-z-]{2,20} )?(?:teams?|engineers?|developers?|operators?|responders?)',
    ),
    unless: anywhere(
      '(?:it|requests?|query|queries|jobs?|builds?|pods?|calls?|tests?|responses?|transactions?) (?:took|waited|ran|hung) (?:for )?too long',
    ),
    theme: 'slow',
  },
  // slow to
  {
    pattern: here(
      `(?:slow|reluctant|unwilling|quick|hesitant|late) (?:to (?:respond|react|notice|realise|realize|escalate|act|acknowledge|communicate|recognise|recognize|update|blame|assume|dismiss|judge|declare|ask|admit|call|engage|join)|in (?:responding|reacting|noticing|escalating|acting|communicating|updating|declaring))`,
    ),
    who: 'person',
    theme: 'slow',
  },
  // state
  {
    at: words('was were are is'),
    pattern: here(
      `(?:was|were|are|is)(?:(?:n't| not) (?:[a-z]{2,20} ){0,1}(?:aware|careful|prepared|trained|experienced|familiar|paying attention|cautious|attentive|thorough|diligent|disciplined|vigilant|proactive|competent|qualified|up to|listening|looking|watching|thinking|following|communicating|transparent|honest|ready|sure how)| (?:[a-z]{2,20} ){0,2}(?:unaware|oblivious|unprepared|inexperienced|overconfident|distracted|unqualified|impatient|untrained|unfamiliar|ill-prepared|asleep|ignorant|confused|complacent|overwhelmed by (?:his|her|their) own|wrong to|mistaken|ill-informed|unable to (?:cope|understand|follow)|panicking))`,
    ),
    who: 'person',
    unless: outsider,
    theme: 'state',
  },
  // despite knowing
  {
    pattern: here(
      `despite (?:(?:clear|repeated|earlier|several|many|the|our|their|all|previous|multiple|having been|being|having|explicit|fully) ){0,3}(?:warnings?|warned|aware|knowing|knowledge|told|reminders?|reminded|advice|instructions?|policy|risks?|signs|concerns|known|training)|knowing full well`,
    ),
    who: 'anything',
    theme: 'ignored-warning',
  },
  // warned
  {
    pattern: here(
      '(?:had been|have been|were|was) (?:(?:already|repeatedly|previously|explicitly|often|clearly) ){0,2}warned',
    ),
    who: 'person',
    theme: 'ignored-warning',
  },
  // although knowing
  {
    pattern: here(
      `(?:although|though) (?:we|i|he|she|they|the team|the [a-z]{2,20}) (?:had |have |were |was |already ){0,3}(?:${adverbs})(?:knew|known|told|warned|aware|reminded|asked|instructed)`,
    ),
    who: 'anything',
    theme: 'ignored-warning',
  },
];
