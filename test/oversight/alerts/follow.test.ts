// Articles in a real archive, really grouped → the alerts of watches: stories, not articles.
import { describe, expect, test } from 'vitest';
import { speaksOf } from '../../../oversight/watches/match.ts';
import { AT, later } from '../../archive/make.ts';
import { watch } from '../make.ts';
import { openNewsroom } from './newsroom.ts';

/** Long enough to be told from another: a report of a case, with the names of its place. */
const report = (place: string, name: string): string =>
  `${place.toUpperCase()} – Badan Pengawas Pemilu ${place} menelusuri dugaan pelanggaran netralitas yang menyeret Camat ${place} Utara, ${name}. Dalam rekaman berdurasi dua menit ia terdengar mengajak ketua rukun tetangga memilih pasangan calon nomor urut dua pada pemungutan suara 27 November.\n\nKetua Bawaslu ${place} mengatakan tim sudah meminta keterangan tiga saksi yang hadir dalam pertemuan di balai pertemuan kelurahan pada Selasa malam. Hasil kajian akan diplenokan paling lambat lima hari kerja.\n\n${name} belum menjawab pesan singkat maupun panggilan telepon hingga berita ini ditulis.`;

const BONTANG = report('Bontang', 'Suharto Ramli');
const events = (alerts: { events: string[] }[]): string[] => alerts.flatMap((one) => one.events);

describe('stories', () => {
  test('thirty copies of one text make one alert', () => {
    const { print, tell } = openNewsroom([watch()]);
    for (let n = 0; n < 30; n += 1) print(n, { outlet: `koran-${n}`, text: BONTANG });
    const alerts = tell();
    expect(events(alerts)).toEqual(['first']);
  });

  test('thirty copies that come one after the other make one alert too, and the next one counts them', () => {
    const { print, remove, tell } = openNewsroom([watch()]);
    for (let n = 0; n < 30; n += 1) {
      print(n, { outlet: `koran-${n}`, text: BONTANG });
      expect(tell()).toHaveLength(1);
    }
    remove(0);
    expect(tell().at(-1)).toMatchObject({
      events: ['gone'],
      counts: { articles: 30, texts: 1, outlets: 30 },
    });
  });

  test.for([
    ['a release with another place in it', report('Samarinda', 'Suharto Ramli')],
    ['the very same text', BONTANG],
  ] as const)('the same story in another region makes its own: %s', ([, text]) => {
    const { print, tell } = openNewsroom([watch()]);
    print(1, { text: BONTANG });
    const samarinda = { regions: ['64.72'], primary: '64.72' };
    print(2, { outlet: 'lain', text, tags: samarinda });
    const alerts = tell();
    expect(alerts.map((one) => [one.primary, one.events])).toEqual([
      ['64.74', ['first']],
      ['64.72', ['first']],
    ]);
    expect(new Set(alerts.map(({ incident }) => incident)).size).toBe(2);
  });

  test('an advertorial makes none unless asked for, and confirms nothing', () => {
    const paid = { advertorial: true };
    const without = openNewsroom([watch()]);
    without.print(1, { text: BONTANG, tags: paid });
    expect(without.tell()).toEqual([]);
    const asked = openNewsroom([watch({ advertorials: true })]);
    asked.print(1, { text: BONTANG, tags: paid });
    expect(asked.tell()).toMatchObject([{ events: ['first'], advertorial: true }]);
  });

  test('copies are told where copies are asked for', () => {
    const { print, tell } = openNewsroom([watch({ copies: true })]);
    print(1, { text: BONTANG });
    print(2, { outlet: 'lain', text: BONTANG });
    expect(events(tell())).toEqual(['first', 'copy']);
  });

  test('from allegation to sanction, an edit and a removal, in order and of one story', () => {
    const { print, remove, tell } = openNewsroom([watch()]);
    print(1, { text: BONTANG });
    tell();
    print(1, {
      text: `${BONTANG}\n\nKomisi ASN menjatuhkan sanksi penurunan jabatan.`,
      tags: { coverage: 'sanksi' },
    });
    tell();
    remove(1);
    const alerts = tell();
    expect(alerts.map((one) => one.events)).toEqual([['first'], ['kind', 'edited'], ['gone']]);
    expect(alerts[1]).toMatchObject({ kind: 'sanksi', kindBefore: 'dugaan' });
    expect(new Set(alerts.map(({ incident }) => incident)).size).toBe(1);
    expect(new Set(alerts.map(({ key }) => key)).size).toBe(3);
  });

  test('events that are not asked for are not told', () => {
    const { print, remove, tell } = openNewsroom([watch({ events: ['gone'] })]);
    print(1, { text: BONTANG });
    remove(1);
    expect(events(tell())).toEqual(['gone']);
  });
});

