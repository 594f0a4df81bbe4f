// What people did, told as a failing: verbs, adverbs and what was left undone.

import type { Rule } from '../rule.ts';
import { adverbs, anywhere, before, here, words } from './patterns.ts';
import type { Theme } from './reframes.ts';
import { forms } from './verbs.ts';

const care = `account acknowledge act address anticipate appreciate ask assess audit brief care catch check clarify clean communicate confirm
  consider consult contact coordinate cover cross-check discuss document double-check engage escalate evaluate examine flag follow foresee identify
  inform inspect investigate involve learn listen look mention monitor notice notify plan practise practice prepare prevent prioritise prioritize
  question raise react read realise realize recognise recognize rehearse remember research respond review sanity-check share spot supervise
  tell test track train triage understand update validate verify warn watch`;
const doing = `disable enable remove include protect restrict renew rotate revert restore schedule use keep provide roll start stop back implement pause save
  deploy open close complete declare delegate estimate fix lock page push record report`;
const careBase = forms('base', care);
const careDone = forms('participle', care);
const carePast = forms('past', care);
const careIng = forms('ing', care);
const doBase = forms('base', doing);
const notWell =
  '(?:properly|adequately|sufficiently|thoroughly|carefully|correctly|fully|appropriately|effectively|clearly|well enough|enough)';
const didNot = "(?:did|do|does)(?:n't| not)";
const outsider = anywhere('users?|customers?|clients?|attackers?');
const changed = String.raw`(?:deleted|dropped|typed|ran|changed|picked|chose|edited|removed|pushed|used|selected|clicked|deployed|restarted|copied|pasted|entered|merged|applied|targeted|put|set|sent|made|took|executed|configured|reverted)`;
/** Past forms that may follow an adverb; wider than the list of what people do. */
const pastAct = String.raw`(?:[a-z-]{2,24}ed|ran|put|set|cut|left|made|sent|took|thought|broke|let|shut|did|gave|went|wrote|chose|forgot|kept|brought|told|saw|read|lost|hit)`;

