// The audit log → stdout, newest first.
import type { AuditAction } from '../../schemas/audit.ts';
import { openToRead } from '../deps.ts';
import { print, table } from '../table.ts';

type Options = { data: string; who?: string; action?: AuditAction; limit: number; json?: boolean };

export function auditVerb({ data, who, action, limit, json }: Options): void {
  const { archive } = openToRead(data);
  try {
    const entries = archive.desk.audit.entries({ who, action }, limit);
    const rows = entries.map((entry) => [
      entry.at.slice(0, 19),
      entry.who ?? '-',
      entry.action,
      entry.what,
      entry.from,
    ]);
    const none = 'Nothing was noted yet that fits.';
    const text = rows.length === 0 ? none : table(['at (UTC)', 'who', 'did', 'what', 'from'], rows);
    print(entries, text, json);
  } finally {
    archive.close();
  }
}
