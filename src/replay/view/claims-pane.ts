import { fieldsOf } from '../../domain/history/fields.ts'
import type { HistoryRow } from '../../domain/history/names.ts'
import type { RowOf } from '../../domain/rows.ts'
import { evidenceOf } from '../look.ts'
import type { Story } from '../story.ts'
import type { Look } from './article-pane.ts'
import { button, foreign, make } from './dom.ts'
import { virtualList } from './virtual-list.ts'
import { claimFacts, count } from './words.ts'

type Claim = HistoryRow & RowOf<'claims'>

export interface ClaimsPane {
  element: HTMLElement
  /** The claims at a place; `claimId` is turned to, null: the one chosen stays. */
  show(place: number, claimId: string | null): void
}

/** The claims as they were, and one of them with all of its fields. */
export function claimsPane(story: Story, lookAt: (look: Look) => void): ClaimsPane {
  let claims: readonly Claim[] = []
  let place = 0
  let chosen: string | null = null
  const total = make('span', { class: 'dim' })
  const detail = make('div', {
    class: 'detail',
    tabindex: 0,
    role: 'region',
    'aria-label': 'The chosen claim',
  })
  const list = virtualList({
    id: 'claims',
    label: 'Claims at this moment',
    rowRem: 3.5,
    draw: (index) => line(claims[index]!),
    choose(index) {
      chosen = claims[index]!.id
      update()
    },
  })
  const head = make('div', { class: 'pane-head' }, make('h2', {}, 'Claims'), total)
  const element = make(
    'section',
    { class: 'pane claims', 'aria-label': 'Claims' },
    head,
    list.element,
    detail,
  )

  function line(claim: Claim): Node {
    const speaker = claim.sourceId === null ? 'unknown speaker' : nameOf(claim.sourceId)
    return make(
      'div',
      { class: 'claim-line', 'data-status': claim.status },
      make('div', { class: 'one-line', dir: 'auto' }, claim.statement),
      make('div', { class: 'one-line dim' }, foreign(speaker), ` · ${claimFacts(claim)}`),
    )
  }

  function nameOf(sourceId: string): string {
    return String(story.namesAt(place).row('sources', sourceId)?.name)
  }

  function update(): void {
    const index = claims.findIndex(({ id }) => id === chosen)
    total.textContent = count(claims.length, 'claim')
    list.show(claims.length, index < 0 ? null : index)
    detail.replaceChildren(...(index < 0 ? emptyDetail() : claimDetail(claims[index]!)))
  }

  function emptyDetail(): Node[] {
    const words = claims.length === 0 ? 'No claim yet at this moment.' : 'Choose a claim to see its fields.'
    return [make('p', { class: 'empty' }, words)]
  }

  function claimDetail(claim: Claim): Node[] {
    const fields = fieldsOf('claims', claim, story.namesAt(place)).filter(({ key }) => key !== 'evidence')
    const look = evidenceOf(story, place, claim)
    const rows = fields.flatMap(({ label, value }) => [make('dt', {}, label), make('dd', {}, foreign(value))])
    return [
      make('dl', {}, ...rows),
      ...(look
        ? [button('Show its words', () => lookAt(look))]
        : [make('p', { class: 'dim' }, 'It has no words here.')]),
    ]
  }

  return {
    element,
    show(next, claimId) {
      place = next
      claims = story.rows('claims', place)
      if (claimId !== null) chosen = claimId
      update()
    },
  }
}
