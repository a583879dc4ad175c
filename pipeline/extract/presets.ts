// Content management systems → where their themes print the article's body, and what stands in it that is not the article.
import type { PRESETS } from '../../schemas/site.ts';

export type Preset = (typeof PRESETS)[number];
type Markup = { body: string[]; drop: string[] };

/** Boxes that any theme may put into the body. */
const COMMON = [
  '.sharedaddy',
  '.jp-relatedposts',
  '.addtoany_share_save_container',
  '.yarpp-related',
  '.crp_related',
  '.post-tags',
  '.tagcloud',
  '.code-block',
  '.adsbygoogle',
  '.wp-caption-text',
  '.author-box',
  '.comments',
  '#comments',
  '.navigation',
  '.page-links',
  '.pagination',
  '.wpdcom',
  '.widget',
  '.newsletter',
  '.tts',
  '[class*="baca-juga"]',
  '[class*="bacajuga"]',
  '[class*="related"]',
  '[class*="terkait"]',
];

/** Body selectors in order of trust: the first that holds text wins. */
const MARKUP: Record<Preset, Markup> = {
  wordpress: {
    body: [
      '.entry-content-single',
      '.jeg_main_content .content-inner',
      '.content-inner',
      '.td-post-content',
      '.entry-content',
      '.post-content',
      '.single-content',
      '.the-content',
      '[itemprop="articleBody"]',
      'article .content',
    ],
    drop: [
      '.gmr-related-post',
      '.gmr-banner-insidecontent',
      '.gmr-bacajuga',
      '.jnews_inline_related_post',
      '.jeg_post_tags',
      '.jeg_share_button',
      '.td-a-rec',
      '.td-post-sharing',
      '.inline-related',
      '.wpb-related',
      '.penci-ilrelated-posts',
      '.mh-content-ad',
      '.entry-meta',
      '.entry-footer',
    ],
  },
  blogger: {
    body: [
      '.post-body.entry-content',
      '.post-body',
      '[itemprop="articleBody"]',
      '.entry-content',
      '.post-entry',
    ],
    drop: ['.post-footer', '.label-head', '.share-buttons', '.related-posts', '.blog-pager'],
  },
  promedia: {
    body: ['.read__content', '.detail__content', '.article__content', '[itemprop="articleBody"]'],
    drop: [
      '.read__related',
      '.lihatjuga',
      '.read__share',
      '.read__tagging',
      '.photo__caption',
      '.ads',
      '.read__banner',
    ],
  },
  disway: {
    body: [
      '.content-article',
      '.article-content',
      '.post-content',
      '[itemprop="articleBody"]',
      '.text-article',
    ],
    drop: ['.bacajuga', '.baca-juga', '.link-internal', '.google-news', '.pagination', '.tags'],
  },
  tribun: {
    body: ['.side-article.txt-article', '.txt-article', '#article_con', '[itemprop="articleBody"]'],
    drop: [
      '.baca',
      '.inner-article',
      '.ads-placeholder',
      '.box-banner',
      '#related',
      '.mgbawah',
      '.overh',
      '.tagcloud3',
    ],
  },
  antara: {
    body: [
      '.wrap__article-detail-content',
      '.post-content',
      '.detail-text',
      '[itemprop="articleBody"]',
    ],
    drop: [
      '.text-muted',
      '.baca-juga',
      '.blog-tags',
      '.ads_antaranews',
      '.adsinside',
      '.quote_old',
      '.img-caption',
    ],
  },
  rmol: {
    body: [
      '.detail-content',
      '.article-content',
      '.read-content',
      '.content-berita',
      '[itemprop="articleBody"]',
    ],
    drop: ['.baca-juga', '.artikel-terkait', '.share', '.banner'],
  },
  generic: {
    body: [
      '[itemprop="articleBody"]',
      '.detail__body-text',
      '.detail-text',
      '.read__content',
      '.side-article',
      '.article-body',
      '.entry-content',
      '.post-body',
    ],
    drop: [
      '.lihatjg',
      '.linksisip',
      '.parallaxindetail',
      '.detail__body-tag',
      '.detail__long-nav',
      '.noncontent',
      '.para_caption',
      '.staticdetail_container',
    ],
  },
};

export const presetMarkup = (preset: Preset): Markup => ({
  body: MARKUP[preset].body,
  drop: [...MARKUP[preset].drop, ...COMMON],
});
