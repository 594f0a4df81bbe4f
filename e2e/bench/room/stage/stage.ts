// A real server with a review for each size of board, and a real browser to look at it.
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { startHearth, type HearthServer } from '../../../hearth-server.ts';
import { join, joinLink, newReview, signIn, type HttpSession } from '../../http-session.ts';
import { believableBoard } from '../board/believable-board.ts';
import { fillReview } from '../board/fill.ts';

const installed = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

export interface Review {
  id: string;
  cards: number;
  /** For participants. */
  link: string;
}

export class Stage {
  readonly server: HearthServer;
  readonly browser: Browser;
  readonly #owner: HttpSession;
  readonly #reviews = new Map<number, Promise<Review>>();
  readonly #guests = new Map<string, Promise<HttpSession>>();

  private constructor(server: HearthServer, browser: Browser, owner: HttpSession) {
    this.server = server;
    this.browser = browser;
    this.#owner = owner;
  }

  static async open(): Promise<Stage> {
    const server = await startHearth();
    try {
      const owner = await signIn(server.url, server.ownerLink());
      const browser = await chromium.launch({
        ...(installed ? { executablePath: installed } : {}),
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      });
      return new Stage(server, browser, owner);
    } catch (error) {
      await server.dispose();
      throw error;
    }
  }

  /** The review with so many cards; made when it is first asked for. */
  review(cards: number): Promise<Review> {
    const made = this.#reviews.get(cards) ?? this.#make(cards);
    this.#reviews.set(cards, made);
    return made;
  }

  async #make(cards: number): Promise<Review> {
    const id = await newReview(this.#owner, `${cards} cards`);
    if (cards > 0) await fillReview(this.server.url, id, this.#owner.cookie, believableBoard(cards));
    return { id, cards, link: await joinLink(this.#owner, id) };
  }

  /** Whoever was here before comes back: so many new guests in a few minutes would be turned away. */
  join(review: Review, name: string): Promise<HttpSession> {
    const key = `${review.id} ${name}`;
    const joined = this.#guests.get(key) ?? join(this.server.url, review.link, name);
    this.#guests.set(key, joined);
    return joined;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.dispose();
  }
}
