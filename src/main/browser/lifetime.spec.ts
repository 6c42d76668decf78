import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLifetime, graceMs } from './lifetime.ts'

describe('the browser shell', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits for its first page as long as it takes', () => {
    const end = vi.fn()
    createLifetime(false, end)
    vi.advanceTimersByTime(graceMs * 1000)
    expect(end).not.toHaveBeenCalled()
  })

  it('ends some seconds after its last page has gone', () => {
    const end = vi.fn()
    const lifetime = createLifetime(false, end)
    lifetime.pages(2)
    lifetime.pages(1)
    vi.advanceTimersByTime(graceMs * 2)
    expect(end).not.toHaveBeenCalled()
    lifetime.pages(0)
    vi.advanceTimersByTime(graceMs)
    expect(end).toHaveBeenCalledTimes(1)
  })

  it('takes a reload for no end', () => {
    const end = vi.fn()
    const lifetime = createLifetime(false, end)
    lifetime.pages(1)
    lifetime.pages(0)
    vi.advanceTimersByTime(graceMs - 1)
    lifetime.pages(1)
    vi.advanceTimersByTime(graceMs * 2)
    expect(end).not.toHaveBeenCalled()
  })

  it('ends when its window was closed before a page came', () => {
    const end = vi.fn()
    createLifetime(false, end).windowEnded()
    vi.advanceTimersByTime(graceMs)
    expect(end).toHaveBeenCalledTimes(1)
  })

  it('goes on where the window only handed its page to another browser process', () => {
    const end = vi.fn()
    const lifetime = createLifetime(false, end)
    lifetime.windowEnded()
    vi.advanceTimersByTime(graceMs / 2)
    lifetime.pages(1)
    vi.advanceTimersByTime(graceMs * 2)
    expect(end).not.toHaveBeenCalled()
  })

  it('never ends by itself when it is told to keep on', () => {
    const end = vi.fn()
    const lifetime = createLifetime(true, end)
    lifetime.pages(1)
    lifetime.pages(0)
    lifetime.windowEnded()
    vi.advanceTimersByTime(graceMs * 2)
    expect(end).not.toHaveBeenCalled()
  })
})
