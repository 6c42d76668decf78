import { V7Generator } from 'uuidv7'

const generator = new V7Generator()

/**
 * A fresh UUIDv7. A clock that stands before 1970, which no UUIDv7 can say, counts as 1970: the engine refuses to write
 * by such a clock, and says so better than a generator would.
 */
export function newId(): string {
  return generator.generateOrResetWithTs(Math.max(0, Date.now())).toString()
}
