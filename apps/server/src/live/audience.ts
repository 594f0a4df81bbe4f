// Everybody who is connected to a review's facilitation channel, as those see it who have something to tell them. A
// view is for the people of this node: each node makes its own from what is stored, so that nobody sees an older one
// after a newer one, nor the clocks of two machines.
import type { ChangedTopic, ClientToServer, FacilitationView, ServerToClient } from '@hearth/protocol/facilitation';
import type { ReviewId } from '@hearth/review/ids';
import type { Participant } from '@hearth/store/ports/access';
import type { Server, Socket } from 'socket.io';
import type { NodeMessage, OtherNodes } from './other-nodes.ts';

/** What the server knows of a connection. */
export interface Attendance {
  reviewId: ReviewId;
  sessionId: string;
  seat: Participant;
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
  /** Lets the other nodes show the meeting to theirs. */
  moved(reviewId: ReviewId): void;
  /** To everybody, on all nodes. */
  changed(reviewId: ReviewId, topic: ChangedTopic): void;
  /** To those of this node. */
  changedHere(reviewId: ReviewId, topic: ChangedTopic): void;
}

export const roomOf = (reviewId: ReviewId): string => `review:${reviewId}`;

export const audienceOf = (io: FacilitationServer, nodes: OtherNodes): Audience => {
  const changedHere = (reviewId: ReviewId, topic: ChangedTopic): void => {
    io.local.to(roomOf(reviewId)).emit('changed', topic);
  };
  return {
    view: (view) => {
      io.local.to(roomOf(view.reviewId)).emit('view', view);
    },
    moved: (reviewId) => nodes.tell({ kind: 'meeting', reviewId }),
    changed: (reviewId, topic) => {
      changedHere(reviewId, topic);
      nodes.tell({ kind: 'changed', reviewId, topic });
    },
    changedHere,
  };
};
