import { checkChain } from '../check.ts'
import { laneOf } from '../kinds.ts'
import { lookOf } from '../look.ts'
import { makePlayer } from '../player.ts'
import { makeScale } from '../scale.ts'
import type { Story } from '../story.ts'
import { aboutView, shareWords } from './about.ts'
import { articlePane } from './article-pane.ts'
import { claimsPane } from './claims-pane.ts'
import { controls } from './controls.ts'
import { button, foreign, make } from './dom.ts'
import { handleKeys } from './keys.ts'
import { timeline } from './timeline.ts'
import { virtualList } from './virtual-list.ts'
import { dateTime, number, sentence, sentenceWords } from './words.ts'

/** Builds the page around a folded story and stands at its beginning. */
export function openPage(story: Story): void {
  const { about } = story.data
  const times = Array.from({ length: story.last }, (_, index) => story.timeOf(index + 1))
  const scale = makeScale(times)
  let place = 0

  const events = virtualList({
    id: 'events',
    label: 'Events',
    rowRem: 3.25,
    draw: eventLine,
    choose: (index) => go(index + 1),
  })
  const article = articlePane(story)
  const claims = claimsPane(story, (look) => {
    article.show(place, look)
    showPane('article')
  })
  const line = timeline(story, scale, (to) => go(to))
  const bar = controls(
    {
      toggle: () => player.toggle(),
      step: (by) => go(place + by),
      session: (by) => go(nextSession(by)),
      end: (which) => go(which === 'first' ? 0 : story.last),
    },
    () => {},
  )
  const player = makePlayer({
    place: () => place,
    last: () => story.last,
    speed: bar.speed,
    go: (to) => show(to),
    changed: bar.playing,
    frame: (step) => void requestAnimationFrame(step),
  })
  const chain = aboutView(about, check)
  const main = make(
    'main',
    { 'data-pane': 'events' },
    make(
      'section',
      { class: 'pane events', 'aria-label': 'Events' },
      make(
        'div',
        { class: 'pane-head' },
        make('h2', {}, 'Events'),
        make('span', { class: 'dim' }, shareWords(about)),
      ),
      events.element,
    ),
    article.element,
    claims.element,
  )
  const tabs = paneButtons()
  document.title = `Replay: ${about.topic?.question ?? about.workspace}`
  document.body.append(header(), main, make('footer', {}, bar.element, line.element), chain.dialog)
  handleKeys({
    toggle: () => player.toggle(),
    step: (by) => go(place + by),
    session: (by) => go(nextSession(by)),
    end: (which) => go(which === 'first' ? 0 : story.last),
    speed: bar.setSpeed,
  })
  show(0)
  void check()

  function header(): HTMLElement {
    const title = make('h1', {}, 'Replay: ', foreign(about.topic?.question ?? about.workspace))
    const under = make(
      'p',
      { class: 'dim' },
      foreign(about.workspace),
      ` up to event ${number(about.head.seq)}, ${shareWords(about)}`,
    )
    return make(
      'header',
      {},
      make(
        'div',
        { class: 'titles' },
        title,
        under,
        ...(story.broken ? [make('p', { class: 'bad', role: 'alert' }, story.broken)] : []),
      ),
      tabs,
      chain.opener,
      button('Toggle dark mode', switchTheme, { class: 'theme' }),
    )
  }

  /** Goes somewhere by the person's own hand: playing ends. */
  function go(to: number): void {
    player.stop()
    show(to)
  }

  function show(to: number): void {
    place = Math.max(0, Math.min(story.last, to))
    const scene = place === 0 ? null : story.scene(place)
    const words = scene
      ? `${sentenceWords(scene.sentence)}, ${scene.byName}, ${dateTime(scene.at)}`
      : 'before the first event'
    bar.now.replaceChildren(
      ...(scene
        ? [
            sentence(scene.sentence),
            make('span', { class: 'dim' }, ' · ', foreign(scene.byName), ` · ${dateTime(scene.at)}`),
          ]
        : [make('span', { class: 'dim' }, 'Before the first event. Press play, or the right arrow.')]),
    )
    bar.position(
      place === 0
        ? `0 of ${number(story.last)}`
        : `${number(place)} of ${number(story.last)} · event ${number(scene!.seq)}`,
    )
    line.show(place, words)
    events.show(story.last, place === 0 ? null : place - 1)
    article.show(place, scene && bar.following() ? lookOf(story, place, scene) : null)
    claims.show(place, scene?.table === 'claims' && scene.after ? scene.id : null)
  }

  function eventLine(index: number): Node {
    const scene = story.scene(index + 1)
    return make(
      'div',
      { class: 'event-line', 'data-lane': laneOf(scene.table) },
      make(
        'div',
        { class: 'dim one-line' },
        `${number(scene.seq)} · ${dateTime(scene.at)} · `,
        foreign(scene.byName),
      ),
      make('div', { class: 'one-line' }, sentence(scene.sentence)),
    )
  }

  function nextSession(by: 1 | -1): number {
    const starts = scale.sessions.map(({ first }) => first)
    if (by > 0) return starts.find((first) => first > place) ?? story.last
    return starts.findLast((first) => first < place) ?? 0
  }

  function paneButtons(): HTMLElement {
    const names = { events: 'Events', article: 'Article', claims: 'Claims' } as const
    const entries = Object.entries(names) as [keyof typeof names, string][]
    return make(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'What is shown' },
      ...entries.map(([id, label]) =>
        button(label, () => showPane(id), {
          'data-shows': id,
          'aria-pressed': id === 'events' ? 'true' : 'false',
        }),
      ),
    )
  }

  function showPane(id: 'events' | 'article' | 'claims'): void {
    main.dataset.pane = id
    for (const tab of tabs.querySelectorAll('button'))
      tab.setAttribute('aria-pressed', String(tab.dataset.shows === id))
  }

  async function check(): Promise<void> {
    const steps = checkChain(story.data)
    for (;;) {
      const step = steps.next()
      if (step.done) return chain.checked(step.value)
      chain.checking(step.value)
      await new Promise((resume) => setTimeout(resume))
    }
  }
}

function switchTheme(): void {
  const root = document.documentElement
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark'
}
