import type { Stance } from '../../claim/row.ts'

/** What words show of a stance; offsets are those of the words given. */
export interface StanceInWords {
  stance: Stance
  start: number
  end: number
}

const confirming =
  '(?:be\\s+)?(?:independently\\s+|immediately\\s+|either\\s+|fully\\s+|officially\\s+)?(?:confirm|verif|corroborat|substantiat|establish|authenticat|rule[d]? (?:it |this |that )?out|prove|say (?:how|whether|if|where|who|what|which|when))'

/** One of these stands in every wording below: most sentences are passed over by one look. */
const mayHaveStance =
  /\b(?:not?|can(?:no|['’])t|\w+n['’]t|unable|impossible|neither|nobody|none|unclear|yet|un(?:true|founded|confirmed|verified|corroborated)|false|fake|cooked|doctored|exaggerated|inflated|propaganda|smears?|myth|baseless|groundless|nothing|fabricat\w+|invented|invention|hoax|nonsense|fiction|lie|lies|wrong|made|tales?|without|never|slander|\w+information|incorrect|den(?:y|ied|ies|ying)|refute[sd]|rebutted|faked)\b/i

/** Not knowing: cannot confirm or verify, has no evidence, proof or information, does not know. */
const cannotConfirm = new RegExp(
  [
    `\\b(?:can(?:\\s?not|['’]t)|could(?:\\s+not|n['’]t)|(?:is|are|was|were|been|be)\\s+(?:un|not\\s+)able\\s+to|unable\\s+to|not\\s+(?:yet\\s+)?able\\s+to|in\\s+no\\s+position\\s+to|not\\s+in\\s+a\\s+position\\s+to|impossible\\s+to|not\\s+possible\\s+to|neither)\\s+(?:(?:at\\s+present|yet|now|so\\s+far|currently)\\s+)?${confirming}`,
    `\\b(?:has|have|had|did|does|do|was|were|is|are)(?:\\s+not|n['’]t)\\s+(?:yet\\s+)?(?:been\\s+)?(?:able\\s+to\\s+)?(?:independently\\s+)?(?:confirm|verif|corroborat|substantiat|establish)`,
    `\\b(?:have|has|had|having|saw|see|sees|seen|find|finds|found|there\\s+(?:is|was|were|are|has\\s+been)|with|received|offered|holds?|held|got|possess(?:es)?)\\s+(?:as\\s+yet\\s+|so\\s+far\\s+|at\\s+present\\s+|currently\\s+|been\\s+|yet\\s+)?(?:no|not\\s+(?:seen|found|received|had)\\s+any|not\\s+any|not\\s+yet\\s+(?:seen|found)(?:\\s+any)?)\\s+(?:\\p{L}+\\s+){0,3}(?:evidence|proof|information|indications?|confirmation|knowledge|record|records|trace|word|reports?|data|details|sign)\\b`,
    `\\b(?:(?:has|have|had)\\s+not|hasn['’]t|haven['’]t)\\s+(?:seen|found|received|obtained)\\s+(?:any\\s+)?(?:\\p{L}+\\s+){0,2}(?:evidence|proof|information|confirmation)\\b`,
    `\\b(?:do|does|did)(?:\\s+not|n['’]t)\\s+(?:yet\\s+)?(?:know|have\\s+(?:any\\s+)?(?:\\p{L}+\\s+)?(?:evidence|proof|information|confirmation|figures|data))\\b`,
    `\\b(?:it\\s+(?:is|was|remains|remained)\\s+(?:still\\s+)?(?:unclear|not\\s+(?:yet\\s+)?(?:clear|known)))\\s+(?:how|whether|if|who)`,
    `\\b(?:remains?|remained|is|are|was|were)\\s+(?:still\\s+|as\\s+yet\\s+)?(?:unconfirmed|unverified|uncorroborated)\\b`,
    `\\byet\\s+to\\s+(?:be\\s+)?(?:confirm|verif|corroborat)`,
    `\\b(?:nobody|no\\s+one|none\\s+of\\s+\\p{L}+)\\s+(?:can|could)\\s+(?:say|confirm|verify|prove)\\b`,
    `\\bnot\\s+been\\s+(?:independently\\s+)?(?:confirmed|verified|corroborated)\\b`,
    `\\bneither\\s+confirm`,
    `\\bno\\s+(?:independent\\s+)?(?:confirmation|evidence|proof)\\s+(?:of|that|for)\\b`,
  ].join('|'),
  'iu',
)

/** Calling untrue what others say. */
const denying = new RegExp(
  [
    `\\b(?:untrue|not\\s+true|(?:false|fake)(?=\\s*(?:[.,;:”"’]|$|and\\b|or\\b|but\\b|claims?\\b|reports?\\b|rumou?rs?\\b|information\\b|news\\b|accusations?\\b|allegations?\\b|statements?\\b|stor(?:y|ies)\\b|that\\b|because\\b))|faked|cooked|doctored|exaggerated|inflated|propaganda|smears?|myth|baseless|groundless|unfounded|fabricat(?:ed|ion|ions)|invented|invention|hoax|nonsense|fiction|a\\s+(?:complete\\s+|pure\\s+|plain\\s+)?lie|lies\\s+from|simply\\s+wrong|made\\s+up|no\\s+truth|not\\s+a\\s+word\\s+of\\s+(?:it|this|that)\\s+is|fairy\\s+tales?|without\\s+(?:any\\s+)?foundation|did\\s+not\\s+happen|never\\s+happened|slander|disinformation|misinformation|not\\s+correct|incorrect|not\\s+the\\s+case|nothing\\s+of\\s+the\\s+(?:kind|sort))\\b`,
    `\\bthere\\s+(?:is|are|was|were|has\\s+been|have\\s+been)\\s+no\\s+(?:\\p{L}+\\s+){1,4}(?:of\\s+any\\s+kind|whatsoever|at\\s+all)\\b`,
    `\\bthere\\s+(?:is|are|was|were|has\\s+been|have\\s+been)\\s+(?:no\\s+such|not\\s+(?:one|a\\s+single))\\b`,
    `\\bno\\s+such\\b`,
    `\\b(?:denied|denies|deny|denying|refuted|refutes|rebutted)\\b`,
  ].join('|'),
  'iu',
)

/** The stance that words show by themselves, whoever says them. Undefined: a plain assertion. */
export function stanceIn(words: string): StanceInWords | undefined {
  if (!mayHaveStance.test(words)) return undefined
  const unsure = cannotConfirm.exec(words)
  const denied = denying.exec(words)
  if (unsure && (!denied || unsure.index <= denied.index || /neither/i.test(unsure[0]))) {
    return {
      stance: 'cannot confirm',
      start: unsure.index,
      end: wordEnd(words, unsure.index + unsure[0].length),
    }
  }
  if (
    denied &&
    !/\b(?:not|never|neither|did\s+not|n['’]t)\s+(?:\p{L}+\s+)?$/iu.test(words.slice(0, denied.index))
  ) {
    return { stance: 'denies', start: denied.index, end: denied.index + denied[0].length }
  }
  return undefined
}

/** Every place in words that shows a stance, from left to right. */
export function* stancesIn(words: string): Generator<StanceInWords> {
  for (let from = 0; from < words.length; ) {
    const found = stanceIn(words.slice(from))
    if (!found) return
    yield { stance: found.stance, start: from + found.start, end: from + found.end }
    from += Math.max(found.end, found.start + 1)
  }
}

function wordEnd(words: string, end: number): number {
  return end + /^\p{L}*/u.exec(words.slice(end))![0].length
}
