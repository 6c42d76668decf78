import { readDate } from '../plain-values/date.ts'
import { hasCredit, labelOf } from './labels.ts'
import { isHeadline, isParagraph, type Line, sameWords, wordCount } from './lines.ts'
import { isMetaLine } from './meta-lines.ts'
import { readOpening } from './opening.ts'
import type { Proposed } from './proposal.ts'

/** What stands over the running text of an article. Indexes are into the article's lines. */
export interface Head {
  title: Proposed
  /** Undefined when the text has no headline and the title is its first words. */
  titleAt: number | undefined
  subtitle: Proposed | null
  /** The publication's name on a line of its own by the headline. */
  publisher: Proposed | null
  /** Names and section words above the headline. */
  sections: number[]
  /** The headline again, also behind "No Comments on". */
  repeats: number[]
  /** A short line of words from the headline, as the description of a picture. */
  pictureWords: number[]
}

/** How far down a headline may stand: below a menu, but not in the article. */
const maxHeadLines = 40

/** Finds the headline of an article and the lines around it. `dividers` are lines known to be category lines. */
export function readHead(lines: Line[], dividers: Set<number>): Head {
  const firstParagraph = lines.findIndex(({ words }) => isParagraph(words) && wordCount(words) >= 12)
  const headEnd = Math.min(firstParagraph < 0 ? lines.length : firstParagraph, maxHeadLines)
  const divider = lines.findIndex((_, index) => index < headEnd && dividers.has(index))
  const candidates: number[] = []
  for (let index = divider + 1; index < headEnd; index += 1) {
    if (couldBeTitle(lines[index]!)) candidates.push(index)
  }
  const above = shortLines(lines, 0, Math.max(0, divider))
  const printed = lines.map(({ words }) => (words.length <= 400 ? sameWords(words) : ''))
  const found = chooseTitle(lines, candidates, printed)
  if (!found) {
    const first = lines[Math.max(0, divider + 1)]?.words ?? ''
    return {
      title: { value: firstWords(first), reason: 'no headline found: the first words' },
      titleAt: undefined,
      ...{ subtitle: null, publisher: null, sections: above, repeats: [], pictureWords: [] },
    }
  }
  const { titleAt, reason } = found
  const title = lines[titleAt]!.words
  const repeats = repeatsOf(titleAt, printed)
  const below = candidates.filter((index) => index > titleAt && !repeats.includes(index))
  const sections = [...above, ...shortLines(lines, divider + 1, titleAt)]
  const names = [...sections, ...below.slice(0, 1)].filter((index) => isPublicationName(lines, index))
  const subtitleAt = below.find(
    (index) => !names.includes(index) && couldBeSubtitle(lines[index]!.words, title),
  )
  return {
    title: {
      value: title,
      reason: divider >= 0 && titleAt === divider + 1 ? 'line below the category' : reason,
    },
    titleAt,
    subtitle:
      subtitleAt === undefined
        ? null
        : { value: lines[subtitleAt]!.words, reason: 'line below the headline' },
    publisher:
      names[0] === undefined ? null : { value: lines[names[0]]!.words, reason: 'name by the headline' },
    sections,
    repeats,
    pictureWords: below.filter((index) => describesPicture(lines[index]!.words, title)),
  }
}

/** Lines of a few words that are no byline, date or address. */
function shortLines(lines: Line[], from: number, to: number): number[] {
  const short: number[] = []
  for (let index = from; index < to; index += 1) {
    const { words } = lines[index]!
    if (wordCount(words) <= 6 && !isParagraph(words) && !isMetaLine(words)) short.push(index)
  }
  return short
}

function couldBeSubtitle(words: string, title: string): boolean {
  return isHeadline(words, 4) && readDate(words) === null && !describesPicture(words, title)
}

/**
 * A name with a word that publications have in theirs, or one that stands again in a short line further down, as in a
 * copyright line or a credit.
 */
function isPublicationName(lines: Line[], index: number): boolean {
  const { words } = lines[index]!
  if (wordCount(words) > 7 || !/^[\p{Lu}\p{Lo}]/u.test(words) || labelOf(words)) return false
  if (publicationWord.test(words)) return true
  const name = words.toLowerCase()
  if (wordCount(name) < 2) return false
  const holds = (line: Line) => line.words.toLowerCase().includes(name) && !isParagraph(line.words)
  return lines.slice(index + 1).some((line) => holds(line) && (labelOf(line.words) || hasCredit(line.words)))
}

