import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { IconButton } from '../../../ui/button.tsx'
import type { Zoom } from './use-zoom.ts'

/** For a chart's head: what the wheel and the keys do, to press. */
export function ZoomButtons({ zoom }: { zoom: Zoom }) {
  return (
    <span className="zoom-buttons">
      <IconButton
        label="Zoom out"
        keys="-"
        size="small"
        icon={<ZoomOut />}
        isDisabled={zoom.shown === null}
        onPress={() => zoom.zoom(1.6)}
      />
      <IconButton
        label="Zoom in"
        keys="+"
        size="small"
        icon={<ZoomIn />}
        onPress={() => zoom.zoom(1 / 1.6)}
      />
      <IconButton
        label="Show all of it"
        keys="0"
        size="small"
        icon={<Maximize2 />}
        isDisabled={zoom.shown === null}
        onPress={zoom.fit}
      />
    </span>
  )
}
