import { describe, expect, it } from 'vitest';
import { checkLanguage } from '../check.ts';
import { englishLens } from './english.ts';

const found = (text: string) => checkLanguage(text, englishLens);

/** Each: the sentence, and the words that give it away. */
const judging: readonly (readonly [string, string])[] = [
  ['We should have tested the rollback before Friday.', 'should have tested'],
  ['The on-call engineer should’ve escalated much earlier.', 'should’ve escalated'],
  ['You ought to have asked the database team first.', 'ought to have asked'],
  ['The expiry date should have been documented.', 'should have been documented'],
  ['This ought to have been noticed during the rehearsal.', 'ought to have been noticed'],
  ['We could have noticed the growing queue sooner.', 'could have noticed'],
  ['The whole thing could have been prevented by a simple phone call.', 'could have been prevented'],
  ['If only she had read the second page of the runbook.', 'If only'],
  ['If we had looked at the graph, the outage would have been over by ten.', 'If we had looked'],
  ['Had the team followed up on the ticket, the disk would not have filled.', 'Had the team followed'],
  ['It would never have happened if somebody had called the vendor.', 'would never have happened'],
  ['A closer look would have revealed the typo.', 'would have revealed'],
  ['We failed to tell support about the maintenance window.', 'failed to tell'],
  ['The release manager forgot to renew the certificate.', 'forgot to renew'],
  ['10:42 Forgot to page the second responder.', 'Forgot to page'],
  ['We pushed the change on Friday evening and forgot to watch the dashboards.', 'forgot to watch'],
  ['The reviewers overlooked the missing index.', 'overlooked'],
  ['Nobody on the team noticed the alert for two hours.', 'Nobody on the team noticed'],
  ['No one knew how to restore the backup.', 'No one knew'],
  ['The first warning was ignored.', 'was ignored'],
  ['The risk had been underestimated.', 'been underestimated'],
  ['The operator carelessly restarted both nodes.', 'carelessly'],
  ['That was a careless change.', 'careless'],
  ['Such negligence costs us customers.', 'negligence'],
  ['It was a stupid idea to deploy on a holiday.', 'stupid'],
  ['The outage was caused by human error.', 'human error'],
  ['Root cause: operator error.', 'operator error'],
  ['This was a mistake by the network team.', 'mistake by the network team'],
  ['The delay is the fault of the platform group.', 'fault of the platform group'],
  ['Whose fault is it that the key leaked?', 'Whose fault'],
  ['It was an oversight on our part.', 'oversight on our part'],
  ['They didn’t bother to read the change log.', 'didn’t bother to read'],
  ['Mara and the other developers did not check the region.', 'did not check'],
  ['The team was unaware of the new quota.', 'was unaware'],
  ['We were far too slow in calling for help.', 'were far too slow'],
  ['It took us too long to find the switch.', 'took us too long'],
  ['An administrator deleted the wrong volume.', 'deleted the wrong'],
  ['One of our engineers accidentally dropped the table.', 'accidentally'],
  ['We wrongly assumed that retries were off.', 'wrongly'],
  ['The fix was rushed into production without a review.', 'rushed'],
  ['The developer merged it without running the tests.', 'without running'],
  ['Despite several warnings the upgrade went ahead.', 'Despite several warnings'],
  ['The migration failed because of poor communication between the teams.', 'poor communication'],
  ['Lack of attention during the hand-over made it worse.', 'Lack of attention'],
  ['Why didn’t anyone look at the error budget?', 'Why didn’t anyone'],
  ['We need to be more careful with production credentials.', 'be more careful'],
  ['He should have known better.', 'should have known'],
  ['It was obvious that the disk would fill, and nobody acted.', 'nobody acted'],
  ['They skipped the second approval.', 'skipped'],
  ['The vendor misjudged the load.', 'misjudged'],
  ['An obvious mistake in the hand-over notes cost an hour.', 'obvious mistake'],
  ['The intern who broke the build has been told.', 'who broke'],
];

/** Sentences that describe systems, plan, quote, ask or teach. */
const silent: readonly string[] = [
  // Systems as subjects.
  'The health check failed to detect the dead node.',
  'The load balancer should have retried the request on another backend.',
  'The cache could have served the page.',
  'The job that cleans up forgot its lock after a restart of the scheduler.',
  'The proxy ignored the header.',
  'The service did not notice that its leader was gone.',
  'The deploy the team made on Monday failed to start.',
  'We deployed the build and the worker failed to start.',
  'The engineer’s laptop failed to resolve the name.',
  'The pipeline accidentally ran twice.',
  'Kubernetes misreported the memory of the pod.',
  'The team’s dashboard missed the first ten minutes.',
  'Requests were too slow for the timeout.',
  'The setting was ignored by the new parser.',
  'The index had been rebuilt without a lock.',
  'A bug in the client made the error visible to users.',
  'Users were unable to log in for twelve minutes.',
  // Quotations and code.
  'The message said “you should have checked the quota first”.',
  'The log shows "operator error: failed to acquire lease".',
  '> We should have tested this.',
  'Her words were: "I forgot to tell anyone, it was careless of me."',
  'The function `weShouldHaveTested()` returned early.',
  "The banner read 'human error detected' for an hour.",
  // Guidelines, policies and talk about blame.
  'Avoid saying that somebody was careless.',
  'A blameless review never asks whose fault it was.',
  'Do not say that the team should have known.',
  'Human error is never a cause; it is where the questions begin.',
  'The old view of human error looks for a careless person.',
  'Every service should have documented owners.',
  'All teams should have tested backups.',
  'Each change should have been reviewed by two people.',
  // What one did not know oneself.
  'I did not know that the gateway buffers labels.',
  'We simply didn’t know about the second queue.',
  // Plans and actions.
  'We should add an alert on the queue.',
  'The team should have a second reviewer for schema changes.',
  'Engineers should test restores every month.',
  'Fix failure to delete stale volumes.',
  'Add a check to prevent human error during failover.',
  'We will make sure that nobody has to remember the flag.',
  'Reduce the risk of operator error with a dry run.',
  'The runbook should be clearer.',
  // Possibility, negation, praise, plain telling.
  'Anyone with a token could have read the bucket.',
  'It could have been worse.',
  'We could have lost the whole queue.',
  'Luckily we could have switched back sooner had it been needed.',
  'No one was paged at night.',
  'It was not a mistake to fail over.',
  'The responders were not careless; they followed the runbook.',
  'We did not see any errors until 10:40.',
  'The team noticed the growth within a minute and acted.',
  'The engineer carefully checked each node.',
  'She asked the vendor and they confirmed the fault in the switch.',
  'We decided not to restart the primary.',
  'We use lazy loading for the images.',
  'A naive implementation keeps all rows in memory.',
  // Questions.
  'Could we have seen this earlier?',
  'What would have helped us to notice it?',
  'Who was on call at the time?',
  'Should we have an alert for this?',
];

describe('English sentences', () => {
  it.each(judging)('[L20] speaks: %s', (sentence, indicator) => {
    expect(found(sentence).map((finding) => finding.indicator)).toEqual([indicator]);
  });

  it.each(silent)('[L21] is silent: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});
