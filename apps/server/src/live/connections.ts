// Open connections of both live channels, and what ends them from outside: a revoked or expired link, a changed role, a
// session that is over. Whoever decides that tells all nodes at once; and every node asks the database again and again,
// so that it holds as well where nothing was told. Rules: ../scaling/SPEC N6.
import type { ErrorCode } from '@hearth/protocol/errors';
import type { Role } from '@hearth/review/roles';
import type { AccessService } from '../access/service.ts';
import type { OtherNodes } from './other-nodes.ts';

export interface Connected {
  participantId: string;
  sessionId: string;
  joinLinkId: string | null;
  role: Role;
}

export interface ClosesConnections {
  disconnect(who: (connected: Connected) => boolean, code: ErrorCode): void;
}

const askEveryMs = 1_000;

export class OpenConnections {
  readonly #access: Pick<AccessService, 'openSeats'>;
  readonly #nodes: OtherNodes;
  readonly #onFailure: (error: unknown) => void;
  readonly #channels: ClosesConnections[] = [];
  readonly #timer: NodeJS.Timeout;
  #asking = false;
  #failing = false;

  constructor(access: Pick<AccessService, 'openSeats'>, nodes: OtherNodes, onFailure: (error: unknown) => void) {
    this.#access = access;
    this.#nodes = nodes;
    this.#onFailure = onFailure;
    nodes.onMessage((message) => {
      if (message.kind === 'end') this.#end(message.of, message.id, message.code);
    });
    this.#timer = setInterval(() => void this.#endClosed(), askEveryMs);
    this.#timer.unref();
  }

  add(channel: ClosesConnections): void {
    this.#channels.push(channel);
  }

  closeLink(linkId: string, code: ErrorCode): void {
    this.#end('link', linkId, code);
    this.#nodes.tell({ kind: 'end', of: 'link', id: linkId, code });
  }

  closeSeat(seatId: string, code: ErrorCode): void {
    this.#end('seat', seatId, code);
    this.#nodes.tell({ kind: 'end', of: 'seat', id: seatId, code });
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #end(of: 'link' | 'seat', id: string, code: ErrorCode): void {
    this.#disconnect(({ joinLinkId, participantId }) => (of === 'link' ? joinLinkId : participantId) === id, code);
  }

  /** Ends what the database no longer allows. One question at a time, for everybody of this node. */
  async #endClosed(): Promise<void> {
    const connected = this.#connected();
    if (this.#asking || connected.size === 0) return;
    this.#asking = true;
    try {
      const seats = await this.#access.openSeats([...connected.values()]);
      const roles = new Map(seats.map((seat) => [seatOf(seat), seat.role]));
      // Those who came meanwhile were let in by what the database says now.
      const ended = (one: Connected): boolean => connected.has(seatOf(one) + one.role) && !roles.has(seatOf(one));
      this.#disconnect((one) => ended(one) && one.joinLinkId !== null, 'HEARTH_LINK_NOT_VALID');
      this.#disconnect((one) => ended(one), 'HEARTH_SIGN_IN_REQUIRED');
      this.#disconnect(
        (one) => connected.has(seatOf(one) + one.role) && roles.get(seatOf(one)) !== one.role,
        'HEARTH_RESYNC',
      );
      this.#failing = false;
    } catch (error) {
      // Once, however long the database is away.
      if (!this.#failing) this.#onFailure(error);
      this.#failing = true;
    } finally {
      this.#asking = false;
    }
  }

  /** Everybody, once in each role. */
  #connected(): Map<string, Connected> {
    const all = new Map<string, Connected>();
    const look = (one: Connected): boolean => {
      all.set(seatOf(one) + one.role, one);
      return false;
    };
    this.#disconnect(look, 'HEARTH_GOING_AWAY');
    return all;
  }

  #disconnect(who: (connected: Connected) => boolean, code: ErrorCode): void {
    for (const channel of this.#channels) channel.disconnect(who, code);
  }
}

const seatOf = ({ participantId, sessionId }: Pick<Connected, 'participantId' | 'sessionId'>): string =>
  `${participantId} ${sessionId} `;
