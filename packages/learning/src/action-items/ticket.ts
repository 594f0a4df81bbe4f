// The ticket an action names: an address of a tracker, or a key such as OPS-12 or org/repo#7. Pure. Rules: SPEC A30-A33.

const address =
  /https?:\/\/[^\s)\]>|"']{0,200}?(?:\/(?:issues?|pull|pulls|pull-requests|merge_requests|browse|tickets?|boards?|stories|story|tasks?|work_items|epics|bugs?|projects|commit|discussions|changeset)\/[\w#.-]{1,200}|\/T\d{2,9}\b|show_bug\.cgi\?id=\d+|(?:bugs|bugzilla)[\w.-]{0,60}\/\d+)[^\s)\]>|"']{0,200}/i;
const trackerHost =
  /https?:\/\/[^\s)\]>|"'/]{0,100}(?:trello\.com|linear\.app|atlassian\.net|notion\.so|notion\.site|asana\.com|clickup\.com|shortcut\.com|clubhouse\.io|pivotaltracker\.com|monday\.com|basecamp\.com|airtable\.com|zube\.io|phabricator\.[\w.]{2,40}|bugs\.[\w.-]{2,40})\/[^\s)\]>|"']{1,300}/i;
const key = /(?<![\w/.-])[A-Z][A-Z0-9]{1,9}-\d{1,7}\b(?![-.\d])/;
const hash = /(?<![\w/&])(?:[\w.-]{1,60}\/[\w.-]{1,60}|[\w-]{2,60})?#\d{1,7}\b|(?<![\w/&])![1-9]\d{0,6}\b/;
const taskNumber = /(?<![\w/.-])T\d{4,7}\b/;
/** "Bug 5554823": long enough to be no count. */
const numbered = /\b(?:[Bb]ug|[Tt]icket|[Ii]ssue) \d{4,9}\b/;
/** Names that look like keys but are standards and codes. */
const noKey =
  /^(?:UTF|ISO|RFC|SHA|CVE|TLS|SSL|HTTP|IPV|EC|MD|AES|RSA|SEV|COVID|GPT|US|EU|AP|X86|AMD|ARM|T|P|Q|H|V|K8S|SOC|PCI|RHEL|DB|AZ)-/;
const inlineLink = /\[([^\][]{0,300})\]\((\S{1,2000}?)(?:\s"[^"]{0,200}")?\)/g;
const referenceLink = /\[([^\][]{1,300})\](?:\[([^\][]{0,300})\])?(?!\()/g;
const ticketWord =
  /^\W{0,3}(?:[\w-]{1,20} ){0,2}(?:issue|ticket|bug|pr|pull request|card|story|task|jira|tracked|tracking)s?\b/i;

/** Ticket of an action's Markdown text; null where it names none. `links` resolves `[label]` references. */
export function findTicket(markdown: string, links: ReadonlyMap<string, string> = new Map()): string | null {
  return findAddress(markdown) ?? findLinked(markdown, links) ?? findKey(markdown);
}

export function findAddress(text: string): string | null {
  const found = address.exec(text)?.[0] ?? trackerHost.exec(text)?.[0];
  return found ? found.replace(/[.,;:*_`]+$/, '') : null;
}

/** A link whose words say "issue" or "ticket" is one, wherever it leads; so is a reference to a tracker. */
function findLinked(markdown: string, links: ReadonlyMap<string, string>): string | null {
  for (const match of markdown.matchAll(inlineLink)) if (ticketWord.test(match[1]!)) return match[2]!;
  for (const match of markdown.matchAll(referenceLink)) {
    const target = links.get((match[2] || match[1]!).toLowerCase());
    if (target && (findAddress(target) || ticketWord.test(match[1]!))) return target;
  }
  return null;
}

function findKey(markdown: string): string | null {
  const text = markdown.replace(/\(https?:[^)\s]{0,2000}\)|https?:\S{1,2000}/g, ' ');
  const found = key.exec(text)?.[0];
  if (found && !noKey.test(found)) return found;
  return hash.exec(text)?.[0] ?? taskNumber.exec(text)?.[0] ?? numbered.exec(text)?.[0] ?? null;
}
