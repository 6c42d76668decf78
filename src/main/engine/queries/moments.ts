import type { MomentListItem } from '../../../contract/rows.ts'
import type { Query } from './context.ts'

/** The named places of the log, earliest first; two at one event by name. */
export const momentsList: Query<'moments.list'> = ({ db, tables }) => {
  const time = db.prepare('SELECT at FROM log WHERE seq = ?').pluck()
  const naming = db.prepare(
    'SELECT author AS namedBy, at AS namedAt FROM log WHERE stream = ? ORDER BY seq LIMIT 1',
  )
  return [...tables.moments.all()]
    .map((moment): MomentListItem => {
      const named = naming.get(`moments/${moment.id}`) as Pick<MomentListItem, 'namedBy' | 'namedAt'>
      const at = (time.get(moment.seq) as string | undefined) ?? null
      return {
        ...moment,
        at,
        ...named,
        namedByName: tables.analysts.get(named.namedBy)?.name ?? named.namedBy,
      }
    })
    .sort((a, b) => a.seq - b.seq || (a.name < b.name ? -1 : 1))
}
