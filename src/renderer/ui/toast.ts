import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export interface ToastContent {
  text: string
  kind?: 'done' | 'problem' | 'info'
  action?: { label: string; run: () => void }
}

/** What is being told; shown by <Toasts>. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 1 })

let told: string | null = null

/**
 * Tells something at the foot of the window, in place of what was told before. It stays while pointed at or focused,
 * and longer when it is a problem.
 */
export function toast(content: ToastContent): void {
  const before = told
  told = toasts.add(content, { timeout: content.kind === 'problem' ? 15_000 : 7000 })
  if (before !== null) toasts.close(before)
}
