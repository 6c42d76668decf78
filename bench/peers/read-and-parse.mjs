import Database from 'better-sqlite3'

/**
 * Reads rows of the log, all of them or those after event `after`, parses their payloads, and does nothing with them.
 * @param {{ workspace: string, after?: number }} input
 */
export function run({ workspace, after = 0 }) {
  const db = new Database(workspace, { readonly: true })
  const began = performance.now()
  let events = 0
  for (const row of db.prepare('SELECT * FROM log WHERE seq > ? ORDER BY seq').iterate(after)) {
    JSON.parse(/** @type {{ payload: string }} */ (row).payload)
    events += 1
  }
  const milliseconds = performance.now() - began
  db.close()
  return { milliseconds, events }
}
