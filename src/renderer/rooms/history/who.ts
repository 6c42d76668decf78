import { useAsk } from '../../data/ask.ts'

/** How History calls an analyst: “you”, or the name. */
export function useWho(): (by: string) => string {
  const analysts = useAsk('analysts.list', {}, { now: true }).data ?? []
  const me = useAsk('app.info', {}).data?.profile?.id
  return (by) => (by === me ? 'you' : (analysts.find(({ id }) => id === by)?.name ?? by))
}