const publicationWord =
  /\b(?:times|post|wire|herald|tribune|gazette|journal|monitor|record|review|courier|bulletin|chronicle|press|daily|observer|guardian|mail|telegraph|standard|globe|radio|broadcasting|agency|ledger|desk|digest|magazine|newspaper|zeitung|nachrichten|periódico)$/i

function couldBeTitle({ words, heading }: Line): boolean {
  if (!isHeadline(words, 1) || isMetaLine(words)) return false
  return heading > 0 || (!labelOf(words) && !hasCredit(words))
}

function chooseTitle(
  lines: Line[],
  candidates: number[],
  printed: string[],
): { titleAt: number; reason: string } | undefined {
  const heading = candidates.find((index) => lines[index]!.heading === 1)
  if (heading !== undefined) return { titleAt: heading, reason: 'heading of the first level' }
  const words = (index: number) => lines[index]!.words
  for (const index of candidates) {
    if (wordCount(words(index)) < 4) continue
    const times = 1 + repeatsOf(index, printed).length
    if (times > 1) return { titleAt: index, reason: `printed ${times} times` }
  }
  const long = candidates.filter((index) => wordCount(words(index)) >= 4)
  const [first, second] = long
  if (first !== undefined) {
    if (second !== undefined && isMasthead(lines, first, second)) {
      return { titleAt: second, reason: 'first line below the name of the page' }
    }
    return { titleAt: first, reason: first === 0 ? 'first line' : 'first line of some length' }
  }
  // Only short lines: the longest of the first few, a section word being shorter than the headline below it.
  const [best] = candidates
    .slice(0, 3)
    .sort((one, other) => wordCount(words(other)) - wordCount(words(one)) || one - other)
  return best === undefined ? undefined : { titleAt: best, reason: 'the longest line above the text' }
}

/**
 * The lines down to `first` are few words in one block, with a publication's name or several in number, and `next`,
 * in the block below, is longer: "Coastal Evening / News from the wires // Ten thousand sent to Russia, says …".
 */
function isMasthead(lines: Line[], first: number, next: number): boolean {
  const block = lines.slice(0, first + 1)
  if (lines[next]!.gap === 0 || wordCount(lines[next]!.words) < 6) return false
  if (lines.slice(first + 1, next).some((line) => isMetaLine(line.words) || isParagraph(line.words)))
    return false
  if (
    block.some(({ words, gap }, index) => wordCount(words) > 5 || (index > 0 && gap > 0) || isMetaLine(words))
  )
    return false
  return block.length > 1 || /[|·•]/.test(block[0]!.words) || publicationWord.test(block[0]!.words)
}

/** Lines with the headline's words, or with those behind a count of comments ("World No Comments on …"). */
function repeatsOf(titleAt: number, printed: string[]): number[] {
  const headline = printed[titleAt]!
  return printed.flatMap((line, index) => {
    if (index === titleAt || headline === '' || !line.endsWith(headline)) return []
    const before = line.slice(0, -headline.length)
    return before === '' || /\b(?:(?:no|\d+) comments?|comments (?:off|closed)) on $/.test(before)
      ? [index]
      : []
  })
}

/** A few words, all from the headline, without a verb's ending: the text that stands for a picture. */
function describesPicture(words: string, title: string): boolean {
  const count = wordCount(words)
  if (count < 2 || count > 6 || count >= wordCount(title)) return false
  const inTitle = new Set(contentWords(title))
  return contentWords(words).every((word) => inTitle.has(word)) && readDate(words) === null
}

/** Lower-case words without their dots, so that "U.S." and "US" are one. */
function contentWords(words: string): string[] {
  return (
    words
      .toLowerCase()
      .replaceAll('.', '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The beginning of a text as a stand-in for a headline, cut between words. */
function firstWords(line: string): string {
  const words = line.slice(readOpening(line)?.length ?? 0)
  if (words.length <= 90) return words
  const cut = words.slice(0, 90)
  const space = cut.lastIndexOf(' ')
  return `${(space > 40 ? cut.slice(0, space) : cut.toWellFormed().replace(/\ufffd$/, '')).replace(/[\s,;:–—-]+$/u, '')}…`
}
