// Whether an action changes how people work or how the system does. Null where its words don't say. Pure. Rules: SPEC A55.

import type { ActionKind } from './model.ts';

const human =
  /\b(?:train(?:ing)?|teach|educate|coach|onboard(?:ing)?|workshop|run ?books?|play ?books?|process(?:es)?|procedures?|guidelines?|guidance|polic(?:y|ies)|check ?lists?|communicat\w{1,6}|announce|inform|notify (?:users|customers|teams|people)|discuss|agree|meeting|review meeting|retrospective|on[- ]?call (?:rota|rotation|schedule|handover)|responsibilit\w{1,4}|accountab\w{1,6}|escalat\w{1,5}|document(?:ation)?|write up|post-?mortem|game ?days?|drills?|hire|staffing|ask|talk to|reach out|share)\b/i;
const technical =
  /\b(?:alert(?:s|ing)?|alarms?|monitor(?:s|ing)?|metrics?|dashboards?|logs?|logging|tests?|ci|cd|pipelines?|deploy(?:ment|ments|s)?|roll ?backs?|config(?:uration|ure)?s?|code|bugs?|fix|patch|upgrade|migrat\w{1,4}|refactor\w{0,4}|automat\w{1,5}|scripts?|database|db|cache|quer(?:y|ies)|index(?:es)?|clusters?|nodes?|pods?|servers?|instances?|services?|api|endpoints?|timeouts?|retr(?:y|ies)|rate[- ]limit\w{0,4}|circuit breakers?|limits?|quotas?|autoscal\w{1,4}|terraform|kubernetes|helm|certificates?|dns|backups?|version|library|dependenc(?:y|ies)|feature flags?|validation|disk|memory|cpu|network|firewall|permissions?|credentials?|tokens?|secrets?)\b/gi;

export function findKind(text: string): ActionKind | null {
  const humanWords = text.match(new RegExp(human, 'gi'))?.length ?? 0;
  const technicalWords = text.match(technical)?.length ?? 0;
  if (humanWords === 0 && technicalWords === 0) return null;
  // "Write a runbook for database failover" is people's work on a technical matter.
  const opening = text.slice(0, 60);
  if (
    human.test(opening) &&
    humanWords >= 1 &&
    !/^\W{0,4}(?:add|fix|implement|automate|configure|deploy|upgrade)\b/i.test(text)
  )
    return 'human';
  return humanWords > technicalWords ? 'human' : 'technical';
}
