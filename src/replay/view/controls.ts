import { speeds } from '../player.ts'
import { button, icon, make } from './dom.ts'

export interface Controls {
  element: HTMLElement
  /** What happened at this moment; empty at the beginning. */
  now: HTMLElement
  speed(): number
  setSpeed(step: 1 | -1): void
  following(): boolean
  playing(is: boolean): void
  position(words: string): void
}

export interface Ways {
  toggle(): void
  step(by: number): void
  session(by: 1 | -1): void
  end(which: 'first' | 'last'): void
}

/** Play, step and speed, and the sentence of the moment. */
export function controls(ways: Ways, onSpeed: () => void): Controls {
  const play = button('', ways.toggle, {
    class: 'primary play',
    'aria-label': 'Play',
    'aria-keyshortcuts': 'Space',
  })
  play.append(icon(icons.play))
  const speed = make(
    'select',
    { 'aria-label': 'Speed' },
    ...speeds.map((times) => make('option', { value: times }, `${times}×`)),
  )
  speed.value = '2'
  speed.addEventListener('change', onSpeed)
  const follow = make('input', { type: 'checkbox', checked: true })
  const position = make('span', { class: 'position' })
  const now = make('p', { class: 'now' })
  const key = (label: string, outline: string, run: () => void, keys: string) => {
    const element = button('', run, { 'aria-label': label, title: `${label} (${keys})` })
    element.append(icon(outline))
    return element
  }
  const buttons = make(
    'div',
    { class: 'buttons', role: 'group', 'aria-label': 'Playing' },
    key('To the beginning', icons.first, () => ways.end('first'), 'Home'),
    key('One session back', icons.sessionBack, () => ways.session(-1), 'Shift+←'),
    key('One event back', icons.back, () => ways.step(-1), '←'),
    play,
    key('One event on', icons.on, () => ways.step(1), '→'),
    key('One session on', icons.sessionOn, () => ways.session(1), 'Shift+→'),
    key('To the end', icons.last, () => ways.end('last'), 'End'),
    speed,
    make('label', { class: 'follow' }, follow, ' Follow in the text'),
    position,
  )
  return {
    element: make('div', { class: 'controls' }, now, buttons),
    now,
    speed: () => Number(speed.value),
    setSpeed(step) {
      const next = speeds[speeds.indexOf(Number(speed.value) as (typeof speeds)[number]) + step]
      if (next === undefined) return
      speed.value = String(next)
      onSpeed()
    },
    following: () => follow.checked,
    playing(is) {
      play.replaceChildren(icon(is ? icons.pause : icons.play))
      play.setAttribute('aria-label', is ? 'Pause' : 'Play')
    },
    position(words) {
      position.textContent = words
    },
  }
}

const icons = {
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  back: 'M16 5v14l-9-7z',
  on: 'M8 5v14l9-7z',
  sessionBack: 'M12 5v14l-9-7zM21 5v14l-9-7z',
  sessionOn: 'M3 5v14l9-7zM12 5v14l9-7z',
  first: 'M4 5h3v14H4zM20 5v14L8 12z',
  last: 'M17 5h3v14h-3zM4 5v14l12-7z',
} as const
