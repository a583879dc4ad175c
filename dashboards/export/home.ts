// A filter → where the dashboard lists its articles: where a feed leads a reader who wants all of them.
import type { ArticleFilter } from '../../schemas/filter.ts';
import { linkTo } from '../web/view.ts';

export const articlesPath = (filter: ArticleFilter): string =>
  linkTo('/artikel', { filter, language: 'id', page: 1, tag: null, own: {}, ignored: [] });
