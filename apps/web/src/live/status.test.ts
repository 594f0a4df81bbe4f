import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LiveFacts, shouldAskBeforeLeaving, statusOf, statusText, wouldLose } from './status.ts';

const facts: fc.Arbitrary<LiveFacts> = fc.record({
  connected: fc.boolean(),
  synced: fc.boolean(),
  everSynced: fc.boolean(),
  everFailed: fc.boolean(),
  answering: fc.boolean(),
  sifting: fc.boolean(),
  changes: fc.nat(3),
  keptOn: fc.constantFrom('device', 'tab'),
  notSaved: fc.constantFrom(null, 'HEARTH_STORE_FULL'),
  refused: fc.constantFrom(null, 'HEARTH_SIGN_IN_REQUIRED'),
});

describe('status words never lie', () => {
  test('[S1] "Saved" only if connected, up to date, answered, nothing waits and nothing is wrong', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { connected, synced, answering, sifting, changes, notSaved, refused } = known;
        const allIsWell = connected && synced && answering && !sifting && changes === 0 && !notSaved && !refused;
        expect(statusOf(known).kind === 'saved').toBe(allIsWell);
        expect(statusText(statusOf(known)) === 'Saved').toBe(allIsWell);
      }),
    );
  });

  test('[S2] without a connection that answers, never "Saving", and the number of what waits', () => {
    fc.assert(
      fc.property(facts, (known) => {
        fc.pre(!known.refused && (!known.connected || !known.synced || !known.answering));
        const status = statusOf(known);
        expect(['offline', 'loading']).toContain(status.kind);
        if (status.kind === 'offline') expect(status.changes).toBe(known.changes);
      }),
    );
  });

  test('[S5] asks before leaving whenever something would be lost', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const status = statusOf(known);
        if (wouldLose(status)) expect(shouldAskBeforeLeaving(status)).toBe(true);
        if (!('changes' in status) || status.changes === 0) expect(shouldAskBeforeLeaving(status)).toBe(false);
      }),
    );
  });
});
