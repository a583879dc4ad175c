// The newspapers of the row, in the order of their ports.
import type { Paper } from './paper.ts';
import { harianPhinisi } from './papers/harian-phinisi/paper.ts';
import { honaiPagi } from './papers/honai-pagi/paper.ts';
import { jurnalPala } from './papers/jurnal-pala/paper.ts';
import { kantorBeritaNusa } from './papers/kantor-berita-nusa/paper.ts';
import { lawuEkspres } from './papers/lawu-ekspres/paper.ts';
import { posRangkiang } from './papers/pos-rangkiang/paper.ts';
import { radarRafflesia } from './papers/radar-rafflesia/paper.ts';
import { sasandoKini } from './papers/sasando-kini/paper.ts';
import { taoTobaNews } from './papers/tao-toba-news/paper.ts';
import { wartaPesut } from './papers/warta-pesut/paper.ts';

export const PAPERS: Paper[] = [
  wartaPesut,
  taoTobaNews,
  harianPhinisi,
  honaiPagi,
  sasandoKini,
  lawuEkspres,
  posRangkiang,
  kantorBeritaNusa,
  radarRafflesia,
  jurnalPala,
];
