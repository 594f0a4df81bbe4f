// People around boards of one or more servers, and the judge who compares what they have with the ledger.
import { boardOf } from '@hearth/board/document';
import * as Y from 'yjs';
import { join, joinLink, newReview, signIn, type HttpSession } from '../bench/http-session.ts';
import { countWords, Ledger, type LedgerFigures, type WordCount } from './ledger.ts';
import type { Random } from '@hearth/sync/test/random';
import { Scribe } from './scribe.ts';
import { pause, until } from './waiting.ts';

/** Whatever should not have happened. The message lists it. */
export class Violation extends Error {}

export interface MeetingOptions {
  /** Where people connect: servers, or proxies before them. */
  urls: readonly string[];
  owner: HttpSession;
  /** For requests beside the live connections. */
  api: string;
  random: Random;
  /** The document as the store has it, read by nobody's connection. */
  stored: (document: string) => Promise<Y.Doc>;
  onPromise?: () => void;
  /** What the servers have said, for the message when something hangs. */
  serversSay: () => string;
}

const guests = 4;

export class Meeting {
  ledger = new Ledger();
  scribes: Scribe[] = [];
  reviewId = '';
  readonly #closed: LedgerFigures = { written: 0, acknowledged: 0, onlySeen: 0, removed: 0 };
  /** Of the round that is played. */
  random: Random;
  readonly #options: MeetingOptions;
  #cookies: string[] = [];
  #named = 0;

  constructor(options: MeetingOptions) {
    this.#options = options;
    this.random = options.random;
  }

  static async open(options: Omit<MeetingOptions, 'owner'> & { ownerLink: string }): Promise<Meeting> {
    const owner = await signIn(options.api, options.ownerLink);
    return new Meeting({ ...options, owner });
  }

  get owner(): HttpSession {
    return this.#options.owner;
  }

  /** Of somebody who has a seat at this board. */
  guestCookie(): string {
    return this.#cookies.at(-1) ?? '';
  }

  get document(): string {
    return `board/${this.reviewId}`;
  }

