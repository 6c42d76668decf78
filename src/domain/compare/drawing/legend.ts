import type { Qualifier } from '../../claim/row.ts'
import { sheet, words } from './chart-pieces.ts'
import { type Drawing, draw } from './drawing.ts'
import { type Course, endMark, type Figure, figureMark } from './mark.ts'
import { wordsWidth } from './text-fit.ts'

const rowHeight = 22
const sampleWidth = 44
const gap = 18

/** What the marks of a chart mean: only the kinds that it has. */
export function figureLegend(width: number, figures: readonly Figure[]): Drawing {
  const samples: [string, Drawing[]][] = []
  const has = (test: (figure: Figure) => boolean) => figures.some(test)
  const add = (label: string, figure: Omit<Figure, 'stance'>) =>
    samples.push([label, figureMark({ ...figure, stance: 'asserts' }, course, 0)])
  const isSpan = ({ low, high }: Figure) => low !== null && high !== null && low !== high
  const isKind = (qualifier: Qualifier) => has((figure) => figure.qualifier === qualifier)
  if (has((figure) => figure.qualifier === 'exactly' && !isSpan(figure))) add('a figure', exactly(5, 5))
  if (has(isSpan)) add('from … to …', exactly(2, 8))
  if (isKind('about')) add('about', { qualifier: 'about', low: 5, high: 5 })
  if (isKind('up to')) add('up to: low end open', { qualifier: 'up to', low: null, high: 8 })
  if (isKind('at least')) add('at least: high end open', { qualifier: 'at least', low: 2, high: null })
  if (isKind('more than')) add('more than: high end open', { qualifier: 'more than', low: 2, high: null })
  for (const stance of ['denies', 'cannot confirm'] as const) {
    if (has((figure) => figure.stance === stance)) {
      samples.push([stance, endMark({ x: sampleWidth / 2, y: 0 }, stance, false)])
    }
  }
  return flow(width, samples)
}

function exactly(low: number, high: number): Omit<Figure, 'stance'> {
  return { qualifier: 'exactly', low, high }
}

const course: Course = {
  at: (value) => (value / 10) * sampleWidth,
  start: 2,
  end: sampleWidth - 2,
  isUpright: false,
  openLength: null,
}

/** Samples with their words, line by line. */
export function flow(width: number, samples: readonly (readonly [string, readonly Drawing[]])[]): Drawing {
  let [x, row] = [0, 0]
  const parts = samples.map(([label, sample]) => {
    const length = sampleWidth + 6 + wordsWidth(label)
    if (x > 0 && x + length > width) {
      x = 0
      row += 1
    }
    const part = draw(
      'g',
      { transform: `translate(${Math.round(x)} ${row * rowHeight + rowHeight / 2})`, class: 'sample' },
      ...sample,
      words(label, sampleWidth + 6, 4, 'head'),
    )
    x += length + gap
    return part
  })
  return sheet(width, (row + 1) * rowHeight, ...parts)
}
