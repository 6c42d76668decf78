import { expect, test } from 'vitest'
import { turnstile } from './turnstile.ts'

test('given room for two, then the third begins when one has ended, and all in the order they came', async () => {
  const pass = turnstile(2)
  const begun: string[] = []
  const end = new Map<string, (value: string) => void>()
  const work = (name: string) =>
    pass(() => {
      begun.push(name)
      return new Promise<string>((resolve) => end.set(name, resolve))
    })
  const all = ['a', 'b', 'c', 'd'].map(work)
  await Promise.resolve()
  expect(begun).toEqual(['a', 'b'])
  end.get('b')!('B')
  expect(await all[1]).toBe('B')
  await expect.poll(() => begun).toEqual(['a', 'b', 'c'])
  end.get('a')!('A')
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd'])
  end.get('c')!('C')
  end.get('d')!('D')
  expect(await Promise.all(all)).toEqual(['A', 'B', 'C', 'D'])
})

test('given work that fails, then its place is free again', async () => {
  const pass = turnstile(1)
  await expect(pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await pass(() => Promise.resolve('yes'))).toBe('yes')
})
