/** The keys that put a tag on selected words. */
export const hotkeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** The first key that no tag has, so that a new tag is at hand while reading; null when all are given. */
export function firstFreeHotkey(tags: readonly { hotkey: string | null }[]): string | null {
  return hotkeys.find((key) => !tags.some(({ hotkey }) => hotkey === key)) ?? null
}
