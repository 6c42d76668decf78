import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { OffsetRange } from './ranges.ts'

/** Parts of speech of the Universal Dependencies, as wink-nlp tells them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A word or mark. Offsets are UTF-16 code units of the article's text. */
export interface Token extends OffsetRange {
  text: string
  lower: string
  pos: PartOfSpeech
  /** It stands inside quotation marks; the marks themselves do not. */
  quoted: boolean
}

export interface Sentence extends OffsetRange {
  text: string
  tokens: Token[]
}

const nlp = winkNLP(model, ['sbd', 'pos'])
const { its } = nlp

/**
 * Divides a paragraph of English into sentences and words with their parts of speech (wink-nlp with its packaged
 * model: no network, the same answer everywhere). `offset` is where the paragraph begins in the article.
 */
export function readParagraph(paragraph: string, offset: number): Sentence[] {
  const doc = nlp.readDoc(paragraph)
  const values = doc.tokens().out(its.value) as string[]
  const parts = doc.tokens().out(its.pos) as PartOfSpeech[]
  const spans = doc.sentences().out(its.span) as unknown as [number, number][]
  const quoted = quotedRanges(paragraph)
  const tokens: Token[] = []
  let cursor = 0
  for (let index = 0; index < values.length; index += 1) {
    const text = values[index]!
    // The model keeps every character; should it ever not, the words after the gap are still found.
    const found = paragraph.indexOf(text, cursor)
    const place = found < 0 ? cursor : found
    cursor = place + text.length
    tokens.push({
      text,
      lower: text.toLowerCase().replaceAll('’', "'"),
      pos: parts[index]!,
      start: offset + place,
      end: offset + cursor,
      quoted: quoted.some((range) => range.start <= place && place + text.length <= range.end),
    })
  }
  mendTags(tokens)
  const sentences: Sentence[] = []
  for (const [first, last] of joinBroken(splitRunOn(spans, tokens), tokens)) {
    const own = tokens.slice(first, last + 1).filter(({ pos }) => pos !== 'SPACE')
    if (own.length === 0) continue
    const [start, end] = [own[0]!.start, own.at(-1)!.end]
    sentences.push({ start, end, text: paragraph.slice(start - offset, end - offset), tokens: own })
  }
  return sentences
}

/** The model takes some nouns for verbs: "according to bank records", "Open Ward has counted". */
function mendTags(tokens: Token[]): void {
  for (let index = 1; index < tokens.length; index += 1) {
    const [before, token] = [tokens[index - 1]!, tokens[index]!]
    if (token.pos !== 'VERB') continue
    if (before.lower === 'to' && tokens[index - 2]?.lower === 'according') token.pos = 'NOUN'
    if (before.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(before.text) && /^\p{Lu}\p{Ll}/u.test(token.text))
      token.pos = 'PROPN'
  }
}

/** Abbreviations after which the model ends a sentence although it goes on. */
const abbreviation =
  /^(?:Gen|Maj|Lt|Col|Brig|Capt|Adm|Sgt|Cmdr|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Pres|No|Nr|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|St)\.?$/

/** The model now and then misses the end of a sentence: a full stop, a space, and a capital or quotation mark. */
function splitRunOn(spans: readonly [number, number][], tokens: readonly Token[]): [number, number][] {
  return spans.flatMap(([first, last]) => {
    const parts: [number, number][] = []
    let from = first
    for (let index = first + 1; index < last; index += 1) {
      const [before, mark, next] = [tokens[index - 1]!, tokens[index]!, tokens[index + 1]!]
      const ends =
        /^(?:[.!?]|\p{Lu}?\p{Ll}{2,}\.)$/u.test(mark.text) &&
        !abbreviation.test(mark.text) &&
        next.start > mark.end &&
        /^[\p{Lu}“"]/u.test(next.text)
      if (
        !ends ||
        abbreviation.test(before.text) ||
        /^\p{Lu}$/u.test(before.text) ||
        mark.quoted !== next.quoted
      )
        continue
      parts.push([from, index])
      from = index + 1
    }
    return [...parts, [from, last] as [number, number]]
  })
}

function joinBroken(spans: readonly [number, number][], tokens: readonly Token[]): [number, number][] {
  const joined: [number, number][] = []
  for (const [first, last] of spans) {
    const before = joined.at(-1)
    const end = before && tokens[before[1]]!
    const word = before && end!.text === '.' ? tokens[before[1] - 1] : end
    const next = tokens[first]!
    const broken =
      before !== undefined &&
      ((word !== undefined && abbreviation.test(word.text) && /^(?:\.|\p{L}+\.)$/u.test(end!.text)) ||
        // "… Roe,” he said": a quotation's end mark does not end the sentence around it.
        (/^[”"’]$/.test(end!.text) === false && /^\p{Ll}/u.test(next.text) && !/^[.!?…]$/.test(end!.text)))
    if (broken) before![1] = last
    else joined.push([first, last])
  }
  return joined
}

/** What stands between “ and ”, « and », or straight double marks, within one paragraph; an open one runs to its end. */
export function quotedRanges(paragraph: string): OffsetRange[] {
  const ranges: OffsetRange[] = []
  let open: { start: number; close: string } | undefined
  for (let index = 0; index < paragraph.length; index += 1) {
    const mark = paragraph[index]!
    if (open) {
      if (!open.close.includes(mark)) continue
      ranges.push({ start: open.start, end: index })
      open = undefined
    } else if (closers[mark] !== undefined) {
      open = { start: index + 1, close: closers[mark] }
    }
  }
  if (open) ranges.push({ start: open.start, end: paragraph.length })
  return ranges
}

const closers: Record<string, string> = { '“': '”', '"': '"', '«': '»', '„': '“”' }
