/**
 * The report as one HTML page in both languages that needs nothing else.
 * @module
 */
import { LOCALES, type Locale, type TextKey, text } from '../texts/index.js'
import { GROUPS, groupTitle } from './case.js'
import { escapeMarkup } from './markup.js'
import { countVerdicts, type Report, speak } from './report.js'
import { SCRIPT, STYLE } from './report-page.js'

/** `report` as a page that opens in `locale` and can be turned to the other. */
export function reportHtml(report: Report, locale: Locale): string {
  const title = escapeMarkup(text('certify.title', {}, locale))
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${LOCALES.map(other => article(report, other)).join('\n')}
<script>${SCRIPT}</script>
</body>
</html>
`
}

/** The whole report in one language; the style shows that of the page. */
function article(report: Report, locale: Locale): string {
  const say = (key: TextKey, parameters = {}) =>
    escapeMarkup(text(key, parameters, locale))
  const counts = countVerdicts(report)
  const seconds = (report.ms / 1000).toFixed(1)
  const facts: [TextKey, string][] = [
    ['certify.label.subject', report.subject],
    ['certify.label.platform', report.platform],
    ['certify.label.at', report.startedAt.toISOString()],
  ]
  return `<article lang="${locale}">
<header>
<h1>${say('certify.title')}</h1>
<button type="button" class="language">${say('certify.label.language')}</button>
</header>
<dl>${facts
    .map(
      ([key, value]) => `<dt>${say(key)}</dt><dd>${escapeMarkup(value)}</dd>`,
    )
    .join('')}</dl>
<p class="summary ${counts.failed > 0 ? 'failed' : 'passed'}">${say('certify.summary', { ...counts, seconds })}</p>
<label><input type="checkbox" class="only-failed">${say('certify.label.only-failed')}</label>
${GROUPS.map(group => section(report, group, locale)).join('\n')}
</article>`
}

function section(
  { results }: Report,
  group: (typeof GROUPS)[number],
  locale: Locale,
): string {
  const spoken = results
    .filter(result => result.group === group)
    .map(result => speak(result, locale))
  if (spoken.length === 0) return ''
  const say = (key: TextKey) => escapeMarkup(text(key, {}, locale))
  const columns = ['done', 'expected', 'clause', 'seen'] as const
  const rows = spoken.map(({ id, verdict, done, expected, clause, seen }) => {
    const mark = say(`certify.verdict.${verdict}`)
    const cells = [
      `<td><b>${mark}</b><br><code>${escapeMarkup(id)}</code></td>`,
      `<td>${escapeMarkup(done)}</td>`,
      `<td>${escapeMarkup(expected)}</td>`,
      `<td><cite>${escapeMarkup(clause.where)}</cite><q>${escapeMarkup(clause.quote)}</q></td>`,
      `<td>${escapeMarkup(seen ?? '')}</td>`,
    ]
    return `<tr class="${verdict}">${cells.join('')}</tr>`
  })
  const heads = columns.map(name => `<th>${say(`certify.label.${name}`)}</th>`)
  return `<section>
<h2>${say(groupTitle(group))}</h2>
<table>
<thead><tr><th></th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`
}
