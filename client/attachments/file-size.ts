// The length of a file as people read it.
const mega = 1_000_000

export function fileSize(bytes: number): string {
  const large = bytes >= mega / 10
  const language = document.documentElement.lang || 'en'
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(Math.max(bytes / (large ? mega : 1_000), large ? 0.1 : 1))
}
