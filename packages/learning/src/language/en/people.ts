// Nouns that name people, or groups of them, in the singular where they have one.

const nouns =
  `team engineer developer dev operator admin administrator on-call oncall responder person people staff member maintainer
  colleague employee contractor manager management vendor provider company organisation organization author reviewer owner
  lead leader commander sre support department crew squad human folks guys man woman intern junior senior technician
  analyst contributor committer tester qa consultant architect director ops devops boss facilitator agent supervisor shift
  expert specialist peer partner supplier individual group deployer coworker personnel hire dba`.split(/\s+/);

export const peopleWords: ReadonlySet<string> = new Set(nouns.flatMap((noun) => [noun, `${noun}s`]));

/** As alternatives of a pattern. */
export const people = `(?:${nouns.join('|')})s?`;
