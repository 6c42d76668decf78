/**
 * Who speaks, where English words say so plainly: "Pentagon spokesman John Roe said" gives "John Roe", "according to
 * South Korea's defence ministry" gives "South Korea's defence ministry". A person's name is given without office and
 * rank; where there is none, the office or body. Null when nobody is named, several are, or only "he" or "officials".
 */
export function readSpeaker(words: string): string | null {
  const text = withoutQuotes(words.slice(0, 1000)).replace(/\s+/gu, ' ').trim()
  const found = [...speakers(text)].map(nameIn).filter((name) => name !== null)
  const [first] = found
  return first !== undefined && found.every((name) => name === first) ? first : null
}

const adverbs = '(?:(?:has|had|have|also|later|again|\\p{L}+ly) )*'
const verbs =
  'said|says|told|tells|noted|notes|announced|states|claimed|claims|added|adds|warned|warns|confirms|denies|revealed|emphasized|emphasised|stressed|argued|argues|remarked|explained|wrote|writes|declared|insisted|acknowledged|informed'
/** Verbs whose forms are also nouns or adjectives ("the first confirmed use") must show by the next word what they are. */
const ambiguous =
  'reported|reports|confirmed|denied|estimated|estimates|stated|alleged|predicted|suggested|suggests|put'
const speaking = new RegExp(
  `\\b${adverbs}(?:(?:${verbs})(?!\\p{L})|(?:${ambiguous})(?=[,:]|$|\\s(?:that|on|the|it|its|he|she|they|there|no|a|an|about|at least|more than|\\p{L}+day)(?!\\p{L})))`,
  'iu',
)
const sayer = `(?<who>[\\p{L}\\p{M}\\d.'’&\\s-]{2,140}?)`

/** Noun phrases that stand where a speaker stands. */
function* speakers(text: string): Generator<string> {
  for (const match of text.matchAll(
    new RegExp(
      `\\b[Aa]ccording to ${sayer}(?=[,;:()“”"]|(?<!\\p{Lu})\\.(?:\\s|$)|\\s(?:that|who|which)(?!\\p{L})|$)`,
      'gu',
    ),
  )) {
    yield match.groups!.who!
  }
  // "… , said Jane Roe, a local resident."
  const inverted = new RegExp(
    `(?:^|[,”"…]\\s*)(?:said|says|added|noted|wrote|remarked) ${sayer}(?=[,;:.](?:\\s|$)|$)`,
    'iu',
  ).exec(text)
  if (inverted && /^(?:the |an? )?[\p{Lu}\p{Lo}]|^(?:the|an?) /u.test(inverted.groups!.who!)) {
    yield inverted.groups!.who!
  }
  for (const sentence of text.split(
    /(?<=[.;:!?…]["”]?)\s+(?=[\p{Lu}“"])(?<!\b(?:Gen|Maj|Lt|Col|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|Adm|U\.S)\.\s)/u,
  )) {
    const said = speaking.exec(sentence)
    if (said && said.index > 0) yield subjectOf(sentence.slice(0, said.index).trim())
  }
}

/** The subject before a verb: the last phrase, or, between commas, the name or what it was set beside. */
function subjectOf(before: string): string {
  const parts = before.replace(/[,\s]+$/, '').split(/\s*[,;:—–“”"]\s*/)
  // The end of a list: "…, South Korea, and Ukraine estimate".
  if (parts.length > 2 && /^(?:and|or)\s/i.test(parts.at(-1)!)) return ''
  const last = parts.at(-1)!.replace(/^(?:and|but|while|as|when|meanwhile|however)\s+/i, '')
  // "Jane Roe, a spokeswoman, said" and "The spokeswoman, Jane Roe, said".
  if (/,\s*$/.test(before) && parts.length > 1) return isName(last.replace(rank, '')) ? last : parts.at(-2)!
  return last
}

const office =
  '(?:spokes(?:man|woman|person)|secretary(?:[- ]general)?|minister|president|premier|chancellor|ambassador|envoy|commander(?:[- ]in[- ]chief)?|chief|director(?:[- ]general)?|head|governor|mayor|general|colonel|admiral|senator|representative|lawmaker|analyst|fellow|expert|official|officer|correspondent|professor|adviser|advisor|deputy|chair(?:man|woman|person)?|leader|king|pope|diplomat|resident)'
const ofWhat =
  "(?:\\s+(?:of|for)\\s+(?:the\\s+)?\\p{Lu}[\\p{L}’'-]+(?:\\s+(?:and|of)\\s+\\p{Lu}[\\p{L}’'-]+)?)?"
const officeThenName = new RegExp(`\\b${office}${ofWhat}\\s+(?<name>.+)$`, 'iu')
const rank = /^(?:(?:Brig|Maj|Lt|Gen|Col|Capt|Adm|Sgt|Cmdr|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov)\.?\s+)+/u

function nameIn(phrase: string): string | null {
  const who = phrase.trim().replace(/^(?:the|an?)\s+/i, '')
  if (who === '' || who.split(' ').length > 12 || nobody.test(who)) return null
  const afterOffice = officeThenName.exec(who)?.groups?.name?.replace(rank, '')
  if (afterOffice && isName(afterOffice)) return afterOffice
  // Two offices with names: "Secretary Roe and Minister Doe".
  if (/\p{L}\s+and\s+(?:the\s+)?\p{L}/u.test(who)) return null
  const bare = who.replace(rank, '')
  if (isName(bare)) return bare
  const isOffice = new RegExp(`\\b${office}\\b`, 'iu').test(who)
  return isOffice || /\p{Lu}/u.test(who) || body.test(who) ? who : null
}

/** Nobody in particular. */
const nobody =
  /^(?:with|in|on|at|for|from|during|after|amid|he|she|it|they|we|i|you|who|this|that|these|those|one|some|many|others?|sources?|officials|reports?|analysts|experts|observers|critics|people|media|which|there|what|nobody)(?:\s|$)/i
const body =
  /\b(?:ministry|government|department|agency|office|army|force|military|intelligence|kremlin|council|committee|embassy|service|police)\b/i

/** One to four words that begin with a capital, or belong to a script that has none. */
function isName(words: string): boolean {
  return /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}’'-]*)(?:\s+(?:(?:de|van|von|der|al|bin|la|du)\s+)?(?:\p{Ll}{1,3}-)?[\p{Lu}\p{Lo}][\p{L}\p{M}’'.-]*){0,3}$/u.test(
    words,
  )
}

function withoutQuotes(words: string): string {
  return words.replace(/“[^”]*”|"[^"]*"/g, '”')
}
