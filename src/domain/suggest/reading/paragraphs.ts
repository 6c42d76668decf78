import { contains, type OffsetRange } from './ranges.ts'

/** A line of an article with what it is. A line break ends a paragraph. */
export interface Paragraph extends OffsetRange {
  text: string
  /** How many code units at its beginning are a dateline, a list's mark or the speaker's name. */
  lead: number
  /** Of a transcript or an interview: who speaks in this line, as its beginning says. */
  voice: OffsetRange | null
  /** Of a list or a fact box: its source, as the line under it says. */
  source: OffsetRange | null
}

/**
 * The paragraphs that hold the article's own words: furniture, headings, bylines and boxes about the page are left out,
 * lines of lists and fact boxes are in.
 */
export function* paragraphsOf(
  text: string,
  { furniture, title }: { furniture: readonly OffsetRange[]; title: string },
): Generator<Paragraph> {
  const hidden = [...furniture].sort((one, other) => one.start - other.start)
  const headline = plain(title)
  const voices = voicesOf(text)
  const bodyEnd = tailStart(text)
  let inBody = false
  for (let start = headEnd(text, frontMatterEnd(text)); start < bodyEnd; ) {
    const lineBreak = text.indexOf('\n', start)
    const end = lineBreak < 0 ? text.length : lineBreak
    const words = text.slice(start, end)
    const range = { start, end }
    start = end + 1
    const trimmed = words.trim()
    if (trimmed === '' || (headline !== '' && plain(trimmed) === headline)) continue
    if (hidden.some((other) => contains(other, trimmedRange(range, words))) || pageWords.test(trimmed))
      continue
    // A caption or a note in brackets.
    if (/^[[(].*[\])]$/u.test(trimmed)) continue
    const isItem =
      listItem.test(words) ||
      (labelled.test(trimmed) ? inBody || isRow(text, range) : inBody && isRow(text, range))
    if (!isItem && isHeading(trimmed)) continue
    inBody ||= endsSentence.test(trimmed)
    const name = labelled.exec(trimmed)?.groups?.voice ?? ''
    const at = range.start + words.indexOf(trimmed)
    const isVoice = voices.get(name) === 'answers'
    const lead = voices.has(name)
      ? at - range.start + name.length + 1
      : (leading.exec(words)?.[0].length ?? 0)
    yield {
      ...range,
      text: words,
      lead,
      voice: isVoice ? { start: at, end: at + name.length } : null,
      source: isItem ? sourceUnder(text, end) : null,
    }
  }
}

function trimmedRange({ start }: OffsetRange, words: string): OffsetRange {
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}

