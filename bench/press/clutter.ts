// A newspaper's number → all of its pages that is not the article: style, scripts, menus, sidebar, footer, as sites have them.
import { articleOf } from './article.ts';
import { chance } from './chance.ts';
import { CITIES } from './words.ts';

export type Clutter = { head: string; menu: string; sidebar: string; footer: string };

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('\n');

const COLOURS = ['#0b6e75', '#c0392b', '#2c3e50', '#f4f6f7', '#fff', '#e67e22'];

function style(seed: number): string {
  const dice = chance(seed * 7919);
  const rule = (index: number): string =>
    `.wp-block-${index}-${dice.below(9999)} .td-${dice.below(99)}{margin:${dice.below(40)}px ${dice.below(40)}px;padding:${dice.below(20)}px;color:${dice.pick(COLOURS)};background:${dice.pick(COLOURS)};font-size:${10 + dice.below(20)}px;line-height:1.${dice.below(9)};display:${dice.pick(['block', 'flex', 'inline-block', 'none'])}}`;
  return times(60 + dice.below(150), rule);
}

function script(seed: number): string {
  const dice = chance(seed * 104_729);
  const line = (index: number): string =>
    `window.__q=window.__q||[];window.__q.push({slot:"div-gpt-ad-${dice.below(1e9)}-${index}",size:[[${dice.below(970)},${dice.below(250)}],[300,250]],cb:function(e){if(e&&e.slot!=='x'){document.querySelectorAll('.ad-${dice.below(99)}').forEach(function(n){n.style.display=e.isEmpty?'none':'block'})}}});`;
  return times(30 + dice.below(60), line);
}

const link = (path: string, text: string, css: string): string =>
  `<li class="${css}"><a href="${path}" title="${text}">${text}</a></li>`;

function menu(): string {
  const sections = [
    'Politik',
    'Ekonomi',
    'Daerah',
    'Olahraga',
    'Hukum',
    'Pendidikan',
    'Wisata',
    'Opini',
  ];
  return times(sections.length, (at) => {
    const name = sections[at] ?? '';
    const below = times(6, (n) =>
      link(
        `/kategori/${name.toLowerCase()}/${n}/`,
        `${name} ${CITIES[n * 7 + at] ?? ''}`,
        'menu-item menu-item-type-taxonomy',
      ),
    );
    return `<li class="menu-item has-children"><a href="/kategori/${name.toLowerCase()}/">${name}</a><ul class="sub-menu">${below}</ul></li>`;
  });
}

/** An entry of a list of articles with its picture, date and opening words. */
export function teaser(host: number, number: number, css: string): string {
  const { title, path, published, paragraphs, section } = articleOf(host, number);
  const opening = (paragraphs[0] ?? '').split(' ').slice(0, 16).join(' ');
  return `<div class="${css}"><a class="thumb" href="${path}"><img loading="lazy" decoding="async" width="150" height="100" src="/wp-content/uploads/${number}-150x100.jpg" srcset="/wp-content/uploads/${number}-150x100.jpg 150w, /wp-content/uploads/${number}-300x200.jpg 300w, /wp-content/uploads/${number}-768x512.jpg 768w" sizes="(max-width: 150px) 100vw, 150px" alt="${title}"></a><span class="cat">${section}</span><h3 class="entry-title"><a href="${path}" rel="bookmark">${title}</a></h3><time datetime="${published}">${published.slice(0, 10)}</time><p class="excerpt">${opening} …</p></div>`;
}

/** The same on every page of a newspaper. */
export function clutterOf(host: number): Clutter {
  return {
    head: `<style>${style(host)}</style>\n<script>${script(host)}</script>`,
    menu: `<ul id="menu-utama" class="menu">${menu()}</ul>`,
    sidebar: times(12, (n) => teaser(host, 900 + n, 'widget-post item')),
    footer: `<ul class="kota">${times(CITIES.length, (n) => link(`/tag/${n}/`, `Berita ${CITIES[n] ?? ''} Hari Ini`, 'tag-link'))}</ul><p>Hak cipta © 2024. Dilarang mengutip tanpa izin redaksi. Pedoman media siber, redaksi, karier, iklan.</p><script>${script(host + 1000)}</script>`,
  };
}
