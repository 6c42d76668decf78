import type { Likelihood } from '../grade.ts'
import { sentencesAround } from '../text/segments.ts'
import { type Pattern, patterns, setTerms, type TermSet } from './wording-terms.ts'

/**
 * `confidence with likelihood`: both in one sentence, which ICD 203 forbids. `mixed wordings`: terms of both sets.
 * `no term`: a likelihood or confidence in words that the standard does not have; only a hint.
 */
export type WordingKind = 'confidence with likelihood' | 'mixed wordings' | 'no term'

/** What to look at again in a text, and why. */
export interface WordingFinding {
  kind: WordingKind
  /** UTF-16 code units of the text, half-open. */
  start: number
  end: number
  /** A sentence or two, with what to write instead. */
  reason: string
}

/**
 * What ICD 203 (2015, section D.6.e.(2)) would have worded otherwise, in order of the text. Words in quotation marks
 * are somebody else's and are left alone. English only: in other languages nothing is found.
 *
 * @param elsewhere the other texts of the same product: which set of terms it keeps to is decided over all of them
 */
export function lintWording(text: string, elsewhere: readonly string[] = []): WordingFinding[] {
  const found = termsIn(text)
  if (found.length === 0) return []
  return [...together(text, found), ...mixed(text, found, elsewhere), ...hints(text, found)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

interface Found {
  start: number
  end: number
  meaning: Pattern['meaning']
}

function together(text: string, found: readonly Found[]): WordingFinding[] {
  const findings: WordingFinding[] = []
  const confident = found.filter(({ meaning }) => meaning.kind === 'confidence')
  let last = -1
  for (const { start } of confident) {
    if (start < last) continue
    const sentence = sentencesAround(text, start).find((one) => one.start <= start && start < one.end)
    if (!sentence) continue
    last = sentence.end
    const inside = found.filter((one) => sentence.start <= one.start && one.end <= sentence.end)
    const confidence = inside.find(({ meaning }) => meaning.kind === 'confidence')
    const likelihood = inside.find(saysHowLikely)
    if (!confidence || !likelihood) continue
    findings.push({
      kind: 'confidence with likelihood',
      ...sentence,
      reason: `${said(text, confidence)} and ${said(text, likelihood)} stand in one sentence. ICD 203 keeps confidence and likelihood apart: give the confidence in a sentence of its own.`,
    })
  }
  return findings
}

/** The set that a product keeps to is the one it uses more; of equal ones the first, in which grades are printed. */
function mixed(text: string, found: readonly Found[], elsewhere: readonly string[]): WordingFinding[] {
  const here = found.flatMap(likelihoodOf)
  if (here.length === 0) return []
  const all = [...here, ...elsewhere.flatMap((other) => termsIn(other).flatMap(likelihoodOf))]
  const count = (set: TermSet) => all.filter((one) => one.set === set).length
  const [first, second] = [count('first'), count('second')]
  if (first === 0 || second === 0) return []
  const kept: TermSet = first >= second ? 'first' : 'second'
  const example = all.find(({ set }) => set === kept)!
  return here
    .filter(({ set }) => set !== kept)
    .map((one) => ({
      kind: 'mixed wordings' as const,
      start: one.start,
      end: one.end,
      reason: `${said(text, one)} and “${setTerms[kept][example.band]}” are from different sets of ICD 203, and readers take them for different ranges. Keep to one set: in the other, this is “${setTerms[kept][one.band]}”.`,
    }))
}

function hints(text: string, found: readonly Found[]): WordingFinding[] {
  return found.flatMap(({ start, end, meaning }): WordingFinding[] => {
    const instead = 'instead' in meaning ? meaning.instead : null
    if (instead === null) return []
    const reason = `${said(text, { start, end })} is no term of ICD 203. ${instead}`
    return [{ kind: 'no term', start, end, reason }]
  })
}

/** In a term of the standard or in another one that names a range. */
function saysHowLikely({ meaning }: Found): boolean {
  return meaning.kind === 'likelihood' || (meaning.kind === 'other likelihood' && !meaning.isVague)
}

function likelihoodOf({ start, end, meaning }: Found): {
  start: number
  end: number
  set: TermSet
  band: Likelihood
}[] {
  return meaning.kind === 'likelihood' ? [{ start, end, set: meaning.set, band: meaning.band }] : []
}

/** The terms outside quotation marks, in order, none over another. */
function termsIn(text: string): Found[] {
  const quoted = quotedStretches(text)
  const all = patterns
    .flatMap(({ words, meaning }) =>
      Array.from(text.matchAll(words), ({ index, 0: match }) => ({
        start: index,
        end: index + match.length,
        meaning,
      })),
    )
    .filter(({ start, end }) => !quoted.some((quote) => start < quote.end && quote.start < end))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Found[] = []
  for (const one of all) {
    const before = kept.at(-1)
    if (!before || one.start >= before.end) kept.push(one)
  }
  return kept.filter(({ meaning }) => meaning.kind !== 'nothing')
}

/** Quotation marks that close within their line. Single ones are left out: they are apostrophes as often. */
function quotedStretches(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(/“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|"[^"\n]*"/g), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }))
}

function said(text: string, { start, end }: { start: number; end: number }): string {
  return `“${text.slice(start, end).replace(/\s+/g, ' ')}”`
}
