// 180 sentences in the manner of public postmortems, written and labelled before the lens was asked about any of them. Then two
// thirds were looked at and the rules mended; the others nobody looked at one by one, and no rule was made for them.
import { describe, expect, it } from 'vitest';
import { checkLanguage } from '../check.ts';
import { englishLens } from './english.ts';

interface Labelled {
  judging: readonly string[];
  other: readonly string[];
}

/** Before any of them was looked at: precision 0.92, recall 0.77, F1 0.84. */
const looked: Labelled = {
  judging: [
    'We really ought to have rehearsed the failover at least once before peak season.',
    'The deploy went out on a Friday evening because Marek couldn’t be bothered to wait until Monday.',
    'It was irresponsible to run the migration without a backup.',
    'Anyone with basic knowledge of DNS would have seen the problem.',
    'Our vendor was negligent in communicating the maintenance window.',
    'If the database team had listened to us in June, we wouldn’t be here.',
    'Frankly, the decision to skip staging was reckless.',
    'The mistake was made by the platform team, not by us.',
    'Nobody took ownership of the alert.',
    'The team was too lazy to write a regression test.',
    'We were complacent about the backlog of security patches.',
    'Whoever wrote this script clearly didn’t understand how locks work.',
    'Next time people need to be more careful when editing the routing table.',
    'This could have been prevented with a little common sense.',
    'It took far too long for the network team to respond.',
    'Management has only itself to blame for cutting the on-call rota.',
    'A competent DBA wouldn’t have dropped that index.',
    'The outage was caused by an engineer who pushed an untested config.',
    'I feel terrible, this was entirely my fault.',
    'Failure to follow the change process resulted in data loss.',
    'Our biggest failing was trusting a junior with production access.',
    'Tomás never bothered updating the documentation.',
    'The on-call was asleep at the wheel.',
    'One careless keystroke took down the whole region.',
    'The contractor circumvented the approval step.',
    'It was a silly mistake that cost us six hours.',
    'The fix was deployed by an engineer unfamiliar with the service, who broke it further.',
    'The SRE team dropped the ball on capacity planning.',
    'Inadequate testing by the payments team let the bug slip through.',
    'It would have taken five minutes to ask someone who knows the system.',
  ],
  other: [
    'The replica promoted itself after the primary stopped answering for thirty seconds.',
    'The health check failed to detect that the disk was read-only.',
    'The runbook described a cluster that had been retired in March.',
    'Support learned of the outage from a customer, eleven minutes before the first page.',
    'The vendor’s notice arrived in a mailbox that nobody has read since the reorganisation.',
    'The certificate was renewed by hand each year, and the reminder went to a colleague on leave.',
    'Skipping staging was usual for changes of this kind, which had taken eleven minutes longer in the pipeline.',
    'The platform team paused the rollout at 14:05 and asked for a second look.',
    'Nobody was paged, since the alert’s route pointed to a team that no longer exists.',
    'There is no regression test for this path; the harness can’t fake the provider’s webhook yet.',
    'Security patches were postponed twice, because the release train was full.',
    'The script takes a lock per row, which is fine for the hundred rows it was written for.',
    'Next time the routing table is edited, the tool shows which customers will move.',
    'This took forty minutes to find, since three dashboards were green.',
    'The network team joined at 09:40, nineteen minutes after they were asked.',
    'With three people on the rota, each was on call ten nights a month.',
    'The index was dropped by the migration tool, which found no query that used it.',
    'The config was valid for the schema of the old version, and no check knows the new one.',
    'I restarted the wrong node: the names differ by one digit, and the list had moved.',
    'The process asks for a ticket, and the ticket system was down as well.',
    'Everyone who joins gets production access in the first week.',
    'The documentation said "run as root", and the command was run as root.',
    'The on-call had been up since four for another incident.',
    'One command can take down a whole region, and asks no question before it does.',
    'The approval step can be skipped with a flag that the emergency guide recommends.',
    'It took six hours until all tenants were back, in the order of their size.',
    'The engineer who deployed the fix had joined the team in the same week.',
    'Capacity is planned for the average of a month, and the sale is one day.',
    'The bug shows only with two decimal separators, and no test has a locale of that kind.',
    'The people who know the system were on a flight to the offsite.',
  ],
};

