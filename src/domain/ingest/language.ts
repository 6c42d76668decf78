import type { Proposed } from './proposal.ts'

/** Characters looked at; a language shows within a page. */
const sampleLength = 20_000

/**
 * The language a text is mostly written in, as two letters, told by its script and its commonest small words. Null for
 * a text that is short, mixed, or in a language that is not listed here.
 */
export function proposeLanguage(text: string): Proposed | null {
  const sample = text.slice(0, sampleLength)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 40) return null
  for (const { language, script } of scripts) {
    if ((sample.match(script)?.length ?? 0) > letters * 0.5) return { value: language, reason: 'its script' }
  }
  // Japanese mixes Han with Kana; Han alone is Chinese.
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  if (kana + han > letters * 0.5) return { value: kana > letters * 0.1 ? 'ja' : 'zh', reason: 'its script' }
  return bySmallWords(sample)
}

const scripts = [
  { language: 'ko', script: /\p{Script=Hangul}/gu },
  { language: 'he', script: /\p{Script=Hebrew}/gu },
  { language: 'el', script: /\p{Script=Greek}/gu },
  { language: 'th', script: /\p{Script=Thai}/gu },
]

const smallWords: Record<string, string> = {
  en: 'the of and to in that for with was by from were this which their would has',
  de: 'der die das und ist nicht mit von den des ein eine auf für sich dem wird wurde nach',
  fr: 'le la les des et est dans une que pour qui sur pas par avec au du ont cette',
  es: 'el los las del que una por con para según fue está más como pero su entre',
  it: 'il gli della che di una per con non sono del nel è anche alla più come',
  pt: 'o os que uma não para com do da dos das em foi mais como pelo segundo',
  nl: 'de het een van en dat niet voor met zijn op is aan door ook werd naar',
  pl: 'nie się że jest na do w z oraz przez dla ale został tym które po',
  sv: 'och att det som en är på för med av inte den till har om ett',
  ru: 'и в не на что он по с как это из к его было для от было они',
  uk: 'і в не на що за та з це як до його від для які було про є',
  ar: 'في من على إلى أن عن التي الذي هذا هذه مع بعد كان قال',
  fa: 'و در به از که این است را با برای آن یک شده کرد',
  tr: 've bir bu için ile olarak da de daha olan sonra kadar ancak',
}

const languageOf = new Map<string, string[]>()
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of new Set(words.split(' ')))
    languageOf.set(word, [...(languageOf.get(word) ?? []), language])
}

function bySmallWords(sample: string): Proposed | null {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const hits = new Map<string, number>()
  for (const word of words) {
    for (const language of languageOf.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1)
  }
  const [best, second] = [...hits].sort((one, other) => other[1] - one[1])
  if (!best || best[1] < 4 || best[1] < words.length * 0.08) return null
  return best[1] >= (second?.[1] ?? 0) * 1.5 ? { value: best[0], reason: 'its commonest words' } : null
}
