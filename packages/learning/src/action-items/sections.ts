// Which headings and labels lead to actions. Pure. Rules: SPEC A1-A5.

/**
 * How surely what stands under a heading is something to do: 2 "Action items", 1 "Next steps", "Prevention",
 * 0 a heading that says nothing about it, null one that says it is something else ("What went well").
 */
export type Strength = 0 | 1 | 2 | null;

const strong =
  /\b(?:action[- ]?(?:items?|points?|plan|list)|review actions?|(?:next|new|open|immediate|proposed|planned|follow[- ]?up|corrective|preventative|preventive|remedial|remediation|required|outstanding) actions?|actions? (?:following|to take|required|needed|planned|arising|from)\b|actionables?\b|tasks? to (?:address|fix|prevent|resolve|complete)\b|follow[- ]?ups?(?: (?:items?|tasks?|work))?|to-?dos?)\b|^\W{0,4}(?:actions?|to dos?|(?:[\w-]{1,20} )?tasks)\W{0,4}$/i;
const weak =
  /\b(?:next steps?|remediations?(?: items?)?|(?:immediate|short|medium|mid|long|near)[- ]?(?:term )?(?:actions?|improvements?|fix(?:es)?|remediations?|plans?|goals?|changes?|solutions?|mitigations?)|(?:corrective|preventative|preventive|planned|future|recommended|further) (?:and \w{1,20} )?(?:actions?|measures?|work|steps?|improvements?|changes?|plans?|mitigations?)|(?:changes|steps|measures) (?:we|to (?:make|be made|take|be taken|come))\b|prevent(?:ion|ing|ative|ive)?\b|avoid(?:ing)? (?:this|it|a repeat|future)|what (?:we will|we'll|we’ll|will we|we are going to|we're (?:going to )?|we’re (?:going to )?|are we|we are|we're|can we|could we|should we) (?:do|doing|change|changing|improve|improving|done|be doing)\b|how (?:will|do|can|could) we (?:prevent|avoid|improve)|(?:moving|going|looking) forward|looking ahead|plan of action|improvements?|recommendations?|(?:could|should) (?:we )?(?:be )?improve[d]?)/i;
const cancelling =
  /\b(?:lessons?|went (?:well|wrong|poorly|badly|right)|what (?:we|did we) (?:learned|learnt|learn)|learnings?|lucky|luck|time[- ]?line|root causes?|contributing|causes?|background|context|impact|detection|summary|overview|introduction|resolution|actions? taken|steps taken|taken actions?|attendees|stats|statistics|trigger|participants|references|supporting|glossary|appendix|questions|thanks|conclusion|notes? to the owner|template)\b/i;

/** Headings that sort a report, and under "Action items" its actions: there "Detection" means better detection. */
const topic =
  /^\W{0,4}(?:root causes?|causes?|contributing factors?|impact|detection|resolution|trigger|background|context)\W{0,4}$/i;

export function strengthOf(title: string): Strength {
  if (isStrong(title)) return 2;
  if (cancelling.test(title)) return null;
  return weak.test(title) ? 1 : 0;
}

const isStrong = (title: string): boolean => strong.test(title) && !/\b(?:taken|timeline)\b/i.test(title);

/** Strength at a place under nested headings, outermost first: the innermost that says something decides. */
export function strengthUnder(titles: readonly string[]): 0 | 1 | 2 {
  let found: 0 | 1 = 0;
  let topicOnly = false;
  for (const title of titles.toReversed()) {
    const strength = strengthOf(title);
    if (strength === 2) return 2;
    if (strength === null && !topic.test(title)) return found;
    if (strength === null) topicOnly = true;
    if (strength === 1 && !topicOnly) found = 1;
  }
  return found;
}

/** True under a heading that says its lists are no actions of this incident ("Notes to the owner"). */
export function isCancelledUnder(titles: readonly string[]): boolean {
  const innermost = titles.at(-1);
  return innermost !== undefined && strengthOf(innermost) === null;
}
