// Cases in; their articles, their way, and which of their articles somebody has looked at, out.
import type { Case, CaseEvent, CaseItem } from '../schemas/case.ts';
import type { Database } from './database.ts';

export type Cases = {
  /** Returns its number. */
  open(opened: Omit<Case, 'n'>): number;
  get(n: number): Case | null;
  /** Newest first. */
  list(): Case[];
  set(n: number, to: Partial<Pick<Case, 'regions' | 'state' | 'nextDate'>>): void;
  /** Puts an article in, or changes whether its story comes with it. */
  addItem(n: number, item: CaseItem): void;
  /** In the order in which they were added. */
  items(n: number): CaseItem[];
  addEvent(n: number, event: Omit<CaseEvent, 'n'>): void;
  /** Oldest first. */
  events(n: number): CaseEvent[];
  seen(n: number): string[];
  markSeen(n: number, articles: readonly string[]): void;
};

type Row = Omit<Case, 'regions'> & { regions: string };

const asCase = ({ regions, ...rest }: Row): Case => ({ ...rest, regions: JSON.parse(regions) });

export function cases(db: Database): Cases {
  const columns = `SELECT n, title, regions, state, next_date AS nextDate, opened_at AS openedAt,
    opened_by AS openedBy FROM cases`;
  const one = db.query<Row>(`${columns} WHERE n = ?`);
  const all = db.query<Row>(`${columns} ORDER BY n DESC`);
  const insert = db.query(
    `INSERT INTO cases (title, regions, state, next_date, opened_at, opened_by)
     VALUES ($title, $regions, $state, $nextDate, $openedAt, $openedBy)`,
  );
  const update = db.query(
    'UPDATE cases SET regions = $regions, state = $state, next_date = $nextDate WHERE n = $n',
  );
  const get: Cases['get'] = (n) => {
    const row = one.get([n]);
    return row === undefined ? null : asCase(row);
  };
  return {
    open: ({ regions, ...rest }) => insert.insert({ ...rest, regions: JSON.stringify(regions) }),
    get,
    list: () => all.all().map(asCase),
    set: (n, to) => {
      const known = get(n);
      if (known === null) return;
      const { regions, state, nextDate } = { ...known, ...to };
      update.run({ n, regions: JSON.stringify(regions), state, nextDate });
    },
    ...contents(db),
  };
}

type Contents = Pick<Cases, 'addItem' | 'items' | 'addEvent' | 'events' | 'seen' | 'markSeen'>;

function contents(db: Database): Contents {
  const putItem = db.query(
    `INSERT INTO case_items ("case", article, story, added_at, added_by)
     VALUES ($n, $article, $story, $addedAt, $addedBy)
     ON CONFLICT ("case", article) DO UPDATE SET story = max(story, excluded.story)`,
  );
  const items = db.query<Omit<CaseItem, 'story'> & { story: number }>(
    `SELECT article, story, added_at AS addedAt, added_by AS addedBy FROM case_items
     WHERE "case" = ? ORDER BY added_at, article`,
  );
  const putEvent = db.query(
    `INSERT INTO case_events ("case", at, who, kind, text) VALUES ($n, $at, $who, $kind, $text)`,
  );
  const events = db.query<CaseEvent>(
    'SELECT n, at, who, kind, text FROM case_events WHERE "case" = ? ORDER BY n',
  );
  const seen = db.query<{ article: string }>('SELECT article FROM case_seen WHERE "case" = ?');
  const mark = db.query(
    `INSERT INTO case_seen ("case", article) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
  );
  return {
    addItem: (n, { story, ...rest }) => void putItem.run({ n, story: Number(story), ...rest }),
    items: (n) => items.all([n]).map((row) => ({ ...row, story: row.story === 1 })),
    addEvent: (n, event) => void putEvent.run({ n, ...event }),
    events: (n) => events.all([n]),
    seen: (n) => seen.all([n]).map(({ article }) => article),
    markSeen: (n, articles) => void mark.run([n, JSON.stringify(articles)]),
  };
}
