const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** What a key event can be called in the notation of actions: 'Mod+Shift+Z', '?', 'E', 'Alt+ArrowLeft'. */
export function namesOf(event: KeyboardEvent): string[] {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  if (other) return []
  const prefix = `${mod ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}`
  const shift = event.shiftKey ? 'Shift+' : ''
  return [...new Set(plainNames(event))].flatMap((key) => {
    const isLetter = /^[A-Z]$/.test(key)
    // A sign that needs Shift on some keyboards ('?', '+') is named without it.
    return isLetter || key.length > 1 ? [prefix + shift + key] : [prefix + key, prefix + shift + key]
  })
}

/** The parts of a key's name as printed on a keyboard: ['Ctrl', 'K'], or ['⌘', 'K'] on a Mac. */
export function printedKeys(keys: string): string[] {
  return keys.split(' ').flatMap((chord) => splitChord(chord).map((part) => printed[part] ?? part))
}

/** Whom a key belongs to: words being typed, a control that has keys of its own, or the room behind both. */
export type KeyOwner = 'text' | 'widget' | 'room'

/**
 * The one rule of where keys go, from where the focus is. A text field has every sign; a form, a popover, a list that
 * opens, a chip and a field of any kind have their keys to themselves; all else is the room's.
 */
export function keyOwner(target: EventTarget | null): KeyOwner {
  if (isTyping(target)) return 'text'
  return target instanceof Element && target.closest(widgets) !== null ? 'widget' : 'room'
}

const widgets = [
  'form',
  '.popover',
  '.field',
  '.chip',
  'select',
  '[aria-haspopup="listbox"]',
  '[aria-haspopup="menu"]',
  '[role="menu"]',
  '[role="listbox"].pick-list',
  '[data-keys="own"]',
].join(', ')

/** True while what is typed belongs to a text field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !notText.has(target.type)
}

const notText = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'])

const printed: Record<string, string> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
}

function splitChord(chord: string): string[] {
  return chord === '+'
    ? ['+']
    : chord.endsWith('++')
      ? [...chord.slice(0, -2).split('+'), '+']
      : chord.split('+')
}

/** The sign typed, and for keyboards of other scripts the letter that the key has on a Latin one. */
function plainNames({ key, code }: KeyboardEvent): string[] {
  if (key === ' ') return ['Space']
  const typed = key.length === 1 ? key.toUpperCase() : key
  const latin = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  const physical = latin?.[1] ?? latin?.[2]
  const isOtherScript = key.length === 1 && (key.codePointAt(0) ?? 0) > 0x7f
  return physical && (isOtherScript || /\d/.test(physical)) ? [typed, physical] : [typed]
}
