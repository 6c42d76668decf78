import { readDate } from '../plain-values/date.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { proposeFurniture } from './furniture.ts'
import { readHead } from './head.ts'
import { proposeLanguage } from './language.ts'
import { isParagraph, type Line, linesOf, maxLines } from './lines.ts'
import { readMetaLine } from './meta-lines.ts'
import { readOpening } from './opening.ts'
import type { ArticleProposal, ImportProposal, Markup, Proposed } from './proposal.ts'
import { proposeSplit } from './split.ts'

export interface ProposeOptions {
  /** Whether headings, links and front matter are to be read as Markdown has them. */
  markup: Markup
  /** Called between articles; may throw to stop the work. */
  pulse?: () => void
}

/**
 * Proposes how a file divides into articles and, for each, its title, publisher, author, date, address, language and
 * page furniture. `text` is canonical. Proposals only: nothing is left out of the parts, which cover the whole text.
 */
export function proposeArticles(text: string, options: ProposeOptions): ImportProposal {
  const markdown = options.markup === 'markdown'
  const matterEnd = markdown ? (readFrontMatter(text)?.end ?? 0) : 0
  const lines = linesOf(text, matterEnd, text.length, markdown)
  options.pulse?.()
  const split = lines.length > maxLines ? null : proposeSplit(lines)
  if (!split) return { articles: [proposeArticle(text, 0, text.length, options)], split: null }
  const starts = split.starts.map((index, place) => (place === 0 ? 0 : lines[index]!.start))
  const dividers = new Set([...split.dividers].map((index) => lines[index]!.start))
  const articles = starts.map((start, place) => {
    options.pulse?.()
    const proposal = proposeArticle(text, start, starts[place + 1] ?? text.length, options, dividers)
    return { ...proposal, reason: split.reason }
  })
  shareWithAll(articles)
  return { articles, split: { value: `${articles.length} articles`, reason: split.reason } }
}

/**
 * Proposes the details of the one article in `text.slice(start, end)`. Offsets in the answer are offsets in `text`.
 * `dividers` are the starts of lines known to stand between articles.
 */
export function proposeArticle(
  text: string,
  start: number,
  end: number,
  { markup, pulse }: ProposeOptions,
  dividers: Set<number> = new Set(),
): ArticleProposal {
  const markdown = markup === 'markdown'
  const matter = markdown && start === 0 ? readFrontMatter(text) : null
  const lines = linesOf(text, matter?.end ?? start, end, markdown)
  pulse?.()
  const dividing = new Set(lines.flatMap((line, index) => (dividers.has(line.start) ? [index] : [])))
  const head = readHead(lines, dividing)
  const furniture = lines.length > maxLines ? [] : proposeFurniture(lines, head, dividing)
  pulse?.()
  const stated = readStated(lines, head.titleAt)
  const opening = readOpening(lines.find((line) => isParagraph(line.words))?.words ?? '')
  const [headline, site] = splitSite(matter?.title?.value ?? head.title.value)
  return {
    start,
    end,
    reason: 'the whole file',
    title: { value: oneLine(headline, 1000), reason: matter?.title?.reason ?? head.title.reason },
    subtitle: matter?.subtitle ?? head.subtitle,
    dateline: fromOpening(opening?.place) ?? stated.place,
    publisher: clipped(
      matter?.publisher ??
        stated.publisher ??
        fromOpening(opening?.agency) ??
        site ??
        spelled(head.publisher, copyrightHolder(lines)),
    ),
    author: clipped(matter?.author ?? stated.author),
    publishedDate:
      matterDate(matter) ??
      stated.date ??
      fromOpening(opening?.date) ??
      dateInAddress(matter?.url ?? stated.url),
    url: webAddress(matter?.url) ?? stated.url,
    language: matterLanguage(matter) ?? proposeLanguage(text.slice(start, end)),
    furniture: matter
      ? [{ start: 0, end: matter.end, kind: 'other', reason: 'front matter', confidence: 0.9 }, ...furniture]
      : furniture,
  }
}

function fromOpening(value: string | null | undefined): Proposed | null {
  return value ? { value, reason: 'before the first sentence' } : null
}

/** A page of articles names its publisher once, at its top or its end. */
function shareWithAll(articles: ArticleProposal[]): void {
  const names = new Set(articles.flatMap(({ publisher }) => publisher?.value.toLowerCase() ?? []))
  const named = articles.find(({ publisher }) => publisher)?.publisher
  if (!named || names.size !== 1) return
  for (const article of articles)
    article.publisher ??= { value: named.value, reason: 'named elsewhere in the file' }
}

