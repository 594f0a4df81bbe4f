// A screen that pictures are taken of, and what one does to get there.
import type { Page } from '@playwright/test';

export const sizes = { 1440: 900, 1024: 768, 390: 844 } as const;
export type Width = keyof typeof sizes;
export const widths = [1440, 1024, 390] as const;

export interface Screen {
  name: string;
  path: string;
  /** Cookie of who looks; the owner's when left out, nobody's when null. */
  as?: string | null;
  prepare?: (page: Page) => Promise<void>;
  /** Shows the window, not the whole page. */
  windowOnly?: boolean;
  /** With what is told once only. */
  firstVisit?: boolean;
  /** Where one width says it all. */
  only?: readonly Width[];
}

export const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 720;

export const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
};

export const command = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill(name);
  await page.getByRole('option', { name }).first().click();
  await page.waitForTimeout(900);
};

/** The rail's name of a view, or the phone's tab. */
export const view = async (page: Page, name: string): Promise<void> => {
  const outlineIsBoard = (await page.getByRole('navigation', { name: 'Room' }).count()) > 0 && name === 'Outline';
  await page
    .getByRole('button', { name: outlineIsBoard ? 'Board' : name, exact: true })
    .first()
    .click();
};

/** A stage may offer a vote or a round, over what is to be seen. */
export const putOfferAside = async (page: Page): Promise<void> => {
  const notNow = page.getByRole('button', { name: 'Not now', exact: true }).first();
  await notNow.click({ timeout: 3_000 }).catch(() => undefined);
};
