// What people left undone, told as a failing.

import type { Rule } from '../rule.ts';
import { adverbs, anyWord, anywhere, before, byPeople, here, words } from './patterns.ts';
import { people } from './people.ts';
import type { Theme } from './reframes.ts';
import { forms } from './verbs.ts';
import { careBase, careDone, careIng, carePast, didNot, notWell } from './care.ts';

const outsider = anywhere('users?|customers?|clients?|attackers?');
export const omissionRules: readonly Rule<Theme>[] = [
  // did not care act
  {
    pattern: here(
      `${didNot} ${adverbs}(?:think to |bother to |take the time to |remember to |manage to )?(?:(?<verb>${careBase})|think (?:of|about|through|ahead|twice|it through))`,
    ),
    who: 'person-or-dropped',
    unless: anywhere(
      `(?:did|do|does)(?:n't| not) (?:[a-z]{2,20} )?(?:notice|see|find|identify|detect|spot) any (?:further|more|other|additional|impact|issues?|errors?|problems?)|didn't learn`,
    ),
    theme: 'missing-step',
  },
  // did not know: of oneself it is what a review is told it for
  {
    pattern: here(`did(?:n't| not) ${adverbs}(?<verb>know)`),
    who: 'person',
    notBefore: before('(?:i|we)(?: [a-z]{2,12})?'),
    unless: outsider,
    theme: 'not-known',
  },
  // did not care
  {
    pattern: here(
      `${didNot} ${adverbs}(?:bother|care|take (?:[a-z']{1,20} ){0,4}(?:seriously|into account|enough|care|the time)|pay (?:[a-z]{1,20} ){0,2}attention|make sure|do (?:our|their|his|her|my|the|enough|any) (?:[a-z]{1,20} ){0,2}(?:diligence|homework|testing|research|checks|checking|job|enough)|do enough|have (?:enough|sufficient|adequate|the necessary|the right|the) (?:[a-z]{2,20} ){0,2}(?:knowledge|experience|skills|expertise|discipline|understanding|training)|put (?:[a-z]{1,20} ){0,2}(?:thought|effort|care))`,
    ),
    who: 'person-or-dropped',
    theme: 'did-not-bother',
  },
  // bothered
  {
    at: words('bothered bother'),
    pattern: here('bother(?:ed)?(?: to)?'),
    before: before(
      `(?:n't|not|never|nobody|no one|no-one|hardly|barely|be|been|even) ?(?:be |been |even |really |have |has |had ){0,2}`,
    ),
    who: 'anything',
    theme: 'did-not-bother',
  },
  // dropped left undone
  {
    pattern: here(
      `did(?:n't| not) ${adverbs}(?<verb>disable|remove|include|protect|restrict|renew|rotate|revert|schedule|back|implement|declare|delegate|complete)`,
    ),
    who: 'person-or-dropped',
    before: /^[\W\d]{0,20}$/u,
    theme: 'missing-step',
  },
  // was not done
  {
    pattern: here(
      `(?:was|were|is|had|has|have)(?:n't| not| never)(?: been)? (?:(?:ever|${notWell}|even|initially|originally|previously|also) ){0,2}(?:${forms(
        'participle',
        `anticipate brief check communicate consider consult coordinate discuss document double-check escalate follow inform investigate notify plan prioritise
         prioritize read rehearse review share tell test think train understand verify`,
      )})`,
    ),
    who: 'anything',
    unless: anywhere(
      `(?:because|since|as) (?:the|a|an|no|there|it)|users? (?:was|were|had)|tested (?:by|in|on) [a-z]{2,20} yet|(?:not|n't) (?:been )?(?:documented|tested) (?:yet|upstream)|nobody was`,
    ),
    theme: 'left-undone',
  },
  // not caught by people
  {
    at: words('was were been not'),
    pattern: here(
      "(?:(?:was|were)(?:n't| not)|not been|not) (?:caught|noticed|spotted|detected|discovered|picked up|flagged) (?:in|during|by|at|on) (?:(?:code|peer|the|our|any|any of the|design) ){0,3}(?:reviews?|reviewers?|team|engineers?|developers?|operators?|approvers?|responders?|people)",
    ),
    who: 'anything',
    theme: 'not-noticed',
  },
  // check left out
  {
    at: words('skipped bypassed circumvented rubber-stamped'),
    pattern: anyWord,
    before: before(
      '(?:reviews?|approvals?|canary|staging|checklist|rehearsal|hand-?over|sign-?off|process|procedure|pr|change)(?: phase| step| process| stage)? (?:was|were|been|had been)(?: (?:also|simply|just|then))?',
    ),
    who: 'anything',
    theme: 'process',
  },
  // no care was taken
  {
    pattern: here(
      'no (?:[a-z-]{2,20} )?(?:testing|reviews?|checks?|verification|validation|communication|rehearsal|dry-?run|thought|attention|consideration) (?:was|were|had been|has been)',
    ),
    who: 'anything',
    unless: anywhere('health checks?|no longer'),
    theme: 'left-undone',
  },
  // not done note
  {
    pattern: here(
      `(?:(?:was|were)(?:n't| not)|not) (?:(?:ever|${notWell}|even) )?(?:tested|reviewed|documented|communicated|checked|verified|rehearsed|discussed|planned)`,
    ),
    before: /^[\W\d]{0,20}$/u,
    who: 'anything',
    theme: 'left-undone',
  },
  // not passed on
  {
    at: words('was were had not did'),
    pattern: here(
      "(?:(?:was|were)(?:n't| not)(?: been)?|had(?:n't| not) been) (?:passed on|kept (?:in the loop|informed|up to date)|priorit[iy][sz]ed|handed over|followed up)|did(?:n't| not) (?:pass (?:on|along|it on)|hand over|do anything|act on)",
    ),
    who: 'anything',
    theme: 'left-undone',
  },
  // did not occur to
  {
    pattern: here(`(?:(?:did|had)(?:n't| not)|never) (?:even )?(?:occur|occurred|crossed|cross) (?:to )?${byPeople}`),
    who: 'anything',
    theme: 'not-known',
  },
  // left to expire
  {
    pattern: here('(?:was|were|been) (?:allowed|left) to (?:expire|lapse|rot|linger|run out|fill)'),
    who: 'anything',
    theme: 'failing',
  },
  // never did
  {
    pattern: here(`never ${adverbs}(?:actually |really |even )?(?:${carePast}|bothered|cared|thought|knew|paid|took)`),
    who: 'person',
    theme: 'left-undone',
  },
  // omitted passive
  {
    pattern: here(
      `(?:was|were|been|got|is) (?:(?:[a-z]{2,20}ly|then|also|simply|just) ){0,2}(?:dismissed|underestimated|overlooked|forgotten|neglected|ignored|disregarded|omitted|misjudged|misunderstood|mishandled|miscommunicated|misinterpreted|botched|missed)`,
    ),
    who: 'anything',
    notBefore: before(`not|never|n't|(?:can|could|may|might|to|should|must|will|would)(?: have)?`),
    unless: anywhere(
      String.raw`(?:missed|ignored|dismissed|omitted|overlooked) (?:automatically |silently )?by (?:the |our |a |an |its )?(?!(?:us|me|him|her|them|everyone|(?:[a-z-]{2,20} ){0,3}${people})(?![a-z]))[a-z'-]{1,30}|(?:field|setting|settings|flag|parameter|option|variable|header|value|annotation|annotations|configuration|cookie|rule)s? (?:is|was|were|are) (?:silently |simply |automatically )?(?:ignored|omitted)|heartbeats?`,
    ),
    theme: 'ignored',
  },
  // and ignored
  {
    at: words('ignored dismissed forgotten'),
    pattern: anyWord,
    before: before(String.raw`(?:was|were|been) (?:[\w'-]{2,24} ){1,6}(?:and|or|but)(?: then)?`),
    who: 'anything',
    theme: 'ignored',
  },
  // undoing
  {
    pattern: here(
      '(?:omitting|neglecting|failing) to|(?:ignoring|overlooking|disregarding) (?:the|our|all|this|several|clear|repeated|earlier|any)',
    ),
    before: before(`^|we|i|he|she|they|by|for|team|[,;]|of|and|engineers?|developers?|operators?|from|were|was`),
    who: 'anything',
    needs: anywhere('we|i|he|she|they|you|our|us|team|engineers?|developers?|operators?|someone|caused|led|due'),
    unless: anywhere(`(?:should|to) (?:start|stop|avoid)|(?:service|job|pod|script|instance|server|node)s? failing`),
    theme: 'failing',
  },
  // forgetting
  {
    pattern: here('forgetting (?:to|about|that|the)'),
    who: 'anything',
    notBefore: before("(?:avoid|prevent|without|not|never|n't|against|keep|stop)(?: [a-z]{2,20}){0,3}"),
    theme: 'failing',
  },
  // without care
  {
    pattern: here(
      `without (?:(?:first|even|properly|fully|any|really|being|having|enough|adequate|proper|sufficient|much|due|thoroughly|a|the|further|prior|ever|carefully|actually|an) ){0,3}(?:(?<verb>${careIng}|${forms('ing', 'know make run take think try wait')})|thorough|careful|care|diligence|thought|thinking|approval|permission|authori[sz]ation|supervision|consultation|coordination|validation|communication|notice|warning|consideration|planning|preparation|knowledge|understanding|peer review|code review|review|going through|${careDone})`,
    ),
    who: 'anything',
    needs:
      /\b(?:we|i|he|she|they|you|team|someone|somebody|[a-z]{2,20}(?:ed|ers?)|was|were|been|went|got|being|ran|made|sent|put|took)\b|@\w|^\W{0,4}[a-z]{2,20}ing\b/u,
    unless: anywhere(
      `(?:possible|able|impossible|ability|allows?|allow(?:ed|ing)|enable[sd]?|want|how|can|cannot|feel confident|should not|must not|shouldn't|must|never|should|may|users?)(?: [\\w'-]{1,24}){0,8} without`,
    ),
    theme: 'without-care',
  },
  // instead of checking
  {
    pattern: here(
      `(?:instead of|rather than) (?:[a-z]{2,20}ly |first |actually )?(?:${careIng}|following|waiting|asking|communicating|talking)`,
    ),
    who: 'anything',
    needs:
      /\b(?:we|i|he|she|they|team|engineers?|developers?|operators?|admins?|responders?|someone|people)\s(?:[a-z]{2,20}ly\s|just\s|simply\s)?(?:[a-z-]{2,24}ed|went|ran|made|took|did|kept|put|was|were|chose|let|had)\b/u,
    unless: anywhere('should|will|can|must|may'),
    theme: 'without-care',
  },
  // process
  {
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
