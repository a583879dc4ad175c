// What a desk does with its cases: opens, adds, notes, moves, dates; and what there is to see of them.
import type { Article } from '../../schemas/article.ts';
import type { Case, CaseEvent, CaseItem, CaseState } from '../../schemas/case.ts';
import { provinceOf } from '../../schemas/region.ts';
import { regionsOf } from '../../schemas/tag.ts';
import type { Viewer } from '../../schemas/viewer.ts';

export type CaseStore = {
  open(opened: Omit<Case, 'n'>): number;
  get(n: number): Case | null;
  list(): Case[];
  set(n: number, to: Partial<Pick<Case, 'regions' | 'state' | 'nextDate'>>): void;
  addItem(n: number, item: CaseItem): void;
  items(n: number): CaseItem[];
  addEvent(n: number, event: Omit<CaseEvent, 'n'>): void;
  events(n: number): CaseEvent[];
  seen(n: number): string[];
  markSeen(n: number, articles: readonly string[]): void;
};

export type CaseworkDeps = {
  store: CaseStore;
  article(id: string): Article | null;
  /** The articles of the story that an article belongs to, itself among them. */
  storyMembers(id: string): string[];
  transaction<T>(work: () => T): T;
  /** UTC, ISO 8601. */
  now(): string;
};

/** `fresh`: came with its story and nobody of the case has looked at it. */
export type CaseArticle = { article: Article; byStory: boolean; fresh: boolean };

export type CaseView = {
  case: Case;
  /** Newest first, as far as the viewer may see them. */
  articles: CaseArticle[];
  /** Newest first. */
  events: CaseEvent[];
  /** When the newest article was first seen, or the case was last moved. */
  lastNews: string;
  /** Nothing came and nothing moved for QUIET_DAYS, and the case is not closed. */
  quiet: boolean;
};

export type CaseAround = { case: Case; holds: boolean };

export const QUIET_DAYS = 21;
const DAY_MS = 86_400_000;
const MAX_TEXT = 4000;

export type Casework = ReturnType<typeof openCasework>;

/** A case or an article that the viewer may not see is not there: then the answer is null or false. */
export function openCasework(deps: CaseworkDeps) {
  const { happen, add } = writing(deps);
  const { store } = deps;
  return {
    ...looking(deps),
    open: opening(deps, add),
    add,
    note: (viewer: Viewer, n: number, text: string): boolean =>
      text.trim() !== '' && happen(viewer, n, { kind: 'noted', text }),
    /** Also back: a finding may be sent back for more. */
    move: (viewer: Viewer, n: number, state: CaseState, why: string): boolean =>
      happen(viewer, n, { kind: 'moved', text: `${state} ${why}` }, () => {
        store.set(n, { state });
      }),
    /** 'YYYY-MM-DD', or null for none. */
    date: (viewer: Viewer, n: number, nextDate: string | null): boolean =>
      happen(viewer, n, { kind: 'dated', text: nextDate ?? '' }, () => {
        store.set(n, { nextDate });
      }),
  };
}

const visibleCase = ({ store }: CaseworkDeps, viewer: Viewer, n: number): Case | null => {
  const found = store.get(n);
  return found !== null && maySeeCase(viewer, found) ? found : null;
};

const visibleArticle = (deps: CaseworkDeps, viewer: Viewer, id: string): Article | null => {
  const article = deps.article(id);
  return article !== null && maySeeArticle(viewer, article) ? article : null;
};

function looking(deps: CaseworkDeps) {
  const { store } = deps;
  return {
    cases: (viewer: Viewer): CaseView[] =>
      store
        .list()
        .filter((one) => maySeeCase(viewer, one))
        .map((one) => viewOf(deps, viewer, one)),
    case: (viewer: Viewer, n: number): CaseView | null => {
      const found = visibleCase(deps, viewer, n);
      return found === null ? null : viewOf(deps, viewer, found);
    },
    /** Each case that the viewer may see, and whether it holds the article, itself or by its story. */
    around: (viewer: Viewer, id: string): CaseAround[] => {
      const story = new Set([id, ...deps.storyMembers(id)]);
      return store
        .list()
        .filter((one) => maySeeCase(viewer, one))
        .map((one) => ({
          case: one,
          holds: store
            .items(one.n)
            .some((item) => item.article === id || (item.story && story.has(item.article))),
        }));
    },
    /** What came with the stories was looked at. */
    looked: (viewer: Viewer, n: number): boolean => {
      const found = visibleCase(deps, viewer, n);
      if (found === null) return false;
      const { articles } = viewOf(deps, viewer, found);
      store.markSeen(
        n,
        articles.map(({ article }) => article.id),
      );
      return true;
    },
  };
}

