// The configured path and this machine's environment → a Chromium to read pages with, if there is one.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where the program lies in a browser folder of Playwright's. */
const INSIDE = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

type Env = Readonly<Record<string, string | undefined>>;

/** Playwright's own browsers, newest first. */
function playwrightBrowsers(env: Env): string[] {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  const folders = [
    env['PLAYWRIGHT_BROWSERS_PATH'],
    join(home, '.cache/ms-playwright'),
    join(home, 'Library/Caches/ms-playwright'),
    env['LOCALAPPDATA'] && join(env['LOCALAPPDATA'], 'ms-playwright'),
  ].filter((folder): folder is string => folder !== undefined && existsSync(folder));
  const build = (name: string): number => Number(name.slice('chromium-'.length));
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => build(b) - build(a))
      .flatMap((name) => INSIDE.map((inside) => join(folder, name, inside))),
  );
}

/**
 * The path of a Chromium: the configured one or nothing where one is configured, else Playwright's own, else one
 * that the system has. null where there is none.
 */
export function findChromium(configured: string | null, env: Env): string | null {
  const places = configured === null ? [...playwrightBrowsers(env), ...WELL_KNOWN] : [configured];
  return places.find((path) => existsSync(path)) ?? null;
}
