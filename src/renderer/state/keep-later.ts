/** Something to be kept soon: `of` tells whose it is, the open workspace's or the person's. */
interface Pending {
  of: 'workspace' | 'person'
  save: () => unknown
  timer: number
}

const pending = new Map<string, Pending>()

/**
 * Keeps something a moment after its last change, and at once when the window is left: a dragged border or a burst of
 * folds is written once, and closing the window in that moment loses nothing. It does not end with the component.
 * @param delay milliseconds
 */
export function keepLater(name: string, of: Pending['of'], delay: number, save: Pending['save']): void {
  clearTimeout(pending.get(name)?.timer)
  pending.set(name, { of, save, timer: window.setTimeout(() => void keep(name), delay) })
}

/** Keeps what waits, now; settles when all of it is kept. */
export async function keepAll(): Promise<void> {
  await Promise.all([...pending.keys()].map(keep))
}

/** Stops the clocks while it is not known whether the workspace is still the same; `keepAll` or the next ends it. */
export function holdKept(): void {
  for (const { timer } of pending.values()) clearTimeout(timer)
}

/** Another workspace is open: what waits for the one before has no place to go. */
export function dropOfWorkspace(): void {
  for (const [name, { of, timer }] of pending) {
    if (of !== 'workspace') continue
    clearTimeout(timer)
    pending.delete(name)
  }
}

async function keep(name: string): Promise<void> {
  const found = pending.get(name)
  if (!found) return
  clearTimeout(found.timer)
  pending.delete(name)
  await found.save()
}

window.addEventListener('pagehide', () => void keepAll())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void keepAll()
})
