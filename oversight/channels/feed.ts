// The alerts of a watch → an Atom or RSS feed of them, newest first.
import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import type { Alert, Watch } from '../../schemas/watch.ts';
import type { Voice } from './letter.ts';
import { facts, headline, say } from './words.ts';

export type FeedFormat = 'atom' | 'rss';

/** `self` is the feed's own address; an entry's id is that of its alert. */
export function writeFeed(
  watch: Watch,
  alerts: readonly Alert[],
  format: FeedFormat,
  { voice, self, now }: { voice: Voice; self: string; now: string },
): string {
  const { names, links } = voice;
  const title = `${watch.name} · Pantau`;
  const entries = alerts.map((alert) => ({
    id: `urn:pantau:${alert.key}`,
    title: `${headline(alert, names, watch.language)} — ${alert.article.title}`,
    link: links.article(alert),
    at: alert.at,
    summary: summaryOf(alert, voice, watch),
  }));
  const updated = new Date(alerts[0]?.at ?? now);
  if (format === 'rss') {
    return generateRssFeed(
      {
        title: withoutMarks(title),
        link: links.watch(watch.id),
        description: asHtml(title),
        lastBuildDate: updated,
        atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
        items: entries.map(({ id, title: name, link, at, summary }) => ({
          title: withoutMarks(name),
          link,
          guid: { value: id, isPermaLink: false },
          pubDate: new Date(at),
          description: asHtml(summary),
        })),
      },
      { lenient: false },
    );
  }
  return generateAtomFeed(
    {
      id: self,
      title: { value: title, type: 'text' },
      updated,
      links: [
        { href: self, rel: 'self', type: 'application/atom+xml' },
        { href: links.watch(watch.id), rel: 'alternate' },
      ],
      authors: [{ name: 'Pantau' }],
      entries: entries.map(({ id, title: name, link, at, summary }) => ({
        id,
        title: { value: name, type: 'text' },
        updated: new Date(at),
        links: [{ href: link, rel: 'alternate' }],
        summary: { value: summary, type: 'text' },
      })),
    },
    { lenient: false },
  );
}

/** RSS does not say whether a title is text or HTML, and readers differ: what would be markup in either is taken out. */
const withoutMarks = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');

/** A description is HTML. */
const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');

const summaryOf = (alert: Alert, { names }: Voice, { language }: Watch): string =>
  [
    alert.article.opening,
    ...facts(alert, names, language).map(([label, value]) => `${label}: ${value}`),
    ...alert.why.map(({ quote }) => `${say('why', language)}: “${quote}”`),
  ].join('\n');
