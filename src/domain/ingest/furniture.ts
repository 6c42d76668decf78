import type { FurnitureKind } from '../article/row.ts'
import type { Head } from './head.ts'
import { hasAge, hasCredit, isShareButton, labelOf } from './labels.ts'
import { isParagraph, type Line, wordCount } from './lines.ts'
import type { FurnitureProposal } from './proposal.ts'

interface Mark {
  kind: FurnitureKind
  reason: string
  confidence: number
}

/**
 * Proposes the page furniture of one article: whole lines that say by their own words or by their place what they
 * are. A paragraph of running text is never proposed, but in the box of the publisher under a copyright line.
 * Lines of one kind that follow one another make one proposal.
 */
export function proposeFurniture(lines: Line[], head: Head, dividers: Set<number>): FurnitureProposal[] {
  const marks: (Mark | undefined)[] = new Array(lines.length)
  const mark = (index: number, kind: FurnitureKind, reason: string, confidence: number) => {
    marks[index] ??= { kind, reason, confidence }
  }
  for (const index of dividers) mark(index, 'menu', 'line between articles', 0.95)
  for (const index of head.repeats) mark(index, 'repeated headline', 'the headline again', 0.95)
  for (const index of head.sections) mark(index, 'menu', 'name or section above the headline', 0.8)
  lines.forEach(({ words, onlyLinks }, index) => {
    if (onlyLinks) mark(index, 'menu', 'row of links', 0.85)
    const label = index === head.titleAt ? undefined : labelOf(words)
    if (label) mark(index, label.kind, label.reason, 0.95)
    else if (hasCredit(words)) markCaption(lines, index, mark)
  })
  for (const index of head.pictureWords)
    mark(index, 'caption', 'words of the headline, as for a picture', 0.6)
  markShareButtons(lines, mark)
  const lastParagraph = lines.findLastIndex(({ words }, index) => !marks[index] && isParagraph(words))
  const textEnd = markPublisherBox(lines, marks, lastParagraph, mark)
  markLists(lines, marks, textEnd, mark)
  markLinkList(lines, marks, textEnd, mark)
  markBoxTitles(lines, marks, textEnd, mark)
  return merge(lines, marks)
}

type Marker = (index: number, kind: FurnitureKind, reason: string, confidence: number) => void

/** A credited line, and the short line above it when that says the same: the text that stands for the picture. */
function markCaption(lines: Line[], index: number, mark: Marker): void {
  mark(index, 'caption', 'caption with a credit', 0.95)
  const above = lines[index - 1]
  const caption = lines[index]!
  if (!above || isParagraph(above.words) || caption.gap > 1) return
  const inCaption = new Set(plainWords(caption.words))
  const words = plainWords(above.words)
  const shared = words.filter((word) => inCaption.has(word)).length
  if (words.length >= 2 && shared >= words.length * 0.6)
    mark(index - 1, 'caption', 'repeated in the caption below', 0.85)
}

