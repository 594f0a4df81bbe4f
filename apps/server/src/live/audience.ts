// Everybody who is connected to a review's facilitation channel, as those see it who have something to tell them. A
// view is for the people of this node: each node makes its own from what is stored, so that nobody sees an older one
// after a newer one, nor the clocks of two machines.
import type {
  ChangedTopic,
  ClientToServer,
  FacilitationView,
  Own,
  ServerToClient,
} from '@hearth/protocol/facilitation';
import type { Reaction } from '@hearth/protocol/reactions';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Participant } from '@hearth/store/ports/access';
import type { Server, Socket } from 'socket.io';
import type { NodeMessage, OtherNodes } from './other-nodes.ts';

/** What the server knows of a connection. */
export interface Attendance {
  reviewId: ReviewId;
  sessionId: string;
  seat: Participant;
  /** What this connection was told last of what is for its person alone, as text. */
  own?: string;
}

/** What servers send each other, led by the sender's node id. */
export interface NodeToNode {
  node: (from: string, message: NodeMessage) => void;
}

export type FacilitationServer = Server<ClientToServer, ServerToClient, NodeToNode, Attendance>;

export type FacilitationSocket = Socket<ClientToServer, ServerToClient, NodeToNode, Attendance>;

export interface Audience {
  /** To those of this node. */
  view(view: FacilitationView): void;
  /** To each of this node their own, where it is another than they were told last. */
  own(reviewId: ReviewId, ownOf: (who: ParticipantId) => Own): void;
  /** Lets the other nodes show the meeting to theirs. */
  moved(reviewId: ReviewId): void;
  /** To everybody, on all nodes. */
  changed(reviewId: ReviewId, topic: ChangedTopic): void;
  /** To those of this node. */
  changedHere(reviewId: ReviewId, topic: ChangedTopic): void;
  /** To everybody, on all nodes. */
  reacted(reviewId: ReviewId, participantId: ParticipantId, reaction: Reaction): void;
  /** To those of this node. */
  reactedHere(reviewId: ReviewId, participantId: ParticipantId, reaction: Reaction): void;
}

export const roomOf = (reviewId: ReviewId): string => `review:${reviewId}`;

export const audienceOf = (io: FacilitationServer, nodes: OtherNodes): Audience => {
  const changedHere = (reviewId: ReviewId, topic: ChangedTopic): void => {
    io.local.to(roomOf(reviewId)).emit('changed', topic);
  };
  const reactedHere = (reviewId: ReviewId, participantId: ParticipantId, reaction: Reaction): void => {
    io.local.to(roomOf(reviewId)).emit('reaction', { participantId, reaction });
  };
  return {
    view: (view) => {
      io.local.to(roomOf(view.reviewId)).emit('view', view);
    },
    own: (reviewId, ownOf) => {
      for (const id of io.sockets.adapter.rooms.get(roomOf(reviewId)) ?? []) {
        const socket = io.sockets.sockets.get(id);
        if (!socket) continue;
        const own = ownOf(socket.data.seat.id);
        const text = JSON.stringify(own);
        if (text === socket.data.own) continue;
        socket.data.own = text;
        socket.emit('own', own);
      }
    },
    moved: (reviewId) => nodes.tell({ kind: 'meeting', reviewId }),
    changed: (reviewId, topic) => {
      changedHere(reviewId, topic);
      nodes.tell({ kind: 'changed', reviewId, topic });
    },
    changedHere,
    reacted: (reviewId, participantId, reaction) => {
      reactedHere(reviewId, participantId, reaction);
      nodes.tell({ kind: 'reaction', reviewId, participantId, reaction });
    },
    reactedHere,
  };
};
