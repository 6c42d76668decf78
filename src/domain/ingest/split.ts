import { labelOf } from './labels.ts'
import { endsLikeSentence, isHeadline, isParagraph, type Line, sameWords, wordCount } from './lines.ts'
import { isMetaLine } from './meta-lines.ts'

/** Where the articles of a file begin. */
export interface Split {
  reason: string
  /** Indexes into the lines, ascending; the first is 0. */
  starts: number[]
  /** Lines that stand between or above articles and belong to none: category lines, rules, markers. */
  dividers: Set<number>
}

/**
 * Finds the articles of a file that holds several, by the first sign that fits:
 * Markdown headings of the first level; "Document 2 of 9"; one short line (a category) before each headline; or a
 * rule ("-----") before each article that begins with headline and byline or date. Null when the file holds one.
 */
export function proposeSplit(lines: Line[]): Split | null {
  return byTopHeadings(lines) ?? byNumberedMarkers(lines) ?? byCategoryLine(lines) ?? byRules(lines)
}

/** A section needs so many words of running text to be an article of its own. */
const minArticleWords = 50

function byTopHeadings(lines: Line[]): Split | null {
  const starts = indexesWhere(lines, (line) => line.heading === 1)
  if (starts.length < 2 || !allAreArticles(lines, starts)) return null
  return split(lines, starts, new Set(), `${starts.length} headings of the first level`)
}

function byNumberedMarkers(lines: Line[]): Split | null {
  const markers = indexesWhere(lines, (line) => markerNumber(line.words) !== undefined)
  const counted = markers.every((index, place) => markerNumber(lines[index]!.words) === place + 1)
  if (markers.length < 2 || !counted || !allAreArticles(lines, markers)) return null
  return split(
    lines,
    markers,
    new Set(markers),
    `“${lines[markers[0]!]!.words}” and so on before each article`,
  )
}

function markerNumber(words: string): number | undefined {
  const match = /^(?:document|article|item|story)\s+(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?\s*:?$/i.exec(words)
  const counted = match ?? /^(\d{1,4})\s+of\s+\d{1,4}(?:\s+(?:documents|articles|items))?$/i.exec(words)
  return counted ? Number(counted[1]) : undefined
}

function byCategoryLine(lines: Line[]): Split | null {
  const places = new Map<string, number[]>()
  lines.forEach((line, index) => {
    if (!couldBeCategory(line.words)) return
    const key = sameWords(line.words)
    const indexes = places.get(key)
    if (indexes) indexes.push(index)
    else places.set(key, [index])
  })
  let best: number[] = []
  for (const indexes of places.values()) {
    if (indexes.length > best.length && standsOverArticles(lines, indexes)) best = indexes
  }
  if (best.length === 0) return null
  const words = lines[best[0]!]!.words
  return split(lines, best, new Set(best), `“${words}” stands before each of ${best.length} headlines`)
}

function couldBeCategory(words: string): boolean {
  if (words.length > 80 || !/\p{L}/u.test(words) || /[:,;?]$/u.test(words)) return false
  if (endsLikeSentence(words) || labelOf(words)) return false
  const count = wordCount(words)
  return count >= 1 && count <= 8
}

function standsOverArticles(lines: Line[], indexes: number[]): boolean {
  const fromTop = indexes[0]! <= 2
  if (indexes.length < (fromTop ? 2 : 3)) return false
  const headlines = indexes.map((index) => lines[index + 1]?.words ?? '')
  if (
    !headlines.every((words, place) => isHeadline(words, 3) && !isMetaLine(lines[indexes[place]! + 1]!.words))
  )
    return false
  if (new Set(headlines.map(sameWords)).size < headlines.length) return false
  // In an interview the same name stands before each question.
  if (headlines.filter((words) => words.endsWith('?')).length * 2 > headlines.length) return false
  return allAreArticles(lines, indexes)
}

function byRules(lines: Line[]): Split | null {
  const rules = indexesWhere(lines, (line) => /^(?:[-=_*~#—–•]\s?){3,}$/.test(line.words))
  if (rules.length === 0) return null
  const starts = [0, ...rules.map((index) => index + 1)].filter(
    (index) => index < lines.length && !rules.includes(index),
  )
  const signed = starts.every((index) => {
    const head = lines.slice(index, index + 6)
    return isHeadline(head[0]!.words, 3) && head.slice(1).some((line) => isMetaLine(line.words))
  })
  if (starts.length < 2 || !signed || !allAreArticles(lines, starts)) return null
  return split(
    lines,
    starts,
    new Set(rules),
    `a ruled line before each of ${starts.length} headlines with a byline or date`,
  )
}

/** Whether each section, from its start to the next, has running text enough for an article. */
function allAreArticles(lines: Line[], starts: number[]): boolean {
  return starts.every((start, place) => {
    let words = 0
    const end = starts[place + 1] ?? lines.length
    for (let index = start; index < end && words < minArticleWords; index += 1) {
      if (isParagraph(lines[index]!.words)) words += wordCount(lines[index]!.words)
    }
    return words >= minArticleWords
  })
}

/** What stands before the first start belongs to the first article, unless it is an article of its own. */
function split(lines: Line[], starts: number[], dividers: Set<number>, reason: string): Split {
  const first = starts[0]!
  const isArticle = first > 0 && allAreArticles(lines.slice(0, first), [0])
  return { reason, starts: isArticle ? [0, ...starts] : [0, ...starts.slice(1)], dividers }
}

function indexesWhere(lines: Line[], holds: (line: Line) => boolean): number[] {
  return lines.flatMap((line, index) => (holds(line) ? [index] : []))
}
