// What every page needs of its surroundings, so that other parts can add pages: who looks, the view, the frame around it.
import type { Context, Hono } from 'hono';
import type { Article } from '../../schemas/article.ts';
import type { Viewer } from '../../schemas/viewer.ts';
import { type Html, type NavigationEntry, layout } from './layout.ts';
import { type View, readView } from './view.ts';
import type { Language } from './words.ts';

/** What stands inside the frame. */
export type Content = { title: string; body: Html };

export type Frame = {
  /** Who looks: every question that is asked for them is limited to their regions. */
  viewer: (context: Context) => Viewer;
  /** The view that the address names, limited to what the viewer may see. */
  view: (context: Context) => View;
  /** The hidden field that every form needs which is posted. */
  formField: (context: Context) => Html;
  /** Answers with a whole page around the content. */
  page: (
    context: Context,
    content: (view: View) => Content | Promise<Content>,
    status?: 200 | 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503,
  ) => Promise<Response>;
};

/** Pages and routes that another part adds: mounted before the dashboard's own, so that middleware comes first. */
export type Mount = {
  routes: (app: Hono, frame: Frame) => void;
  /** Entries of the navigation, after those of the dashboard. */
  navigation?: readonly NavigationEntry[];
  /** What stands beside an article, for example how its tags were reviewed. */
  beside?: (context: Context, article: Article, view: View) => Html;
  /** What else may be taken away of a view of so many articles, beside its exports. */
  downloads?: (context: Context, view: View, articles: number) => Html;
  /** A section of the page on method, for example how often reviewers found the tags right. */
  method?: (context: Context, view: View) => Html;
  /** What stands at the end of the masthead, for example who is signed in. */
  corner?: (viewer: Viewer, view: View) => Html;
};

export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // Not no-referrer: a browser would say of our own forms that they come from nowhere.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

type FrameParts = {
  viewer: (context: Context) => Viewer;
  formField: (context: Context) => Html;
  version: string;
  mounts: readonly Mount[];
  /** The moment as people say it: '24 November 2026, 21.55 WIB'. */
  moment: (language: Language) => string;
};

export function createFrame({ viewer, formField, version, mounts, moment }: FrameParts): Frame {
  const navigation = mounts.flatMap((mount) => mount.navigation ?? []);
  const view = (context: Context): View => {
    const read = readView(new URL(context.req.url).searchParams);
    const { regions } = viewer(context);
    return regions === null ? read : { ...read, filter: { ...read.filter, within: regions } };
  };
  return {
    viewer,
    view,
    formField,
    page: async (context, content, status = 200) => {
      const seen = view(context);
      const who = viewer(context);
      const { title, body } = await content(seen);
      const corner = mounts.flatMap((mount) => mount.corner?.(who, seen) ?? []);
      const page = { title, path: context.req.path, address: context.req.url, view: seen };
      const frame = { ...page, at: moment(seen.language), version, viewer: who };
      return context.html(layout({ ...frame, navigation, corner }, body), status, PAGE_HEADERS);
    },
  };
}
