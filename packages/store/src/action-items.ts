// Proposals, decisions and improvement actions on any engine. Rules: SPEC I1-I5.
import type { Kysely, Selectable, Transaction } from 'kysely';
import { changedItem } from '@hearth/learning/action-items/change';
import type { ActionItem, ActionSource, Proposal, ProposalDecision } from '@hearth/learning/action-items/model';
import type { ActionItemStore, DecisionOutcome } from './ports/action-items.ts';
import type { Tables } from './schema.ts';

export const actionItemStore = (db: Kysely<Tables>): ActionItemStore => ({
  listProposals: (reviewId) => proposalsOf(db, reviewId),

  replaceUndecided: (reviewId, proposals) =>
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('actionProposal').where('reviewId', '=', reviewId).where('state', '=', 'proposed').execute();
      for (const [position, proposal] of proposals.entries())
        await tx
          .insertInto('actionProposal')
          .values({
            ...proposal,
            reviewId,
            position,
            source: JSON.stringify(proposal.source),
            state: 'proposed',
            actionItemId: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      return proposalsOf(tx, reviewId);
    }),

  decide: (reviewId, proposalId, decision) =>
    db.transaction().execute(async (tx): Promise<DecisionOutcome> => {
      // An update instead of a select takes the row's lock: of two decisions, the second sees the first.
      const row = await tx
        .updateTable('actionProposal')
        .set((eb) => ({ state: eb.ref('state') }))
        .where('reviewId', '=', reviewId)
        .where('id', '=', proposalId)
        .returningAll()
        .executeTakeFirst();
      if (!row) return { ok: false, reason: 'not-found' };
      return decideProposal(tx, toProposal(row), decision);
    }),

  find: (id) => findItem(db, id),

  list: async (reviewIds) => {
    if (reviewIds?.length === 0) return [];
    const rows = await db
      .selectFrom('actionItem')
      .selectAll()
      .$if(reviewIds !== null, (query) => query.where('reviewId', 'in', reviewIds ?? []))
      .orderBy('createdAtMs')
      .orderBy('id')
      .execute();
    return rows.map(toItem);
  },

  change: (id, expectedVersion, change, nowMs) =>
    db.transaction().execute(async (tx) => {
      const before = await findItem(tx, id);
      if (!before) return { ok: false, reason: 'not-found' };
      const { source, ...after } = changedItem(before, change, nowMs);
      const updated = await tx
        .updateTable('actionItem')
        .set({ ...after, source: JSON.stringify(source) })
        .where('id', '=', id)
        .where('version', '=', expectedVersion)
        .returningAll()
        .executeTakeFirst();
      if (updated) return { ok: true, item: toItem(updated) };
      return { ok: false, reason: 'conflict', item: (await findItem(tx, id)) ?? before };
    }),
});

const decideProposal = async (
  tx: Transaction<Tables>,
  proposal: Proposal,
  decision: ProposalDecision,
): Promise<DecisionOutcome> => {
  switch (decision.kind) {
    case 'confirm': {
      if (proposal.state !== 'proposed') return { ok: false, reason: 'already-decided' };
      const item = newItem(proposal, decision);
      await tx
        .insertInto('actionItem')
        .values({ ...item, source: JSON.stringify(item.source) })
        .execute();
      return { ok: true, proposal: await setState(tx, proposal, 'confirmed', item.id), item };
    }
    case 'dismiss':
      if (proposal.state !== 'proposed') return { ok: false, reason: 'already-decided' };
      return { ok: true, proposal: await setState(tx, proposal, 'dismissed', null), item: null };
    case 'restore':
      if (proposal.state === 'confirmed') return { ok: false, reason: 'already-decided' };
      return { ok: true, proposal: await setState(tx, proposal, 'proposed', null), item: null };
  }
};

const newItem = (proposal: Proposal, decision: ProposalDecision & { kind: 'confirm' }): ActionItem => {
  const { text, owner, due, priority, kind, ticket } = decision.fields;
  return {
    id: decision.itemId,
    reviewId: proposal.reviewId,
    text,
    owner,
    due,
    priority,
    kind,
    ticket,
    source: proposal.source,
    status: 'open',
    completionNote: '',
    createdAtMs: decision.nowMs,
    updatedAtMs: decision.nowMs,
    completedAtMs: null,
    version: 1,
  };
};

const setState = async (
  tx: Transaction<Tables>,
  proposal: Proposal,
  state: Proposal['state'],
  actionItemId: string | null,
): Promise<Proposal> => {
  await tx
    .updateTable('actionProposal')
    .set({ state, actionItemId })
    .where('reviewId', '=', proposal.reviewId)
    .where('id', '=', proposal.id)
    .execute();
  return { ...proposal, state, actionItemId };
};

const proposalsOf = async (db: Kysely<Tables>, reviewId: Proposal['reviewId']): Promise<Proposal[]> => {
  const rows = await db
    .selectFrom('actionProposal')
    .selectAll()
    .where('reviewId', '=', reviewId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toProposal);
};

const findItem = async (db: Kysely<Tables>, id: string): Promise<ActionItem | null> => {
  const row = await db.selectFrom('actionItem').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toItem(row) : null;
};

const toProposal = (row: Selectable<Tables['actionProposal']>): Proposal => ({
  id: row.id,
  reviewId: row.reviewId,
  text: row.text,
  owner: row.owner,
  due: row.due,
  priority: row.priority,
  kind: row.kind,
  ticket: row.ticket,
  source: JSON.parse(row.source) as ActionSource,
  state: row.state,
  actionItemId: row.actionItemId,
});

const toItem = (row: Selectable<Tables['actionItem']>): ActionItem => ({
  ...row,
  source: JSON.parse(row.source) as ActionSource,
});
