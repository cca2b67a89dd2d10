import type { Locator } from 'playwright-core'
import { QUERY } from '../harness.js'
import { consoleTest } from './browser.js'

consoleTest(
  'calls are counted and drawn as they come',
  'plot',
  async (t, { page, query, post, sandbox }) => {
    await page.getByText('No requests yet').waitFor()
    for (let count = 0; count < 3; count++)
      await query(await sandbox.issueCode('zhang'))
    await post(QUERY, {})
    const figures = page.locator('.figures')
    await figures.getByText('4', { exact: true }).waitFor()
    t.match(await figures.innerText(), /4\s+calls\s+1\s+refused/)
    t.match(await figures.innerText(), /\d ms\s+median/)
    const colours = (await columns(page.locator('canvas').first())).flat()
    t.ok(colours.includes(GOOD), 'a good one')
    t.ok(colours.includes('179,38,30'), 'a refused one')
  },
)

for (const [pauses, counts] of [
  [[0], [1]],
  [
    [0, 1, 0, 0, 1, 0, 0, 0],
    [1, 3, 4],
  ],
] as const)
  consoleTest(
    `a bar is as high as calls came, the newest too: ${counts}`,
    'plot',
    async (t, { page, query, advance }) => {
      for (const seconds of pauses) {
        advance(seconds * 1000)
        await query('1')
      }
      const figures = page.locator('.figures')
      const count = String(pauses.length)
      await figures.getByText(count, { exact: true }).first().waitFor()
      const picture = page.locator('canvas').last()
      const high = await bars(picture)
      const unit = Math.max(...high) / Math.max(...counts)
      t.strictSame(
        high.map(pixels => Math.round(pixels / unit)),
        counts,
      )
      const edge = (await columns(picture)).slice(-2).flat()
      t.strictSame(new Set(edge), new Set(['']), 'no label is cut')
      await page.setViewportSize({ width: 390, height: 800 })
      await t.resolveMatch(bars(picture), { length: counts.length })
    },
  )

const GOOD = '11,122,107'

/** How many pixels high each bar is, from left to right. */
async function bars(picture: Locator): Promise<number[]> {
  const high = (await columns(picture)).map(
    column => column.filter(colour => colour === GOOD).length,
  )
  return high.filter((pixels, at) => pixels > 0 && !high[at - 1])
}

/** The colours of `picture` from left to right, '' where it shows through. */
function columns(picture: Locator): Promise<string[][]> {
  return picture.evaluate(picture => {
    if (!(picture instanceof HTMLCanvasElement)) return []
    const { width, height } = picture
    const context = picture.getContext('2d')
    const seen = context?.getImageData(0, 0, width, height).data
    const colour = (x: number, y: number) => {
      const at = 4 * (y * width + x)
      const [red, green, blue, alpha = 0] = seen?.slice(at, at + 4) ?? []
      if (alpha === 0) return ''
      return alpha === 255 ? [red, green, blue].join() : 'between'
    }
    return Array.from({ length: width }, (_, x) =>
      Array.from({ length: height }, (_, y) => colour(x, y)),
    )
  })
}
