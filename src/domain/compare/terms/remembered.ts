/** A function of a word that works each word out once, of so many words at most. */
export function remembered<Value>(of: (word: string) => Value, most = Number.POSITIVE_INFINITY) {
  const known = new Map<string, Value>()
  return (word: string): Value => {
    let value = known.get(word)
    if (value === undefined) {
      value = of(word)
      if (known.size >= most) known.clear()
      known.set(word, value)
    }
    return value
  }
}
