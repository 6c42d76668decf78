import type { ReplayAbout } from '../../contract/replay.ts'
import type { Checked } from '../check.ts'
import { button, foreign, make } from './dom.ts'
import { count, number } from './words.ts'

export interface AboutView {
  /** The button that opens it, with the check's result on it. */
  opener: HTMLElement
  dialog: HTMLDialogElement
  checking(share: number): void
  checked(result: Checked): void
}

/** What the file holds, what it leaves out, and what the check of its chain found. */
export function aboutView(about: ReplayAbout, check: () => void): AboutView {
  const opener = button('Checking the chain…', () => dialog.showModal(), {
    class: 'check',
    'aria-haspopup': 'dialog',
  })
  const result = make('div', { class: 'check-result' })
  const status = make('p', { role: 'status', class: 'hidden-visually' })
  const dialog = make(
    'dialog',
    { 'aria-labelledby': 'about-title' },
    make('h2', { id: 'about-title' }, 'About this replay'),
    make('ul', {}, ...insideOut(about).map((words) => make('li', {}, words))),
    make('h3', {}, 'The chain'),
    result,
    make(
      'p',
      { class: 'hash' },
      `Event ${number(about.head.seq)}, SHA-256: `,
      make('code', {}, about.head.hash),
    ),
    make(
      'div',
      { class: 'dialog-buttons' },
      button('Check again', check),
      button('Close', () => dialog.close(), { class: 'primary' }),
    ),
  )
  opener.after(status)
  return {
    opener: make('span', { class: 'check-place' }, opener, status),
    dialog,
    checking(share) {
      opener.textContent = `Checking the chain… ${Math.round(share * 100)} %`
      opener.dataset.holds = ''
    },
    checked({ holds, short, facts, findings }) {
      opener.textContent = `${holds ? '✓' : '✗'} ${short}`
      opener.dataset.holds = holds ? 'yes' : 'no'
      status.textContent = short
      result.replaceChildren(
        make('p', { class: holds ? 'good' : 'bad' }, `${holds ? '✓' : '✗'} ${short}`),
        ...(findings.length > 0 ? [make('ol', {}, ...findings.map((words) => make('li', {}, words)))] : []),
        make('ul', { class: 'dim' }, ...facts.map((words) => make('li', {}, words))),
      )
    },
  }
}

/** “312 of 1,482 events; the others were left out”. */
export function shareWords({ events, head, topic }: ReplayAbout): string {
  return topic === null
    ? `all ${count(events, 'event')}`
    : `${number(events)} of ${count(head.seq, 'event')}; the others were left out`
}

function insideOut(about: ReplayAbout): (DocumentFragment | string)[] {
  const { topic, texts, counts } = about
  const scope = document.createDocumentFragment()
  if (topic) {
    scope.append(
      'Of the workspace ',
      foreign(about.workspace),
      ', only what belongs to the topic “',
      foreign(topic.question),
    )
    scope.append(
      '”: every claim that was ever under it, how these relate to one another, the words they ever rested on, and the articles, sources, tags and analysts of these.',
    )
  } else scope.append('The whole workspace ', foreign(about.workspace), '.')
  return [
    scope,
    `Events: ${shareWords(about)}.`,
    ...counts.map(({ kind, inside, outside }) =>
      outside === 0
        ? `${kindWords[kind]}: all ${number(inside)}.`
        : `${kindWords[kind]}: ${number(inside)}; ${number(outside)} others were left out.`,
    ),
    texts === 'whole'
      ? 'The articles’ texts are inside as a whole.'
      : 'Of the articles’ texts only the paragraphs around the spans are inside; where text was left out, the page says so. (The event of a span quotes its words and up to 32 characters on each side.)',
    ...(topic
      ? ['What an undone or redone command was called is told only where everything that it did is inside.']
      : []),
  ]
}

const kindWords = { articles: 'Articles', annotations: 'Spans', claims: 'Claims' } as const
