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
    const colours = await page
      .locator('canvas')
      .first()
      .evaluate(picture => {
        if (!(picture instanceof HTMLCanvasElement)) return []
        const { width, height } = picture
        const context = picture.getContext('2d')
        const seen = context?.getImageData(0, 0, width, height).data ?? []
        const found = new Set<string>()
        for (let at = 0; at < seen.length; at += 4)
          if (seen[at + 3] === 255)
            found.add([...seen.slice(at, at + 3)].join())
        return [...found]
      })
    t.ok(colours.includes('11,122,107'), 'a good one')
    t.ok(colours.includes('179,38,30'), 'a refused one')
  },
)
