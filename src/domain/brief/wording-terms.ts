import type { Likelihood } from '../grade.ts'

/**
 * The words in which ICD 203 (2015, section D.6.e.(2)) has likelihood expressed: two sets of terms, each with one for
 * every band. A product keeps to one set. The first is also what this program stores.
 */
export type TermSet = 'first' | 'second'

export interface Pattern {
  /** Global and case-insensitive. */
  words: RegExp
  meaning:
    | { kind: 'likelihood'; set: TermSet; band: Likelihood }
    /** A likelihood in other words; `instead` says what to write, as the end of a sentence. Vague ones name no range. */
    | { kind: 'other likelihood'; isVague: boolean; instead: string }
    | { kind: 'confidence'; instead: string | null }
    /** Looks like a term and is none: “more likely” compares. */
    | { kind: 'nothing' }
}

/** The term for a band in each set. */
export const setTerms: Readonly<Record<TermSet, Readonly<Record<Likelihood, string>>>> = {
  first: {
    'almost no chance': 'almost no chance',
    'very unlikely': 'very unlikely',
    unlikely: 'unlikely',
    'roughly even chance': 'roughly even chance',
    likely: 'likely',
    'very likely': 'very likely',
    'almost certain': 'almost certain',
  },
  second: {
    'almost no chance': 'remote',
    'very unlikely': 'highly improbable',
    unlikely: 'improbable',
    'roughly even chance': 'roughly even odds',
    likely: 'probable',
    'very likely': 'highly probable',
    'almost certain': 'nearly certain',
  },
}

const chance = '(?:chances?|possibilit(?:y|ies)|likelihood|probability|prospects?)'

/** Where two patterns overlap, the one that begins first counts, and of those the longest. */
export const patterns: readonly Pattern[] = [
  term('first', 'almost no chance', 'almost no chance'),
  term('first', 'very unlikely', 'very unlikely'),
  term('first', 'unlikely', 'unlikely'),
  term('first', 'roughly even chance', 'roughly even chance'),
  term('first', 'likely', 'likely'),
  term('first', 'very likely', 'very likely'),
  term('first', 'almost certain', 'almost certain(?:ly)?'),
  // A village is remote, too: only a chance that is said to be so is meant.
  term('second', 'almost no chance', `remote(?= ${chance}\\b)|(?<=\\b${chance}\\b[^.;\\n]{0,60} )remote`),
  term('second', 'very unlikely', 'highly improbable'),
  term('second', 'unlikely', 'improbabl[ey]'),
  term('second', 'roughly even chance', 'roughly even odds'),
  // “Probable cause” is a term of law; “probably true” and “improbable” beside it are grades of credibility.
  term('second', 'likely', 'probable(?! cause)|probably(?! true)'),
  term('second', 'very likely', 'highly probable'),
  term('second', 'almost certain', 'nearly certain'),

  nothing('(?:more|less|how|equally|as|so) (?:un)?likely|(?:most|least) likely'),
  nothing('(?:more|less|most|least|how|equally) (?:im)?probable'),

  other('likely', 'more likely than not|more probable than not'),
  other('roughly even chance', '(?:just )?as likely as not|even (?:chance|odds)|fifty[- ]fifty|50[-/–:]50'),
  other(
    'very likely',
    '(?:highly|extremely|overwhelmingly|exceedingly) likely|very probabl[ey]|in all (?:likelihood|probability)',
  ),
  other(
    'very unlikely',
    '(?:highly|extremely|most|exceedingly) unlikely|(?:little|slim|slight|small|outside) (?:chance|possibility)',
  ),
  other(
    'likely',
    '(?:quite|fairly|rather|pretty|reasonably) (?:likely|probable)|(?:good|fair|strong|decent|real|every) (?:chance|possibility)',
  ),
  other(
    'unlikely',
    '(?:quite|fairly|rather|pretty|reasonably) unlikely|not (?:very |at all )?(?:likely|probable)',
  ),
  other(
    'almost certain',
    '(?:virtually|practically|all but|near)[- ]certain(?:ly|ty)?|(?:un)?doubtedly|no doubt|without (?:a )?doubt',
  ),
  other('almost no chance', '(?<!almost )no chance'),
  vague('(?:may|might|could) (?:very )?well'),
  vague('(?:it )?(?:is|was|remains?|seems?) (?:\\w+ )?possible that|the possibility that'),
  vague("(?:cannot|can’t|can't|could not) (?:be )?(?:rule[d]? out|exclude[d]?)"),
  vague('perhaps(?! (?:about |some )?\\d)|maybe(?! (?:about |some )?\\d)|conceivably|possibly(?! true)'),

  confidence('(?:very )?(?:low|moderate|high|limited|full)(?:(?: (?:degree|level)s? of)? |-)confidence'),
  confidence(
    'medium[- ]confidence|(?:some|strong|great|considerable|growing|increasing|reasonable) confidence that',
    'The levels of confidence are low, moderate and high.',
  ),
  confidence(
    'confidence(?: level)?(?: in [^.;:\\n]{1,60}?)? (?:is|are|was|remains?) (?:very )?(?:low|moderate|medium|high)',
  ),
  confidence('confidence(?: level)?\\s*[:(]\\s*(?:low|moderate|medium|high)'),
  confidence('(?:highly|moderately|very|fully|reasonably) confident'),
  confidence(
    '(?:we|I|analysts?|(?:the|our|this) (?:team|desk|author|office)) (?:are|am|is|remains?|feel) (?:\\w+ly )?confident',
  ),
]

function term(set: TermSet, band: Likelihood, words: string): Pattern {
  return { words: whole(words), meaning: { kind: 'likelihood', set, band } }
}

function other(band: Likelihood, words: string): Pattern {
  return {
    words: whole(words),
    meaning: {
      kind: 'other likelihood',
      isVague: false,
      instead: `ICD 203 would say “${band}”, if that is meant.`,
    },
  }
}

function vague(words: string): Pattern {
  const instead =
    'It names no range: if a likelihood is meant, one of the seven terms of ICD 203 says how much.'
  return { words: whole(words), meaning: { kind: 'other likelihood', isVague: true, instead } }
}

function confidence(words: string, instead: string | null = null): Pattern {
  return { words: whole(words), meaning: { kind: 'confidence', instead } }
}

function nothing(words: string): Pattern {
  return { words: whole(words), meaning: { kind: 'nothing' } }
}

/** Whole words, spaces of any width. */
function whole(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'giu')
}
