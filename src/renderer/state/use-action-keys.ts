import { useEffect } from 'react'
import { keysOf } from './actions.ts'
import { type KeyOwner, keyOwner, namesOf } from './keys.ts'
import { type Action, offeredActions, runAction } from './offered-actions.ts'

/** Lets keys run the offered actions. Mounted once, by the frame. */
export function useActionKeys(): void {
  useEffect(() => {
    let first: string[] = []
    let waiting = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || modifierKeys.has(event.key)) return
      const names = namesOf(event)
      const sequences = first.flatMap((before) => names.map((name) => `${before} ${name}`))
      first = []
      clearTimeout(waiting)
      const owner = keyOwner(event.target)
      const action = find(sequences, owner) ?? find(names, owner)
      if (action) {
        event.preventDefault()
        // A sign that is held down was meant once, except where it goes through a list.
        if (!event.repeat || action.repeats || !isSign(event)) runAction(action.id)
      } else if (owner === 'room' && candidates().some((candidate) => begins(candidate, names))) {
        first = names
        waiting = window.setTimeout(() => {
          first = []
        }, sequenceTimeout)
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      clearTimeout(waiting)
    }
  }, [])
}

const modifierKeys = new Set(['Shift', 'Control', 'Alt', 'Meta'])
/** Milliseconds within which the second key of 'G R' must follow. */
const sequenceTimeout = 2000

/** A letter, digit or other sign without a modifier that makes it a shortcut everywhere. */
function isSign({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey
}

/** While a dialog is open only its own actions have keys. */
function candidates() {
  const inDialog = document.querySelector('[data-dialog]') !== null
  return offeredActions().filter((action) => action.inDialog === inDialog)
}

function find(names: string[], owner: KeyOwner): Action | undefined {
  return candidates().findLast((action) =>
    keysOf(action).some((keys) => names.includes(keys) && !belongsTo(owner, keys)),
  )
}

/** What fields and other controls need for themselves: plain keys, and a text's own undo and redo. */
function belongsTo(owner: KeyOwner, keys: string): boolean {
  if (owner === 'room') return false
  // A control has no use for Escape once it is closed: it closes what the control lies in.
  if (owner === 'widget' && keys === 'Escape') return false
  return !/Mod\+|Alt\+/.test(keys) || /^Mod\+(Shift\+)?(Z|Y|A|C|V|X|ArrowLeft|ArrowRight)$/.test(keys)
}

function begins(action: Action, names: string[]): boolean {
  return keysOf(action).some((keys) => names.some((name) => keys.startsWith(`${name} `)))
}
