/** Words as a sentence lists them: “a”, “a and b”, “a, b and c”; empty for none. */
export function wordList(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
