// Saves a drawn chart as it is seen: SVG with its colours written in, or PNG at twice the size.
const drawn = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font', 'text-anchor', 'opacity'] as const

export function saveSvg(chart: SVGSVGElement, name: string): void {
  save(new Blob([textOf(chart)], { type: 'image/svg+xml' }), `${name}.svg`)
}

export async function savePng(chart: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = chart.viewBox.baseVal
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(chart))}`
  await picture.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 })
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = getComputedStyle(document.body).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`))
}

/** The chart as a document of its own: what the page's styles say of each part is written on it. */
function textOf(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const { width, height } = chart.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const parts = [...copy.querySelectorAll<SVGElement>('*')]
  for (const [index, part] of [...chart.querySelectorAll<SVGElement>('*')].entries()) {
    const seen = getComputedStyle(part)
    for (const property of drawn) parts[index]?.style.setProperty(property, seen.getPropertyValue(property))
  }
  return new XMLSerializer().serializeToString(copy)
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
