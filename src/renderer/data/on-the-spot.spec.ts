import { expect, test } from 'vitest'
import { openOnTheSpot } from './on-the-spot.ts'

test('given work that is under way, saving waits for it', async () => {
  const { told, begin, spot } = bench()
  const topic = begin('topic')
  const saved = spot.settled().then(() => told.push('saved'))
  topic.end()
  await saved
  expect(told).toEqual(['topic', 'saved'])
})

test('given work that is begun while saving waits, saving waits for that too', async () => {
  const { told, begin, spot } = bench()
  const first = begin('speaker')
  const saved = spot.settled().then(() => told.push('saved'))
  const second = begin('topic')
  second.end()
  first.end()
  await saved
  expect(told).toEqual(['speaker', 'topic', 'saved'])
})

test('given nothing that is made, saving waits for nothing', async () => {
  await expect(openOnTheSpot().settled()).resolves.toBeUndefined()
})

/** Work that ends when it is told to. */
function bench() {
  const spot = openOnTheSpot()
  const told: string[] = []
  const begin = (name: string) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    spot.begin(async () => {
      await promise
      told.push(name)
    })
    return { end: resolve }
  }
  return { told, begin, spot }
}