/** Where the headline, the standfirst and the byline end: after the last of the first lines that tells author or date. */
function headEnd(text: string, from: number): number {
  let end = from
  let lines = 0
  for (const match of text.slice(from, from + 4000).matchAll(/^.*\S.*$/gmu)) {
    const line = match[0]
      .trim()
      .replace(/[*_#]+/g, '')
      .trim()
    lines += 1
    const words = line.split(/\s+/).length
    if (lines > 8 || words > 45) break
    if (words <= 18 && isByline(line)) end = from + match.index + match[0].length
  }
  return end
}

function isByline(line: string): boolean {
  if (/[.!?]["”’]?$/.test(line) && !/\b(?:a\.m|p\.m)\.$/i.test(line)) return false
  return (
    /^(?:by|from|text|words|story|report(?:ing)?)\b[:\s]/i.test(line) ||
    /\b(?:min(?:ute)?s?\s+read|read\s+time|updated|published|posted)\b/i.test(line) ||
    /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?,?\s+(?:19|20)\d\d/u.test(
      line,
    ) ||
    /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?\s+\d{1,2},?\s+(?:19|20)\d\d/u.test(
      line,
    ) ||
    /\b(?:19|20)\d\d-\d{2}-\d{2}\b/.test(line)
  )
}

/** Where the lines about the page and the paper begin with which an article ends. */
function tailStart(text: string): number {
  let start = text.length
  while (start > 0) {
    const lineBreak = text.lastIndexOf('\n', start - 1)
    const line = text.slice(lineBreak + 1, start).trim()
    const isPage =
      line === '' ||
      pageWords.test(line) ||
      (line.length < 400 && aboutPage.test(line) && !reporting.test(line)) ||
      (!endsSentence.test(line) && line.length < 120 && !listItem.test(line) && !boxLine.test(line))
    if (!isPage) return start
    if (lineBreak < 0) return 0
    start = lineBreak
  }
  return start
}

/** Somebody says something there: the line is the article's, whatever else it speaks of. */
const reporting = /\b(?:said|says|told|according to|announced|denied|denies)\b/i

/** Words of the page, the paper and its readers, wherever they stand in a line at the end. */
const aboutPage =
  /\b(?:subscri(?:be|bers?|ptions?)|newsletters?|inbox(?:es)?|e-?mails?|hotline|this (?:article|report|text|story|page|map|table|list|interview|column) (?:was|is|has|appeared|first)|first published|(?:was|were) (?:corrected|shortened|translated|updated|amended|edited)|corrections?|an earlier version|page \d+|next (?:issue|edition|report|update|bulletin)|advertis\p{L}+|photographs? (?:by|courtesy|:)|picture(?:s)? (?:by|:)|credits?\b|caption|copyright|all rights|reprint\p{L}*|printed|podcast|download|app\b|website|www\.|https?:|\.(?:example|com|org)\b|telephone|press (?:office|room|contact)|media (?:office|contact|enquiries)|contact:?|call us|write to (?:us|the editor)|letters to|tickets?|admission|opening hours|open daily|donat\p{L}+|sponsor\p{L}*|quiz|crossword|sudoku|horoscope|bookshops?|hardback|paperback|isbn|lives? in\b.{0,80}\b(?:novel|book|author)|is (?:the|an?) (?:author|editor|columnist|correspondent|reporter|staff writer)|readers?|our (?:correspondent|reporters?|readers|archive|app|channel|methods?|figures|data)|we (?:asked|counted|checked|collected|compared|rounded|used|rely on)|figures (?:are|were|have been) rounded|method(?:ology)?\b|how we)\b/iu

/** "SEOUL, Nov 6 (Wire) - ", "KYIV, Friday. ", "- ", "16:40 " */
const leading =
  /^\s*(?:[*_]{1,3}\s*)?(?:\p{Lu}{3,}(?:[ -]\p{Lu}{2,})*(?:,[^—–.;-]{0,45})?(?:\s*\([^)]{1,40}\))?\s*(?:[*_]{1,3})?\s*(?:[—–]|-(?=\s))\s*|\p{Lu}{3,}(?:[ -]\p{Lu}{2,})*(?:,\s*\p{L}+)?\.\s+|[-•*–▪■‣·]\s+|\d{1,2}[:.]\d{2}\s+(?=\p{Lu})|(?=\|)\|\s*)/u

/** Whose names stand before a colon at the beginning of several lines: those who answer, and those who only ask. */
function voicesOf(text: string): Map<string, 'answers' | 'asks'> {
  const lines = new Map<string, { all: number; questions: number }>()
  for (const [line, name] of text.matchAll(/^[ \t]*(\p{Lu}[^.!?:“”"\n\d]{1,40}):[ \t]+\S.*$/gmu)) {
    const known = lines.get(name!) ?? { all: 0, questions: 0 }
    known.all += 1
    if (/\?["”’)]?\s*$/.test(line)) known.questions += 1
    lines.set(name!, known)
  }
  const voices = new Map<string, 'answers' | 'asks'>()
  for (const [name, { all, questions }] of lines)
    if (all >= 2) voices.set(name, questions * 2 > all ? 'asks' : 'answers')
  // One voice alone is a box of facts, not a conversation.
  return voices.size > 1 ? voices : new Map()
}

/** "Source: harbour office" under the lines of a list. */
function sourceUnder(text: string, end: number): OffsetRange | null {
  const block = /\n[ \t]*\n/.exec(text.slice(end, end + 2000))
  const rest = text.slice(end, block ? end + block.index : Math.min(end + 2000, text.length))
  const match = /\n[ \t]*Sources?:[ \t]*(?:the[ \t]+)?([^\n.;]{2,80})/.exec(rest)
  if (!match) return null
  const start = end + match.index + match[0].length - match[1]!.length
  return { start, end: start + match[1]!.trimEnd().length }
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Where the block of fields ends with which a Markdown file may begin. */
function frontMatterEnd(text: string): number {
  if (!/^---\r?\n/.test(text)) return 0
  const end = /\n---[ \t]*(?:\n|$)/.exec(text)
  return end ? end.index + end[0].length : 0
}

const listItem = /^\s*(?:[-•*–▪■‣·]\s+|\|\s*\S|\d{1,2}[.)]\s+\p{L})/u
/** "Harbour office: 40 ships", "Tassou: We have seen nine." */
const labelled = /^(?<voice>\p{Lu}[^.!?:“”"]{1,50}):\s+\S/u
const endsSentence = /[.!?…](?:["”’')\]»*_]{0,3})$/u

/** A line of a box of facts: "Missing: 40" */
const boxLine = /^\p{Lu}[^.!?:“”"]{1,50}:\s+(?:\p{Ll}+\s+){0,4}\d/u

/** A row of a list of figures: a line with a number and without an end, beside another like it. */
function isRow(text: string, { start, end }: OffsetRange): boolean {
  const isLike = (line: string) =>
    /\d/.test(line) && line.length < 160 && !endsSentence.test(line.trim()) && !pageWords.test(line.trim())
  if (!isLike(text.slice(start, end))) return false
  const before = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1))
  const after = text.slice(
    end + 1,
    text.indexOf('\n', end + 1) < 0 ? text.length : text.indexOf('\n', end + 1),
  )
  return isLike(before) || isLike(after)
}

/** No sentence ends in it: a headline, a byline, a line of links. */
function isHeading(trimmed: string): boolean {
  if (/^#{1,6}\s/.test(trimmed)) return true
  const words = trimmed.replace(/[*_#]+/g, '').trim()
  return !/[.!?…:;](?:["”’')\]»*_]{0,3})$/u.test(words) && !/[.!?]["”')]?\s+\p{Lu}/u.test(words)
}

/** How lines begin that speak of the page and the paper, not of the world. */
const pageWords = new RegExp(
  `^[\\W_]*(?:${[
    'photos?(?:graphs?)?(?=\\W)(?! (?:show|of|taken))',
    'images?:',
    'captions?\\b',
    'credits?:',
    '©|copyright\\b|all rights reserved',
    '(?:reporting|editing|writing|additional reporting|compiled|translated|edited) by\\b',
    'subscribe\\b|subscriptions?\\b|newsletters?\\b|sign up\\b|log in\\b|join (?:us|our|the)\\b',
    'follow us\\b|share (?:this|on|\\()|read (?:also|more|next)\\b|related(?: articles)?\\b|most (?:read|popular|viewed|shared)\\b|trending\\b|also on\\b',
    'for (?:the media|more information|further information|press)\\b|(?:press|media) (?:contact|enquiries|office|room)\\b|contacts?:|hotline\\b|telephone\\b|tel\\b',
    'corrections?:|clarifications?:|notes?:|note to (?:editors|readers)|letters(?: to the editor)?:|advertisement\\b|sponsored\\b|weather:|tides?(?: at [^:]{1,30})?:|horoscope\\b|crossword\\b',
    "about (?:[\\p{L}’'-]+ ?){1,5}:",
    'about (?:us|the (?:author|paper|conference|company|organi[sz]ation|ministry|agency|institute|data))\\b|how we\\b|more (?:interviews|stories|news|from)\\b|donations?:|donate\\b',
    'sources?:\\s',
    'word count\\b|page \\d+\\b|next issue\\b|figures are rounded\\b|the (?:newsletter|digest|bulletin|letter) (?:comes|goes|is sent|appears)\\b',
  ].join('|')})`,
  'iu',
)
