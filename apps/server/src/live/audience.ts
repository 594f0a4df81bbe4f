// Everybody who is connected to a review's facilitation channel, as those see it who have something to tell them.
import type { ChangedTopic, ClientToServer, FacilitationView, ServerToClient } from '@hearth/protocol/facilitation';
import type { ReviewId } from '@hearth/review/ids';
import type { Participant } from '@hearth/store/ports/access';
import type { Server, Socket } from 'socket.io';

/** What the server knows of a connection. */
export interface Attendance {
  reviewId: ReviewId;
  sessionId: string;
  seat: Participant;
}

export type FacilitationServer = Server<ClientToServer, ServerToClient, Record<string, never>, Attendance>;

export type FacilitationSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Attendance>;

export interface Audience {
  view(view: FacilitationView): void;
  changed(reviewId: ReviewId, topic: ChangedTopic): void;
}

export const roomOf = (reviewId: ReviewId): string => `review:${reviewId}`;

export const audienceOf = (io: FacilitationServer): Audience => ({
  view: (view) => {
    io.to(roomOf(view.reviewId)).emit('view', view);
  },
  changed: (reviewId, topic) => {
    io.to(roomOf(reviewId)).emit('changed', topic);
  },
});
