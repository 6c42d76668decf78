import { foldText } from '../fold-text.ts'

/**
 * Items in the order in which their names fit what is looked for: the very name, then names that begin with it, then
 * the rest as they came. So Enter takes “Ukraine” for “ukraine”, not the first name that has it somewhere.
 */
export function byFit<Item extends { label: string }>(items: readonly Item[], wanted: string): Item[] {
  const words = foldText(wanted)
  if (words === '') return [...items]
  const misfit = ({ label }: Item) => {
    const name = foldText(label)
    return name === words ? 0 : name.startsWith(words) ? 1 : 2
  }
  return items
    .map((item) => ({ item, misfit: misfit(item) }))
    .sort((a, b) => a.misfit - b.misfit)
    .map(({ item }) => item)
}
