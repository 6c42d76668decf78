import { speeds } from '../player.ts'
import { button, make } from './dom.ts'

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
  const play = button('▶', ways.toggle, {
    class: 'primary play',
    'aria-label': 'Play',
    'aria-keyshortcuts': 'Space',
  })
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
  const key = (label: string, sign: string, run: () => void, keys: string) =>
    button(sign, run, { 'aria-label': label, title: `${label} (${keys})` })
  const buttons = make(
    'div',
    { class: 'buttons', role: 'group', 'aria-label': 'Playing' },
    key('To the beginning', '⏮', () => ways.end('first'), 'Home'),
    key('One session back', '⏪', () => ways.session(-1), 'Shift+←'),
    key('One event back', '◀', () => ways.step(-1), '←'),
    play,
    key('One event on', '▶|', () => ways.step(1), '→'),
    key('One session on', '⏩', () => ways.session(1), 'Shift+→'),
    key('To the end', '⏭', () => ways.end('last'), 'End'),
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
      play.textContent = is ? '❚❚' : '▶'
      play.setAttribute('aria-label', is ? 'Pause' : 'Play')
    },
    position(words) {
      position.textContent = words
    },
  }
}
