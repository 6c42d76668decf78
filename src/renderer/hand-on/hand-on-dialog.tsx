import { useState } from 'react'
import type { ReplayTexts } from '../../contract/replay.ts'
import { useAsk } from '../data/ask.ts'
import { delivered } from '../data/delivered.ts'
import { runJob } from '../data/run-job.ts'
import { count, dateTime, fileSize, number } from '../format.ts'
import { closeOverlay, useOpened } from '../state/opened.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { type Estimate, useEstimate } from './use-estimate.ts'
import './hand-on.css'

/** Chooses what goes into a replay that is handed on, says how large it will be, and writes it. */
export function HandOnDialog() {
  const isOpen = useOpened(({ overlay }) => overlay === 'hand-on')
  return isOpen ? <HandOn /> : null
}

const close = () => closeOverlay('hand-on')

function HandOn() {
  const [topicId, setTopicId] = useState<string | null>(null)
  const [texts, setTexts] = useState<ReplayTexts>('whole')
  const topics = useAsk('topics.list', {}).data ?? []
  // As of the moment that the window stands at; pinned, so that the size told is the size written.
  const seq = useAsk('status', {}).data?.seq
  const estimate = useEstimate(topicId, seq, texts)
  const write = async () => {
    if (seq === undefined) return
    close()
    const answer = await runJob('export.replay', { scope: { topicId }, asOf: seq, texts })
    if (answer.ok && answer.value) delivered(answer.value)
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title="Share a replay"
      subtitle={seq !== undefined && <EndsWith seq={seq} />}
      footer={
        <>
          <Button variant="plain" onPress={close}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={estimate.state !== 'known'} onPress={() => void write()}>
            Export
          </Button>
        </>
      }
    >
      <div className="hand-on">
        <p>
          One HTML file that plays the work in any browser, without a network and without Claimtrail: the
          events as sentences, the texts with their spans, the claims, and a check of the chain of hashes.
        </p>
        <Select
          label="Include"
          none="Everything"
          items={topics.map(({ id, question, claims }) => ({
            id,
            label: question,
            detail: count(claims, 'claim'),
          }))}
          value={topicId}
          onChange={setTopicId}
        />
        <div>
          <p className="hand-on-label">Articles’ texts</p>
          <Segmented
            label="Articles’ texts"
            items={[
              { id: 'whole', label: 'Whole' },
              { id: 'around', label: 'Only around the spans' },
            ]}
            value={texts}
            onChange={setTexts}
          />
        </div>
        <p className="dim">{holds(topicId !== null, texts)}</p>
        <p className="hand-on-size" role="status">
          <Size estimate={estimate} />
        </p>
      </div>
    </Dialog>
  )
}

function EndsWith({ seq }: { seq: number }) {
  const page = useAsk('history.page', { before: seq + 1, limit: 1 }, { enabled: seq > 0 }).data
  const at = seq > 0 ? page?.entries[0]?.at : undefined
  return (
    <>
      From the first event to event {number(seq)}
      {at && `, ${dateTime(at)}`}
    </>
  )
}

/** Files beyond this take a browser long, and some give up. */
const heavy = 150e6

function Size({ estimate }: { estimate: Estimate }) {
  if (estimate.state === 'measuring') return 'Measuring its size…'
  if (estimate.state === 'problem') return estimate.message
  const { bytes, events, ofEvents, articles, claims } = estimate.value
  const part =
    events === ofEvents ? `all ${count(events, 'event')}` : `${number(events)} of ${count(ofEvents, 'event')}`
  return (
    <>
      <strong>{fileSize(bytes)}</strong>: {part}, {count(articles, 'article')}, {count(claims, 'claim')}.
      {bytes > heavy && ' Browsers need long for a file of this size; a topic alone is smaller.'}
    </>
  )
}

function holds(topic: boolean, texts: ReplayTexts): string {
  const what = topic
    ? 'Only what belongs to this topic goes in: every claim that was ever under it, the words these ever rested on, and the articles, sources, tags and analysts of these, each with its own history. Everything else is left out, and the page says so.'
    : 'Everything goes in: every event, with every note and every name.'
  return texts === 'whole'
    ? what
    : `${what} Of the texts, only the paragraphs in which spans lie and the ones beside them.`
}
