// The lens for English.

import { lensOf, type Lens } from '../check.ts';
import { conductRules } from './conduct-rules.ts';
import { counterfactualRules } from './counterfactual-rules.ts';
import { judgementRules } from './judgement-rules.ts';
import { english } from './lexicon.ts';
import { omissionRules } from './omission-rules.ts';
import { anywhere } from './patterns.ts';
import { reframes, type Theme } from './reframes.ts';
import { baseOf } from './verbs.ts';

export const englishLens: Lens = lensOf<Theme>({
  lexicon: english,
  rules: [...counterfactualRules, ...conductRules, ...omissionRules, ...judgementRules],
  reframes,
  silent: [
    // Talk about blame itself: guidelines, policies, ways of reviewing.
    anywhere(
      `blameless|blamelessly|blame-free|no-blame|post-?mortems? (?:should|must|are|is)|avoid (?:using|saying|blame|blaming|phrases)|do(?:n't| not) (?:blame|say|ask|write)|instead of (?:saying|asking|writing|blaming)|for example|hindsight bias|old view|new view|prime directive|psychological safety|just culture|bad apples?|assume (?:that )?(?:everyone|people|others|good)`,
    ),
    anywhere(
      `(?:view|concept|notion|term|label|culture|theory|bias|word|phrase|words|language)s? (?:of|that|like|such as)|an? (?:organi[sz]ation|team|company|person|individual) (?:that|who|which) [a-z]{2,20}s|individual's|(?:a|the|your) (?:review|retrospective|facilitator) (?:should|must|is not|never)`,
    ),
    // A question asks; those that judge are told apart by what they begin with.
    /^(?!\W{0,8}(?:why|how\s(?:could|can|did)|who(?:se)?|(?:and|but|so)\s(?:why|how))\b)[^?]{0,1000}\?\W{0,4}$/u,
    /^\W{0,8}who(?!se\b)[^?]{0,1000}\?\W{0,4}$/u,
  ],
  guidelineTitle: /guideline|polic(?:y|ies)|ground rules|code of conduct|principles|how (?:we|to) /iu,
  abbreviation: /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|nr|mrs?|ms|dr|st|inc|ltd|[a-z])$|^\s{0,4}\d{1,3}$/iu,
  baseOf,
  clauseEnd:
    /[,;:!?()|\n*_[\]"“”]|\.(?:\s|$)|\s(?:but|because|which|who|before|after|when|while|so|until|although|though|as|and|since|unless|where|if|despite|with|causing|leading|at the time)(?=\s)/iu,
});
