import type { WriteDb } from '../log/database.ts'

/** What analysts last looked at: kept in the file, outside the log, and no loss when it is lost. */
export interface Views {
  get(analyst: string | null, key: string): unknown
  /** Keeps any JSON value; in a workspace that can only be read, only until it is closed. */
  set(analyst: string | null, key: string, value: unknown): null
  position(analyst: string | null, articleId: string): Position | null
  /** How far the analyst has read each article, by article id, 0 to 1. */
  progress(analyst: string | null): Map<string, number>
}

interface Position {
  /** The first visible offset, UTF-16 code units. */
  offset: number
  /** The share that has been seen, 0 to 1. */
  progress: number
}

export function openViews(db: WriteDb, readOnly: boolean): Views {
  const select = db.prepare('SELECT value FROM view_state WHERE analyst = ? AND key = ?').pluck()
  const selectPositions = db
    .prepare("SELECT key, value FROM view_state WHERE analyst = ? AND key GLOB 'position/*'")
    .raw()
  const upsert = db.prepare(
    'INSERT INTO view_state (analyst, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const unwritten = new Map<string, string>()

  return {
    get,
    set(analyst, key, value) {
      const json = JSON.stringify(value ?? null)
      if (readOnly) unwritten.set(`${analyst ?? ''}/${key}`, json)
      else upsert.run(analyst ?? '', key, json)
      return null
    },
    position: (analyst, articleId) => get(analyst, `position/${articleId}`) as Position | null,
    progress(analyst) {
      const progress = new Map<string, number>()
      for (const [key, value] of selectPositions.all(analyst ?? '') as [string, string][]) {
        progress.set(key.slice('position/'.length), (JSON.parse(value) as Position).progress)
      }
      return progress
    },
  }

  function get(analyst: string | null, key: string): unknown {
    const json =
      unwritten.get(`${analyst ?? ''}/${key}`) ?? (select.get(analyst ?? '', key) as string | undefined)
    return json === undefined ? null : JSON.parse(json)
  }
}
