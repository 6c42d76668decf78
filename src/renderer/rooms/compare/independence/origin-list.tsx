import type { Independence, OriginLink, ShownGroup } from '../../../../contract/independence.ts'
import { reasonWords } from '../../../../domain/compare/independence/links-drawing.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { CorrectionMenu, correct } from './correction.tsx'
import { pairOf } from './link-pane.tsx'
import { ReportWords } from './report-words.tsx'
import { bylineOf, sizeWords } from './words.ts'

/** Every origin with its reports in words: what the graph shows, for reading and for whoever cannot see it. */
export function OriginList({ found }: { found: Independence }) {
  return (
    <ol className="origin-list" aria-label="Origins">
      {found.groups.map((group, index) => (
        <Origin key={group.rootId} group={group} number={index + 1} found={found} />
      ))}
    </ol>
  )
}

function Origin({ group, number, found }: { group: ShownGroup; number: number; found: Independence }) {
  const { rootId, label, claimIds, links, size, likely } = group
  const linksOf = new Map<string, OriginLink[]>(claimIds.map((id) => [id, []]))
  const turn = new Map(claimIds.map((id, at) => [id, at]))
  for (const link of links) {
    const last = turn.get(link.fromId)! > turn.get(link.toId)! ? link.fromId : link.toId
    linksOf.get(last)!.push(link)
  }
  return (
    <li className={`origin-item origin-${((number - 1) % 8) + 1}`}>
      <header className="origin-head">
        <span className="origin-swatch" aria-hidden />
        <h4 className="origin-name">
          {number} · {label}
        </h4>
        <span className="dim">{sizeWords(size, claimIds.length)}</span>
        {likely && <Chip>in part only likely</Chip>}
        <JoinMenu group={group} groups={found.groups} />
      </header>
      <ul className="origin-reports">
        {claimIds.map((id) => (
          <li key={id}>
            <ReportWords claim={found.claims[id]!} isRoot={id === rootId} />
            {linksOf.get(id)!.map((link) => {
              const otherId = link.fromId === id ? link.toId : link.fromId
              const other = bylineOf(found.claims[otherId]!)
              return (
                <p key={`${link.fromId} ${link.toId}`} className="origin-tie" data-grade={link.grade}>
                  <span>
                    <b>
                      {reasonWords[link.reason]}
                      {link.grade === 'likely' ? ', only likely' : ''}
                    </b>{' '}
                    with {other}. {link.sentence}
                  </span>
                  <CorrectionMenu pair={pairOf(link)} name={`${bylineOf(found.claims[id]!)} and ${other}`} />
                </p>
              )
            })}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Most origins offered to be joined with: further ones are joined from their own side. */
const mostOffered = 30

function JoinMenu({ group, groups }: { group: ShownGroup; groups: readonly ShownGroup[] }) {
  const readOnly = useReadOnly()
  const others = groups.filter(({ rootId }) => rootId !== group.rootId).slice(0, mostOffered)
  if (readOnly !== null || others.length === 0) return null
  return (
    <Menu
      label={`Same origin as ${group.label}`}
      placement="bottom end"
      trigger={
        <Button
          size="small"
          variant="plain"
          className="origin-join"
          aria-label={`Same origin as ${group.label}…`}
        >
          Same origin as…
        </Button>
      }
      items={others.map((other) => ({
        id: other.rootId,
        label: other.label,
        run: () =>
          void correct({ oneId: group.rootId, otherId: other.rootId, correctionId: null }, 'same origin'),
      }))}
    />
  )
}
