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
  /** A letter that is held down goes on doing it, as one that goes through a list; others act once. */
  repeats?: boolean
  /** Further words under which the palette finds it. */
  keywords?: string
}

export interface RegisteredAction extends Action {
  group: string
  /** Belongs to an open dialog: works there, while everything behind rests. */
  inDialog: boolean
}

/** Replaces what this owner offers. */
export function offer(owner: string, actions: RegisteredAction[]): void {
  const before = registry.get(owner)
  registry.set(owner, actions)
  // Only what can be seen counts as a change; a new closure does not.
  if (!before || looks(before) !== looks(actions)) changed()
}

export function withdraw(owner: string): void {
  registry.delete(owner)
  changed()
}

/**
 * Every action that is offered and enabled now; the same list until something changes. Of two with one id the one
 * mounted last counts, as it does when it is run: a list with one key twice would never end being laid out.
 */
export function offeredActions(): readonly RegisteredAction[] {
  offered ??= [...new Map(enabled().map((action) => [action.id, action])).values()]
  return offered
}

/** Runs the action with this id if it is offered now; false if it is not. */
export function runAction(id: string): boolean {
  // The list may hold an older closure of the same action; the registry has the latest.
  const action = enabled().findLast((candidate) => candidate.id === id)
  action?.run()
  return action !== undefined
}

/** Tells when another list is offered; answers how to stop it. */
export function onOffered(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const registry = new Map<string, RegisteredAction[]>()
const listeners = new Set<() => void>()
let offered: readonly RegisteredAction[] | null = null

function enabled(): RegisteredAction[] {
  return [...registry.values()].flat().filter((action) => action.enabled !== false)
}

function changed(): void {
  offered = null
  for (const listener of listeners) listener()
}

function looks(actions: RegisteredAction[]): string {
  return JSON.stringify(actions)
}
