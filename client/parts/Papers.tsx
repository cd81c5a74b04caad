// A paper to take along: the PDF that the server prints, the page for the reader's own browser, and where there is one a workbook; what cannot be made says why.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { chosenLanguage } from '../words/language.ts'

interface PapersProps {
  /** Address without its ending. */
  path: string
  /** Name of the saved file, without its ending. */
  name: string
  /** What the link to the page says. */
  toPrint: string
  workbook?: boolean
}

export function Papers({ path, name, toPrint, workbook = false }: PapersProps) {
  const { t } = useTranslation()
  const [state, setState] = useState<{ making: string } | { refused: string } | null>(null)
  const making = state && 'making' in state ? state.making : null
  const make = async (ending: string) => {
    setState({ making: ending })
    const headers = { 'Accept-Language': chosenLanguage() }
    const response = await fetch(`${path}.${ending}`, { headers }).catch(() => null)
    if (!response?.ok) {
      const said = await response?.json().catch(() => null)
      return setState({ refused: said?.message ?? t('common.lost') })
    }
    const address = URL.createObjectURL(await response.blob())
    Object.assign(document.createElement('a'), { href: address, download: `${name}.${ending}` }).click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    setState(null)
  }
  return (
    <div className="row-flex papers">
      {(workbook ? ['pdf', 'xlsx'] : ['pdf']).map((ending) => (
        <button
          key={ending}
          type="button"
          className="btn"
          aria-disabled={making !== null || undefined}
          onClick={() => void (making === null && make(ending))}
        >
          {making === ending ? <span className="spin" /> : <Icon name="file" />}
          {ending.toUpperCase()}
        </button>
      ))}
      <a className="l s" href={`${path}.html`} target="_blank" rel="noreferrer">
        {toPrint}
      </a>
      {state && 'refused' in state && (
        <p className="fault" role="alert">
          <Icon name="warning" />
          {state.refused}
        </p>
      )}
    </div>
  )
}
