import { useEffect, useId, useSyncExternalStore } from 'react'

/** Something a person can do now: listed in the palette and the list of shortcuts, reached by its keys. */
export interface Action {
  id: string
  title: string
  /**
   * 'Mod+K', '?', 'E', '1', 'Alt+ArrowLeft', or one after the other: 'G R'. `Mod` is Ctrl, on a Mac Cmd. Several
   * ways are a list. Keys without Mod or Alt act only while no text field has the focus.
   */
  keys?: string | string[]
  /** False: shown nowhere and its keys do nothing. */
  enabled?: boolean
  run(): void
  /** Further words under which the palette finds it. */
  keywords?: string
}

export interface RegisteredAction extends Action {
  group: string
  /** Belongs to an open dialog: works there, while everything behind rests. */
  inDialog: boolean
}

/**
 * Offers actions while the component is mounted. `group` is a heading in the list of shortcuts. The functions are
 * always the latest ones given; where two actions share a key, the one mounted last has it.
 */
export function useActions(group: string, actions: Action[], options: { inDialog?: boolean } = {}): void {
  const owner = useId()
  const inDialog = options.inDialog ?? false
  useEffect(() => {
    const before = registry.get(owner)
    const next = actions.map((action) => ({ ...action, group, inDialog }))
    registry.set(owner, next)
    // Only what can be seen counts as a change; a new closure does not.
    if (!before || looks(before) !== looks(next)) changed()
  })
  useEffect(
    () => () => {
      registry.delete(owner)
      changed()
    },
    [owner],
  )
}

/** Every action that is offered and enabled now, in order of mounting. */
export function useOfferedActions(): readonly RegisteredAction[] {
  return useSyncExternalStore(subscribe, offeredActions)
}

/**
 * Every action that is offered and enabled now; the same list until something changes. Of two with one id the one
 * mounted last counts, as it does when it is run: a list with one key twice would never end being laid out.
 */
export function offeredActions(): readonly RegisteredAction[] {
  offered ??= [
    ...new Map(
      [...registry.values()]
        .flat()
        .filter((action) => action.enabled !== false)
        .map((action) => [action.id, action]),
    ).values(),
  ]
  return offered
}

/** Runs the action with this id if it is offered now; false if it is not. */
export function runAction(id: string): boolean {
  // The list may hold an older closure of the same action; the registry has the latest.
  const action = [...registry.values()]
    .flat()
    .findLast((candidate) => candidate.id === id && candidate.enabled !== false)
  action?.run()
  return action !== undefined
}

/** The keys of an action as a list. */
export function keysOf({ keys }: Action): string[] {
  return keys === undefined ? [] : Array.isArray(keys) ? keys : [keys]
}

const registry = new Map<string, RegisteredAction[]>()
const listeners = new Set<() => void>()
let offered: readonly RegisteredAction[] | null = null

function changed(): void {
  offered = null
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function looks(actions: RegisteredAction[]): string {
  return JSON.stringify(actions)
}
