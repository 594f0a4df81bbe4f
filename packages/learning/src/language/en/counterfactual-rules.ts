// What might have been: sentences that hold the past against a knowledge that came later.

import type { Rule } from '../rule.ts';
import { careBase, careDone } from './care.ts';
import { adverbs, anywhere, before, have, here, not } from './patterns.ts';
import { people } from './people.ts';
import type { Theme } from './reframes.ts';
import { forms, participle } from './verbs.ts';

const carePassive = `${careDone}|${forms('participle', 'automate avoid declare detect disable handle include restrict schedule see start stop take think')}`;
const knownActs = `${careDone}|${forms('participle', 'announce assess detect identify involve know make pay roll rotate see start stop take think wait')}`;
/** "Should have read access" is about what somebody has. */
const noPossession = '(?! (?:access|permissions?|rights|privileges?|credentials?)(?![a-z]))';
const hindsight = String.raw`avoid(?:ed)?|prevent(?:ed)?|caught|catch|notic\w{1,5}|detect(?:ed)?|spotted|faster|sooner|earlier|quicker|better|more (?:quickly|carefully|clearly|thoroughly|effectively)|communicated|checked|tested|reacted|easily|done more|done differently`;
const supposed = anywhere(`(?:would|could|might)(?:${not})? ?(?:[a-z]{2,20} ){0,2}(?:have|'ve|of|be here)`);
const actor = String.raw`(?:we|i|he|she|you|they|someone|somebody|anyone|anybody|people|(?:the|our|an?|any) (?:[\w-]{2,20} ){0,2}${people})`;

