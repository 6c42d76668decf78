import type { Ways } from './controls.ts'

/** The page's keys: Space, the arrows (Shift: sessions), Page Up and Down, Home, End, + and -. */
export function handleKeys(ways: Ways & { speed(step: 1 | -1): void }): void {
  const acts: Record<string, () => void> = {
    ' ': ways.toggle,
    ArrowLeft: () => ways.step(-1),
    ArrowRight: () => ways.step(1),
    'Shift ArrowLeft': () => ways.session(-1),
    'Shift ArrowRight': () => ways.session(1),
    PageUp: () => ways.step(-10),
    PageDown: () => ways.step(10),
    Home: () => ways.end('first'),
    End: () => ways.end('last'),
    '+': () => ways.speed(1),
    '-': () => ways.speed(-1),
  }
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest('dialog')) return
    if (target.matches('select, input') || (event.key === ' ' && target.matches('button'))) return
    // A text that is scrolled by keys keeps its own.
    if (target.matches('.text, .detail') && /^(?:Page|Home|End| )/.test(event.key)) return
    const act = acts[event.shiftKey && event.key.startsWith('Arrow') ? `Shift ${event.key}` : event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
}
