import { expect, test } from 'vitest'

const sheets = import.meta.glob<string>('../**/*.css', { query: '?raw', import: 'default', eager: true })

/** A “:has” that is asked of the page itself: any change anywhere then has every element's style worked out anew. */
const pageWide = /(?:(?<![-\w.])(?:html|body)|:root)(?:\[[^\]]*\]|:not\()*:has\(/

test('no style asks what the whole page has within it', () => {
  expect(Object.keys(sheets).length).toBeGreaterThan(20)
  const asking = Object.entries(sheets).flatMap(([path, css]) => (pageWide.test(css) ? path : []))
  expect(asking).toEqual([])
  expect(':root[data-told] body:not(:has([data-dialog])) .toasts').toMatch(pageWide)
})