export const counterfactualRules: readonly Rule<Theme>[] = [
  // should have known act
  {
    pattern: here(`(?:should|ought to)(?:n't| not)?${have} ${adverbs}(?<verb>${knownActs})${noPossession}`),
    who: 'person-or-dropped',
    theme: 'missing-step',
  },
  // should have
  {
    pattern: here(`(?:should|ought to)(?:n't| not)?${have} ${adverbs}${participle}${noPossession}`),
    who: 'person-or-dropped',
    theme: 'should-have',
  },
  // should have been
  {
    pattern: here(
      `(?:should|ought to)(?:n't| not)?${have} ${adverbs}been ${adverbs}(?:${carePassive}|done|made|given|written|followed|rushed|obvious|clear|clearer|more careful|aware|on call|ready|a (?:red flag|warning|sign|hint))`,
    ),
    who: 'anything',
    unless: anywhere('every|each'),
    theme: 'should-have',
  },
  // there should have been
  {
    pattern: here(`should${have} been`),
    before: before('there'),
    who: 'anything',
    theme: 'if-only',
  },
  // supposed to
  {
    pattern: here('(?:supposed|expected|meant) to have|needed to have|had better have'),
    who: 'person',
    theme: 'should-have',
  },
  // was supposed to
  {
    pattern: here('(?:was|were) supposed to'),
    who: 'person',
    theme: 'process',
  },
  // could have
  {
    pattern: here(`(?:could|might)(?:n't| not)?${have} ${adverbs}${participle}`),
    who: 'person',
    needs: anywhere(hindsight),
    unless: anywhere(
      'luck|lucky|luckily|fortunate|fortunately|worse|anyone (?:that|who|with)|everyone|users?|attackers?|customers?',
    ),
    theme: 'could-have',
  },
  // could have been
  {
    pattern: here(
      `(?:could|might)${have} ${adverbs}been ${adverbs}(?:${carePassive}|done|handled|avoidable|clearer|more (?:careful|thorough|proactive|transparent))`,
    ),
    who: 'anything',
    needs: anywhere(hindsight),
    unless: anywhere(
      String.raw`(?:avoided|prevented|mitigated|caught|detected) (?:by|with|through|using) (?!(?:us|me|him|her|them|someone|anyone|reading|asking|checking|testing|talking|communicating|thinking|reviewing|better|more|proper|careful|simply|just|a (?:simple|quick|proper))(?![a-z]))|luck|lucky|luckily|worse|affected|impacted`,
    ),
    theme: 'could-have',
  },
  // care would have
  {
    pattern: here(
      `(?:would|could|might)${have} ${adverbs}(?:led|lead|help(?:ed)?|prevent(?:ed)?|avoid(?:ed)?|save[d]?|reduced?|shorten(?:ed)?|caught|shown|revealed|spared|resulted|made)`,
    ),
    before: before(
      String.raw`^(?:ask|test|check|read|review|notify|communicat|monitor|plan|verify|inform|escalat|notic|look|talk|coordinat)(?:ed|ing|ied) .{0,70}|(?:simple|quick|basic|proper|careful|closer|better|earlier|more|little|second|some|thorough|any) (?:[a-z-]{2,20} ){0,2}(?:checks?|test|tests|testing|reviews?|communication|planning|coordination|look|reading|preparation|care|attention|thought|question|conversation|heads-up|diligence|research)(?: [a-z-]{2,20}){0,4}`,
    ),
    who: 'anything',
    theme: 'could-have',
  },
  // would have been better
  {
    pattern: here(
      `would${have} ${adverbs}been (?:much |far |a lot )?(?:better|wiser|wise|prudent|smarter|sensible|quicker|faster|safer|easier|best)`,
    ),
    who: 'anything',
    needs: anywhere(`to|if|had`),
    theme: 'could-have',
  },
  // another would have
  {
    pattern: here(`would(?:n't| not| never)?${have} ${adverbs}${participle}`),
    before: before(
      '(?:any(?:one|body)|(?:any|an?) (?:competent|good|decent|experienced|careful|responsible|proper|real|sensible) [a-z-]{2,20})(?: (?:who|with) .{2,40})?',
    ),
    who: 'anything',
    theme: 'known-better',
  },
  // would have taken a minute
  {
    pattern: here(`would${have} taken (?:[\\w-]{1,10} ){1,4}to (?:${careBase})`),
    who: 'anything',
    theme: 'could-have',
  },
  // if only
  {
    pattern: here('if only'),
    who: 'anything',
    theme: 'if-only',
  },
  // if we had
  {
    pattern: here(`if (?:only )?${actor}(?: had|'d)(?! not|n't) ${adverbs}(?:${participle}|the|more|better|a|any)`),
    who: 'anything',
    needs: supposed,
    unless: anywhere('attacker|attackers'),
    theme: 'if-only',
  },
  // if it had been done
  {
    pattern: here(
      `(?:if (?:[\\w'-]{1,24} ){1,8}had|had (?:[\\w'-]{1,24} ){1,6}) ?(?:only )?been ${adverbs}(?:${carePassive}|more (?:careful|attentive|thorough|cautious|aware|diligent|proactive)|aware|followed|done)`,
    ),
    who: 'anything',
    needs: supposed,
    theme: 'if-only',
  },
  // had we
  {
    pattern: here(`had ${actor} (?!not )${adverbs}(?:${participle}|more|better|any|the|a)`),
    who: 'anything',
    before: /(?:^|[,;:(.]|and|but)\s{0,4}$/u,
    needs: supposed,
    theme: 'if-only',
  },
  // not happened if
  {
    pattern: here(
      `(?:would|could)(?:n't| not| never)? ?(?:never |not )?have (?:happened|occurred|been (?:necessary|possible|an issue|a problem))`,
    ),
    who: 'anything',
    needs: anywhere(`if (?:only )?${actor}`),
    theme: 'if-only',
  },
  // do this not that
  {
    pattern: here('should (?!have|be able)'),
    who: 'person',
    needs:
      /,\s(?:and\s|but\s)?not\s(?:almost|only|just|until|after|at\sthe|hours|days|weeks|two|three|four|\d)|\b(?:instead\sof|rather\sthan)\s(?:[a-z]{2,20}\s){0,3}(?:waiting|ignoring|assuming|guessing|rushing|hoping|panicking|blindly|only\safter)/u,
    theme: 'admonition',
  },
  // known better
  {
    pattern: here('(?:known|know) better'),
    who: 'anything',
    before: before(`should(?: have|'ve)?|ought to(?: have)?|must|needs? to|has to|have to|could(?: have|'ve)?`),
    theme: 'known-better',
  },
  // do better
  {
    pattern: here('(?:do|done)(?: much| far| a lot)? better'),
    who: 'anything',
    before: before(
      `(?:we|i|he|she|they|you|team) (?:should|must|needs? to|has to|have to|could|can|ought to)(?: have|'ve)?`,
    ),
    theme: 'admonition',
  },
];
