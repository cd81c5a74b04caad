// A sign beside words, or alone with a title that says what it means.
import { type IconName, iconPaths } from './icon-paths.ts'

interface IconProps {
  name: IconName
  title?: string
  /** Mirrored where the page runs from right to left. */
  turns?: boolean
}

export function Icon({ name, title, turns = false }: IconProps) {
  const strokes = <path d={iconPaths[name]} />
  const look = turns ? 'icon turns' : 'icon'
  if (!title) {
    return (
      <svg className={look} viewBox="0 0 16 16" aria-hidden="true">
        {strokes}
      </svg>
    )
  }
  return (
    <svg className={look} viewBox="0 0 16 16" role="img" aria-label={title}>
      <title>{title}</title>
      {strokes}
    </svg>
  )
}