function plainWords(words: string): string[] {
  return words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Networks' names, two or more together. */
function markShareButtons(lines: Line[], mark: Marker): void {
  lines.forEach(({ words }, index) => {
    if (!isShareButton(words)) return
    const beside = [lines[index - 1], lines[index + 1]]
    if (beside.some((line) => line && (isShareButton(line.words) || labelOf(line.words)?.kind === 'share'))) {
      mark(index, 'share', 'share buttons', 0.9)
    }
  })
}

/**
 * The publisher about itself, under the copyright line at the very end: it names itself or an address to write to.
 * Answers the index of the article's own last paragraph.
 */
function markPublisherBox(
  lines: Line[],
  marks: (Mark | undefined)[],
  lastParagraph: number,
  mark: Marker,
): number {
  const copyright = marks.findLastIndex((found) => found?.kind === 'copyright')
  if (copyright < lines.length * 0.5) return lastParagraph
  const below = lines.map((_, index) => index).filter((index) => index > copyright && !marks[index])
  const long = below.filter((index) => wordCount(lines[index]!.words) >= 8)
  const names = properNames(lines[copyright]!.words)
  const isBox = (words: string) =>
    /\S@\S+\.\S|https?:|www\.|\bcontact\b/i.test(words) || names.some((name) => words.includes(name))
  const size = long.reduce((sum, index) => sum + wordCount(lines[index]!.words), 0)
  if (size > 160 || !long.every((index) => isBox(lines[index]!.words))) return lastParagraph
  for (const index of long) mark(index, 'other', 'the publisher about itself', 0.7)
  return lines.findLastIndex(({ words }, index) => index < copyright && !marks[index] && isParagraph(words))
}

function properNames(words: string): string[] {
  const common = /^(?:Copyright|All|Rights|Reserved|The|Inc|Ltd|News|Media)$/
  return (words.match(/\p{Lu}[\p{L}&]{2,}/gu) ?? []).filter((name) => !common.test(name))
}

/**
 * The links under a label such as "Most Popular". Below the article all short lines up to the next label; within it
 * only those that adjoin the label, and not the one right above a paragraph, which may be a heading of the article.
 */
function markLists(lines: Line[], marks: (Mark | undefined)[], textEnd: number, mark: Marker): void {
  lines.forEach(({ words }, index) => {
    const label = marks[index] && labelOf(words)
    if (!label?.heads) return
    const reason =
      label.kind === 'most popular' ? 'in a list of popular articles' : 'in a list of related articles'
    const adjoins = lines[index + 1]?.gap === 0
    for (let next = index + 1; next < lines.length; next += 1) {
      const line = lines[next]!
      if (adjoins && line.gap > 0) return
      const below = lines[next + 1]
      if (marks[next] || isParagraph(line.words) || wordCount(line.words) > 30) return
      const inText = index < textEnd
      if (inText && next > index + 1 && line.gap > 0) return
      const isOverText = below && !marks[next + 1] && isParagraph(below.words)
      if (inText && (isOverText || !below) && !hasAge(line.words)) return
      mark(next, label.kind, reason, inText ? 0.75 : 0.85)
    }
  })
}

/** Short lines after the last paragraph of which several say their age ("2 months ago"), or stand behind bullets. */
function markLinkList(lines: Line[], marks: (Mark | undefined)[], textEnd: number, mark: Marker): void {
  const tail = lines.slice(textEnd + 1)
  const signs = tail.filter(({ words }) => hasAge(words) || isBullet(words)).length
  if (textEnd < 0 || signs < 2) return
  const first = tail.findIndex(
    ({ words }, place) => hasAge(words) || isBullet(words) || hasAge(tail[place + 1]?.words ?? ''),
  )
  tail.forEach(({ words }, place) => {
    if (place >= first && wordCount(words) <= 40 && !marks[textEnd + 1 + place]) {
      mark(textEnd + 1 + place, 'related', 'list of links after the article', 0.9)
    }
  })
}

function isBullet(words: string): boolean {
  return /^[-–—•*·►▪»]$/u.test(words)
}

/** Below the article: the short line right above a box, which is its title. */
function markBoxTitles(lines: Line[], marks: (Mark | undefined)[], textEnd: number, mark: Marker): void {
  for (let index = lines.length - 2; index > textEnd && textEnd >= 0; index -= 1) {
    const box = marks[index + 1]
    const isBox = box?.kind === 'newsletter' || box?.kind === 'other' || box?.kind === 'comments'
    if (!isBox || marks[index] || lines[index + 1]!.gap > 0) continue
    if (wordCount(lines[index]!.words) <= 10 && !isParagraph(lines[index]!.words)) {
      mark(index, box.kind, 'title of the box below', 0.75)
    }
  }
}

function merge(lines: Line[], marks: (Mark | undefined)[]): FurnitureProposal[] {
  const proposals: FurnitureProposal[] = []
  let lastIndex = -2
  marks.forEach((found, index) => {
    if (!found) return
    const { start, end } = lines[index]!
    const last = proposals.at(-1)
    if (last && index === lastIndex + 1 && last.kind === found.kind) {
      last.end = end
      last.confidence = Math.min(last.confidence, found.confidence)
    } else {
      proposals.push({ start, end, ...found })
    }
    lastIndex = index
  })
  return proposals
}
