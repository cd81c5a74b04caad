// Takes a drawn chart along: SVG and PNG, as it is seen.
import type { RefObject } from 'react'
import { savePng, saveSvg } from './picture.ts'

export interface Picture {
  width: number
  height: number
  drawing: React.ReactNode
}

export function PictureLinks({ title, frame }: { title: string; frame: RefObject<SVGSVGElement | null> }) {
  const taken = (save: (chart: SVGSVGElement, name: string) => unknown) => () => {
    if (frame.current) save(frame.current, title)
  }
  return (
    <>
      <button type="button" className="l s" aria-label={`SVG: ${title}`} onClick={taken(saveSvg)}>
        SVG
      </button>
      <button type="button" className="l s" aria-label={`PNG: ${title}`} onClick={taken(savePng)}>
        PNG
      </button>
    </>
  )
}