/** Precision 1.00, recall 0.60, F1 0.75, before and after. */
const unseen: Labelled = {
  judging: [
    'Had the on-call checked the dashboard before going to lunch, the outage would have lasted ten minutes.',
    'This was simply a case of someone not paying attention.',
    'The intern deleted the wrong bucket, and nobody with more experience was watching.',
    'The root cause was operator error.',
    'The reviewer waved the change through without actually reading it.',
    'Engineers continue to ignore our deployment policy.',
    'The incident commander lost their cool and made things worse.',
    'Poor judgement on the part of the release manager led to a four hour outage.',
    'It should have been evident from the logs that the cache was cold.',
    'The engineer misconfigured the firewall.',
    'Sloppy work during the cutover left three tables behind.',
    'The operator typed the command into the wrong terminal.',
    'Somebody forgot to re-enable monitoring after the maintenance.',
    'The developers rushed the feature and cut testing short.',
    'They knew about the leak for weeks and did nothing.',
    'Had I read the change log, I would have known about the new default.',
    'We missed the obvious signs that the disk was filling up.',
    'The handover was a mess because the night shift didn’t write anything down.',
    'Why on earth did nobody look at the error budget?',
    'The team didn’t do its due diligence on the new provider.',
    'The wrong flag was passed by the person running the job.',
    'If anyone had bothered to look, the graph was screaming.',
    'Support gave customers wrong information because they hadn’t read the update.',
    'We shouldn’t have trusted the estimate.',
    'Leadership was warned repeatedly and chose to look away.',
    'The responders panicked and restarted everything.',
    'You’d expect a senior engineer to know better.',
    'The alert had been firing for three days and was written off as noise.',
    'He panicked, as usual.',
    'They just assumed the backups worked.',
  ],
  other: [
    'The alert fired at 02:14, but the phone of the on-call engineer was on silent, as it is at night.',
    'Two teams had different maps of which service owned the queue.',
    'When the rollback started, the old image was no longer in the registry.',
    'We chose to restart the workers because a restart had helped in the two incidents before.',
    'The change passed review by two people and all 412 tests.',
    'The load balancer ignored the drain signal while connections were open.',
    'What would have helped us see the growing backlog earlier?',
    'Memory use had climbed by two percent a day since the release of 9 May.',
    'The cache was cold after the restart, so each request went to the database.',
    'The firewall’s default changed between versions 3 and 4.',
    'During the cutover three tables stayed behind, since the copy tool skips tables without a primary key.',
    'Both terminals show the same prompt, in the same colour.',
    'Monitoring stays off after maintenance until somebody turns it on; nothing reminds them.',
    'The launch date had been announced to the press before the load test was planned.',
    'The leak was known, and its fix was planned for the week after.',
    'The new default is in line 310 of the change log, under "Minor".',
    'The disk filled up in six minutes, and the alert samples every ten.',
    'The hand-over took place in the corridor, as the bridge was in use.',
    'How did the error budget look to the team on that morning?',
    'The provider’s status page showed green throughout.',
    'The job takes twelve flags, and two of them mean the opposite of their names.',
    'The graph’s axis is logarithmic, so a doubling looks like a small bump.',
    'Support wrote to customers from the template, which still named the old region.',
    'The estimate assumed the traffic of last year.',
    'The risk was raised in the quarterly review and accepted until the autumn.',
    'Restarting everything was the quickest way to a known state that the responders had.',
    'In reviews we do not ask who should have known; we ask what they could see.',
    'The alert had fired forty times in three days, and each time it had cleared by itself.',
    'Do not write "human error" in a report; tell what the person saw.',
    'The backups had been checked for size each night, and never restored.',
  ],
};

