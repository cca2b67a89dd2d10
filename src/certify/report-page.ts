/**
 * How the page of a report looks, and its two switches.
 * @module
 */

export const STYLE = `
:root { color-scheme: light dark; --line: #8884; --good: #1a7f37; --bad: #cf222e }
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem }
html[lang="en"] article[lang="zh-CN"], html[lang="zh-CN"] article[lang="en"] { display: none }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem }
dt { opacity: .7 } dd { margin: 0; overflow-wrap: anywhere }
.summary { font-weight: 600; border-left: 4px solid var(--good); padding-left: .75rem }
.summary.failed { border-color: var(--bad) }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line); overflow-wrap: anywhere }
tr.passed b { color: var(--good) } tr.failed b { color: var(--bad) }
tr.failed { background: #cf222e14 } tr.skipped { opacity: .65 }
code { font-size: .85em } cite { display: block; font-style: normal; opacity: .7; font-size: .85em }
q { quotes: none; white-space: pre-line }
.hide-others tr.passed, .hide-others tr.skipped, .hide-others section:not(:has(tr.failed)) { display: none }
th { width: 23% } th:first-child { width: 14% } th:last-child { width: 17% }
@media print { button, label { display: none } }
`

export const SCRIPT = `
const root = document.documentElement
for (const button of document.querySelectorAll('.language'))
  button.onclick = () => { root.lang = root.lang === 'en' ? 'zh-CN' : 'en' }
const boxes = [...document.querySelectorAll('.only-failed')]
for (const box of boxes)
  box.onchange = () => {
    for (const other of boxes) other.checked = box.checked
    document.body.classList.toggle('hide-others', box.checked)
  }
`