  /** A fresh board with fresh people, and a fresh page of the ledger. */
  async newBoard(people: number): Promise<void> {
    this.leave();
    this.#close();
    const { owner, api } = this.#options;
    this.reviewId = await newReview(owner, 'A board for faults');
    const link = await joinLink(owner, this.reviewId);
    this.#cookies = [owner.cookie];
    for (let n = 0; n < guests; n++) this.#cookies.push((await join(api, link, `Guest ${n}`)).cookie);
    this.scribes = Array.from({ length: people }, () => this.#newScribe());
    const [first] = this.scribes;
    if (!first) return;
    await this.connect([first]);
    first.prepare();
    await this.connect();
  }

  #close(): void {
    Object.assign(this.#closed, this.figures());
    this.ledger = new Ledger();
  }

  /** Of all boards so far. */
  figures(): LedgerFigures {
    const now = this.ledger.figures();
    return {
      written: this.#closed.written + now.written,
      acknowledged: this.#closed.acknowledged + now.acknowledged,
      onlySeen: this.#closed.onlySeen + now.onlySeen,
      removed: this.#closed.removed + now.removed,
    };
  }

  #newScribe(): Scribe {
    const { onPromise } = this.#options;
    const { random } = this;
    this.#named += 1;
    return new Scribe({
      name: `s${this.#named}`,
      ledger: this.ledger,
      random,
      cookie: random.pick(this.#cookies),
      ...(onPromise ? { onPromise } : {}),
    });
  }

  /** Tries once, and does not mind. */
  async tryConnect(scribe: Scribe): Promise<void> {
    await scribe.connect(this.random.pick(this.#options.urls), this.reviewId).catch(() => undefined);
  }

  /** All of `scribes` are connected, each to any of the servers, and have had the whole document. */
  async connect(scribes: readonly Scribe[] = this.scribes): Promise<void> {
    const { urls } = this.#options;
    for (const scribe of scribes) {
      await until(`${scribe.name} is connected and has had the document`, async () => {
        if (scribe.connected && scribe.synced) return true;
        if (!scribe.connected) await scribe.connect(this.random.pick(urls), this.reviewId).catch(() => pause(100));
        return false;
      });
    }
  }

  /**
   * Everyone writes, each `editsPerSecond`, while `work` goes on. Whoever is not connected writes all the same.
   * @returns how many edits.
   */
  async writeUntil(editsPerSecond: number, work: () => Promise<void>): Promise<number> {
    const end = new AbortController();
    const working = work().finally(() => end.abort());
    // It is awaited below; until then a failure must not count as one that nobody hears of.
    working.catch(() => undefined);
    const startedMs = performance.now();
    let done = 0;
    for (; !end.signal.aborted; await pause(5)) {
      const due = ((performance.now() - startedMs) * editsPerSecond * this.scribes.length) / 1000;
      for (; done < due; done++) this.random.pick(this.scribes).edit();
    }
    await working;
    return done;
  }

  /** The devices of some are gone for good, with whatever was not promised. Others come instead. */
  replace(scribes: readonly Scribe[]): void {
    for (const scribe of scribes) {
      scribe.drop();
      this.ledger.lostAuthorOf(scribe.words);
    }
    this.scribes = this.scribes.map((scribe) => (scribes.includes(scribe) ? this.#newScribe() : scribe));
  }

  /** Right after a fault: what the store has, before anybody brings anything back. */
  async judgeStored(): Promise<void> {
    this.#judge('in the store', await this.#options.stored(this.document), 'crashed');
  }

  /** While edits are still on their way: the store has all that had been promised before it was asked. */
  async judgeStoredSoFar(): Promise<void> {
    const atMs = Date.now();
    const problems = this.ledger.problemsAt(wordsOf(await this.#options.stored(this.document)), atMs);
    if (problems.length > 0)
      throw new Violation(`in the store, ${problems.length}: ${problems.slice(0, 12).join('; ')}`);
  }

  /** Right after a fault: what a newcomer is shown. */
  async judgeNewcomer(): Promise<void> {
    const newcomer = this.#newScribe();
    await this.connect([newcomer]);
    newcomer.drop();
    this.#judge('for a newcomer', newcomer.doc, 'crashed');
  }

  /** All come back, bring what they have, and end with equal documents, equal to the stored one. */
  async judgeSettled(): Promise<void> {
    await this.connect();
    await this.#quiet();
    const newcomer = this.#newScribe();
    await this.connect([newcomer]);
    const docs = [...this.scribes, newcomer].map(({ name, doc }) => ({ name, doc }));
    newcomer.drop();
    docs.push({ name: 'the store', doc: await this.#options.stored(this.document) });
    for (const { name, doc } of docs) this.#judge(`for ${name}`, doc, 'settled');
    const [first, ...others] = docs;
    for (const other of others) if (first) this.#expectEqual(first, other);
  }

  /** Of everyone, for the message when something hangs. */
  #state(): string {
    return `${this.scribes.map((scribe) => scribe.state()).join('; ')}\n${this.#options.serversSay().slice(-3_000)}`;
  }

  /** Until everything is acknowledged and nobody has been sent anything for a moment. */
  async #quiet(): Promise<void> {
    let before = -1;
    await until('everything is acknowledged and everybody has it', async () => {
      if (!this.scribes.every(({ connected, synced }) => connected && synced)) await this.connect();
      const received = this.scribes.reduce((sum, { receivedFrames }) => sum + receivedFrames, 0);
      const settled = this.scribes.every(({ waiting }) => waiting === 0) && received === before && this.#vectorsEqual();
      before = received;
      await pause(40);
      return settled;
    }).catch((error: unknown) => {
      throw new Error(this.#state(), { cause: error });
    });
  }

  #vectorsEqual(): boolean {
    const [first, ...others] = this.scribes.map(({ doc }) => vectorOf(doc));
    return others.every((vector) => vector === first);
  }

  #judge(where: string, doc: Y.Doc, when: 'crashed' | 'settled'): void {
    const problems = this.ledger.problemsOf(wordsOf(doc), when);
    if (doc.store.pendingStructs || doc.store.pendingDs) problems.push('something waits for what is not there');
    if (problems.length > 0) throw new Violation(`${where}, ${problems.length}: ${problems.slice(0, 12).join('; ')}`);
  }

  #expectEqual(left: { name: string; doc: Y.Doc }, right: { name: string; doc: Y.Doc }): void {
    if (vectorOf(left.doc) !== vectorOf(right.doc))
      throw new Violation(`${left.name} and ${right.name} know different edits`);
    if (!Y.equalSnapshots(Y.snapshot(left.doc), Y.snapshot(right.doc)))
      throw new Violation(`${left.name} and ${right.name} differ in what is deleted`);
    if (contentOf(left.doc) !== contentOf(right.doc))
      throw new Violation(`${left.name} and ${right.name} read differently`);
  }

  /** Everyone goes without a word. */
  leave(): void {
    for (const scribe of this.scribes) scribe.drop();
  }
}

const vectorOf = (doc: Y.Doc): string =>
  JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([left], [right]) => left - right));

const contentOf = (doc: Y.Doc): string => {
  const { cards, narrative } = boardOf(doc);
  return JSON.stringify([
    Object.entries(cards.toJSON()).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    narrative.toString(),
  ]);
};

/** The words on a board. */
export const wordsOf = (doc: Y.Doc): WordCount => {
  const { cards, narrative } = boardOf(doc);
  const texts = [...cards.values()].map((card) => (card instanceof Y.Map ? String(card.get('text')) : ''));
  const paragraphs = narrative.toArray().map((element) => textOf(element));
  return countWords([...texts, ...paragraphs].join('\n'));
};

const textOf = (node: Y.XmlElement | Y.XmlText | Y.XmlHook): string =>
  node instanceof Y.XmlText
    ? node.toJSON()
    : node instanceof Y.XmlElement
      ? node
          .toArray()
          .map((child) => textOf(child as Y.XmlElement | Y.XmlText))
          .join('')
      : '';