interface Stated {
  publisher: Proposed | null
  author: Proposed | null
  date: Proposed | null
  url: Proposed | null
  place: Proposed | null
}

/** Bylines, dates and addresses on lines of their own: near the top, or, but for dates, at the very end. */
function readStated(lines: Line[], titleAt: number | undefined): Stated {
  const stated: Stated = { publisher: null, author: null, date: null, url: null, place: null }
  const firstParagraph = lines.findIndex(({ words }) => isParagraph(words))
  const topEnd = Math.min(firstParagraph < 0 ? lines.length : firstParagraph + 6, (titleAt ?? 0) + 16)
  lines.forEach(({ words }, index) => {
    const isTop = index < topEnd
    if ((!isTop && index < lines.length - 6) || index === titleAt) return
    const reporting = /^\(?reporting by ([^;()]{3,120}?)(?: in \p{Lu}[^;()]*)?(?:;.*)?\)?\.?$/iu.exec(words)
    if (reporting) stated.author ??= { value: reporting[1]!, reason: '“Reporting by” below the text' }
    const meta = readMetaLine(words)
    if (!meta) return
    if (meta.author) stated.author ??= { value: meta.author, reason: 'byline' }
    if (meta.publisher)
      stated.publisher ??= { value: meta.publisher, reason: 'named beside the byline or date' }
    if (meta.place && isTop) stated.place ??= { value: meta.place, reason: 'date line' }
    if (meta.url) stated.url ??= { value: meta.url, reason: 'address on a line of its own' }
    if (meta.date && (isTop || /^(?:published|posted)/i.test(words))) {
      const reason = meta.updated ? 'date of the last change' : 'date line'
      if (!stated.date || (stated.date.reason !== 'date line' && !meta.updated))
        stated.date = { value: meta.date, reason }
    }
  })
  return stated
}

/** "Headline | Harbour Wire", as a browser's title has it. */
function splitSite(title: string): [string, Proposed | null] {
  const match = /^(?<headline>.{12,}\S)\s+\|\s+(?<site>\p{Lu}[^|]{1,40})$/u.exec(title)
  if (!match?.groups) return [title, null]
  return [match.groups.headline!, { value: match.groups.site!, reason: 'behind the headline' }]
}

/** A name by the headline is often in capitals; the copyright line spells it as it is. */
function spelled(name: Proposed | null, holder: Proposed | null): Proposed | null {
  return holder && (!name || holder.value.toLowerCase() === name.value.toLowerCase()) ? holder : name
}

function copyrightHolder(lines: Line[]): Proposed | null {
  for (const { words } of lines.slice(-30)) {
    const match =
      /^(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?(?<holder>\p{Lu}[^.|·•]{1,80})/iu.exec(
        words,
      )
    const holder = match?.groups?.holder?.replace(/[\s,;-]*(?:all rights reserved|\d{4}).*$/i, '').trim()
    if (holder && /^\p{Lu}/u.test(holder)) return { value: holder, reason: 'copyright line' }
  }
  return null
}

function matterDate(matter: FrontMatter | null): Proposed | null {
  const read = matter?.date && readDate(matter.date.value)
  return read?.precisionDays === 1 ? { value: read.date, reason: matter!.date!.reason } : null
}

function matterLanguage(matter: FrontMatter | null): Proposed | null {
  const tag = matter?.language
  return tag && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(tag.value)
    ? { ...tag, value: tag.value.replaceAll('_', '-') }
    : null
}

function webAddress(url: Proposed | undefined): Proposed | null {
  return url && /^https?:\/\/\S+$/i.test(url.value) ? url : null
}

function dateInAddress(url: Proposed | null | undefined): Proposed | null {
  const match = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?:\/|-|$)/.exec(url?.value ?? '')
  const read = match && readDate(`${match[1]}-${match[2]}-${match[3]}`)
  return read ? { value: read.date, reason: 'in the address' } : null
}

function clipped(proposed: Proposed | null | undefined): Proposed | null {
  return proposed ? { ...proposed, value: oneLine(proposed.value, 300) } : null
}

function oneLine(words: string, max: number): string {
  return words
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, max)
    .toWellFormed()
}