export const conductRules: readonly Rule<Theme>[] = [
  {
    id: 'failed-to',
    at: words('failed neglected forgot omitted'),
    pattern: here(
      `(?:failed|neglected|forgot|omitted) to ${adverbs}(?<verb>${careBase}|${doBase}|take|make|see|know|pay|think)`,
    ),
    who: 'person-or-dropped',
    unless: anywhere('(?:job|test|build|check|request|pod|task|step|run)s? that failed'),
    theme: 'missing-step',
  },
  {
    id: 'failed-to-anything',
    at: words('failed neglected forgot omitted forgotten'),
    pattern: here(`(?:failed|neglected|omitted) to|forgot(?: about| to)?|neglected|forgotten (?:about|to)`),
    who: 'person-or-dropped',
    notBefore: before(`(?:may|might|could)(?: have)?|not|never|n't`),
    theme: 'failing',
  },
  {
    id: 'failing',
    at: words(
      'overlooked ignored disregarded underestimated overestimated misjudged misunderstood misread misinterpreted misconfigured mistyped misdiagnosed mishandled miscalculated miscommunicated mismanaged misled misused botched bungled skipped bypassed circumvented violated dismissed panicked hesitated procrastinated fumbled',
    ),
    pattern: here(
      `(?:overlooked|ignored|disregarded|underestimated|overestimated|mis[a-z]{3,16}|botched|bungled|skipped|bypassed|circumvented|violated|dismissed|panicked|hesitated|procrastinated|fumbled)`,
    ),
    who: 'person-or-dropped',
    notBefore: before(`(?:was|were|been|being|is|are|be|get|gets|got|not|never|n't)(?: [a-z]{2,20}ly)?`),
    unless: anywhere(`(?:can|could|may|might|to) be ignored`),
    theme: 'ignored',
  },
  {
    id: 'missed',
    at: words('missed'),
    pattern: here(String.raw`missed (?!(?:out|you|heartbeats?|by)(?![a-z]))`),
    who: 'person',
    notBefore: before(`(?:was|were|been|being|is|are|may have|might have|not|never|n't)`),
    unless: anywhere(
      `missed (?:our|the|their|its) (?:[a-z-]{2,20} )?(?:slos?|slas?|targets?|goals?|deadlines?|error budgets?)`,
    ),
    theme: 'not-noticed',
  },
  {
    id: 'mess',
    at: words(
      'messed screwed broke dropped fat-fingered let took cut jumped gave went turned fell blew wasted kept refused insisted guessed',
    ),
    pattern: here(
      String.raw`(?:messed|screwed)(?: this| it| that| things)? up|broke (?:the|our|production|prod|protocol|everything|it|master|main)|dropped the ball|fat-fingered|let (?:\w{2,20} ){1,3}(?:down|slip|expire|lapse|fall)|(?:took|cut) (?:\w{1,10} ){0,2}(?:corners|shortcuts?)|jumped (?:straight )?to (?:a |the |wrong )?conclusions?|gave up|went (?:rogue|ahead anyway)|turned a blind eye|fell asleep|blew it|wasted|kept (?:on )?(?:ignoring|making|forgetting|breaking|missing)|refused to|insisted on|guessed`,
    ),
    who: 'person-or-dropped',
    notBefore: before(`(?:not|never|n't|to|was|were)`),
    theme: 'failing',
  },
  {
    id: 'lacked',
    at: words('lacked had showed has'),
    pattern: here(
      `(?:lacked|showed (?:a lack of|no|little|poor)|(?:had|has) (?:no|little|insufficient|limited|not enough)) (?:[a-z-]{2,20} ){0,2}(?:discipline|knowledge|care|experience|skills?|understanding|awareness|attention|judge?ment|expertise|competence|diligence|idea|clue|regard|interest)`,
    ),
    who: 'person',
    theme: 'knowledge',
  },
  {
    id: 'by-error-adverb',
    at: words(
      'wrongly mistakenly incorrectly carelessly blindly naively accidentally foolishly prematurely improperly needlessly recklessly hastily lazily unwisely falsely stupidly wrongfully',
    ),
    pattern: here(
      `(?:wrongly|mistakenly|incorrectly|carelessly|blindly|naively|accidentally|foolishly|prematurely|improperly|needlessly|recklessly|hastily|lazily|unwisely|falsely|stupidly|wrongfully)`,
    ),
    who: 'person',
    notBefore: before(`(?:not|never|n't|could|can|may|might|to|cannot)`),
    theme: 'slip',
  },
  {
    id: 'unmeant-adverb',
    at: words('unintentionally inadvertently erroneously unknowingly unwittingly'),
    pattern: here(`(?:unintentionally|inadvertently|erroneously|unknowingly|unwittingly) ${pastAct}`),
    who: 'person',
    theme: 'slip',
  },
  {
    id: 'trailing-adverb',
    at: words('incorrectly wrongly mistakenly carelessly accidentally'),
    pattern: here('(?:incorrectly|wrongly|mistakenly|carelessly|accidentally)'),
    before: before(
      String.raw`(?:^|[,;(]|but|and|because|since|when|as|that)\s{0,2}(?:we|i|he|she|they|someone|an? (?:engineer|developer|operator|admin)) (?:had |have )?${pastAct} (?:[\w'-]{1,24} ){1,5}`,
    ),
    who: 'anything',
    theme: 'slip',
  },
  {
    id: 'by-mistake',
    at: words('by in'),
    pattern: here('(?:by (?:mistake|accident|error)|in error)'),
    who: 'anything',
    needs:
      /(?:^|[^a-z])(?:we|i|he|she|they|you|someone|somebody|@\w{1,40}|(?:team|engineer|developer|operator|admin|administrator|colleague|contractor|member|responder|manager|intern|person|staff|vendor)s?)\s(?!who\sreported)/u,
    unless: anywhere('through'),
    theme: 'slip',
  },
  {
    id: 'the-wrong',
    at: words(
      'deleted dropped typed ran changed picked chose edited removed pushed used selected clicked deployed restarted copied pasted entered merged applied targeted put set sent made took executed configured reverted',
    ),
    pattern: here(String.raw`${changed} (?:[\w'-]{1,24} ){0,4}the (?:wrong|incorrect)`),
    who: 'person-or-dropped',
    theme: 'slip',
  },
  {
    id: 'rushed',
    at: words('rushed rushing hurried'),
    pattern: here('(?:rushed|rushing|hurried)'),
    who: 'anything',
    notBefore: before(`(?:not|never|n't|avoid|without|instead of|rather than|no)(?: (?:to|be|being))?`),
    unless: anywhere(`rush(?:ed|ing)? hours?|(?:requests|traffic|users|customers) (?:rushed|rushing)`),
    theme: 'pressure',
  },
  {
    id: 'too-late',
    at: words('was were acted reacted responded took waited moved got are escalated noticed started declared came'),
    pattern: here(
      `(?:was|were|are|got|(?:acted|reacted|responded|took|waited|moved|escalated|noticed|started|declared|came)(?: [a-z]{1,12}){0,2})(?: (?:far|way|much|a bit|a little|simply|just|also|probably|perhaps|all)){0,2} too (?:slow|slowly|late|long|quick|quickly|hasty|hastily|confident|eager|optimistic|trusting|busy|tired|focused|narrowly|reliant|complacent|lax|relaxed|proud|ambitious|cautious|much time|few|fast)`,
    ),
    who: 'person',
    theme: 'slow',
  },
  {
    id: 'took-too-long',
    at: words('took spent waited'),
    pattern: here(
      String.raw`(?:took (?:us|them|me|him|her|the team|the engineers?|people|everyone|support)(?: [a-z-]{2,20}){0,2} (?:too|so) (?:long|much time)|took (?:far |way |much )?too long to (?:respond|react|notice|realise|realize|recognise|recognize|escalate|declare|understand|communicate|identify|find|detect|diagnose|roll)|(?:spent|waited) (?:far |way |much )?too (?:much|long))`,
    ),
    who: 'anything',
    unless: anywhere('(?:it|request|requests|query|queries|job|jobs|build|builds) took too long'),
    theme: 'slow',
  },
  {
    id: 'slow-to',
    at: words('slow reluctant unwilling quick hesitant late'),
    pattern: here(
      `(?:slow|reluctant|unwilling|quick|hesitant|late) (?:to (?:respond|react|notice|realise|realize|escalate|act|acknowledge|communicate|recognise|recognize|update|blame|assume|dismiss|judge|declare|ask|admit|call|engage|join)|in (?:responding|reacting|noticing|escalating|acting|communicating|updating|declaring))`,
    ),
    who: 'person',
    theme: 'slow',
  },
  {
    id: 'did-not-care-act',
    at: words('did do does'),
    pattern: here(
      `${didNot} ${adverbs}(?:think to |bother to |take the time to |remember to |manage to )?(?:(?<verb>${careBase})|think (?:of|about|through|ahead|twice|it through))`,
    ),
    who: 'person-or-dropped',
    unless: anywhere(
      `(?:did|do|does)(?:n't| not) (?:[a-z]{2,20} )?(?:notice|see|find|identify|detect|spot) any (?:further|more|other|additional|impact|issues?|errors?|problems?)|didn't learn|users?|customers?|reporter`,
    ),
    theme: 'missing-step',
  },
  {
    id: 'did-not-know',
    at: words('did'),
    pattern: here(`did(?:n't| not) ${adverbs}(?<verb>know)`),
    who: 'person',
    unless: outsider,
    theme: 'not-known',
  },
  {
    id: 'did-not-care',
    at: words('did do does'),
    pattern: here(
      `${didNot} ${adverbs}(?:bother|care|take (?:[a-z']{1,20} ){0,4}(?:seriously|into account|enough|care|the time)|pay (?:[a-z]{1,20} ){0,2}attention|make sure|do (?:our|their|his|her|my|the|enough|any) (?:[a-z]{1,20} ){0,2}(?:diligence|homework|testing|research|checks|checking|job|enough)|do enough|have (?:enough|sufficient|adequate|the necessary|the right|the) (?:[a-z]{2,20} ){0,2}(?:knowledge|experience|skills|expertise|discipline|understanding|training)|put (?:[a-z]{1,20} ){0,2}(?:thought|effort|care))`,
    ),
    who: 'person-or-dropped',
    theme: 'did-not-bother',
  },
  {
    id: 'bothered',
    at: words('bothered bother'),
    pattern: here('bother(?:ed)?(?: to)?'),
    before: before(
      `(?:n't|not|never|nobody|no one|no-one|hardly|barely|be|been|even) ?(?:be |been |even |really |have |has |had ){0,2}`,
    ),
    who: 'anything',
    theme: 'did-not-bother',
  },
  {
    id: 'left-undone',
    at: words('did'),
    pattern: here(`did(?:n't| not) ${adverbs}(?<verb>${doBase})`),
    who: 'person-or-dropped',
    notBefore: before(`so|therefore|deliberately|intentionally|consciously`),
    needs: anywhere(
      `despite|although|even though|properly|in time|correctly|early enough|soon enough|on time|quickly enough|fast enough|as (?:required|agreed|planned|instructed|documented)|${notWell}`,
    ),
    theme: 'missing-step',
  },
  {
    id: 'dropped-left-undone',
    at: words('did'),
    pattern: here(
      `did(?:n't| not) ${adverbs}(?<verb>disable|remove|include|protect|restrict|renew|rotate|revert|schedule|back|implement|declare|delegate|complete)`,
    ),
    who: 'person-or-dropped',
    before: /^[\W\d]{0,20}$/u,
    theme: 'missing-step',
  },
  {
    id: 'was-not-done',
    at: words('was were is had has have'),
    pattern: here(
      `(?:was|were|is|had|has|have)(?:n't| not| never)(?: been)? (?:(?:ever|${notWell}|even|initially|originally|previously|also) ){0,2}(?:${forms(
        'participle',
        `anticipate brief check communicate consider consult coordinate discuss document double-check escalate follow inform investigate notify plan prioritise
         prioritize rehearse review share tell test think train understand verify`,
      )})`,
    ),
    who: 'anything',
    unless: anywhere(
      `(?:because|since|as) (?:the|a|an|no|there|it)|users? (?:was|were|had)|tested (?:by|in|on) [a-z]+ yet|(?:not|n't) (?:been )?(?:documented|tested) (?:yet|upstream)|nobody was`,
    ),
    theme: 'left-undone',
  },
  {
    id: 'never-did',
    at: words('never'),
    pattern: here(`never ${adverbs}(?:actually |really |even )?(?:${carePast}|bothered|cared|thought|knew|paid|took)`),
    who: 'person',
    theme: 'left-undone',
  },
  {
    id: 'state',
    at: words('was were are is'),
    pattern: here(
      `(?:was|were|are|is)(?:(?:n't| not) (?:[a-z]{2,20} ){0,1}(?:aware|careful|prepared|trained|experienced|familiar|paying attention|cautious|attentive|thorough|diligent|disciplined|vigilant|proactive|competent|qualified|up to|listening|looking|watching|thinking|following|communicating|transparent|honest|ready|sure how)| (?:[a-z]{2,20} ){0,2}(?:unaware|oblivious|unprepared|inexperienced|overconfident|distracted|unqualified|impatient|untrained|unfamiliar|ill-prepared|asleep|ignorant|confused|complacent|overwhelmed by (?:his|her|their) own|at fault|responsible for (?:the|this|that|breaking|causing|not)|wrong to|mistaken|ill-informed|unable to (?:cope|understand|follow)|to blame|panicking))`,
    ),
    who: 'person',
    unless: outsider,
    theme: 'state',
  },
  {
    id: 'omitted-passive',
    at: words('was were been got is'),
    pattern: here(
      `(?:was|were|been|got|is) (?:(?:[a-z]{2,20}ly|then|also|simply|just) ){0,2}(?:dismissed|underestimated|overlooked|forgotten|neglected|ignored|disregarded|omitted|misjudged|misunderstood|mishandled|miscommunicated|misinterpreted|botched|missed)`,
    ),
    who: 'anything',
    notBefore: before(`not|never|n't|(?:can|could|may|might|to|should|must|will|would)(?: have)?`),
    unless: anywhere(
      String.raw`(?:missed|ignored|dismissed|omitted|overlooked) (?:automatically |silently )?by (?:the |our |a |an |its )?(?!(?:us|me|him|her|them|everyone|(?:[a-z-]{2,20} )?(?:team|engineers?|developers?|operators?|reviewers?|responders?|admins?|author|people|staff|management|support|on-call))(?![a-z]))|(?:alert|alerts|field|setting|settings|flag|parameter|option|variable|header|value|annotation|annotations|configuration|cookie|rule)s? (?:is|was|were|are) (?:silently |simply |automatically )?(?:ignored|omitted)|heartbeats?`,
    ),
    theme: 'ignored',
  },
  {
    id: 'and-ignored',
    at: words('ignored dismissed forgotten'),
    pattern: here('(?:ignored|dismissed|forgotten)'),
    before: before(String.raw`(?:was|were|been) (?:[\w'-]{2,24} ){1,6}(?:and|or|but)(?: then)?`),
    who: 'anything',
    theme: 'ignored',
  },
  {
    id: 'undoing',
    at: words('omitting neglecting forgetting failing ignoring overlooking disregarding'),
    pattern: here(
      '(?:omitting|neglecting|forgetting|failing) to|(?:ignoring|overlooking|disregarding) (?:the|our|all|this|several|clear|repeated|earlier|any)',
    ),
    before: before(`^|we|i|he|she|they|by|for|team|[,;]|of|and|engineers?|developers?|operators?|from|were|was`),
    who: 'anything',
    needs: anywhere('we|i|he|she|they|you|our|us|team|engineers?|developers?|operators?|someone|caused|led|due'),
    unless: anywhere(`(?:should|to) (?:start|stop|avoid)|(?:service|job|pod|script|instance|server|node)s? failing`),
    theme: 'failing',
  },
  {
    id: 'without-care',
    at: words('without'),
    pattern: here(
      `without (?:(?:first|even|properly|fully|any|really|being|having|enough|adequate|proper|sufficient|much|due|thoroughly|a|the|further|prior|ever|carefully|actually|an) ){0,3}(?:(?<verb>${careIng}|${forms('ing', 'know make run take think try wait')})|thorough|careful|care|diligence|thought|thinking|approval|permission|authori[sz]ation|supervision|consultation|coordination|validation|communication|notice|warning|consideration|planning|preparation|knowledge|understanding|peer review|code review|review|${careDone})`,
    ),
    who: 'anything',
    needs:
      /(?:\b(?:we|i|he|she|they|you|team|someone|engineers?|developers?|operators?|admins?|members?)\b|@\w|^\W{0,4}[a-z]{2,20}(?:ed|ing)\b|\b(?:was|were|been|went|got|being)\b)/u,
    unless: anywhere(
      `(?:possible|able|impossible|ability|allows?|allow(?:ed|ing)|enable[sd]?|want|how|can|cannot|feel confident|should not|must not|shouldn't|must|never|should|may|users?)(?: [\\w'-]{1,24}){0,8} without`,
    ),
    theme: 'without-care',
  },
  {
    id: 'despite-knowing',
    at: words('despite knowing'),
    pattern: here(
      `despite (?:(?:clear|repeated|earlier|several|many|the|our|their|all|previous|multiple|having been|being|having|explicit|fully) ){0,3}(?:warnings?|warned|aware|knowing|knowledge|told|reminders?|reminded|advice|instructions?|policy|risks?|signs|known|training)|knowing full well`,
    ),
    who: 'anything',
    theme: 'ignored-warning',
  },
  {
    id: 'although-knowing',
    at: words('although though'),
    pattern: here(
      `(?:although|though) (?:we|i|he|she|they|the team|the [a-z]{2,20}) (?:had |have |were |was |already )*(?:${adverbs})(?:knew|known|told|warned|aware|reminded|asked|instructed)`,
    ),
    who: 'anything',
    theme: 'ignored-warning',
  },
  {
    id: 'instead-of-checking',
    at: words('instead rather'),
    pattern: here(
      `(?:instead of|rather than) (?:[a-z]{2,20}ly |first |actually )?(?:${careIng}|following|waiting|asking|communicating|talking)`,
    ),
    who: 'anything',
    needs:
      /\b(?:we|i|he|she|they|team|engineers?|developers?|operators?|admins?|responders?|someone|people)\s(?:[a-z]{2,20}ly\s|just\s|simply\s)?(?:[a-z-]{2,24}ed|went|ran|made|took|did|kept|put|was|were|chose|let|had)\b/u,
    unless: anywhere('should|will|can|must|may'),
    theme: 'without-care',
  },
  {
    id: 'process',
    at: words('follow followed violated breached broke against ignored deviated'),
    pattern: here(
      String.raw`(?:follow(?:ed|ing)?|violated|breached|broke|against|ignored|deviated from) (?:\w{2,20} ){0,3}(?:process|procedures?|protocol|policy|policies|runbook|playbook|guidelines?|instructions?|rules?|checklist|best practices?)`,
    ),
    before: before(
      `(?:n't|not|never|nobody|no one|without|failed to|failure to|lack of|were|was|and|team|we|they|he|she|engineer|operator) ?(?:to |in |properly |been |have |having ){0,2}`,
    ),
    who: 'anything',
    unless: anywhere(
      `(?:we|they|team|i|he|she) (?:then |also |correctly |carefully |quickly |promptly )?followed|should follow|must follow|do not follow|does not follow|(?:was|were|and) (?:then |correctly )?followed`,
    ),
    theme: 'process',
  },
];