describe('what a watch is told', () => {
  test('what was there before it is not news', () => {
    const room = openNewsroom([]);
    room.print(1, { text: BONTANG });
    const late = watch();
    const { id, ...rules } = late;
    room.archive.alerts.saveWatch(id, rules, AT);
    const since = room.archive.alerts.watches()[0]?.since ?? 0;
    expect(since).toBe(1);
  });

  test('an article that is older than freshDays gives no alert, an undated one goes by when it was seen', () => {
    const now = () => later(60);
    const { print, tell } = openNewsroom([watch({ freshDays: 7 })], { now });
    print(1, { text: BONTANG, day: '2024-10-01' });
    print(2, { text: report('Kutai', 'Rudi Hartono'), day: null });
    expect(tell()).toMatchObject([{ article: { day: null } }]);
  });

  test.for<[string, Parameters<typeof watch>[0], number]>([
    ['a province and all below it', { regions: ['64'] }, 1],
    ['another region', { regions: ['32'] }, 0],
    ['kinds', { kinds: ['sanksi'] }, 0],
    ['actors', { actors: ['asn', 'tni'] }, 1],
    ['violations', { violations: ['media_sosial'] }, 0],
    ['elections', { elections: ['pemilu-2024'] }, 0],
    ['stages', { stages: ['kampanye'] }, 1],
    ['sources', { sources: ['lain'] }, 0],
    ['relevance', { relevance: 0.95 }, 0],
    ['decisions', { decisions: ['review'] }, 0],
    ['words, by stem', { words: ['pelanggar saksi'] }, 1],
    ['one of several searches', { words: ['mutasi', '"rukun tetangga"'] }, 1],
    ['a word that is not there', { words: ['mutasi'] }, 0],
    ['an office in the text', { offices: ['Camat Bontang Utara'] }, 1],
    ['an office that is not there', { offices: ['Sekda'] }, 0],
  ])('%s', ([, rules, alerts]) => {
    const { print, tell } = openNewsroom([watch(rules)]);
    print(1, { text: BONTANG });
    expect(tell()).toHaveLength(alerts);
  });

  test('an account is told of its regions alone, also where its watch asks for more', () => {
    const { print, tell } = openNewsroom([watch({ account: 'desk-kaltim' })], { limits: ['64'] });
    print(1, { text: BONTANG });
    print(2, {
      text: report('Bekasi', 'Dedi Kusnandar'),
      tags: { regions: ['32.75'], primary: '32.75' },
    });
    const alerts = tell();
    expect(alerts).toHaveLength(1);
    expect(
      alerts.every(({ regions }) =>
        speaksOf({ tags: { regions, primary: null } } as never, ['64']),
      ),
    ).toBe(true);
    const nobody = openNewsroom([watch({ account: 'gone' })], { limits: [] });
    nobody.print(1, { text: BONTANG });
    expect(nobody.tell()).toEqual([]);
  });

  test('the alert says the words behind the tags', () => {
    const { print, tell } = openNewsroom([watch()]);
    const reasons = [
      {
        tag: 'coverage:dugaan',
        rule: 'r',
        field: 'text' as const,
        start: 0,
        end: 7,
        quote: 'diduga',
      },
      {
        tag: 'coverage:dugaan',
        rule: 'r',
        field: 'text' as const,
        start: 0,
        end: 7,
        quote: 'dugaan pelanggaran',
      },
      { tag: 'region:64.74', rule: 'r', field: 'url' as const, start: 0, end: 7, quote: 'bontang' },
    ];
    print(1, { text: BONTANG, tags: { reasons } });
    expect(tell()[0]?.why).toEqual([{ tag: 'coverage:dugaan', quote: 'dugaan pelanggaran' }]);
  });
});
