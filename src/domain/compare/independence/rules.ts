import { speakerWords } from './label.ts'
import type { FoundLink, OriginGrade, OriginReason, OriginRelation, OriginRules } from './link.ts'
import { byDate, type Voice } from './voice.ts'
import { alikeQuotes, type QuoteWords } from './wording.ts'

/**
 * What ties claims to one origin without anybody's decision. The rules, all of them:
 *
 * 1. One speaker is one origin: nobody confirms themselves. Statements within a few days are one occasion and tied to
 *    its first; an occasion is tied to the one before as likely.
 * 2. Unnamed officials and spokespeople of one organisation, and the organisation, are likely one origin.
 * 3. A claim that came through a speaker goes back to that speaker's claim about the same figure; one that came
 *    through a publication, to what that published about it, unless both have speakers of their own: named ones, or
 *    unnamed people of somebody named. Claims of nobody named that came through the same one are likely one. Without
 *    figures, that both take the same stance makes all this likely only.
 * 4. Claims of nobody named about the same figure, by one publisher, are likely one.
 * 5. The same words, or near-identical ones about the same figure, are one origin, unless both speakers are named.
 * 6. “repeats” is the analyst's own word for it.
 *
 * So two named speakers are independent, in the same article too, until one is said to come through the other or to
 * repeat it. The same figure: both stances are the same and an end of both ranges is, thousands and measures reckoned in. Each rule pairs every claim with
 * one or two others only, so that the links grow with the claims.
 *
 * @param voices by date
 */
export function automaticLinks(
  voices: readonly Voice[],
  relations: Iterable<OriginRelation>,
  rules: OriginRules,
  quoteWords?: Map<string, QuoteWords>,
): FoundLink[] {
  return [
    ...sameSpeaker(voices, rules),
    ...officials(voices),
    ...through(voices),
    ...publisher(voices),
    ...sameWords(voices, rules, quoteWords),
    ...repeats(voices, relations),
  ]
}

function sameSpeaker(voices: readonly Voice[], { occasionDays }: OriginRules): FoundLink[] {
  const links: FoundLink[] = []
  for (const said of grouped(voices, ({ speaker }) => (speaker === null ? [] : [speaker])).values()) {
    let first = said[0]!
    let latest = first
    for (const voice of said.slice(1)) {
      const days = daysBetween(latest, voice)
      const name = speakerWords(voice)
      const one = first.named || first.compared.source?.kind === 'publication'
      if (days !== null && days <= occasionDays) {
        const grade = one ? 'clear' : 'likely'
        const apart = days === 0 ? 'on one day' : 'within days'
        const sentence = one
          ? `${name} said both ${apart}.`
          : `Both are from “${name}” ${apart}: likely the same people.`
        links.push(link(voice, first, one ? 'same speaker' : 'officials', grade, sentence))
      } else {
        const sentence = one
          ? `${name} said both, ${gap(days)}: nobody confirms themselves.`
          : `Both are from “${name}”, ${gap(days)}: perhaps the same people.`
        links.push(link(voice, first, one ? 'same speaker' : 'officials', 'likely', sentence))
        if (days !== null) first = voice
      }
      if (days !== null) latest = voice
    }
  }
  return links
}

function officials(voices: readonly Voice[]): FoundLink[] {
  const links: FoundLink[] = []
  for (const said of grouped(voices, ({ body }) => (body === null ? [] : [body])).values()) {
    const speakers = new Map<string, Voice>()
    for (const voice of said) if (!speakers.has(voice.speaker!)) speakers.set(voice.speaker!, voice)
    const firsts = [...speakers.values()]
    const centre = firsts.find(({ named }) => named) ?? firsts[0]!
    for (const voice of firsts) {
      if (voice === centre) continue
      const [one, other] = [speakerWords(voice), speakerWords(centre)]
      const sentence = `${one} and ${other}: unnamed people of one organisation, likely one origin.`
      links.push(link(voice, centre, 'officials', 'likely', sentence))
    }
  }
  return links
}

function through(voices: readonly Voice[]): FoundLink[] {
  const links: FoundLink[] = []
  const bySpeaker = firstTwo(voices, ({ speaker, figures }) =>
    speaker === null ? [] : figures.map((figure) => `${speaker} ${figure}`),
  )
  const published = (only: readonly Voice[]) =>
    firstTwo(only, ({ publishers, figures }) =>
      publishers.flatMap((publisher) => figures.map((figure) => `${publisher} ${figure}`)),
    )
  const byPublisher = published(voices)
  const byPublisherAlone = published(voices.filter(({ ownVoice }) => !ownVoice))
  const unnamedThrough = firstTwo(
    voices.filter(({ speaker }) => speaker === null),
    ({ compared, figures }) =>
      compared.via.slice(0, 1).flatMap(({ id }) => figures.map((figure) => `${id} ${figure}`)),
  )
  for (const voice of voices) {
    const { compared, figures, ownVoice } = voice
    const [grade, same] = sameness(voice)
    for (const { id, name } of compared.via) {
      const said = other(bySpeaker, id, figures, voice)
      if (said) {
        links.push(link(voice, said, 'via', grade, `It came through ${name}, who ${same.says}.`))
        continue
      }
      const written = other(ownVoice ? byPublisherAlone : byPublisher, id, figures, voice)
      if (written) {
        const sentence = `It came through ${name}, which published the other ${same.about}.`
        links.push(link(voice, written, 'via', grade, sentence))
      }
    }
    const [nearest] = compared.via
    if (voice.speaker === null && nearest) {
      const beside = other(unnamedThrough, nearest.id, figures, voice)
      const sentence = `Both came through ${nearest.name} ${same.about}, and neither names its speaker.`
      if (beside) links.push(later(voice, beside, 'via', 'likely', sentence))
    }
    if (compared.source?.kind === 'publication') {
      const written = other(byPublisher, compared.source.id, figures, voice)
      const sentence = `${compared.source.name} is its speaker, and published the other ${same.about}.`
      if (written && written.speaker !== voice.speaker) {
        links.push(link(voice, written, 'via', grade, sentence))
      }
    }
  }
  return links
}

