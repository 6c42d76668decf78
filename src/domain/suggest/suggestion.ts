import type { Qualifier, Stance } from '../claim/row.ts'
import type { OffsetRange } from './reading/ranges.ts'

/** Words of the canonical text. Offsets are UTF-16 code units, `end` exclusive. */
export interface Words extends OffsetRange {
  quote: string
}

/** A speaker, or somebody a report came through. */
export interface SuggestedName extends Words {
  /** What to call it: a person's full name where the text gives one, else office or body, without article. */
  name: string
  /** The known source that has this name or alias, null where none has. */
  sourceId: string | null
  /** Where the words only point back ("he", "the spokesman"): what they point to. */
  pointsTo: OffsetRange | null
}

export interface SuggestedQuantity extends Words {
  qualifier: Qualifier
  /** An end that the words leave open is null: "up to" has no low, "at least" and "more than" no high. */
  low: number | null
  high: number | null
  /** "soldiers", "km", "US dollars"; empty where the words do not say. */
  unit: string
  /** The same with its adjectives: "North Korean soldiers". */
  thing: string
}

export interface SuggestedDate extends Words {
  /** First and last possible day, YYYY-MM-DD, both included. */
  from: string
  to: string
  /** The words count from the day the article was published ("on Sunday", "last week"). */
  relative: boolean
}

/** The fields of `claim.make` that the words fill in. */
export interface SuggestedClaim {
  statement: string
  sourceId: string | null
  via: string[]
  stance: Stance
  qualifier: Qualifier | null
  low: number | null
  high: number | null
  unit: string
  place: string
  eventFrom: string | null
  eventTo: string | null
  statementFrom: string | null
  statementTo: string | null
}

/** A draft claim that an analyst may accept, change or reject. It stands on words of the text. */
export interface Suggestion extends Words {
  /**
   * The same for the same words at the same place, whatever else is known: a rejected one is recognised by it. It
   * does not name the article.
   */
  key: string
  kind: 'quantity' | 'statement'
  quantity: SuggestedQuantity | null
  /** Null where the words name nobody. */
  speaker: SuggestedName | null
  /** From nearest the speaker to nearest the article. */
  via: SuggestedName[]
  stance: Stance
  /** The words that show a stance other than a plain assertion. */
  stanceWords: Words | null
  eventDate: SuggestedDate | null
  statementDate: SuggestedDate | null
  place: Words | null
  /** One sentence: what was found, and what was concluded from which words. */
  reason: string
  claim: SuggestedClaim
}

/** A source as the workspace has it. */
export interface KnownSource {
  id: string
  name: string
  aliases: readonly string[]
  retired: boolean
}

/** What is known besides the text. */
export interface Knowledge {
  /** The day the article was published, YYYY-MM-DD; without it, relative dates are left out. */
  publishedDate: string | null
  /** Who published it, and its title: "we" in a press statement is the publisher, and a headline is no claim. */
  publisher: string
  title: string
  /** Stretches that are not the article's own words: nothing is proposed there. */
  furniture: readonly OffsetRange[]
  sources: readonly KnownSource[]
}
