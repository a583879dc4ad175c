// What is done at the console that belongs into the audit log: settings that changed, and exports.
import type { Archive } from '../archive/open.ts';
import { Config } from '../schemas/config.ts';
import { accessOf, atConsole } from './access.ts';

const SECRET = /key|password|token|secret/i;
/** Characters of one entry, as the audit log keeps them. */
const MOST = 500;

/** Notes the settings under which 'serve' starts, where they are not those of the last start. */
export function noteSettings(archive: Pick<Archive, 'desk'>, config: Config): void {
  const access = accessOf(archive);
  const { from } = atConsole();
  const text = settingsText(config);
  const last = access.audit
    .entries({ action: 'settings' }, MOST)
    .find((entry) => entry.what.startsWith(START));
  if (last?.what !== text) access.audit.record('settings', text, { who: null, from });
}

/** Notes that a file of articles was taken away. */
export const noteExport = (archive: Pick<Archive, 'desk'>, what: string): void => {
  accessOf(archive).audit.record('export', what, atConsole());
};

const START = 'settings:';

/** Those that differ from their default; of a secret only that it is set. */
function settingsText(config: Config): string {
  const defaults: Record<string, unknown> = Config.parse({});
  const changed = Object.entries(config)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key]))
    .map(([key, value]) => `${key}=${SECRET.test(key) ? '(set)' : withoutLogin(value)}`);
  return `${START} ${changed.length === 0 ? 'all as they come' : changed.join(' ')}`.slice(0, MOST);
}

/** An address may hold a name and a password: smtp://name:password@host. */
const withoutLogin = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/\/\/[^/@"]*@/g, '//(set)@');
