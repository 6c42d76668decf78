import { parseStream } from '../../../domain/rows.ts'
import { editKinds, kindOfEdit } from '../../../domain/timeline/kinds.ts'
import type { EditLog } from '../../../domain/timeline/timeline.ts'
import type { ReadDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import { cancelled, type Watch } from '../watch.ts'

/** Kind, time and author of every event, kept in memory: thirteen bytes an event. */
export interface LogIndex extends EditLog {
  /** Reads on to the head of the log; cheap when it has not moved. */
  follow(watch: Watch): void
  /** The analyst who made the event. */
  author(seq: number): string
}

/** Rows are read so many at a time. */
const piece = 5000

export function openLogIndex(db: ReadDb): LogIndex {
  const select = db
    .prepare('SELECT type, stream, at, author FROM log WHERE seq > ? ORDER BY seq LIMIT ?')
    .raw()
  const names: string[] = []
  const numbers = new Map<string, number>()
  let kinds = new Uint8Array(0)
  let authors = new Uint32Array(0)
  let times = new Float64Array(0)
  let count = 0

  return {
    get count() {
      return count
    },
    kind: (seq) => kinds[seq - 1]!,
    time: (seq) => times[seq - 1]!,
    author: (seq) => names[authors[seq - 1]!]!,
    follow(watch) {
      const { seq: head } = readHead(db)
      if (head === count) return
      grow(head)
      const begun = count
      while (count < head) {
        for (const row of select.all(count, Math.min(piece, head - count)) as IndexedRow[]) take(row)
        watch.progress(count - begun, head - begun)
        // What was read is kept: the next try goes on from there.
        if (watch.isCancelled()) throw cancelled()
      }
    },
  }

  function take([type, stream, at, author]: IndexedRow): void {
    kinds[count] = editKinds.indexOf(kindOfEdit(type, parseStream(stream).table))
    times[count] = Date.parse(at)
    authors[count] = numberOf(author)
    count += 1
  }

  function numberOf(author: string): number {
    let number = numbers.get(author)
    if (number === undefined) {
      number = names.push(author) - 1
      numbers.set(author, number)
    }
    return number
  }

  function grow(length: number): void {
    if (length <= kinds.length) return
    const room = Math.ceil(length * 1.25)
    kinds = copied(new Uint8Array(room), kinds)
    authors = copied(new Uint32Array(room), authors)
    times = copied(new Float64Array(room), times)
  }
}

type IndexedRow = [type: string, stream: string, at: string, author: string]

function copied<Numbers extends Uint8Array | Uint32Array | Float64Array>(
  to: Numbers,
  from: Numbers,
): Numbers {
  to.set(from as never)
  return to
}
