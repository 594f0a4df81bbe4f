import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const installed = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

export default defineConfig({
  testDir: 'journeys',
  testMatch: '*.spec.ts',
  // Several browsers run inside each test already; two cores carry one test at a time.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // Unattended, a journey that failed is tried once more: several browsers share the cores with whatever else runs there.
  // Which ones needed it is told at the end.
  retries: process.env['CI'] === undefined ? 0 : 1,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      ...(installed ? { executablePath: installed } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
