// The newspapers of the row, in the order of their ports.
import type { Paper } from './paper.ts';
import { kantorBeritaNusa } from './papers/kantor-berita-nusa/paper.ts';
import { taoTobaNews } from './papers/tao-toba-news/paper.ts';
import { wartaPesut } from './papers/warta-pesut/paper.ts';

export const PAPERS: Paper[] = [wartaPesut, taoTobaNews, kantorBeritaNusa];
