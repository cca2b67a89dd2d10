/**
 * The HTML around every page: menu, language and texts stand in it, so that
 * the first paint waits for nothing but the style sheet.
 * @module
 */
import { consoleTexts } from '../../texts/console.js'
import { LOCALES, type Locale, text } from '../../texts/index.js'
import { PAGES, type Page } from './pages.js'

/** Where {@link readFiles} are served. */
export const FILES = '/console/files/'

/** What every page has. */
const FRAME = [
  ...['frame.css', 'controls.css', 'parts.css'],
  ...['menu.js', 'spaces.js'],
]

/** Not in the menu; it is whole without a script. */
const NO_SUCH_PAGE = {
  route: '',
  title: 'console.no-such-page',
  files: [],
} satisfies Page

/** For an address of the console at which there is nothing. */
export function noSuchPage(locale: Locale, space: string): string {
  const what = escaped(text('console.no-such-page.what', {}, locale))
  const overview = escaped(text('console.no-such-page.overview', {}, locale))
  const link = `<a class="button primary" href="/console/${queryOf({ space })}">${overview}</a>`
  const said = `<div class="card stack"><p>${what}</p><div class="row">${link}</div></div>`
  return shell(NO_SUCH_PAGE, locale, space, said)
}

/**
 * `page` in `locale` for the space `space`, whole, with the HTML `said` below
 * its title. Nothing else of a person's input goes in.
 */
export function shell(
  page: Page,
  locale: Locale,
  space: string,
  said = '',
): string {
  const title = text(page.title, {}, locale)
  return `<!doctype html>
<html lang="${locale}" data-space="${escaped(space)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · nationec</title>
<link rel="icon" href="${FILES}icon.svg" type="image/svg+xml">
${[...FRAME, ...page.files].map(load).join('\n')}
</head>
<body>
<a class="skip" href="#main">${escaped(text('console.skip', {}, locale))}</a>
<header>
<a class="brand" href="/console/${queryOf({ space })}"><img src="${FILES}icon.svg" alt="" width="28" height="28">nationec</a>
${spaces(locale, space)}
${menu(page, locale, space)}
${languages(locale, space)}
</header>
<main id="main" tabindex="-1"><h1>${escaped(title)}</h1>${said}</main>
<div id="notices" role="status" aria-live="polite"></div>
<noscript>${escaped(text('console.no-script', {}, locale))}</noscript>
<script type="application/json" id="texts">${textsOf(locale)}</script>
</body>
</html>
`
}

function load(file: string): string {
  const path = FILES + file
  if (file.endsWith('.css')) return `<link rel="stylesheet" href="${path}">`
  const kind = file.startsWith('uPlot') ? 'defer' : 'type="module"'
  return `<script ${kind} src="${path}"></script>`
}

/** Which it is; a script fills in the others. */
function spaces(locale: Locale, space: string): string {
  const label = escaped(text('console.space', {}, locale))
  const name = escaped(space || text('console.space.common', {}, locale))
  const chosen = space ? ' class="chosen"' : ''
  return `<details id="spaces"${chosen}><summary><span>${label}</span> <b>${name}</b></summary></details>`
}

function menu(current: Page, locale: Locale, space: string): string {
  const items = PAGES.map(page => {
    const here = page === current ? ' aria-current="page"' : ''
    const title = escaped(text(page.title, {}, locale))
    return `<li><a href="${page.route}${queryOf({ space })}"${here}>${title}</a></li>`
  })
  const label = escaped(text('console.menu', {}, locale))
  return `<nav aria-label="${label}"><ul>${items.join('')}</ul></nav>`
}

/** Each language is named in itself. */
const NAMES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' }

function languages(current: Locale, space: string): string {
  const links = LOCALES.filter(locale => locale !== current).map(
    locale =>
      `<a class="language" href="${queryOf({ lang: locale, space })}" hreflang="${locale}" lang="${locale}">${NAMES[locale]}</a>`,
  )
  return links.join('')
}

/** Those of `parameters` that say something, for an attribute. */
function queryOf(parameters: Record<string, string>): string {
  const said = Object.entries(parameters).filter(([, value]) => value)
  if (said.length === 0) return ''
  return escaped(`?${new URLSearchParams(said)}`)
}

/** As JSON that cannot end the element it stands in. */
function textsOf(locale: Locale): string {
  const chosen = Object.entries(consoleTexts).map(([key, sentence]) => [
    key,
    sentence[locale],
  ])
  return JSON.stringify(Object.fromEntries(chosen)).replaceAll('<', '\\u003c')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, character => ENTITIES[character] ?? '')
}
