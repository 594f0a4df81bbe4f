// A Chromium for the browser tests: one that is installed, else Debian's, else Playwright's own.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, isRootOnDebian } from './debian.mjs';
import { inRoot } from './environment.mjs';
import { patiently } from './patience.mjs';
import { LaunchError } from './report.mjs';

const INSTALLED = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** @returns the path of a Chromium or Chrome that can be started */
export async function ensureBrowser({ node, env }) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named))
      throw new LaunchError(`CHROMIUM_PATH names ${named}, where there is no file. Correct or unset it.`);
    return named;
  }
  const find = () => (INSTALLED[process.platform] ?? []).find(existsSync) ?? playwrightsOwn({ node, env });
  const found = find();
  if (found) return found;

  if (isRootOnDebian()) {
    await aptInstall('Chromium', ['chromium'], { env });
  } else {
    await patiently("downloading Playwright's Chromium", playwright, ['install', 'chromium'], {
      cwd: inRoot('e2e'),
      env,
      mayFail: true,
    });
  }
  const brought = find();
  if (brought) return brought;
  throw new LaunchError(
    'the browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to it, and run this again.',
  );
}

export const playwright = inRoot('e2e', 'node_modules', '.bin', 'playwright');

function playwrightsOwn({ node, env }) {
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  try {
    const file = execFileSync(node, ['-e', script], {
      cwd: inRoot('e2e'),
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
