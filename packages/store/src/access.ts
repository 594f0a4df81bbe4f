// Who may come in, on any engine. Rules: SPEC A1-A7.
import type { Kysely, Transaction } from 'kysely';
import type { ReviewId } from '@hearth/review/ids';
import type { Role } from '@hearth/review/roles';
import type { AccessStore, JoinLink, Participant, SeatInUse } from './ports/access.ts';
import { prepared, type LookUp } from './prepared.ts';
import type { Tables } from './schema.ts';

/** @param lookUp  a shorter way to who somebody is, where the engine has one. */
export const accessStore = (db: Kysely<Tables>, lookUp: LookUp | null = null): AccessStore => ({
  ...ownerAndSessions(db, sessionByToken(db, lookUp)),
  ...joinLinks(db),
  ...seats(db, seatByToken(db, lookUp)),
});

type OwnerAndSessions = Pick<
  AccessStore,
  | 'ensureOwner'
  | 'renameAccount'
  | 'putOwnerLink'
  | 'consumeOwnerLink'
  | 'createSession'
  | 'findSession'
  | 'deleteSession'
>;

const sessionByToken = (db: Kysely<Tables>, lookUp: LookUp | null) =>
  prepared(
    db,
    ({ tokenHash, nowMs }: { tokenHash: string; nowMs: number }) =>
      db
        .selectFrom('session')
        .leftJoin('account', 'account.id', 'session.accountId')
        .select(['session.id', 'session.expiresAtMs', 'account.id as accountId', 'account.name as accountName'])
        .where('session.tokenHash', '=', tokenHash)
        .where('session.expiresAtMs', '>', nowMs),
    lookUp,
  );

const ownerAndSessions = (db: Kysely<Tables>, findByToken: ReturnType<typeof sessionByToken>): OwnerAndSessions => ({
  ensureOwner: async ({ id, name }, nowMs) => {
    // Without a conflict target: whichever rule the second owner breaks, the first one stays.
    await db
      .insertInto('account')
      .values({ id, name, owner: 1, createdAtMs: nowMs })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return db.selectFrom('account').select(['id', 'name']).where('owner', '=', 1).executeTakeFirstOrThrow();
  },

  renameAccount: (accountId, name) =>
    db.transaction().execute(async (tx) => {
      await tx.updateTable('account').set({ name }).where('id', '=', accountId).execute();
      await tx.updateTable('participant').set({ name }).where('accountId', '=', accountId).execute();
    }),

  putOwnerLink: (secretHash, accountId, nowMs) =>
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('ownerLink').where('usedAtMs', 'is', null).execute();
      await tx.insertInto('ownerLink').values({ secretHash, accountId, createdAtMs: nowMs, usedAtMs: null }).execute();
    }),

  consumeOwnerLink: async (secretHash, nowMs) => {
    // One statement: of two at the same time, one finds nothing.
    const used = await db
      .updateTable('ownerLink')
      .set({ usedAtMs: nowMs })
      .where('secretHash', '=', secretHash)
      .where('usedAtMs', 'is', null)
      .returning('accountId')
      .executeTakeFirst();
    if (!used) return null;
    const account = await db
      .selectFrom('account')
      .select(['id', 'name'])
      .where('id', '=', used.accountId)
      .executeTakeFirst();
    return account ?? null;
  },

  createSession: async ({ id, tokenHash, accountId, nowMs, expiresAtMs }) => {
    await db.insertInto('session').values({ id, tokenHash, accountId, createdAtMs: nowMs, expiresAtMs }).execute();
  },

  findSession: async (tokenHash, nowMs) => {
    const [row] = await findByToken({ tokenHash, nowMs });
    if (!row) return null;
    const account =
      row.accountId !== null && row.accountName !== null ? { id: row.accountId, name: row.accountName } : null;
    return { id: row.id, account, expiresAtMs: row.expiresAtMs };
  },

  deleteSession: async (id) => {
    await db.deleteFrom('session').where('id', '=', id).execute();
  },
});

