import type { ExportFormatFacts } from '../../../contract/export-formats.ts'
import type { Pieces } from '../pieces.ts'
import { type ByteDifference, firstByteDifference } from './byte-difference.ts'
import { firstDifference, type LineDifference } from './line-difference.ts'

export interface Difference {
  /** Where the file parts from what was expected, for a person. */
  sentence: string
  /** The place by lines; null where the file is no text. */
  difference: LineDifference | null
}

/** Compares a file with what it should hold, text by line and bytes by place; null when every byte is the same. */
export async function compareWith(
  expected: Pieces,
  file: AsyncIterable<Uint8Array>,
  holds: ExportFormatFacts['holds'],
): Promise<Difference | null> {
  if (holds === 'text') {
    const difference = await firstDifference(file, expected)
    return difference && { sentence: sentenceOf(difference), difference }
  }
  const found = await firstByteDifference(file, expected)
  return found && { sentence: byteSentence(found), difference: null }
}

function byteSentence({ at, kind }: ByteDifference): string {
  if (kind === 'truncated') return `The file is cut short: it ends after ${at} bytes.`
  if (kind === 'extra') return `The file goes on where it should end, after ${at} bytes.`
  return `The file differs first after ${at} bytes that are the same.`
}

function sentenceOf({ line, column, kind, lines, hint }: LineDifference): string {
  const [many, are] = lines === 1 ? ['1 line', 'is'] : [`${lines} lines`, 'are']
  const where = `line ${line}, at its ${column}. character`
  if (kind === 'truncated')
    return `The file is cut short: ${many} ${are} incomplete or missing, from ${where} on.`
  if (kind === 'extra')
    return `The file goes on where it should end: ${many} ${are} too many, from ${where} on.`
  if (hint === 'line ends') {
    return `The file's line ends were converted, beginning in line ${line}; an editor or a version control does that.`
  }
  if (hint === 'byte order mark') return `The file's byte order mark was added or removed; editors do that.`
  return `The file differs first in ${where}.`
}
