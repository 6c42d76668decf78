/** Words that a shingle has. Five tell a copied passage from a common phrase. */
export const shingleWords = 5

/**
 * Calls `take` with a 32-bit hash of every run of five words, in order; a text of fewer words is one run. Words are
 * runs of letters and digits in lower case, alike in every Unicode form; in scripts without spaces each character is
 * one, which is the same on every machine, as a dictionary of words is not.
 */
export function forEachShingle(text: string, take: (hash: number) => void): void {
  const folded = text.normalize('NFKC').toLowerCase()
  const recent = new Int32Array(shingleWords)
  let count = 0
  for (const [word] of folded.matchAll(hasUnspaced.test(folded) ? mixedWord : spacedWord)) {
    recent[count % shingleWords] = hashWord(word)
    count += 1
    if (count >= shingleWords) take(combine(recent, count, shingleWords))
  }
  if (count > 0 && count < shingleWords) take(combine(recent, count, count))
}

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u')
const spacedWord = /[\p{L}\p{N}\p{M}]+/gu
const mixedWord = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** FNV-1a over the code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash
}

function combine(recent: Int32Array, count: number, words: number): number {
  let hash = words
  for (let place = count - words; place < count; place += 1)
    hash = mix(hash ^ recent[place % shingleWords]!) + place - count
  return mix(hash)
}

/** MurmurHash3's finalizer: every bit of the answer depends on every bit given. */
export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
