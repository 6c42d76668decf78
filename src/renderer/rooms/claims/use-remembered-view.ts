import { rememberedView, resetView, useClaimsView } from '../../claims/view-state.ts'
import { type RememberedView, useRemembered } from '../../data/use-remembered.ts'

/** Brings back how this workspace's claims were last looked at. False until that is known. */
export function useRememberedView(): boolean {
  return useRemembered(claimsView)
}

const claimsView: RememberedView = {
  key: 'claims',
  start: resetView,
  subscribe: (changed) =>
    useClaimsView.subscribe((view, before) => {
      if (view.query !== before.query || view.folded !== before.folded) changed()
    }),
  value: () => rememberedView(useClaimsView.getState()),
}
