// What this viewer can do, straight from the case: a ready step that carries it on in accent; one that lacks something says what.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../shell/Icon.tsx'
import { useKey } from '../shell/keys.ts'
import type { ActionView } from './case-view.ts'

interface ActionBarProps {
  actions: readonly ActionView[]
  chosen: string | null
  choose: (event: string | null) => void
}

const besideMain = 2

export function ActionBar({ actions, chosen, choose }: ActionBarProps) {
  const { t } = useTranslation()
  const menu = useId()
  const [main, ...others] = actions
  const second = others.slice(0, besideMain)
  const rest = others.slice(besideMain)
  const stepName = (action: ActionView | undefined) => action && t('together.takeStep', { step: action.label })
  useKey('1', () => main?.ready && choose(main.event), main !== undefined, stepName(main))
  useKey('2', () => second[0]?.ready && choose(second[0].event), second.length > 0, stepName(second[0]))
  useKey('3', () => second[1]?.ready && choose(second[1].event), second.length > 1, stepName(second[1]))
  if (!main) return null
  const lacking = main.requires.filter(({ fromInput, hint }) => !fromInput && !hint)
  return (
    <section className="bar" aria-label={t('case.actions')}>
      <StepButton action={main} look={main.onward ? 'main' : 'first'} digit={1} chosen={chosen} choose={choose} />
      {lacking.length > 0 && (
        <span className="lacking s" id="lacking">
          {t('case.missing')}: {lacking.map(({ text }) => text).join(' · ')}
        </span>
      )}
      <span className="space" />
      {second.map((action, index) => (
        <StepButton key={action.event} action={action} look="wide" digit={index + 2} chosen={chosen} choose={choose} />
      ))}
      {rest.length + second.length > 0 && (
        <>
          <button type="button" className={rest.length > 0 ? 'btn' : 'btn narrow'} popoverTarget={menu}>
            <Icon name="more" />
            {t('case.more')}
          </button>
          <div className="menu step-menu" id={menu} popover="auto">
            {others.map((action) => (
              <button
                key={action.event}
                type="button"
                className={second.includes(action) ? 'entry narrow' : 'entry'}
                aria-disabled={!action.ready || undefined}
                popoverTarget={menu}
                onClick={() => action.ready && choose(action.event)}
              >
                <span>
                  {action.label}
                  {!action.ready && (
                    <span className="xs q lack">
                      {action.requires
                        .filter(({ fromInput }) => !fromInput)
                        .map(({ text }) => text)
                        .join(' · ')}
                    </span>
                  )}
                </span>
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

interface StepButtonProps extends Omit<ActionBarProps, 'actions'> {
  action: ActionView
  look: 'main' | 'first' | 'wide'
  digit: number
}

function StepButton({ action, look, digit, chosen, choose }: StepButtonProps) {
  const { ready, event, label } = action
  return (
    <button
      type="button"
      className={ready || look === 'wide' ? `btn ${look}` : 'btn'}
      aria-disabled={!ready || undefined}
      aria-describedby={!ready && look !== 'wide' ? 'lacking' : undefined}
      title={ready ? undefined : action.requires.map(({ text }) => text).join(' · ')}
      aria-expanded={chosen === event}
      onClick={() => ready && choose(chosen === event ? null : event)}
    >
      <kbd className="wide">{digit}</kbd>
      {label}
    </button>
  )
}
