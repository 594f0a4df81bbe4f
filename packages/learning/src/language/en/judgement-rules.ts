// Words that judge by themselves: what people are said to be, and causes that carry a name.

import type { Rule } from '../rule.ts';
import { careBase, careIng, carePast } from './care.ts';
import { adverbs, anyWord, anywhere, before, byPeople, here, words } from './patterns.ts';
import { people } from './people.ts';
import type { Theme } from './reframes.ts';
import { forms } from './verbs.ts';

const denied = before(
  `(?:not|never|n't|neither|nor|no longer|no one|nobody|without|isn't|wasn't|prevent|avoid|reduce|against|risk of)(?: [a-z-]{2,20}){0,3}`,
);
/** The matter is still open, or something is to keep it from happening. */
const hypotheticOrGuard = before(
  `(?:assum|suspect|hypothes|believ|prevent|avoid|reduc|eliminat|minimi[sz]|mitigat|guard|protect|prone|resilien|toleran|risk|possib|potential|chance|likelihood|room|toleran|safe|detect|catch|handl)[a-z]{0,6}(?: [a-z-]{1,20}){0,4}|initially thought(?: [a-z-]{1,20}){0,3}|(?:not|n't|no|never|any) (?:due to |caused by |about |a |an |because of |down to ){0,2}`,
);
const attributes =
  'care|attention|attentiveness|communication|coordination|co-ordination|judge?ment|planning|discipline|foresight|knowledge|awareness|preparation|preparedness|training|experience|supervision|oversight|diligence|understanding|expertise|competence|ownership|accountability|testing|skills?|teamwork|leadership|professionalism|responsibility|curiosity|rigou?r|thoroughness|vigilance|common sense|decision[- ]making|decisions?|revision|prioriti[sz]ation|focus|management|handover|hand-over|situational awareness|effort|handling of (?:this|the) (?:incident|situation|outage)|follow[- ]up|follow[- ]through|due diligence|code reviews?|reviews?|urgency';

