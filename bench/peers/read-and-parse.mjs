import Database from 'better-sqlite3'

/**
 * Reads every row of the log and parses its payload, and does nothing with it.
 * @param {{ workspace: string }} input
 */
export function run({ workspace }) {
  const db = new Database(workspace, { readonly: true })
  const began = performance.now()
  let events = 0
  for (const row of db.prepare('SELECT * FROM log ORDER BY seq').iterate()) {
    JSON.parse(/** @type {{ payload: string }} */ (row).payload)
    events += 1
  }
  const milliseconds = performance.now() - began
  db.close()
  return { milliseconds, events }
}
