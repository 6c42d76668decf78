import type { Stance } from '../../claim/row.ts'
import type { Phrase } from '../reading/phrases.ts'
import type { OffsetRange } from '../reading/ranges.ts'
import type { Sentence, Token } from '../reading/reading.ts'

/** How a sentence attributes some of its words to somebody. */
export interface Attribution {
  /** Tokens of `outer` that name the speaker; null: a passive that names nobody. */
  speaker: Phrase | null
  /** Those through whom it came, from nearest the speaker. */
  via: Phrase[]
  /** The words of the attribution itself, speaker and verb. Dates in them are dates of the statement. */
  core: OffsetRange
  /** The words that are attributed. */
  covers: OffsetRange
  verb: string
  /** What the verb itself says of its words: it denies them, or cannot confirm them. */
  stance: Stance
  /** A demand, a plan, a feeling: without a figure it makes no claim. */
  isOther: boolean
  /** It stands between commas within a sentence: "…, reported by the Post, …". */
  isAside: boolean
  /** From the speaker to the end of the core: with what is told of the speaker between them. */
  extent: OffsetRange
  /** What is told of the speaker before the verb: "…, who came in March, …". Its dates are its own. */
  aside: OffsetRange | null
  /** The attribution in whose words this one stands. */
  within: Attribution | null
}

export interface Parts extends Partial<Attribution> {
  speaker: Phrase | null
  /** First and last token of its core. */
  from: number
  to: number
  covers: OffsetRange
  verb: string
}

/** An attribution from its parts; what it does not say is as with a plain assertion. */
export function make(sentence: Sentence, outer: readonly Token[], { from, to, ...rest }: Parts): Attribution {
  const core = { start: outer[from]!.start, end: outer[Math.min(to, outer.length - 1)]!.end }
  return {
    via: [],
    stance: 'asserts',
    isOther: false,
    isAside: false,
    within: null,
    extent: core,
    aside: null,
    ...rest,
    core,
    covers: {
      start: Math.max(rest.covers.start, sentence.start),
      end: Math.min(rest.covers.end, sentence.end),
    },
  }
}