type JoinLinks = Pick<AccessStore, 'createJoinLink' | 'listJoinLinks' | 'findJoinLink' | 'revokeJoinLink'>;

const joinLinks = (db: Kysely<Tables>): JoinLinks => ({
  createJoinLink: async ({ id, reviewId, role, secretHash, createdAtMs, expiresAtMs }) => {
    await db
      .insertInto('joinLink')
      .values({ id, reviewId, role, secretHash, createdAtMs, expiresAtMs, revokedAtMs: null })
      .execute();
  },

  listJoinLinks: async (reviewId) => {
    const rows = await selectJoinLinks(db)
      .where('joinLink.reviewId', '=', reviewId)
      .orderBy('joinLink.createdAtMs')
      .orderBy('joinLink.id')
      .execute();
    return rows.map(toJoinLink);
  },

  findJoinLink: async (secretHash, nowMs) => {
    const row = await selectJoinLinks(db)
      .where('joinLink.secretHash', '=', secretHash)
      .where('joinLink.revokedAtMs', 'is', null)
      .where('joinLink.expiresAtMs', '>', nowMs)
      .executeTakeFirst();
    return row ? toJoinLink(row) : null;
  },

  revokeJoinLink: async (reviewId, linkId, nowMs) => {
    const { numUpdatedRows } = await db
      .updateTable('joinLink')
      .set((eb) => ({ revokedAtMs: eb.fn.coalesce('revokedAtMs', eb.val(nowMs)) }))
      .where('reviewId', '=', reviewId)
      .where('id', '=', linkId)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
});

const selectJoinLinks = (db: Kysely<Tables>) =>
  db
    .selectFrom('joinLink')
    .select(['joinLink.id', 'joinLink.reviewId', 'joinLink.role'])
    .select(['joinLink.createdAtMs', 'joinLink.expiresAtMs', 'joinLink.revokedAtMs'])
    .select((eb) =>
      eb
        .selectFrom('participant')
        .whereRef('participant.joinLinkId', '=', 'joinLink.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('uses'),
    );

const toJoinLink = (row: Omit<JoinLink, 'uses'> & { uses: number | null }): JoinLink => ({
  ...row,
  uses: Number(row.uses),
});

type Seats = Pick<
  AccessStore,
  'takeSeat' | 'findSeat' | 'findSeatByToken' | 'openSeats' | 'listSeats' | 'listParticipants'
>;

interface Shown {
  reviewId: ReviewId;
  tokenHash: string;
  nowMs: number;
}

const seatByToken = (db: Kysely<Tables>, lookUp: LookUp | null) =>
  prepared(
    db,
    ({ reviewId, tokenHash, nowMs }: Shown) =>
      selectOpenSeats(db, nowMs)
        .select('session.id as sessionId')
        .where('participant.reviewId', '=', reviewId)
        .where('session.tokenHash', '=', tokenHash)
        .orderBy('participant.joinedAtMs')
        .limit(1),
    lookUp,
  );

const seats = (db: Kysely<Tables>, findByToken: ReturnType<typeof seatByToken>): Seats => ({
  takeSeat: (seat) =>
    db.transaction().execute(async (tx) => {
      const { id, reviewId, name, role, joinLinkId, joinedAtMs, sessionId, accountId } = seat;
      const taken = await seatOf(tx, seat);
      if (!taken) {
        // Two tabs may ask at the same time: the second finds the seat of the first below.
        await tx
          .insertInto('participant')
          .values({ id, reviewId, name, role, joinLinkId, joinedAtMs, sessionId, accountId })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      } else if (hasAnotherRole(taken, role) || !(await isSeatOpen(tx, taken, joinedAtMs))) {
        // Invited anew, to another role or after the link had ended: the same person, under what the new link allows.
        await tx.updateTable('participant').set({ name, role, joinLinkId }).where('id', '=', taken.id).execute();
      }
      const result = await seatOf(tx, seat);
      if (!result) throw new Error('a participant of this id sits in another review');
      return result;
    }),

  findSeat: async (reviewId, sessionId, nowMs) => {
    const row = await selectOpenSeats(db, nowMs)
      .where('participant.reviewId', '=', reviewId)
      .where('session.id', '=', sessionId)
      .orderBy('participant.joinedAtMs')
      .executeTakeFirst();
    return row ?? null;
  },

  findSeatByToken: async (reviewId, tokenHash, nowMs) => {
    const [row] = await findByToken({ reviewId, tokenHash, nowMs });
    return row ? { ...row, participantId: row.id } : null;
  },

  openSeats: async (inUse, nowMs) => {
    if (inUse.length === 0) return [];
    const rows = await selectOpenSeats(db, nowMs)
      .select('session.id as sessionId')
      .where('participant.id', 'in', [...new Set(inUse.map(({ participantId }) => participantId))])
      .where('session.id', 'in', [...new Set(inUse.map(({ sessionId }) => sessionId))])
      .execute();
    // Of every seat with every session, those that were asked for.
    const asked = new Set(inUse.map(keyOf));
    return rows.map((row) => ({ ...row, participantId: row.id })).filter((seat) => asked.has(keyOf(seat)));
  },

  listSeats: (sessionId) =>
    selectSeats(db)
      .where((eb) =>
        eb.or([
          eb('participant.sessionId', '=', sessionId),
          eb(
            'participant.accountId',
            '=',
            eb.selectFrom('session').select('session.accountId').where('session.id', '=', sessionId),
          ),
        ]),
      )
      .orderBy('participant.joinedAtMs')
      .orderBy('participant.id')
      .execute(),

  listParticipants: (reviewId) =>
    selectSeats(db)
      .where('participant.reviewId', '=', reviewId)
      .orderBy('participant.joinedAtMs')
      .orderBy('participant.id')
      .execute(),
});

const selectSeats = (db: Kysely<Tables>) =>
  db
    .selectFrom('participant')
    .select(['participant.id', 'participant.reviewId', 'participant.name'])
    .select(['participant.role', 'participant.joinLinkId', 'participant.joinedAtMs']);

/** Seats with the sessions that may use them: neither has ended, nor the link that the seat was taken through. */
const selectOpenSeats = (db: Kysely<Tables>, nowMs: number) =>
  selectSeats(db)
    .leftJoin('joinLink', 'joinLink.id', 'participant.joinLinkId')
    .innerJoin('session', (join) =>
      join.on((eb) =>
        eb.or([
          eb('session.id', '=', eb.ref('participant.sessionId')),
          eb('session.accountId', '=', eb.ref('participant.accountId')),
        ]),
      ),
    )
    .where('session.expiresAtMs', '>', nowMs)
    .where((eb) =>
      eb.or([
        eb('participant.joinLinkId', 'is', null),
        eb.and([eb('joinLink.revokedAtMs', 'is', null), eb('joinLink.expiresAtMs', '>', nowMs)]),
      ]),
    );

const keyOf = ({ participantId, sessionId }: SeatInUse): string => `${participantId} ${sessionId}`;

const seatOf = (tx: Transaction<Tables>, seat: Parameters<AccessStore['takeSeat']>[0]) =>
  selectSeats(tx)
    .where('participant.reviewId', '=', seat.reviewId)
    .where((eb) =>
      eb.or([
        eb('participant.sessionId', '=', seat.sessionId),
        ...(seat.accountId === null ? [] : [eb('participant.accountId', '=', seat.accountId)]),
      ]),
    )
    .orderBy('participant.joinedAtMs')
    .executeTakeFirst();

/** Only a guest's role comes from a link. */
const hasAnotherRole = (seat: Participant, role: Role): boolean => seat.joinLinkId !== null && seat.role !== role;

const isSeatOpen = async (tx: Transaction<Tables>, seat: Participant, nowMs: number): Promise<boolean> => {
  if (seat.joinLinkId === null) return true;
  const link = await tx
    .selectFrom('joinLink')
    .select('id')
    .where('id', '=', seat.joinLinkId)
    .where('revokedAtMs', 'is', null)
    .where('expiresAtMs', '>', nowMs)
    .executeTakeFirst();
  return link !== undefined;
};
