import { hasCredit, labelOf } from './labels.ts'
import { isHeadline, isParagraph, type Line, sameWords, wordCount } from './lines.ts'
import { isMetaLine } from './meta-lines.ts'
import type { Proposed } from './proposal.ts'

/** What stands over the running text of an article. Indexes are into the article's lines. */
export interface Head {
  title: Proposed
  /** Undefined when the text has no headline and the title is its first words. */
  titleAt: number | undefined
  subtitle: Proposed | null
  /** Section words above the headline. */
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
  const candidates: number[] = []
  for (let index = 0; index < headEnd; index += 1) {
    if (!dividers.has(index) && couldBeTitle(lines[index]!)) candidates.push(index)
  }
  const found = chooseTitle(lines, candidates)
  if (!found) {
    const first = lines.find((_, index) => !dividers.has(index))?.words ?? ''
    return {
      title: { value: firstWords(first), reason: 'no headline found: the first words' },
      ...{ titleAt: undefined, subtitle: null, sections: [], repeats: [], pictureWords: [] },
    }
  }
  const { titleAt, reason } = found
  const title = lines[titleAt]!.words
  const repeats = lines.flatMap(({ words }, index) =>
    index !== titleAt && repeatsTitle(words, title) ? [index] : [],
  )
  const below = candidates.filter((index) => index > titleAt && !repeats.includes(index))
  const subtitleAt = below.find((index) => isHeadline(lines[index]!.words, 6))
  return {
    title: { value: title, reason },
    titleAt,
    subtitle:
      subtitleAt === undefined
        ? null
        : { value: lines[subtitleAt]!.words, reason: 'line below the headline' },
    sections: candidates.filter((index) => index < titleAt && wordCount(lines[index]!.words) <= 3),
    repeats,
    pictureWords: below.filter((index) => describesPicture(lines[index]!.words, title)),
  }
}

function couldBeTitle({ words, heading }: Line): boolean {
  if (!isHeadline(words, 1) || isMetaLine(words)) return false
  return heading > 0 || (!labelOf(words) && !hasCredit(words))
}

function chooseTitle(lines: Line[], candidates: number[]): { titleAt: number; reason: string } | undefined {
  const heading = candidates.find((index) => lines[index]!.heading === 1)
  if (heading !== undefined) return { titleAt: heading, reason: 'heading of the first level' }
  const words = (index: number) => lines[index]!.words
  for (const index of candidates) {
    if (wordCount(words(index)) < 4) continue
    const times =
      1 + lines.filter((line, other) => other !== index && repeatsTitle(line.words, words(index))).length
    if (times > 1) return { titleAt: index, reason: `printed ${times} times` }
  }
  const long = candidates.find((index) => wordCount(words(index)) >= 4)
  if (long !== undefined) {
    const isFirst = long === candidates[0]
    return { titleAt: long, reason: isFirst ? 'first line' : 'first line longer than a section word' }
  }
  // Only short lines: the longest of the first few, a section word being shorter than the headline below it.
  const [best] = candidates
    .slice(0, 3)
    .sort((one, other) => wordCount(words(other)) - wordCount(words(one)) || one - other)
  return best === undefined ? undefined : { titleAt: best, reason: 'the longest line above the text' }
}

/** The same words as the headline, or the headline behind a count of comments ("World No Comments on …"). */
function repeatsTitle(words: string, title: string): boolean {
  if (words.length > title.length + 160 || words.length < title.length - 4) return false
  const line = sameWords(words)
  const headline = sameWords(title)
  if (line === headline) return true
  if (!line.endsWith(headline)) return false
  return /\b(?:(?:no|\d+) comments?|comments (?:off|closed)) on $/.test(line.slice(0, -headline.length))
}

/** A few words, all from the headline, without a verb's ending: the text that stands for a picture. */
function describesPicture(words: string, title: string): boolean {
  const count = wordCount(words)
  if (count < 2 || count > 6 || count >= wordCount(title)) return false
  const inTitle = new Set(contentWords(title))
  return contentWords(words).every((word) => inTitle.has(word))
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
function firstWords(words: string): string {
  if (words.length <= 90) return words
  const cut = words.slice(0, 90)
  const space = cut.lastIndexOf(' ')
  return `${(space > 40 ? cut.slice(0, space) : cut.toWellFormed().replace(/\ufffd$/, '')).replace(/[\s,;:–—-]+$/u, '')}…`
}
