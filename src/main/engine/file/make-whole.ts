import { beginWhole } from '../../targets/make-whole.ts'
import type { NewFile } from '../../targets/new-file.ts'
import { must } from '../problems.ts'

/** Makes a file whole or not at all, and never in place of another; `fill` gets the path of an empty one. */
export function makeWhole(target: NewFile, fill: (path: string) => void): void {
  const making = beginWhole(target)
  try {
    fill(making.path)
    must(making.finish())
  } finally {
    making.end()
  }
}
