// Open connections of both live channels, and what ends them from outside: a revoked or expired link, a changed role.
import type { ErrorCode } from '@hearth/protocol/errors';
import type { Participant } from '@hearth/store/ports/access';
import type { AccessService } from '../access/service.ts';
import type { WallClock } from '../clock.ts';

interface Connected {
  participantId: string;
  joinLinkId: string | null;
}

export interface ClosesConnections {
  disconnect(who: (connected: Connected) => boolean, code: ErrorCode): void;
}

const lookEveryMs = 1_000;

export class OpenConnections {
  readonly #access: AccessService;
  readonly #clock: WallClock;
  readonly #onFailure: (error: unknown) => void;
  readonly #channels: ClosesConnections[] = [];
  /** When the links end that somebody came in by. */
  readonly #linkEnds = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(access: AccessService, clock: WallClock, onFailure: (error: unknown) => void) {
    this.#access = access;
    this.#clock = clock;
    this.#onFailure = onFailure;
    this.#timer = setInterval(() => this.closeExpired(), lookEveryMs);
    this.#timer.unref();
  }

  add(channel: ClosesConnections): void {
    this.#channels.push(channel);
  }

  /** Remembers when the seat ends by itself. */
  opened(seat: Participant): void {
    const { joinLinkId } = seat;
    if (joinLinkId === null || this.#linkEnds.has(joinLinkId)) return;
    this.#access
      .seatEndsAt(seat)
      .then((endsAtMs) => endsAtMs !== null && this.#linkEnds.set(joinLinkId, endsAtMs))
      .catch(this.#onFailure);
  }

  closeLink(linkId: string, code: ErrorCode): void {
    this.#linkEnds.delete(linkId);
    for (const channel of this.#channels) channel.disconnect(({ joinLinkId }) => joinLinkId === linkId, code);
  }

  closeSeat(seatId: string, code: ErrorCode): void {
    for (const channel of this.#channels) channel.disconnect(({ participantId }) => participantId === seatId, code);
  }

  closeExpired(): void {
    const nowMs = this.#clock.nowMs();
    for (const [linkId, endsAtMs] of this.#linkEnds)
      if (endsAtMs <= nowMs) this.closeLink(linkId, 'HEARTH_LINK_NOT_VALID');
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