/** What two claims about the same figure have in common, and how sure that makes a link; without a figure it is the stance alone. */
function sameness({ compared: { claim } }: Voice): [OriginGrade, { says: string; about: string }] {
  return claim.low === null && claim.high === null
    ? ['likely', { says: 'takes the same stance', about: 'with the same stance' }]
    : ['clear', { says: 'gives the same figure', about: 'about the same figure' }]
}

function publisher(voices: readonly Voice[]): FoundLink[] {
  const nobody = voices.filter(({ speaker, compared }) => speaker === null && compared.via.length === 0)
  const links: FoundLink[] = []
  const together = grouped(nobody, ({ publishers, figures }) =>
    publishers.flatMap((publisher) => figures.map((figure) => `${publisher} ${figure}`)),
  )
  for (const [first, ...rest] of together.values()) {
    for (const voice of rest) {
      const sentence = `One publisher ${sameness(voice)[1].says} in both, and neither names its speaker.`
      links.push(link(voice, first!, 'publisher', 'likely', sentence))
    }
  }
  return links
}

function sameWords(
  voices: readonly Voice[],
  rules: OriginRules,
  quoteWords?: Map<string, QuoteWords>,
): FoundLink[] {
  return alikeQuotes(voices, rules, quoteWords).map(({ from, to, likeness }) =>
    later(
      from,
      to,
      'same words',
      'clear',
      likeness === 1
        ? 'They rest on the same words.'
        : `Their words are near-identical: ${Math.round(likeness * 100)} % of the runs of five words are shared.`,
    ),
  )
}

function repeats(voices: readonly Voice[], relations: Iterable<OriginRelation>): FoundLink[] {
  const known = new Map(voices.map((voice) => [voice.id, voice]))
  const links: FoundLink[] = []
  for (const { fromId, toId, kind, note } of relations) {
    const from = known.get(fromId)
    const to = known.get(toId)
    if (kind !== 'repeats' || !from || !to) continue
    const sentence = ['It is related as repeating the other.', note.trim()].filter(Boolean).join(' ')
    links.push(link(from, to, 'repeats', 'clear', sentence))
  }
  return links
}

function link(from: Voice, to: Voice, reason: OriginReason, grade: OriginGrade, sentence: string): FoundLink {
  return { fromId: from.id, toId: to.id, reason, grade, sentence }
}

/** Where neither is known to have it from the other: the later one from the earlier, or from whoever is named. */
function later(
  one: Voice,
  another: Voice,
  reason: OriginReason,
  grade: OriginGrade,
  sentence: string,
): FoundLink {
  const behind = another.named !== one.named ? one.named : byDate(one, another) < 0
  return behind ? link(another, one, reason, grade, sentence) : link(one, another, reason, grade, sentence)
}

/** By key. With `most`, of each group only the earliest. */
function grouped(
  voices: readonly Voice[],
  keysOf: (voice: Voice) => readonly string[],
  most = Number.POSITIVE_INFINITY,
): Map<string, Voice[]> {
  const groups = new Map<string, Voice[]>()
  for (const voice of voices) {
    for (const key of keysOf(voice)) {
      const group = groups.get(key)
      if (!group) groups.set(key, [voice])
      else if (group.length < most && group.at(-1) !== voice) group.push(voice)
    }
  }
  return groups
}

/** Of each group the earliest two: one of them is another than whoever asks. */
function firstTwo(
  voices: readonly Voice[],
  keysOf: (voice: Voice) => readonly string[],
): Map<string, Voice[]> {
  return grouped(voices, keysOf, 2)
}

function other(
  groups: ReadonlyMap<string, readonly Voice[]>,
  who: string,
  figures: readonly string[],
  voice: Voice,
): Voice | undefined {
  for (const figure of figures) {
    const found = groups.get(`${who} ${figure}`)?.find((candidate) => candidate !== voice)
    if (found) return found
  }
  return undefined
}

/** Null when either day is unknown. */
function daysBetween(one: Voice, other: Voice): number | null {
  if (one.date === null || other.date === null) return null
  return Math.abs(Date.parse(other.date) - Date.parse(one.date)) / 86_400_000
}

function gap(days: number | null): string {
  return days === null ? 'on days unknown' : `${days} days apart`
}
