// The reader's side of Sasando Kini: routes, fetches JSON, builds the page. Without it there is only an empty shell.
const root = document.querySelector('#app');

/** h('p', { class: 'isi' }, 'teks', …) → an element. */
function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function meta(property, content) {
  document.head.append(h('meta', { property, content }));
}

async function load(path) {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

const link = (item) => h('a', { href: item.path }, item.title);

function frame(...children) {
  const menu = ['Kupang', 'Flores', 'Sumba', 'Timor', 'Lombok', 'Bima', 'Bali', 'Politik'];
  return h(
    'div',
    { class: 'layout' },
    h(
      'header',
      { class: 'topbar' },
      h('a', { class: 'brand', href: '/' }, 'Sasando Kini'),
      h('nav', null, ...menu.map((name) => h('a', { href: `/kanal/${name.toLowerCase()}` }, name))),
    ),
    ...children,
    h(
      'footer',
      { class: 'bottombar' },
      '© Sasando Kini. Koran ini rekaan untuk peragaan. ',
      h('a', { href: '/redaksi' }, 'Redaksi'),
    ),
  );
}

function shareBar() {
  const names = ['Facebook', 'X', 'WhatsApp', 'Telegram', 'Salin Tautan'];
  return h(
    'div',
    { class: 'share' },
    ...names.map((name) => h('button', { type: 'button' }, name)),
  );
}

function paragraphs(article) {
  return article.blocks.flatMap((block, index) => {
    const element = h(block.kind === 'heading' ? 'h2' : 'p', { class: 'paragraf' }, block.text);
    const also = article.also[index];
    if (also === undefined || also === null) return [element];
    return [element, h('div', { class: 'baca-juga' }, 'Baca juga: ', link(also))];
  });
}

function articleView(article) {
  document.title = `${article.title} | Sasando Kini`;
  meta('og:title', article.title);
  meta('article:published_time', article.publishedAt);
  document.head.append(h('link', { rel: 'canonical', href: location.origin + article.path }));
  return frame(
    h(
      'main',
      { class: 'page' },
      h(
        'article',
        { class: 'story' },
        h('span', { class: 'kicker' }, article.section),
        h('h1', { class: 'headline' }, article.title),
        h(
          'div',
          { class: 'byline' },
          h('span', { class: 'writer' }, `Penulis: ${article.author}`),
          h('span', { class: 'editor' }, `Editor: ${article.editor}`),
          h('time', { datetime: article.publishedAt }, article.printedAt),
        ),
        shareBar(),
        h(
          'figure',
          null,
          h('img', { src: article.image, alt: article.title, width: '800', height: '450' }),
          h('figcaption', null, article.caption),
        ),
        h(
          'section',
          { class: 'story-body' },
          ...paragraphs(article),
          article.credit === null ? null : h('p', { class: 'paragraf' }, article.credit),
        ),
        h(
          'div',
          { class: 'chips' },
          'Topik: ',
          ...article.tags.map((tag) => h('a', { href: `/topik/${tag}` }, tag)),
        ),
        h('p', { class: 'follow' }, 'Ikuti Sasando Kini di Google News dan kanal WhatsApp kami.'),
      ),
      h(
        'aside',
        { class: 'rail' },
        h('h3', null, 'Terpopuler'),
        h('ol', null, ...article.popular.map((item) => h('li', null, link(item)))),
        h('h3', null, 'Berita Terkait'),
        h('ul', null, ...article.related.map((item) => h('li', null, link(item)))),
      ),
    ),
  );
}

const homeView = (items) =>
  frame(
    h(
      'main',
      { class: 'page' },
      h(
        'ul',
        { class: 'feed' },
        ...items.map((item) => h('li', null, link(item), h('small', null, item.printedAt))),
      ),
    ),
  );

async function start() {
  const id = /^\/baca\/(\d+)\//.exec(location.pathname)?.[1];
  try {
    const view =
      id === undefined
        ? homeView(await load('/api/v1/articles'))
        : articleView(await load(`/api/v1/articles/${id}`));
    root.replaceChildren(view);
  } catch {
    root.replaceChildren(
      frame(h('main', { class: 'page' }, h('h1', null, 'Halaman tidak ditemukan'))),
    );
  }
  root.dataset.siap = 'ya';
}

await start();
