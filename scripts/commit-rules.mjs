// What must not be in the repository: paths of somebody's machine, registry hosts, unfinished marks, files too long to
// be one idea, names that say nothing, checks that are switched off.

const MAX_LINES = 500;
const CODE = /\.(ts|tsx|mjs|js|css)$/;
const TEXT = /\.(ts|tsx|mjs|js|css|md|json|ya?ml|html|svg|sh|txt|csv)$|^\.[^/]*$|^\.ci\//;
const MEANINGLESS = /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.tsx?$)/;

const RULES = [
  {
    what: 'a path of one machine',
    in: TEXT,
    pattern: /(?<![\w.~/-])\/(work|root|farm|home\/[a-z]\w*|Users\/[A-Za-z]\w*)\/(?=[\w.])/,
  },
  {
    what: 'a path below the temporary folder (ask the system for it)',
    in: CODE,
    pattern: /(?<![\w.])\/tmp\/(?=[\w.])/,
  },
  { what: 'a registry host', in: TEXT, pattern: /registry\.[a-z]+js\.|deb\.debian\.org/ },
  { what: 'an unfinished mark', in: CODE, pattern: /(\/\/|\/\*+)\s*(TODO|FIXME|XXX|HACK)\b/ },
  {
    what: 'a check that is switched off',
    in: CODE,
    pattern: /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable|(oxfmt|prettier)-ignore/,
  },
];

// The rules and their tests are full of what they forbid.
const UNREAD = /^pnpm-lock\.yaml$|^scripts\/commit-rules(\.test)?\.mjs$/;

/** Whether the rules look inside a file of this name. */
export const isReadable = (name) => TEXT.test(name) && !UNREAD.test(name);

/**
 * @param name  path inside the repository
 * @returns a line for each thing found: `name:line what`
 */
export function findingsIn(name, text) {
  const findings = MEANINGLESS.test(name) ? [`${name}: a name that says nothing`] : [];
  const lines = text.split('\n');
  const length = lines.length - 1;
  if (CODE.test(name) && length > MAX_LINES) findings.push(`${name}: ${length} lines, at most ${MAX_LINES}`);
  for (const rule of RULES) {
    if (!rule.in.test(name)) continue;
    for (const [index, line] of lines.entries()) {
      if (rule.pattern.test(line)) findings.push(`${name}:${index + 1} ${rule.what}`);
    }
  }
  return findings;
}
