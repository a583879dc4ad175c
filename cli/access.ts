// The archive → who may enter, with the real clock and chance; who acts where a verb of the command line does.
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Archive } from '../archive/open.ts';
import { type Access, openAccess } from '../oversight/accounts/access.ts';
import { nowText } from './deps.ts';

export const accessOf = ({ desk }: Pick<Archive, 'desk'>): Access =>
  openAccess({ store: desk, now: nowText, chance: randomBytes });

/** No account, but the user of this machine who typed the command. */
export const atConsole = (): { who: null; from: string } => ({
  who: null,
  from: `console (${userInfo().username})`,
});
