import type { Reaction } from '@hearth/protocol/reactions';
import type { ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { peopleByReaction, reactionSentence, type GivenReaction } from './reactions.ts';

const id = (name: string): ParticipantId => `id-${name}` as ParticipantId;
const from = (name: string, reaction: Reaction): GivenReaction => ({ participantId: id(name), reaction });
const nameOf = (who: ParticipantId): string | undefined => (who === id('nobody') ? undefined : who.slice('id-'.length));
const told = (...given: GivenReaction[]): string => reactionSentence(given, nameOf, id('Me'));

describe('[TP2] what came together is told in one sentence', () => {
  it('names one person, and counts several', () => {
    expect(told(from('Priya', 'agree'))).toBe('Priya agrees.');
    expect(told(from('Priya', 'agree'), from('Maya', 'agree'), from('Tomasz', 'agree'))).toBe('3 people agree.');
    expect(told(from('Priya', 'think'), from('Maya', 'think'))).toBe('2 people are thinking.');
  });

  it('tells my own as mine', () => {
    expect(told(from('Me', 'surprised'))).toBe('You are surprised.');
    expect(told(from('Me', 'agree'), from('Maya', 'agree'))).toBe('You and Maya agree.');
    expect(told(from('Maya', 'thanks'), from('Me', 'thanks'), from('Ben', 'thanks'))).toBe(
      'You and 2 others say thank you.',
    );
  });

  it('joins different ones, the first that came first', () => {
    expect(told(from('Priya', 'agree'), from('Ben', 'thanks'), from('Maya', 'agree'))).toBe(
      '2 people agree, Ben says thank you.',
    );
  });

  it('knows nothing of strangers, and says nothing of nothing', () => {
    expect(told(from('nobody', 'celebrate'))).toBe('Somebody celebrates.');
    expect(told()).toBe('');
  });
});

it('[TP3] whoever gives the same again counts once', () => {
  const people = peopleByReaction([from('Priya', 'agree'), from('Priya', 'agree'), from('Maya', 'agree')]);
  expect(people.get('agree')?.size).toBe(2);
});
