import type { DateInWords } from '../dates/days.ts'
import type { Counted } from '../figures/counted-noun.ts'
import type { Figure } from '../figures/figures.ts'
import type { Sentence, Token } from '../reading/reading.ts'
import type { Attribution } from '../speakers/attribution.ts'
import type { SourceNames } from '../speakers/source-names.ts'
import type { SuggestedName } from '../suggestion.ts'

/** A sentence with all that was found in it. */
export interface SentenceDraft {
  /** The whole article. */
  text: string
  sentence: Sentence
  /** Its words outside quotation marks. */
  outer: Token[]
  attributions: Attribution[]
  speakers: ReadonlyMap<Attribution, SuggestedName | null>
  /** Offsets are the article's. */
  dates: DateInWords[]
  figures: Figure[]
  /** What each figure counts. */
  counted: Counted[]
  names: SourceNames
  /** Who says "we" in a press statement. */
  issuer: SuggestedName | null
  /** Whose words the paragraph is, as its beginning or the line under it says. */
  voiced: SuggestedName | null
  /** The sentence before tells of an allegation or its denial: a bare "We have none" answers it. */
  answers: boolean
  /** Who was named last before this sentence in the paragraph, and first after it: quotations are theirs. */
  before: SuggestedName | null
  after: SuggestedName | null
}
