import { create } from 'zustand'
import type { Restorable, RestorableField } from '../../../domain/restore/restoring.ts'

export interface AskedRestore {
  /** The event after which the items were as they are wanted. */
  asOf: number
  items: {
    stream: string
    /** Only these fields; absent: all that differ. */
    keys?: string[]
  }[]
  /** Edits up to this event were on the screen when restoring was asked for; later ones are brought up first. */
  seenTo: number
}

/** The dialog that restores, wherever in History it was asked for. */
export const useRestoring = create<{ asked: AskedRestore | null }>()(() => ({ asked: null }))

export function askToRestore(asked: AskedRestore): void {
  useRestoring.setState({ asked })
}

/** What is chosen to come back: `claims/ID` for a whole row that is gone, `claims/ID#place` for a field. */
export type Chosen = ReadonlySet<string>

export function choiceOf(stream: string, key?: string): string {
  return key === undefined ? stream : `${stream}#${key}`
}

/** The preview narrowed to what was asked for. */
export function offered(items: readonly Restorable[], asked: AskedRestore): Restorable[] {
  const wanted = new Map(asked.items.map(({ stream, keys }) => [stream, keys]))
  return items.map((item) => {
    const keys = wanted.get(item.stream)
    return keys ? { ...item, fields: item.fields.filter(({ key }) => keys.includes(key)) } : item
  })
}

/** True where somebody edited the field after what the person had seen: it is only restored when chosen by hand. */
export function isInTheWay({ later }: RestorableField, seenTo: number): boolean {
  return later.some(({ seq }) => seq > seenTo)
}

/** What is chosen at first: all that nobody has worked on since it was looked at. */
export function firstChosen(items: readonly Restorable[], seenTo: number): Chosen {
  const fields = items.flatMap(({ stream, fields }) =>
    fields.filter((field) => !isInTheWay(field, seenTo)).map(({ key }) => choiceOf(stream, key)),
  )
  const rows = items
    .filter(({ state, removedBy }) => state === 'gone' && (removedBy?.seq ?? 0) <= seenTo)
    .map(({ stream }) => choiceOf(stream))
  return new Set([...fields, ...rows])
}

/** The items of the command `history.restore` for what is chosen. */
export function restoreItems(
  items: readonly Restorable[],
  chosen: Chosen,
): { stream: string; fields?: string[] }[] {
  return items.flatMap(({ stream, state, fields }) => {
    if (state === 'gone') return chosen.has(choiceOf(stream)) ? [{ stream }] : []
    const columns = fields
      .filter(({ key }) => chosen.has(choiceOf(stream, key)))
      .flatMap((field) => field.columns)
    return columns.length > 0 ? [{ stream, fields: columns }] : []
  })
}
