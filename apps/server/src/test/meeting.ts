// For a file of tests about meetings: one server with its owner, a new review for each test, and people who come in.
import type { ReviewId } from '@hearth/review/ids';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { eventually } from './eventually.ts';
import { startHearth, type Browser, type TestHearth } from './hearth.ts';
import { openFacilitation, type Facilitation } from './sockets.ts';

export interface MeetingTests {
  /** As they are in the test that runs. */
  readonly hearth: TestHearth;
  readonly owner: Browser;
  readonly reviewId: ReviewId;
  readonly url: string;
  /** Comes into the meeting, of the test's review without another, and leaves it after the test. */
  enter(who: { cookie: string }, review?: ReviewId): Promise<Facilitation>;
}

/** Called once, at the top of the file. */
export const meetingTests = (): MeetingTests => {
  const open: Facilitation[] = [];
  let now: Omit<MeetingTests, 'enter'> | null = null;
  const current = (): Omit<MeetingTests, 'enter'> => {
    if (now === null) throw new Error('no test runs yet');
    return now;
  };

  beforeAll(async () => {
    const hearth = await startHearth();
    now = { hearth, owner: await hearth.owner(), url: await hearth.origin(), reviewId: '' as ReviewId };
  });
  afterAll(() => now?.hearth.stop());
  beforeEach(async () => {
    const { hearth, owner } = current();
    now = { ...current(), reviewId: await hearth.review(owner) };
  });
  afterEach(() => {
    for (const { socket } of open.splice(0)) socket.close();
  });

  return {
    get hearth() {
      return current().hearth;
    },
    get owner() {
      return current().owner;
    },
    get reviewId() {
      return current().reviewId;
    },
    get url() {
      return current().url;
    },
    enter: async (who, review = current().reviewId) => {
      const facilitation = await openFacilitation(current().url, review, who);
      open.push(facilitation);
      await eventually(() => expect(facilitation.views.length).toBeGreaterThan(0));
      return facilitation;
    },
  };
};

export const lastView = ({ views }: Facilitation) => {
  const view = views.at(-1);
  if (!view) throw new Error('nothing was seen yet');
  return view;
};
