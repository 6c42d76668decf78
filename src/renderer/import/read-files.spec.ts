import { describe, expect, it } from 'vitest'
import { importAccepts, importEndings, maxFileBytes } from '../../contract/import-formats.ts'
import { byThemselves, type FoundFile, inFolder, someOf, sortOut } from './read-files.ts'

const names = importEndings.flatMap((ending) => [`a${ending}`, `b${ending.toUpperCase()}`])

describe('files that the window is given', () => {
  it('given every ending of the list, offers it in the dialog and takes it from a folder', () => {
    for (const ending of importEndings) expect(importAccepts).toContain(ending)
    const sorted = sortOut(inFolder(names.map((name) => file(name, `in/deep/${name}`))))
    expect(sorted.files.map(({ name }) => name)).toEqual(names)
    expect(sorted).toMatchObject({ refused: [], leftOut: [] })
  })

  it('given a folder, leaves out other kinds and what is hidden, by path', () => {
    const paths = ['in/a.txt', 'in/e.xyz', 'in/.b.txt', 'in/.git/c.txt', 'in/deep/.d/e.md', '.in/f.txt']
    const sorted = sortOut(inFolder(paths.map((path) => file(path.split('/').at(-1)!, path))))
    // A hidden folder that is itself chosen is meant.
    expect(sorted.files.map(({ name }) => name)).toEqual(['a.txt', 'f.txt'])
    expect(sorted.leftOut).toEqual(['e.xyz', '.b.txt', '.git/c.txt', 'deep/.d/e.md'])
  })

  it('given files by themselves, takes each whatever its name, also beside a folder', () => {
    const found: FoundFile[] = [
      ...byThemselves([file('notes.log')]),
      ...inFolder([file('x.log', 'in/x.log')]),
    ]
    expect(sortOut(found).files.map(({ name }) => name)).toEqual(['notes.log'])
  })

  it('given one byte more than the limit, refuses the file with the one sentence; at the limit takes it', () => {
    const [large, whole] = [file('large.txt', '', maxFileBytes + 1), file('whole.txt', '', maxFileBytes)]
    const sorted = sortOut(byThemselves([large, whole]))
    expect(sorted.files).toEqual([whole])
    expect(sorted.refused).toMatchObject([{ name: 'large.txt', error: { code: 'file_too_large' } }])
  })

  it('names the first of many in a sentence', () => {
    expect(someOf(['a', 'b'])).toBe('a and b')
    expect(someOf(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more')
  })
})

function file(name: string, webkitRelativePath = '', size = 10): File {
  return Object.defineProperties(new File([], name), {
    webkitRelativePath: { value: webkitRelativePath },
    size: { value: size },
  })
}
