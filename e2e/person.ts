// One person in one browser of their own, and what such a person does in Hearth.
import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';

export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly name: string;

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.context = context;
    this.page = page;
  }

  static async arrive(
    browser: Browser,
    baseURL: string,
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    return new Person(name, context, await context.newPage());
  }

  /** The same person in the same browser, in another tab. */
  async anotherTab(): Promise<Person> {
    return new Person(this.name, this.context, await this.context.newPage());
  }

  /** Goes on with a session that was opened over the API. @param cookie  as `name=value`. */
  async bring(cookie: string, url: string): Promise<void> {
    const [name = '', value = ''] = cookie.split('=');
    await this.context.addCookies([{ name, value, url }]);
  }

  async signIn(ownerLink: string): Promise<void> {
    await this.page.goto(ownerLink);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/Reviews|Hearth/);
  }

  /** Joins by a link: name, Enter, inside. */
  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('Your name').fill(this.name);
    await this.page.keyboard.press('Enter');
    await this.expectSaved();
  }

  /** Both channels are open, and everything is acknowledged. */
  async expectSaved(): Promise<void> {
    await expect(this.page.locator('[data-status]')).toHaveAttribute('data-status', 'saved', { timeout: 30_000 });
    // Before the meeting is known here, what happens in it is what one comes into, and is not told as news.
    await expect(this.page.getByText('Connecting to the room')).toHaveCount(0, { timeout: 30_000 });
    await expect(this.page.getByText('Reconnecting…')).toHaveCount(0, { timeout: 30_000 });
  }

  zone(name: 'Timeline' | 'Perspectives' | 'Factors' | 'Learnings' | 'Actions'): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${name}`) });
  }

  async view(name: 'Board' | 'Outline' | 'Narrative'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Stages and views' })
      .getByRole('button', { name, exact: true })
      .click();
  }

  /** Adds a moment to the timeline. */
  async addMoment(time: string, words: string): Promise<void> {
    await this.zone('Timeline').getByRole('button', { name: 'Add a moment' }).last().click();
    await this.page.getByLabel('Time, in the zone of the incident').fill(time);
    await this.page.getByLabel('What happened', { exact: true }).fill(words);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    // Where many stand close together others fold: what one has added oneself stands open.
    await expect(this.card(words)).toBeVisible();
  }

  /** Adds a card through the composer of a list. */
  async addCard(
    zone: Parameters<Person['zone']>[0],
    opener: string,
    field: string,
    words: string,
    nth = 0,
  ): Promise<void> {
    await this.zone(zone).getByRole('button', { name: opener }).nth(nth).click();
    await this.page.getByLabel(field, { exact: true }).last().fill(words);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    await expect(this.card(words)).toBeVisible();
  }

  /** Where the camera of the board is: the same words for the same view. */
  boardView(): Promise<string> {
    return this.page.locator('[data-world]').evaluate((world) => {
      const { x, y, width } = world.getBoundingClientRect();
      return [x, y, width].map(Math.round).join(' ');
    });
  }

  card(words: string): Locator {
    return this.page.locator('[data-card-id]').filter({ hasText: words }).first();
  }

  /** What the bar says of stage and clock. */
  get stage(): Locator {
    return this.page.getByRole('contentinfo');
  }
}