type Event = Pick<CaseEvent, 'kind' | 'text'>;
type Add = (viewer: Viewer, n: number, article: string, story: boolean) => boolean;

function writing(deps: CaseworkDeps) {
  const { store } = deps;
  /** One event, and what `change` does, in one transaction; false where the case is not there. */
  // oxlint-disable-next-line max-params -- who, in which case, what is noted, and what it changes
  const happen = (
    viewer: Viewer,
    n: number,
    { kind, text }: Event,
    change: (known: Case) => void = () => {},
  ): boolean =>
    deps.transaction(() => {
      const known = visibleCase(deps, viewer, n);
      if (known === null) return false;
      change(known);
      const said = text.trim().slice(0, MAX_TEXT);
      store.addEvent(n, { at: deps.now(), who: viewer.account, kind, text: said });
      return true;
    });
  const add: Add = (viewer, n, id, story) => {
    const article = visibleArticle(deps, viewer, id);
    if (article === null) return false;
    return happen(viewer, n, { kind: 'added', text: id }, ({ regions }) => {
      store.addItem(n, { article: id, story, addedAt: deps.now(), addedBy: viewer.account });
      store.set(n, { regions: [...new Set([...regions, ...mainRegions(article)])] });
      store.markSeen(n, story ? deps.storyMembers(id) : [id]);
    });
  };
  return { happen, add };
}

type Opened = { title: string; article: string; story: boolean };

/** Opens a case with an article and, where `story`, all that groups with it; gives its number. */
const opening =
  (deps: CaseworkDeps, add: Add) =>
  (viewer: Viewer, { title, article: id, story }: Opened): number | null =>
    deps.transaction(() => {
      const article = visibleArticle(deps, viewer, id);
      if (article === null) return null;
      const [at, who] = [deps.now(), viewer.account];
      const named = title.trim().slice(0, 200) || article.extracted.title;
      const n = deps.store.open({
        title: named,
        regions: mainRegions(article),
        state: 'informasi-awal',
        nextDate: null,
        openedAt: at,
        openedBy: who,
      });
      deps.store.addEvent(n, { at, who, kind: 'opened', text: named });
      add(viewer, n, id, story);
      return n;
    });

const within = (regions: readonly string[] | null, codes: readonly string[]): boolean =>
  regions === null ||
  codes.some((code) => regions.includes(code) || regions.includes(provinceOf(code)));

const maySeeCase = ({ regions }: Viewer, one: Case): boolean => within(regions, one.regions);

const maySeeArticle = ({ regions }: Viewer, { tags }: Article): boolean =>
  within(regions, regionsOf(tags));

/** Of an article without a main region those it speaks of. */
const mainRegions = ({ tags }: Article): string[] =>
  tags.primary === null ? tags.regions : [tags.primary];

function viewOf(deps: CaseworkDeps, viewer: Viewer, one: Case): CaseView {
  const { store } = deps;
  const items = store.items(one.n);
  const direct = new Set(items.map(({ article }) => article));
  const told = items.flatMap(({ article, story }) => (story ? deps.storyMembers(article) : []));
  const looked = new Set([...direct, ...store.seen(one.n)]);
  const articles = [...new Set([...direct, ...told])]
    .flatMap((id): CaseArticle[] => {
      const article = deps.article(id);
      if (article === null || !maySeeArticle(viewer, article)) return [];
      return [{ article, byStory: !direct.has(id), fresh: !looked.has(id) }];
    })
    .sort((a, b) => (a.article.firstSeen < b.article.firstSeen ? 1 : -1));
  const events = store.events(one.n).toReversed();
  const moved = events.find(({ kind }) => kind === 'moved')?.at ?? one.openedAt;
  const newest = articles[0]?.article.firstSeen ?? one.openedAt;
  const lastNews = moved > newest ? moved : newest;
  const silent = Date.parse(deps.now()) - Date.parse(lastNews) >= QUIET_DAYS * DAY_MS;
  return { case: one, articles, events, lastNews, quiet: silent && one.state !== 'selesai' };
}
