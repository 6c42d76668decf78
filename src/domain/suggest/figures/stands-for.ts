import { officeNouns, sayingVerbs } from '../reading/lexicon.ts'
import { isDayWord, phraseEndingAt, possessive } from '../reading/phrases.ts'
import type { Sentence, Token } from '../reading/reading.ts'
import { people, singular } from '../reading/subjects.ts'
import type { Counted } from './counted-noun.ts'
import type { Figure } from './figures.ts'
import { measureNoun } from './measures.ts'

/** Where a figure stands: its sentence, and what was counted before it. */
export interface Surroundings {
  sentence: Sentence
  /** What the figures before it in the sentence count. */
  before: readonly Counted[]
  /** The sentences before, the nearest last, with what their last figure counts. */
  earlier: readonly { sentence: Sentence; counted: Counted | null }[]
}

/** The first token of the qualifier. */
export function firstOf(tokens: readonly Token[], figure: Figure): number {
  let index = figure.first
  while (index > 0 && tokens[index - 1]!.start >= figure.start) index -= 1
  return index
}

/** The nearest noun before it that can be counted, in its own sentence and then in those before. */
export function standsFor(figure: Figure, { sentence, earlier }: Surroundings): string | undefined {
  const { tokens } = sentence
  const isHuman = tokens.slice(figure.last + 1, figure.last + 5).some(({ lower }) => ofPeople.test(lower))
  const own = lastCountable(tokens, doerBefore(tokens, figure) ?? figure.first - 1, true, isHuman)
  if (own) return own
  for (const { sentence: each, counted } of [...earlier].reverse()) {
    const unit = counted?.unit.replace(/ (?:a|an|per|each|every) \p{L}+$/u, '') ?? ''
    if (unit !== '' && !isAmount(unit) && (!isHuman || isPeople(unit))) return unit
    const noun = lastCountable(each.tokens, each.tokens.length - 1, false, isHuman)
    if (noun) return noun
  }
  return undefined
}

/** These say of their subject how many it is. */
const linkingVerb =
  /^(?:reach\w*|exceed\w*|top(?:s|ped)?|pass(?:es|ed)?|hit|hits|total\w*|number(?:s|ed)?|surpass\w*|average[sd]?|remain\w*|become|became|ma[dk]es?|equal\w*|stood|stands?|grew|rose|fell|cost|costs|measur\w+|weigh\w*|amount\w*|came|approach\w*|include[sd]?)$/

/** "Air defences destroyed 18": who does it is not what is counted. Where to look on from, before the doer. */
function doerBefore(tokens: readonly Token[], figure: Figure): number | undefined {
  let at = firstOf(tokens, figure) - 1
  while (/^(?:only|all|just|another|least|about|some)$/.test(tokens[at]?.lower ?? '')) at -= 1
  if (tokens[at]?.pos !== 'VERB' || linkingVerb.test(tokens[at]!.lower)) return undefined
  at -= 1
  while (/^(?:ADV|AUX|PART)$/.test(tokens[at]?.pos ?? '')) at -= 1
  if (tokens[at]?.pos !== 'NOUN' && tokens[at]?.pos !== 'PROPN') return undefined
  while (/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[at]?.pos ?? '')) at -= 1
  return at
}

/** "About 30,000 marched": only people do that. */
export function whoActs(tokens: readonly Token[], figure: Figure): string | undefined {
  const after = tokens[figure.last + 1]
  const next = /^(?:had|have|has)$/.test(after?.lower ?? '') ? tokens[figure.last + 2] : after
  return next &&
    /^(?:marched|died|drowned|perished|survived|fled|attended|gathered|protested|demonstrated|voted|queued|enlisted|emigrated|turned|crowded|camped)$/.test(
      next.lower,
    )
    ? 'people'
    : undefined
}

/** Only people do this or suffer it. */
const ofPeople =
  /^(?:killed|died|drowned|fled|wounded|injured|hurt|arrested|detained|hospitalised|hospitalized|evacuated|marched|attended|gathered|queued|survived|displaced|infected|recovered|enlisted|signed|voted|married|protested|demonstrated|dead|homeless)$/
const somebody =
  /^(?:people|persons|men|women|children|troops|civilians|residents|inhabitants|refugees|migrants|passengers|patients|victims|survivors|pupils|students|prisoners|recruits|conscripts|sailors|fishermen|villagers|demonstrators|protesters|voters|members|citizens|families|employees|crew|staff|cases|dead|wounded|boys|girls|rebels|militants|fighters|marines|guards|tourists|hostages|evacuees|infants|adults|youths|believers|pilgrims|guests|visitors|north koreans)$/

export function isPeople(unit: string): boolean {
  return somebody.test(unit) || officeNouns.has(singular(unit)) || people.has(unit)
}

function isAmount(unit: string): boolean {
  return measureNoun.test(unit) || /^(?:US dollars|percentage points|square|cubic)/.test(unit)
}

export const collective =
  /^(?:people|men|women|children|troops|dead|aircraft|police|personnel|wounded|infantry|sheep|cattle|missing)$/
/** Plurals that figures seldom stand for. */
const seldom =
  /^(?:days|hours|weeks|months|years|minutes|times|officials|sources|figures|numbers|reporters|words|talks|details|experts|analysts|authorities|officers|states|relations|services|reports|claims|terms|others|colleagues|journalists|notes|accounts|sides|parts|results|witnesses|lawmakers|ministers|news|headquarters|series|economics|politics|affairs|ones|columns|questions|pictures|images|records|data)$/

/** The last plural noun before a place. In the figure's own sentence, what somebody is said by is no candidate. */
function lastCountable(
  tokens: readonly Token[],
  from: number,
  isOwn: boolean,
  isHuman: boolean,
): string | undefined {
  for (let index = from; index >= 0; index -= 1) {
    const token = tokens[index]!
    const { lower, pos } = token
    if (isDayWord(token) || measureNoun.test(lower) || seldom.test(lower)) continue
    if (
      collective.test(lower) &&
      (pos === 'NOUN' || pos === 'ADJ') &&
      (lower !== 'dead' || /^(?:the|own|its|their)$/.test(tokens[index - 1]?.lower ?? ''))
    )
      return lower
    // At the beginning of a sentence the model takes plurals for names: "Cases rose", "Pupils number".
    const isFirst = index === 0 && pos === 'PROPN' && tokens[1]?.pos === 'VERB'
    if (
      isFirst &&
      /[^su]s$/.test(lower) &&
      (!isHuman || isPeople(lower)) &&
      !sayingVerbs.has(tokens[1]!.lower)
    )
      return lower
    if (pos !== 'NOUN' || !/[^su]s$/.test(lower) || possessive.has(lower) || (isHuman && !isPeople(lower)))
      continue
    const isPart = /^of$/.test(tokens[index - (tokens[index - 1]?.pos === 'DET' ? 2 : 1)]?.lower ?? '')
    if (isOwn && !isPart && sayingVerbs.has(tokens[index + 1]?.lower ?? '')) continue
    const phrase = phraseEndingAt(tokens, index)
    if (phrase) return lower
  }
  return undefined
}
