// Verbs of care, and of doing what was due, in the forms that the rules need.

import { forms } from './verbs.ts';

const care = `account acknowledge act address anticipate appreciate ask assess audit brief care catch check clarify clean communicate confirm
  consider consult contact coordinate cover cross-check discuss document double-check engage escalate evaluate examine flag follow foresee identify
  inform inspect investigate involve learn listen look mention monitor notice notify plan practise practice prepare prevent prioritise prioritize
  question raise react read realise realize recognise recognize rehearse remember research respond review sanity-check share spot supervise
  tell test track train triage understand update validate verify warn watch`;
const doing = `disable enable remove include protect restrict renew rotate revert restore schedule use keep provide roll start stop back implement pause save
  deploy open close complete declare delegate estimate fix lock page push record report`;
export const careBase = forms('base', care);
export const careDone = forms('participle', care);
export const carePast = forms('past', care);
export const careIng = forms('ing', care);
export const doBase = forms('base', doing);
export const notWell =
  '(?:properly|adequately|sufficiently|thoroughly|carefully|correctly|fully|appropriately|effectively|clearly|well enough|enough)';
export const didNot = "(?:did|do|does)(?:n't| not)";