/** Everyday ways of judging, none of them near the rules' words: precision 1.00, recall 0.43, F1 0.60 before they were looked at. */
const everyday: Labelled = {
  judging: [
    'We did a poor job of communicating with customers.',
    'The team made the wrong call.',
    'Our engineers were caught off guard by the traffic.',
    'This was a failure on our part.',
    'We let our customers down.',
    'We take full responsibility for this outage.',
    'I should have caught this in review.',
    'The on-call engineer didn’t realize that the alert was real.',
    'There was no reason for him to touch the production database.',
    'The developer assumed that the staging and production configs were identical.',
    'The deployment was done in a hurry.',
    'Nobody thought to check the replica lag.',
    'The engineer had no business running that command.',
    'We were not diligent about rotating the keys.',
    'A misunderstanding by the operator caused the valve to be closed.',
    'The mistake would have been caught by a second pair of eyes.',
    'It was naive of us to think that the cache would survive.',
    'They could easily have rolled back within five minutes.',
    'The manager pushed for the release despite our concerns.',
    'The incident dragged on because of indecision.',
    'We got sidetracked by an unrelated alert.',
    'We jumped to the conclusion that it was DNS.',
    'The responders didn’t follow the runbook.',
    'Our monitoring was neglected for months.',
    'The new hire didn’t know what they were doing.',
    'People were too quick to blame the network.',
    'The DBA ran the query without a WHERE clause.',
    'The technician plugged the cable into the wrong port.',
    'The author of the change was overconfident.',
    'More care was needed here.',
    'This was an unforced error.',
    'The team’s response left much to be desired.',
    'We had become too comfortable with manual deploys.',
    'Someone left the debug flag on.',
    'The ops team sat on the ticket for two weeks.',
    'We simply forgot.',
    'The outage could have been avoided had we read the documentation.',
    'We were warned by the vendor in March and did nothing about it.',
    'Whoever approved this pull request wasn’t looking.',
    'The engineers fumbled the rollback.',
  ],
  other: [
    'The rollback takes the database back with it.',
    'The engineer rolled back within five minutes.',
    'The team left the debug flag on to collect more traces.',
    'The traffic was higher than on any day before.',
    'The lock is released when the client disconnects.',
    'The customer asked for a credit.',
    'We would have to move the data first.',
    'Anyone can read the dashboard.',
    'The request would have been retried by the client.',
    'The job would have taken forty minutes to finish.',
    'If the primary fails, the replica would have taken over.',
    'We communicated the incident on the status page at 10:12.',
    'The manager on duty called the vendor at 11:00.',
    'The response took 900 ms on average.',
    'A second reviewer is asked for changes to the schema.',
    'The documentation describes both ways.',
    'The operator closed the valve as the procedure says.',
    'It is easy to pick the wrong cluster, as both are called prod.',
    'The team was caught between two deadlines.',
    'We take backups at midnight.',
  ],
};

const figuresOf = ({ judging, other }: Labelled) => {
  const speaks = (sentence: string): boolean => checkLanguage(sentence, englishLens).length > 0;
  const right = judging.filter(speaks).length;
  const precision = right / (right + other.filter(speaks).length);
  const recall = right / judging.length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
};

describe('sentences of another origin', () => {
  it('[L22] those that it has not seen: precision first, and F1 near 0.75', () => {
    const { precision, recall, f1 } = figuresOf(unseen);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.6);
    expect(f1).toBeGreaterThan(0.74);
  });

  it('[L22] those that the rules were mended by', () => {
    const first = figuresOf(looked);
    expect(first.precision).toBeGreaterThanOrEqual(0.93);
    expect(first.f1).toBeGreaterThanOrEqual(0.95);
    const second = figuresOf(everyday);
    expect(second.precision).toBe(1);
    expect(second.recall).toBeGreaterThanOrEqual(0.85);
  });
});
