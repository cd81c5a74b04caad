// Offers the steps of the case in the palette: the same that the buttons take.
import { useTranslation } from 'react-i18next'
import { useCommands } from '../shell/commands.ts'
import type { ActionView } from './case-view.ts'

export function useCaseCommands(actions: readonly ActionView[], choose: (event: string) => void): void {
  const { t } = useTranslation()
  useCommands(
    actions.map(({ event, label, ready, requires }) => ({
      id: event,
      label,
      ready,
      hint: ready
        ? t('together.action')
        : requires
            .filter(({ fromInput, hint }) => !fromInput && !hint)
            .map(({ text }) => text)
            .join(' · '),
      run: () => choose(event),
    })),
  )
}
