// The titles of a report's sections where no mark tells them: documents copied as plain text lose their headings. Pure.
// Rules: SPEC M8.

const measures = String.raw`(?:actions?|measures?|steps)`;
const titles = [
  String.raw`(?:(?:incident|detailed|event) )?time ?lines?(?: of (?:events|the incident))?|chronology|sequence of events`,
  String.raw`(?:(?:executive|incident|issue|outage) )?(?:summary|overview|impact|description)|background|context|lead[- ]?up|duration`,
  String.raw`root causes?(?: analysis| and resolution)?|contributing factors|trigger|fault|analysis|detection|response`,
  String.raw`(?:resolution|recovery|mitigation)(?: and recovery)?|resolution steps|conclusions?|references|appendix|supporting information`,
  String.raw`(?:lessons?|what we) (?:learned|learnt)|what went (?:well|wrong|poorly|badly)|what (?:could have gone|went) better|where (?:did )?we (?:get|got) lucky`,
  String.raw`action items?|actions?|actionables|action plan|follow[- ]?ups?(?: actions?| items?| tasks?)?|next steps|remediation(?: items?)?|improvements|recommendations`,
  String.raw`(?:corrective|preventative|preventive)(?: (?:and|&) (?:corrective|preventative|preventive))? ${measures}|tasks(?: to address the (?:issue|problem))?|prevention`,
  String.raw`(?:links to )?relevant documentation|links to relevant documentation`,
];
const title = new RegExp(String.raw`^ {0,3}(?:${titles.join('|')}) ?[:?]?\s*$`, 'i');
const longestTitle = 60;

/** A line that is nothing but the name of a usual section: "Timeline", "Root cause:", "What went well?". */
export function isSectionTitle(line: string): boolean {
  return line.length <= longestTitle && title.test(line);
}
