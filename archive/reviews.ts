// Reviews of tags in; those of an article, what the tagger itself says of it, and what waits to be reviewed, out.
import type { Review, SampleShare, TaggerReading } from '../schemas/review.ts';
import type { Database } from './database.ts';
import type { MovedIds } from './moved-ids.ts';

export type Reviews = {
  /** Returns the number of the review. */
  add(review: Omit<Review, 'n'>): number;
  /** Oldest first. */
  of(article: string): Review[];
  /** Of the article at a canonical address. */
  ofUrl(url: string): { article: string; reviews: Review[] };
  /** Of all articles, oldest first. */
  all(): Review[];
  /** Null where the article was never reviewed: then it carries what the tagger says. */
  taggerReading(article: string): TaggerReading | null;
  keepTaggerReading(article: string, reading: TaggerReading): void;
  /** Articles on the border of relevance that nobody reviewed, nearest to `middle` first. */
  borderline(middle: number, limit: number, within?: readonly string[]): string[];
  /** Articles first seen on a day in UTC, with what the tagger said at first sight: this never changes. */
  firstSeenOn(day: string): { id: string; share: SampleShare }[];
};

type Row = Omit<Review, 'whole' | 'judgements' | 'tagger'> & {
  whole: number;
  judgements: string;
  tagger: string;
};

const asReview = ({ whole, judgements, tagger, ...rest }: Row): Review => ({
  ...rest,
  whole: whole === 1,
  judgements: JSON.parse(judgements),
  tagger: JSON.parse(tagger),
});

export function reviews(db: Database, { idAt }: Pick<MovedIds, 'idAt'>): Reviews {
  const insert = db.query(
    `INSERT INTO reviews (article, version, at, who, why, whole, sample, judgements, tagger, code, knowledge)
     VALUES ($article, $version, $at, $who, $why, $whole, $sample, $judgements, $tagger, $code, $knowledge)`,
  );
  // What was said of an article that was joined to another counts for that one.
  const columns = `SELECT r.n, coalesce(m.article, r.article) AS article, r.version, r.at, r.who, r.why, r.whole, r.sample,
      r.judgements, r.tagger, r.code, r.knowledge
    FROM reviews r LEFT JOIN moved_ids m ON m.id = r.article`;
  const own = db.query<Row>(
    `${columns} WHERE r.article IN (SELECT $article UNION ALL SELECT id FROM moved_ids WHERE article = $article)
     ORDER BY r.n`,
  );
  const all = db.query<Row>(`${columns} ORDER BY r.n`);
  const of = (article: string): Review[] => own.all({ article }).map(asReview);
  return {
    add: ({ whole, judgements, tagger, ...rest }) =>
      insert.insert({
        ...rest,
        whole: Number(whole),
        judgements: JSON.stringify(judgements),
        tagger: JSON.stringify(tagger),
      }),
    of,
    ofUrl: (url) => {
      const article = idAt(url);
      return { article, reviews: of(article) };
    },
    all: () => all.all().map(asReview),
    ...taggerReadings(db),
    ...waiting(db),
  };
}

function taggerReadings(db: Database): Pick<Reviews, 'taggerReading' | 'keepTaggerReading'> {
  const get = db.query<{ tags: string; code: string; knowledge: string }>(
    'SELECT tags, code, knowledge FROM tagger_tags WHERE article = ?',
  );
  const put = db.query(
    'INSERT OR REPLACE INTO tagger_tags (article, tags, code, knowledge) VALUES (?, ?, ?, ?)',
  );
  return {
    taggerReading: (article) => {
      const row = get.get([article]);
      return row === undefined ? null : { ...row, tags: JSON.parse(row.tags) };
    },
    keepTaggerReading: (article, { tags, code, knowledge }) => {
      put.run([article, JSON.stringify(tags), code, knowledge]);
    },
  };
}

function waiting(db: Database): Pick<Reviews, 'borderline' | 'firstSeenOn'> {
  const borderline = db.query<{ id: string }>(
    `SELECT a.id FROM articles a JOIN article_facts f ON f.n = a.n
     WHERE a.decision = 'review' AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.article = a.id)
       AND ($within IS NULL OR EXISTS (
         SELECT 1 FROM json_each($within) w WHERE ' ' || f.regions || ' ' LIKE '% ' || w.value || ' %'))
     ORDER BY abs(a.relevance - $middle), a.n DESC LIMIT $limit`,
  );
  const firstSeen = db.query<{ id: string; seen: 0 | 1 }>(
    `SELECT a.id, v.tags ->> '$.decision' <> 'irrelevant' AS seen
     FROM articles a JOIN versions v ON v.article = a.n AND v.version = 1
     WHERE a.first_seen >= $day AND a.first_seen < date($day, '+1 day') ORDER BY a.id`,
  );
  return {
    borderline: (middle, limit, within) =>
      borderline
        .all({ middle, limit, within: within === undefined ? null : JSON.stringify(within) })
        .map(({ id }) => id),
    firstSeenOn: (day) =>
      firstSeen.all({ day }).map(({ id, seen }) => ({
        id,
        share: seen === 1 ? 'seen' : 'irrelevant',
      })),
  };
}
