import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export interface ToastContent {
  text: string
  kind?: 'done' | 'problem' | 'info'
  action?: { label: string; run: () => void }
}

/** What is being told; shown by <Toasts>. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 4 })

/** Tells something in the corner. It stays while pointed at or focused, and longer when it is a problem. */
export function toast(content: ToastContent): void {
  toasts.add(content, { timeout: content.kind === 'problem' ? 15_000 : 7000 })
}
