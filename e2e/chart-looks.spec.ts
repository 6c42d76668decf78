import type { Page } from '@playwright/test'
import { expect, test } from './shells/fixtures.ts'
import { useTheme } from './steps.ts'

/**
 * The charts as they are seen: what a screenshot shows of each mark and each word, in both themes, wide and narrow. Stored
 * pictures would tell more of a machine's fonts than of the charts; here the pixels themselves are judged.
 */
const question = 'How many North Korean soldiers are in Russia?'
const charts = [
  { tab: 'Spread' },
  { tab: 'Spread', along: 'Statement date' },
  { tab: 'Independence' },
  { tab: 'Timeline' },
]

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 560]) {
    test(`marks stand out and no word is cut off in ${theme}, ${width} pixels wide`, async ({ app }) => {
      const { page } = app
      await useTheme(page, theme)
      await page.setViewportSize({ width, height: 900 })
      await page.keyboard.press('g')
      await page.keyboard.press('m')
      if (width < 800) await page.getByRole('radio', { name: 'Topics', exact: true }).click()
      await page.getByRole('grid', { name: 'Topics' }).getByRole('row', { name: question }).press('Enter')
      for (const { tab, along } of charts) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        if (along) await page.getByRole('radio', { name: along, exact: true }).first().press('Space')
        await page.locator('.chart-sheet [data-mark]').first().waitFor()
        await page.evaluate(() => document.fonts.ready)
        const { marks, words, faults } = await look(page)
        const where = along ? `${tab}, ${along}` : tab
        expect(marks, `marks of ${where} on the screen`).toBeGreaterThan(2)
        expect(words, `words of ${where} on the screen`).toBeGreaterThan(2)
        expect(faults, where).toEqual([])
      }
    })
  }
}

interface Look {
  marks: number
  words: number
  /** In words; empty when all is well. */
  faults: string[]
}

/**
 * Judges what is on the screen of the charts: against the card behind it each mark has a contrast of 3 : 1 and each word 4.5 : 1 (WCAG 2.2,
 * 1.4.11 and 1.4.3; the strongest of their pixels, since the others are smoothed), no word reaches beyond its drawing, and no
 * two words lie on one another.
 */
async function look(page: Page): Promise<Look> {
  // Under the pointer or the focus a mark looks otherwise.
  await page.mouse.move(1, 1)
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64')
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const scale = bitmap.width / innerWidth
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    canvas.drawImage(bitmap, 0, 0)
    const scroller = document.querySelector('.compare-panel')!.getBoundingClientRect()
    const faults: string[] = []

    const sheets = [...document.querySelectorAll<SVGSVGElement>('svg.chart-sheet')]
    const isSeen = (element: Element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
      const inside =
        left >= 0 &&
        right <= innerWidth &&
        top >= scroller.top &&
        bottom <= Math.min(scroller.bottom, innerHeight)
      return inside && width + height > 0 && getComputedStyle(element).visibility === 'visible'
    }
    const marks = sheets.flatMap((sheet) => [...sheet.querySelectorAll('[data-mark]')]).filter(isSeen)
    for (const mark of marks) {
      const shapes = [...mark.querySelectorAll('circle,rect,line,path,polygon,polyline')].filter(
        (shape) => !/(^| )(hit|origin-hit)( |$)/.test(shape.getAttribute('class') ?? ''),
      )
      const best = Math.max(...shapes.map(strongest))
      if (best < 3)
        faults.push(`a mark of contrast ${best.toFixed(1)}: ${mark.querySelector('title')?.textContent}`)
    }
    let words = 0
    for (const sheet of sheets) {
      const edge = sheet.getBoundingClientRect()
      const texts = [...sheet.querySelectorAll('text')].filter((text) => text.textContent && isSeen(text))
      words += texts.length
      const boxes = texts.map((text) => ({ text: text.textContent!, box: text.getBoundingClientRect() }))
      for (const [index, text] of texts.entries()) {
        const best = strongest(text)
        if (best < 4.5) faults.push(`words of contrast ${best.toFixed(1)}: ${text.textContent}`)
        const { box } = boxes[index]!
        // Letters are lower than their box by what the font keeps free above and below.
        const room = box.height * 0.2
        if (box.left < edge.left - 1 || box.right > edge.right + 1)
          faults.push(`cut off at the side: ${text.textContent}`)
        if (box.top + room < edge.top || box.bottom - room > edge.bottom)
          faults.push(`cut off above or below: ${text.textContent}`)
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
          if (across > 2 && down > room * 2)
            faults.push(`on one another: ${text.textContent} / ${other.text}`)
        }
      }
    }
    return { marks: marks.length, words, faults }

    /** The largest contrast of a pixel within an element to the card that the charts lie on. */
    function strongest(element: Element): number {
      const { left, top, width, height } = element.getBoundingClientRect()
      const card = element.closest('.chart-card, .card, section')?.getBoundingClientRect()
      const ground = card ? pixels(card.left + 3, card.top + card.height / 2, 1, 1) : pixels(left, top, 1, 1)
      const behind = luminance(ground, 0)
      // A line without width still has the pixels on both sides of it.
      const seen = pixels(left - 0.5, top - 0.5, width + 1, height + 1)
      let best = 1
      for (let at = 0; at < seen.length; at += 4) {
        const own = luminance(seen, at)
        best = Math.max(best, (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05))
      }
      return best
    }

    function pixels(left: number, top: number, width: number, height: number): Uint8ClampedArray {
      const size = (length: number) => Math.max(1, Math.round(length * scale))
      const at = (place: number) => Math.round(place * scale)
      return canvas.getImageData(at(left), at(top), size(width), size(height)).data
    }

    /** Relative luminance, 0 to 1, as WCAG defines it. */
    function luminance(data: Uint8ClampedArray, at: number): number {
      const [red, green, blue] = [0, 1, 2].map((channel) => {
        const value = data[at + channel]! / 255
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
    }
  }, picture)
}