export const judgementRules: readonly Rule<Theme>[] = [
  // character
  {
    at: words(`negligence negligent negligently careless carelessness carelessly incompetence incompetent sloppy sloppily lazy laziness lazily
      reckless recklessly irresponsible irresponsibly inattentive inattention complacent complacency thoughtless thoughtlessness
      unprofessional clueless stupid stupidity foolish foolishly idiot idiotic hasty hastily amateur amateurs
      clumsy dumb ignorance arrogance arrogant overconfidence undisciplined unforgivable inexcusable
      inexperience indecision unforced shortsighted naive naivety embarrassing shameful half-baked
      forgetful forgetfulness absent-minded blunder blunders scapegoat self-inflicted unfamiliarity miscommunication miscommunications unwise`),
    pattern: here(
      '(?!(?:lazy|dumb|naive) (?:load|db|look|eval|init|import|fetch|mode|query|queries|connection|terminal|pipe|proxy|implementation|approach|algorithm|retry|search|bayes|matching|solution))[a-z-]{3,24}',
    ),
    who: 'anything',
    notBefore: denied,
    theme: 'character',
  },
  // human error
  {
    at: words(
      'human operator user pilot engineer developer personnel manual people administrator admin operational configuration',
    ),
    pattern: here(
      '(?:human|operator|user|pilot|engineer|developer|personnel|manual|people|administrator|admin)[- ](?:error|mistake|failing|failure|oversight|fault|slip)s?',
    ),
    who: 'anything',
    notBefore: hypotheticOrGuard,
    unless: anywhere(
      `(?:view|concept|notion|idea|term|label|culture|theory|bias|role|cause)s? (?:of|that)|user errors?(?: messages?| pages?| rates?)|human error(?:s)? (?:is|are) (?:a|an|the|never|not|inevitable|normal|only)`,
    ),
    theme: 'human-error',
  },
  // lack of
  {
    pattern: here(
      `(?:lack of|absence of|too little|little|(?:poor|insufficient|inadequate|bad|missing|sloppy|improper|weak)|not enough|no (?:proper|adequate|real|sufficient)) (?:(?!(?:of|and|on|in|to|for|from|by|with|or|resource|system)(?![a-z]))[a-z-]{2,24} ){0,3}?(?:${attributes})`,
    ),
    who: 'anything',
    notBefore: hypotheticOrGuard,
    unless: anywhere(
      `automated|health checks?|memory management|(?:poor|bad) (?:user|developer|customer) experience|experienced|load testing tool|(?:test|staging) environments?`,
    ),
    theme: 'knowledge',
  },
  // work was poor
  {
    at: words(
      'communication communications coordination co-ordination planning testing preparation training handover handling escalation reaction response supervision',
    ),
    pattern: here(
      "(?:communications?|co-?ordination|planning|testing|preparation|training|handover|handling|escalation|(?<=(?:our|my|their|team's|incident|initial|first|overall) )(?:reaction|response)|supervision) (?:[\\w'-]{2,20} ){0,6}?(?:was|were|is|has been|had been|could have been|could be) (?:[a-z]{1,10} ){0,2}(?:poor|lacking|bad|insufficient|inadequate|slow|sloppy|unclear|weak|missing|better|clearer|faster|quicker|improved|disorgani[sz]ed|chaotic|late|delayed|confusing|inconsistent|absent|terrible|good enough|sufficient|adequate|clear enough)",
    ),
    who: 'anything',
    notBefore: before(
      '(?:http|api|server|service|database|dns|network|client|page|request|error|exception|cell|inter-process|slow|first)',
    ),
    unless: anywhere('response (?:times?|code|body|header|size)s?|requests?|latency|x{3,40} (?:was|is)'),
    theme: 'knowledge',
  },
  // too much trust
  {
    pattern: here('too much (?:trust|confidence|faith|reliance)'),
    who: 'anything',
    theme: 'without-care',
  },
  // wrong belief
  {
    pattern: here(
      '(?:wrong|incorrect|false|mistaken|faulty|naive|flawed|invalid|misguided|bad|poor|erroneous) (?:assumption|belief|impression|conclusion|judge?ment|decision)s?',
    ),
    who: 'anything',
    notBefore: hypotheticOrGuard,
    theme: 'mistake',
  },
  // assumption was wrong
  {
    pattern: here(
      "(?:assumptions?|belief|impression) (?:[\\w'-]{1,20} ){0,8}?(?:was|were|proved|turned out)(?:n't| not)? (?:to be )?(?:(?:clearly|simply|completely|plainly) )?(?:wrong|incorrect|false|mistaken|faulty|flawed)",
    ),
    who: 'anything',
    theme: 'mistake',
  },
  // avoidable
  {
    at: words('avoidable preventable'),
    pattern: anyWord,
    before: before('(?:an?|was|were|is|been|entirely|completely|easily|totally|fully|this|the)'),
    who: 'anything',
    notBefore: before("(?:not|n't|hardly|never)(?: [a-z]{2,20}){0,2}"),
    theme: 'could-have',
  },
  // on us
  {
    pattern: here('on (?:us|me|him|her|them)(?=[.!,;]|$)'),
    before: before("(?:is|was|'s)(?: (?:entirely|all|purely|really|totally|squarely|mostly)){0,2}"),
    who: 'anything',
    theme: 'fault',
  },
  // must have done
  {
    pattern: here('(?:someone|somebody) (?:must have|(?:clearly|obviously) (?:had|has|[a-z]{2,20}ed))'),
    who: 'anything',
    theme: 'fault',
  },
  // failure of people
  {
    pattern: here(`(?:failure|inability|refusal|unwillingness|reluctance) to ${adverbs}(?<verb>${careBase})`),
    who: 'anything',
    notBefore: hypotheticOrGuard,
    unless: anywhere(`^(?:fix|prevent|avoid|handle|detect|alert)`),
    theme: 'missing-step',
  },
  // own failure
  {
    pattern: here('(?:failure|inability|refusal|unwillingness) to'),
    before: before(
      `(?:our|my|their|his|her|your|team's|engineer's|developer's|operator's|management's|admin's|vendor's|company's)(?: own)?`,
    ),
    who: 'anything',
    theme: 'failing',
  },
  // mistake made
  {
    pattern: here(
      String.raw`(?:made|making) (?:[a-z]{1,12} ){0,4}?(?:mistakes?|errors?|typos?|blunders?|slips?|misjudge?ments?|assumptions? (?:that turned|that was wrong)|(?<=wrong |bad |poor )(?:call|decision|choice|assumption|judge?ment)s?)`,
    ),
    who: 'anything',
    notBefore: before(
      `(?:not|never|n't|avoid|could have|could|no one|nobody|anyone|without|if|users?|customers?|to)(?: be)?`,
    ),
    unless: anywhere(
      '(?:server|service|client|api|request|system|script|job|compiler)s? (?:has |had )?made|errors? (?:rate|log|message|page|visible|easier)',
    ),
    theme: 'mistake',
  },
  // mistakes were made
  {
    pattern: here(`(?:mistakes?|errors?) (?:was|were|had been|has been|have been) made`),
    who: 'anything',
    theme: 'mistake',
  },
  // mistake of
  {
    at: words(
      'misconfiguration typo misstep mistake mistakes error errors oversight oversights fault blame negligence slip misjudgement misjudgment misunderstanding miscommunication',
    ),
    pattern: here(
      String.raw`(?:misconfiguration|typo|misstep|mistakes?|errors?|oversights?|fault|blame|negligence|slip|misjudge?ment) (?:(?:made |introduced |caused )?(?:by|of) ${byPeople}|on (?:our|my|their|his|her|the (?:[a-z-]{2,20} )?team's?) (?:part|side|end|behalf))|(?:misunderstanding|miscommunication)s? (?:between|among|within|in|with|by|of|about)`,
    ),
    who: 'anything',
    notBefore: before(`(?:not|n't|never|no)(?: (?:a|an|our|the|about)){0,2}`),
    theme: 'mistake-by',
  },
  // was a mistake
  {
    at: words(
      'mistake oversight misjudgment misjudgement blunder misconception misunderstanding miscommunication miscalculation call decision idea assumption',
    ),
    pattern: here(
      `(?:mistake|oversight|misjudge?ment|blunder|misconception|misunderstanding|miscommunication|miscalculation)|(?:call|decision|idea|assumption)(?<=(?:bad|poor|wrong|terrible|questionable|false|faulty|flawed|incorrect|unfortunate|mistaken|naive) (?:call|decision|idea|assumption))`,
    ),
    before: before(
      `(?:(?:this|that|it|which|these|those|there|(?:in )?hindsight|what) (?:was|were|is|has been)|was|were|due to|because of|caused by|result of|resulted from|through|from|by|to|down to|simply|root cause:|cause:|been) (?:(?:clearly|simply|just|also|an?|our|my|their|his|her|the|some|human|plain|honest|silly|big|serious|simple|bad|poor|wrong|false) ){1,4}`,
    ),
    who: 'anything',
    notBefore: before(`(?:not|n't|never|no)(?: (?:a|an|our|the)){0,2}`),
    unless: anywhere(
      `(?:mistake|oversight) in (?:the |our |its )?(?:code|logic|config|configuration|script|query|regex|schema|x{2,40}|manifest|[a-z_]{2,30} (?:logic|code|config))|correct the mistake`,
    ),
    theme: 'mistake',
  },
  // own mistake
  {
    at: words(
      'mistake mistakes fault oversight negligence carelessness error blunder misjudgement misjudgment misunderstanding ignorance incompetence failing',
    ),
    pattern: here('failing(?= (?:was|is))|(?!failing)[a-z]{4,24}'),
    before: before(
      `(?:our|my|their|his|her|your|whose|team's|engineer's|developer's|operator's|management's|admin's|someone's|somebody's|nobody's|vendor's|reviewer's|author's|manager's|[a-z]{2,20}'s)(?: own| big(?:gest)?| honest| stupid)?`,
    ),
    who: 'anything',
    notBefore: before(
      `(?:not|n't|learn(?:ing|ed)? from|nobody's|no one's|it's|that's|let's|what's|there's)(?: (?:our|my|their|his|her|your))?`,
    ),
    unless: anywhere('error (?:handling|budget|message|page|rate|log|tracking|reporting)s?|fault tolerance'),
    theme: 'fault',
  },
  // to blame
  {
    pattern: here(
      `blame ${byPeople}|fault of ${byPeople}|whose fault|only (?:it|him|her|your|them|our)sel(?:f|ves) to blame`,
    ),
    who: 'anything',
    notBefore: before(`(?:not|n't|never|no one|nobody|without|avoid|isn't|no)(?: (?:is|was|anyone|about)){0,2}`),
    theme: 'fault',
  },
  // blamed
  {
    pattern: here(
      `(?:is|was|were|are) (?:[a-z]{2,20} ){0,2}(?:to blame|at fault|accountable for (?:the|this|that)|responsible for (?:breaking|causing|not|(?:the|this|that) (?:[a-z-]{2,20} )?(?:outage|incident|failure|delay|error|mistake|breakage|loss|downtime|problem)))`,
    ),
    who: 'person',
    theme: 'fault',
  },
  // person caused
  {
    pattern: here(
      String.raw`(?:(?:caused|triggered) by|due to|thanks to) (?:an? |the |our |one of our |some |a new )(?:[a-z-]{2,20} ){0,2}?(?:engineer|developer|operator|admin|administrator|intern|contractor|colleague|employee|person|team member|technician|dba|reviewer|manager|sre|responder)s?(?! (?:team's|tool|console|token|account|password|key|error|laptop|machine|credentials|session)(?![a-z]))`,
    ),
    who: 'anything',
    theme: 'fault',
  },
  // who caused
  {
    pattern: here(
      String.raw`who (?:had |has )?(?:[a-z]{2,20}ly )?(?:caused|broke|messed|screwed|forgot|missed|ignored|skipped|bypassed|neglected|failed to|deleted|triggered|introduced|did not|didn't)`,
    ),
    who: 'anything',
    before: before(`(?:${people}|ones?|those|he|she|someone|somebody)`),
    theme: 'fault',
  },
  // nobody
  {
    at: words('nobody noone no no-one none neither'),
    pattern: here(
      `(?:nobody|noone|no one|no-one|none of (?:us|them|the [a-z]{2,20}|our [a-z]{2,20})|no (?:engineer|developer|operator|reviewer|responder|team|member|person|admin)s?)(?: (?!was|were|is|are|has been|had been|will|should|can|could|would)[a-z'-]{1,20}){0,4}? (?:${carePast}|knew|took|thought|knows|understands|bothered|cared|owned|wanted|seems? to know|thinks|took|looking|watching|monitoring|checking|paying|aware|remembers|reviewed|reads|picked|stepped|volunteered|spoke|responded|escalated)`,
    ),
    who: 'anything',
    unless: anywhere(
      `(?:nobody|no one|no-one) (?:was|were|is|has been|had been) (?:notified|paged|alerted|affected|hurt|impacted|informed|harmed|to blame)|(?:so that|ensure|ensures|make sure|guarantee|means) (?:nobody|no one|no-one)`,
    ),
    theme: 'nobody',
  },
  // nobody was
  {
    pattern: here(
      `(?:nobody|no one|no-one) (?:(?:in|on|from|at|of) (?:[a-z'-]{1,20} ){1,3})?(?:was|were|is|seemed|felt|seems|has been|had been) (?:(?:really|actually|even|fully) )?(?:aware|watching|monitoring|looking|checking|paying attention|responsible|familiar|trained|responding|listening|following|in charge|able to (?:explain|say))`,
    ),
    who: 'anything',
    theme: 'nobody',
  },
  // someone else
  {
    pattern: here(
      '(?:everyone|everybody|all|each)(?: of us| of them)? (?:just |simply )?(?:assumed|thought|believed|expected|waited|hoped)',
    ),
    who: 'anything',
    needs: anywhere('someone else|somebody else|others?|another|else'),
    theme: 'nobody',
  },
  // nobody in charge
  {
    pattern: here('(?:nobody|no one|no-one) (?:really |clearly |actually )?(?:in charge|in the lead|responsible)'),
    who: 'anything',
    theme: 'nobody',
  },
  // my bad
  {
    pattern: here('(?:my|our) bad|on (?:our|my|their|his|her) part|(?:take|takes|took|accept) full responsibility'),
    who: 'anything',
    theme: 'fault',
  },
  // poor job
  {
    pattern: here(
      '(?:poor|bad|terrible) job|no business [a-z]{2,20}ing|in (?:a hurry|haste)|much to be desired|off guard|more (?:care|caution|diligence) (?:was|is)',
    ),
    who: 'anything',
    notBefore: denied,
    theme: 'character',
  },
  // obvious
  {
    pattern: here(
      `(?:obvious|blatant|glaring) (?:mistake|error|oversight|omission|sign|warning|red flag|gap|flaw|miss)s?|(?:obviously|clearly) (?:wrong|should|didn't|did not|forgot|missed|failed|a mistake|an oversight|not (?:tested|reviewed|checked|thought)|ignored|misunderstood|careless)`,
    ),
    who: 'anything',
    notBefore: before(`(?:no|not|n't|without|any|the most|most|non|less)(?: (?:an|a|the|very|so)){0,2}`),
    theme: 'obvious',
  },
  // was obvious
  {
    pattern: here('obvious'),
    before: before(
      `(?:should|must|would) (?:have been |be )|(?:was|were|is|are|it's|seems?) (?:(?:so|quite|very|pretty|painfully|perfectly|clearly|already|really) ){0,2}`,
    ),
    who: 'anything',
    needs: anywhere(
      `should|must have|such as not|that (?:we|he|she|they|you|the team|nobody|no one)|to (?:anyone|everyone|everybody|any)|from the (?:start|beginning|logs?|graphs?|dashboards?)|in hindsight|painfully|immediately`,
    ),
    unless: anywhere(`(?:not|n't) (?:\\w{2,12} )?obvious (?!due)|fix (?:was|seemed)`),
    theme: 'obvious',
  },
  // not doing
  {
    pattern: here(
      `not (?:having (?:(?:enough|sufficient|any|adequate|proper|a|the|thoroughly|properly|been) ){0,2}(?:${forms('participle', 'test check review read verify communicate consider plan follow notice understand document inform')}|test|tests|knowledge|experience|understanding|paid|thought)|(?:properly |fully |carefully |thoroughly |actually |adequately )?(?:(?!acting|reacting|responding|listening|looking|caring|raising|appreciating|covering|involving|acknowledging)(?:${careIng}|thinking)|knowing|paying|being (?:careful|aware|thorough|prepared|familiar|attentive|trained))|taking (?:[a-z]{2,20} ){0,3}(?:seriously|into account|care))`,
    ),
    before: before(`^[\\W\\d]{0,20}|such as|by|for|from|was|were|of|to|due to|[:,;(–—-]|us|team|and|or|our|their|with`),
    who: 'anything',
    notBefore: before(`(?:is|are|pods?|service|system|job|jobs|script|prefer|consider|worth|recommend|why)`),
    unless: anywhere(
      `not affected|(?:service|system|job|script|tool|alert|pipeline|process|controller|probe|pod|node|server|cluster)s? (?:was|were|is|are|from)? ?not`,
    ),
    theme: 'left-undone',
  },
  // admonition
  {
    pattern: here(
      `(?:be|been) (?:(?:more|extra|very|much|a (?:bit|little|lot)|far|way|so|less|always) ){1,3}(?:careful|cautious|attentive|diligent|vigilant|thorough|disciplined|mindful|rigorous|proactive|responsible)|pay (?:(?:more|closer|better|much) ){1,2}attention|take (?:more|better|greater) care|(?:try|think) harder|(?:think|look) before`,
    ),
    who: 'anything',
    notBefore: before(
      `(?:n't|not|instead of|than|tell(?:ing)? (?:people|them|others|everyone|someone) to|asking (?:people|them) to|alerting|alerts|monitoring)(?: to)?`,
    ),
    theme: 'admonition',
  },
  // not assume
  {
    pattern: here(`not (?:just |simply |blindly |always )?(?:assume|rush|guess|panic|jump to|ignore|forget)`),
    before: before(`(?:and|,|should|must|to|need to)(?: (?:also|always))?`),
    who: 'anything',
    needs: anywhere('we|our|us|team|quicker|sooner|earlier|faster|next time'),
    unless: anywhere(
      `better not to|order not to|so as not|decided not|careful not|forget to|it's|(?:pods?|service|client|code|script|system|users?)s? (?:should|must)`,
    ),
    theme: 'admonition',
  },
  // why not
  {
    pattern: here(
      `why (?:did(?:n't)?|were(?:n't)?|was(?:n't)?|had(?:n't)?|do(?:n't)?|wo(?:n't)?) (?:we|i|he|she|you|they|anyone|anybody|someone|nobody|no one|the (?:[a-z-]{2,20} )?${people})(?: (?:ever|not|even|think|still|just|take so long|wait|ignore|forget))?|how (?:could|can|did) (?:we|he|she|you|they|anyone|nobody|no one|someone|the (?:[a-z-]{2,20} )?${people}) (?:possibly|ever|even|not|miss|forget|ignore|overlook)|how (?:could|can) (?:nobody|no one|no-one|anyone|someone)|why did it take (?:us|them|anyone|so|the team|him|her)`,
    ),
    who: 'anything',
    needs: /\?|^\W{0,4}(?:why|how)\b/u,
    theme: 'why-not',
  },
];
