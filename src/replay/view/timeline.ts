import { kinds, laneOf } from '../kinds.ts'
import type { Scale } from '../scale.ts'
import type { Story } from '../story.ts'
import { make, set } from './dom.ts'
import { clock, day, number } from './words.ts'

export interface Timeline {
  element: HTMLElement
  /** Puts the marker; `words` tell the moment to who cannot see it. */
  show(place: number, words: string): void
}

const laneHeight = 9
const laneGap = 3
const lanesHeight = kinds.length * (laneHeight + laneGap)
/** CSS pixels of one bar; the finer, the more to draw. */
const barWidth = 3

/** The whole replay as lanes, one a kind of edit, with sessions and days; a slider that is drawn, not built. */
export function timeline(story: Story, scale: Scale, go: (place: number) => void): Timeline {
  const canvas = make('canvas', { 'aria-hidden': 'true' })
  const marker = make('div', { class: 'marker', 'aria-hidden': 'true' })
  const slider = make(
    'div',
    {
      class: 'slider',
      role: 'slider',
      tabindex: 0,
      'aria-label': 'Moment',
      'aria-valuemin': 0,
      'aria-valuemax': story.last,
      'aria-valuenow': 0,
    },
    canvas,
    marker,
  )
  const legend = make(
    'ul',
    { class: 'lanes', 'aria-label': 'Lanes of the timeline, from top to bottom' },
    ...kinds.map(({ label }) => make('li', {}, label)),
  )
  const element = make('div', { class: 'timeline' }, legend, slider)
  const lanes = Uint8Array.from({ length: story.last }, (_, index) => laneOf(story.tableOf(index + 1)))
  let place = 0

  const point = (event: PointerEvent) => {
    const box = slider.getBoundingClientRect()
    go(scale.placeAt(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) + 1e-9))
  }
  slider.addEventListener('pointerdown', (event) => {
    slider.setPointerCapture(event.pointerId)
    point(event)
  })
  slider.addEventListener('pointermove', (event) => {
    if (slider.hasPointerCapture(event.pointerId)) point(event)
  })

  function draw(): void {
    const width = slider.clientWidth
    const height = slider.clientHeight
    const ratio = window.devicePixelRatio || 1
    canvas.width = Math.max(1, Math.round(width * ratio))
    canvas.height = Math.max(1, Math.round(height * ratio))
    const pen = canvas.getContext('2d')
    if (!pen || width === 0) return
    pen.scale(ratio, ratio)
    const style = getComputedStyle(document.documentElement)
    const colour = (name: string) => style.getPropertyValue(name)
    drawSessions(pen, width, height, colour)
    const bars = Math.max(1, Math.floor(width / barWidth))
    const counts = new Uint32Array(bars * kinds.length)
    for (let index = 0; index < lanes.length; index += 1) {
      const bar = Math.min(bars - 1, Math.floor(scale.x[index + 1]! * bars))
      counts[bar * kinds.length + lanes[index]!]! += 1
    }
    const most = counts.reduce((a, b) => Math.max(a, b), 1)
    for (const [lane, kind] of kinds.entries()) {
      pen.fillStyle = colour(kind.colour)
      for (let bar = 0; bar < bars; bar += 1) {
        const many = counts[bar * kinds.length + lane]!
        if (many === 0) continue
        const tall = Math.max(2, Math.round(laneHeight * Math.sqrt(many / most)))
        pen.fillRect(bar * barWidth, lane * (laneHeight + laneGap) + laneHeight - tall, barWidth - 1, tall)
      }
    }
    put()
  }

  function drawSessions(
    pen: CanvasRenderingContext2D,
    width: number,
    height: number,
    colour: (name: string) => string,
  ): void {
    pen.font = `11px ${colour('--sans')}`
    pen.textBaseline = 'bottom'
    let free = 0
    let last = ''
    for (const { first } of scale.sessions) {
      const left = Math.round(scale.x[first]! * width)
      pen.fillStyle = colour('--line-strong')
      pen.fillRect(Math.max(0, left - 3), 0, 1, lanesHeight)
      const today = day(story.timeOf(first))
      const words = today === last ? clock(story.timeOf(first)) : `${today}, ${clock(story.timeOf(first))}`
      const { width: wide } = pen.measureText(words)
      if (left < free || left + wide > width) continue
      pen.fillStyle = colour('--dim')
      pen.fillText(words, left, height)
      free = left + wide + 10
      last = today
    }
  }

  function put(): void {
    marker.style.transform = `translateX(${Math.round(scale.x[place]! * slider.clientWidth)}px)`
  }

  new ResizeObserver(draw).observe(slider)
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return {
    element,
    show(next, words) {
      place = next
      set(slider, {
        'aria-valuenow': place,
        'aria-valuetext': `${number(place)} of ${number(story.last)}: ${words}`,
      })
      put()
    },
  }
}
