/** Words that people who work with reports use; some outside ASCII and some from right to left, as reports have. */
const known = [
  ...'the of to and in a is that for was on said by at with as from it were have not has they but this are an or'.split(
    ' ',
  ),
  ...'troops soldiers officials ministry reported border region convoy figure source statement agency military'.split(
    ' ',
  ),
  ...'intelligence briefing spokesman confirmed denied estimated thousand training equipment front command naïve'.split(
    ' ',
  ),
  ...'délégué Łódź São Kraków Åland İzmir Київ Москва 平壤 東京 وزارة القوات 🪖 📍'.split(' '),
]
const beginnings = 'b c d f g h k l m n p r s t v w br cr dr gr pl st tr'.split(' ')
const middles = 'a e i o u ai ea ou'.split(' ')
const ends = ['', '', 'n', 'r', 's', 'l', 't', 'nd', 'st']

/**
 * Texts of made-up words with a vocabulary and word frequencies like a language's (Zipf): what a full-text index
 * and a text layout meet in practice, without anybody's sentences.
 * @param {import('./random.mjs').Random} random
 */
export function makeWords(random) {
  const vocabulary = [...known]
  const seen = new Set(vocabulary)
  while (vocabulary.length < 12_000) {
    const word = madeUp(random)
    if (!seen.has(word)) vocabulary.push(word)
    seen.add(word)
  }
  const word = () => vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? 'the'
  return { word, sentence, paragraphs }

  /** @param {number} words */
  function sentence(words) {
    let text = word()
    for (let count = 1; count < words; count += 1)
      text += (random.chance(0.06) ? ', ' : ' ') + (random.chance(0.02) ? String(random.int(12_000)) : word())
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }

  /** Canonical text of about so many words, in paragraphs of a few sentences. @param {number} words */
  function paragraphs(words) {
    const made = []
    for (let count = 0; count < words; ) {
      const sentences = []
      for (let left = 2 + random.int(5); left > 0; left -= 1) {
        const length = 8 + random.int(18)
        sentences.push(sentence(length))
        count += length
      }
      made.push(sentences.join(' '))
    }
    return made.join('\n\n')
  }
}

/** @param {import('./random.mjs').Random} random */
function madeUp(random) {
  let word = ''
  for (let syllables = 1 + random.int(4); syllables > 0; syllables -= 1)
    word += random.pick(beginnings) + random.pick(middles) + random.pick(ends)
  return word
}
