// What the room's reactions are called, how they look, and how several of them are told in one sentence. Pure.
import type { Reaction } from '@hearth/protocol/reactions';
import type { ParticipantId } from '@hearth/review/ids';
import { Handshake, MessageCircleMore, PartyPopper, ThumbsUp, Zap, type LucideIcon } from 'lucide-react';

interface ReactionLook {
  /** On its button. */
  name: string;
  icon: LucideIcon;
  /** After one name. */
  one: string;
  /** After several people, and after "you". */
  many: string;
}

export const reactionLooks: Record<Reaction, ReactionLook> = {
  agree: { name: 'I agree', icon: ThumbsUp, one: 'agrees', many: 'agree' },
  thanks: { name: 'Thank you', icon: Handshake, one: 'says thank you', many: 'say thank you' },
  celebrate: { name: 'Well done', icon: PartyPopper, one: 'celebrates', many: 'celebrate' },
  surprised: { name: 'That surprises me', icon: Zap, one: 'is surprised', many: 'are surprised' },
  think: { name: 'That makes me think', icon: MessageCircleMore, one: 'is thinking', many: 'are thinking' },
};

/** As the bar shows them; their numbers are keys. */
export const reactionOrder = Object.keys(reactionLooks) as Reaction[];

export interface GivenReaction {
  participantId: ParticipantId;
  reaction: Reaction;
}

/** Whoever gives the same again counts once. */
export const peopleByReaction = (given: readonly GivenReaction[]): Map<Reaction, Set<ParticipantId>> => {
  const people = new Map<Reaction, Set<ParticipantId>>();
  for (const { reaction, participantId } of given)
    people.set(reaction, (people.get(reaction) ?? new Set()).add(participantId));
  return people;
};

/**
 * "3 people agree, Priya says thank you." One sentence, whatever came together.
 * @param nameOf  undefined for somebody whom the room does not know.
 * @param me  is told as "you".
 */
export const reactionSentence = (
  given: readonly GivenReaction[],
  nameOf: (id: ParticipantId) => string | undefined,
  me: ParticipantId,
): string => {
  const told = [...peopleByReaction(given)].map(([reaction, people]) => {
    const { one, many } = reactionLooks[reaction];
    const others = [...people].filter((id) => id !== me);
    const [only] = others;
    if (people.has(me)) {
      if (only === undefined) return `you ${many}`;
      return `you and ${others.length === 1 ? (nameOf(only) ?? 'somebody') : `${others.length} others`} ${many}`;
    }
    if (only !== undefined && others.length === 1) return `${nameOf(only) ?? 'somebody'} ${one}`;
    return `${others.length} people ${many}`;
  });
  const sentence = told.join(', ');
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
};
