import { useEffect, useId, useSyncExternalStore } from 'react'
import {
  type Action,
  offer,
  offeredActions,
  onOffered,
  type RegisteredAction,
  withdraw,
} from './offered-actions.ts'

/**
 * Offers actions while the component is mounted. `group` is a heading in the list of shortcuts. The functions are
 * always the latest ones given; where two actions share a key, the one mounted last has it.
 */
export function useActions(group: string, actions: Action[], options: { inDialog?: boolean } = {}): void {
  const owner = useId()
  const inDialog = options.inDialog ?? false
  useEffect(() => {
    offer(
      owner,
      actions.map((action) => ({ ...action, group, inDialog })),
    )
  })
  useEffect(() => () => withdraw(owner), [owner])
}

/** Every action that is offered and enabled now, in order of mounting. */
export function useOfferedActions(): readonly RegisteredAction[] {
  return useSyncExternalStore(onOffered, offeredActions)
}

/** The keys of an action as a list. */
export function keysOf({ keys }: Action): string[] {
  return keys === undefined ? [] : Array.isArray(keys) ? keys : [keys]
}
