/** Whether the clause around a place speaks of what is to come. */
export function isFuture(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, sentence.lastIndexOf(';', at), at - 110), at)
  const after = sentence.slice(at, at + 70).split(/[;.]|, (?:and|but|he|she|it|they|the)\b/)[0]!
  if (/\b(?:said|told|announced|reported|confirmed|denied|wrote)\s+(?:\w+\s+){0,2}(?:on\s+)?$/i.test(before))
    return false
  return (
    /\b(?:will|shall|(?:is|are|was|were) (?:to|due|expected|scheduled|planned|forecast|set)|due|expect(?:s|ed)?|scheduled|planned|plans|forecast (?:for|to)|would)\b[^;]*$/i.test(
      before,
    ) ||
    /\b(?:begins?|starts?|opens?|meets?|leaves?|expires?|ends?|takes? (?:place|effect))\s+(?:on\s+|in\s+)?$/i.test(
      before,
    ) ||
    /^.{0,24}\b(?:will|is to|are to|is due|are due)\b/i.test(after)
  )
}
