// The initials of a person in a ring.
export function Avatar({ name, title, big = false }: { name: string; title?: string; big?: boolean }) {
  const words = name.split(/\s+/)
  const letters = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`
  return (
    <span className={big ? 'avatar big' : 'avatar'} title={title ?? name} aria-hidden="true">
      {letters.toUpperCase()}
    </span>
  )
}
