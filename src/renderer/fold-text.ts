/** Words without case and accents, as they are compared when something is looked for: “Zürich” is found by “zurich”. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
